# Somebody else's spreadsheet, through a mapping.
load common

# As LibreOffice writes it: only the cells that need it in quotes, line breaks inside a cell, an empty last column.
make_list() {
    cat > list.csv <<'EOF'
Ref,Group Name,Run by,What it does,Council,Venue,Address 1,Address 2,Postcode,Day,Time,Tel,Mobile,E-mail,Website,Type of support,Who is it for,Last checked,Parking
A/1,Little Steps,Juno,"A weekly group for new parents.
Come when you can.",Falkirk,Town Hall,1 High Street,Falkirk,FK1 1AA,Tuesdays,10:00-11:30,01632 960001,,hello@example.org,https://example.org,Weekly group,Mums,14/05/2026,yes
A/2,"Dads, Together",Juno,"They say ""come along"".",Stirlng,,,,FK8 2AA,,,01632 960002,07700 900123,,www.example.org,"1-2-1, Online",Dads,01/06/2026,
EOF
}

@test "a list with columns of one's own becomes a catalogue with nothing but the proposed mapping" {
    make_list
    signpost map list.csv -o mapping.yaml
    [ -s mapping.yaml ]
    run signpost check --strict --map mapping.yaml list.csv
    echo "$output"
    [ "$status" -eq 0 ]
    run signpost find in:Falkirk --map mapping.yaml --catalogue list.csv
    echo "$output"
    [ "$status" -eq 0 ]
    [[ "$output" == *"Little Steps"* ]]
    run signpost show a-1 --json --map mapping.yaml --catalogue list.csv
    echo "$output"
    [[ "$output" == *"1 High Street, Falkirk"* ]]
    [[ "$output" == *"Tuesdays 10:00-11:30"* ]]
    run signpost show a-2 --map mapping.yaml --catalogue list.csv
    echo "$output"
    [[ "$output" == *"01632 960002 or 07700 900123"* ]]
    [[ "$output" == *"one-to-one, online"* ]]
}

@test "the proposal says what it is not sure of" {
    make_list
    run signpost map list.csv
    echo "$output"
    [ "$status" -eq 0 ]
    [[ "$output" == *'"Stirlng": not stated   # not sure: perhaps Stirling'* ]]
    [[ "$output" == *'"Weekly group": group   # not sure'* ]]
    [[ "$output" == *'- "Parking"'* ]]
}

@test "columns are known by what stands in them" {
    printf 'Who runs,Foo,Bar,Baz,Qux\nJuno,FK1 1AA,01632 960001,a@example.org,Falkirk\nPandas,EH1 1AA,01632 960002,b@example.org,Fife\n' > odd.csv
    run signpost map odd.csv
    echo "$output"
    [[ "$output" == *'"Foo": meets_postcode   # not sure: 2 of 2 cells look like it'* ]]
    [[ "$output" == *'"Bar": phone '* ]]
    [[ "$output" == *'"Baz": email '* ]]
    [[ "$output" == *'"Qux": areas '* ]]
    [[ "$output" == *'"Who runs": name '* ]]
}

@test "problems stand at the row and column of their file" {
    make_list
    cat > mapping.yaml <<'EOF'
columns:
  Group Name: name
  Council: areas
  Type of support: formats
  Last checked: checked
  Nowhere: summary
  Tel: fone
ignore: [Ref, Run by, What it does, Venue, Address 1, Address 2, Postcode, Day, Time, Mobile, E-mail, Website, Who is it for]
split:
  formats: ","
words:
  formats: {Weekly group: group}
EOF
    run signpost check --map mapping.yaml list.csv
    echo "$output"
    [ "$status" -eq 1 ]
    [[ "$output" == *'list.csv:4:54: error: unknown area "Stirlng"'* ]]
    [[ "$output" == *'mapping.yaml:6:3: warning: the spreadsheet has no column "Nowhere" [column-not-there]'* ]]
    [[ "$output" == *'mapping.yaml:7:8: warning: unknown field "fone"'* ]]
    [[ "$output" == *'list.csv:1:157: warning: the mapping says nothing of the column "Parking"'* ]]
}

@test "without columns there is no mapping, and nothing is read" {
    make_list
    echo 'words: {formats: {a: group}}' > mapping.yaml
    run signpost check --map mapping.yaml list.csv
    echo "$output"
    [ "$status" -eq 2 ]
    [[ "$output" == *"no-columns"* ]]
}

@test "it is converted once and for all, or compared and joined with what there is" {
    make_list
    signpost map list.csv -o mapping.yaml
    signpost convert --map mapping.yaml list.csv -o mine.yaml
    run signpost check mine.yaml
    echo "$output"
    [ "$status" -eq 0 ]
    [[ "$output" != *"warning:"* ]]
    grep -q 'id: a-1' mine.yaml
    run signpost diff --map mapping.yaml mine.yaml list.csv
    echo "$output"
    [ "$status" -eq 0 ]
    sed -i 's/Little Steps/Big Steps/' list.csv
    run signpost diff --map mapping.yaml mine.yaml list.csv
    [ "$status" -eq 1 ]
    [[ "$output" == *"Big Steps"* ]]
    for command in "convert --to yaml" merge diff; do
        # Two words.
        # shellcheck disable=SC2086
        run signpost $command --map nowhere.yaml list.csv list.csv
        [ "$status" -eq 2 ]
        [[ "$output" == *"nowhere.yaml"* ]]
    done
}

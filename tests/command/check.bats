load common

# What the shipped lists are told, and rightly: they are old, and not all of them say how to get in.
rightly='\[(stale|never-checked|no-way-to-join)]$'

@test "the shipped data have no mistake, and of the rest only what is true of them" {
    run signpost check --today "$today" "$SIGNPOST_DATA"
    [ "$status" -eq 0 ]
    [ "${#lines[@]}" -ge 50 ]
    ! printf '%s\n' "$output" | grep -vE ": advice: .*$rightly"
    run signpost check --strict --today "$today" "$services"
    [ "$status" -eq 1 ]
    for file in "$SIGNPOST_DATA"/*.csv "$SIGNPOST_DATA"/{vocabulary,urgent-help}.yaml "$SIGNPOST_DATA"/{words,themes}/*.yaml "$SIGNPOST_DATA"/signpost.yaml.example; do
        run signpost check --strict "$file"
        echo "$file: $output"
        [ "$status" -eq 0 ]
        [ -z "$output" ]
    done
}

@test "an unknown area is found with file, line, column and what was meant; the others load" {
    cat > list.yaml <<'YAML'
services:
  - id: one
    name: One
    areas: Scotish Borders
  - id: two
    name: Two
    areas: Fife
YAML
    run signpost check list.yaml
    [ "$status" -eq 1 ]
    has 'list.yaml:4:12: error: unknown area "Scotish Borders"; did you mean "Scottish Borders"? [unknown-area]'
    run "$SIGNPOST_PROGRAM" find --plain --catalogue list.yaml in:Fife
    has "two/two"
    lacks "one/one"
}

@test "all problems of a file in one run, on their lines" {
    cat > list.yaml <<'YAML'
services:
  - id: one
    name: One
    formats: gruop
    stage: {from: 2 years, to: 1 year}
    fromats: group
  - id: one
    name: Again
  - name: No id
  - id: four
    name: Four
    checked: 2020-13-01
YAML
    run signpost check list.yaml
    [ "$status" -eq 1 ]
    has "list.yaml:4:"
    has "[unknown-word]"
    has "list.yaml:5:"
    has "[stage-ends-before-it-starts]"
    has "[unknown-field]"
    has "[duplicate-id]"
    has "[missing-id]"
    has "[bad-date]"
}

@test "JSON of problems" {
    printf 'services:\n  - id: one\n    name: One\n    areas: Nowhere at all\n' > list.yaml
    signpost check --json list.yaml > out.json || [ $? -eq 1 ]
    python3 - <<'PY'
import json
o = json.load(open("out.json"))
assert o[0]["name"] == "unknown-area" and o[0]["line"] == 4 and o[0]["level"] == "error", o
PY
}

@test "a stray quote costs its row, not the rest of the file" {
    printf 'service,name,areas\none,One,Fife\ntwo,"Two"x,Fife\nthree,Three,Fife\n' > list.csv
    run signpost check list.csv
    [ "$status" -eq 1 ]
    has "list.csv:3:"
    run "$SIGNPOST_PROGRAM" find --plain --catalogue list.csv
    has "one/one"
    has "three/three"
}

@test "what is no catalogue: one sentence, status 2, at once" {
    : > empty.yaml
    mkdir folder
    mkfifo pipe.yaml
    head -c 3000 /dev/urandom > noise.yaml
    truncate -s 1G zeros.csv
    printf '\377\376a\0' > utf16.csv
    for path in empty.yaml folder pipe.yaml noise.yaml zeros.csv utf16.csv missing.yaml; do
        run timeout 10 "$SIGNPOST_PROGRAM" find --catalogue "$path"
        echo "$path: $status: $output"
        [ "$status" -eq 2 ]
        [ "${#lines[@]}" -eq 1 ]
    done
    [ "$(id -u)" -eq 0 ] || {
        echo 'services: []' > secret.yaml
        chmod 000 secret.yaml
        run "$SIGNPOST_PROGRAM" find --catalogue secret.yaml
        [ "$status" -eq 2 ]
    }
}

@test "nothing hostile in a catalogue reaches the terminal" {
    printf 'services:\n  - id: one\n    name: "One \\e]0;title\\a \\x9b31m \\u202e x"\n' > list.yaml
    run "$SIGNPOST_PROGRAM" find --catalogue list.yaml
    [ "$status" -eq 0 ]
    ! printf '%s' "$output" | LC_ALL=C grep -q "$(printf '[\033\007]')"
    lacks "$(printf '\342\200\256')"
    run signpost check list.yaml
    has "[unsafe-text]"
}

@test "each kind of file is known by what is in it, under any name, alone and in a folder" {
    mkdir site
    sed 's/^Fife,council/Fife,counsil/' "$SIGNPOST_DATA/places.csv" > site/one.csv
    { cat "$SIGNPOST_DATA/outcodes.csv"; echo 'KY99,Fyfe,56.2,-3.1'; } > site/two.csv
    sed 's/checked: 2024-08-14/checked: August-ish/' "$SIGNPOST_DATA/urgent-help.yaml" > site/three.yaml
    sed '0,/synonyms: \[peer,/s//synonyms: [helpline, peer,/' "$SIGNPOST_DATA/vocabulary.yaml" > site/four.yaml
    sed '0,/^    heading:/s//    haeding:/' "$SIGNPOST_DATA/words/peer-support.yaml" > site/five.yaml
    printf 'near_mile: 3\nmouse: no\n' > site/six.yaml
    printf 'chip: {foreground: wite, background: black}\n' > site/seven.yaml
    printf 'services:\n  - {id: one, name: One, areas: Fyfe}\n' > site/eight.yaml
    for name in one:unknown-kind two:unknown-area three:bad-date four:word-taken five:missing-field six:unknown-setting seven:unknown-colour eight:unknown-area; do
        run signpost check --today "$today" site/"${name%:*}".*
        has "[${name#*:}]"
        lacks "unknown-block"
    done
    run signpost check --today "$today" site
    for name in one:unknown-kind two:unknown-area three:bad-date four:word-taken five:missing-field six:unknown-setting seven:unknown-colour eight:unknown-area; do
        grep -qE "^site/${name%:*}\..*\[${name#*:}]\$" <<< "$output" || { echo "$name"; echo "$output"; return 1; }
    done
}

@test "what is true is not told of" {
    cat > list.yaml <<'YAML'
services:
  - id: one
    name: Falkirk Mums
    summary: Peer support after a pregnancy loss, for 12 months, near the University of Stirling. If you are pregnant again, ask.
    areas: Forth Valley
    stage: {from: birth, to: 1 year}
    contact: {phone: "+44 (0)1324 555 666 / 0800 1111 (Mon-Fri 9am-5pm)", web: "www.example.org", email: "help@example.org"}
    checked: 2026-11
  - id: two
    name: Falkirk Dads
    provider: A Trust
    areas: Falkirk
    contact: {phone: "116 123, option 2", web: "https://example.org/a?b=c"}
    checked: 2025-12-01
  - id: three
    name: Falkirk Grandparents
    provider: A Trust
    areas: Falkirk
    contact: {phone: "(01324) 555-667 or 07700 900123", web: "https://example.org/a?b=c", address: "1 High Street, Falkirk FK1 1AB"}
    ends_on: 2027-03-31
    status: ending
    checked: 2026-11-24
  - {id: gone, name: Falkirk Mums, areas: Falkirk, status: closed, checked: 2001}
  - {id: drop, name: Tea at Ten, areas: Falkirk, referral: drop-in, when: "every Monday 10:00-11:00", checked: 2026-11}
YAML
    run signpost check --strict --today "$today" list.yaml
    echo "$output"
    [ "$status" -eq 0 ]
    run signpost check --strict --today "$today" --months 6 list.yaml
    [ "$status" -eq 1 ]
    [ "${#lines[@]}" -eq 1 ]
    has 'list.yaml:9:9: advice: "Falkirk Dads" was last checked on 1 December 2025; check it again, then change "checked" [stale]'
}

@test "the same service twice is told once, with where the other stands" {
    cat > list.yaml <<'YAML'
services:
  - {id: a, name: Leith Dads Club, areas: City of Edinburgh, contact: {phone: 01632 960123}, checked: 2026-11}
  - {id: b, name: Wednesday dads, areas: Scotland, contact: {phone: "+44 1632 960 123"}, checked: 2026-11}
  - {id: c, name: The Leith Dad's Clib, areas: Leith, contact: {phone: 01632 960124}, checked: 2026-11}
  - {id: d, name: Leith Dads Club, areas: Cornwall, contact: {phone: 01632 960125}, checked: 2026-11}
  - {id: e, name: Group 11, areas: Fife, contact: {phone: 01632 960126}, checked: 2026-11}
  - {id: f, name: Group 12, areas: Fife, contact: {phone: 01632 960127}, checked: 2026-11}
YAML
    signpost check --today "$today" list.yaml > out
    cat out
    [ "$(grep -c 'probable-duplicate' out)" -eq 2 ]
    grep -q '^list.yaml:3:.*has the phone number of "Leith Dads Club" (list.yaml, line 2)' out
    grep -q '^list.yaml:4:.*is called nearly the same as "Leith Dads Club" (list.yaml, line 2)' out
}

@test "a file that cannot be read costs its own problem, and the others are checked" {
    printf 'services:\n  - {id: one, name: One, areas: Fyfe}\n' > good.yaml
    run signpost check missing.yaml good.yaml
    [ "$status" -eq 2 ]
    has "[missing]"
    has "[unknown-area]"
}

@test "what cannot be true of a text stands where the text does, in YAML and in a spreadsheet" {
    printf 'services:\n  - id: a\n    name: A\n    areas: Fife\n    contact:\n      email: nobody\n      web: nothing\n' > list.yaml
    run signpost check list.yaml
    has 'list.yaml:6:14: warning: '
    has 'list.yaml:7:12: warning: '
    printf 'service,name,areas,email,web\na,A,Fife,nobody,nothing\n' > list.csv
    run signpost check list.csv
    has 'list.csv:2:10: warning: '
    has 'list.csv:2:17: warning: '
}

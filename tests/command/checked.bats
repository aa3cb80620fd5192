# `signpost checked` changes one value in a file that a person keeps, and nothing else, whatever happens meanwhile.
load common

record() { signpost checked "$@" --today "$today"; }

# Two services as a person writes them, with comments, quotes and an order of their own.
make_list() {
    cat > list.yaml <<'YAML'
# Kept by Ann.
catalogue: {checked: 2019}
services:
  - {id: flow, name: Flow, checked: 2020, checked_by: 'O''Hara'}   # in one line
  - id: one   # the first
    name: One
    checked: "14/05/2020"  # by phone
    areas:   [Fife,  Falkirk]
  - name: >-
      A name of
      two lines
    id: two
    offers:
      - id: a
        name: "A"
      - {id: b, name: B, checked: 2021}
YAML
}

@test "one value is changed, and every other byte stays" {
    make_list
    cp list.yaml old.yaml
    run record one --on 2026-11-20 --by 'Ann Lee' list.yaml
    echo "$output"
    [ "$status" -eq 0 ]
    sed -e '7s/14.05.2020/2026-11-20/' -e '7a\    checked_by: "Ann Lee"' old.yaml | sed 's/checked_by: "Ann Lee"/checked_by: Ann Lee/' > wanted.yaml
    diff wanted.yaml list.yaml
}

@test "quotes, one-line entries, offers, default dates" {
    make_list
    cp list.yaml old.yaml
    record flow --on 2026-11 --by "O'Lee: \"A\"" list.yaml
    grep -Fqx "  - {id: flow, name: Flow, checked: 2026-11, checked_by: 'O''Lee: \"A\"'}   # in one line" list.yaml
    record two --by Ann list.yaml
    diff old.yaml list.yaml > changes || true
    [ "$(grep -c '^[<>]' changes)" -eq 6 ]
    grep -qx '> *    checked: 2026-11-24' changes
    grep -Fqx '>       - {id: b, name: B, checked: 2026-11-24, checked_by: Ann}' changes
    cp old.yaml list.yaml
    record two/a --by Ann list.yaml
    diff old.yaml list.yaml > changes || true
    [ "$(cat changes)" = "$(printf '14a15,16\n>         checked: 2026-11-24\n>         checked_by: Ann')" ]
}

@test "line ends, a byte-order mark and a last line without an end stay" {
    make_list
    sed 's/$/\r/' list.yaml > crlf.yaml
    { printf '\357\273\277'; cat list.yaml; } > mark.yaml
    printf %s "$(cat list.yaml)" > open.yaml
    for file in crlf mark open; do
        cp "$file.yaml" old.yaml
        record two/a --by Ann "$file.yaml"
        python3 - old.yaml "$file.yaml" <<'PY'
import sys
old, new = (open(name, "rb").read() for name in sys.argv[1:])
end = b"\r\n" if b"\r\n" in old else b"\n"
added = end + b"        checked: 2026-11-24" + end + b"        checked_by: Ann"
assert new.count(added) == 1 and new.replace(added, b"") == old, new
PY
    done
}

@test "a spreadsheet: its quotes, separator and columns stay; a column that is not there is added" {
    printf 'service,name,offer,offer_name,checked,Checked By,notes\njuno,Juno,a,A,2020,,"x, ""y""\nline two"\njuno,,b,B,"2021",=Bob,\nshort,Short\n' > list.csv
    record juno --by '=Ann, Lee' list.csv
    printf 'service,name,offer,offer_name,checked,Checked By,notes\njuno,Juno,a,A,2026-11-24,"'"'"'=Ann, Lee","x, ""y""\nline two"\njuno,,b,B,"2026-11-24","'"'"'=Ann, Lee",\nshort,Short\n' | diff - list.csv
    record short --on 2026 --by Bo list.csv
    grep -Fqx 'short,Short,,,2026,Bo' list.csv
    printf 'service;name;areas\r\none;One;Fife\r\ntwo;"T; w ""o""";Fife\r\n' > other.csv
    record two --by Bo other.csv
    printf 'service;name;areas;checked;checked_by\r\none;One;Fife;;\r\ntwo;"T; w ""o""";Fife;2026-11-24;Bo\r\n' | cmp - other.csv
}

@test "what cannot be changed safely is left to a person, with its line" {
    printf 'service,name,offer,checked,checked_by\njuno,Juno,a,2020,Al\njuno,,b,,\n' > list.csv
    cp list.csv old.csv
    run record juno/a --by Bo list.csv
    [ "$status" -eq 2 ]
    has "list.csv:3: this was not changed: an empty cell below"
    cmp old.csv list.csv
    printf 'services:\n  - id: one\n    name: One\n    checked:\n      "20\n      20"\n' > list.yaml
    cp list.yaml old.yaml
    run record one --by Bo list.yaml
    echo "$output"
    [ "$status" -ne 0 ]
    cmp old.yaml list.yaml
    printf 'services:\n  - id: one\n    name: One\n    checked: >-\n      2020\n' > list.yaml
    cp list.yaml old.yaml
    run record one --by Bo list.yaml
    [ "$status" -eq 2 ]
    has "list.yaml:4: this was not changed"
    cmp old.yaml list.yaml
}

@test "what is missing or wrong on the command line changes nothing" {
    make_list
    cp list.yaml old.yaml
    for words in "one list.yaml" "one --by= list.yaml" "one --by=Ann --on=2027 list.yaml" "one --by=Ann --on=soon list.yaml" "--by=Ann" "one --by=Ann missing.yaml"; do
        run record $words
        echo "$words: $output"
        [ "$status" -eq 2 ]
    done
    run record one --by $'A\nb: c' list.yaml
    [ "$status" -eq 2 ]
    run record oen --by Ann list.yaml
    [ "$status" -eq 1 ]
    has 'did you mean one?'
    cmp old.yaml list.yaml
}

@test "every offer of the shipped lists can be recorded, and the list stays as good" {
    for list in services national; do
        cp "$SIGNPOST_DATA/$list.yaml" list.yaml
        signpost find --plain --all --today "$today" --catalogue list.yaml | cut -f2 | sort -u > ids
        [ "$(wc -l < ids)" -ge 20 ]
        count=0
        while IFS= read -r id; do
            [ $((count++ % 6)) -eq 0 ] || continue
            record "$id" --by Ann list.yaml > /dev/null
            signpost show --json --catalogue list.yaml "$id" | grep -q '"checked": "2026-11-24"' || { echo "$id"; return 1; }
        done < ids
        # Nothing but lines of these two kinds was touched.
        ! diff "$SIGNPOST_DATA/$list.yaml" list.yaml | grep '^[<>]' | grep -vE '^[<>] +checked(_by)?: '
    done
}

@test "a link, the mode and the owner stay" {
    make_list
    mkdir real
    mv list.yaml real/
    ln -s real/list.yaml link.yaml
    chmod 640 real/list.yaml
    record one --by Ann link.yaml
    [ -L link.yaml ]
    grep -q 'checked_by: Ann' real/list.yaml
    [ "$(stat -c %a real/list.yaml)" = 640 ]
    [ "$(ls -A real)" = list.yaml ]
    chmod 440 real/list.yaml
    [ "$(id -u)" -eq 0 ] || { run record flow --by Ann link.yaml; [ "$status" -eq 2 ]; }
}

@test "a full disk, a limit, a folder that may not be written: the old file is whole" {
    make_list
    cp list.yaml old.yaml
    for i in $(seq 100); do echo "# $i ......................................" ; done >> list.yaml
    cp list.yaml old.yaml
    run bash -c 'ulimit -f 1; "$SIGNPOST_PROGRAM" checked one --by Ann list.yaml'
    echo "$output"
    [ "$status" -eq 2 ]
    cmp old.yaml list.yaml
    [ "$(ls -A | tr '\n' ' ')" = "list.yaml old.yaml " ]
    unshare -rm true 2> /dev/null || skip "no file system can be made here"
    run unshare -rm bash -c '
        mkdir small && mount -t tmpfs -o size=16k small small && cp old.yaml small/list.yaml || exit 90
        dd if=/dev/zero of=small/full bs=1k count=64 2> /dev/null
        "$SIGNPOST_PROGRAM" checked one --by Ann small/list.yaml && exit 91
        cmp old.yaml small/list.yaml || exit 92
        [ "$(ls -A small | tr "\n" " ")" = "full list.yaml " ] || exit 93
        rm small/full && mount -o remount,ro small || exit 94
        "$SIGNPOST_PROGRAM" checked one --by Ann small/list.yaml && exit 95
        cmp old.yaml small/list.yaml || exit 96'
    echo "$output"
    [ "$status" -ne 90 ] || skip "no file system can be made here"
    [ "$status" -eq 0 ]
}

# Some thousand services, so that there is time in between.
make_long_list() {
    { echo 'services:'; for ((i = 1; i <= 2000; i++)); do printf '  - {id: s%d, name: Service %d, checked: 2020, checked_by: Bo}\n' "$i" "$i"; done; } > list.yaml
}

@test "killed at any moment, the file is the old one or the new one" {
    make_long_list
    cp list.yaml old.yaml
    record s1000 --by Ann list.yaml
    cp list.yaml new.yaml
    olds=0
    for ((i = 0; i < 60; i++)); do
        cp old.yaml list.yaml
        "$SIGNPOST_PROGRAM" checked s1000 --by Ann --on "$today" list.yaml > /dev/null &
        process=$!
        sleep "0.0$((i * 7 % 60 + 10))"
        kill -9 "$process" 2> /dev/null || true
        wait "$process" 2> /dev/null || true
        if cmp -s old.yaml list.yaml; then olds=$((olds + 1)); else cmp new.yaml list.yaml; fi
    done
    echo "$olds of 60 stayed as they were"
}

@test "many at once: each is recorded" {
    make_long_list
    for ((i = 1; i <= 12; i++)); do
        record "s$i" --by "Ann $i" list.yaml > "out$i" 2>&1 &
    done
    wait
    for ((i = 1; i <= 12; i++)); do
        grep -q "id: s$i,.* checked_by: Ann $i}" list.yaml || { cat "out$i"; return 1; }
    done
    [ "$(wc -l < list.yaml)" -eq 2001 ]
    ! ls -A | grep '^\.'
}

@test "what somebody else writes at the same time is not lost" {
    make_long_list
    python3 - <<'PY' &
import os, time
for number in range(60):
    text = open("list.yaml").read() + "# note %d\n" % number
    open("theirs", "w").write(text)
    os.replace("theirs", "list.yaml")
    time.sleep(0.01)
PY
    editor=$!
    for ((i = 1; i <= 15; i++)); do
        record s5 --by "Ann $i" list.yaml > out 2> err || { [ $? -eq 2 ]; grep -qE 'at the same time|has changed' err || { cat err; return 1; }; }
    done
    wait "$editor"
    for ((i = 0; i < 60; i++)); do grep -qx "# note $i" list.yaml || { echo "note $i is lost"; return 1; }; done
}

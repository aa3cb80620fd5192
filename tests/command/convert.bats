load common

# What a list keeps: a head, words and places of its own, two offers, silences, cells that a spreadsheet would run.
list() {
    cat > list.yaml <<'YAML'
catalogue:
  title: "=Groups"
  checked: 2026-09
vocabulary:
  with:
    - {id: sensory-room, label: sensory room, yes: There is one.}
places:
  - {name: Rowanbank, kind: locality, inside: South Lanarkshire}
services:
  - id: harbour
    name: Harbour
    areas: [Fife, Dundee City]
    summary: Two groups.
    stage: {from: pregnancy, to: 1 year}
    contact: {phone: "+44 1632 960123", web: "https://www.example.org"}
    lang: {cy: {summary: Dau grŵp.}}
    x_Folder: "-12"
    offers:
      - id: befriending
        name: Harbour befriending
        languages: none
        cost: not stated
      - id: group
        areas: Rowanbank
        checked: 14 May 2026
        summary: "First line,\nsecond \"line\"."
        with: [sensory-room, drop-in]
        contact: {phone: not stated}
        when:
          - every Tuesday 10:00-11:30 in term time at Paisley Abbey
          - first Saturday of the month 14:00, except 2 January 2027
YAML
}

# show FILE: what the program understands of it, without where it stands.
shown() {
    "$SIGNPOST_PROGRAM" show --today "$today" --catalogue "$1" --json harbour |
        python3 -c 'import json, sys; print(json.dumps(json.load(sys.stdin), sort_keys=True, indent=1))' | sed "s/$1/LIST/g"
}

@test "YAML, CSV and JSON say the same, both ways" {
    list
    signpost convert list.yaml -o list.csv
    signpost convert list.csv -o again.yaml
    signpost convert list.yaml --to json > list.json
    signpost convert list.json -o third.yaml
    signpost convert list.json -o third.csv
    for file in list.csv list.json again.yaml third.yaml third.csv; do
        run signpost check --strict "$file"
        echo "$file: $output"
        [ "$status" -eq 0 ]
        run signpost diff list.yaml "$file"
        echo "$output"
        [ "$status" -eq 0 ]
        [ "$(shown list.yaml)" = "$(shown "$file")" ]
    done
    python3 -c 'import json; assert json.load(open("list.json"))["services"][0]["contact"]["phone"] == "+44 1632 960123"'
}

@test "a spreadsheet opens right: UTF-8 with its mark, CRLF, and nothing in it runs" {
    list
    signpost convert list.yaml -o list.csv
    python3 - <<'PY'
import csv, io
raw = open("list.csv", "rb").read()
assert raw.startswith(b"\xef\xbb\xbf")
text = raw.decode("utf-8-sig")
rows = list(csv.reader(io.StringIO(text, newline="")))
assert all(len(row) == len(rows[0]) for row in rows), rows
assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r") and cell], rows
assert "'+44 1632 960123" in sum(rows, []) and "'=Groups" in sum(rows, [])
cells = dict(zip(rows[0], rows[-1]))
assert cells["phone"] == "not stated" and cells["languages"] == "not stated", cells
assert text.count("\r\n") == len(rows), text
PY
}

@test "an apostrophe of the text's own stays" {
    cat > list.yaml <<'YAML'
services:
  - {id: one, name: "'Tis", summary: "'=quoted", cost: "''+twice", notes: "'"}
YAML
    signpost convert list.yaml -o list.csv
    signpost convert list.csv -o again.yaml
    run signpost diff list.yaml again.yaml
    echo "$output"
    [ "$status" -eq 0 ]
    grep -q "''=quoted" list.csv
}

@test "the shipped lists go round" {
    for name in services national; do
        signpost convert "$SIGNPOST_DATA/$name.yaml" -o "$name.csv"
        signpost convert "$name.csv" --to yaml > "$name.yaml"
        signpost check --strict "$name.csv" "$name.yaml" > out || [ $? -eq 1 ]
        # Advice is about the truth of the facts, which stays as it is.
        grep -v -e duplicate-id -e ': advice: ' out | grep . && return 1
        run signpost diff "$SIGNPOST_DATA/$name.yaml" "$name.yaml"
        echo "$output"
        [ "$status" -eq 0 ]
    done
}

@test "a hidden place is written only where that is wanted, and that is told" {
    cat > list.yaml <<'YAML'
services:
  - id: one
    name: One
    meets:
      - {place: Blue Door House, address: 12 Secret Street, postcode: PA1 1JG, hidden: yes}
      - {place: Town Hall}
    when: every Tuesday 10:00-11:30 at Blue Door House
    how_to_join: Come to 12 Secret Street.
YAML
    for format in yaml csv json; do
        signpost convert list.yaml --to "$format" > out 2> err
        grep -qE 'Secret|Blue Door|PA1' out && { cat out; return 1; }
        grep -q 'Town Hall' out
        grep -q '10:00-11:30' out
        grep -q 'list.yaml:5: one: .*meets_address' err
        grep -q 'list.yaml:8: one: .*how_to_join' err
        signpost convert list.yaml --to "$format" --with-hidden -o "kept.$format" 2> err
        [ ! -s err ]
        grep -q 'Secret' "kept.$format"
    done
    signpost convert list.yaml -o out.csv 2> err
    "$SIGNPOST_PROGRAM" show --catalogue out.csv one > shown
    grep -q 'Secret' shown && return 1
    run signpost diff list.yaml kept.csv
    [ "$status" -eq 0 ]
}

@test "nothing is written where something would be lost, and an older file stays" {
    echo old > out.yaml
    printf 'services:\n  - id: one\n    name: One: two\n  - id: two\n    name: Two\n' > bad.yaml
    run signpost convert bad.yaml -o out.yaml
    [ "$status" -eq 2 ]
    has "bad.yaml:3:"
    [ "$(cat out.yaml)" = old ]
    printf 'service,name\none,"One" x\ntwo,Two\n' > bad.csv
    run signpost convert bad.csv -o out.yaml
    [ "$status" -eq 2 ]
    has "[stray-quote]"
    [ "$(cat out.yaml)" = old ]
    run signpost convert missing.yaml -o out.yaml
    [ "$status" -eq 2 ]
    [ "$(cat out.yaml)" = old ]
    list
    run signpost convert list.yaml --to xml
    [ "$status" -eq 2 ]
    run signpost convert list.yaml
    [ "$status" -eq 2 ]
    [ "$(ls | sort | tr '\n' ' ')" = "bad.csv bad.yaml list.yaml out.yaml " ]
}

@test "a full disk, a folder that may not be written to, and kill -9 leave the old file whole" {
    list
    echo old > out.csv
    [ ! -c /dev/full ] || { run signpost convert list.yaml --to csv -o /dev/full; [ "$status" -eq 2 ]; }
    # A file may not grow past this.
    run bash -c "ulimit -f 0; trap '' XFSZ; exec \"\$1\" convert list.yaml -o out.csv" bash "$SIGNPOST_PROGRAM"
    [ "$status" -ne 0 ]
    [ "$(cat out.csv)" = old ]
    python3 - "$SIGNPOST_PROGRAM" <<'PY'
import os, random, signal, subprocess, sys, time
with open("big.yaml", "w") as out:
    out.write("services:\n")
    for i in range(4000):
        out.write(f"  - {{id: s{i}, name: Service {i}, areas: Fife, summary: A group for parents.}}\n")
whole = subprocess.run([sys.argv[1], "convert", "big.yaml", "--to", "csv"], stdout=subprocess.PIPE, check=True).stdout
dice = random.Random(4)
for turn in range(20):
    child = subprocess.Popen([sys.argv[1], "convert", "big.yaml", "-o", "out.csv"], stderr=subprocess.DEVNULL)
    time.sleep(dice.random() * 0.2)
    child.send_signal(signal.SIGKILL)
    child.wait()
    now = open("out.csv", "rb").read()
    assert now in (b"old\n", whole), (turn, len(now), len(whole))
PY
    mkdir folder && cp list.yaml folder/old.csv && chmod 555 folder
    if [ ! -w folder ]; then
        run signpost convert list.yaml -o folder/old.csv
        [ "$status" -eq 2 ]
        cmp list.yaml folder/old.csv
    fi
    chmod 755 folder
}

@test "standard input and output, and a file that is written over itself" {
    list
    signpost convert - --to csv < list.yaml > one.csv
    signpost convert --to=csv list.yaml -o - > two.csv
    cmp one.csv two.csv
    signpost convert - --to yaml < one.csv > three.yaml
    run signpost diff list.yaml three.yaml
    [ "$status" -eq 0 ]
    cp list.yaml same.yaml
    signpost convert same.yaml -o same.yaml
    run signpost diff list.yaml same.yaml
    [ "$status" -eq 0 ]
}

@test "rows may be sorted, and a cell of a row that is no offer is understood anywhere" {
    list
    signpost convert list.yaml -o list.csv
    # The rows that are no offers go to the end.
    python3 - <<'PY'
import csv
rows = list(csv.reader(open("list.csv", encoding="utf-8-sig", newline="")))
block = rows[0].index("block")
rows[1:] = [row for row in rows[1:] if not row[block]] + [row for row in rows[1:] if row[block]]
csv.writer(open("sorted.csv", "w", encoding="utf-8", newline="")).writerows(rows)
PY
    run signpost check --strict sorted.csv
    echo "$output"
    [ "$status" -eq 0 ]
    run signpost diff list.yaml sorted.csv
    [ "$status" -eq 0 ]
    [ "$(shown sorted.csv | grep -c Rowanbank)" -ge 1 ]
    printf 'block,service,name\nvocabulry,,\n,one,One\n' > bad.csv
    run signpost check bad.csv
    has 'bad.csv:2:1: error: unknown block "vocabulry" [unknown-block]'
}

@test "blocks of one's own are kept, or told" {
    printf 'x_office:\n  - room: 12\n  - [a, "~", ~]\nservices: [{id: one, name: One}]\n' > list.yaml
    signpost convert list.yaml --to json > list.json
    python3 -c 'import json; assert json.load(open("list.json"))["x_office"] == [{"room": "12"}, ["a", "~", None]], open("list.json").read()'
    run signpost convert list.yaml -o list.csv
    [ "$status" -eq 0 ]
    has "x_office is not written"
}

@test "JSON of other programs, with characters as pairs of surrogates, is read" {
    printf '%s\n' '{"services": [{"id": "a", "name": "Hello \ud83d\ude00 \\ud83d\\ude00 \u00e9"}]}' > list.json
    run signpost convert --to yaml list.json
    [ "$status" -eq 0 ]
    has 'Hello 😀 \ud83d\ude00 é'
    printf '%s\n' '{"services": [{"id": "a", "name": "Hello \ud83d"}]}' > list.json
    run signpost convert --to yaml list.json
    [ "$status" -eq 2 ]
}

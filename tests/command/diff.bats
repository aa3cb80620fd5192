load common

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    export HOME=$BATS_TEST_TMPDIR
    cat > old.yaml <<'YAML'
catalogue: {title: Groups}
services:
  - id: juno
    name: Juno
    areas: City of Edinburgh
    checked: 2026-11
    offers:
      - id: groups
        name: Juno groups
        stage: {from: pregnancy, to: 2 years}
        with: [drop-in, creche]
        contact: {phone: "01632 960123"}
      - id: befriending
        name: Juno befriending
        summary: One to one.
  - id: gone
    name: Gone
YAML
}

@test "what has changed, in words" {
    sed -e 's/to: 2 years/to: 3 years/' -e 's/drop-in, creche/creche, babies/' -e 's/01632 960123/01632 960456/' -e '/summary:/d' \
        -e 's/City of Edinburgh/Fife/' -e 's/id: gone/id: fresh/' -e 's/name: Gone/name: Fresh/' -e 's/title: Groups/title: All groups/' old.yaml > new.yaml
    run signpost diff old.yaml new.yaml
    [ "$status" -eq 1 ]
    [ "$output" = 'the list: title is now "All groups", was "Groups"
Juno (juno): areas now also Fife, no longer City of Edinburgh
Juno groups (juno/groups): now ends at 3 years, was 2 years
Juno groups (juno/groups): with now also babies, no longer drop-in
Juno groups (juno/groups): phone is now 01632 960456, was 01632 960123
Juno befriending (juno/befriending): summary is no longer stated, was "One to one."
new: Fresh (fresh)
gone: Gone (gone)' ] || { echo "$output"; return 1; }
    signpost diff --json old.yaml new.yaml > out.json || [ $? -eq 1 ]
    python3 - <<'PY'
import json
found = json.load(open("out.json"))["differences"]
assert {"change": "changed", "id": "juno/groups", "name": "Juno groups", "field": "stage_to", "was": ["2 years"], "now": ["3 years"]} in found, found
assert [one["change"] for one in found][-2:] == ["new", "gone"], found
PY
}

@test "what means the same is no change" {
    sed -e 's/2026-11/November 2026/' -e 's/drop-in, creche/creche, Drop in/' -e 's/2 years/24 months/' old.yaml > new.yaml
    run signpost diff old.yaml old.yaml
    [ "$status" -eq 0 ]
    [ -z "$output" ]
    run signpost diff old.yaml new.yaml
    echo "$output"
    [ "$status" -eq 0 ]
}

@test "a revision of git, standard input, folders, and formats that differ" {
    signpost convert old.yaml -o old.csv
    run bash -c '"$SIGNPOST_PROGRAM" diff - old.csv < old.yaml'
    [ "$status" -eq 0 ]
    mkdir folder && cp old.csv folder/list.csv
    run signpost diff old.yaml folder
    [ "$status" -eq 0 ]
    run signpost diff - -
    [ "$status" -eq 2 ]
    run signpost diff old.yaml
    [ "$status" -eq 2 ]
    run signpost diff old.yaml missing.yaml
    [ "$status" -eq 2 ]
    command -v git > /dev/null || skip "git is not here"
    git init -q . && git add old.yaml && git -c user.name=a -c user.email=a@example.org commit -qm one
    sed -i 's/2 years/3 years/' old.yaml
    run bash -c 'git show HEAD:old.yaml | "$SIGNPOST_PROGRAM" diff - old.yaml'
    [ "$status" -eq 1 ]
    [ "$output" = 'Juno groups (juno/groups): now ends at 3 years, was 2 years' ]
}

@test "where a hidden place is is not told, and nothing reaches the terminal but text" {
    printf 'services:\n  - {id: one, name: One, meets: [{place: Secret Street, hidden: yes}]}\n' > one.yaml
    printf 'services:\n  - {id: one, name: "O\\e[31mne", meets: [{place: Town Hall}]}\n' > two.yaml
    run signpost diff one.yaml two.yaml
    [ "$status" -eq 1 ]
    has 'where it meets is now "Town Hall", was "a hidden place"'
    lacks Secret
    lacks $'\e'
}

@test "large lists take no more than their share" {
    python3 - <<'PY'
for name, end in (("one", 1), ("two", 2)):
    with open(name + ".yaml", "w") as out:
        out.write("services:\n")
        for i in range(20000):
            out.write(f"  - {{id: s{i}, name: Service {i}, areas: Fife, stage: {{to: {end if i % 100 == 0 else 3} years}}}}\n")
PY
    timeout 60 "$SIGNPOST_PROGRAM" diff one.yaml two.yaml > out || [ $? -eq 1 ]
    [ "$(wc -l < out)" -eq 200 ]
}

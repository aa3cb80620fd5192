load common

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    export HOME=$BATS_TEST_TMPDIR
    cat > one.yaml <<'YAML'
services:
  - id: juno
    name: Juno
    provider: Juno Trust
    checked: 2025-05
    areas: City of Edinburgh
    offers:
      - id: groups
        stage: {from: pregnancy, to: 2 years}
  - id: alone
    name: Alone
YAML
    cat > two.csv <<'CSV'
service,name,offer,areas,stage_to,checked,phone
juno,Juno,groups,City of Edinburgh,3 years,2026-11,01632 960123
juno,,befriending,Fife,,,
other,Other,,Fife,,2026,
CSV
}

@test "files that differ are named value by value, and nothing is written" {
    echo old > all.yaml
    run signpost merge one.yaml two.csv -o all.yaml
    [ "$status" -eq 1 ]
    has 'one.yaml:5: juno/groups, checked: "2025-05"; two.csv:2 says "2026-11"'
    has 'one.yaml:9: juno/groups, stage_to: "2 years"; two.csv:2 says "3 years"'
    has 'nothing is written: these files differ in 2 values'
    [ "$(cat all.yaml)" = old ]
}

@test "one of them can be preferred, and what only one says is taken over" {
    for which in last newest; do
        signpost merge --prefer "$which" one.yaml two.csv -o all.yaml 2> err
        grep -q 'juno/groups, stage_to: "3 years" is taken; one.yaml:9 says "2 years"' err
        run signpost check all.yaml
        echo "$output"
        [ "$status" -eq 0 ]
        lacks "warning:"
        "$SIGNPOST_PROGRAM" find --plain --all --today "$today" --catalogue all.yaml | cut -f 2 | sort > ids
        [ "$(tr '\n' ' ' < ids)" = "alone/alone juno/befriending juno/groups other/other " ] || { cat ids; return 1; }
        run signpost diff two.csv all.yaml
        has 'who runs it is now stated: "Juno Trust"'
        has 'start is now stated: pregnancy'
        lacks 'end'
        lacks 'areas'
    done
    signpost merge --prefer first one.yaml two.csv --to csv > all.csv 2> err
    grep -q '"2 years" is taken' err
    # Whoever is as new does not decide.
    sed -i 's/2025-05/2026/' one.yaml
    run signpost merge --prefer newest one.yaml two.csv -o none.yaml
    [ "$status" -eq 1 ]
    [ ! -e none.yaml ]
    run signpost merge --prefer best one.yaml two.csv
    [ "$status" -eq 2 ]
}

@test "what the heads say for all goes into each service" {
    printf 'catalogue: {checked: 2025, source: phone calls}\nservices: [{id: a, name: A}, {id: b, name: B, checked: 2024}]\n' > one.yaml
    printf 'catalogue: {checked: 2026, source: phone calls}\nservices: [{id: c, name: C}]\n' > two.yaml
    signpost merge one.yaml two.yaml -o all.yaml
    "$SIGNPOST_PROGRAM" find --all --json --today "$today" --catalogue all.yaml > out.json
    python3 - <<'PY'
import json
text = open("out.json").read()
found = json.loads(text)
found = found if isinstance(found, list) else next(value for value in found.values() if isinstance(value, list))
dates = {one["service"]: one["checked"] for one in found}
assert sorted(dates.values()) == ["2024", "2025", "2026"], dates
PY
}

@test "the same file twice is that file" {
    signpost merge "$services" "$services" -o all.yaml
    run signpost diff "$services" all.yaml
    echo "$output"
    [ "$status" -eq 0 ]
}

@test "what a service says and each of its offers says otherwise is kept" {
    printf 'services:\n  - {id: a, name: A, cost: Free, meets: {place: Hall}, offers: [{id: a1, cost: Ask, meets: {place: Pub}}, {id: a2, cost: not stated, meets: {place: not stated}}]}\n' > one.yaml
    printf 'services:\n  - {id: a, name: A, wait: None, offers: [{id: a1, wait: Weeks}, {id: a2, wait: Days}]}\n' > two.yaml
    signpost merge one.yaml two.yaml -o all.yaml
    grep -q '^    cost: Free' all.yaml
    grep -q '^    wait: None' all.yaml
    grep -q 'place: Hall' all.yaml
    run signpost diff one.yaml all.yaml
    lacks 'cost'
    lacks 'Hall'
}

load common

@test "100,000 generated services: exactly the numbers that the generator works out by itself" {
    generator=${SIGNPOST_SHARED:+$SIGNPOST_SHARED/bench/generate.py}
    [ -n "$generator" ] && [ -f "$generator" ] || skip "skipped: SIGNPOST_SHARED is not set, so there is no generator"
    count=100000
    python3 "$generator" csv "$count" > big.csv
    python3 "$generator" answer "$count" > expected
    "$SIGNPOST_PROGRAM" find --json --today "$today" --catalogue big.csv in:Fife pregnant:20 format:group who:mother > out.json
    python3 - <<'PY'
import json
c = json.load(open("out.json"))["counts"]
got = "suits %(suits)d ending %(ending)d ask %(ask)d" % c
want = open("expected").read().strip()
assert got == want, (got, want)
PY
}

@test "the same list in YAML gives the same answer" {
    generator=${SIGNPOST_SHARED:+$SIGNPOST_SHARED/bench/generate.py}
    [ -n "$generator" ] && [ -f "$generator" ] || skip "skipped: SIGNPOST_SHARED is not set, so there is no generator"
    python3 "$generator" csv 3000 > list.csv
    python3 "$generator" yaml 3000 > list.yaml
    for format in csv yaml; do
        "$SIGNPOST_PROGRAM" find --json --all --today "$today" --catalogue "list.$format" in:Fife pregnant:20 > "out.$format"
    done
    cmp out.csv out.yaml
}

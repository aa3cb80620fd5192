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

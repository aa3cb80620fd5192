load common

# The manual is tested as people use it: its examples run, its catalogues load, and what the program knows stands in it.
pages=$SIGNPOST_SOURCE/man
catalogue_page=$pages/signpost-catalogue.5

# Every command that the help lists; without a name it is browse.
commands=$("$SIGNPOST_PROGRAM" --help | sed -n 's/^  signpost \([a-z]*\) .*/\1/p' | sort -u)' browse'

setup_file() {
    # What the tester has settled for himself must not change an answer.
    export XDG_CONFIG_DIRS=/nonexistent
    unset XDG_CONFIG_HOME SIGNPOST_AREA SIGNPOST_CATALOGUE
}

# The text that a reader sees for the escapes of a page.
as_read() { sed -e 's/\\-/-/g' -e 's/\\(dq/"/g' -e "s/\\\\(aq/'/g" -e 's/\\&//g' -e 's/\\e/\\/g'; }

# The page of a command.
page_of() {
    case $1 in
    browse) echo "$pages/signpost.1" ;;
    kiosk) echo "$pages/signpost-kiosk.8" ;;
    *) echo "$pages/signpost-$1.1" ;;
    esac
}

# Every example command of a page, after the exit status that the page marks it with (0 when it marks none).
commands_of() {
    awk '
        /^\.\\" status: / { status = $3; next }
        /^\.Bd -literal/ { inside = 1; next }
        /^\.Ed/ { inside = 0 }
        /^\.Dl signpost( |$)/ { sub(/^\.Dl /, ""); print status + 0 "\t" $0; status = 0; next }
        inside && /^signpost( |$)/ { print status + 0 "\t" $0 }
    ' "$1" | as_read
}

# Writes the files that a page shows for its examples, to their names.
files_of() {
    as_read < "$1" | awk '
        /^\.\\" file: / { name = $3; next }
        /^\.Bd -literal/ { inside = name != ""; if (inside) printf "" > name; next }
        /^\.Ed/ { if (inside) close(name); inside = 0; name = ""; next }
        inside { print > name }
    '
}

# Writes each example catalogue of the page to a file of its name, and to the file `examples` its name and the problems it is to give. A
# block marked `fields` is the inside of one service.
extract_examples() {
    as_read < "$catalogue_page" | awk '
        /^\.\\" (example|fields): / {
            name = $3
            wrap = $2 == "fields:"
            problems = ""
            for (i = 5; i <= NF; i++)
                problems = problems " " $i
            print name "\t" problems > "examples"
            next
        }
        /^\.Bd -literal/ {
            inside = name != ""
            if (inside && wrap)
                printf "services:\n  - id: one\n    name: One\n" > name
            next
        }
        /^\.Ed/ { if (inside) close(name); inside = 0; name = ""; next }
        inside { print (wrap ? "    " : "") $0 > name }
    '
}

@test "mandoc finds nothing to say about the pages" {
    command -v mandoc > /dev/null || skip "mandoc is not here"
    run mandoc -T lint -W warning "$pages"/*.[1-8]
    echo "$output"
    [ "$status" -eq 0 ]
    [ -z "$output" ]
}

@test "every example command runs, and ends as the page says" {
    cp "$services" services.yaml
    count=0
    for page in "$pages"/*.[1-8]; do
        files_of "$page"
        while IFS=$'\t' read -r wanted line; do
            code=0
            eval "timeout 60 ${line/#signpost/\"\$SIGNPOST_PROGRAM\"}" < /dev/null > out 2>&1 || code=$?
            [ "$code" -eq "$wanted" ] || { echo "${page##*/}: $line: status $code, not $wanted"; cat out; return 1; }
            count=$((count + 1))
        done < <(commands_of "$page")
    done
    echo "$count examples"
    [ "$count" -ge 20 ]
}

@test "every example catalogue is understood, or has just the problems that the page names" {
    extract_examples
    [ "$(wc -l < examples)" -ge 30 ]
    while IFS=$'\t' read -r name problems; do
        [ -s "$name" ] || { echo "$name is empty"; return 1; }
        code=0
        signpost check --today "$today" "$name" > out 2> err || code=$?
        found=$(sed -n 's/.*\[\([a-z-]*\)]$/\1/p' out | sort -u | tr '\n' ' ')
        # Examples are short: no date and no contact are no mistake in them, unless they are what is shown.
        for usual in never-checked no-way-to-join; do
            [[ " $problems " == *" $usual "* ]] || found=${found//$usual /}
        done
        wanted=$(printf '%s\n' $problems | sed '/^$/d' | sort -u | tr '\n' ' ')
        [ "$found" = "$wanted" ] || { echo "$name: wanted <$wanted>, found <$found>"; cat "$name" out err; return 1; }
        [ "$code" -le 1 ] || { echo "$name: status $code"; cat "$name" out err; return 1; }
    done < examples
}

@test "the commands on the example catalogues find something" {
    extract_examples
    as_read < "$catalogue_page" | sed -n 's/^\$ signpost //p' > lines
    [ -s lines ]
    while IFS= read -r line; do
        # Each word is a word of the command line.
        timeout 60 "$SIGNPOST_PROGRAM" $line < /dev/null > out 2>&1 || { echo "signpost $line"; cat out; return 1; }
    done < lines
}

@test "every problem of the example catalogues has the level that the page gives it" {
    extract_examples
    sed -n 's/^\.It Cm \(.*\) Pq \([a-z ]*\)$/\2:\1/p' "$catalogue_page" | sed 's/ or /|/' > levels
    while IFS=$'\t' read -r name problems; do
        for problem in $problems; do
            level=$(awk -F '[: ]' -v problem="$problem" '{ for (i = 2; i <= NF; i++) if ($i == problem) print $1 }' levels)
            [ -n "$level" ] || { echo "$problem has no level in the page"; return 1; }
            signpost check --today "$today" "$name" > out 2> err || [ $? -le 1 ]
            grep -qE ": ($level): .*\[$problem]\$" out || { echo "$name: $problem is not $level"; cat out; return 1; }
        done
    done < examples
}

@test "the rules of check, the program and the page name the same problems, with the same levels" {
    signpost check --rules > rules
    cut -f1 rules > names
    [ "$(wc -l < names)" -ge 80 ]
    sort -cu names
    # What the program tells of is a rule …
    { grep -rohE 'PROBLEM_[A-Z]+, "[a-z0-9-]+"' "$SIGNPOST_SOURCE"/src
      grep -rohE '(refuse[a-z_]*|tell_[a-z]*)\([a-z&]+, ([a-z]+, )?"[a-z-]+"' "$SIGNPOST_SOURCE"/src/read "$SIGNPOST_SOURCE"/src/screen/key_map.c
    } | sed 's/.*"\(.*\)"/\1/' | sort -u > told
    [ "$(wc -l < told)" -ge 60 ]
    [ -z "$(comm -13 names told)" ] || { comm -13 names told; return 1; }
    # … with the levels that its row says; and no rule is there that nothing tells of.
    while IFS=$'\t' read -r name levels; do
        grep -rqF "\"$name\"" --include='*.c' --exclude=rules.c "$SIGNPOST_SOURCE/src" || { echo "$name: nothing tells of it"; wrong=1; }
        for level in $(grep -rohE "PROBLEM_[A-Z]+, \"$name\"" "$SIGNPOST_SOURCE/src" | sed 's/PROBLEM_\([A-Z]*\),.*/\1/' | tr A-Z a-z | sort -u); do
            [[ " $levels " == *" $level "* ]] || { echo "$name: $level is not in its row"; wrong=1; }
        done
        stands=$(sed -nE "s/^\.It Cm ([a-z0-9-]+ , )*$name( , [a-z0-9-]+)* Pq ([a-z ]*)\$/\3/p" "$catalogue_page" | sed 's/ or / /')
        [ "$stands" = "$levels" ] || { echo "$name: the page says <$stands>, the table <$levels>"; wrong=1; }
    done < rules
    [ -z "${wrong-}" ]
}

# Files with what no page can show: each is told of with the name that stands before it.
make_files() {
    printf 'services:\n  - {id: one, name: One, summary: &a x}\n' > anchor.yaml
    printf 'services:\n  - {id: one, name: One, summary: !!str x}\n' > tag.yaml
    printf 'services:\n  - {id: one, name: One, <<: {a: b}}\n' > merge-key.yaml
    printf '%%YAML 1.1\n---\nservices: []\n' > directive.yaml
    printf 'services:\n  - id: one\n\tname: One\n' > tab-as-indentation.yaml
    printf 'services:\n  - {id: one, name: One, [a]: b}\n' > key-is-not-text.yaml
    { printf 'services:\n  - {id: one, name: One, x_deep: '; printf '[%.0s' $(seq 40); printf ']%.0s' $(seq 40); echo '}'; } > too-deep.yaml
    { printf 'services:\n  - {id: one, name: One, summary: "'; head -c 200000 /dev/zero | tr '\0' x; echo '"}'; } > too-long.yaml
    printf 'services:\n  - {id: one, name: "One \001"}\n' > control-character.yaml
    printf 'service,name\none,Caf\351\n' > windows-1252.csv
    { printf 'service,name\none,'; head -c 2000000 /dev/zero | tr '\0' x; echo; } > row-too-long.csv
    { printf 'service,name'; for i in $(seq 1001); do printf ',x_%d' "$i"; done; echo; } > too-many-columns.csv
    mkfifo not-a-file.yaml
    printf 'a\0b' > not-text.yaml
    truncate -s 2G too-large.yaml
    printf '\377\376a\0' > encoding.yaml
    : > empty-file.yaml
    mkdir no-catalogue
    printf 'near_mile: 3\nmouse: no\n' > unknown-setting.yaml
    printf 'near_miles: many\n' > bad-setting.yaml
    printf 'keys: {neer: x}\n' > unknown-action.yaml
    printf 'keys: {near: Hyper-x}\n' > unknown-key.yaml
    printf 'keys: {quit: []}\n' > key-needed.yaml
    printf 'text: {}\nchop: {attributes: bold}\n' > unknown-role.yaml
    printf 'text: {}\nchip: {foregruond: white, attributes: bold}\nname: {attributes: bold}\n' > unknown-part.yaml
    printf 'text: {}\nchip: {foreground: wite, background: black}\n' > unknown-colour.yaml
    printf 'text: {}\nchip: {attributes: blod}\n' > unknown-attribute.yaml
    printf 'text: {}\nchip: bold\nname: {attributes: bold}\n' > bad-look.yaml
    printf 'text: {}\nchip: {foreground: 200, background: black, stand_in: {foreground: 200, background: black}}\n' > stand-in.yaml
    printf 'text: {}\nchip: {foreground: white}\n' > half-a-pair.yaml
    printf 'text: {}\nchip: {foreground: blue, background: black}\n' > hard-to-read.yaml
}

# The same for lists of others.
make_lists_of_others() {
    local start='{"id":"3f2504e0-4f89-41d3-9a0c-0305e82c3301","name":"One"'
    printf '%s,"description":"x"' "$start" > json-open.json
    printf '%s,"description":x}' "$start" > no-json.json
    printf '{"contents": [{"id":"a","latitude":1,"longitude":2}, %s}]}' "$start" > not-a-service.json
    printf '%s,"description":"a\377b"}\n' "$start" > broken-text.json
    printf '%s,"description":["x"]}\n' "$start" > wrong-type.json
    { printf '%s,"description":"' "$start"; head -c 200000 /dev/zero | tr '\0' x; echo '"}'; } > text-cut.json
    printf '%s,"service_at_locations":[{"location":{"latitude":"north","longitude":1,"addresses":[{"address_1":"1 High Street","city":"Falkirk"}]}}]}\n' "$start" > bad-point.json
    printf '%s,"assured_date":"last week"}\n' "$start" > date-not-read.json
    printf '%s,"languages":[{"name":"Martian"}]}\n' "$start" > language-not-known.json
    printf '%s,"service_areas":[{"name":"Narnia"}]}\n' "$start" > area-not-known.json
    printf '{"name":"One","description":"x","status":"active"}\n' > id-from-name.json
    printf '{"id":"A 1","name":"One","description":"x","status":"active"}\n' > other-id.json
    printf '%s,"description":"x","status":"active"}\n' "$start" > open-referral.json
    cp open-referral.json kind-not-said.json
    printf '%s,"description":"Ring 01632 960001.","status":"active"}\n' "$start" > phone-from-text.json
    printf '%s,"fees_description":"x","application_process":"y","accreditations":"z","alert":"a"}\n' "$start" > not-read.json
    printf 'columns:\n  Group: name\n  Ref: service\n' > mapping.yaml
    printf 'Ref,Group,Other\na,A,x\n' > column-not-mapped.csv
    printf 'Ref,Name\na,A\n' > column-not-there.csv
    printf 'columns:\n  Group: name\n  Groups: name\n  "group": cost\n  Ref: service\n' > mapped-twice.yaml
    printf 'area,short,column,row\nNarnia,NARN,1,1\nFife,FIFE,1,1\n' > bad-tile.csv
    printf 'join: {cost: x}\n' > empty-mapping.yaml
    printf '{"resources": [{"name": "service", "path": "../services.csv"}]}' > unreadable.json
    printf 'theme: nowhere\n' > unknown-theme.yaml
    printf 'theme: ./nowhere.yaml\n' > broken-theme.yaml
}

@test "every rule has an example that check tells of" {
    mkdir made others
    (cd made && make_files)
    (cd others && make_lists_of_others)
    for file in others/*.json others/*.csv others/mapped-twice.yaml others/*-theme.yaml no-columns; do
        name=$(basename "${file%.*}")
        case $name in
        column-*) timeout 60 "$SIGNPOST_PROGRAM" check --map others/mapping.yaml "$file" > out 2> err || [ $? -le 2 ] ;;
        no-columns) timeout 60 "$SIGNPOST_PROGRAM" check --map others/empty-mapping.yaml others/column-not-there.csv > out 2> err || [ $? -le 2 ] ;;
        *) timeout 60 "$SIGNPOST_PROGRAM" check "$file" > out 2> err || [ $? -le 2 ] ;;
        esac
        grep -qF "[$name]" out || { echo "$file"; cat out err; wrong=1; }
        echo "$name" >> shown
    done
    for file in made/* made/missing.yaml; do
        name=$(basename "${file%.*}")
        timeout 60 "$SIGNPOST_PROGRAM" check --today "$today" "$file" < /dev/null > out 2> err || [ $? -le 2 ]
        grep -qF "[$name]" out || { echo "$file"; cat out err; wrong=1; }
        echo "$name" >> shown
    done
    [ -z "${wrong-}" ]
    extract_examples
    cut -f2 examples | tr ' ' '\n' | sed '/^$/d' >> shown
    # The keys have tests of their own (key_map_test), and check neither stops half-way nor minds a list with nothing in it (load_test).
    signpost check --rules | cut -f1 | grep -vxE 'key-(is-text|twice|taken|lost)|too-many-keys|cancelled|no-services' > names
    sort -u shown > seen
    [ -z "$(comm -23 names seen)" ] || { comm -23 names seen; return 1; }
}

@test "every option of --help stands in the page of its command" {
    [ "$(wc -w <<< "$commands")" -ge 5 ]
    for command in $commands; do
        signpost "$command" --help | sed -nE 's/^ +(-[a-z], )?--([a-z-]+).*/\2/p' > options
        [ "$(wc -l < options)" -ge 3 ]
        while IFS= read -r option; do
            grep -qE "^\.It .*Fl .*-$option( |\$)" "$(page_of "$command")" || { echo "$command: --$option"; missing=1; }
        done < options
    done
    [ -z "${missing-}" ]
}

@test "every key of a need, and every other name of it, stands in signpost-find" {
    signpost find --help | sed -n '/^A need is made/,/^$/s/^  \([a-z]*\):.*/\1/p' > keys
    sed -nE 's/.*\.synonyms = \{([^}]*)\}.*/\1/p' "$SIGNPOST_SOURCE/src/match/criteria.c" | tr -cs 'a-z' '\n' | sed '/^$/d' > synonyms
    [ "$(wc -l < keys)" -ge 20 ]
    [ -s synonyms ]
    while IFS= read -r key; do
        grep -qE "^\.It Cm $key:( |\$)" "$pages/signpost-find.1" || { echo "$key:"; missing=1; }
    done < keys
    while IFS= read -r key; do
        grep -qE "Cm .*$key:( |\$)" "$pages/signpost-find.1" || { echo "$key:"; missing=1; }
    done < synonyms
    [ -z "${missing-}" ]
}

@test "every field of a catalogue stands in signpost-catalogue" {
    sed -nE 's/.*\.name = "([a-z_]+)".*/\1/p' "$SIGNPOST_SOURCE/src/catalogue/field.c" > fields
    [ "$(wc -l < fields)" -ge 50 ]
    while IFS= read -r field; do
        grep -qE "^\.(It Cm|Cm|Pq).*[ ,]$field( |,|\$)" "$catalogue_page" || { echo "$field"; missing=1; }
    done < fields
    [ -z "${missing-}" ]
}

@test "every word that a catalogue can use stands in signpost-catalogue, but for the languages" {
    awk '/^  [a-z]+:$/ { list = $1 } /^    - id: / && list != "languages:" && list != "person:" { print $3 }' "$SIGNPOST_DATA/vocabulary.yaml" > words
    [ "$(wc -l < words)" -ge 100 ]
    while IFS= read -r word; do
        grep -qE "^\.(It )?Cm (.* )?$word( |\$)" "$catalogue_page" || { echo "$word"; missing=1; }
    done < words
    [ -z "${missing-}" ]
}

@test "every key of the browser stands in signpost with what it does" {
    signpost --keys > keys
    python3 - keys "$pages/signpost.1" <<'PY'
import re, sys
listed = open(sys.argv[1], encoding="utf-8").read()
rows = [(name, [key.strip("'\"") for key in keys.split(", ")], help) for help, name, keys in re.findall(r"^  # (.*)\n  ([\w-]+): \[(.*)\]\n", listed, re.M)]
assert len(rows) == listed.count(": [") >= 30, len(rows)
page = open(sys.argv[2], encoding="utf-8").read().replace("\\&", "")
page = re.search(r"^\.Ss Keys\n.*?(?=^\.S[hs] )", page, re.M | re.S)[0]
items = [(m[1].split(" , "), " ".join(m[2].split())) for m in re.finditer(r"^\.It Ic (.*)\n((?:(?!\.It|\.El).*\n)+)", page, re.M)]
missing = [row for row in rows if not any(row[1] == keys and row[2] in text for keys, text in items)]
assert not missing, missing
# And no key that is not there, nor one that does something else.
known = [(keys, help) for name, keys, help in rows]
wrong = [item for item in items if not any(item[0] == keys and help in item[1] for keys, help in known)]
assert not wrong, wrong
PY
}

# configurations PAGE: writes each example of settings of the page to a file of its name, and the names to the file `names`.
configurations() {
    as_read < "$1" | awk '/^\.\\" configuration: / { name = $3; print name > "names"; next } name && /^\.Ed/ { close(name); name = "" } name && !/^\./ { print > name }'
}

@test "the settings stand in signpost.conf, and every example of them is understood" {
    grep -oE '\{"[a-z_]+", (take|settings)_' "$SIGNPOST_SOURCE/src/read/configuration.c" | sed 's/{"\(.*\)".*/\1/' > settings
    [ "$(wc -l < settings)" -ge 10 ]
    while IFS= read -r setting; do
        grep -qx "\.It Cm $setting" "$pages/signpost.conf.5" || { echo "$setting"; missing=1; }
        grep -qE "^#?$setting:" "$SIGNPOST_DATA/signpost.yaml.example" || { echo "$setting in the example"; missing=1; }
    done < settings
    grep -oE '\{"[a-z_]+", take_' "$SIGNPOST_SOURCE/src/read/configuration_kiosk.c" | sed 's/{"\(.*\)".*/\1/' > kiosk_settings
    [ "$(wc -l < kiosk_settings)" -ge 8 ]
    while IFS= read -r setting; do
        sed -n '/^\.Sh KIOSK/,/^\.Sh THEMES/p' "$pages/signpost.conf.5" | grep -qx "\.It Cm $setting" || { echo "$setting of the kiosk"; missing=1; }
        sed -n '/^kiosk:/,$p' "$SIGNPOST_DATA/signpost.yaml.example" | grep -qE "^  #?$setting:" || { echo "$setting of the kiosk in the example"; missing=1; }
    done < kiosk_settings
    [ -z "${missing-}" ]
    for page in signpost.1 signpost.conf.5 signpost-kiosk.8; do
        [ -e "$pages/$page" ] || continue
        configurations "$pages/$page"
        [ -s names ]
        while IFS= read -r name; do
            signpost find --config "$name" --catalogue "$services" in:Fife > out 2> err || [ $? -eq 1 ]
            [ ! -s err ] || { cat "$name" err; return 1; }
            signpost --keys --config "$name" > out 2> err
            [ ! -s err ] || { cat "$name" err; return 1; }
        done < names
    done
}

@test "what is on the screen stands in signpost.conf, and so do the themes that ship" {
    sed -nE 's/^([a-z]+): \{.*/\1/p' "$SIGNPOST_DATA/themes/plain.yaml" > roles
    [ "$(wc -l < roles)" -ge 15 ]
    for theme in "$SIGNPOST_DATA"/themes/*.yaml; do basename "$theme" .yaml; done | tee themes >> roles
    [ "$(wc -l < themes)" -ge 5 ]
    while IFS= read -r name; do
        grep -qx "\.It Cm $name" "$pages/signpost.conf.5" || { echo "$name"; missing=1; }
    done < roles
    for completion in signpost.bash _signpost signpost.fish; do
        while IFS= read -r name; do
            grep -qE "plain .*$name|$name .*high-contrast|$name$" "$SIGNPOST_DATA/completions/$completion" || { echo "$completion: $name"; missing=1; }
        done < themes
    done
    [ -z "${missing-}" ]
}

@test "the keys that are listed are settings, and give the same keys" {
    signpost --keys > one.yaml 2> err
    [ ! -s err ]
    signpost --keys --config one.yaml > two.yaml 2> err
    [ ! -s err ] || { cat err; return 1; }
    cmp one.yaml two.yaml
    # In another language the file can still be read.
    LANGUAGE=cy LC_ALL= LANG=cy_GB.UTF-8 "$SIGNPOST_PROGRAM" --keys --config one.yaml > /dev/null 2> err
    [ ! -s err ] || { cat err; return 1; }
    printf 'keys: {near: n, quit: [], neer: x}\n' > bad.yaml
    signpost --keys --config bad.yaml > out 2> err
    grep -q '^  near: \[n\]$' out
    grep -q '^  quit: \[q, F10, Ctrl-C\]$' out
    grep -q '^signpost: bad.yaml:1:17: "quit" needs a key' err
    grep -q '^signpost: bad.yaml:1:27: there is no action "neer"; did you mean "near"?' err
    [ "$(wc -l < err)" -eq 2 ]
}

@test "the settings of a person come before those of the site, folder by folder" {
    mkdir -p first/signpost second/signpost home/.config/signpost
    printf 'keys: {near: a, order: a}\nletters: yes\n' > second/signpost/signpost.yaml
    printf 'keys: {near: b}\n' > first/signpost/signpost.yaml
    printf 'keys: {near: d}\n' > home/.config/signpost/signpost.yaml
    XDG_CONFIG_DIRS=$PWD/first:$PWD/second HOME=$PWD/home "$SIGNPOST_PROGRAM" --keys > out 2> err
    grep -q '^  near: \[d\]$' out
    grep -q '^  order: \[a\]$' out
    XDG_CONFIG_DIRS=$PWD/first:relative:$PWD/second HOME=/nonexistent "$SIGNPOST_PROGRAM" --keys > out 2> err
    grep -q '^  near: \[b\]$' out
    grep -q '^  order: \[a\]$' out
    XDG_CONFIG_HOME=$PWD/second XDG_CONFIG_DIRS=$PWD/first HOME=$PWD/home "$SIGNPOST_PROGRAM" --keys > out 2> err
    grep -q '^  near: \[a\]$' out || { cat out err; return 1; }
}

# json_keys PAGE: fails unless every key of the JSON in out.json stands in the page.
json_keys() {
    python3 - "$1" <<'PY'
import json, re, sys
def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)
page = open(sys.argv[1], encoding="utf-8").read()
stands = set(re.findall(r"[\w-]+", " ".join(re.findall(r"^\.(?:It )?Cm (.*)$", page, re.M))))
found = set(keys(json.load(open("out.json", encoding="utf-8"))))
assert found and found <= stands, found - stands
PY
}

@test "every key of the JSON stands in the page of its command" {
    find_services --json --near in:Wales child:4m who:mother format:one-to-one > out.json || [ $? -eq 1 ]
    json_keys "$pages/signpost-find.1"
    signpost places --json Falkirk > out.json
    json_keys "$pages/signpost-places.1"
    signpost coverage --catalogue "$services" --json in:Falkirk > out.json || [ $? -eq 1 ]
    json_keys "$pages/signpost-coverage.1"
    printf 'services:\n  - {id: one, name: One, areas: Nowhere at all}\n' > list.yaml
    signpost check --json list.yaml > out.json || [ $? -eq 1 ]
    json_keys "$pages/signpost-check.1"
    printf 'services:\n  - {id: one, name: One, areas: Fife}\n' > other.yaml
    signpost diff --json list.yaml other.yaml > out.json || [ $? -eq 1 ]
    json_keys "$pages/signpost-diff.1"
    signpost show --catalogue "$services" --json juno pandas parents-in-mind young-parents-support-base > out.json
    cat "$pages/signpost-show.1" "$catalogue_page" > page
    json_keys page
}

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
        signpost check "$name" > out 2> err || code=$?
        found=$(sed -n 's/.*\[\([a-z-]*\)]$/\1/p' out | sort -u | tr '\n' ' ')
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
            signpost check "$name" > out 2> err || [ $? -le 1 ]
            grep -qE ": ($level): .*\[$problem]\$" out || { echo "$name: $problem is not $level"; cat out; return 1; }
        done
    done < examples
}

@test "every problem that a catalogue can have stands in the page" {
    { grep -ohE 'PROBLEM_[A-Z]+, "[a-z-]+"' "$SIGNPOST_SOURCE"/src/catalogue/*.c "$SIGNPOST_SOURCE"/src/read/*.c
      grep -ohE 'refuse[a-z_]*\([a-z]+, "[a-z-]+"' "$SIGNPOST_SOURCE"/src/read/*.c
    } | sed 's/.*"\(.*\)"/\1/' | sort -u > names
    [ "$(wc -l < names)" -ge 30 ]
    # These are of the configuration and of the lists that come with Signpost, never of a catalogue.
    for name in $(grep -vxE 'unknown-setting|bad-setting|missing-field|unknown-outcode' names); do
        grep -qE "^\.It Cm ([a-z-]+ , )*$name( , [a-z-]+)* Pq" "$catalogue_page" || { echo "$name is not in the page"; missing=1; }
    done
    [ -z "${missing-}" ]
}

@test "every option of --help stands in the page of its command" {
    [ "$(wc -w <<< "$commands")" -ge 5 ]
    for command in $commands; do
        signpost "$command" --help | sed -nE 's/^ +(-[a-z], )?--([a-z-]+).*/\2/p' > options
        [ "$(wc -l < options)" -ge 4 ]
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
    python3 - "$SIGNPOST_SOURCE" <<'PY'
import re, sys
source = sys.argv[1]
words = open(source + "/src/screen/words.h", encoding="utf-8").read()
names = dict(re.findall(r'#define NAME_(\w+) _\("([^"]+)"\)', words))

def key(c):
    if m := re.fullmatch(r"PRESS_F\((\d+)\)", c):
        return "F" + m[1]
    if m := re.fullmatch(r"PRESS_CONTROL\('(.)'\)", c):
        return "Ctrl-" + m[1]
    if m := re.fullmatch(r"'(.)'", c):
        return names["SPACE"] if m[1] == " " else m[1]
    return names[c.removeprefix("PRESS_")]

table = open(source + "/src/screen/actions.c", encoding="utf-8").read()
rows = re.findall(r'\[ACTION_\w+\] =\s*\{"([\w-]+)",\s*\{(.*?)\},\s*IN_.*?N_\("([^"]*)"\)\},?\n', table, re.S)
assert len(rows) == len(re.findall(r"^ +\[ACTION_\w+\] =", table, re.M)) >= 30, len(rows)

page = open(source + "/man/signpost.1", encoding="utf-8").read().replace("\\&", "")
items = [(m[1].split(" , "), " ".join(m[2].split())) for m in re.finditer(r"^\.It Ic (.*)\n((?:(?!\.It|\.El).*\n)+)", page, re.M)]
missing = []
for name, keys, help in rows:
    wanted = [key(c.strip()) for c in keys.split(",")]
    if not any(keys == wanted and help in text for keys, text in items):
        missing.append((name, wanted, help))
assert not missing, missing
PY
}

@test "the settings stand in signpost, and its example is understood" {
    grep -oE '\{"[a-z_]+", take_' "$SIGNPOST_SOURCE/src/read/configuration.c" | sed 's/{"\(.*\)".*/\1/' > settings
    [ -s settings ]
    while IFS= read -r setting; do
        grep -qx "\.It Cm $setting" "$pages/signpost.1" || { echo "$setting"; missing=1; }
    done < settings
    [ -z "${missing-}" ]
    as_read < "$pages/signpost.1" | awk '/^\.\\" configuration: / { on = 1; next } on && /^\.Ed/ { exit } on && !/^\./' > signpost.yaml
    [ -s signpost.yaml ]
    signpost find --config signpost.yaml --catalogue "$services" in:Fife > out 2> err || [ $? -eq 1 ]
    [ ! -s err ] || { cat err; return 1; }
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
    printf 'services:\n  - {id: one, name: One, areas: Nowhere at all}\n' > list.yaml
    signpost check --json list.yaml > out.json || [ $? -eq 1 ]
    json_keys "$pages/signpost-check.1"
    signpost show --catalogue "$services" --json juno pandas parents-in-mind young-parents-support-base > out.json
    cat "$pages/signpost-show.1" "$catalogue_page" > page
    json_keys page
}

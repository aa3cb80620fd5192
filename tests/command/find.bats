load common

@test "20 weeks pregnant in Falkirk: Aberlour suits and says why, Home-Start is to be asked and what" {
    run find_services in:Falkirk pregnant:20 who:mother format:one-to-one about:low-mood
    [ "$status" -eq 0 ]
    has "Suits"
    has "Covers Falkirk (Forth Valley)."
    has "[aberlour-perinatal/befriending]"
    has "To ask"
    has "[home-start-scotland/befriending]"
    has "does it cover Falkirk"
    has "999"
}

@test "and why not Juno" {
    run find_services --near --plain in:Falkirk pregnant:20 format:one-to-one
    [ "$status" -eq 0 ]
    [ "$(with_verdict near <<<"$output" | grep -c '^juno/befriending$')" -eq 1 ]
    find_services --near --json in:Falkirk pregnant:20 format:one-to-one > out.json
    python3 - <<PY
import json
answers = json.load(open("out.json"))["answers"]
juno = [a for a in answers if a["service"] == "juno"][0]
said = [r for r in juno["reasons"] if r["verdict"] == "no"]
assert len(said) == 1 and said[0]["about"] == "in" and "Edinburgh" in said[0]["say"], said
PY
}

@test "JSON: the keys in their order, UTF-8, one object" {
    find_services --json in:Falkirk pregnant:20 format:one-to-one > out.json
    python3 - <<'PY'
import json
o = json.load(open("out.json", encoding="utf-8"))
assert list(o) == ["need", "counts", "answers", "instead", "also"], list(o)
assert o["need"] == "in:Falkirk pregnant:20 format:one-to-one", o["need"]
assert list(o["counts"]) == ["suits", "ending", "ask", "near", "no"]
assert sum(o["counts"].values()) == 29, o["counts"]
a = o["answers"][0]
assert list(a)[:10] == ["service", "offer", "name", "provider", "verdict", "reasons", "contact", "status", "checked", "source"], list(a)
assert list(a["contact"])[:4] == ["phone", "email", "web", "address"]
assert all(list(r) == ["about", "verdict", "say"] for r in a["reasons"])
assert a["checked"] == "2020" and a["status"] == "running" and a["contact"]["phone"] is None
assert all(r["say"].endswith((".", "?")) and len(r["say"].split()) <= 25 for x in o["answers"] for r in x["reasons"])
PY
}

@test "the same question gives the same bytes" {
    find_services --json --all in:Glasgow child:1m > one
    find_services --json --all in:Glasgow child:1m > two
    cmp one two
}

@test "--all lists every offer once" {
    run find_services --plain --all in:Falkirk pregnant:20
    [ "${#lines[@]}" -eq 29 ]
    [ "$(cut -f2 <<<"$output" | sort -u | wc -l)" -eq 29 ]
}

@test "nothing suits: it says what to drop, and the directories" {
    find_services --json in:"Scottish Borders" child:14m who:mother format:one-to-one with:creche > out.json
    python3 - <<PY
import json
o = json.load(open("out.json"))
assert o["counts"]["suits"] == 0
most = [(d["suits"], d["ask"]) for d in o["instead"]]
assert most and most == sorted(most, reverse=True), most
assert any(a["kind"] == "directory" for a in o["also"])
PY
    run find_services in:Wales child:4m who:mother format:one-to-one
    [ "$status" -eq 1 ]
    has "Nothing in this list fits all of it."
    has "without"
    has "Also try:"
    has "999"
}

@test "after a loss nothing is near, and no child's age is told" {
    run find_services --near --plain in:Edinburgh after:loss who:mother
    [ "$status" -eq 1 ]
    [ -z "$output" ]
    run find_services --all --json in:Edinburgh after:loss
    lacks "your child is"
}

@test "accents, case, hyphens, plurals: the same" {
    find_services --plain with:creche > plain
    find_services --plain WITH:Crèche > accent
    cmp plain accent
    find_services --plain format:one-to-one > hyphens
    find_services --plain "format:One to one" > spaces
    cmp hyphens spaces
    find_services --plain only:refugee > one
    find_services --plain only:refugees > many
    cmp one many
    run find_services --plain PANDAs
    [ "$(with_verdict suits <<<"$output" | grep -c '^pandas/')" -ge 1 ] || [ "$(with_verdict ask <<<"$output" | grep -c '^pandas/')" -ge 1 ]
}

@test "a slip of the finger in the words is forgiven" {
    run find_services --plain nurtrue
    has "nurture-the-borders/befriending"
    run find_services --plain cafe stork
    has "cafe-stork/drop-in"
}

@test "an unknown place is an error that offers the place meant" {
    run find_services in:Falkrik
    [ "$status" -eq 2 ]
    has "Falkirk"
    [ "${#lines[@]}" -eq 1 ]
}

@test "an unknown key, an unknown word, an empty value: each its sentence" {
    run find_services fromat:group
    [ "$status" -eq 2 ]
    has "format"
    run find_services format:gruop
    [ "$status" -eq 2 ]
    has "group"
    run find_services in:
    [ "$status" -eq 2 ]
    run find_services pregnant:99
    [ "$status" -eq 2 ]
    run find_services child:old
    [ "$status" -eq 2 ]
}

@test "one argument is one term: no inner quotes needed, quotes allowed" {
    find_services --plain "in:Scottish Borders" > bare
    find_services --plain 'in:"Scottish Borders"' > quoted
    cmp bare quoted
    find_services --plain "in:Armagh City, Banbridge and Craigavon" > whole
    [ "$(find_services --json "in:Armagh City, Banbridge and Craigavon" | grep -c 'Banbridge')" -ge 1 ]
}

@test "a hyphen in front of a term means not, wherever options stand" {
    run find_services -format:online --plain in:Falkirk
    lacks "pandas/online"
    run find_services --plain in:Falkirk -format:online
    lacks "pandas/online"
    run find_services --plain -- in:Falkirk -format:online
    lacks "pandas/online"
}

@test "a postcode is a place, and only its outward part is told again" {
    find_services --plain in:Falkirk pregnant:20 > name
    find_services --plain "in:FK1 1AA" pregnant:20 > postcode
    cut -f1,2 name > a; cut -f1,2 postcode > b
    cmp a b
    run find_services --json in:fk11aa
    has '"need": "in:FK1"'
    lacks "1AA"
    lacks "1aa"
}

@test "pregnancy and age worked out against the day" {
    find_services --plain due:2027-04-13 > due
    find_services --plain pregnant:20 > weeks
    cut -f1,2 due > a; cut -f1,2 weeks > b
    cmp a b
    find_services --plain born:2025-09-24 > born
    find_services --plain child:14m > months
    cut -f1,2 born > a; cut -f1,2 months > b
    cmp a b
}

@test "--json and --plain cannot go together; an unknown option is refused; -o writes whole or not at all" {
    run find_services --json --plain
    [ "$status" -eq 2 ]
    run find_services --jsno
    [ "$status" -eq 2 ]
    find_services --json -o out.json in:Falkirk
    python3 -c 'import json; json.load(open("out.json"))'
    run find_services -o no/such/folder/out.json in:Falkirk
    [ "$status" -eq 2 ]
    [ "$(ls | wc -l)" -eq 1 ]
}

@test "with no terminal, signpost alone lists and ends" {
    run timeout 20 "$SIGNPOST_PROGRAM" < /dev/null
    [ "$status" -eq 0 ]
    has "999"
}

@test "nothing about a need is written anywhere" {
    command -v strace > /dev/null || skip "strace is not here"
    mkdir empty
    # The leak checker of a sanitized build cannot work under strace.
    ASAN_OPTIONS=detect_leaks=0 strace -f -o trace -e trace=openat,open,creat,mkdir,rename,unlink "$SIGNPOST_PROGRAM" find --catalogue "$services" in:Falkirk pregnant:20 > /dev/null 2>strace.err || skip "strace may not run here"
    ! grep -E 'O_WRONLY|O_RDWR|O_CREAT|creat\(|mkdir\(|rename\(' trace | grep -v '/dev/'
}

@test "output that cannot be written is an error" {
    [ -w /dev/full ] || skip "there is no /dev/full"
    run bash -c '"$0" find --catalogue "$1" in:Falkirk > /dev/full' "$SIGNPOST_PROGRAM" "$services"
    [ "$status" -eq 2 ]
}

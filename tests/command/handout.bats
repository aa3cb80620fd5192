load common

setup_file() {
    # What the tester has settled for himself must not change a sheet, and must not print one.
    export XDG_CONFIG_DIRS=/nonexistent
    unset XDG_CONFIG_HOME SIGNPOST_AREA SIGNPOST_CATALOGUE
}

handout_services() { "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue "$services" "$@"; }

# Checks a sheet in HTML with a parser that is not ours: every element closed, no script, nothing fetched, links only to http, https and tel, the style as
# the policy names it, headings that step down. Prints the text of the page.
check_html() {
    python3 - "$@" <<'PYTHON'
import base64, hashlib, sys
from html.parser import HTMLParser

VOID = {"meta", "br"}
ALLOWED = {"html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "p", "ul", "li", "dl", "dt", "dd", "article", "section",
           "div", "figure", "figcaption", "svg", "rect", "path", "a", "q", "span"}
ATTRIBUTES = {"lang", "dir", "charset", "http-equiv", "content", "name", "class", "href", "rel", "role", "aria-label", "xmlns", "viewbox",
              "shape-rendering", "width", "height", "fill", "d"}

class Sheet(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.words, self.styles, self.policy, self.headings, self.language = [], [], [], None, [], None
    def handle_starttag(self, tag, attributes):
        assert tag in ALLOWED, tag
        attributes = dict(attributes)
        assert set(attributes) <= ATTRIBUTES, attributes
        if tag == "html":
            self.language = attributes["lang"]
        if "href" in attributes:
            assert attributes["href"].startswith(("https://", "http://", "tel:")), attributes
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)
    def handle_startendtag(self, tag, attributes):
        assert tag in ("rect", "path"), tag
    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, (tag, self.open)
    def handle_data(self, data):
        (self.styles if self.open and self.open[-1] == "style" else self.words).append(data)
    def handle_comment(self, data):
        raise AssertionError("a comment: " + data)
    def unknown_decl(self, data):
        raise AssertionError("a declaration: " + data)

page = open(sys.argv[1], encoding="utf-8", newline="").read()
sheet = Sheet()
sheet.feed(page)
sheet.close()
assert not sheet.open, sheet.open
assert sheet.language == "en-GB"
assert sheet.headings[0] == 1 and sheet.headings.count(1) == 1
assert all(after <= before + 1 for before, after in zip(sheet.headings, sheet.headings[1:])), sheet.headings
style, = sheet.styles
digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
assert sheet.policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'", (digest, sheet.policy)
assert "url(" not in style and "@import" not in style
assert "@page" in style and "A4" in style and "14pt" in style
for line in page:
    assert line == "\n" or ord(line) >= 32 and ord(line) != 127, repr(line)
print("".join(sheet.words))
PYTHON
}

@test "offers by id, as text: 80 columns, and a slip of 40" {
    run handout_services juno/groups aberlour-perinatal
    [ "$status" -eq 0 ]
    has "Places to get support"
    has "24 November 2026"
    has "1. Juno peer support groups"
    has "2. Perinatal Befriending Support"
    has "If you need help now"
    [ "$(printf '%s\n' "$output" | wc -L)" -le 80 ]
    run handout_services --columns=40 juno/groups
    [ "$status" -eq 0 ]
    [ "$(printf '%s\n' "$output" | wc -L)" -le 40 ]
    run handout_services --columns 12 juno/groups
    [ "$status" -eq 2 ]
    has "--columns"
}

@test "a service alone gives all its offers, each once" {
    run handout_services juno juno/groups
    [ "$status" -eq 0 ]
    has "1. Juno befriending"
    has "2. Juno peer support groups"
    lacks $'\n3. '
}

@test "a need gives its first three answers, and itself is not on the sheet" {
    run handout_services in:Falkirk pregnant:20 who:mother
    [ "$status" -eq 0 ]
    has "1. Perinatal Befriending Support"
    has $'\n3. '
    lacks $'\n4. '
    lacks "20"$'\n'
    lacks "pregnant:20"
    run handout_services in:Falkirk -format:online only:young-parents age:60
    [ "$status" -eq 1 ]
    has "signpost find"
}

@test "an offer that starts later says so; urgent help is that of the place" {
    run handout_services talk-it-over/group in:Paisley pregnant:30
    [ "$status" -eq 0 ]
    has "Starts later: from birth."
    has "NHS 24"
    run handout_services talk-it-over/group in:Cardiff child:2m
    lacks "Starts later"
    has "press 2"
}

@test "what is not known is told, and nothing is written" {
    run handout_services jnuo/groups
    [ "$status" -eq 1 ]
    has "did you mean"
    run handout_services juno/groups nothing-like-it -o sheet
    [ "$status" -eq 1 ]
    [ ! -e sheet ]
    run handout_services juno/groups in:Falkrik
    [ "$status" -eq 2 ]
    has "Falkirk"
    run handout_services
    [ "$status" -eq 2 ]
    for words in "--html --ics" "--print --ics" "--print -o sheet"; do
        run handout_services juno/groups $words
        [ "$status" -eq 2 ]
        [ ! -e sheet ]
    done
}

@test "what has closed is not handed out" {
    cat > closed.yaml <<'YAML'
services:
  - {id: gone, name: Gone, kind: peer-support, formats: group, status: closed}
  - {id: here, name: Here, kind: peer-support, formats: group, status: running}
YAML
    run "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue closed.yaml gone here
    [ "$status" -eq 0 ]
    has "Gone has closed"
    has "1. Here"
    run "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue closed.yaml gone
    [ "$status" -eq 1 ]
}

@test "discreet: public names, no reason, no abuse line; --from must keep it too" {
    run handout_services --discreet aberlour-perinatal juno/groups talk-it-over quarriers-maternal-wellbeing in:Falkirk
    [ "$status" -eq 0 ]
    has "Groups and people near you"
    has "Aberlour befriending"
    printf '%s\n' "$output" > sheet
    ! grep -iE 'mental|perinatal|natal|depress|abuse|0800 027 1234' sheet
    run handout_services --discreet --html aberlour-perinatal juno talk-it-over quarriers-maternal-wellbeing in:Falkirk -o sheet.html
    [ "$status" -eq 0 ]
    ! grep -iE 'mental|perinatal|natal|depress|abuse' sheet.html
    run handout_services --discreet juno/groups --from='Ann, perinatal team'
    [ "$status" -eq 2 ]
    has "--from"
}

@test "HTML: a page by itself, checked by another's parser" {
    run handout_services --html -o sheet.html juno/groups aberlour-perinatal home-start-scotland in:Falkirk pregnant:20
    [ "$status" -eq 0 ]
    run check_html sheet.html
    [ "$status" -eq 0 ] || { printf '%s\n' "$output"; return 1; }
    has "Juno peer support groups"
    has "Samaritans on 116 123"
    run "$SIGNPOST_PROGRAM" handout --today "$today" --html --discreet -o all.html $(signpost find --plain | cut -f 2)
    [ "$status" -eq 0 ]
    run check_html all.html
    [ "$status" -eq 0 ] || { printf '%s\n' "$output"; return 1; }
}

@test "hostile text stays text, in HTML, on paper and in the calendar" {
    [ -n "${SIGNPOST_SHARED-}" ] && [ -r "$SIGNPOST_SHARED/suites/naughty-strings/blns.json" ] || skip "the naughty strings are not here"
    python3 - "$SIGNPOST_SHARED/suites/naughty-strings/blns.json" > hostile.yaml <<'PYTHON'
import json, sys
strings = json.load(open(sys.argv[1], encoding="utf-8")) + ['</style><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "\x1b]52;c;AAAA\x07", "\u202e\u2066x"]
print("services:")
for number, string in enumerate(strings):
    quoted = json.dumps(string)
    print(f"  - id: s{number}\n    name: {quoted}\n    kind: peer-support\n    formats: group")
    for field in ("provider", "summary", "how_to_join", "cost", "wait", "first_visit"):
        print(f"    {field}: {quoted}")
    print(f"    contact: {{phone: {quoted}, web: {quoted}, email: {quoted}, text: {quoted}, address: {quoted}, hours: {quoted}}}")
    print(f"    meets: [{{place: {quoted}}}]\n    when: [\"every Tuesday 10:00-11:30\"]")
PYTHON
    ids=$("$SIGNPOST_PROGRAM" find --today "$today" --catalogue hostile.yaml --plain 2> /dev/null | cut -f 2)
    [ "$(printf '%s\n' "$ids" | wc -l)" -gt 300 ]
    for how in "" "--discreet"; do
        "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue hostile.yaml $ids --html $how -o sheet.html
        run check_html sheet.html
        [ "$status" -eq 0 ] || { printf '%s\n' "$output" | tail -5; return 1; }
        "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue hostile.yaml $ids $how -o sheet.txt
        "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue hostile.yaml $ids $how --columns 40 -o slip.txt
        "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue hostile.yaml $ids $how --ics -o sheet.ics
        python3 - <<'PYTHON'
import unicodedata
for name in ("sheet.txt", "slip.txt", "sheet.ics"):
    text = open(name, encoding="utf-8", newline="").read()
    bad = {c for c in text if unicodedata.category(c) in ("Cc", "Zl", "Zp") or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"}
    assert bad <= ({"\n"} if name.endswith("txt") else {"\r", "\n"}), bad
    if name.endswith("ics"):
        lines = text.split("\r\n")
        assert lines.pop() == "" and all("\n" not in line and "\r" not in line and len(line.encode()) <= 75 for line in lines)
        assert all(line[0] == " " or ":" in line for line in lines)
PYTHON
    done
}

@test "a calendar: what is sure is in it, what is not is told" {
    cat > when.yaml <<'YAML'
services:
  - {id: tea, name: Tea, kind: peer-support, formats: group, when: ["every Tuesday 10:00-11:30 at Paisley Abbey"]}
  - {id: term, name: Term, kind: peer-support, formats: group, when: ["every Tuesday 10:00-11:30 in term time"]}
YAML
    run "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue when.yaml tea --ics -o tea.ics
    [ "$status" -eq 0 ]
    grep -q 'SUMMARY:Tea' tea.ics
    grep -q 'RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU' tea.ics
    run "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue when.yaml tea term --ics -o both.ics
    [ "$status" -eq 0 ]
    has "Term: no day"
    run "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue when.yaml term --ics -o none.ics
    [ "$status" -eq 1 ]
    [ ! -e none.ics ]
}

# A printer that keeps what it is given: the sheet, its words, and which files it was left open.
make_printer() {
    cat > printer <<'SH'
#!/bin/sh
cat > "$HOME/printed"
printf '%s\n' "$@" > "$HOME/words"
ls /proc/$$/fd > "$HOME/open" 2> /dev/null
echo "request id is desk-1"
SH
    chmod +x printer
}

@test "--print: the site's program gets the sheet, its fixed words, and nothing else" {
    make_printer
    printf 'print: ["%s", -d, "a desk; touch pwned", "$(touch pwned)"]\n' "$PWD/printer" > settings.yaml
    exec 7< settings.yaml
    run handout_services --config settings.yaml --print juno/groups in:Falkirk pregnant:20
    exec 7<&-
    [ "$status" -eq 0 ]
    [ -z "$output" ]
    handout_services juno/groups in:Falkirk pregnant:20 > sheet
    cmp sheet printed
    [ "$(cat words)" = $'-d\na desk; touch pwned\n$(touch pwned)' ]
    [ ! -e pwned ]
    [ ! -s open ] || [ "$(grep -cx 7 open)" -eq 0 ]
    printf 'print: %s\nprint_html: yes\n' "$PWD/printer" > settings.yaml
    run handout_services --config settings.yaml --print juno/groups
    [ "$status" -eq 0 ]
    grep -q '<!DOCTYPE html>' printed
    handout_services --html --print --config settings.yaml juno/groups
    check_html printed > /dev/null
}

@test "--print: without a program, or with one that fails, it says so and how to keep the sheet" {
    run env PATH=/nonexistent "$SIGNPOST_PROGRAM" handout --catalogue "$services" --print juno/groups
    [ "$status" -eq 2 ]
    has 'no program "lp"'
    has "-o FILE"
    cat > printer <<'SH'
#!/bin/sh
exec < /dev/null
printf 'out of \033[31mpaper\n' >&2
exit 3
SH
    chmod +x printer
    printf 'print: %s\n' "$PWD/printer" > settings.yaml
    run handout_services --config settings.yaml --print juno/groups
    [ "$status" -eq 2 ]
    has "out of"
    has "-o FILE"
    lacks $'\033'
    printf '#!/bin/sh\nexec 0<&-\nexit 0\n' > printer
    run "$SIGNPOST_PROGRAM" handout --config settings.yaml --html --print $(signpost find --plain | cut -f 2)
    [ "$status" -eq 2 ]
    printf 'print: /dev/null\n' > settings.yaml
    run handout_services --config settings.yaml --print juno/groups
    [ "$status" -eq 2 ]
    has "cannot be run"
}

@test "--print: a long sheet and a talkative printer do not wait for each other" {
    cat > printer <<'SH'
#!/bin/sh
head -c 300000 /dev/zero | tr '\0' x
cat > "$HOME/printed"
SH
    chmod +x printer
    printf 'print: %s\n' "$PWD/printer" > settings.yaml
    run "$SIGNPOST_PROGRAM" handout --config settings.yaml --html --print $(signpost find --plain | cut -f 2)
    [ "$status" -eq 0 ]
    check_html printed > /dev/null
}

@test "every sentence of the sheet is short, and none has a clinic's words" {
    python3 - "$SIGNPOST_SOURCE/src/write/handout_words.h" <<'PYTHON'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
sentences = re.findall(r'"((?:[^"\\]|\\.)*)"', re.sub(r"/\*.*?\*/|#include[^\n]*", "", text, flags=re.S))
assert len(sentences) > 80
for words in sentences:
    assert not re.search(r"perinatal|antenatal|suffer|mentally ill|clinician|e\.g\.|trimester", words, re.I), words
    for sentence in re.split(r"[.?!] ", words):
        assert len(sentence.split()) <= 20, sentence
PYTHON
}

@test "settings: a list of words to print with; an empty word is refused" {
    printf 'print: [""]\n' > settings.yaml
    run handout_services --config settings.yaml juno/groups
    [ "$status" -eq 0 ]
    has "cannot be that"
    printf 'prnt: lp\n' > settings.yaml
    run handout_services --config settings.yaml juno/groups
    has 'did you mean "print"'
}

@test "settings: who gives the sheet; an option says otherwise, and on a discreet sheet a name that tells is left out" {
    printf 'from: "Ann, perinatal team, 01632 960001"\n' > settings.yaml
    run handout_services --config settings.yaml juno/groups
    [ "$status" -eq 0 ]
    has "From: Ann, perinatal team, 01632 960001"
    run handout_services --config settings.yaml juno/groups --from='Bea, 01632 960002'
    has "From: Bea, 01632 960002"
    lacks "Ann"
    run handout_services --config settings.yaml juno/groups --discreet
    [ "$status" -eq 0 ]
    has "From: ____"
    lacks "perinatal"
}

@test "a device or a pipe is written into, not replaced" {
    mkfifo pipe
    handout_services juno/groups -o pipe &
    cat pipe > sheet
    wait $!
    [ -p pipe ]
    handout_services juno/groups > wanted
    cmp sheet wanted
    run handout_services juno/groups -o /dev/null
    [ "$status" -eq 0 ]
    [ -c /dev/null ]
}

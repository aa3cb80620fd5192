load common
bats_require_minimum_version 1.5.0

# The lines of the answers, one for each argument, and then the end of the input.
linear() { printf '%s\n' "$@" | timeout 60 "$SIGNPOST_PROGRAM" --linear --today "$today" --catalogue "$services"; }

# The same on a terminal of the kind $TERM: `on_terminal ANSWERS…` types each answer when a prompt waits and writes all that the terminal got to the file
# `screen`. An answer ^C is the key, ^D the end of the input. Its exit status is the program's.
on_terminal() {
    timeout 100 python3 - "$SIGNPOST_PROGRAM" "$today" "$services" "$@" <<'PY'
import os, pty, select, sys
program, today, services, *answers = sys.argv[1:]
keys = {"^C": b"\x03", "^D": b"\x04"}
arguments = os.environ.get("LINEAR_OPTION", "").split()
child, master = pty.fork()
if child == 0:
    os.execv(program, [program, "--today", today, "--catalogue", services, *arguments])
got = b""
answered = 0
while True:
    ready, _, _ = select.select([master], [], [], 60)
    if not ready:
        sys.stderr.write("nothing more came; so far:\n" + got[-600:].decode(errors="replace"))
        os.kill(child, 9)
        break
    try:
        some = os.read(master, 65536)
    except OSError:
        break
    if not some:
        break
    got += some
    if got.endswith(b"q to quit: ") and answered < len(answers):
        os.write(master, keys.get(answers[answered], answers[answered].encode() + b"\n"))
        answered += 1
        got += b"\0"  # so that this prompt is answered once
open("screen", "wb").write(got.replace(b"\0", b""))
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status) % 256)
PY
}

@test "from the first question to an opened entry" {
    run linear falkirk "20 weeks" mum "one to one" 1 q
    [ "$status" -eq 0 ]
    [[ ${lines[0]} =~ ^Signpost\.\ [0-9]+\ services\.\ Urgent\ help:\ call\ 999\. ]]
    has "Falkirk, Forth Valley, Scotland."
    has "Pregnant, 20 weeks."
    has "You look for: Falkirk; Pregnant, 20 weeks; mother; one-to-one."
    has "1 suits. 1 to ask."
    has "1. Suits. Perinatal Befriending Support, Aberlour. One-to-one."
    has "2. To ask. Home-Start"
    has "Ask whether it covers Falkirk."
    has "Why it suits:"
    has "Covers Falkirk (Forth Valley)."
    has "Facts from 2020"
    has "Goodbye."
}

@test "every prompt says what can be typed, and the urgent help and the way out" {
    run linear "" "" "" "" 1 b n c "" q
    [ "$(grep -c '^Type .*:$' <<<"$output")" -eq 10 ]
    [ "$(grep '^Type ' <<<"$output" | grep -c '999 for urgent help or q to quit:$')" -eq 10 ]
}

@test "numbers choose, and what follows is asked" {
    run linear 1 2 "3 months" 1 "1 and 3" q
    [ "$status" -eq 0 ]
    has "How old is your baby or child?"
    has "You look for: Scotland; Child 3 months; mother; group or online."
    run linear 1 1 20 q
    has "How many weeks pregnant are you?"
    has "Pregnant, 20 weeks."
}

@test "what can mean two things is asked, and its number answers" {
    run linear l g "" "8 weeks" 2 l q
    has "Which do you mean?"
    has "1. Pregnant, 8 weeks"
    has "2. A baby of 8 weeks"
    has "You look for: Child 8 weeks."
    run linear Falkrik 1 l q
    has "I do not know a place called \"Falkrik\"."
    has "You look for: Falkirk."
}

@test "after a loss: no age is asked, nothing is near" {
    run linear falkirk "miscarriage at 12 weeks" "" "" n q
    has "After a loss."
    lacks "How old"
    lacks "How many weeks"
    has "You look for: Falkirk; After a loss."
    has "After a loss nothing is shown as near."
    lacks "your child"
}

@test "back and undo among the questions" {
    run linear b falkirk b stirling 3 u "" l q
    has "This is the first question."
    has "Now: Falkirk. Enter keeps it."
    has "After a loss."
    has "Undone."
    has "You look for: Stirling."
}

@test "answers that lead round and round leave a short way back" {
    answers=(falkirk 1)
    for turn in $(seq 40); do
        answers+=("I have a baby" "I am pregnant")
    done
    linear "${answers[@]}" b b b b b q > out
    grep -q "This is the first question." out
}

@test "pages of ten, more, and no more" {
    run linear l m m m m q
    has "Everything in the list: 29."
    has "That was 1 to 10 of 29. Say more: m."
    has "That was 11 to 20 of 29. Say more: m."
    has "There is no more in this list."
    [ "$(grep -cE '^[0-9]+\. .*\. ' <<<"$output")" -eq 29 ]
}

@test "near, and why; the numbers go on" {
    run linear falkirk 20 "" 2 n 4 b q
    has "are near. This is why they do not fit:"
    [ "$(grep -c '^[0-9]*\. Near\. .*What does not fit: ' <<<"$output")" -ge 10 ]
    has "Nearly: what fits, and what does not:"
    has "Does not fit: Covers City of Edinburgh, about 20 miles away."
}

@test "the need is changed by number, by terms, and brought back by undo" {
    run linear falkirk 20 "" 2 c 1 with:creche with:crech "" u u q
    has "1. Falkirk."
    has "3. One-to-one."
    has "Taken away: Falkirk."
    has "did you mean creche"
    has "Nothing has changed."
    has "You look for: Pregnant, 20 weeks; one-to-one; crèche."
    [ "$(grep '^You look for' <<<"$output" | tail -n 1)" = "You look for: Falkirk; Pregnant, 20 weeks; one-to-one." ]
    run linear falkirk l c in:stirling "" c 0 "" u q
    has "You look for: Stirling."
    has "Everything in the list: 29."
    run linear falkirk l format:group pregnant:20 child:3m q
    [ "$(grep '^You look for' <<<"$output" | tail -n 1)" = "You look for: Falkirk; group; Child 3 months." ]
}

@test "words are searched for, replaced, and taken away" {
    run linear l "/ juno" "/music" / q
    has 'You look for: "juno".'
    has 'You look for: "music".'
    has "The search is taken away."
    has "Everything in the list: 29."
    run linear l "/ falkirk" q
    has "If you mean the place Falkirk, type in:Falkirk"
    run linear l "/ nosuchwordanywhere" q
    [ "$status" -eq 1 ]
    has "Nothing in this list fits all of it."
    has 'Without "nosuchwordanywhere":'
    has "Also try:"
}

@test "kept, told, read here, saved where it says, and never over a file without a yes" {
    run linear falkirk 20 "" 2 w 1 k b "k 2" k w s d s sheet.txt b q
    [ "$status" -eq 0 ]
    has "Nothing is kept yet."
    has "Kept: Perinatal Befriending Support."
    has "2 are kept."
    has "The sheet starts here."
    has "Places to get support"
    has "The sheet will not say why you have it."
    has "Groups and people near you"
    has "Saved in $(realpath .)/sheet.txt"
    has "Whoever opens that file can read what you kept."
    [ -s sheet.txt ]
    grep -q "999" sheet.txt
    run ! grep -i "perinatal\|mental health\|falkirk" sheet.txt
    echo old > there.txt
    run linear l k1 w there.txt "" . b q
    has "There is a file of that name already."
    has "It was not saved."
    has "That is a folder."
    [ "$(cat there.txt)" = old ]
    run linear l k1 w there.txt yes sheet.html b q
    has "Saved in"
    [ "$(cat there.txt)" != old ]
    grep -qi '<!doctype html>' sheet.html
    run linear l k1 w no/such/folder/sheet.txt - l b k1 q
    has "It was not saved."
    [ "$(grep -c 'The name of the file needs a dot' <<<"$output")" -eq 2 ]
    [ ! -e l ]
    has "Not kept any more:"
    run linear l k1 w b q
    has "It is saved or printed only where you say."
}

@test "printed with the program of the settings, and what went wrong is said" {
    printf 'print: [tee, printed]\n' > good.yaml
    printf 'print: [no-such-program-here]\n' > bad.yaml
    run timeout 60 "$SIGNPOST_PROGRAM" --linear --config good.yaml --catalogue "$services" <<< $'l\nk1\nw\np\nb\nq'
    has "Given to tee to print. Nothing is saved here."
    grep -q "999" printed
    run timeout 60 "$SIGNPOST_PROGRAM" --linear --config bad.yaml --catalogue "$services" <<< $'l\nk1\nw\np\nb\nq'
    has "Not printed: the sheet was not printed"
}

@test "urgent help at every prompt, and nothing is lost" {
    run linear 999 falkirk "help now" 20 "I want to die" "" 999 2 999 1 999 c 999 "" k w 999 b q
    [ "$status" -eq 0 ]
    [ "$(grep -c '^Urgent help:$' <<<"$output")" -eq 8 ]
    has "call 999 now"
    has "116 123"
    has "NHS 24"
    has "You look for: Falkirk; Pregnant, 20 weeks; one-to-one."
}

@test "help everywhere; what peer support is" {
    run linear h ? l h ? c h "" k1 w h b q
    has "Four questions find what may suit you."
    has "What is peer support?"
    has "It is not counselling, and it is not treatment."
    lacks "McLeish"
    has "Each line of the list is one offer of support."
    has "in:Falkirk: the place"
    has "A sheet lists what you kept"
    has "?? for professionals"
    lacks "erinatal help"
}

@test "what peer support is, for professionals" {
    run linear ?? q
    has "What is peer support? For professionals."
    has "When it is not enough:"
    has "From: McLeish, McCourt and Ayers, 2026"
    has "In plain words, type ?"
}

@test "the list is narrowed down by what services say, one choice after the other" {
    run linear falkirk l f 99 x 3 2 3 2 u "" m "" q
    has "Narrow down by what?"
    has "3. How."
    has "There is no 99. The numbers go from 1 to "
    has "There is no x."
    has "How:"
    [ "$(grep -cE '^[0-9]+\. .*\. [0-9]+ would fit\.$' <<<"$output")" -ge 4 ]
    has "You look for: Falkirk; "
    grep -qE '^[0-9]+\. .*\. Chosen\. [0-9]+ would fit without it\.$' <<<"$output"
    has "Undone."
    has "There is no more in this list."
    run linear l f 8 m m "" "" q
    has "That was 1 to 10 of "
    has "11. "
}

@test "the order, a new start, and what was left out" {
    run linear falkirk 20 "" 2 r r a "" "" "" "" u q
    has "In order of their names."
    has "In order of how they fit."
    has "Everything you chose is taken away. u undoes it."
    has "Everything in the list: 29."
    [ "$(grep '^You look for' <<<"$output" | tail -n 1)" = "You look for: Falkirk; Pregnant, 20 weeks; one-to-one." ]
    run linear l r q
    grep -E '^[0-9]+\. ' <<<"$output" | tail -n 10 | sed 's/^[0-9]*\. //' > names
    LC_ALL=C.UTF-8 sort -c names
    run linear l e q
    has "No entry was left out."
    printf 'services:\n  - {id: a, name: A}\n  - {id: b, name: B, areas: Nowhere}\n' > list.yaml
    run timeout 60 "$SIGNPOST_PROGRAM" --linear --catalogue list.yaml <<< $'l\ne\nq'
    has "1 entry could not be used. At the list, e says why."
    has 'list.yaml:3:29: error: unknown area "Nowhere"'
}

@test "other offers of the service have numbers, and can be opened and kept by them" {
    run linear l "/ juno befriending" 1 2 k q
    has "From the same service:"
    has "2. Juno peer support groups."
    has "Kept: Juno peer support groups."
    run linear l "/ juno" 1 2 q
    has "1. Juno befriending."
    lacks "There is no 2."
}

@test "who it is from stands on the sheet; nothing on a discreet one says why" {
    run linear l k1 w f "Jo, 01632 960 111" s f "Perinatal team" d s q
    has "From: Jo, 01632 960 111"
    has "From: Perinatal team"
    has "Those words say why she has the sheet. They are left off it."
    run linear l k1 w d f "Perinatal team" f "Jo" sheet.txt b q
    has "Those words say why she has the sheet. They are left off it."
    grep -q "^From: Jo" sheet.txt
    run ! grep -q "erinatal" sheet.txt
}

@test "a site settles who gives the sheets, and that no files are saved" {
    printf 'from: "Jo, 01632 960 111"\nsave: no\nprint: [tee, printed]\n' > settings.yaml
    run timeout 60 "$SIGNPOST_PROGRAM" --linear --config settings.yaml --catalogue "$services" <<< $'l\nk1\nw\nsheet.txt\np\nb\nq'
    lacks "the name of a file to save it in"
    has "No file can be saved here."
    [ ! -e sheet.txt ]
    grep -q "^From: Jo, 01632 960 111" printed
}

@test "the calendar is saved under a name that ends in .ics, or it is said that no day is sure" {
    printf 'services:\n  - {id: a, name: A, when: "every Tuesday 10:00-11:30"}\n  - {id: b, name: B}\n' > list.yaml
    printf 'l\nk1\nk2\nw\ntimes.ics\nb\nk1\nw\nnone.ics\nb\nq\n' > answers
    run timeout 60 "$SIGNPOST_PROGRAM" --linear --today "$today" --catalogue list.yaml < answers
    has "B: no day on which it surely meets is known. It is not in the calendar."
    has "Saved in $(realpath .)/times.ics"
    grep -q "^BEGIN:VEVENT" times.ics
    has "It was not saved."
    [ ! -e none.ics ]
}

@test "the sheet is read out a thought a line: no rule, no column, no line to write on" {
    run linear falkirk 20 "" 2 k1 w s b q
    sed -n '/^The sheet starts here/,/^The sheet ends here/p' <<<"$output" > told
    [ "$(wc -l < told)" -gt 20 ]
    run ! grep -qE -- '---|___|  |^- ' told
    grep -q '^Where: Forth Valley, East Lothian$' told
    grep -q '^You could ask:$' told
    grep -q '^Does it cost anything?$' told
}

@test "where the locale is not UTF-8, all that is written is ASCII" {
    printf 'services:\n  - {id: a, name: "Café Ŵyl – “crèche” Łódź… 母", areas: Falkirk}\n' > list.yaml
    for setting in LC_ALL=C LC_ALL=POSIX LC_ALL=en_GB.ISO-8859-1; do
        printf 'l\n1\n?\nf\n\nk1\nw\ns\nq\n' | env "$setting" timeout 60 "$SIGNPOST_PROGRAM" --linear --catalogue list.yaml > out
        LC_ALL=C run ! grep -q '[^ -~]' out
        grep -q 'Cafe Wyl - "creche" Lodz... ?' out
    done
    for setting in LC_ALL=C.UTF-8 LC_ALL=xx_XX.utf8; do
        printf 'l\nq\n' | env "$setting" timeout 60 "$SIGNPOST_PROGRAM" --linear --catalogue list.yaml | grep -q 'Café Ŵyl – “crèche” Łódź… 母'
    done
}

@test "with eyes shut: from the start to a printed sheet in nine answers, each typed when its prompt has come" {
    printf 'print: [tee, printed]\n' > settings.yaml
    export LINEAR_OPTION="--linear --config settings.yaml"
    run on_terminal falkirk "20 weeks" mum "one to one" "k 1" w d p q
    [ "$status" -eq 0 ]
    python3 - <<'PY'
import re
text = open("screen", "rb").read().decode()
# What came after each answer, up to the next prompt: the answer itself comes first, as the terminal echoes it.
turns = [t.replace("\r\n", "\n") for t in text.split("q to quit: ")]
answers = ["falkirk", "20 weeks", "mum", "one to one", "k 1", "w", "d", "p", "q"]
said = ["Falkirk, Forth Valley, Scotland.", "Pregnant, 20 weeks.", "Mother.", "One-to-one.", "Kept: Perinatal Befriending Support.",
        "It is saved or printed only where you say.", "The sheet will not say why you have it.", "Given to tee to print. Nothing is saved here.", "Goodbye."]
assert len(turns) == len(answers) + 1, len(turns)
for turn, answer, words in zip(turns[1:], answers, said):
    lines = turn.split("\n")
    assert lines[0] == answer, lines[0]
    assert words in turn, (answer, turn)
# Nothing rests on where it stands: no columns, no rules, no empty line to listen to.
for turn in turns:
    lines = turn.split("\n")
    assert not any(re.search("  |---|___|[|*]", line) for line in lines), lines
    assert all(lines[:-1]), lines
PY
    grep -q "^1\. Aberlour befriending$" printed
    grep -q "999" printed
    run ! grep -i "perinatal\|mental health" printed
}

@test "what is not understood loses nothing and says what was possible" {
    run linear "zzzz qqqq" falkirk wibble 20 plumber "" morse 2 juno 99 0 1x k "k x" "k 99" o "open 99" m x "fromat:group" q
    [ "$status" -eq 0 ]
    has 'I do not know a place called "zzzz qqqq". Try a town'
    has 'I did not understand "wibble". Try 20 weeks'
    has 'I did not understand "plumber". Try mother'
    has 'I did not understand "morse". Try group'
    has 'I did not understand "juno". Nothing has changed.'
    has "To search for it, type / and then the words."
    has "There is no 99. The numbers go from 1 to 2."
    has "There is no 0."
    has "Which one? Type k and its number"
    has "There is no more in this list."
    has 'unknown word "fromat" before the colon; did you mean format'
    [ "$(grep -c '^You look for' <<<"$output")" -eq 1 ]
}

@test "hostile bytes are made safe; no escape, no control character comes out" {
    python3 -c 'import sys; sys.stdout.buffer.write(bytes(c for c in ((i * 197 + i // 7) % 256 for i in range(3000)) if c != 10))' > bytes
    { printf '\033[2J\033]0;x\007\n\xff\xfe\x80\n\xe2\x80\xaefalkirk\nfalkirk\n\0\n20\r\n\n\nl\n\033[A\n/ \033[31m\n/\n'; cat bytes; printf '\nk\033\nq\n'; } |
        timeout 60 "$SIGNPOST_PROGRAM" --linear --today "$today" --catalogue "$services" > out
    python3 - <<'PY'
data = open("out", "rb").read()
data.decode("utf-8")
assert not any(b < 32 and b != 10 or b == 127 for b in data), sorted({b for b in data if b < 32})
assert "\u202e" not in data.decode()
assert "You look for: Falkirk; Pregnant, 20 weeks." in data.decode()
PY
}

@test "a line of 4096 bytes is taken, a longer one is refused whole" {
    long=$(head -c 4096 /dev/zero | tr '\0' a)
    run linear "$long" falkirk l q
    has 'I do not know a place called "aaaa'
    has "You look for: Falkirk."
    run linear "${long}stirling" falkirk "$(head -c 100000 /dev/zero | tr '\0' 3)" l q
    [ "$status" -eq 0 ]
    [ "$(grep -c '^That line is too long: 4096 bytes are the most. Nothing has changed.$' <<<"$output")" -eq 2 ]
    has "You look for: Falkirk."
}

@test "the end of the input at any prompt leaves cleanly, with find's exit status" {
    local answers=(falkirk "20 weeks" mum "one to one" 1 k b n c with:creche "" w sheet.txt) i
    for ((i = 0; i <= ${#answers[@]}; i++)); do
        run linear "${answers[@]:0:i}"
        [ "$status" -eq 0 ]
        [ "${lines[-1]}" = "Goodbye. Nothing about your search is kept." ]
        rm -f sheet.txt
    done
    run linear guernsey "after:loss" l
    find_services in:Guernsey after:loss > /dev/null || wanted=$?
    [ "$status" -eq "${wanted:-0}" ]
    [ "$status" -eq 1 ]
    has "Nothing in this list fits all of it."
}

@test "a last line without its end counts; no input at all is no error" {
    run bash -c 'printf falkirk | "$0" --linear --catalogue "$1"' "$SIGNPOST_PROGRAM" "$services"
    [ "$status" -eq 0 ]
    has "Falkirk, Forth Valley"
    run bash -c '"$0" --linear --catalogue "$1" < /dev/null' "$SIGNPOST_PROGRAM" "$services"
    [ "$status" -eq 0 ]
    run bash -c '"$0" --linear --catalogue "$1" <&-' "$SIGNPOST_PROGRAM" "$services"
    [ "$status" -eq 0 ]
}

@test "a catalogue that cannot be read, and output that cannot be written: 2" {
    run timeout 60 "$SIGNPOST_PROGRAM" --linear --catalogue no-such-file.yaml < /dev/null
    [ "$status" -eq 2 ]
    [ -w /dev/full ] || skip "there is no /dev/full"
    run bash -c 'echo falkirk | "$0" --linear --catalogue "$1" > /dev/full' "$SIGNPOST_PROGRAM" "$services"
    [ "$status" -eq 2 ]
}

@test "the area of the settings is where it starts" {
    run env SIGNPOST_AREA=Fife "$SIGNPOST_PROGRAM" --linear --catalogue "$services" <<< $'\n\n\n\n999\nq'
    has "Now: Fife. Enter keeps it."
    has "You look for: Fife."
    has "NHS 24"
}

@test "a dumb terminal gets it by itself: no escape byte, from the start to an entry and back" {
    export TERM=dumb
    run on_terminal falkirk "20 weeks" mum "one to one" 1 b n c 1 with:creche "" u "gar bage" 999 q
    [ "$status" -eq 0 ]
    python3 - <<'PY'
data = open("screen", "rb").read()
assert b"\x1b" not in data and b"\x08" not in data and b"\x0c" not in data
assert all(b >= 32 or b in (10, 13) for b in data), sorted({b for b in data if b < 32})
assert b"\r" not in data.replace(b"\r\n", b""), "a line goes back over itself"
text = data.decode()
for wanted in ("Why it suits:", "are near", "Taken away: Falkirk", "Undone.", "Urgent help:", "Goodbye."):
    assert wanted in text, wanted
assert not any(0x2500 <= ord(c) < 0x25a0 for c in text)
PY
}

@test "another terminal gets it with --linear, and as few bytes of its own" {
    LINEAR_OPTION=--linear TERM=xterm-256color run on_terminal l 1 q
    [ "$status" -eq 0 ]
    run ! grep -q $'\033' screen
    grep -q "How far to trust this:" screen
}

@test "Ctrl-C and Ctrl-D leave as q does" {
    export TERM=dumb
    run on_terminal falkirk ^C
    [ "$status" -eq 0 ]
    grep -q "Goodbye" screen
    run on_terminal falkirk l 1 ^D
    [ "$status" -eq 0 ]
    grep -q "Goodbye" screen
    run on_terminal guernsey loss ^C
    [ "$status" -eq 1 ]
}

@test "a signal that ends programs ends this one" {
    mkfifo way
    "$SIGNPOST_PROGRAM" --linear --catalogue "$services" < way > out &
    local child=$!
    exec 7> way
    echo falkirk >&7
    for _ in $(seq 600); do
        grep -q "Forth Valley" out && break
        sleep 0.1
    done
    kill -TERM "$child"
    wait "$child" && status=0 || status=$?
    exec 7>&-
    [ "$status" -eq 143 ]
}

@test "without a terminal and without --linear nothing changes: the list is written" {
    TERM=dumb run timeout 20 "$SIGNPOST_PROGRAM" --catalogue "$services" < /dev/null
    [ "$status" -eq 0 ]
    lacks "Type a number"
    run timeout 20 "$SIGNPOST_PROGRAM" find --linear
    [ "$status" -eq 2 ]
}

@test "nothing about a need is written anywhere" {
    printf 'falkirk\nmiscarriage\n\n\n1\nk\nw\ns\nb\n/ juno\nc\n0\n\nq\n' > answers
    export TMPDIR=$PWD XDG_CACHE_HOME=$PWD XDG_STATE_HOME=$PWD XDG_DATA_HOME=$PWD XDG_CONFIG_HOME=$PWD
    "$SIGNPOST_PROGRAM" --linear --catalogue "$services" < answers > /dev/null
    [ "$(find . -type f)" = ./answers ]
    command -v strace > /dev/null || return 0
    strace -f -o trace -e trace=openat,open,creat,mkdir,rename,unlink "$SIGNPOST_PROGRAM" --linear --catalogue "$services" < answers > /dev/null 2>strace.err ||
        return 0 # not every place lets a program be traced
    run ! grep -E 'O_WRONLY|O_RDWR|O_CREAT|creat\(|mkdir\(|rename\(' <(grep -v '/dev/' trace)
}

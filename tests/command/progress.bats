# Progress of a long reading: on standard error, for a terminal only, and gone when it is over.
load common

# A list that takes longer to read than what is worth telling, on any machine that the tests run on.
setup_file() {
    export long=$BATS_FILE_TMPDIR/long.csv
    python3 - "$long" <<'PY'
import sys
with open(sys.argv[1], "w") as out:
    out.write("service,name,areas,formats,who,summary\n")
    for i in range(300000):
        out.write("s%d,Group %d,Falkirk,group,mothers,Somebody to talk to.\n" % (i, i))
PY
}

# Runs the command with its standard error on a terminal: what came there goes to the file `seen`, and its output to `out`.
on_a_terminal() {
    python3 - "$@" <<'PY'
import os, pty, subprocess, sys, threading
master, slave = pty.openpty()
seen = b""
def listen():
    global seen
    while True:
        try:
            got = os.read(master, 4096)
        except OSError:
            return
        if not got:
            return
        seen += got
listener = threading.Thread(target=listen)
listener.start()
with open("out", "wb") as out:
    status = subprocess.call(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=out, stderr=slave)
os.close(slave)
listener.join()
open("seen", "wb").write(seen)
sys.exit(status)
PY
}

@test "a terminal sees how far it is, and the line is taken away" {
    TERM=xterm on_a_terminal "$SIGNPOST_PROGRAM" find --plain --today "$today" --catalogue "$long" in:Falkirk
    [ "$(wc -l < out)" -eq 300000 ]
    python3 - <<'PY'
import re
seen = open("seen", encoding="utf-8", newline="").read()
steps = [int(n) for n in re.findall(r"\rReading the list: (\d+) in 100, \d+ entries\. Ctrl-C stops\.", seen)]
assert steps and steps == sorted(steps) and steps[-1] <= 100, seen
# The last thing is blanks over the line, and the cursor back at its start.
assert re.search(r"\r +\r$", seen), seen[-100:]
assert "\n" not in seen and "\033" not in seen, seen
PY
}

@test "a terminal that cannot write over a line is told once, and so is --linear" {
    TERM=dumb on_a_terminal "$SIGNPOST_PROGRAM" find --plain --today "$today" --catalogue "$long" in:Falkirk
    [ "$(tr -d '\r' < seen)" = "Reading a long list. Ctrl-C stops." ]
    status=0
    TERM=xterm on_a_terminal "$SIGNPOST_PROGRAM" --linear --today "$today" --catalogue "$long" || status=$?
    [ "$(tr -d '\r' < seen)" = "Reading a long list. Ctrl-C stops." ]
}

@test "without a terminal there is no word of it" {
    "$SIGNPOST_PROGRAM" find --plain --today "$today" --catalogue "$long" in:Falkirk > out 2> seen
    [ ! -s seen ] || { cat seen; return 1; }
}

# The lock of the kiosk as it runs: what the kernel sees of it, and what staff are told where a piece is missing.
load common

server=kiosk-lock-$$
without=$(dirname "$SIGNPOST_PROGRAM")/../tests/command/without

# run_kiosk PROGRAM ARGUMENTS…: in a terminal of its own. Its messages go to the file "said", its number to "process", its status to "ended".
run_kiosk() {
    rm -f said ended process
    { printf 'echo $BASHPID >process; exec '; printf '%q ' "$@"; } > kiosk.sh
    tmux -L "$server" -f /dev/null new-session -d -x 80 -y 24 \
        "env SIGNPOST_DATA='$SIGNPOST_DATA' TZ=UTC bash -c '(. ./kiosk.sh) 2>said; echo \$? >ended.now; mv ended.now ended'"
}

screen() { tmux -L "$server" capture-pane -p 2> /dev/null || true; }

# wait_until COMMAND…: at most a minute.
wait_until() {
    local i
    for i in {1..300}; do
        if "$@"; then return 0; fi
        sleep 0.2
    done
    printf 'never: %s\n' "$*"
    screen
    cat said ended 2> /dev/null
    return 1
}

# none FILE PATTERN: fails, and shows it, when a line of the file matches.
none() { if grep -E -- "$2" "$1"; then return 1; fi; }

screen_has() { screen | grep -q -F -- "$1"; }
has_ended() { [ -e ended ]; }

# list NUMBER: that many services, put in place as a whole.
list() {
    local i
    { echo "service,name,areas,summary"
      for ((i = 0; i < $1; i++)); do echo "s$i,Group $i,Falkirk,Somebody to talk to."; done; } > list/new
    mv list/new list/list.csv
}

setup_file() {
    command -v tmux > /dev/null || skip "tmux is not here"
}

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    export HOME=$BATS_TEST_TMPDIR
    mkdir list
    list 2
    printf 'print: [tee, %s/printed]\nkiosk:\n  print: yes\n' "$BATS_TEST_TMPDIR" > settings.yaml
}

teardown() {
    tmux -L "$server" kill-server 2> /dev/null || true
}

# Whether this machine has all pieces; else the tests that need them say so.
needs_whole_lock() {
    run_kiosk "$SIGNPOST_PROGRAM" kiosk --require-lock --catalogue list/list.csv
    wait_until eval 'has_ended || screen_has F10'
    if has_ended; then skip "$(tr '\n' ' ' < said)"; fi
    tmux -L "$server" kill-server
    wait_until eval '! tmux -L "$server" list-sessions 2> /dev/null'
}

# What the kiosk's own process asked of the kernel after the last step of the lock, one call a line.
after_the_lock() {
    local kiosk
    kiosk=$(sed -n 's/^\([0-9]*\) *seccomp(SECCOMP_SET_MODE_FILTER, [^N]*{len.*/\1/p' trace | tail -1)
    [ -n "$kiosk" ] || { echo "no filter in the trace" >&2; return 1; }
    sed -n "/^$kiosk *seccomp(SECCOMP_SET_MODE_FILTER, [^N]*{len/,\$p" trace | sed 1d | awk -v kiosk="$kiosk" '
        $1 == kiosk && / (clone\(|<... clone resumed>)/ && match($0, /= [0-9]+$/) { own[substr($0, RSTART + 2)] = 1 }
        $1 == kiosk || own[$1]'
}

read_after_the_lock() { after_the_lock | grep -q 'openat(.*list.csv'; }

# The first page may come back when a changed list has been taken, so Enter is pressed until there is a question.
begun() {
    if screen_has "need to give your name"; then tmux -L "$server" send-keys Enter; sleep 0.5; fi
    screen_has "Where do you want"
}

@test "after the lock: no program, no process, no file opened for writing, no socket; and a changed list is read" {
    command -v strace > /dev/null || skip "strace is not here"
    needs_whole_lock
    ASAN_OPTIONS="$ASAN_OPTIONS:detect_leaks=0" run_kiosk strace -f -qq -o trace "$SIGNPOST_PROGRAM" kiosk --require-lock --config settings.yaml --catalogue list/list.csv
    wait_until eval 'has_ended || screen_has F10'
    if has_ended; then grep -q -i 'ptrace\|not permitted' said && skip "strace may not run here"; cat said; false; fi
    list 5
    wait_until read_after_the_lock
    wait_until begun
    for keys in F1 Escape F4 Escape F9 Escape C-c C-z 'C-\' C-s C-q C-d C-v F2 F3 F5 F8 F12 M-x 2 Enter Enter Enter Enter Enter F11 Escape; do
        tmux -L "$server" send-keys "$keys"
    done
    tmux -L "$server" resize-window -x 100 -y 30
    tmux -L "$server" send-keys F10
    sleep 0.5
    [ ! -e ended ]
    after_the_lock > after
    [ "$(grep -c 'read(0' after)" -gt 3 ]
    none after ' (execve|execveat|fork|vfork|socket|socketpair|connect|bind|ptrace|mount|unlink|unlinkat|mkdir|mkdirat|rename|renameat|renameat2|creat)\('
    none after ' open(at)?\(.*(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND)'
    none after ' (mmap|mprotect)\(.*PROT_EXEC'
    none after ' SIGSYS'
    grep ' clone(' after > threads
    [ "$(grep -c CLONE_THREAD threads)" -eq "$(wc -l < threads)" ]
    [ ! -e printed ]
}

@test "signals that stop or end a program do not stop the kiosk half way" {
    needs_whole_lock
    run_kiosk "$SIGNPOST_PROGRAM" kiosk --catalogue list/list.csv
    wait_until screen_has F10
    pid=$(cat process)
    kill -TSTP "$pid"
    kill -WINCH "$pid"
    wait_until begun
    kill -TERM "$pid"
    wait_until has_ended
    [ "$(cat ended)" -ne 159 ] # SIGSYS
}

@test "with all pieces: one line for staff" {
    needs_whole_lock
    run_kiosk "$SIGNPOST_PROGRAM" kiosk --require-lock --catalogue list/list.csv
    wait_until screen_has F10
    [ "$(cat said)" = "The kiosk is locked in: it can read its lists and draw on this screen, and nothing else." ]
}

# AddressSanitizer sets the limit on cores itself and ends where it cannot, so under it that piece stays.
starts_without() {
    "$without" "$1" -- "$SIGNPOST_PROGRAM" --version > version 2>&1 || ! grep -q AddressSanitizer version
}

@test "with each piece taken away: it is named, and --require-lock does not start" {
    needs_whole_lock
    while IFS='|' read -r piece words; do
        starts_without "$piece" || continue
        run_kiosk "$without" "$piece" -- "$SIGNPOST_PROGRAM" kiosk --require-lock --catalogue list/list.csv
        wait_until has_ended
        [ "$(cat ended)" -ne 77 ] || skip "no pieces can be taken away here"
        [ "$(cat ended)" -eq 2 ]
        grep -F "Missing: $words" said
        [ "$(grep -c Missing: said)" -eq 1 ]
        grep -F -- "--require-lock" said
        wait_until eval '! tmux -L "$server" list-sessions 2> /dev/null'

        run_kiosk "$without" "$piece" -- "$SIGNPOST_PROGRAM" kiosk --catalogue list/list.csv
        wait_until screen_has F10
        grep -F "Missing: $words" said
        none said 'is locked in'
        tmux -L "$server" kill-server
        wait_until eval '! tmux -L "$server" list-sessions 2> /dev/null'
    done <<'PIECES'
no-new-privileges|programs that it starts get no more rights
no-core|a crash leaves no memory in a file
not-dumpable|other programs cannot look into its memory
few-resources|no file can grow
files|the rest of the disk cannot be seen (Landlock)
calls|it cannot start programs, write or use a network (seccomp)
PIECES
}

@test "with all taken away: each is named" {
    needs_whole_lock
    pieces="no-new-privileges not-dumpable few-resources files calls"
    ! starts_without no-core || pieces="$pieces no-core"
    # One word a piece, so no quotes.
    run_kiosk "$without" $pieces -- "$SIGNPOST_PROGRAM" kiosk --require-lock --catalogue list/list.csv
    wait_until has_ended
    [ "$(cat ended)" -ne 77 ] || skip "no pieces can be taken away here"
    [ "$(cat ended)" -eq 2 ]
    [ "$(grep -c Missing: said)" -eq "$(echo $pieces | wc -w)" ]
}

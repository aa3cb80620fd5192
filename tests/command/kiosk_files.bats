load common

# What an installer puts on a machine: units, drop-ins, the terminal of a touch screen.
units=$SIGNPOST_SOURCE/data/systemd
kiosk=$SIGNPOST_SOURCE/data/kiosk

# unit NAME: a unit as it is installed, in this folder. What it runs need not be here.
unit() {
    sed -e "s|@bindir@/signpost|$SIGNPOST_PROGRAM|; s|@pkgdatadir@|$SIGNPOST_DATA|" "$units/$1.in" > "$1"
    ! grep -q '@[a-z]*@[^.]' "$1"
}

# verify NAME INSTANCE: that systemd has nothing to say of the unit.
verify() {
    local instance=${1/@/@$2}
    # A screen of that kind need not be here.
    sed -i 's#/usr/bin/\(cage\|foot\) #/bin/true #' "$1"
    run systemd-analyze verify --man=no "./$instance"
    case $output in
    *"$instance":[0-9]* | *"$1":[0-9]* | *Unknown* | *"Failed to parse"* | *.conf:[0-9]*) echo "$output"; return 1 ;;
    esac
}

# exposure NAME MOST: that systemd judges the unit to be no more exposed than this.
exposure() {
    run systemd-analyze security --offline=true "./$1"
    level=$(grep -o 'Overall exposure level .*: [0-9.]*' <<< "$output" | grep -o '[0-9.]*$')
    echo "exposure $level"
    [ -n "$level" ]
    awk -v level="$level" -v most="$2" 'BEGIN { exit !(level <= most) }'
}

needs_systemd() { command -v systemd-analyze > /dev/null || skip "systemd is not here"; }

@test "the unit of the console is what systemd understands, and its exposure is low, with a printer too" {
    needs_systemd
    unit signpost-kiosk@.service
    verify signpost-kiosk@.service tty1
    exposure signpost-kiosk@.service 1.0
    for printer in printing network-printer; do
        mkdir -p "signpost-kiosk@.service.d"
        cp "$kiosk/$printer.conf" "signpost-kiosk@.service.d/"
        verify signpost-kiosk@.service tty1
        exposure signpost-kiosk@.service 2.0
        rm -r "signpost-kiosk@.service.d"
    done
}

@test "the unit of a touch screen is what systemd understands, and its exposure is not high" {
    needs_systemd
    unit signpost-kiosk-touch@.service
    verify signpost-kiosk-touch@.service tty1
    exposure signpost-kiosk-touch@.service 2.0
}

@test "whatever happens the units start Signpost again, with no shell in between and nothing written" {
    for name in signpost-kiosk@.service signpost-kiosk-touch@.service; do
        unit "$name"
        for line in Restart=always StartLimitIntervalSec=0 User=signpost-kiosk LimitCORE=0 MemorySwapMax=0 NoNewPrivileges=yes ProtectSystem=strict \
            ProtectHome=yes PrivateTmp=yes TTYReset=yes TTYVHangup=yes TTYVTDisallocate=yes; do
            grep -qx "$line" "$name" || { echo "$name: $line"; return 1; }
        done
        awk -F = '/^RestartSec=/ { found = 1; exit !($2 >= 1 && $2 <= 5) } END { if (!found) exit 1 }' "$name"
        run grep -E '^ExecStart=' "$name"
        [ "${#lines[@]}" -eq 1 ]
        has "$SIGNPOST_PROGRAM kiosk --require-lock"
        run grep -E '^Exec.*(/sh|bash|agetty|login| -c )' "$name"
        [ "$status" -eq 1 ]
    done
    # With settings that it does not understand foot starts with its own keys.
    grep -qx "ExecStartPre=/usr/bin/foot --check-config --config=$SIGNPOST_DATA/kiosk/foot.ini" signpost-kiosk-touch@.service
}

@test "the user of the kiosk is one of its own, without a shell" {
    grep -qx 'u signpost-kiosk - ".*"' "$units/signpost-kiosk.sysusers"
    command -v systemd-sysusers > /dev/null || skip "systemd is not here"
    mkdir -p root/etc
    systemd-sysusers --root="$PWD/root" --replace=/usr/lib/sysusers.d/signpost-kiosk.conf "$units/signpost-kiosk.sysusers"
    grep -q '^signpost-kiosk:.*:/:/usr/sbin/nologin$' root/etc/passwd || { cat root/etc/passwd; return 1; }
    grep -q '^signpost-kiosk:!\*' root/etc/shadow
}

# allowed NAME: the calls that the unit lets through.
allowed() {
    systemd-analyze --no-pager syscall-filter > all
    python3 - "$1" all <<'PY'
import re, sys
groups, name = {}, None
for line in open(sys.argv[2], encoding="utf-8"):
    word = line.strip()
    if re.match(r"@[a-z0-9-]+$", word) and not line.startswith(" "):
        name = word
        groups[name] = []
    elif name and word and not word.startswith("#") and line.startswith(" "):
        groups[name].append(word)
def calls(word):
    return set().union(*map(calls, groups[word])) if word.startswith("@") else {word}
good = set(calls("@default"))
for words in re.findall(r"^SystemCallFilter=(.*)$", open(sys.argv[1], encoding="utf-8").read(), re.M):
    named = set().union(*map(calls, words.lstrip("~").split()))
    good = good - named if words.startswith("~") else good | named
print("\n".join(sorted(good)))
PY
}

@test "the units let Signpost lock itself, and make no other call that is dangerous" {
    needs_systemd
    for name in signpost-kiosk@.service signpost-kiosk-touch@.service; do
        unit "$name"
        allowed "$name" > calls
        for call in seccomp prctl landlock_create_ruleset landlock_add_rule landlock_restrict_self setrlimit prlimit64 socketpair execve clone setsid inotify_add_watch; do
            grep -qx "$call" calls || { echo "$name: $call"; return 1; }
        done
        for call in ptrace mount reboot init_module kexec_load bpf setuid swapon perf_event_open; do
            ! grep -qx "$call" calls || { echo "$name: $call"; return 1; }
        done
    done
}

@test "no call of a kiosk at work is one that the unit refuses" {
    needs_systemd
    command -v strace > /dev/null && command -v script > /dev/null || skip "strace or script is not here"
    strace -o /dev/null true || skip "nothing can be traced here"
    printf 'mouse: no\n' > settings.yaml
    # A visit: a choice, an answer, leaving quickly; then the end of the terminal.
    { sleep 3; printf '1'; sleep 1; printf '\t'; sleep 1; printf '\033[21~'; sleep 1; } |
        timeout 60 env TERM=linux script -qefc "timeout -s HUP 8 strace -f -o calls.traced $SIGNPOST_PROGRAM kiosk --config settings.yaml" /dev/null > screen || true
    grep -q 'landlock_restrict_self\|seccomp' calls.traced
    sed -nE 's/^[0-9]+ +([a-z0-9_]+)\(.*/\1/p' calls.traced | sort -u > made
    [ "$(wc -l < made)" -ge 30 ]
    for name in signpost-kiosk@.service signpost-kiosk-touch@.service; do
        unit "$name"
        allowed "$name" > calls
        run comm -23 made calls
        [ -z "$output" ] || { echo "$name: $output"; return 1; }
    done
}

@test "foot knows every line of its settings, and none of its own keys is left" {
    # What foot 1.13 does on a key of its own accord.
    for binding in scrollback-up-page scrollback-down-page clipboard-copy clipboard-paste primary-paste search-start font-increase font-decrease font-reset \
        spawn-terminal show-urls-launch prompt-prev prompt-next unicode-input select-begin select-extend select-word select-row; do
        grep -qx "$binding=none" "$kiosk/foot.ini" || { echo "$binding"; missing=1; }
    done
    [ -z "${missing-}" ]
    for line in lines=0 locked-title=yes launch=/bin/false selection-target=none; do
        grep -qx "$line" "$kiosk/foot.ini"
    done
    sed -n '/^\[.*bindings\]/,/^$/p' "$kiosk/foot.ini" | grep = > bindings
    [ "$(wc -l < bindings)" -ge 50 ]
    run grep -vE '=none$|^cancel=Escape$' bindings
    [ "$status" -eq 1 ]
    command -v foot > /dev/null || skip "foot is not here"
    run env LC_ALL=C.UTF-8 foot --check-config --config="$kiosk/foot.ini"
    echo "$output"
    [ "$status" -eq 0 ]
}

@test "no key of the console leads to another one, restarts, stops or scrolls" {
    run grep -vE '^(#.*|keycode [0-9]+ = [A-Za-z0-9_]+)$' "$kiosk/remap.inc"
    [ "$status" -eq 1 ]
    command -v loadkeys > /dev/null && command -v ckbcomp > /dev/null || skip "loadkeys or ckbcomp is not here"
    ckbcomp -model pc105 -layout gb > gb.map
    # Types and values of the kernel's keyboard.h: consoles, the special keys that show or restart, Last, Incr, Decr, Spawn, scrolling.
    local bad='0xf5[0-9a-f]{2}|0xf20[2-69a-c]|0xf27e'
    [ "$(loadkeys -u -m gb.map | grep -cE "$bad")" -ge 50 ]
    cat gb.map "$kiosk/remap.inc" > all.map
    loadkeys -u -m all.map > table
    [ "$(wc -l < table)" -ge 1000 ]
    run grep -E "$bad" table
    [ "$status" -eq 1 ] || { echo "$output"; return 1; }
}

@test "the page names every file, and every file says where it goes" {
    sed 's/\\-/-/g' "$SIGNPOST_SOURCE/man/signpost-kiosk.8" > page
    for file in "$kiosk"/*; do
        name=${file##*/}
        grep -q "/usr/share/signpost/kiosk/$name" page || { echo "$name in the page"; missing=1; }
        head -n 8 "$file" | grep -q '/etc/\|signpost-kiosk' || { echo "$name"; missing=1; }
        grep -q "data/kiosk/$name" "$SIGNPOST_SOURCE/Makefile.am" || { echo "$name is not installed"; missing=1; }
    done
    [ -z "${missing-}" ]
}

@test "the drop-ins are what systemd and the kernel understand" {
    for file in logind system; do
        run grep -vE '^(#.*|\[(Login|Manager)\]|[A-Z][A-Za-z]+=[A-Za-z0-9]+|)$' "$kiosk/$file.conf"
        [ "$status" -eq 1 ] || { echo "$output"; return 1; }
    done
    grep -qx NAutoVTs=0 "$kiosk/logind.conf"
    grep -qx ReserveVT=0 "$kiosk/logind.conf"
    grep -qx CtrlAltDelBurstAction=none "$kiosk/system.conf"
    grep -qx 'kernel.sysrq = 0' "$kiosk/sysctl.conf"
    run grep -vE '^(#.*|-?[a-z]+(\.[a-z_]+)+ = .+|)$' "$kiosk/sysctl.conf"
    [ "$status" -eq 1 ] || { echo "$output"; return 1; }
    sh -n "$kiosk/console-setup"
    # shellcheck disable=SC1091
    [ "$(. "$kiosk/console-setup" && echo "$CODESET")" = Uni2 ]
}

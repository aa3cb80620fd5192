load common

# The fetching script against a real server of this machine. It refuses to run as root, so a tester who is root lends it to nobody.
fetch_script=$SIGNPOST_SOURCE/data/systemd/signpost-fetch

setup() {
    command -v curl > /dev/null || skip "curl is not here"
    desk=$(mktemp -d)
    chmod 755 "$desk"
    mkdir "$desk/state" "$desk/home"
    if [ "$(id -u)" -eq 0 ]; then
        command -v setpriv > /dev/null || skip "there is no setpriv to leave root with"
        chown 65534 "$desk/state" "$desk/home"
        as="setpriv --reuid=65534 --regid=65534 --clear-groups"
        $as test -x "$SIGNPOST_PROGRAM" || skip "nobody cannot reach the program here"
    else
        as=
    fi
    python3 "$SIGNPOST_SOURCE/tests/command/fetch_server.py" "$desk" 3>&- &
    server=$!
    for ((i = 0; i < 300; i++)); do
        [ -s "$desk/port" ] && break
        sleep 0.1
    done
    url=http://127.0.0.1:$(cat "$desk/port")
    echo file > "$desk/say"
    cd "$desk" || return 1
}

teardown() {
    [ -z "${server-}" ] || kill "$server" 2> /dev/null || true
    [ -z "${desk-}" ] || rm -rf "$desk"
}

# fetch SETTING=… -- ARGUMENTS…: runs the script with these settings.
fetch() {
    local -a settings=()
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
        settings+=("$1")
        shift
    done
    [ $# -eq 0 ] || shift
    [ $# -gt 0 ] || set -- north
    run $as env -i PATH="$PATH" HOME="$desk/home" SIGNPOST="$SIGNPOST_PROGRAM" SIGNPOST_DATA="$SIGNPOST_DATA" ASAN_OPTIONS="${ASAN_OPTIONS-}" \
        STATE_DIRECTORY="$desk/state" FEED_URL="$url/list.yaml" "${settings[@]}" sh "$fetch_script" "$@"
    echo "$output"
    [ "$(wc -l <<< "$output")" -eq 1 ] || { echo "more than one line"; return 1; }
    [ -z "$(find "$desk/state" -maxdepth 1 -name '.*' -not -name . -not -path "$desk/state")" ] || { echo "something is left over"; ls -la "$desk/state"; return 1; }
}

# serve COUNT [AREA]: a list of so many services.
serve() {
    {
        echo "services:"
        for ((i = 1; i <= $1; i++)); do
            echo "  - {id: one-$i, name: One $i, areas: ${2-Fife}, status: running}"
        done
    } > served
    # The web tells times by the second: a list that is changed is a newer one.
    served_at=$((${served_at-0} + 60))
    touch -d "@$((1795521600 + served_at))" served
}

in_place() { grep -c '{id:' state/current/list.yaml; }

@test "it does not run as root, and wants an address of https" {
    [ "$(id -u)" -eq 0 ] || skip "not root"
    run env STATE_DIRECTORY="$desk/state" FEED_URL=https://example.org/ sh "$fetch_script" north
    [ "$status" -eq 2 ]
    has "root"
    for bad in http://example.org/ http://localhost@example.org/ http://localhost.example.org/ ftp://localhost/ file:///etc/passwd "https://a b/" ''; do
        fetch FEED_URL="$bad"
        [ "$status" -eq 2 ]
        has "FEED_URL"
    done
    [ ! -e asked ]
}

@test "a list is fetched, checked and put in place; the next time only what is new is asked for" {
    serve 10
    fetch
    [ "$status" -eq 0 ]
    has "north: in place: 10 services, 0 errors"
    [ "$(in_place)" -eq 10 ]
    [ "$(stat -c %a state/current/ state/current/list.yaml | tr '\n' ' ')" = "755 644 " ]
    fetch
    [ "$status" -eq 0 ]
    has "unchanged"
    [ "$(tail -n 1 asked | cut -d ' ' -f 2)" = "\"$(sha256sum served | cut -d ' ' -f 1)\"" ]
    serve 12
    fetch
    [ "$status" -eq 0 ]
    [ "$(in_place)" -eq 12 ]
    [ "$(grep -c '{id:' state/previous/list.yaml)" -eq 10 ]
    serve 11
    fetch
    # No more than two lists are kept.
    [ "$(ls -d state/list-* | wc -l)" -eq 2 ]
    "$SIGNPOST_PROGRAM" find --catalogue state/current in:Fife > /dev/null
}

@test "whatever goes wrong, what was in place stays" {
    serve 10
    fetch
    for say in 404 500 large endless slow truncated moved; do
        echo "$say" > say
        case $say in
        404 | 500) wanted="status $say" ;;
        large | endless) wanted="larger than 200000 bytes" ;;
        slow) wanted="longer than 2 seconds" ;;
        truncated) wanted="broke off" ;;
        moved) wanted="has moved" ;;
        esac
        # What never ends is to meet the limit of bytes, not that of time, on a busy machine too.
        seconds=60
        [ "$say" != slow ] || seconds=2
        fetch FEED_BYTES=200000 FEED_SECONDS=$seconds
        [ "$status" -eq 2 ]
        has "$wanted"
        [ "$(in_place)" -eq 10 ]
    done
    echo file > say
    : > served
    fetch
    [ "$status" -eq 2 ]
    kill "$server"
    wait "$server" || true
    fetch
    [ "$status" -eq 2 ]
    has "curl"
    [ "$(in_place)" -eq 10 ]
}

@test "a list that is worse is refused and kept to be looked at, until it is accepted by hand" {
    serve 10
    fetch
    serve 7
    fetch
    [ "$status" -eq 1 ]
    has "refused: 7 services, where there were 10"
    [ "$(in_place)" -eq 10 ]
    [ "$(grep -c '{id:' state/refused/list.yaml)" -eq 7 ]
    fetch FEED_SHARE=70
    [ "$status" -eq 0 ]
    [ "$(in_place)" -eq 7 ]
    serve 8
    echo "  - {id: one-1, name: Twice}" >> served
    fetch
    [ "$status" -eq 1 ]
    has "1 errors, where there were 0"
    fetch -- -a north
    [ "$status" -eq 0 ]
    has "8 services, 1 errors"
    printf 'services:\n' > served
    for ((i = 1; i <= 9; i++)); do echo "  - {id: one-$i, name: One $i, kind: related}"; done >> served
    fetch
    [ "$status" -eq 0 ]
    has "9 services, 0 errors"
    for trouble in '{"services": [' 'services: []' 'services: {' '<!DOCTYPE html><p>Please log in</p>'; do
        echo "$trouble" > served
        fetch -- -a north
        [ "$status" -eq 1 ] || { echo "$trouble"; return 1; }
        has "cannot use what came"
    done
    [ "$(in_place)" -eq 9 ]
}

@test "a spreadsheet is fetched as CSV" {
    printf 'service,name,areas\none,One,Fife\ntwo,Two,Fife\n' > served
    fetch FEED_KIND=csv
    [ "$status" -eq 0 ]
    has "2 services"
    [ -f state/current/list.csv ]
}

@test "all pages of an API are fetched, each into a file of its own, with the headers that the site gives" {
    echo "pages 12" > say
    printf 'X-Key: abc\n' > key
    chmod 644 key
    $as mkdir home/pages
    run $as env -i PATH="$PATH" FEED_URL="$url/services?size=1" FEED_KIND=pages FEED_HEADERS="$desk/key" sh "$fetch_script" -t "$desk/home/pages/all"
    [ "$status" -eq 0 ]
    [ -z "$output" ]
    [ "$(cat home/pages/all/page-*.json | grep -o '"name": "[^"]*"' | tr -d '\n')" = "$(for ((i = 1; i <= 12; i++)); do printf '"name": "Service %d"' $i; done)" ]
    [ "$(ls home/pages/all | tail -n 1)" = page-0012.json ]
    [ "$(sort -u asked | wc -l)" -eq 12 ]
    grep -q '^/services?size=1&page=12 - abc$' asked
    # A page that fails costs the whole: half a list is no list.
    for say in broken-page "pages 100000" 503; do
        echo "$say" > say
        fetch FEED_KIND=pages FEED_URL="$url/services"
        [ "$status" -eq 2 ]
    done
    echo "pages 3" > say
    fetch FEED_KIND=pages FEED_URL="$url/services" FEED_BYTES=150
    [ "$status" -eq 2 ]
    has "larger than 150 bytes"
    [ ! -e state/current ]
}

@test "a run that is killed leaves the good list, and the next one clears up" {
    serve 10
    fetch
    serve 11
    echo slow > say
    $as env -i PATH="$PATH" HOME="$desk/home" SIGNPOST="$SIGNPOST_PROGRAM" STATE_DIRECTORY="$desk/state" FEED_URL="$url/list.yaml" \
        sh "$fetch_script" north > /dev/null 2>&1 3>&- &
    for ((i = 0; i < 300; i++)); do
        ls -d state/.new.* > /dev/null 2>&1 && break
        sleep 0.1
    done
    ls -d state/.new.*
    kill -KILL $!
    wait $! || true
    [ "$(in_place)" -eq 10 ]
    echo file > say
    fetch
    [ "$status" -eq 0 ]
    [ "$(in_place)" -eq 11 ]
}

@test "the units are what systemd understands, and their exposure is low" {
    command -v systemd-analyze > /dev/null || skip "systemd is not here"
    cp "$SIGNPOST_SOURCE/data/systemd/signpost-fetch@.timer" .
    sed -e 's|@sysconfdir@|/etc|; s|@bindir@|/usr/bin|; s|@pkglibexecdir@/signpost-fetch|/bin/true|' "$SIGNPOST_SOURCE/data/systemd/signpost-fetch@.service.in" > signpost-fetch@.service
    run systemd-analyze verify --man=no ./signpost-fetch@north.timer ./signpost-fetch@north.service
    case $output in
    *signpost-fetch@north.*:[0-9]*:*) echo "$output"; return 1 ;;
    esac
    run systemd-analyze security --offline=true ./signpost-fetch@.service
    level=$(grep -o 'Overall exposure level .*: [0-9.]*' <<< "$output" | grep -o '[0-9.]*$')
    echo "exposure $level"
    [ -n "$level" ]
    awk -v level="$level" 'BEGIN { exit !(level <= 2.0) }'
}

@test "the example of settings names every setting of the script, and the page does too" {
    grep -oE '\bFEED_[A-Z]+' "$fetch_script" | sort -u > settings
    [ "$(wc -l < settings)" -ge 6 ]
    while IFS= read -r setting; do
        grep -qE "^#?$setting=" "$SIGNPOST_SOURCE/data/systemd/feed.conf.example" || { echo "$setting"; missing=1; }
        grep -qE "^\.It Ev $setting\$" "$SIGNPOST_SOURCE/man/signpost-fetch.8" || { echo "$setting in the page"; missing=1; }
    done < settings
    [ -z "${missing-}" ]
}

@test "shellcheck finds nothing in the script, and dash can run it" {
    if command -v dash > /dev/null; then dash -n "$fetch_script"; fi
    command -v shellcheck > /dev/null || skip "shellcheck is not here"
    shellcheck -s sh "$fetch_script"
}

load common

@test "show: everything that is stated, and other offers; JSON; an unknown id offers the nearest" {
    run signpost show --catalogue "$services" juno/groups
    [ "$status" -eq 0 ]
    has "Juno peer support groups"
    has "City of Edinburgh"
    has "Juno befriending"
    run signpost show --catalogue "$services" --json juno
    python3 -c 'import json,sys; o=json.loads(sys.argv[1]); assert [x["offer"] for x in o]==["befriending","groups"], o' "$output"
    run signpost show --catalogue "$services" jnuo
    [ "$status" -eq 1 ]
    has "juno"
    run signpost show
    [ "$status" -eq 2 ]
}

@test "places: names, aliases, postcodes, near misses" {
    run signpost places Falkirk
    [ "$status" -eq 0 ]
    has "Forth Valley"
    run signpost places fk1 1aa
    [ "$status" -eq 0 ]
    has "Falkirk"
    run signpost places --plain Falkrik
    [ "$status" -eq 1 ]
    has "Falkirk"
    run signpost places --json Newham
    python3 -c 'import json,sys; o=json.loads(sys.argv[1]); assert o[0]["name"]=="Newham" and "London" in " ".join(o[0]["inside"]), o' "$output"
    run signpost places xyzzyxyzzy
    [ "$status" -eq 1 ]
}

@test "--help and --version on standard output, status 0, whatever else stands there" {
    for words in "--help" "-h" "find --help" "show --help" "check --help" "places --help" "browse --help" "find in:Falkrik --help" "--version"; do
        run bash -c '"$0" '"$words"' 2>/dev/null' "$SIGNPOST_PROGRAM"
        echo "$words: $status"
        [ "$status" -eq 0 ]
        [ -n "$output" ]
    done
}

@test "every example of the help runs" {
    cp "$services" services.yaml
    for command in "" find show places check; do
        "$SIGNPOST_PROGRAM" $command --help | sed -n 's/^  \(signpost .*\)/\1/p' | grep -v '\[' | grep -v '…' | grep -v '   ' | while IFS= read -r line; do
            case $line in "signpost  "*) continue ;; esac
            printf '%s\n' "$line" > line
            sed "s|^signpost|'$SIGNPOST_PROGRAM'|" line > script
            bash script < /dev/null > out 2>&1 || { code=$?; echo "$line: $code"; cat out; [ "$code" -eq 1 ]; }
        done
    done
}

@test "a mistyped command is told" {
    run signpost fnid in:Falkirk
    [ "$status" -eq 2 ]
    has "find"
    run signpost in:Falkirk
    [ "$status" -eq 2 ]
    has "signpost find in:Falkirk"
}

@test "any locale, no locale" {
    for locale in C POSIX C.UTF-8 xx_YY.UTF-8; do
        LC_ALL=$locale run find_services --plain with:crèche
        [ "$status" -eq 0 ]
        has "talk-it-over/group"
        has "Talk it Over"
    done
}

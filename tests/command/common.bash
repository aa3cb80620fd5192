# Loaded by every file of tests/command: the program under test and its data come from the environment that the Makefile sets.
: "${SIGNPOST_PROGRAM:?set by make check}" "${SIGNPOST_SOURCE:?set by make check}" "${SIGNPOST_DATA:?set by make check}"
services=$SIGNPOST_DATA/services.yaml

# The day on which every answer here is given.
today=2026-11-24

# signpost COMMAND ARGUMENTS…, with the day fixed where the command knows one.
signpost() { "$SIGNPOST_PROGRAM" "$@"; }

# find TERMS…: on the shipped evidence alone.
find_services() { "$SIGNPOST_PROGRAM" find --today "$today" --catalogue "$services" "$@"; }

# The service/offer of each answer with that verdict, in order, one a line.
with_verdict() { awk -F '\t' -v verdict="$1" '$1 == verdict { print $2 }'; }

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    export HOME=$BATS_TEST_TMPDIR
}

# Fails unless $output holds the text.
has() {
    case $output in
    *"$1"*) return 0 ;;
    esac
    printf 'wanted: %s\ngot:\n%s\n' "$1" "$output"
    return 1
}

lacks() {
    case $output in
    *"$1"*) printf 'did not want: %s\ngot:\n%s\n' "$1" "$output"; return 1 ;;
    esac
}

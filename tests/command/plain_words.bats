#!/usr/bin/env bats
# Words on mothers' screens (INTERFACE.md, rule 10): in every sentence of the program and of the data that come with it, and on every sheet. Names of
# services and addresses are theirs.
load common.bash

reader=$BATS_TEST_DIRNAME/plain_words.py

with_python() { command -v python3 >/dev/null || skip "python3 is missing"; }

@test "the program's own sentences are plain and short" {
    with_python
    python3 "$reader" sentences <"$SIGNPOST_SOURCE/po/signpost.pot"
}

@test "so are the words that come with it" {
    with_python
    local any=0 file
    for file in "$SIGNPOST_DATA"/vocabulary.yaml "$SIGNPOST_DATA"/urgent-help.yaml "$SIGNPOST_DATA"/words/*.yaml; do
        [ -f "$file" ] || continue
        python3 "$reader" words <"$file"
        any=$((any + 1))
    done
    [ "$any" -ge 2 ]
}

@test "so is what the shipped list says of a service, but for its name" {
    with_python
    local id
    signpost find --plain --today "$today" | cut -f2 | sed 's,/.*,,' | sort -u >ids
    [ "$(wc -l <ids)" -ge 50 ]
    while read -r id; do signpost show "$id" --json --today "$today"; done <ids | python3 "$reader" entries
}

@test "so is every sheet; dates, times and phone numbers are written as people say them" {
    with_python
    local id
    signpost find --plain --today "$today" | cut -f2 >ids
    while read -r id; do signpost handout --today "$today" "$id"; done <ids >sheets
    [ "$(grep -c '^1\. ' sheets)" = "$(wc -l <ids)" ]
    python3 "$reader" sheets <sheets
    # A phone number as its service writes it.
    signpost show mind --json --today "$today" | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["phone"])' >phone
    signpost handout --today "$today" mind | grep -F "$(cat phone)"
}

@test "the reader finds what it looks for" {
    with_python
    run python3 "$reader" words <<<'- label: perinatal help'
    [ "$status" = 1 ]
    run python3 "$reader" words <<<'- definition: one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty more'
    [ "$status" = 1 ]
    run python3 "$reader" sheets <<<'   Phone    it opens at 14:00 on 2026-08-06'
    [ "$status" = 1 ]
    run python3 "$reader" words <<<'- label: help in pregnancy'
    [ "$status" = 0 ]
}

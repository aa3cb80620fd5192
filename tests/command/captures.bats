#!/usr/bin/env bats
# The screens and outputs in README are those of this program. `make captures` makes them anew, for a person to read the difference.
load common.bash

@test "what README shows is true" {
    [ -x "${SIGNPOST_PICTURE:?set by make check}" ]
    "$SIGNPOST_SOURCE/tests/screen/captures" "$SIGNPOST_SOURCE/README" >README.now
    diff -u "$SIGNPOST_SOURCE/README" README.now
}

@test "README shows the start, a need on three sizes, nothing that suits, the questions, help, and the sheet" {
    local wanted
    for wanted in '80x24:$' '120x30: /in:' '40x12: /in:' '80x24: F1$' '80x24: F2' '80x24: .*only:' '80x24: .* p$' '[$] signpost handout' '[$] signpost find'; do
        grep -Eq -e "^---- $wanted" "$SIGNPOST_SOURCE/README" || { echo "no capture of $wanted"; return 1; }
    done
}

@test "a capture that is not true is found" {
    "$SIGNPOST_SOURCE/tests/screen/captures" "$SIGNPOST_SOURCE/README" >README.now
    sed 's/URGENT HELP/URGENT HELL/' README.now >README.false
    ! cmp -s README.now README.false
    "$SIGNPOST_SOURCE/tests/screen/captures" README.false | cmp - README.now
}

# The Welsh and the Gaelic that are shipped, as they are: whole, understood when they are typed, and as safe as the English.
load common.bash

shipped() {
    local language=$1
    shift
    env -u LC_ALL -u LC_MESSAGES -u LANG LANGUAGE="$language" LC_CTYPE=C.UTF-8 "$SIGNPOST_PROGRAM" "$@"
}

setup_shipped() {
    command -v msgfmt >/dev/null || skip "msgfmt is missing"
}

@test "both are whole, but for what the English does as well" {
    setup_shipped
    for language in cy gd; do
        msgattrib --untranslated --no-obsolete "$SIGNPOST_SOURCE/po/$language.po" 2>/dev/null | grep '^msgid "' | tail -n +2 >missing || :
        # Number words that Gaelic splits around the noun are typed as figures.
        grep -v 'one two three' missing && false
        [ "$(grep -c '^#, fuzzy' "$SIGNPOST_SOURCE/po/$language.po")" -eq 0 ]
        for key in label definition ask; do
            [ "$(grep -cE "^ +$key:" "$SIGNPOST_DATA/words/$language.yaml")" -eq "$(grep -cE "^ +$key:" "$SIGNPOST_DATA/vocabulary.yaml")" ]
        done
        [ "$(grep -cE "^ +($language):\$" "$SIGNPOST_DATA/words/peer-support.yaml")" -eq "$(grep -c '^  - id:' "$SIGNPOST_DATA/words/peer-support.yaml")" ]
        run shipped "$language" check "$SIGNPOST_DATA/services.yaml"
        [ "$status" -eq 0 ]
    done
}

@test "each says that it waits for a native reader" {
    for file in po/cy.po po/gd.po data/words/cy.yaml data/words/gd.yaml data/words/peer-support.yaml; do
        grep -qE "NEEDS? A NATIVE READER" "$SIGNPOST_SOURCE/$file"
    done
}

@test "who is in danger is understood in English too, whatever the language of the run" {
    setup_shipped
    for language in cy gd; do
        for words in "I want to die" "help now" "suicide" "999" "overdose"; do
            run shipped "$language" --linear --today 2026-11-24 --catalogue "$SIGNPOST_DATA/services.yaml" <<<"$words
q"
            has "116 123"
        done
    done
    run shipped cy --linear --today 2026-11-24 --catalogue "$SIGNPOST_DATA/services.yaml" <<<"dwi eisiau marw
q"
    has "116 123"
    run shipped gd --linear --today 2026-11-24 --catalogue "$SIGNPOST_DATA/services.yaml" <<<"tha mi ag iarraidh bàsachadh
q"
    has "116 123"
}

@test "what the questions propose to type is understood" {
    setup_shipped
    for words in mam tad partner nain taid; do
        run shipped cy find --today 2026-11-24 --catalogue "$SIGNPOST_DATA/services.yaml" "who:$words"
        [ "$status" -le 1 ]
    done
    for words in grŵp un-i-un ar-lein ffôn; do
        run shipped cy find --today 2026-11-24 --catalogue "$SIGNPOST_DATA/services.yaml" "format:$words"
        [ "$status" -le 1 ]
    done
    for words in màthair athair com-pàirtiche seanmhair; do
        run shipped gd find --today 2026-11-24 --catalogue "$SIGNPOST_DATA/services.yaml" "who:$words"
        [ "$status" -le 1 ]
    done
    for words in buidheann aonan-gu-aonan air-loidhne fòn; do
        run shipped gd find --today 2026-11-24 --catalogue "$SIGNPOST_DATA/services.yaml" "format:$words"
        [ "$status" -le 1 ]
    done
}

@test "the questions line by line, answered in Welsh and in Gaelic" {
    setup_shipped
    run shipped cy --linear --today 2026-11-24 --catalogue "$SIGNPOST_DATA/services.yaml" <<'IN'
Falkirk
20 wythnos
mam
grŵp
q
IN
    has "Falkirk; Beichiog, 20 wythnos; mam; grŵp"
    lacks "PANDAS · group"
    run shipped gd --linear --today 2026-11-24 --catalogue "$SIGNPOST_DATA/services.yaml" <<'IN'
Falkirk
20 seachdain
màthair
buidheann
q
IN
    has "Falkirk; Trom, 20 seachdain; màthair; buidheann"
}

@test "the names of dates, and plural forms" {
    setup_shipped
    for ((i = 1; i <= 20; i++)); do
        [ "$i" -eq 1 ] && echo 'services:' >list.yaml
        printf '  - {id: g-%d, name: G%d, areas: Falkirk, formats: group, who: mothers, status: running, stage: {from: birth, to: 2 years}, checked: 2026-08-06}\n' "$i" "$i" >>list.yaml
        case $i in
        1) welsh="1 yn addas" gaelic="1 freagarrach" ;;
        2) welsh="2 yn addas" gaelic="2 fhreagarrach|2 freagarrach" ;;
        3) welsh="3 yn addas" gaelic="3 freagarrach" ;;
        20) welsh="20 yn addas" gaelic="20 freagarrach" ;;
        *) continue ;;
        esac
        run shipped cy find --today 2026-11-24 --catalogue list.yaml in:Falkirk child:3m
        grep -q "$welsh" <<<"$output"
        run shipped gd find --today 2026-11-24 --catalogue list.yaml in:Falkirk child:3m
        grep -qE "$gaelic" <<<"$output"
    done
    run shipped cy show --today 2026-11-24 --catalogue list.yaml g-1
    has "6 Awst 2026"
    run shipped gd show --today 2026-11-24 --catalogue list.yaml g-1
    has "Lùnastal 2026"
}

# The language of a run: where translations are found, how plurals are chosen, what is said where a translation is missing, and that the template
# is up to date. A translation of its own, made here, stands in for a finished one.
load common.bash

# The system's locales do not count here: LC_ALL would win over all of these, and make check sets it.
in_language() {
    env -u LC_ALL -u LC_MESSAGES -u LANG -u LANGUAGE "$@"
}

# Makes a translation into Welsh with its six forms, a date and a sentence, in the folder "locale".
make_translation() {
    command -v msgfmt >/dev/null || skip "msgfmt is missing"
    mkdir -p locale/cy/LC_MESSAGES
    { sed -n '/^msgid ""/,/^$/p' "$SIGNPOST_SOURCE/po/cy.po"; cat; } >cy.po <<'PO'
msgid "%zu suits"
msgid_plural "%zu suit"
msgstr[0] "%zu-dim"
msgstr[1] "%zu-un"
msgstr[2] "%zu-dau"
msgstr[3] "%zu-tri"
msgstr[4] "%zu-chwech"
msgstr[5] "%zu-arall"

msgctxt "month"
msgid "August"
msgstr "Awst"

msgid "Monday"
msgstr "Dydd Llun"

msgid "Tuesday"
msgstr "Dydd Mawrth"

msgctxt "who gives the sheet"
msgid "From"
msgstr "Oddi wrth"

msgctxt "source of the facts"
msgid "From"
msgstr "O"

msgid "%d %s %d"
msgstr "%1$d o %2$s %3$d"

msgid "To ask"
msgstr "I'w ofyn"
PO
    msgfmt --check -o locale/cy/LC_MESSAGES/signpost.mo cy.po
    export SIGNPOST_LOCALE=$PWD/locale
}

# A catalogue of that many groups in Falkirk, checked on a day in August.
make_catalogue() {
    echo 'services:' >list.yaml
    for ((i = 1; i <= $1; i++)); do
        printf '  - {id: group-%d, name: Group %d, areas: Falkirk, formats: group, who: mothers, status: running, stage: {from: birth, to: 2 years}, checked: 2026-08-06}\n' "$i" "$i"
    done >>list.yaml
}

@test "each of the six plural forms of Welsh is chosen for its numbers" {
    make_translation
    while read -r count form; do
        make_catalogue "$count"
        run in_language LANG=cy_GB.UTF-8 "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml in:Falkirk
        has "$count-$form" || return 1
    done <<'CASES'
1 un
2 dau
3 tri
4 arall
6 chwech
11 arall
CASES
    make_catalogue 1
    run in_language LANG=cy_GB.UTF-8 "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml in:Falkirk format:online
    has ": 0-dim"
}

@test "a language needs no locale of the system, and is taken from whichever variable names it" {
    make_translation
    make_catalogue 1
    for setting in LANG=cy_GB.UTF-8 LANG=cy LC_ALL=cy_GB.UTF-8 LC_MESSAGES=cy_GB LANGUAGE=cy LANGUAGE=xx:cy 'LANG=C.UTF-8 LANGUAGE=cy' \
        'LANG=en_GB.UTF-8 LANGUAGE=cy' 'LANG=xx_XX.UTF-8 LANGUAGE=cy_GB'; do
        # One setting may be two words.
        # shellcheck disable=SC2086
        run in_language $setting "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml in:Falkirk
        has "1-un" || { echo "with $setting"; return 1; }
    done
}

@test "C and POSIX are English, whatever LANGUAGE says, and so is a language without a translation" {
    make_translation
    make_catalogue 1
    for setting in LC_ALL=C LC_ALL=POSIX LANG=xx_XX.UTF-8 LANG=C.UTF-8 LANG= 'LANG=cy_GB.UTF-8 SIGNPOST_LOCALE=/nowhere'; do
        run in_language LANGUAGE= $setting "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml in:Falkirk
        has "1 suits" || { echo "with $setting"; return 1; }
    done
    run in_language LANGUAGE=cy LC_ALL=C "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml in:Falkirk
    has "1 suits"
}

@test "what is not translated is said in English, beside what is" {
    make_translation
    make_catalogue 1
    run in_language LANG=cy_GB.UTF-8 "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml in:Falkirk
    has "Checked 6 o Awst 2026."
    has "Covers Falkirk."
}

@test "dates stand in the order and with the months of the language" {
    make_translation
    make_catalogue 1
    run in_language LANG=cy_GB.UTF-8 "$SIGNPOST_PROGRAM" show --today "$today" --catalogue list.yaml group-1
    has "6 o Awst 2026"
}

@test "what reads the same in English is translated by its sense, and is English without its context" {
    make_translation
    make_catalogue 1
    sed -i 's/, areas/, source: A page, areas/' list.yaml
    run in_language LANG=cy "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue list.yaml group-1
    has "Oddi wrth: ____"
    run in_language LANG=cy "$SIGNPOST_PROGRAM" show --today "$today" --catalogue list.yaml group-1
    printf '%s\n' "$output" | grep -E '^  O +A page$'
    run in_language LC_ALL=C "$SIGNPOST_PROGRAM" show --today "$today" --catalogue list.yaml group-1
    printf '%s\n' "$output" | grep -E '^  From +A page$'
}

@test "months and days may be typed in the language of the run, or in English" {
    make_translation
    make_catalogue 1
    for date in "6 Awst 2026" "6 AWST 2026" "6 August 2026" "2026-08-06"; do
        run in_language LANG=cy "$SIGNPOST_PROGRAM" find --plain --today "$today" --catalogue list.yaml "born:$date"
        has "group-1/group-1" || { echo "with $date"; return 1; }
    done
    for day in "dydd llun" llun Monday mon; do
        run in_language LANG=cy "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml "day:$day"
        has "day:mon" || { echo "with $day"; return 1; }
    done
    run in_language LANG=cy "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml "day:dydd" # Monday or Tuesday?
    [ "$status" -eq 2 ]
    has "dydd"
    # A file reads the same in every language.
    sed -i 's/checked: 2026-08-06/checked: 6 Awst 2026/' list.yaml
    run in_language LANG=cy "$SIGNPOST_PROGRAM" check list.yaml
    has "bad-date"
}

@test "names stand in the order of the alphabet, accents aside, where the system knows no order" {
    { echo 'services:'; printf '  - {id: %s, name: "%s", areas: Falkirk, status: running}\n' a Zwolle b Ŵyl c apple d Élan e Water f ysgol g Banana; } >list.yaml
    for setting in LC_ALL=C LC_ALL=C.UTF-8 LANG=xx_XX.UTF-8 LANGUAGE=cy; do
        run in_language "$setting" "$SIGNPOST_PROGRAM" find --plain --today "$today" --catalogue list.yaml in:Falkirk
        [ "$(printf '%s\n' "$output" | awk -F '\t' '{ printf "%s", substr($2, 1, 1) }')" = cgdebfa ] || { echo "with $setting: $output"; return 1; }
    done
}

@test "what programs read is the same in every language" {
    make_translation
    make_catalogue 3
    sed -i 's/, areas/, lang: {cy: {name: Grŵp}}, areas/' list.yaml
    for form in --json --plain; do
        in_language LC_ALL=C.UTF-8 "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml in:Falkirk $form | tr -d '\n' |
            sed 's/"say": "[^"]*"//g' >english
        in_language LANG=cy_GB.UTF-8 "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml in:Falkirk $form | tr -d '\n' |
            sed 's/"say": "[^"]*"//g' >welsh
        [ -s english ]
        cmp english welsh
    done
}

# One group whose own words are Welsh too, but for what it costs.
make_welsh_catalogue() {
    cat >list.yaml <<'YAML'
services:
  - id: birch
    name: Birch group
    provider: Birch
    summary: We meet by the river.
    what_they_share: Nothing is passed on.
    how_to_join: Ring first.
    cost: Free
    areas: Falkirk
    formats: group
    status: running
    checked: 2026-08-06
    lang:
      cy: {name: Grŵp Bedw, summary: Rydym yn cwrdd wrth yr afon., what_they_share: Dim byd., how_to_join: Ffoniwch yn gyntaf.}
YAML
}

@test "a service's own words come in the language of the run, each that it has, from every face" {
    make_welsh_catalogue
    run in_language LANG=cy_GB.UTF-8 "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml in:Falkirk
    has "Grŵp Bedw"
    has "Ffoniwch yn gyntaf."
    has "Birch · grŵp"
    for face in 'show birch' 'handout birch'; do
        # Two words.
        # shellcheck disable=SC2086
        run in_language LANGUAGE=xx:cy "$SIGNPOST_PROGRAM" $face --today "$today" --catalogue list.yaml
        has "Grŵp Bedw"
        has "Rydym yn cwrdd wrth yr afon."
        has "Dim byd."
        has "Ffoniwch yn gyntaf."
        has "Free"
        lacks "We meet"
    done
    run in_language LANG=cy_GB.UTF-8 sh -c 'printf "in:Falkirk\nl\n1\nquit\n" | "$0" --linear --today "$1" --catalogue list.yaml' "$SIGNPOST_PROGRAM" "$today"
    has "Grŵp Bedw, Birch."
    has "Rydym yn cwrdd wrth yr afon."
    for setting in LC_ALL=C LANG=gd_GB.UTF-8 LANG=en_GB.UTF-8 LANGUAGE=en:cy; do
        run in_language "$setting" "$SIGNPOST_PROGRAM" show --today "$today" --catalogue list.yaml birch
        has "We meet by the river."
        lacks "afon"
    done
}

@test "a handout may be in another language than the run, and its HTML says which is which" {
    make_welsh_catalogue
    run in_language LANG=en_GB.UTF-8 "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue list.yaml --language cy --html birch
    has 'lang="cy" dir="auto">Rydym yn cwrdd'
    has ">Free"
    run in_language LANG=cy_GB.UTF-8 "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue list.yaml --language fr birch
    has "We meet by the river."
}

@test "the words of a service are found in any of its languages, whatever the run's" {
    make_welsh_catalogue
    for setting in LC_ALL=C LANG=cy; do
        for word in afon river bedw; do
            run in_language "$setting" "$SIGNPOST_PROGRAM" find --plain --today "$today" --catalogue list.yaml $word
            has "birch/birch"
        done
    done
}

# The shipped data with Welsh words of its own in the folder "data".
make_words() {
    mkdir -p data/words
    for file in vocabulary.yaml places.csv outcodes.csv urgent-help.yaml services.yaml national.yaml; do
        ln -sf "$SIGNPOST_DATA/$file" "data/$file"
    done
    cat >data/words/cy.yaml <<'YAML'
vocabulary:
  formats:
    group: {label: cylch, yes: Mewn cylch., synonyms: [cwrdd]}
  with:
    creche: {label: gofal plant, ask: a oes gofal plant}
urgent_help:
  emergency: {say: "Os oes bywyd mewn perygl, ffoniwch 999 nawr.", short: "Perygl: 999"}
YAML
}

@test "the words of the vocabulary are shown in the language of the run and understood in every language" {
    make_words
    make_catalogue 1
    export SIGNPOST_DATA=$PWD/data
    for word in cylch cwrdd group; do
        run in_language LANG=cy "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml "format:$word" "with:gofal plant"
        has "Mewn cylch."
        has "Nid yw'n dweud a oes gofal plant: gofynnwch."
        run in_language LC_ALL=C "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml "format:$word" "with:gofal plant"
        has "In a group."
        has "crèche"
        lacks "gofal"
        run in_language LANG=cy "$SIGNPOST_PROGRAM" find --json --today "$today" --catalogue list.yaml "format:$word"
        has '"format:group"'
        lacks "cylch"
    done
    run in_language LC_ALL=C "$SIGNPOST_PROGRAM" find --plain --today "$today" --catalogue list.yaml cylch
    has "group-1/group-1"
    run in_language LC_ALL=C "$SIGNPOST_PROGRAM" check list.yaml
    [ "$status" -eq 0 ]
}

@test "urgent help is in the language of the run, with the numbers of the English" {
    make_words
    make_catalogue 1
    export SIGNPOST_DATA=$PWD/data
    run in_language LANG=cy "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue list.yaml group-1
    has "ffoniwch 999 nawr"
    has "116 123"
    run in_language LANG=cy "$SIGNPOST_PROGRAM" find --today "$today" --catalogue list.yaml in:Falkirk
    has "Perygl: 999"
    sed -i 's/ffoniwch 999/ffoniwch 998/' data/words/cy.yaml
    run in_language LANG=cy "$SIGNPOST_PROGRAM" check list.yaml
    has "words/cy.yaml:7:20: error:"
    has "other-numbers"
    run in_language LANG=cy "$SIGNPOST_PROGRAM" handout --today "$today" --catalogue list.yaml group-1
    has "call 999 now"
    lacks "998"
}

@test "the translations that are shipped are sound" {
    command -v msgfmt >/dev/null || skip "msgfmt is missing"
    while read -r language; do
        case $language in '' | '#'*) continue ;; esac
        msgfmt --check -o /dev/null "$SIGNPOST_SOURCE/po/$language.po"
        # %v and %w are marks of our own, which msgfmt does not know: a translation has the same ones.
        msgattrib --translated --no-fuzzy --no-obsolete --no-wrap "$SIGNPOST_SOURCE/po/$language.po" | awk '
            function marks(text,   v, w) { v = gsub(/%v/, "", text); w = gsub(/%w/, "", text); return v " " w }
            /^msgid "/ { wanted = marks($0) }
            /^msgstr "/ { if (marks($0) != wanted) { print; wrong = 1 } }
            END { exit wrong }'
    done <"$SIGNPOST_SOURCE/po/LINGUAS"
}

@test "the template has every sentence of the program: make update-po writes it anew" {
    command -v xgettext >/dev/null || skip "xgettext is missing"
    "$SIGNPOST_SOURCE/po/extract" "$SIGNPOST_SOURCE" >signpost.pot
    diff -u "$SIGNPOST_SOURCE/po/signpost.pot" signpost.pot
}

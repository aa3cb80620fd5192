load common

completions=$SIGNPOST_SOURCE/data/completions

# Every command that the help lists; without a name it is browse.
commands=$("$SIGNPOST_PROGRAM" --help | sed -n 's/^  signpost \([a-z]*\) .*/\1/p' | sort -u)' browse'

# replies LINE: what bash offers at the end of the line, one to a line. compopt works only while bash itself completes.
replies() {
    bash --norc -c 'source "$1"; compopt() { :; }; COMP_LINE=$2 COMP_POINT=${#2}; _signpost; printf "%s\n" "${COMPREPLY[@]}"' \
        bash "$completions/signpost.bash" "$1"
}

# offers LINE WORD…: fails unless bash offers each of the words there.
offers() {
    local line=$1 word
    shift
    replies "$line" > offered
    for word; do
        grep -qxF -- "$word" offered || { echo "<$line> does not offer <$word>, but:"; cat offered; return 1; }
    done
}

# The words of a list of the vocabulary.
words_of() { awk -v list="$1:" '/^  [a-z]+:$/ { now = $1 } /^    - id: / && now == list { print $3 }' "$SIGNPOST_DATA/vocabulary.yaml"; }

# The lists of the vocabulary with the keys of a need that take their words.
lists='formats:format person:who for:for for:only about:about with:with languages:language referral:referral status:status'

@test "reading the completion of bash runs nothing and says nothing" {
    run env -i PATH=/nonexistent "$BASH" --norc -c 'source "$1"' bash "$completions/signpost.bash"
    [ "$status" -eq 0 ]
    [ -z "$output" ]
}

@test "bash offers the commands, and for each of them every option of its help" {
    offers "signpost " $commands
    for command in $commands; do
        signpost "$command" --help | sed -nE 's/^ +(-[a-z], )?(--[a-z-]+=?).*/\2/p' > options
        [ -s options ]
        offers "signpost $command --" $(cat options)
    done
}

@test "bash offers every key of a need, every word of a list, and one more value behind a comma" {
    offers "signpost find " $(signpost find --help | sed -n '/^A need is made/,/^$/s/^  \([a-z]*:\).*/\1/p')
    offers "signpost find -wi" -with:
    for pair in $lists; do
        [ "$(words_of "${pair%:*}" | wc -l)" -ge 2 ]
        offers "signpost find ${pair#*:}:" $(words_of "${pair%:*}")
    done
    offers "signpost find only:fa" fathers
    [ "$(replies "signpost find format:group,on")" = "$(printf 'group,one-to-one\ngroup,online')" ]
    [ "$(replies "signpost find --plain -format:group,inf")" = group,information ]
}

@test "every word that bash offers is one that find understands" {
    for key in in pregnant child after who format about for only with language referral day time near checked status; do
        for word in $(replies "signpost find $key:"); do
            find_services --plain "$key:$word" > out 2>&1 || [ $? -eq 1 ] || { cat out; return 1; }
        done
    done
}

@test "bash offers catalogues as files, and ids to show" {
    mkdir folder
    touch list.yaml list.csv list.txt
    [ "$(replies "signpost check list" | sort)" = "$(printf 'list.csv\nlist.yaml')" ]
    offers "signpost check " folder
    offers "signpost find --catalogue=list" list.yaml list.csv
    offers "signpost find --catalogue list" list.yaml list.csv
    offers "signpost find -o list" list.txt
    ln -s "$SIGNPOST_PROGRAM" signpost
    offers "./signpost show ju" juno juno/groups juno/befriending
    printf 'services:\n  - {id: leith-dads, name: Leith Dads}\n' > list.yaml
    [ "$(replies "./signpost show --catalogue=list.yaml l")" = "$(printf 'leith-dads\nleith-dads/leith-dads')" ]
}

@test "zsh and fish know the same words" {
    signpost find --help | sed -n '/^A need is made/,/^$/s/^  \([a-z]*\):.*/\1/p' > words
    for command in $commands; do
        echo "$command"
        signpost "$command" --help | sed -nE 's/^ +(-[a-z], )?--([a-z-]+).*/\2/p'
    done >> words
    for pair in $lists; do
        words_of "${pair%:*}"
    done >> words
    [ "$(wc -l < words)" -ge 200 ]
    for file in _signpost signpost.fish; do
        tr -cs 'a-z0-9-' '\n' < "$completions/$file" | sed 's/^--//' | sort -u > known
        missing=$(sort -u words | comm -23 - known)
        [ -z "$missing" ] || { echo "$file: $missing"; return 1; }
    done
}

@test "zsh can read its completion" {
    command -v zsh > /dev/null || skip "zsh is not here"
    zsh -n "$completions/_signpost"
}

@test "fish can read its completion, and offers keys, values and files" {
    command -v fish > /dev/null || skip "fish is not here"
    offered() { fish --no-config -c "source '$completions/signpost.fish'; complete -C '$1'" | cut -f 1; }
    touch list.yaml list.txt
    [ "$(offered "signpost find fo")" = "$(printf 'for:\nformat:')" ]
    [ "$(offered "signpost find format:group,on")" = "$(printf 'format:group,one-to-one\nformat:group,online')" ]
    [ "$(offered "signpost find -wi")" = -with: ]
    [ "$(offered "signpost check --st")" = --strict ]
    [ "$(offered "signpost check list")" = list.yaml ]
}

# Completion of signpost for bash. Commands, options, the keys of a need and their fixed values stand here, so that nothing runs when a
# shell starts. Only the ids for `show` are asked of signpost, when they are wanted.

# The values of a key of a need, one to a word.
_signpost_values() {
    case $1 in
    in) echo England Scotland Wales Northern-Ireland ;;
    pregnant | child | baby) echo any ;;
    after) echo loss ;;
    who) echo mother father partner carer ;;
    format) echo group one-to-one online phone birth-partner in-patient information ;;
    about)
        echo low-mood anxiety postnatal-depression depression-in-pregnancy birth-trauma birth-injury fear-of-birth ocd psychosis \
            bonding loneliness family-support pregnancy test-results baby-loss miscarriage ectopic-pregnancy \
            ending-a-wanted-pregnancy stillbirth neonatal-death sudden-infant-death sudden-child-death child-death \
            pregnancy-after-loss premature sick-baby twins cleft down-syndrome sickness cholestasis pelvic-girdle-pain \
            pre-eclampsia group-b-strep cancer feeding crying sleep alcohol drugs
        ;;
    for | only)
        [ "$1" = for ] || echo fathers
        echo refugees asylum-seekers insecure-immigration-status migrants young-parents lone-parents \
            socio-economic-disadvantage lgbtq black-parents minority-ethnic-parents muslim-families multiple-birth-families \
            prison care-experienced disabled-parents deaf-parents abuse-survivors gypsy-roma-traveller armed-forces-families
        ;;
    with)
        echo after-loss creche creche-free transport fares-paid public-transport step-free babies toddlers play drop-in can-miss \
            meet-first start-any-time no-forms no-diagnosis waiting-list free small-group large-group mothers-only \
            lived-experience volunteers paid-workers professionals trained supervised moderated trauma-informed creative music \
            outdoors practical structured school-holidays evening weekend home-visits phone interpreter
        ;;
    language)
        echo english welsh gaelic irish scots british-sign-language irish-sign-language albanian amharic arabic bengali bulgarian \
            cantonese czech dari dutch farsi french german greek gujarati hausa hebrew hindi hungarian igbo italian japanese \
            korean kurdish latvian lingala lithuanian malayalam mandarin nepali oromo pashto polish portuguese punjabi romani \
            romanian russian serbo-croatian shona sinhala slovak somali spanish swahili sylheti tagalog tamil telugu thai \
            tigrinya turkish twi ukrainian urdu vietnamese yiddish yoruba
        ;;
    referral) echo self professional drop-in ;;
    day) echo mon tue wed thu fri sat sun ;;
    time) echo morning afternoon evening ;;
    near) echo 5mi 10mi 20mi 10km ;;
    checked) echo 6m 12m 24m ;;
    status) echo running ending unknown closed ;;
    esac
}

_signpost_options() {
    case $1 in
    kiosk) echo --catalogue= --config= --today= --require-lock --no-color --no-mouse ;;
    browse) echo --catalogue= --config= --map= --today= --linear --theme= --keys --no-color --no-mouse ;;
    find) echo --catalogue= --config= --map= --today= --near --all --json --plain --no-color --no-mouse --output= ;;
    show) echo --catalogue= --config= --map= --today= --json --no-color --no-mouse --output= ;;
    handout) echo --catalogue= --config= --map= --today= --discreet --html --ics --columns= --from= --language= --print --output= ;;
    check) echo --json --map= --strict --rules --months= --today= --output= ;;
    due) echo --catalogue= --config= --map= --today= --months= --json --ics --output= ;;
    coverage) echo --catalogue= --config= --map= --today= --by= --tiles --csv --json --html --output= ;;
    checked) echo --catalogue= --config= --today= --on= --by= ;;
    convert) echo --map= --service= --to= --with-hidden --output= ;;
    diff) echo --map= --json --output= ;;
    merge) echo --map= --prefer= --to= --with-hidden --output= ;;
    map) echo --output= ;;
    places) echo --json --plain --output= ;;
    esac
    echo --help --version
}

# Adds to COMPREPLY the words that begin with $1.
_signpost_offer() {
    local begun=$1 word
    shift
    for word; do
        [[ $word == "$begun"* ]] && COMPREPLY+=("$word")
    done
}

# Folders, and the files that end in one of $2 and what follows, or all files.
_signpost_files() {
    local begun=$1 name end
    shift
    local -a ends=("$@")
    compopt -o filenames 2>/dev/null
    while IFS= read -r name; do
        if [[ -d $name || ${#ends[@]} -eq 0 ]]; then
            COMPREPLY+=("$name")
            continue
        fi
        for end in "${ends[@]}"; do
            [[ $name == *"$end" ]] && COMPREPLY+=("$name")
        done
    done < <(compgen -f -- "$begun")
}

_signpost_themes() {
    _signpost_offer "$1" plain blue-yellow calm-dark calm-light high-contrast
    _signpost_files "$1" .yaml .yml
}

# The ids of the catalogue that the line names, or of the lists that came with signpost. $1 is how signpost is called.
_signpost_ids() {
    local program=$1 begun=$2 name service last='' word
    shift 2
    local -a named=()
    for word; do
        [[ $word == --catalogue=* ]] && named+=("$word")
    done
    while IFS= read -r name; do
        service=${name%%/*}
        [[ $service == "$last" ]] || _signpost_offer "$begun" "$service"
        last=$service
        _signpost_offer "$begun" "$name"
    done < <("$program" find --all --plain "${named[@]}" 2>/dev/null </dev/null | cut -f 2 | sort -u)
}

# A term of a need: key:value,value, with a hyphen in front or not.
_signpost_need() {
    local term=$1 denied='' key values before word
    [[ $term == -* ]] && denied=- term=${term#-}
    if [[ $term != *:* ]]; then
        compopt -o nospace 2>/dev/null
        for word in in pregnant child due born after who age format about for only with language referral day time on near checked status; do
            _signpost_offer "$denied$term" "$denied$word:"
        done
        return
    fi
    key=${term%%:*}
    values=${term#*:}
    before=
    [[ $values == *,* ]] && before=${values%,*},
    for word in $(_signpost_values "$key"); do
        [[ ,$before == *",$word,"* ]] || _signpost_offer "$denied$term" "$denied$key:$before$word"
    done
}

# bash puts a reply in place of what follows the last : or = of the word, where those part words.
_signpost_cut_replies() {
    local current=$1 kept='' index
    [[ $COMP_WORDBREAKS == *:* && $current == *:* ]] && kept=${current%:*}:
    [[ $COMP_WORDBREAKS == *=* && ${current#"$kept"} == *=* ]] && kept=${current%=*}=
    for index in "${!COMPREPLY[@]}"; do
        COMPREPLY[index]=${COMPREPLY[index]#"$kept"}
    done
}

_signpost() {
    # COMP_WORDS is cut at : and =, which belong to our words; the line itself is not.
    local line=${COMP_LINE:0:COMP_POINT} current previous command=browse words option
    current=${line##*[[:space:]]}
    local -a words
    read -ra words <<<"${line%"$current"}"
    previous=${words[${#words[@]} - 1]}
    COMPREPLY=()
    case ${words[1]-} in
    browse | find | show | handout | check | due | checked | coverage | convert | diff | merge | map | kiosk | places) command=${words[1]} ;;
    esac

    case $current in
    --catalogue=*) _signpost_files "${current#*=}" .yaml .yml .csv ;;
    --map=*) _signpost_files "${current#*=}" .yaml .yml ;;
    --config=*) _signpost_files "${current#*=}" .yaml .yml ;;
    --output=*) _signpost_files "${current#*=}" ;;
    --to=*) _signpost_offer "${current#*=}" yaml csv json hsds-3.0 hsds-uk-3.0 hsds-3.0-service hsds-uk-3.0-service hsds-3.0-package ;;
    --prefer=*) _signpost_offer "${current#*=}" first last newest ;;
    --columns=*) _signpost_offer "${current#*=}" 40 80 ;;
    --theme=*) _signpost_themes "${current#*=}" ;;
    --by=*) _signpost_offer "${current#*=}" format stage who about for only with language referral day time status ;;
    esac
    if [[ $current == --*=* ]]; then
        COMPREPLY=("${COMPREPLY[@]/#/${current%%=*}=}")
        _signpost_cut_replies "$current"
        return
    fi
    case $previous in
    --catalogue) _signpost_files "$current" .yaml .yml .csv; return ;;
    --map) _signpost_files "$current" .yaml .yml; return ;;
    --config) _signpost_files "$current" .yaml .yml; return ;;
    --output | -o) _signpost_files "$current"; return ;;
    --to) _signpost_offer "$current" yaml csv json hsds-3.0 hsds-uk-3.0 hsds-3.0-service hsds-uk-3.0-service hsds-3.0-package; return ;;
    --prefer) _signpost_offer "$current" first last newest; return ;;
    --columns) _signpost_offer "$current" 40 80; return ;;
    --theme) _signpost_themes "$current"; return ;;
    --today | --from | --language | --months | --on) return ;;
    --by) _signpost_offer "$current" format stage who about for only with language referral day time status; return ;;
    esac
    if [[ $current == - || $current == --* ]]; then
        for option in $(_signpost_options "$command"); do
            _signpost_offer "$current" "$option"
        done
        [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
        return
    fi
    case $command in
    browse)
        [[ ${#words[@]} -eq 1 ]] && _signpost_offer "$current" browse find show handout check due checked coverage convert diff merge map kiosk places
        _signpost_files "$current" .yaml .yml .csv
        ;;
    find | coverage) _signpost_need "$current" ;;
    show) _signpost_ids "${words[0]}" "$current" "${words[@]}" ;;
    handout)
        [[ $current == *:* ]] || _signpost_ids "${words[0]}" "$current" "${words[@]}"
        _signpost_need "$current"
        ;;
    check | due) _signpost_files "$current" .yaml .yml .csv ;;
    checked)
        [[ ${#words[@]} -eq 2 ]] && _signpost_ids "${words[0]}" "$current" "${words[@]}"
        [[ ${#words[@]} -gt 2 ]] && _signpost_files "$current" .yaml .yml .csv
        ;;
    convert | diff | merge) _signpost_files "$current" .yaml .yml .csv .json .jsonl .ndjson ;;
    map) _signpost_files "$current" .csv ;;
    esac
    _signpost_cut_replies "$current"
}

complete -F _signpost signpost

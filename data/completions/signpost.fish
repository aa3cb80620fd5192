# Completion of signpost for fish. Commands, options, the keys of a need and their fixed values stand here; only the ids for `show` are asked
# of signpost, when they are wanted.

# The fixed values of a key of a need, one to a line.
function __signpost_values
    switch $argv[1]
        case in
            printf '%s\n' England Scotland Wales Northern-Ireland
        case pregnant child baby
            echo any
        case after
            echo loss
        case who
            printf '%s\n' mother father partner carer
        case format
            printf '%s\n' group one-to-one online phone birth-partner in-patient information
        case about
            printf '%s\n' low-mood anxiety postnatal-depression depression-in-pregnancy birth-trauma birth-injury fear-of-birth ocd \
                psychosis bonding loneliness family-support pregnancy test-results baby-loss miscarriage ectopic-pregnancy \
                ending-a-wanted-pregnancy stillbirth neonatal-death sudden-infant-death sudden-child-death child-death \
                pregnancy-after-loss premature sick-baby twins cleft down-syndrome sickness cholestasis pelvic-girdle-pain \
                pre-eclampsia group-b-strep cancer feeding crying sleep alcohol drugs
        case for only
            test $argv[1] = only; and echo fathers
            printf '%s\n' refugees asylum-seekers insecure-immigration-status migrants young-parents lone-parents \
                socio-economic-disadvantage lgbtq black-parents minority-ethnic-parents muslim-families multiple-birth-families \
                prison care-experienced disabled-parents deaf-parents abuse-survivors gypsy-roma-traveller armed-forces-families
        case with
            printf '%s\n' after-loss creche creche-free transport fares-paid public-transport step-free babies toddlers play drop-in \
                can-miss meet-first start-any-time no-forms no-diagnosis waiting-list free small-group large-group mothers-only \
                lived-experience volunteers paid-workers professionals trained supervised moderated trauma-informed creative \
                music outdoors practical structured school-holidays evening weekend home-visits phone interpreter
        case language
            printf '%s\n' english welsh gaelic irish scots british-sign-language irish-sign-language albanian amharic arabic bengali \
                bulgarian cantonese czech dari dutch farsi french german greek gujarati hausa hebrew hindi hungarian igbo italian \
                japanese korean kurdish latvian lingala lithuanian malayalam mandarin nepali oromo pashto polish portuguese \
                punjabi romani romanian russian serbo-croatian shona sinhala slovak somali spanish swahili sylheti tagalog tamil \
                telugu thai tigrinya turkish twi ukrainian urdu vietnamese yiddish yoruba
        case referral
            printf '%s\n' self professional drop-in
        case day
            printf '%s\n' mon tue wed thu fri sat sun
        case time
            printf '%s\n' morning afternoon evening
        case near
            printf '%s\n' 5mi 10mi 20mi 10km
        case checked
            printf '%s\n' 6m 12m 24m
        case status
            printf '%s\n' running ending unknown closed
    end
end

# Terms of a need that begin as the one being typed: a key, or a key with one more value.
function __signpost_need
    set -l term (commandline --current-token --cut-at-cursor | string collect)
    set -l denied ''
    if string match -q -- '-*' $term
        set denied -
        set term (string sub --start 2 -- $term)
    end
    if not string match -q '*:*' -- $term
        for key in in pregnant child due born after who age format about for only with language referral day time on near checked status
            echo $denied$key:
        end
        return
    end
    set -l key (string split --max 1 : -- $term)[1]
    set -l before (string match --regex '^[^:]*:.*,' -- $term; or echo $key:)
    for value in (__signpost_values $key)
        echo $denied$before$value
    end
end

function __signpost_ids
    set -l words (commandline --tokenize --current-process --cut-at-cursor)
    command --query $words[1]; or return
    set -l named (string match -- '--catalogue=*' $words)
    set -l ids ($words[1] find --all --plain $named 2>/dev/null </dev/null | cut -f 2)
    printf '%s\n' $ids (string replace --regex '/.*' '' -- $ids) | sort -u
end

# Whether the first word is that command; without an argument, whether it is none of them.
function __signpost_command
    set -l words (commandline --tokenize --current-process --cut-at-cursor)
    if set -q argv[1]
        contains -- "$words[2]" $argv
    else
        not contains -- "$words[2]" find show handout check due checked coverage convert diff merge map kiosk places
    end
end

# Folders, and the files that a catalogue can be.
function __signpost_catalogues
    set -l begun (commandline --current-token --cut-at-cursor | string replace --regex '^--catalogue=' '')
    for name in $begun*
        if test -d $name
            echo $name/
        else if string match --quiet --regex '\.(yaml|yml|csv)$' -- $name
            echo $name
        end
    end
end

complete -c signpost -f
complete -c signpost -n __fish_is_first_token -a browse -d 'look through the list on the screen'
complete -c signpost -n __fish_is_first_token -a find -d 'list what she can use, and why'
complete -c signpost -n __fish_is_first_token -a show -d 'show everything about one service or offer'
complete -c signpost -n __fish_is_first_token -a handout -d 'make a sheet for her to take home, or print it'
complete -c signpost -n __fish_is_first_token -a coverage -d 'say what there is in each area, and what is missing'
complete -c signpost -n __fish_is_first_token -a check -d 'say what is wrong in a catalogue, and where'
complete -c signpost -n __fish_is_first_token -a due -d 'say what to check next, and whom to ask'
complete -c signpost -n __fish_is_first_token -a kiosk -d 'ask and answer whoever walks up to the screen'
complete -c signpost -n '__signpost_command kiosk' -l require-lock -d 'do not start where any part of the protection is missing'
complete -c signpost -n __fish_is_first_token -a map -d 'propose how the columns of a spreadsheet are read'
complete -c signpost -n '__signpost_command map' -F
complete -c signpost -n '__signpost_command map' -s o -l output -r -F -d 'write to this file'
complete -c signpost -n '__signpost_command; or __signpost_command find show handout check due coverage convert diff merge' -l map -r -F -d 'read spreadsheets by this mapping'
complete -c signpost -n __fish_is_first_token -a checked -d 'note in the file that a service was checked'
complete -c signpost -n __fish_is_first_token -a convert -d 'write a catalogue in another format'
complete -c signpost -n __fish_is_first_token -a diff -d 'say in words what has changed in a catalogue'
complete -c signpost -n __fish_is_first_token -a merge -d 'make one catalogue of several, and say where they differ'
complete -c signpost -n __fish_is_first_token -a places -d 'say which place a name or a postcode means'
complete -c signpost -n '__signpost_command; or __signpost_command check due checked' -k -a '(__signpost_catalogues)'
complete -c signpost -n '__signpost_command convert diff merge' -F
complete -c signpost -n '__signpost_command convert merge' -l to -x -a 'yaml csv json hsds-3.0 hsds-uk-3.0 hsds-3.0-service hsds-uk-3.0-service hsds-3.0-package' -d 'write this format'
complete -c signpost -n '__signpost_command convert merge' -l with-hidden -d 'write hidden places too'
complete -c signpost -n '__signpost_command convert' -l service -x -d 'write this service alone'
complete -c signpost -n '__signpost_command merge' -l prefer -x -a 'first last newest' -d 'which is taken where two differ'
complete -c signpost -n '__signpost_command diff' -l json -d 'write JSON'
complete -c signpost -n '__signpost_command convert diff merge' -s o -l output -r -F -d 'write to this file'
complete -c signpost -n '__signpost_command find handout coverage' -a '(__signpost_need)'
complete -c signpost -n '__signpost_command show handout checked' -a '(__signpost_ids)'

complete -c signpost -n '__signpost_command; or __signpost_command find show handout due checked coverage kiosk' -l catalogue -r -k -a '(__signpost_catalogues)' -d 'read this file or folder'
complete -c signpost -n '__signpost_command; or __signpost_command find show handout due checked coverage kiosk' -l config -r -F -d 'take the settings from this file alone'
complete -c signpost -n '__signpost_command; or __signpost_command find show handout check due checked coverage kiosk' -l today -x -d 'answer as on this day'
complete -c signpost -n '__signpost_command; or __signpost_command find show kiosk' -l no-color -d 'use no colour and no bold'
complete -c signpost -n '__signpost_command; or __signpost_command find show kiosk' -l no-mouse -d 'leave the mouse to the terminal'
complete -c signpost -n '__signpost_command find' -l near -d 'also list what nearly fits, and what fails'
complete -c signpost -n '__signpost_command find' -l all -d 'list every offer with its verdict'
complete -c signpost -n '__signpost_command find show check due coverage places' -l json -d 'write JSON'
complete -c signpost -n '__signpost_command find places' -l plain -d 'write one line for each'
complete -c signpost -n '__signpost_command' -l linear -d 'ask and answer line by line'
complete -c signpost -n '__signpost_command' -l theme -r -F -a 'plain blue-yellow calm-dark calm-light high-contrast' -d 'use these colours'
complete -c signpost -n '__signpost_command' -l keys -d 'list the keys of the screen'
complete -c signpost -n '__signpost_command handout' -l discreet -d 'put nothing on the sheet that says why she has it'
complete -c signpost -n '__signpost_command handout' -l html -d 'write the sheet as HTML'
complete -c signpost -n '__signpost_command handout' -l ics -d 'write a calendar of when they meet'
complete -c signpost -n '__signpost_command handout' -l columns -x -a '40 80' -d 'write text of so many columns'
complete -c signpost -n '__signpost_command handout' -l from -x -d 'who gives the sheet'
complete -c signpost -n '__signpost_command handout' -l language -x -d "the services' own words in this language"
complete -c signpost -n '__signpost_command handout' -l print -d 'print the sheet'
complete -c signpost -n '__signpost_command check' -l strict -d 'let warnings and advice count as problems too'
complete -c signpost -n '__signpost_command check' -l rules -d 'list everything that can be wrong'
complete -c signpost -n '__signpost_command check due' -l months -x -d 'take facts for old after so many months'
complete -c signpost -n '__signpost_command due' -l ics -d 'write a calendar of what to check'
complete -c signpost -n '__signpost_command checked' -l on -x -d 'when it was checked'
complete -c signpost -n '__signpost_command checked' -l by -x -d 'who checked it'
complete -c signpost -n '__signpost_command find show handout check due coverage places' -s o -l output -r -F -d 'write to this file'
complete -c signpost -n '__signpost_command coverage' -l by -x -a 'format stage who about for only with language referral day time status' -d 'divide by this'
complete -c signpost -n '__signpost_command coverage' -l tiles -d 'draw the areas as a map of tiles'
complete -c signpost -n '__signpost_command coverage' -l csv -d 'write a table for a spreadsheet'
complete -c signpost -n '__signpost_command coverage' -l html -d 'write a web page with maps, table and gaps'
complete -c signpost -s h -l help -d 'show a short help'
complete -c signpost -l version -d 'show which version this is'

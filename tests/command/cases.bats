load common

# case VERDICT=IDS…: what the 12 cases of the evidence expect, kept here so that they hold wherever the tests run.
expect() {
    local suits=$1 ask=$2
    shift 2
    find_services --plain "$@" > out || [ $? -eq 1 ]
    with_verdict suits < out | sort > suits
    with_verdict ask < out | sort > ask
    with_verdict ending < out > ending
    diff <(printf '%s\n' $suits | sed '/^$/d') suits
    diff <(printf '%s\n' $ask | sed '/^$/d') ask
    [ ! -s ending ]
}

@test "one-to-one, 20 weeks, Falkirk" {
    expect "aberlour-perinatal/befriending" "home-start-scotland/befriending" \
        in:Falkirk pregnant:20 who:mother format:one-to-one about:low-mood
}
@test "child of 14 months, Scottish Borders" {
    expect "" "home-start-scotland/befriending home-start-scotland/groups" \
        in:"Scottish Borders" child:14m who:mother format:one-to-one,group about:low-mood
}
@test "child of 14 months, Edinburgh" {
    expect "juno/befriending juno/groups" "home-start-scotland/befriending home-start-scotland/groups pandas/groups" \
        in:Edinburgh child:14m who:mother format:one-to-one,group about:low-mood
}
@test "aged 17 with a baby of 3 months, Glasgow" {
    expect "young-parents-support-base/groups" "" in:Glasgow child:3m who:mother age:17 format:group only:young-parents
}
@test "postnatal depression, Paisley, a crèche" {
    expect "talk-it-over/group" "cafe-stork/drop-in home-start-scotland/groups pandas/groups" \
        in:Paisley child:5m who:mother format:group about:postnatal-depression with:creche
}
@test "30 weeks, Exeter, in-patient: not yet" {
    expect "" "" in:Exeter pregnant:30 who:mother format:in-patient
    run find_services --near --json in:Exeter pregnant:30 who:mother format:in-patient
    has "32 weeks"
}
@test "school holidays, Glasgow" {
    expect "" "amma-birth-companions/companions cafe-stork/drop-in home-start-scotland/groups pandas/groups quarriers-maternal-wellbeing/postnatal-groups tea-and-tots/group young-parents-support-base/groups" \
        in:Glasgow child:1m who:mother format:group about:low-mood with:school-holidays
}
@test "nobody to be with her at the birth" {
    expect "nurture-the-borders/birth-partner" "" in:"Scottish Borders" pregnant:36 who:mother format:birth-partner
}
@test "traumatic birth, online" {
    expect "birth-trauma-association/online pandas/online" "aberdeenshire-pnd/online lanarkshire-pnd/online pnd-and-me/online" \
        in:Falkirk child:3m who:mother format:online about:birth-trauma
}
@test "after a miscarriage" {
    expect "" "" in:Edinburgh after:loss who:mother
}
@test "migrant mother, Newham, practical one-to-one" {
    expect "newham-nurture/one-to-one" "parents-in-mind/one-to-one" in:Newham pregnant:16 who:mother format:one-to-one for:migrants with:practical
}
@test "Wales, one-to-one" {
    expect "" "" in:Wales child:4m who:mother format:one-to-one
}

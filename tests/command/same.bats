load common

# A catalogue in YAML, the same in CSV, and split over both: the same answer, byte for byte.
make_lists() {
    cat > list.yaml <<'YAML'
services:
  - id: juno
    name: Juno
    provider: Juno
    areas: City of Edinburgh
    who: mothers
    stage: {from: pregnancy, to: 2 years}
    contact: {web: "https://www.example.org", phone: "01632 960001"}
    checked: 2020-05
    offers:
      - id: befriending
        name: Juno befriending
        formats: one-to-one
      - id: groups
        name: "Juno \"groups\", all of them"
        formats: [group, online]
        with: [drop-in, lived-experience]
        when: every Tuesday 10:00-11:30 in term time at Leith
  - id: border
    name: Café at the border
    areas: [Scottish Borders, "Armagh City, Banbridge and Craigavon"]
    parent_age: {to: 19}
    languages: [Polish, Urdu]
    status: ending
YAML
    cat > juno.csv <<'CSV'
service,name,provider,areas,who,stage_from,stage_to,web,phone,checked,offer,offer_name,formats,with,when
juno,Juno,Juno,City of Edinburgh,mothers,pregnancy,2 years,https://www.example.org,01632 960001,2020-05,befriending,Juno befriending,one-to-one,,
juno,,,,,,,,,,groups,"Juno ""groups"", all of them",group; online,drop-in;lived-experience,every Tuesday 10:00-11:30 in term time at Leith
CSV
    printf '\357\273\277service;name;areas;parent_age_to;languages;status\r\nborder;Café at the border;"Scottish Borders; Armagh City, Banbridge and Craigavon";19;"Polish;Urdu";ending\r\n' > border.csv
    sed -n '1p;/id: border/,$p' list.yaml > border.yaml
}

ask() {
    local name=$1
    shift
    for need in "" "in:Edinburgh" "in:Borders pregnant:20" "child:14m format:group" "age:17" "language:urdu" "with:drop-in day:tue" "cafe"; do
        # Each word is a term here, on purpose.
        "$SIGNPOST_PROGRAM" find --json --all --today "$today" "$@" $need || [ $? -eq 1 ]
    done > "$name"
}

@test "YAML, CSV, and split over both" {
    make_lists
    ask yaml --catalogue list.yaml
    ask csv --catalogue juno.csv --catalogue border.csv
    ask split --catalogue juno.csv --catalogue border.yaml
    cmp yaml csv
    cmp yaml split
    mkdir folder
    mv juno.csv a.csv; mv border.yaml b.yaml; mv a.csv b.yaml folder
    ask folded --catalogue folder
    cmp yaml folded
}

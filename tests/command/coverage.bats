load common

coverage() { "$SIGNPOST_PROGRAM" coverage --today "$today" --catalogue "$services" "$@"; }

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    export HOME=$BATS_TEST_TMPDIR XDG_CONFIG_DIRS=/nonexistent
    unset XDG_CONFIG_HOME SIGNPOST_AREA SIGNPOST_CATALOGUE COLUMNS
}

# same_as_find: every cell of coverage.json is what find counts with the need (this function's words), the area and the value.
same_as_find() {
    python3 - "$SIGNPOST_PROGRAM" "$services" "$today" "$@" <<'PY'
import json, subprocess, sys
program, services, today, *need = sys.argv[1:]
told = json.load(open("coverage.json", encoding="utf-8"))
checked = gaps = 0
for area in told["areas"]:
    assert len(area["cells"]) == len(told["values"]) > 0
    for value, cell in zip(told["values"], area["cells"]):
        terms = [t for t in (value["value"], "in:" + area["area"], *need) if t]
        found = subprocess.run([program, "find", "--json", "--today", today, "--catalogue", services, "--catalogue", "more.yaml", *terms], capture_output=True, text=True)
        counts = json.loads(found.stdout)["counts"]
        assert all(cell[name] == counts[name] for name in ("suits", "ending", "ask")), (terms, cell, counts)
        checked += 1
        if cell["suits"] == 0:
            gap = told["gaps"][gaps]
            assert (gap["area"], gap["value"], gap["ask"], gap["ending"]) == (area["area"], value["value"], cell["ask"], cell["ending"]), gap
            assert area["area"] in gap["say"] and gap["say"].endswith("."), gap
            gaps += 1
assert gaps == len(told["gaps"])
assert told["offers"] >= told["services"] > 0
print(checked, "cells")
PY
}

@test "every cell is what find counts, whatever divides the table" {
    # The evidence states no language, no day and no way in.
    cat > more.yaml <<'YAML'
services:
  - {id: more-one, name: One, areas: Falkirk, formats: group, languages: [urdu, polish], referral: self, when: "every Tuesday 10:00-11:30", status: running}
  - {id: more-two, name: Two, areas: Lothian, areas_maybe: Fife, formats: one-to-one, languages: polish, referral: professional, when: "every Friday 18:00-19:30"}
YAML
    coverage --catalogue more.yaml --json in:Scotland > coverage.json || [ $? -eq 1 ]
    [ "$(same_as_find)" = "224 cells" ]
    for by in stage who about for only with language referral day time status; do
        coverage --catalogue more.yaml --json --by="$by" in:Lothian child:14m -format:online > coverage.json || [ $? -eq 1 ]
        same_as_find child:14m -format:online || { echo "--by=$by"; return 1; }
    done
    coverage --catalogue more.yaml --json --by=referral 'in:Falkirk,Fife' format:group near:20mi > coverage.json || [ $? -eq 1 ]
    same_as_find format:group near:20mi
}

@test "the areas are the councils of a region, a place itself without any, the site's area, or the nations of the list" {
    areas() { coverage --json "$@" | python3 -c 'import json,sys; print("; ".join(a["area"] for a in json.load(sys.stdin)["areas"]))'; }
    [ "$(areas 'in:Forth Valley')" = "Clackmannanshire; Falkirk; Stirling" ]
    [ "$(areas in:Leith)" = Leith ]
    [ "$(areas in:Falkirk,Lothian in:Leith | tr ';' '\n' | wc -l)" -eq 6 ]
    printf 'area: Tayside\n' > site.yaml
    [ "$(areas --config site.yaml)" = "Angus; Dundee City; Perth and Kinross" ]
    printf 'services:\n  - {id: one, name: One, areas: Cardiff}\n' > wales.yaml
    [ "$("$SIGNPOST_PROGRAM" coverage --json --catalogue wales.yaml | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["areas"]))')" -eq 22 ]
}

@test "gaps are said in plain words, and end the command with 1" {
    run coverage 'in:Scottish Borders' child:14m --by=format
    [ "$status" -eq 1 ]
    has "Gaps"
    run coverage --json 'in:Scottish Borders' --by=stage format:group
    [ "$status" -eq 1 ]
    has "No group for a child of 12 months in Scottish Borders; "
    has "No group in pregnancy in Scottish Borders; "
    printf 'services:\n  - {id: one, name: One, provider: One, areas: Fife, formats: [group, one-to-one, online, phone, birth-partner, in-patient, information], status: running, referral: self, who: mothers, stage: {from: pregnancy, to: 2 years}}\n' > one.yaml
    run "$SIGNPOST_PROGRAM" coverage --catalogue one.yaml in:Fife
    [ "$status" -eq 0 ]
    has "No gaps"
    run "$SIGNPOST_PROGRAM" coverage --catalogue one.yaml in:Fife,Moray,Angus
    [ "$status" -eq 1 ]
    has "No group in Angus and Moray."
    lacks "in Fife"
    run "$SIGNPOST_PROGRAM" coverage --catalogue one.yaml in:Moray,Angus
    has "Nothing by phone in any of the 2 areas."
}

@test "a table is as wide as the terminal at 40, 80 and 200 columns, and loses no column" {
    coverage --json in:Scotland > coverage.json || [ $? -eq 1 ]
    for columns in 40 80 200; do
        COLUMNS=$columns coverage in:Scotland > table || [ $? -eq 1 ]
        python3 - "$columns" <<'PY'
import json, sys
columns = int(sys.argv[1])
lines = open("table", encoding="utf-8").read().split("\n")
assert all(len(line) <= columns for line in lines), max(lines, key=len)
told = json.load(open("coverage.json", encoding="utf-8"))
fife = next(a for a in told["areas"] if a["area"] == "Fife")
wanted = []
for cell in fife["cells"]:
    wanted += [str(cell["suits"])] + ["e%d" % cell["ending"]] * (cell["ending"] > 0) + ["?%d" % cell["ask"]] * (cell["ask"] > 0)
found = " ".join(line[len("Fife"):] for line in lines if line.startswith("Fife ")).split()
assert found == wanted, (found, wanted)
PY
    done
}

@test "the map has each area once, at 80 columns and narrower, in ASCII where the locale is not UTF-8" {
    coverage --json --by=format in:Scotland format:one-to-one > coverage.json || [ $? -eq 1 ]
    for columns in 40 80; do
        COLUMNS=$columns LC_ALL=C coverage --tiles in:Scotland format:one-to-one > map || [ $? -eq 1 ]
        python3 - "$columns" <<'PY'
import csv, json, os, sys
text = open("map", encoding="ascii").read()
assert all(len(line) <= int(sys.argv[1]) for line in text.split("\n"))
told = json.load(open("coverage.json", encoding="utf-8"))
column = [v["value"] for v in told["values"]].index("format:one-to-one")
counts = {a["area"]: a["cells"][column] for a in told["areas"]}
rows = text.split("\n")
tiles = [t for t in csv.DictReader(open(os.environ["SIGNPOST_DATA"] + "/tiles.csv", encoding="utf-8")) if t["area"] in counts]
assert len(tiles) == 32
left, wide = min(int(t["column"]) for t in tiles), min(6, int(sys.argv[1]) // 7)
first = next(i for i, row in enumerate(rows) if row.strip() == "SHET")
for tile in tiles:
    row, at = first + 2 * (int(tile["row"]) - 1), (int(tile["column"]) - left) * wide
    assert rows[row][at:at + wide].strip() == tile["short"][:wide - 1], (tile, rows[row])
    cell = counts[tile["area"]]
    number = str(cell["suits"]) if cell["suits"] else "?%d" % cell["ask"]
    assert rows[row + 1][at:at + wide].strip(" .-+#") == number, (tile, rows[row + 1], number)
    assert tile["short"] + " " in text and tile["area"] in text
PY
    done
    LC_ALL=C.UTF-8 coverage --tiles --by=format in:Wales > map || [ $? -eq 1 ]
    [ "$(grep -c 'WREX$' map)" -eq 7 ]
    run coverage --tiles in:Leith
    [ "$status" -eq 2 ]
    has "no map"
}

@test "England is drawn by its regions, a region and a place in one by their council areas" {
    short() { awk '/^The areas/ { on = 1; next } on' | grep -oE '\b[A-Z]{2,4} ' | tr -d ' ' | sort; }
    coverage --tiles in:England > map || [ $? -eq 1 ]
    [ "$(short < map | tr '\n' ' ')" = "EAST EMID LOND NE NW SE SW WMID YORK " ]
    coverage --tiles "in:North West" > map || [ $? -eq 1 ]
    [ "$(short < map | wc -l)" -eq 35 ]
    coverage --tiles in:London > map || [ $? -eq 1 ]
    grep -q '^HILL  EALI  BREN  CAMD  ISLI  HACK  REDB  HAVE$' map
    coverage --tiles in:Kent > map || [ $? -eq 1 ]
    [ "$(short < map | wc -l)" -eq 12 ]
    coverage --html in:London > page || [ $? -eq 1 ]
    grep -q Hackney page
}

@test "the tiles are areas of the places, no two in one spot of a map, and every council area and every region has one" {
    python3 - <<'PY'
import collections, csv, os
read = lambda name: list(csv.DictReader(open(os.environ["SIGNPOST_DATA"] + "/" + name, encoding="utf-8", newline="")))
places = {p["name"]: p for p in read("places.csv")}
tiles = read("tiles.csv")
def nation(name):
    if places[name]["kind"] == "nation":
        return name
    return next(filter(None, (nation(i.strip()) for i in places[name]["inside"].split(";") if i.strip() in places)), None)
regions = sorted(p for p in places if places[p]["kind"] == "region")
def map_of(name):
    inside = [i.strip() for i in places[name]["inside"].split(";")]
    return next((i for i in inside if i in regions), None) or nation(name)
by = collections.defaultdict(list)
for tile in tiles:
    by[map_of(tile["area"])].append(tile)
councils = [p for p in places if places[p]["kind"] == "council"]
assert len(councils) == 361 and len(regions) == 9
for name in ["Scotland", "Wales", "Northern Ireland"] + regions:
    assert sorted(t["area"] for t in by[name]) == sorted(p for p in councils if map_of(p) == name), name
assert sorted(t["area"] for t in by["England"]) == regions
assert sum(len(there) for there in by.values()) == 361 + 9
# As wide as twelve tiles: what fits 80 columns.
assert all(int(t["column"]) <= 12 for t in tiles)
for name, there in by.items():
    assert len({(t["column"], t["row"]) for t in there}) == len(there), name
    # Three letters are left of a short name in a narrow terminal.
    assert len({t["short"][:3] for t in there}) == len(there), name
PY
    run signpost check "$SIGNPOST_DATA"
    lacks tiles.csv
}

@test "CSV reads back, and no cell of it can be run by a spreadsheet" {
    printf 'places:\n  - {name: "=1+1", inside: Fife}\nservices:\n  - {id: one, name: One, areas: "=1+1"}\n' > odd.yaml
    "$SIGNPOST_PROGRAM" coverage --catalogue odd.yaml --csv 'in:=1+1' > odd.csv || [ $? -eq 1 ]
    grep -q "^\"'=1+1\",format:group" odd.csv || { cat odd.csv; return 1; }
    coverage --csv in:Scotland > coverage.csv || [ $? -eq 1 ]
    coverage --json in:Scotland > coverage.json || [ $? -eq 1 ]
    python3 - <<'PY'
import csv, json
rows = list(csv.DictReader(open("coverage.csv", encoding="utf-8", newline="")))
told = json.load(open("coverage.json", encoding="utf-8"))
assert [(r["area"], r["value"], int(r["suits"]), int(r["ending"]), int(r["ask"])) for r in rows] == \
    [(a["area"], v["value"], c["suits"], c["ending"], c["ask"]) for a in told["areas"] for v, c in zip(told["values"], a["cells"])]
PY
}

@test "the web page is well formed, fetches and runs nothing, and says in its table what the map shows" {
    coverage in:Scotland --by=format --html -o page.html || [ $? -eq 1 ]
    coverage --json in:Scotland > coverage.json || [ $? -eq 1 ]
    python3 - <<'PY'
import json, re, xml.etree.ElementTree as tree
text = open("page.html", encoding="utf-8").read()
assert not re.search(r"<script|https?://|src=|url\(|@import|\son\w+=|<link", text)
body = tree.fromstring(re.sub(r"<!DOCTYPE html>|<meta[^>]*>", "", text))
told = json.load(open("coverage.json", encoding="utf-8"))
svgs = list(body.iter("svg"))
assert len(svgs) == len(told["values"])
ids = [e.get("id") for e in body.iter() if e.get("id")]
assert len(ids) == len(set(ids))
for svg in svgs:
    assert svg.get("role") == "img" and svg.find("title").text and svg.find("desc").text
    assert [svg.find("title").get("id"), svg.find("desc").get("id")] == svg.get("aria-labelledby").split()
    assert len(svg.findall("g")) == 32
rows = body.findall(".//tbody/tr")
for row, area in zip(rows, told["areas"], strict=True):
    assert row.find("th").text == area["area"] and row.find("th").get("scope") == "row"
    for cell, counts in zip(row.findall("td"), area["cells"], strict=True):
        assert cell.text.startswith("%d suit" % counts["suits"]) and (counts["ask"] == 0 or "%d to ask" % counts["ask"] in cell.text)
for index, svg in enumerate(svgs):
    shown = {g.find("title").text for g in svg.findall("g")}
    assert shown == {"%s: %s" % (r.find("th").text, r.findall("td")[index].text) for r in rows}
PY
}

@test "what cannot be done ends with 2 and says why" {
    run coverage --by=place
    [ "$status" -eq 2 ]
    has "--by"
    run coverage --tiles --json
    [ "$status" -eq 2 ]
    run coverage in:Falkrik
    [ "$status" -eq 2 ]
    has "Falkirk"
    printf 'services:\n  - {id: one, name: One, areas: Fife}\n' > one.yaml
    run "$SIGNPOST_PROGRAM" coverage --catalogue one.yaml --by=language in:Fife
    [ "$status" -eq 2 ]
    mkdir empty
    for name in vocabulary.yaml places.csv outcodes.csv urgent-help.yaml services.yaml national.yaml; do ln -s "$SIGNPOST_DATA/$name" empty/; done
    SIGNPOST_DATA=$PWD/empty run coverage --tiles in:Scotland
    [ "$status" -eq 2 ]
    has tiles.csv
}

# Open Referral in and out, held against the standard's own schemas and examples where these are at hand: SIGNPOST_SHARED names the folder above them.
load common

need_shared() {
    [ -d "${SIGNPOST_SHARED:-/nonexistent}/openreferral" ] || skip "SIGNPOST_SHARED does not name a folder with openreferral/ in it"
    shared=$SIGNPOST_SHARED/openreferral
}

need_validator() {
    need_shared
    python3 -c 'import jsonschema' 2>/dev/null || skip "python3-jsonschema is not installed"
}

# valid PROFILE FILE: every service of the page or of the lines, by the compiled schema of a service.
valid() {
    python3 - "$shared/$1/schema/compiled/service.json" "$2" <<'PY'
import json
import sys

import jsonschema

schema = json.load(open(sys.argv[1]))
text = open(sys.argv[2]).read()
lines = sys.argv[2].endswith("l")
services = [json.loads(line) for line in text.splitlines()] if lines else json.loads(text)["contents"]
assert services, "no services"
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
wrong = [(service["name"], list(error.absolute_path), error.message)
         for service in services for error in kind(schema, format_checker=jsonschema.FormatChecker()).iter_errors(service)]
for one in wrong[:10]:
    print(one)
sys.exit(bool(wrong))
PY
}

# same THEIRS OURS: whether nothing of theirs was lost, whatever Signpost added.
same() {
    python3 - "$1" "$2" <<'PY'
import json
import sys


def services(path):
    top = json.load(open(path))
    for key in ("contents", "content"):
        if key in top:
            return top[key]
    return [top]


def theirs(service):
    service = dict(service)
    if "x_open_referral" in service:
        return service["x_open_referral"]
    left = [one for one in service.pop("attributes", []) if one.get("taxonomy_term", {}).get("taxonomy") != "Signpost"]
    return dict(service, attributes=left) if left else service


before, after = services(sys.argv[1]), services(sys.argv[2])
assert [theirs(one) for one in after] == [theirs(one) for one in before]
PY
}

@test "what ships, as Open Referral, is valid by the standard's own schemas" {
    need_validator
    for list in services national; do
        signpost convert --to hsds-3.0 "$SIGNPOST_DATA/$list.yaml" -o page.json
        valid hsds-3.0 page.json
        signpost convert --to hsds-uk-3.0 "$SIGNPOST_DATA/$list.yaml" -o lines.jsonl
        valid oruk-3.0-uk-profile lines.jsonl
    done
}

@test "ours to Open Referral and back is the same, byte for byte" {
    for list in services national; do
        signpost convert --to yaml "$SIGNPOST_DATA/$list.yaml" -o before.yaml
        for to in hsds-3.0 hsds-uk-3.0; do
            signpost convert --to "$to" before.yaml -o page.json
            signpost convert --to yaml page.json -o after.yaml
            cmp before.yaml after.yaml
            signpost convert --to "$to" before.yaml -o lines.jsonl
            signpost convert --to yaml lines.jsonl -o after.yaml
            cmp before.yaml after.yaml
        done
    done
}

@test "theirs to ours and back keeps what Signpost has no field for" {
    need_validator
    for file in hsds-3.0/examples/service_full.json hsds-3.0/examples/service_list.json oruk-3.0-uk-profile/examples/service_full.json \
        feeds/bucks-services.json; do
        signpost convert --to yaml "$shared/$file" -o ours.yaml
        signpost convert --to hsds-3.0 ours.yaml -o theirs.json
        same "$shared/$file" theirs.json
        valid hsds-3.0 theirs.json
        signpost convert --to hsds-uk-3.0 theirs.json -o again.json
        same "$shared/$file" again.json
        valid oruk-3.0-uk-profile again.json
    done
}

@test "real lists load with exact counts of what was read and left out, and why" {
    need_shared
    run signpost check "$shared/feeds/bucks-services.json"
    has 'entries: 20; used: 20; left out: 0'
    run signpost check "$shared/feeds/bad-service-list.json"
    [ "$status" -eq 1 ]
    has 'entries: 4; used: 0; left out: 4 (missing-name 4, duplicate-id 1)'
    has ':64:16: warning: "email" should be text'
    for version in hsds-3.0 oruk-3.0-uk-profile; do
        for example in service_full service_list organization_full service_at_location_full service_at_location_list; do
            run signpost check "$shared/$version/examples/$example.json"
            has 'entries: 1; used: 1; left out: 0'
        done
        for example in organization_list taxonomy taxonomy_list taxonomy_term taxonomy_term_list; do
            run signpost check "$shared/$version/examples/$example.json"
            has 'entries: 1; used: 0; left out: 1 (not-a-service 1)'
        done
    done
}

@test "a hidden place is never written" {
    cat > list.yaml <<'YAML'
services:
  - id: refuge
    name: Refuge group
    meets: {place: Secret Hall, address: 1 Secret Street, postcode: FK1 1AA, hidden: yes}
YAML
    run signpost convert --with-hidden --to hsds-3.0 list.yaml
    [ "$status" -eq 0 ]
    lacks "Secret"
    lacks "FK1"
}

@test "ids are the same every time, and made as RFC 9562 says" {
    printf 'services:\n  - {id: juno, name: Juno}\n' > list.yaml
    run signpost convert --to hsds-3.0 list.yaml
    id=$(python3 -c 'import uuid; print(uuid.uuid5(uuid.UUID("8e3b5d0a-71c4-4f26-a958-1d906be237f4"), "juno"))')
    has "\"id\": \"$id\""
}

@test "find, show and a handout take a list of Open Referral like any other" {
    cat > list.jsonl <<'JSON'
{"id": "a1", "name": "Little steps", "status": "active", "description": "Peer support for new parents", "service_areas": [{"name": "Falkirk"}]}
{"id": "a2", "name": "Broken
JSON
    run signpost find in:Falkirk --catalogue list.jsonl
    [ "$status" -eq 0 ]
    has "Little steps"
    run signpost show a1 --catalogue list.jsonl
    has "Peer support for new parents"
    run signpost handout a1 --catalogue list.jsonl
    has "Little steps"
}

# package_valid FOLDER: the tables by the standard's own schema and datapackage.json: every column is theirs, what is required is there, ids are unique,
# and every row that another names is there.
package_valid() {
    python3 - "$shared/hsds-3.0" "$1" <<'PY'
import csv
import json
import sys

import jsonschema

standard, folder = sys.argv[1:]
theirs = {one["name"]: one for one in json.load(open(standard + "/datapackage.json"))["resources"]}
schema = json.load(open(standard + "/schema/compiled/tabular.json"))
ours = {one["name"]: one for one in json.load(open(folder + "/datapackage.json"))["resources"]}
tables, wrong = {}, []
for name, resource in ours.items():
    fields = {one["name"]: one for one in theirs[name]["schema"]["fields"]}
    assert resource["path"] == theirs[name]["path"], resource["path"]
    said = [(one["name"], one["type"], one.get("format")) for one in resource["schema"]["fields"]]
    assert said == [(key, one["type"], one.get("format")) for key, one in fields.items()], said
    with open(folder + "/" + resource["path"], newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert all(set(row) == set(fields) for row in rows), name
    tables[name] = [{key: json.loads(value) if fields[key]["type"] == "number" else value for key, value in row.items() if value != ""}
                    for row in rows]
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids)), name
    wrong += [(name, row["id"], key) for row in tables[name] for key, one in fields.items() if one["constraints"]["required"] and key not in row]
for name, resource in ours.items():
    for key in resource["schema"].get("foreignKeys", []):
        known = {row["id"] for row in tables[key["reference"]["resource"]]}
        wrong += [(name, row["id"], key["fields"]) for row in tables[name] if row.get(key["fields"], next(iter(known))) not in known]
entities = {(name, row["id"]) for name, rows in tables.items() for row in rows}
wrong += [row for row in tables.get("attribute", []) if (row["link_entity"], row["link_id"]) not in entities]
kind = jsonschema.validators.validator_for(schema)
wrong += [(list(one.absolute_path), one.message) for one in kind(schema, format_checker=jsonschema.FormatChecker()).iter_errors(tables)]
for one in wrong[:10]:
    print(one)
sys.exit(bool(wrong))
PY
}

@test "what ships, as a package of tables, is valid by the standard's own schema and comes back the same" {
    for list in services national; do
        signpost convert --to yaml "$SIGNPOST_DATA/$list.yaml" -o before.yaml
        signpost convert --to hsds-3.0-package before.yaml -o "$list"
        signpost convert --to yaml "$list" -o after.yaml
        cmp before.yaml after.yaml
        signpost convert --to yaml "$list/datapackage.json" -o after.yaml
        cmp before.yaml after.yaml
        run signpost check "$list"
        [ "$status" -eq 0 ]
    done
    need_validator
    package_valid services
    package_valid national
}

@test "theirs to a package and back keeps what Signpost has no field for" {
    need_validator
    for file in hsds-3.0/examples/service_full.json oruk-3.0-uk-profile/examples/service_full.json feeds/bucks-services.json; do
        rm -rf package
        signpost convert --to yaml "$shared/$file" -o ours.yaml
        signpost convert --to hsds-3.0-package ours.yaml -o package
        [ "$file" != hsds-3.0/examples/service_full.json ] || package_valid package
        signpost convert --to yaml package -o again.yaml
        signpost diff ours.yaml again.yaml
        signpost convert --to hsds-3.0 package -o theirs.json
        same "$shared/$file" theirs.json
    done
}

@test "the standard's own example of a package says what its JSON says" {
    need_shared
    mkdir package
    cp "$shared"/hsds-3.0/examples/csv/*.csv package
    cp -f "$shared/hsds-3.0/datapackage.json" package
    for what in package "$shared/hsds-3.0/examples/service_full.json"; do
        signpost convert --to json "$what" | python3 -c 'import json, sys
for service in json.load(sys.stdin)["services"]:
    print(json.dumps({key: value for key, value in service.items() if not key.startswith("x_open_referral")}, indent=1))'
    done > both
    [ "$(head -n $(($(wc -l < both) / 2)) both)" = "$(tail -n $(($(wc -l < both) / 2)) both)" ]
    run signpost check package
    has 'package/datapackage.json:1:1: advice: read as Open Referral; entries: 1; used: 1; left out: 0'
    has 'package/services.csv:2:1: warning: this latitude'
}

@test "a package stands where nothing stood, whole or not at all" {
    printf 'services:\n  - {id: juno, name: Juno}\n' > list.yaml
    run signpost convert --to hsds-3.0-package list.yaml
    [ "$status" -eq 2 ]
    has "say which with -o"
    mkdir full empty
    echo mine > full/note
    run signpost convert --to hsds-3.0-package list.yaml -o full
    [ "$status" -eq 2 ]
    has "full: something stands there already"
    [ "$(ls full)" = note ]
    signpost convert --to hsds-3.0-package list.yaml -o empty/
    [ -s empty/services.csv ]
    run signpost convert --to hsds-3.0-package list.yaml -o list.yaml
    [ "$status" -eq 2 ]
    run signpost convert --to hsds-3.0-package list.yaml -o nowhere/package
    [ "$status" -eq 2 ]
    [ "$(ls)" = "$(printf '%s\n' empty full list.yaml)" ]
}

@test "a package that names files elsewhere, or not there, is told" {
    mkdir package
    printf 'id,name,status\n1,Juno,active\n' > package/services.csv
    printf '{"resources": [{"name": "service", "path": "services.csv"}, {"name": "phone", "path": "../phones.csv"}, {"name": "contact", "path": "contacts.csv"}]}' > package/datapackage.json
    printf 'id,service_id,number\n1,1,01632 960123\n' > phones.csv
    run signpost check package
    has 'the file "../phones.csv" of this package would stand outside its folder'
    has 'the package names the file "contacts.csv", which is not there'
    has 'entries: 1; used: 1'
    lacks 960123
}

@test "one service is one object" {
    run signpost convert --to hsds-3.0-service "$services"
    [ "$status" -eq 2 ]
    has "this format holds one; --service says which"
    run signpost convert --to hsds-3.0-service --service nobody "$services"
    [ "$status" -eq 2 ]
    has 'no service "nobody"'
    signpost convert --to yaml --service juno "$services" -o before.yaml
    signpost convert --to hsds-uk-3.0-service --service juno "$services" -o juno.json
    signpost convert --to yaml juno.json -o after.yaml
    cmp before.yaml after.yaml
    need_validator
    for profile in hsds-3.0 oruk-3.0-uk-profile; do
        to=hsds-3.0-service
        [ "$profile" = hsds-3.0 ] || to=hsds-uk-3.0-service
        signpost convert --to "$to" --service juno "$services" | tr '\n' ' ' > juno.jsonl
        valid "$profile" juno.jsonl
    done
}

@test "a service at two locations is read at both, and nothing of it is lost" {
    cat > at.json <<'JSON'
[{"id": "l1", "location": {"name": "Hall A"}, "service": {"id": "s1", "name": "Juno", "status": "active"}},
 {"id": "l2", "location": {"name": "Hall B"}, "schedules": [{"description": "Mondays"}], "service": {"id": "s1", "name": "Juno", "status": "active"}}]
JSON
    run signpost check at.json
    has 'entries: 2; used: 2; left out: 0'
    has 'here it gets the id "s1-2" [other-id]'
    signpost convert --to hsds-3.0 at.json -o page.json
    run python3 -c 'import json, sys
for service in json.load(open("page.json"))["contents"]:
    print([(one["id"], one["location"]["name"], "schedules" in one) for one in service["x_open_referral"]["service_at_locations"]])'
    [ "$output" = "[('l1', 'Hall A', False)]
[('l2', 'Hall B', True)]" ]
}

@test "a description that somebody else has changed is the summary" {
    printf 'services:\n  - {id: a, name: A, summary: As it was.}\n  - {id: b, name: B, summary: Left alone., offers: [{id: b1, summary: Before.}, {id: b2}]}\n' > list.yaml
    signpost convert --to hsds-3.0 list.yaml -o page.json
    sed -i 's/"description": "As it was."/"description": "<p>As it is now.<\/p>"/; s/"description": "Before."/"description": "After."/' page.json
    signpost convert --to yaml page.json -o after.yaml
    run signpost diff list.yaml after.yaml
    [ "$status" -eq 1 ]
    has 'As it is now.'
    has 'After.'
    [ "$(grep -c 'summary:' after.yaml)" -eq 3 ]
    grep -q 'summary: Left alone.' after.yaml
}

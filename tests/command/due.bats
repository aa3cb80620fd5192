# `signpost due`: what to check next, whom to ask, and when.
load common

make_list() {
    cat > list.yaml <<'YAML'
services:
  - {id: fresh, name: Fresh, provider: New Trust, areas: Fife, checked: 2026-10, status: running}
  - {id: old, name: Old, provider: A Trust, areas: Fife, checked: 2024-03, contact: {phone: "01632 960001", email: old@example.org}}
  - id: mixed
    name: Mixed
    provider: B Trust
    checked: 2026-11
    contact: {web: "https://www.example.org"}
    offers:
      - {id: one, name: Mixed one, checked: 2021}
      - {id: two, name: Mixed two}
  - {id: never, name: Never, provider: A Trust}
  - {id: ends, name: Ends, provider: C Trust, checked: 2026-11-01, ends_on: 2027-01-31, status: ending}
  - {id: ended, name: Ended, checked: 2026-11-02, ends_on: 2026-10-31, status: ending}
  - {id: closed, name: Closed, checked: 2010, status: closed}
YAML
}

@test "the oldest first, by provider, with a contact" {
    make_list
    run signpost due --today "$today" list.yaml
    echo "$output"
    [ "$status" -eq 0 ]
    cat > wanted <<'TEXT'
A Trust
  01632 960001; old@example.org
  never: Never. Nobody has noted when this was checked.
  old: Old. Last checked in March 2024.

B Trust
  https://www.example.org
  mixed/one: Mixed one. Last checked in 2021.

C Trust
  No contact is known.
  ends: Ends. Last checked on 1 November 2026. Ends on 31 January 2027.

Ended
  No contact is known.
  ended: Ended. Last checked on 2 November 2026. Ended on 31 October 2026.
TEXT
    diff wanted <(echo "$output")
}

@test "fewer months make more due; nothing due is status 1" {
    make_list
    run signpost due --today 2027-03-01 --months 3 list.yaml
    has "fresh: Fresh."
    run signpost due --today 2027-03-01 list.yaml
    lacks "fresh: Fresh."
    printf 'services:\n  - {id: one, name: One, checked: 2026-11}\n' > good.yaml
    run signpost due --today "$today" good.yaml
    [ "$status" -eq 1 ]
    [ -z "$output" ]
    run signpost due --months none good.yaml
    [ "$status" -eq 2 ]
}

@test "JSON says the same" {
    make_list
    signpost due --json --today "$today" list.yaml > out.json
    python3 - <<'PY'
import json
groups = json.load(open("out.json"))
assert [group["provider"] for group in groups] == ["A Trust", "B Trust", "C Trust", "Ended"], groups
assert groups[0]["phone"] == "01632 960001" and groups[2]["phone"] is None
items = {item["id"]: item for group in groups for item in group["due"]}
assert items["never"]["why"] == ["never-checked"] and items["never"]["checked"] is None
assert items["old"]["why"] == ["stale"] and items["old"]["checked"] == "2024-03" and items["old"]["line"] == 3
assert items["ends"]["why"] == ["ends-soon"] and items["ended"]["why"] == ["has-ended"], items
PY
}

@test "a calendar: a whole working day for each provider" {
    make_list
    signpost due --ics --today 2026-11-26 list.yaml > due.ics
    [ "$(grep -c '^BEGIN:VEVENT' due.ics)" -eq 4 ]
    # 26 November 2026 is a Thursday.
    [ "$(sed -n 's/^DTSTART;VALUE=DATE:\([0-9]*\).*/\1/p' due.ics | tr '\n' ' ')" = "20261126 20261127 20261130 20261201 " ]
    grep -q '^SUMMARY:Check with A Trust' due.ics
    ! grep -qv $'\r$' due.ics
    ! grep -qE '^.{77}' due.ics
}

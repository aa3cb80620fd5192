#!/usr/bin/env bats
# What desktops and software centres are told: in agreement with each other and with the program.
load common.bash

folder=$SIGNPOST_SOURCE/data/desktop
id=alt.signpost.signpost

@test "the desktop file is sound" {
    command -v desktop-file-validate >/dev/null || skip "desktop-file-validate is missing"
    run desktop-file-validate "$folder/$id.desktop"
    [ "$status" -eq 0 ]
    [ -z "$output" ]
}

@test "the AppStream metadata is sound" {
    command -v appstreamcli >/dev/null || skip "appstreamcli is missing"
    run appstreamcli validate --no-net --no-color "$folder/$id.metainfo.xml"
    [ "$status" -eq 0 ]
    # Neither errors nor warnings; that the id is under no domain is meant.
    ! grep -E '^(E|W):' <<<"$output"
}

@test "the metadata names the desktop file, and both the program, its icon and its version" {
    grep -F "<id>$id</id>" "$folder/$id.metainfo.xml"
    grep -F "<launchable type=\"desktop-id\">$id.desktop</launchable>" "$folder/$id.metainfo.xml"
    grep -F '<binary>signpost</binary>' "$folder/$id.metainfo.xml"
    grep -Fx 'Exec=signpost' "$folder/$id.desktop"
    grep -Fx 'Terminal=true' "$folder/$id.desktop"
    [ -f "$folder/$(sed -n 's/^Icon=//p' "$folder/$id.desktop").svg" ]
    [ "$(sed -n 's,.*<name>\(.*\)</name>.*,\1,p' "$folder/$id.metainfo.xml")" = "$(sed -n 's/^Name=//p' "$folder/$id.desktop")" ]
    [ "$(sed -n 's,.*<summary>\(.*\)</summary>.*,\1,p' "$folder/$id.metainfo.xml")" = "$(sed -n 's/^Comment=//p' "$folder/$id.desktop")" ]
    run signpost --version
    has "$(sed -n 's/.*<release version="\([^"]*\)".*/\1/p' "$folder/$id.metainfo.xml" | head -n 1)"
}

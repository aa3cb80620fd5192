/* For tests of the sheet: a catalogue on a desk, sheets made from it, and looking at them. */
#ifndef TESTS_DESK_H
#define TESTS_DESK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "loading.h"
#include "text/width.h"
#include "write/handout.h"

static const struct date today = {2026, 11, 24};

/* A catalogue, and sheets made from it. */
struct desk {
    struct folder folder;
    struct loaded loaded;
    struct matcher *matcher;
    struct arena *arena;
    struct handout handout;
    struct buffer text; /* 80 columns */
    struct buffer slip; /* 40 columns */
    struct buffer html;
};

static inline const char *file_in_catalogue(const struct desk *desk, const char *text)
{
    return folder_put_text(&desk->folder, "services.yaml", text);
}

/* Opens the shipped lists, or a catalogue of the text. */
static inline struct desk desk_new(const char *text)
{
    struct desk desk = {.folder = folder_new(), .arena = arena_new()};
    const char *paths[] = {data_file("services.yaml"), data_file("national.yaml")};
    if (text)
        paths[0] = file_in_catalogue(&desk, text);
    struct load_request request = request_of(paths, text ? 1 : 2);
    desk.loaded = load(&request);
    for (size_t i = 0; i < problems_count(desk.loaded.problems); i++)
        if (problems_at(desk.loaded.problems, i)->level == PROBLEM_ERROR)
            fail_msg("%s", problems_at(desk.loaded.problems, i)->sentence);
    assert_non_null(desk.loaded.catalogue);
    desk.matcher = matcher_new(desk.loaded.catalogue, &(struct match_setting){.today = today, .near_miles = 30});
    return desk;
}

static inline void desk_free(struct desk *desk)
{
    matcher_free(desk->matcher);
    loaded_free(&desk->loaded);
    arena_free(desk->arena);
    buffer_free(&desk->text);
    buffer_free(&desk->slip);
    buffer_free(&desk->html);
    folder_remove(desk->folder.path);
}

static inline struct need *need_of(const struct desk *desk, const char *line)
{
    struct need *need = need_new();
    struct need_error error = {0};
    if (!need_parse(need, matcher_need_setting(desk->matcher), line, &error))
        fail_msg("%s", error.sentence);
    return need;
}

static inline void make(struct desk *desk, const char *need_line, const size_t *offers, size_t count, struct handout_setting setting)
{
    struct need *need = need_of(desk, need_line);
    desk->handout = handout_of(desk->matcher, need, offers, count, setting, desk->arena);
    buffer_clear(&desk->text);
    buffer_clear(&desk->slip);
    buffer_clear(&desk->html);
    handout_text(&desk->text, &desk->handout, 80);
    handout_text(&desk->slip, &desk->handout, 40);
    handout_html(&desk->html, &desk->handout);
    need_free(need);
}

/* A sheet of the offers that the ids, parted by blanks, name. */
static inline void make_of(struct desk *desk, const char *need_line, const char *ids, struct handout_setting setting)
{
    size_t offers[8];
    size_t count = 0;
    for (const char *at = ids; *at; at += strspn(at, " ")) {
        char id[100];
        size_t length = strcspn(at, " ");
        snprintf(id, sizeof id, "%.*s", (int)length, at);
        offers[count] = catalogue_find(desk->loaded.catalogue, id);
        if (offers[count++] == OFFER_NONE)
            fail_msg("no offer %s", id);
        at += length;
    }
    make(desk, need_line, offers, count, setting);
}

static const struct handout_setting plain = {.place = PLACE_NONE};
static const struct handout_setting discreet = {.place = PLACE_NONE, .discreet = true};

/* The text with every run of white space as one blank, so that wrapping makes no difference. */
static inline void unwrap(struct buffer *out, const char *text)
{
    bool blank = false;
    for (; *text; text++) {
        if (*text == ' ' || *text == '\n') {
            blank = true;
            continue;
        }
        if (blank)
            buffer_add_byte(out, ' ');
        blank = false;
        buffer_add_byte(out, *text);
    }
}

static inline bool on_sheet(const struct desk *desk, const char *words)
{
    struct buffer joined = {0};
    unwrap(&joined, buffer_text(&desk->text));
    bool there = strstr(buffer_text(&joined), words) != NULL;
    buffer_free(&joined);
    return there;
}

static inline void expect(const struct desk *desk, const char *words)
{
    if (!on_sheet(desk, words))
        fail_msg("wanted \"%s\" in:\n%s", words, buffer_text(&desk->text));
}

static inline void expect_none(const struct desk *desk, const char *words)
{
    if (on_sheet(desk, words) || strstr(buffer_text(&desk->slip), words) || strstr(buffer_text(&desk->html), words))
        fail_msg("did not want \"%s\" in:\n%s", words, buffer_text(&desk->text));
}

static const char hills[] =
    "services:\n"
    "  - id: hills\n"
    "    name: Hillside Perinatal Group\n"
    "    public_name: Hillside mornings\n"
    "    provider: Hillside Families\n"
    "    kind: peer-support\n"
    "    who: mothers\n"
    "    areas: Falkirk\n"
    "    stage: {from: birth, to: 1 year}\n"
    "    summary: A group for mothers who live with depression.\n"
    "    checked: 2026-10-05\n"
    "    status: running\n"
    "    contact: {phone: 01324 960 111, web: www.hillside.example.org/perinatal, hours: \"Monday to Friday, 9am to 5pm\"}\n"
    "    notes: only for staff\n"
    "    status_note: a page says that it moved\n"
    "    offers:\n"
    "      - id: group\n"
    "        name: Hillside Perinatal Group\n"
    "        formats: group\n"
    "        cost: Free\n"
    "        how_to_join: Phone first. Ask for Jo.\n"
    "        lang: {cy: {summary: Grŵp i famau.}}\n"
    "        when: [\"every Tuesday 10:00-11:30 at Hillside Hall; except 24 November 2026\"]\n"
    "      - id: hidden\n"
    "        name: Safe mornings\n"
    "        public_name: Safe mornings\n"
    "        formats: one-to-one\n"
    "        referral: professional\n"
    "        stage: {from: pregnancy}\n"
    "        about: postnatal-depression\n"
    "        meets: [{place: Quiet House, address: 1 Unseen Lane, postcode: FK1 1AA, hidden: yes}]\n"
    "        contact: {address: \"Quiet House, 1 Unseen Lane\"}\n"
    "        when: [\"Thursdays 6pm to 8pm in term time at Quiet House\"]\n"
    "      - id: line\n"
    "        name: Hillside helpline\n"
    "        public_name: Hillside line\n"
    "        kind: helpline\n"
    "        formats: phone\n"
    "      - id: open\n"
    "        name: Open door\n"
    "        public_name: Open door\n"
    "        formats: group\n"
    "        referral: drop-in\n"
    "        status: ending\n"
    "        ends_on: 2027-03-31\n"
    "      - id: nameless\n"
    "        name: Sunrise\n"
    "        public_name: not stated\n"
    "        formats: group\n"
    "        about: birth-trauma\n"
    "        contact: {phone: not stated, web: www.sunrise.example.org, hours: not stated}\n";

#endif

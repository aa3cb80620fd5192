/* The entry: every field of an offer stands on it, what is hidden does not, and where room is short what decides comes first. */
#include "desk.h"
#include "write/find.h"
#include "write/sheet.h"

/* An offer with every field there is, beside others of its service and its provider. */
static const char everything[] =
    "services:\n"
    "  - id: full\n"
    "    name: Full Service\n"
    "    provider: Full Provider\n"
    "    kind: peer-support\n"
    "    offers:\n"
    "      - id: all\n"
    "        name: All of it\n"
    "        public_name: Plain of it\n"
    "        summary: Summary words.\n"
    "        what_happens: Happening words.\n"
    "        first_visit: First visit words.\n"
    "        what_they_share: Sharing words.\n"
    "        how_to_join: Joining words.\n"
    "        cost: Two pounds\n"
    "        wait: Three weeks\n"
    "        contact: {phone: 01324 960 111, text: 07700 900 222, email: hello@full.example.org, web: \"https://www.full.example.org/groups/all\",\n"
    "                  address: 5 Open Street, hours: \"Mondays, 9am to 5pm\"}\n"
    "        status: running\n"
    "        status_note: Seen in 2026.\n"
    "        ends_on: 2027-03-31\n"
    "        checked: 2026-10-05\n"
    "        checked_by: Library desk\n"
    "        source: Source words\n"
    "        notes: Staff words.\n"
    "        areas: Falkirk\n"
    "        areas_maybe: Stirling\n"
    "        meets:\n"
    "          - {place: Open House, address: 1 Seen Road, postcode: FK1 2BB, latitude: 56.001, longitude: -3.781}\n"
    "          - {place: Other House, address: 2 Seen Road}\n"
    "        formats: group\n"
    "        formats_maybe: online\n"
    "        who: mothers\n"
    "        for: young-parents\n"
    "        parent_age: {from: 16, to: 25}\n"
    "        parent_age_maybe: {to: 30}\n"
    "        stage: {from: 32 weeks pregnant, to: 2 years}\n"
    "        stage_maybe: {from: pregnancy, to: 3 years}\n"
    "        about: birth-trauma\n"
    "        about_only: yes\n"
    "        with: [creche, transport]\n"
    "        without: step-free\n"
    "        languages: [urdu, polish]\n"
    "        referral: self\n"
    "        group_size: {from: 4, to: 9}\n"
    "        when: [\"every Tuesday 10:00-11:30 at Paisley Abbey\", \"first Saturday of the month 14:00\", \"12 March 2026 14:00 at Old Hall\"]\n"
    "        x_budget_code: Code 77\n"
    "        lang: {cy: {summary: Geiriau.}}\n"
    "      - id: second\n"
    "        name: Second of it\n"
    "        formats: one-to-one\n"
    "        areas: Fife\n"
    "        stage: {from: pregnancy}\n"
    "      - {id: gone, name: Gone of it, status: closed}\n"
    "  - {id: sister, name: Sister Service, provider: Full Provider, kind: helpline, formats: phone, areas: Scotland}\n"
    "  - {id: stranger, name: Stranger Service, provider: Another Provider, kind: peer-support}\n"
    "  - id: refuge\n"
    "    name: Safe mornings\n"
    "    kind: peer-support\n"
    "    checked: 2020\n"
    "    contact: {address: \"Quiet House, 1 Unseen Lane\"}\n"
    "    meets: [{place: Quiet House, address: 1 Unseen Lane, postcode: FK1 1AA, latitude: 56.002, longitude: -3.782, hidden: yes}]\n"
    "    when: [\"Thursdays 6pm to 8pm at Quiet House\", \"ask Jo, she knows when Quiet House is free\"]\n"
    "  - {id: silent, name: Silent Group, kind: peer-support}\n";

static const struct sheet_setting for_staff = {.staff = true};

static struct sheet sheet_in(struct desk *desk, const char *need_line, const char *id, struct sheet_setting setting)
{
    struct need *need = need_of(desk, need_line);
    size_t offer = catalogue_find(desk->loaded.catalogue, id);
    if (offer == OFFER_NONE)
        fail_msg("no offer %s", id);
    struct sheet sheet = sheet_of(desk->matcher, need, offer, setting, desk->arena);
    need_free(need);
    return sheet;
}

/* The sheet as "label: text" lines. */
static const char *words_of(struct desk *desk, const struct sheet *sheet)
{
    struct buffer *out = &desk->text;
    buffer_clear(out);
    for (size_t i = 0; i < sheet->count; i++) {
        const struct sheet_line *line = &sheet->lines[i];
        assert_true(line->text && *line->text);
        assert_true((line->label != NULL) == (line->role == SHEET_FACT));
        assert_true((line->offer != OFFER_NONE) == (line->role == SHEET_OTHER || line->role == SHEET_OF_OTHER));
        buffer_format(out, "%s%s%s\n", line->label ? line->label : "", line->label && *line->label ? ": " : "", line->text);
    }
    return buffer_text(out);
}

static void wanted(const char *text, const char *words)
{
    if (!strstr(text, words))
        fail_msg("wanted \"%s\" in:\n%s", words, text);
}

static void not_wanted(const char *text, const char *words)
{
    if (strstr(text, words))
        fail_msg("did not want \"%s\" in:\n%s", words, text);
}

/* What stands for each field. Where a place lies on the map is for working out distances; it is not for reading. */
static const char *const shown[FIELD_COUNT] = {
    [FIELD_NAME] = "All of it\n",
    [FIELD_PROVIDER] = "\nFull Provider\n",
    [FIELD_PUBLIC_NAME] = "Plain name: Plain of it\n",
    [FIELD_SUMMARY] = "\nSummary words.\n",
    [FIELD_WHAT_HAPPENS] = "What happens, in their own words\nHappening words.\n",
    [FIELD_FIRST_VISIT] = "The first visit, in their own words\nFirst visit words.\n",
    [FIELD_WHAT_THEY_SHARE] = "What they share and what they keep private, in their own words\nSharing words.\n",
    [FIELD_HOW_TO_JOIN] = "How to join\nJoining words.\n",
    [FIELD_COST] = "Cost: Two pounds\n",
    [FIELD_WAIT] = "Waiting time: Three weeks\n",
    [FIELD_PHONE] = "Phone: 01324 960 111\n",
    [FIELD_TEXT] = "Text: 07700 900 222\n",
    [FIELD_EMAIL] = "Email: hello@full.example.org\n",
    [FIELD_WEB] = "Web: https://www.full.example.org/groups/all\n",
    [FIELD_ADDRESS] = "Address: 5 Open Street\n",
    [FIELD_HOURS] = "Open: Mondays, 9am to 5pm\n",
    [FIELD_STATUS_NOTE] = "Since then: Seen in 2026.\n",
    [FIELD_CHECKED_BY] = "Checked by: Library desk\n",
    [FIELD_SOURCE] = "From: Source words\n",
    [FIELD_NOTES] = "For staff: Staff words.\n",
    [FIELD_ID] = "In the list: full/all\nservices.yaml, line ",
    [FIELD_KIND] = "Kind: peer support\n",
    [FIELD_AREAS] = "Covers: Falkirk\n",
    [FIELD_AREAS_MAYBE] = "Parts of: Stirling\n",
    [FIELD_MEETS_PLACE] = "Meets at: Open House, ",
    [FIELD_MEETS_ADDRESS] = "\nOther House, 2 Seen Road\n",
    [FIELD_MEETS_POSTCODE] = "1 Seen Road, FK1 2BB\n",
    [FIELD_MEETS_LATITUDE] = NULL,
    [FIELD_MEETS_LONGITUDE] = NULL,
    [FIELD_MEETS_HIDDEN] = NULL, /* see a_hidden_place_is_shown_nowhere */
    [FIELD_FORMATS] = "How: group\n",
    [FIELD_FORMATS_MAYBE] = "Perhaps also: online\n",
    [FIELD_WHO] = "For: mothers\n",
    [FIELD_FOR] = "Only for: young parents\n",
    [FIELD_PARENT_AGE_FROM] = "Parent's age: 16 ",
    [FIELD_PARENT_AGE_TO] = "to 25, ",
    [FIELD_PARENT_AGE_MAYBE_FROM] = "perhaps up to 30\n", /* this one states no start */
    [FIELD_PARENT_AGE_MAYBE_TO] = "perhaps up to 30\n",
    [FIELD_STAGE_FROM] = "Stage: from 32 weeks pregnant ",
    [FIELD_STAGE_TO] = "until the child turns 2\n",
    [FIELD_STAGE_MAYBE_FROM] = "Perhaps: from pregnancy ",
    [FIELD_STAGE_MAYBE_TO] = "until the child turns 3\n",
    [FIELD_ABOUT] = ": birth trauma\n",
    [FIELD_ABOUT_ONLY] = "Only about: ",
    [FIELD_WITH] = "With: cr\u00e8che, transport\n",
    [FIELD_WITHOUT] = "Without: step-free\n",
    [FIELD_LANGUAGES] = "Languages: Urdu, Polish\n",
    [FIELD_REFERRAL] = "Who can ask: ",
    [FIELD_GROUP_SIZE_FROM] = "Group size: 4 ",
    [FIELD_GROUP_SIZE_TO] = " to 9\n",
    [FIELD_WHEN] = "When: Every Tuesday, 10am to 11:30am, at Paisley Abbey\nThe first Saturday of each month, 2pm\n"
                   "Next: Tuesday 24 November 2026, Tuesday 1 December 2026, Saturday 5 December 2026\n",
    [FIELD_STATUS] = "Status: running\n",
    [FIELD_ENDS_ON] = "Ends on: 31 March 2027\n",
    [FIELD_CHECKED] = "Checked 5 October 2026.\n",
};

static void every_field_has_its_place(void **state)
{
    (void)state;
    struct desk desk = desk_new(everything);
    struct sheet sheet = sheet_in(&desk, "", "full/all", for_staff);
    const char *text = words_of(&desk, &sheet);
    for (enum field field = 0; field < FIELD_COUNT; field++)
        if (shown[field])
            wanted(text, shown[field]);
        else if (field < FIELD_MEETS_LATITUDE || field > FIELD_MEETS_HIDDEN)
            fail_msg("%s has no place", field_table[field].name);
    wanted(text, "Part of: Full Service\n");
    wanted(text, "budget code: Code 77\n");
    not_wanted(text, "Geiriau"); /* a translation is for who reads that language */
    not_wanted(text, "Old Hall"); /* that day has passed */
    not_wanted(text, "56.0");
    not_wanted(text, "Ask them"); /* nothing is left to ask */
    desk_free(&desk);
}

static void what_is_for_staff_is_for_nobody_else(void **state)
{
    (void)state;
    struct desk desk = desk_new(everything);
    struct sheet sheet = sheet_in(&desk, "", "full/all", (struct sheet_setting){.public_names = true});
    const char *text = words_of(&desk, &sheet);
    static const char *const for_nobody[] = {"Staff words", "Seen in 2026", "Code 77", "services.yaml", "full/all", "All of it", "Full Provider", "Full Service"};
    for (size_t i = 0; i < sizeof for_nobody / sizeof *for_nobody; i++)
        not_wanted(text, for_nobody[i]);
    assert_int_equal(sheet.lines[0].role, SHEET_TITLE);
    assert_string_equal(sheet.lines[0].text, "Plain of it");
    desk_free(&desk);
}

static void a_hidden_place_is_shown_nowhere(void **state)
{
    (void)state;
    struct desk desk = desk_new(everything);
    struct sheet sheet = sheet_in(&desk, "in:Falkirk", "refuge", for_staff);
    const char *text = words_of(&desk, &sheet);
    wanted(text, "Meets at: a place that they tell you when you join\n");
    wanted(text, "When: Every Thursday, 6pm to 8pm\n");
    size_t offer = catalogue_find(desk.loaded.catalogue, "refuge");
    struct buffer json = {0};
    show_json(&json, desk.matcher, &offer, 1);
    wanted(buffer_text(&json), "\"when\": [\"Every Thursday, 6pm to 8pm\"]");
    wanted(buffer_text(&json), "\"hidden\": true");
    struct need *need = need_of(&desk, "in:Falkirk");
    struct answer answer = {.offer = (uint32_t)offer, .verdict = VERDICT_ASK};
    find_json_answer(&json, desk.matcher, need, &answer, true);
    need_free(need);
    static const char *const hidden[] = {"Quiet House", "Unseen Lane", "FK1 1AA", "56.0"};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
        not_wanted(text, hidden[i]);
        not_wanted(buffer_text(&json), hidden[i]);
    }
    buffer_free(&json);
    desk_free(&desk);
}

static void silence_is_a_question_and_never_a_no(void **state)
{
    (void)state;
    struct desk desk = desk_new(everything);
    struct sheet sheet = sheet_in(&desk, "", "silent", for_staff);
    const char *text = words_of(&desk, &sheet);
    static const char *const questions[] = {"How do I join?", "When does it meet, and where?", "Does it cost anything?", "How long is the wait?",
        "Do you cover where I live?", "Is it a group, or one person to talk to?", "Who is it for?", "From when can I come", "Which languages",
        "Is there a cr\u00e8che", "What do you keep private?"};
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        wanted(text, questions[i]);
    not_wanted(text, "none");
    not_wanted(text, "Not ");
    not_wanted(text, "not stated");
    wanted(text, "No phone number or web address is known here.");
    wanted(text, "Nobody has noted when these facts were checked");
    /* What the need asks about already is not asked twice; after a loss nobody is made to ask about a child. */
    sheet = sheet_in(&desk, "in:Falkirk language:urdu", "silent", for_staff);
    text = words_of(&desk, &sheet);
    not_wanted(text, "Do you cover where I live?");
    not_wanted(text, "Which languages");
    wanted(text, "Who is it for?");
    sheet = sheet_in(&desk, "after:loss", "silent", for_staff);
    text = words_of(&desk, &sheet);
    not_wanted(text, "cr\u00e8che");
    not_wanted(text, "From when can I come");
    desk_free(&desk);
}

static void the_age_of_the_facts_is_said(void **state)
{
    (void)state;
    struct desk desk = desk_new(everything);
    struct sheet sheet = sheet_in(&desk, "", "refuge", for_staff);
    wanted(words_of(&desk, &sheet), "Facts from 2020, 6 years old: check before you refer.");
    desk_free(&desk);
}

static void others_of_the_same_people_stand_at_the_end(void **state)
{
    (void)state;
    struct desk desk = desk_new(everything);
    struct sheet sheet = sheet_in(&desk, "in:Fife pregnant:20", "full/all", for_staff);
    const char *text = words_of(&desk, &sheet);
    wanted(text, "From the same service\nSecond of it\nTo ask \u00b7 one-to-one \u00b7 Fife, from pregnancy\n"
                 "From the same people\nSister Service\nTo ask \u00b7 helpline \u00b7 by phone \u00b7 all of Scotland\nHow far to trust this\n");
    not_wanted(text, "Gone of it");
    not_wanted(text, "Stranger Service");
    for (size_t i = 0; i < sheet.count; i++)
        if (sheet.lines[i].role == SHEET_OTHER && strcmp(sheet.lines[i].text, "Sister Service") == 0)
            assert_int_equal(sheet.lines[i].offer, catalogue_find(desk.loaded.catalogue, "sister"));
    sheet = sheet_in(&desk, "in:Cardiff", "full/all", for_staff);
    wanted(words_of(&desk, &sheet), "Second of it\nDoes not fit \u00b7 one-to-one");
    sheet = sheet_in(&desk, "", "full/all", for_staff);
    wanted(words_of(&desk, &sheet), "Second of it\none-to-one \u00b7 Fife, from pregnancy\n");
    struct buffer out = {0};
    show_for_people(&out, desk.matcher, catalogue_find(desk.loaded.catalogue, "full/all"), (struct find_look){.columns = 80});
    wanted(buffer_text(&out), "  Second of it [full/second]\n    one-to-one");
    wanted(buffer_text(&out), "  Sister Service [sister/sister]\n");
    wanted(buffer_text(&out), "https://www.full.example.org/groups/all\n");
    buffer_free(&out);
    desk_free(&desk);
}

static void after_a_loss_no_child_is_spoken_of(void **state)
{
    (void)state;
    struct desk desk = desk_new(everything);
    struct sheet sheet = sheet_in(&desk, "after:loss in:Cardiff", "full/all", for_staff);
    const char *text = words_of(&desk, &sheet);
    static const char *const not_now[] = {"the child", "weeks pregnant", "Second of it", "Does not fit"};
    for (size_t i = 0; i < sizeof not_now / sizeof *not_now; i++)
        not_wanted(text, not_now[i]);
    desk_free(&desk);
}

static void many_others_are_counted(void **state)
{
    (void)state;
    struct buffer list = {0};
    buffer_add_text(&list, "services:\n");
    for (int i = 0; i < 20; i++)
        buffer_format(&list, "  - {id: s%d, name: Branch %d, provider: Chain, kind: peer-support}\n", i, i);
    struct desk desk = desk_new(buffer_text(&list));
    buffer_free(&list);
    struct sheet sheet = sheet_in(&desk, "", "s3", for_staff);
    const char *text = words_of(&desk, &sheet);
    wanted(text, "Branch 12\n");
    not_wanted(text, "Branch 13\n");
    wanted(text, "And 7 more: search for their name.\n");
    desk_free(&desk);
}

/* Where the line of that text stands. */
static size_t line_of(const struct sheet *sheet, const char *text)
{
    size_t line = 0;
    while (line < sheet->count && strcmp(sheet->lines[line].text, text) != 0)
        line++;
    if (line == sheet->count)
        fail_msg("no line \"%s\"", text);
    return line;
}

static void where_room_is_short_what_decides_comes_first(void **state)
{
    (void)state;
    struct desk desk = desk_new(everything);
    static const char need[] = "in:Falkirk child:3m format:group";
    size_t counts[3];
    for (enum sheet_room room = SHEET_ROOMY; room <= SHEET_TIGHT; room++) {
        struct sheet sheet = sheet_in(&desk, need, "full/all", (struct sheet_setting){.staff = true, .room = room});
        size_t summary = line_of(&sheet, "Summary words.");
        size_t phone = line_of(&sheet, "01324 960 111");
        size_t join = line_of(&sheet, "Joining words.");
        size_t reason = line_of(&sheet, "Covers Falkirk.");
        assert_int_equal(phone < reason, room != SHEET_ROOMY);
        assert_int_equal(summary < reason, room != SHEET_TIGHT);
        assert_true(join < phone);
        assert_true(room != SHEET_TIGHT || phone < 6);
        /* What is to be asked stands before what holds. */
        for (size_t i = 1; i < sheet.count; i++)
            assert_false(sheet.lines[i].role == SHEET_ASK && sheet.lines[i - 1].role == SHEET_YES);
        counts[room] = sheet.count;
        const char *text = words_of(&desk, &sheet);
        for (enum field field = 0; field < FIELD_COUNT; field++)
            if (shown[field] && field != FIELD_HOW_TO_JOIN)
                wanted(text, shown[field]);
    }
    assert_true(counts[SHEET_SHORT] >= counts[SHEET_ROOMY]);
    desk_free(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_has_its_place),
        cmocka_unit_test(what_is_for_staff_is_for_nobody_else),
        cmocka_unit_test(a_hidden_place_is_shown_nowhere),
        cmocka_unit_test(silence_is_a_question_and_never_a_no),
        cmocka_unit_test(the_age_of_the_facts_is_said),
        cmocka_unit_test(others_of_the_same_people_stand_at_the_end),
        cmocka_unit_test(after_a_loss_no_child_is_spoken_of),
        cmocka_unit_test(many_others_are_counted),
        cmocka_unit_test(where_room_is_short_what_decides_comes_first),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("entry", tests, NULL, NULL);
}

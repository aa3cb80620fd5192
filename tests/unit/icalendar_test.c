/* The calendar of an offer's sessions, as text: RFC 5545's rules for lines, and what may stand in it. Which days it means, icalendar_oracle_test.c asks libical. */
#include "offers_by_hand.h"

#include <stdlib.h>

#include "text/utf8.h"
#include "write/calendar.h"

static struct by_hand hand;

static int start(void **state)
{
    (void)state;
    by_hand_start(&hand);
    return 0;
}

static int end(void **state)
{
    (void)state;
    by_hand_end(&hand);
    return 0;
}

static size_t events_on(struct buffer *out, struct date today)
{
    size_t offer = 0;
    size_t events_of = 99;
    buffer_clear(out);
    size_t events = calendar_write(out, &hand.catalogue, &offer, 1, today, &events_of);
    assert_int_equal(events, events_of);
    return events;
}

static size_t count_of(const char *text, const char *wanted)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, wanted)) != NULL; at++)
        count++;
    return count;
}

/* The calendar with its folded lines joined again. */
static void unfold(struct buffer *out, const struct buffer *folded)
{
    for (size_t i = 0; i < folded->length; i++) {
        if (strncmp(folded->bytes + i, "\r\n ", 3) == 0)
            i += 2;
        else
            buffer_add_byte(out, folded->bytes[i]);
    }
}

static void expect(const struct buffer *calendar, const char *wanted)
{
    struct buffer joined = {0};
    unfold(&joined, calendar);
    if (!strstr(buffer_text(&joined), wanted))
        fail_msg("wanted %s in:\n%s", wanted, buffer_text(&joined));
    buffer_free(&joined);
}

static void expect_none(const struct buffer *calendar, const char *unwanted)
{
    struct buffer joined = {0};
    unfold(&joined, calendar);
    if (strstr(buffer_text(&joined), unwanted))
        fail_msg("did not want %s in:\n%s", unwanted, buffer_text(&joined));
    buffer_free(&joined);
}

static void lines_are_short_and_end_as_they_must(void **state)
{
    (void)state;
    by_hand_text(&hand, FIELD_NAME, "Caf\u00e9 \u0175\u0177 Stork \U0001F476 with a name that is so long that it has to be folded, in the middle of \u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9");
    by_hand_when(&hand, "every Tuesday 10:00-11:30");
    struct buffer out = {0};
    assert_int_equal(events_on(&out, on(2026, 11, 24)), 1);
    size_t lines = 0;
    for (const char *line = buffer_text(&out); *line;) {
        const char *ends = strstr(line, "\r\n");
        assert_non_null(ends);
        size_t length = (size_t)(ends - line);
        assert_true(length > 0 && length <= 75);
        assert_true(utf8_valid(line, length)); /* not torn within a character */
        assert_null(memchr(line, '\n', length));
        line = ends + 2;
        lines++;
    }
    assert_true(lines > 20);
    assert_int_equal(count_of(buffer_text(&out), "BEGIN:"), count_of(buffer_text(&out), "END:"));
    assert_int_equal(count_of(buffer_text(&out), "BEGIN:VTIMEZONE"), 1);
    expect(&out, "SUMMARY:Caf\u00e9 \u0175\u0177 Stork \U0001F476 with a name that is so long that it has to be folded\\, in the middle of \u00e9\u00e9\u00e9");
    buffer_free(&out);
}

static void signs_with_a_meaning_are_escaped(void **state)
{
    (void)state;
    by_hand_text(&hand, FIELD_NAME, "Tea; cake, and \\ more:\nBEGIN:VALARM");
    by_hand_when(&hand, "every Tuesday 10:00-11:30 at Paisley Abbey");
    struct buffer out = {0};
    events_on(&out, on(2026, 11, 24));
    expect(&out, "SUMMARY:Tea\\; cake\\, and \\\\ more:\\nBEGIN:VALARM\r\n");
    expect_none(&out, "\nBEGIN:VALARM");
    expect(&out, "LOCATION:Paisley Abbey\r\n");
    buffer_free(&out);
}

static void the_name_is_the_public_one(void **state)
{
    (void)state;
    by_hand_text(&hand, FIELD_NAME, "Perinatal Mental Health Group");
    by_hand_text(&hand, FIELD_PUBLIC_NAME, "Hillside mornings");
    by_hand_text(&hand, FIELD_WEB, "https://www.example.org/mental-health/groups");
    by_hand_text(&hand, FIELD_PHONE, "01632 960001");
    by_hand_when(&hand, "Mondays 18:00-19:30");
    struct buffer out = {0};
    events_on(&out, on(2026, 11, 24));
    expect(&out, "SUMMARY:Hillside mornings\r\n");
    expect(&out, "01632 960001");
    expect(&out, "Web: https://www.example.org\\n");
    expect_none(&out, "ental");
    expect_none(&out, "erinatal"); /* not in the id either, which is that of the service */
    buffer_free(&out);
}

static void without_a_public_name_it_is_called_what_it_is(void **state)
{
    (void)state;
    uint32_t topic = vocabulary_find(hand.vocabulary, LIST_ABOUT, "low-mood", 8)->index;
    uint32_t format = vocabulary_find(hand.vocabulary, LIST_FORMATS, "group", 5)->index;
    by_hand_text(&hand, FIELD_NAME, "Sunrise");
    by_hand_text(&hand, FIELD_WEB, "https://sunrise.example.org");
    hand.offer.about = (struct numbers){&topic, 1, true};
    hand.offer.formats = (struct numbers){&format, 1, true};
    by_hand_when(&hand, "Mondays 18:00-19:30");
    struct buffer out = {0};
    events_on(&out, on(2026, 11, 24));
    expect(&out, "SUMMARY:A group\r\n");
    expect_none(&out, "unrise");
    topic = vocabulary_find(hand.vocabulary, LIST_ABOUT, "feeding", 7)->index;
    events_on(&out, on(2026, 11, 24));
    expect(&out, "SUMMARY:Sunrise\r\n");
    buffer_free(&out);
}

static void a_hidden_place_stays_hidden(void **state)
{
    (void)state;
    by_hand_text(&hand, FIELD_NAME, "Mornings");
    by_hand_when(&hand, "every Tuesday 10:00-11:30 at Safe House");
    hand.meeting = (struct meeting){.place = "Safe House", .address = "1 Quiet Lane", .postcode = "FK1 1AA", .hidden = true};
    hand.offer.meeting_count = 1;
    struct buffer out = {0};
    events_on(&out, on(2026, 11, 24));
    expect_none(&out, "LOCATION");
    expect_none(&out, "Safe House");
    expect_none(&out, "Quiet Lane");
    hand.meeting.hidden = false;
    hand.sessions[0].place = NULL;
    events_on(&out, on(2026, 11, 24));
    expect(&out, "LOCATION:Safe House\\, 1 Quiet Lane\\, FK1 1AA\r\n");
    buffer_free(&out);
}

/* The line that starts with a property's name, as a text of its own. */
static void line_of(struct buffer *out, const struct buffer *calendar, const char *property)
{
    const char *at = strstr(buffer_text(calendar), property);
    assert_non_null(at);
    buffer_add(out, at, strcspn(at, "\r"));
}

static void an_event_keeps_its_id(void **state)
{
    (void)state;
    by_hand_text(&hand, FIELD_NAME, "Mornings");
    by_hand_when(&hand, "Tuesdays and Thursdays 10am to 12pm");
    struct buffer out = {0};
    struct buffer id = {0};
    struct buffer later = {0};
    assert_int_equal(events_on(&out, on(2026, 11, 24)), 2);
    line_of(&id, &out, "UID:");
    events_on(&out, on(2027, 3, 2));
    line_of(&later, &out, "UID:");
    assert_string_equal(buffer_text(&id), buffer_text(&later));
    assert_int_equal(count_of(buffer_text(&out), buffer_text(&id)), 1);
    buffer_free(&out);
    buffer_free(&id);
    buffer_free(&later);
}

static void what_is_not_sure_makes_no_event(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "every Tuesday 10:00-11:30 in term time",      /* when term is, is not known */
        "every second Tuesday 10:00-11:30",            /* which Tuesdays, is not known */
        "from 6 January 2026 for 4 weeks, Tuesdays 10am", /* over */
        "12 March 2026 14:00",
    };
    struct buffer out = {0};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        hand.offer.session_count = 0;
        by_hand_when(&hand, lines[i]);
        assert_int_equal(events_on(&out, on(2026, 11, 24)), 0);
        assert_int_equal(count_of(buffer_text(&out), "VEVENT"), 0);
    }
    hand.offer.session_count = 1;
    hand.sessions[0] = (struct session){.repeat = SESSION_WORDS, .words = "now and then", .from_minute = -1, .to_minute = -1};
    assert_int_equal(events_on(&out, on(2026, 11, 24)), 0);
    buffer_free(&out);
}

static void times_are_those_that_are_stated(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        const char *start;
        const char *end; /* NULL: none */
    } cases[] = {
        {"every Tuesday 10:00-11:30", "DTSTART;TZID=Europe/London:20261124T100000\r\n", "DTEND;TZID=Europe/London:20261124T113000\r\n"},
        {"every Tuesday 14:00", "DTSTART;TZID=Europe/London:20261124T140000\r\n", NULL},
        {"every Tuesday", "DTSTART;VALUE=DATE:20261124\r\n", NULL},
        {"every Tuesday 22:00-24:00", "DTSTART;TZID=Europe/London:20261124T220000\r\n", "DTEND;TZID=Europe/London:20261125T000000\r\n"},
        {"12 March 2027 14:00", "DTSTART;TZID=Europe/London:20270312T140000\r\n", NULL},
    };
    struct buffer out = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        hand.offer.session_count = 0;
        by_hand_when(&hand, cases[i].line);
        assert_int_equal(events_on(&out, on(2026, 11, 24)), 1);
        expect(&out, cases[i].start);
        if (cases[i].end)
            expect(&out, cases[i].end);
        else
            expect_none(&out, "DTEND");
    }
    buffer_free(&out);
}

static void it_says_how_old_the_facts_are(void **state)
{
    (void)state;
    by_hand_text(&hand, FIELD_NAME, "Mornings");
    by_hand_when(&hand, "every Tuesday");
    struct buffer out = {0};
    events_on(&out, on(2026, 11, 24));
    expect(&out, "Nobody has noted when");
    hand.offer.checked = on(2020, 0, 0);
    events_on(&out, on(2026, 11, 24));
    expect(&out, "These facts are from 2020.");
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_are_short_and_end_as_they_must, start, end),
        cmocka_unit_test_setup_teardown(signs_with_a_meaning_are_escaped, start, end),
        cmocka_unit_test_setup_teardown(the_name_is_the_public_one, start, end),
        cmocka_unit_test_setup_teardown(without_a_public_name_it_is_called_what_it_is, start, end),
        cmocka_unit_test_setup_teardown(a_hidden_place_stays_hidden, start, end),
        cmocka_unit_test_setup_teardown(an_event_keeps_its_id, start, end),
        cmocka_unit_test_setup_teardown(what_is_not_sure_makes_no_event, start, end),
        cmocka_unit_test_setup_teardown(times_are_those_that_are_stated, start, end),
        cmocka_unit_test_setup_teardown(it_says_how_old_the_facts_are, start, end),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("icalendar", tests, NULL, NULL);
}

/* The days that a calendar means, as libical understands them, against those on which the sessions say they meet. */
#include "offers_by_hand.h"

#include <stdio.h>
#include <stdlib.h>

#ifdef HAVE_LIBICAL
#include <libical/ical.h>

#include "write/calendar.h"

enum { FIRST_DATES = 20, DAYS_AHEAD = 366 * 12 };

struct found {
    struct date days[FIRST_DATES];
    size_t count;
};

static void collect(icalcomponent *event, struct icaltime_span *span, void *data)
{
    (void)event;
    struct found *found = data;
    if (found->count == FIRST_DATES)
        return;
    struct icaltimetype time = icaltime_from_timet_with_zone(span->start, 0, icaltimezone_get_builtin_timezone("Europe/London"));
    found->days[found->count++] = on(time.year, (unsigned)time.month, (unsigned)time.day);
}

/* The first days on which the offer's one session surely meets and the offer still is. */
static struct found days_of(const struct by_hand *hand, struct date today)
{
    struct found found = {.count = 0};
    int32_t last = hand->offer.ends_on.year != 0 ? date_days(hand->offer.ends_on) : INT32_MAX;
    for (int32_t day = date_days(today); day < date_days(today) + DAYS_AHEAD && day <= last && found.count < FIRST_DATES; day++)
        if (session_meets_on(&hand->sessions[0], date_from_days(day), hand->catalogue.terms, NULL) == SESSION_YES)
            found.days[found.count++] = date_from_days(day);
    return found;
}

static const struct date terms[][2] = {
    {{2026, 8, 17}, {2026, 10, 9}}, {{2026, 10, 19}, {2026, 12, 23}}, {{2027, 1, 7}, {2027, 3, 25}}, {{2027, 4, 12}, {2027, 6, 25}},
};

static void compare(const char *line, struct date today, struct date ends_on)
{
    struct by_hand *hand = calloc(1, sizeof *hand);
    assert_non_null(hand);
    by_hand_start(hand);
    by_hand_text(hand, FIELD_NAME, "Mornings");
    by_hand_when(hand, line);
    assert_int_equal(hand->offer.session_count, 1);
    hand->offer.ends_on = ends_on;
    hand->catalogue.terms = (struct terms){terms, sizeof terms / sizeof terms[0]};
    struct buffer out = {0};
    size_t offer = 0;
    size_t events = calendar_write(&out, &hand->catalogue, &offer, 1, today, NULL);
    struct found wanted = days_of(hand, today);
    assert_int_equal(events, wanted.count > 0 ? 1 : 0);

    icalcomponent *calendar = icalparser_parse_string(buffer_text(&out));
    assert_non_null(calendar);
    assert_int_equal(icalcomponent_count_errors(calendar), 0);
    assert_true(icalrestriction_check(calendar));
    struct found found = {.count = 0};
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    if (event)
        icalcomponent_foreach_recurrence(event, icaltime_from_string("20200101T000000Z"), icaltime_from_string("20391231T000000Z"), collect, &found);
    if (found.count != wanted.count)
        fail_msg("%s from %d-%d-%d: %zu days, not %zu\n%s", line, today.year, today.month, today.day, found.count, wanted.count, buffer_text(&out));
    for (size_t i = 0; i < found.count; i++)
        if (date_days(found.days[i]) != date_days(wanted.days[i]))
            fail_msg("%s from %d-%d-%d: day %zu is %d-%d-%d, not %d-%d-%d\n%s", line, today.year, today.month, today.day, i, found.days[i].year,
                     found.days[i].month, found.days[i].day, wanted.days[i].year, wanted.days[i].month, wanted.days[i].day, buffer_text(&out));
    icalcomponent_free(calendar);
    buffer_free(&out);
    by_hand_end(hand);
    free(hand);
}

static void the_first_days_are_the_same(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "every Tuesday 10:00-11:30",
        "every Sunday 10:00-11:30",
        "every Thursday 22:00-24:00",
        "every Monday 0:00-1:00",
        "every second Wednesday 14:00 from 6 January 2027",
        "every three weeks on Friday 18:00-19:00 from 8 January 2027",
        "first Saturday of the month 14:00",
        "second Monday of the month",
        "fourth Thursday of the month 19:00-20:30",
        "fifth Monday of the month 10:00-11:00",
        "last Friday of the month 9:30-10:30",
        "last Sunday of the month 1:30pm",
        "from 12 January 2027 for 8 weeks, Mondays 18:00-19:30",
        "every Tuesday 10:00-11:30 until 2 March 2027",
        "first Saturday of the month 14:00 until 1 September 2027",
        "12 March 2027 14:00",
        "every Friday 10:00-11:30; except 25 December 2026",
        "every Tuesday 10:00-11:30; except 29 December 2026 and 5 January 2027",
        "every Thursday 10:00-11:00; except 21 December 2026 to 8 January 2027",
        "first Friday of the month 10:00; except 1 January 2027",
        "every Monday 10:00-11:30, not on bank holidays",
        "every Friday, not on bank holidays",
        "every Tuesday 10:00-11:30 in term time",
        "last Thursday of the month 18:00-19:00 in term time",
        "every second Tuesday 10:00-11:30 in term time from 5 January 2027",
        "every Wednesday 10:00-11:00 from March 2027",
    };
    static const struct date days[] = {{2026, 11, 24}, {2026, 11, 25}, {2026, 12, 31}, {2027, 2, 28}, {2027, 3, 28}, {2027, 10, 31}, {2028, 2, 29}};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        for (size_t k = 0; k < sizeof days / sizeof days[0]; k++)
            compare(lines[i], days[k], (struct date){0});
}

static void it_ends_with_the_offer(void **state)
{
    (void)state;
    compare("every Tuesday 10:00-11:30", on(2026, 11, 24), on(2027, 1, 5));
    compare("every Tuesday 10:00-11:30", on(2026, 11, 24), on(2027, 1, 4));
    compare("every Tuesday 10:00-11:30", on(2026, 11, 24), on(2027, 2, 0)); /* some day in February: sure only before it */
    compare("last Friday of the month 9:30-10:30", on(2026, 11, 24), on(2027, 6, 25));
    compare("every Tuesday 10:00-11:30", on(2026, 11, 24), on(2026, 11, 1));
}

/* 10:00 stays 10:00 on the clock in summer and winter. */
static void the_clock_is_that_of_london(void **state)
{
    (void)state;
    struct by_hand *hand = calloc(1, sizeof *hand);
    assert_non_null(hand);
    by_hand_start(hand);
    by_hand_when(hand, "every Thursday 10:00-11:00");
    struct buffer out = {0};
    size_t offer = 0;
    calendar_write(&out, &hand->catalogue, &offer, 1, on(2026, 11, 24), NULL);
    icalcomponent *calendar = icalparser_parse_string(buffer_text(&out));
    assert_non_null(calendar);
    icaltimezone *zone = icalcomponent_get_timezone(calendar, "Europe/London");
    assert_non_null(zone);
    static const struct {
        const char *local;
        const char *utc;
    } cases[] = {
        {"20270121T100000", "20270121T100000Z"}, {"20270722T100000", "20270722T090000Z"}, {"20270325T100000", "20270325T100000Z"},
        {"20270401T100000", "20270401T090000Z"}, {"20271028T100000", "20271028T090000Z"}, {"20271104T100000", "20271104T100000Z"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct icaltimetype time = icaltime_from_string(cases[i].local);
        time.zone = zone;
        time = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
        assert_string_equal(icaltime_as_ical_string(time), cases[i].utc);
    }
    icalcomponent_free(calendar);
    buffer_free(&out);
    by_hand_end(hand);
    free(hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_days_are_the_same),
        cmocka_unit_test(it_ends_with_the_offer),
        cmocka_unit_test(the_clock_is_that_of_london),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    int failed = cmocka_run_group_tests_name("icalendar oracle", tests, NULL, NULL);
    icaltimezone_free_builtin_timezones();
    icalmemory_free_ring();
    return failed;
}

#else

int main(void)
{
    puts("1..0 # SKIP skipped: libical, the oracle, is not here");
    return EXIT_SUCCESS;
}

#endif

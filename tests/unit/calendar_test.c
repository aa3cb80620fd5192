/* On which days a session meets, against a calendar that counts its days one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/session.h"

/* A day of a calendar that knows only how months follow each other. 1 January 2024 was a Monday. */
struct day {
    int year;
    int month;
    int day;
    int weekday;
    int number; /* since 1 January 2024 */
};

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static const struct day first_day = {2024, 1, 1, 0, 0};
enum { DAYS = 8 * 366 };

static struct day next_day(struct day day)
{
    day.number++;
    day.weekday = (day.weekday + 1) % 7;
    if (++day.day > month_days(day.year, day.month)) {
        day.day = 1;
        if (++day.month > 12) {
            day.month = 1;
            day.year++;
        }
    }
    return day;
}

static struct date date_of(struct day day)
{
    return (struct date){.year = (int16_t)day.year, .month = (uint8_t)day.month, .day = (uint8_t)day.day};
}

static int number_of(struct date date)
{
    struct day day = first_day;
    while (day.year != date.year || day.month != date.month || day.day != date.day)
        day = next_day(day);
    return day.number;
}

static const struct terms no_terms = {NULL, 0};

static void weekly_sessions_meet_on_their_weekday(void **state)
{
    (void)state;
    for (uint8_t weekday = 0; weekday < 7; weekday++) {
        struct session session = {.repeat = SESSION_WEEKLY, .weekday = weekday, .interval = 1};
        for (struct day day = first_day; day.number < DAYS; day = next_day(day))
            assert_int_equal(session_meets_on(&session, date_of(day), no_terms, NULL), day.weekday == weekday ? SESSION_YES : SESSION_NO);
    }
}

static void every_second_week_counts_from_the_first_day(void **state)
{
    (void)state;
    static const struct date starts[] = {{2024, 2, 28}, {2024, 2, 29}, {2025, 12, 31}, {2027, 1, 12}};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        for (uint8_t interval = 2; interval <= 5; interval++) {
            struct session session = {.repeat = SESSION_WEEKLY, .weekday = (uint8_t)(i * 2 % 7), .interval = interval, .first = starts[i]};
            int start = number_of(starts[i]);
            int weeks = -1; /* since the first meeting */
            for (struct day day = first_day; day.number < DAYS; day = next_day(day)) {
                bool due = day.number >= start && day.weekday == session.weekday;
                weeks += due ? 1 : 0;
                bool meets = due && weeks % interval == 0;
                assert_int_equal(session_meets_on(&session, date_of(day), no_terms, NULL), meets ? SESSION_YES : SESSION_NO);
            }
        }
    }
}

static void a_rhythm_without_a_start_is_not_sure(void **state)
{
    (void)state;
    struct session session = {.repeat = SESSION_WEEKLY, .weekday = 1, .interval = 2};
    for (struct day day = first_day; day.number < 100; day = next_day(day))
        assert_int_equal(session_meets_on(&session, date_of(day), no_terms, NULL), day.weekday == 1 ? SESSION_PERHAPS : SESSION_NO);
    assert_int_equal(session_next(&session, date_of(first_day), no_terms).year, 0);
}

/* Whether the day is the nth of its weekday in its month, by counting all of them. */
static bool is_nth(struct day day, int nth)
{
    int before = 0;
    int all = 0;
    for (int other = 1; other <= month_days(day.year, day.month); other++) {
        if ((other - day.day) % 7 != 0)
            continue;
        all++;
        before += other <= day.day ? 1 : 0;
    }
    return nth > 0 ? before == nth : before == all;
}

static void monthly_sessions_meet_on_the_nth_weekday(void **state)
{
    (void)state;
    static const int8_t nths[] = {1, 2, 3, 4, 5, -1};
    for (size_t i = 0; i < sizeof nths; i++) {
        for (uint8_t weekday = 0; weekday < 7; weekday++) {
            struct session session = {.repeat = SESSION_MONTHLY, .weekday = weekday, .nth = nths[i], .interval = 1};
            for (struct day day = first_day; day.number < DAYS; day = next_day(day)) {
                bool meets = day.weekday == weekday && is_nth(day, nths[i]);
                assert_int_equal(session_meets_on(&session, date_of(day), no_terms, NULL), meets ? SESSION_YES : SESSION_NO);
            }
        }
    }
}

static void a_single_date_is_met_once(void **state)
{
    (void)state;
    struct date leap = {2028, 2, 29};
    struct session session = {.repeat = SESSION_ONCE, .weekday = 1, .first = leap, .last = leap, .interval = 1};
    int meetings = 0;
    for (struct day day = first_day; day.number < DAYS; day = next_day(day)) {
        if (session_meets_on(&session, date_of(day), no_terms, NULL) == SESSION_YES) {
            meetings++;
            assert_true(day.month == 2 && day.day == 29 && day.weekday == 1);
        }
    }
    assert_int_equal(meetings, 1);
    assert_int_equal(date_days(session_next(&session, (struct date){2027, 1, 1}, no_terms)), date_days(leap));
    assert_int_equal(session_next(&session, (struct date){2028, 3, 1}, no_terms).year, 0);
}

static void a_course_has_a_first_and_a_last_day(void **state)
{
    (void)state;
    struct session session = {.repeat = SESSION_WEEKLY, .weekday = 0, .interval = 1, .first = {2027, 1, 12}, .last = {2027, 3, 8}};
    int first = number_of(session.first);
    int last = number_of(session.last);
    int meetings = 0;
    for (struct day day = first_day; day.number < DAYS; day = next_day(day)) {
        bool meets = day.weekday == 0 && day.number >= first && day.number <= last;
        meetings += meets ? 1 : 0;
        assert_int_equal(session_meets_on(&session, date_of(day), no_terms, NULL), meets ? SESSION_YES : SESSION_NO);
    }
    assert_int_equal(meetings, 8); /* "for 8 weeks" */
}

static void a_month_alone_is_sure_only_beside_it(void **state)
{
    (void)state;
    struct session session = {.repeat = SESSION_WEEKLY, .weekday = 2, .interval = 1, .first = {2027, 1, 0}, .last = {2027, 12, 0}};
    for (struct day day = first_day; day.number < DAYS; day = next_day(day)) {
        enum session_on expected = SESSION_NO;
        if (day.weekday == 2 && day.year == 2027)
            expected = (day.month == 1 && day.day < 31) || (day.month == 12 && day.day > 1) ? SESSION_PERHAPS : SESSION_YES;
        assert_int_equal(session_meets_on(&session, date_of(day), no_terms, NULL), expected);
    }
}

static void excepted_days_are_no(void **state)
{
    (void)state;
    static const struct date except[] = {{2026, 12, 25}, {2027, 1, 1}};
    struct session session = {.repeat = SESSION_WEEKLY, .weekday = 4, .interval = 1, .except = except, .except_count = 2};
    for (struct day day = first_day; day.number < DAYS; day = next_day(day)) {
        bool out = (day.year == 2026 && day.month == 12 && day.day == 25) || (day.year == 2027 && day.month == 1 && day.day == 1);
        assert_int_equal(session_meets_on(&session, date_of(day), no_terms, NULL), day.weekday == 4 && !out ? SESSION_YES : SESSION_NO);
    }
    assert_int_equal(session_next(&session, (struct date){2026, 12, 19}, no_terms).day, 8);
}

static const struct date term_dates[][2] = {{{2026, 8, 17}, {2026, 10, 9}}, {{2026, 10, 19}, {2026, 12, 18}}, {{2027, 1, 4}, {2027, 4, 1}}};
static const struct terms three_terms = {term_dates, 3};

static void out_of_term_is_no_and_says_when_it_is_back(void **state)
{
    (void)state;
    struct session session = {.repeat = SESSION_WEEKLY, .weekday = 1, .interval = 1, .term_time = true};
    for (struct day day = first_day; day.number < DAYS; day = next_day(day)) {
        bool known = day.number >= number_of(term_dates[0][0]) && day.number <= number_of(term_dates[2][1]);
        bool term = false;
        for (size_t i = 0; known && i < 3; i++)
            term = term || (day.number >= number_of(term_dates[i][0]) && day.number <= number_of(term_dates[i][1]));
        enum session_on expected = day.weekday != 1 ? SESSION_NO : !known ? SESSION_PERHAPS : term ? SESSION_YES : SESSION_NO;
        struct date back = {1, 1, 1};
        assert_int_equal(session_meets_on(&session, date_of(day), three_terms, &back), expected);
        bool holiday = day.weekday == 1 && known && !term;
        assert_int_equal(back.year != 0, holiday);
        if (holiday)
            assert_int_equal(date_days(back), date_days(day.year == 2026 && day.month == 10 ? (struct date){2026, 10, 20} : (struct date){2027, 1, 5}));
        assert_int_equal(session_meets_on(&session, date_of(day), no_terms, NULL), day.weekday == 1 ? SESSION_PERHAPS : SESSION_NO);
    }
}

/* The bank holidays of 2026 and 2027 in England, Scotland and Northern Ireland, from gov.uk/bank-holidays. */
static void bank_holidays_are_not_sure(void **state)
{
    (void)state;
    static const struct date holidays[] = {
        {2026, 1, 1}, {2026, 1, 2}, {2026, 3, 17}, {2026, 4, 3}, {2026, 4, 6}, {2026, 5, 4}, {2026, 5, 25}, {2026, 7, 13}, {2026, 8, 3}, {2026, 8, 31},
        {2026, 11, 30}, {2026, 12, 25}, {2026, 12, 28}, {2027, 1, 1}, {2027, 1, 4}, {2027, 3, 17}, {2027, 3, 26}, {2027, 3, 29}, {2027, 5, 3},
        {2027, 5, 31}, {2027, 7, 12}, {2027, 8, 2}, {2027, 8, 30}, {2027, 11, 30}, {2027, 12, 27}, {2027, 12, 28}};
    for (size_t i = 0; i < sizeof holidays / sizeof holidays[0]; i++) {
        struct session session = {.repeat = SESSION_WEEKLY, .weekday = (uint8_t)date_weekday(holidays[i]), .interval = 1, .not_on_bank_holidays = true};
        assert_int_equal(session_meets_on(&session, holidays[i], no_terms, NULL), SESSION_PERHAPS);
    }
    /* Most days are ordinary ones: of the 417 Mondays of eight years at most 10 a year are not. */
    struct session mondays = {.repeat = SESSION_WEEKLY, .weekday = 0, .interval = 1, .not_on_bank_holidays = true};
    int ordinary = 0;
    for (struct day day = first_day; day.number < DAYS; day = next_day(day))
        ordinary += session_meets_on(&mondays, date_of(day), no_terms, NULL) == SESSION_YES ? 1 : 0;
    assert_true(ordinary > 417 - 10 * 8 && ordinary < 417 - 5 * 8);
}

/* Easter Sundays; the earliest and the latest that there can be are among them. */
static void good_friday_moves_with_easter(void **state)
{
    (void)state;
    static const struct date easters[] = {{1818, 3, 22}, {1943, 4, 25}, {2000, 4, 23}, {2024, 3, 31}, {2025, 4, 20}, {2026, 4, 5}, {2035, 3, 25}, {2038, 4, 25}, {2049, 4, 18}, {2285, 3, 22}};
    struct session fridays = {.repeat = SESSION_WEEKLY, .weekday = 4, .interval = 1, .not_on_bank_holidays = true};
    for (size_t i = 0; i < sizeof easters / sizeof easters[0]; i++) {
        int32_t friday = date_days(easters[i]) - 2;
        assert_int_equal(session_meets_on(&fridays, date_from_days(friday), no_terms, NULL), SESSION_PERHAPS);
        assert_int_equal(session_meets_on(&fridays, date_from_days(friday + 7), no_terms, NULL), SESSION_YES);
    }
}

static void the_next_day_is_the_first_that_is_sure(void **state)
{
    (void)state;
    static const struct session sessions[] = {
        {.repeat = SESSION_WEEKLY, .weekday = 3, .interval = 1},
        {.repeat = SESSION_WEEKLY, .weekday = 3, .interval = 3, .first = {2026, 11, 2}, .last = {2027, 6, 30}},
        {.repeat = SESSION_MONTHLY, .weekday = 0, .nth = 5, .interval = 1},
        {.repeat = SESSION_MONTHLY, .weekday = 6, .nth = -1, .interval = 1, .term_time = true},
        {.repeat = SESSION_WEEKLY, .weekday = 1, .interval = 1, .term_time = true, .first = {2026, 12, 0}},
        {.repeat = SESSION_ONCE, .weekday = 4, .interval = 1, .first = {2027, 3, 12}, .last = {2027, 3, 12}},
    };
    for (size_t i = 0; i < sizeof sessions / sizeof sessions[0]; i++) {
        for (struct day day = first_day; day.number < DAYS - 732; day = next_day(day)) {
            struct day found = day;
            while (found.number <= day.number + 731 && session_meets_on(&sessions[i], date_of(found), three_terms, NULL) != SESSION_YES)
                found = next_day(found);
            struct date next = session_next(&sessions[i], date_of(day), three_terms);
            if (found.number > day.number + 731)
                assert_int_equal(next.year, 0);
            else
                assert_int_equal(date_days(next), date_days(date_of(found)));
        }
    }
}

static void words_alone_are_always_to_be_asked(void **state)
{
    (void)state;
    struct session session = {.repeat = SESSION_WORDS, .from_minute = -1, .to_minute = -1, .words = "by moonlight"};
    assert_int_equal(session_meets_on(&session, (struct date){2026, 8, 6}, three_terms, NULL), SESSION_PERHAPS);
    assert_int_equal(session_next(&session, (struct date){2026, 8, 6}, three_terms).year, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekly_sessions_meet_on_their_weekday),
        cmocka_unit_test(every_second_week_counts_from_the_first_day),
        cmocka_unit_test(a_rhythm_without_a_start_is_not_sure),
        cmocka_unit_test(monthly_sessions_meet_on_the_nth_weekday),
        cmocka_unit_test(a_single_date_is_met_once),
        cmocka_unit_test(a_course_has_a_first_and_a_last_day),
        cmocka_unit_test(a_month_alone_is_sure_only_beside_it),
        cmocka_unit_test(excepted_days_are_no),
        cmocka_unit_test(out_of_term_is_no_and_says_when_it_is_back),
        cmocka_unit_test(bank_holidays_are_not_sure),
        cmocka_unit_test(good_friday_moves_with_easter),
        cmocka_unit_test(the_next_day_is_the_first_that_is_sure),
        cmocka_unit_test(words_alone_are_always_to_be_asked),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}

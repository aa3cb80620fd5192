/* Dates: reading, counting and writing them. The C library's calendar is the judge of ours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "text/buffer.h"
#include "text/date.h"

static struct date on(int year, unsigned month, unsigned day)
{
    return (struct date){.year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)day};
}

static void expect_date(struct date found, struct date wanted)
{
    assert_int_equal(found.year, wanted.year);
    assert_int_equal(found.month, wanted.month);
    assert_int_equal(found.day, wanted.day);
}

static void dates_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct date date;
    } cases[] = {
        {"2020", {2020, 0, 0}},
        {"2020-05", {2020, 5, 0}},
        {"2020-05-14", {2020, 5, 14}},
        {"14 May 2020", {2020, 5, 14}},
        {"May 2020", {2020, 5, 0}},
        {"6 August 2026", {2026, 8, 6}},
        {"06 aug 2026", {2026, 8, 6}},
        {"6  AUGUST  2026", {2026, 8, 6}},
        {"sep 1999", {1999, 9, 0}},
        {"14/05/2020", {2020, 5, 14}},
        {"4/5/2020", {2020, 5, 4}},
        {"2024-02-29", {2024, 2, 29}},
        {"29 February 2000", {2000, 2, 29}},
        {"31/12/9999", {9999, 12, 31}},
        {"0001-01-01", {1, 1, 1}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct date date = {0};
        if (!date_parse(cases[i].text, strlen(cases[i].text), &date))
            fail_msg("not read: %s", cases[i].text);
        expect_date(date, cases[i].date);
    }
}

static void what_is_no_date_is_refused(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",           "soon",        "20",            "202",          "20200",       "0000",        "2020-5",
        "2020-00",    "2020-13",     "2020-05-00",    "2020-05-32",   "2020-04-31",  "31 April 2020", "31/04/2020",
        "2023-02-29", "2100-02-29",  "29 Feb 1900",   "30 Feb 2024",  "2020-",       "2020-05-",    "2020-05-14T10:00",
        "05/14/2020", "14/05/20",    "14/05",         "0/5/2020",     "14/0/2020",   "014/05/2020", "14 Augu 2020",
        "14 Sept 2020", "14 Ma 2020", "14May 2020",   "14 May2020",   "14 May",      "May",         "may",
        "May 20",     "0 May 2020",  "32 May 2020",   "14 May 2020 ", " 2020",       "-2020",       "14th May 2020",
        "14-05-2020", "2020/05/14",  "99999999999999999999", "14 Mayx 2020", "1 \xC3\xA9 2020",
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct date date = {1234, 5, 6};
        if (date_parse(cases[i], strlen(cases[i]), &date))
            fail_msg("read as a date: %s", cases[i]);
        expect_date(date, on(1234, 5, 6));
    }
}

static void reading_stops_at_the_length(void **state)
{
    (void)state;
    struct date date = {0};
    assert_true(date_parse("2020-05-14", 7, &date));
    expect_date(date, on(2020, 5, 0));
    assert_false(date_parse("2020-05-14", 9, &date));
}

static void days_agree_with_the_c_library(void **state)
{
    (void)state;
    /* Every 29th day from 1 January 1 to 31 December 9999: with 29, every day of a month comes up in time. */
    for (int32_t days = -719162; days <= 2932896; days += 29) {
        time_t seconds = (time_t)days * 86400;
        struct tm wanted;
        assert_non_null(gmtime_r(&seconds, &wanted));
        struct date found = date_from_days(days);
        expect_date(found, on(wanted.tm_year + 1900, (unsigned)wanted.tm_mon + 1, (unsigned)wanted.tm_mday));
        assert_int_equal(date_days(found), days);
        assert_int_equal(date_weekday(found), (wanted.tm_wday + 6) % 7);
    }
}

static void ends_of_the_calendar(void **state)
{
    (void)state;
    assert_int_equal(date_days(on(1970, 1, 1)), 0);
    expect_date(date_from_days(-719162), on(1, 1, 1));
    expect_date(date_from_days(2932896), on(9999, 12, 31));
    expect_date(date_from_days(-719163), on(0, 0, 0));
    expect_date(date_from_days(2932897), on(0, 0, 0));
    expect_date(date_from_days(INT32_MAX), on(0, 0, 0));
    expect_date(date_from_days(INT32_MIN), on(0, 0, 0));
    assert_true(date_days(on(0, 0, 0)) < date_days(on(1, 1, 1)));
    assert_int_equal(date_last_day(on(0, 0, 0)), date_days(on(0, 0, 0)));
}

static void leap_years_and_what_a_date_can_mean(void **state)
{
    (void)state;
    static const struct {
        int year;
        unsigned days;
    } years[] = {{1900, 365}, {2000, 366}, {2023, 365}, {2024, 366}, {2100, 365}, {2400, 366}};
    for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
        struct date year = on(years[i].year, 0, 0);
        unsigned february = years[i].days - 337;
        assert_int_equal(date_days(year), date_days(on(years[i].year, 1, 1)));
        assert_int_equal(date_last_day(year) - date_days(year) + 1, years[i].days);
        assert_int_equal(date_last_day(on(years[i].year, 2, 0)), date_days(on(years[i].year, 2, february)));
    }
    assert_int_equal(date_days(on(2026, 8, 0)), date_days(on(2026, 8, 1)));
    assert_int_equal(date_last_day(on(2026, 8, 0)), date_days(on(2026, 8, 31)));
    assert_int_equal(date_last_day(on(2026, 8, 6)), date_days(on(2026, 8, 6)));
}

static void months_are_added(void **state)
{
    (void)state;
    expect_date(date_add_months(on(2026, 8, 6), 0), on(2026, 8, 6));
    expect_date(date_add_months(on(2026, 8, 6), 5), on(2027, 1, 6));
    expect_date(date_add_months(on(2026, 1, 31), 1), on(2026, 2, 28));
    expect_date(date_add_months(on(2024, 1, 31), 1), on(2024, 2, 29));
    expect_date(date_add_months(on(2024, 2, 29), 12), on(2025, 2, 28));
    expect_date(date_add_months(on(2026, 3, 31), -1), on(2026, 2, 28));
    expect_date(date_add_months(on(2026, 1, 15), -1), on(2025, 12, 15));
    expect_date(date_add_months(on(2026, 11, 0), 3), on(2027, 2, 0));
    expect_date(date_add_months(on(2026, 0, 0), 18), on(2027, 0, 0));
    expect_date(date_add_months(on(2026, 0, 0), -24), on(2024, 0, 0));
    expect_date(date_add_months(on(0, 0, 0), 12), on(0, 0, 0));
    expect_date(date_add_months(on(9999, 12, 1), 1), on(0, 0, 0));
    expect_date(date_add_months(on(1, 1, 1), -1), on(0, 0, 0));
    expect_date(date_add_months(on(2026, 1, 1), INT32_MAX), on(0, 0, 0));
    expect_date(date_add_months(on(2026, 1, 1), INT32_MIN), on(0, 0, 0));
    expect_date(date_add_months(on(2026, 0, 0), INT32_MIN), on(0, 0, 0));
}

static void completed_months_agree_with_adding(void **state)
{
    (void)state;
    assert_int_equal(date_months_between(on(2026, 1, 15), on(2026, 2, 14)), 0);
    assert_int_equal(date_months_between(on(2026, 1, 15), on(2026, 2, 15)), 1);
    assert_int_equal(date_months_between(on(2026, 1, 31), on(2026, 2, 28)), 1);
    assert_int_equal(date_months_between(on(2024, 2, 29), on(2025, 2, 28)), 12);
    assert_int_equal(date_months_between(on(2026, 2, 15), on(2026, 1, 15)), -1);
    assert_int_equal(date_months_between(on(2025, 0, 0), on(2026, 6, 0)), 17);
    assert_int_equal(date_months_between(on(0, 0, 0), on(2026, 6, 1)), 0);
    assert_int_equal(date_months_between(on(2026, 6, 1), on(0, 0, 0)), 0);
    struct date from = on(2023, 10, 31);
    for (int32_t days = date_days(from); days < date_days(from) + 1000; days++) {
        int months = date_months_between(from, date_from_days(days));
        assert_true(date_days(date_add_months(from, months)) <= days);
        assert_true(date_days(date_add_months(from, months + 1)) > days);
    }
}

static void weekdays(void **state)
{
    (void)state;
    assert_int_equal(date_weekday(on(2026, 8, 3)), 0); /* a Monday */
    assert_int_equal(date_weekday(on(2026, 8, 9)), 6);
    assert_int_equal(date_weekday(on(1, 1, 1)), 0);
}

static void expect_written(struct date date, const char *words, const char *iso)
{
    struct buffer out = {0};
    date_words(&out, date);
    assert_string_equal(buffer_text(&out), words);
    buffer_clear(&out);
    date_iso(&out, date);
    assert_string_equal(buffer_text(&out), iso);
    struct date again = {0};
    assert_int_equal(date_parse(buffer_text(&out), out.length, &again), date.year != 0);
    expect_date(again, date);
    buffer_free(&out);
}

static void dates_are_written_as_far_as_they_are_known(void **state)
{
    (void)state;
    expect_written(on(2026, 8, 6), "6 August 2026", "2026-08-06");
    expect_written(on(2026, 12, 31), "31 December 2026", "2026-12-31");
    expect_written(on(2026, 8, 0), "August 2026", "2026-08");
    expect_written(on(2026, 0, 0), "2026", "2026");
    expect_written(on(0, 0, 0), "", "");
    expect_written(on(7, 1, 2), "2 January 7", "0007-01-02");
}

static void today_is_the_day_of_the_c_library(void **state)
{
    (void)state;
    /* Asked on both sides, so that midnight between two questions is no failure. */
    time_t before = time(NULL);
    int32_t found = date_days(date_today());
    time_t after = time(NULL);
    struct tm first;
    struct tm last;
    assert_non_null(localtime_r(&before, &first));
    assert_non_null(localtime_r(&after, &last));
    assert_true(found >= date_days(on(first.tm_year + 1900, (unsigned)first.tm_mon + 1, (unsigned)first.tm_mday)));
    assert_true(found <= date_days(on(last.tm_year + 1900, (unsigned)last.tm_mon + 1, (unsigned)last.tm_mday)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(reading_stops_at_the_length),
        cmocka_unit_test(days_agree_with_the_c_library),
        cmocka_unit_test(ends_of_the_calendar),
        cmocka_unit_test(leap_years_and_what_a_date_can_mean),
        cmocka_unit_test(months_are_added),
        cmocka_unit_test(completed_months_agree_with_adding),
        cmocka_unit_test(weekdays),
        cmocka_unit_test(dates_are_written_as_far_as_they_are_known),
        cmocka_unit_test(today_is_the_day_of_the_c_library),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}

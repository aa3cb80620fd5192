/* Stages: the line of pregnancy, birth and the child's age, at each of its edges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/stage.h"

static struct stage_point point(enum stage_unit unit, unsigned count)
{
    return (struct stage_point){.unit = (uint8_t)unit, .count = (uint16_t)count};
}

static struct stage_point read_point(const char *text)
{
    struct stage_point read = {0};
    if (!stage_point_parse(text, strlen(text), &read))
        fail_msg("\"%s\" was not understood", text);
    return read;
}

static struct moment pregnant(int weeks, int days)
{
    return (struct moment){.pregnant = true, .days = weeks * 7 + days};
}

static struct moment child(int days, int months)
{
    return (struct moment){.days = days, .months = months};
}

static void edges_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum stage_unit unit;
        unsigned count;
    } cases[] = {
        {"pregnancy", STAGE_PREGNANT_WEEKS, 0},
        {"Pregnancy", STAGE_PREGNANT_WEEKS, 0},
        {"pregnant", STAGE_PREGNANT_WEEKS, 0},
        {"start of pregnancy", STAGE_PREGNANT_WEEKS, 0},
        {"the start of pregnancy", STAGE_PREGNANT_WEEKS, 0},
        {"32 weeks pregnant", STAGE_PREGNANT_WEEKS, 32},
        {"32-weeks-pregnant", STAGE_PREGNANT_WEEKS, 32},
        {"20 weeks of pregnancy", STAGE_PREGNANT_WEEKS, 20},
        {"20 weeks into pregnancy", STAGE_PREGNANT_WEEKS, 20},
        {"28 weeks\xE2\x80\x99 pregnancy", STAGE_PREGNANT_WEEKS, 28},
        {"1 week pregnant", STAGE_PREGNANT_WEEKS, 1},
        {"0 weeks pregnant", STAGE_PREGNANT_WEEKS, 0},
        {"45 weeks pregnant", STAGE_PREGNANT_WEEKS, 45},
        {"birth", STAGE_MONTHS_OLD, 0},
        {" Birth ", STAGE_MONTHS_OLD, 0},
        {"newborn", STAGE_MONTHS_OLD, 0},
        {"new-born", STAGE_MONTHS_OLD, 0},
        {"0 months", STAGE_MONTHS_OLD, 0},
        {"0 weeks", STAGE_MONTHS_OLD, 0},
        {"6 weeks", STAGE_WEEKS_OLD, 6},
        {"6 weeks old", STAGE_WEEKS_OLD, 6},
        {"6\xC2\xA0weeks", STAGE_WEEKS_OLD, 6},
        {"6w", STAGE_WEEKS_OLD, 6},
        {"six weeks", STAGE_WEEKS_OLD, 6},
        {"1300 weeks", STAGE_WEEKS_OLD, 1300},
        {"12 months", STAGE_MONTHS_OLD, 12},
        {"12 MONTHS", STAGE_MONTHS_OLD, 12},
        {"18 months of age", STAGE_MONTHS_OLD, 18},
        {"300 months", STAGE_MONTHS_OLD, 300},
        {"14m", STAGE_MONTHS_OLD, 14},
        {"1 year", STAGE_MONTHS_OLD, 12},
        {"one year", STAGE_MONTHS_OLD, 12},
        {"1 yr", STAGE_MONTHS_OLD, 12},
        {"2 years", STAGE_MONTHS_OLD, 24},
        {"2 years old", STAGE_MONTHS_OLD, 24},
        {"02 years", STAGE_MONTHS_OLD, 24},
        {"5yrs", STAGE_MONTHS_OLD, 60},
        {"25 years", STAGE_MONTHS_OLD, 300},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct stage_point read = read_point(cases[i].text);
        if (read.unit != cases[i].unit || read.count != cases[i].count)
            fail_msg("\"%s\" was read as unit %d, count %d", cases[i].text, (int)read.unit, (int)read.count);
    }
}

static void what_is_no_edge_is_refused(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "", " ", "-", "soon", "weeks", "6", "6 days", "6 weeks 3 days", "32+3 weeks pregnant", "6-8 weeks", "-6 weeks",
        "- 6 weeks", "\342\210\2226 weeks", "1.5 years", "2\xC2\xBD years", "6/7 weeks", "1,000 weeks", "<6 weeks", "~6 weeks",
        "46 weeks pregnant", "1301 weeks", "301 months", "26 years", "99999 weeks", "4294967302 weeks", "65542 weeks",
        "6 weekss", "6 weeks pregnantly", "6 weeks old old", "weeks 6", "12 months pregnant", "1 year pregnant", "birthday",
        "pregnancy pregnancy", "start of birth", "\x1b[6 weeks", "\xff",
        "6                                                                               weeks",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct stage_point read = point(STAGE_WEEKS_OLD, 77);
        if (stage_point_parse(cases[i], strlen(cases[i]), &read))
            fail_msg("\"%s\" was understood", cases[i]);
        assert_int_equal(read.unit, STAGE_WEEKS_OLD);
        assert_int_equal(read.count, 77);
    }
}

static void reading_stops_at_the_length(void **state)
{
    (void)state;
    struct stage_point read;
    assert_true(stage_point_parse("12 months5", 9, &read));
    assert_int_equal(read.count, 12);
    assert_false(stage_point_parse("12 months", 2, &read));
    assert_false(stage_point_parse("birth", 0, &read));
}

static void expect_words(struct stage_point written, const char *wanted)
{
    struct buffer out = {0};
    stage_point_words(&out, written);
    assert_string_equal(buffer_text(&out), wanted);
    buffer_free(&out);
}

static void edges_are_written_as_in_the_file(void **state)
{
    (void)state;
    expect_words(point(STAGE_PREGNANT_WEEKS, 0), "pregnancy");
    expect_words(point(STAGE_PREGNANT_WEEKS, 1), "1 week pregnant");
    expect_words(point(STAGE_PREGNANT_WEEKS, 32), "32 weeks pregnant");
    expect_words(point(STAGE_MONTHS_OLD, 0), "birth");
    expect_words(point(STAGE_WEEKS_OLD, 1), "1 week");
    expect_words(point(STAGE_WEEKS_OLD, 6), "6 weeks");
    expect_words(point(STAGE_MONTHS_OLD, 1), "1 month");
    expect_words(point(STAGE_MONTHS_OLD, 12), "12 months");
    expect_words(point(STAGE_MONTHS_OLD, 14), "14 months");
    expect_words(point(STAGE_MONTHS_OLD, 24), "2 years");
    expect_words(point(STAGE_MONTHS_OLD, 30), "30 months");
    expect_words(point(STAGE_NOT_STATED, 0), "");
}

static void what_is_written_reads_back(void **state)
{
    (void)state;
    static const unsigned most[] = {[STAGE_PREGNANT_WEEKS] = 45, [STAGE_WEEKS_OLD] = 1300, [STAGE_MONTHS_OLD] = 300};
    for (enum stage_unit unit = STAGE_PREGNANT_WEEKS; unit <= STAGE_MONTHS_OLD; unit++) {
        for (unsigned count = unit == STAGE_WEEKS_OLD ? 1 : 0; count <= most[unit]; count++) {
            struct buffer out = {0};
            stage_point_words(&out, point(unit, count));
            struct stage_point read = read_point(buffer_text(&out));
            assert_int_equal(read.unit, unit);
            assert_int_equal(read.count, count);
            buffer_free(&out);
        }
    }
}

static void expect_order(const char *before, const char *after, int wanted)
{
    struct stage_point left = read_point(before);
    struct stage_point right = read_point(after);
    if (stage_point_compare(left, right) != wanted || stage_point_compare(right, left) != -wanted)
        fail_msg("%s and %s", before, after);
}

static void edges_lie_on_one_line(void **state)
{
    (void)state;
    static const char *const line[] = {"pregnancy", "1 week pregnant", "31 weeks pregnant", "32 weeks pregnant", "45 weeks pregnant",
                                       "birth", "1 week", "4 weeks", "1 month", "5 weeks", "8 weeks", "2 months", "51 weeks",
                                       "52 weeks", "1 year", "53 weeks", "13 months", "104 weeks", "2 years", "105 weeks", "59 months",
                                       "5 years", "1300 weeks", "25 years"};
    size_t count = sizeof line / sizeof *line;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++)
            expect_order(line[i], line[j], (i > j) - (i < j));
    }
    expect_order("12 months", "1 year", 0);
    expect_order("0 weeks", "birth", 0);
    assert_int_equal(stage_point_compare(point(STAGE_NOT_STATED, 0), point(STAGE_NOT_STATED, 0)), 0);
    assert_int_equal(stage_point_compare(point(STAGE_NOT_STATED, 0), point(STAGE_PREGNANT_WEEKS, 0)), -1);
}

static void edges_of_pregnancy_are_reached_in_completed_weeks(void **state)
{
    (void)state;
    struct stage_point from32 = read_point("32 weeks pregnant");
    assert_false(stage_reached(pregnant(31, 0), from32));
    assert_false(stage_reached(pregnant(31, 6), from32));
    assert_true(stage_reached(pregnant(32, 0), from32));
    assert_true(stage_reached(pregnant(40, 3), from32));
    assert_true(stage_reached(child(0, 0), from32));
    assert_true(stage_reached(pregnant(0, 0), read_point("pregnancy")));
    assert_true(stage_reached(child(2000, 65), read_point("pregnancy")));
}

static void birth_is_never_reached_before_it(void **state)
{
    (void)state;
    struct stage_point birth = read_point("birth");
    assert_false(stage_reached(pregnant(39, 6), birth));
    assert_false(stage_reached(pregnant(40, 0), birth));
    assert_false(stage_reached(pregnant(45, 6), birth));
    assert_false(stage_reached(pregnant(42, 0), read_point("1 week")));
    assert_false(stage_reached(pregnant(42, 0), read_point("12 months")));
    assert_true(stage_reached(child(0, 0), birth));
    assert_true(stage_reached(child(1, 0), birth));
    /* Children have passed every week of pregnancy, how long theirs was. */
    assert_true(stage_reached(child(0, 0), read_point("45 weeks pregnant")));
}

static void ages_are_reached_in_the_unit_of_the_edge(void **state)
{
    (void)state;
    static const char *const months[] = {"12 months", "24 months", "60 months"};
    static const int counts[] = {12, 24, 60};
    for (size_t i = 0; i < 3; i++) {
        struct stage_point edge = read_point(months[i]);
        assert_false(stage_reached(child(counts[i] * 31, counts[i] - 1), edge)); /* 11, 23, 59: many days, not the month */
        assert_true(stage_reached(child(counts[i] * 30, counts[i]), edge));      /* 12, 24, 60: the month, few days */
        assert_true(stage_reached(child(counts[i] * 30 + 31, counts[i] + 1), edge));
    }
    assert_false(stage_reached(child(364, 11), read_point("1 year")));
    assert_true(stage_reached(child(364, 11), read_point("52 weeks")));
    assert_false(stage_reached(child(41, 1), read_point("6 weeks")));
    assert_true(stage_reached(child(42, 1), read_point("6 weeks")));
    assert_false(stage_reached(child(10, 0), point(STAGE_NOT_STATED, 0)));
}

static void days_until_an_edge(void **state)
{
    (void)state;
    assert_int_equal(stage_days_until(pregnant(31, 0), read_point("32 weeks pregnant")), 7);
    assert_int_equal(stage_days_until(pregnant(31, 6), read_point("32 weeks pregnant")), 1);
    assert_int_equal(stage_days_until(pregnant(32, 0), read_point("32 weeks pregnant")), 0);
    assert_int_equal(stage_days_until(pregnant(20, 0), read_point("birth")), 140);
    assert_int_equal(stage_days_until(pregnant(39, 6), read_point("birth")), 1);
    assert_int_equal(stage_days_until(pregnant(20, 0), read_point("6 weeks")), 140 + 42);
    assert_int_equal(stage_days_until(pregnant(40, 0), read_point("12 months")), 1 + 366);
    assert_int_equal(stage_days_until(child(0, 0), read_point("birth")), 0);
    assert_int_equal(stage_days_until(child(0, 0), read_point("32 weeks pregnant")), 0);
    assert_int_equal(stage_days_until(child(35, 1), read_point("6 weeks")), 7);
    assert_int_equal(stage_days_until(child(42, 1), read_point("6 weeks")), 0);
    assert_int_equal(stage_days_until(child(335, 11), read_point("12 months")), 31);
    assert_int_equal(stage_days_until(child(366, 12), read_point("12 months")), 0);
    assert_int_equal(stage_days_until(child(335, 11), point(STAGE_NOT_STATED, 0)), 0);
}

/* What has not been reached is always to come: an overdue birth, and a month whose days are over but which is not complete. */
static void no_days_are_left_only_when_the_edge_is_reached(void **state)
{
    (void)state;
    assert_int_equal(stage_days_until(pregnant(41, 5), read_point("birth")), 1);
    assert_int_equal(stage_days_until(child(370, 11), read_point("12 months")), 1);
    for (int days = 0; days <= 45 * 7; days++) {
        struct moment moment = pregnant(0, days);
        for (unsigned week = 0; week <= 45; week++) {
            struct stage_point edge = point(STAGE_PREGNANT_WEEKS, week);
            assert_int_equal(stage_days_until(moment, edge) == 0, stage_reached(moment, edge));
        }
        assert_true(stage_days_until(moment, read_point("birth")) > 0);
    }
    struct moment far = {.pregnant = true, .days = INT32_MIN};
    assert_int_equal(stage_days_until(far, read_point("25 years")), INT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edges_are_read),
        cmocka_unit_test(what_is_no_edge_is_refused),
        cmocka_unit_test(reading_stops_at_the_length),
        cmocka_unit_test(edges_are_written_as_in_the_file),
        cmocka_unit_test(what_is_written_reads_back),
        cmocka_unit_test(edges_lie_on_one_line),
        cmocka_unit_test(edges_of_pregnancy_are_reached_in_completed_weeks),
        cmocka_unit_test(birth_is_never_reached_before_it),
        cmocka_unit_test(ages_are_reached_in_the_unit_of_the_edge),
        cmocka_unit_test(days_until_an_edge),
        cmocka_unit_test(no_days_are_left_only_when_the_edge_is_reached),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("stage", tests, NULL, NULL);
}

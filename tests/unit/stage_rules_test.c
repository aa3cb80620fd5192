/* The line of stages: every edge of MATCHING.md, "Stage", and what is said about it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "match_sample.h"

static void both_ends_stated(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"stage_from=pregnancy\nstage_to=1 year", "pregnant:0", "pregnant", "yes", "From pregnancy until your child turns 1."},
        {"stage_from=pregnancy\nstage_to=1 year", "pregnant:20", "pregnant", "yes", "From pregnancy until your child turns 1."},
        {"stage_from=pregnancy\nstage_to=1 year", "child:0w", "child", "yes", NULL},
        {"stage_from=pregnancy\nstage_to=1 year", "child:11m", "child", "yes", "Ends when your child turns 1, in 1 month."},
        {"stage_from=pregnancy\nstage_to=1 year", "child:12m", "child", "no", "Until your child turns 1; your child is 12 months."},
        {"stage_from=pregnancy\nstage_to=1 year", "child:1y", "child", "no", NULL},
        {"stage_from=pregnancy\nstage_to=12 months", "child:14m", "child", "no", "Until your child turns 1; your child is 14 months."},
        {"stage_from=pregnancy\nstage_to=2 years", "child:23m", "child", "yes", "Ends when your child turns 2, in 1 month."},
        {"stage_from=pregnancy\nstage_to=2 years", "child:24m", "child", "no", "Until your child turns 2; your child is 2 years."},
        {"stage_from=pregnancy\nstage_to=5 years", "child:59m", "child", "yes", NULL},
        {"stage_from=pregnancy\nstage_to=5 years", "child:60m", "child", "no", "Until your child turns 5; your child is 5 years."},
        {"stage_from=pregnancy\nstage_to=5 years", "child:4y", "child", "yes", "From pregnancy until your child turns 5."},
        {"stage_from=32 weeks pregnant\nstage_to=1 year", "pregnant:31", "pregnant", "no", "Starts at 32 weeks of pregnancy, in 7 days."},
        {"stage_from=32 weeks pregnant\nstage_to=1 year", "pregnant:31+6", "pregnant", "no", "Starts at 32 weeks of pregnancy, in 1 day."},
        {"stage_from=32 weeks pregnant\nstage_to=1 year", "pregnant:30", "pregnant", "no", "Starts at 32 weeks of pregnancy, in 2 weeks."},
        {"stage_from=32 weeks pregnant\nstage_to=1 year", "pregnant:32", "pregnant", "yes", "From 32 weeks of pregnancy until your child turns 1."},
        {"stage_from=32 weeks pregnant\nstage_to=1 year", "child:0w", "child", "yes", NULL},
        {"stage_from=birth\nstage_to=1 year", "pregnant:42", "pregnant", "no", "Starts at birth."},
        {"stage_from=birth\nstage_to=1 year", "child:0w", "child", "yes", "From birth until your child turns 1."},
        {"stage_from=pregnancy\nstage_to=birth", "pregnant:42", "pregnant", "yes", NULL},
        {"stage_from=pregnancy\nstage_to=birth", "pregnant:36", "pregnant", "yes", "Ends at the birth, in 4 weeks."},
        {"stage_from=pregnancy\nstage_to=birth", "child:0w", "child", "no", "Until the birth; your child is less than a week."},
        {"stage_from=pregnancy\nstage_to=birth", "child:3m", "child", "no", "Until the birth; your child is 3 months."},
        {"stage_from=6 weeks\nstage_to=6 months", "child:5w", "child", "no", "Starts when your child is 6 weeks, in 7 days."},
        {"stage_from=6 weeks\nstage_to=6 months", "child:6w", "child", "yes", NULL},
        {"stage_from=6 weeks\nstage_to=6 months", "pregnant:20", "pregnant", "no", "Starts when your child is 6 weeks."},
        {"stage_from=6 months\nstage_to=2 years", "child:4m", "child", "no", "Starts when your child is 6 months, in 2 months."},
        {"stage_from=pregnancy\nstage_to=20 weeks pregnant", "pregnant:30", "pregnant", "no", "Until 20 weeks of pregnancy; you are 30 weeks."},
    };
    CHECK_RULES(rules);
}

static void open_ends(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"stage_from=pregnancy", "pregnant:20", "pregnant", "yes", "From pregnancy. No end is stated."},
        {"stage_from=pregnancy", "child:11m", "child", "yes", "From pregnancy. No end is stated."},
        {"stage_from=pregnancy", "child:12m", "child", "ask", "From pregnancy. No end is stated; your child is 12 months: ask."},
        {"stage_from=pregnancy", "child:23m", "child", "ask", NULL},
        {"stage_from=pregnancy", "child:24m", "child", "no", "From pregnancy. Does not say that it goes on for a child of 2 years."},
        {"stage_from=birth", "pregnant:20", "pregnant", "no", "Starts at birth."},
        {"stage_from=6 months", "child:5m", "child", "no", NULL},
        {"stage_from=6 months", "child:11m", "child", "yes", NULL},
        {"stage_from=6 months", "child:12m", "child", "ask", NULL},
        {"stage_from=12 months", "child:11m", "child", "no", NULL},
        {"stage_from=12 months", "child:12m", "child", "ask", NULL},
        {"stage_from=12 months", "child:23m", "child", "ask", NULL},
        {"stage_from=12 months", "child:24m", "child", "no", NULL},
        {"stage_from=2 years", "child:23m", "child", "no", NULL},
        {"stage_from=2 years", "child:24m", "child", "ask", NULL},
        {"stage_from=2 years", "child:35m", "child", "ask", NULL},
        {"stage_from=2 years", "child:36m", "child", "no", NULL},
        {"stage_to=2 years", "pregnant:0", "pregnant", "yes", "Until your child turns 2."},
        {"stage_to=2 years", "child:23m", "child", "yes", NULL},
        {"stage_to=2 years", "child:24m", "child", "no", NULL},
        {"who=mothers", "pregnant:20", "pregnant", "ask", "Does not say for which weeks or ages: ask."},
        {"who=mothers", "child:0w", "child", "ask", NULL},
        {"who=mothers", "child:23m", "child", "ask", NULL},
        {"who=mothers", "child:24m", "child", "no", "Does not say that it is for a child of 2 years."},
    };
    CHECK_RULES(rules);
}

static void perhaps(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"stage_from=birth\nstage_maybe_from=pregnancy\nstage_maybe_to=2 years", "pregnant:20", "pregnant", "ask",
         "Perhaps from pregnancy until your child turns 2: ask."},
        {"stage_from=birth\nstage_maybe_from=pregnancy\nstage_maybe_to=2 years", "child:3m", "child", "yes", NULL},
        {"stage_from=birth\nstage_maybe_from=pregnancy\nstage_maybe_to=2 years", "child:14m", "child", "ask", NULL},
        {"stage_from=birth\nstage_maybe_from=pregnancy\nstage_maybe_to=2 years", "child:24m", "child", "no", NULL},
        {"stage_from=pregnancy\nstage_to=1 year\nstage_maybe_from=pregnancy\nstage_maybe_to=2 years", "child:12m", "child", "ask", NULL},
        {"stage_from=pregnancy\nstage_to=1 year\nstage_maybe_from=pregnancy\nstage_maybe_to=2 years", "child:24m", "child", "no", NULL},
        {"stage_maybe_from=pregnancy\nstage_maybe_to=birth", "pregnant:20", "pregnant", "ask", NULL},
        {"stage_maybe_from=pregnancy\nstage_maybe_to=birth", "child:1m", "child", "no", NULL},
        {"stage_maybe_from=pregnancy\nstage_maybe_to=birth", "child:any", "child", "no", NULL},
    };
    CHECK_RULES(rules);
}

static void any_part_of_the_line(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"stage_from=pregnancy\nstage_to=birth", "pregnant:any", "pregnant", "yes", "From pregnancy until the birth."},
        {"stage_from=pregnancy\nstage_to=birth", "child:any", "child", "no", "Only in pregnancy."},
        {"stage_from=birth\nstage_to=1 year", "pregnant:any", "pregnant", "no", "Starts at birth."},
        {"stage_from=birth\nstage_to=1 year", "child:any", "child", "yes", NULL},
        {"stage_from=32 weeks pregnant", "pregnant:any", "pregnant", "yes", NULL},
        {"stage_from=32 weeks pregnant", "child:any", "child", "yes", NULL},
        {"stage_from=2 years", "child:any", "child", "ask", NULL},
        {"stage_to=1 year", "pregnant:any", "pregnant", "yes", NULL},
        {"stage_from=birth\nstage_maybe_from=pregnancy\nstage_maybe_to=2 years", "pregnant:any", "pregnant", "ask", NULL},
        {"who=mothers", "pregnant:any", "pregnant", "ask", NULL},
        {"who=mothers", "child:any", "child", "ask", NULL},
    };
    CHECK_RULES(rules);
}

/* Today is 23 November 2026. */
static void dates(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"stage_from=32 weeks pregnant\nstage_to=1 year", "due:2027-01-18", "due", "yes", NULL},
        {"stage_from=32 weeks pregnant\nstage_to=1 year", "due:2027-01-19", "due", "no", "Starts at 32 weeks of pregnancy, in 1 day."},
        {"stage_from=pregnancy\nstage_to=1 year", "born:2025-11-24", "born", "yes", "Ends when your child turns 1, in 1 day."},
        {"stage_from=pregnancy\nstage_to=1 year", "born:2025-11-23", "born", "no", "Until your child turns 1; your child is 12 months."},
        {"stage_from=6 weeks\nstage_to=1 year", "born:2026-10-12", "born", "yes", NULL},
        {"stage_from=6 weeks\nstage_to=1 year", "born:2026-10-13", "born", "no", "Starts when your child is 6 weeks, in 1 day."},
        {"stage_from=birth\nstage_to=1 year", "born:2026-11-23", "born", "yes", NULL},
        {"stage_from=birth\nstage_to=1 year", "due:2026-11-23", "due", "no", "Starts at birth."},
    };
    CHECK_RULES(rules);
}

/* "-" turns yes and no round, and leaves ask. */
static void denied_and_alternatives(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"stage_from=birth\nstage_to=1 year", "-pregnant:any", "pregnant", "yes", "Starts at birth."},
        {"stage_from=birth\nstage_to=1 year", "-child:any", "child", "no", NULL},
        {"who=mothers", "-child:3m", "child", "ask", NULL},
        {"stage_from=birth\nstage_to=1 year", "child:14m,3m", "child", "yes", NULL},
        {"stage_from=birth\nstage_to=1 year", "child:14m,2y", "child", "no", NULL},
        {"stage_from=birth", "child:14m,2y", "child", "ask", NULL},
    };
    CHECK_RULES(rules);
}

/* After a loss no sentence tells a child's age, even where the need names one. */
static void after_a_loss_no_age_is_told(void **state)
{
    (void)state;
    static const char *const offers[] = {"stage_from=pregnancy\nstage_to=1 year", "stage_from=birth", "who=mothers",
                                         "stage_from=2 years", "stage_from=birth\nstage_maybe_from=pregnancy\nstage_maybe_to=2 years"};
    for (size_t i = 0; i < sizeof offers / sizeof *offers; i++) {
        struct sample sample;
        struct reason reason = sample_reason(&sample, offers[i], "child:14m after:loss", "child");
        assert_non_null(reason.say);
        assert_null(strpbrk(reason.say, "0123456789"));
        assert_null(strstr(reason.say, "child"));
        if (reason.question)
            assert_null(strstr(reason.question, "child"));
        sample_free(&sample);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ends_stated), cmocka_unit_test(open_ends), cmocka_unit_test(perhaps), cmocka_unit_test(any_part_of_the_line),
        cmocka_unit_test(dates), cmocka_unit_test(denied_and_alternatives), cmocka_unit_test(after_a_loss_no_age_is_told),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

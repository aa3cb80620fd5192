/* How long nobody has touched the screen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/idle.h"

enum { QUIET = 90, WARNING = 20 };

static const int64_t since = 1234567;

static struct idle after(int64_t milliseconds)
{
    return idle_look(since, since + milliseconds, QUIET, WARNING);
}

static void quiet_at_first(void **state)
{
    (void)state;
    assert_int_equal(after(0).stage, IDLE_QUIET);
    assert_int_equal(after(0).milliseconds, 90000);
    assert_int_equal(after(89999).stage, IDLE_QUIET);
    assert_int_equal(after(89999).milliseconds, 1);
}

static void then_it_counts_down(void **state)
{
    (void)state;
    assert_int_equal(after(90000).stage, IDLE_WARNING);
    assert_int_equal(after(90000).seconds, 20);
    assert_int_equal(after(90000).milliseconds, 1000);
    assert_int_equal(after(90001).seconds, 20);
    assert_int_equal(after(90001).milliseconds, 999);
    assert_int_equal(after(91000).seconds, 19);
    assert_int_equal(after(109999).stage, IDLE_WARNING);
    assert_int_equal(after(109999).seconds, 1);
    assert_int_equal(after(109999).milliseconds, 1);
}

static void then_it_is_over_for_good(void **state)
{
    (void)state;
    assert_int_equal(after(110000).stage, IDLE_OVER);
    assert_int_equal(after(INT64_MAX - since).stage, IDLE_OVER);
}

/* Each wait leads exactly to the next change, so that no second is drawn twice and none is left out. */
static void every_wait_ends_at_a_change(void **state)
{
    (void)state;
    int64_t at = 0;
    int seconds = WARNING;
    for (struct idle idle = after(at); idle.stage != IDLE_OVER; idle = after(at)) {
        if (idle.stage == IDLE_WARNING)
            assert_int_equal(idle.seconds, seconds--);
        assert_true(idle.milliseconds > 0);
        at += idle.milliseconds;
    }
    assert_int_equal(seconds, 0);
    assert_int_equal(at, (QUIET + WARNING) * 1000);
}

static void an_input_that_is_newer_than_now_is_now(void **state)
{
    (void)state;
    assert_int_equal(after(-5).stage, IDLE_QUIET);
    assert_int_equal(after(-5).milliseconds, 90000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quiet_at_first),
        cmocka_unit_test(then_it_counts_down),
        cmocka_unit_test(then_it_is_over_for_good),
        cmocka_unit_test(every_wait_ends_at_a_change),
        cmocka_unit_test(an_input_that_is_newer_than_now_is_now),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("idle", tests, NULL, NULL);
}

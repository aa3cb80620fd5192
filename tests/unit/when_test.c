/* Times and sessions as people say them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "write/when.h"

static const struct date today = {2026, 11, 24};

static void times_are_written_as_people_say_them(void **state)
{
    (void)state;
    static const struct {
        int minute;
        const char *words;
    } cases[] = {{0, "midnight"}, {30, "12:30am"}, {60, "1am"}, {570, "9:30am"}, {719, "11:59am"}, {720, "midday"}, {725, "12:05pm"}, {780, "1pm"}, {1410, "11:30pm"}, {1440, "midnight"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer words = {0};
        when_time(&words, cases[i].minute);
        assert_string_equal(buffer_text(&words), cases[i].words);
        buffer_free(&words);
    }
}

static void sessions_are_written_as_people_say_them(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        const char *words;
    } cases[] = {
        {"every Tuesday 10:00-11:30 in term time at Paisley Abbey", "Every Tuesday, 10am to 11:30am, in school term time"},
        {"first Saturday of the month 14:00", "The first Saturday of each month, 2pm"},
        {"last Friday of the month", "The last Friday of each month"},
        {"every second Wednesday 10am to 12pm", "Every second Wednesday, 10am to midday"},
        {"every three weeks on Friday 18:00-19:00 from 8 January 2027", "Every 3 weeks, on Friday, 6pm to 7pm, from 8 January 2027"},
        {"from 12 January 2027 for 8 weeks, Mondays 18:00-19:30", "Every Monday, 6pm to 7:30pm, from 12 January 2027 until 8 March 2027"},
        {"every Friday 10:00 from 2 January 2026", "Every Friday, 10am"}, /* it has begun */
        {"12 March 2027 14:00", "Friday 12 March 2027, 2pm"},
        {"every Monday, not on bank holidays", "Every Monday, not on bank holidays"},
        {"every Thursday; except 21 December 2026 to 8 January 2027", "Every Thursday, not on 24 December 2026, 31 December 2026 or 7 January 2027"},
        {"every Thursday; except 1 January 2026", "Every Thursday"}, /* long past */
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct session sessions[8];
        size_t wrong;
        const char *why;
        assert_int_equal(session_parse(arena, cases[i].line, strlen(cases[i].line), sessions, &wrong, &why), 1);
        struct buffer words = {0};
        when_words(&words, &sessions[0], today);
        assert_string_equal(buffer_text(&words), cases[i].words);
        buffer_free(&words);
    }
    struct buffer words = {0};
    when_words(&words, &(struct session){.repeat = SESSION_WORDS, .words = "now and then"}, today);
    assert_string_equal(buffer_text(&words), "now and then");
    buffer_free(&words);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_are_written_as_people_say_them),
        cmocka_unit_test(sessions_are_written_as_people_say_them),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("when", tests, NULL, NULL);
}

/* Lines of `when`: what they mean, and what is not guessed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/session.h"

struct meaning {
    const char *line;
    size_t count; /* of sessions; what follows is the last of them */
    enum session_repeat repeat;
    int weekday;
    int nth;
    int interval;
    int from;
    int to;
    struct date first;
    struct date last;
    bool term_time;
    const char *place;
    size_t except_count;
};

static const struct meaning meanings[] = {
    {"every Tuesday 10:00-11:30 in term time at Paisley Abbey", 1, SESSION_WEEKLY, 1, 0, 1, 600, 690, {0}, {0}, true, "Paisley Abbey", 0},
    {"every Tuesday 10:00-11:30 at Paisley Abbey in term time", 1, SESSION_WEEKLY, 1, 0, 1, 600, 690, {0}, {0}, true, "Paisley Abbey", 0},
    {"first Saturday of the month 14:00", 1, SESSION_MONTHLY, 5, 1, 1, 840, -1, {0}, {0}, false, NULL, 0},
    {"from 12 January 2027 for 8 weeks, Mondays 18:00-19:30", 1, SESSION_WEEKLY, 0, 0, 1, 1080, 1170, {2027, 1, 12}, {2027, 3, 8}, false, NULL, 0},
    {"from 31 January 2027 for 1 month, Mondays", 1, SESSION_WEEKLY, 0, 0, 1, -1, -1, {2027, 1, 31}, {2027, 2, 27}, false, NULL, 0},
    {"every Friday 10am; except 25 December 2026", 1, SESSION_WEEKLY, 4, 0, 1, 600, -1, {0}, {0}, false, NULL, 1},
    {"every Friday except 25 December 2026, 1 January 2027 and 2 April 2027", 1, SESSION_WEEKLY, 4, 0, 1, -1, -1, {0}, {0}, false, NULL, 3},
    {"Mondays 10am except 20 December 2026 to 3 January 2027", 1, SESSION_WEEKLY, 0, 0, 1, 600, -1, {0}, {0}, false, NULL, 15},
    {"Mondays 10am, not in August 2027", 1, SESSION_WEEKLY, 0, 0, 1, 600, -1, {0}, {0}, false, NULL, 31},
    {"Mondays 10am, not in school holidays", 1, SESSION_WEEKLY, 0, 0, 1, 600, -1, {0}, {0}, true, NULL, 0},
    {"Mondays 10am (term-time only)", 1, SESSION_WEEKLY, 0, 0, 1, 600, -1, {0}, {0}, true, NULL, 0},
    {"Tuesdays and Thursdays 10am to 12pm", 2, SESSION_WEEKLY, 3, 0, 1, 600, 720, {0}, {0}, false, NULL, 0},
    {"MON, WED & FRI, 9.30 A.M. \xE2\x80\x93 11 A.M.", 3, SESSION_WEEKLY, 4, 0, 1, 570, 660, {0}, {0}, false, NULL, 0},
    {"Mon/Weds 10:30", 2, SESSION_WEEKLY, 2, 0, 1, 630, -1, {0}, {0}, false, NULL, 0},
    {"Monday to Friday 9am-5pm", 5, SESSION_WEEKLY, 4, 0, 1, 540, 1020, {0}, {0}, false, NULL, 0},
    {"Saturday to Monday, midday", 3, SESSION_WEEKLY, 6, 0, 1, 720, -1, {0}, {0}, false, NULL, 0},
    {"weekdays 7pm to midnight", 5, SESSION_WEEKLY, 4, 0, 1, 1140, 1440, {0}, {0}, false, NULL, 0},
    {"every weekend 12am", 2, SESSION_WEEKLY, 6, 0, 1, 0, -1, {0}, {0}, false, NULL, 0},
    {"every day 8pm online", 7, SESSION_WEEKLY, 6, 0, 1, 1200, -1, {0}, {0}, false, "online", 0},
    {"every other Tuesday 10am", 1, SESSION_WEEKLY, 1, 0, 2, 600, -1, {0}, {0}, false, NULL, 0},
    {"every second Tuesday 10am from 12 January 2027", 1, SESSION_WEEKLY, 1, 0, 2, 600, -1, {2027, 1, 12}, {0}, false, NULL, 0},
    {"every second Tuesday of the month 10am", 1, SESSION_MONTHLY, 1, 2, 1, 600, -1, {0}, {0}, false, NULL, 0},
    {"fortnightly on Wednesdays, 7pm to 8.30pm", 1, SESSION_WEEKLY, 2, 0, 2, 1140, 1230, {0}, {0}, false, NULL, 0},
    {"Wednesdays, fortnightly", 1, SESSION_WEEKLY, 2, 0, 2, -1, -1, {0}, {0}, false, NULL, 0},
    {"every three weeks on Tuesday", 1, SESSION_WEEKLY, 1, 0, 3, -1, -1, {0}, {0}, false, NULL, 0},
    {"last Friday of the month 10.30am", 1, SESSION_MONTHLY, 4, -1, 1, 630, -1, {0}, {0}, false, NULL, 0},
    {"1st and 3rd Monday of the month 2pm-4pm", 2, SESSION_MONTHLY, 0, 3, 1, 840, 960, {0}, {0}, false, NULL, 0},
    {"first Monday and third Wednesday of the month 10am", 2, SESSION_MONTHLY, 2, 3, 1, 600, -1, {0}, {0}, false, NULL, 0},
    {"12 March 2027 14:00", 1, SESSION_ONCE, 4, 0, 1, 840, -1, {2027, 3, 12}, {2027, 3, 12}, false, NULL, 0},
    {"on Friday 12th March 2027 at 2pm", 1, SESSION_ONCE, 4, 0, 1, 840, -1, {2027, 3, 12}, {2027, 3, 12}, false, NULL, 0},
    {"2027-03-12 and 2027-04-09 10:00 to 11:00", 2, SESSION_ONCE, 4, 0, 1, 600, 660, {2027, 4, 9}, {2027, 4, 9}, false, NULL, 0},
    {"Tuesdays 10am until March 2027", 1, SESSION_WEEKLY, 1, 0, 1, 600, -1, {0}, {2027, 3, 0}, false, NULL, 0},
    {"Tuesdays from 12 January 2027 to 9 March 2027, 10am", 1, SESSION_WEEKLY, 1, 0, 1, 600, -1, {2027, 1, 12}, {2027, 3, 9}, false, NULL, 0},
    {"Tuesdays 10am and Thursdays 2pm", 2, SESSION_WEEKLY, 3, 0, 1, 840, -1, {0}, {0}, false, NULL, 0},
    {"10am Tuesdays, 2pm Thursdays", 2, SESSION_WEEKLY, 3, 0, 1, 840, -1, {0}, {0}, false, NULL, 0},
    {"Tuesdays 10am to 11am and 1pm to 2pm", 2, SESSION_WEEKLY, 1, 0, 1, 780, 840, {0}, {0}, false, NULL, 0},
    {"Tuesdays at St John's Hall (upstairs), 10am", 1, SESSION_WEEKLY, 1, 0, 1, 600, -1, {0}, {0}, false, "St John's Hall (upstairs)", 0},
    {"Tuesdays 10am at Town Hall, Falkirk; except 5 January 2027", 1, SESSION_WEEKLY, 1, 0, 1, 600, -1, {0}, {0}, false, "Town Hall, Falkirk", 1},
    {"Mondays 10am during school terms", 1, SESSION_WEEKLY, 0, 0, 1, 600, -1, {0}, {0}, true, NULL, 0},
    {"Mondays 10am but not in the school holidays", 1, SESSION_WEEKLY, 0, 0, 1, 600, -1, {0}, {0}, true, NULL, 0},
    {"Mondays 10am apart from Monday the 4th of January 2027", 1, SESSION_WEEKLY, 0, 0, 1, 600, -1, {0}, {0}, false, NULL, 1},
    {"Mondays at the Hall from 12 January 2027 for 8 weeks", 1, SESSION_WEEKLY, 0, 0, 1, -1, -1, {2027, 1, 12}, {2027, 3, 8}, false, "the Hall", 0},
    {"Mondays at the Hall for 8 weeks from 12 January 2027", 1, SESSION_WEEKLY, 0, 0, 1, -1, -1, {2027, 1, 12}, {2027, 3, 8}, false, "the Hall", 0},
    {"Mondays 10am until 12 March 2027", 1, SESSION_WEEKLY, 0, 0, 1, 600, -1, {0}, {2027, 3, 12}, false, NULL, 0},
    {"every fortnight on Monday, midnight to 02:00", 1, SESSION_WEEKLY, 0, 0, 2, 0, 120, {0}, {0}, false, NULL, 0},
    {"every month on the first Monday", 1, SESSION_MONTHLY, 0, 1, 1, -1, -1, {0}, {0}, false, NULL, 0},
    {"last Thursday monthly, 6pm", 1, SESSION_MONTHLY, 3, -1, 1, 1080, -1, {0}, {0}, false, NULL, 0},
    {"Tuesday mornings", 1, SESSION_WEEKLY, 1, 0, 1, -1, -1, {0}, {0}, false, NULL, 0},
    {"Tuesdays 10-12", 1, SESSION_WEEKLY, 1, 0, 1, 600, 720, {0}, {0}, false, NULL, 0},
    {"Tuesdays 12-2", 1, SESSION_WEEKLY, 1, 0, 1, 720, 840, {0}, {0}, false, NULL, 0},
    {"Tuesdays 2:00-3:30pm", 1, SESSION_WEEKLY, 1, 0, 1, 840, 930, {0}, {0}, false, NULL, 0},
    {"Tuesdays 8:30-9:30pm", 1, SESSION_WEEKLY, 1, 0, 1, 1230, 1290, {0}, {0}, false, NULL, 0},
    {"Tuesdays 10-2pm", 1, SESSION_WEEKLY, 1, 0, 1, 600, 840, {0}, {0}, false, NULL, 0},
    {"Tuesdays 2pm to 4", 1, SESSION_WEEKLY, 1, 0, 1, 840, 960, {0}, {0}, false, NULL, 0},
    {"Tuesdays 10am-12:30", 1, SESSION_WEEKLY, 1, 0, 1, 600, 750, {0}, {0}, false, NULL, 0},
    {"Tuesdays 8:00-22:00", 1, SESSION_WEEKLY, 1, 0, 1, 480, 1320, {0}, {0}, false, NULL, 0},
    {"Tuesdays 02:00-03:30", 1, SESSION_WEEKLY, 1, 0, 1, 120, 210, {0}, {0}, false, NULL, 0},
};

static bool same_date(struct date left, struct date right)
{
    return left.year == right.year && left.month == right.month && left.day == right.day;
}

static bool means(const struct session *session, const struct meaning *meaning)
{
    bool place = meaning->place == NULL ? session->place == NULL : session->place != NULL && strcmp(session->place, meaning->place) == 0;
    return session->repeat == meaning->repeat && session->weekday == meaning->weekday && session->nth == meaning->nth &&
           session->interval == meaning->interval && session->from_minute == meaning->from && session->to_minute == meaning->to &&
           same_date(session->first, meaning->first) && same_date(session->last, meaning->last) && session->term_time == meaning->term_time && place &&
           session->except_count == meaning->except_count && strcmp(session->words, meaning->line) == 0;
}

static void lines_are_understood(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++) {
        struct session sessions[8] = {0};
        size_t wrong = 0;
        const char *why = NULL;
        size_t count = session_parse(arena, meanings[i].line, strlen(meanings[i].line), sessions, &wrong, &why);
        if (count == 0)
            fail_msg("\"%s\": at %zu, %s", meanings[i].line, wrong, why);
        if (count != meanings[i].count || !means(&sessions[count - 1], &meanings[i]))
            fail_msg("\"%s\" is misunderstood", meanings[i].line);
    }
    arena_free(arena);
}

static void both_times_are_said_of_both_days(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct session sessions[8] = {0};
    size_t wrong = 0;
    const char *why = NULL;
    const char *line = "first Monday and third Wednesday of the month 10am";
    assert_int_equal(session_parse(arena, line, strlen(line), sessions, &wrong, &why), 2);
    assert_int_equal(sessions[0].nth, 1);
    assert_int_equal(sessions[0].weekday, 0);
    assert_int_equal(sessions[0].from_minute, 600);
    assert_ptr_equal(sessions[0].words, sessions[1].words);
    arena_free(arena);
}

static void what_is_not_understood_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        const char *from; /* what stands at the wrong place */
        const char *why;
    } cases[] = {
        {"by appointment", "by appointment", "write it like"},
        {"every Tuesday by moonlight", "by moonlight", "write it like"},
        {"every Tuesday at 10am, 12 High Street", "12 High Street", "write it like"},
        {"Tuesdays in the school holidays", "in the school holidays", "write it like"},
        {"Tuesdays 2-4", "2-4", "am or pm"},
        {"Tuesdays 2:30", "2:30", "am or pm"},
        {"Tuesdays 10am to 9am", "10am to 9am", "end before"},
        {"Tuesdays 9:00-8:30", "9:00-8:30", "end before"},
        {"Tuesdays 10", "10", "write it like"},
        {"Tuesdays 25:00", "25:00", "write it like"},
        {"Tuesdays 10:60", "10:60", "write it like"},
        {"10am to 11am", "10am to 11am", "which day"},
        {"weekly", "weekly", "which day"},
        {"", "", "which day"},
        {"first Tuesday 10am", "first Tuesday 10am", "of the month"},
        {"Tuesdays of the month", "Tuesdays of the month", "of the month"},
        {"every third Tuesday 10am", "every third Tuesday 10am", "every three weeks"},
        {"Tuesdays 10am for 8 weeks", "for 8 weeks", "weeks begin"},
        {"Tuesdays from January 2027 for 8 weeks", "for 8 weeks", "weeks begin"},
        {"Friday 12 January 2027", "Friday 12 January 2027", "another day"},
        {"Tuesdays from Friday 12 January 2027", "Friday 12 January 2027", "another day"},
        {"Tuesdays from 12 March 2027 until 1 March 2027", "Tuesdays from", "do not fit"},
        {"Tuesdays from 12 January 2027 from 13 January 2027", "13 January", "twice"},
        {"Tuesdays in term time 10am and Thursdays 2pm", "Thursdays 2pm", "of its own"},
        {"weekdays 10am and 2pm", "weekdays", "too much"},
        {"Tuesdays except bad weather", "bad weather", "write it like"},
        {"Tuesdays except 2027", "2027", "write it like"},
        {"31 February 2027", "31 February 2027", "write it like"},
        {"Tuesdays at", "at", "write it like"},
        {"Tuesdays at ,", ",", "write it like"},
        {"Tuesdays online at the Hall", "at the Hall", "twice"},
        {"Tuesdays from 1 June 2027 for 8 weeks until 1 July 2027", "for 8 weeks", "twice"},
        {"Tuesdays for 8 weeks for 9 weeks", "9 weeks", "twice"},
        {"12 March 2027 until 1 April 2027", "12 March", "do not fit"},
        {"Tuesdays except 3 May 2027 to 1 May 2027", "3 May", "do not fit"},
        {"Tuesdays except 3 May 2027 to 1 May 2029", "3 May", "too much"},
        {"every 60 weeks on Monday", "every 60 weeks", "write it like"},
        {"every other Monday, fortnightly", "fortnightly", "twice"},
        {"every fortnight", "every fortnight", "which day"},
        {"first, second, third, fourth and last Monday and Tuesday of the month", "first,", "too much"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct session sessions[8] = {0};
        size_t wrong = SIZE_MAX;
        const char *why = "";
        size_t count = session_parse(arena, cases[i].line, strlen(cases[i].line), sessions, &wrong, &why);
        if (count != 0)
            fail_msg("\"%s\" was understood", cases[i].line);
        if (wrong > strlen(cases[i].line) || strncmp(cases[i].line + wrong, cases[i].from, strlen(cases[i].from)) != 0 || strstr(why, cases[i].why) == NULL)
            fail_msg("\"%s\": at %zu, %s", cases[i].line, wrong, why);
    }
    arena_free(arena);
}

static void bank_holidays_are_noticed(void **state)
{
    (void)state;
    static const char *const lines[] = {"Mondays 10am except bank holidays", "Mondays 10am, not on public holidays", "Mondays excluding Bank Holidays, 10am"};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct session sessions[8] = {0};
        size_t wrong = 0;
        const char *why = NULL;
        assert_int_equal(session_parse(arena, lines[i], strlen(lines[i]), sessions, &wrong, &why), 1);
        assert_true(sessions[0].not_on_bank_holidays);
        assert_false(sessions[0].term_time);
        assert_int_equal(sessions[0].from_minute, 600);
    }
    arena_free(arena);
}

static void reading_stops_at_the_length(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++) {
        size_t length = strlen(meanings[i].line);
        for (size_t cut = 0; cut <= length; cut++) {
            struct session sessions[8] = {0};
            size_t wrong = 0;
            const char *why = NULL;
            char *line = malloc(cut + 1); /* so that a sanitizer sees a byte too many */
            memcpy(line, meanings[i].line, cut);
            size_t count = session_parse(arena, line, cut, sessions, &wrong, &why);
            assert_true(count <= 8 && (count > 0 || wrong <= cut));
            free(line);
        }
        arena_clear(arena);
    }
    arena_free(arena);
}

static void long_lines_are_refused(void **state)
{
    (void)state;
    enum { WORDS = 5000, WORD = 9 };
    struct arena *arena = arena_new();
    char *line = malloc(WORDS * WORD);
    for (size_t i = 0; i < WORDS; i++)
        memcpy(line + i * WORD, "Tuesdays ", WORD);
    struct session sessions[8] = {0};
    size_t wrong = 0;
    const char *why = NULL;
    assert_int_equal(session_parse(arena, line, WORDS * WORD, sessions, &wrong, &why), 0);
    assert_non_null(strstr(why, "too much"));
    free(line);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_understood),
        cmocka_unit_test(both_times_are_said_of_both_days),
        cmocka_unit_test(what_is_not_understood_is_said),
        cmocka_unit_test(bank_holidays_are_noticed),
        cmocka_unit_test(reading_stops_at_the_length),
        cmocka_unit_test(long_lines_are_refused),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("session", tests, NULL, NULL);
}

/* The kiosk from day to day: it is left quickly, asks whether anyone is there, is ended by staff alone, and goes on whatever becomes of its files. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../unit/reading.h"
#include "kiosk_screen.h"

#define FIRST_QUESTION "Where do you want to find support?"

static void expect(struct screen *screen, const char *text)
{
    if (!screen_has(screen, text)) {
        screen_show(screen);
        fail_msg("it should say: %s", text);
    }
}

static void expect_neutral(struct screen *screen)
{
    if (!kiosk_is_neutral(screen, 24)) {
        screen_show(screen);
        fail_msg("this is not the neutral screen");
    }
}

static void go_to_question(struct screen *screen)
{
    screen_press(screen, "1");
    screen_wait_for(screen, FIRST_QUESTION);
    screen_settle(screen);
}

static void one_key_and_what_follows_it_leads_to_the_neutral_screen(void **state)
{
    (void)state;
    struct screen *screen = kiosk_start("area: Falkirk\n", (struct screen_setting){0});
    go_to_question(screen);
    screen_press(screen, KEY_F10 KEY_F10 "1\r\r 1\033[200~x\033[201~");
    expect_neutral(screen);
    screen_press(screen, "1");
    expect_neutral(screen);
    usleep(BURST_IS_OVER);
    screen_press(screen, "1"); /* leads on, and chooses nothing */
    expect(screen, KIOSK_FIRST);
    go_to_question(screen);
    int row;
    int column;
    assert_true(screen_find(screen, "F10", &row, &column));
    screen_click(screen, row, column + 1);
    expect_neutral(screen);
    usleep(BURST_IS_OVER);
    screen_click(screen, 5, 5);
    expect(screen, KIOSK_FIRST);
    screen_stop(screen);
}

static void three_times_esc_leads_there_and_fewer_only_back(void **state)
{
    (void)state;
    struct screen *screen = kiosk_start("area: Falkirk\n", (struct screen_setting){0});
    go_to_question(screen);
    screen_press(screen, KEY_ESCAPE);
    expect(screen, KIOSK_FIRST);
    screen_press(screen, KEY_ESCAPE);
    screen_press(screen, "\005"); /* something between */
    screen_press(screen, KEY_ESCAPE);
    expect(screen, KIOSK_FIRST);
    screen_press(screen, KEY_ESCAPE);
    screen_press(screen, KEY_ESCAPE);
    expect_neutral(screen);
    screen_stop(screen);
}

static void a_screen_that_is_too_small_is_left_too(void **state)
{
    (void)state;
    static const char *const ways[] = {KEY_F10, "\033\033\033"};
    for (size_t i = 0; i < 2; i++) {
        struct screen *screen = kiosk_start("area: Falkirk\n", (struct screen_setting){0});
        go_to_question(screen);
        screen_resize(screen, 8, 30);
        screen_settle(screen);
        screen_press(screen, ways[i]);
        assert_true(kiosk_is_neutral(screen, 8));
        screen_resize(screen, 24, 80);
        screen_settle(screen);
        expect_neutral(screen);
        screen_stop(screen);
    }
}

static void the_site_says_what_stands_there(void **state)
{
    (void)state;
    struct screen *screen = kiosk_start("kiosk:\n  neutral: [Ask at the desk, for anything]\n", (struct screen_setting){0});
    go_to_question(screen);
    screen_press(screen, KEY_F10);
    expect(screen, "Ask at the desk");
    expect(screen, "for anything");
    assert_false(screen_has(screen, "999"));
    assert_false(screen_has(screen, "F10"));
    screen_stop(screen);
}

static void it_asks_whether_anyone_is_there(void **state)
{
    (void)state;
    struct screen *screen = kiosk_start("area: Falkirk\nkiosk:\n  quiet: 20\n  warning: 6\n", (struct screen_setting){0});
    go_to_question(screen);
    screen_press(screen, "Stirling");
    screen_wait_for(screen, "Are you still there?");
    screen_settle(screen);
    assert_false(screen_has(screen, "Stirling"));
    assert_false(screen_has(screen, FIRST_QUESTION));
    screen_wait_for(screen, "In 3 seconds");
    screen_press(screen, "1"); /* goes on, and is nothing else */
    expect(screen, FIRST_QUESTION);
    expect(screen, "Stirling");
    assert_false(screen_has(screen, "Stirling1"));
    screen_wait_for(screen, "Are you still there?");
    screen_wait_for(screen, KIOSK_FIRST);
    usleep(BURST_IS_OVER);
    go_to_question(screen);
    assert_false(screen_has(screen, "Stirling"));
    screen_stop(screen);
}

static void staff_end_it_by_the_pin(void **state)
{
    (void)state;
    struct screen *screen = kiosk_start("kiosk:\n  pin: 40715\n  count: yes\n", (struct screen_setting){0});
    go_to_question(screen);
    screen_press(screen, "\033[24~40715\r"); /* only on the first screen */
    assert_true(screen_runs(screen));
    screen_press(screen, KEY_F10);
    usleep(BURST_IS_OVER);
    screen_press(screen, " ");
    screen_press(screen, "\033[24~");
    expect(screen, "1 visit today.");
    screen_press(screen, "4071");
    assert_false(screen_has(screen, "4071"));
    expect(screen, "****");
    screen_press(screen, "\r");
    expect(screen, "That is not the PIN.");
    screen_press(screen, "407157\177\r");
    int status = screen_wait_end(screen);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    screen_stop(screen);
}

static void after_three_wrong_pins_there_is_a_pause(void **state)
{
    (void)state;
    struct screen *screen = kiosk_start("kiosk:\n  pin: 40715\n", (struct screen_setting){0});
    screen_press(screen, "\033[24~");
    for (int i = 0; i < 3; i++)
        screen_press(screen, "1111\r");
    expect(screen, KIOSK_FIRST);
    screen_press(screen, "\033[24~");
    expect(screen, "Please wait");
    assert_true(screen_runs(screen));
    sleep(6);
    screen_press(screen, "\033[24~");
    expect(screen, "For staff");
    screen_press(screen, "40715\r");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

static void without_a_pin_nobody_ends_it(void **state)
{
    (void)state;
    struct screen *screen = kiosk_start("area: Falkirk\n", (struct screen_setting){0});
    screen_press(screen, "\033[24~");
    expect(screen, KIOSK_FIRST);
    assert_false(screen_has(screen, "For staff"));
    screen_press(screen, "\r");
    assert_true(screen_runs(screen));
    screen_stop(screen);
}

static const char good_list[] = "services:\n  - {id: ash, name: Ash Tree Group, areas: Falkirk, formats: group, who: mothers}\n";
static const char better_list[] = "services:\n  - {id: ash, name: Oak Tree Group, areas: Falkirk, formats: group, who: mothers}\n";

static void go_to_answers(struct screen *screen)
{
    screen_press(screen, "1");
    for (int i = 0; i < 5; i++)
        screen_press(screen, "\t");
}

static void leave_and_come_back(struct screen *screen)
{
    screen_press(screen, KEY_F10);
    usleep(BURST_IS_OVER);
    screen_press(screen, " ");
    screen_wait_for(screen, KIOSK_FIRST);
    screen_settle(screen);
}

/* The mark for staff stands in the corner of the first screen. */
static bool is_marked(struct screen *screen)
{
    return screen_cell(screen, 0, 79) == '.';
}

static void wait_for_mark(struct screen *screen, bool there)
{
    for (int i = 0; is_marked(screen) != there; i++) {
        if (i > 600) {
            screen_show(screen);
            fail_msg("the mark for staff does not %s", there ? "come" : "go");
        }
        screen_take(screen, 50);
    }
    screen_settle(screen);
}

/* The settings name the folder of the list, as in an installed kiosk; then the files are broken, emptied, taken away, and mended. */
static void a_list_that_breaks_leaves_the_one_before(void **state)
{
    (void)state;
    struct folder folder = folder_new();
    folder_put_text(&folder, "list.yaml", good_list);
    char settings[640];
    snprintf(settings, sizeof settings, "catalogue: %s\nkiosk:\n  pin: 40715\n", folder.path);
    struct screen *screen = kiosk_start(settings, (struct screen_setting){0});
    assert_false(is_marked(screen));
    folder_put_text(&folder, "list.yaml", "services: [[[");
    wait_for_mark(screen, true);
    assert_false(screen_has(screen, "mistake"));
    screen_press(screen, "\033[24~");
    expect(screen, "the one before is shown");
    screen_press(screen, KEY_ESCAPE);
    go_to_answers(screen);
    expect(screen, "Ash Tree Group");
    leave_and_come_back(screen);
    folder_put_text(&folder, "list.yaml", "");
    screen_settle(screen);
    go_to_answers(screen);
    expect(screen, "Ash Tree Group");
    /* A good one waits until she has gone. */
    folder_put_text(&folder, "list.yaml", better_list);
    sleep(1);
    screen_settle(screen);
    expect(screen, "Ash Tree Group");
    leave_and_come_back(screen);
    wait_for_mark(screen, false);
    go_to_answers(screen);
    screen_wait_for(screen, "Oak Tree Group");
    leave_and_come_back(screen);
    folder_remove(folder.path);
    wait_for_mark(screen, true);
    go_to_answers(screen);
    expect(screen, "Oak Tree Group");
    screen_stop(screen);
}

/* A zone of time in which it is so many seconds before midnight now, as TZ has it; and the day that ends there, as a list has it. */
static void make_evening(int seconds, char zone[64], char day[16])
{
    enum { DAY = 24 * 60 * 60 };
    time_t now = time(NULL);
    int east = (int)((DAY - seconds - now % DAY + DAY) % DAY);
    snprintf(zone, 64, "TZ=XXX-%02d:%02d:%02d", east / 3600, east / 60 % 60, east % 60);
    time_t there = now + east;
    struct tm date;
    gmtime_r(&there, &date);
    strftime(day, 16, "%Y-%m-%d", &date);
}

static void at_midnight_begins_another_day(void **state)
{
    (void)state;
    enum { EVENING = 12 };
    char zone[64];
    char day[16];
    make_evening(EVENING, zone, day);
    struct folder folder = folder_new();
    char list[512];
    snprintf(list, sizeof list,
             "services:\n  - {id: ash, name: Ash Tree Group, areas: Falkirk, formats: group, who: mothers, status: ending, ends_on: %s}\n"
             "  - {id: elm, name: Elm Street Group, areas: Falkirk, formats: group, who: mothers}\n", day);
    folder_put_text(&folder, "list.yaml", list);
    char settings[640];
    snprintf(settings, sizeof settings, "catalogue: %s\nkiosk:\n  pin: 40715\n  count: yes\n", folder.path);
    struct screen *screen = kiosk_start(settings, (struct screen_setting){.environment = {zone}, .real_today = true});
    go_to_answers(screen);
    expect(screen, "Ash Tree Group");
    leave_and_come_back(screen);
    screen_press(screen, "\033[24~");
    expect(screen, "1 visit today.");
    screen_press(screen, KEY_F10);
    sleep(EVENING);
    screen_press(screen, " ");
    screen_press(screen, "\033[24~");
    expect(screen, "0 visits today.");
    screen_press(screen, KEY_ESCAPE);
    go_to_answers(screen);
    expect(screen, "Elm Street Group");
    assert_false(screen_has(screen, "Ash Tree Group"));
    screen_stop(screen);
    folder_remove(folder.path);
}

static void any_size_comes_and_goes(void **state)
{
    (void)state;
    struct screen *screen = kiosk_start("area: Falkirk\n", (struct screen_setting){0});
    go_to_question(screen);
    screen_make_roomy(screen);
    static const int sizes[][2] = {{1, 1}, {2, 3}, {500, 200}, {1, 200}, {500, 1}, {24, 80}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        screen_resize(screen, sizes[i][0], sizes[i][1]);
        screen_settle(screen);
        assert_true(screen_runs(screen));
    }
    expect(screen, FIRST_QUESTION);
    screen_stop(screen);
}

static void its_end_is_clean(void **state)
{
    (void)state;
    struct screen *screen = kiosk_start("area: Falkirk\n", (struct screen_setting){0});
    kill(screen_process(screen), SIGTERM);
    int status = screen_wait_end(screen);
    assert_true(WIFEXITED(status));
    assert_true(WEXITSTATUS(status) != 0); /* so that it is started again */
    assert_false(screen_is_other_page(screen));
    assert_false(screen_has(screen, KIOSK_FIRST));
    screen_stop(screen);
    screen = kiosk_start("area: Falkirk\n", (struct screen_setting){0});
    screen_hang_up(screen);
    status = screen_wait_end(screen);
    assert_true(WIFEXITED(status));
    assert_true(WEXITSTATUS(status) != 0);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_key_and_what_follows_it_leads_to_the_neutral_screen),
        cmocka_unit_test(three_times_esc_leads_there_and_fewer_only_back),
        cmocka_unit_test(a_screen_that_is_too_small_is_left_too),
        cmocka_unit_test(the_site_says_what_stands_there),
        cmocka_unit_test(it_asks_whether_anyone_is_there),
        cmocka_unit_test(staff_end_it_by_the_pin),
        cmocka_unit_test(after_three_wrong_pins_there_is_a_pause),
        cmocka_unit_test(without_a_pin_nobody_ends_it),
        cmocka_unit_test(a_list_that_breaks_leaves_the_one_before),
        cmocka_unit_test(at_midnight_begins_another_day),
        cmocka_unit_test(any_size_comes_and_goes),
        cmocka_unit_test(its_end_is_clean),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("kiosk", tests, NULL, NULL);
}

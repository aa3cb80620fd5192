/* Keys and the mouse: where the cursor is after each, and that help and hints tell the truth. */
#define _GNU_SOURCE /* memmem */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "screen.h"

static void the_cursor_is_on_what_is_selected_after_every_key(void **state)
{
    (void)state;
    static const char *const keys[] = {
        KEY_DOWN, "j", "k", KEY_UP, KEY_PAGE_DOWN, KEY_PAGE_DOWN, KEY_PAGE_UP, KEY_END, KEY_UP, KEY_HOME, "l", KEY_DOWN, KEY_PAGE_DOWN, KEY_END, "h",
        "h", KEY_DOWN, KEY_PAGE_DOWN, KEY_END, KEY_HOME, " ", KEY_ENTER, "\t", KEY_BACK_TAB, "x", KEY_F6, "o", "u", KEY_F7, KEY_F9,
        KEY_DOWN, KEY_ESCAPE, KEY_F1, KEY_DOWN, KEY_END, "zzz", KEY_BACKSPACE, KEY_ESCAPE, "/", "in:Fal", KEY_DOWN, KEY_DOWN, KEY_UP, "\t", KEY_LEFT, KEY_HOME, KEY_END, "\027", KEY_ESCAPE, KEY_F3, KEY_F4,
        KEY_ESCAPE, KEY_F8, KEY_BACKSPACE, "c", "?", KEY_ESCAPE, "\014", "/after:loss only:young-parents\r", KEY_DOWN, KEY_END, KEY_ENTER, KEY_ESCAPE, KEY_ESCAPE,
        "\007", KEY_RIGHT, KEY_LEFT, KEY_END, "\t", KEY_HOME, KEY_UP, KEY_DOWN, KEY_UP, "u", KEY_BACKSPACE, KEY_DELETE, KEY_F2, KEY_DOWN, "fal", KEY_LEFT, KEY_UP, KEY_ENTER,
        KEY_PAGE_DOWN, "\t", KEY_F1, KEY_ESCAPE, KEY_F9, KEY_ESCAPE, "2", KEY_ENTER, KEY_ESCAPE, KEY_F2, KEY_BACK_TAB,
    };
    static const int sizes[][2] = {{30, 120}, {24, 80}, {20, 60}, {12, 40}};
    for (size_t size = 0; size < sizeof sizes / sizeof *sizes; size++) {
        struct screen *screen = screen_open(sizes[size][0], sizes[size][1]);
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            screen_press(screen, keys[i]);
            screen_check_cursor(screen);
            assert_true(screen_cursor_is_visible(screen));
        }
        screen_stop(screen);
    }
}

static void a_key_never_clears_the_screen(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_forget(screen);
    static const char *const keys[] = {KEY_DOWN, "\t", KEY_ENTER, KEY_ESCAPE, "/in:Falkirk\r", "x", "o", KEY_F1, KEY_ESCAPE, KEY_F9, KEY_ESCAPE, "u"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        screen_press(screen, keys[i]);
    size_t length;
    const char *output = screen_output(screen, &length);
    assert_null(memmem(output, length, "\033[2J", 4));
    assert_null(memmem(output, length, "\033[H\033[J", 6));
    screen_stop(screen);
}

static void help_shows_what_works_here_and_does_it(void **state)
{
    (void)state;
    struct screen *screen = screen_open(30, 120);
    screen_press(screen, KEY_F1);
    assert_true(screen_has(screen, "What works here"));
    assert_false(screen_has(screen, "Undo the last change"));
    screen_press(screen, "order");
    assert_true(screen_has(screen, "by name"));
    assert_false(screen_has(screen, "One page up."));
    screen_press(screen, KEY_ENTER);
    assert_true(screen_has(screen, "By name"));
    screen_press(screen, "/in:Falkirk" KEY_ENTER KEY_F1);
    assert_true(screen_has(screen, "Undo the last change"));
    screen_press(screen, "weeks of pregnancy");
    assert_true(screen_has(screen, "> pregnant:20"));
    screen_press(screen, KEY_ENTER);
    assert_true(screen_has(screen, "Search: in:Falkirk pregnant:"));
    screen_press(screen, KEY_F1);
    assert_true(screen_has(screen, "Delete the letter before the cursor."));
    screen_press(screen, "no such words at all");
    assert_true(screen_has(screen, "Nothing in the help has these words."));
    screen_stop(screen);
}

static void the_mouse_does_what_keys_do(void **state)
{
    (void)state;
    struct screen *screen = screen_open(30, 120);
    int row;
    int column;
    assert_true(screen_mouse(screen));
    assert_true(screen_find(screen, "Befriender as birth partner", &row, &column));
    screen_click(screen, row, column);
    assert_true(screen_has(screen, "> Befriender as birth partner"));
    assert_true(screen_find(screen, "Scotland", &row, &column));
    screen_click(screen, row, column);
    assert_true(screen_has(screen, "Scotland [x]"));
    screen_check_cursor(screen);
    assert_true(screen_find(screen, "Scotland [x]", &row, &column));
    assert_int_equal(row, 0);
    screen_click(screen, row, column);
    assert_false(screen_has(screen, "Scotland [x]"));
    assert_true(screen_find(screen, "F9 more", &row, &column));
    screen_click(screen, row, column);
    assert_true(screen_has(screen, "Urgent help"));
    assert_true(screen_find(screen, "Esc back", &row, &column));
    screen_click(screen, row, column);
    assert_true(screen_has(screen, "Answers"));
    assert_true(screen_find(screen, "Search: press", &row, &column));
    screen_click(screen, row, column);
    screen_press(screen, "in:Falkirk");
    assert_true(screen_has(screen, "Search: in:Falkirk"));
    screen_stop(screen);
}

static void the_wheel_moves_what_is_under_it(void **state)
{
    (void)state;
    struct screen *screen = screen_open(30, 120);
    char entry[512];
    snprintf(entry, sizeof entry, "%s", screen_row(screen, 4) + 70);
    int row;
    int column;
    screen_cursor(screen, &row, &column);
    screen_wheel(screen, 10, 40, true);
    int moved;
    screen_cursor(screen, &moved, &column);
    assert_true(moved > row);
    screen_wheel(screen, 10, 40, false);
    screen_cursor(screen, &moved, &column);
    assert_int_equal(moved, row);
    assert_true(screen_find(screen, "Where", &row, &column));
    for (int i = 0; i < 40; i++)
        screen_wheel(screen, 10, 5, true);
    assert_false(screen_find(screen, "Northern Ireland    ", &row, &column));
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void the_mouse_can_be_off(void **state)
{
    (void)state;
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--no-mouse"}});
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    assert_false(screen_mouse(screen));
    screen_press(screen, "m");
    assert_true(screen_mouse(screen));
    screen_press(screen, KEY_F8);
    assert_false(screen_mouse(screen));
    assert_true(screen_has(screen, "the terminal can select text"));
    screen_stop(screen);
}

static void a_paste_lands_in_the_search_line(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "\033[200~in:Falkirk\r\npregnant:20\nq\033[31m\x07\033[201~");
    assert_true(screen_runs(screen));
    assert_true(screen_has(screen, "Search: in:Falkirk pregnant:20 q"));
    screen_press(screen, KEY_ESCAPE);
    screen_wait_gone(screen, "pregnant:20 q");
    /* A paste that is not said to be one, into the open line: its line breaks end the line, and the rest are keys; nothing breaks. */
    screen_press(screen, "/with:volunteers\nxx");
    assert_true(screen_runs(screen));
    screen_stop(screen);
}

static void letters_can_be_off(void **state)
{
    (void)state;
    const char *file = catalogue_file("letters: no\n");
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--config", file}});
    screen_wait_for(screen, "just type");
    screen_settle(screen);
    assert_true(screen_has(screen, "F10 quit"));
    assert_true(screen_has(screen, "Ctrl-F search"));
    screen_press(screen, "queensferry x");
    assert_true(screen_runs(screen));
    assert_true(screen_has(screen, "Search: queensferry x"));
    screen_press(screen, KEY_ESCAPE);
    screen_wait_gone(screen, "queensferry");
    screen_press(screen, KEY_DOWN " ");
    assert_true(screen_has(screen, "1 kept"));
    screen_press(screen, KEY_F1);
    assert_false(screen_has(screen, "u or F7"));
    screen_stop(screen);
}

static void unknown_keys_do_nothing(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    static const char *const keys[] = {
        "\033[1;9Q", "\033[99~", "\033[?1;2c", "\033]0;title\007", "\033P1$r0m\033\\", "\033[5;10R", "\033OZ", "\033[M", "\200\377\376",
    };
    char before[512];
    snprintf(before, sizeof before, "%s", screen_row(screen, 1));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        screen_press(screen, keys[i]);
        assert_true(screen_runs(screen));
        assert_string_equal(screen_row(screen, 1), before);
    }
    screen_stop(screen);
}

static long milliseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* INTERFACE.md, rule 3. A busy machine makes it late, never early, so the best of several counts; curses by itself would wait for a second. */
static void esc_acts_at_once(void **state)
{
    (void)state;
    enum { TRIES = 10, AT_ONCE = 250 };
    long best = LONG_MAX;
    struct screen *screen = screen_open(24, 80);
    for (int i = 0; i < TRIES; i++) {
        screen_press(screen, "/with");
        long from = milliseconds();
        screen_send(screen, KEY_ESCAPE);
        screen_wait_gone(screen, "Search: with");
        long took = milliseconds() - from;
        best = took < best ? took : best;
        screen_settle(screen);
    }
    screen_stop(screen);
    fprintf(stderr, "# Esc acts after %ld ms\n", best);
    assert_in_range(best, 0, AT_ONCE);
}

/* What comes later is another key; where a slow line needs more time, ESCDELAY gives it. */
static void esc_waits_as_long_as_it_is_told(void **state)
{
    (void)state;
    for (int patient = 0; patient < 2; patient++) {
        struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .environment = {patient ? "ESCDELAY=8000" : "ESCDELAY"}});
        int from;
        int to;
        int column;
        screen_wait_for(screen, "in the list");
        screen_settle(screen);
        screen_cursor(screen, &from, &column);
        screen_send(screen, "\033");
        usleep(300000);
        screen_press(screen, "OB");
        screen_cursor(screen, &to, &column);
        assert_true(patient ? to > from : screen_has(screen, "Search: OB"));
        screen_stop(screen);
    }
}

static void a_letter_of_several_bytes_may_come_in_parts(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/");
    screen_press(screen, "\305");
    screen_press(screen, "\265");
    screen_press(screen, "yr");
    assert_true(screen_has(screen, "Search: \305\265yr"));
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cursor_is_on_what_is_selected_after_every_key),
        cmocka_unit_test(a_key_never_clears_the_screen),
        cmocka_unit_test(help_shows_what_works_here_and_does_it),
        cmocka_unit_test(the_mouse_does_what_keys_do),
        cmocka_unit_test(the_wheel_moves_what_is_under_it),
        cmocka_unit_test(the_mouse_can_be_off),
        cmocka_unit_test(a_paste_lands_in_the_search_line),
        cmocka_unit_test(letters_can_be_off),
        cmocka_unit_test(unknown_keys_do_nothing),
        cmocka_unit_test(esc_acts_at_once),
        cmocka_unit_test(esc_waits_as_long_as_it_is_told),
        cmocka_unit_test(a_letter_of_several_bytes_may_come_in_parts),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("keys", tests, NULL, NULL);
}

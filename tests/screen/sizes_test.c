/* The browser at every size: what is in view, and that nothing is lost on the way from one to another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screen.h"

/* On every size urgent help is on the last line. */
static void expect_urgent(struct screen *screen, int rows)
{
    const char *last = screen_row(screen, rows - 1);
    if (!strstr(last, "999")) {
        screen_show(screen);
        fail_msg("the last line has no urgent help: \"%s\"", last);
    }
}

static void three_parts_when_wide(void **state)
{
    (void)state;
    static const int sizes[][2] = {{50, 200}, {30, 120}, {24, 100}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct screen *screen = screen_open(sizes[i][0], sizes[i][1]);
        assert_true(screen_has(screen, "Narrow it down"));
        assert_true(screen_has(screen, "Answers"));
        screen_send(screen, "/in:Falkirk pregnant:20 format:one-to-one" KEY_ENTER);
        screen_wait_for(screen, "1 suits");
        screen_wait_for(screen, "Why it suits");
        screen_wait_for(screen, "Pregnant, 20 weeks");
        screen_settle(screen);
        assert_true(screen_has(screen, "Ask how to join"));
        expect_urgent(screen, sizes[i][0]);
        screen_stop(screen);
    }
}

static void two_parts_at_eighty_columns(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    assert_true(screen_has(screen, "Narrow it down"));
    assert_true(screen_has(screen, "Answers"));
    screen_send(screen, "/in:Falkirk pregnant:20 format:one-to-one" KEY_ENTER);
    screen_wait_for(screen, "1 suits");
    screen_settle(screen);
    assert_false(screen_has(screen, "Why it suits"));
    screen_send(screen, KEY_ENTER);
    screen_wait_for(screen, "Why it suits");
    assert_true(screen_has(screen, "Answers"));
    assert_false(screen_has(screen, "Narrow it down"));
    screen_send(screen, KEY_ESCAPE);
    screen_wait_for(screen, "Narrow it down");
    screen_press(screen, "\t");
    screen_wait_for(screen, "> England");
    screen_press(screen, "\t");
    screen_wait_for(screen, "> Perinatal Befriending Support");
    expect_urgent(screen, 24);
    screen_stop(screen);
}

static void one_part_when_narrow(void **state)
{
    (void)state;
    struct screen *screen = screen_open(12, 40);
    assert_false(screen_has(screen, "Narrow it down"));
    screen_send(screen, "/in:Falkirk pregnant:20 format:one-to-one" KEY_ENTER);
    screen_wait_for(screen, "> Perinatal Befriending Support");
    screen_settle(screen);
    assert_true(screen_has(screen, "Falkirk"));
    assert_true(screen_has(screen, "1 suits"));
    assert_true(screen_has(screen, "Ask how to join"));
    expect_urgent(screen, 12);
    screen_send(screen, "\t");
    screen_wait_for(screen, "Narrow it down");
    expect_urgent(screen, 12);
    screen_send(screen, KEY_ESCAPE);
    screen_wait_for(screen, "> Perinatal Befriending Support");
    screen_send(screen, KEY_ENTER);
    screen_wait_for(screen, "Why it suits");
    expect_urgent(screen, 12);
    screen_send(screen, KEY_ESCAPE);
    screen_wait_for(screen, "Suits");
    screen_stop(screen);
}

static void too_small_says_so_and_comes_back(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, KEY_DOWN KEY_DOWN);
    int row;
    int column;
    screen_cursor(screen, &row, &column);
    char selected[256];
    snprintf(selected, sizeof selected, "%s", screen_row(screen, row));
    static const int sizes[][2] = {{11, 80}, {24, 39}, {5, 30}, {2, 10}, {1, 1}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        screen_resize(screen, sizes[i][0], sizes[i][1]);
        screen_wait_gone(screen, "Answers");
        if (sizes[i][1] >= 30)
            screen_wait_for(screen, "40 columns");
        screen_press(screen, KEY_DOWN "x" KEY_ENTER);
        assert_true(screen_runs(screen));
    }
    screen_resize(screen, 24, 80);
    screen_wait_for(screen, selected);
    screen_settle(screen);
    screen_cursor(screen, &row, &column);
    assert_string_equal(screen_row(screen, row), selected);
    screen_stop(screen);
}

static void a_resize_keeps_what_was_done(void **state)
{
    (void)state;
    struct screen *screen = screen_open(30, 120);
    screen_send(screen, "/in:Falkirk" KEY_ENTER);
    screen_wait_for(screen, "Falkirk [x]");
    screen_press(screen, KEY_DOWN);
    static const int sizes[][2] = {{12, 40}, {20, 60}, {50, 200}, {24, 80}, {500, 200}, {13, 41}, {16, 99}, {30, 120}};
    int row;
    int column;
    screen_cursor(screen, &row, &column);
    char name[64];
    snprintf(name, sizeof name, "%.20s", strchr(screen_row(screen, row), '>'));
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        screen_resize(screen, sizes[i][0], sizes[i][1]);
        screen_wait_for(screen, name);
        screen_settle(screen);
        screen_check_cursor(screen);
        screen_cursor(screen, &row, &column);
        assert_non_null(strstr(screen_row(screen, row), name));
        assert_true(screen_has(screen, "Falkirk"));
        expect_urgent(screen, sizes[i][0]);
    }
    screen_stop(screen);
}

static void any_size_at_any_moment(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_make_roomy(screen);
    uint32_t seed = 20261124;
    for (int i = 0; i < 300; i++) {
        seed = seed * 1664525u + 1013904223u;
        int rows = 1 + (int)(seed >> 8) % 60;
        int columns = 1 + (int)(seed >> 16) % 200;
        screen_resize(screen, rows, columns);
        if (i % 3 == 0)
            screen_send(screen, i % 2 ? KEY_DOWN : "\t");
        if (i % 7 == 0)
            screen_settle(screen);
        assert_true(screen_runs(screen));
    }
    screen_resize(screen, 500, 200);
    screen_settle(screen);
    screen_resize(screen, 24, 80);
    screen_wait_for(screen, "Answers");
    screen_settle(screen);
    screen_check_cursor(screen);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_parts_when_wide),
        cmocka_unit_test(two_parts_at_eighty_columns),
        cmocka_unit_test(one_part_when_narrow),
        cmocka_unit_test(too_small_says_so_and_comes_back),
        cmocka_unit_test(a_resize_keeps_what_was_done),
        cmocka_unit_test(any_size_at_any_moment),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("sizes", tests, NULL, NULL);
}

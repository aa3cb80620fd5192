/* The mouse: everything that can be clicked is clicked, the wheel turns everywhere, and when it is off nothing of it is on. */
#define _GNU_SOURCE /* memmem */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen.h"

/* Clicks on the first letter of the text. */
static void click_on(struct screen *screen, const char *text)
{
    int row;
    int column;
    if (!screen_find(screen, text, &row, &column)) {
        screen_show(screen);
        fail_msg("\"%s\" is not there to be clicked", text);
    }
    screen_click(screen, row, column);
    screen_check_cursor(screen);
}

static void expect(struct screen *screen, const char *text, bool there)
{
    if (screen_has(screen, text) == there)
        return;
    screen_show(screen);
    fail_msg("\"%s\" is %sthere", text, there ? "not " : "");
}

static void facets_and_chips_can_be_clicked(void **state)
{
    (void)state;
    struct screen *screen = screen_open(30, 120);
    click_on(screen, "Scotland");
    expect(screen, "Scotland [x]", true);
    int row;
    int column;
    assert_true(screen_find(screen, "Scotland [x]", &row, &column));
    assert_int_equal(row, 0);
    screen_click(screen, row, column);
    expect(screen, "Taken away: Scotland.", true);
    expect(screen, "Scotland [x]", false);
    screen_stop(screen);
}

static void rows_can_be_clicked_and_clicked_again_to_open(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    click_on(screen, "Befriender as birth partner");
    expect(screen, "> Befriender as birth partner", true);
    click_on(screen, "Befriender as birth partner");
    expect(screen, "Esc back", true);
    /* A line of the entry, and a row beside it. */
    click_on(screen, "Ask them");
    expect(screen, "> Ask them", true);
    click_on(screen, "Cherish Project");
    expect(screen, "> Cherish Project", true);
    screen_stop(screen);
}

static void the_title_of_the_answers_orders_them(void **state)
{
    (void)state;
    struct screen *screen = screen_open(30, 120);
    screen_press(screen, "/in:Falkirk\r");
    expect(screen, "Answers by fit  or: name  newest", true);
    static const struct {
        const char *head;
        const char *shown;
        const char *group;
    } orders[] = {
        {"name  newest", "Answers by name  or: fit  newest", "By name"},
        {"newest", "Answers, newest first  or: fit  name", "Newest facts first"},
        {"fit  name", "Answers by fit  or: name  newest", "Suits"},
    };
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        click_on(screen, orders[i].head);
        expect(screen, orders[i].shown, true);
        expect(screen, orders[i].group, true);
    }
    /* The key goes through the same. */
    screen_press(screen, "oo");
    expect(screen, "Answers, newest first", true);
    expect(screen, " · facts from ", true);
    screen_press(screen, "o");
    expect(screen, "Answers by fit", true);
    screen_stop(screen);
}

static void hints_near_search_and_urgent_lines_can_be_clicked(void **state)
{
    (void)state;
    char services[1024];
    snprintf(services, sizeof services, "%s/services.yaml", getenv("SIGNPOST_DATA"));
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 30, .columns = 120, .arguments = {"--catalogue", services}});
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    click_on(screen, "press / and type");
    screen_press(screen, "in:Falkirk pregnant:20 format:one-to-one");
    /* A click elsewhere ends the line, as Enter does. */
    click_on(screen, "Narrow it down");
    expect(screen, "one-to-one [x]", true);
    click_on(screen, "Near: ");
    expect(screen, "Near, and why not", true);
    click_on(screen, "x near");
    expect(screen, "Near, and why not", false);
    click_on(screen, "one-to-one [x]");
    expect(screen, "one-to-one [x]", false);
    click_on(screen, "u undo  "); /* the hint, not the notice that names the key too */
    expect(screen, "one-to-one [x]", true);
    click_on(screen, "URGENT HELP");
    expect(screen, "Urgent help", true);
    click_on(screen, "Esc back");
    expect(screen, "Narrow it down", true);
    click_on(screen, "F1 help");
    int row;
    int column;
    assert_true(screen_find(screen, "Leave Signpost.", &row, &column));
    screen_click(screen, row, column);
    assert_true(screen_wait_end(screen) == 0);
    screen_stop(screen);
}

static void suggestions_can_be_clicked(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/in:Falk");
    click_on(screen, "in:Falkirk");
    expect(screen, "Search: in:Falkirk", true);
    screen_stop(screen);
}

static void what_to_drop_can_be_clicked(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/after:loss only:young-parents\r");
    expect(screen, "Nothing in this list fits all of it.", true);
    int row;
    int column;
    screen_cursor(screen, &row, &column);
    /* Marked already, so one click takes it away. */
    screen_click(screen, row, column + 2);
    expect(screen, "Nothing in this list fits all of it.", false);
    screen_stop(screen);
}

/* The wheel moves the cursor or the text in whatever lies under it, there and back. */
static void expect_wheel(struct screen *screen, int row, int column)
{
    static char before[64][512];
    int at[2];
    int now[2];
    screen_cursor(screen, &at[0], &at[1]);
    for (int i = 0; i < 64 && i < 24; i++)
        snprintf(before[i], sizeof before[i], "%s", screen_row(screen, i));
    screen_wheel(screen, row, column, true);
    screen_cursor(screen, &now[0], &now[1]);
    bool moved = now[0] != at[0];
    for (int i = 0; i < 24; i++)
        moved = moved || strcmp(before[i], screen_row(screen, i)) != 0;
    if (!moved) {
        screen_show(screen);
        fail_msg("the wheel moves nothing at row %d, column %d", row, column);
    }
    screen_check_cursor(screen);
    screen_wheel(screen, row, column, false);
    screen_check_cursor(screen);
}

static void the_wheel_turns_in_every_part_and_cover(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 120);
    screen_press(screen, KEY_DOWN);
    expect_wheel(screen, 10, 50);  /* the answers */
    expect_wheel(screen, 10, 100); /* the entry */
    screen_press(screen, KEY_BACK_TAB);
    expect_wheel(screen, 10, 10); /* what to narrow down by */
    screen_press(screen, KEY_F1);
    expect_wheel(screen, 10, 10);
    screen_press(screen, KEY_ESCAPE);
    screen_press(screen, KEY_F9);
    expect_wheel(screen, 10, 10);
    screen_press(screen, KEY_ESCAPE);
    screen_press(screen, "\033OQ"); /* F2: the questions */
    expect_wheel(screen, 10, 10);
    screen_press(screen, KEY_ESCAPE);
    screen_press(screen, KEY_ESCAPE);
    screen_press(screen, " p"); /* something is kept, and the sheet */
    expect_wheel(screen, 5, 10);
    screen_press(screen, KEY_ESCAPE);
    /* In the search line it moves what it lies over, and the line stays open. */
    screen_press(screen, "/in:Falkirk");
    screen_wheel(screen, 14, 100, true);
    expect(screen, "Search: in:Falkirk", true);
    screen_stop(screen);
}

/* Whether any way of asking for the mouse was sent: clicks, drags, moves, and the forms of their reports. */
static bool mouse_was_asked_for(const struct screen *screen)
{
    static const char *const modes[] = {"?9h", "?1000h", "?1001h", "?1002h", "?1003h", "?1005h", "?1006h", "?1015h", "?1016h", "1000h", "1002h", "1003h", "1006;1000h"};
    size_t length;
    const char *output = screen_output(screen, &length);
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (memmem(output, length, modes[i], strlen(modes[i])))
            return true;
    return false;
}

static void no_mouse_means_none(void **state)
{
    (void)state;
    const char *file = catalogue_file("mouse: no\n");
    const struct screen_setting settings[] = {
        {.rows = 24, .columns = 80, .arguments = {"--no-mouse"}},
        {.rows = 24, .columns = 80, .arguments = {"--config", file}},
        {.rows = 24, .columns = 80, .term = "linux", .arguments = {"--no-mouse"}},
    };
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        struct screen *screen = screen_start(&settings[i]);
        screen_wait_for(screen, "in the list");
        screen_press(screen, "/in:Falkirk\r" KEY_DOWN "x" "\014");
        /* Back from the shell it is off as well. */
        screen_press(screen, "\032");
        screen_wait_for(screen, "in:Falkirk");
        screen_settle(screen);
        assert_false(screen_mouse(screen));
        assert_false(mouse_was_asked_for(screen));
        screen_stop(screen);
    }
}

static void the_mouse_can_be_switched_while_running(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    assert_true(screen_mouse(screen));
    assert_true(mouse_was_asked_for(screen));
    screen_press(screen, KEY_F8);
    assert_false(screen_mouse(screen));
    expect(screen, "The mouse is off: the terminal can select text.", true);
    screen_forget(screen);
    screen_press(screen, KEY_DOWN KEY_DOWN "\014\032");
    screen_wait_for(screen, "Answers");
    screen_settle(screen);
    assert_false(mouse_was_asked_for(screen));
    assert_false(screen_mouse(screen));
    screen_press(screen, KEY_F8);
    assert_true(screen_mouse(screen));
    /* On again after the shell. */
    screen_press(screen, "\032");
    screen_wait_for(screen, "Answers");
    screen_settle(screen);
    assert_true(screen_mouse(screen));
    screen_stop(screen);
}

static void a_click_on_nothing_does_nothing(void **state)
{
    (void)state;
    struct screen *screen = screen_open(30, 120);
    char rows[30][512];
    for (int row = 0; row < 30; row++)
        snprintf(rows[row], sizeof rows[row], "%s", screen_row(screen, row));
    static const int cells[][2] = {{2, 60}, {28, 118}, {0, 60}, {26, 0}};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        screen_click(screen, cells[i][0], cells[i][1]);
    for (int row = 0; row < 27; row++)
        assert_string_equal(screen_row(screen, row), rows[row]);
    screen_check_cursor(screen);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facets_and_chips_can_be_clicked),
        cmocka_unit_test(rows_can_be_clicked_and_clicked_again_to_open),
        cmocka_unit_test(the_title_of_the_answers_orders_them),
        cmocka_unit_test(hints_near_search_and_urgent_lines_can_be_clicked),
        cmocka_unit_test(suggestions_can_be_clicked),
        cmocka_unit_test(what_to_drop_can_be_clicked),
        cmocka_unit_test(the_wheel_turns_in_every_part_and_cover),
        cmocka_unit_test(no_mouse_means_none),
        cmocka_unit_test(the_mouse_can_be_switched_while_running),
        cmocka_unit_test(a_click_on_nothing_does_nothing),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("mouse", tests, NULL, NULL);
}

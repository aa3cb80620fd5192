/* Keys that the settings change: they work, the old ones do not, and hints, help and mouse follow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen.h"
#include "screen/key_map.h"
#include "screen/keys.h"

static struct screen *start(int rows, int columns, const char *settings)
{
    const char *file = catalogue_file(settings);
    char services[1024];
    snprintf(services, sizeof services, "%s/services.yaml", getenv("SIGNPOST_DATA"));
    struct screen *screen =
        screen_start(&(struct screen_setting){.rows = rows, .columns = columns, .arguments = {"--config", file, "--catalogue", services}});
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    return screen;
}

static void changed_keys_work_and_the_old_ones_do_not(void **state)
{
    (void)state;
    struct screen *screen = start(30, 120, "keys:\n  near: [n, Ctrl-V]\n  undo: z\n  down: [Down, v]\n  quit: [Ctrl-C, Ctrl-Q]\n");
    assert_true(screen_has(screen, "Ctrl-C quit"));
    screen_press(screen, "/in:Falkirk pregnant:20 format:one-to-one\r");
    assert_true(screen_has(screen, "n near"));
    assert_true(screen_has(screen, "z undo"));
    assert_false(screen_has(screen, "u undo"));
    assert_true(screen_has(screen, "n shows them and why."));
    screen_press(screen, "n");
    assert_true(screen_has(screen, "Near, and why not"));
    screen_press(screen, "\026");
    assert_false(screen_has(screen, "Near, and why not"));
    screen_press(screen, KEY_F1 "nearly");
    assert_true(screen_has(screen, "> n or Ctrl-V"));
    screen_press(screen, KEY_ESCAPE);
    int row;
    int moved;
    int column;
    screen_cursor(screen, &row, &column);
    screen_press(screen, "v");
    screen_cursor(screen, &moved, &column);
    assert_true(moved > row);
    /* A letter that is no key any more is text again. */
    screen_press(screen, "x");
    assert_true(screen_has(screen, "format:one-to-one x"));
    screen_press(screen, KEY_ESCAPE);
    screen_wait_gone(screen, "format:one-to-one x");
    screen_press(screen, "z");
    assert_true(screen_has(screen, "Undone."));
    screen_press(screen, KEY_F10);
    assert_true(screen_runs(screen));
    screen_send(screen, "\021");
    assert_true(screen_wait_end(screen) == 0);
    screen_stop(screen);
}

/* Every line of the help that is an action's has the keys of the table, and so has every hint. */
static void help_and_hints_are_the_table(void **state)
{
    (void)state;
    struct screen *screen = start(90, 160, "mouse: yes\n");
    struct key_map map = key_map_default(true);
    screen_press(screen, "/in:Falkirk\r ");
    int hints = 0;
    int lines = 0;
    struct buffer words = {0};
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        const struct action_row *row = &action_table[action];
        int at;
        int column;
        if (!row->hint || !(row->where & IN_ANSWERS))
            continue;
        buffer_clear(&words);
        press_name(&words, action_key(&map, (enum action)action, false));
        buffer_format(&words, " %s", row->hint);
        hints += screen_find(screen, buffer_text(&words), &at, &column) && at == 88;
    }
    assert_true(hints >= 9);
    screen_press(screen, KEY_F1);
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        int at;
        int column;
        buffer_clear(&words);
        action_keys(&words, &map, (enum action)action, false);
        if (!(action_table[action].where & IN_ANSWERS) || !screen_find(screen, action_table[action].help, &at, &column))
            continue;
        const char *line = screen_row(screen, at);
        if (strncmp(line + 3, buffer_text(&words), words.length) != 0 || line[3 + words.length] != ' ')
            fail_msg("\"%s\" is not for %s", line, buffer_text(&words));
        lines++;
    }
    /* All but those that do nothing now: what was left out, going back. */
    assert_true(lines >= 22);
    buffer_free(&words);
    screen_stop(screen);
}

static void what_has_no_key_is_done_from_the_help(void **state)
{
    (void)state;
    struct screen *screen = start(30, 140, "keys: {near: [], undo: []}\n");
    screen_press(screen, "/in:Falkirk pregnant:20 format:one-to-one\r");
    assert_true(screen_has(screen, "F1, the help, shows them and why."));
    assert_false(screen_has(screen, " undo"));
    screen_press(screen, KEY_F1 "nearly");
    assert_true(screen_has(screen, "> no key"));
    screen_press(screen, KEY_ENTER);
    assert_true(screen_has(screen, "Near, and why not"));
    screen_stop(screen);
}

static void hints_can_still_be_clicked(void **state)
{
    (void)state;
    struct screen *screen = start(30, 120, "keys: {order: Ctrl-O, help: Ctrl-Y}\n");
    int row;
    int column;
    assert_true(screen_find(screen, "Ctrl-O order", &row, &column));
    screen_click(screen, row, column);
    assert_true(screen_has(screen, "By name"));
    assert_true(screen_find(screen, "Ctrl-Y help", &row, &column));
    screen_click(screen, row, column);
    assert_true(screen_has(screen, "What works here"));
    screen_stop(screen);
}

static void conflicts_are_shown(void **state)
{
    (void)state;
    struct screen *screen = start(30, 120, "keys:\n  near: [n, F6]\n  undo: n\n  quit: []\n  neer: x\n  order: F77\n  urgent: Ctrl-Y\n");
    assert_true(screen_has(screen, "4 settings are not used: F3 shows why"));
    screen_press(screen, KEY_F3);
    assert_true(screen_has(screen, "Settings that are not used"));
    static const char *const lines[] = {":3:9: \"n\" is a key of \"near\" already, in line 2", ":4:3: \"quit\" needs a key that works while typing, such as F10",
                                        ":5:3: there is no action \"neer\"; did you mean \"near\"?", ":6:10: \"F77\" is no key"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!screen_has(screen, lines[i])) {
            screen_show(screen);
            fail_msg("%s is not there", lines[i]);
        }
    screen_press(screen, KEY_ESCAPE);
    /* Those lines change nothing, the others do. */
    assert_true(screen_has(screen, "Ctrl-Y more"));
    screen_press(screen, "/in:Falkirk\r");
    assert_true(screen_has(screen, "u undo"));
    assert_true(screen_has(screen, "n near"));
    screen_send(screen, "q");
    assert_true(screen_wait_end(screen) == 0);
    /* And on standard error. */
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_true(screen_has(screen, lines[i]));
    screen_stop(screen);
}

static void urgent_help_and_the_way_back_cannot_be_taken(void **state)
{
    (void)state;
    struct screen *screen = start(24, 80, "keys: {near: F9, order: Esc, mouse: F1, keep: [F10, Ctrl-C]}\n");
    assert_true(screen_has(screen, "F9 more"));
    screen_press(screen, KEY_F9);
    assert_true(screen_has(screen, "Urgent help"));
    screen_press(screen, KEY_ESCAPE);
    assert_true(screen_has(screen, "Answers"));
    screen_press(screen, KEY_F1);
    assert_true(screen_has(screen, "What works here"));
    screen_send(screen, KEY_F10);
    assert_true(screen_wait_end(screen) == 0);
    screen_stop(screen);
}

static void letters_off_and_keys_changed_go_together(void **state)
{
    (void)state;
    struct screen *screen = start(24, 80, "letters: no\nkeys: {near: [n, Ctrl-V]}\n");
    screen_press(screen, "/in:Falkirk pregnant:20 format:one-to-one\r");
    assert_true(screen_has(screen, "Ctrl-V shows them and why."));
    screen_press(screen, "n");
    assert_true(screen_has(screen, "format:one-to-one n"));
    screen_press(screen, KEY_ESCAPE);
    screen_wait_gone(screen, "format:one-to-one n");
    screen_press(screen, "\026");
    assert_true(screen_has(screen, "Near, and why not"));
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changed_keys_work_and_the_old_ones_do_not),
        cmocka_unit_test(help_and_hints_are_the_table),
        cmocka_unit_test(what_has_no_key_is_done_from_the_help),
        cmocka_unit_test(hints_can_still_be_clicked),
        cmocka_unit_test(conflicts_are_shown),
        cmocka_unit_test(urgent_help_and_the_way_back_cannot_be_taken),
        cmocka_unit_test(letters_off_and_keys_changed_go_together),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("changed_keys", tests, NULL, NULL);
}

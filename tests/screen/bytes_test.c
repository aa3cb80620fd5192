/* How little is written: over a slow line, and for whoever hears what changes, every byte counts. INTERFACE.md, rule 2, at 80x24. Bytes are counted, not
 * time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen.h"

/* A move within a page; the move that turns the page, for which all that stands on it is written anew; and both, over a whole list. A page of a pane
 * holds up to 900 letters, and the terminal can scroll whole lines only, which would take the pane beside it along. */
enum { MOVE_MOST = 199, TURN_MOST = 899, PAGE_TURN_MOST = 1599, ON_AVERAGE_MOST = 299, MOVES_MOST = 400, HINTS_ROW = 22 };

struct part {
    const char *keys; /* that lead there */
    size_t turn_most;
};

static const struct part parts[] = {
    {"", TURN_MOST},
    {"\t", TURN_MOST},
    {KEY_ENTER, TURN_MOST},
    {"/in:Falkirk pregnant:20\rx" KEY_HOME, TURN_MOST},
    {"/in:Falkirk pregnant:20\r\t", TURN_MOST},
    {KEY_F1, PAGE_TURN_MOST},
    {KEY_F9, PAGE_TURN_MOST},
};

/* Moves to the end of a list, or out of it, counting. */
static void walk(struct screen *screen, const struct part *part, const char *key, int direction)
{
    size_t sum = 0;
    size_t turns = 0;
    size_t largest = 0;
    size_t moves = 0;
    char hints[512];
    snprintf(hints, sizeof hints, "%s", screen_row(screen, HINTS_ROW));
    for (; moves < MOVES_MOST; moves++) {
        int from;
        int to;
        int column;
        size_t length;
        screen_cursor(screen, &from, &column);
        screen_forget(screen);
        screen_press(screen, key);
        screen_output(screen, &length);
        screen_cursor(screen, &to, &column);
        bool turned = (to - from) * direction <= 0;
        bool left = strcmp(hints, screen_row(screen, HINTS_ROW)) != 0;
        if (left || (length <= 16 && to == from))
            break;
        if (length > (turned ? part->turn_most : MOVE_MOST)) {
            screen_show(screen);
            fail_msg("move %zu wrote %zu bytes, %s", moves, length, turned ? "turning the page" : "within the page");
        }
        sum += length;
        turns += turned;
        largest = length > largest ? length : largest;
    }
    fprintf(stderr, "# %zu moves, %zu of them to another page: %zu bytes each, %zu at most\n", moves, turns, moves ? sum / moves : 0, largest);
    assert_true(moves > 0);
    assert_true(moves < 10 || sum / moves <= ON_AVERAGE_MOST);
}

static void a_move_writes_little(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct screen *screen = screen_open(24, 80);
        screen_press(screen, parts[i].keys);
        walk(screen, &parts[i], KEY_DOWN, 1);
        walk(screen, &parts[i], KEY_UP, -1);
        screen_stop(screen);
    }
}

/* A code is drawn with characters of three bytes. One with its address below it costs no more than any other key; the largest, of an address of ninety letters
 * and more, which stands beside it, cannot be had for that. */
static void a_code_costs_little_more(void **state)
{
    (void)state;
    enum { ENTRIES = 50, KEY_MOST = 2047, LARGEST_CODE = 2399 };
    struct screen *screen = screen_open(24, 80);
    for (int i = 0; i < ENTRIES; i++) {
        size_t length;
        screen_forget(screen);
        screen_press(screen, KEY_F11);
        screen_output(screen, &length);
        bool below = strchr(screen_row(screen, HINTS_ROW - 2), '.') && !strstr(screen_row(screen, HINTS_ROW - 2), "\342\226");
        if (length > (below ? KEY_MOST : LARGEST_CODE)) {
            screen_show(screen);
            fail_msg("a code cost %zu bytes", length);
        }
        screen_press(screen, KEY_ESCAPE);
        screen_press(screen, KEY_DOWN);
    }
    screen_stop(screen);
}

/* In a list of any length: what stands far below costs nothing. */
static void the_length_of_the_list_makes_no_difference(void **state)
{
    (void)state;
    enum { SERVICES = 3000, BYTES = 256 };
    char *text = malloc((size_t)SERVICES * BYTES);
    assert_non_null(text);
    size_t length = (size_t)snprintf(text, BYTES, "services:\n");
    for (int i = 0; i < SERVICES; i++)
        length += (size_t)snprintf(text + length, BYTES, "  - {id: s%d, name: Group number %d of many with a name as long as they are, areas: Falkirk, who: mothers, formats: group}\n", i, i);
    const char *file = catalogue_file(text);
    free(text);
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--catalogue", file}});
    screen_wait_for(screen, "3000 in the list");
    screen_settle(screen);
    static const char *const keys[] = {KEY_DOWN, KEY_END, KEY_UP, KEY_UP, KEY_PAGE_UP, KEY_DOWN, KEY_HOME, KEY_DOWN};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        size_t written;
        bool within = strcmp(keys[i], KEY_DOWN) == 0 || strcmp(keys[i], KEY_UP) == 0;
        screen_forget(screen);
        screen_press(screen, keys[i]);
        screen_output(screen, &written);
        if (written > (within ? MOVE_MOST : TURN_MOST))
            fail_msg("key %zu wrote %zu bytes", i, written);
    }
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_move_writes_little),
        cmocka_unit_test(a_code_costs_little_more),
        cmocka_unit_test(the_length_of_the_list_makes_no_difference),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("bytes", tests, NULL, NULL);
}

/* The rules of the screen after every key of the table of actions, in every place to which a key leads. Keys and places are found from the table and
 * from what is seen, so a new view is under these rules as soon as it has a key. */
#define _GNU_SOURCE /* memmem */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen.h"
#include "screen/actions.h"
#include "screen/keys.h"
#include "screen_keys.h"

enum { PLACES_MOST = 40, HINTS_BYTES = 512, WAY_BYTES = 64 };

/* What is looked for in all places: there is something to undo, to take away and to show as near. */
static const char need[] = "/in:Falkirk pregnant:20 format:one-to-one\r";

/* A place: the keys that lead there from the answers, and the hints that tell it from others at 80x24. */
struct place {
    char way[WAY_BYTES];
    char hints[HINTS_BYTES];
};

static struct place places[PLACES_MOST];
static size_t place_count;

static const struct {
    int rows;
    int columns;
    size_t most; /* bytes that a key may write */
} sizes[] = {{24, 80, 2047}, {12, 40, SIZE_MAX}, {50, 200, SIZE_MAX}};

enum { SIZES = sizeof sizes / sizeof *sizes };

static struct screen *start(size_t size)
{
    return screen_start(&(struct screen_setting){.rows = sizes[size].rows, .columns = sizes[size].columns});
}

/* Presses a key on all of them. */
static void press(struct screen *const *screens, size_t count, const char *key)
{
    for (size_t i = 0; i < count; i++)
        screen_send(screens[i], key);
    screen_settle_all(screens, count);
}

/* The first `count` of the sizes, with the need, at the place of the keys. */
static void go(struct screen **screens, size_t count, const char *way)
{
    for (size_t i = 0; i < count; i++)
        screens[i] = start(i);
    for (size_t i = 0; i < count; i++)
        screen_wait_for(screens[i], "in the list");
    press(screens, count, need);
    if (*way)
        press(screens, count, way);
}

static void stop(struct screen *const *screens, size_t count)
{
    for (size_t i = 0; i < count; i++)
        screen_stop(screens[i]);
}

static void hints_of(struct screen *screen, char hints[HINTS_BYTES])
{
    snprintf(hints, HINTS_BYTES, "%s", screen_row(screen, sizes[0].rows - 2));
}

static void note_place(struct screen *screen, const char *way)
{
    char hints[HINTS_BYTES];
    hints_of(screen, hints);
    for (size_t i = 0; i < place_count; i++)
        if (strcmp(places[i].hints, hints) == 0)
            return;
    assert_true(place_count < PLACES_MOST);
    snprintf(places[place_count].way, WAY_BYTES, "%s", way);
    snprintf(places[place_count++].hints, HINTS_BYTES, "%s", hints);
}

static bool leads_on(int action)
{
    return (action_table[action].where & IN_PANES) && action_table[action].face != FACE_KIOSK && action != ACTION_QUIT && action_table[action].keys[0] != PRESS_NONE;
}

/* Every place: behind every key that works in the panes, told by its hints; and the answers when nothing fits. */
static int find_places(void **state)
{
    (void)state;
    struct screen *screen;
    go(&screen, 1, "");
    note_place(screen, "");
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        char key[KEY_BYTES];
        if (!leads_on(action))
            continue;
        screen_press(screen, key_bytes(action_table[action].keys[0], key));
        note_place(screen, key);
        screen_stop(screen);
        go(&screen, 1, "");
    }
    static const char nothing[] = "c/after:loss only:young-parents\r";
    screen_press(screen, nothing);
    note_place(screen, nothing);
    screen_stop(screen);
    return 0;
}

/* What holds after every key. */
static void expect_rules(struct screen *screen, int rows, const struct place *place, const char *key)
{
    bool urgent = strstr(screen_row(screen, rows - 1), "999") != NULL;
    bool marked = screen_is_on_mark(screen) && screen_cursor_is_visible(screen);
    if (urgent && marked && !screen_title_was_set(screen))
        return;
    screen_show(screen);
    fail_msg("%s after \"%s\" in the place of \"%s\"", urgent ? marked ? "a title" : "the cursor is not on what is selected" : "no urgent help", key, place->hints);
}

/* Redrawing is what these are for, or other colours, or another program had the terminal. */
static bool may_repaint(uint32_t press)
{
    static const enum action actions[] = {ACTION_REDRAW, ACTION_SUSPEND, ACTION_EDIT, ACTION_THEME};
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        for (int key = 0; key < ACTION_KEYS; key++)
            if (press == action_table[actions[i]].keys[key])
                return true;
    return false;
}

/* The dearest key so far, to be read in the log. */
static size_t dearest;

static void expect_little(struct screen *screen, const struct place *place, uint32_t press, size_t most)
{
    size_t length;
    const char *output = screen_output(screen, &length);
    struct buffer name = {0};
    press_name(&name, press);
    if (most < SIZE_MAX && length > dearest) {
        dearest = length;
        fprintf(stderr, "# %s: %zu bytes\n", buffer_text(&name), length);
    }
    /* With other colours every character is written anew, and the colours between them. */
    enum { NEW_COLOURS = 4095 };
    if (length > most && !(may_repaint(press) && length <= NEW_COLOURS))
        fail_msg("%s wrote %zu bytes in the place of \"%s\"", buffer_text(&name), length, place->hints);
    if (!may_repaint(press) && (memmem(output, length, "\033[2J", 4) || memmem(output, length, "\033[H\033[J", 6)))
        fail_msg("%s cleared the screen in the place of \"%s\"", buffer_text(&name), place->hints);
    buffer_free(&name);
}

/* Whether the program runs on all sizes, and Esc has led back to where it was; a key may have ended it. */
static bool is_back(struct screen *const *screens, const struct place *place, const char *before)
{
    char now[HINTS_BYTES];
    for (size_t i = 0; i < SIZES; i++)
        if (!screen_runs(screens[i]))
            return false;
    press(screens, SIZES, KEY_ESCAPE);
    for (size_t i = 0; i < SIZES; i++)
        expect_rules(screens[i], sizes[i].rows, place, "Esc");
    hints_of(screens[0], now);
    return strcmp(before, now) == 0;
}

/* Goes through the table in one place, on all sizes at once. A key that leads away, and from where Esc does not lead back, is followed by a new start. */
static void every_key_in(const struct place *place)
{
    uint32_t keys[KEYS_MOST];
    size_t count = keys_of_the_table(UINT32_MAX, keys);
    struct screen *screens[SIZES];
    char before[HINTS_BYTES];
    char after[HINTS_BYTES];
    go(screens, SIZES, place->way);
    for (size_t i = 0; i < SIZES; i++)
        expect_rules(screens[i], sizes[i].rows, place, "coming here");
    hints_of(screens[0], before);
    for (size_t j = 0; j < count; j++) {
        char key[KEY_BYTES];
        for (size_t i = 0; i < SIZES; i++)
            screen_forget(screens[i]);
        press(screens, SIZES, key_bytes(keys[j], key));
        for (size_t i = 0; i < SIZES; i++) {
            expect_little(screens[i], place, keys[j], sizes[i].most);
            expect_rules(screens[i], sizes[i].rows, place, key);
        }
        hints_of(screens[0], after);
        /* Other colours would stay, and cost more. */
        bool other_colours = keys[j] == action_table[ACTION_THEME].keys[0];
        if (!other_colours && (strcmp(before, after) == 0 || is_back(screens, place, before)))
            continue;
        stop(screens, SIZES);
        go(screens, SIZES, place->way);
    }
    stop(screens, SIZES);
}

static void the_rules_hold_after_every_key_in_every_place(void **state)
{
    (void)state;
    assert_in_range(place_count, 5, PLACES_MOST);
    for (size_t i = 0; i < place_count; i++)
        every_key_in(&places[i]);
}

/* Words of another length move what stands behind them. */
static void the_rules_hold_in_every_language(void **state)
{
    (void)state;
    static const char *const languages[] = {"LANGUAGE=cy", "LANGUAGE=gd"};
    for (size_t language = 0; language < sizeof languages / sizeof *languages; language++) {
        for (size_t i = 0; i < place_count; i++) {
            struct screen *screens[SIZES];
            for (size_t size = 0; size < SIZES; size++)
                screens[size] = screen_start(&(struct screen_setting){
                    .rows = sizes[size].rows, .columns = sizes[size].columns, .environment = {languages[language]}});
            for (size_t size = 0; size < SIZES; size++)
                screen_wait_for(screens[size], "999");
            press(screens, SIZES, need);
            if (*places[i].way)
                press(screens, SIZES, places[i].way);
            for (size_t size = 0; size < SIZES; size++)
                expect_rules(screens[size], sizes[size].rows, &places[i], languages[language]);
            stop(screens, SIZES);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rules_hold_after_every_key_in_every_place),
        cmocka_unit_test(the_rules_hold_in_every_language),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("rules", tests, find_places, NULL);
}

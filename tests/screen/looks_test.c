/* The same words whatever the terminal can show: with colour and without, on the Linux console, without UTF-8. The keys are those of the table of
 * actions, in an order by a fixed seed. */
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
#include "text/utf8.h"

enum { KEYS = 300, ENTRIES = 40 };

static const char need[] = "/in:Falkirk pregnant:20 format:one-to-one\r";

static uint32_t next_of(uint32_t *seed, size_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % (uint32_t)below;
}

/* The hints may differ in front of a code: without colours nobody knows which way round it is, so there is a key to turn it. */
static bool are_hints_of_a_code(struct screen *screen, int row, int rows)
{
    return row == rows - 2 && strstr(screen_row(screen, row), "swap");
}

static void expect_same_words(struct screen *const *screens, size_t count, int rows)
{
    for (size_t i = 1; i < count; i++)
        for (int row = 0; row < rows; row++) {
            if (are_hints_of_a_code(screens[0], row, rows) || are_hints_of_a_code(screens[i], row, rows))
                continue;
            char first[4096];
            snprintf(first, sizeof first, "%s", screen_row(screens[0], row));
            if (strcmp(first, screen_row(screens[i], row)) == 0)
                continue;
            screen_show(screens[0]);
            screen_show(screens[i]);
            fail_msg("row %d has other words in look %zu", row, i);
        }
}

static bool is_of(enum action action, uint32_t press)
{
    for (int i = 0; i < ACTION_KEYS; i++)
        if (action_table[action].keys[i] == press)
            return true;
    return false;
}

/* The keys but those for other colours, which says in words what it has done, and for the help, which shows that key only where it does something. */
static size_t keys_of_all_looks(uint32_t keys[KEYS_MOST])
{
    size_t count = keys_of_the_table(UINT32_MAX, keys);
    for (size_t i = 0; i < count;)
        if (is_of(ACTION_THEME, keys[i]) || is_of(ACTION_HELP, keys[i]))
            keys[i] = keys[--count];
        else
            i++;
    return count;
}

/* INTERFACE.md, rule 4: what colour says, words say too. So the words are the same, and the marks. */
static void nothing_depends_on_colour(void **state)
{
    (void)state;
    static const struct screen_setting settings[] = {
        {.rows = 24, .columns = 80},
        {.rows = 24, .columns = 80, .environment = {"NO_COLOR=1"}},
        {.rows = 24, .columns = 80, .arguments = {"--no-color"}},
        {.rows = 24, .columns = 80, .arguments = {"--theme", "blue-yellow"}},
    };
    enum { LOOKS = sizeof settings / sizeof *settings };
    struct screen *screens[LOOKS];
    uint32_t keys[KEYS_MOST];
    size_t count = keys_of_all_looks(keys);
    for (size_t i = 0; i < LOOKS; i++) {
        screens[i] = screen_start(&settings[i]);
        screen_wait_for(screens[i], "in the list");
        screen_send(screens[i], need);
    }
    screen_settle_all(screens, LOOKS);
    uint32_t seed = 20261124;
    for (int i = 0; i < KEYS; i++) {
        char key[KEY_BYTES];
        uint32_t press = keys[next_of(&seed, count)];
        if (press == PRESS_CONTROL('T')) /* the next theme: where there are no colours it says so */
            continue;
        key_bytes(press, key);
        for (size_t j = 0; j < LOOKS; j++)
            screen_send(screens[j], key);
        screen_settle_all(screens, LOOKS);
        expect_same_words(screens, LOOKS, 24);
        for (size_t j = 0; j < LOOKS; j++)
            screen_check_cursor(screens[j]);
        assert_false(screen_any_colour(screens[1]));
        assert_false(screen_any_colour(screens[2]));
    }
    for (size_t i = 0; i < LOOKS; i++)
        screen_stop(screens[i]);
}

/* Every character of console-setup 1.221's Uni2-Fixed16, the font of the kiosk, but its blocks, ticks and triangles, which other consoles' fonts
 * lack: first and last of each run. */
static const uint32_t font[][2] = {
    {0x20, 0x7E},     {0xA0, 0x113},    {0x116, 0x127},   {0x12A, 0x12B},   {0x12E, 0x131},   {0x134, 0x137},   {0x139, 0x13E},   {0x141, 0x148},
    {0x14C, 0x14D},   {0x150, 0x165},   {0x16A, 0x17E},   {0x192, 0x192},   {0x218, 0x21B},   {0x384, 0x386},   {0x388, 0x38A},   {0x38C, 0x38C},
    {0x38E, 0x3A1},   {0x3A3, 0x3CE},   {0x400, 0x45F},   {0x490, 0x491},   {0x4AE, 0x4AE},   {0x4D0, 0x4D1},   {0x1E02, 0x1E03}, {0x1E0A, 0x1E0B},
    {0x1E1E, 0x1E1F}, {0x1E40, 0x1E41}, {0x1E56, 0x1E57}, {0x1E60, 0x1E61}, {0x1E6A, 0x1E6B}, {0x1E80, 0x1E85}, {0x1EF2, 0x1EF3}, {0x2500, 0x257F},
};

static bool in_the_font(uint32_t code)
{
    for (size_t i = 0; i < sizeof font / sizeof *font; i++)
        if (code >= font[i][0] && code <= font[i][1])
            return true;
    return code < 0x20;
}

static void expect_only_the_font(struct screen *screen)
{
    size_t length;
    const char *output = screen_output(screen, &length);
    for (size_t at = 0; at < length;) {
        struct utf8_character character = utf8_read(output + at, length - at);
        if (!in_the_font(character.code) || character.broken) {
            screen_show(screen);
            fail_msg("U+%04X is not in the fonts of a console", (unsigned)character.code);
        }
        at += character.length;
    }
}

/* Names in letters that the font has and in others, after what is written with signs that it lacks. */
static const char names[] =
    "catalogue: {title: \"“Lists” – a…\"}\nservices:\n"
    "  - {id: a, name: \"Grŵp Ŷd – “Cylch” y Fenni…\", areas: Falkirk, who: mothers}\n"
    "  - {id: b, name: \"Nhóm mẹ Việt Nam • Hội những bà mẹ\", areas: Falkirk, who: mothers}\n"
    "  - {id: c, name: \"Мамы и малыши, Ґанок, Ўсе\", areas: Falkirk, who: mothers}\n"
    "  - {id: d, name: \"東京 👶👩‍👧 ✓ ▶ ▀▄ ½ ™ ﬁ ĩ ŏ ŧ\", areas: Falkirk, who: mothers}\n"
    "  - {id: e, name: \"مجموعة الأمهات हिंदी\", areas: Falkirk, who: mothers, summary: \"A “group” — for mothers’ babies… £5 · 2–4pm\"}\n";

/* The keys in a walk, then every entry from the first to the last, with all that it says. A walk may lead to the line of the help that quits; then it goes on
 * with a new start. */
static void walk_on_console(const struct screen_setting *setting)
{
    uint32_t keys[KEYS_MOST];
    size_t count = keys_of_the_table(UINT32_MAX, keys);
    uint32_t seed = 20261124;
    char key[KEY_BYTES];
    struct screen *screen = NULL;
    for (int i = 0; i < KEYS; i++) {
        if (!screen) {
            screen = screen_start(setting);
            screen_wait_for(screen, "in the list");
            screen_press(screen, need);
        }
        screen_press(screen, key_bytes_of_the_console(keys[next_of(&seed, count)], key));
        expect_only_the_font(screen);
        if (screen_runs(screen)) {
            screen_check_cursor(screen);
        } else {
            screen_stop(screen);
            screen = NULL;
        }
    }
    if (screen)
        screen_stop(screen);
    screen = screen_start(setting);
    screen_wait_for(screen, "in the list");
    for (int i = 0; i < ENTRIES; i++) {
        screen_press(screen, "\r");
        screen_press(screen, key_bytes_of_the_console(PRESS_END, key));
        screen_press(screen, "\033");
        screen_press(screen, "j");
    }
    expect_only_the_font(screen);
    screen_stop(screen);
}

static void the_console_gets_only_what_its_fonts_have(void **state)
{
    (void)state;
    const char *file = catalogue_file(names);
    walk_on_console(&(struct screen_setting){.rows = 25, .columns = 80, .term = "linux"});
    struct screen_setting with_names = {.rows = 48, .columns = 160, .term = "linux", .arguments = {"--catalogue", file}};
    struct screen *screen = screen_start(&with_names);
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    assert_true(screen_has(screen, "Grŵp Ŷd - \"Cylch\" y Fenni..."));
    assert_true(screen_has(screen, "Nhóm me Viet Nam"));
    screen_stop(screen);
    walk_on_console(&with_names);
}

/* Without a word of UTF-8 in the environment, one that is not installed, or none at all: the words are there, with the same plain characters. */
static void any_locale_will_do(void **state)
{
    (void)state;
    static const struct screen_setting settings[] = {
        {.rows = 24, .columns = 80, .environment = {"LC_ALL", "LC_CTYPE", "LANG=C"}},
        {.rows = 24, .columns = 80, .environment = {"LC_ALL", "LC_CTYPE", "LANG"}},
        {.rows = 24, .columns = 80, .environment = {"LC_ALL=xx_YY"}},
        {.rows = 24, .columns = 80, .environment = {"LC_ALL=POSIX"}},
    };
    enum { LOCALES = sizeof settings / sizeof *settings };
    struct screen *screens[LOCALES];
    for (size_t i = 0; i < LOCALES; i++) {
        screens[i] = screen_start(&settings[i]);
        screen_wait_for(screens[i], "in the list");
        screen_send(screens[i], need);
    }
    screen_settle_all(screens, LOCALES);
    expect_same_words(screens, LOCALES, 24);
    assert_true(screen_has(screens[0], "Aberlour | one-to-one"));
    for (size_t i = 0; i < LOCALES; i++) {
        expect_only_the_font(screens[i]);
        screen_stop(screens[i]);
    }
    /* A locale in UTF-8 that is not installed still says that the terminal knows UTF-8. */
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .environment = {"LC_ALL=xx_YY.UTF-8"}});
    screen_wait_for(screen, "in the list");
    screen_press(screen, need);
    assert_true(screen_has(screen, "Aberlour · one-to-one"));
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_depends_on_colour),
        cmocka_unit_test(the_console_gets_only_what_its_fonts_have),
        cmocka_unit_test(any_locale_will_do),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("looks", tests, NULL, NULL);
}

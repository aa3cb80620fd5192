/* Text from a catalogue: wide, combined and long, or made to do harm. */
#define _GNU_SOURCE /* memmem */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen.h"

static struct screen *open_catalogue(const char *text, int rows, int columns)
{
    struct screen *screen =
        screen_start(&(struct screen_setting){.rows = rows, .columns = columns, .arguments = {"--catalogue", catalogue_file(text)}});
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    return screen;
}

static const char wide_names[] =
    "services:\n"
    "  - id: a\n    name: 東京の母親のための長い長い名前のグループがここにありますそしてまだ続きます\n    areas: Falkirk\n    provider: 母の会\n"
    "  - id: b\n    name: Grŵp Cefnogi Mamau a Babanod y Fenni â'r Cylch ar y Maes yn y Dre\n    areas: Cardiff\n"
    "  - id: c\n    name: \"e\\u0301e\\u0301e\\u0301e\\u0301e\\u0301 Cafe\\u0301 for mothers and babies who meet near the river\"\n    areas: Falkirk\n"
    "  - id: d\n    areas: Falkirk\n"
    "    name: \"\\U0001F469\\u200D\\U0001F467 \\U0001F1EC\\U0001F1E7 \\U0001F469\\U0001F3FD family "
    "\\U0001F469\\u200D\\U0001F469\\u200D\\U0001F467\\u200D\\U0001F466 group "
    "\\U0001F476\\U0001F476\\U0001F476\\U0001F476\\U0001F476\\U0001F476\"\n"
    "  - id: e\n    name: Ząb i Łódź, Gŵyl, Ünïted 母\n    areas: Falkirk\n";

/* In the two columns between parts nothing may stand. */
static void expect_clear_between_parts(struct screen *screen, int rows, const int *columns, size_t count)
{
    for (int row = 3; row < rows - 3; row++)
        for (size_t i = 0; i < count; i++) {
            unsigned cell = screen_cell(screen, row, columns[i]);
            if (cell != 0 && cell != ' ') {
                screen_show(screen);
                fail_msg("row %d: something stands in column %d, between two parts", row, columns[i]);
            }
        }
}

static void wide_and_combined_names_line_up(void **state)
{
    (void)state;
    struct screen *screen = open_catalogue(wide_names, 30, 120);
    static const int between[] = {27, 28, 73, 74};
    for (int i = 0; i < 5; i++) {
        expect_clear_between_parts(screen, 30, between, sizeof between / sizeof *between);
        screen_check_cursor(screen);
        screen_press(screen, KEY_DOWN);
    }
    assert_true(screen_has(screen, "東京の母"));
    assert_true(screen_has(screen, "Grŵp Cefnogi Mamau"));
    assert_true(screen_has(screen, "Café for mothers") || screen_has(screen, "Cafe\314\201 for mothers"));
    assert_true(screen_has(screen, "Ząb i Łódź, Gŵyl, Ünïted 母"));
    screen_stop(screen);
}

static void long_names_end_with_an_ellipsis_at_a_grapheme(void **state)
{
    (void)state;
    struct screen *screen = open_catalogue(wide_names, 12, 40);
    int row;
    int column;
    assert_true(screen_find(screen, "東京", &row, &column));
    const char *line = screen_row(screen, row);
    assert_true(strlen(line) > 3);
    assert_string_equal(line + strlen(line) - 3, "…");
    for (int wide = 40; wide < 60; wide++) {
        screen_resize(screen, 12, wide);
        screen_settle(screen);
        assert_true(screen_find(screen, "東京", &row, &column));
        assert_null(strstr(screen_row(screen, row), "\357\277\275"));
        assert_true(strlen(screen_row(screen, row)) < 200);
    }
    screen_stop(screen);
}

static void plain_screens_get_three_dots(void **state)
{
    (void)state;
    const char *file = catalogue_file(wide_names);
    struct screen *screen =
        screen_start(&(struct screen_setting){.rows = 25, .columns = 60, .term = "linux", .arguments = {"--catalogue", file}});
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    assert_true(screen_has(screen, "..."));
    assert_true(screen_has(screen, "Grŵp"));
    assert_true(screen_has(screen, "ééééé") || screen_has(screen, "éé"));
    assert_true(screen_has(screen, "????"));
    screen_stop(screen);
}

static const char hostile[] =
    "catalogue:\n  title: \"\\e]0;owned\\a\"\n"
    "services:\n"
    "  - id: evil\n"
    "    name: \"Evil\\e[31m red \\e]52;c;ZXZpbA==\\a \\x9b2J \\u202Eright to left\\u202C \\r\\n\\ttab \\x08\\x08\\x7f end\"\n"
    "    provider: \"\\u200B\\uFEFF\\U000E0041zero \\x00 \\u2066 width\"\n"
    "    summary: \"First\\e[2J\\n\\e[H\\eP1$r\\e\\\\ second \\u009d0;t\\u009c third \\uE000 \\u00AD\"\n"
    "    how_to_join: \"\\e]8;;http://evil.example\\e\\\\click\\e]8;;\\e\\\\\"\n"
    "    areas: Falkirk\n"
    "    notes: \"%n%s%s%s \\e[6n\"\n"
    "  - id: good\n    name: Good\n    areas: Falkirk\n";

static void hostile_text_shows_nothing_raw(void **state)
{
    (void)state;
    struct screen *screen = open_catalogue(hostile, 40, 120);
    screen_press(screen, KEY_DOWN KEY_UP "\r" KEY_DOWN KEY_END KEY_HOME KEY_ESCAPE);
    screen_press(screen, KEY_ESCAPE);
    screen_press(screen, "/evil in:Falkirk\r\r");
    static const char *const never[] = {
        "\033]52", "\033]0;", "\033]8", "\033[31m", "\033P", "\033[6n", "\302\233", "\302\235", "\342\200\256",
        "\342\201\246", "\342\200\213", "\357\273\277", "\363\240\201\201", "\356\200\200", "\302\255",
    };
    size_t length;
    const char *output = screen_output(screen, &length);
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (memmem(output, length, never[i], strlen(never[i])))
            fail_msg("something raw came through: number %zu", i);
    assert_false(screen_title_was_set(screen));
    assert_true(screen_has(screen, "Evil"));
    assert_true(screen_has(screen, "URGENT HELP"));
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void what_is_typed_is_as_harmless(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/\033[200~a\342\200\256b\302\233c\357\273\277\342\200\213\033]0;x\007\033[201~");
    size_t length;
    const char *output = screen_output(screen, &length);
    assert_null(memmem(output, length, "\342\200\256", 3));
    assert_null(memmem(output, length, "\302\233", 2));
    assert_null(memmem(output, length, "\033]0", 3));
    assert_false(screen_title_was_set(screen));
    screen_press(screen, "\033[200~");
    for (int i = 0; i < 3000; i++)
        screen_send(screen, "long words ");
    screen_press(screen, "\033[201~");
    assert_true(screen_runs(screen));
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void typing_moves_by_whole_graphemes(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/e\314\201母👩🏽x");
    int row;
    int column;
    int start;
    screen_cursor(screen, &row, &start);
    screen_press(screen, KEY_LEFT);
    screen_cursor(screen, &row, &column);
    assert_int_equal(start - column, 1);
    screen_press(screen, KEY_BACKSPACE KEY_LEFT);
    screen_cursor(screen, &row, &column);
    assert_int_equal(column, 10);
    screen_press(screen, KEY_BACKSPACE);
    screen_cursor(screen, &row, &column);
    assert_int_equal(column, 9);
    assert_true(screen_has(screen, "Search: 母x"));
    screen_stop(screen);
}

static const char bilingual[] =
    "services:\n"
    "  - {id: b, name: Birch group, areas: Falkirk, formats: group, summary: We meet by the river., cost: Free, status: running,\n"
    "     lang: {cy: {name: Gr\u0175p Bedw, summary: Wrth yr afon.}}}\n"
    "  - {id: a, name: Ash group, areas: Falkirk, formats: group, status: running, lang: {cy: {name: Ynn}}}\n";

static void a_service_speaks_the_language_of_the_run(void **state)
{
    (void)state;
    const char *path = catalogue_file(bilingual);
    struct screen *screen = screen_start(
        &(struct screen_setting){.rows = 40, .columns = 120, .arguments = {"--catalogue", path}, .environment = {"LANGUAGE=cy"}});
    screen_wait_for(screen, "Wrth yr afon.");
    screen_settle(screen);
    assert_true(screen_has(screen, "Free"));
    assert_false(screen_has(screen, "Birch"));
    assert_false(screen_has(screen, "river"));
    int welsh;
    int ash;
    int column;
    assert_true(screen_find(screen, "> Gr\u0175p Bedw", &welsh, &column)); /* G, then Y: in the order of the names that are shown */
    assert_true(screen_find(screen, "  Ynn", &ash, &column));
    assert_true(welsh < ash);
    /* Read again while it runs, the list is in the same language. */
    FILE *file = fopen(path, "a");
    assert_non_null(file);
    fputs("  - {id: n, name: New, areas: Falkirk, lang: {cy: {name: Newydd}}}\n", file);
    fclose(file);
    screen_press(screen, "\022");
    screen_wait_for(screen, "Newydd");
    screen_settle(screen);
    assert_false(screen_has(screen, "Birch"));
    screen_press(screen, "river\r");
    screen_wait_for(screen, "Bedw");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wide_and_combined_names_line_up),
        cmocka_unit_test(a_service_speaks_the_language_of_the_run),
        cmocka_unit_test(long_names_end_with_an_ellipsis_at_a_grapheme),
        cmocka_unit_test(plain_screens_get_three_dots),
        cmocka_unit_test(hostile_text_shows_nothing_raw),
        cmocka_unit_test(what_is_typed_is_as_harmless),
        cmocka_unit_test(typing_moves_by_whole_graphemes),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}

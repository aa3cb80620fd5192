/* Widths, cutting and wrapping. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "text/buffer.h"
#include "text/width.h"

static size_t columns_of(const char *text)
{
    return width_columns(text, strlen(text));
}

static void widths_are_those_of_the_c_library(void **state)
{
    (void)state;
    assert_int_equal(columns_of(""), 0);
    assert_int_equal(columns_of("crèche"), 6);
    assert_int_equal(columns_of("cre\u0300che"), 6);
    assert_int_equal(columns_of("ŵŷł"), 3);
    assert_int_equal(columns_of("東京"), 4);
    assert_int_equal(columns_of("\U0001F476"), 2);
    assert_int_equal(columns_of("\x01"), 1);
}

static void expect_fit(const char *text, size_t columns, size_t bytes, size_t used)
{
    size_t found = 99;
    assert_int_equal(width_fit(text, strlen(text), columns, &found), bytes);
    assert_int_equal(found, used);
    assert_int_equal(width_fit(text, strlen(text), columns, NULL), bytes);
}

static void cutting_keeps_graphemes_whole(void **state)
{
    (void)state;
    expect_fit("", 5, 0, 0);
    expect_fit("Stork", 0, 0, 0);
    expect_fit("Stork", 3, 3, 3);
    expect_fit("Stork", 9, 5, 5);
    expect_fit("Café", 4, 5, 4);
    expect_fit("cre\u0300che", 2, 2, 2);
    expect_fit("cre\u0300che", 3, 5, 3);
    expect_fit("東京", 3, 3, 2);
    expect_fit("東京", 1, 0, 0);
    expect_fit("a\U0001F469\u200D\U0001F37Cb", 4, 1, 1); /* the joined two count 4 columns together */
    expect_fit("a\U0001F469\u200D\U0001F37Cb", 5, 12, 5);
    expect_fit("\U0001F1EC\U0001F1E7\U0001F1EB\U0001F1F7", 2, 8, 2); /* two flags */
    struct buffer stacked = {0};
    buffer_add_byte(&stacked, 'o');
    for (int i = 0; i < 100; i++)
        buffer_add_text(&stacked, "\u0301\u0302\u0303");
    buffer_add_text(&stacked, "x");
    expect_fit(buffer_text(&stacked), 1, stacked.length - 1, 1);
    buffer_free(&stacked);
}

/* Wraps the whole text and joins the lines with "|". */
static void expect_wrapped(const char *text, size_t columns, const char *wanted)
{
    struct buffer lines = {0};
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        size_t next = 0;
        size_t line = width_line(text + at, length - at, columns, &next);
        assert_in_range(next, 1, length - at);
        assert_in_range(line, 0, next);
        if (at > 0)
            buffer_add_byte(&lines, '|');
        buffer_add(&lines, text + at, line);
        at += next;
    }
    assert_string_equal(buffer_text(&lines), wanted);
    buffer_free(&lines);
}

static void lines_break_where_they_may(void **state)
{
    (void)state;
    expect_wrapped("A group for mothers", 80, "A group for mothers");
    expect_wrapped("A group for mothers", 19, "A group for mothers");
    expect_wrapped("A group for mothers", 18, "A group for|mothers");
    expect_wrapped("A group for mothers", 7, "A group|for|mothers");
    expect_wrapped("A group for mothers", 8, "A group|for|mothers");
    expect_wrapped("A group  \n\nfor mothers\n", 40, "A group||for mothers");
    expect_wrapped("drop-in café", 6, "drop-|in|café");
    expect_wrapped("breastfeeding", 6, "breast|feedin|g");
    expect_wrapped("to breastfeed", 8, "to|breastfe|ed");
    expect_wrapped("one          two", 5, "one|two");
    expect_wrapped("one          ", 5, "one");
    expect_wrapped("on\u00A0one", 4, "on\u00A0o|ne");
    expect_wrapped("cre\u0300che cre\u0300che", 6, "cre\u0300che|cre\u0300che");
    expect_wrapped("東京東京", 5, "東京|東京");
    expect_wrapped("東京", 1, "東|京"); /* something is always taken */
    expect_wrapped("ab", 0, "a|b");
    size_t next = 9;
    assert_int_equal(width_line("", 0, 10, &next), 0);
    assert_int_equal(next, 0);
}

static void lines_never_exceed_the_columns(void **state)
{
    (void)state;
    const char *text = "Peer support in Llandudno (Tŷ Croeso), with crèche; phone 01632 960 123, "
                       "or https://example.org/a/b-c. Dzień dobry, Łódź! 東京の母 — “drop-in”,\nevery Tuesday 2pm to 6pm…   ";
    size_t length = strlen(text);
    for (size_t columns = 2; columns < 120; columns++) {
        for (size_t at = 0; at < length;) {
            size_t next = 0;
            size_t line = width_line(text + at, length - at, columns, &next);
            assert_true(width_columns(text + at, line) <= columns);
            assert_true(line == 0 || text[at + line - 1] != ' ');
            for (size_t i = at + line; i < at + next; i++)
                assert_true(text[i] == ' ' || text[i] == '\n'); /* nothing is lost between two lines */
            at += next;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_are_those_of_the_c_library),
        cmocka_unit_test(cutting_keeps_graphemes_whole),
        cmocka_unit_test(lines_break_where_they_may),
        cmocka_unit_test(lines_never_exceed_the_columns),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
        puts("Bail out! The locale C.UTF-8 is not here: without it every character is one column.");
        return 1;
    }
    return cmocka_run_group_tests_name("width", tests, NULL, NULL);
}

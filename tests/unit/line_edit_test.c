/* The line to type in: the cursor never stands inside a grapheme, and nothing unsafe or endless gets in. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screen/line_edit.h"
#include "text/utf8.h"
#include "text/width.h"

static void type(struct line_edit *edit, const char *text)
{
    line_edit_insert(edit, text, strlen(text));
}

static void expect(struct line_edit *edit, const char *before, const char *behind)
{
    char whole[256];
    snprintf(whole, sizeof whole, "%s%s", before, behind);
    assert_string_equal(buffer_text(&edit->text), whole);
    assert_int_equal(edit->cursor, strlen(before));
}

static void letters_go_in_and_out(void **state)
{
    (void)state;
    struct line_edit edit = {0};
    assert_false(line_edit_left(&edit));
    assert_false(line_edit_delete_back(&edit));
    assert_false(line_edit_delete_ahead(&edit));
    assert_false(line_edit_delete_word(&edit));
    type(&edit, "falirk");
    for (int i = 0; i < 3; i++)
        assert_true(line_edit_left(&edit));
    type(&edit, "k");
    expect(&edit, "falk", "irk");
    assert_true(line_edit_delete_ahead(&edit));
    expect(&edit, "falk", "rk");
    assert_true(line_edit_delete_back(&edit));
    expect(&edit, "fal", "rk");
    assert_true(line_edit_home(&edit));
    expect(&edit, "", "falrk");
    assert_true(line_edit_end(&edit));
    assert_false(line_edit_right(&edit));
    expect(&edit, "falrk", "");
    line_edit_wipe(&edit);
}

static void words_are_stepped_over_and_taken_out(void **state)
{
    (void)state;
    struct line_edit edit = {0};
    type(&edit, "in:Falkirk  format:group ");
    assert_true(line_edit_word_left(&edit));
    expect(&edit, "in:Falkirk  ", "format:group ");
    assert_true(line_edit_word_left(&edit));
    expect(&edit, "", "in:Falkirk  format:group ");
    assert_true(line_edit_word_right(&edit));
    expect(&edit, "in:Falkirk", "  format:group ");
    assert_true(line_edit_word_right(&edit));
    assert_true(line_edit_delete_word(&edit));
    expect(&edit, "in:Falkirk  ", " ");
    assert_true(line_edit_delete_start(&edit));
    expect(&edit, "", " ");
    type(&edit, "ab");
    line_edit_home(&edit);
    assert_true(line_edit_delete_end(&edit));
    expect(&edit, "", "");
    line_edit_wipe(&edit);
}

static void graphemes_stay_whole(void **state)
{
    (void)state;
    static const char *const graphemes[] = {"e\314\201", "母", "👩🏽", "🇬🇧", "👩‍👩‍👧", "ŵ", "a"};
    struct line_edit edit = {0};
    for (size_t i = 0; i < sizeof graphemes / sizeof *graphemes; i++)
        type(&edit, graphemes[i]);
    for (size_t i = sizeof graphemes / sizeof *graphemes; i-- > 0;) {
        size_t before = edit.cursor;
        assert_true(line_edit_left(&edit));
        assert_int_equal(before - edit.cursor, strlen(graphemes[i]));
    }
    assert_int_equal(edit.cursor, 0);
    for (size_t i = 0; i < sizeof graphemes / sizeof *graphemes; i++) {
        assert_memory_equal(edit.text.bytes, graphemes[i], strlen(graphemes[i]));
        assert_true(line_edit_delete_ahead(&edit));
    }
    assert_int_equal(edit.text.length, 0);
    line_edit_wipe(&edit);
}

static void what_joins_a_letter_takes_the_cursor_along(void **state)
{
    (void)state;
    struct line_edit edit = {0};
    type(&edit, "\314\201x"); /* an accent with no letter before it */
    line_edit_home(&edit);
    type(&edit, "e");
    expect(&edit, "e\314\201", "x");
    line_edit_wipe(&edit);
}

static void what_is_unsafe_is_replaced(void **state)
{
    (void)state;
    struct line_edit edit = {0};
    static const char text[] = "a\033[31m\r\nb\tc\0d\342\200\256\377";
    line_edit_insert(&edit, text, sizeof text - 1);
    assert_string_equal(buffer_text(&edit.text), "a\357\277\275[31m b c\357\277\275d\357\277\275\357\277\275");
    line_edit_wipe(&edit);
}

static void the_line_has_an_end(void **state)
{
    (void)state;
    struct line_edit edit = {0};
    for (int i = 0; i < 500; i++)
        type(&edit, "母é");
    assert_true(edit.text.length <= LINE_EDIT_MOST);
    assert_true(edit.text.length > LINE_EDIT_MOST - 4);
    assert_true(utf8_valid(edit.text.bytes, edit.text.length));
    type(&edit, "xyz");
    assert_true(edit.text.length <= LINE_EDIT_MOST);
    line_edit_wipe(&edit);
}

static void a_part_is_replaced(void **state)
{
    (void)state;
    struct line_edit edit = {0};
    type(&edit, "pregnant:20 in:falk x");
    line_edit_replace(&edit, 12, 19, "in:Falkirk");
    expect(&edit, "pregnant:20 in:Falkirk", " x");
    line_edit_replace(&edit, 0, 1000, "");
    expect(&edit, "", "");
    line_edit_wipe(&edit);
}

static void the_cursor_is_always_in_view(void **state)
{
    (void)state;
    struct line_edit edit = {0};
    type(&edit, "in:\"Scottish Borders\" 東京の母 with:creche e\314\201e\314\201e\314\201 pregnant:20 👩🏽 format:group");
    for (size_t columns = 3; columns < 90; columns++) {
        line_edit_end(&edit);
        do {
            size_t from;
            size_t length;
            size_t cursor;
            line_edit_view(&edit, columns, &from, &length, &cursor);
            assert_true(from <= edit.cursor);
            assert_true(cursor < columns);
            assert_true(width_columns(edit.text.bytes + from, length) < columns);
            assert_int_equal(cursor, width_columns(edit.text.bytes + from, edit.cursor - from));
        } while (line_edit_left(&edit));
        assert_int_equal(edit.cursor, 0);
    }
    line_edit_wipe(&edit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_go_in_and_out),
        cmocka_unit_test(words_are_stepped_over_and_taken_out),
        cmocka_unit_test(graphemes_stay_whole),
        cmocka_unit_test(what_joins_a_letter_takes_the_cursor_along),
        cmocka_unit_test(what_is_unsafe_is_replaced),
        cmocka_unit_test(the_line_has_an_end),
        cmocka_unit_test(a_part_is_replaced),
        cmocka_unit_test(the_cursor_is_always_in_view),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
        puts("Bail out! The locale C.UTF-8 is not here: without it every character is one column.");
        return 1;
    }
    return cmocka_run_group_tests_name("line edit", tests, NULL, NULL);
}

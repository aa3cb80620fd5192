/* Spreadsheets as programs save them and people break them: rows and cells with their places, and what a stray quotation mark costs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "read/csv_rows.h"
#include "reading.h"

/* The rows, one a line, cells between bars; line breaks in them as \n and \r. */
struct received {
    struct buffer text;
    struct problems *problems;
    size_t left_out;
    size_t most; /* stops after so many */
    size_t rows;
    bool places; /* each cell begins with its place */
    bool read;
};

static bool receive(void *data, const struct csv_row *row)
{
    struct received *received = data;
    assert_int_equal(row->number, received->rows);
    for (size_t i = 0; i < row->count; i++) {
        const struct csv_cell *cell = &row->cells[i];
        assert_int_equal(cell->text[cell->length], '\0');
        if (received->places)
            buffer_format(&received->text, "%u:%u ", cell->line, cell->column);
        for (size_t at = 0; at < cell->length; at++) {
            if (cell->text[at] == '\n' || cell->text[at] == '\r')
                buffer_add_text(&received->text, cell->text[at] == '\n' ? "\\n" : "\\r");
            else
                buffer_add_byte(&received->text, cell->text[at]);
        }
        buffer_add_text(&received->text, i + 1 < row->count ? "|" : "\n");
    }
    return ++received->rows != received->most;
}

static void read_bytes(struct received *received, const char *text, size_t length)
{
    char *copy = malloc(length + 1);
    assert_non_null(copy);
    memcpy(copy, text, length);
    copy[length] = '\0';
    received->problems = problems_new();
    received->read = csv_read("file.csv", copy, length, 0, received->problems, receive, received, &received->left_out);
    free(copy);
}

static void received_free(struct received *received)
{
    buffer_free(&received->text);
    problems_free(received->problems);
}

static void assert_rows(const char *text, const char *rows, const char *problems, size_t left_out)
{
    struct received received = {.rows = 0};
    struct buffer found = {0};
    read_bytes(&received, text, strlen(text));
    problems_text(&found, received.problems);
    assert_string_equal(buffer_text(&received.text), rows);
    assert_string_equal(buffer_text(&found), problems);
    assert_int_equal(received.left_out, left_out);
    buffer_free(&found);
    received_free(&received);
}

static void test_line_ends(void **state)
{
    (void)state;
    assert_rows("a,b\n1,2\n3,4\n", "a|b\n1|2\n3|4\n", "", 0);
    assert_rows("a,b\r\n1,2\r\n3,4\r\n", "a|b\n1|2\n3|4\n", "", 0);
    assert_rows("a,b\r1,2\r3,4\r", "a|b\n1|2\n3|4\n", "", 0);
    assert_rows("a,b\n1,2\n3,4", "a|b\n1|2\n3|4\n", "", 0);
    assert_rows("\n\na,b\n\n1,2\n\r\n", "a|b\n1|2\n", "", 0);
}

static void test_quotes(void **state)
{
    (void)state;
    assert_rows("a,b\n\"x, y\",\"say \"\"hello\"\"\"\n", "a|b\nx, y|say \"hello\"\n", "", 0);
    assert_rows("\"a\",\"b\"\n\"one\ntwo\",\"\"\n\"three\r\nfour\",5\n", "a|b\none\\ntwo|\nthree\\r\\nfour|5\n", "", 0);
    assert_rows("a,b\n\"\"\"\",\"\"\"x\"\"\"\n", "a|b\n\"|\"x\"\n", "", 0);
}

static void test_blanks_stay(void **state)
{
    (void)state;
    assert_rows("a,b\n x , \ty\t\n", "a|b\n x | \ty\t\n", "", 0);
}

static void test_empty_rows_are_passed_over(void **state)
{
    (void)state;
    assert_rows("a,b,c\n,,\n1,,3\n\"\",\"\",\"\"\n,2,\n", "a|b|c\n1||3\n|2|\n", "", 0);
}

static void test_separators(void **state)
{
    (void)state;
    assert_rows("a;b\n1,5;2\n", "a|b\n1,5|2\n", "", 0);
    assert_rows("a\tb\n1,5\t2;3\n", "a|b\n1,5|2;3\n", "", 0);
    assert_rows("\"a;x\",b\n1,2;3\n", "a;x|b\n1|2;3\n", "", 0);
    assert_rows("\"a,x\ny,z\";b\n1;2\n", "a,x\\ny,z|b\n1|2\n", "", 0);
    assert_rows("a\n1;2\n", "a\n1;2\n", "", 0);
    assert_int_equal(csv_separator("", 0), ',');
    assert_int_equal(csv_separator("\n\na;b", 5), ';');
}

static void test_places(void **state)
{
    (void)state;
    struct received received = {.places = true};
    static const char text[] = "a,\xC3\xA9,c\r\n"
                               "\"one\r\ntwo \"\"2\"\"\",\"x\",y\r\n"
                               "\r\n"
                               "\xE2\x82\xAC,,z\n";
    read_bytes(&received, text, sizeof text - 1);
    assert_string_equal(buffer_text(&received.text), "1:1 a|1:3 \xC3\xA9|1:5 c\n"
                                                     "2:1 one\\r\\ntwo \"2\"|3:12 x|3:16 y\n"
                                                     "5:1 \xE2\x82\xAC|5:3 |5:4 z\n");
    received_free(&received);
}

static void test_ragged_rows_are_given_out(void **state)
{
    (void)state;
    assert_rows("a,b\n1\n1,2,3\n", "a|b\n1\n1|2|3\n", "", 0);
}

/* The example of libcsv's default mode: there the rest of the file becomes one cell. */
static void test_a_stray_quote_costs_its_row(void **state)
{
    (void)state;
    assert_rows("a,b\n1,\"b\"x\n2,3\n", "a|b\n2|3\n", "2:5 stray-quote\n", 1);
    assert_rows("a,b\n1,5\" pipe\n2,3\n", "a|b\n2|3\n", "2:4 stray-quote\n", 1);
    assert_rows("a,b\n1,\"b\" \n2,3\n", "a|b\n2|3\n", "2:5 stray-quote\n", 1);
    assert_rows("a,b\n\"x\"y\"z\",1\n2,3\n4,\"5\"6\n7,8", "a|b\n2|3\n7|8\n", "2:3 stray-quote\n4:5 stray-quote\n", 2);
    assert_rows("a,b\r\n1,\"b\"x\r\n2,3\r\n", "a|b\n2|3\n", "2:5 stray-quote\n", 1);
    assert_rows("a,b\r1,\"b\"x\r2,3\r", "a|b\n2|3\n", "2:5 stray-quote\n", 1);
}

/* A mark that is never closed takes in rows up to the next mark, or to the end. Those rows are read again. */
static void test_an_open_quote_costs_its_row(void **state)
{
    (void)state;
    assert_rows("a,b\n1,\"open\n2,3\n4,5\n", "a|b\n2|3\n4|5\n", "2:3 stray-quote\n", 1);
    assert_rows("a,b\n1,\"open\n2,3\n4,\"five\"\n6,7\n", "a|b\n2|3\n4|five\n6|7\n", "4:3 stray-quote\n", 1);
    assert_rows("a,b\n1,2\n3,\"", "a|b\n1|2\n", "3:3 stray-quote\n", 1);
    assert_rows("\"a,b\n1,2\n", "1|2\n", "1:1 stray-quote\n", 1);
}

/* What was the inside of a cell must not become an entry of its own. */
static void test_parts_of_a_broken_cell_are_no_rows(void **state)
{
    (void)state;
    assert_rows("a,b,c\n1,\"first line\nsecond \"line\" here\nthird\",x\n2,3,4\n", "a|b|c\n2|3|4\n", "3:8 stray-quote\n4:6 stray-quote\n", 2);
    /* A row that is as long as the first one is most likely a row. */
    assert_rows("a,b,c\n1,\"first\n5,6,7\nthird\"x,y\n2,3,4\n", "a|b|c\n5|6|7\n2|3|4\n", "4:6 stray-quote\n", 1);
    /* Where the mark is never closed, all the rest could be its cell: each row that is left out is told. */
    assert_rows("a,b,c\n1,\"first\nsecond, third\n2,3,4\n", "a|b|c\n2|3|4\n", "2:3 stray-quote\n3:1 stray-quote\n", 2);
}

static void test_rows_too_long(void **state)
{
    (void)state;
    struct buffer text = {0};
    struct received received = {.rows = 0};
    struct buffer found = {0};
    /* A mark that is never closed, in a large file: no more than a part of it is ever gathered, and every row but one is read. */
    buffer_add_text(&text, "a,b\n1,\"open\n");
    enum { ROWS = 400000 };
    for (size_t i = 0; i < ROWS; i++)
        buffer_format(&text, "%zu,x\n", i);
    read_bytes(&received, buffer_text(&text), text.length);
    problems_text(&found, received.problems);
    assert_string_equal(buffer_text(&found), "2:3 stray-quote\n");
    assert_int_equal(received.rows, ROWS + 1);
    received_free(&received);
    buffer_clear(&text);
    buffer_clear(&found);
    /* One endless line. */
    buffer_add_text(&text, "a,b\n1,");
    for (size_t i = 0; i < CSV_ROW_MOST * 3; i++)
        buffer_add_byte(&text, 'x');
    buffer_add_text(&text, "\n2,3\n");
    received = (struct received){.rows = 0};
    read_bytes(&received, buffer_text(&text), text.length);
    problems_text(&found, received.problems);
    assert_string_equal(buffer_text(&found), "2:1 row-too-long\n");
    assert_string_equal(buffer_text(&received.text), "a|b\n2|3\n");
    assert_int_equal(received.left_out, 1);
    received_free(&received);
    buffer_free(&found);
    buffer_free(&text);
}

static void test_windows(void **state)
{
    (void)state;
    assert_rows("a,b\nCaf\xE9,2\n\x93x\x94,\x80\n", "a|b\nCaf\xC3\xA9|2\n\xE2\x80\x9Cx\xE2\x80\x9D|\xE2\x82\xAC\n", "2:4 windows-1252\n", 0);
    /* Bytes that Windows-1252 has no letter for; and lines that are UTF-8 stay as they are. */
    assert_rows("a\n\x81\x8D\nCaf\xC3\xA9 \xE9\n", "a\n\xEF\xBF\xBD\xEF\xBF\xBD\nCaf\xC3\xA9 \xC3\xA9\n", "2:1 windows-1252\n", 0);
    assert_rows("a,b\nCaf\xC3\xA9,2\n", "a|b\nCaf\xC3\xA9|2\n", "", 0);
}

static void test_bytes_that_are_no_text(void **state)
{
    (void)state;
    struct received received = {.rows = 0};
    read_bytes(&received, "a,b\nx\0y,\x1B[31m\n", 15);
    assert_memory_equal(received.text.bytes, "a|b\nx\0y|\x1B[31m\n", 15);
    assert_int_equal(problems_count(received.problems), 0);
    received_free(&received);
}

static void test_nothing(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\n\n\r\n", ",,,\n", "\"\"\n"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct received received = {.rows = 0};
        read_bytes(&received, texts[i], strlen(texts[i]));
        assert_false(received.read);
        assert_int_equal(received.rows, 0);
        received_free(&received);
    }
}

static void test_stops_when_told(void **state)
{
    (void)state;
    struct received received = {.most = 2};
    read_bytes(&received, "a\n1\n2\n3\n", 8);
    assert_false(received.read);
    assert_int_equal(received.rows, 2);
    received_free(&received);
}

/* As many stray marks as rows must not take the square of that: the test would not come to its end. */
static void test_many_mistakes(void **state)
{
    (void)state;
    enum { ROWS = 50000 };
    static const char *const rows[] = {"1,\"x\n", "1,x\"\n", "1,\"x\"y\n", "1,\"\"\"\n", "\"\n", "1,\"x\",\"\n"};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct buffer text = {0};
        struct received received = {.rows = 0};
        buffer_add_text(&text, "a,b\n");
        for (size_t row = 0; row < ROWS; row++)
            buffer_add_text(&text, rows[i]);
        buffer_add_text(&text, "\n8,9\n");
        read_bytes(&received, buffer_text(&text), text.length);
        assert_true(received.rows >= 1);
        assert_true(received.text.length >= 8);
        received_free(&received);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_blanks_stay),
        cmocka_unit_test(test_empty_rows_are_passed_over),
        cmocka_unit_test(test_separators),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_ragged_rows_are_given_out),
        cmocka_unit_test(test_a_stray_quote_costs_its_row),
        cmocka_unit_test(test_an_open_quote_costs_its_row),
        cmocka_unit_test(test_parts_of_a_broken_cell_are_no_rows),
        cmocka_unit_test(test_rows_too_long),
        cmocka_unit_test(test_windows),
        cmocka_unit_test(test_bytes_that_are_no_text),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_stops_when_told),
        cmocka_unit_test(test_many_mistakes),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

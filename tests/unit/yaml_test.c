/* YAML as people write it: what is given out, what is refused by name and where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "yaml_received.h"

static void test_gives_items_and_values(void **state)
{
    (void)state;
    assert_gives("# a catalogue\n"
                 "catalogue: {title: T, checked: 2020}\n"
                 "services:\n"
                 "  - id: a\n"
                 "    name: 'A b'\n"
                 "    areas: [Fife, \"Falkirk\"]\n"
                 "  -\n"
                 "    id: b\n"
                 "    summary: >-\n"
                 "      one\n"
                 "      two\n"
                 "empty: []\n"
                 "nothing:\n"
                 "word: yes\n",
                 "catalogue/0 {title: T, checked: 2020}\n"
                 "services/0 {id: a, name: \"A b\", areas: [Fife, \"Falkirk\"]}\n"
                 "services/1 {id: b, summary: \"one two\"}\n"
                 "nothing/0 \n"
                 "word/0 yes\n",
                 "", 0);
}

static void test_reads_other_layouts(void **state)
{
    (void)state;
    /* A list at the indentation of its key, an indented document, an explicit start and end, flow style, CR LF and CR. */
    assert_gives("s:\n- a: 1\n- a: 2\nt: x\n", "s/0 {a: 1}\ns/1 {a: 2}\nt/0 x\n", "", 0);
    assert_gives("  s:\n    - a: 1\n  t: x\n", "s/0 {a: 1}\nt/0 x\n", "", 0);
    assert_gives("---\ns: [1, 2]\n...\n# end\n...\n", "s/0 1\ns/1 2\n", "", 0);
    assert_gives("{\"s\": [{\"a\": 1}, {\"a\": \"2\"}]}\n", "s/0 {\"a\": 1}\ns/1 {\"a\": \"2\"}\n", "", 0);
    assert_gives("s:\r\n  - a: 1\r\n  - b: >\r\n      x\r\n      y\r\n", "s/0 {a: 1}\ns/1 {b: \"x y\n\"}\n", "", 0);
    assert_gives("s:\r  - a: 1\r  - *x\r  - a: 2\r", "s/0 {a: 1}\ns/1 {a: 2}\n", "3:5 alias\n", 1);
    assert_gives("s: {a: [\n  1,\n  2\n]}\n", "s/0 {a: [1, 2]}\n", "", 0);
}

static bool keep_places(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct buffer *out = data;
    (void)item;
    buffer_format(out, "%u:%u %u:%u", key->line, key->column, value->line, value->column);
    for (size_t i = 0; i < value->count; i++)
        buffer_format(out, " %u:%u", value->items[i].line, value->items[i].column);
    buffer_add_byte(out, '\n');
    return true;
}

static void test_counts_lines_and_characters_from_one(void **state)
{
    (void)state;
    static const char text[] = "# \xC3\xA9\n"
                               "caf\xC3\xA9: \"\xE2\x82\xAC\"\n"
                               "s:\n"
                               "  - \xC3\xA9: x\n"
                               "    b: [y]\n"
                               "  - c: |\n"
                               "\n"
                               "      text\n"
                               "    d: z\n";
    struct problems *problems = problems_new();
    struct buffer out = {0};
    assert_true(yaml_read("file.yaml", text, sizeof text - 1, problems, keep_places, &out));
    /* A text under | begins in the line after. */
    assert_string_equal(buffer_text(&out), "2:1 2:7\n3:1 4:5 4:8 5:8\n3:1 6:5 7:1 9:8\n");
    buffer_free(&out);
    problems_free(problems);
}

static void test_refuses_by_name(void **state)
{
    (void)state;
    static const char sound[] = "s/0 {a: 1}\ns/1 {a: 3}\n";
    static const struct {
        const char *item;
        const char *problem;
    } cases[] = {
        {"  - a: &x 2\n", "3:8 anchor\n"},
        {"  - &x a: 2\n", "3:5 anchor\n"},
        {"  - a: *x\n", "3:8 alias\n"},
        {"  - *x : 2\n", "3:5 alias\n"},
        {"  - a: !!str 2\n", "3:8 tag\n"},
        {"  - a: !!python/object/apply:os.system [x]\n", "3:8 tag\n"},
        {"  - ! a\n", "3:5 tag\n"},
        {"  - <<: {b: 1}\n", "3:5 merge-key\n"},
        {"  - [x]: 2\n", "3:5 key-is-not-text\n"},
        {"  - ? {x: y}\n    : 2\n", "3:7 key-is-not-text\n"},
        {"  - : 2\n", "3:5 yaml-syntax\n"},
        {"  - ?\n    : 2\n", "3:6 key-is-not-text\n"},
        {"  - {a: 1, b: 2, a: 3}\n", "3:18 duplicate-key\n"},
        {"  - a: 1\n    \"a\": 3\n", "4:5 duplicate-key\n"},
        {"  - b: {c: 1, c: 2}\n", "3:15 duplicate-key\n"},
        {"  -\ta: 2\n", "3:4 tab-as-indentation\n"},
        {"  - a: 2\n\tb: 3\n", "4:1 tab-as-indentation\n"},
        {"  - a: \"2\n\tb\"\n", "4:1 tab-as-indentation\n"},
        {"  - a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[2]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n", "3:37 too-deep\n"},
        {"  - @a\n", "3:5 yaml-syntax\n"},
        {"  - a: b: c\n", "3:9 yaml-syntax\n"},
        {"  - a: \"b\"# c\n", "3:11 yaml-syntax\n"},
        {"  - a: [b]# c\n", "3:11 yaml-syntax\n"},
        {"  - a: |# c\n      b\n", "3:9 yaml-syntax\n"},
        {"  - a: [-]\n", "3:9 yaml-syntax\n"},
        {"  - a: [b,\nc]\n", "4:1 yaml-syntax\n"},
        {"  - a: [b\n", "4:3 yaml-syntax\n"},
        {"  - a: {b: c\n", "4:3 yaml-syntax\n"},
        {"  - a: \"b\n    c\"\n", "3:8 yaml-syntax\n"},
        {"  - a: \"\\q\"\n", "3:9 yaml-syntax\n"},
        {"  - a: \"\\xZZ\"\n", "3:11 yaml-syntax\n"},
        {"  - a: \"b\n", "3:8 yaml-syntax\n"},
        {"  - a: 'b\n", "3:8 yaml-syntax\n"},
        {"  - a: 2\n   b: 3\n", "4:4 yaml-syntax\n"},
        {"  - a: 2\n b: 3\n", "4:2 yaml-syntax\n"},
        {"  - a: >\n          \n      b\n", "4:1 yaml-syntax\n"},
        {"  - a\n    b: c\n", "4:6 yaml-syntax\n"},
        {"  - a: - b\n", "3:8 yaml-syntax\n"},
    };
    struct buffer text = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        buffer_clear(&text);
        buffer_format(&text, "s:\n  - a: 1\n%s  - a: 3\n", cases[i].item);
        struct received received = read_bytes(buffer_text(&text), text.length);
        struct buffer found = {0};
        problems_text(&found, received.problems);
        if (strcmp(buffer_text(&found), cases[i].problem) != 0 || strcmp(buffer_text(&received.text), sound) != 0 || received.left_out != 1)
            fail_msg("of\n%sexpected %sfound %sgiven %s%zu left out", cases[i].item, cases[i].problem, buffer_text(&found),
                     buffer_text(&received.text), received.left_out);
        buffer_free(&found);
        received_free(&received);
    }
    buffer_free(&text);
}

static void test_refuses_other_documents(void **state)
{
    (void)state;
    assert_gives("a: 1\n---\nb: 2\n", "a/0 1\n", "2:1 second-document\n", 0);
    assert_gives("a: 1\n...\n---\nb: 2\n", "a/0 1\n", "3:1 second-document\n", 0);
    assert_gives("a: 1\n...\nb: 2\n", "a/0 1\n", "3:1 yaml-syntax\n", 0);
    assert_gives("a: 1\n...\n%YAML 1.2\n---\nb: 2\n", "a/0 1\n", "3:1 directive\n", 0);
    assert_gives("%YAML 1.2\n---\na: 1\n", "", "1:1 directive\n", 0);
    assert_gives("# x\n\n%TAG ! tag:x\n---\na: 1\n", "", "3:1 directive\n", 0);
    assert_gives("a: 1\n%TAG ! tag:x\n", "a/0 1\n", "2:1 directive\n", 0);
    assert_gives("a: 100%\nb: \"\n  %x\n  \"\n", "a/0 100%\nb/0 \" %x \"\n", "", 0);
}

static void test_refuses_other_tops(void **state)
{
    (void)state;
    assert_gives("- a\n- b\n", "", "1:1 not-a-mapping\n", 0);
    assert_gives("some text\n", "", "1:1 not-a-mapping\n", 0);
    assert_gives("\"\"\n", "", "1:1 not-a-mapping\n", 0);
    assert_gives("# nothing\n\n", "", "3:1 empty-file\n", 0);
    assert_gives("---\n", "", "2:1 empty-file\n", 0);
    assert_gives("<html>\n<body class=\"x\">\n", "", "1:1 not-a-mapping\n", 0);
}

static void test_top_keys(void **state)
{
    (void)state;
    assert_gives("a: 1\nb: 2\na: 3\n", "a/0 1\nb/0 2\na/0 3\n", "3:1 duplicate-key\n", 0);
    assert_gives("<<: {a: 1}\nb: 2\n", "b/0 2\n", "1:1 merge-key\n", 0);
    assert_gives("[a]: [1]\nb: 2\n", "b/0 2\n", "1:1 key-is-not-text\n", 0);
    assert_gives("*a : 1\nb: 2\n", "b/0 2\n", "1:1 alias\n", 0);
}

static void test_bytes_that_are_no_text(void **state)
{
    (void)state;
    assert_gives("s:\n  - a: caf\xE9\n  - a: \xE2\x82\n", "s/0 {a: caf\xEF\xBF\xBD}\ns/1 {a: \xEF\xBF\xBD}\n", "2:11 encoding\n", 0);
    assert_gives("a: x\x07y\nb: \x1B[31m\n", "a/0 x\xEF\xBF\xBDy\nb/0 \xEF\xBF\xBD[31m\n", "1:5 control-character\n", 0);
    /* What libyaml counts as a line break and no editor does: the places that follow stay right. */
    assert_gives("a: x\xE2\x80\xA8y\xC2\x85z\nb: *c\n", "a/0 x\xEF\xBF\xBDy\xEF\xBF\xBDz\n", "1:5 control-character\n2:4 alias\n", 0);
    struct received received = read_bytes("a: b\0c\n", 7);
    assert_string_equal(buffer_text(&received.text), "a/0 b\xEF\xBF\xBD""c\n");
    only_problem(received.problems, PROBLEM_WARNING, "control-character");
    received_free(&received);
}

/* Escapes give bytes that the file has not: they come through, with their length, for the catalogue to make safe. */
static void test_escapes_come_through(void **state)
{
    (void)state;
    struct received received = read_bytes("a: \"x\\0y\\e[1m\\u202e\"\n", 21);
    assert_int_equal(received.text.length, strlen("a/0 \"x") + 1 + strlen("y\x1B[1m\xE2\x80\xAE\"\n"));
    assert_memory_equal(received.text.bytes, "a/0 \"x\0y\x1B[1m\xE2\x80\xAE\"\n", received.text.length);
    assert_int_equal(problems_count(received.problems), 0);
    received_free(&received);
}

static void test_stops_when_told(void **state)
{
    (void)state;
    static const char text[] = "s:\n  - 1\n  - 2\n  - 3\n";
    for (size_t most = 1; most <= 3; most++) {
        struct received received = {.problems = problems_new(), .most = most};
        assert_false(yaml_read("file.yaml", text, sizeof text - 1, received.problems, receive, &received));
        assert_int_equal(received.count, most);
        received_free(&received);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gives_items_and_values),
        cmocka_unit_test(test_reads_other_layouts),
        cmocka_unit_test(test_counts_lines_and_characters_from_one),
        cmocka_unit_test(test_refuses_by_name),
        cmocka_unit_test(test_refuses_other_documents),
        cmocka_unit_test(test_refuses_other_tops),
        cmocka_unit_test(test_top_keys),
        cmocka_unit_test(test_bytes_that_are_no_text),
        cmocka_unit_test(test_escapes_come_through),
        cmocka_unit_test(test_stops_when_told),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* YAML as people write it: what is given out, what is refused by name and where, and what a mistake costs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "read/yaml.h"
#include "reading.h"

/* What was received, as text: `key: {a: "b", c: [d]}` one a line; quoted scalars in quotes. */
struct received {
    struct buffer text;
    struct problems *problems;
    size_t left_out;
    size_t most; /* stops after so many */
    size_t count;
    bool understood;
};

static void render(struct buffer *out, const struct yaml_node *node)
{
    if (node->kind == YAML_SCALAR) {
        buffer_add_text(out, node->quoted ? "\"" : "");
        buffer_add(out, node->text, node->length);
        buffer_add_text(out, node->quoted ? "\"" : "");
        return;
    }
    buffer_add_byte(out, node->kind == YAML_LIST ? '[' : '{');
    for (size_t i = 0; i < node->count; i++) {
        buffer_add_text(out, i > 0 ? ", " : "");
        if (node->kind == YAML_MAPPING) {
            render(out, &node->keys[i]);
            buffer_add_text(out, ": ");
        }
        render(out, &node->items[i]);
    }
    buffer_add_byte(out, node->kind == YAML_LIST ? ']' : '}');
}

static bool receive(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct received *received = data;
    buffer_format(&received->text, "%s/%zu ", key->text, item);
    render(&received->text, value);
    buffer_add_byte(&received->text, '\n');
    return ++received->count != received->most;
}

static struct received read_bytes(const char *text, size_t length)
{
    struct received received = {.problems = problems_new()};
    /* A copy of just this size, so that a sanitizer sees one byte too far. */
    char *copy = malloc(length + 1);
    assert_non_null(copy);
    memcpy(copy, text, length);
    copy[length] = '\0';
    received.understood = yaml_read_lists("file.yaml", copy, length, received.problems, NULL, receive, &received, &received.left_out);
    free(copy);
    return received;
}

static void received_free(struct received *received)
{
    buffer_free(&received->text);
    problems_free(received->problems);
}

static void assert_gives(const char *text, const char *given, const char *problems, size_t left_out)
{
    struct received received = read_bytes(text, strlen(text));
    struct buffer found = {0};
    problems_text(&found, received.problems);
    assert_string_equal(buffer_text(&received.text), given);
    assert_string_equal(buffer_text(&found), problems);
    assert_int_equal(received.left_out, left_out);
    buffer_free(&found);
    received_free(&received);
}

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

static void test_a_missing_blank_costs_only_its_own_lines(void **state)
{
    (void)state;
    /* "-a: 2" is no item; the items before and after it are sound. */
    assert_gives("s:\n  - a: 1\n  -a: 2\n    b: 3\n  - a: 4\n", "s/0 {a: 1}\ns/1 {a: 4}\n", "3:3 yaml-syntax\n", 1);
}

static void test_goes_on_after_every_mistake(void **state)
{
    (void)state;
    assert_gives("catalogue:\n"
                 "  title: A: B\n"
                 "services:\n"
                 "- id: \"a\n"
                 "- id: b\n"
                 "- id: 'c'\n"
                 "  @x\n"
                 "- id: d\n"
                 "- {id: e\n"
                 "- id: f\n"
                 "places:\n"
                 "    - name: g\n"
                 "    - name: [h\n"
                 "other: i\n"
                 "broken: @\n"
                 "last: j\n",
                 "services/0 {id: b}\nservices/1 {id: d}\nservices/2 {id: f}\nplaces/0 {name: g}\nother/0 i\nlast/0 j\n",
                 "2:11 yaml-syntax\n4:7 yaml-syntax\n7:3 yaml-syntax\n10:1 yaml-syntax\n14:1 yaml-syntax\n15:9 yaml-syntax\n", 4);
}

/* What follows a broken list must not be taken for its items. */
static void test_keeps_lists_apart(void **state)
{
    (void)state;
    assert_gives("places:\n  - name: \"x\nservices:\n  - id: a\n", "services/0 {id: a}\n", "2:11 yaml-syntax\n", 1);
    assert_gives("places:\n  - name: [x\n# - id: no\nservices:\n  - id: a\n", "services/0 {id: a}\n", "4:1 yaml-syntax\n", 1);
}

/* A line of an entry that lost its indentation looks like a key of the document. */
static void test_a_line_that_lost_its_indentation(void **state)
{
    (void)state;
    static const char *const lists[] = {"services", "places", NULL};
    static const char *const lines[] = {"stage: {from: birth}\n    who: x\n", "areas: Fife\n", "who: x\n    areas: Fife\n", "text:\n    areas: Fife\n",
                                        "name: [x\n", "name: @x\n", "no key\n", "\\ x: {a: b}\n    c: d\n"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct received received = {.problems = problems_new()};
        struct buffer text = {0};
        buffer_format(&text, "services:\n  - id: a\n  - id: b\n%s  - id: c\n  - id: d\nplaces:\n  - name: e\n", lines[i]);
        yaml_read_lists("file.yaml", buffer_text(&text), text.length, received.problems, lists, receive, &received, &received.left_out);
        assert_int_equal(problems_count_level(received.problems, PROBLEM_ERROR), 1);
        const char *first = strstr(buffer_text(&received.text), "services/0 {id: a}\nservices/1 {id: b}\n");
        const char *last = strstr(buffer_text(&received.text), "services/2 {id: d}\nplaces/0 {name: e}\n");
        const char *middle = strstr(buffer_text(&received.text), "services/2 {id: c}\nservices/3 {id: d}\nplaces/0 {name: e}\n");
        if (first == NULL || (last == NULL && middle == NULL))
            fail_msg("of %sgiven %s", lines[i], buffer_text(&received.text));
        buffer_free(&text);
        received_free(&received);
    }
}

static void test_a_text_may_look_like_entries(void **state)
{
    (void)state;
    assert_gives("s:\n  - a: |\n      - not: one\n    b: \"\n      - nor: this\n      \"\n  - *x\n  - a: 2\n",
                 "s/0 {a: \"- not: one\n\", b: \" - nor: this \"}\ns/1 {a: 2}\n", "7:5 alias\n", 1);
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

/* Texts that take a parser minutes (HARDENING.md 2.1) end at once: the test would not come to its end. */
static void test_hostile_depths(void **state)
{
    (void)state;
    enum { LEVELS = 100000 };
    static const struct {
        const char *before;
        const char *level;
        const char *problem;
    } cases[] = {
        {"a: ", "[", "1:35 too-deep\n"},
        {"a: ", "{a: ", "1:128 too-deep\n"},
        {"a: ", "{\"\":[", "1:83 too-deep\n"},
        {"a:\n - ", "- ", "2:64 too-deep\n"},
        {"a:\n ? ", "? ", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer text = {0};
        struct buffer found = {0};
        buffer_add_text(&text, cases[i].before);
        for (size_t level = 0; level < LEVELS; level++)
            buffer_add_text(&text, cases[i].level);
        struct received received = read_bytes(buffer_text(&text), text.length);
        problems_text(&found, received.problems);
        if (cases[i].problem != NULL)
            assert_string_equal(buffer_text(&found), cases[i].problem);
        else
            assert_non_null(strstr(buffer_text(&found), "too-deep"));
        assert_false(received.understood);
        received_free(&received);
        buffer_free(&found);
        buffer_free(&text);
    }
}

static void test_hostile_directives(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_add_text(&text, "a: 1\n...\n");
    for (size_t i = 0; i < 100000; i++)
        buffer_format(&text, "%%TAG !a%zu! tag:x%zu\n", i, i);
    struct received received = read_bytes(buffer_text(&text), text.length);
    only_problem(received.problems, PROBLEM_ERROR, "directive");
    received_free(&received);
    received = read_bytes(buffer_text(&text) + 9, text.length - 9);
    only_problem(received.problems, PROBLEM_ERROR, "directive");
    received_free(&received);
    buffer_free(&text);
}

/* Many keys are compared by sorting, and give what few give. */
static void test_many_keys(void **state)
{
    (void)state;
    enum { KEYS = 50000 };
    struct buffer text = {0};
    buffer_add_text(&text, "s:\n");
    for (size_t i = 0; i < KEYS; i++)
        buffer_format(&text, "%s k%zu: v\n", i == 0 ? " -" : "  ", i);
    buffer_add_text(&text, "   k7: v\n   k4999: v\n   k7: w\n");
    struct received received = read_bytes(buffer_text(&text), text.length);
    struct buffer found = {0};
    problems_sort(received.problems);
    problems_text(&found, received.problems);
    assert_string_equal(buffer_text(&found), "50002:4 duplicate-key\n50003:4 duplicate-key\n50004:4 duplicate-key\n");
    assert_non_null(strstr(problems_at(received.problems, 2)->sentence, "line 9"));
    assert_int_equal(received.left_out, 1);
    buffer_free(&found);
    received_free(&received);
    buffer_free(&text);
}

static void test_many_mistakes(void **state)
{
    (void)state;
    enum { ITEMS = 2000 };
    static const char *const items[] = {"  - a: \"x\n", "  - a: 'x\n", "  - a: [x\n", "  - a: {x\n", "  - @\n", "  - a: b: c\n", "  - &a x\n"};
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
        struct buffer text = {0};
        buffer_add_text(&text, "s:\n");
        for (size_t item = 0; item < ITEMS; item++)
            buffer_add_text(&text, items[i]);
        buffer_add_text(&text, "  - a: sound\n");
        struct received received = read_bytes(buffer_text(&text), text.length);
        assert_int_equal(received.count, 1);
        assert_int_equal(received.left_out, ITEMS);
        assert_string_equal(buffer_text(&received.text), "s/0 {a: sound}\n");
        received_free(&received);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gives_items_and_values),
        cmocka_unit_test(test_reads_other_layouts),
        cmocka_unit_test(test_counts_lines_and_characters_from_one),
        cmocka_unit_test(test_refuses_by_name),
        cmocka_unit_test(test_a_missing_blank_costs_only_its_own_lines),
        cmocka_unit_test(test_goes_on_after_every_mistake),
        cmocka_unit_test(test_keeps_lists_apart),
        cmocka_unit_test(test_a_line_that_lost_its_indentation),
        cmocka_unit_test(test_a_text_may_look_like_entries),
        cmocka_unit_test(test_refuses_other_documents),
        cmocka_unit_test(test_refuses_other_tops),
        cmocka_unit_test(test_top_keys),
        cmocka_unit_test(test_bytes_that_are_no_text),
        cmocka_unit_test(test_escapes_come_through),
        cmocka_unit_test(test_stops_when_told),
        cmocka_unit_test(test_hostile_depths),
        cmocka_unit_test(test_hostile_directives),
        cmocka_unit_test(test_many_keys),
        cmocka_unit_test(test_many_mistakes),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

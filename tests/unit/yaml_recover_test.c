/* YAML that is broken, or means harm: one mistake costs one entry, and no text takes long. */
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
                                        "name: [x\n", "name: @x\n", "\\ x: {a: b}\n    c: d\n"};
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
        cmocka_unit_test(test_a_missing_blank_costs_only_its_own_lines),
        cmocka_unit_test(test_goes_on_after_every_mistake),
        cmocka_unit_test(test_keeps_lists_apart),
        cmocka_unit_test(test_a_line_that_lost_its_indentation),
        cmocka_unit_test(test_a_text_may_look_like_entries),
        cmocka_unit_test(test_hostile_depths),
        cmocka_unit_test(test_hostile_directives),
        cmocka_unit_test(test_many_keys),
        cmocka_unit_test(test_many_mistakes),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Mappings of a catalogue, flattened to fields. */
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

struct flattened {
    struct problems *problems;
    struct buffer text; /* `name line:column = value line:column | …`, with #item where it is not 0 */
};

static bool flatten(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    static const char *const but[] = {"offers", NULL};
    struct flattened *flattened = data;
    struct arena *arena = arena_new();
    (void)key;
    (void)item;
    struct entry entry = yaml_entry(arena, "file.yaml", value, but, flattened->problems);
    for (size_t i = 0; i < entry.count; i++) {
        const struct entry_field *field = &entry.fields[i];
        buffer_add(&flattened->text, field->name, field->name_length);
        buffer_format(&flattened->text, " %u:%u =", field->line, field->column);
        for (size_t at = 0; at < field->count; at++) {
            const struct entry_value *one = &field->values[at];
            buffer_format(&flattened->text, "%s %s %u:%u", at > 0 ? " |" : "", one->text, one->line, one->column);
            assert_int_equal(strlen(one->text), one->length);
            if (one->item > 0)
                buffer_format(&flattened->text, " #%u", one->item);
        }
        buffer_add_byte(&flattened->text, '\n');
    }
    arena_free(arena);
    return true;
}

static void assert_flat(const char *yaml, const char *fields, const char *problems)
{
    struct flattened flattened = {.problems = problems_new()};
    struct buffer found = {0};
    assert_true(yaml_read("file.yaml", yaml, strlen(yaml), flattened.problems, flatten, &flattened));
    problems_text(&found, flattened.problems);
    assert_string_equal(buffer_text(&flattened.text), fields);
    assert_string_equal(buffer_text(&found), problems);
    buffer_free(&found);
    buffer_free(&flattened.text);
    problems_free(flattened.problems);
}

static void test_texts_and_lists(void **state)
{
    (void)state;
    assert_flat("s:\n  - id: a\n    areas: [Fife, Falkirk]\n    with:\n      - creche\n    offers: [{id: b}]\n    unheard_of: x\n",
                "id 2:5 = a 2:9\nareas 3:5 = Fife 3:13 | Falkirk 3:19\nwith 4:5 = creche 5:9\nunheard_of 7:5 = x 7:17\n", "");
}

static void test_what_is_left_out(void **state)
{
    (void)state;
    /* Nothing, ~ and null are silence; quotes and an empty list say something. */
    assert_flat("s:\n  - a:\n    b: ~\n    c: null\n    d: \"\"\n    e: []\n    f: [x, ~, \"null\"]\n",
                "d 5:5 =  5:8\ne 6:5 =\nf 7:5 = x 7:9 | null 7:15\n", "");
}

static void test_groups_of_fields(void **state)
{
    (void)state;
    assert_flat("s:\n  - stage: {from: birth, to: 2 years}\n    stage_maybe: {to: 3 years}\n    parent_age: {from: 16}\n    group_size: {to: 8}\n",
                "stage_from 2:13 = birth 2:19\nstage_to 2:26 = 2 years 2:30\nstage_maybe_to 3:19 = 3 years 3:23\n"
                "parent_age_from 4:18 = 16 4:24\ngroup_size_to 5:18 = 8 5:22\n",
                "");
    assert_flat("s:\n  - contact: {phone: 1, web: w, fax: 2}\n    lang:\n      cy: {summary: c, name: n}\n",
                "phone 2:15 = 1 2:22\nweb 2:25 = w 2:30\ncontact_fax 2:33 = 2 2:38\nlang_cy_summary 4:12 = c 4:21\nlang_cy_name 4:24 = n 4:30\n", "");
    /* The flat names of a spreadsheet are good names here too. */
    assert_flat("s: {stage_from: birth, phone: 1}\n", "stage_from 1:5 = birth 1:17\nphone 1:24 = 1 1:31\n", "");
}

static void test_meetings(void **state)
{
    (void)state;
    assert_flat("s:\n  - meets:\n      - place: Oban\n        hidden: yes\n      - postcode: FK1 1AA\n        place: Falkirk\n        planet: x\n",
                "meets_planet 7:9 =\nmeets_place 3:9 = Oban 3:16 | Falkirk 6:16 #1\nmeets_postcode 5:9 = FK1 1AA 5:19 #1\nmeets_hidden 4:9 = yes 4:17\n",
                "");
    assert_flat("s: {meets: {place: Oban}}\n", "meets_place 1:13 = Oban 1:20\n", "");
    assert_flat("s: {meets: Oban}\n", "meets 1:5 = Oban 1:12\n", "");
    assert_flat("s: {meets: [Oban, {place: Leith}]}\n", "meets_place 1:13 = Oban 1:13 | Leith 1:27 #1\n", "");
    assert_flat("s: {meets: [Oban, [Leith]]}\n", "meets 1:5 = Oban 1:13\n", "1:19 nested-value\n");
    assert_flat("s: {meets: [{place: [Leith]}, [x], {place: x}]}\n", "meets_place 1:37 = x 1:44 #2\n", "1:21 nested-value\n1:31 nested-value\n");
}

static void test_what_is_nested_wrongly(void **state)
{
    (void)state;
    assert_flat("s: {name: {x: 1}, id: a}\n", "id 1:19 = a 1:23\n", "1:11 nested-value\n");
    assert_flat("s: {areas: [Fife, [Leith], {x: 1}]}\n", "areas 1:5 = Fife 1:13\n", "1:19 nested-value\n1:28 nested-value\n");
    assert_flat("s: {stage: birth, contact: [1], lang: cy}\n", "", "1:12 not-a-mapping\n1:28 not-a-mapping\n1:39 not-a-mapping\n");
    assert_flat("s: {stage: {from: {x: 1}}}\n", "", "1:19 nested-value\n");
    assert_flat("s: {stage: , contact: ~}\n", "", "");
    assert_flat("s: {lang: {cy: Helo}}\n", "", "1:16 not-a-mapping\n");
    assert_flat("s: {unheard_of: {x: 1}}\n", "", "1:17 nested-value\n");
    assert_flat("s: {stages: {from: birth}}\n", "", "1:5 unknown-field\n");
}

static void test_own_fields(void **state)
{
    (void)state;
    assert_flat("s: {x_one: a, x_list: [a, b], x_in: {c: d}}\n", "x_one 1:5 = a 1:12\nx_list 1:15 = a 1:24 | b 1:27\nx_in_c 1:38 = d 1:41\n", "");
}

static void test_lines_of_a_text(void **state)
{
    (void)state;
    assert_flat("s:\n  - when: |\n      every Tuesday\n      every Friday\n", "when 2:5 = every Tuesday\nevery Friday\n 3:7\n", "");
}

static void test_under(void **state)
{
    (void)state;
    const struct yaml_node keys[2] = {{.text = "a", .length = 1}, {.text = "b\0c", .length = 3}};
    const struct yaml_node items[2] = {{.text = "1", .length = 1}, {.text = "2", .length = 1}};
    const struct yaml_node mapping = {.kind = YAML_MAPPING, .keys = keys, .items = items, .count = 2};
    assert_ptr_equal(yaml_under(&mapping, "a"), &items[0]);
    assert_null(yaml_under(&mapping, "b"));
    assert_null(yaml_under(&items[0], "a"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_and_lists),
        cmocka_unit_test(test_what_is_left_out),
        cmocka_unit_test(test_groups_of_fields),
        cmocka_unit_test(test_meetings),
        cmocka_unit_test(test_what_is_nested_wrongly),
        cmocka_unit_test(test_own_fields),
        cmocka_unit_test(test_lines_of_a_text),
        cmocka_unit_test(test_under),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Catalogues that mean harm, or that a machine wrote badly: nothing unsafe comes through, nothing is cut off silently, nothing breaks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "entries.h"
#include "text/safe.h"
#include "text/utf8.h"

static void assert_safe(const char *text)
{
    if (text == NULL)
        return;
    struct buffer again = {0};
    assert_true(utf8_valid(text, strlen(text)));
    assert_int_equal(safe_text(&again, text, strlen(text), true), 0);
    assert_string_equal(buffer_text(&again), text);
    buffer_free(&again);
}

static void assert_offer_safe(const struct offer *offer)
{
    assert_safe(offer->id);
    for (uint32_t i = 0; i < offer->text_count; i++)
        assert_safe(offer->texts[i].text);
    for (uint32_t i = 0; i < offer->extra_count; i++) {
        assert_safe(offer->extras[i].name);
        assert_safe(offer->extras[i].text);
    }
    for (uint32_t i = 0; i < offer->session_count; i++) {
        assert_safe(offer->sessions[i].words);
        assert_safe(offer->sessions[i].place);
    }
    for (uint32_t i = 0; i < offer->meeting_count; i++) {
        assert_safe(offer->meetings[i].place);
        assert_safe(offer->meetings[i].address);
        assert_safe(offer->meetings[i].postcode);
    }
}

static void assert_all_safe(const struct bench *bench)
{
    const struct catalogue *catalogue = bench->catalogue;
    assert_safe(catalogue->title);
    for (size_t i = 0; i < catalogue->offer_count; i++)
        assert_offer_safe(&catalogue->offers[i]);
    for (size_t i = 0; i < catalogue->service_count; i++)
        assert_safe(catalogue->services[i].name);
    for (size_t i = 0; i < problems_count(bench->problems); i++)
        assert_safe(problems_at(bench->problems, i)->sentence);
}

static struct entry_field field_of(const char *name, size_t name_length, struct entry_value *values, size_t count)
{
    return (struct entry_field){.name = name, .name_length = name_length, .line = 9, .column = 1, .values = values, .count = count};
}

static struct entry_value value_of(const char *text, size_t length)
{
    return (struct entry_value){.text = text, .length = length, .line = 9, .column = 7};
}

static const struct {
    const char *text;
    size_t length;
} hostile[] = {
    {"a\0b", 3}, {"a\x1B[31mb", 7}, {"a\xC2\x9B""31mb", 7}, {"a\x7F", 2}, {"a\xE2\x80\xAE""b", 5}, {"a\xFF\xFE", 3},
    {"a\xE2\x80", 3}, {"a\xC0\x80", 3}, {"a\xED\xA0\x80", 4}, {"a\xE2\x80\x8B""b", 5}, {"a\xF3\xA0\x81\x81", 5}, {"a\xEE\x80\x80", 4},
};

static void hostile_bytes_are_shown_as_a_mark_and_told(void **state)
{
    (void)state;
    for (size_t field = 0; field < FIELD_TEXT_COUNT; field++) {
        for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
            struct bench bench = bench_new();
            struct entry_value id = value_of("a", 1);
            struct entry_value name = value_of("A", 1);
            struct entry_value bad = value_of(hostile[i].text, hostile[i].length);
            const char *own = field_table[field].name;
            struct entry_field fields[] = {field_of("id", 2, &id, 1), field_of(own, strlen(own), &bad, 1), field_of("name", 4, &name, 1)};
            struct entry entry = {"a.yaml", 9, 1, fields, field == FIELD_NAME ? 2 : 3};
            assert_true(catalogue_builder_service(bench.builder, &entry, NULL, 0));
            bench_finish(&bench);
            assert_all_safe(&bench);
            assert_non_null(strstr(offer_text(offer_at(&bench, "a"), (enum field)field), "\xEF\xBF\xBD"));
            assert_int_equal(problems_count(bench.problems), 1);
            assert_string_equal(problems_at(bench.problems, 0)->name, "unsafe-text");
            assert_int_equal(problems_at(bench.problems, 0)->level, PROBLEM_WARNING);
            assert_int_equal(problems_at(bench.problems, 0)->where.column, 7);
            bench_free(&bench);
        }
    }
}

static void hostile_names_of_fields_are_told_safely(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        struct bench bench = bench_new();
        struct buffer own = {0};
        buffer_add_text(&own, "x_");
        buffer_add(&own, hostile[i].text, hostile[i].length);
        struct entry_value id = value_of("a", 1);
        struct entry_value bad = value_of(hostile[i].text, hostile[i].length);
        struct entry_field fields[] = {field_of("id", 2, &id, 1), field_of("name", 4, &id, 1), field_of(hostile[i].text, hostile[i].length, &bad, 1),
                                       field_of(own.bytes, own.length, &bad, 1), field_of("meets_place", 11, &bad, 1), field_of("when", 4, &bad, 1)};
        struct entry entry = {"\x1B[2J.yaml", 9, 1, fields, 6};
        assert_true(catalogue_builder_service(bench.builder, &entry, NULL, 0));
        bench_finish(&bench);
        assert_all_safe(&bench);
        assert_non_null(problem_named(&bench, "unknown-field"));
        assert_int_equal(offer_at(&bench, "a")->extra_count, 1);
        buffer_free(&own);
        bench_free(&bench);
    }
}

/* A service with 10,000 values in one field. */
static void add_many(struct bench *bench, const char *field, const char *text)
{
    enum { MANY = 10000 };
    struct entry_value *values = calloc(MANY, sizeof *values);
    struct entry_value id = value_of("a", 1);
    for (uint32_t i = 0; i < MANY; i++) {
        values[i] = value_of(text, strlen(text));
        values[i].item = i;
    }
    struct entry_field fields[] = {field_of("id", 2, &id, 1), field_of("name", 4, &id, 1), field_of(field, strlen(field), values, MANY)};
    struct entry entry = {"a.yaml", 9, 1, fields, 3};
    assert_false(catalogue_builder_service(bench->builder, &entry, NULL, 0));
    free(values);
}

static void lists_end_at_a_thousand_values(void **state)
{
    (void)state;
    static const struct {
        const char *field;
        const char *value;
    } cases[] = {{"areas", "Fife"}, {"areas", "Atlantis"}, {"with", "creche"}, {"when", "every Tuesday 10am"}, {"meets_place", "Hall"},
                 {"summary", "word"}, {"x_own", "word"}, {"areas", "Fife;Falkirk"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bench bench = bench_new();
        add_many(&bench, cases[i].field, cases[i].value);
        bench_finish(&bench);
        assert_int_equal(problems_count(bench.problems), 1);
        assert_string_equal(problems_at(bench.problems, 0)->name, "too-long");
        assert_int_equal(problems_at(bench.problems, 0)->level, PROBLEM_ERROR);
        assert_int_equal(bench.catalogue->left_out, 1);
        bench_free(&bench);
    }
}

static void texts_end_at_twenty_thousand_bytes(void **state)
{
    (void)state;
    enum { MOST = 20000 };
    char *text = calloc(MOST + 1, 1);
    memset(text, 'a', MOST + 1);
    static const char *const names[] = {"summary", "name", "x_own", "meets_address", "when"};
    for (size_t i = 0; i < 2 * sizeof names / sizeof names[0]; i++) {
        struct bench bench = bench_new();
        bool fits = i % 2 == 0;
        struct entry_value id = value_of("a", 1);
        struct entry_value value = value_of(text, fits ? MOST : MOST + 1);
        struct entry_field fields[] = {field_of("id", 2, &id, 1), field_of(names[i / 2], strlen(names[i / 2]), &value, 1), field_of("name", 4, &id, 1)};
        struct entry entry = {"a.yaml", 9, 1, fields, i / 2 == 1 ? 2 : 3};
        bool added = catalogue_builder_service(bench.builder, &entry, NULL, 0);
        bench_finish(&bench);
        if (added != fits)
            fail_msg("%s, %zu problems, %s", names[i / 2], problems_count(bench.problems), problems_count(bench.problems) > 0 ? problems_at(bench.problems, 0)->sentence : "");
        assert_int_equal(problem_named(&bench, "too-long") == NULL, fits);
        assert_int_equal(bench.catalogue->left_out, !fits);
        bench_free(&bench);
    }
    free(text);
}

static void own_fields_end_at_a_thousand(void **state)
{
    (void)state;
    enum { MANY = 1100 };
    struct bench bench = bench_new();
    struct entry_field *fields = calloc(MANY + 2, sizeof *fields);
    struct entry_value id = value_of("a", 1);
    fields[0] = field_of("id", 2, &id, 1);
    fields[1] = field_of("name", 4, &id, 1);
    for (size_t i = 0; i < MANY; i++) {
        char name[20];
        int length = snprintf(name, sizeof name, "x_%zu", i);
        fields[i + 2] = field_of(arena_copy(bench.arena, name, (size_t)length), (size_t)length, &id, 1);
    }
    struct entry entry = {"a.yaml", 9, 1, fields, MANY + 2};
    assert_false(catalogue_builder_service(bench.builder, &entry, NULL, 0));
    bench_finish(&bench);
    assert_string_equal(problems_at(bench.problems, 0)->name, "too-long");
    free(fields);
    bench_free(&bench);
}

/* xorshift32 (Marsaglia 2003): the same rubbish every time. */
static uint32_t rubbish(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static struct entry_value rubbish_value(struct arena *arena, uint32_t *seed)
{
    static const char *const pieces[] = {"every ", "Tuesday", " 10:00", "-", "; ", "except ", "2026", "-02-29", "not stated", "none", "Fife", "creche",
                                         " to ", "32 weeks", "pregnant", "\n", "PA1 1JG", "yes", "first ", "of the month", ",", "at ", "\xC2\xA0", "12", "x_"};
    struct buffer text = {0};
    size_t count = rubbish(seed) % 9;
    for (size_t i = 0; i < count; i++) {
        if (rubbish(seed) % 4 == 0)
            buffer_add_byte(&text, (char)rubbish(seed));
        else
            buffer_add_text(&text, pieces[rubbish(seed) % (sizeof pieces / sizeof pieces[0])]);
    }
    struct entry_value value = value_of(arena_copy(arena, buffer_text(&text), text.length), text.length);
    value.item = rubbish(seed) % 5;
    buffer_free(&text);
    return value;
}

static struct entry rubbish_entry(struct arena *arena, uint32_t *seed, const char *id_field, const char *id)
{
    size_t count = 2 + rubbish(seed) % 12;
    struct entry_field *fields = arena_get(arena, count, sizeof *fields);
    struct entry_value *first = arena_get(arena, 1, sizeof *first);
    *first = value_of(id, strlen(id));
    fields[0] = field_of(id_field, strlen(id_field), first, 1);
    fields[1] = field_of("name", 4, first, 1);
    for (size_t i = 2; i < count; i++) {
        const char *name = field_table[rubbish(seed) % FIELD_COUNT].name;
        size_t values = rubbish(seed) % 4;
        struct entry_value *some = arena_get(arena, values + 1, sizeof *some);
        for (size_t j = 0; j < values; j++)
            some[j] = rubbish_value(arena, seed);
        fields[i] = field_of(name, strlen(name), some, values);
    }
    return (struct entry){"a.yaml", 9, 1, fields, count};
}

static void rubbish_does_no_harm(void **state)
{
    (void)state;
    uint32_t seed = 20261124;
    for (size_t round = 0; round < 20; round++) {
        struct bench bench = bench_new();
        size_t added = 0;
        for (size_t i = 0; i < 200; i++) {
            char id[12];
            snprintf(id, sizeof id, "s%zu", i / 3 % 40);
            bool row = i / 3 % 2 == 0;
            struct entry entry = rubbish_entry(bench.arena, &seed, row ? "service" : "id", id);
            if (row)
                added += catalogue_builder_row(bench.builder, &entry);
            else
                added += catalogue_builder_service(bench.builder, &entry, NULL, 0);
        }
        bench_finish(&bench);
        assert_int_equal(bench.catalogue->offer_count, added);
        assert_int_equal(bench.catalogue->left_out, 200 - added);
        assert_true(added > 0 && added < 200);
        assert_all_safe(&bench);
        bench_free(&bench);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_bytes_are_shown_as_a_mark_and_told),
        cmocka_unit_test(hostile_names_of_fields_are_told_safely),
        cmocka_unit_test(lists_end_at_a_thousand_values),
        cmocka_unit_test(texts_end_at_twenty_thousand_bytes),
        cmocka_unit_test(own_fields_end_at_a_thousand),
        cmocka_unit_test(rubbish_does_no_harm),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("builder, hostile", tests, NULL, NULL);
}

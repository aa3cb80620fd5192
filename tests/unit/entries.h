/* Entries for tests of the builder, written as lines `field=value|value`. The line of a field in the text is its line in the file, and
 * columns count as in an editor, so that the places of problems can be told. */
#ifndef TESTS_ENTRIES_H
#define TESTS_ENTRIES_H

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "catalogue/catalogue.h"
#include "catalogue/entry.h"
#include "text/arena.h"

/* A builder with a few places and words, and what it tells. */
struct bench {
    struct arena *arena; /* of the entries */
    struct problems *problems;
    struct catalogue_builder *builder;
    struct catalogue *catalogue;
};

static inline void add_place(struct gazetteer *gazetteer, const char *name, enum place_kind kind, const char *inside)
{
    struct place_entry entry = {.name = name, .kind = kind, .centre = {56, -3}, .inside = &inside, .inside_count = inside != NULL};
    gazetteer_add(gazetteer, &entry);
}

static inline struct gazetteer *few_places(void)
{
    struct gazetteer *gazetteer = gazetteer_new();
    add_place(gazetteer, "United Kingdom", PLACE_COUNTRY, NULL);
    add_place(gazetteer, "Scotland", PLACE_NATION, "United Kingdom");
    add_place(gazetteer, "Northern Ireland", PLACE_NATION, "United Kingdom");
    add_place(gazetteer, "Fife", PLACE_COUNCIL, "Scotland");
    add_place(gazetteer, "Falkirk", PLACE_COUNCIL, "Scotland");
    add_place(gazetteer, "Renfrewshire", PLACE_COUNCIL, "Scotland");
    add_place(gazetteer, "Scottish Borders", PLACE_COUNCIL, "Scotland");
    add_place(gazetteer, "Paisley", PLACE_LOCALITY, "Renfrewshire");
    add_place(gazetteer, "Armagh City, Banbridge and Craigavon", PLACE_COUNCIL, "Northern Ireland");
    gazetteer_finish(gazetteer);
    gazetteer_add_outcode(gazetteer, "PA1", "Renfrewshire", (struct point){55.85, -4.42});
    return gazetteer;
}

static inline struct vocabulary *few_words(void)
{
    static const struct {
        enum vocabulary_list list;
        const char *id;
    } words[] = {{LIST_FORMATS, "group"}, {LIST_FORMATS, "one-to-one"}, {LIST_FORMATS, "online"}, {LIST_FORMATS, "phone"},
                 {LIST_WITH, "creche"}, {LIST_WITH, "transport"}, {LIST_WITH, "drop-in"}, {LIST_FOR, "refugees"},
                 {LIST_ABOUT, "anxiety"}, {LIST_ABOUT, "low-mood"}, {LIST_LANGUAGES, "urdu"}, {LIST_LANGUAGES, "welsh"},
                 {LIST_REFERRAL, "self"}, {LIST_REFERRAL, "professional"}};
    struct vocabulary *vocabulary = vocabulary_new();
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        vocabulary_add(vocabulary, &(struct term){.list = words[i].list, .id = words[i].id, .label = words[i].id});
    return vocabulary;
}

static inline struct bench bench_new(void)
{
    struct bench bench = {.arena = arena_new(), .problems = problems_new()};
    bench.builder = catalogue_builder_new(few_places(), few_words(), NULL, bench.problems);
    return bench;
}

static inline struct catalogue *bench_finish(struct bench *bench)
{
    bench->catalogue = catalogue_builder_finish(bench->builder);
    bench->builder = NULL;
    return bench->catalogue;
}

static inline void bench_free(struct bench *bench)
{
    if (bench->builder != NULL)
        bench_finish(bench);
    catalogue_free(bench->catalogue);
    problems_free(bench->problems);
    arena_free(bench->arena);
}

/* One line `field=value|value` of the text. */
static inline struct entry_field read_field_line(struct arena *arena, const char *line, size_t length, uint32_t number)
{
    const char *equals = memchr(line, '=', length);
    size_t name_length = (size_t)(equals - line);
    struct entry_value *values = arena_get(arena, length + 1, sizeof *values);
    struct entry_field field = {.name = arena_copy(arena, line, name_length), .name_length = name_length, .line = number, .column = 1, .values = values};
    for (size_t at = name_length + 1; at <= length;) {
        const char *bar = memchr(line + at, '|', length - at);
        size_t end = bar != NULL ? (size_t)(bar - line) : length;
        values[field.count] = (struct entry_value){.text = arena_copy(arena, line + at, end - at), .length = end - at, .line = number,
                                                   .column = (uint32_t)at + 1, .item = (uint32_t)field.count};
        field.count++;
        at = end + 1;
    }
    return field;
}

static inline struct entry entry_of(struct arena *arena, const char *file, uint32_t line, const char *text)
{
    struct entry_field *fields = arena_get(arena, strlen(text) + 1, sizeof *fields);
    struct entry entry = {.file = file, .line = line, .column = 1, .fields = fields};
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        fields[entry.count++] = read_field_line(arena, text, length, line++);
        text += length + (text[length] == '\n' ? 1 : 0);
    }
    return entry;
}

/* A service of a YAML file with its offers (up to four, NULL for none), 100 lines apart. */
static inline bool add_service(struct bench *bench, const char *service, const char *one, const char *two)
{
    struct entry entry = entry_of(bench->arena, "a.yaml", 1, service);
    struct entry offers[2];
    size_t count = 0;
    if (one != NULL)
        offers[count++] = entry_of(bench->arena, "a.yaml", 101, one);
    if (two != NULL)
        offers[count++] = entry_of(bench->arena, "a.yaml", 201, two);
    return catalogue_builder_service(bench->builder, &entry, offers, count);
}

static inline bool add_row(struct bench *bench, uint32_t line, const char *row)
{
    struct entry entry = entry_of(bench->arena, "a.csv", line, row);
    return catalogue_builder_row(bench->builder, &entry);
}

/* The first problem of that name, or NULL. */
static inline const struct problem *problem_named(const struct bench *bench, const char *name)
{
    for (size_t i = 0; i < problems_count(bench->problems); i++) {
        if (strcmp(problems_at(bench->problems, i)->name, name) == 0)
            return problems_at(bench->problems, i);
    }
    return NULL;
}

static inline const struct offer *offer_at(const struct bench *bench, const char *id)
{
    size_t index = catalogue_find(bench->catalogue, id);
    return index != OFFER_NONE ? &bench->catalogue->offers[index] : NULL;
}

#endif

/* Reading a mapping file. */
#include "read/mapping.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/field.h"
#include "catalogue/words.h"
#include "read/mapping_parts.h"
#include "read/mapping_words.h"
#include "read/yaml.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/memory.h"

struct reading {
    struct mapping *mapping;
    struct problems *problems;
};

const struct mapping_pair *mapping_pair_of(const struct mapping_pairs *pairs, const char *field, const char *theirs)
{
    for (size_t i = 0; i < pairs->count; i++)
        if ((field == NULL || strcmp(pairs->items[i].field, field) == 0) && strcmp(pairs->items[i].theirs, theirs) == 0)
            return &pairs->items[i];
    return NULL;
}

static struct position at(const struct reading *reading, const struct yaml_node *node)
{
    return (struct position){.file = reading->mapping->file, .line = node->line, .column = node->column};
}

static const char *folded(struct arena *arena, const struct yaml_node *node)
{
    struct buffer text = {0};
    fold_words(&text, node->text, node->length);
    const char *copy = arena_copy(arena, buffer_text(&text), text.length);
    buffer_free(&text);
    return copy;
}

static void add(struct reading *reading, struct mapping_pairs *pairs, struct mapping_pair pair, const struct yaml_node *where)
{
    pair.line = where->line;
    pair.column = where->column;
    if (mapping_pair_of(pairs, pair.field, pair.theirs) != NULL) {
        problems_add(reading->problems, PROBLEM_WARNING, "mapped-twice", at(reading, where), WORDS_MAPPED_TWICE, pair.shown);
        return;
    }
    pairs->items = memory_room(pairs->items, pairs->count, &pairs->room, sizeof *pairs->items);
    pairs->items[pairs->count++] = pair;
}

/* The name of a field or a column of ours, or NULL after the problem that there is none. */
static const char *our_field(struct reading *reading, const struct yaml_node *node)
{
    static const char *const columns[] = {"service", "offer", "offer_name", "meets", NULL};
    struct found found = {.text = node->text, .length = node->length, .where = at(reading, node)};
    if (node->kind == YAML_SCALAR) {
        enum field field = field_named(node->text, node->length);
        if (field != FIELD_COUNT && field != FIELD_ID)
            return field_table[field].name;
        for (const char *const *name = columns; *name != NULL; name++)
            if (strcmp(*name, node->text) == 0)
                return *name;
        if (node->length > 2 && (memcmp(node->text, "x_", 2) == 0 || (node->length > 5 && memcmp(node->text, "lang_", 5) == 0)))
            return arena_copy(reading->mapping->arena, node->text, node->length);
    }
    enum field near = node->kind == YAML_SCALAR ? field_near(node->text, node->length) : FIELD_COUNT;
    bool id = node->kind == YAML_SCALAR && node->length == 2 && memcmp(node->text, "id", 2) == 0;
    report_unknown_field(reading->problems, found, id || near == FIELD_ID ? "service" : near != FIELD_COUNT ? field_table[near].name : NULL);
    return NULL;
}

static bool is_mapping(struct reading *reading, const struct yaml_node *key, const struct yaml_node *value)
{
    if (value->kind == YAML_MAPPING)
        return true;
    problems_add(reading->problems, PROBLEM_ERROR, "not-a-mapping", at(reading, key), WORDS_MAPPING_NOT_FIELDS, key->text);
    return false;
}

static void take_columns(struct reading *reading, const struct yaml_node *value)
{
    struct arena *arena = reading->mapping->arena;
    for (size_t i = 0; i < value->count; i++) {
        const char *field = our_field(reading, &value->items[i]);
        struct mapping_pair pair = {.theirs = folded(arena, &value->keys[i]), .shown = arena_text(arena, value->keys[i].text), .ours = field};
        if (field != NULL)
            add(reading, &reading->mapping->columns, pair, &value->keys[i]);
    }
}

static void take_ignored(struct reading *reading, const struct yaml_node *value)
{
    struct arena *arena = reading->mapping->arena;
    if (value->kind == YAML_SCALAR)
        add(reading, &reading->mapping->columns, (struct mapping_pair){.theirs = folded(arena, value), .shown = arena_text(arena, value->text)}, value);
}

/* `join:`, `split:` and `constants:`. */
static void take_by_field(struct reading *reading, struct mapping_pairs *pairs, const struct yaml_node *value)
{
    struct arena *arena = reading->mapping->arena;
    for (size_t i = 0; i < value->count; i++) {
        const char *field = our_field(reading, &value->keys[i]);
        struct buffer text = {0};
        const struct yaml_node *node = &value->items[i];
        for (size_t item = 0; node->kind == YAML_LIST && item < node->count; item++)
            if (node->items[item].kind == YAML_SCALAR)
                buffer_format(&text, "%s%s", item > 0 ? "; " : "", node->items[item].text);
        if (node->kind == YAML_SCALAR)
            buffer_add(&text, node->text, node->length);
        if (field != NULL)
            add(reading, pairs, (struct mapping_pair){.theirs = field, .shown = field, .ours = arena_copy(arena, buffer_text(&text), text.length)},
                &value->keys[i]);
        buffer_free(&text);
    }
}

static void take_words(struct reading *reading, const struct yaml_node *value)
{
    struct arena *arena = reading->mapping->arena;
    for (size_t i = 0; i < value->count; i++) {
        const char *field = our_field(reading, &value->keys[i]);
        const struct yaml_node *words = &value->items[i];
        if (field == NULL || !is_mapping(reading, &value->keys[i], words))
            continue;
        for (size_t word = 0; word < words->count; word++) {
            struct mapping_pair pair = {.field = field, .theirs = folded(arena, &words->keys[word]), .shown = arena_text(arena, words->keys[word].text)};
            const struct yaml_node *ours = &words->items[word];
            pair.ours = ours->kind == YAML_SCALAR ? arena_copy(arena, ours->text, ours->length) : "";
            add(reading, &reading->mapping->words, pair, &words->keys[word]);
        }
    }
}

static bool take(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    static const char *const names[] = {"columns", "words", "join", "split", "constants", "ignore", NULL};
    struct reading *reading = data;
    struct mapping *mapping = reading->mapping;
    size_t which = 0;
    (void)item;
    while (names[which] != NULL && strcmp(names[which], key->text) != 0)
        which++;
    if (which == 5) {
        take_ignored(reading, value);
        return true;
    }
    if (names[which] == NULL) {
        problems_add(reading->problems, PROBLEM_WARNING, "unknown-field", at(reading, key), WORDS_MAPPING_UNKNOWN, key->text);
        return true;
    }
    if (!is_mapping(reading, key, value))
        return true;
    if (which == 0)
        take_columns(reading, value);
    else if (which == 1)
        take_words(reading, value);
    else
        take_by_field(reading, which == 2 ? &mapping->join : which == 3 ? &mapping->split : &mapping->constants, value);
    return true;
}

struct mapping *mapping_read(const char *file, const struct bytes *bytes, struct problems *problems)
{
    struct mapping *mapping = memory_new(1, sizeof *mapping);
    mapping->arena = arena_new();
    mapping->file = arena_text(mapping->arena, file);
    struct reading reading = {.mapping = mapping, .problems = problems};
    size_t before = problems_count_level(problems, PROBLEM_ERROR);
    yaml_read(file, bytes->text, bytes->length, problems, take, &reading);
    if (mapping->columns.count > 0)
        return mapping;
    if (problems_count_level(problems, PROBLEM_ERROR) == before)
        problems_add(problems, PROBLEM_ERROR, "no-columns", (struct position){.file = file}, WORDS_MAPPING_EMPTY, file);
    mapping_free(mapping);
    return NULL;
}

void mapping_free(struct mapping *mapping)
{
    if (mapping == NULL)
        return;
    free(mapping->columns.items);
    free(mapping->words.items);
    free(mapping->join.items);
    free(mapping->split.items);
    free(mapping->constants.items);
    arena_free(mapping->arena);
    free(mapping);
}

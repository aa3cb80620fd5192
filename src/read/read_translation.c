/* What a language has for the words that ship with the program: a file for each, beside the English. */
#include <string.h>

#include "catalogue/words.h"
#include "read/catalogue_files.h"
#include "read/read_blocks.h"
#include "read/words.h"
#include "read/yaml.h"
#include "read/yaml_build.h"
#include "text/arena.h"

struct reading {
    struct catalogue_file *file;
    const char *language;
    struct urgent_help *urgent;
    bool show;
    struct arena *arena;
};

static struct position node_at(const struct reading *reading, const struct yaml_node *node)
{
    return (struct position){.file = reading->file->file, .line = node->line, .column = node->column};
}

static struct found found_at(const struct reading *reading, const struct yaml_node *node)
{
    return (struct found){node->text, node->length, node_at(reading, node)};
}

/* Whether fields stand under the key; nothing there is no mistake. */
static bool has_fields(const struct reading *reading, const struct yaml_node *key, const struct yaml_node *value)
{
    if (value->kind == YAML_MAPPING)
        return true;
    if (!block_is_nothing(value))
        problems_add(reading->file->problems, PROBLEM_ERROR, "not-a-mapping", node_at(reading, value), WORDS_GROUP_NOT_A_MAPPING, key->text,
                     yaml_found(value));
    return false;
}

static void take_term(struct reading *reading, enum vocabulary_list list, const struct yaml_node *id, const struct yaml_node *said)
{
    struct entry words;
    if (!has_fields(reading, id, said) || !block_entry(reading->file, reading->arena, said, NULL, &words))
        return;
    struct entry_field *fields = arena_get(reading->arena, words.count + 1, sizeof *fields);
    struct entry_value *value = arena_get(reading->arena, 1, sizeof *value);
    *value = (struct entry_value){.text = id->text, .length = id->length, .line = id->line, .column = id->column};
    fields[0] = (struct entry_field){"id", 2, id->line, id->column, value, 1};
    if (words.count > 0)
        memcpy(fields + 1, words.fields, words.count * sizeof *fields);
    words.fields = fields;
    words.count++;
    catalogue_builder_translation(reading->file->builder, list, reading->language, &words);
    reading->file->met++;
}

static void take_list(struct reading *reading, const struct yaml_node *key, const struct yaml_node *value)
{
    enum vocabulary_list list = vocabulary_list_named(key->text, key->length);
    if (list == LIST_COUNT) {
        report_unknown_list(reading->file->problems, found_at(reading, key));
        return;
    }
    for (size_t i = 0; has_fields(reading, key, value) && i < value->count; i++)
        take_term(reading, list, &value->keys[i], &value->items[i]);
}

static bool take_block(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct reading *reading = data;
    arena_clear(reading->arena);
    if (item > 0)
        return true;
    if (strcmp(key->text, "vocabulary") == 0) {
        for (size_t i = 0; has_fields(reading, key, value) && i < value->count; i++)
            take_list(reading, &value->keys[i], &value->items[i]);
    } else if (strcmp(key->text, "urgent_help") == 0) {
        if (has_fields(reading, key, value) && reading->urgent != NULL)
            read_urgent_words(reading->file->file, value, reading->urgent, reading->show, reading->file->problems);
    } else if (key->length < 2 || memcmp(key->text, "x_", 2) != 0) {
        report_unknown_field(reading->file->problems, found_at(reading, key), "vocabulary");
    }
    return true;
}

void read_translation(struct catalogue_file *file, const char *language, struct urgent_help *urgent, bool show)
{
    struct reading reading = {.file = file, .language = language, .urgent = urgent, .show = show, .arena = arena_new()};
    yaml_read(file->file, file->bytes->text, file->bytes->length, file->problems, take_block, &reading);
    arena_free(reading.arena);
}

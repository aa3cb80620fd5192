#include "read/read_blocks.h"

#include <string.h>

#include "catalogue/words.h"
#include "read/words.h"
#include "read/yaml_build.h"
#include "text/buffer.h"
#include "text/fold.h"

static const char *const block_names[] = {"catalogue", "vocabulary", "places", "services"};

enum block block_named(const char *name, size_t length)
{
    for (size_t i = 0; i < BLOCK_UNKNOWN; i++)
        if (strlen(block_names[i]) == length && memcmp(block_names[i], name, length) == 0)
            return (enum block)i;
    return BLOCK_UNKNOWN;
}

static struct position node_at(const struct catalogue_file *file, const struct yaml_node *node)
{
    return (struct position){.file = file->file, .line = node->line, .column = node->column};
}

/* The block that a name may have been meant for, or NULL. */
static const char *nearest(const struct yaml_node *key)
{
    enum { SLIPS = 2, LONGEST = 24 };
    struct buffer given = {0};
    const char *near = NULL;
    if (key->length > LONGEST)
        return NULL;
    fold_key(&given, key->text, key->length);
    for (size_t i = 0; i < BLOCK_UNKNOWN && near == NULL; i++) {
        struct buffer known = {0};
        fold_key(&known, block_names[i], strlen(block_names[i]));
        if (fold_slips(buffer_text(&given), buffer_text(&known), SLIPS) <= SLIPS)
            near = block_names[i];
        buffer_free(&known);
    }
    buffer_free(&given);
    return near;
}

void block_tell_unknown(struct catalogue_file *file, const struct yaml_node *key)
{
    if (key->length > 2 && memcmp(key->text, "x_", 2) == 0)
        return;
    const char *near = nearest(key);
    if (near != NULL)
        problems_add(file->problems, PROBLEM_WARNING, "unknown-block", node_at(file, key), WORDS_UNKNOWN_BLOCK_NEAR, key->text, near);
    else
        problems_add(file->problems, PROBLEM_WARNING, "unknown-block", node_at(file, key), WORDS_UNKNOWN_BLOCK, key->text);
}

bool block_is_nothing(const struct yaml_node *node)
{
    return node->kind == YAML_SCALAR && node->length == 0 && !node->quoted;
}

/* Whether there is an error among the problems added since there were so many. */
static bool failed_since(const struct problems *problems, size_t count)
{
    for (size_t i = count; i < problems_count(problems); i++)
        if (problems_at(problems, i)->level == PROBLEM_ERROR)
            return true;
    return false;
}

bool block_entry(struct catalogue_file *file, struct arena *arena, const struct yaml_node *node, const char *const *but, struct entry *entry)
{
    size_t before = problems_count(file->problems);
    if (node->kind != YAML_MAPPING) {
        problems_add(file->problems, PROBLEM_ERROR, "not-a-mapping", node_at(file, node), WORDS_ITEM_NOT_A_MAPPING, yaml_found(node));
        return false;
    }
    *entry = yaml_entry(arena, file->file, node, but, file->problems);
    return !failed_since(file->problems, before);
}

void block_catalogue(struct catalogue_file *file, struct arena *arena, const struct yaml_node *value)
{
    struct entry entry;
    if (block_entry(file, arena, value, NULL, &entry))
        catalogue_builder_defaults(file->builder, &entry);
}

static void take_terms(struct catalogue_file *file, struct arena *arena, const struct yaml_node *key, const struct yaml_node *value)
{
    enum vocabulary_list list = vocabulary_list_named(key->text, key->length);
    if (list == LIST_COUNT) {
        report_unknown_list(file->problems, (struct found){key->text, key->length, node_at(file, key)});
        return;
    }
    const struct yaml_node *terms = value->kind == YAML_LIST ? value->items : value;
    size_t count = value->kind == YAML_LIST ? value->count : 1;
    for (size_t i = 0; i < count; i++) {
        struct entry entry;
        if (block_is_nothing(&terms[i]) || !block_entry(file, arena, &terms[i], NULL, &entry))
            continue;
        catalogue_builder_term(file->builder, list, &entry);
        file->met++;
    }
}

void block_vocabulary(struct catalogue_file *file, struct arena *arena, const struct yaml_node *value)
{
    if (value->kind != YAML_MAPPING) {
        problems_add(file->problems, PROBLEM_ERROR, "not-a-mapping", node_at(file, value), WORDS_VOCABULARY_NOT_A_MAPPING, yaml_found(value));
        return;
    }
    for (size_t i = 0; i < value->count; i++)
        take_terms(file, arena, &value->keys[i], &value->items[i]);
}

void block_place(struct catalogue_file *file, struct arena *arena, const struct yaml_node *value)
{
    struct entry entry;
    if (block_entry(file, arena, value, NULL, &entry))
        catalogue_builder_place(file->builder, &entry);
}

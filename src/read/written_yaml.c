/* YAML, and JSON, which is YAML of one kind of brackets, as they are written. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/words.h"
#include "read/catalogue_files.h"
#include "read/read_blocks.h"
#include "read/written.h"
#include "text/memory.h"

static const char *const lists[] = {"services", "places", NULL};

struct document {
    struct written *written;
    struct catalogue_file file; /* its builder is not used */
    struct arena *arena;        /* of one entry at a time */
    const char *name;           /* of the file, kept */
};

/* Tells of a field that stands twice, contact.phone and phone, and leaves the second out as the catalogue does; and of parts of meetings that nobody
 * knows, whose values yaml_entry drops. */
static struct entry told(struct document *document, const struct entry *entry)
{
    struct entry kept = written_copy(document->written->arena, entry);
    struct entry_field *fields = arena_get(document->written->arena, kept.count, sizeof *fields);
    size_t count = 0;
    kept.file = document->name;
    for (size_t i = 0; i < kept.count; i++) {
        const struct entry_field *field = &kept.fields[i];
        struct found found = {field->name, field->name_length, {document->name, field->line, field->column}};
        bool first = true;
        for (size_t before = 0; before < count && first; before++)
            first = fields[before].name_length != field->name_length || memcmp(fields[before].name, field->name, field->name_length) != 0;
        if (!first)
            report_repeated_field(document->file.problems, found);
        else if (field->count == 0 && field_is_meeting(field))
            report_unknown_field(document->file.problems, found, NULL);
        else
            fields[count++] = *field;
    }
    kept.fields = fields;
    kept.count = count;
    return kept;
}

static bool take_entry(struct document *document, const struct yaml_node *node, const char *const *but, struct entry *entry)
{
    struct entry lent;
    if (!block_entry(&document->file, document->arena, node, but, &lent))
        return false;
    *entry = told(document, &lent);
    return true;
}

/* `id` first, where people look for it. */
static void id_first(struct arena *arena, struct entry *entry)
{
    const struct entry_field *id = entry_says(entry, "id");
    if (id == NULL || id == entry->fields)
        return;
    struct entry_field *fields = arena_get(arena, entry->count, sizeof *fields);
    size_t count = 0;
    fields[count++] = *id;
    for (size_t i = 0; i < entry->count; i++)
        if (&entry->fields[i] != id)
            fields[count++] = entry->fields[i];
    entry->fields = fields;
}

static void take_service(struct document *document, const struct yaml_node *value)
{
    static const char *const but[] = {"offers", NULL};
    struct entry entry;
    if (!take_entry(document, value, but, &entry))
        return;
    size_t length;
    entry_text(&entry, "id", &length);
    if (length == 0)
        report_missing_id(document->file.problems, (struct position){document->name, entry.line, entry.column}, false);
    id_first(document->written->arena, &entry);
    struct written_service *service = written_add_service(document->written, entry);
    const struct yaml_node *offers = yaml_under(value, "offers");
    if (offers == NULL || block_is_nothing(offers))
        return;
    const struct yaml_node *items = offers->kind == YAML_LIST ? offers->items : offers;
    size_t count = offers->kind == YAML_LIST ? offers->count : 1;
    for (size_t i = 0; i < count; i++) {
        if (!take_entry(document, &items[i], NULL, &entry))
            continue;
        entry_text(&entry, "id", &length);
        if (length == 0)
            report_missing_id(document->file.problems, (struct position){document->name, entry.line, entry.column}, true);
        id_first(document->written->arena, &entry);
        written_add_offer(document->written, service, entry);
    }
}

static void take_terms(struct document *document, const struct yaml_node *value)
{
    struct written *written = document->written;
    for (size_t list = 0; list < value->count; list++) {
        const struct yaml_node *terms = &value->items[list];
        const struct yaml_node *items = terms->kind == YAML_LIST ? terms->items : terms;
        size_t count = terms->kind == YAML_LIST ? terms->count : 1;
        for (size_t i = 0; i < count; i++) {
            struct entry entry;
            if (block_is_nothing(&items[i]) || !take_entry(document, &items[i], NULL, &entry))
                continue;
            written->terms = memory_room(written->terms, written->term_count, &written->term_room, sizeof *written->terms);
            const char *name = arena_copy(written->arena, value->keys[list].text, value->keys[list].length);
            written->terms[written->term_count++] = (struct written_term){.list = name, .entry = entry};
        }
    }
}

static struct yaml_node copy_node(struct arena *arena, const struct yaml_node *node)
{
    struct yaml_node copy = *node;
    struct yaml_node *keys = arena_get(arena, node->count, sizeof *keys);
    struct yaml_node *items = arena_get(arena, node->count, sizeof *items);
    copy.text = arena_copy(arena, node->text != NULL ? node->text : "", node->length);
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == YAML_MAPPING)
            keys[i] = copy_node(arena, &node->keys[i]);
        items[i] = copy_node(arena, &node->items[i]);
    }
    copy.keys = keys;
    copy.items = items;
    return copy;
}

/* A block that is not ours. Of a list, the items come one by one. */
static void take_other(struct document *document, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct written *written = document->written;
    struct arena *arena = written->arena;
    if (item > 0 && written->other_count > 0) {
        struct yaml_node *whole = &written->others[written->other_count - 1].value;
        size_t count = whole->kind == YAML_LIST ? whole->count : 1;
        struct yaml_node *items = arena_get(arena, count + 1, sizeof *items);
        memcpy(items, whole->kind == YAML_LIST ? whole->items : whole, count * sizeof *items);
        items[count] = copy_node(arena, value);
        *whole = (struct yaml_node){.kind = YAML_LIST, .items = items, .count = count + 1};
        return;
    }
    written->others = memory_room(written->others, written->other_count, &written->other_room, sizeof *written->others);
    written->others[written->other_count++] = (struct written_other){copy_node(arena, key), copy_node(arena, value)};
}

static bool take_value(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct document *document = data;
    struct written *written = document->written;
    enum block block = block_named(key->text, key->length);
    struct entry entry;
    arena_clear(document->arena);
    if (block == BLOCK_UNKNOWN) {
        if (item == 0)
            block_tell_unknown(&document->file, key);
        take_other(document, key, value, item);
    } else if (block_is_nothing(value)) {
        return true;
    } else if (block == BLOCK_SERVICES) {
        take_service(document, value);
    } else if (block == BLOCK_VOCABULARY) {
        if (value->kind == YAML_MAPPING)
            take_terms(document, value);
        else
            take_entry(document, value, NULL, &entry); /* which says what is wrong */
    } else if (!take_entry(document, value, NULL, &entry)) {
        return true;
    } else if (block == BLOCK_CATALOGUE) {
        written->head = entry;
    } else {
        written->places = memory_room(written->places, written->place_count, &written->place_room, sizeof *written->places);
        written->places[written->place_count++] = entry;
    }
    return true;
}

void written_read_yaml(struct written *written, const char *file, const struct bytes *bytes, struct problems *problems)
{
    struct document document = {
        .written = written,
        .file = {.file = file, .bytes = bytes, .problems = problems},
        .arena = arena_new(),
        .name = arena_text(written->arena, file),
    };
    size_t left_out = 0;
    yaml_read_lists(file, bytes->text, bytes->length, problems, lists, take_value, &document, &left_out);
    arena_free(document.arena);
}

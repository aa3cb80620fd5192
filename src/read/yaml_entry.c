/* Mappings → the flat fields of an entry. CATALOGUE.md says which fields have fields of their own. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/field.h"
#include "catalogue/words.h"
#include "read/words.h"
#include "read/yaml.h"
#include "read/yaml_build.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/memory.h"

enum group {
    GROUP_NONE,
    GROUP_POINTS,  /* stage: {from: …, to: …} is stage_from and stage_to */
    GROUP_CONTACT, /* contact: {phone: …} is phone */
    GROUP_MEETS,   /* meets: [{place: …}, …] is meets_place, a value for each */
    GROUP_LANG,    /* lang: {cy: {summary: …}} is lang_cy_summary */
};

static const struct {
    const char *name;
    enum group group;
} groups[] = {
    {"stage", GROUP_POINTS},      {"stage_maybe", GROUP_POINTS}, {"parent_age", GROUP_POINTS}, {"parent_age_maybe", GROUP_POINTS},
    {"group_size", GROUP_POINTS}, {"contact", GROUP_CONTACT},    {"meets", GROUP_MEETS},       {"lang", GROUP_LANG},
};
enum { GROUP_ROWS = sizeof groups / sizeof groups[0] };

struct flattening {
    struct arena *arena; /* owns names and values */
    const char *file;
    struct problems *problems;
    struct entry_field *fields;
    size_t count;
    size_t room;
};

static bool is_named(const struct yaml_node *key, const char *name)
{
    return strlen(name) == key->length && memcmp(name, key->text, key->length) == 0;
}

static struct position node_at(const struct flattening *flat, const struct yaml_node *node)
{
    return (struct position){.file = flat->file, .line = node->line, .column = node->column};
}

/* Whether a value is left out: nothing, ~ or null without quotes (YAML 1.2.2, 10.2.1.1). */
static bool is_left_out(const struct yaml_node *node)
{
    if (node->kind != YAML_SCALAR || node->quoted)
        return false;
    return node->length == 0 || is_named(node, "~") || is_named(node, "null");
}

static enum group group_of(const struct yaml_node *key)
{
    for (size_t i = 0; i < GROUP_ROWS; i++)
        if (is_named(key, groups[i].name))
            return groups[i].group;
    return GROUP_NONE;
}

/* The name of a group of fields that is one slip of the finger away, or NULL. */
static const char *near_group(const struct yaml_node *key)
{
    enum { LONGEST = 24 };
    struct buffer folded = {0};
    const char *near = NULL;
    if (key->length > LONGEST)
        return NULL;
    fold_key(&folded, key->text, key->length);
    for (size_t i = 0; i < GROUP_ROWS && near == NULL; i++) {
        struct buffer name = {0};
        fold_key(&name, groups[i].name, strlen(groups[i].name));
        if (fold_slips(buffer_text(&folded), buffer_text(&name), 1) <= 1)
            near = groups[i].name;
        buffer_free(&name);
    }
    buffer_free(&folded);
    return near;
}

static void refuse(struct flattening *flat, const struct yaml_node *key, const struct yaml_node *value)
{
    problems_add(flat->problems, PROBLEM_ERROR, "nested-value", node_at(flat, value), WORDS_NESTED_VALUE, key->text, yaml_found(value));
}

/* Adds a field called before_key, where before may be NULL; it has no values yet. */
static struct entry_field *add_field(struct flattening *flat, const char *before, const struct yaml_node *key)
{
    struct buffer name = {0};
    if (before != NULL) {
        buffer_add_text(&name, before);
        buffer_add_byte(&name, '_');
    }
    buffer_add(&name, key->text, key->length);
    flat->fields = memory_room(flat->fields, flat->count, &flat->room, sizeof *flat->fields);
    struct entry_field *field = &flat->fields[flat->count++];
    *field = (struct entry_field){
        .name = arena_copy(flat->arena, buffer_text(&name), name.length),
        .name_length = name.length,
        .line = key->line,
        .column = key->column,
    };
    buffer_free(&name);
    return field;
}

static struct entry_value value_of(const struct yaml_node *node, uint32_t item)
{
    return (struct entry_value){.text = node->text, .length = node->length, .line = node->line, .column = node->column, .item = item};
}

/* Adds a field whose value is a text or a list of texts. */
static void add_plain(struct flattening *flat, const char *before, const struct yaml_node *key, const struct yaml_node *value)
{
    if (is_left_out(value))
        return;
    if (value->kind == YAML_MAPPING) {
        refuse(flat, key, value);
        return;
    }
    const struct yaml_node *items = value->kind == YAML_LIST ? value->items : value;
    size_t count = value->kind == YAML_LIST ? value->count : 1;
    struct entry_field *field = add_field(flat, before, key);
    struct entry_value *values = arena_get(flat->arena, count, sizeof *values);
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind != YAML_SCALAR)
            refuse(flat, key, &items[i]);
        else if (!is_left_out(&items[i]))
            values[field->count++] = value_of(&items[i], 0);
    }
    field->values = values;
}

/* Whether a field takes fields of its own, and got them. */
static bool has_fields(struct flattening *flat, const struct yaml_node *key, const struct yaml_node *value)
{
    if (value->kind == YAML_MAPPING)
        return true;
    if (!is_left_out(value))
        problems_add(flat->problems, PROBLEM_ERROR, "not-a-mapping", node_at(flat, value), WORDS_GROUP_NOT_A_MAPPING, key->text,
                     yaml_found(value));
    return false;
}

static void add_contact(struct flattening *flat, const struct yaml_node *value)
{
    static const enum field parts[] = {FIELD_PHONE, FIELD_TEXT, FIELD_EMAIL, FIELD_WEB, FIELD_ADDRESS, FIELD_HOURS};
    for (size_t i = 0; i < value->count; i++) {
        const char *before = "contact";
        for (size_t part = 0; part < sizeof parts / sizeof parts[0]; part++)
            if (is_named(&value->keys[i], field_table[parts[part]].name))
                before = NULL;
        add_plain(flat, before, &value->keys[i], &value->items[i]);
    }
}

static void add_translations(struct flattening *flat, const struct yaml_node *key, const struct yaml_node *value)
{
    struct buffer before = {0};
    for (size_t i = 0; i < value->count; i++) {
        const struct yaml_node *code = &value->keys[i];
        const struct yaml_node *texts = &value->items[i];
        if (!has_fields(flat, code, texts))
            continue;
        buffer_clear(&before);
        buffer_add(&before, key->text, key->length);
        buffer_add_byte(&before, '_');
        buffer_add(&before, code->text, code->length);
        for (size_t text = 0; text < texts->count; text++)
            add_plain(flat, buffer_text(&before), &texts->keys[text], &texts->items[text]);
    }
    buffer_free(&before);
}

/* Adds the field of one part, such as the postcode, with a value for each meeting that states it. A meeting that is a text is its place. */
static void add_meeting_part(struct flattening *flat, const struct yaml_node *meets, const struct yaml_node *meetings, size_t count, enum field part)
{
    static const char prefix[] = "meets_";
    const char *name = field_table[part].name + sizeof prefix - 1;
    struct entry_field *field = NULL;
    struct entry_value *values = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *key = &meetings[i];
        const struct yaml_node *value = part == FIELD_MEETS_PLACE ? &meetings[i] : NULL;
        if (meetings[i].kind == YAML_MAPPING) {
            value = yaml_under(&meetings[i], name);
            key = value == NULL ? NULL : &meetings[i].keys[value - meetings[i].items];
        }
        if (value == NULL || is_left_out(value))
            continue;
        if (value->kind != YAML_SCALAR) {
            refuse(flat, meetings[i].kind == YAML_MAPPING ? key : meets, value);
            continue;
        }
        if (field == NULL) {
            struct yaml_node full = {.text = field_table[part].name, .length = strlen(field_table[part].name), .line = key->line, .column = key->column};
            field = add_field(flat, NULL, &full);
            values = arena_get(flat->arena, count, sizeof *values);
            field->values = values;
        }
        values[field->count++] = value_of(value, (uint32_t)i);
    }
}

/* Adds parts of a meeting that nobody knows, for the catalogue to say so. */
static void add_unknown_parts(struct flattening *flat, const struct yaml_node *meeting)
{
    struct buffer name = {0};
    for (size_t i = 0; meeting->kind == YAML_MAPPING && i < meeting->count; i++) {
        buffer_clear(&name);
        buffer_add_text(&name, "meets_");
        buffer_add(&name, meeting->keys[i].text, meeting->keys[i].length);
        if (field_named(buffer_text(&name), name.length) == FIELD_COUNT)
            add_field(flat, "meets", &meeting->keys[i]);
    }
    buffer_free(&name);
}

static void add_meetings(struct flattening *flat, const struct yaml_node *key, const struct yaml_node *value)
{
    const struct yaml_node *meetings = value->kind == YAML_LIST ? value->items : value;
    size_t count = value->kind == YAML_LIST ? value->count : 1;
    bool mappings = false;
    for (size_t i = 0; i < count; i++)
        mappings = mappings || meetings[i].kind == YAML_MAPPING;
    if (!mappings) {
        add_plain(flat, NULL, key, value);
        return;
    }
    for (size_t i = 0; i < count; i++)
        add_unknown_parts(flat, &meetings[i]);
    for (enum field part = FIELD_MEETS_PLACE; part <= FIELD_MEETS_HIDDEN; part++)
        add_meeting_part(flat, key, meetings, count, part);
}

static bool holds_mapping(const struct yaml_node *value)
{
    if (value->kind != YAML_LIST)
        return value->kind == YAML_MAPPING;
    for (size_t i = 0; i < value->count; i++)
        if (value->items[i].kind != YAML_SCALAR)
            return true;
    return false;
}

static bool is_own(const struct yaml_node *key)
{
    return key->length > 2 && memcmp(key->text, "x_", 2) == 0;
}

/* A field that has no fields of its own by CATALOGUE.md. Of the writer's own ones (x_) the inner fields are kept as x_outer_inner. */
static void add_other(struct flattening *flat, const struct yaml_node *key, const struct yaml_node *value)
{
    if (is_own(key) && value->kind == YAML_MAPPING) {
        for (size_t i = 0; i < value->count; i++)
            add_plain(flat, key->text, &value->keys[i], &value->items[i]);
        return;
    }
    bool unknown = field_named(key->text, key->length) == FIELD_COUNT && !is_own(key);
    const char *near = unknown && holds_mapping(value) ? near_group(key) : NULL;
    if (near != NULL) {
        struct found found = {.text = key->text, .length = key->length, .where = node_at(flat, key)};
        report_unknown_field(flat->problems, found, near);
    } else {
        add_plain(flat, NULL, key, value);
    }
}

static void add_pair(struct flattening *flat, const struct yaml_node *key, const struct yaml_node *value)
{
    switch (group_of(key)) {
    case GROUP_NONE:
        add_other(flat, key, value);
        break;
    case GROUP_POINTS:
        for (size_t i = 0; has_fields(flat, key, value) && i < value->count; i++)
            add_plain(flat, key->text, &value->keys[i], &value->items[i]);
        break;
    case GROUP_CONTACT:
        if (has_fields(flat, key, value))
            add_contact(flat, value);
        break;
    case GROUP_MEETS:
        add_meetings(flat, key, value);
        break;
    case GROUP_LANG:
        if (has_fields(flat, key, value))
            add_translations(flat, key, value);
        break;
    }
}

static bool is_one_of(const struct yaml_node *key, const char *const *names)
{
    for (; names != NULL && *names != NULL; names++)
        if (is_named(key, *names))
            return true;
    return false;
}

struct entry yaml_entry(struct arena *arena, const char *file, const struct yaml_node *mapping, const char *const *but, struct problems *problems)
{
    struct flattening flat = {.arena = arena, .file = file, .problems = problems};
    for (size_t i = 0; i < mapping->count; i++)
        if (!is_one_of(&mapping->keys[i], but))
            add_pair(&flat, &mapping->keys[i], &mapping->items[i]);
    struct entry_field *fields = arena_get(arena, flat.count, sizeof *fields);
    if (flat.count > 0)
        memcpy(fields, flat.fields, flat.count * sizeof *fields);
    free(flat.fields);
    return (struct entry){.file = file, .line = mapping->line, .column = mapping->column, .fields = fields, .count = flat.count};
}

const struct yaml_node *yaml_under(const struct yaml_node *mapping, const char *key)
{
    for (size_t i = 0; mapping->kind == YAML_MAPPING && i < mapping->count; i++)
        if (is_named(&mapping->keys[i], key))
            return &mapping->items[i];
    return NULL;
}

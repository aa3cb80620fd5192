#include <stdlib.h>
#include <string.h>

#include "text/memory.h"
#include "write/written.h"

/* A mapping that grows. */
struct mapping {
    struct yaml_node *keys;
    struct yaml_node *items;
    struct mapping *inner; /* of the group under each key, while it grows */
    size_t count;
    size_t room;
};

struct planting {
    struct arena *arena;
    bool lists;
};

static struct yaml_node text_node(const char *text, size_t length)
{
    return (struct yaml_node){.kind = YAML_SCALAR, .quoted = true, .text = text, .length = length};
}

static struct yaml_node *put(struct planting *planting, struct mapping *mapping, const char *key, size_t length)
{
    if (mapping->count == mapping->room) {
        size_t room = mapping->room * 2 + 8;
        struct yaml_node *keys = arena_get(planting->arena, room, sizeof *keys);
        struct yaml_node *items = arena_get(planting->arena, room, sizeof *items);
        struct mapping *inner = arena_get(planting->arena, room, sizeof *inner);
        if (mapping->count > 0) {
            memcpy(keys, mapping->keys, mapping->count * sizeof *keys);
            memcpy(items, mapping->items, mapping->count * sizeof *items);
            memcpy(inner, mapping->inner, mapping->count * sizeof *inner);
        }
        *mapping = (struct mapping){keys, items, inner, mapping->count, room};
    }
    mapping->keys[mapping->count] = text_node(key, length);
    return &mapping->items[mapping->count++];
}

/* The mapping under a key, which is made when it is not there. */
static struct mapping *under(struct planting *planting, struct mapping *mapping, const char *key, size_t length)
{
    size_t at = 0;
    while (at < mapping->count && (mapping->keys[at].length != length || memcmp(mapping->keys[at].text, key, length) != 0))
        at++;
    if (at == mapping->count)
        put(planting, mapping, key, length);
    return &mapping->inner[at];
}

static struct yaml_node list_node(const struct yaml_node *items, size_t count)
{
    return (struct yaml_node){.kind = YAML_LIST, .items = items, .count = count};
}

/* Ends the growing of a mapping and of those in it. */
static struct yaml_node grown(const struct mapping *mapping)
{
    for (size_t i = 0; i < mapping->count; i++)
        if (mapping->inner[i].count > 0)
            mapping->items[i] = grown(&mapping->inner[i]);
    return (struct yaml_node){.kind = YAML_MAPPING, .keys = mapping->keys, .items = mapping->items, .count = mapping->count};
}

/* Whether several values may stand there, so that JSON has a list always. */
static bool takes_list(const struct entry_field *field)
{
    static const char *const lists[] = {"terms", "synonyms", "inside", "also", "holds"};
    enum field known = field_named(field->name, field->name_length);
    if (known != FIELD_COUNT)
        return field_table[known].is == IS_WORDS || field_table[known].is == IS_PLACES || field_table[known].is == IS_SESSIONS;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strlen(lists[i]) == field->name_length && memcmp(lists[i], field->name, field->name_length) == 0)
            return true;
    return false;
}

static struct yaml_node value_node(struct planting *planting, const struct entry_field *field)
{
    if (field->count == 1 && !(planting->lists && takes_list(field)))
        return text_node(field->values[0].text, field->values[0].length);
    struct yaml_node *items = arena_get(planting->arena, field->count, sizeof *items);
    for (size_t i = 0; i < field->count; i++)
        items[i] = text_node(field->values[i].text, field->values[i].length);
    return list_node(items, field->count);
}

/* The length of the group's name that a field's name begins with, the longest one; 0 when it stands for itself. */
static size_t group_length(const struct entry_field *field)
{
    static const char *const groups[] = {"stage_maybe", "stage", "parent_age_maybe", "parent_age", "group_size", "contact"};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        size_t length = strlen(groups[i]);
        if (field->name_length > length + 1 && field->name[length] == '_' && memcmp(field->name, groups[i], length) == 0)
            return length;
    }
    return 0;
}

static bool is_contact(const struct entry_field *field)
{
    enum field known = field_named(field->name, field->name_length);
    return known >= FIELD_PHONE && known <= FIELD_HOURS;
}

/* The code and the rest of `lang_cy_summary`. */
static const char *language_end(const struct entry_field *field)
{
    if (field->name_length < 8 || memcmp(field->name, "lang_", 5) != 0)
        return NULL;
    const char *end = memchr(field->name + 5, '_', field->name_length - 5);
    return end != NULL && end > field->name + 5 && end + 1 < field->name + field->name_length ? end : NULL;
}

static void plant_meetings(struct planting *planting, struct mapping *mapping, const struct entry *entry)
{
    struct written_meeting *meetings;
    size_t count = written_meetings(planting->arena, entry, false, &meetings);
    struct yaml_node *items = arena_get(planting->arena, count, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        struct mapping meeting = {0};
        for (size_t part = 0; part < MEETING_PARTS; part++) {
            const char *name = field_table[FIELD_MEETS_PLACE + part].name + strlen("meets_");
            const struct written_text *text = &meetings[i].parts[part];
            if (text->length > 0)
                *put(planting, &meeting, name, strlen(name)) = text_node(text->text, text->length);
        }
        items[i] = grown(&meeting);
    }
    *put(planting, mapping, "meets", 5) = list_node(items, count);
}

static void plant_field(struct planting *planting, struct mapping *mapping, const struct entry_field *field, bool service)
{
    size_t group = service ? group_length(field) : 0;
    const char *language = language_end(field);
    const char *name = field->name;
    size_t length = field->name_length;
    if (group > 0) {
        mapping = under(planting, mapping, name, group);
        name += group + 1;
        length -= group + 1;
    } else if (service && is_contact(field)) {
        mapping = under(planting, mapping, "contact", strlen("contact"));
    } else if (language != NULL) {
        mapping = under(planting, under(planting, mapping, "lang", 4), name + 5, (size_t)(language - name) - 5);
        length -= (size_t)(language + 1 - name);
        name = language + 1;
    }
    *put(planting, mapping, name, length) = value_node(planting, field);
}

static void plant_entry(struct planting *planting, struct mapping *mapping, const struct entry *entry, bool service)
{
    bool met = false;
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        if (!field_is_meeting(field) || !service)
            plant_field(planting, mapping, field, service);
        else if (!met)
            plant_meetings(planting, mapping, entry);
        met = met || field_is_meeting(field);
    }
}

static struct yaml_node entry_node(struct planting *planting, const struct entry *entry, bool service)
{
    struct mapping mapping = {0};
    plant_entry(planting, &mapping, entry, service);
    return grown(&mapping);
}

static struct yaml_node service_node(struct planting *planting, const struct written_service *service)
{
    struct mapping mapping = {0};
    plant_entry(planting, &mapping, &service->entry, true);
    if (service->offer_count > 0) {
        struct yaml_node *offers = arena_get(planting->arena, service->offer_count, sizeof *offers);
        for (size_t i = 0; i < service->offer_count; i++)
            offers[i] = entry_node(planting, &service->offers[i], true);
        *put(planting, &mapping, "offers", strlen("offers")) = list_node(offers, service->offer_count);
    }
    return grown(&mapping);
}

/* The words, list by list, in the order in which the lists come first. */
static struct yaml_node vocabulary_node(struct planting *planting, const struct written *written)
{
    struct mapping mapping = {0};
    for (size_t i = 0; i < written->term_count; i++) {
        const char *list = written->terms[i].list;
        size_t seen = 0;
        while (seen < i && strcmp(written->terms[seen].list, list) != 0)
            seen++;
        if (seen < i)
            continue;
        struct yaml_node *items = arena_get(planting->arena, written->term_count - i, sizeof *items);
        size_t count = 0;
        for (size_t term = i; term < written->term_count; term++)
            if (strcmp(written->terms[term].list, list) == 0)
                items[count++] = entry_node(planting, &written->terms[term].entry, false);
        *put(planting, &mapping, list, strlen(list)) = list_node(items, count);
    }
    return grown(&mapping);
}

struct yaml_node written_service_tree(struct arena *arena, const struct written_service *service, bool lists)
{
    struct planting planting = {.arena = arena, .lists = lists};
    return service_node(&planting, service);
}

struct yaml_node written_head_tree(struct arena *arena, const struct written *written, bool lists)
{
    struct planting planting = {.arena = arena, .lists = lists};
    struct mapping top = {0};
    if (written->head.count > 0)
        *put(&planting, &top, "catalogue", strlen("catalogue")) = entry_node(&planting, &written->head, false);
    for (size_t i = 0; i < written->other_count; i++)
        *put(&planting, &top, written->others[i].key.text, written->others[i].key.length) = written->others[i].value;
    if (written->term_count > 0)
        *put(&planting, &top, "vocabulary", strlen("vocabulary")) = vocabulary_node(&planting, written);
    struct yaml_node *places = arena_get(arena, written->place_count, sizeof *places);
    for (size_t i = 0; i < written->place_count; i++)
        places[i] = entry_node(&planting, &written->places[i], false);
    if (written->place_count > 0)
        *put(&planting, &top, "places", strlen("places")) = list_node(places, written->place_count);
    return grown(&top);
}

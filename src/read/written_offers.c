/* What all offers of a service say alike stands on the service, as a person writes it. */
#include <stdlib.h>
#include <string.h>

#include "read/written.h"

/* The offers, each with all that it says, and what the service says that none of them takes over. */
struct offers {
    const struct entry_field *name; /* of the service */
    const struct entry *rows;
    size_t count;
    const struct entry_field *unused;
    size_t unused_count;
};

static bool is(const struct entry_field *field, const char *name)
{
    return strlen(name) == field->name_length && memcmp(name, field->name, field->name_length) == 0;
}

static const struct entry_field *field_of(const struct entry *entry, const struct entry_field *like)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->fields[i].name_length == like->name_length && memcmp(entry->fields[i].name, like->name, like->name_length) == 0)
            return &entry->fields[i];
    return NULL;
}

static bool all_say(const struct offers *offers, const struct entry_field *field)
{
    for (size_t i = 1; i < offers->count; i++) {
        const struct entry_field *other = field_of(&offers->rows[i], field);
        if (other == NULL || !fields_same(field, other))
            return false;
    }
    return true;
}

/* Whether all offers say the field alike, so that the service can say it for them: places where they meet only all parts together, and a translation
 * only with the text that it translates. */
static bool is_common(const struct offers *offers, const struct entry_field *field)
{
    const struct entry *first = &offers->rows[0];
    size_t length;
    if (is(field, "id") || is(field, "name"))
        return false;
    for (size_t i = 0; i < offers->unused_count; i++) { /* the service says something else, or the translation of something else */
        size_t text_length;
        const char *own_text = field_translates(field, &text_length);
        if (own_text != NULL && offers->unused[i].name_length == text_length && memcmp(offers->unused[i].name, own_text, text_length) == 0)
            return false;
        const char *translated = field_translates(&offers->unused[i], &length);
        bool same = offers->unused[i].name_length == field->name_length && memcmp(offers->unused[i].name, field->name, field->name_length) == 0;
        if (same || (field_is_meeting(field) && field_is_meeting(&offers->unused[i])) ||
            (translated != NULL && length == field->name_length && memcmp(translated, field->name, length) == 0))
            return false;
    }
    for (size_t i = 0; field_is_meeting(field) && i < offers->count; i++)
        for (size_t part = 0; part < offers->rows[i].count; part++) {
            const struct entry_field *other = &offers->rows[i].fields[part];
            if (field_is_meeting(other) && (field_of(first, other) == NULL || !all_say(offers, field_of(first, other))))
                return false;
        }
    const char *text = field_translates(field, &length);
    if (text != NULL) {
        struct entry_field said = {.name = text, .name_length = length};
        const struct entry_field *own = field_of(first, &said);
        if ((length == 4 && memcmp(text, "name", 4) == 0) || (own != NULL && !all_say(offers, own)))
            return false;
        for (size_t i = 1; own == NULL && i < offers->count; i++)
            if (field_of(&offers->rows[i], &said) != NULL)
                return false;
    }
    return all_say(offers, field);
}

static bool any_meeting(const struct entry_field *fields, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (field_is_meeting(&fields[i]))
            return true;
    return false;
}

/* Whether an entry says the field, or how it is said in another language. */
static bool says_of(const struct entry *entry, const struct entry_field *field)
{
    for (size_t i = 0; i < entry->count; i++) {
        size_t length;
        const char *text = field_translates(&entry->fields[i], &length);
        if (text != NULL && length == field->name_length && memcmp(text, field->name, length) == 0)
            return true;
    }
    return field_of(entry, field) != NULL;
}

/* The places of the service are none of an offer's that says of none: a row that is silent is not below another one. */
static struct entry_field no_places(struct arena *arena, const struct entry *row)
{
    struct entry_value *value = arena_get(arena, 1, sizeof *value);
    *value = (struct entry_value){.text = "not stated", .length = 10, .line = row->line, .column = row->column};
    return (struct entry_field){.name = "meets_place", .name_length = 11, .line = row->line, .column = row->column, .values = value, .count = 1};
}

static void add_own_fields(struct written *written, struct written_service *made, const struct offers *offers, const bool *common)
{
    for (size_t i = 0; i < offers->count; i++) {
        const struct entry *row = &offers->rows[i];
        struct entry offer = *row;
        struct entry_field *fields = arena_get(written->arena, row->count + 1, sizeof *fields);
        offer.count = 0;
        offer.fields = fields;
        for (size_t f = 0; f < row->count; f++) {
            const struct entry_field *field = &row->fields[f];
            const struct entry_field *first = field_of(&offers->rows[0], field);
            bool service_says = first != NULL && common[first - offers->rows[0].fields];
            bool same_name = is(field, "name") && fields_same(field, offers->name);
            /* A row below another says so where that one says something; on its own it says nothing, unless the head of the list does. */
            bool needless = i > 0 && !field_is_meeting(field) && field_says_not_stated(field) && !says_of(&made->entry, field) && !is(field, "checked") &&
                            !is(field, "source");
            if (!service_says && !same_name && !needless)
                fields[offer.count++] = *field;
        }
        if (any_meeting(offers->unused, offers->unused_count) && !any_meeting(row->fields, row->count))
            fields[offer.count++] = no_places(written->arena, row);
        written_add_offer(written, made, offer);
    }
}

void written_set_offers(struct written *written, struct written_service *service, const struct entry_field *name, const struct entry *rows, size_t count)
{
    struct arena *arena = written->arena;
    const struct entry_field *id = entry_says(&service->entry, "id");
    struct entry entry = service->entry;
    struct offers offers = {name, rows, count, NULL, 0};
    struct entry_field *unused = arena_get(arena, entry.count, sizeof *unused);
    for (size_t i = 0; i < entry.count && service->offer_count == 0; i++)
        if (!is(&entry.fields[i], "id") && !is(&entry.fields[i], "name"))
            unused[offers.unused_count++] = entry.fields[i];
    offers.unused = unused;
    service->offer_count = 0;
    if (count == 1 && offers.unused_count == 0 && fields_same(entry_says(&rows[0], "id"), id) && fields_same(entry_says(&rows[0], "name"), name)) {
        service->entry = rows[0];
        return;
    }
    struct entry_field *fields = arena_get(arena, rows[0].count + offers.unused_count + 2, sizeof *fields);
    bool *common = arena_get(arena, rows[0].count, sizeof *common);
    entry.fields = fields;
    entry.count = 0;
    fields[entry.count++] = *id;
    fields[entry.count] = *name;
    fields[entry.count].name = "name";
    fields[entry.count++].name_length = strlen("name");
    for (size_t i = 0; i < rows[0].count; i++) {
        common[i] = is_common(&offers, &rows[0].fields[i]);
        if (common[i])
            fields[entry.count++] = rows[0].fields[i];
    }
    for (size_t i = 0; i < offers.unused_count; i++) {
        size_t length;
        struct entry_field said = {.name = field_translates(&unused[i], &length)};
        said.name_length = said.name != NULL ? length : 0;
        /* A translation of what each offer says in its own way would be inherited by those that say nothing. */
        bool astray = said.name != NULL && field_of(&rows[0], &said) != NULL && field_of(&entry, &said) == NULL &&
                      field_of(&(struct entry){.fields = unused, .count = offers.unused_count}, &said) == NULL;
        if (!astray && field_of(&entry, &unused[i]) == NULL)
            fields[entry.count++] = unused[i];
    }
    service->entry = entry;
    add_own_fields(written, service, &offers, common);
}

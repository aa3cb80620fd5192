#include "write/open_referral.h"

#include <stdlib.h>
#include <string.h>

#include "read/open_referral_parts.h"
#include "text/memory.h"
#include "write/json.h"
#include "write/open_referral_parts.h"
#include "write/uuid.h"

static bool is_kept(const struct entry_field *field)
{
    static const char name[] = "x_open_referral";
    return field->name_length >= sizeof name - 1 && memcmp(field->name, name, sizeof name - 1) == 0;
}

/* Every value of an entry as an attribute: "signpost:groups/stage_from". owner is "" for the service itself. What was kept of a list of somebody else's
 * goes along only where it is all, or said to be the whole. */
static void add_attributes(json_t *list, const char *id, const char *owner, const struct entry *entry, bool whole)
{
    struct buffer link = {0};
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        for (size_t value = 0; value < field->count && (!is_kept(field) || whole); value++) {
            const struct entry_value *said = &field->values[value];
            buffer_clear(&link);
            buffer_format(&link, "%s%s%s", REFERRAL_LINK, owner, *owner != '\0' ? "/" : "");
            for (size_t at = 0; at < field->name_length; at++)
                if (strchr("%/#", field->name[at]) != NULL && field->name[at] != '\0')
                    buffer_format(&link, "%%%02X", (unsigned)(unsigned char)field->name[at]);
                else
                    buffer_add_byte(&link, field->name[at]);
            if (said->item > 0)
                buffer_format(&link, "#%u", said->item);
            json_t *attribute = json_object();
            json_t *term = json_object();
            referral_set_id(attribute, id, "attributes", json_array_size(list));
            json_set(attribute, "link_type", referral_string(buffer_text(&link), link.length));
            buffer_add_byte(&link, '=');
            buffer_add(&link, said->text, said->length);
            referral_set_id(term, "", buffer_text(&link), 0);
            json_set(term, "name", referral_string(said->text, said->length));
            json_set(term, "description", referral_string(field->name, field->name_length));
            json_set(term, "taxonomy", json_text(REFERRAL_TAXONOMY));
            json_set(attribute, "taxonomy_term", term);
            json_append(list, attribute);
        }
    }
    buffer_free(&link);
}

/* What the whole list says goes with its first service. */
static void add_blocks(json_t *list, const char *id, const struct written *written)
{
    struct buffer owner = {0};
    add_attributes(list, id, "@catalogue", &written->head, false);
    for (size_t i = 0; i < written->place_count; i++) {
        buffer_clear(&owner);
        buffer_format(&owner, "@places/%zu", i);
        add_attributes(list, id, buffer_text(&owner), &written->places[i], false);
    }
    for (size_t i = 0; i < written->term_count; i++) {
        buffer_clear(&owner);
        buffer_format(&owner, "@vocabulary/%zu/%s", i, written->terms[i].list);
        add_attributes(list, id, buffer_text(&owner), &written->terms[i].entry, false);
    }
    buffer_free(&owner);
}

/* What was kept of a list of somebody else's: an object, or NULL. */
static json_t *kept_object(const struct entry *entry)
{
    struct buffer text = {0};
    for (size_t i = 0; i < entry->count; i++)
        if (is_kept(&entry->fields[i]) && entry->fields[i].count > 0)
            buffer_add(&text, entry->fields[i].values[0].text, entry->fields[i].values[0].length);
    json_t *object = text.length > 0 ? json_loadb(buffer_text(&text), text.length, JSON_REJECT_DUPLICATES, NULL) : NULL;
    buffer_free(&text);
    if (object != NULL && json_is_object(object))
        return object;
    json_decref(object);
    return NULL;
}

/* Lists of the version before have ids that are numbers, which these schemas do not allow: they are kept as a whole, under a key of their own. */
static json_t *start_service(const struct entry *entry)
{
    json_t *kept = kept_object(entry);
    const char *id = json_string_value(json_object_get(kept, "id"));
    if (kept != NULL && id != NULL && uuid_is(id, strlen(id)))
        return kept;
    json_t *service = json_object();
    if (kept != NULL)
        json_set(service, "x_open_referral", kept);
    return service;
}

json_t *referral_make(const struct written *written, size_t number, enum open_referral_profile profile, bool whole)
{
    const struct written_service *service = &written->services[number];
    struct arena *arena = arena_new();
    struct entry offer = written_offer(arena, service, 0);
    /* Says that the object is theirs, and what Signpost wrote is only in the attributes. */
    static const struct entry_value yes = {.text = REFERRAL_THEIRS, .length = sizeof REFERRAL_THEIRS - 1};
    static const struct entry_field mark = {.name = "x_open_referral", .name_length = 15, .values = &yes, .count = 1};
    const struct entry theirs = {.fields = &mark, .count = 1};
    bool kept_before = entry_says(&service->entry, "x_open_referral") != NULL;
    size_t length;
    const char *text = entry_text(&service->entry, "id", &length);
    const char *id = arena_copy(arena, text, length);
    json_t *object = start_service(&service->entry);
    referral_standard(object, id, &offer, &service->entry, profile);
    json_t *kept = json_object_get(object, "attributes");
    json_t *list = json_array();
    for (size_t i = 0; i < json_array_size(kept); i++)
        json_array_append(list, json_array_get(kept, i));
    add_attributes(list, id, "", &service->entry, whole);
    if (kept_before && !whole)
        add_attributes(list, id, "", &theirs, true);
    for (size_t i = 0; i < service->offer_count; i++) {
        text = entry_text(&service->offers[i], "id", &length);
        add_attributes(list, id, arena_copy(arena, text, length), &service->offers[i], false);
    }
    if (number == 0)
        add_blocks(list, id, written);
    json_set(object, "attributes", list);
    arena_free(arena);
    return object;
}

void open_referral_write(struct buffer *out, const struct written *written, enum open_referral_profile profile, enum open_referral_shape shape,
                         void (*full)(void *data, struct buffer *out), void *data)
{
    size_t count = written->service_count;
    if (shape == SHAPE_PAGE)
        buffer_format(out,
                      "{\"total_items\": %zu, \"total_pages\": 1, \"page_number\": 1, \"size\": %zu, \"first_page\": true, \"last_page\": true, "
                      "\"empty\": %s, \"contents\": [",
                      count, count, count == 0 ? "true" : "false");
    for (size_t i = 0; i < count; i++) {
        if (shape == SHAPE_PAGE)
            buffer_add_text(out, i > 0 ? ",\n" : "\n");
        json_write(out, referral_make(written, i, profile, false));
        if (shape != SHAPE_PAGE)
            buffer_add_byte(out, '\n');
        if (full != NULL)
            full(data, out);
    }
    if (shape == SHAPE_PAGE)
        buffer_add_text(out, "\n]}\n");
}

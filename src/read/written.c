#include "read/written.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/draft.h"
#include "read/load_files.h"
#include "text/memory.h"

struct written *written_new(void)
{
    struct written *written = memory_new(1, sizeof *written);
    written->arena = arena_new();
    return written;
}

void written_free(struct written *written)
{
    if (written == NULL)
        return;
    for (size_t i = 0; i < written->service_count; i++)
        free(written->services[i].offers);
    free(written->services);
    free(written->terms);
    free(written->places);
    free(written->others);
    arena_free(written->arena);
    free(written);
}

static struct entry_field copy_field(struct arena *arena, const struct entry_field *field)
{
    struct entry_field copy = *field;
    struct entry_value *values = arena_get(arena, field->count, sizeof *values);
    enum field known = field_named(field->name, field->name_length);
    copy.name = known != FIELD_COUNT && strncmp(field_table[known].name, field->name, field->name_length) == 0 &&
                        field_table[known].name[field->name_length] == '\0'
                    ? field_table[known].name
                    : arena_copy(arena, field->name, field->name_length);
    for (size_t i = 0; i < field->count; i++) {
        values[i] = field->values[i];
        values[i].text = arena_copy(arena, values[i].text, values[i].length);
    }
    copy.values = values;
    return copy;
}

struct entry written_copy(struct arena *arena, const struct entry *entry)
{
    struct entry copy = *entry;
    struct entry_field *fields = arena_get(arena, entry->count, sizeof *fields);
    for (size_t i = 0; i < entry->count; i++)
        fields[i] = copy_field(arena, &entry->fields[i]);
    copy.fields = fields;
    return copy;
}

struct written_service *written_add_service(struct written *written, struct entry entry)
{
    written->services = memory_room(written->services, written->service_count, &written->service_room, sizeof *written->services);
    struct written_service *service = &written->services[written->service_count++];
    *service = (struct written_service){.entry = entry};
    return service;
}

void written_add_offer(struct written *written, struct written_service *service, struct entry entry)
{
    (void)written;
    service->offers = memory_room(service->offers, service->offer_count, &service->offer_room, sizeof *service->offers);
    service->offers[service->offer_count++] = entry;
}

/* The value without blanks around it, as the catalogue takes it. */
static struct found trimmed(const struct entry_value *value)
{
    struct part_walk walk = {.value = value};
    struct found found = {.text = ""};
    part_next(&walk, SPLIT_NONE, &found);
    return found;
}

static bool is_named(const struct entry_field *field, const char *name, size_t length)
{
    return field->name_length == length && memcmp(field->name, name, length) == 0;
}

static bool says(const struct entry_field *field)
{
    for (size_t i = 0; i < field->count; i++)
        if (trimmed(&field->values[i]).length > 0)
            return true;
    return false;
}

static const struct entry_field *says_named(const struct entry *entry, const char *name, size_t length)
{
    for (size_t i = 0; i < entry->count; i++)
        if (is_named(&entry->fields[i], name, length) && says(&entry->fields[i]))
            return &entry->fields[i];
    return NULL;
}

const struct entry_field *entry_says(const struct entry *entry, const char *name)
{
    return says_named(entry, name, strlen(name));
}

const char *entry_text(const struct entry *entry, const char *name, size_t *length)
{
    const struct entry_field *field = entry_says(entry, name);
    struct found found = {.text = ""};
    for (size_t i = 0; field != NULL && found.length == 0; i++)
        found = trimmed(&field->values[i]);
    *length = found.length;
    return found.text;
}

/* The next value that is not blank. */
static bool next_value(const struct entry_field *field, size_t *at, struct found *found)
{
    while (field != NULL && *at < field->count) {
        *found = trimmed(&field->values[(*at)++]);
        if (found->length > 0)
            return true;
    }
    return false;
}

bool fields_same(const struct entry_field *left, const struct entry_field *right)
{
    struct found one;
    struct found other;
    size_t left_at = 0;
    size_t right_at = 0;
    for (;;) {
        bool more = next_value(left, &left_at, &one);
        if (more != next_value(right, &right_at, &other))
            return false;
        if (!more)
            return true;
        bool meetings = field_is_meeting(left);
        if (one.length != other.length || memcmp(one.text, other.text, one.length) != 0 ||
            (meetings && left->values[left_at - 1].item != right->values[right_at - 1].item))
            return false;
    }
}

bool field_says_not_stated(const struct entry_field *field)
{
    struct found found = {.text = ""};
    size_t at = 0;
    return next_value(field, &at, &found) && found_is_not_stated(found);
}

bool field_is_meeting(const struct entry_field *field)
{
    return field->name_length >= 5 && memcmp(field->name, "meets", 5) == 0 && (field->name_length == 5 || field->name[5] == '_');
}

const char *field_translates(const struct entry_field *field, size_t *length)
{
    if (!draft_is_translation(field->name, field->name_length))
        return NULL;
    const char *code = field->name + strlen("lang_");
    const char *text = (const char *)memchr(code, '_', field->name_length - strlen("lang_")) + 1;
    *length = field->name_length - (size_t)(text - field->name);
    return text;
}

/* Whether an inherited field still holds where an entry says this. */
static bool is_inherited(const struct entry *inherited, const struct entry_field *field, const struct entry *own, bool own_meetings)
{
    size_t length;
    if (!says(field) || (own_meetings && field_is_meeting(field)))
        return false;
    const char *text = field_translates(field, &length);
    if (text == NULL || says_named(own, field->name, field->name_length) != NULL)
        return true;
    const struct entry_field *anew = says_named(own, text, length);
    const struct entry_field *before = says_named(inherited, text, length);
    bool silent = before == NULL || field_says_not_stated(before);
    return anew == NULL || fields_same(anew, before) || (silent && field_says_not_stated(anew));
}

struct entry written_over(struct arena *arena, const struct entry *inherited, const struct entry *own)
{
    struct entry over = *own;
    struct entry_field *fields = arena_get(arena, inherited->count + own->count, sizeof *fields);
    bool own_meetings = false;
    over.count = 0;
    over.fields = fields;
    for (size_t i = 0; i < own->count; i++)
        own_meetings = own_meetings || (field_is_meeting(&own->fields[i]) && says(&own->fields[i]));
    for (size_t i = 0; i < inherited->count; i++) {
        const struct entry_field *field = &inherited->fields[i];
        if (!is_inherited(inherited, field, own, own_meetings))
            continue;
        const struct entry_field *anew = says_named(own, field->name, field->name_length);
        fields[over.count++] = anew != NULL ? *anew : *field;
    }
    for (size_t i = 0; i < own->count; i++) {
        const struct entry_field *field = &own->fields[i];
        if (says(field) && says_named(&over, field->name, field->name_length) == NULL)
            fields[over.count++] = *field;
    }
    return over;
}

size_t written_offer_count(const struct written_service *service)
{
    return service->offer_count > 0 ? service->offer_count : 1;
}

/* An offer's name that is `none` or not stated is the service's. */
static struct entry without_empty_name(struct arena *arena, const struct entry *offer)
{
    struct entry named = *offer;
    const struct entry_field *name = entry_says(offer, "name");
    if (name == NULL)
        return named;
    struct found found = {.text = ""};
    size_t at = 0;
    next_value(name, &at, &found);
    if (!found_is_not_stated(found) && !found_is_none(found))
        return named;
    struct entry_field *fields = arena_get(arena, offer->count, sizeof *fields);
    named.fields = fields;
    named.count = 0;
    for (size_t i = 0; i < offer->count; i++)
        if (&offer->fields[i] != name)
            fields[named.count++] = offer->fields[i];
    return named;
}

struct entry written_offer(struct arena *arena, const struct written_service *service, size_t number)
{
    if (service->offer_count == 0)
        return written_over(arena, &(struct entry){.file = service->entry.file}, &service->entry);
    struct entry own = without_empty_name(arena, &service->offers[number]);
    return written_over(arena, &service->entry, &own);
}

/* Meetings that grow. */
struct growing {
    struct arena *arena;
    struct written_meeting *items;
    size_t count;
    size_t room;
};

static void set_part(struct growing *meetings, size_t index, size_t part, const char *text, size_t length)
{
    enum { HIDDEN = MEETING_PARTS - 1 };
    if (index >= DRAFT_MOST_VALUES)
        return;
    while (meetings->count <= index) {
        if (meetings->count == meetings->room) {
            size_t room = meetings->room * 2 + 4;
            struct written_meeting *items = arena_get(meetings->arena, room, sizeof *items);
            if (meetings->count > 0)
                memcpy(items, meetings->items, meetings->count * sizeof *items);
            meetings->items = items;
            meetings->room = room;
        }
        meetings->count++;
    }
    meetings->items[index].parts[part] = (struct written_text){text, length};
}

size_t written_meetings(struct arena *arena, const struct entry *entry, bool cells, struct written_meeting **meetings)
{
    struct growing growing = {.arena = arena};
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        bool plain = field->name_length == 5;
        if (!field_is_meeting(field))
            continue;
        enum field which = plain ? FIELD_MEETS_PLACE : field_named(field->name, field->name_length);
        bool split = cells || plain;
        size_t running = 0;
        for (size_t value = 0; value < field->count && which != FIELD_COUNT; value++) {
            struct part_walk walk = {.value = &field->values[value]};
            struct found part;
            while (part_next(&walk, split ? SPLIT_PARTS : SPLIT_NONE, &part)) {
                if (split && memchr(part.text, '\\', part.length) != NULL) {
                    struct buffer plain_text = {0};
                    part_plain(&plain_text, part.text, part.length);
                    part.text = arena_copy(arena, buffer_text(&plain_text), plain_text.length);
                    part.length = plain_text.length;
                    buffer_free(&plain_text);
                }
                set_part(&growing, split ? running++ : field->values[value].item, (size_t)(which - FIELD_MEETS_PLACE), part.text, part.length);
            }
        }
    }
    *meetings = growing.items;
    return growing.count;
}

/* Whether the catalogue keeps the place (draft_meetings.c). */
static bool meeting_says(const struct written_meeting *meeting)
{
    enum { LATITUDE = FIELD_MEETS_LATITUDE - FIELD_MEETS_PLACE, LONGITUDE, HIDDEN };
    bool said[MEETING_PARTS];
    for (size_t part = 0; part < MEETING_PARTS; part++) {
        struct found found = {.text = meeting->parts[part].text, .length = meeting->parts[part].length};
        bool yes = true;
        said[part] = found.length > 0 && !found_is_not_stated(found) && !found_is_none(found) &&
                     (part != HIDDEN || !found_yes_or_no(found, &yes) || yes);
    }
    for (size_t part = 0; part < LATITUDE; part++)
        if (said[part])
            return true;
    return (said[LATITUDE] && said[LONGITUDE]) || said[HIDDEN];
}

size_t written_meetings_kept(struct written_meeting *meetings, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (meeting_says(&meetings[i]))
            meetings[kept++] = meetings[i];
    return kept;
}

struct entry written_with_meetings(struct arena *arena, const struct entry *entry, const struct written_meeting *meetings, size_t count)
{
    struct entry with = *entry;
    struct entry_field *fields = arena_get(arena, entry->count + MEETING_PARTS, sizeof *fields);
    with.count = 0;
    with.fields = fields;
    for (size_t i = 0; i < entry->count; i++)
        if (!field_is_meeting(&entry->fields[i]))
            fields[with.count++] = entry->fields[i];
    for (size_t part = 0; part < MEETING_PARTS; part++) {
        const char *name = field_table[FIELD_MEETS_PLACE + part].name;
        struct entry_value *values = arena_get(arena, count, sizeof *values);
        struct entry_field field = {.name = name, .name_length = strlen(name), .line = entry->line, .column = entry->column, .values = values};
        uint32_t item = 0;
        for (size_t i = 0; i < count; i++) {
            const struct written_text *text = &meetings[i].parts[part];
            if (!meeting_says(&meetings[i]))
                continue;
            if (text->length > 0)
                values[field.count++] = (struct entry_value){text->text, text->length, entry->line, entry->column, item};
            item++;
        }
        if (field.count > 0)
            fields[with.count++] = field;
    }
    return with;
}

void written_read(struct written *written, const char *file, const struct bytes *bytes, struct problems *problems)
{
    enum file_kind kind = file_kind_to_read(file, bytes, written->mapping != NULL);
    if (kind == FILE_JSON)
        written_read_open_referral(written, file, bytes, problems);
    else if (kind == FILE_CSV)
        written_read_csv(written, file, bytes, problems);
    else
        written_read_yaml(written, file, bytes, problems);
}

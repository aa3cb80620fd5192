#include "write/written_hide.h"

#include <string.h>

#include "catalogue/draft.h"
#include "catalogue/session.h"
#include "text/buffer.h"

enum { MOST_SECRETS = 256 };

struct hiding {
    struct arena *arena;
    struct written_text secrets[MOST_SECRETS]; /* of one service */
    size_t secret_count;
    bool hides; /* the service has a hidden place */
    const char *about;
    hidden_told *told;
    void *data;
    size_t count;
};

static bool is_hidden(const struct written_meeting *meeting)
{
    const struct written_text *text = &meeting->parts[MEETING_PARTS - 1];
    bool yes = false;
    struct found found = {.text = text->text, .length = text->length};
    while (found.length > 0 && found.text[0] == ' ') {
        found.text++;
        found.length--;
    }
    return found.length > 0 && found_yes_or_no(found, &yes) && yes;
}

static void gather(struct hiding *hiding, const struct entry *entry)
{
    enum { LATITUDE = FIELD_MEETS_LATITUDE - FIELD_MEETS_PLACE };
    struct written_meeting *meetings;
    size_t count = written_meetings(hiding->arena, entry, false, &meetings);
    for (size_t i = 0; i < count; i++) {
        if (!is_hidden(&meetings[i]))
            continue;
        hiding->hides = true;
        for (size_t part = 0; part < LATITUDE && hiding->secret_count < MOST_SECRETS; part++) {
            struct found found = {.text = meetings[i].parts[part].text, .length = meetings[i].parts[part].length};
            if (found.length > 0 && !found_is_not_stated(found) && !found_is_none(found))
                hiding->secrets[hiding->secret_count++] = (struct written_text){found.text, found.length};
        }
    }
}

static bool holds(const char *text, size_t length, const char *part, size_t part_length)
{
    for (size_t at = 0; at + part_length <= length; at++)
        if (memcmp(text + at, part, part_length) == 0)
            return true;
    return false;
}

static bool names_secret(const struct hiding *hiding, const char *text, size_t length)
{
    for (size_t i = 0; i < hiding->secret_count; i++)
        if (holds(text, length, hiding->secrets[i].text, hiding->secrets[i].length))
            return true;
    return false;
}

/* A line of `when` without its place: "every Tuesday 10:00-11:30 at Paisley Abbey". False when the place cannot be cut out. */
static bool without_place(struct hiding *hiding, struct entry_value *value)
{
    struct session sessions[8];
    size_t wrong;
    const char *why;
    const char *text = value->text;
    size_t length = value->length;
    if (session_parse(hiding->arena, text, length, sessions, &wrong, &why) == 0)
        return false;
    if (sessions[0].place == NULL)
        return true;
    size_t place = strlen(sessions[0].place);
    for (size_t at = 1; at + place <= length; at++) {
        if (memcmp(text + at, sessions[0].place, place) != 0)
            continue;
        size_t start = at;
        while (start > 0 && text[start - 1] == ' ')
            start--;
        while (start > 0 && text[start - 1] != ' ') /* "at" */
            start--;
        while (start > 0 && text[start - 1] == ' ')
            start--;
        struct buffer cut = {0};
        buffer_add(&cut, text, start);
        buffer_add(&cut, text + at + place, length - at - place);
        value->text = arena_copy(hiding->arena, buffer_text(&cut), cut.length);
        value->length = cut.length;
        buffer_free(&cut);
        return true;
    }
    return false;
}

static void tell(struct hiding *hiding, const struct entry *entry, const struct entry_field *field, const struct entry_value *value)
{
    hiding->count++;
    hiding->told(hiding->data, hiding->about, arena_copy(hiding->arena, field->name, field->name_length),
                 (struct position){entry->file, value->line, value->column});
}

/* The values of a field that may be written. */
static struct entry_field cleared(struct hiding *hiding, const struct entry *entry, const struct entry_field *field)
{
    struct entry_field clear = *field;
    struct entry_value *values = arena_get(hiding->arena, field->count, sizeof *values);
    bool when = field->name_length == 4 && memcmp(field->name, "when", 4) == 0;
    clear.count = 0;
    clear.values = values;
    for (size_t i = 0; i < field->count; i++) {
        struct entry_value value = field->values[i];
        bool kept = !when || without_place(hiding, &value);
        kept = (kept || !when || !hiding->hides) && !names_secret(hiding, value.text, value.length);
        if (!kept || value.length != field->values[i].length)
            tell(hiding, entry, field, &field->values[i]);
        if (kept)
            values[clear.count++] = value;
    }
    return clear;
}

static void hide_meetings(struct hiding *hiding, struct entry *entry)
{
    struct written_meeting *meetings;
    size_t count = written_meetings(hiding->arena, entry, false, &meetings);
    for (size_t i = 0; i < count; i++) {
        if (!is_hidden(&meetings[i]))
            continue;
        for (size_t part = 0; part < MEETING_PARTS - 1; part++)
            meetings[i].parts[part] = (struct written_text){0};
    }
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        bool plain = field->name_length == 5;
        for (size_t value = 0; field_is_meeting(field) && !plain && value < field->count; value++) {
            size_t item = field->values[value].item;
            if (item < count && is_hidden(&meetings[item]) && field_named(field->name, field->name_length) != FIELD_MEETS_HIDDEN)
                tell(hiding, entry, field, &field->values[value]);
        }
    }
    *entry = written_with_meetings(hiding->arena, entry, meetings, count);
}

/* Whether the field may tell where a place is. Words of lists and names of areas say too little to. */
static bool may_tell(const struct entry_field *field)
{
    enum field known = field_named(field->name, field->name_length);
    if (known == FIELD_NAME || known == FIELD_PROVIDER || known == FIELD_PUBLIC_NAME)
        return false;
    return known < FIELD_TEXT_COUNT || known == FIELD_WHEN || known == FIELD_COUNT;
}

static void hide_entry(struct hiding *hiding, struct entry *entry)
{
    hide_meetings(hiding, entry);
    struct entry_field *fields = arena_get(hiding->arena, entry->count, sizeof *fields);
    size_t count = 0;
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        fields[count] = may_tell(field) && !field_is_meeting(field) ? cleared(hiding, entry, field) : *field;
        count += fields[count].count > 0 ? 1 : 0;
    }
    entry->fields = fields;
    entry->count = count;
}

size_t written_hide(struct written *written, hidden_told *told, void *data)
{
    struct hiding hiding = {.arena = written->arena, .told = told, .data = data};
    for (size_t i = 0; i < written->service_count; i++) {
        struct written_service *service = &written->services[i];
        size_t length;
        const char *id = entry_text(&service->entry, "id", &length);
        hiding.secret_count = 0;
        hiding.hides = false;
        gather(&hiding, &service->entry);
        for (size_t offer = 0; offer < service->offer_count; offer++)
            gather(&hiding, &service->offers[offer]);
        if (!hiding.hides)
            continue;
        hiding.about = arena_copy(hiding.arena, id, length);
        hide_entry(&hiding, &service->entry);
        for (size_t offer = 0; offer < service->offer_count; offer++)
            hide_entry(&hiding, &service->offers[offer]);
    }
    return hiding.count;
}

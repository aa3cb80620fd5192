/* What is due, for people, programs and calendars. */
#include <inttypes.h>
#include <string.h>

#include "write/calendar_lines.h"
#include "write/due.h"
#include "write/due_words.h"
#include "write/json.h"
#include "write/lines.h"

enum { INDENT = 2, FRIDAY = 4 };

static void add_id(struct buffer *out, const struct due_list *list, const struct due_item *item)
{
    if (item->whole)
        buffer_add_text(out, offer_service(list->catalogue, item->offer)->id);
    else
        offer_id_words(out, list->catalogue, item->offer);
}

static const char *name_of(const struct due_list *list, const struct due_item *item)
{
    return item->whole ? offer_service(list->catalogue, item->offer)->name : offer_name(item->offer);
}

/* A sentence with a date in it. */
static void add_dated(struct buffer *out, const char *sentence, struct date date)
{
    struct buffer words = {0};
    date_words(&words, date);
    buffer_add_byte(out, ' ');
    buffer_format(out, sentence, buffer_text(&words));
    buffer_free(&words);
}

/* "juno: Juno. Last checked in 2020." */
static void add_item(struct buffer *out, const struct due_list *list, const struct due_item *item)
{
    struct buffer id = {0};
    struct date checked = item->offer->checked;
    add_id(&id, list, item);
    buffer_format(out, DUE_ITEM, buffer_text(&id), name_of(list, item));
    buffer_free(&id);
    if (checked.year == 0)
        buffer_format(out, " %s", DUE_NEVER);
    else
        add_dated(out, checked.day != 0 ? DUE_CHECKED_ON : DUE_CHECKED_IN, checked);
    if (item->ends)
        add_dated(out, date_last_day(item->offer->ends_on) < date_days(list->today) ? DUE_ENDED : DUE_ENDS, item->offer->ends_on);
}

static void add_contact(struct buffer *out, const struct due_group *group)
{
    const char *parts[] = {group->phone, group->email, group->web};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (parts[i])
            buffer_format(out, "%s%s", out->length > 0 ? DUE_BETWEEN : "", parts[i]);
    if (out->length == 0)
        buffer_add_text(out, DUE_NO_CONTACT);
}

void due_for_people(struct buffer *out, const struct due_list *list, size_t columns)
{
    struct buffer line = {0};
    for (size_t i = 0; i < list->group_count; i++) {
        const struct due_group *group = &list->groups[i];
        if (i > 0)
            buffer_add_byte(out, '\n');
        lines_wrap(out, group->name, columns, 0, 0);
        add_contact(&line, group);
        lines_wrap(out, buffer_text(&line), columns, INDENT, INDENT);
        for (size_t k = 0; k < group->count; k++) {
            buffer_clear(&line);
            add_item(&line, list, &group->items[k]);
            lines_wrap(out, buffer_text(&line), columns, INDENT, INDENT + INDENT);
        }
        buffer_clear(&line);
    }
    buffer_free(&line);
}

static json_t *date_or_null(struct date date)
{
    struct buffer words = {0};
    date_iso(&words, date);
    json_t *value = json_text(words.length > 0 ? buffer_text(&words) : NULL);
    buffer_free(&words);
    return value;
}

static json_t *item_json(const struct due_list *list, const struct due_item *item)
{
    struct buffer id = {0};
    json_t *object = json_object();
    json_t *why = json_array();
    bool ended = item->ends && date_last_day(item->offer->ends_on) < date_days(list->today);
    add_id(&id, list, item);
    json_set(object, "id", json_text(buffer_text(&id)));
    json_set(object, "name", json_text(name_of(list, item)));
    json_set(object, "checked", date_or_null(item->offer->checked));
    json_set(object, "checked_by", json_text(offer_text(item->offer, FIELD_CHECKED_BY)));
    json_set(object, "ends_on", date_or_null(item->offer->ends_on));
    if (item->never || item->old)
        json_append(why, json_text(item->never ? "never-checked" : "stale"));
    if (item->ends)
        json_append(why, json_text(ended ? "has-ended" : "ends-soon"));
    json_set(object, "why", why);
    json_set(object, "file", json_text(item->offer->where.file));
    json_set(object, "line", json_integer(item->offer->where.line));
    buffer_free(&id);
    return object;
}

void due_json(struct buffer *out, const struct due_list *list)
{
    buffer_add_byte(out, '[');
    for (size_t i = 0; i < list->group_count; i++) {
        const struct due_group *group = &list->groups[i];
        json_t *object = json_object();
        json_t *items = json_array();
        json_set(object, "provider", json_text(group->name));
        json_set(object, "phone", json_text(group->phone));
        json_set(object, "email", json_text(group->email));
        json_set(object, "web", json_text(group->web));
        for (size_t k = 0; k < group->count; k++)
            json_append(items, item_json(list, &group->items[k]));
        json_set(object, "due", items);
        buffer_add_text(out, i > 0 ? ",\n " : "");
        json_write(out, object);
        while (out->length > 0 && out->bytes[out->length - 1] == '\n')
            buffer_cut(out, out->length - 1);
    }
    buffer_add_text(out, "]\n");
}

static void add_day(struct buffer *out, const char *property, int32_t day)
{
    struct date date = date_from_days(day);
    struct buffer line = {0};
    buffer_format(&line, "%s;VALUE=DATE:%04d%02u%02u", property, date.year, date.month, date.day);
    calendar_line(out, &line);
    buffer_free(&line);
}

static void put_event(struct buffer *out, const struct due_list *list, const struct due_group *group, int32_t day)
{
    struct buffer text = {0};
    calendar_put(out, "BEGIN:VEVENT");
    buffer_format(&text, "UID:due-%016" PRIx64 "@signpost.invalid", calendar_fingerprint(group->name));
    calendar_line(out, &text);
    buffer_format(&text, "DTSTAMP:%04d%02u%02uT000000Z", list->today.year, list->today.month, list->today.day);
    calendar_line(out, &text);
    add_day(out, "DTSTART", day);
    add_day(out, "DTEND", day + 1);
    buffer_format(&text, DUE_EVENT, group->name);
    calendar_text(out, "SUMMARY", buffer_text(&text));
    buffer_clear(&text);
    add_contact(&text, group);
    for (size_t i = 0; i < group->count; i++) {
        buffer_add_byte(&text, '\n');
        add_item(&text, list, &group->items[i]);
    }
    calendar_text(out, "DESCRIPTION", buffer_text(&text));
    calendar_put(out, "TRANSP:TRANSPARENT");
    calendar_put(out, "END:VEVENT");
    buffer_free(&text);
}

void due_calendar(struct buffer *out, const struct due_list *list)
{
    int32_t day = date_days(list->today);
    calendar_put(out, "BEGIN:VCALENDAR");
    calendar_put(out, "VERSION:2.0");
    calendar_put(out, "PRODID:-//Signpost//Signpost//EN");
    for (size_t i = 0; i < list->group_count; i++) {
        while (date_weekday(date_from_days(day)) > FRIDAY)
            day++;
        put_event(out, list, &list->groups[i], day++);
    }
    calendar_put(out, "END:VCALENDAR");
}

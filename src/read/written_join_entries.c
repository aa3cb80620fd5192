/* Two entries that say something of the same thing become one, field by field; where they differ that is noted, and one is taken. */
#include <string.h>

#include "read/written_join_parts.h"
#include "text/memory.h"

bool join_field_is(const struct entry_field *field, const char *name)
{
    return strlen(name) == field->name_length && memcmp(name, field->name, field->name_length) == 0;
}

const struct entry_field *join_field_like(const struct entry *entry, const struct entry_field *like)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->fields[i].name_length == like->name_length && memcmp(entry->fields[i].name, like->name, like->name_length) == 0)
            return &entry->fields[i];
    return NULL;
}

const char *join_says(struct arena *arena, const struct entry_field *field)
{
    struct buffer text = {0};
    for (size_t i = 0; i < field->count; i++) {
        buffer_add_text(&text, i > 0 ? "; " : "");
        buffer_add(&text, field->values[i].text, field->values[i].length);
    }
    const char *kept = arena_copy(arena, buffer_text(&text), text.length);
    buffer_free(&text);
    return kept;
}

struct date join_checked_on(const struct entry *entry)
{
    struct date date = {0};
    size_t length;
    const char *text = entry_text(entry, "checked", &length);
    date_parse(text, length, &date);
    return date;
}

/* Which of two entries is to be believed: 0, 1, or -1 for neither. */
static int preferred(const struct joining *joining, const struct entry *one, const struct entry *other)
{
    if (joining->prefer == PREFER_FIRST || joining->prefer == PREFER_LAST)
        return joining->prefer == PREFER_LAST;
    if (joining->prefer == PREFER_NONE)
        return -1;
    bool heads = one == &joining->all->head;
    struct date first = heads ? joining->newest[0] : join_checked_on(one);
    struct date second = heads ? joining->newest[1] : join_checked_on(other);
    if (date_last_day(first) < date_days(second))
        return 1;
    return date_last_day(second) < date_days(first) ? 0 : -1;
}

static struct position where_of(const struct entry *entry, const struct entry_field *field)
{
    if (field->count > 0 && field->values[0].line > 0)
        return (struct position){entry->file, field->values[0].line, field->values[0].column};
    return (struct position){entry->file, entry->line, entry->column};
}

int join_conflict_over(struct joining *joining, const char *about, const struct entry *one, const struct entry_field *first, const struct entry *other,
                    const struct entry_field *second)
{
    struct join *join = joining->join;
    struct arena *arena = joining->all->arena;
    int taken = preferred(joining, one, other);
    join->conflicts = memory_room(join->conflicts, join->count, &join->room, sizeof *join->conflicts);
    join->conflicts[join->count++] = (struct join_conflict){
        .about = about,
        .field = arena_copy(arena, first->name, first->name_length),
        .where = {where_of(one, first), where_of(other, second)},
        .says = {join_says(arena, first), join_says(arena, second)},
        .taken = taken,
    };
    join->open += taken < 0 ? 1 : 0;
    return taken < 0 ? 0 : taken;
}

static bool has_meetings(const struct entry *entry)
{
    for (size_t i = 0; i < entry->count; i++)
        if (field_is_meeting(&entry->fields[i]))
            return true;
    return false;
}

static bool same_meetings(const struct entry *one, const struct entry *other)
{
    for (size_t part = 0; part < MEETING_PARTS; part++) {
        const char *name = field_table[FIELD_MEETS_PLACE + part].name;
        if (!fields_same(entry_says(one, name), entry_says(other, name)))
            return false;
    }
    return true;
}

/* Places where it meets belong together: all of one or all of the other. */
static const struct entry *meetings_from(struct joining *joining, const char *about, const struct entry *one, const struct entry *other)
{
    if (!has_meetings(other) || (has_meetings(one) && same_meetings(one, other)))
        return one;
    if (!has_meetings(one))
        return other;
    for (size_t part = 0; part < MEETING_PARTS; part++) {
        const char *name = field_table[FIELD_MEETS_PLACE + part].name;
        const struct entry_field none = {.name = name, .name_length = strlen(name)};
        const struct entry_field *first = entry_says(one, name);
        const struct entry_field *second = entry_says(other, name);
        if (!fields_same(first, second))
            return join_conflict_over(joining, about, one, first != NULL ? first : &none, other, second != NULL ? second : &none) == 0 ? one : other;
    }
    return one;
}

struct entry join_entries(struct joining *joining, const char *about, const struct entry *one, const struct entry *other)
{
    struct entry joined = *one;
    struct entry_field *fields = arena_get(joining->all->arena, one->count + other->count, sizeof *fields);
    const struct entry *meetings = meetings_from(joining, about, one, other);
    joined.fields = fields;
    joined.count = 0;
    for (size_t i = 0; i < one->count; i++) {
        const struct entry_field *first = &one->fields[i];
        const struct entry_field *second = join_field_like(other, first);
        if (field_is_meeting(first))
            continue;
        bool silent = second == NULL || second->count == 0 || field_says_not_stated(second);
        if (silent || fields_same(first, second))
            fields[joined.count++] = *first;
        else if (first->count == 0 || field_says_not_stated(first))
            fields[joined.count++] = *second;
        else
            fields[joined.count++] = join_conflict_over(joining, about, one, first, other, second) == 0 ? *first : *second;
    }
    for (size_t i = 0; i < other->count; i++)
        if (!field_is_meeting(&other->fields[i]) && join_field_like(one, &other->fields[i]) == NULL)
            fields[joined.count++] = other->fields[i];
    for (size_t i = 0; i < meetings->count; i++)
        if (field_is_meeting(&meetings->fields[i]))
            fields[joined.count++] = meetings->fields[i];
    return joined;
}

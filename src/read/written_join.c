#include "read/written_join.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/draft.h"
#include "catalogue/names.h"
#include "text/memory.h"

struct joining {
    struct written *all;
    struct join *join;
    enum join_prefer prefer;
    struct date newest[2]; /* of anything in the two catalogues: which of their heads is the newer one */
};

void join_free(struct join *join)
{
    free(join->conflicts);
    *join = (struct join){0};
}

static bool is(const struct entry_field *field, const char *name)
{
    return strlen(name) == field->name_length && memcmp(name, field->name, field->name_length) == 0;
}

static const struct entry_field *field_like(const struct entry *entry, const struct entry_field *like)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->fields[i].name_length == like->name_length && memcmp(entry->fields[i].name, like->name, like->name_length) == 0)
            return &entry->fields[i];
    return NULL;
}

/* What a field says, its values behind one another. */
static const char *says(struct arena *arena, const struct entry_field *field)
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

static struct date checked_on(const struct entry *entry)
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
    struct date first = heads ? joining->newest[0] : checked_on(one);
    struct date second = heads ? joining->newest[1] : checked_on(other);
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

/* Notes that a field differs. Gives which of the two is taken, the first where that is not decided. */
static int conflict(struct joining *joining, const char *about, const struct entry *one, const struct entry_field *first, const struct entry *other,
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
        .says = {says(arena, first), says(arena, second)},
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
            return conflict(joining, about, one, first != NULL ? first : &none, other, second != NULL ? second : &none) == 0 ? one : other;
    }
    return one;
}

static struct entry join_entries(struct joining *joining, const char *about, const struct entry *one, const struct entry *other)
{
    struct entry joined = *one;
    struct entry_field *fields = arena_get(joining->all->arena, one->count + other->count, sizeof *fields);
    const struct entry *meetings = meetings_from(joining, about, one, other);
    joined.fields = fields;
    joined.count = 0;
    for (size_t i = 0; i < one->count; i++) {
        const struct entry_field *first = &one->fields[i];
        const struct entry_field *second = field_like(other, first);
        if (field_is_meeting(first))
            continue;
        bool silent = second == NULL || second->count == 0 || field_says_not_stated(second);
        if (silent || fields_same(first, second))
            fields[joined.count++] = *first;
        else if (first->count == 0 || field_says_not_stated(first))
            fields[joined.count++] = *second;
        else
            fields[joined.count++] = conflict(joining, about, one, first, other, second) == 0 ? *first : *second;
    }
    for (size_t i = 0; i < other->count; i++)
        if (!field_is_meeting(&other->fields[i]) && field_like(one, &other->fields[i]) == NULL)
            fields[joined.count++] = other->fields[i];
    for (size_t i = 0; i < meetings->count; i++)
        if (field_is_meeting(&meetings->fields[i]))
            fields[joined.count++] = meetings->fields[i];
    return joined;
}

static bool same_id(const struct entry *one, const struct entry *other)
{
    return fields_same(entry_says(one, "id"), entry_says(other, "id"));
}

static const char *id_of(struct arena *arena, const struct entry *service, const struct entry *offer)
{
    struct buffer text = {0};
    size_t length;
    const char *id = entry_text(service, "id", &length);
    buffer_add(&text, id, length);
    if (offer != NULL && !same_id(service, offer)) {
        id = entry_text(offer, "id", &length);
        buffer_add_byte(&text, '/');
        buffer_add(&text, id, length);
    }
    const char *kept = arena_copy(arena, buffer_text(&text), text.length);
    buffer_free(&text);
    return kept;
}

/* Adds to `kept` what a service says that none of its offers takes over, but for what stands there already. */
static void add_unused(struct joining *joining, struct entry *kept, struct entry_field *fields, const struct written_service *service)
{
    for (size_t i = 0; i < service->entry.count && service->offer_count > 0; i++) {
        const struct entry_field *field = &service->entry.fields[i];
        bool used = is(field, "id") || is(field, "name") || field->count == 0;
        for (size_t offer = 0; offer < service->offer_count && !used; offer++) {
            const struct entry row = written_offer(joining->all->arena, service, offer);
            const struct entry_field *says = field_like(&row, field);
            used = says != NULL && fields_same(says, field);
        }
        const struct entry_field *before = field_like(kept, field);
        if (!used && before == NULL)
            fields[kept->count++] = *field;
        else if (!used && !fields_same(before, field) &&
                 conflict(joining, id_of(joining->all->arena, kept, NULL), kept, before, &service->entry, field) == 1)
            fields[before - fields] = *field;
    }
}

/* A service that both have, offer by offer. */
static void join_services(struct joining *joining, struct written_service *one, const struct written_service *other)
{
    struct arena *arena = joining->all->arena;
    size_t count = written_offer_count(one);
    struct entry *rows = arena_get(arena, count + written_offer_count(other), sizeof *rows);
    const struct entry_field *name = entry_says(&one->entry, "name");
    const struct entry_field *other_name = entry_says(&other->entry, "name");
    bool single = one->offer_count == 0 && other->offer_count == 0;
    for (size_t i = 0; i < count; i++)
        rows[i] = written_offer(arena, one, i);
    for (size_t i = 0; i < written_offer_count(other); i++) {
        struct entry row = written_offer(arena, other, i);
        size_t at = 0;
        while (at < count && !same_id(&rows[at], &row))
            at++;
        if (at == count)
            rows[count++] = row;
        else
            rows[at] = join_entries(joining, id_of(arena, &one->entry, &row), &rows[at], &row);
    }
    if (single) {
        one->entry = rows[0];
        return;
    }
    if (name == NULL)
        name = other_name;
    else if (other_name != NULL && !fields_same(name, other_name) &&
             conflict(joining, id_of(arena, &one->entry, NULL), &one->entry, name, &other->entry, other_name) == 1)
        name = other_name;
    struct entry_field *fields = arena_get(arena, one->entry.count + other->entry.count + 1, sizeof *fields);
    struct entry kept = {.file = one->entry.file, .line = one->entry.line, .column = one->entry.column, .fields = fields, .count = 1};
    fields[0] = *entry_says(&one->entry, "id");
    add_unused(joining, &kept, fields, one);
    add_unused(joining, &kept, fields, other);
    one->entry = kept;
    one->offer_count = 0;
    written_set_offers(joining->all, one, name, rows, count);
}

/* What the head says for services that do not say it goes into each of them. */
static void settle(struct written *written, const char *name)
{
    const struct entry_field *default_value = entry_says(&written->head, name);
    if (default_value == NULL)
        return;
    for (size_t i = 0; i < written->service_count; i++) {
        struct entry *entry = &written->services[i].entry;
        if (entry_says(entry, name) != NULL)
            continue;
        struct entry_field *fields = arena_get(written->arena, entry->count + 1, sizeof *fields);
        memcpy(fields, entry->fields, entry->count * sizeof *fields);
        fields[entry->count++] = *default_value;
        entry->fields = fields;
    }
    struct entry_field *fields = arena_get(written->arena, written->head.count, sizeof *fields);
    size_t count = 0;
    for (size_t i = 0; i < written->head.count; i++)
        if (&written->head.fields[i] != default_value)
            fields[count++] = written->head.fields[i];
    written->head.fields = fields;
    written->head.count = count;
}

/* Terms of both, each once. */
static struct entry join_terms(struct arena *arena, const struct entry *one, const struct entry *other)
{
    const struct entry_field *terms = entry_says(one, "terms");
    const struct entry_field *more = entry_says(other, "terms");
    struct entry joined = *one;
    if (terms == NULL || more == NULL || fields_same(terms, more))
        return joined;
    struct entry_field *fields = arena_get(arena, one->count, sizeof *fields);
    struct entry_value *values = arena_get(arena, terms->count + more->count, sizeof *values);
    memcpy(fields, one->fields, one->count * sizeof *fields);
    struct entry_field *all = &fields[terms - one->fields];
    memcpy(values, terms->values, terms->count * sizeof *values);
    for (size_t i = 0; i < more->count; i++) {
        bool known = false;
        for (size_t at = 0; at < terms->count; at++)
            known = known || (values[at].length == more->values[i].length && memcmp(values[at].text, more->values[i].text, values[at].length) == 0);
        if (!known)
            values[all->count++] = more->values[i];
    }
    all->values = values;
    joined.fields = fields;
    return joined;
}

static void join_heads(struct joining *joining, struct written *more)
{
    struct written *all = joining->all;
    static const char *const defaults[] = {"checked", "source"};
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults && all->service_count > 0; i++) {
        if (fields_same(entry_says(&all->head, defaults[i]), entry_says(&more->head, defaults[i])))
            continue;
        settle(all, defaults[i]);
        settle(more, defaults[i]);
    }
    all->head = join_terms(all->arena, &all->head, &more->head);
    struct entry other = more->head;
    const struct entry_field *terms = entry_says(&all->head, "terms");
    for (size_t i = 0; i < other.count && terms != NULL; i++)
        if (is(&other.fields[i], "terms")) {
            struct entry_field *fields = arena_get(all->arena, other.count, sizeof *fields);
            memcpy(fields, other.fields, other.count * sizeof *fields);
            fields[i] = *terms;
            other.fields = fields;
        }
    all->head = all->head.count == 0 ? other : join_entries(joining, "catalogue", &all->head, &other);
}

static struct date newest_of(const struct written *written)
{
    struct date newest = checked_on(&written->head);
    for (size_t i = 0; i < written->service_count; i++) {
        const struct written_service *service = &written->services[i];
        for (size_t offer = 0; offer <= service->offer_count; offer++) {
            struct date date = checked_on(offer == 0 ? &service->entry : &service->offers[offer - 1]);
            if (date_days(date) > date_days(newest))
                newest = date;
        }
    }
    return newest;
}

static void join_words(struct joining *joining, const struct written *more)
{
    struct written *all = joining->all;
    for (size_t i = 0; i < more->term_count; i++) {
        const struct written_term *term = &more->terms[i];
        size_t at = 0;
        while (at < all->term_count && (strcmp(all->terms[at].list, term->list) != 0 || !same_id(&all->terms[at].entry, &term->entry)))
            at++;
        if (at < all->term_count) {
            all->terms[at].entry = join_entries(joining, id_of(all->arena, &term->entry, NULL), &all->terms[at].entry, &term->entry);
            continue;
        }
        all->terms = memory_room(all->terms, all->term_count, &all->term_room, sizeof *all->terms);
        all->terms[all->term_count++] = *term;
    }
}

static void join_places(struct joining *joining, const struct written *more)
{
    struct written *all = joining->all;
    for (size_t i = 0; i < more->place_count; i++) {
        const struct entry_field *name = entry_says(&more->places[i], "name");
        size_t at = 0;
        while (at < all->place_count && !fields_same(entry_says(&all->places[at], "name"), name))
            at++;
        if (at < all->place_count) {
            all->places[at] = join_entries(joining, name != NULL ? says(all->arena, name) : "", &all->places[at], &more->places[i]);
            continue;
        }
        all->places = memory_room(all->places, all->place_count, &all->place_room, sizeof *all->places);
        all->places[all->place_count++] = more->places[i];
    }
}

static void join_others(struct joining *joining, const struct written *more)
{
    struct written *all = joining->all;
    for (size_t i = 0; i < more->other_count; i++) {
        const struct written_other *other = &more->others[i];
        size_t at = 0;
        while (at < all->other_count && (all->others[at].key.length != other->key.length ||
                                         memcmp(all->others[at].key.text, other->key.text, other->key.length) != 0))
            at++;
        if (at < all->other_count) {
            struct entry_field field = {.name = other->key.text, .name_length = other->key.length};
            struct entry one = {.line = all->others[at].key.line};
            struct entry two = {.line = other->key.line};
            if (conflict(joining, "catalogue", &one, &field, &two, &field) == 1)
                all->others[at] = *other;
            continue;
        }
        all->others = memory_room(all->others, all->other_count, &all->other_room, sizeof *all->others);
        all->others[all->other_count++] = *other;
    }
}

void written_join(struct written *all, struct written *more, enum join_prefer prefer, struct join *join)
{
    struct joining joining = {.all = all, .join = join, .prefer = prefer, .newest = {newest_of(all), newest_of(more)}};
    struct names *ids = names_new();
    join_heads(&joining, more);
    join_words(&joining, more);
    join_places(&joining, more);
    join_others(&joining, more);
    size_t length;
    for (size_t i = 0; i < all->service_count; i++) {
        const char *id = entry_text(&all->services[i].entry, "id", &length);
        names_add(ids, id, length, (uint32_t)i);
    }
    for (size_t i = 0; i < more->service_count; i++) {
        const char *id = entry_text(&more->services[i].entry, "id", &length);
        uint32_t at = names_find(ids, id, length);
        if (at != NAMES_NONE) {
            join_services(&joining, &all->services[at], &more->services[i]);
            continue;
        }
        struct written_service *service = written_add_service(all, more->services[i].entry);
        for (size_t offer = 0; offer < more->services[i].offer_count; offer++)
            written_add_offer(all, service, more->services[i].offers[offer]);
        names_add(ids, id, length, (uint32_t)(all->service_count - 1));
    }
    names_free(ids);
}

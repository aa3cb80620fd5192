/* Two catalogues become one: service by service, and offer by offer where both have a service. */
#include "read/written_join.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/names.h"
#include "read/written_join_parts.h"
#include "text/memory.h"

void join_free(struct join *join)
{
    free(join->conflicts);
    *join = (struct join){0};
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
        bool used = join_field_is(field, "id") || join_field_is(field, "name") || field->count == 0;
        for (size_t offer = 0; offer < service->offer_count && !used; offer++) {
            const struct entry row = written_offer(joining->all->arena, service, offer);
            const struct entry_field *says = join_field_like(&row, field);
            used = says != NULL && fields_same(says, field);
        }
        const struct entry_field *before = join_field_like(kept, field);
        if (!used && before == NULL)
            fields[kept->count++] = *field;
        else if (!used && !fields_same(before, field) &&
                 join_conflict_over(joining, id_of(joining->all->arena, kept, NULL), kept, before, &service->entry, field) == 1)
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
             join_conflict_over(joining, id_of(arena, &one->entry, NULL), &one->entry, name, &other->entry, other_name) == 1)
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
        if (join_field_is(&other.fields[i], "terms")) {
            struct entry_field *fields = arena_get(all->arena, other.count, sizeof *fields);
            memcpy(fields, other.fields, other.count * sizeof *fields);
            fields[i] = *terms;
            other.fields = fields;
        }
    all->head = all->head.count == 0 ? other : join_entries(joining, "catalogue", &all->head, &other);
}

static struct date newest_of(const struct written *written)
{
    struct date newest = join_checked_on(&written->head);
    for (size_t i = 0; i < written->service_count; i++) {
        const struct written_service *service = &written->services[i];
        for (size_t offer = 0; offer <= service->offer_count; offer++) {
            struct date date = join_checked_on(offer == 0 ? &service->entry : &service->offers[offer - 1]);
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
            all->places[at] = join_entries(joining, name != NULL ? join_says(all->arena, name) : "", &all->places[at], &more->places[i]);
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
            if (join_conflict_over(joining, "catalogue", &one, &field, &two, &field) == 1)
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

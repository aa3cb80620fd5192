#include "write/differences.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/draft.h"
#include "catalogue/names.h"
#include "catalogue/stage.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/safe.h"
#include "write/difference_words.h"

struct comparing {
    struct differences *differences;
    struct arena *arena;
    const struct written *old;
    const struct written *new;
};

void differences_free(struct differences *differences)
{
    free(differences->items);
    *differences = (struct differences){0};
}

static const char *safe_copy(struct arena *arena, const char *text, size_t length)
{
    struct buffer safe = {0};
    safe_text(&safe, text, length, false);
    const char *kept = arena_copy(arena, buffer_text(&safe), safe.length);
    buffer_free(&safe);
    return kept;
}

static enum draft_split split_of(const struct entry_field *field)
{
    static const char *const lists[] = {"terms", "synonyms", "inside", "also", "holds"};
    enum field known = field_named(field->name, field->name_length);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (known == FIELD_COUNT && strlen(lists[i]) == field->name_length && memcmp(lists[i], field->name, field->name_length) == 0)
            return SPLIT_LIST;
    if (known == FIELD_COUNT)
        return SPLIT_NONE;
    return field_table[known].is == IS_SESSIONS ? SPLIT_LINES
           : field_table[known].is == IS_WORDS || field_table[known].is == IS_PLACES ? SPLIT_LIST
                                                                                     : SPLIT_NONE;
}

/* The items of a field; `not stated` is none. */
static struct difference_value value_of(struct arena *arena, const struct entry_field *field)
{
    struct difference_value value = {0};
    size_t room = 0;
    struct found part;
    enum draft_split split = field != NULL ? split_of(field) : SPLIT_NONE;
    for (int pass = 0; pass < 2 && field != NULL; pass++) {
        value.items = pass == 1 ? arena_get(arena, room, sizeof *value.items) : NULL;
        for (size_t i = 0; i < field->count; i++) {
            struct part_walk walk = {.value = &field->values[i]};
            while (part_next(&walk, split, &part)) {
                if (part.length == 0 || found_is_not_stated(part))
                    continue;
                room += pass == 0 ? 1 : 0;
                if (pass == 1)
                    value.items[value.count++] = safe_copy(arena, part.text, part.length);
            }
        }
    }
    if (split == SPLIT_NONE && value.count > 1) { /* the catalogue puts them together as one text */
        enum field known = field_named(field->name, field->name_length);
        bool lines = known == FIELD_COUNT || (known < FIELD_TEXT_COUNT && draft_keeps_lines(known));
        struct buffer whole_text = {0};
        for (size_t i = 0; i < value.count; i++)
            buffer_format(&whole_text, "%s%s", i == 0 ? "" : lines ? " " : "; ", value.items[i]);
        value.items[0] = arena_copy(arena, buffer_text(&whole_text), whole_text.length);
        value.count = 1;
        buffer_free(&whole_text);
    }
    return value;
}

/* Where it meets, one text a place; a hidden one is not told. */
static struct difference_value meets_of(struct arena *arena, const struct entry *entry)
{
    enum { LATITUDE = FIELD_MEETS_LATITUDE - FIELD_MEETS_PLACE };
    struct written_meeting *meetings;
    size_t count = written_meetings(arena, entry, false, &meetings);
    count = written_meetings_kept(meetings, count);
    struct difference_value value = {.items = arena_get(arena, count, sizeof *value.items)};
    for (size_t i = 0; i < count; i++) {
        struct buffer text = {0};
        const struct written_text *hidden = &meetings[i].parts[MEETING_PARTS - 1];
        bool yes = false;
        if (hidden->length > 0 && found_yes_or_no((struct found){.text = hidden->text, .length = hidden->length}, &yes) && yes)
            buffer_add_text(&text, DIFFERENCE_HIDDEN);
        for (size_t part = 0; part < MEETING_PARTS - 1 && !yes; part++) {
            const struct written_text *said = &meetings[i].parts[part];
            if (said->length == 0 || found_is_not_stated((struct found){.text = said->text, .length = said->length}))
                continue;
            buffer_add_text(&text, text.length == 0 ? "" : part > LATITUDE ? " " : ", ");
            buffer_add(&text, said->text, said->length);
        }
        value.items[value.count++] = safe_copy(arena, buffer_text(&text), text.length);
        buffer_free(&text);
    }
    return value;
}

/* Whether two texts mean the same in that field: a date, an edge of a stage, a word in any case. */
static bool same_item(enum field field, const char *one, const char *other)
{
    struct date dates[2] = {{0}};
    struct stage_point points[2] = {{0}};
    if (strcmp(one, other) == 0)
        return true;
    if (field == FIELD_COUNT || field < FIELD_TEXT_COUNT)
        return false;
    if (field_table[field].is == IS_DATE)
        return date_parse(one, strlen(one), &dates[0]) && date_parse(other, strlen(other), &dates[1]) && dates[0].year == dates[1].year &&
               dates[0].month == dates[1].month && dates[0].day == dates[1].day;
    if (field_table[field].is == IS_POINT)
        return stage_point_parse(one, strlen(one), &points[0]) && stage_point_parse(other, strlen(other), &points[1]) &&
               points[0].unit == points[1].unit && points[0].count == points[1].count;
    struct buffer folded[2] = {{0}};
    fold_words(&folded[0], one, strlen(one));
    fold_words(&folded[1], other, strlen(other));
    bool same = strcmp(buffer_text(&folded[0]), buffer_text(&folded[1])) == 0;
    buffer_free(&folded[0]);
    buffer_free(&folded[1]);
    return same;
}

static bool has_item(enum field field, struct difference_value value, const char *item)
{
    for (size_t i = 0; i < value.count; i++)
        if (same_item(field, value.items[i], item))
            return true;
    return false;
}

static bool same_value(const char *name, size_t length, struct difference_value one, struct difference_value other)
{
    enum field field = field_named(name, length);
    for (size_t i = 0; i < one.count; i++)
        if (!has_item(field, other, one.items[i]))
            return false;
    for (size_t i = 0; i < other.count; i++)
        if (!has_item(field, one, other.items[i]))
            return false;
    return true;
}

static struct difference *add(struct comparing *comparing, enum difference_kind kind, const char *id, const char *name)
{
    struct differences *differences = comparing->differences;
    differences->items = memory_room(differences->items, differences->count, &differences->room, sizeof *differences->items);
    struct difference *difference = &differences->items[differences->count++];
    *difference = (struct difference){.kind = kind, .id = id, .name = name};
    return difference;
}

static void add_change(struct comparing *comparing, const char *id, const char *name, const char *field, size_t length, struct difference_value was,
                       struct difference_value now)
{
    if (same_value(field, length, was, now))
        return;
    struct difference *difference = add(comparing, DIFFERENCE_CHANGED, id, name);
    difference->field = safe_copy(comparing->arena, field, length);
    difference->was = was;
    difference->now = now;
}

static const struct entry_field *field_like(const struct entry *entry, const struct entry_field *like)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->fields[i].name_length == like->name_length && memcmp(entry->fields[i].name, like->name, like->name_length) == 0)
            return &entry->fields[i];
    return NULL;
}

static bool is_id(const struct entry_field *field)
{
    return field->name_length == 2 && memcmp(field->name, "id", 2) == 0;
}

/* Every field of two entries: in the order of the new one, then those that it does not have. */
static void compare_entries(struct comparing *comparing, const char *id, const char *name, const struct entry *old, const struct entry *new)
{
    struct arena *arena = comparing->arena;
    bool meets = false;
    for (size_t i = 0; i < new->count; i++) {
        const struct entry_field *field = &new->fields[i];
        meets = meets || field_is_meeting(field);
        if (!field_is_meeting(field) && !is_id(field))
            add_change(comparing, id, name, field->name, field->name_length, value_of(arena, field_like(old, field)), value_of(arena, field));
    }
    for (size_t i = 0; i < old->count; i++) {
        const struct entry_field *field = &old->fields[i];
        meets = meets || field_is_meeting(field);
        if (!field_is_meeting(field) && !is_id(field) && field_like(new, field) == NULL)
            add_change(comparing, id, name, field->name, field->name_length, value_of(arena, field), (struct difference_value){0});
    }
    if (meets)
        add_change(comparing, id, name, "meets", strlen("meets"), meets_of(arena, old), meets_of(arena, new));
}

static const char *text_of(struct comparing *comparing, const struct entry *entry, const char *name)
{
    size_t length;
    const char *text = entry_text(entry, name, &length);
    return safe_copy(comparing->arena, text, length);
}

/* An offer with what the head of its file says for all. */
static struct entry whole(struct comparing *comparing, const struct written *written, const struct written_service *service, size_t number)
{
    struct entry offer = written_offer(comparing->arena, service, number);
    struct entry defaults = {.file = offer.file};
    struct entry_field fields[2];
    static const char *const names[] = {"checked", "source"};
    for (size_t i = 0; i < 2; i++) {
        const struct entry_field *field = entry_says(&written->head, names[i]);
        if (field != NULL)
            fields[defaults.count++] = *field;
    }
    defaults.fields = fields;
    return written_over(comparing->arena, &defaults, &offer);
}

static const char *id_of(struct comparing *comparing, const struct written_service *service, const struct entry *offer)
{
    const char *id = text_of(comparing, &service->entry, "id");
    if (service->offer_count == 0 || fields_same(entry_says(offer, "id"), entry_says(&service->entry, "id")))
        return id;
    struct buffer text = {0};
    buffer_format(&text, "%s/%s", id, text_of(comparing, offer, "id"));
    const char *kept = arena_copy(comparing->arena, buffer_text(&text), text.length);
    buffer_free(&text);
    return kept;
}

static bool same_change(const struct difference *one, const struct difference *other)
{
    if (one->kind != DIFFERENCE_CHANGED || other->kind != DIFFERENCE_CHANGED || strcmp(one->field, other->field) != 0)
        return false;
    return same_value(one->field, strlen(one->field), one->was, other->was) && same_value(one->field, strlen(one->field), one->now, other->now);
}

/* A change that all offers of a service have gone through is told once, as the service's. Differences from `first` on are of its offers, `offers` of
 * which are in both catalogues. */
static void tell_once(struct comparing *comparing, size_t first, size_t offers, const struct written_service *service)
{
    struct differences *differences = comparing->differences;
    const char *id = text_of(comparing, &service->entry, "id");
    const char *name = text_of(comparing, &service->entry, "name");
    for (size_t i = first; i < differences->count && offers > 1; i++) {
        struct difference *difference = &differences->items[i];
        size_t alike = 1;
        for (size_t other = i + 1; other < differences->count; other++)
            alike += same_change(difference, &differences->items[other]) ? 1 : 0;
        if (alike < offers)
            continue;
        size_t kept = i + 1;
        for (size_t other = i + 1; other < differences->count; other++)
            if (!same_change(difference, &differences->items[other]))
                differences->items[kept++] = differences->items[other];
        differences->count = kept;
        difference->id = id;
        difference->name = name;
    }
}

static bool find_offer(struct comparing *comparing, const struct written *written, const struct written_service *service, const struct entry *like,
                       struct entry *found)
{
    for (size_t i = 0; i < written_offer_count(service); i++) {
        *found = whole(comparing, written, service, i);
        if (fields_same(entry_says(found, "id"), entry_says(like, "id")))
            return true;
    }
    return false;
}

static void compare_services(struct comparing *comparing, const struct written_service *old, const struct written_service *new)
{
    size_t first = comparing->differences->count;
    size_t both = 0;
    struct entry was;
    for (size_t i = 0; i < written_offer_count(new); i++) {
        struct entry now = whole(comparing, comparing->new, new, i);
        const char *id = id_of(comparing, new, &now);
        if (find_offer(comparing, comparing->old, old, &now, &was)) {
            compare_entries(comparing, id, text_of(comparing, &was, "name"), &was, &now);
            both++;
        } else {
            add(comparing, DIFFERENCE_NEW, id, text_of(comparing, &now, "name"));
        }
    }
    tell_once(comparing, first, both, old);
    if (new->offer_count > 0 && old->offer_count > 0)
        add_change(comparing, text_of(comparing, &old->entry, "id"), text_of(comparing, &old->entry, "name"), "service_name", strlen("service_name"),
                   value_of(comparing->arena, entry_says(&old->entry, "name")), value_of(comparing->arena, entry_says(&new->entry, "name")));
    for (size_t i = 0; i < written_offer_count(old); i++) {
        struct entry gone = whole(comparing, comparing->old, old, i);
        if (!find_offer(comparing, comparing->new, new, &gone, &was))
            add(comparing, DIFFERENCE_GONE, id_of(comparing, old, &gone), text_of(comparing, &gone, "name"));
    }
}

static void add_all_offers(struct comparing *comparing, enum difference_kind kind, const struct written *written, const struct written_service *service)
{
    for (size_t i = 0; i < written_offer_count(service); i++) {
        struct entry offer = whole(comparing, written, service, i);
        add(comparing, kind, id_of(comparing, service, &offer), text_of(comparing, &offer, "name"));
    }
}

/* The services by their ids. */
static struct names *ids_of(const struct written *written)
{
    struct names *ids = names_new();
    size_t length;
    for (size_t i = 0; i < written->service_count; i++) {
        const char *id = entry_text(&written->services[i].entry, "id", &length);
        names_add(ids, id, length, (uint32_t)i);
    }
    return ids;
}

/* Words and places of the catalogue's own, which are few. */
static void compare_words(struct comparing *comparing, const struct written *from, const struct written *to, bool back)
{
    for (size_t i = 0; i < to->term_count + to->place_count; i++) {
        bool word = i < to->term_count;
        const struct entry *entry = word ? &to->terms[i].entry : &to->places[i - to->term_count];
        const char *key = word ? "id" : "name";
        const struct entry *other = NULL;
        for (size_t at = 0; at < (word ? from->term_count : from->place_count) && other == NULL; at++) {
            const struct entry *candidate = word ? &from->terms[at].entry : &from->places[at];
            bool list = !word || strcmp(from->terms[at].list, to->terms[i].list) == 0;
            other = list && fields_same(entry_says(candidate, key), entry_says(entry, key)) ? candidate : NULL;
        }
        const char *name = text_of(comparing, entry, word ? "label" : "name");
        const char *id = text_of(comparing, entry, key);
        if (other == NULL)
            add(comparing, back ? DIFFERENCE_GONE : DIFFERENCE_NEW, id, name);
        else if (!back)
            compare_entries(comparing, id, name, other, entry);
    }
}

void differences_find(struct differences *differences, struct arena *arena, const struct written *old, const struct written *new)
{
    struct comparing comparing = {differences, arena, old, new};
    struct names *old_ids = ids_of(old);
    struct names *new_ids = ids_of(new);
    size_t length;
    static const char *const head[] = {"title", "maintained_by", "terms"};
    for (size_t i = 0; i < sizeof head / sizeof *head; i++)
        add_change(&comparing, "", DIFFERENCE_THE_LIST, head[i], strlen(head[i]), value_of(arena, entry_says(&old->head, head[i])),
                   value_of(arena, entry_says(&new->head, head[i])));
    compare_words(&comparing, old, new, false);
    for (size_t i = 0; i < new->service_count; i++) {
        const char *id = entry_text(&new->services[i].entry, "id", &length);
        uint32_t at = names_find(old_ids, id, length);
        if (at != NAMES_NONE)
            compare_services(&comparing, &old->services[at], &new->services[i]);
        else
            add_all_offers(&comparing, DIFFERENCE_NEW, new, &new->services[i]);
    }
    for (size_t i = 0; i < old->service_count; i++) {
        const char *id = entry_text(&old->services[i].entry, "id", &length);
        if (names_find(new_ids, id, length) == NAMES_NONE)
            add_all_offers(&comparing, DIFFERENCE_GONE, old, &old->services[i]);
    }
    compare_words(&comparing, new, old, true);
    names_free(old_ids);
    names_free(new_ids);
}

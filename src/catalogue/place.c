/* The gazetteer as it is filled: places, their names and outward codes. */
#include "catalogue/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/place_record.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/safe.h"

static const char *const kind_names[PLACE_KIND_COUNT] = {
    [PLACE_COUNTRY] = "country", [PLACE_NATION] = "nation",
    [PLACE_REGION] = "region",   [PLACE_GROUP] = "group",
    [PLACE_COUNTY] = "county",   [PLACE_HEALTH_BOARD] = "health-board",
    [PLACE_COUNCIL] = "council", [PLACE_LOCALITY] = "locality",
};

struct gazetteer *gazetteer_new(void)
{
    struct gazetteer *gazetteer = memory_new(1, sizeof *gazetteer);
    gazetteer->arena = arena_new();
    gazetteer->worked_out = arena_new();
    gazetteer->names = names_new();
    gazetteer->outcode_names = names_new();
    return gazetteer;
}

void gazetteer_free(struct gazetteer *gazetteer)
{
    if (gazetteer == NULL)
        return;
    arena_free(gazetteer->arena);
    arena_free(gazetteer->worked_out);
    names_free(gazetteer->names);
    names_free(gazetteer->outcode_names);
    free(gazetteer->records);
    free(gazetteer->outcodes);
    free(gazetteer);
}

/* Lets the name stand for the place; false when it stands for another, or folds to nothing. */
static bool name_place(struct gazetteer *gazetteer, struct buffer *key, const char *name, place_id place)
{
    buffer_clear(key);
    fold_key(key, name, strlen(name));
    if (key->length == 0)
        return false;
    return names_add(gazetteer->names, buffer_text(key), key->length, place) ||
           names_find(gazetteer->names, buffer_text(key), key->length) == place;
}

static struct links keep_links(struct gazetteer *gazetteer, const char *const *names, size_t count)
{
    struct links links = {.count = count};
    links.items = arena_get(gazetteer->arena, count, sizeof *links.items);
    for (size_t i = 0; i < count; i++)
        links.items[i] = (struct link){arena_text(gazetteer->arena, names[i]), PLACE_NONE};
    return links;
}

static struct point sound_point(struct point point)
{
    if (fabs(point.latitude) <= 90.0 && fabs(point.longitude) <= 180.0)
        return point;
    return (struct point){(double)NAN, (double)NAN};
}

static struct record *new_record(struct gazetteer *gazetteer, const struct place_entry *entry)
{
    struct record *record = arena_get(gazetteer->arena, 1, sizeof *record);
    struct buffer safe = {0};
    safe_text(&safe, entry->name, strlen(entry->name), false);
    record->place.name = arena_copy(gazetteer->arena, buffer_text(&safe), safe.length);
    record->place.kind = entry->kind;
    record->place.centre = sound_point(entry->centre);
    record->inside = keep_links(gazetteer, entry->inside, entry->inside_count);
    record->holds = keep_links(gazetteer, entry->holds, entry->holds_count);
    buffer_free(&safe);
    return record;
}

const char *gazetteer_add(struct gazetteer *gazetteer, const struct place_entry *entry)
{
    if (gazetteer->count >= PLACE_NONE)
        memory_fail();
    place_id place = (place_id)gazetteer->count;
    struct buffer key = {0};
    const char *taken = NULL;
    if (!name_place(gazetteer, &key, entry->name, place)) {
        taken = entry->name;
    } else {
        gazetteer->records = memory_room(gazetteer->records, gazetteer->count, &gazetteer->room, sizeof *gazetteer->records);
        gazetteer->records[gazetteer->count++] = new_record(gazetteer, entry);
        for (size_t i = 0; i < entry->also_count; i++) {
            if (!name_place(gazetteer, &key, entry->also[i], place) && taken == NULL)
                taken = entry->also[i];
        }
    }
    buffer_free(&key);
    return taken;
}

bool gazetteer_add_outcode(struct gazetteer *gazetteer, const char *outcode, const char *place, struct point centre)
{
    struct outcode said = {.place = gazetteer_find(gazetteer, place, strlen(place)), .centre = sound_point(centre)};
    if (said.place == PLACE_NONE || !outward_code(outcode, strlen(outcode), said.text))
        return false;
    uint32_t number = outcode_number(gazetteer, said.text);
    if (number != NAMES_NONE) {
        gazetteer->outcodes[number] = said;
        return true;
    }
    number = (uint32_t)gazetteer->outcode_count; /* a few letters and digits: there are not four thousand millions of them */
    gazetteer->outcodes = memory_room(gazetteer->outcodes, gazetteer->outcode_count, &gazetteer->outcode_room, sizeof said);
    gazetteer->outcodes[gazetteer->outcode_count++] = said;
    names_add(gazetteer->outcode_names, said.text, strlen(said.text), number);
    return true;
}

uint32_t outcode_number(const struct gazetteer *gazetteer, const char outward[OUTCODE_ROOM])
{
    return names_find(gazetteer->outcode_names, outward, strlen(outward));
}

size_t gazetteer_count(const struct gazetteer *gazetteer)
{
    return gazetteer->count;
}

const struct place *gazetteer_at(const struct gazetteer *gazetteer, place_id place)
{
    return &gazetteer->records[place]->place;
}

const char *place_kind_name(enum place_kind kind)
{
    return kind_names[kind];
}

/* Whether the folded words are the name of a kind, in which a hyphen stands for the space. */
static bool is_kind_name(const char *words, const char *name)
{
    while (*words != '\0' && (*words == *name || (*words == ' ' && *name == '-'))) {
        words++;
        name++;
    }
    return *words == '\0' && *name == '\0';
}

bool place_kind_named(const char *name, size_t length, enum place_kind *kind)
{
    struct buffer words = {0};
    fold_words(&words, name, length);
    size_t found = 0;
    while (found < PLACE_KIND_COUNT && !is_kind_name(buffer_text(&words), kind_names[found]))
        found++;
    buffer_free(&words);
    if (found == PLACE_KIND_COUNT)
        return false;
    *kind = (enum place_kind)found;
    return true;
}

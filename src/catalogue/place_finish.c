/* Working out what lies in what: parents by name, loops cut, everything above each place, and the council areas below it. A
 * catalogue can add places, so nothing here goes deeper into the stack, or takes more than a fixed number of steps a place,
 * however places are nested. */
#include "catalogue/place.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/place_record.h"
#include "text/memory.h"

enum { MOST_ANCESTORS = 128 };

enum visit { NOT_YET, ON_THE_WAY, DONE };

struct weaving {
    struct gazetteer *gazetteer;
    size_t *starts;   /* of each place's parents in `parents`; one more at the end */
    place_id *parents; /* PLACE_NONE where one was cut */
    uint32_t *stamps; /* the last place, and one, for which this one was counted */
    const char *unknown;
};

/* Finds the places that are named and not known yet. Remembers the first name that no place has. */
static void resolve(struct weaving *weaving, const struct links *links)
{
    for (size_t i = 0; i < links->count; i++) {
        struct link *link = &links->items[i];
        if (link->place == PLACE_NONE)
            link->place = gazetteer_find(weaving->gazetteer, link->name, strlen(link->name));
        if (link->place == PLACE_NONE && weaving->unknown == NULL)
            weaving->unknown = link->name;
    }
}

/* How many parents each place has, as the start of the next one's. */
static void count_parents(struct weaving *weaving)
{
    const struct gazetteer *gazetteer = weaving->gazetteer;
    size_t *counts = weaving->starts + 1;
    for (size_t i = 0; i < gazetteer->count; i++) {
        const struct record *record = gazetteer->records[i];
        for (size_t j = 0; j < record->inside.count; j++)
            counts[i] += record->inside.items[j].place != PLACE_NONE;
        for (size_t j = 0; j < record->holds.count; j++) {
            if (record->holds.items[j].place != PLACE_NONE)
                counts[record->holds.items[j].place]++;
        }
    }
    for (size_t i = 0; i < gazetteer->count; i++)
        weaving->starts[i + 1] += weaving->starts[i];
}

/* Those that a place states itself come first, then those that say they hold it. */
static void list_parents(struct weaving *weaving)
{
    const struct gazetteer *gazetteer = weaving->gazetteer;
    size_t *ends = memory_new(gazetteer->count, sizeof *ends);
    weaving->parents = memory_new(weaving->starts[gazetteer->count], sizeof *weaving->parents);
    for (size_t i = 0; i < gazetteer->count; i++) {
        const struct links *inside = &gazetteer->records[i]->inside;
        ends[i] = weaving->starts[i];
        for (size_t j = 0; j < inside->count; j++) {
            if (inside->items[j].place != PLACE_NONE)
                weaving->parents[ends[i]++] = inside->items[j].place;
        }
    }
    for (size_t i = 0; i < gazetteer->count; i++) {
        const struct links *holds = &gazetteer->records[i]->holds;
        for (size_t j = 0; j < holds->count; j++) {
            place_id held = holds->items[j].place;
            if (held != PLACE_NONE)
                weaving->parents[ends[held]++] = (place_id)i;
        }
    }
    free(ends);
}

/* Goes up from the place, and cuts each parent that is on the way already: through it the place would lie inside itself. */
static void cut_loops_above(struct weaving *weaving, place_id from, unsigned char *visits, size_t *nexts, place_id *way)
{
    size_t depth = 0;
    way[depth++] = from;
    visits[from] = ON_THE_WAY;
    while (depth > 0) {
        place_id place = way[depth - 1];
        size_t at = weaving->starts[place] + nexts[place];
        if (at == weaving->starts[place + 1]) {
            visits[place] = DONE;
            depth--;
            continue;
        }
        nexts[place]++;
        place_id parent = weaving->parents[at];
        if (visits[parent] == ON_THE_WAY) {
            weaving->parents[at] = PLACE_NONE;
        } else if (visits[parent] == NOT_YET) {
            visits[parent] = ON_THE_WAY;
            way[depth++] = parent;
        }
    }
}

static void cut_loops(struct weaving *weaving)
{
    size_t count = weaving->gazetteer->count;
    unsigned char *visits = memory_new(count, sizeof *visits);
    size_t *nexts = memory_new(count, sizeof *nexts);
    place_id *way = memory_new(count, sizeof *way);
    for (size_t i = 0; i < count; i++) {
        if (visits[i] == NOT_YET)
            cut_loops_above(weaving, (place_id)i, visits, nexts, way);
    }
    free(visits);
    free(nexts);
    free(way);
}

static void keep_parents(struct weaving *weaving, place_id place)
{
    struct gazetteer *gazetteer = weaving->gazetteer;
    size_t start = weaving->starts[place];
    size_t end = weaving->starts[place + 1];
    place_id *kept = arena_get(gazetteer->worked_out, end - start, sizeof *kept);
    size_t count = 0;
    for (size_t i = start; i < end; i++) {
        place_id parent = weaving->parents[i];
        if (parent == PLACE_NONE || weaving->stamps[parent] == place + 1)
            continue;
        weaving->stamps[parent] = place + 1;
        kept[count++] = parent;
    }
    gazetteer->records[place]->place.parents = kept;
    gazetteer->records[place]->place.parent_count = count;
}

/* Breadth first: parents, their parents, and so on. */
static void keep_ancestors(struct weaving *weaving, place_id place)
{
    struct gazetteer *gazetteer = weaving->gazetteer;
    place_id found[MOST_ANCESTORS];
    size_t count = 0;
    const struct place *below = &gazetteer->records[place]->place;
    for (size_t next = 0;; next++) {
        for (size_t i = 0; i < below->parent_count && count < MOST_ANCESTORS; i++) {
            place_id parent = below->parents[i];
            if (weaving->stamps[parent] == place + 1)
                continue;
            weaving->stamps[parent] = place + 1;
            found[count++] = parent;
        }
        if (next == count)
            break;
        below = &gazetteer->records[found[next]]->place;
    }
    place_id *kept = arena_get(gazetteer->worked_out, count, sizeof *kept);
    if (count > 0)
        memcpy(kept, found, count * sizeof *found);
    gazetteer->records[place]->place.ancestors = kept;
    gazetteer->records[place]->place.ancestor_count = count;
}

static void count_council(struct record *record, place_id council, bool write)
{
    if (write)
        record->councils[record->council_count] = council;
    record->council_count++;
}

/* Counts the council areas of each place, or, once there is room for as many, writes them down. */
static void go_through_councils(struct gazetteer *gazetteer, bool write)
{
    for (size_t i = 0; i < gazetteer->count; i++)
        gazetteer->records[i]->council_count = 0;
    for (size_t i = 0; i < gazetteer->count; i++) {
        const struct place *place = &gazetteer->records[i]->place;
        if (place->kind != PLACE_COUNCIL)
            continue;
        count_council(gazetteer->records[i], (place_id)i, write);
        for (size_t j = 0; j < place->ancestor_count; j++)
            count_council(gazetteer->records[place->ancestors[j]], (place_id)i, write);
    }
}

static void keep_councils(struct gazetteer *gazetteer)
{
    go_through_councils(gazetteer, false);
    for (size_t i = 0; i < gazetteer->count; i++) {
        struct record *record = gazetteer->records[i];
        record->councils = arena_get(gazetteer->worked_out, record->council_count, sizeof *record->councils);
    }
    go_through_councils(gazetteer, true);
}

const char *gazetteer_finish(struct gazetteer *gazetteer)
{
    struct weaving weaving = {.gazetteer = gazetteer};
    arena_clear(gazetteer->worked_out);
    weaving.starts = memory_new(gazetteer->count + 1, sizeof *weaving.starts);
    weaving.stamps = memory_new(gazetteer->count, sizeof *weaving.stamps);
    for (size_t i = 0; i < gazetteer->count; i++) {
        resolve(&weaving, &gazetteer->records[i]->inside);
        resolve(&weaving, &gazetteer->records[i]->holds);
    }
    count_parents(&weaving);
    list_parents(&weaving);
    cut_loops(&weaving);
    for (size_t i = 0; i < gazetteer->count; i++)
        keep_parents(&weaving, (place_id)i);
    memset(weaving.stamps, 0, gazetteer->count * sizeof *weaving.stamps);
    for (size_t i = 0; i < gazetteer->count; i++)
        keep_ancestors(&weaving, (place_id)i);
    keep_councils(gazetteer);
    free(weaving.starts);
    free(weaving.stamps);
    free(weaving.parents);
    return weaving.unknown;
}

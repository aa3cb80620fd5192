/* Places of a catalogue's own: localities, and groups of areas. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/builder.h"
#include "text/memory.h"

/* A place as it is read. */
struct place_parts {
    struct place_entry entry;
    const char *inside[DRAFT_MOST_VALUES];
    const char *also[DRAFT_MOST_VALUES];
    const char *holds[DRAFT_MOST_VALUES];
};

/* Keeps the names of a list; those of other places are looked up later, when all places are there. */
static size_t names_of(struct catalogue_builder *builder, const char **names, size_t count, bool of_places)
{
    struct drafting *drafting = &builder->drafting;
    for (size_t i = 0; i < count; i++) {
        struct found found = drafting->parts[i];
        names[i] = store_text(drafting->store, found.text, found.length);
        if (!of_places)
            continue;
        builder->parents = memory_room(builder->parents, builder->parent_count, &builder->parent_room, sizeof *builder->parents);
        builder->parents[builder->parent_count++] = (struct parent_named){.name = names[i], .where = found.where};
    }
    return count;
}

static void read_kind(struct catalogue_builder *builder, struct found found, struct place_entry *entry)
{
    if (!place_kind_named(found.text, found.length, &entry->kind))
        report_unknown_kind(builder->drafting.problems, found);
}

static void read_degrees(struct catalogue_builder *builder, struct found found, const char *field, double *into)
{
    enum { POLE = 90, HALF_ROUND = 180 };
    int most = strcmp(field, "latitude") == 0 ? POLE : HALF_ROUND;
    *into = found_degrees(found, most);
    if (!point_known((struct point){*into, 0}))
        report_bad_number(builder->drafting.problems, found, field, -most, most);
}

static void read_field(struct catalogue_builder *builder, struct draft *draft, const struct entry_field *field, struct place_parts *parts)
{
    static const char *const names[] = {"name", "kind", "inside", "also", "holds", "latitude", "longitude", NULL};
    struct place_entry *entry = &parts->entry;
    const struct found *first = &builder->drafting.parts[0];
    size_t which = block_field(draft, field, names);
    if (names[which] == NULL)
        return;
    const char *name = names[which];
    bool list = strcmp(name, "inside") == 0 || strcmp(name, "also") == 0 || strcmp(name, "holds") == 0;
    size_t count = block_parts(draft, field, list ? SPLIT_LIST : SPLIT_NONE, name);
    if (count == 0)
        return;
    if (strcmp(name, "name") == 0)
        entry->name = block_text(draft, *first, name);
    else if (strcmp(name, "kind") == 0)
        read_kind(builder, *first, entry);
    else if (strcmp(name, "inside") == 0)
        entry->inside_count = names_of(builder, parts->inside, count, true);
    else if (strcmp(name, "also") == 0)
        entry->also_count = names_of(builder, parts->also, count, false);
    else if (strcmp(name, "holds") == 0)
        entry->holds_count = names_of(builder, parts->holds, count, true);
    else
        read_degrees(builder, *first, name, strcmp(name, "latitude") == 0 ? &entry->centre.latitude : &entry->centre.longitude);
}

void catalogue_builder_place(struct catalogue_builder *builder, const struct entry *place)
{
    struct problems *problems = builder->drafting.problems;
    struct draft draft;
    block_start(builder, &draft, place);
    struct place_parts *parts = memory_new(1, sizeof *parts);
    struct place_entry *entry = &parts->entry;
    *entry = (struct place_entry){
        .kind = PLACE_LOCALITY, .centre = {NAN, NAN}, .inside = parts->inside, .also = parts->also, .holds = parts->holds};
    for (size_t i = 0; i < place->count; i++)
        read_field(builder, &draft, &place->fields[i], parts);
    struct position where = {builder->file, place->line, place->column};
    if (entry->name == NULL) {
        report_missing_name(problems, where);
    } else {
        const char *taken = gazetteer_add(builder->drafting.gazetteer, entry);
        if (taken != NULL)
            report_place_taken(problems, (struct found){taken, strlen(taken), where});
        builder->places_changed = true;
    }
    free(parts);
}

void builder_settle_places(struct catalogue_builder *builder)
{
    const struct gazetteer *gazetteer = builder->drafting.gazetteer;
    if (!builder->places_changed)
        return;
    gazetteer_finish(builder->drafting.gazetteer);
    builder->places_changed = false;
    for (size_t i = 0; i < builder->parent_count; i++) {
        const struct parent_named *parent = &builder->parents[i];
        struct found found = {parent->name, strlen(parent->name), parent->where};
        if (gazetteer_find(gazetteer, found.text, found.length) == PLACE_NONE)
            report_unknown_area(builder->drafting.problems, found, draft_nearest_places(&builder->drafting, found));
    }
    builder->parent_count = 0;
}

#include "match/classes.h"

#include <stdlib.h>
#include <string.h>

#include "text/memory.h"

/* What is seen of one offer of a class: where its numbers begin in the store of all numbers. */
struct seen {
    size_t from;
    uint32_t count;
    uint32_t hash;
};

struct sorting {
    struct classes classes;
    size_t first_room;
    struct seen *seen; /* by class */
    size_t seen_room;
    struct sight store; /* numbers of all classes */
    uint32_t *slots;    /* class + 1 by hash; 0: free */
    size_t slot_count;  /* a power of two */
};

static uint32_t sight_hash(const uint32_t *numbers, size_t count)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a over numbers, then mixed */
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ numbers[i]) * UINT64_C(1099511628211);
    return (uint32_t)(hash ^ hash >> 29);
}

static size_t slot_for(const struct sorting *sorting, uint32_t hash)
{
    return hash & (sorting->slot_count - 1);
}

static void grow_slots(struct sorting *sorting)
{
    if (sorting->classes.count * 2 < sorting->slot_count)
        return;
    free(sorting->slots);
    sorting->slot_count = sorting->slot_count ? sorting->slot_count * 2 : 256;
    sorting->slots = memory_new(sorting->slot_count, sizeof *sorting->slots);
    for (size_t i = 0; i < sorting->classes.count; i++) {
        size_t slot = slot_for(sorting, sorting->seen[i].hash);
        while (sorting->slots[slot] != 0)
            slot = (slot + 1) & (sorting->slot_count - 1);
        sorting->slots[slot] = (uint32_t)(i + 1);
    }
}

static uint32_t new_class(struct sorting *sorting, uint32_t offer, const struct sight *sight, uint32_t hash)
{
    struct classes *classes = &sorting->classes;
    classes->first = memory_room(classes->first, classes->count, &sorting->first_room, sizeof *classes->first);
    sorting->seen = memory_room(sorting->seen, classes->count, &sorting->seen_room, sizeof *sorting->seen);
    classes->first[classes->count] = offer;
    sorting->seen[classes->count] = (struct seen){sorting->store.count, (uint32_t)sight->count, hash};
    for (size_t i = 0; i < sight->count; i++)
        sight_number(&sorting->store, sight->items[i]);
    return (uint32_t)classes->count++;
}

static uint32_t class_for(struct sorting *sorting, uint32_t offer, const struct sight *sight)
{
    grow_slots(sorting);
    uint32_t hash = sight_hash(sight->items, sight->count);
    size_t slot = slot_for(sorting, hash);
    for (; sorting->slots[slot] != 0; slot = (slot + 1) & (sorting->slot_count - 1)) {
        uint32_t class = sorting->slots[slot] - 1;
        const struct seen *seen = &sorting->seen[class];
        if (seen->hash == hash && seen->count == sight->count &&
            (seen->count == 0 || memcmp(sorting->store.items + seen->from, sight->items, sight->count * sizeof *sight->items) == 0))
            return class;
    }
    uint32_t class = new_class(sorting, offer, sight, hash);
    sorting->slots[slot] = class + 1;
    return class;
}

struct classes classes_of(const struct judge_setting *setting, sees_function *sees)
{
    struct sorting sorting = {0};
    struct sight sight = {0};
    size_t offers = setting->catalogue->offer_count;
    sorting.classes.of = memory_new(offers, sizeof *sorting.classes.of);
    for (size_t i = 0; i < offers; i++) {
        sight.count = 0;
        sees(setting, &setting->catalogue->offers[i], &sight);
        sorting.classes.of[i] = class_for(&sorting, (uint32_t)i, &sight);
    }
    free(sight.items);
    free(sorting.seen);
    free(sorting.store.items);
    free(sorting.slots);
    return sorting.classes;
}

void classes_free(struct classes *classes)
{
    free(classes->of);
    free(classes->first);
    memset(classes, 0, sizeof *classes);
}

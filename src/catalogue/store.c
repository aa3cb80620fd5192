/* Tables of the last comers. A place is found by a hash; what another text put there is forgotten, which only costs memory. */
#include "catalogue/store.h"

#include <stdlib.h>
#include <string.h>

#include "text/memory.h"

enum {
    TEXT_PLACES = 8192,
    LIST_PLACES = 4096,
    WORD_PLACES = 4096,
    LINE_PLACES = 1024,
    LONGEST_TEXT = 400, /* longer ones hardly ever come twice */
    LONGEST_LIST = 64,
    LONGEST_WORD = 48,
};

/* The hash is kept beside the rest, so that what is another text is mostly seen without looking at it. */
struct text_place {
    const char *text;
    uint32_t length;
    uint32_t hash;
};

struct list_place {
    const uint32_t *items;
    uint32_t count;
    uint32_t hash;
};

struct word_place {
    uint8_t length;
    uint8_t list;
    char word[LONGEST_WORD];
    uint32_t meaning;
};

struct line_place {
    const struct session *sessions;
    size_t count;
};

struct store {
    struct arena *arena;
    struct text_place texts[TEXT_PLACES];
    struct list_place lists[LIST_PLACES];
    struct word_place words[WORD_PLACES];
    struct line_place lines[LINE_PLACES];
};

struct store *store_new(struct arena *arena)
{
    struct store *store = memory_new(1, sizeof *store);
    store->arena = arena;
    return store;
}

void store_free(struct store *store)
{
    free(store);
}

/* FNV-1a, 32 bits (draft-eastlake-fnv), with its high half mixed into the low one. */
static uint32_t hash(const void *bytes, size_t length, uint32_t seed)
{
    const unsigned char *at = bytes;
    uint32_t value = 2166136261u ^ seed;
    for (size_t i = 0; i < length; i++)
        value = (value ^ at[i]) * 16777619u;
    return value ^ value >> 16;
}

const char *store_text(struct store *store, const char *text, size_t length)
{
    if (length == 0)
        return "";
    if (length > LONGEST_TEXT)
        return arena_copy(store->arena, text, length);
    uint32_t hashed = hash(text, length, 0);
    struct text_place *place = &store->texts[hashed % TEXT_PLACES];
    if (place->hash != hashed || place->length != length || memcmp(place->text, text, length) != 0)
        *place = (struct text_place){.text = arena_copy(store->arena, text, length), .length = (uint32_t)length, .hash = hashed};
    return place->text;
}

static const uint32_t *copy_numbers(struct arena *arena, const uint32_t *items, size_t count)
{
    uint32_t *copy = arena_get(arena, count, sizeof *copy);
    memcpy(copy, items, count * sizeof *copy);
    return copy;
}

const uint32_t *store_numbers(struct store *store, const uint32_t *items, size_t count)
{
    if (count == 0)
        return NULL;
    if (count > LONGEST_LIST)
        return copy_numbers(store->arena, items, count);
    uint32_t hashed = hash(items, count * sizeof *items, 0);
    struct list_place *place = &store->lists[hashed % LIST_PLACES];
    if (place->hash != hashed || place->count != count || memcmp(place->items, items, count * sizeof *items) != 0)
        *place = (struct list_place){.items = copy_numbers(store->arena, items, count), .count = (uint32_t)count, .hash = hashed};
    return place->items;
}

bool store_recall(const struct store *store, unsigned list, const char *word, size_t length, uint32_t *meaning)
{
    const struct word_place *place = &store->words[hash(word, length, list) % WORD_PLACES];
    if (length == 0 || place->length != length || place->list != list || memcmp(place->word, word, length) != 0)
        return false;
    *meaning = place->meaning;
    return true;
}

void store_learn(struct store *store, unsigned list, const char *word, size_t length, uint32_t meaning)
{
    if (length == 0 || length > LONGEST_WORD)
        return;
    struct word_place *place = &store->words[hash(word, length, list) % WORD_PLACES];
    place->length = (uint8_t)length;
    place->list = (uint8_t)list;
    memcpy(place->word, word, length);
    place->meaning = meaning;
}

size_t store_recall_line(const struct store *store, const char *line, size_t length, const struct session **sessions)
{
    const struct line_place *place = &store->lines[hash(line, length, 0) % LINE_PLACES];
    if (place->count == 0 || strlen(place->sessions[0].words) != length || memcmp(place->sessions[0].words, line, length) != 0)
        return 0;
    *sessions = place->sessions;
    return place->count;
}

void store_learn_line(struct store *store, const struct session *sessions, size_t count)
{
    struct line_place *place = &store->lines[hash(sessions[0].words, strlen(sessions[0].words), 0) % LINE_PLACES];
    place->sessions = sessions;
    place->count = count;
}

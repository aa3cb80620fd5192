/* Names in a hash table with open addressing, and a list of them for what is near. Catalogues come from outside, so the
 * hash is SipHash-1-3 (Aumasson and Bernstein, 2012) under a key that nobody can know beforehand: names that were chosen to
 * fall into one place do not. Nothing depends on the order in the table, so the key never shows. */
#include "catalogue/names.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "text/arena.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/utf8.h"

enum {
    FIRST_SLOTS = 64,      /* a power of two, as every size after it */
    LONGEST_SLIPPED = 128, /* characters: a longer name is no slip of the finger, and comparing two takes their product */
    SHORTEST_BEGUN = 5,    /* bytes that a name must have to be found at the start of a longer text */
    SHORTEST_INSIDE = 4,   /* bytes that a text must have to be looked for inside names */
};

struct name {
    const char *text;
    uint32_t length;
    uint32_t number;
    uint32_t characters;
    uint32_t letters; /* which there are: one bit for each remainder of the code points by 32 */
};

struct slot {
    uint32_t hash;
    uint32_t name; /* its index and one; 0 is an empty slot */
};

struct names {
    struct arena *arena;
    struct name *items;
    size_t count;
    size_t room;
    struct slot *slots;
    size_t slot_count;
    uint64_t key[2];
};

struct names *names_new(void)
{
    struct names *names = memory_new(1, sizeof *names);
    names->arena = arena_new();
    names->slot_count = FIRST_SLOTS;
    names->slots = memory_new(names->slot_count, sizeof *names->slots);
    /* A system that has no random bytes yet still has addresses that differ from run to run. */
    if (getrandom(names->key, sizeof names->key, GRND_NONBLOCK) != (ssize_t)sizeof names->key) {
        names->key[0] = (uint64_t)(uintptr_t)names;
        names->key[1] = (uint64_t)(uintptr_t)names->slots;
    }
    return names;
}

void names_free(struct names *names)
{
    if (names == NULL)
        return;
    arena_free(names->arena);
    free(names->items);
    free(names->slots);
    free(names);
}

static uint64_t turned(uint64_t word, unsigned bits)
{
    return (word << bits) | (word >> (64 - bits));
}

static void sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[1] = turned(v[1], 13) ^ v[0];
    v[0] = turned(v[0], 32);
    v[2] += v[3];
    v[3] = turned(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = turned(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = turned(v[1], 17) ^ v[2];
    v[2] = turned(v[2], 32);
}

static uint32_t hash_of(const uint64_t key[2], const char *text, size_t length)
{
    uint64_t v[4] = {key[0] ^ 0x736f6d6570736575u, key[1] ^ 0x646f72616e646f6du, key[0] ^ 0x6c7967656e657261u,
                     key[1] ^ 0x7465646279746573u};
    size_t whole = length & ~(size_t)7;
    for (size_t at = 0; at < whole; at += 8) {
        uint64_t word;
        memcpy(&word, text + at, sizeof word);
        v[3] ^= word;
        sip_round(v);
        v[0] ^= word;
    }
    uint64_t last = (uint64_t)length << 56;
    for (size_t at = whole; at < length; at++)
        last |= (uint64_t)(unsigned char)text[at] << (8 * (at - whole));
    v[3] ^= last;
    sip_round(v);
    v[0] ^= last;
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    uint64_t hash = v[0] ^ v[1] ^ v[2] ^ v[3];
    return (uint32_t)(hash ^ (hash >> 32));
}

/* The slot that holds the text, or the empty one where it would go. There always is one: the table is never full. */
static struct slot *slot_for(const struct names *names, const char *text, size_t length, uint32_t hash)
{
    size_t mask = names->slot_count - 1;
    for (size_t at = hash & mask;; at = (at + 1) & mask) {
        struct slot *slot = &names->slots[at];
        if (slot->name == 0)
            return slot;
        if (slot->hash != hash)
            continue;
        const struct name *name = &names->items[slot->name - 1];
        if (name->length == length && memcmp(name->text, text, length) == 0)
            return slot;
    }
}

/* Twice as many slots, each name in its new one. */
static void widen(struct names *names)
{
    if (names->slot_count > SIZE_MAX / 2)
        memory_fail();
    size_t wider = names->slot_count * 2;
    struct slot *slots = memory_new(wider, sizeof *slots);
    for (size_t i = 0; i < names->slot_count; i++) {
        if (names->slots[i].name == 0)
            continue;
        size_t at = names->slots[i].hash & (wider - 1);
        while (slots[at].name != 0)
            at = (at + 1) & (wider - 1);
        slots[at] = names->slots[i];
    }
    free(names->slots);
    names->slots = slots;
    names->slot_count = wider;
}

static void count_letters(struct name *name)
{
    for (size_t at = 0; at < name->length;) {
        struct utf8_character character = utf8_read(name->text + at, name->length - at);
        name->letters |= UINT32_C(1) << (character.code % 32);
        name->characters++;
        at += character.length;
    }
}

bool names_add(struct names *names, const char *text, size_t length, uint32_t number)
{
    if (length > UINT32_MAX || names->count >= UINT32_MAX - 1)
        memory_fail();
    if ((names->count + 1) * 4 > names->slot_count * 3)
        widen(names);
    uint32_t hash = hash_of(names->key, text, length);
    struct slot *slot = slot_for(names, text, length, hash);
    if (slot->name != 0)
        return false;
    names->items = memory_room(names->items, names->count, &names->room, sizeof *names->items);
    struct name *name = &names->items[names->count];
    *name = (struct name){.text = arena_copy(names->arena, text, length), .length = (uint32_t)length, .number = number};
    count_letters(name);
    names->count++;
    *slot = (struct slot){.hash = hash, .name = (uint32_t)names->count};
    return true;
}

bool names_move(struct names *names, const char *text, size_t length, uint32_t number)
{
    const struct slot *slot = slot_for(names, text, length, hash_of(names->key, text, length));
    if (slot->name != 0)
        names->items[slot->name - 1].number = number;
    return slot->name != 0;
}

uint32_t names_find(const struct names *names, const char *text, size_t length)
{
    const struct slot *slot = slot_for(names, text, length, hash_of(names->key, text, length));
    return slot->name == 0 ? NAMES_NONE : names->items[slot->name - 1].number;
}

size_t names_count(const struct names *names)
{
    return names->count;
}

/* How near a name is to the text; lower is nearer. A number of slips adds to AFTER_SLIPS. */
enum nearness {
    SAME,
    BEGINS_WITH_IT,
    AFTER_SLIPS = 1, /* one slip comes after the names that begin with the text */
    BEGUN_BY_IT = 16,
    HAS_IT_INSIDE,
    FAR,
};

static unsigned bits(uint32_t word)
{
    unsigned count = 0;
    for (; word != 0; word &= word - 1)
        count++;
    return count;
}

/* Slips between the name and the text, up to the limit; limit + 1 when more. Each slip makes a text at most one character
 * longer or shorter, and takes at most one letter out and brings one in: most names differ in more than that. */
static unsigned slips_between(const struct name *name, const struct name *text, unsigned limit)
{
    uint32_t longer = name->characters > text->characters ? name->characters : text->characters;
    uint32_t shorter = name->characters + text->characters - longer;
    if (longer > LONGEST_SLIPPED || longer - shorter > limit || bits(name->letters ^ text->letters) > 2 * limit)
        return limit + 1;
    return fold_slips(name->text, text->text, limit);
}

static unsigned nearness(const struct name *name, const struct name *text, unsigned limit)
{
    if (name->length >= text->length && memcmp(name->text, text->text, text->length) == 0)
        return name->length == text->length ? SAME : BEGINS_WITH_IT;
    unsigned slips = slips_between(name, text, limit);
    if (slips <= limit)
        return AFTER_SLIPS + slips;
    if (name->length >= SHORTEST_BEGUN && name->length < text->length && memcmp(name->text, text->text, name->length) == 0)
        return BEGUN_BY_IT;
    if (text->length >= SHORTEST_INSIDE && name->length > text->length && (text->letters & ~name->letters) == 0 &&
        strstr(name->text, text->text) != NULL)
        return HAS_IT_INSIDE;
    return FAR;
}

struct found {
    uint32_t number;
    unsigned nearness;
};

struct search {
    names_order order;
    const void *context;
    struct found *best; /* best first */
    size_t count;
    size_t room;
};

static bool comes_first(const struct search *search, struct found left, struct found right)
{
    if (left.nearness != right.nearness)
        return left.nearness < right.nearness;
    if (search->order == NULL)
        return left.number < right.number;
    return search->order(search->context, left.number, right.number) < 0;
}

static void keep(struct search *search, struct found found)
{
    size_t at = 0;
    while (at < search->count && search->best[at].number != found.number)
        at++;
    if (at < search->count) { /* known by another of its names */
        if (search->best[at].nearness <= found.nearness)
            return;
    } else if (search->count < search->room) {
        search->count++;
    } else if (comes_first(search, found, search->best[at - 1])) {
        at--;
    } else {
        return;
    }
    for (; at > 0 && comes_first(search, found, search->best[at - 1]); at--)
        search->best[at] = search->best[at - 1];
    search->best[at] = found;
}

size_t names_near(const struct names *names, const char *text, size_t length, names_order order, const void *context,
                  uint32_t *near, size_t room)
{
    if (length == 0 || length > UINT32_MAX || room == 0)
        return 0;
    struct buffer copy = {0}; /* with a NUL behind it; wiped, for it may be what someone looks for */
    buffer_add(&copy, text, length);
    struct name wanted = {.text = buffer_text(&copy), .length = (uint32_t)length};
    count_letters(&wanted);
    unsigned limit = fold_slips_allowed(wanted.characters);
    struct search search = {.order = order, .context = context, .room = room};
    search.best = memory_new(room, sizeof *search.best);
    for (size_t i = 0; i < names->count; i++) {
        struct found found = {names->items[i].number, nearness(&names->items[i], &wanted, limit)};
        if (found.nearness < FAR)
            keep(&search, found);
    }
    for (size_t i = 0; i < search.count; i++)
        near[i] = search.best[i].number;
    free(search.best);
    buffer_wipe(&copy);
    buffer_free(&copy);
    return search.count;
}

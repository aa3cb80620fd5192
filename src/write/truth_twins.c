/* Services that are perhaps there twice. What is to be compared is sorted, so that only neighbours are looked at: a hundred thousand services take no
 * hundred thousand times as long as one. */
#include <stdlib.h>
#include <string.h>

#include "text/arena.h"
#include "text/fold.h"
#include "text/memory.h"
#include "write/truth_parts.h"
#include "write/truth_words.h"

enum {
    FEWEST_DIGITS = 9,   /* of a number that is one service's own */
    MOST_BEFORE = 4,     /* so many of those with the same key are compared with each */
    MOST_WORDS = 16,     /* of a name */
    LEAST_NAME = 8,      /* bytes of a name in which a slip of the finger may be */
};

enum alike { ALIKE_PHONE, ALIKE_WEB, ALIKE_NAME, ALIKE_NAME_BACKWARDS };

struct key {
    const char *text;
    uint32_t service;
    enum alike alike;
};

struct keys {
    struct arena *arena;
    struct key *items;
    size_t count;
    size_t room;
};

static void add_key(struct keys *keys, enum alike alike, uint32_t service, const struct buffer *text)
{
    if (text->length == 0)
        return;
    keys->items = memory_room(keys->items, keys->count, &keys->room, sizeof *keys->items);
    keys->items[keys->count++] = (struct key){arena_copy(keys->arena, text->bytes, text->length), service, alike};
}

/* The first number of the text, without what people write in it; nothing of a short one, which many share. */
static void phone_key(struct buffer *key, const char *text)
{
    for (; *text && strchr("0123456789 ()+-.", *text); text++)
        if (*text >= '0' && *text <= '9')
            buffer_add_byte(key, *text);
    if (key->length < FEWEST_DIGITS)
        buffer_clear(key);
    if (key->length > 2 && memcmp(key->bytes, "44", 2) == 0)
        memmove(key->bytes, key->bytes + 1, key->length), key->bytes[0] = '0', key->length--;
}

/* The address without what makes no difference. A bare host is the site of whoever runs it, and many of their services have it: that says nothing. */
static void web_key(struct buffer *key, const char *text)
{
    const char *host = strstr(text, "://");
    host = host ? host + 3 : text;
    if (strncmp(host, "www.", 4) == 0)
        host += 4;
    size_t length = strcspn(host, " #");
    while (length > 0 && host[length - 1] == '/')
        length--;
    if (memchr(host, '/', length))
        buffer_add(key, host, length);
}

static int compare_words(const void *left, const void *right)
{
    const char *const *one = left;
    const char *const *other = right;
    return strcmp(*one, *other);
}

static bool is_common(const char *word)
{
    static const char *const common[] = {"the", "a", "an", "and", "of", "for", "in", "at", "service", "services", "group", "groups", "support", "project"};
    for (size_t i = 0; i < sizeof common / sizeof common[0]; i++)
        if (strcmp(word, common[i]) == 0)
            return true;
    return false;
}

/* The words of the name that tell it from others, in the order of the alphabet. */
static void name_key(struct buffer *key, const char *name)
{
    struct buffer folded = {0};
    const char *words[MOST_WORDS];
    size_t count = 0;
    fold_words(&folded, name, strlen(name));
    for (char *rest = folded.bytes; rest && *rest && count < MOST_WORDS;) {
        char *word = rest;
        rest = strchr(rest, ' ');
        if (rest)
            *rest++ = '\0';
        if (!is_common(word))
            words[count++] = word;
    }
    qsort(words, count, sizeof *words, compare_words);
    for (size_t i = 0; i < count; i++)
        buffer_format(key, i > 0 ? " %s" : "%s", words[i]);
    buffer_free(&folded);
}

static void turn_round(struct buffer *text)
{
    for (size_t i = 0; i < text->length / 2; i++) {
        char byte = text->bytes[i];
        text->bytes[i] = text->bytes[text->length - 1 - i];
        text->bytes[text->length - 1 - i] = byte;
    }
}

static void add_keys(struct keys *keys, const struct truth *truth, uint32_t number)
{
    const struct service *service = &truth->catalogue->services[number];
    struct buffer key = {0};
    for (uint32_t i = 0; i < service->offer_count; i++) {
        const struct offer *offer = &truth->catalogue->offers[service->first_offer + i];
        const char *phone = offer_text(offer, FIELD_PHONE);
        const char *web = offer_text(offer, FIELD_WEB);
        if (phone && !truth_told(truth, offer, FIELD_PHONE)) {
            phone_key(&key, phone);
            add_key(keys, ALIKE_PHONE, number, &key);
            buffer_clear(&key);
        }
        if (web && !truth_told(truth, offer, FIELD_WEB)) {
            web_key(&key, web);
            add_key(keys, ALIKE_WEB, number, &key);
            buffer_clear(&key);
        }
    }
    name_key(&key, service->name);
    add_key(keys, ALIKE_NAME, number, &key);
    turn_round(&key);
    add_key(keys, ALIKE_NAME_BACKWARDS, number, &key);
    buffer_free(&key);
}

static int compare_keys(const void *left, const void *right)
{
    const struct key *one = left;
    const struct key *other = right;
    if (one->alike != other->alike)
        return one->alike < other->alike ? -1 : 1;
    int order = strcmp(one->text, other->text);
    return order != 0 ? order : (one->service > other->service) - (one->service < other->service);
}

/* Names that differ in a digit are two on purpose: Group 1 and Group 2. */
static bool same_digits(const char *left, const char *right)
{
    static const char digits[] = "0123456789";
    for (;;) {
        left += strcspn(left, digits);
        right += strcspn(right, digits);
        size_t length = strspn(left, digits);
        if (length != strspn(right, digits) || memcmp(left, right, length) != 0)
            return false;
        if (length == 0)
            return true;
        left += length;
        right += length;
    }
}

static bool keys_alike(const struct key *left, const struct key *right)
{
    if (left->alike != right->alike)
        return false;
    if (strcmp(left->text, right->text) == 0)
        return left->alike != ALIKE_NAME_BACKWARDS; /* told forwards */
    bool name = left->alike == ALIKE_NAME || left->alike == ALIKE_NAME_BACKWARDS;
    return name && strlen(left->text) >= LEAST_NAME && same_digits(left->text, right->text) && fold_slips(left->text, right->text, 1) <= 1;
}

static bool offers_share(const struct catalogue *catalogue, const struct offer *left, const struct offer *right)
{
    const struct numbers *lefts[] = {&left->areas, &left->areas_maybe};
    const struct numbers *rights[] = {&right->areas, &right->areas_maybe};
    for (size_t pair = 0; pair < 4; pair++)
        for (uint32_t i = 0; i < lefts[pair / 2]->count; i++)
            for (uint32_t j = 0; j < rights[pair % 2]->count; j++)
                if (place_shares(catalogue->gazetteer, lefts[pair / 2]->items[i], rights[pair % 2]->items[j]))
                    return true;
    return false;
}

static bool is_open(const struct offer *offer)
{
    return offer->status != STATUS_CLOSED;
}

/* Whether two services serve a place in common, and neither is only a list of others or has closed. */
static bool services_share(const struct catalogue *catalogue, const struct service *left, const struct service *right)
{
    for (uint32_t i = 0; i < left->offer_count; i++)
        for (uint32_t j = 0; j < right->offer_count; j++) {
            const struct offer *one = &catalogue->offers[left->first_offer + i];
            const struct offer *other = &catalogue->offers[right->first_offer + j];
            if (is_open(one) && is_open(other) && one->kind == other->kind && offers_share(catalogue, one, other))
                return true;
        }
    return false;
}

static bool same_text(const char *left, const char *right)
{
    return left && right && *left && strcmp(left, right) == 0;
}

/* One provider may run several services from one telephone: then they are meant to be several. */
static bool same_provider(const struct catalogue *catalogue, const struct service *left, const struct service *right)
{
    return same_text(offer_text(&catalogue->offers[left->first_offer], FIELD_PROVIDER), offer_text(&catalogue->offers[right->first_offer], FIELD_PROVIDER));
}

static void tell(const struct truth *truth, const struct service *earlier, const struct service *later, enum alike alike)
{
    const char *sentence = alike == ALIKE_PHONE ? TRUTH_TWIN_PHONE : alike == ALIKE_WEB ? TRUTH_TWIN_WEB : TRUTH_TWIN_NAME;
    problems_add(truth->problems, PROBLEM_ADVICE, "probable-duplicate", later->where, sentence, later->name, earlier->name, earlier->where.file,
                 (unsigned long)earlier->where.line);
}

void truth_twins(const struct truth *truth)
{
    const struct catalogue *catalogue = truth->catalogue;
    struct keys keys = {.arena = arena_new()};
    bool *told = memory_new(catalogue->service_count, sizeof *told);
    for (uint32_t i = 0; i < catalogue->service_count; i++)
        add_keys(&keys, truth, i);
    if (keys.count > 1)
        qsort(keys.items, keys.count, sizeof *keys.items, compare_keys);
    for (size_t i = 1; i < keys.count; i++) {
        for (size_t back = 1; back <= MOST_BEFORE && back <= i && keys_alike(&keys.items[i - back], &keys.items[i]); back++) {
            uint32_t one = keys.items[i - back].service;
            uint32_t other = keys.items[i].service;
            const struct service *earlier = &catalogue->services[one < other ? one : other];
            const struct service *later = &catalogue->services[one < other ? other : one];
            bool *done = &told[one < other ? other : one];
            bool meant = keys.items[i].alike <= ALIKE_WEB && same_provider(catalogue, earlier, later);
            if (one == other || *done || meant || !services_share(catalogue, earlier, later))
                continue;
            *done = true;
            tell(truth, earlier, later, keys.items[i].alike);
        }
    }
    free(told);
    free(keys.items);
    arena_free(keys.arena);
}

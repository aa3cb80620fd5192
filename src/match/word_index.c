#include "match/word_index.h"

#include <stdlib.h>
#include <string.h>

#include "match/bits.h"
#include "match/text_match.h"
#include "text/arena.h"
#include "text/memory.h"

/* The offers that have a word, ascending, each as the difference to the one before in seven bits a byte. */
struct postings {
    unsigned char *bytes;
    uint32_t count;
    uint32_t room;
    uint32_t last; /* one more than the last offer; 0: none yet */
};

struct entry_word {
    const char *word;
    uint32_t length;
    struct postings postings;
};

struct word_index {
    const struct catalogue *catalogue;
    struct arena *letters;
    struct entry_word *words; /* sorted once built */
    size_t count;
    size_t room;
    uint32_t *slots; /* while building: index + 1 into words, by hash; 0: free */
    size_t slot_count;
};

static uint32_t word_hash(const char *word, size_t length)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)word[i]) * 16777619u;
    return hash;
}

static size_t slot_of(const struct word_index *index, const char *word, size_t length)
{
    size_t slot = word_hash(word, length) & (index->slot_count - 1);
    while (index->slots[slot] != 0) {
        const struct entry_word *there = &index->words[index->slots[slot] - 1];
        if (there->length == length && memcmp(there->word, word, length) == 0)
            break;
        slot = (slot + 1) & (index->slot_count - 1);
    }
    return slot;
}

static void grow_slots(struct word_index *index)
{
    if (index->count * 2 < index->slot_count)
        return;
    free(index->slots);
    index->slot_count = index->slot_count ? index->slot_count * 2 : 1024;
    index->slots = memory_new(index->slot_count, sizeof *index->slots);
    for (size_t i = 0; i < index->count; i++)
        index->slots[slot_of(index, index->words[i].word, index->words[i].length)] = (uint32_t)(i + 1);
}

static struct entry_word *entry_of(struct word_index *index, const char *word, size_t length)
{
    grow_slots(index);
    size_t slot = slot_of(index, word, length);
    if (index->slots[slot] == 0) {
        index->words = memory_room(index->words, index->count, &index->room, sizeof *index->words);
        index->words[index->count] = (struct entry_word){.word = arena_copy(index->letters, word, length), .length = (uint32_t)length};
        index->slots[slot] = (uint32_t)(++index->count);
    }
    return &index->words[index->slots[slot] - 1];
}

static void postings_add(struct postings *postings, uint32_t offer)
{
    if (postings->last == offer + 1)
        return;
    uint32_t step = offer + 1 - postings->last;
    postings->last = offer + 1;
    if (postings->room - postings->count < 5) {
        postings->room = postings->room ? postings->room + postings->room / 2 + 5 : 8;
        postings->bytes = memory_resize(postings->bytes, postings->room, 1);
    }
    for (; step >= 0x80; step >>= 7)
        postings->bytes[postings->count++] = (unsigned char)(step | 0x80);
    postings->bytes[postings->count++] = (unsigned char)step;
}

static void postings_mark(const struct postings *postings, uint64_t *found)
{
    uint32_t offer = 0;
    for (uint32_t at = 0; at < postings->count;) {
        uint32_t step = 0;
        unsigned shift = 0;
        while (postings->bytes[at] & 0x80) {
            step |= (uint32_t)(postings->bytes[at++] & 0x7F) << shift;
            shift += 7;
        }
        step |= (uint32_t)postings->bytes[at++] << shift;
        offer += step;
        bits_set(found, offer - 1);
    }
}

static void index_offer(struct word_index *index, uint32_t offer, const char *texts)
{
    for (const char *word = texts; *word;) {
        size_t length = strcspn(word, " \n");
        if (length > 0)
            postings_add(&entry_of(index, word, length)->postings, offer);
        word += length;
        word += strspn(word, " \n");
    }
}

static int words_in_order(const void *left, const void *right)
{
    return strcmp(((const struct entry_word *)left)->word, ((const struct entry_word *)right)->word);
}

struct word_index *word_index_new(const struct catalogue *catalogue)
{
    struct word_index *index = memory_new(1, sizeof *index);
    struct buffer texts = {0};
    index->catalogue = catalogue;
    index->letters = arena_new();
    for (size_t i = 0; i < catalogue->offer_count; i++) {
        buffer_clear(&texts);
        offer_words(&texts, catalogue, &catalogue->offers[i]);
        index_offer(index, (uint32_t)i, buffer_text(&texts));
    }
    buffer_free(&texts);
    free(index->slots);
    index->slots = NULL;
    if (index->count > 0)
        qsort(index->words, index->count, sizeof *index->words, words_in_order);
    return index;
}

void word_index_free(struct word_index *index)
{
    if (!index)
        return;
    for (size_t i = 0; i < index->count; i++)
        free(index->words[i].postings.bytes);
    free(index->words);
    free(index->slots);
    arena_free(index->letters);
    free(index);
}

/* Marks the offers with a word that is what was typed; in a phrase only what begins with it. */
static void mark_word(const struct word_index *index, const char *typed, size_t length, bool phrase, uint64_t *found)
{
    for (size_t i = 0; i < index->count; i++) {
        const struct entry_word *entry = &index->words[i];
        bool is = phrase ? entry->length >= length && memcmp(entry->word, typed, length) == 0 : word_matches(entry->word, entry->length, typed, length);
        if (is)
            postings_mark(&entry->postings, found);
    }
}

/* Of the offers that have all words of the phrase, those that do not have them side by side are taken out. */
static void keep_phrase(const struct word_index *index, const char *typed, uint64_t *found)
{
    struct buffer texts = {0};
    for (size_t i = 0; i < index->catalogue->offer_count; i++) {
        if (!bits_have(found, i))
            continue;
        buffer_clear(&texts);
        offer_words(&texts, index->catalogue, &index->catalogue->offers[i]);
        if (!words_match(buffer_text(&texts), typed, true))
            found[i / BITS_IN_WORD] &= ~(UINT64_C(1) << (i % BITS_IN_WORD));
    }
    buffer_free(&texts);
}

void word_index_find(const struct word_index *index, const char *typed, bool phrase, uint64_t *found)
{
    size_t words = bits_words(index->catalogue->offer_count);
    uint64_t *one = memory_new(words, sizeof *one);
    memset(found, 0xFF, words * sizeof *found);
    size_t typed_words = 0;
    for (const char *word = typed; *word; typed_words++) {
        size_t length = strcspn(word, " ");
        memset(one, 0, words * sizeof *one);
        mark_word(index, word, length, phrase, one);
        for (size_t i = 0; i < words; i++)
            found[i] &= one[i];
        word += length;
        word += strspn(word, " ");
    }
    free(one);
    if (phrase && typed_words > 1)
        keep_phrase(index, typed, found);
}

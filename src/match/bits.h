/* Sets of offers as bits, one for each offer of the catalogue. */
#ifndef MATCH_BITS_H
#define MATCH_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BITS_IN_WORD = 64 };

static inline size_t bits_words(size_t bits)
{
    return bits / BITS_IN_WORD + (bits % BITS_IN_WORD > 0);
}

static inline void bits_set(uint64_t *bits, size_t bit)
{
    bits[bit / BITS_IN_WORD] |= UINT64_C(1) << (bit % BITS_IN_WORD);
}

static inline bool bits_have(const uint64_t *bits, size_t bit)
{
    return bits[bit / BITS_IN_WORD] >> (bit % BITS_IN_WORD) & 1;
}

/* How many bits of the word are set; gcc and clang turn this into one instruction where there is one. */
static inline size_t bits_count(uint64_t word)
{
    return (size_t)__builtin_popcountll(word);
}

/* The lowest bit that is set in a word that is not 0. */
static inline size_t bits_lowest(uint64_t word)
{
    return (size_t)__builtin_ctzll(word);
}

#endif

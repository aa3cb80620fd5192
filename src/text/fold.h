/* Folding: the form of a text in which two ways of writing it are the same. */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "text/buffer.h"

/* Appends text with case and accents gone (NFKD without accents, and l, o, d, oe, ae and the like for their barred and
 * joined forms; vowel signs of Indic scripts stay), "&" as "and", apostrophes dropped, and everything that is no letter
 * or digit as one space; no space at either end. Broken UTF-8 separates words. */
void fold_words(struct buffer *out, const char *text, size_t length);

/* Appends the form in which keys, words of the vocabulary and places are compared: fold_words, then a single plural
 * "s" at the end of each word of four letters or more dropped (not "ss"), then no spaces at all; where the last word is
 * too short for that, the whole counts as one word, so that "drop-ins" is "dropins". */
void fold_key(struct buffer *out, const char *text, size_t length);

/* The number of slips (a letter added, left out, changed, or two swapped) between two folded texts, counted in
 * characters; stops at limit + 1. */
unsigned fold_slips(const char *left, const char *right, unsigned limit);

/* How many slips still count as "did you mean" for a folded text of this many characters: 1 up to 4, 2 up to 9, else
 * 3. */
unsigned fold_slips_allowed(size_t characters);

/* Which of several names an unknown word was perhaps meant to be: the one with the fewest slips, of as many as are allowed. */
struct near_name {
    const char *word; /* lent */
    const char *name; /* the nearest so far, as it was given; NULL */
    unsigned slips;   /* as many are too many */
};

struct near_name near_name_of(const char *word);

/* Tries one more name; both are folded, or alike in case. Gives whether it is the nearest so far. */
bool near_name_try(struct near_name *near, const char *name);

#endif

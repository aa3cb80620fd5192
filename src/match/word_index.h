/* Every word of a catalogue and the offers that have it, so that free text is found without reading the catalogue again. Finds exactly what
 * text_match.h says. */
#ifndef MATCH_WORD_INDEX_H
#define MATCH_WORD_INDEX_H

#include <stdint.h>

#include "catalogue/catalogue.h"

struct word_index;

/* The catalogue is lent for the index's life. */
struct word_index *word_index_new(const struct catalogue *catalogue);
void word_index_free(struct word_index *index);

/* Sets in found (bits_words(offer_count) words, all 0) the bits of the offers that have all words of the folded text, or the phrase. */
void word_index_find(const struct word_index *index, const char *typed, bool phrase, uint64_t *found);

#endif

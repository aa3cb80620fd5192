/* Free text: which texts of an offer are looked through, and when a word of a need is found in them. MATCHING.md, "other words". */
#ifndef MATCH_TEXT_MATCH_H
#define MATCH_TEXT_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "text/buffer.h"

/* Appends all texts of the offer that are looked through, folded, each ended by a line break: names, provider, summary, what happens, and the
 * labels of its formats, features and topics, all of them in every language. */
void offer_words(struct buffer *out, const struct catalogue *catalogue, const struct offer *offer);

/* Whether a folded word of an offer is what was typed, also folded: it begins with it, or, from five letters on, with it but for one slip
 * of the finger. Lengths in bytes. */
bool word_matches(const char *word, size_t length, const char *typed, size_t typed_length);

/* Whether the texts, as offer_words gives them, hold every one of the typed words, which are folded and separated by spaces; as a phrase in
 * this order side by side, the last one perhaps only begun, with no slips. */
bool words_match(const char *texts, const char *typed, bool phrase);

#endif

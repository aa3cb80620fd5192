/* The facts of an offer in words: the one place where a stage, an area list or a parent's age becomes text for people. */
#ifndef WRITE_FACTS_H
#define WRITE_FACTS_H

#include "catalogue/catalogue.h"
#include "text/buffer.h"

/* Each appends nothing when the offer does not state the fact. */

/* "Forth Valley, East Lothian"; "all of Scotland". */
void facts_areas(struct buffer *out, const struct catalogue *catalogue, struct numbers areas);

/* The same names as they are: "Scotland", "the United Kingdom". */
void facts_area_names(struct buffer *out, const struct catalogue *catalogue, struct numbers areas);

/* Labels of a list's terms, with commas. "none" when it is stated that there are none. */
void facts_terms(struct buffer *out, const struct catalogue *catalogue, enum vocabulary_list list, struct numbers numbers);

/* "from pregnancy until the child turns 2", "until the birth", "from birth; no end is stated". */
void facts_stage(struct buffer *out, struct stage stage);

/* Both in one line for a row: "Forth Valley, East Lothian · mothers, to 2 years"; "place not stated" where it is not. Without the stage after a
 * loss: then no child's age is shown. */
void facts_where_and_whom(struct buffer *out, const struct catalogue *catalogue, const struct offer *offer, bool after_loss);

/* "up to 19", "from 16 to 25", "16 or older". */
void facts_years(struct buffer *out, struct years years);

/* "mothers", "parents and carers" as the vocabulary labels them. */
void facts_who(struct buffer *out, const struct catalogue *catalogue, enum who who);

#endif

/* What the explainers share. */
#ifndef MATCH_EXPLAIN_PARTS_H
#define MATCH_EXPLAIN_PARTS_H

#include "match/judge.h"
#include "match/words.h"

/* A sentence in the arena. */
const char *sentence(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The first of the values that the judge of the key finds to be this; the first where none is. */
const struct need_value *value_deciding(const struct judge_setting *setting, const struct offer *offer, enum key key, const struct need_value *of, size_t count,
                                        enum value value);

/* The sentence of a term that an offer states, states the contrary of, or leaves open; the vocabulary's own where it has one. */
void term_say(struct buffer *out, const struct term *term, enum value value);

/* What completes "Ask …" about the term. */
void term_question(struct buffer *out, const struct term *term);

#endif

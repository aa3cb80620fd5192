/* What a service does not say of itself, as questions to ask it. */
#ifndef WRITE_QUESTIONS_H
#define WRITE_QUESTIONS_H

#include <stddef.h>

#include "catalogue/offer.h"
#include "text/buffer.h"

#define QUESTION_COUNT 4

/* The questions that matter most before a first visit, of what is not stated. Gives how many; texts are static. */
size_t questions_of(const struct offer *offer, const char *questions[QUESTION_COUNT]);

/* Appends "Not stated: where it meets, when, languages." or nothing when all is stated. */
void not_stated_words(struct buffer *out, const struct offer *offer);

#endif

/* What a service does not say of itself, as questions to ask it. Silence is never a no. */
#ifndef WRITE_QUESTIONS_H
#define WRITE_QUESTIONS_H

#include <stddef.h>

#include "catalogue/offer.h"
#include "match/need.h"

#define QUESTION_COUNT 4
#define MORE_QUESTIONS 7

/* A question, and the criteria of a need whose open points ask the same, as bits 1 << enum key. */
struct question {
    const char *words;
    unsigned long keys;
};

/* The questions that matter most before a first visit or call, of what is not stated. Gives how many; texts are static. */
size_t questions_of(const struct offer *offer, const char *questions[QUESTION_COUNT]);

/* Those that matter to some. */
size_t more_questions_of(const struct offer *offer, struct question questions[MORE_QUESTIONS]);

#endif

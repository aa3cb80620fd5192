/* Offers that a criterion cannot tell apart, taken together, so that it judges each kind once. */
#ifndef MATCH_CLASSES_H
#define MATCH_CLASSES_H

#include <stdint.h>

#include "match/judge.h"

struct classes {
    uint32_t *of;    /* the class of each offer */
    uint32_t *first; /* an offer of each class */
    size_t count;
};

/* Sorts all offers of the catalogue by what the criterion sees of them. */
struct classes classes_of(const struct judge_setting *setting, sees_function *sees);
void classes_free(struct classes *classes);

#endif

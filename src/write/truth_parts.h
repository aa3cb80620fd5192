/* Between the files of truth only. */
#ifndef WRITE_TRUTH_PARTS_H
#define WRITE_TRUTH_PARTS_H

#include "write/truth.h"

struct truth {
    const struct catalogue *catalogue;
    const struct truth_setting *setting;
    struct problems *problems;
};

/* What its texts say that its fields do not: stage and areas. */
void truth_texts(const struct truth *truth, const struct offer *offer);

/* Services that are perhaps there twice. */
void truth_twins(const struct truth *truth);

/* Whether an earlier offer of the service says the same in that field, so that it is told already. */
bool truth_told(const struct truth *truth, const struct offer *offer, enum field field);

#endif

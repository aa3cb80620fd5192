/* A mapping, between the file that reads it and the one that applies it. */
#ifndef READ_MAPPING_PARTS_H
#define READ_MAPPING_PARTS_H

#include <stddef.h>
#include <stdint.h>

#include "text/arena.h"

/* Two texts that belong together, and perhaps the field they are for; where they stand in the mapping file. */
struct mapping_pair {
    const char *field;  /* words only */
    const char *theirs; /* columns and words: folded */
    const char *shown;  /* as it is written */
    const char *ours;
    uint32_t line;
    uint32_t column;
};

struct mapping_pairs {
    struct mapping_pair *items; /* owned */
    size_t count;
    size_t room;
};

struct mapping {
    struct arena *arena;
    const char *file;
    struct mapping_pairs columns;   /* their column → our field; NULL for one that is ignored */
    struct mapping_pairs words;
    struct mapping_pairs join;      /* theirs is our field here, and so in the next two */
    struct mapping_pairs split;
    struct mapping_pairs constants;
};

/* The pair whose `theirs` it is, and of that field where one is named; NULL. */
const struct mapping_pair *mapping_pair_of(const struct mapping_pairs *pairs, const char *field, const char *theirs);

#endif

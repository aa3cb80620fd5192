/* What the columns of somebody else's spreadsheet may be, by their names and by what stands in them. */
#ifndef READ_MAPPING_GUESS_H
#define READ_MAPPING_GUESS_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/place.h"
#include "catalogue/problem.h"
#include "catalogue/vocabulary.h"
#include "read/bytes.h"
#include "text/arena.h"

enum guess_by {
    GUESS_NONE,
    GUESS_NAME,   /* the column has a name that is known */
    GUESS_NEAR,   /* nearly such a name, or one with such a word in it */
    GUESS_VALUES, /* what stands in it looks like this */
};

/* A word of theirs in a column of words. */
struct guess_word {
    const char *theirs;
    const char *ours; /* NULL: none is known */
};

struct guess_column {
    const char *header;
    const char *field; /* NULL: not known */
    enum guess_by by;
    size_t filled;  /* cells with something in them, … */
    size_t fitting; /* … and those that look like the field; for GUESS_VALUES */
    bool place;      /* words are places: `ours` is only what may have been meant */
    const char *split; /* what separates several words in a cell, where it is not ; */
    struct guess_word *words;
    size_t word_count;
};

struct guess {
    struct guess_column *columns;
    size_t column_count;
    size_t rows; /* that were looked at */
};

/* Everything given lives in the arena. False, with a problem, when there is no row. */
bool mapping_guess(struct arena *arena, const char *file, const struct bytes *bytes, const struct gazetteer *gazetteer,
                   const struct vocabulary *vocabulary, struct problems *problems, struct guess *guess);

#endif

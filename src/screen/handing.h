/* What the sheet and the codes for a phone remember while they are on the screen. Only for this room. */
#ifndef SCREEN_HANDING_H
#define SCREEN_HANDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screen/line_edit.h"
#include "screen/paper.h"
#include "text/arena.h"
#include "text/buffer.h"

/* What can be done with the sheet, in the order of the rows. */
enum handing_doing {
    HANDING_PRINT,
    HANDING_DISCREET,
    HANDING_WIDTH,
    HANDING_FROM,
    HANDING_SAVE_TEXT,
    HANDING_SAVE_PAGE,
    HANDING_SAVE_DATES,
    HANDING_CODES,
    HANDING_TAKE_OFF,
    HANDING_DOINGS,
};

/* What the rows are. */
enum handing_asking {
    HANDING_ASKS_WHAT,    /* what is to be done */
    HANDING_ASKS_WHICH,   /* which one is to be taken off */
    HANDING_ASKS_REPLACE, /* whether a file may be replaced */
};

/* Start with {0}. */
struct handing_state {
    enum handing_asking asking;
    size_t row; /* marked */
    size_t top; /* first row in view */
    bool reading; /* the keys go through the sheet, not through the rows */
    bool discreet;
    bool slip;    /* 40 columns, not 80 */
    bool started; /* `from` has been taken from the settings */
    struct buffer from;       /* who gives it */
    struct line_edit line;    /* what is being typed: that, or the name of a file */
    enum handing_doing typing;  /* for which row */
    struct buffer said;       /* what came of the last doing; stands above the rows */
    struct paper paper;       /* the sheet as it will be printed */
    uint64_t edition;         /* of the answers that the paper was written for */
    int paper_rows;           /* of the paper, as last drawn */
};

struct code_item {
    const char *name;
    const char *link;    /* what the code says */
    const char *written; /* the same as the catalogue writes it */
};

/* Start with {0}. */
struct code_state {
    struct arena *arena; /* holds the items */
    struct code_item *items;
    size_t count;
    size_t current;
    bool swapped; /* dark for light, where there are no colours */
};

#endif

/* What lies where on the screen for the mouse: every drawing says anew what can be clicked. No curses. */
#ifndef SCREEN_HITS_H
#define SCREEN_HITS_H

#include <stddef.h>

#include "screen/layout.h"

enum hit_kind {
    HIT_NOTHING,
    HIT_ACTION, /* number: enum action */
    HIT_CHIP,   /* number: term of the need */
    HIT_FACET,  /* number: line of the facets */
    HIT_ROW,    /* number: row of the answers */
    HIT_LINE,   /* number: line of the text in the pane or page */
    HIT_ORDER,  /* number: enum finding_order */
    HIT_SUGGESTION,
    HIT_HELP,
    HIT_CHOICE, /* number: row of the question */
};

struct hit {
    struct area area;
    enum hit_kind kind;
    size_t number;
};

/* More than any screen shows; what is over is not clickable, but reached by keys. */
enum { HITS_MOST = 600 };

struct hits {
    struct hit items[HITS_MOST];
    size_t count;
};

void hits_clear(struct hits *hits);
void hits_add(struct hits *hits, struct area area, enum hit_kind kind, size_t number);

/* What lies at the cell, the last added where several do. */
struct hit hits_at(const struct hits *hits, int row, int column);

#endif

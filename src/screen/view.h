/* A view: one part of the screen that can have the keys. It draws itself and says what happened; what is to be done about it the manager in
 * browse.c decides. */
#ifndef SCREEN_VIEW_H
#define SCREEN_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "screen/actions.h"
#include "screen/hits.h"
#include "screen/layout.h"

struct browser;

/* What came of an action, a text or a click. */
enum happened {
    HAPPENED_NOTHING, /* it was none of the view's business */
    HAPPENED_SEEN,    /* something looks different */
    HAPPENED_OPEN,    /* the selected answer is to be read */
    HAPPENED_LEFT,    /* the view is done: back to where it was opened from */
    HAPPENED_END,     /* staff end the kiosk */
    HAPPENED_DO,      /* browser->wanted is to be done */
};

/* What a view can do, as bits. */
enum view_can {
    VIEW_TAKES_TEXT = 1, /* printable keys and pastes are text for it, no commands */
    VIEW_COVERS = 2,     /* it stands in front of all panes */
    VIEW_WHOLE = 4,      /* with VIEW_COVERS: it takes the whole screen but the last two lines */
};

struct view {
    const char *name; /* stable */
    enum where where; /* its bit in the table of actions */
    unsigned can;
    void (*open)(struct browser *browser); /* NULL; it gets the keys */
    void (*draw)(struct browser *browser, struct area area, bool has_keys);
    enum happened (*act)(struct browser *browser, enum action action); /* NULL: it does nothing itself, as for click */
    enum happened (*type)(struct browser *browser, const char *bytes, size_t length); /* NULL unless it takes text, or a cover has a use for keys that are no action */
    enum happened (*click)(struct browser *browser, enum hit_kind kind, size_t number);
    void (*wheel)(struct browser *browser, int lines); /* negative: up */
    /* Another list has taken the place of the one before: what the view remembers of offers, words and places is forgotten. A view that covers the
     * panes and has none keeps the one before alive until it is closed. NULL for a pane that remembers nothing. */
    void (*renew)(struct browser *browser);
};

extern const struct view view_facets;
extern const struct view view_answers;
extern const struct view view_entry;
extern const struct view view_search;
extern const struct view view_help;
extern const struct view view_urgent;
extern const struct view view_problems;
extern const struct view view_sheet;
extern const struct view view_sheet_line; /* the sheet while a line is typed in one of its rows */
extern const struct view view_code;
extern const struct view view_guide;
extern const struct view view_chips;
extern const struct view view_explain;
extern const struct view view_welcome;
extern const struct view view_neutral;
extern const struct view view_warning;
extern const struct view view_staff;

#endif

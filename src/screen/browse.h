/* The browser: the one face of curses that the commands know. */
#ifndef SCREEN_BROWSE_H
#define SCREEN_BROWSE_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "match/answer.h"

struct browse_setting {
    struct matcher *matcher;        /* lent */
    const struct need *need;        /* to start with; lent, copied */
    const char *const *left_out;    /* sentences about entries that were left out, for the problem list; lent */
    size_t left_out_count;
    bool colour;  /* false: --no-color, NO_COLOR, TERM=dumb */
    bool mouse;   /* false: --no-mouse */
    bool letters; /* false: single letters do nothing but type */
    place_id area; /* the site's own area for urgent help; PLACE_NONE */
};

enum browse_end {
    BROWSE_QUIT,
    BROWSE_NO_TERMINAL, /* the terminal could not be opened; *why says what to do */
    BROWSE_LOST,        /* the terminal went away, or a signal said to end */
};

/* Whether this kind of terminal (TERM) can be used. False, with *why a sentence, when it is not known or cannot move its cursor. */
bool browse_is_possible(const char **why);

/* Takes the screen, lets the person browse, and gives the terminal back as it was on every way out. */
enum browse_end browse(const struct browse_setting *setting, const char **why);

/* Gives the terminal back at once, from a place that cannot return (out of memory, a crash). Safe to call when no screen is up. */
void browse_restore_terminal(void);

#endif

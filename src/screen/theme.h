/* How things look, by what they are. Every role states how it looks with colours and without in the same row. */
#ifndef SCREEN_THEME_H
#define SCREEN_THEME_H

#include <stdbool.h>

#include "read/theme_file.h"

enum role {
    ROLE_TEXT,
    ROLE_PROGRAM,  /* the name of the program */
    ROLE_CHIP,     /* a term of the need */
    ROLE_COUNTS,
    ROLE_PANE,     /* the title of a part */
    ROLE_HEADING,  /* a heading within a part */
    ROLE_NAME,     /* the name of an offer */
    ROLE_SELECTED, /* the selected row of the part that has the keys */
    ROLE_CHOSEN,   /* a chosen value of a facet */
    ROLE_ASK,
    ROLE_FAILS,
    ROLE_LABEL,    /* of a fact */
    ROLE_NOTE,
    ROLE_EDIT,     /* the line to type in */
    ROLE_WRONG,    /* what is wrong with it */
    ROLE_NOTICE,
    ROLE_KEY,      /* a key in the hints */
    ROLE_HINT,
    ROLE_URGENT,
    ROLE_THEMED, /* how many a theme can colour; the others are the same in all */
    ROLE_CODE_LIGHT = ROLE_THEMED, /* the light modules of a code for a phone, with what is drawn on them in dark */
    ROLE_CODE_DARK,
    ROLE_COUNT,
};

struct theme {
    const char *name;
    struct theme_look looks[ROLE_THEMED];
};

/* The roles in their order, with their names in the files of themes (NULL: not for themes), and how each looks without colours. */
extern const struct theme_role theme_roles[ROLE_COUNT];

/* Begins with a theme; call once curses is up. With colour false, or where the terminal has none, the looks without colours are used. */
void theme_start(bool colour, const struct theme *theme);

/* Takes another theme up: what is drawn from now on looks so. */
void theme_take(const struct theme *theme);

/* Whether another theme would look any different here. */
bool theme_can_change(void);

/* Lets blank cells be the terminal's own again: for the screen that stays behind. */
void theme_end(void);

/* Whether a code for a phone is painted black on white whatever the theme. If not, its light modules are reverse, which is right where the terminal is dark. */
bool theme_code_in_colour(void);

/* What follows is drawn in the role's look. */
void theme_use(enum role role);

#endif

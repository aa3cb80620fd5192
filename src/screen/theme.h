/* How things look, by what they are. Every role states how it looks with colours and without in the same row. */
#ifndef SCREEN_THEME_H
#define SCREEN_THEME_H

#include <stdbool.h>

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
    ROLE_CODE_LIGHT, /* the light modules of a code for a phone, with what is drawn on them in dark */
    ROLE_CODE_DARK,
    ROLE_COUNT,
};

/* Prepares the colours; call once curses is up. With colour false, or where the terminal has none, the looks without colours are used. */
void theme_start(bool colour);

/* Whether a code for a phone is painted black on white whatever the theme. If not, its light modules are reverse, which is right where the terminal is dark. */
bool theme_code_in_colour(void);

/* What follows is drawn in the role's look. */
void theme_use(enum role role);

#endif

/* The browser: the one face of curses that the commands know. */
#ifndef SCREEN_BROWSE_H
#define SCREEN_BROWSE_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "match/answer.h"
#include "screen/key_map.h"
#include "screen/kiosk.h"
#include "screen/listing.h"
#include "screen/theme.h"
#include "text/buffer.h"

enum browse_saved {
    BROWSE_SAVED,      /* the whole file stands there */
    BROWSE_FILE_THERE, /* there is a file of that name, which was not to be replaced; nothing was written */
    BROWSE_NOT_SAVED,
};

/* What may be done with a sheet outside of the screen, which itself knows no file and no program. What is NULL is not offered. */
struct browse_sheets {
    const void *context;  /* lent; given to the two below */
    const char *from;     /* who gives the sheets, safe to show; NULL: a line to write on */
    bool print_html;      /* what prints takes HTML, not text */

    /* Prints the sheet. go_on is asked with asker while that lasts; when it says no, printing stops. False with a sentence without its full stop, safe to
     * show, in *said. */
    bool (*print)(const void *context, const struct buffer *sheet, bool (*go_on)(void *), void *asker, struct buffer *said);

    /* Writes a file, whole or not at all, under a name as it was typed. *said becomes its whole path, or a sentence on what is wrong; safe to show. */
    enum browse_saved (*save)(const void *context, const char *name, const struct buffer *content, bool replace, struct buffer *said);
};

struct browse_setting {
    struct listing *listing;            /* to begin with, perhaps only a first part; taken over */
    const struct load_request *request; /* what it was read from, to read it again; lent. NULL: that cannot be */
    struct match_setting match;
    const struct need *need; /* to start with; lent, copied */
    bool colour;  /* false: --no-color, NO_COLOR, TERM=dumb */
    const struct theme *themes; /* lent; one at least */
    size_t theme_count;
    size_t theme; /* the one to begin with */
    const char *const *unused; /* sentences about settings that are not used, for the problem list; lent */
    size_t unused_count;
    bool mouse;   /* false: --no-mouse */
    const struct key_map *keys; /* lent */
    struct browse_sheets sheets;
    const struct kiosk_site *kiosk; /* lent; NULL: no kiosk but the browser */
    const char *area; /* the site's own area, for urgent help; lent; NULL */
    /* Lets the person edit the file at the line, on the terminal, which is theirs for that while. False with *why, a sentence, when that did not
     * work. NULL: nothing can be edited. */
    bool (*edit)(const struct position *where, struct buffer *why);
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

/* What she takes home: the chosen offers as a list of parts, and the writers that turn the same parts into text and HTML. INTERFACE.md, "Handout". */
#ifndef WRITE_HANDOUT_H
#define WRITE_HANDOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "match/answer.h"
#include "text/arena.h"
#include "text/buffer.h"

enum handout_role {
    HANDOUT_TITLE,
    HANDOUT_DATE,     /* of the sheet */
    HANDOUT_FROM,     /* label, and who gave the sheet; text "" leaves a line to write on */
    HANDOUT_OFFER,    /* an offer begins: its name */
    HANDOUT_BESIDE,   /* who runs it, and which kind of help it is where that is not peer support */
    HANDOUT_TEXT,     /* a sentence or more */
    HANDOUT_WARNING,  /* the same, to be read before anything else: it is ending, it starts later */
    HANDOUT_FACT,     /* label and text */
    HANDOUT_SAY,      /* label "You could say" or "..., in their own words", and what is quoted */
    HANDOUT_ASK,      /* questions begin: "You could ask" */
    HANDOUT_QUESTION,
    HANDOUT_AGE,      /* how old the facts are */
    HANDOUT_CODE,     /* link is what a QR code is to say, text says so in words */
    HANDOUT_URGENT,   /* urgent help begins: its heading */
    HANDOUT_HOURS,    /* when all the ways that follow are open, down to the next such part or one that has hours of its own as its label */
    HANDOUT_HELP,     /* one way to get it: text, link, and its own hours as label */
};

/* Texts live in the arena and are safe to show; label and link are NULL where there are none. A link is "https:", "http:" or "tel:" and nothing else. */
struct handout_part {
    enum handout_role role;
    const char *label;
    const char *text;
    const char *link;
    const char *language; /* of the text, BCP 47, where it is not that of the sheet; else NULL */
};

struct handout {
    struct handout_part *parts;
    size_t count;
};

struct handout_setting {
    bool discreet;        /* nothing on it says why she has it */
    bool on_screen;       /* nobody gives it: it is read where people work who can be asked */
    const char *from;     /* who gives it: name and phone; NULL or "", or words that say why on a discreet sheet: lines to write on. Must be safe to show */
    place_id place;       /* for urgent help where the need names no place; PLACE_NONE */
    const char *language; /* ISO 639 code of the language in which the services' own words are wanted; NULL: those of the catalogue */
};

/* The sheet. need may be NULL or empty; it decides which questions stand there, what starts later and whose urgent help, and is itself never on the sheet.
 * Offers that start later stand last, else in the order given. Closed ones are the caller's business. Everything lives in the arena. */
struct handout handout_of(struct matcher *matcher, const struct need *need, const size_t *offers, size_t count, struct handout_setting setting,
                          struct arena *arena);

/* Appends the sheet as plain text of that many columns, 40 (a slip) to 80. No control characters but line breaks. */
void handout_text(struct buffer *out, const struct handout *handout, size_t columns);

/* Appends the sheet as one HTML document that needs nothing else: no script, no picture from elsewhere. */
void handout_html(struct buffer *out, const struct handout *handout);

#endif

/* What the catalogue knows of one offer, as lines with roles: the entry of the browser and of `show` are the same sheet. */
#ifndef WRITE_SHEET_H
#define WRITE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "match/answer.h"
#include "text/arena.h"

enum sheet_role {
    SHEET_TITLE,   /* the offer's name */
    SHEET_BESIDE,  /* provider, kind, status: small print beside the title */
    SHEET_HEADING, /* "Why it suits", "Ask them" */
    SHEET_TEXT,    /* a paragraph */
    SHEET_YES,     /* a reason that holds */
    SHEET_ASK,     /* a question to ask */
    SHEET_NO,      /* a reason that fails */
    SHEET_FACT,    /* label and text: "Phone", "116 123" */
    SHEET_NOTE,    /* how old the facts are, warnings */
    SHEET_OTHER,   /* the name of another offer, which the line leads to */
    SHEET_OF_OTHER, /* what that one is: its verdict, how, where and for whom */
};

struct sheet_line {
    enum sheet_role role;
    const char *label; /* SHEET_FACT only, else NULL; "": a further line of the fact above */
    const char *text;  /* valid UTF-8, safe to show, not wrapped; may hold '\n' */
    size_t offer;      /* SHEET_OTHER and SHEET_OF_OTHER: index of that offer; else OFFER_NONE */
};

struct sheet {
    struct sheet_line *lines;
    size_t count;
};

/* How much of the sheet a person sees at once decides its order; nothing is left out for want of room. */
enum sheet_room {
    SHEET_ROOMY, /* as one reads: what it is, why it suits, how to join, what to ask, all the rest */
    SHEET_SHORT, /* under twenty lines or so: how to join and the phone number come before the reasons */
    SHEET_TIGHT, /* under ten: and what it says of itself comes behind them */
};

struct sheet_setting {
    bool staff; /* with what only staff should see: notes, status note, where it stands in which file, fields of the site's own */
    enum sheet_room room;
    bool public_names; /* the public name instead of the name, and no provider */
};

/* The whole sheet. need may be NULL or empty: then there is no "why" part, and other offers have no verdict. Everything lives in the arena. */
struct sheet sheet_of(struct matcher *matcher, const struct need *need, size_t offer, struct sheet_setting setting, struct arena *arena);

/* The facts that decide, for a row of a list. Texts live in the arena, one line each. For a row that others may read: the name that says nothing
 * (write/discreet.h), no provider, and "" for what would say it. */
struct row_facts {
    const char *name;
    const char *who_and_how;   /* "Aberlour · one-to-one" */
    const char *where_and_whom; /* "Forth Valley, East Lothian · mothers, to 2 years" */
    const char *join;          /* "Refer yourself", "Ask how to join" */
    const char *ask;           /* the questions for this need, "" when none: "Ask: does it cover Falkirk?" */
    const char *fails;         /* what fails, for near and no, "" otherwise */
    const char *mark;          /* kind or status where it is not a running peer-support service: "Helpline", "Ending", else "" */
};
struct row_facts row_facts_of(struct matcher *matcher, const struct need *need, size_t offer, bool discreet, struct arena *arena);

/* "Facts from 2020, 6 years old: check before you refer." and the like; never NULL. */
const char *sheet_age(const struct offer *offer, struct date today, struct arena *arena);

/* One line of urgent help that fits the columns: whole items, the most important first; ascii: no "·". */
const char *urgent_bar(const struct catalogue *catalogue, place_id place, size_t columns, bool ascii, struct arena *arena);

#endif

/* A sheet under construction. Between sheet.c, which decides what stands on it and in which order, and sheet_facts.c and sheet_others.c, which
 * make its longer parts. */
#ifndef WRITE_SHEET_PARTS_H
#define WRITE_SHEET_PARTS_H

#include "text/buffer.h"
#include "write/sheet.h"

struct sheet_draft {
    struct sheet sheet;
    size_t room;
    struct arena *arena;
    struct matcher *matcher;
    const struct catalogue *catalogue;
    const struct offer *offer;
    size_t index;            /* of the offer */
    const struct need *need; /* NULL or with terms */
    struct sheet_setting setting;
    struct buffer words; /* for one text at a time */
    const char *heading; /* waits until something stands under it; NULL: none */
};

/* Adds a line; a NULL or empty text adds nothing. Texts must live as long as the arena. */
void sheet_add(struct sheet_draft *draft, enum sheet_role role, const char *label, const char *text);

/* The same for a line that leads to another offer. */
void sheet_add_of(struct sheet_draft *draft, enum sheet_role role, size_t offer, const char *text);

/* Adds what stands in draft->words, and empties it. */
void sheet_add_words(struct sheet_draft *draft, enum sheet_role role, const char *label);

/* Adds a text field of the offer as it is written. As a fact, one that is stated as none says so. */
void sheet_add_field(struct sheet_draft *draft, enum sheet_role role, const char *label, enum field field);

/* Adds words of the vocabulary as a fact. */
void sheet_add_terms(struct sheet_draft *draft, const char *label, enum vocabulary_list list, struct numbers numbers);

/* What the offer says of itself: where, for whom, when, with what, at what cost; in sheet_facts.c. */
void sheet_add_facts(struct sheet_draft *draft);

/* Who says so, and what only staff should see; in sheet_facts.c. */
void sheet_add_trust(struct sheet_draft *draft);

/* The other offers of the service and of its provider; in sheet_others.c. */
void sheet_add_others(struct sheet_draft *draft);

#endif

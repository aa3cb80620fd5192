/* What is looked for and what was found: the need with its past, and the answers to it. What all views look at. No curses. */
#ifndef SCREEN_FINDING_H
#define SCREEN_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "match/answer.h"
#include "match/need.h"
#include "text/buffer.h"

enum { FINDING_DROPS = 12, FINDING_ALSO = 12 };

/* The orders in which the answers can stand; each but the first shows in every row what the first shows by its groups. */
enum finding_order { ORDER_FIT, ORDER_NAME, ORDER_NEW, ORDER_COUNT };

enum found_kind {
    FOUND_ANSWER,
    FOUND_DROP, /* a term to give up, when nothing fits */
    FOUND_ALSO, /* a directory or related service, when nothing fits */
};

/* One row of the answers. */
struct found {
    enum found_kind kind;
    uint32_t offer;       /* FOUND_ANSWER, FOUND_ALSO */
    enum verdict verdict; /* FOUND_ANSWER */
    struct drop drop;     /* FOUND_DROP */
};

struct finding {
    struct matcher *matcher;            /* lent */
    const struct catalogue *catalogue;  /* lent by the matcher */
    const struct need_setting *setting; /* lent by the matcher */
    struct need *need;

    bool with_near;
    enum finding_order order;

    struct answer_list answers; /* ordered as wanted */
    bool nothing;               /* nothing fits: the rows are what to drop, what is near if wanted, and where else to look */
    struct drop drops[FINDING_DROPS];
    size_t drop_count;
    uint32_t also[FINDING_ALSO];
    size_t also_count;
    uint64_t edition; /* another number for every other set of answers */

    /* Only for finding.c. */
    bool stale;
    bool facets_stale;
    struct facets facets;
    struct need **past;
    size_t past_count;
    size_t past_room;
    unsigned char *kept;
    uint32_t *kept_order;
    size_t kept_room;
    size_t kept_count;
    char **missed; /* ids of what was kept and is not in the list now; should it come back, it is kept again */
    size_t missed_count;
    size_t missed_room;
};

/* What became of a person's choices when another list took the place of the one before. */
struct renewed {
    struct buffer unknown; /* in words: terms of the need that the new list does not know, which are dropped */
    struct buffer gone;    /* the name of what was kept and is no longer in the list, the first of them */
    size_t gone_count;
    size_t back_count; /* what had gone and is kept again */
};

/* Starts with a copy of the need, which may be NULL. */
void finding_open(struct finding *finding, struct matcher *matcher, const struct need *need);

/* Overwrites what was looked for and kept, and frees all. */
void finding_close(struct finding *finding);

/* Brings answers and counts up to date with the need; cheap when they are. */
void finding_look(struct finding *finding);

/* The facets for the need, worked out when asked for. Lent until the need changes. */
const struct facets *finding_facets(struct finding *finding);

size_t finding_count(const struct finding *finding);
struct found finding_at(const struct finding *finding, size_t row);

/* How many fit: suits, ending and to ask. */
size_t finding_fitting(const struct finding *finding);

/* The row of the offer, or SIZE_MAX. Looks through all rows. */
size_t finding_row_of(const struct finding *finding, uint32_t offer);

/* Changes of the need, each undone by finding_undo. */
bool finding_toggle(struct finding *finding, const char *term);
void finding_drop(struct finding *finding, size_t term);
void finding_start_over(struct finding *finding);

/* Whether the two needs ask the same in the same words. */
bool need_is_same(const struct need *left, const struct need *right);

/* Takes the need over, for now: while a person types. No step of its own for undo. */
void finding_try(struct finding *finding, struct need *need);

/* Makes what was tried a step that can be undone; before is the need as it was, and is taken over. */
void finding_keep_tried(struct finding *finding, struct need *before);

/* Forgets the last step if the need is as it was before it. Gives whether it is still there. */
bool finding_settle(struct finding *finding);

/* False when there is nothing to undo. */
bool finding_undo(struct finding *finding);

void finding_set_near(struct finding *finding, bool with_near);

/* The first row of what is near, in the order of how the answers fit. SIZE_MAX when there is none. */
size_t finding_first_near(const struct finding *finding);

void finding_set_order(struct finding *finding, enum finding_order order);

/* Puts another list in the place of the one before, which must live until this returns: need, past and what is kept are carried over by their words
 * and ids. *renewed, empty before, is the caller's to free with renewed_free. */
void finding_renew(struct finding *finding, struct matcher *matcher, struct renewed *renewed);
void renewed_free(struct renewed *renewed);

/* The same need in the words of the list as it is now. Terms that it does not know are left out; their words under the setting of before are appended to
 * *unknown, unless that is NULL. */
struct need *need_renewed(const struct need *need, const struct need_setting *before, const struct need_setting *now, struct buffer *unknown);

bool finding_is_kept(const struct finding *finding, uint32_t offer);
void finding_keep(struct finding *finding, uint32_t offer, bool keep);

/* What is kept, in the order in which it was kept, kept_count of them. Lent until one more is kept or let go. */
const uint32_t *finding_kept(const struct finding *finding);

#endif

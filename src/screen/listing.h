/* A list as it was read from its files: what it holds, and what was wrong with it. No curses. */
#ifndef SCREEN_LISTING_H
#define SCREEN_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include "match/answer.h"
#include "read/load.h"

struct listing {
    struct problems *problems;
    struct catalogue *catalogue; /* NULL: it could not be read, and the last error says why */
    struct matcher *matcher;     /* NULL likewise */
    unsigned char *fresh;        /* of every problem: whether it was not there in the list before; NULL: none is */
};

/* Takes the three over. */
struct listing *listing_new(struct problems *problems, struct catalogue *catalogue, struct matcher *matcher);

/* Reads the files of the request, and makes ready what the first answers need. */
struct listing *listing_read(const struct load_request *request, const struct match_setting *setting);

/* What is answered from now on is answered by this setting; what needs have left in the matcher before is overwritten. */
void listing_match(struct listing *listing, const struct match_setting *setting);

/* Keeps only what was wrong. */
void listing_drop_catalogue(struct listing *listing);

/* Overwrites what needs have left in it, and frees; NULL is allowed. */
void listing_free(struct listing *listing);

/* Marks the problems that were not there before, and gives whether one of them is an error. A mistake that has only moved to another line was there
 * before. */
bool listing_mark_fresh(struct listing *listing, const struct problems *before);

/* Whether the problem is to be shown to whoever asks what is wrong: an error, or a warning that was not there before. */
bool listing_shows(const struct listing *listing, size_t problem);

/* Whether it was not there before. */
bool listing_is_fresh(const struct listing *listing, size_t problem);

/* How many are to be shown, and how many of these are new. */
size_t listing_shown(const struct listing *listing);
size_t listing_fresh(const struct listing *listing);

/* Whether an offer of the one list is not in the other. */
bool listing_lacks(const struct listing *listing, const struct catalogue *before);

#endif

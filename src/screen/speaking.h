/* The languages between which whoever stands at the kiosk can choose. The list is read once in each of them and all are kept, so that another language is
 * there at once and whole, also while the files on the disk are broken. */
#ifndef SCREEN_SPEAKING_H
#define SCREEN_SPEAKING_H

#include <stdbool.h>
#include <stddef.h>

#include "read/configuration.h"
#include "screen/listing.h"

struct browser;

struct speaking {
    size_t language;                     /* that is spoken; the first is the site's own */
    struct listing *kept[KIOSK_LANGUAGES_MOST]; /* the lists in the others; NULL: could not be read yet */
    bool stale[KIOSK_LANGUAGES_MOST];           /* the files have changed since it was read */
};

/* Reads the list in the other languages. */
void speaking_open(struct browser *browser);
void speaking_close(struct browser *browser);

/* How many can be chosen; 0 where there is but one. */
size_t speaking_count(const struct browser *browser);

/* The name of a language in itself, and the one behind the present one, which follows on the last with the first. */
const char *speaking_name(const struct browser *browser, size_t language);
size_t speaking_next(const struct browser *browser);

/* Goes on in that language; whoever uses the screen stays where they are. Where the list cannot be had in it, all stays as it is: languages never mix. */
void speaking_choose(struct browser *browser, size_t language);

/* Back to the first, between two visits: while nothing is remembered of either. */
void speaking_begin(struct browser *browser);

/* Another list has been read in the present language. */
void speaking_changed(struct browser *browser);

#endif

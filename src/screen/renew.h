/* Another list takes the place of the one that is shown, and the person stays where they are. */
#ifndef SCREEN_RENEW_H
#define SCREEN_RENEW_H

#include "screen/listing.h"

struct browser;

/* Takes the list over, carries need, past, selection, scroll and what is kept over to it, frees the one before, and says what has happened. */
void browser_renew(struct browser *browser, struct listing *listing);

/* The same without a word about it, and gives the one before, which the caller frees. */
struct listing *browser_exchange(struct browser *browser, struct listing *listing);

/* Works out where the site's own area lies in the list that is shown. */
void browser_find_area(struct browser *browser);

#endif

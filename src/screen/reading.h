/* Reading a list in a thread of its own, while another one is being used. No curses. */
#ifndef SCREEN_READING_H
#define SCREEN_READING_H

#include <stdbool.h>

#include "screen/listing.h"

struct reading;

/* Begins. Everything in the request is copied; its progress is not asked. NULL when the system gives no thread. */
struct reading *reading_start(const struct load_request *request, const struct match_setting *setting);

/* Readable when something has come of it: an end, or, where it takes long, some progress. */
int reading_descriptor(const struct reading *reading);

/* Takes what has come. Gives whether it has ended; else *progress says how far it is. */
bool reading_ask(struct reading *reading, struct load_progress *progress);

/* Asks it to end soon: what it has read by then is a part of the list. Does not wait. */
void reading_stop(struct reading *reading);

/* What was read, the caller's from now on. Waits for the end if it has not come, and frees the reading. */
struct listing *reading_end(struct reading *reading);

/* Wants no more of it: it ends by itself, whenever that is. NULL is allowed. */
void reading_leave(struct reading *reading);

#endif

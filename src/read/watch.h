/* Hearing of changes to the files of a catalogue, without looking again and again. */
#ifndef READ_WATCH_H
#define READ_WATCH_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>

struct watch;

/* Begins to watch what load_catalogue would read: each path, every folder and link on the way to it, and of a folder what is in it. So a file that is
 * replaced under its name, deleted, made again, or whose disk goes and comes back, is heard of. The paths are copied; "-" is passed over. NULL
 * where the system cannot tell of changes. On a drive of another machine only what this machine does is heard. */
struct watch *watch_open(const char *const *paths, size_t count);

/* What to wait for: fills in up to room descriptors with their events, and gives how many. They stay the same until watch_close. */
size_t watch_waits(const struct watch *watch, struct pollfd *waits, size_t room);

/* Takes what has been heard, without waiting. Gives whether something may have changed for the catalogue. To be asked whenever one of the descriptors
 * has an event; asking more often does no harm. */
bool watch_heard(struct watch *watch);

void watch_close(struct watch *watch); /* NULL is allowed */

#endif

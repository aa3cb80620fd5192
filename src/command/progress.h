/* Progress of a long reading, on standard error and for a terminal only. */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "command/options.h"
#include "read/load.h"

struct progress {
    bool in_place; /* one line that changes, and goes when it is over; else it is said once */
    int64_t began; /* ticks */
    int64_t told;  /* ticks; 0: nothing has been said yet */
    int columns;   /* of what stands there */
};

/* Has the request tell its progress, unless nobody would see it. Line by line, and where a line cannot be written over, it is said once that it may
 * take a while. progress must live until progress_end. */
void progress_start(struct progress *progress, const struct options *options, struct load_request *request);

/* Takes the line away. */
void progress_end(struct progress *progress);

#endif

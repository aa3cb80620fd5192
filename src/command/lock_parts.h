/* The pieces of the lock that have a file of their own. For lock*.c only. */
#ifndef COMMAND_LOCK_PARTS_H
#define COMMAND_LOCK_PARTS_H

#include "command/lock.h"

/* Each gives 0 when it holds from now on; else, with nothing changed, an errno or LOCK_NOT_BUILT. */
int lock_files(const struct lock_wish *wish);
int lock_calls(void);

#endif

/* Time that only goes forward, for waiting and for telling how long something takes. */
#ifndef TEXT_TICKS_H
#define TEXT_TICKS_H

#include <stdint.h>

/* Milliseconds since some moment in the past. */
int64_t ticks_now(void);

#endif

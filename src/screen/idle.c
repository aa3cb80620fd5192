#include "screen/idle.h"

enum { SECOND = 1000 };

struct idle idle_look(int64_t since, int64_t now, int quiet_seconds, int warning_seconds)
{
    int64_t quiet = (int64_t)quiet_seconds * SECOND;
    int64_t all = quiet + (int64_t)warning_seconds * SECOND;
    int64_t gone = now > since ? now - since : 0;
    if (gone >= all)
        return (struct idle){.stage = IDLE_OVER};
    if (gone < quiet)
        return (struct idle){.stage = IDLE_QUIET, .milliseconds = (int)(quiet - gone)};
    int64_t left = all - gone;
    return (struct idle){.stage = IDLE_WARNING, .seconds = (int)((left + SECOND - 1) / SECOND), .milliseconds = (int)((left - 1) % SECOND + 1)};
}

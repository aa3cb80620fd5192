/* How long nobody has touched the screen, and what follows from that. Arithmetic only: no clock, no curses. */
#ifndef SCREEN_IDLE_H
#define SCREEN_IDLE_H

#include <stdint.h>

enum idle_stage {
    IDLE_QUIET,   /* perhaps she reads */
    IDLE_WARNING, /* it is asked whether anyone is there */
    IDLE_OVER,    /* nobody is */
};

struct idle {
    enum idle_stage stage;
    int seconds;      /* left of the warning, begun ones count whole */
    int milliseconds; /* until any of this is different */
};

/* What holds `now` when the screen was last touched `since`; both in ticks (text/ticks.h), so a clock that is set makes no difference. */
struct idle idle_look(int64_t since, int64_t now, int quiet_seconds, int warning_seconds);

#endif

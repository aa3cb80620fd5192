/* When the program has dealt with what was sent: it sleeps, has read everything, and writes nothing more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>

#include <cmocka.h>

#include "screen_parts.h"

enum { WAKING = 300 }; /* milliseconds in which the system brings it what was sent */

int screen_unread(const struct screen *screen)
{
    int count = 0;
    ioctl(screen->slave, FIONREAD, &count);
    return count;
}

long screen_turns(const struct screen *screen)
{
    long turns = -1;
    char line[256];
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/status", (long)screen->process);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "voluntary_ctxt_switches: %ld", &turns) == 1)
            break;
    if (file)
        fclose(file);
    return turns;
}

/* Whether the program waits: it sleeps and has read all that was sent; or has ended. */
static bool waits(struct screen *screen)
{
    if (!screen_runs(screen))
        return true;
    if (screen_unread(screen) > 0)
        return false;
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)screen->process);
    FILE *file = fopen(path, "r");
    if (!file)
        return true;
    char line[512] = "";
    bool any = fgets(line, sizeof line, file) != NULL;
    fclose(file);
    const char *end = any ? strrchr(line, ')') : NULL;
    return !end || end[2] == 'S' || end[2] == 'Z';
}

/* How a screen comes to rest. */
struct rest {
    long until; /* then it hangs */
    long quiet_since;
    long since;
    size_t written;
    int unread;
};

/* Looks at it for a moment. Gives whether it has been quiet for long enough; only a look can tell, for the test itself may have been asleep. */
static bool has_come_to_rest(struct screen *screen, struct rest *rest)
{
    if (screen_now() > rest->until) {
        screen_show(screen);
        fail_msg("the program does not come to rest");
    }
    if (!screen_take(screen, STEP))
        return true;
    int left = screen_unread(screen);
    /* As long as it reads on, it does not hang. */
    if (left != rest->unread)
        rest->until = screen_now() + DEADLINE;
    /* What was sent wakes it, so it has slept again when it has dealt with that; but for a line that has not come to its end. */
    /* After an Esc it sleeps once more, until it is sure that nothing follows. */
    long turns = screen_turns(screen) - screen->turns_at_sending;
    bool asleep_since = turns > (screen->escape_sent ? 1 : 0) || turns < 0 || screen_now() - rest->since > WAKING;
    if (screen->output_length != rest->written || !asleep_since || !waits(screen))
        rest->quiet_since = screen_now();
    rest->written = screen->output_length;
    rest->unread = left;
    return screen_now() - rest->quiet_since >= QUIET;
}

void screen_settle_all(struct screen *const *screens, size_t count)
{
    struct rest rests[SCREENS_TOGETHER];
    assert_true(count <= SCREENS_TOGETHER);
    for (size_t i = 0; i < count; i++)
        rests[i] = (struct rest){screen_now() + DEADLINE, screen_now(), screen_now(), screens[i]->output_length, screen_unread(screens[i])};
    for (bool all = false; !all;) {
        all = true;
        for (size_t i = 0; i < count; i++)
            all = has_come_to_rest(screens[i], &rests[i]) && all;
    }
}

void screen_settle(struct screen *screen)
{
    screen_settle_all(&screen, 1);
}

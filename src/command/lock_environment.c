#include "config.h"

#include "command/lock.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "text/memory.h"

/* Of more descriptors than this nobody hands down any. */
enum { MOST_OPEN = 65536 };

#define PROGRAMS "/usr/local/bin:/usr/bin:/bin" /* for the printer's program; the locked process runs none */
#define OWN_ZONE ":/etc/localtime"

/* A word that is looked up under a fixed folder, and cannot lead out of it. */
static bool is_name(const char *value)
{
    return strspn(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-_.@:") == strlen(value);
}

/* "Europe/London", ":/etc/localtime", "GMT0BST,M3.5.0/1,M10.5.0": a file that is read once, before the lock. */
static bool is_zone(const char *value)
{
    return *value != '\0' && strlen(value) < PATH_MAX && !strstr(value, "..");
}

static bool is_absolute(const char *value)
{
    return *value == '/';
}

/* What stays. Everything else goes: what leads curses to other descriptions of terminals (TERMINFO, TERMINFO_DIRS, HOME, TERMCAP), what contradicts the
 * terminal (LINES, COLUMNS, ESCDELAY), what steers libraries (LD_*, MALLOC_*, GLIBC_TUNABLES, LOCPATH, NLSPATH), the settings of a person's own (HOME,
 * XDG_*, SIGNPOST_AREA, SIGNPOST_CATALOGUE), and what is not known. Where this program's own files are may be said, so that a tree that is not
 * installed can be a kiosk: whoever starts it chooses the program itself, and could as well start another. What the dynamic loader took from the environment
 * it took before anything here ran; the unit that starts the kiosk gives it none. */
static const struct {
    const char *name;
    bool (*is_good)(const char *value);
    const char *instead; /* when it is missing or no good; NULL: it is not set */
} staying[] = {
    {"TERM", is_name, NULL},
    {"LANG", is_name, NULL},
    {"LANGUAGE", is_name, NULL},
    {"LC_ALL", is_name, NULL},
    {"LC_CTYPE", is_name, NULL},
    {"LC_MESSAGES", is_name, NULL},
    {"LC_COLLATE", is_name, NULL},
    {"LC_TIME", is_name, NULL},
    {"LC_NUMERIC", is_name, NULL},
    /* While TZ is set glibc reads the zone once; without it, it looks at /etc/localtime whenever the time is asked (tzset_internal in tzset.c). */
    {"TZ", is_zone, OWN_ZONE},
    {"SIGNPOST_DATA", is_absolute, NULL},
    {"SIGNPOST_LOCALE", is_absolute, NULL},
};

enum { STAYING_COUNT = sizeof staying / sizeof *staying };

void lock_close_all_but(int kept)
{
#ifdef HAVE_CLOSE_RANGE
    unsigned first = STDERR_FILENO + 1;
    bool done = true;
    if (kept >= STDERR_FILENO + 1) {
        done = (unsigned)kept == first || close_range(first, (unsigned)kept - 1, 0) == 0;
        first = (unsigned)kept + 1;
    }
    if (done && close_range(first, UINT_MAX, 0) == 0)
        return;
#endif
    long most = sysconf(_SC_OPEN_MAX);
    for (int descriptor = STDERR_FILENO + 1; descriptor < (most > 0 && most < MOST_OPEN ? (int)most : MOST_OPEN); descriptor++)
        if (descriptor != kept)
            close(descriptor);
}

void lock_clean_environment(void)
{
    char *values[STAYING_COUNT] = {NULL};
    for (size_t i = 0; i < STAYING_COUNT; i++) {
        const char *value = getenv(staying[i].name);
        const char *good = value && staying[i].is_good(value) ? value : staying[i].instead;
        if (good) {
            values[i] = memory_new(strlen(good) + 1, 1);
            memcpy(values[i], good, strlen(good));
        }
    }
    bool done = clearenv() == 0 && setenv("PATH", PROGRAMS, 1) == 0;
    /* Curses would load the library of the mouse daemon on the Linux console, and speak to it over a socket. */
    done = done && setenv("NCURSES_GPM_TERMS", "none", 1) == 0;
    for (size_t i = 0; i < STAYING_COUNT; i++) {
        if (values[i])
            done = setenv(staying[i].name, values[i], 1) == 0 && done;
        free(values[i]);
    }
    if (!done)
        memory_fail();
    tzset();
    lock_close_all_but(-1);
}

#include "command/terminal_look.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Narrower than this a line of prose is harder to read than one that runs over. */
#define LEAST_COLUMNS 30
#define MOST_COLUMNS 100

size_t terminal_columns(void)
{
    struct winsize size;
    const char *stated = getenv("COLUMNS");
    long wide = stated ? strtol(stated, NULL, 10) : 0;
    if (wide <= 0)
        wide = isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
    if (wide <= 0)
        wide = 80;
    return wide < LEAST_COLUMNS ? LEAST_COLUMNS : (size_t)wide;
}

static size_t columns(void)
{
    size_t wide = terminal_columns();
    return wide > MOST_COLUMNS ? MOST_COLUMNS : wide;
}

bool terminal_may_colour(const struct options *options)
{
    const char *no = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return !options->no_color && !(no && *no) && term && *term && strcmp(term, "dumb") != 0;
}

struct find_look terminal_look(const struct options *options)
{
    return (struct find_look){
        .columns = columns(),
        .strong = !options->output && isatty(STDOUT_FILENO) && terminal_may_colour(options),
    };
}

#include "screen/sequences.h"

#include <curses.h>
#include <fcntl.h>
#include <stdlib.h>
#include <term.h>
#include <unistd.h>

#include "screen/words.h"

static struct {
    char restore[512]; /* made while nothing is wrong yet */
    size_t length;
    bool own_page;
} sequences;

static const char *capability(const char *name)
{
    char *text = tigetstr(name);
    return text == (char *)-1 ? NULL : text;
}

static int to_restore(int byte)
{
    if (sequences.length < sizeof sequences.restore)
        sequences.restore[sequences.length++] = (char)byte;
    return byte;
}

static void make_restore(void)
{
    /* Mouse and pastes off, looks, cursor and keys as usual, the other page. */
    static const char *const names[] = {"BD", "sgr0", "cnorm", "rmkx", "rmcup"};
    sequences.length = 0;
    const char *mouse = capability("XM");
    if (mouse)
        tputs(tparm(mouse, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), 1, to_restore);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (capability(names[i]))
            tputs(capability(names[i]), 1, to_restore);
}

bool sequences_start(const char **why)
{
    const char *kind = getenv("TERM");
    if (!kind || !*kind) {
        *why = SAY_NO_TERM;
        return false;
    }
    int error;
    if (setupterm(NULL, STDOUT_FILENO, &error) != OK) {
        *why = error == 1 ? SAY_DUMB_TERM : SAY_UNKNOWN_TERM;
        return false;
    }
    bool moves = capability("cup") != NULL;
    make_restore();
    sequences.own_page = capability("rmcup") != NULL;
    del_curterm(cur_term);
    if (!moves)
        *why = SAY_DUMB_TERM;
    return moves;
}

bool sequences_own_page(void)
{
    return sequences.own_page;
}

void sequences_mark_pastes(bool on)
{
    if (capability(on ? "BE" : "BD"))
        putp(capability(on ? "BE" : "BD"));
    fflush(stdout);
}

void sequences_whole_screen(int rows)
{
    const char *region = capability("csr");
    if (region && rows > 0)
        putp(tparm(region, 0L, (long)rows - 1, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
    fflush(stdout);
}

void sequences_forget(void)
{
    if (capability("E3"))
        putp(capability("E3"));
    fflush(stdout);
}

void sequences_restore(void)
{
    /* Where the terminal has gone there is nobody to tell; and one that no longer takes anything must not hold a program that is to end. */
    int flags = fcntl(STDOUT_FILENO, F_GETFL);
    if (flags < 0)
        return;
    fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
    ssize_t written = write(STDOUT_FILENO, sequences.restore, sequences.length);
    (void)written;
    fcntl(STDOUT_FILENO, F_SETFL, flags);
}

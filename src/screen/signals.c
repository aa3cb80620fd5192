#include "screen/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

enum { ALTERNATE_STACK = 64 * 1024 };

/* Every signal that curses or this file handles while the screen is up. */
static const int all[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

enum { ALL_COUNT = sizeof all / sizeof *all };

static struct {
    struct sigaction before[ALL_COUNT];
    void (*curses_size)(int); /* curses' own handler of SIGWINCH: it marks that the size is to be asked */
    void (*restore)(void);
    int pipe[2];
    bool taken;
} signals = {.pipe = {-1, -1}};

static volatile sig_atomic_t said;

static char alternate_stack[ALTERNATE_STACK];

static void write_down(int bit)
{
    int kept = errno;
    said |= bit;
    char byte = 's';
    /* A full pipe is as good: the loop wakes up, and `said` holds everything. */
    if (write(signals.pipe[1], &byte, 1) < 0)
        errno = kept;
    errno = kept;
}

/* A second wish to end that finds the first one unheard means that the loop hangs, as in a write to a frozen terminal: then the program ends here. */
static void on_end(int number)
{
    if (said & SIGNALS_END) {
        signals.restore();
        signal(number, SIG_DFL);
        raise(number);
        return;
    }
    write_down(SIGNALS_END);
}

static void on_suspend(int number)
{
    (void)number;
    write_down(SIGNALS_SUSPEND);
}

static void on_resume(int number)
{
    (void)number;
    write_down(SIGNALS_RESUMED);
}

static void on_size(int number)
{
    if (signals.curses_size)
        signals.curses_size(number);
    write_down(SIGNALS_SIZE);
}

static size_t place_of(int number)
{
    size_t i = 0;
    while (i < ALL_COUNT - 1 && all[i] != number)
        i++;
    return i;
}

/* Gives the terminal back, then lets the crash take its course: with the disposition of before, a sanitizer's report or a core as it was. */
static void on_crash(int number)
{
    signals.restore();
    sigaction(number, &signals.before[place_of(number)], NULL);
    raise(number);
}

static void take(int number, void (*handler)(int), int flags)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigfillset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

/* A signal that was ignored when the program started (nohup) stays ignored. */
static void take_unless_ignored(int number, void (*handler)(int))
{
    if (signals.before[place_of(number)].sa_handler != SIG_IGN)
        take(number, handler, 0);
}

void signals_remember(void)
{
    for (size_t i = 0; i < ALL_COUNT; i++)
        sigaction(all[i], NULL, &signals.before[i]);
}

static bool make_pipe(void)
{
    if (pipe(signals.pipe) != 0)
        return false;
    for (int i = 0; i < 2; i++) {
        fcntl(signals.pipe[i], F_SETFL, O_NONBLOCK);
        fcntl(signals.pipe[i], F_SETFD, FD_CLOEXEC);
    }
    return true;
}

bool signals_open(void (*restore)(void))
{
    if (!make_pipe())
        return false;
    signals.restore = restore;
    said = 0;
    struct sigaction curses;
    sigaction(SIGWINCH, NULL, &curses);
    /* Curses takes SIGWINCH only the first time in a process, so its handler is remembered for good. */
    if (curses.sa_handler != SIG_DFL && curses.sa_handler != SIG_IGN && curses.sa_handler != on_size)
        signals.curses_size = curses.sa_handler;
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    stack_t stack_before;
    if (sigaltstack(NULL, &stack_before) == 0 && (stack_before.ss_flags & SS_DISABLE))
        sigaltstack(&stack, NULL);
    take_unless_ignored(SIGHUP, on_end);
    take_unless_ignored(SIGTERM, on_end);
    take_unless_ignored(SIGINT, on_end);
    take_unless_ignored(SIGQUIT, on_end);
    take_unless_ignored(SIGTSTP, on_suspend);
    take(SIGCONT, on_resume, 0);
    take(SIGWINCH, on_size, 0);
    static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        take(crashes[i], on_crash, SA_ONSTACK);
    signals.taken = true;
    return true;
}

void signals_close(void)
{
    for (size_t i = 0; i < ALL_COUNT; i++)
        sigaction(all[i], &signals.before[i], NULL);
    for (int i = 0; i < 2; i++) {
        if (signals.pipe[i] >= 0)
            close(signals.pipe[i]);
        signals.pipe[i] = -1;
    }
    signals.taken = false;
}

int signals_descriptor(void)
{
    return signals.pipe[0];
}

unsigned signals_ask(void)
{
    sigset_t every;
    sigset_t before;
    sigfillset(&every);
    /* Both at once, with no signal between: a byte left in the pipe with nothing said would wake the loop for ever. */
    sigprocmask(SIG_BLOCK, &every, &before);
    char bytes[64];
    while (read(signals.pipe[0], bytes, sizeof bytes) > 0)
        continue;
    unsigned heard = (unsigned)said;
    said = 0;
    sigprocmask(SIG_SETMASK, &before, NULL);
    return heard;
}

bool signals_waiting(void)
{
    return said != 0;
}

bool signals_ending(void)
{
    return (said & SIGNALS_END) != 0;
}

void signals_stop_here(void)
{
    struct sigaction plain = {.sa_handler = SIG_DFL};
    struct sigaction ours;
    sigemptyset(&plain.sa_mask);
    sigaction(SIGTSTP, &plain, &ours);
    /* The whole job, as the terminal would: a shell that waits for a pipeline wants all of it stopped. Where no shell would wake the job
     * (an orphaned process group) the system lets the signal fall, and the program goes on. */
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}

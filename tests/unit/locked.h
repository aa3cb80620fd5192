/* For tests of the lock: something done in a process of its own that was locked before, on a kernel that has all pieces or lacks some. */
#ifndef TESTS_LOCKED_H
#define TESTS_LOCKED_H

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

#include "loading.h"
#include "without_pieces.h"

enum { NO_FILTERS = 77 };

struct try {
    const struct load_request *request; /* may be read; NULL */
    unsigned away; /* bits of pieces that are taken away before */
    int (*act)(void);
};

/* Locks, and gives what was got to the other end; then does it and ends with what that gives. */
static inline _Noreturn void be_locked(const struct try *try, int tell)
{
    static const int plain[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGSYS, SIGABRT};
    struct lock_got got;
    /* What ends the process must not come back into the test, by its own handlers or a sanitizer's. */
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        signal(plain[i], SIG_DFL);
    for (int piece = 0; piece < LOCK_PIECES; piece++)
        if ((try->away & (1U << piece)) && !take_piece_away((enum lock_piece)piece))
            _exit(NO_FILTERS);
    lock_now(&(struct lock_wish){.request = try->request}, &got);
    ssize_t written = write(tell, &got, sizeof got);
    _exit(written == (ssize_t)sizeof got && try->act ? try->act() : 0);
}

/* Gives the status as waitpid does. *got gets what was got; the test is skipped when the kernel has no filters to take pieces away with. */
static inline int in_a_locked_process(const struct try *try, struct lock_got *got)
{
    int ends[2];
    int status = -1;
    assert_int_equal(pipe(ends), 0);
    pid_t process = fork();
    if (process == 0)
        be_locked(try, ends[1]);
    assert_true(process > 0);
    close(ends[1]);
    ssize_t length = read(ends[0], got, sizeof *got);
    close(ends[0]);
    assert_int_equal(waitpid(process, &status, 0), process);
    if (length == 0 && WIFEXITED(status) && WEXITSTATUS(status) == NO_FILTERS) {
        print_message("the kernel has no filters to take pieces away with\n");
        skip();
    }
    assert_int_equal(length, sizeof *got);
    return status;
}

/* Skips the test, and says why, where this machine or this build does not have the piece. */
static inline void needs_piece(enum lock_piece piece)
{
    struct lock_got got;
    in_a_locked_process(&(struct try){0}, &got);
    if (got.got[piece])
        return;
    struct buffer words = {0};
    lock_words(&words, &got);
    print_message("skipped: %s", buffer_text(&words));
    buffer_free(&words);
    skip();
}

#endif

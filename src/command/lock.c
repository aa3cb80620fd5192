#include "command/lock.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command/lock_parts.h"
#include "command/lock_words.h"

#if defined __has_feature
#if __has_feature(address_sanitizer)
#define WITH_ADDRESS_SANITIZER
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define WITH_ADDRESS_SANITIZER
#endif

/* Folders within folders, pipes, what is watched: a kiosk has some ten files open. */
enum { MOST_FILES = 64 };

/* What the start and the end have to say, in a file. */
enum { MESSAGE_BYTES = 4096 };

/* For good: who is not root cannot raise the upper limit again. */
static int limit(int resource, rlim_t most)
{
    struct rlimit now;
    if (getrlimit(resource, &now) != 0)
        return errno;
    if (now.rlim_max < most)
        most = now.rlim_max;
    return setrlimit(resource, &(struct rlimit){.rlim_cur = most, .rlim_max = most}) == 0 ? 0 : errno;
}

static int set(int what, unsigned long value)
{
    return prctl(what, value, 0UL, 0UL, 0UL) == 0 ? 0 : errno;
}

/* Where the kernel gives memory to a program of its own (a pipe in core_pattern) it does so whatever this limit is, and only LOCK_NOT_DUMPABLE stops it:
 * core(5), prctl(2). */
static int no_core(void)
{
    return limit(RLIMIT_CORE, 0);
}

/* Pipes and terminals are no files that grow. A file that standard error was led to has room for a few messages; whoever writes more is told that it cannot,
 * and lives. RLIMIT_NPROC is left alone: it counts the threads of the user, and the list is read again in one. */
static int few_resources(void)
{
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    struct stat log;
    rlim_t room = fstat(STDERR_FILENO, &log) == 0 && S_ISREG(log.st_mode) ? (rlim_t)log.st_size + MESSAGE_BYTES : 0;
    sigemptyset(&ignored.sa_mask);
    sigaction(SIGXFSZ, &ignored, NULL);
    int error = limit(RLIMIT_FSIZE, room);
    int other = limit(RLIMIT_NOFILE, MOST_FILES);
    return error != 0 ? error : other;
}

static void note(struct lock_got *got, enum lock_piece piece, int why)
{
    got->got[piece] = why == 0;
    got->why[piece] = why;
}

#ifdef WITH_ADDRESS_SANITIZER
static bool locked;

/* AddressSanitizer asks this at the end: its search for leaks traces the process from a second one, which no lock allows. The rest of its runtime needs no
 * call that is not in lock_calls.c; only a report ends where it would start a program to name the lines. */
int __lsan_is_turned_off(void);
int __lsan_is_turned_off(void)
{
    return locked;
}
#endif

void lock_now(const struct lock_wish *wish, struct lock_got *got)
{
#ifdef WITH_ADDRESS_SANITIZER
    locked = true;
#endif
    note(got, LOCK_NO_CORE, no_core());
    note(got, LOCK_FEW_RESOURCES, few_resources());
    note(got, LOCK_NOT_DUMPABLE, set(PR_SET_DUMPABLE, 0));
    note(got, LOCK_NO_NEW_PRIVILEGES, set(PR_SET_NO_NEW_PRIVS, 1));
    note(got, LOCK_FILES, lock_files(wish));
    note(got, LOCK_CALLS, lock_calls());
}

static const char *reason(int why)
{
    switch (why) {
    case LOCK_NOT_BUILT: return LOCK_WHY_NOT_BUILT;
    case ENOSYS:
    case EOPNOTSUPP:
    case EINVAL: return LOCK_WHY_KERNEL;
    case EPERM:
    case EACCES: return LOCK_WHY_REFUSED;
    default: return strerror(why);
    }
}

void lock_words(struct buffer *out, const struct lock_got *got)
{
    static const char *const lacks[LOCK_PIECES] = {
        [LOCK_NO_NEW_PRIVILEGES] = LOCK_LACKS_NO_NEW_PRIVILEGES,
        [LOCK_NO_CORE] = LOCK_LACKS_NO_CORE,
        [LOCK_NOT_DUMPABLE] = LOCK_LACKS_NOT_DUMPABLE,
        [LOCK_FEW_RESOURCES] = LOCK_LACKS_FEW_RESOURCES,
        [LOCK_FILES] = LOCK_LACKS_FILES,
        [LOCK_CALLS] = LOCK_LACKS_CALLS,
    };
    if (lock_is_whole(got))
        buffer_format(out, "%s\n", LOCK_IS_WHOLE);
    for (int piece = 0; piece < LOCK_PIECES; piece++) {
        if (got->got[piece])
            continue;
        buffer_format(out, LOCK_LACKS, _(lacks[piece]), reason(got->why[piece]));
        buffer_add_byte(out, '\n');
    }
}

bool lock_is_whole(const struct lock_got *got)
{
    for (int piece = 0; piece < LOCK_PIECES; piece++)
        if (!got->got[piece])
            return false;
    return true;
}

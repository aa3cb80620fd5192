/* The calls of the kernel that the kiosk may make. libseccomp makes of the list what the kernel takes; the list is what curses, glibc (memory, threads, time,
 * reading of folders, abort), read/watch.c and screen/reading.c were seen to use, by strace and by reading them. A name that an architecture does not have
 * (open on aarch64) is passed over. */
#include "config.h"

#include <errno.h>

#include "command/lock_parts.h"

#ifdef HAVE_LIBSECCOMP

#include <asm/termbits.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Those that can do no harm whatever they are given, as nothing can be opened for writing. */
static const char *const always[] = {
    /* what is open already, and waiting for it */
    "read", "readv", "pread64", "write", "writev", "lseek", "_llseek", "close", "fstat", "fstat64", "fcntl64", "poll", "ppoll", "ppoll_time64", "select", "_newselect",
    "pselect6", "pselect6_time64", "pipe", "pipe2", "fadvise64", "fadvise64_64", "arm_fadvise64_64", "getdents", "getdents64",
    /* looking at names; to open them is below */
    "stat", "stat64", "lstat", "lstat64", "newfstatat", "fstatat64", "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getcwd",
    "inotify_init", "inotify_init1", "inotify_add_watch", "inotify_rm_watch",
    /* memory; mmap and mprotect are below */
    "brk", "munmap", "mremap", "madvise",
    /* signals to itself, time, threads */
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigreturn", "sigaltstack", "restart_syscall", "clock_gettime", "clock_gettime64", "clock_getres",
    "clock_getres_time64", "gettimeofday", "time", "nanosleep", "clock_nanosleep", "clock_nanosleep_time64", "futex", "futex_time64", "set_robust_list", "rseq",
    "sched_yield", "sched_getaffinity", "getrandom", "sysinfo", "uname",
    /* who it is */
    "getpid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getuid32", "geteuid32", "getgid32", "getegid32", "getrlimit", "ugetrlimit",
    "exit", "exit_group",
};

/* Those that can be made with one of their arguments, counted from 0, as it is said: the argument with the mask laid on it is the value. */
struct narrow {
    const char *name;
    unsigned argument;
    uint64_t mask;
    uint64_t value;
};

#define WHOLE UINT64_MAX
#define WRITES (O_ACCMODE | O_CREAT | O_TRUNC)
#define OTHER_THAN_A_THREAD                                                                                                                           \
    (CLONE_THREAD | CLONE_VM | CLONE_VFORK | CLONE_PARENT | CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)

static const struct narrow narrowed[] = {
    {"open", 1, WRITES, O_RDONLY},
    {"openat", 2, WRITES, O_RDONLY},
    {"mmap", 2, PROT_EXEC, 0},
    {"mmap2", 2, PROT_EXEC, 0},
    {"mprotect", 2, PROT_EXEC, 0},
    {"clone", 0, OTHER_THAN_A_THREAD, CLONE_THREAD | CLONE_VM},
    {"prlimit64", 2, WHOLE, 0}, /* limits are asked for, by pthread_create, and not set */
    {"prctl", 0, WHOLE, PR_SET_NAME},
    {"fcntl", 1, WHOLE, F_GETFD},
    {"fcntl", 1, WHOLE, F_SETFD},
    {"fcntl", 1, WHOLE, F_GETFL},
    {"fcntl", 1, WHOLE, F_SETFL},
    {"fcntl", 1, WHOLE, F_DUPFD_CLOEXEC},
    /* The terminal: its modes, its size, whether something was typed. Never TIOCSTI, which types, nor what changes consoles. */
    {"ioctl", 1, WHOLE, TCGETS},
    {"ioctl", 1, WHOLE, TCSETS},
    {"ioctl", 1, WHOLE, TCSETSW},
    {"ioctl", 1, WHOLE, TCSETSF},
#ifdef TCGETS2
    {"ioctl", 1, WHOLE, TCGETS2},
    {"ioctl", 1, WHOLE, TCSETS2},
    {"ioctl", 1, WHOLE, TCSETSW2},
    {"ioctl", 1, WHOLE, TCSETSF2},
#endif
    {"ioctl", 1, WHOLE, TCFLSH},
    {"ioctl", 1, WHOLE, TIOCGWINSZ},
    {"ioctl", 1, WHOLE, FIONREAD},
};

/* glibc tries the new call first, whose arguments no filter can see, and takes the old one when it is told that there is none: clone_internal.c. */
static const char *const absent[] = {"clone3", "openat2"};

static bool add(scmp_filter_ctx filter, uint32_t action, const struct narrow *call, bool is_narrow)
{
    int number = seccomp_syscall_resolve_name(call->name);
    const struct scmp_arg_cmp compare = {
        .arg = call->argument, .op = SCMP_CMP_MASKED_EQ, .datum_a = call->mask, .datum_b = call->value};
    return number < 0 || seccomp_rule_add_array(filter, action, number, is_narrow ? 1 : 0, &compare) == 0;
}

/* Signals to this process alone; abort(3) and raise(3) need that. */
static bool add_own_signals(scmp_filter_ctx filter)
{
    const uint64_t self = (uint64_t)getpid();
    return add(filter, SCMP_ACT_ALLOW, &(struct narrow){"kill", 0, WHOLE, self}, true) &&
           add(filter, SCMP_ACT_ALLOW, &(struct narrow){"tgkill", 0, WHOLE, self}, true);
}

static bool add_all(scmp_filter_ctx filter)
{
    bool good = true;
    for (size_t i = 0; good && i < sizeof always / sizeof *always; i++)
        good = add(filter, SCMP_ACT_ALLOW, &(struct narrow){.name = always[i]}, false);
    for (size_t i = 0; good && i < sizeof narrowed / sizeof *narrowed; i++)
        good = add(filter, SCMP_ACT_ALLOW, &narrowed[i], true);
    for (size_t i = 0; good && i < sizeof absent / sizeof *absent; i++)
        good = add(filter, SCMP_ACT_ERRNO(ENOSYS), &(struct narrow){.name = absent[i]}, false);
    return good && add_own_signals(filter);
}

int lock_calls(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (!filter)
        return ENOSYS;
    /* Of another architecture on the same processor (32 bits on 64) nothing is let through. The piece stands for itself: whether there are new privileges is
     * not asked here. And the kernel's own word on what went wrong is wanted. */
    bool good = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 && seccomp_attr_set(filter, SCMP_FLTATR_CTL_NNP, 0) == 0 &&
                seccomp_attr_set(filter, SCMP_FLTATR_API_SYSRAWRC, 1) == 0 && add_all(filter);
    int error = good ? -seccomp_load(filter) : ENOSYS;
    seccomp_release(filter);
    return error;
}

#else

int lock_calls(void)
{
    return LOCK_NOT_BUILT;
}

#endif

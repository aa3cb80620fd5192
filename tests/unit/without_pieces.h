/* Takes pieces of the lock away, one by one and for real: a filter in the kernel answers as a kernel does that lacks the piece or refuses it. By bare
 * instructions, as it must work in a build without libseccomp too. */
#ifndef TESTS_WITHOUT_PIECES_H
#define TESTS_WITHOUT_PIECES_H

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "command/lock.h"

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#endif

/* By the words that the command line of tests/command/without takes. */
static const char *const piece_names[LOCK_PIECES] = {
    [LOCK_NO_NEW_PRIVILEGES] = "no-new-privileges", [LOCK_NO_CORE] = "no-core", [LOCK_NOT_DUMPABLE] = "not-dumpable",
    [LOCK_FEW_RESOURCES] = "few-resources",         [LOCK_FILES] = "files",     [LOCK_CALLS] = "calls",
};

/* A call, one argument of it if that matters, and the answer. */
struct answered {
    unsigned call;
    int argument; /* its number; -1: whatever they are */
    uint32_t value;
    uint32_t error;
};

static inline size_t answers_for(enum lock_piece piece, struct answered answers[2])
{
    switch (piece) {
    case LOCK_NO_NEW_PRIVILEGES: answers[0] = (struct answered){SYS_prctl, 0, PR_SET_NO_NEW_PRIVS, EINVAL}; return 1;
    case LOCK_NOT_DUMPABLE: answers[0] = (struct answered){SYS_prctl, 0, PR_SET_DUMPABLE, EINVAL}; return 1;
    case LOCK_NO_CORE: answers[0] = (struct answered){SYS_prlimit64, 1, RLIMIT_CORE, EPERM}; return 1;
    case LOCK_FEW_RESOURCES: answers[0] = (struct answered){SYS_prlimit64, 1, RLIMIT_FSIZE, EPERM}; return 1;
    case LOCK_FILES: answers[0] = (struct answered){SYS_landlock_create_ruleset, -1, 0, ENOSYS}; return 1;
    case LOCK_CALLS:
        answers[0] = (struct answered){SYS_seccomp, -1, 0, ENOSYS};
        answers[1] = (struct answered){SYS_prctl, 0, PR_SET_SECCOMP, EINVAL};
        return 2;
    default: return 0;
    }
}

/* From now on the piece is not to be had, in this process and in all that it starts. False when the kernel has no such filters. */
static inline bool take_piece_away(enum lock_piece piece)
{
    struct answered answers[2];
    size_t count = answers_for(piece, answers);
    /* The lower half of an argument: both ends of these machines' numbers are little. */
    for (size_t i = 0; i < count; i++) {
        uint32_t offset = answers[i].argument < 0 ? (uint32_t)offsetof(struct seccomp_data, nr)
                                                  : (uint32_t)(offsetof(struct seccomp_data, args) + (size_t)answers[i].argument * sizeof(uint64_t));
        uint32_t value = answers[i].argument < 0 ? answers[i].call : answers[i].value;
        struct sock_filter steps[] = {
            BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, answers[i].call, 0, 3),
            BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset),
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1),
            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | answers[i].error),
            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        };
        struct sock_fprog program = {.len = sizeof steps / sizeof *steps, .filter = steps};
        /* Who is not root may filter itself only once it has given up new privileges. */
        if (geteuid() != 0 && prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL) != 0)
            return false;
        if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) != 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
            return false;
    }
    return true;
}

#endif

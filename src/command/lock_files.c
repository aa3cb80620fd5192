/* Landlock by its bare system calls, for which glibc has no functions: landlock(7), Documentation/userspace-api/landlock.rst of the kernel. */
#include "config.h"

#include <errno.h>

#include "command/lock_parts.h"

#ifdef HAVE_LINUX_LANDLOCK_H

#include <fcntl.h>
#include <libintl.h>
#include <linux/landlock.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The same numbers on every architecture: they came after these were made one. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

/* What a ruleset refuses, as the newest kernel known here takes it. The headers of the machine that builds may be older than the kernel that runs, so
 * what they may lack has its number here. An older kernel takes a shorter struct. */
struct refused {
    uint64_t files;
    uint64_t network; /* from the fourth version on: TCP */
    uint64_t scope;   /* from the sixth on: abstract sockets and processes that are not locked in as well */
};

enum {
    RIGHTS_FIRST = 13,    /* execute to make symbolic links: the first version has the rights of bits 0 to 12 */
    RIGHT_REFER = 13,     /* from the second on: to move a file to another folder */
    RIGHT_TRUNCATE = 14,  /* from the third on */
    RIGHT_IOCTL_DEV = 15, /* from the fifth on: ioctl on devices opened after the lock */
    NETWORK_RIGHTS = 2,   /* bind and connect */
    SCOPES = 2,           /* abstract sockets and signals */
};

static uint64_t bits(int count)
{
    return (UINT64_C(1) << count) - 1;
}

static struct refused all_that(long version)
{
    int rights = version >= 5 ? RIGHT_IOCTL_DEV : version >= 3 ? RIGHT_TRUNCATE : version >= 2 ? RIGHT_REFER : RIGHTS_FIRST - 1;
    return (struct refused){
        .files = bits(rights + 1),
        .network = version >= 4 ? bits(NETWORK_RIGHTS) : 0,
        .scope = version >= 6 ? bits(SCOPES) : 0,
    };
}

static size_t length_for(long version)
{
    return version >= 6 ? sizeof(struct refused) : version >= 4 ? offsetof(struct refused, scope) : offsetof(struct refused, network);
}

/* Lets a file or everything under a folder be read. What is not there, or stands where no rule can (a pipe), stays refused. */
static void let_read(int rules, const char *path)
{
    struct stat status;
    int descriptor = open(path, O_PATH | O_CLOEXEC);
    if (descriptor < 0)
        return;
    struct landlock_path_beneath_attr rule = {.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE, .parent_fd = descriptor};
    if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode))
        rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(descriptor);
}

/* The folder that something stands in; the thing itself when that folder is the root, as then the rule would be none. */
static void let_read_folder_of(int rules, const char *path)
{
    char *folder = strdup(path);
    char *slash = folder ? strrchr(folder, '/') : NULL;
    while (slash && slash > folder && slash[1] == '\0') {
        *slash = '\0';
        slash = strrchr(folder, '/');
    }
    if (slash && slash > folder) {
        *slash = '\0';
        let_read(rules, folder);
    } else {
        let_read(rules, slash ? path : ".");
    }
    free(folder);
}

/* Lets a part of the catalogue be read, also when another one comes under its name. A rule is about the thing that a path leads to now, so of a file its
 * folder must be readable, and of a link (to this month's folder) the one in which the link is. */
static void let_read_again(int rules, const char *path)
{
    struct stat status;
    if (!path || strcmp(path, "-") == 0)
        return;
    char *whole = realpath(path, NULL);
    if (lstat(path, &status) == 0 && S_ISLNK(status.st_mode))
        let_read_folder_of(rules, path);
    if (whole && stat(whole, &status) == 0 && S_ISDIR(status.st_mode))
        let_read(rules, whole);
    else if (whole)
        let_read_folder_of(rules, whole);
    free(whole);
}

static void let_read_request(int rules, const struct load_request *request)
{
    const char *const files[] = {request->vocabulary, request->places, request->outcodes,    request->urgent, request->explainer,
                                 request->words,      request->themes, request->translation, request->tiles,  request->map};
    for (size_t i = 0; i < request->path_count; i++)
        let_read_again(rules, request->paths[i]);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        let_read_again(rules, files[i]);
}

/* What libraries read: descriptions of terminals, languages, a seed. */
static void let_read_system(int rules)
{
    static const char *const paths[] = {
        "/etc/terminfo",  "/lib/terminfo",       "/usr/lib/terminfo",        "/usr/share/terminfo",      "/usr/local/share/terminfo",
        "/usr/lib/locale", "/usr/share/locale", "/etc/localtime", "/usr/share/zoneinfo", "/dev/urandom",
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        let_read(rules, paths[i]);
    const char *words = bindtextdomain("signpost", NULL);
    if (words)
        let_read(rules, words);
}

/* The table of mounts tells that a disk has come (read/watch.c). The system keeps a thing in /proc only while somebody uses it, and a rule is about the
 * thing, so it is kept open from now on. */
static void let_read_mounts(int rules)
{
    static int kept = -1;
    if (kept < 0)
        kept = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    let_read(rules, "/proc/self/mountinfo");
}

int lock_files(const struct lock_wish *wish)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return version < 0 ? errno : ENOSYS;
    struct refused refused = all_that(version);
    int rules = (int)syscall(SYS_landlock_create_ruleset, &refused, length_for(version), 0);
    if (rules < 0)
        return errno;
    if (wish->request)
        let_read_request(rules, wish->request);
    for (size_t i = 0; i < wish->more_count; i++)
        let_read_again(rules, wish->more[i]);
    let_read_system(rules);
    let_read_mounts(rules);
    int error = syscall(SYS_landlock_restrict_self, rules, 0) == 0 ? 0 : errno;
    close(rules);
    return error;
}

#else

int lock_files(const struct lock_wish *wish)
{
    (void)wish;
    return LOCK_NOT_BUILT;
}

#endif

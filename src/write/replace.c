#include "write/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif
#include <unistd.h>

#include "text/memory.h"

enum { TRIES = 20 }; /* as often as somebody else may put a new file there while this one waits */

struct replacing {
    char *path; /* of the file itself, no link */
    int descriptor;
    struct stat status;
    struct buffer before;
};

/* Appends all that the descriptor gives from its start. Gives 0 or an errno. */
static int read_all(int descriptor, struct buffer *content)
{
    if (lseek(descriptor, 0, SEEK_SET) < 0)
        return errno;
    for (;;) {
        buffer_reserve(content, 65536);
        ssize_t length = read(descriptor, content->bytes + content->length, 65536);
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0)
            return length < 0 ? errno : 0;
        content->length += (size_t)length;
    }
}

/* Whether the file of that name has just this content. */
static bool file_is(const char *path, const struct buffer *content)
{
    struct buffer now = {0};
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    bool same = descriptor >= 0 && read_all(descriptor, &now) == 0 && now.length == content->length && memcmp(buffer_text(&now), buffer_text(content), now.length) == 0;
    if (descriptor >= 0)
        close(descriptor);
    buffer_free(&now);
    return same;
}

/* Opens the file, locks it, and makes sure that it is still the one of that name. Gives 0 or an errno. A file system without locks is no hindrance. */
static int open_locked(struct replacing *replacing)
{
    struct stat named;
    for (int i = 0; i < TRIES; i++) {
        replacing->descriptor = open(replacing->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (replacing->descriptor < 0)
            return errno;
        while (flock(replacing->descriptor, LOCK_EX) != 0 && errno == EINTR)
            continue;
        if (fstat(replacing->descriptor, &replacing->status) != 0)
            return errno;
        if (!S_ISREG(replacing->status.st_mode))
            return EINVAL;
        if (stat(replacing->path, &named) == 0 && named.st_ino == replacing->status.st_ino && named.st_dev == replacing->status.st_dev)
            return 0;
        close(replacing->descriptor);
        replacing->descriptor = -1;
    }
    return EAGAIN;
}

struct replacing *replace_open(const char *path, struct buffer *content)
{
    struct replacing *replacing = memory_new(1, sizeof *replacing);
    replacing->descriptor = -1;
    replacing->path = realpath(path, NULL);
    int error = replacing->path == NULL || access(replacing->path, W_OK) != 0 ? errno : open_locked(replacing);
    if (error == 0)
        error = read_all(replacing->descriptor, &replacing->before);
    if (error == 0) {
        buffer_add(content, buffer_text(&replacing->before), replacing->before.length);
        return replacing;
    }
    replace_close(replacing);
    errno = error;
    return NULL;
}

static int write_all(int descriptor, const struct buffer *content)
{
    for (size_t at = 0; at < content->length;) {
        ssize_t length = write(descriptor, content->bytes + at, content->length - at);
        if (length < 0 && errno != EINTR)
            return errno;
        at += length > 0 ? (size_t)length : 0;
    }
    return fsync(descriptor) == 0 ? 0 : errno;
}

/* ".list.yaml.XXXXXX" in the folder of the file: a hidden name is no catalogue. */
static void draft_name(struct buffer *draft, const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash + 1 - path) : 0;
    buffer_add(draft, path, folder);
    buffer_format(draft, ".%s.XXXXXX", path + folder);
}

/* Makes the new file beside the old one. Gives 0 or an errno; then nothing is left of it. */
static int make_draft(const struct replacing *replacing, const struct buffer *content, struct buffer *draft)
{
    draft_name(draft, replacing->path);
    int descriptor = mkstemp(draft->bytes);
    if (descriptor < 0)
        return errno;
    /* Somebody who may write the file need not be who owns it; then the new one is theirs, and its group may still be kept. */
    if (fchown(descriptor, replacing->status.st_uid, replacing->status.st_gid) != 0 && fchown(descriptor, (uid_t)-1, replacing->status.st_gid) != 0)
        errno = 0;
    int error = fchmod(descriptor, replacing->status.st_mode & 07777) == 0 ? write_all(descriptor, content) : errno;
    if (close(descriptor) != 0 && error == 0)
        error = errno;
    if (error != 0)
        unlink(draft->bytes);
    return error;
}

/* The two files change their names with each other, in one step. False where the system cannot. */
static bool exchange(const char *one, const char *other)
{
#if defined __linux__ && defined SYS_renameat2
    enum { EXCHANGE = 2 }; /* RENAME_EXCHANGE of linux/fs.h */
    return syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, EXCHANGE) == 0;
#else
    (void)one;
    (void)other;
    return false;
#endif
}

static void sync_folder(const char *path)
{
    struct buffer folder = {0};
    const char *slash = strrchr(path, '/');
    buffer_add(&folder, path, slash && slash > path ? (size_t)(slash - path) : 1);
    int descriptor = open(buffer_text(&folder), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
    buffer_free(&folder);
}

/* Gives the draft the name of the file. What stood there until then is looked at once more when it has come out of the way. */
static enum replaced take_name(const struct replacing *replacing, const char *draft)
{
    if (!file_is(replacing->path, &replacing->before))
        return REPLACE_CHANGED;
    if (!exchange(draft, replacing->path))
        return rename(draft, replacing->path) == 0 ? REPLACED : REPLACE_FAILED;
    if (file_is(draft, &replacing->before))
        return REPLACED;
    if (exchange(draft, replacing->path))
        return REPLACE_CHANGED;
    return rename(draft, replacing->path) == 0 ? REPLACE_CHANGED : REPLACE_FAILED;
}

enum replaced replace_with(struct replacing *replacing, const struct buffer *content)
{
    struct buffer draft = {0};
    int error = make_draft(replacing, content, &draft);
    enum replaced replaced = REPLACE_FAILED;
    if (error == 0) {
        replaced = take_name(replacing, buffer_text(&draft));
        error = errno;
        unlink(buffer_text(&draft));
        sync_folder(replacing->path);
    }
    buffer_free(&draft);
    errno = error;
    return replaced;
}

void replace_close(struct replacing *replacing)
{
    if (replacing == NULL)
        return;
    if (replacing->descriptor >= 0)
        close(replacing->descriptor);
    buffer_free(&replacing->before);
    free(replacing->path);
    free(replacing);
}

/* Reading a file. A pipe that nobody writes to would stop the program for ever, a device may never end, and a film takes minutes to be
 * refused by a parser; so what a path leads to is looked at before it is opened, and the first bytes before the rest is read. */
#include "read/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "read/words.h"
#include "text/memory.h"

enum {
    FIRST_BYTES = 64 * 1024, /* looked at before the rest is read */
    MEGABYTE = 1024 * 1024,
};

struct file {
    const char *path;
    int descriptor;
    size_t expected; /* bytes, by what the system says; a file may grow or shrink while it is read */
    size_t most;     /* bytes that are wanted; 0: all */
    struct problems *problems;
};

static bool is_input(const char *path)
{
    return strcmp(path, "-") == 0;
}

static struct position start_of(const char *path)
{
    return (struct position){.file = path};
}

static bool refuse_errno(const struct file *file, int error)
{
    struct position where = start_of(file->path);
    if (error == ENOENT || error == ENOTDIR)
        problems_add(file->problems, PROBLEM_ERROR, "missing", where, WORDS_MISSING, file->path);
    else if (error == EACCES || error == EPERM)
        problems_add(file->problems, PROBLEM_ERROR, "unreadable", where, WORDS_FORBIDDEN, file->path);
    else if (error == EISDIR)
        problems_add(file->problems, PROBLEM_ERROR, "not-a-file", where, WORDS_IS_FOLDER, file->path);
    else
        problems_add(file->problems, PROBLEM_ERROR, "unreadable", where, WORDS_UNREADABLE, file->path, strerror(error));
    return false;
}

static bool refuse_too_large(const struct file *file)
{
    problems_add(file->problems, PROBLEM_ERROR, "too-large", start_of(file->path), WORDS_TOO_LARGE, file->path, BYTES_MOST / MEGABYTE);
    return false;
}

/* Whether the thing can be a text file. From standard input a pipe or a terminal is fine. */
static bool accept_kind(struct file *file, const struct stat *status)
{
    const char *words = NULL;
    if (S_ISDIR(status->st_mode))
        words = WORDS_IS_FOLDER;
    else if (S_ISBLK(status->st_mode) || (S_ISCHR(status->st_mode) && !is_input(file->path)))
        words = WORDS_IS_DEVICE;
    else if (S_ISFIFO(status->st_mode) && !is_input(file->path))
        words = WORDS_IS_PIPE;
    else if (S_ISSOCK(status->st_mode) && !is_input(file->path))
        words = WORDS_IS_SOCKET;
    if (words != NULL) {
        problems_add(file->problems, PROBLEM_ERROR, "not-a-file", start_of(file->path), words, file->path);
        return false;
    }
    if (S_ISREG(status->st_mode) && status->st_size > 0) {
        if ((uintmax_t)status->st_size > BYTES_MOST)
            return refuse_too_large(file);
        file->expected = (size_t)status->st_size;
    }
    return true;
}

static bool open_file(struct file *file)
{
    struct stat status;
    if (is_input(file->path)) {
        file->descriptor = STDIN_FILENO;
    } else {
        /* Looked at first because opening some devices does something, and once more when open, in case it was swapped. */
        if (stat(file->path, &status) != 0)
            return refuse_errno(file, errno);
        if (!accept_kind(file, &status))
            return false;
        do
            file->descriptor = open(file->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
        while (file->descriptor < 0 && errno == EINTR);
        if (file->descriptor < 0)
            return refuse_errno(file, errno);
    }
    if (fstat(file->descriptor, &status) != 0)
        return refuse_errno(file, errno);
    return accept_kind(file, &status);
}

/* Adds up to `most` bytes; fewer only at the end of the file. False with a problem when reading failed. */
static bool read_more(const struct file *file, struct bytes *bytes, size_t most)
{
    size_t end = bytes->length + most;
    while (bytes->length < end) {
        ssize_t got = read(file->descriptor, bytes->text + bytes->length, end - bytes->length);
        if (got > 0) {
            bytes->length += (size_t)got;
        } else if (got == 0) {
            break;
        } else if (errno == EAGAIN && is_input(file->path)) {
            struct pollfd waiting = {.fd = file->descriptor, .events = POLLIN};
            poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return refuse_errno(file, errno);
        }
    }
    return true;
}

/* UTF-16 and UTF-32 begin with a mark that says so. */
static const char *other_unicode(const struct bytes *bytes)
{
    static const struct {
        const char *mark;
        size_t length;
        const char *name;
    } marks[] = {
        {"\xFF\xFE\0\0", 4, "UTF-32"}, {"\0\0\xFE\xFF", 4, "UTF-32"}, {"\xFF\xFE", 2, "UTF-16"}, {"\xFE\xFF", 2, "UTF-16"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (bytes->length >= marks[i].length && memcmp(bytes->text, marks[i].mark, marks[i].length) == 0)
            return marks[i].name;
    return NULL;
}

/* Judges a file by its first bytes, and takes a UTF-8 mark away. */
static bool accept_first_bytes(const struct file *file, struct bytes *bytes)
{
    const char *encoding = other_unicode(bytes);
    if (encoding != NULL) {
        problems_add(file->problems, PROBLEM_ERROR, "encoding", start_of(file->path), WORDS_OTHER_UNICODE, file->path, encoding);
        return false;
    }
    if (memchr(bytes->text, 0, bytes->length) != NULL) {
        problems_add(file->problems, PROBLEM_ERROR, "not-text", start_of(file->path), WORDS_BINARY, file->path);
        return false;
    }
    static const char mark[] = {'\xEF', '\xBB', '\xBF'};
    if (bytes->length >= sizeof mark && memcmp(bytes->text, mark, sizeof mark) == 0) {
        bytes->length -= sizeof mark;
        memmove(bytes->text, bytes->text + sizeof mark, bytes->length);
        bytes->had_mark = true;
    }
    return true;
}

/* Reads on up to the bytes that are wanted, and gives back what stands behind the last line break. */
static bool read_first(const struct file *file, struct bytes *bytes)
{
    bytes->text = memory_resize(bytes->text, file->most + 1, 1);
    if (bytes->length < file->most && !read_more(file, bytes, file->most - bytes->length))
        return false;
    bytes->part = bytes->length < file->expected;
    while (bytes->part && bytes->length > 0 && bytes->text[bytes->length - 1] != '\n' && bytes->text[bytes->length - 1] != '\r')
        bytes->length--;
    return true;
}

static bool read_all(const struct file *file, struct bytes *bytes)
{
    size_t room = FIRST_BYTES;
    bytes->text = memory_new(room + 1, 1);
    if (!read_more(file, bytes, room))
        return false;
    bool ended = bytes->length < room; /* at a terminal it would have to be said a second time */
    if (!accept_first_bytes(file, bytes))
        return false;
    if (ended)
        return true;
    if (file->most >= room && file->most < file->expected)
        return read_first(file, bytes);
    if (file->expected >= room) {
        room = file->expected + 1; /* one more, so that the end of the file is seen */
        bytes->text = memory_resize(bytes->text, room + 1, 1);
    }
    for (;;) {
        if (!read_more(file, bytes, room - bytes->length))
            return false;
        if (bytes->length < room)
            return true;
        if (room > BYTES_MOST)
            return refuse_too_large(file);
        /* Full, so there may be more: one byte past the limit is enough to know that it is too large. */
        room = room / 2 >= BYTES_MOST - room ? BYTES_MOST + 1 : room + room / 2;
        bytes->text = memory_resize(bytes->text, room + 1, 1);
    }
}

bool bytes_read_first(const char *path, size_t most, struct bytes *bytes, struct problems *problems)
{
    *bytes = (struct bytes){0};
    struct file file = {.path = path, .descriptor = -1, .most = most, .problems = problems};
    bool good = open_file(&file) && read_all(&file, bytes);
    if (file.descriptor >= 0 && !is_input(path))
        close(file.descriptor);
    if (!good) {
        bytes_free(bytes);
        return false;
    }
    bytes->text[bytes->length] = 0;
    return true;
}

bool bytes_read(const char *path, struct bytes *bytes, struct problems *problems)
{
    return bytes_read_first(path, 0, bytes, problems);
}

void bytes_free(struct bytes *bytes)
{
    free(bytes->text);
    *bytes = (struct bytes){0};
}

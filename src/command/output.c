#include "command/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command/command.h"
#include "command/words.h"
#include "text/memory.h"

struct output {
    FILE *file;
    char *path;  /* NULL: standard output */
    char *draft; /* the file being written, beside it; NULL: it is written straight into what is there */
    int error;   /* the first errno, 0 while all is well */
};

#define WORTH_A_WRITE ((size_t)64 * 1024)

static char *copy(const char *path)
{
    char *text = strdup(path);
    if (!text)
        memory_fail();
    return text;
}

/* A pipe or a device is not replaced by a file: that would take /dev/null away from everybody. */
static bool takes_straight(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode);
}

/* The file that is written, beside where it is to stand. Gives 0 or an errno. */
static int open_draft(struct output *output, const char *path)
{
    struct buffer draft = {0};
    if (takes_straight(path)) {
        output->file = fopen(path, "w");
        output->path = output->file ? copy(path) : NULL;
        return output->file ? 0 : errno;
    }
    buffer_format(&draft, "%s.XXXXXX", path);
    int descriptor = mkstemp(draft.bytes);
    output->file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    if (!output->file) {
        int error = errno;
        if (descriptor >= 0) {
            close(descriptor);
            unlink(draft.bytes);
        }
        buffer_free(&draft);
        return error;
    }
    /* mkstemp makes files that only their owner may read; a list is for everyone whom the person's umask lets in. */
    mode_t mask = umask(0);
    umask(mask);
    if (fchmod(descriptor, 0666 & ~mask) != 0)
        output->error = errno;
    output->draft = draft.bytes;
    output->path = copy(path);
    return 0;
}

struct output *output_open(const char *path)
{
    struct output *output = memory_new(1, sizeof *output);
    if (!path || strcmp(path, "-") == 0) {
        output->file = stdout;
        return output;
    }
    int error = open_draft(output, path);
    if (error == 0)
        return output;
    complain(SAY_CANNOT_WRITE, path, strerror(error));
    free(output);
    return NULL;
}

void output_put(struct output *output, struct buffer *buffer)
{
    if (output->error == 0 && buffer->length > 0 && fwrite(buffer->bytes, 1, buffer->length, output->file) != buffer->length)
        output->error = errno ? errno : EIO;
    buffer_clear(buffer);
}

void output_put_some(struct output *output, struct buffer *buffer)
{
    if (buffer->length >= WORTH_A_WRITE)
        output_put(output, buffer);
}

/* Gives the draft its name. A link refuses in one step where there is a file already; some file systems, such as a memory stick's, have no links. */
static int take_name(const struct output *output, bool replace)
{
    struct stat there;
    if (!replace) {
        if (link(output->draft, output->path) == 0) {
            unlink(output->draft);
            return 0;
        }
        if (errno == EEXIST || lstat(output->path, &there) == 0)
            return EEXIST;
    }
    return rename(output->draft, output->path) == 0 ? 0 : errno;
}

/* Ends the output. Gives 0, or the first errno. */
static int end(struct output *output, bool replace)
{
    if (fflush(output->file) != 0 && output->error == 0)
        output->error = errno;
    if (output->path) {
        if (output->error == 0 && output->draft && fsync(fileno(output->file)) != 0)
            output->error = errno;
        if (fclose(output->file) != 0 && output->error == 0)
            output->error = errno;
        if (output->error == 0 && output->draft)
            output->error = take_name(output, replace);
        if (output->error != 0 && output->draft)
            unlink(output->draft);
    }
    return output->error;
}

bool output_close(struct output *output)
{
    int error = end(output, true);
    if (error != 0 && output->path)
        complain(SAY_CANNOT_WRITE, output->path, strerror(error));
    else if (error != 0)
        complain(SAY_CANNOT_WRITE_OUT, strerror(error));
    free(output->path);
    free(output->draft);
    free(output);
    return error == 0;
}

int output_whole(const char *path, const struct buffer *content, bool replace)
{
    struct output output = {0};
    int error = open_draft(&output, path);
    if (error != 0)
        return error;
    if (output.error == 0 && content->length > 0 && fwrite(content->bytes, 1, content->length, output.file) != content->length)
        output.error = errno ? errno : EIO;
    error = end(&output, replace);
    free(output.path);
    free(output.draft);
    return error;
}

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
    char *draft; /* the file being written, beside it */
    int error;   /* the first errno, 0 while all is well */
};

#define WORTH_A_WRITE ((size_t)64 * 1024)

struct output *output_open(const char *path)
{
    struct output *output = memory_new(1, sizeof *output);
    if (!path || strcmp(path, "-") == 0) {
        output->file = stdout;
        return output;
    }
    struct buffer draft = {0};
    buffer_format(&draft, "%s.XXXXXX", path);
    int descriptor = mkstemp(draft.bytes);
    output->file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    if (!output->file) {
        complain(SAY_CANNOT_WRITE, path, strerror(errno));
        if (descriptor >= 0)
            close(descriptor);
        buffer_free(&draft);
        free(output);
        return NULL;
    }
    /* mkstemp makes files that only their owner may read; a list is for everyone whom the person's umask lets in. */
    mode_t mask = umask(0);
    umask(mask);
    if (fchmod(descriptor, 0666 & ~mask) != 0)
        output->error = errno;
    output->draft = draft.bytes;
    output->path = strdup(path);
    if (!output->path)
        memory_fail();
    return output;
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

bool output_close(struct output *output)
{
    if (fflush(output->file) != 0 && output->error == 0)
        output->error = errno;
    if (output->path) {
        if (output->error == 0 && fsync(fileno(output->file)) != 0)
            output->error = errno;
        if (fclose(output->file) != 0 && output->error == 0)
            output->error = errno;
        if (output->error == 0 && rename(output->draft, output->path) != 0)
            output->error = errno;
        if (output->error != 0)
            unlink(output->draft);
    }
    bool good = output->error == 0;
    if (!good && output->path)
        complain(SAY_CANNOT_WRITE, output->path, strerror(output->error));
    else if (!good)
        complain(SAY_CANNOT_WRITE_OUT, strerror(output->error));
    free(output->path);
    free(output->draft);
    free(output);
    return good;
}

/* A file's bytes, safely: what cannot be a catalogue is refused at once and by name. */
#ifndef READ_BYTES_H
#define READ_BYTES_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/problem.h"

/* Text of a file without its byte-order mark, NUL behind the last byte. */
struct bytes {
    char *text;
    size_t length;
    bool had_mark; /* a UTF-8 byte-order mark stood first */
    bool part;     /* there is more in the file */
};

/* Largest file that is read, in bytes: 1 GiB, twice a million generated services in CSV. */
#define BYTES_MOST ((size_t)1 << 30)

/* Reads the whole file ("-" is standard input). False with one problem added (name, file, sentence) when it is missing, unreadable, a
 * directory, a FIFO or device, too large, UTF-16 or UTF-32, or binary (a NUL within the first 64 KiB: then no more is read). Never blocks
 * on a FIFO. */
bool bytes_read(const char *path, struct bytes *bytes, struct problems *problems);

/* The same for a first look: about `most` bytes, up to the end of a line. Of a smaller file, and of standard input, everything. */
bool bytes_read_first(const char *path, size_t most, struct bytes *bytes, struct problems *problems);

void bytes_free(struct bytes *bytes);

#endif

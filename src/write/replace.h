/* Changing a file that others may be changing too: it is the old one or the new one at every moment, whatever happens. */
#ifndef WRITE_REPLACE_H
#define WRITE_REPLACE_H

#include <stdbool.h>

#include "text/buffer.h"

struct replacing;

/* Opens the file (a link is followed to what it names) and reads it all into `content`. While it is open, another who changes it in this way waits. Gives NULL
 * with errno set when it cannot be read, or may not be written. */
struct replacing *replace_open(const char *path, struct buffer *content);

enum replaced {
    REPLACED,
    REPLACE_CHANGED, /* the file is no longer what was read: it was left alone */
    REPLACE_FAILED,  /* errno says why; the file is as it was */
};

/* Puts the new content in the place of the file: written beside it under another name, brought to the disk, and renamed. Its mode stays, and its owner where
 * that is allowed. What somebody else wrote meanwhile is put back. Once for each replace_open. */
enum replaced replace_with(struct replacing *replacing, const struct buffer *content);

void replace_close(struct replacing *replacing); /* NULL is allowed */

#endif

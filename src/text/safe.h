/* Making text from outside safe to show: nothing in it can move a cursor, colour a screen or turn a line round. */
#ifndef TEXT_SAFE_H
#define TEXT_SAFE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/buffer.h"

/* What was found, as bits. */
enum unsafe {
    UNSAFE_CONTROL = 1,   /* C0, DEL, C1, NUL */
    UNSAFE_DIRECTION = 2, /* bidirectional marks, overrides and isolates */
    UNSAFE_INVISIBLE = 4, /* zero-width, soft hyphen, tag, private use, unassigned, line and paragraph separators */
    UNSAFE_ENCODING = 8,  /* broken UTF-8 */
};

/* Appends the bytes to out with everything unsafe shown as U+FFFD. With keep_lines a line break (CR LF, CR or LF)
 * stays one '\n' and a tab becomes a space; without, both become one space. A zero-width joiner between emoji stays.
 * Gives the bits of what was replaced, 0 when nothing was. */
unsigned safe_text(struct buffer *out, const char *bytes, size_t length, bool keep_lines);

#endif

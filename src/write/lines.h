/* Lines of text for a terminal or paper: wrapped, indented, and nothing else. */
#ifndef WRITE_LINES_H
#define WRITE_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "text/buffer.h"

/* Where the first line of a text ends: as width_line, but a web address or a telephone number that fits into a line is not broken in two. */
size_t lines_break(const char *text, size_t left, size_t columns, size_t *next);

/* Appends the text wrapped to the columns, every line indented by `indent` spaces, the first by `first`. Ends with a line break. */
void lines_wrap(struct buffer *out, const char *text, size_t columns, size_t first, size_t indent);

/* Appends the text between the terminal's sequences for bold when strong is wanted. */
void lines_strong(struct buffer *out, const char *text, bool strong);

#endif

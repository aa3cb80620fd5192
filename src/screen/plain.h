/* Text for screens whose fonts have few characters: the Linux console, or a terminal that is not set to UTF-8. */
#ifndef SCREEN_PLAIN_H
#define SCREEN_PLAIN_H

#include <stddef.h>

#include "text/buffer.h"

/* Appends the text (valid UTF-8) composed, with dashes, quotes, dots and spaces as ASCII. Letters of Latin, Greek and Cyrillic that the console's
 * fonts have stay, ŵ and ŷ too; of others the bare letter stays; and for every column of the rest there is a "?". */
void plain_text(struct buffer *out, const char *text, size_t length);

/* Appends the text without what joins characters to one picture (zero-width joiners, variation selectors): terminals do not agree on the width of what
 * is joined, and what stands behind it would stand in another column. None of it has a width, so the columns are those of the text. */
void parted_text(struct buffer *out, const char *text, size_t length);

#endif

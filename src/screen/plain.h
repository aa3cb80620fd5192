/* Text for screens whose fonts have few characters: the Linux console, or a terminal that is not set to UTF-8. */
#ifndef SCREEN_PLAIN_H
#define SCREEN_PLAIN_H

#include <stddef.h>

#include "text/buffer.h"

/* Appends the text (valid UTF-8) composed, with dashes, quotes, dots and spaces as ASCII, and with "?" for every column of what the console's
 * fonts do not have. Letters of Latin, Greek and Cyrillic stay, ŵ and ŷ too. Which characters the fonts have: console-setup's Uni2, Lat15
 * and Lat38, as measured in TERMINAL.md. */
void plain_text(struct buffer *out, const char *text, size_t length);

#endif

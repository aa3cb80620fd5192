/* UTF-8, one character at a time, from bytes that nobody has checked. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/buffer.h"

#define UTF8_REPLACEMENT 0xFFFDu

struct utf8_character {
    uint32_t code;   /* U+FFFD when broken */
    unsigned length; /* bytes consumed, at least 1 */
    bool broken;
};

/* Reads the character at `at`, of which `left` (> 0) bytes remain. A broken sequence gives one replacement for each
 * maximal subpart (Unicode 15, chapter 3.9, table 3-8), so that nothing after it is swallowed. */
struct utf8_character utf8_read(const char *at, size_t left);

/* Writes a code point; gives the number of bytes, 1 to 4. What is no scalar value is written as U+FFFD. */
size_t utf8_write(uint32_t code, char bytes[4]);

/* Appends the bytes with U+FFFD in place of each broken sequence, as utf8_read finds them. */
void utf8_repair(struct buffer *out, const char *bytes, size_t length);

/* Whether all bytes are well-formed UTF-8. */
bool utf8_valid(const char *bytes, size_t length);

#endif

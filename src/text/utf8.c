/* Decoding after the Unicode Standard 15.0, table 3-7 (well-formed sequences). */
#include "text/utf8.h"

#include <string.h>

/* What a first byte announces: how many bytes, its own bits, and the range of the second byte; the range is what rules
 * out overlong forms, surrogates and code points past U+10FFFF. */
struct lead {
    unsigned length; /* 0: no first byte of anything */
    uint32_t bits;
    unsigned char second_low;
    unsigned char second_high;
};

static struct lead lead_of(unsigned char byte)
{
    if (byte < 0x80)
        return (struct lead){1, byte, 0, 0};
    if (byte >= 0xC2 && byte <= 0xDF)
        return (struct lead){2, byte & 0x1Fu, 0x80, 0xBF};
    if (byte >= 0xE0 && byte <= 0xEF)
        return (struct lead){3, byte & 0x0Fu, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF};
    if (byte >= 0xF0 && byte <= 0xF4)
        return (struct lead){4, byte & 0x07u, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
    return (struct lead){0, 0, 0, 0};
}

struct utf8_character utf8_read(const char *at, size_t left)
{
    struct lead lead = lead_of((unsigned char)at[0]);
    if (lead.length == 0)
        return (struct utf8_character){UTF8_REPLACEMENT, 1, true};
    uint32_t code = lead.bits;
    for (unsigned i = 1; i < lead.length; i++) {
        unsigned char low = i == 1 ? lead.second_low : 0x80;
        unsigned char high = i == 1 ? lead.second_high : 0xBF;
        if (i >= left || (unsigned char)at[i] < low || (unsigned char)at[i] > high)
            return (struct utf8_character){UTF8_REPLACEMENT, i, true};
        code = code << 6 | ((unsigned char)at[i] & 0x3Fu);
    }
    return (struct utf8_character){code, lead.length, false};
}

size_t utf8_write(uint32_t code, char bytes[4])
{
    if (code > 0x10FFFFu || (code >= 0xD800u && code <= 0xDFFFu))
        code = UTF8_REPLACEMENT;
    if (code < 0x80u) {
        bytes[0] = (char)code;
        return 1;
    }
    size_t length = code < 0x800u ? 2 : code < 0x10000u ? 3 : 4;
    static const unsigned char marks[5] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length; i-- > 1;) {
        bytes[i] = (char)(unsigned char)(0x80u | (code & 0x3Fu));
        code >>= 6;
    }
    bytes[0] = (char)(unsigned char)(marks[length] | code);
    return length;
}

bool utf8_valid(const char *bytes, size_t length)
{
    static const uint64_t high_bits = 0x8080808080808080u;
    size_t at = 0;
    while (at < length) {
        uint64_t eight;
        if (length - at >= sizeof eight) {
            /* Most text is plain ASCII: look at eight bytes at once. */
            memcpy(&eight, bytes + at, sizeof eight);
            if ((eight & high_bits) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        struct utf8_character character = utf8_read(bytes + at, length - at);
        if (character.broken)
            return false;
        at += character.length;
    }
    return true;
}

void utf8_repair(struct buffer *out, const char *bytes, size_t length)
{
    for (size_t at = 0; at < length;) {
        struct utf8_character character = utf8_read(bytes + at, length - at);
        char good[4];
        buffer_add(out, good, utf8_write(character.code, good));
        at += character.length;
    }
}

#include "screen/plain.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "text/memory.h"
#include "text/utf8.h"
#include "text/width.h"

/* What an ASCII text can say as well. */
static const struct {
    uint32_t code;
    const char *plain;
} stand_ins[] = {
    {0x00A0, " "}, {0x00B7, "|"}, {0x2002, " "}, {0x2003, " "}, {0x2009, " "},   {0x2010, "-"}, {0x2011, "-"}, {0x2012, "-"},
    {0x2013, "-"}, {0x2014, "-"}, {0x2015, "-"}, {0x2018, "'"}, {0x2019, "'"},   {0x201A, ","}, {0x201B, "'"}, {0x201C, "\""},
    {0x201D, "\""}, {0x201E, "\""}, {0x2022, "*"}, {0x2026, "..."}, {0x2032, "'"}, {0x2033, "\""}, {0x202F, " "}, {0x2212, "-"},
    {0x20AC, "EUR"}, {0x014A, "N"}, {0x014B, "n"}, {0x0166, "T"}, {0x0167, "t"},
};

static const char *stand_in(uint32_t code)
{
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++)
        if (stand_ins[i].code == code)
            return stand_ins[i].plain;
    return NULL;
}

/* What console-setup 1.221's Uni2-Fixed16 has of letters, digits and signs: first and last of each run. Its lines, blocks and symbols are left out;
 * other consoles' fonts lack them. */
static const uint32_t in_font[][2] = {
    {0x20, 0x7E},   {0xA1, 0x113},  {0x116, 0x127}, {0x12A, 0x12B}, {0x12E, 0x131}, {0x134, 0x137}, {0x139, 0x13E},   {0x141, 0x148},   {0x14C, 0x14D},
    {0x150, 0x165}, {0x16A, 0x17E}, {0x192, 0x192}, {0x218, 0x21B}, {0x386, 0x386}, {0x388, 0x38A}, {0x38C, 0x38C},   {0x38E, 0x3A1},   {0x3A3, 0x3CE},
    {0x400, 0x45F}, {0x490, 0x491}, {0x4AE, 0x4AE}, {0x4D0, 0x4D1}, {0x1E02, 0x1E03}, {0x1E0A, 0x1E0B}, {0x1E1E, 0x1E1F}, {0x1E40, 0x1E41},
    {0x1E56, 0x1E57}, {0x1E60, 0x1E61}, {0x1E6A, 0x1E6B}, {0x1E80, 0x1E85}, {0x1EF2, 0x1EF3},
};

static bool in_the_fonts(uint32_t code)
{
    for (size_t i = 0; i < sizeof in_font / sizeof *in_font; i++)
        if (code >= in_font[i][0] && code <= in_font[i][1])
            return true;
    return false;
}

/* What is left of a character without its accents and joins: o of \u1ECD. Gives whether anything is. */
static bool add_bare(struct buffer *out, const char *bytes, size_t length)
{
    size_t bare_length = 0;
    uint8_t *bare = u8_normalize(UNINORM_NFKD, (const uint8_t *)bytes, length, NULL, &bare_length);
    if (!bare)
        memory_fail();
    bool any = false;
    for (size_t at = 0; at < bare_length;) {
        struct utf8_character character = utf8_read((const char *)bare + at, bare_length - at);
        bool has = in_the_fonts(character.code);
        if (has)
            buffer_add(out, (const char *)bare + at, character.length);
        any = any || has;
        at += character.length;
    }
    free(bare);
    return any;
}

void plain_text(struct buffer *out, const char *text, size_t length)
{
    size_t composed_length = 0;
    uint8_t *composed = length > 0 ? u8_normalize(UNINORM_NFC, (const uint8_t *)text, length, NULL, &composed_length) : NULL;
    if (length > 0 && !composed)
        memory_fail();
    const char *bytes = (const char *)composed;
    for (size_t at = 0; at < composed_length;) {
        struct utf8_character character = utf8_read(bytes + at, composed_length - at);
        const char *plain = stand_in(character.code);
        if (plain)
            buffer_add_text(out, plain);
        else if (in_the_fonts(character.code) || character.code == '\n')
            buffer_add(out, bytes + at, character.length);
        else if (!add_bare(out, bytes + at, character.length))
            for (size_t columns = width_columns(bytes + at, character.length); columns > 0; columns--)
                buffer_add_byte(out, '?');
        at += character.length;
    }
    free(composed);
}

/* U+200D in UTF-8, and U+FE00 to U+FE0F. */
static bool joins(const char *text, size_t left)
{
    return left >= 3 && (memcmp(text, "\xE2\x80\x8D", 3) == 0 || (memcmp(text, "\xEF\xB8", 2) == 0 && (unsigned char)text[2] < 0x90));
}

void parted_text(struct buffer *out, const char *text, size_t length)
{
    for (size_t from = 0; from < length;) {
        size_t to = from;
        while (to < length && !joins(text + to, length - to))
            to++;
        buffer_add(out, text + from, to - from);
        from = to + 3;
    }
}

#include "screen/plain.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
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
    {0x20AC, "EUR"},
};

static const char *stand_in(uint32_t code)
{
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++)
        if (stand_ins[i].code == code)
            return stand_ins[i].plain;
    return NULL;
}

static bool in_the_fonts(uint32_t code)
{
    return (code >= 0x20 && code < 0x7F) || (code > 0xA0 && code < 0x180) || code == 0x218 || code == 0x219 || code == 0x21A || code == 0x21B ||
           (code >= 0x386 && code < 0x3CF) || (code >= 0x400 && code < 0x460) || (code >= 0x1E80 && code <= 0x1E85) || code == 0x1EF2 || code == 0x1EF3;
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
        else
            for (size_t columns = width_columns(bytes + at, character.length); columns > 0; columns--)
                buffer_add_byte(out, '?');
        at += character.length;
    }
    free(composed);
}

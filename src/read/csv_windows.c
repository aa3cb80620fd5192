#include "read/csv_windows.h"

#include <stdint.h>

#include "read/words.h"
#include "text/utf8.h"

/* Bytes 80 to 9F (Unicode Consortium, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT); 0 where none is defined. All others are as in Unicode. */
static const uint16_t upper[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static void add_windows(struct buffer *out, unsigned char byte)
{
    char bytes[4];
    uint32_t code = byte;
    if (byte >= 0x80 && byte < 0xA0)
        code = upper[byte - 0x80] != 0 ? upper[byte - 0x80] : UTF8_REPLACEMENT;
    buffer_add(out, bytes, utf8_write(code, bytes));
}

static void tell(const char *file, const char *text, size_t broken, struct problems *problems)
{
    struct position where = {.file = file, .line = 1, .column = 1};
    for (size_t at = 0; at < broken;) {
        size_t bytes = utf8_read(text + at, broken - at).length;
        where.column++;
        if (text[at] == '\n' || (text[at] == '\r' && text[at + 1] != '\n'))
            where = (struct position){.file = file, .line = where.line + 1, .column = 1};
        at += bytes;
    }
    problems_add(problems, PROBLEM_WARNING, "windows-1252", where, "%s", WORDS_WINDOWS_1252);
}

bool csv_windows(const char *file, const char *text, size_t length, struct problems *problems, struct buffer *out)
{
    if (utf8_valid(text, length))
        return false;
    bool told = false;
    buffer_reserve(out, length);
    for (size_t at = 0; at < length;) {
        struct utf8_character character = utf8_read(text + at, length - at);
        if (!character.broken)
            buffer_add(out, text + at, character.length);
        if (character.broken && !told) {
            tell(file, text, at, problems);
            told = true;
        }
        for (unsigned i = 0; character.broken && i < character.length; i++)
            add_windows(out, (unsigned char)text[at + i]);
        at += character.length;
    }
    return true;
}

/* Making text safe. ncurses shows control characters as ^X but lets marks of direction and invisible ones through, and
 * nothing looks at what is printed past ncurses; so each character is judged here, by what Unicode calls it. */
#include "text/safe.h"

#include <stdint.h>
#include <unictype.h>

#include "text/utf8.h"

static const char replacement[] = "\xEF\xBF\xBD";

enum {
    JOINER = 0x200D,
    TEXT_STYLE = 0xFE0E,
    EMOJI_STYLE = 0xFE0F,
    KEYCAP = 0x20E3,
};

struct reading {
    const char *bytes;
    size_t length;
    size_t at;
    bool keep_lines;
    bool after_emoji; /* the last character was an emoji, or a sign that changes one */
};

static bool is_plain(char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

/* The character at an offset, 0 at the end or when it is broken. */
static uint32_t peek(const struct reading *reading, size_t at)
{
    if (at >= reading->length)
        return 0;
    struct utf8_character character = utf8_read(reading->bytes + at, reading->length - at);
    return character.broken ? 0 : character.code;
}

static bool is_style(uint32_t code)
{
    return code == TEXT_STYLE || code == EMOJI_STYLE;
}

/* Whether an invisible character is a part of an emoji: a joiner between two, or the choice of a black or coloured
 * form. */
static bool belongs_to_emoji(const struct reading *reading, struct utf8_character character)
{
    uint32_t following = peek(reading, reading->at + character.length);
    if (character.code == JOINER)
        return reading->after_emoji && uc_is_property_extended_pictographic(following);
    if (is_style(character.code))
        return reading->after_emoji || following == KEYCAP;
    return false;
}

static unsigned judge(const struct reading *reading, struct utf8_character character)
{
    if (character.broken)
        return UNSAFE_ENCODING;
    uint32_t code = character.code;
    if (code < 0x20 || (code >= 0x7F && code < 0xA0))
        return UNSAFE_CONTROL;
    if (uc_is_property_bidi_control(code))
        return UNSAFE_DIRECTION;
    const uint32_t unseen = UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Cn |
                            UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp;
    bool invisible =
        uc_is_general_category_withtable(code, unseen) || uc_is_property_default_ignorable_code_point(code);
    return invisible && !belongs_to_emoji(reading, character) ? UNSAFE_INVISIBLE : 0;
}

/* Appends a line break or a tab, if there is one here, and gives its bytes; 0 otherwise. */
static size_t take_blank(struct buffer *out, const struct reading *reading)
{
    char byte = reading->bytes[reading->at];
    if (byte == '\t') {
        buffer_add_byte(out, ' ');
        return 1;
    }
    if (byte != '\r' && byte != '\n')
        return 0;
    buffer_add_byte(out, reading->keep_lines ? '\n' : ' ');
    bool both = byte == '\r' && reading->at + 1 < reading->length && reading->bytes[reading->at + 1] == '\n';
    return both ? 2 : 1;
}

static size_t take_plain(struct buffer *out, const struct reading *reading)
{
    size_t end = reading->at;
    while (end < reading->length && is_plain(reading->bytes[end]))
        end++;
    buffer_add(out, reading->bytes + reading->at, end - reading->at);
    return end - reading->at;
}

static bool continues_emoji(const struct reading *reading, uint32_t code)
{
    return uc_is_property_extended_pictographic(code) ||
           (reading->after_emoji && (is_style(code) || uc_is_property_emoji_modifier(code)));
}

unsigned safe_text(struct buffer *out, const char *bytes, size_t length, bool keep_lines)
{
    unsigned found = 0;
    struct reading reading = {.bytes = bytes, .length = length, .keep_lines = keep_lines};
    while (reading.at < length) {
        size_t taken = take_plain(out, &reading);
        if (taken == 0)
            taken = take_blank(out, &reading);
        if (taken > 0) {
            reading.at += taken;
            reading.after_emoji = false;
            continue;
        }
        struct utf8_character character = utf8_read(bytes + reading.at, length - reading.at);
        unsigned unsafe = judge(&reading, character);
        found |= unsafe;
        if (unsafe != 0)
            buffer_add(out, replacement, sizeof replacement - 1);
        else
            buffer_add(out, bytes + reading.at, character.length);
        reading.after_emoji = unsafe == 0 && continues_emoji(&reading, character.code);
        reading.at += character.length;
    }
    return found;
}

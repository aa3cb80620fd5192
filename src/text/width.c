/* Widths by the C library, graphemes and line breaks by libunistring. */
#include "text/width.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <wchar.h>

#include "text/memory.h"
#include "text/utf8.h"

enum {
    LOOK_AHEAD = 64,
    FIRST_WINDOW = 32, /* bytes in which nearly every grapheme ends */
};

static size_t character_columns(uint32_t code)
{
    int columns = wcwidth((wchar_t)code);
    return columns < 0 ? 1 : (size_t)columns;
}

size_t width_columns(const char *text, size_t length)
{
    size_t columns = 0;
    for (size_t at = 0; at < length;) {
        if (text[at] >= 0x20 && text[at] < 0x7F) {
            columns++;
            at++;
            continue;
        }
        struct utf8_character character = utf8_read(text + at, length - at);
        columns += character_columns(character.code);
        at += character.length;
    }
    return columns;
}

/* The offset itself, or the start of the character that it lies in. */
static size_t character_start(const char *text, size_t length, size_t at)
{
    for (unsigned back = 0; back < 3 && at < length && at > 1 && ((unsigned char)text[at] & 0xC0u) == 0x80; back++)
        at--;
    return at;
}

/* Bytes of the grapheme at the start of the text, which is not empty. Not by u8_grapheme_next: that looks at pairs of
 * characters only and parts flags and joined emoji. */
static size_t grapheme_length(const char *text, size_t length)
{
    bool plain = (unsigned char)text[0] < 0x80 && text[0] != '\r';
    if (plain && (length == 1 || (unsigned char)text[1] < 0x80))
        return 1; /* nothing in ASCII joins what is before it, but for CR LF */
    char small[FIRST_WINDOW];
    for (size_t window = sizeof small;; window *= 2) {
        size_t seen = window < length ? character_start(text, length, window) : length;
        char *breaks = seen <= sizeof small ? small : memory_new(seen, 1);
        u8_grapheme_breaks((const uint8_t *)text, seen, breaks);
        size_t end = 1;
        while (end < seen && !breaks[end])
            end++;
        if (breaks != small)
            free(breaks);
        if (end < seen || seen == length)
            return end;
    }
}

size_t width_fit(const char *text, size_t length, size_t columns, size_t *used)
{
    size_t at = 0;
    size_t sum = 0;
    while (at < length) {
        size_t bytes = grapheme_length(text + at, length - at);
        size_t wide = width_columns(text + at, bytes);
        if (wide > columns - sum)
            break;
        sum += wide;
        at += bytes;
    }
    if (used != NULL)
        *used = sum;
    return at;
}

/* The length without the white space at its end. */
static size_t trimmed(const char *text, size_t length)
{
    while (length > 0) {
        size_t start = length - 1;
        while (start > 0 && ((unsigned char)text[start] & 0xC0u) == 0x80)
            start--;
        struct utf8_character last = utf8_read(text + start, length - start);
        if (!uc_is_property_white_space(last.code))
            break;
        length = start;
    }
    return length;
}

/* The offset behind the white space at `at`, stopping at a line break. */
static size_t skip_space(const char *text, size_t length, size_t at)
{
    while (at < length && text[at] != '\n') {
        struct utf8_character character = utf8_read(text + at, length - at);
        if (!uc_is_property_white_space(character.code))
            break;
        at += character.length;
    }
    return at;
}

/* The last offset at which a line may end so that, without the space at its end, it is no longer than fits; 0: none.
 * `word` is where the first word that cannot be on the line whole, or its rest, goes on. */
static size_t last_break(const char *text, size_t length, size_t fits, size_t word)
{
    /* The rules look at a few characters behind a break. A bound keeps the wrapping of one endless word linear. */
    size_t window = length - word > LOOK_AHEAD ? character_start(text, length, word + LOOK_AHEAD) : length;
    char *breaks = memory_new(window, 1);
    u8_possible_linebreaks((const uint8_t *)text, window, "UTF-8", breaks);
    size_t found = 0;
    size_t solid = 0; /* the end of what is no white space before `at` */
    for (size_t at = 0; at < window && solid <= fits;) {
        if (at > 0 && breaks[at] == UC_BREAK_POSSIBLE)
            found = at;
        struct utf8_character character = utf8_read(text + at, window - at);
        at += character.length;
        if (!uc_is_property_white_space(character.code))
            solid = at;
    }
    free(breaks);
    return found;
}

size_t width_line(const char *text, size_t length, size_t columns, size_t *next)
{
    size_t fits = width_fit(text, length, columns, NULL);
    const char *newline = fits == 0 ? NULL : memchr(text, '\n', fits);
    if (newline != NULL) {
        size_t end = (size_t)(newline - text);
        *next = end + 1;
        return trimmed(text, end);
    }
    size_t word = skip_space(text, length, fits);
    if (word == length || text[word] == '\n') {
        *next = word == length ? length : word + 1;
        return trimmed(text, fits);
    }
    size_t broken = last_break(text, length, fits, word);
    if (broken == 0) {
        /* One word alone is too wide: cut it, and always take something, even in no columns at all. */
        broken = fits > 0 ? fits : grapheme_length(text, length);
    }
    *next = broken;
    return trimmed(text, broken);
}

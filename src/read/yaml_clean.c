#include "read/yaml_clean.h"

#include <stdint.h>
#include <string.h>

#include "read/words.h"
#include "text/utf8.h"

enum { UNIT = 6 }; /* bytes of "\uD83D" */

static const char digits[] = "0123456789ABCDEF";
static const char mark[] = "\xEF\xBF\xBD";

/* A sort of thing that is replaced: how often, and where first. */
struct replaced {
    size_t count;
    struct position first;
};

struct cleaning {
    struct position where;
    struct replaced broken;
    struct replaced controls;
};

static bool is_plain(unsigned char byte)
{
    return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t' || byte == '\r';
}

/* YAML 1.1, production c-printable, less the line breaks (NEL, LS, PS) that libyaml counts as lines and editors do not. */
static bool is_allowed(uint32_t code)
{
    if (code < 0x80)
        return is_plain((unsigned char)code);
    return code >= 0xA0 && code != 0x2028 && code != 0x2029 && code != 0xFFFE && code != 0xFFFF;
}

/* How many bytes from the start are plain enough to need no look at single characters. */
static size_t plain_bytes(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && is_plain((unsigned char)text[at]))
        at++;
    return at;
}

static void step(struct position *where, const char *text, size_t at, size_t length)
{
    bool ends = text[at] == '\n' || (text[at] == '\r' && (at + 1 == length || text[at + 1] != '\n'));
    if (!ends) {
        where->column++;
        return;
    }
    where->line++;
    where->column = 1;
}

static void note(struct replaced *replaced, struct position where)
{
    if (replaced->count++ == 0)
        replaced->first = where;
}

static void tell(const struct cleaning *cleaning, struct problems *problems)
{
    const struct replaced *broken = &cleaning->broken;
    const struct replaced *controls = &cleaning->controls;
    if (broken->count > 0)
        problems_add(problems, PROBLEM_ERROR, "encoding", broken->first, WORDS_NOT_UTF8(broken->count), broken->count);
    if (controls->count > 0)
        problems_add(problems, PROBLEM_WARNING, "control-character", controls->first, WORDS_CONTROLS(controls->count), controls->count);
}

/* Whether there is anything to replace. */
static bool is_clean(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        at += plain_bytes(text + at, length - at);
        if (at == length)
            break;
        struct utf8_character character = utf8_read(text + at, length - at);
        if (character.broken || !is_allowed(character.code))
            return false;
        at += character.length;
    }
    return true;
}

/* Whether the text is JSON by its first character: only there is a pair of surrogates one character. */
static bool is_json(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
        at++;
    return at < length && text[at] == '{';
}

/* The four digits of "\uD83D"; 0 when that is not what stands there. */
static uint32_t unit_at(const char *text, size_t length)
{
    uint32_t unit = 0;
    if (length < UNIT || text[0] != '\\' || text[1] != 'u')
        return 0;
    for (size_t i = 2; i < UNIT; i++) {
        const char *digit = memchr(digits, text[i] >= 'a' && text[i] <= 'f' ? text[i] - 'a' + 'A' : text[i], sizeof digits - 1);
        if (digit == NULL)
            return 0;
        unit = unit * 16 + (uint32_t)(digit - digits);
    }
    return unit;
}

/* The character of a pair of surrogates, "\uD83D\uDE00"; 0 when none stands there. */
static uint32_t pair_at(const char *text, size_t length)
{
    uint32_t high = unit_at(text, length);
    uint32_t low = high >= 0xD800 && high < 0xDC00 ? unit_at(text + UNIT, length - UNIT) : 0;
    return low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) : 0;
}

static bool has_pair(const char *text, size_t length)
{
    for (const char *at = text; (at = memchr(at, '\\', length - (size_t)(at - text))) != NULL; at += at[1] == '\\' ? 2 : 1) {
        if (pair_at(at, length - (size_t)(at - text)) != 0)
            return true;
        if ((size_t)(at - text) + 2 >= length)
            break;
    }
    return false;
}

bool yaml_clean(const char *file, const char *text, size_t length, struct problems *problems, struct buffer *out)
{
    bool pairs = is_json(text, length) && has_pair(text, length);
    if (!pairs && is_clean(text, length))
        return false;
    struct cleaning cleaning = {.where = {.file = file, .line = 1, .column = 1}};
    buffer_reserve(out, length);
    for (size_t at = 0; at < length;) {
        struct utf8_character character = utf8_read(text + at, length - at);
        bool allowed = !character.broken && is_allowed(character.code);
        uint32_t pair = pairs ? pair_at(text + at, length - at) : 0;
        if (pair != 0) { /* as YAML writes it */
            buffer_format(out, "\\U%08X", (unsigned)pair);
            cleaning.where.column += 2 * UNIT;
            at += 2 * UNIT;
            continue;
        }
        if (pairs && text[at] == '\\' && at + 1 < length && is_plain((unsigned char)text[at + 1])) { /* an escape of another kind, which may be of a backslash */
            buffer_add(out, text + at, 2);
            step(&cleaning.where, text, at, length);
            step(&cleaning.where, text, at + 1, length);
            at += 2;
            continue;
        }
        if (allowed)
            buffer_add(out, text + at, character.length);
        else
            buffer_add(out, mark, sizeof mark - 1);
        if (!allowed)
            note(character.broken ? &cleaning.broken : &cleaning.controls, cleaning.where);
        step(&cleaning.where, text, at, length);
        at += character.length;
    }
    tell(&cleaning, problems);
    return true;
}

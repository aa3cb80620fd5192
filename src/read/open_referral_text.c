#include "read/open_referral_text.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "text/fold.h"
#include "text/utf8.h"

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* The length of the tag or comment that begins here, 0 when none does. */
static size_t tag_length(const char *at, size_t left)
{
    enum { LONGEST = 4096 };
    if (left < 3 || !(is_letter(at[1]) || at[1] == '!' || (at[1] == '/' && is_letter(at[2]))))
        return 0;
    if (left >= 4 && memcmp(at, "<!--", 4) == 0) {
        for (size_t i = 4; i + 2 < left; i++)
            if (memcmp(at + i, "-->", 3) == 0)
                return i + 3;
        return 0;
    }
    for (size_t i = 1; i < left && i < LONGEST; i++)
        if (at[i] == '>')
            return i + 1;
        else if (at[i] == '<')
            return 0;
    return 0;
}

static bool tag_is(const char *at, size_t length, const char *name)
{
    size_t start = at[1] == '/' ? 2 : 1;
    size_t name_length = strlen(name);
    return start + name_length < length && strncasecmp(at + start, name, name_length) == 0 && !is_letter(at[start + name_length]) &&
           !(is_digit(at[start + name_length]));
}

static bool starts_line(const char *at, size_t length)
{
    static const char *const names[] = {"br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "section", "article"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (tag_is(at, length, names[i]))
            return true;
    return false;
}

/* The code point that an entity stands for, and its length; 0 when none begins here. */
static uint32_t entity(const char *at, size_t left, size_t *length)
{
    static const struct {
        const char *name;
        uint32_t code;
    } known[] = {
        {"amp", '&'},     {"lt", '<'},       {"gt", '>'},       {"quot", '"'},    {"apos", '\''},   {"nbsp", ' '},      {"pound", 0xA3},
        {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026},
        {"bull", 0x2022},  {"euro", 0x20AC},  {"eacute", 0xE9},  {"egrave", 0xE8}, {"agrave", 0xE0}, {"ocirc", 0xF4},  {"copy", 0xA9},
        {"middot", 0xB7},  {"frac12", 0xBD},  {"deg", 0xB0},
    };
    size_t end = 1;
    while (end < left && end < 10 && (is_letter(at[end]) || is_digit(at[end]) || at[end] == '#'))
        end++;
    if (end == left || at[end] != ';' || end < 2)
        return 0;
    *length = end + 1;
    if (at[1] != '#') {
        for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
            if (strlen(known[i].name) == end - 1 && memcmp(at + 1, known[i].name, end - 1) == 0)
                return known[i].code;
        return 0;
    }
    uint32_t code = 0;
    bool hex = end > 2 && (at[2] == 'x' || at[2] == 'X');
    for (size_t i = hex ? 3 : 2; i < end; i++) {
        bool figure = is_digit(at[i]);
        uint32_t digit = figure ? (uint32_t)(at[i] - '0') : (uint32_t)((at[i] | 0x20) - 'a') + 10;
        if (digit >= (hex ? 16u : 10u))
            return 0;
        code = code * (hex ? 16 : 10) + digit;
    }
    return code == 0xA0 ? ' ' : code;
}

static void cut_blanks(struct buffer *out, size_t start)
{
    while (out->length > start && (out->bytes[out->length - 1] == ' ' || out->bytes[out->length - 1] == '\t'))
        buffer_cut(out, out->length - 1);
}

static void add_line(struct buffer *out, size_t start)
{
    cut_blanks(out, start);
    if (out->length > start && out->bytes[out->length - 1] != '\n')
        buffer_add_byte(out, '\n');
}

/* What lies between <script> or <style> and its end is not for people. */
static size_t skip_hidden(const char *text, size_t length, size_t at, const char *name)
{
    for (; at < length; at++)
        if (text[at] == '<' && at + 1 < length && text[at + 1] == '/') {
            size_t tag = tag_length(text + at, length - at);
            if (tag > 0 && tag_is(text + at, tag, name))
                return at + tag;
        }
    return length;
}

static size_t take_tag(struct buffer *out, size_t start, const char *text, size_t length, size_t at, size_t tag)
{
    bool closing = text[at + 1] == '/';
    if (!closing && tag_is(text + at, tag, "script"))
        return skip_hidden(text, length, at + tag, "script");
    if (!closing && tag_is(text + at, tag, "style"))
        return skip_hidden(text, length, at + tag, "style");
    if (starts_line(text + at, tag))
        add_line(out, start);
    if (!closing && tag_is(text + at, tag, "li"))
        buffer_add_text(out, "- ");
    return at + tag;
}

void plain_from_html(struct buffer *out, const char *text, size_t length)
{
    size_t start = out->length;
    for (size_t at = 0; at < length;) {
        size_t tag = text[at] == '<' ? tag_length(text + at, length - at) : 0;
        size_t entity_length = 0;
        uint32_t code = text[at] == '&' ? entity(text + at, length - at, &entity_length) : 0;
        if (tag > 0) {
            at = take_tag(out, start, text, length, at, tag);
        } else if (code != 0) {
            char bytes[4];
            buffer_add(out, bytes, utf8_write(code, bytes));
            at += entity_length;
        } else {
            buffer_add_byte(out, text[at++]);
        }
    }
    while (out->length > start && strchr(" \t\r\n", out->bytes[out->length - 1]) != NULL && out->bytes[out->length - 1] != '\0')
        buffer_cut(out, out->length - 1);
}

bool phone_in_text(const char *text, size_t length, size_t *start, size_t *phone_length)
{
    for (size_t at = 0; at < length; at++) {
        bool plus = text[at] == '+' && length - at > 3 && memcmp(text + at, "+44", 3) == 0;
        bool before = at > 0 && (is_digit(text[at - 1]) || is_letter(text[at - 1]) || strchr("+-/.=_#", text[at - 1]) != NULL);
        if ((text[at] != '0' && !plus) || before)
            continue;
        size_t digits = 0;
        size_t last = at;
        for (size_t i = at; i < length && i < at + 24; i++) {
            if (!is_digit(text[i]) && (strchr(" ()-+", text[i]) == NULL || text[i] == '\0'))
                break;
            digits += is_digit(text[i]);
            last = is_digit(text[i]) ? i : last;
        }
        bool joined = last + 1 < length && is_letter(text[last + 1]);
        if (!joined && (plus ? digits == 12 || digits == 11 : digits == 10 || digits == 11)) {
            *start = at;
            *phone_length = last + 1 - at;
            return true;
        }
        at = last;
    }
    return false;
}

void id_from_text(struct buffer *out, const char *text, size_t length)
{
    enum { LONGEST = 80 };
    struct buffer folded = {0};
    size_t start = out->length;
    fold_words(&folded, text, length);
    for (size_t i = 0; i < folded.length && out->length - start < LONGEST; i++) {
        char byte = folded.bytes[i];
        if ((byte >= 'a' && byte <= 'z') || is_digit(byte))
            buffer_add_byte(out, byte);
        else if (byte == ' ' && out->length > start && out->bytes[out->length - 1] != '-')
            buffer_add_byte(out, '-');
    }
    while (out->length > start && out->bytes[out->length - 1] == '-')
        buffer_cut(out, out->length - 1);
    buffer_free(&folded);
}

#include "write/lines.h"

#include <string.h>

#include "text/width.h"

/* Prose narrower than this is no prose; a deeper indent gives way. */
#define LEAST_PROSE 20

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool parts_words(char byte)
{
    return byte == ' ' || byte == '\n';
}

/* An address or an id ("https://…", "[service/offer]") that a break at `at` would cut, so that it could not be copied: its start, and *end. `at` when
 * the break cuts none. */
static size_t start_of_address(const char *text, size_t left, size_t at, size_t *end)
{
    *end = at;
    if (at >= left || at == 0 || parts_words(text[at - 1]))
        return at;
    size_t start = at;
    while (start > 0 && !parts_words(text[start - 1]))
        start--;
    *end = start + strcspn(text + start, " \n");
    return memchr(text + start, '/', *end - start) ? start : at;
}

/* The same for a telephone number, which is read out best in one piece: groups of digits with one space between them. */
static size_t start_of_number(const char *text, size_t left, size_t at, size_t *end)
{
    *end = at;
    if (at >= left || at < 2 || text[at - 1] != ' ' || !is_digit(text[at - 2]) || !is_digit(text[at]))
        return at;
    size_t start = at - 1;
    while (start > 0 && (is_digit(text[start - 1]) || (text[start - 1] == ' ' && start > 1 && is_digit(text[start - 2]))))
        start--;
    while (*end < left && (is_digit(text[*end]) || (text[*end] == ' ' && *end + 1 < left && is_digit(text[*end + 1]))))
        ++*end;
    return start;
}

size_t lines_break(const char *text, size_t left, size_t columns, size_t *next)
{
    size_t length = width_line(text, left, columns, next);
    size_t end;
    size_t start = start_of_address(text, left, *next, &end);
    if (start == *next)
        start = start_of_number(text, left, *next, &end);
    if (start == 0 || start == *next || width_columns(text + start, end - start) > columns)
        return length;
    *next = start;
    while (start > 0 && text[start - 1] == ' ')
        start--;
    return start;
}

void lines_wrap(struct buffer *out, const char *text, size_t columns, size_t first, size_t indent)
{
    size_t left = strlen(text);
    size_t deepest = columns > LEAST_PROSE ? columns - LEAST_PROSE : 0;
    size_t space = first < deepest ? first : deepest;
    while (left > 0) {
        size_t next;
        size_t length = lines_break(text, left, columns - space, &next);
        /* An address that is longer than a line is still not cut here: a terminal breaks it and copies it whole. */
        size_t end;
        size_t start = start_of_address(text, left, next, &end);
        if (start == 0 && next > 0) {
            length = end;
            next = end < left ? end + 1 : end;
        } else if (start < next) {
            next = start;
            for (length = start; length > 0 && text[length - 1] == ' ';)
                length--;
        }
        for (size_t i = 0; i < space && length > 0; i++)
            buffer_add_byte(out, ' ');
        buffer_add(out, text, length);
        buffer_add_byte(out, '\n');
        text += next;
        left -= next;
        space = indent < deepest ? indent : deepest;
    }
}

void lines_strong(struct buffer *out, const char *text, bool strong)
{
    buffer_format(out, "%s%s%s", strong ? "\033[1m" : "", text, strong ? "\033[0m" : "");
}

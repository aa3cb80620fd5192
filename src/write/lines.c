#include "write/lines.h"

#include <string.h>

#include "text/width.h"

/* Prose narrower than this is no prose; a deeper indent gives way. */
#define LEAST_PROSE 20

/* Where a line that breaks inside an address or an id ("https://…", "[service/offer]") should break instead: before it, or after it when it is
 * alone, so that it can be copied. Gives the length of the line and *next, or leaves both when the break is a good one. */
static size_t whole_address(const char *text, size_t left, size_t length, size_t *next)
{
    if (*next >= left || *next == 0 || text[*next - 1] == ' ' || text[*next - 1] == '\n')
        return length;
    size_t start = *next;
    while (start > 0 && text[start - 1] != ' ' && text[start - 1] != '\n')
        start--;
    size_t end = start + strcspn(text + start, " \n");
    if (!memchr(text + start, '/', end - start))
        return length;
    if (start == 0) {
        *next = end < left ? end + 1 : end;
        return end;
    }
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
        size_t length = width_line(text, left, columns - space, &next);
        length = whole_address(text, left, length, &next);
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

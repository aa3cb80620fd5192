#include "write/lines.h"

#include <string.h>

#include "text/width.h"

/* Prose narrower than this is no prose; a deeper indent gives way. */
#define LEAST_PROSE 20

void lines_wrap(struct buffer *out, const char *text, size_t columns, size_t first, size_t indent)
{
    size_t left = strlen(text);
    size_t deepest = columns > LEAST_PROSE ? columns - LEAST_PROSE : 0;
    size_t space = first < deepest ? first : deepest;
    while (left > 0) {
        size_t next;
        size_t length = width_line(text, left, columns - space, &next);
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

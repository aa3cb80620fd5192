#include "write/calendar_lines.h"

#include <string.h>

#include "text/utf8.h"

enum { LINE_OCTETS = 75 }; /* RFC 5545, 3.1 */

void calendar_line(struct buffer *out, struct buffer *line)
{
    size_t on_line = 0;
    for (size_t at = 0; at < line->length;) {
        size_t length = utf8_read(line->bytes + at, line->length - at).length;
        if (on_line + length > LINE_OCTETS) {
            buffer_add_text(out, "\r\n ");
            on_line = 1;
        }
        buffer_add(out, line->bytes + at, length);
        on_line += length;
        at += length;
    }
    buffer_add_text(out, "\r\n");
    buffer_clear(line);
}

void calendar_put(struct buffer *out, const char *text)
{
    struct buffer line = {0};
    buffer_add_text(&line, text);
    calendar_line(out, &line);
    buffer_free(&line);
}

void calendar_text(struct buffer *out, const char *property, const char *text)
{
    struct buffer line = {0};
    buffer_format(&line, "%s:", property);
    for (; *text; text++) {
        if (*text == '\n') {
            buffer_add_text(&line, "\\n");
            continue;
        }
        if (strchr("\\;,", *text))
            buffer_add_byte(&line, '\\');
        buffer_add_byte(&line, *text);
    }
    calendar_line(out, &line);
    buffer_free(&line);
}

uint64_t calendar_fingerprint(const char *text)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return hash;
}

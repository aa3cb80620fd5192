/* Text that grows. Growing wipes the place that the text leaves: what a buffer held may be somebody's need. */
#include "text/buffer.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/memory.h"

enum { FIRST_ROOM = 64 };

void buffer_reserve(struct buffer *buffer, size_t more)
{
    if (more > SIZE_MAX - 1 - buffer->length)
        memory_fail();
    size_t needed = buffer->length + more + 1;
    if (needed <= buffer->room)
        return;
    size_t room = buffer->room < FIRST_ROOM ? FIRST_ROOM : buffer->room;
    while (room < needed)
        room = room > SIZE_MAX / 2 ? needed : room * 2;
    char *bytes = memory_resize(NULL, room, 1);
    if (buffer->bytes != NULL) {
        memcpy(bytes, buffer->bytes, buffer->length);
        memory_wipe(buffer->bytes, buffer->room);
        free(buffer->bytes);
    }
    bytes[buffer->length] = '\0';
    buffer->bytes = bytes;
    buffer->room = room;
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    buffer_reserve(buffer, length);
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_add_byte(struct buffer *buffer, char byte)
{
    buffer_add(buffer, &byte, 1);
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    buffer_format_list(buffer, format, list);
    va_end(list);
}

void buffer_format_list(struct buffer *buffer, const char *format, va_list list)
{
    va_list again;
    va_copy(again, list);
    int measured = vsnprintf(NULL, 0, format, list);
    if (measured > 0) {
        size_t length = (size_t)measured;
        buffer_reserve(buffer, length);
        (void)vsnprintf(buffer->bytes + buffer->length, length + 1, format, again);
        buffer->length += length;
    }
    va_end(again);
}

const char *buffer_text(const struct buffer *buffer)
{
    return buffer->bytes == NULL ? "" : buffer->bytes;
}

void buffer_cut(struct buffer *buffer, size_t length)
{
    if (length >= buffer->length)
        return;
    buffer->length = length;
    buffer->bytes[length] = '\0';
}

void buffer_clear(struct buffer *buffer)
{
    buffer_cut(buffer, 0);
}

void buffer_wipe(struct buffer *buffer)
{
    /* All of the room: text that was cut off earlier still stands behind the length. */
    memory_wipe(buffer->bytes, buffer->room);
    buffer->length = 0;
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){0};
}

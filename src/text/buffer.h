/* Text that grows. Always NUL-terminated when read through buffer_text. */
#ifndef TEXT_BUFFER_H
#define TEXT_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

/* Start with {0}. length does not count the NUL. */
struct buffer {
    char *bytes;
    size_t length;
    size_t room;
};

/* Makes room for `more` bytes and the NUL, so that bytes[length] up to bytes[length + more - 1] may be written. */
void buffer_reserve(struct buffer *buffer, size_t more);

/* These append. What is appended must not lie in the buffer itself. */
void buffer_add(struct buffer *buffer, const char *bytes, size_t length);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_byte(struct buffer *buffer, char byte);
void buffer_format(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_format_list(struct buffer *buffer, const char *format, va_list list) __attribute__((format(printf, 2, 0)));

/* The text so far, "" when empty; lent until the next change. */
const char *buffer_text(const struct buffer *buffer);

void buffer_cut(struct buffer *buffer, size_t length); /* shortens to length, if longer */
void buffer_clear(struct buffer *buffer);              /* keeps the memory */
void buffer_wipe(struct buffer *buffer);               /* overwrites, then clears */
void buffer_free(struct buffer *buffer);

#endif

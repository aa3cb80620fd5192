/* How wide text is in columns of a terminal, where to cut it and where to break it. All text here is valid UTF-8. */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

/* Columns of the text by the C library's wcwidth, which ncurses uses too; what it calls unprintable counts 1. */
size_t width_columns(const char *text, size_t length);

/* How many bytes of the text fit into the columns without splitting a grapheme; *used, if not NULL, gets their
 * columns. */
size_t width_fit(const char *text, size_t length, size_t columns, size_t *used);

/* How many bytes make the first line when wrapped at the columns: breaks where Unicode allows one (libunistring), at
 * '\n' always, inside a word only when it alone is wider (then between graphemes, and at least one is taken). *next
 * gets the offset at which the next line starts. The line has no space at its end and may be empty. The text is done
 * when *next == length. */
size_t width_line(const char *text, size_t length, size_t columns, size_t *next);

#endif

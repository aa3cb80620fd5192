/* One line that a person types: text and a cursor that never stands inside a grapheme. No curses. */
#ifndef SCREEN_LINE_EDIT_H
#define SCREEN_LINE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "text/buffer.h"

/* Longer than any need; what does not fit is left out. In bytes. */
enum { LINE_EDIT_MOST = 1000 };

/* Start with {0}. The text is valid UTF-8 and safe to show. */
struct line_edit {
    struct buffer text;
    size_t cursor; /* byte offset, between graphemes */
    size_t shown;  /* byte offset of the first grapheme in view; kept by line_edit_view */
};

/* Replaces the text; the cursor goes to its end. */
void line_edit_set(struct line_edit *edit, const char *text, size_t length);

/* Inserts at the cursor whatever was typed or pasted: line breaks and tabs become one space, what is unsafe becomes U+FFFD, and what
 * would make the line too long is left out. Gives whether nothing had to be. */
bool line_edit_insert(struct line_edit *edit, const char *bytes, size_t length);

/* Each gives whether anything changed. */
bool line_edit_left(struct line_edit *edit);
bool line_edit_right(struct line_edit *edit);
bool line_edit_word_left(struct line_edit *edit);
bool line_edit_word_right(struct line_edit *edit);
bool line_edit_home(struct line_edit *edit);
bool line_edit_end(struct line_edit *edit);
bool line_edit_delete_back(struct line_edit *edit);
bool line_edit_delete_ahead(struct line_edit *edit);
bool line_edit_delete_word(struct line_edit *edit);  /* back to the start of the word */
bool line_edit_delete_start(struct line_edit *edit); /* all before the cursor */
bool line_edit_delete_end(struct line_edit *edit);   /* all behind it */

/* Puts bytes in place of [from, to); the cursor goes behind them. */
void line_edit_replace(struct line_edit *edit, size_t from, size_t to, const char *bytes);

/* What can be seen in that many columns (at least 2): *from and *length of the text, and the column of the cursor among them. */
void line_edit_view(struct line_edit *edit, size_t columns, size_t *from, size_t *length, size_t *cursor_column);

/* Overwrites and frees. */
void line_edit_wipe(struct line_edit *edit);

#endif

/* Putting text on the screen: cut at graphemes, never outside its area, and the cursor parked where the person is. */
#ifndef SCREEN_DRAW_H
#define SCREEN_DRAW_H

#include <stdbool.h>
#include <stddef.h>

#include "screen/layout.h"
#include "screen/theme.h"

/* Begins a drawing: everything not drawn until draw_done is blank. plain: only characters that every console has. */
void draw_start(bool plain);

/* Draws text (valid UTF-8, safe to show, no line breaks) into at most `columns` columns from the cell on; what does not fit is cut at the
 * end of a word, within a long one at a grapheme, and ends with an ellipsis. Gives the columns used. Nothing outside the screen is drawn. */
int draw_text(int row, int column, int columns, const char *text, enum role role);

/* The same for length bytes of text. */
int draw_bytes(int row, int column, int columns, const char *text, size_t length, enum role role);

/* Draws text at the right end of the columns; gives the column where it starts. */
int draw_right(int row, int column, int columns, const char *text, enum role role);

/* Draws text wrapped at the ends of words, in as many rows of the area as it takes and there are. Gives the rows used. */
int draw_wrapped(struct area area, const char *text, enum role role);

/* How many rows of so many columns it takes. */
int draw_wrapped_rows(const char *text, int columns);

/* Makes the area blank. */
void draw_blank(struct area area);

/* Columns of the text as it will be drawn. */
int draw_columns(const char *text);

/* Where the cursor is to be: the last one said before draw_done holds. */
void draw_cursor(int row, int column);

/* Sends what has changed to the terminal; the last thing is the cursor. */
void draw_done(void);

#endif

/* What the files of the sheet's view share. */
#ifndef SCREEN_VIEWS_SHEET_PARTS_H
#define SCREEN_VIEWS_SHEET_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "screen/browser.h"
#include "screen/layout.h"
#include "screen/view.h"

/* How many rows there are now. */
size_t handing_row_count(const struct browser *browser);

/* The row that does it, counted among those that are offered. */
size_t handing_row_of(const struct browser *browser, enum handing_doing doing);

/* Columns of the paper. */
size_t handing_columns(const struct browser *browser);

/* Appends what the row says. */
void handing_row_words(struct buffer *out, const struct browser *browser, size_t row);

/* Does what the marked row says. */
enum happened handing_do(struct browser *browser);

/* Takes what was typed. */
enum happened handing_typed(struct browser *browser);

/* The offers on the sheet: what is kept, in the order in which it was kept, without what has closed; else the one that is selected. Gives how many, in an
 * array of the caller's. */
size_t handing_offers(const struct browser *browser, size_t **offers);

/* Draws the rows and the sheet. */
void handing_draw(struct browser *browser, struct area area, bool has_keys);

/* Says something above the rows until the next thing is done. */
void handing_say(struct browser *browser, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif

/* What one row of the answers says, line by line. */
#ifndef SCREEN_VIEWS_ANSWER_ROWS_H
#define SCREEN_VIEWS_ANSWER_ROWS_H

#include <stddef.h>

#include "screen/browser.h"
#include "screen/theme.h"

enum { ROW_LINES_MOST = 8 };

struct row_text {
    struct row_line {
        const char *text;
        size_t length;
        enum role role;
    } lines[ROW_LINES_MOST];
    int count;
};

/* Fills in the lines of a row: about `most` of them, in so many columns. The texts live until the answers or the drawing end. */
void answer_row(struct browser *browser, struct found found, int most, int columns, struct row_text *row);

/* Says above the rows that nothing fits, and the ways back. Gives the lines used. */
int answers_nothing(struct browser *browser, struct area area);

/* The group of a row: those of one group stand together, under its heading. answer_groups.c */
int answer_group(const struct browser *browser, size_t row);
const char *answer_group_title(const struct browser *browser, int group);

/* At the kiosk, where there is no row at all: what stands there, and what is done with it. nothing_kiosk.c */
void nothing_kiosk_draw(struct browser *browser, struct area area);
enum happened nothing_kiosk_act(struct browser *browser, enum action action);
enum happened nothing_kiosk_choose(struct browser *browser, size_t row);

#endif

/* Large rows to choose from by number, arrow or touch, with a question above them: how the first screen and the questions of the kiosk look. */
#ifndef SCREEN_VIEWS_CHOICES_H
#define SCREEN_VIEWS_CHOICES_H

#include <stdbool.h>
#include <stddef.h>

#include "screen/browser.h"

/* All texts are lent and safe to show. */
struct choices {
    const char *heading;
    const char *note; /* below the heading; NULL */
    enum role note_role;
    size_t count;
    const char *(*label)(const struct browser *browser, size_t row);
    bool (*held)(const struct browser *browser, size_t row); /* whether it was chosen before; NULL: none was */
    size_t marked;                                           /* a row; SIZE_MAX: none */
    int foot;                                                /* lines that are to stay free below the rows */
};

/* Draws them in the middle of the area, with as much air as there is room for, and adds what can be touched. *top is the first row in view, kept so that the
 * marked one is in view too; *shown becomes how many are. Gives the lines that stay free below. */
struct area choices_draw(struct browser *browser, struct area area, const struct choices *choices, size_t *top, size_t *shown);

#endif

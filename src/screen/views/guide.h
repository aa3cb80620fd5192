/* The two halves of the view of the questions: what it does, and how it looks. */
#ifndef SCREEN_VIEWS_GUIDE_H
#define SCREEN_VIEWS_GUIDE_H

#include "screen/browser.h"

void guide_draw(struct browser *browser, struct area area, bool has_keys);

/* Whether the need holds what the choice would write. */
bool guide_holds(const struct browser *browser, const struct guide_choice *choice);

/* The choices again, in another language; what was typed stays. */
void guide_say_again(struct browser *browser);

/* The question as the kiosk asks it. guide_kiosk.c */
void guide_kiosk_draw(struct browser *browser, struct area area);

/* The row that was chosen before, for who comes back to it; SIZE_MAX: none was, and none is marked. */
size_t guide_kiosk_marked(const struct browser *browser);

/* The choices, and the row behind them that passes the question over where there is one. */
size_t guide_row_count(const struct browser *browser);

#endif

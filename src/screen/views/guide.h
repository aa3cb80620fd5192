/* The two halves of the view of the questions: what it does, and how it looks. */
#ifndef SCREEN_VIEWS_GUIDE_H
#define SCREEN_VIEWS_GUIDE_H

#include "screen/browser.h"

void guide_draw(struct browser *browser, struct area area, bool has_keys);

/* Whether the need holds what the choice would write. */
bool guide_holds(const struct browser *browser, const struct guide_choice *choice);

#endif

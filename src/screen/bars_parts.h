/* What the two halves of the lines below the panes share. */
#ifndef SCREEN_BARS_PARTS_H
#define SCREEN_BARS_PARTS_H

#include "screen/browser.h"

/* The words of an action's hint, as it stands here, and whether it is hinted here. */
const char *bars_hint_text(const struct browser *browser, enum action action);
bool bars_is_hinted(const struct browser *browser, enum action action);

/* The hints of the kiosk: the way back first, leaving quickly at the right end. bars_kiosk.c */
void bars_draw_kiosk(struct browser *browser);

#endif

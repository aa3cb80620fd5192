/* What texts that stand in front of the panes share: one paper, on which one of them at a time is written. */
#ifndef SCREEN_VIEWS_PAGES_H
#define SCREEN_VIEWS_PAGES_H

#include "screen/browser.h"

void page_open(struct browser *browser); /* at its top, to be written anew */
void page_draw(struct browser *browser, struct area area, bool has_keys, void (*write_page)(struct browser *));
enum happened page_act(struct browser *browser, enum action action);
enum happened page_click(struct browser *browser, enum hit_kind kind, size_t number);
void page_wheel(struct browser *browser, int lines);
void page_renew(struct browser *browser); /* to be written anew, for another list; the mark stays in its line */

#endif

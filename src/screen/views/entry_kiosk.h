/* The entry of the kiosk: what it says, and what can be done with it. */
#ifndef SCREEN_VIEWS_ENTRY_KIOSK_H
#define SCREEN_VIEWS_ENTRY_KIOSK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screen/browser.h"

/* Writes the entry on its paper, for so many columns. */
void entry_kiosk_write(struct browser *browser, uint32_t offer, size_t columns);

/* Appends the discreet sheet of the offer as the site prints it: HTML, or text of so many columns. */
void entry_kiosk_sheet(const struct browser *browser, uint32_t offer, size_t columns, struct buffer *out);

/* Whether the code or the printing can be had here, and what a digit does; ACTION_NONE. */
bool entry_kiosk_can(const struct browser *browser, enum action action);
enum action entry_kiosk_digit(uint32_t press);

/* Draws what can be done at the bottom of the area. Gives the lines that it takes. */
int entry_kiosk_draw_doings(struct browser *browser, struct area area);

#endif

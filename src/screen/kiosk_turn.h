/* What the kiosk does at each turn of the loop, besides what the views do: it stands before every input, watches whether anyone is there, follows the day,
 * and cleans up behind a visit. */
#ifndef SCREEN_KIOSK_TURN_H
#define SCREEN_KIOSK_TURN_H

#include <stdbool.h>

#include "screen/terminal.h"

struct browser;

/* Takes the input if it is not for the views: what is typed on while somebody leaves, Esc for the third time, what ends a warning or the neutral screen. */
bool kiosk_takes(struct browser *browser, const struct input *input);

/* The action of a key, where keys are no text, or of what is touched; ACTION_NONE. */
enum action kiosk_action_of(const struct browser *browser, const struct input *input);

/* Does what is due by the clock: warns, forgets, begins a new day. Cheap when nothing is. */
void kiosk_look(struct browser *browser);

/* For how many milliseconds at most to wait for input, when others would wait for so many; -1: for ever. */
int kiosk_patience(const struct browser *browser, int others);

/* Draws what stands alone on the screen of any size, if that is to be seen now; gives whether. And what is drawn over the views: the mark for staff. */
bool kiosk_draw_alone(struct browser *browser, int rows, int columns);
void kiosk_draw_over(const struct browser *browser, int columns);

/* Behind a visit that was forgotten: overwrites what libraries, the heap and the stack still hold of it. Cheap when there was none. */
void kiosk_sweep(struct browser *browser);

/* Forgets the visit; what is typed in the next moment is nobody's. */
void kiosk_forget(struct browser *browser);

/* Whether nobody is here and nothing is left of whoever was. */
bool kiosk_rests(const struct browser *browser);

#endif

/* What comes from the terminal as bytes and curses' codes, made keys. Between terminal.c and curses only. */
#ifndef SCREEN_TERMINAL_INPUT_H
#define SCREEN_TERMINAL_INPUT_H

#include <stdbool.h>

#include "screen/terminal.h"

/* Tells curses the keys that it does not know by itself: pastes, Ctrl-Left. Call once curses is up. */
void terminal_input_start(void);

/* Reads what is there, without waiting. False when nothing is. *bytes_came gets whether anything was read at all, be it only half a character. */
bool terminal_input_now(struct input *input, bool *bytes_came);

/* Overwrites and frees what was pasted. */
void terminal_input_end(void);

/* Overwrites all that was typed or pasted, also what curses remembers of it; what has not been read is thrown away. */
void terminal_input_forget(void);

#endif

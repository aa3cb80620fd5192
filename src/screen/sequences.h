/* The sequences of the terminal that curses does not send by itself, from the terminal's description. */
#ifndef SCREEN_SEQUENCES_H
#define SCREEN_SEQUENCES_H

#include <stdbool.h>

/* Reads the description of this kind of terminal, and makes what sequences_restore sends. False, with *why a sentence, when it is not known or cannot
 * move its cursor. Call before curses starts: it would else end the program by itself. */
bool sequences_start(const char **why);

/* Whether the terminal has another page for programs, so that what stood there comes back. */
bool sequences_own_page(void);

/* Pastes marked as such, on or off, where the terminal can. Only while curses is up. */
void sequences_mark_pastes(bool on);

/* Lets all rows scroll again. The cursor goes anywhere. Only while curses is up. */
void sequences_whole_screen(int rows);

/* Clears what the terminal has kept of lines that scrolled away, where it can. Only while curses is up. */
void sequences_forget(void);

/* Undoes everything at once. Only does what a handler of a signal may. */
void sequences_restore(void);

#endif

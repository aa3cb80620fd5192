/* The terminal: taken, read, and given back as it was on every way out. With draw.c and theme.c the only place that knows curses. */
#ifndef SCREEN_TERMINAL_H
#define SCREEN_TERMINAL_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/buffer.h"

enum input_kind {
    INPUT_NONE,
    INPUT_KEY,
    INPUT_MOUSE,
    INPUT_PASTE,   /* text; line breaks in it are no Enter */
    INPUT_SIZE,    /* the screen has another size */
    INPUT_SUSPEND, /* a signal asks to stop for a while */
    INPUT_END,     /* a signal asks to end */
    INPUT_LOST,    /* the terminal has gone away */
    INPUT_OTHER,   /* none: something else that was to be waited for has come */
};

enum mouse_what { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct input {
    enum input_kind kind;
    uint32_t press; /* INPUT_KEY: enum press or a character */
    enum mouse_what what;
    int row;
    int column;
    const struct buffer *paste; /* lent until the next reading; any bytes */
};

/* Takes the terminal. False with *why, a sentence, when that cannot be; then nothing has changed. */
bool terminal_open(bool mouse, const char **why);

/* Gives it back and ends curses. */
void terminal_close(void);

/* Gives it back at once, from a handler of a signal or where memory is out. Nothing happens when no screen is up. */
void terminal_restore_now(void);

/* Waits for input for so many milliseconds (-1: for ever) and gives whether there was any. */
bool terminal_read(struct input *input, int milliseconds);

/* What is to be waited for besides the terminal, until the next call; copied. */
enum { TERMINAL_OTHERS = 4 };
void terminal_wait_for(const struct pollfd *others, size_t count);

void terminal_size(int *rows, int *columns);

/* Whether only characters that every console has may be drawn: the Linux console, or no UTF-8 in LC_ALL, LC_CTYPE or LANG. */
bool terminal_is_plain(void);

void terminal_set_mouse(bool on);
bool terminal_has_mouse(void);

/* Marks everything to be drawn anew: for Ctrl-L, when something else has written on the screen. */
void terminal_repaint(void);

/* Overwrites what curses and this file remember of what was typed and shown, once something else is shown; and clears what scrolled away. What has been typed
 * and not read is thrown away. The screen is to be drawn anew. */
void terminal_forget(void);

/* Gives the terminal to the shell until the job goes on. */
void terminal_suspend(void);

/* Lends the terminal, as it was before the screen, to another program; and takes it back. */
void terminal_lend(void);
void terminal_take_back(void);

#endif

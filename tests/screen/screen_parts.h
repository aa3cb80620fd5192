/* What the parts of the terminal for the tests share. */
#ifndef TESTS_SCREEN_SCREEN_PARTS_H
#define TESTS_SCREEN_SCREEN_PARTS_H

#include "screen.h"

#include <vterm.h>

enum { ROW_BYTES = 8192, ROOMY_ROWS = 520, ROOMY_COLUMNS = 220 };

enum { DEADLINE = 30000, QUIET = 40, STEP = 5 }; /* in milliseconds */

struct screen {
    VTerm *terminal;
    VTermScreen *cells;
    int master;
    int slave; /* kept open: to ask for modes and for what has not been read */
    pid_t process;
    long turns_at_sending;
    bool escape_sent; /* as the last byte, so the program waits for what may follow before it acts */
    bool ended;
    int status;
    int rows;
    int columns;
    VTermPos cursor;
    bool roomy; /* the emulator is larger than any size that the program is told */
    bool cursor_visible;
    bool other_page;
    bool title_set;
    bool mouse;
    char *output;
    size_t output_length;
    size_t output_room;
    char row[ROW_BYTES];
};

/* A clock that only goes ahead, in milliseconds. */
long screen_now(void);

/* How often the program has gone to sleep. */
long screen_turns(const struct screen *screen);

/* Makes the emulator for a screen of its rows and columns. */
void screen_make_terminal(struct screen *screen);

/* Gives bytes that have just been added to the output to the emulator. */
void screen_feed(struct screen *screen, size_t from);

#endif

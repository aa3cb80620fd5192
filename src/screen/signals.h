/* Signals while the screen is up. What ends or stops the program is written down and read by the loop; a crash gives the terminal back at once. */
#ifndef SCREEN_SIGNALS_H
#define SCREEN_SIGNALS_H

#include <stdbool.h>

/* What signals have said since they were last asked, as bits. */
enum signals_said {
    SIGNALS_END = 1,     /* SIGHUP, SIGTERM, SIGINT, SIGQUIT */
    SIGNALS_SUSPEND = 2, /* SIGTSTP */
    SIGNALS_RESUMED = 4, /* SIGCONT */
    SIGNALS_SIZE = 8,    /* SIGWINCH, which curses has seen already */
};

/* Remembers every disposition that curses or we will change. Call before curses starts. */
void signals_remember(void);

/* Takes the signals. Call once curses is up. restore is called from the handler of a crash and may only do what a handler may. False when
 * the system gives no pipe. */
bool signals_open(void (*restore)(void));

/* Gives every signal back its disposition of before. */
void signals_close(void);

/* Readable when a signal has said something. */
int signals_descriptor(void);

/* What they have said; then it is forgotten. */
unsigned signals_ask(void);

/* Whether something was said that has not been asked for; and whether that is to end. */
bool signals_waiting(void);
bool signals_ending(void);

/* Stops the whole job as Ctrl-Z does in a shell; returns when it goes on. */
void signals_stop_here(void);

#endif

/* A real terminal for the tests: the program runs in a pseudo-terminal, and libvterm is what a person would see of it. */
#ifndef TESTS_SCREEN_SCREEN_H
#define TESTS_SCREEN_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

/* What keys send on xterm-256color, as its description says (application mode). */
#define KEY_UP "\033OA"
#define KEY_DOWN "\033OB"
#define KEY_RIGHT "\033OC"
#define KEY_LEFT "\033OD"
#define KEY_HOME "\033OH"
#define KEY_END "\033OF"
#define KEY_PAGE_UP "\033[5~"
#define KEY_PAGE_DOWN "\033[6~"
#define KEY_DELETE "\033[3~"
#define KEY_BACK_TAB "\033[Z"
#define KEY_ENTER "\r"
#define KEY_ESCAPE "\033"
#define KEY_BACKSPACE "\177"
#define KEY_F1 "\033OP"
#define KEY_F2 "\033OQ"
#define KEY_F3 "\033OR"
#define KEY_F4 "\033OS"
#define KEY_F5 "\033[15~"
#define KEY_F6 "\033[17~"
#define KEY_F7 "\033[18~"
#define KEY_F8 "\033[19~"
#define KEY_F9 "\033[20~"
#define KEY_F10 "\033[21~"
#define KEY_F11 "\033[23~"

enum { SCREEN_ARGUMENTS = 12, SCREEN_ENVIRONMENT = 8, SCREENS_TOGETHER = 4 };

struct screen_setting {
    int rows;
    int columns;
    const char *command;                         /* NULL: the browser */
    const char *term;                            /* NULL: xterm-256color */
    const char *arguments[SCREEN_ARGUMENTS];     /* besides --today; NULL-ended */
    const char *environment[SCREEN_ENVIRONMENT]; /* NAME=value, or NAME to take it away; NULL-ended */
    bool real_today;                             /* no --today */
    bool no_input;                               /* standard input is no terminal, and empty */
};

struct screen;

/* Starts the program that SIGNPOST_PROGRAM names. Everything that fails here fails the test. */
struct screen *screen_start(const struct screen_setting *setting);

/* The shipped catalogue on a screen of that size, waited for until it shows its list. */
struct screen *screen_open(int rows, int columns);

/* Ends the program if it still runs, and frees. */
void screen_stop(struct screen *screen);

void screen_send(struct screen *screen, const char *keys);
void screen_send_bytes(struct screen *screen, const char *bytes, size_t length);

/* Sends what the program's terminal has room for, and takes nothing that the program writes. */
void screen_send_or_drop(struct screen *screen, const char *keys);

/* A press of the left button, or a turn of the wheel, at a cell. */
void screen_click(struct screen *screen, int row, int column);
void screen_wheel(struct screen *screen, int row, int column, bool down);

/* Sends keys and waits until the program has dealt with them: it sleeps, has read everything, and writes nothing more. */
void screen_press(struct screen *screen, const char *keys);
void screen_settle(struct screen *screen);

/* Bytes of what was sent that the program has not read yet. */
int screen_unread(const struct screen *screen);

/* Several at once, SCREENS_TOGETHER at most, in the time that one takes. */
void screen_settle_all(struct screen *const *screens, size_t count);

/* Waits until the text stands on the screen, or no longer does; fails with a picture of the screen after thirty seconds. */
void screen_wait_for(struct screen *screen, const char *text);
void screen_wait_gone(struct screen *screen, const char *text);

/* Reads what has come, for up to so many milliseconds; false when the program has closed the terminal. */
bool screen_take(struct screen *screen, int milliseconds);

bool screen_has(struct screen *screen, const char *text);

/* Where the text stands first; false when it does not. */
bool screen_find(struct screen *screen, const char *text, int *row, int *column);

/* The row as text, without spaces at its end. Lent until the next call. */
const char *screen_row(struct screen *screen, int row);

/* The character at a cell, 0 for none; and whether it is reverse or bold, or has a colour that is not the terminal's own. */
unsigned screen_cell(struct screen *screen, int row, int column);
bool screen_is_reverse(struct screen *screen, int row, int column);
bool screen_any_colour(struct screen *screen);

/* How light the upper and the lower half of a cell are to a camera, 0 to 255; letters are too thin to count. */
void screen_light(struct screen *screen, int row, int column, unsigned char *upper, unsigned char *lower);

/* From now on the terminal's own colours are black on white; at first they are light on black. */
void screen_make_light(struct screen *screen);

/* The numbers of the colours of a cell, 0 to 255; -1 for the terminal's own. */
void screen_colours(struct screen *screen, int row, int column, int *foreground, int *background);

void screen_cursor(struct screen *screen, int *row, int *column);
bool screen_cursor_is_visible(const struct screen *screen);
bool screen_is_other_page(const struct screen *screen);
bool screen_mouse(const struct screen *screen);
bool screen_title_was_set(const struct screen *screen);

/* Whether the cursor stands on a ">" in the margin of its part, or in the line of a search or an answer; and the same as something that must be. */
bool screen_is_on_mark(struct screen *screen);
void screen_check_cursor(struct screen *screen);

/* Everything the program has written since the last call of screen_forget. Lent. */
const char *screen_output(const struct screen *screen, size_t *length);
void screen_forget(struct screen *screen);

void screen_resize(struct screen *screen, int rows, int columns);

/* From now on a change of size is told to the program only. libvterm itself breaks when it gets what was written for a larger screen, which cannot be
 * helped where sizes change at any moment. */
void screen_make_roomy(struct screen *screen);

pid_t screen_process(const struct screen *screen);

/* Waits for the program's end, for thirty seconds at most, and gives what waitpid says. */
int screen_wait_end(struct screen *screen);
bool screen_runs(struct screen *screen);

/* Closes the terminal under the program, as a window that is closed. */
void screen_hang_up(struct screen *screen);

struct termios screen_modes(const struct screen *screen);

/* A picture of the screen on standard error. */
void screen_show(struct screen *screen);

/* Writes a catalogue, or a configuration, to a file of its own; its name is lent until the next call. Removed at the end of the test program. */
const char *catalogue_file(const char *text);

#endif

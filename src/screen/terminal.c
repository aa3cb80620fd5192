#include "screen/terminal.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <termios.h>
#include <unistd.h>

#include "screen/sequences.h"
#include "screen/signals.h"
#include "screen/terminal_input.h"
#include "screen/theme.h"
#include "screen/words.h"

/* How long curses waits behind an Esc for the rest of a key. INTERFACE.md, rule 3. */
enum { ESC_MILLISECONDS = 25 };

/* Readable and yet nothing to read, so often in a row: the terminal has gone. HARDENING.md, 2.4. */
enum { EMPTY_READS = 20 };

#define MOUSE_EVENTS                                                                                                                                  \
    (BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON2_PRESSED | BUTTON2_RELEASED | BUTTON3_PRESSED | BUTTON3_RELEASED | BUTTON4_PRESSED |                  \
     BUTTON4_RELEASED | BUTTON5_PRESSED | BUTTON5_RELEASED)

static struct {
    SCREEN *screen;
    struct termios before;
    bool mouse;
    bool plain;
    bool size_told; /* a signal has spoken of the size, and the screen has not been drawn for it yet */
    int empty_reads;
    struct pollfd others[TERMINAL_OTHERS];
    size_t other_count;
} terminal;

static volatile sig_atomic_t screen_is_up;

void terminal_restore_now(void)
{
    if (!screen_is_up)
        return;
    screen_is_up = 0;
    int kept = errno;
    sequences_restore();
    tcsetattr(STDIN_FILENO, TCSANOW, &terminal.before);
    errno = kept;
}

static bool environment_is_utf8(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (!value || !*value)
            continue;
        const char *set = strchr(value, '.');
        return set && (strncasecmp(set + 1, "UTF-8", 5) == 0 || strncasecmp(set + 1, "utf8", 4) == 0);
    }
    return false;
}

static void set_modes(void)
{
    /* Raw: Ctrl-C, Ctrl-Z and Ctrl-S come as keys, so the table of actions says what they do, and in the kiosk they do nothing. */
    raw();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    /* A drawing is never left half done because a key waits; drawings are rare enough. */
    typeahead(-1);
    if (!getenv("ESCDELAY"))
        set_escdelay(ESC_MILLISECONDS);
    /* The cursor stays visible: it is what magnifiers, braille lines and speech follow. */
    curs_set(1);
}

bool terminal_open(bool mouse, const char **why)
{
    if (!sequences_start(why))
        return false;
    tcgetattr(STDIN_FILENO, &terminal.before);
    signals_remember();
    /* The size is the terminal's own. Curses would take what these say for good, and see no change of it. */
    unsetenv("LINES");
    unsetenv("COLUMNS");
    /* On the Linux console curses would load the library of the mouse daemon, even where there is no daemon. */
    if (access("/dev/gpmctl", F_OK) != 0)
        setenv("NCURSES_GPM_TERMS", "none", 1);
    terminal.screen = newterm(NULL, stdout, stdin);
    if (!terminal.screen) {
        signals_close();
        *why = SAY_UNKNOWN_TERM;
        return false;
    }
    if (!signals_open(terminal_restore_now)) {
        endwin();
        delscreen(terminal.screen);
        signals_close();
        *why = SAY_NO_PIPE;
        return false;
    }
    static bool at_exit;
    if (!at_exit)
        at_exit = atexit(terminal_restore_now) == 0;
    screen_is_up = 1;
    terminal.plain = strcmp(getenv("TERM"), "linux") == 0 || !environment_is_utf8();
    terminal.empty_reads = 0;
    set_modes();
    terminal_input_start();
    sequences_mark_pastes(true);
    terminal_set_mouse(mouse);
    return true;
}

void terminal_close(void)
{
    if (!screen_is_up)
        return;
    terminal_set_mouse(false);
    sequences_mark_pastes(false);
    /* Without a page of its own the last screen would stay, with somebody's need on it. */
    if (!sequences_own_page()) {
        theme_end();
        erase();
        refresh();
    }
    endwin();
    screen_is_up = 0;
    delscreen(terminal.screen);
    terminal.screen = NULL;
    terminal_input_end();
    signals_close();
}

void terminal_size(int *rows, int *columns)
{
    getmaxyx(stdscr, *rows, *columns);
}

bool terminal_is_plain(void)
{
    return terminal.plain;
}

void terminal_set_mouse(bool on)
{
    terminal.mouse = on;
    /* No clicks, only presses: these are known at once, and curses does not wait for the second of a double click. The other presses and the releases mean
     * nothing here, but curses, told to leave out what a terminal sends, would wait for what comes after it (wgetch in ncurses 6.4), whatever nodelay says. */
    mousemask(on ? MOUSE_EVENTS : 0, NULL);
    mouseinterval(0);
}

bool terminal_has_mouse(void)
{
    return terminal.mouse;
}

void terminal_repaint(void)
{
    clearok(curscr, TRUE);
}

/* Curses makes its output ready in a room of its own, and writes it between two moves of the cursor (doupdate in ncurses 6.4). Blank cells that change
 * their look from one to the next make more bytes of one row than any text, so nothing that was shown is left behind them. */
static void overwrite_output(void)
{
    erase();
    for (int column = 0; column < COLS; column++)
        mvaddch(0, column, column % 2 ? ' ' | A_BOLD : ' ');
    clearok(curscr, TRUE);
    refresh();
}

void terminal_forget(void)
{
    terminal_input_forget();
    overwrite_output();
    sequences_forget();
    terminal_repaint();
}

static void take_again(void)
{
    reset_prog_mode();
    terminal_repaint();
    sequences_mark_pastes(true);
    terminal_set_mouse(terminal.mouse);
}

static void give_away(void)
{
    bool mouse = terminal.mouse;
    terminal_set_mouse(false);
    terminal.mouse = mouse;
    sequences_mark_pastes(false);
    endwin();
}

void terminal_suspend(void)
{
    give_away();
    signals_stop_here();
    take_again();
}

void terminal_lend(void)
{
    give_away();
    /* Whatever ends this program now must not reach into what is no longer ours. */
    screen_is_up = 0;
}

void terminal_take_back(void)
{
    screen_is_up = 1;
    /* Typed at the other program, if at all. */
    flushinp();
    take_again();
    terminal.size_told = true;
}

void terminal_wait_for(const struct pollfd *others, size_t count)
{
    terminal.other_count = count < TERMINAL_OTHERS ? count : TERMINAL_OTHERS;
    if (terminal.other_count > 0)
        memcpy(terminal.others, others, terminal.other_count * sizeof *others);
}

/* What signals have to say, as input. False: nothing that the caller need know. */
static bool read_signals(struct input *input)
{
    unsigned heard = signals_ask();
    if (heard & SIGNALS_RESUMED)
        take_again();
    terminal.size_told = terminal.size_told || (heard & SIGNALS_SIZE);
    if (heard & SIGNALS_END)
        input->kind = INPUT_END;
    else if (heard & SIGNALS_SUSPEND)
        input->kind = INPUT_SUSPEND;
    else if (heard & SIGNALS_RESUMED)
        input->kind = INPUT_SIZE;
    return input->kind != INPUT_NONE;
}

/* The screen has another size, or had one for a moment and has lost what stood there: everything is drawn anew. What was under way to the terminal
 * may have left it with the scrolling region of the size before. */
static void take_size(struct input *input)
{
    terminal.size_told = false;
    sequences_whole_screen(LINES);
    terminal_repaint();
    input->kind = INPUT_SIZE;
}

/* One look at what is there. Gives whether there is input, or the terminal is lost. */
static bool look(struct input *input)
{
    *input = (struct input){.kind = INPUT_NONE};
    if (signals_waiting() && read_signals(input))
        return true;
    bool bytes_came = false;
    bool found = terminal_input_now(input, &bytes_came);
    if (bytes_came)
        terminal.empty_reads = 0;
    if (input->kind == INPUT_SIZE || (!found && terminal.size_told)) {
        take_size(input);
        return true;
    }
    return found;
}

static bool any_has_come(const struct pollfd *others, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (others[i].revents)
            return true;
    return false;
}

bool terminal_read(struct input *input, int milliseconds)
{
    for (;;) {
        if (look(input))
            return true;
        struct pollfd wait[2 + TERMINAL_OTHERS] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = signals_descriptor(), .events = POLLIN}};
        memcpy(wait + 2, terminal.others, sizeof terminal.others);
        int ready = poll(wait, 2 + (nfds_t)terminal.other_count, milliseconds);
        if (ready < 0 && errno != EINTR) {
            input->kind = INPUT_LOST;
            return true;
        }
        if (ready == 0)
            return false;
        if (ready < 0 || wait[1].revents)
            continue;
        bool gone = (wait[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
        if (gone || (wait[0].revents && ++terminal.empty_reads > EMPTY_READS)) {
            input->kind = INPUT_LOST;
            return true;
        }
        if (!wait[0].revents && any_has_come(wait + 2, terminal.other_count)) {
            input->kind = INPUT_OTHER;
            return true;
        }
    }
}

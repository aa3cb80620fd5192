#include "screen/terminal_input.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "screen/keys.h"
#include "screen/signals.h"
#include "text/memory.h"
#include "text/utf8.h"

/* Codes of our own for curses, above those that it gives to the keys of a terminal's description. */
enum { CODE_PASTE_STARTS = KEY_MAX + 0x1000, CODE_PASTE_ENDS, CODE_WORD_LEFT, CODE_WORD_RIGHT };

/* More of a paste than this is left out: no need is so long. In bytes. */
enum { PASTE_MOST = 16 * 1024 };

/* A paste whose end does not come ends after this silence. */
enum { PASTE_SILENCE = 500 };

/* The longest answer of a terminal, or key that curses does not know, that is thrown away as one. In bytes. */
enum { SEQUENCE_MOST = 4096 };

/* More than the ring of curses has room for. */
enum { RING_MOST = 1024 };

static struct {
    char bytes[4]; /* of a character that has not come whole yet */
    size_t count;
    struct buffer paste;
} coming;

void terminal_input_start(void)
{
    define_key("\033[200~", CODE_PASTE_STARTS);
    define_key("\033[201~", CODE_PASTE_ENDS);
    define_key("\033[1;5D", CODE_WORD_LEFT);
    define_key("\033[1;5C", CODE_WORD_RIGHT);
    coming.count = 0;
}

void terminal_input_end(void)
{
    buffer_wipe(&coming.paste);
    buffer_free(&coming.paste);
}

void terminal_input_forget(void)
{
    buffer_wipe(&coming.paste);
    buffer_free(&coming.paste);
    memory_wipe(&coming, sizeof coming);
    /* Curses has a ring of what was typed last; when it is full it takes no more. */
    for (int i = 0; i < RING_MOST && ungetch(' ') == OK; i++)
        continue;
    flushinp();
}

static uint32_t special(int code)
{
    switch (code) {
    case KEY_UP: return PRESS_UP;
    case KEY_DOWN: return PRESS_DOWN;
    case KEY_LEFT: return PRESS_LEFT;
    case KEY_RIGHT: return PRESS_RIGHT;
    case KEY_PPAGE: return PRESS_PAGE_UP;
    case KEY_NPAGE: return PRESS_PAGE_DOWN;
    case KEY_HOME:
    case KEY_A1: return PRESS_HOME;
    case KEY_END:
    case KEY_C1: return PRESS_END;
    case KEY_BTAB: return PRESS_BACK_TAB;
    case KEY_ENTER: return PRESS_ENTER;
    case KEY_BACKSPACE: return PRESS_BACKSPACE;
    case KEY_DC: return PRESS_DELETE;
    case CODE_WORD_LEFT: return PRESS_WORD_LEFT;
    case CODE_WORD_RIGHT: return PRESS_WORD_RIGHT;
    default: return code >= KEY_F(1) && code <= KEY_F(12) ? PRESS_F((uint32_t)(code - KEY_F0)) : PRESS_NONE;
    }
}

/* Throws away the rest of a sequence that curses did not know, so that its letters are taken for no keys. Gives whether it was one. */
static bool skip_sequence(int first)
{
    if (first == 'O') {
        getch();
        return true;
    }
    bool text = first == ']' || first == 'P' || first == '_' || first == '^' || first == 'X';
    if (first != '[' && !text)
        return false;
    int before = 0;
    for (int i = 0; i < SEQUENCE_MOST; i++) {
        int byte = getch();
        if (byte == ERR || (!text && byte >= 0x40 && byte < 0x7F) || (text && (byte == '\a' || (before == '\033' && byte == '\\'))))
            break;
        before = byte;
    }
    return true;
}

static bool read_escape(struct input *input)
{
    int next = getch();
    if (next != ERR) {
        if (next < 0x80 && skip_sequence(next))
            return false;
        ungetch(next);
    }
    input->kind = INPUT_KEY;
    input->press = PRESS_ESCAPE;
    return true;
}

static bool read_mouse(struct input *input)
{
    MEVENT event;
    bool found = false;
    /* What came at once is one key for curses, the last of it first. */
    while (getmouse(&event) == OK) {
        if (!(event.bstate & (BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED)))
            continue;
        found = true;
        input->kind = INPUT_MOUSE;
        input->row = event.y;
        input->column = event.x;
        input->what = event.bstate & BUTTON4_PRESSED ? MOUSE_WHEEL_UP : event.bstate & BUTTON5_PRESSED ? MOUSE_WHEEL_DOWN : MOUSE_CLICK;
    }
    return found;
}

/* Everything up to the end of the paste. Only characters count: a key in it is no key. */
static bool read_paste(struct input *input)
{
    buffer_clear(&coming.paste);
    while (!signals_ending()) {
        int code = getch();
        if (code == CODE_PASTE_ENDS)
            break;
        if (code == ERR) {
            struct pollfd wait = {.fd = STDIN_FILENO, .events = POLLIN};
            int ready = poll(&wait, 1, PASTE_SILENCE);
            if (ready < 0 && errno == EINTR)
                continue;
            if (ready <= 0 || (wait.revents & ~POLLIN))
                break;
            code = getch();
            if (code == ERR || code == CODE_PASTE_ENDS)
                break;
        }
        if (code >= 0 && code < 0x100 && coming.paste.length < PASTE_MOST)
            buffer_add_byte(&coming.paste, (char)code);
    }
    input->kind = INPUT_PASTE;
    input->paste = &coming.paste;
    return true;
}

static bool give_key(struct input *input, uint32_t press)
{
    input->kind = INPUT_KEY;
    input->press = press;
    return press != PRESS_NONE;
}

static bool read_ascii(struct input *input, int byte)
{
    switch (byte) {
    case '\r':
    case '\n': return give_key(input, PRESS_ENTER);
    case '\t': return give_key(input, PRESS_TAB);
    case '\b':
    case 0x7F: return give_key(input, PRESS_BACKSPACE);
    default: return give_key(input, (uint32_t)byte);
    }
}

static size_t bytes_wanted(unsigned char first)
{
    return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
}

/* One byte of a character of several; they may come one by one. Bytes that make no character are dropped. */
static bool read_part(struct input *input, int byte)
{
    if ((byte & 0xC0) != 0x80)
        coming.count = 0;
    coming.bytes[coming.count++] = (char)byte;
    if (coming.count < bytes_wanted((unsigned char)coming.bytes[0]))
        return false;
    struct utf8_character character = utf8_read(coming.bytes, coming.count);
    bool whole = !character.broken && character.length == coming.count;
    coming.count = 0;
    return whole && give_key(input, character.code);
}

static bool read_character(struct input *input, int byte)
{
    if (byte >= 0x80)
        return read_part(input, byte);
    coming.count = 0;
    return byte == '\033' ? read_escape(input) : read_ascii(input, byte);
}

bool terminal_input_now(struct input *input, bool *bytes_came)
{
    for (;;) {
        int code = getch();
        if (code == ERR)
            return false;
        *bytes_came = true;
        bool found;
        if (code == KEY_RESIZE) {
            input->kind = INPUT_SIZE;
            return true;
        }
        if (code == KEY_MOUSE)
            found = read_mouse(input);
        else if (code == CODE_PASTE_STARTS)
            found = read_paste(input);
        else if (code >= KEY_MIN)
            found = give_key(input, special(code));
        else
            found = read_character(input, code);
        if (found)
            return true;
        input->kind = INPUT_NONE;
        if (signals_waiting())
            return false;
    }
}

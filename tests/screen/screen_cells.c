/* What a person would see: the emulator, its cells, cursor and modes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screen_parts.h"

static int on_cursor(VTermPos position, VTermPos before, int visible, void *user)
{
    (void)before;
    (void)visible;
    ((struct screen *)user)->cursor = position;
    return 1;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct screen *screen = user;
    switch (property) {
    case VTERM_PROP_CURSORVISIBLE: screen->cursor_visible = value->boolean; break;
    case VTERM_PROP_ALTSCREEN: screen->other_page = value->boolean; break;
    case VTERM_PROP_TITLE:
    case VTERM_PROP_ICONNAME: screen->title_set = true; break;
    default: break;
    }
    return 1;
}

static const VTermScreenCallbacks callbacks = {.movecursor = on_cursor, .settermprop = on_property};

/* What the terminal answers to the program's questions. */
static void on_answer(const char *bytes, size_t length, void *user)
{
    screen_send_bytes(user, bytes, length);
}

void screen_make_terminal(struct screen *screen)
{
    screen->terminal = vterm_new(screen->rows, screen->columns);
    vterm_set_utf8(screen->terminal, 1);
    vterm_output_set_callback(screen->terminal, on_answer, screen);
    screen->cells = vterm_obtain_screen(screen->terminal);
    vterm_screen_enable_altscreen(screen->cells, 1);
    vterm_screen_set_callbacks(screen->cells, &callbacks, screen);
    vterm_screen_reset(screen->cells, 1);
}

/* Notes whether the mouse was asked for last, from the output's byte `from` on. libvterm reads only the first number of a mode sequence. */
static void note_mouse(struct screen *screen, size_t from)
{
    enum { SEQUENCE = 5 };
    for (size_t at = from > SEQUENCE ? from - SEQUENCE : 0; at + SEQUENCE <= screen->output_length; at++) {
        if (memcmp(screen->output + at, "1000h", SEQUENCE) == 0)
            screen->mouse = true;
        else if (memcmp(screen->output + at, "1000l", SEQUENCE) == 0)
            screen->mouse = false;
    }
}

void screen_feed(struct screen *screen, size_t from)
{
    note_mouse(screen, from);
    vterm_input_write(screen->terminal, screen->output + from, screen->output_length - from);
}

static size_t put_code(char *out, uint32_t code)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length; i-- > 1; code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)((0xF00 >> length & 0xFF) | code);
    return length;
}

static bool read_cell(struct screen *screen, int row, int column, VTermScreenCell *cell)
{
    return vterm_screen_get_cell(screen->cells, (VTermPos){.row = row, .col = column}, cell) != 0;
}

/* The row as text; columns, if not NULL, gets the column of every byte. */
static size_t row_text(struct screen *screen, int row, int *columns)
{
    size_t length = 0;
    for (int column = 0; column < screen->columns && length + 32 < ROW_BYTES; column++) {
        VTermScreenCell cell;
        if (!read_cell(screen, row, column, &cell))
            break;
        if (cell.chars[0] == UINT32_MAX)
            continue; /* the right half of a wide character */
        size_t start = length;
        if (cell.chars[0] == 0)
            screen->row[length++] = ' ';
        for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
            length += put_code(screen->row + length, cell.chars[i]);
        for (size_t at = start; columns && at < length; at++)
            columns[at] = column;
    }
    while (length > 0 && screen->row[length - 1] == ' ')
        length--;
    screen->row[length] = '\0';
    return length;
}

const char *screen_row(struct screen *screen, int row)
{
    row_text(screen, row, NULL);
    return screen->row;
}

bool screen_find(struct screen *screen, const char *text, int *row, int *column)
{
    static int columns[ROW_BYTES];
    for (int at = 0; at < screen->rows; at++) {
        row_text(screen, at, columns);
        const char *found = strstr(screen->row, text);
        if (!found)
            continue;
        *row = at;
        *column = columns[found - screen->row];
        return true;
    }
    return false;
}

bool screen_has(struct screen *screen, const char *text)
{
    int row;
    int column;
    return screen_find(screen, text, &row, &column);
}

unsigned screen_cell(struct screen *screen, int row, int column)
{
    VTermScreenCell cell;
    return read_cell(screen, row, column, &cell) ? cell.chars[0] : 0;
}

bool screen_is_reverse(struct screen *screen, int row, int column)
{
    VTermScreenCell cell;
    return read_cell(screen, row, column, &cell) && cell.attrs.reverse;
}

bool screen_any_colour(struct screen *screen)
{
    for (int row = 0; row < screen->rows; row++)
        for (int column = 0; column < screen->columns; column++) {
            VTermScreenCell cell;
            if (read_cell(screen, row, column, &cell) && (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)))
                return true;
        }
    return false;
}

/* By the weights that the eye gives to the three colours (ITU-R BT.601). */
static unsigned char lightness(const struct screen *screen, VTermColor colour)
{
    vterm_screen_convert_color_to_rgb(screen->cells, &colour);
    return (unsigned char)((299u * colour.rgb.red + 587u * colour.rgb.green + 114u * colour.rgb.blue) / 1000u);
}

void screen_light(struct screen *screen, int row, int column, unsigned char *upper, unsigned char *lower)
{
    VTermScreenCell cell;
    *upper = *lower = 0;
    if (!read_cell(screen, row, column, &cell))
        return;
    unsigned char ink = lightness(screen, cell.attrs.reverse ? cell.bg : cell.fg);
    unsigned char paper = lightness(screen, cell.attrs.reverse ? cell.fg : cell.bg);
    uint32_t code = cell.chars[0];
    *upper = code == 0x2580 || code == 0x2588 ? ink : paper;
    *lower = code == 0x2584 || code == 0x2588 ? ink : paper;
}

void screen_make_light(struct screen *screen)
{
    VTermColor black;
    VTermColor white;
    vterm_color_rgb(&black, 0, 0, 0);
    vterm_color_rgb(&white, 255, 255, 255);
    vterm_state_set_default_colors(vterm_obtain_state(screen->terminal), &black, &white);
}

static int number_of(VTermColor colour, bool own)
{
    return own ? -1 : VTERM_COLOR_IS_INDEXED(&colour) ? colour.indexed.idx : 256;
}

void screen_colours(struct screen *screen, int row, int column, int *foreground, int *background)
{
    VTermScreenCell cell = {0};
    read_cell(screen, row, column, &cell);
    *foreground = number_of(cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
    *background = number_of(cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
}

void screen_cursor(struct screen *screen, int *row, int *column)
{
    *row = screen->cursor.row;
    *column = screen->cursor.col;
}

bool screen_cursor_is_visible(const struct screen *screen)
{
    return screen->cursor_visible;
}

bool screen_is_other_page(const struct screen *screen)
{
    return screen->other_page;
}

bool screen_mouse(const struct screen *screen)
{
    return screen->mouse;
}

bool screen_title_was_set(const struct screen *screen)
{
    return screen->title_set;
}

/* Whether the cursor stands behind the label of a line that is typed in, in any language of the program. */
static bool is_behind(struct screen *screen, int row, int column, const char *const labels[3])
{
    for (int i = 0; i < 3; i++) {
        const char *label = strstr(screen_row(screen, row), labels[i]);
        /* The label and what stands before it are ASCII. */
        if (label && column > (int)(label - screen_row(screen, row)) + (int)strlen(labels[i]))
            return true;
    }
    return false;
}

bool screen_is_on_mark(struct screen *screen)
{
    static const char *const search[3] = {" Search:", " Chwilio:", " Lorg:"};
    static const char *const answer[3] = {"Answer:", "Ateb:", "Freagairt:"};
    int row;
    int column;
    screen_cursor(screen, &row, &column);
    return screen_cell(screen, row, column) == '>' || is_behind(screen, row, column, search) || is_behind(screen, row, column, answer);
}

void screen_check_cursor(struct screen *screen)
{
    if (screen_is_on_mark(screen))
        return;
    screen_show(screen);
    fail_msg("the cursor is not on what is selected");
}

void screen_show(struct screen *screen)
{
    fprintf(stderr, "# screen of %d rows and %d columns, cursor at %d, %d\n", screen->rows, screen->columns, screen->cursor.row, screen->cursor.col);
    for (int row = 0; row < screen->rows; row++)
        fprintf(stderr, "# |%s\n", screen_row(screen, row));
}

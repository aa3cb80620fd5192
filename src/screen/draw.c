#include "screen/draw.h"

#include <curses.h>
#include <string.h>

#include "screen/plain.h"
#include "text/buffer.h"
#include "text/width.h"

/* A word that would leave more of the columns empty is cut rather than left out: one in so many of them. */
enum { WORD_SHARE = 4 };

static struct {
    bool plain;
    int row;
    int column;
    struct buffer text; /* the text in hand, as plain as the terminal needs it */
} drawing;

void draw_start(bool plain)
{
    drawing.plain = plain;
    drawing.row = 0;
    drawing.column = 0;
    theme_use(ROLE_TEXT);
    erase();
}

static void take(const char *text, size_t length)
{
    buffer_clear(&drawing.text);
    if (drawing.plain)
        plain_text(&drawing.text, text, length);
    else
        parted_text(&drawing.text, text, length);
}

static int columns_of(const char *text, size_t length)
{
    size_t columns = width_columns(text, length);
    return columns > 10000 ? 10000 : (int)columns;
}

/* Puts bytes that fit. A control character would move the cursor (HARDENING.md, 2.4), so it is never handed on, whatever the caller says. */
static void put(int row, int column, const char *text, size_t length, enum role role)
{
    if (row < 0 || row >= LINES || column < 0 || column >= COLS)
        return;
    theme_use(role);
    move(row, column);
    for (size_t from = 0; from < length;) {
        size_t to = from;
        while (to < length && (unsigned char)text[to] >= 0x20 && text[to] != 0x7F)
            to++;
        if (to > from)
            addnstr(text + from, (int)(to - from));
        if (to < length)
            addch('?');
        from = to + (to < length);
    }
    theme_use(ROLE_TEXT);
}

/* Where to cut a text of which so many bytes fit: at the end of a word where one ends within `most` bytes, without what only joins words. */
static size_t cut_at_word(const char *bytes, size_t fits, size_t most)
{
    size_t word = fits;
    while (word > 0 && fits - word < most && bytes[word] != ' ')
        word--;
    size_t end = word > 0 && bytes[word] == ' ' ? word : fits;
    while (end > 0 && strchr(" ,;:-|", bytes[end - 1]))
        end--;
    if (end > 3 && memcmp(bytes + end - 3, " \u00b7", 3) == 0)
        end -= 3;
    return end > 0 ? end : fits;
}

int draw_bytes(int row, int column, int columns, const char *text, size_t length, enum role role)
{
    if (columns > COLS - column)
        columns = COLS - column;
    if (columns <= 0 || length == 0)
        return 0;
    take(text, length);
    const char *bytes = buffer_text(&drawing.text);
    int whole = columns_of(bytes, drawing.text.length);
    if (whole <= columns) {
        put(row, column, bytes, drawing.text.length, role);
        return whole;
    }
    const char *dots = drawing.plain ? "..." : "…";
    int dot_columns = drawing.plain ? 3 : 1;
    if (dot_columns > columns) {
        dots = ".";
        dot_columns = 1;
    }
    size_t fits = cut_at_word(bytes, width_fit(bytes, drawing.text.length, (size_t)(columns - dot_columns), NULL), (size_t)(columns / WORD_SHARE));
    int used = columns_of(bytes, fits);
    put(row, column, bytes, fits, role);
    put(row, column + used, dots, strlen(dots), role);
    return used + dot_columns;
}

int draw_text(int row, int column, int columns, const char *text, enum role role)
{
    return draw_bytes(row, column, columns, text, strlen(text), role);
}

int draw_columns(const char *text)
{
    take(text, strlen(text));
    return columns_of(buffer_text(&drawing.text), drawing.text.length);
}

int draw_right(int row, int column, int columns, const char *text, enum role role)
{
    int wide = draw_columns(text);
    int start = column + (wide < columns ? columns - wide : 0);
    draw_text(row, start, columns, text, role);
    return start;
}

int draw_wrapped(struct area area, const char *text, enum role role)
{
    int rows = 0;
    for (size_t left = strlen(text), next; left > 0 && area.columns > 0 && rows < area.rows; text += next, left -= next, rows++) {
        size_t length = width_line(text, left, (size_t)area.columns, &next);
        draw_bytes(area.row + rows, area.column, area.columns, text, length, role);
    }
    return rows;
}

int draw_wrapped_rows(const char *text, int columns)
{
    int rows = 0;
    for (size_t left = strlen(text), next; left > 0 && columns > 0; text += next, left -= next, rows++)
        width_line(text, left, (size_t)columns, &next);
    return rows;
}

void draw_blank(struct area area)
{
    theme_use(ROLE_TEXT);
    for (int row = area.row; row < area.row + area.rows; row++)
        if (row >= 0 && row < LINES && area.column < COLS)
            mvhline(row, area.column, ' ', area.columns);
}

void draw_cursor(int row, int column)
{
    drawing.row = row;
    drawing.column = column;
}

void draw_done(void)
{
    int row = drawing.row < LINES ? drawing.row : LINES - 1;
    int column = drawing.column < COLS ? drawing.column : COLS - 1;
    move(row < 0 ? 0 : row, column < 0 ? 0 : column);
    wnoutrefresh(stdscr);
    doupdate();
    buffer_wipe(&drawing.text);
    /* Freed each time: the drawing owns nothing between two of them, and nobody has to end it. */
    buffer_free(&drawing.text);
}

#include "screen/views/choices.h"

#include <stdint.h>
#include <stdio.h>

#include "screen/draw.h"
#include "screen/words.h"

/* Columns of a row before its label: the mark, and the number. */
enum { MARK_COLUMNS = 2, NUMBER_COLUMNS = 4, START = MARK_COLUMNS + NUMBER_COLUMNS, HELD_COLUMNS = 4 };

/* Long lines are hard to read; on a wide screen the question stands in the middle. */
enum { BLOCK_COLUMNS = 70, NARROW_COLUMNS = 50 };

/* Only so many rows have a digit. */
enum { DIGITS = 9 };

static void take(struct area *area, int lines)
{
    area->row += lines;
    area->rows -= lines;
}

static bool is_held(const struct browser *browser, const struct choices *choices, size_t row)
{
    return choices->held && choices->held(browser, row);
}

static int row_lines(const struct browser *browser, const struct choices *choices, size_t row, int columns)
{
    int room = columns - START - (is_held(browser, choices, row) ? HELD_COLUMNS : 0);
    return draw_wrapped_rows(choices->label(browser, row), room);
}

/* Lines of the rows before `to`, each with the air below it. */
static int rows_lines(const struct browser *browser, const struct choices *choices, size_t from, size_t to, int columns, int air)
{
    int lines = 0;
    for (size_t row = from; row < to; row++)
        lines += row_lines(browser, choices, row, columns) + air;
    return lines;
}

/* Where not all rows have room, the last line says so, and is there to be touched. */
static void draw_more(struct browser *browser, struct area area, const struct choices *choices, size_t top, size_t shown)
{
    const enum action ways[] = {ACTION_PAGE_DOWN, ACTION_PAGE_UP};
    const char *const words[] = {SAY_KIOSK_MORE_BELOW, SAY_KIOSK_MORE_ABOVE};
    const bool there[] = {top + shown < choices->count, top > 0};
    int column = area.column + MARK_COLUMNS;
    for (int i = 0; i < 2; i++) {
        struct buffer line = {0};
        if (!there[i])
            continue;
        buffer_format(&line, words[i], browser_key_name(browser, ways[i]));
        int columns = draw_text(area.row, column, area.column + area.columns - column, buffer_text(&line), ROLE_NOTE);
        hits_add(&browser->hits, (struct area){area.row, column, 1, columns}, HIT_ACTION, ways[i]);
        column += columns + MARK_COLUMNS;
        buffer_free(&line);
    }
}

/* A touch anywhere from one edge of the area to the other chooses the row, and so does one on the air below it. */
static void draw_row(struct browser *browser, struct area *area, struct area touched, const struct choices *choices, size_t row, int air)
{
    bool held = is_held(browser, choices, row);
    bool marked = row == choices->marked;
    int room = area->columns - START - (held ? HELD_COLUMNS : 0);
    struct area label = {area->row, area->column + START, area->rows, room};
    char number[24] = "";
    if (row < DIGITS)
        snprintf(number, sizeof number, "%zu", row + 1);
    draw_text(area->row, area->column + MARK_COLUMNS, NUMBER_COLUMNS, number, ROLE_KEY);
    int lines = draw_wrapped(label, choices->label(browser, row), marked ? ROLE_SELECTED : held ? ROLE_CHOSEN : ROLE_TEXT);
    if (held)
        draw_right(area->row, label.column + room, HELD_COLUMNS, "[x]", ROLE_CHOSEN);
    hits_add(&browser->hits, (struct area){area->row, touched.column, lines + air, touched.columns}, HIT_CHOICE, row);
    if (marked) {
        draw_text(area->row, area->column, 1, ">", ROLE_TEXT);
        draw_cursor(area->row, area->column);
    }
    take(area, lines + air);
}

/* Keeps the marked row in view, and as many others as there is room for. Gives whether all rows are. */
static bool settle(const struct browser *browser, struct area area, const struct choices *choices, size_t *top, size_t *shown)
{
    bool all = rows_lines(browser, choices, 0, choices->count, area.columns, 0) <= area.rows;
    int rows = area.rows - (all ? 0 : 1);
    size_t marked = choices->marked == SIZE_MAX ? *top : choices->marked;
    if (all || *top > marked || *top >= choices->count)
        *top = all ? 0 : marked;
    while (*top < marked && rows_lines(browser, choices, *top, marked + 1, area.columns, 0) > rows)
        ++*top;
    while (*top > 0 && rows_lines(browser, choices, *top - 1, choices->count, area.columns, 0) <= rows)
        --*top;
    *shown = 0;
    while (*top + *shown < choices->count && rows_lines(browser, choices, *top, *top + *shown + 1, area.columns, 0) <= rows)
        ++*shown;
    return all;
}

struct area choices_draw(struct browser *browser, struct area area, const struct choices *choices, size_t *top, size_t *shown)
{
    struct area touched = area;
    if (area.columns > BLOCK_COLUMNS)
        area = (struct area){area.row, area.column + (area.columns - BLOCK_COLUMNS) / 2, area.rows, BLOCK_COLUMNS};
    bool narrow = area.columns < NARROW_COLUMNS;
    int head = draw_wrapped_rows(choices->heading, area.columns) + (choices->note ? draw_wrapped_rows(choices->note, area.columns) : 0);
    int bare = head + choices->foot + rows_lines(browser, choices, 0, choices->count, area.columns, 0);
    int gap = area.rows > bare ? area.rows > bare + 1 && !narrow ? 2 : 1 : 0;
    int spare = area.rows - bare - gap;
    int air = choices->count > 0 && spare >= (int)choices->count ? spare >= 3 * (int)choices->count ? 2 : 1 : 0;
    spare -= air * (int)choices->count;
    if (spare > 0)
        take(&area, spare / 3);
    draw_cursor(area.row, area.column); /* until a row is marked the question is what is read */
    take(&area, draw_wrapped(area, choices->heading, ROLE_HEADING));
    if (choices->note)
        take(&area, draw_wrapped(area, choices->note, choices->note_role));
    take(&area, gap);
    area.rows -= choices->foot;
    bool all = settle(browser, area, choices, top, shown);
    struct area last = {area.row + area.rows - 1, area.column, 1, area.columns};
    for (size_t row = *top; row < *top + *shown; row++)
        draw_row(browser, &area, touched, choices, row, air);
    if (!all)
        draw_more(browser, last, choices, *top, *shown);
    return (struct area){all ? area.row : last.row + 1, area.column, choices->foot, area.columns};
}

/* Nobody has touched the screen of the kiosk for a while: what was looked at is covered, and what is left of the time counts down. */
#include <stdio.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/words.h"
#include "text/width.h"

enum { DIGIT_ROWS = 5, DIGIT_COLUMNS = 6, WIDEST = 60 };

/* Blank cells, which are not read aloud: the sentence says the number too. A digit is three blocks by five, a bit each from the top left, and a block two cells wide. */
static const unsigned shapes[10] = {075557, 026227, 071747, 071717, 055711, 074717, 074757, 071222, 075757, 075717};

static void draw_digit(int row, int column, unsigned shape)
{
    for (int bit = 0; bit < 15; bit++)
        if (shape & (1u << (14 - bit)))
            draw_text(row + bit / 3, column + bit % 3 * 2, 2, "  ", ROLE_SELECTED);
}

/* The number, large where there is room. Gives the rows it took. */
static int draw_number(struct area area, int number)
{
    char digits[12];
    int count = snprintf(digits, sizeof digits, "%d", number);
    int columns = count * (DIGIT_COLUMNS + 2) - 2;
    if (area.rows < DIGIT_ROWS || area.columns < columns) {
        draw_text(area.row, area.column + (area.columns - count) / 2, count, digits, ROLE_HEADING);
        return 1;
    }
    for (int i = 0; i < count; i++)
        draw_digit(area.row, area.column + (area.columns - columns) / 2 + i * (DIGIT_COLUMNS + 2), shapes[digits[i] - '0']);
    return DIGIT_ROWS;
}

static int draw_lines(struct area area, const char *text)
{
    int row = 0;
    size_t room = (size_t)(area.columns < WIDEST ? area.columns : WIDEST);
    for (size_t left = strlen(text), next; left > 0 && row < area.rows; text += next, left -= next, row++) {
        size_t length = width_line(text, left, room, &next);
        int columns = (int)width_columns(text, length);
        draw_bytes(area.row + row, area.column + (area.columns - columns) / 2, columns, text, length, ROLE_TEXT);
    }
    return row;
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    (void)has_keys;
    struct buffer words = {0};
    buffer_format(&words, SAY_KIOSK_THERE(browser->kiosk.seconds), browser->kiosk.seconds);
    int start = area.row + (area.rows - DIGIT_ROWS - 4) / 2;
    int end = area.row + area.rows;
    int row = start > area.row ? start : area.row;
    row += draw_lines((struct area){row, area.column, 3, area.columns}, buffer_text(&words)) + 1;
    row += draw_number((struct area){row, area.column, end - row - 2, area.columns}, browser->kiosk.seconds) + 1;
    draw_lines((struct area){row, area.column, end - row, area.columns}, SAY_KIOSK_GO_ON);
    buffer_free(&words);
    draw_cursor(start > area.row ? start : area.row, area.column);
}

/* Every key and touch is the gate's (kiosk_turn.c). */
const struct view view_warning = {.name = "warning", .where = IN_WARNING, .can = VIEW_COVERS | VIEW_WHOLE, .draw = draw};

/* How the sheet's view looks: what has just been said, the rows, and the sheet; beside each other where there is room. */
#include <stdio.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/views/sheet_parts.h"
#include "screen/words.h"

enum { GUTTER = 2, NUMBER_COLUMNS = 3, ROWS_COLUMNS = 34, BETWEEN = 2, SAID_LINES = 4 };

/* Rows of the sheet below the others that are worth keeping the others in view for. */
enum { SHEET_LEAST = 3, SHEET_AMPLE = 16 };

static void write_paper(struct browser *browser, size_t columns)
{
    struct handing_state *state = &browser->handing;
    struct arena *arena = arena_new();
    struct buffer text = {0};
    size_t paper = handing_columns(browser);
    struct handout handout = handing_handout(browser, arena);
    handout_text(&text, &handout, paper < columns ? paper : columns);
    paper_start(&state->paper, columns, browser->plain);
    for (char *at = text.bytes; at && *at;) {
        size_t length = strcspn(at, "\n");
        size_t indent = strspn(at, " ");
        char *next = at + length + (at[length] == '\n');
        at[length] = '\0';
        if (length == 0)
            paper_add_gap(&state->paper);
        else
            paper_add(&state->paper, ROLE_TEXT, indent, at + indent);
        at = next;
    }
    state->edition = browser->finding.edition;
    buffer_wipe(&text);
    buffer_free(&text);
    arena_wipe(arena);
    arena_free(arena);
}

static void draw_paper(struct browser *browser, struct area area, bool has_keys)
{
    struct handing_state *state = &browser->handing;
    state->paper_rows = area.rows > 0 ? area.rows : 0;
    if (state->paper_rows == 0)
        return;
    size_t columns = (size_t)(area.columns - GUTTER);
    if (state->paper.columns != columns || state->edition != browser->finding.edition)
        write_paper(browser, columns);
    paper_draw(&state->paper, area, has_keys, &browser->hits);
}

/* What came of the last doing, in as many lines as it takes; else whose sheet it is. Gives the lines. */
static int draw_head(const struct browser *browser, struct area area)
{
    const struct buffer *said = &browser->handing.said;
    int used = draw_wrapped((struct area){area.row, area.column, SAID_LINES, area.columns}, buffer_text(said), ROLE_PANE);
    if (used > 0 || area.rows <= (int)handing_row_count(browser))
        return used;
    struct buffer title = {0};
    size_t kept = browser->finding.kept_count;
    if (kept > 0)
        buffer_format(&title, SAY_SHEET_KEPT(kept), kept);
    else
        buffer_add_text(&title, SAY_SHEET_SELECTED);
    draw_text(area.row, area.column, area.columns, buffer_text(&title), ROLE_PANE);
    buffer_free(&title);
    return 1;
}

/* The line that is being typed, in the place of its row. */
static void draw_line(struct browser *browser, int row, int column, int columns)
{
    struct handing_state *state = &browser->handing;
    const char *label = state->typing == HANDING_FROM ? SAY_SHEET_FROM_LABEL : SAY_SHEET_NAME_LABEL;
    int used = draw_text(row, column, columns, label, ROLE_PANE) + 1;
    size_t from;
    size_t length;
    size_t cursor;
    line_edit_view(&state->line, (size_t)(columns - used), &from, &length, &cursor);
    draw_bytes(row, column + used, columns - used, buffer_text(&state->line.text) + from, length, ROLE_EDIT);
    draw_cursor(row, column + used + (int)cursor);
}

static void draw_row(struct browser *browser, size_t number, struct area area, bool marked)
{
    struct handing_state *state = &browser->handing;
    bool typing = browser->cover == &view_sheet_line && marked;
    int column = area.column + GUTTER;
    if (marked) {
        draw_text(area.row, area.column, 1, ">", ROLE_TEXT);
        draw_cursor(area.row, area.column);
    }
    if (number < 9 && browser->setting->keys->letters) {
        char digit[4];
        snprintf(digit, sizeof digit, "%d", (int)number + 1);
        draw_text(area.row, column, NUMBER_COLUMNS, digit, ROLE_KEY);
    }
    column += NUMBER_COLUMNS;
    int columns = area.column + area.columns - column;
    if (typing) {
        draw_line(browser, area.row, column, columns);
        return;
    }
    struct buffer words = {0};
    handing_row_words(&words, browser, number);
    draw_text(area.row, column, columns, buffer_text(&words), marked && !state->reading ? ROLE_SELECTED : ROLE_TEXT);
    hits_add(&browser->hits, area, HIT_ROW, number);
    buffer_free(&words);
}

static void draw_rows(struct browser *browser, struct area area, bool has_keys)
{
    struct handing_state *state = &browser->handing;
    size_t count = handing_row_count(browser);
    size_t seen = area.rows > 0 ? (size_t)area.rows : 0;
    if (state->row >= count)
        state->row = count > 0 ? count - 1 : 0;
    if (state->top + seen > count)
        state->top = count > seen ? count - seen : 0;
    if (state->row < state->top)
        state->top = state->row;
    else if (seen > 0 && state->row >= state->top + seen)
        state->top = state->row - seen + 1;
    for (size_t i = 0; i < seen && state->top + i < count; i++)
        draw_row(browser, state->top + i, (struct area){area.row + (int)i, area.column, 1, area.columns}, has_keys && state->top + i == state->row);
}

/* Below each other: a screen that is too low for both shows the part that has the keys. */
static void draw_stacked(struct browser *browser, struct area area, bool has_keys)
{
    const struct handing_state *state = &browser->handing;
    int count = (int)handing_row_count(browser);
    int rest = area.rows - count - 1;
    int rows = rest >= SHEET_LEAST ? count : area.rows;
    if (state->reading && rest < SHEET_AMPLE)
        rows = 0;
    draw_rows(browser, (struct area){area.row, area.column, rows, area.columns}, has_keys && !state->reading);
    int from = rows > 0 ? rows + 1 : 0;
    draw_paper(browser, (struct area){area.row + from, area.column, area.rows - from, area.columns}, has_keys && state->reading);
}

void handing_draw(struct browser *browser, struct area area, bool has_keys)
{
    const struct handing_state *state = &browser->handing;
    int head = draw_head(browser, area);
    area.row += head;
    area.rows -= head;
    int paper = (int)handing_columns(browser) + GUTTER;
    if (area.columns < ROWS_COLUMNS + BETWEEN + paper) {
        draw_stacked(browser, area, has_keys);
        return;
    }
    draw_rows(browser, (struct area){area.row, area.column, area.rows, ROWS_COLUMNS}, has_keys && !state->reading);
    draw_paper(browser, (struct area){area.row, area.column + ROWS_COLUMNS + BETWEEN, area.rows, paper}, has_keys && state->reading);
}

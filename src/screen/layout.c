#include "screen/layout.h"

/* Rows from which search line and notices get rows of their own, and from which a row may be left empty for rest. */
enum { TALL_ROWS = 16, AIRY_ROWS = 28 };

enum { MARGIN = 1, BETWEEN = 2 };

/* Lines longer than this are hard to read; no part for reading grows wider. */
enum { WIDEST_TEXT = 90 };

static int between(int least, int value, int most)
{
    return value < least ? least : value > most ? most : value;
}

bool area_holds(struct area area, int row, int column)
{
    return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

static void place_three(struct layout *layout, int columns)
{
    struct area body = layout->body;
    int facets = between(26, columns / 5, 34);
    int rest = columns - 2 * MARGIN - facets - 2 * BETWEEN;
    int entry = between(0, rest / 2, WIDEST_TEXT);
    int answers = between(0, rest - entry, WIDEST_TEXT);
    layout->panes = 3;
    layout->pane[PANE_FACETS] = (struct area){body.row, MARGIN, body.rows, facets};
    layout->pane[PANE_ANSWERS] = (struct area){body.row, MARGIN + facets + BETWEEN, body.rows, answers};
    layout->pane[PANE_ENTRY] = (struct area){body.row, MARGIN + facets + BETWEEN + answers + BETWEEN, body.rows, entry};
}

static void place_two(struct layout *layout, int columns, enum pane focus)
{
    struct area body = layout->body;
    bool reading = focus == PANE_ENTRY;
    /* Who reads an entry needs the names beside it, no more. */
    int left = reading ? between(20, columns * 7 / 20, 34) : between(20, columns * 3 / 10, 28);
    int right = columns - 2 * MARGIN - left - BETWEEN;
    layout->panes = 2;
    layout->pane[reading ? PANE_ANSWERS : PANE_FACETS] = (struct area){body.row, MARGIN, body.rows, left};
    layout->pane[reading ? PANE_ENTRY : PANE_ANSWERS] = (struct area){body.row, MARGIN + left + BETWEEN, body.rows, right};
}

/* Where only urgent help has a place, if anything has. */
static struct layout too_small(int rows, int columns)
{
    struct layout layout = {.too_small = columns < LAYOUT_LEAST_COLUMNS || rows < LAYOUT_LEAST_ROWS};
    if (layout.too_small && rows > 1 && columns > 0)
        layout.urgent = (struct area){rows - 1, 0, 1, columns};
    return layout;
}

struct layout layout_for(int rows, int columns, enum pane focus, int top_rows)
{
    struct layout layout = too_small(rows, columns);
    if (layout.too_small)
        return layout;
    layout.tall = rows >= TALL_ROWS;
    bool airy = rows >= AIRY_ROWS;
    int wide = columns - MARGIN;
    layout.top = (struct area){0, MARGIN, top_rows, wide - MARGIN};
    layout.search = (struct area){layout.tall ? top_rows : 0, MARGIN, 1, wide - MARGIN};
    layout.urgent = (struct area){rows - 1, MARGIN, 1, wide};
    layout.hints = (struct area){rows - 2, MARGIN, 1, wide};
    layout.notice = (struct area){layout.tall ? top_rows + 1 : rows - 2, MARGIN, 1, wide};
    layout.whole = (struct area){0, MARGIN, rows - 2, wide - MARGIN};
    int first = top_rows + (layout.tall ? 2 : 0);
    int last = rows - 3 - (airy ? 1 : 0);
    layout.body = (struct area){first, MARGIN, last - first + 1, wide - MARGIN};
    if (columns >= LAYOUT_THREE_COLUMNS) {
        place_three(&layout, columns);
    } else if (columns >= LAYOUT_TWO_COLUMNS) {
        place_two(&layout, columns, focus);
    } else {
        layout.panes = 1;
        layout.pane[focus] = layout.body;
    }
    return layout;
}

struct layout layout_for_kiosk(int rows, int columns, enum pane focus, bool notice)
{
    struct layout layout = too_small(rows, columns);
    if (layout.too_small)
        return layout;
    int airy = rows >= AIRY_ROWS ? 1 : 0;
    int wide = columns - 2 * MARGIN;
    int text = between(0, wide, WIDEST_TEXT);
    layout.tall = rows >= TALL_ROWS;
    layout.panes = 1;
    layout.urgent = (struct area){rows - 1, MARGIN, 1, columns - MARGIN};
    layout.hints = (struct area){rows - 2 - airy, MARGIN, 1 + 2 * airy, wide};
    layout.notice = (struct area){layout.hints.row - (layout.tall || notice ? 1 : 0) - airy, MARGIN + (wide - text) / 2, 1, text};
    layout.whole = (struct area){0, MARGIN, layout.hints.row - airy, wide};
    layout.body = (struct area){airy, MARGIN + (wide - text) / 2, layout.notice.row - 2 * airy, text};
    layout.pane[focus] = layout.body;
    return layout;
}

/* Where everything stands on a screen of a given size. Arithmetic only: no curses, no text. */
#ifndef SCREEN_LAYOUT_H
#define SCREEN_LAYOUT_H

#include <stdbool.h>

/* The least that the browser can be used in: 80x24 at twice the size of letters. INTERFACE.md, "On the screen". */
enum { LAYOUT_LEAST_COLUMNS = 40, LAYOUT_LEAST_ROWS = 12 };

/* From these columns on there are two panes, and three. */
enum { LAYOUT_TWO_COLUMNS = 60, LAYOUT_THREE_COLUMNS = 100 };

enum pane { PANE_FACETS, PANE_ANSWERS, PANE_ENTRY, PANE_COUNT };

/* Cells of the screen. rows 0: not shown. */
struct area {
    int row;
    int column;
    int rows;
    int columns;
};

struct layout {
    bool too_small; /* then all areas are empty but urgent, which may be */
    bool tall;      /* the search line and the line for notices have a row of their own */
    int panes;      /* how many stand beside each other: 1, 2 or 3 */
    struct area top;    /* the need as chips, and the counts */
    struct area search; /* the line to type in; where it is not tall it takes the place of the top line while it is used */
    struct area notice; /* what has just happened; where it is not tall it takes the place of the hints */
    struct area pane[PANE_COUNT];
    struct area body; /* all panes together: what help and the lists that cover them stand in */
    struct area whole; /* all above the hints */
    struct area hints; /* row is that of the words; in the kiosk a tall screen gives a line above and below them to be touched */
    struct area urgent;
};

/* The layout of a screen of rows and columns (both may be anything from 0) when the person is in the pane `focus` and the top wants so many rows, 1 to 3. */
struct layout layout_for(int rows, int columns, enum pane focus, int top_rows);

/* That of the kiosk: one part at a time, in the middle of a wide screen, and nothing above it. notice: there is one, which on a low screen takes a row from
 * that part, for the hints always stay. */
struct layout layout_for_kiosk(int rows, int columns, enum pane focus, bool notice);

/* Whether the cell lies in the area. */
bool area_holds(struct area area, int row, int column);

#endif

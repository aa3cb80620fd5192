/* What can be done here, as the kiosk says it: "0 back" first, leaving quickly always at the right end, and between them what has room. */
#include "screen/bars_parts.h"
#include "screen/draw.h"
#include "screen/keys.h"
#include "screen/words.h"

enum { BETWEEN_HINTS = 2 };

/* The lines of the button for a finger, and the columns that it has beside its words. */
enum { BUTTON_LINES = 3, BUTTON_MARGIN = 2, BUTTON_LEAST_COLUMNS = 60 };

/* A hint and where it stands. */
struct hint {
    enum action action;
    const char *key;
    const char *words;
};

static int draw_hint(struct browser *browser, struct hint hint, int column, int end)
{
    int row = browser->layout.hints.row;
    int key = draw_columns(hint.key);
    int columns = key + 1 + draw_columns(hint.words);
    if (column + columns > end)
        return 0;
    draw_text(row, column, key, hint.key, ROLE_KEY);
    draw_text(row, column + key + 1, columns - key - 1, hint.words, ROLE_HINT);
    /* What is touched may lie a line beside what is seen. */
    int lines = browser->layout.hints.rows;
    hits_add(&browser->hits, (struct area){row - lines / 2, column, lines, columns}, HIT_ACTION, (size_t)hint.action);
    return columns + BETWEEN_HINTS;
}

static void blank(struct area area, enum role role)
{
    struct buffer spaces = {0};
    for (int i = 0; i < area.columns; i++)
        buffer_add_byte(&spaces, ' ');
    for (int row = area.row; row < area.row + area.rows; row++)
        draw_text(row, area.column, area.columns, buffer_text(&spaces), role);
    buffer_free(&spaces);
}

/* Gives the column where it starts. Where there is room it is as high as a finger. */
static int draw_leave(struct browser *browser)
{
    struct area hints = browser->layout.hints;
    struct buffer words = {0};
    buffer_format(&words, "%s %s", browser_key_name(browser, ACTION_LEAVE), bars_hint_text(browser, ACTION_LEAVE));
    int margin = hints.columns >= BUTTON_LEAST_COLUMNS ? BUTTON_MARGIN : 0;
    int columns = draw_columns(buffer_text(&words)) + 2 * margin;
    columns = columns < hints.columns ? columns : hints.columns;
    struct area button = {hints.row - hints.rows / 2, hints.column + hints.columns - columns, hints.rows, columns};
    if (margin > 0)
        blank(button, ROLE_SELECTED);
    draw_text(hints.row, button.column + margin, columns - 2 * margin, buffer_text(&words), ROLE_SELECTED);
    hits_add(&browser->hits, button, HIT_ACTION, ACTION_LEAVE);
    buffer_free(&words);
    return button.column;
}

/* What a finger can turn: the part of a text, or of the answers, that is not in view. */
static void draw_page_hint(struct browser *browser, int *column, int end)
{
    const struct answers_state *answers = &browser->answers;
    const struct entry_state *entry = &browser->entry;
    bool page = browser->cover == &view_urgent || browser->cover == &view_explain;
    bool below = false;
    bool above = false;
    if (page) {
        below = browser->page.top + (size_t)browser->page_rows < browser->page.count;
        above = browser->page.top > 0;
    } else if (!browser->cover && browser->focus == PANE_ENTRY) {
        below = entry->paper.top + (size_t)entry->rows < entry->paper.count;
        above = entry->paper.top > 0;
    } else if (!browser->cover) {
        below = answers->bottom + 1 < finding_count(&browser->finding);
        above = answers->top > 0;
    }
    const struct hint hints[] = {{ACTION_PAGE_DOWN, browser_key_name(browser, ACTION_PAGE_DOWN), SAY_KIOSK_PAGE_DOWN},
                                 {ACTION_PAGE_UP, browser_key_name(browser, ACTION_PAGE_UP), SAY_KIOSK_PAGE_UP}};
    if (below)
        *column += draw_hint(browser, hints[0], *column, end);
    if (above)
        *column += draw_hint(browser, hints[1], *column, end);
}

/* The rows of a question say themselves how to choose them, and one of them passes it over. */
static bool is_said_elsewhere(enum action action)
{
    return action == ACTION_BACK || action == ACTION_LEAVE || action == ACTION_SKIP || action == ACTION_ANSWER || action == ACTION_OPEN || action == ACTION_CODE_HERE;
}

void bars_draw_kiosk(struct browser *browser)
{
    struct area hints = browser->layout.hints;
    const struct view *view = browser_view(browser);
    int end = draw_leave(browser) - BETWEEN_HINTS;
    int column = hints.column;
    bool line = view == &view_guide && browser->guide.line.text.length > 0;
    if (browser_offers(browser, ACTION_BACK, view->where))
        column += draw_hint(browser, (struct hint){ACTION_BACK, line ? browser_key_name(browser, ACTION_BACK) : "0", _(action_table[ACTION_BACK].hint)}, column, end);
    draw_page_hint(browser, &column, end);
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
        if (!is_said_elsewhere((enum action)action) && bars_is_hinted(browser, (enum action)action)) {
            struct hint hint = {(enum action)action, browser_key_name(browser, (enum action)action), bars_hint_text(browser, (enum action)action)};
            column += draw_hint(browser, hint, column, end);
        }
}

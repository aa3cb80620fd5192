/* The first screen of the kiosk: a sentence that takes fear away, and what can be done from here. */
#include <stdio.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/kiosk.h"
#include "screen/words.h"
#include "text/width.h"

enum { NUMBER_COLUMNS = 4, GUTTER = 2 };

/* The rows: to begin, what peer support is, and then the languages. */
enum { ROW_BEGIN, ROW_EXPLAIN, ROW_LANGUAGES };

static size_t languages(const struct browser *browser)
{
    size_t count = browser->setting->kiosk->language_count;
    return count > 1 ? count : 0;
}

static size_t row_count(const struct browser *browser)
{
    return ROW_LANGUAGES + languages(browser);
}

static const char *label_of(const struct browser *browser, size_t row)
{
    if (row >= ROW_LANGUAGES)
        return browser->setting->kiosk->languages[row - ROW_LANGUAGES];
    return row == ROW_BEGIN ? SAY_KIOSK_BEGIN : SAY_KIOSK_EXPLAIN;
}

static int write_text(struct area area, const char *text, enum role role)
{
    int rows = 0;
    for (size_t left = strlen(text), next; left > 0 && rows < area.rows; text += next, left -= next, rows++) {
        size_t length = width_line(text, left, (size_t)area.columns, &next);
        draw_bytes(area.row + rows, area.column, area.columns, text, length, role);
    }
    return rows;
}

static void draw_choice(struct browser *browser, size_t row, struct area area)
{
    bool marked = row == browser->kiosk.welcome_row;
    char number[24];
    snprintf(number, sizeof number, "%zu", row + 1);
    draw_text(area.row, area.column + GUTTER, NUMBER_COLUMNS, number, ROLE_KEY);
    draw_text(area.row, area.column + GUTTER + NUMBER_COLUMNS, area.columns - GUTTER - NUMBER_COLUMNS, label_of(browser, row), marked ? ROLE_SELECTED : ROLE_TEXT);
    hits_add(&browser->hits, area, HIT_CHOICE, row);
    if (marked) {
        draw_text(area.row, area.column, 1, ">", ROLE_TEXT);
        draw_cursor(area.row, area.column);
    }
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    (void)has_keys;
    const char *welcome = browser->setting->kiosk->welcome ? browser->setting->kiosk->welcome : SAY_KIOSK_WELCOME;
    int used = write_text(area, welcome, ROLE_HEADING) + 1;
    int rows = (int)row_count(browser);
    int step = area.rows - used >= 2 * rows ? 2 : 1;
    for (int row = 0; row < rows && used < area.rows; row++, used += step)
        draw_choice(browser, (size_t)row, (struct area){area.row + used, area.column, step, area.columns});
}

static enum happened choose(struct browser *browser, size_t row)
{
    if (row >= row_count(browser))
        return HAPPENED_NOTHING;
    browser->kiosk.welcome_row = row;
    if (row == ROW_BEGIN)
        browser_cover(browser, &view_guide);
    else if (row == ROW_EXPLAIN)
        browser_cover(browser, &view_explain);
    else
        browser->setting->kiosk->speak(browser->setting->kiosk->context, row - ROW_LANGUAGES);
    return HAPPENED_SEEN;
}

static enum happened act(struct browser *browser, enum action action)
{
    size_t *row = &browser->kiosk.welcome_row;
    switch (action) {
    case ACTION_ANSWER: return choose(browser, *row);
    case ACTION_UP: *row -= *row > 0; return HAPPENED_SEEN;
    case ACTION_DOWN: *row += *row + 1 < row_count(browser); return HAPPENED_SEEN;
    default: return HAPPENED_NOTHING;
    }
}

static enum happened type(struct browser *browser, const char *bytes, size_t length)
{
    return length == 1 && *bytes >= '1' && *bytes <= '9' ? choose(browser, (size_t)(*bytes - '1')) : HAPPENED_NOTHING;
}

static enum happened click(struct browser *browser, enum hit_kind kind, size_t number)
{
    return kind == HIT_CHOICE ? choose(browser, number) : HAPPENED_NOTHING;
}

static void renew(struct browser *browser)
{
    (void)browser; /* it holds nothing of the list */
}

const struct view view_welcome = {.name = "welcome", .where = IN_WELCOME, .can = VIEW_COVERS, .draw = draw, .act = act, .type = type, .click = click, .renew = renew};

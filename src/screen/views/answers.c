/* The answers: each with the facts that decide, grouped by how it fits; and when nothing fits, what would help. */
#include <stdint.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/views/answer_rows.h"
#include "screen/words.h"

enum { GUTTER = 2, NUMBER_COLUMNS = 4, INDENT = 2, BETWEEN_HEADS = 2 };

/* Only so many rows in view have a digit. */
enum { DIGITS = 9 };

/* A heading above another group: an empty line and its own. */
enum { HEADING_LINES = 2 };

enum { AIRY_ROWS = 40, AIRY_ROWS_KIOSK = 16, MOST_LINES_KIOSK = 4 };

/* Above the line about what is near: an empty one, and itself. */
enum { NEAR_LINES = 2 };

/* The most lines that a row is given, by the lines of the pane. Beside an entry that is read the names are enough to find one's way by. */
static int lines_for(const struct browser *browser, int rows)
{
    if (browser->layout.panes == 2 && browser->focus == PANE_ENTRY)
        return 1;
    if (kiosk_is(browser) && rows >= AIRY_ROWS_KIOSK)
        return MOST_LINES_KIOSK;
    return rows >= 24 ? 5 : rows >= 14 ? 4 : rows >= 8 ? 3 : 2;
}

/* Columns before the name: the mark, and in the kiosk the digit that opens the row. */
static int start_columns(const struct browser *browser)
{
    return GUTTER + (kiosk_is(browser) ? NUMBER_COLUMNS : 0);
}

static void row_text(struct browser *browser, size_t number, struct row_text *row)
{
    const struct answers_state *state = &browser->answers;
    answer_row(browser, finding_at(&browser->finding, number), state->row_lines, state->columns - start_columns(browser) - INDENT, row);
}

/* Where there is room, an empty line below each row. */
static int air(const struct browser *browser)
{
    return browser->answers.rows >= (kiosk_is(browser) ? AIRY_ROWS_KIOSK : AIRY_ROWS) ? 1 : 0;
}

static int heading_lines(const struct browser *browser)
{
    return HEADING_LINES - air(browser);
}

static int body_lines(struct browser *browser, size_t number)
{
    struct row_text row;
    row_text(browser, number, &row);
    return row.count + air(browser);
}

/* What follows the row and is to be seen with it: behind the last one, the line about what is near. */
static int lines_behind(const struct browser *browser, size_t number)
{
    bool last = number + 1 == finding_count(&browser->finding);
    return last && browser->finding.answers.counts[VERDICT_NEAR] > 0 && kiosk_may(browser, ACTION_NEAR) ? NEAR_LINES : 0;
}

static bool starts_group(const struct browser *browser, size_t number)
{
    return number == 0 || answer_group(browser, number) != answer_group(browser, number - 1);
}

/* Whether the rows from top to last are in view together. Stops looking as soon as they are not. */
static bool fit(struct browser *browser, size_t top, size_t last)
{
    int lines = 1;
    for (size_t row = top; row <= last; row++) {
        lines += body_lines(browser, row) + (row > top && starts_group(browser, row) ? heading_lines(browser) : 0);
        if (lines + lines_behind(browser, row) > browser->answers.rows)
            return false;
    }
    return true;
}

/* The first row of a page that ends with this one. */
static size_t page_ending_with(struct browser *browser, size_t last)
{
    int below = 1 + lines_behind(browser, last);
    size_t top = last;
    for (size_t row = last;; row--) {
        int body = body_lines(browser, row);
        if (below + body > browser->answers.rows)
            break;
        top = row;
        below += body + (starts_group(browser, row) ? heading_lines(browser) : 0);
        if (row == 0)
            break;
    }
    return top;
}

/* Keeps the selected row in view. The page is turned, with one row in common, rather than shifted: rule 2 of INTERFACE.md. */
static void settle(struct browser *browser)
{
    struct answers_state *state = &browser->answers;
    size_t count = finding_count(&browser->finding);
    if (count == 0) {
        state->selected = 0;
        state->top = 0;
        return;
    }
    if (state->selected >= count)
        state->selected = count - 1;
    if (state->top >= count)
        state->top = count - 1;
    if (state->selected < state->top) {
        size_t next = state->selected + 1 < count ? state->selected + 1 : state->selected;
        state->top = page_ending_with(browser, next);
        if (state->top + 2 > state->selected)
            state->top = page_ending_with(browser, state->selected);
    } else if (!fit(browser, state->top, state->selected)) {
        /* Where few rows make a page, one in common would make many pages. */
        size_t third = state->selected + 2 < count ? state->selected + 2 : count - 1;
        bool context = state->selected > 0 && fit(browser, state->selected - 1, third);
        state->top = context ? state->selected - 1 : state->selected;
    }
    size_t last_top = page_ending_with(browser, count - 1);
    if (state->top > last_top)
        state->top = last_top;
}

void answers_follow(struct browser *browser)
{
    struct answers_state *state = &browser->answers;
    if (state->edition == browser->finding.edition)
        return;
    state->edition = browser->finding.edition;
    arena_wipe(state->arena);
    state->facts_count = 0;
    size_t row = state->offer == UINT32_MAX ? SIZE_MAX : finding_row_of(&browser->finding, state->offer);
    if (row == SIZE_MAX) {
        state->offer = UINT32_MAX;
        state->top = 0;
        row = 0;
    }
    state->selected = row;
}

static int draw_row(struct browser *browser, size_t number, struct area area, bool has_keys)
{
    struct row_text row;
    row_text(browser, number, &row);
    bool selected = has_keys && number == browser->answers.selected;
    int drawn = row.count < area.rows ? row.count : area.rows;
    for (int i = 0; i < drawn; i++) {
        int indent = start_columns(browser) + (i > 0 ? INDENT : 0);
        bool name = i == 0 && number == browser->answers.selected;
        enum role role = !name ? row.lines[i].role : selected ? ROLE_SELECTED : ROLE_CHOSEN;
        draw_bytes(area.row + i, area.column + indent, area.columns - indent, row.lines[i].text, row.lines[i].length, role);
    }
    if (kiosk_is(browser) && number - browser->answers.top < DIGITS) {
        char digit[2] = {(char)('1' + (number - browser->answers.top)), '\0'};
        draw_text(area.row, area.column + GUTTER, 1, digit, ROLE_KEY);
    }
    hits_add(&browser->hits, (struct area){area.row, area.column, drawn + air(browser), area.columns}, HIT_ROW, number);
    if (selected) {
        draw_text(area.row, area.column, 1, ">", ROLE_TEXT);
        draw_cursor(area.row, area.column);
    }
    return drawn;
}

/* The line behind the last row: what is near, and the key for it. */
static void draw_near_line(struct browser *browser, struct area area)
{
    const struct finding *finding = &browser->finding;
    size_t near = finding->answers.counts[VERDICT_NEAR];
    if (area.rows < 2 || near == 0 || !kiosk_may(browser, ACTION_NEAR) || (finding->nothing && !finding->with_near))
        return; /* where nothing fits, it stands with the ways on */
    struct buffer words = {0};
    const char *key = browser_key_name(browser, ACTION_NEAR);
    if (finding->with_near)
        buffer_format(&words, SAY_NEAR_HIDE, key);
    else
        buffer_format(&words, SAY_NEAR_PRESS(near), near, key);
    draw_text(area.row + 1, area.column + GUTTER, area.columns - GUTTER, buffer_text(&words), ROLE_TEXT);
    hits_add(&browser->hits, (struct area){area.row + 1, area.column, 1, area.columns}, HIT_ACTION, ACTION_NEAR);
    buffer_free(&words);
}

/* Below the last row that fits whole: one that is cut could lose the very question that is to be asked, and be taken for an answer without one. */
static void draw_more_below(struct browser *browser, struct area area, size_t count)
{
    if (area.rows < 1)
        return;
    struct buffer words = {0};
    buffer_format(&words, SAY_MORE_BELOW(count), count);
    draw_text(area.row, area.column + GUTTER, area.columns - GUTTER, buffer_text(&words), ROLE_NOTE);
    hits_add(&browser->hits, (struct area){area.row, area.column, 1, area.columns}, HIT_ACTION, ACTION_PAGE_DOWN);
    buffer_free(&words);
}

static void take_lines(struct area *area, int lines)
{
    area->row += lines;
    area->rows -= lines;
}

static const char *title_of(enum finding_order order)
{
    return order == ORDER_FIT ? SAY_ANSWERS_BY_FIT : order == ORDER_NAME ? SAY_ANSWERS_BY_NAME : SAY_ANSWERS_NEWEST;
}

static const char *head_of(enum finding_order order)
{
    return order == ORDER_FIT ? SAY_HEAD_FIT : order == ORDER_NAME ? SAY_HEAD_NAME : SAY_HEAD_NEWEST;
}

/* The title says the order; behind it stand the others, to be clicked: "Answers by fit  or: name  newest". What does not fit is left out; the key is there. */
static void draw_title(struct browser *browser, struct area area)
{
    if (finding_count(&browser->finding) < 2) {
        draw_text(area.row, area.column, area.columns, SAY_ANSWERS, ROLE_PANE);
        return;
    }
    enum finding_order present = browser->finding.order;
    int end = area.column + area.columns;
    int column = area.column + draw_text(area.row, area.column, area.columns, title_of(present), ROLE_PANE) + BETWEEN_HEADS;
    const char *before = SAY_HEAD_OR;
    for (int order = 0; order < ORDER_COUNT; order++) {
        const char *head = head_of((enum finding_order)order);
        int columns = draw_columns(head);
        int space = draw_columns(before);
        if (order == (int)present || column + space + columns > end)
            continue;
        draw_text(area.row, column, space, before, ROLE_HINT);
        draw_text(area.row, column + space, columns, head, ROLE_KEY);
        hits_add(&browser->hits, (struct area){area.row, column + space, 1, columns}, HIT_ORDER, (size_t)order);
        column += space + columns;
        before = "  ";
    }
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    struct answers_state *state = &browser->answers;
    struct finding *finding = &browser->finding;
    arena_wipe(state->scratch);
    if (browser->layout.panes > 1) {
        draw_title(browser, area);
        take_lines(&area, 1);
    }
    if (has_keys)
        draw_cursor(area.row, area.column);
    if (kiosk_is(browser) && finding_count(finding) == 0) {
        nothing_kiosk_draw(browser, area);
        return;
    }
    if (finding->nothing)
        take_lines(&area, answers_nothing(browser, area));
    state->row_lines = lines_for(browser, area.rows);
    state->rows = area.rows;
    state->columns = area.columns;
    settle(browser);
    size_t count = finding_count(finding);
    state->bottom = state->top;
    for (size_t row = state->top; row < count && area.rows > 0; row++) {
        bool heading = row == state->top || starts_group(browser, row);
        int lines = !heading ? 0 : row == state->top ? 1 : heading_lines(browser);
        if (lines >= area.rows || (row > state->top && body_lines(browser, row) - air(browser) > area.rows - lines)) {
            draw_more_below(browser, area, count - row);
            return;
        }
        if (heading)
            draw_text(area.row + lines - 1, area.column, area.columns, answer_group_title(browser, answer_group(browser, row)), ROLE_HEADING);
        take_lines(&area, lines);
        take_lines(&area, draw_row(browser, row, area, has_keys) + air(browser));
        state->bottom = row;
    }
    draw_near_line(browser, area);
}

void answers_select(struct browser *browser, size_t row)
{
    struct answers_state *state = &browser->answers;
    state->selected = row;
    struct found found = finding_at(&browser->finding, row);
    state->offer = found.kind == FOUND_DROP ? UINT32_MAX : found.offer;
}

void answers_rewind(struct browser *browser)
{
    struct answers_state *state = &browser->answers;
    state->offer = UINT32_MAX;
    state->selected = 0;
    state->top = 0;
}

static enum happened keep(struct browser *browser)
{
    uint32_t offer = browser_selected_offer(browser);
    if (offer == UINT32_MAX)
        return HAPPENED_NOTHING;
    bool kept = !finding_is_kept(&browser->finding, offer);
    finding_keep(&browser->finding, offer, kept);
    const char *name = catalogue_name(browser->finding.catalogue, &browser->finding.catalogue->offers[offer]);
    if (kept)
        browser_say(browser, SAY_KEPT_NOW, name, browser_key_name(browser, ACTION_SHEET));
    else
        browser_say(browser, SAY_LET_GO_NOW, name);
    return HAPPENED_SEEN;
}

static enum happened open_row(struct browser *browser)
{
    struct found found = finding_at(&browser->finding, browser->answers.selected);
    if (found.kind != FOUND_DROP)
        return HAPPENED_OPEN;
    browser_drop_term(browser, found.drop.term);
    return HAPPENED_SEEN;
}

static void page_up(struct browser *browser)
{
    struct answers_state *state = &browser->answers;
    if (state->top > 0) {
        size_t top = page_ending_with(browser, state->top);
        state->top = top < state->top ? top : state->top - 1;
    }
    answers_select(browser, state->top);
}

/* Above the first answer stand the chips, if there are any. */
static enum happened up_to_chips(struct browser *browser)
{
    if (need_count(browser->finding.need) == 0)
        return HAPPENED_SEEN;
    browser->wanted = ACTION_CHIPS;
    return HAPPENED_DO;
}

static enum happened act(struct browser *browser, enum action action)
{
    struct answers_state *state = &browser->answers;
    size_t count = finding_count(&browser->finding);
    if (action == ACTION_KEEP)
        return keep(browser);
    if (count == 0)
        return kiosk_is(browser) ? nothing_kiosk_act(browser, action) : HAPPENED_NOTHING;
    size_t last = count - 1;
    switch (action) {
    case ACTION_UP:
        if (state->selected == 0)
            return up_to_chips(browser);
        answers_select(browser, state->selected - 1);
        break;
    case ACTION_DOWN: answers_select(browser, state->selected < last ? state->selected + 1 : last); break;
    case ACTION_FIRST: answers_select(browser, 0); break;
    case ACTION_LAST: answers_select(browser, last); break;
    case ACTION_PAGE_DOWN:
        answers_select(browser, state->bottom > state->top && state->bottom < last ? state->bottom : state->bottom < last ? state->bottom + 1 : last);
        if (state->bottom < last)
            state->top = state->selected;
        break;
    case ACTION_PAGE_UP: page_up(browser); break;
    case ACTION_OPEN: return open_row(browser);
    default: return HAPPENED_NOTHING;
    }
    return HAPPENED_SEEN;
}

static enum happened click(struct browser *browser, enum hit_kind kind, size_t number)
{
    if (kind == HIT_ORDER) {
        browser_set_order(browser, (enum finding_order)number);
        return HAPPENED_SEEN;
    }
    if (kind == HIT_CHOICE)
        return nothing_kiosk_choose(browser, number);
    if (kind != HIT_ROW || number >= finding_count(&browser->finding))
        return HAPPENED_NOTHING;
    bool again = number == browser->answers.selected || kiosk_is(browser);
    answers_select(browser, number);
    return again ? open_row(browser) : HAPPENED_SEEN;
}

static void wheel(struct browser *browser, int lines)
{
    if (lines > 0 || browser->answers.selected > 0)
        act(browser, lines < 0 ? ACTION_UP : ACTION_DOWN);
}

const struct view view_answers = {.name = "answers", .where = IN_ANSWERS, .draw = draw, .act = act, .click = click, .wheel = wheel};

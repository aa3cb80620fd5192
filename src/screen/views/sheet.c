/* The sheet she takes home: rows of what can be done with it, and the sheet as it will be printed. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/line_keys.h"
#include "screen/views/sheet_parts.h"
#include "screen/words.h"
#include "text/memory.h"

enum { WHEEL_LINES = 3 };

void handing_say(struct browser *browser, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    buffer_wipe(&browser->handing.said);
    buffer_format_list(&browser->handing.said, format, list);
    va_end(list);
}

size_t handing_offers(const struct browser *browser, size_t **offers)
{
    const struct finding *finding = &browser->finding;
    const uint32_t *kept = finding_kept(finding);
    size_t count = 0;
    *offers = memory_new(finding->kept_count + 1, sizeof **offers);
    for (size_t i = 0; i < finding->kept_count; i++)
        if (!offer_closed(&finding->catalogue->offers[kept[i]], matcher_today(finding->matcher)))
            (*offers)[count++] = kept[i];
    uint32_t selected = browser_selected_offer(browser);
    if (finding->kept_count == 0 && selected != UINT32_MAX)
        (*offers)[count++] = selected;
    return count;
}

bool handing_has_offers(const struct browser *browser)
{
    return browser->finding.kept_count > 0 || browser_selected_offer(browser) != UINT32_MAX;
}

struct handout handing_handout(const struct browser *browser, struct arena *arena)
{
    struct handout_setting wanted = {
        .discreet = browser->handing.discreet,
        .from = buffer_text(&browser->handing.from),
        .place = browser->area,
    };
    size_t *offers;
    size_t count = handing_offers(browser, &offers);
    struct handout handout = handout_of(browser->finding.matcher, browser->finding.need, offers, count, wanted, arena);
    memory_wipe(offers, count * sizeof *offers);
    free(offers);
    return handout;
}

void handing_open(struct browser *browser)
{
    if (handing_has_offers(browser))
        browser_cover(browser, &view_sheet);
    else
        browser_say(browser, "%s", SAY_SHEET_NOTHING);
}

void handing_end(struct browser *browser)
{
    struct handing_state *state = &browser->handing;
    buffer_wipe(&state->from);
    buffer_free(&state->from);
    buffer_wipe(&state->said);
    buffer_free(&state->said);
    line_edit_wipe(&state->line);
    paper_free(&state->paper);
}

static void open(struct browser *browser)
{
    struct handing_state *state = &browser->handing;
    const char *from = browser->setting->sheets.from;
    if (!state->started && from)
        buffer_add_text(&state->from, from);
    state->started = true;
    state->asking = HANDING_ASKS_WHAT;
    state->row = 0;
    state->top = 0;
    state->reading = false;
    buffer_wipe(&state->said);
    paper_rewind(&state->paper);
    state->paper.columns = 0;
}

/* Through the rows, and from the last on through the sheet. */
static enum happened move_rows(struct browser *browser, enum action action)
{
    struct handing_state *state = &browser->handing;
    size_t count = handing_row_count(browser);
    size_t last = count > 0 ? count - 1 : 0;
    switch (action) {
    case ACTION_UP: state->row -= state->row > 0; break;
    case ACTION_DOWN:
        if (state->row < last)
            state->row++;
        else
            state->reading = true;
        break;
    case ACTION_FIRST: state->row = 0; break;
    case ACTION_LAST: state->row = last; break;
    case ACTION_PAGE_DOWN: state->reading = true; break;
    default: return HAPPENED_NOTHING;
    }
    return HAPPENED_SEEN;
}

static enum happened move_paper(struct browser *browser, enum action action)
{
    struct handing_state *state = &browser->handing;
    if ((action == ACTION_UP || action == ACTION_PAGE_UP) && state->paper.current == 0)
        state->reading = false;
    else if (!paper_move(&state->paper, action, state->paper_rows))
        return HAPPENED_NOTHING;
    return HAPPENED_SEEN;
}

static enum happened back(struct browser *browser)
{
    struct handing_state *state = &browser->handing;
    buffer_wipe(&state->said);
    if (state->reading) {
        state->reading = false;
    } else if (state->asking != HANDING_ASKS_WHAT) {
        state->row = state->asking == HANDING_ASKS_WHICH ? handing_row_of(browser, HANDING_TAKE_OFF) : handing_row_of(browser, state->typing);
        state->asking = HANDING_ASKS_WHAT;
    } else {
        return HAPPENED_LEFT;
    }
    return HAPPENED_SEEN;
}

static enum happened act(struct browser *browser, enum action action)
{
    struct handing_state *state = &browser->handing;
    switch (action) {
    case ACTION_BACK: return back(browser);
    case ACTION_NEXT_PART: state->reading = !state->reading; return HAPPENED_SEEN;
    case ACTION_CODE: code_open(browser); return HAPPENED_SEEN;
    case ACTION_DO:
        if (!state->reading)
            return handing_do(browser);
        state->reading = false;
        return HAPPENED_SEEN;
    default: return state->reading ? move_paper(browser, action) : move_rows(browser, action);
    }
}

static enum happened choose(struct browser *browser, size_t row)
{
    if (row >= handing_row_count(browser))
        return HAPPENED_NOTHING;
    browser->handing.row = row;
    browser->handing.reading = false;
    return handing_do(browser);
}

/* The number of a row does it at once. */
static enum happened type(struct browser *browser, const char *bytes, size_t length)
{
    if (length != 1 || *bytes < '1' || *bytes > '9' || !browser->setting->keys->letters)
        return HAPPENED_NOTHING;
    return choose(browser, (size_t)(*bytes - '1'));
}

static enum happened click(struct browser *browser, enum hit_kind kind, size_t number)
{
    if (kind == HIT_ROW)
        return choose(browser, number);
    if (kind != HIT_LINE)
        return HAPPENED_NOTHING;
    browser->handing.reading = true;
    browser->handing.paper.current = number;
    return HAPPENED_SEEN;
}

static void wheel(struct browser *browser, int lines)
{
    struct handing_state *state = &browser->handing;
    if (state->paper_rows > 0)
        paper_scroll(&state->paper, lines * WHEEL_LINES, state->paper_rows);
    else
        move_rows(browser, lines < 0 ? ACTION_UP : ACTION_DOWN);
}

static enum happened act_in_line(struct browser *browser, enum action action)
{
    struct handing_state *state = &browser->handing;
    bool changed;
    if (line_act(&state->line, action, &changed))
        return HAPPENED_SEEN;
    if (action != ACTION_BACK && action != ACTION_LINE_DONE)
        return HAPPENED_NOTHING;
    browser_uncover(browser);
    buffer_wipe(&state->said);
    return action == ACTION_LINE_DONE ? handing_typed(browser) : HAPPENED_SEEN;
}

static enum happened type_in_line(struct browser *browser, const char *bytes, size_t length)
{
    if (!line_edit_insert(&browser->handing.line, bytes, length))
        browser_say(browser, "%s", SAY_PASTE_CUT);
    return HAPPENED_SEEN;
}

const struct view view_sheet = {
    .name = "sheet", .where = IN_SHEET, .can = VIEW_COVERS, .open = open, .draw = handing_draw, .act = act, .type = type, .click = click, .wheel = wheel};

const struct view view_sheet_line = {.name = "sheet-line",
                                     .where = IN_LINE,
                                     .can = VIEW_TAKES_TEXT | VIEW_COVERS,
                                     .draw = handing_draw,
                                     .act = act_in_line,
                                     .type = type_in_line};

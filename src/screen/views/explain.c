/* What peer support is and is not, in front of the panes: in plain words first, for professionals at one key. */
#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/views/pages.h"
#include "screen/words.h"
#include "write/explain.h"

/* Longer lines are hard to read. */
enum { WIDEST = 78 };

static void write_explanation(struct browser *browser)
{
    struct paper *page = &browser->page;
    struct arena *arena = arena_new();
    struct sheet sheet = explain(browser->finding.catalogue->explainer, browser->explained_to, arena);
    paper_add(page, ROLE_PANE, 0, browser->explained_to == READER_HER ? SAY_EXPLAIN : SAY_EXPLAIN_TO_PROFESSIONAL);
    for (size_t i = 0; i < sheet.count; i++) {
        const struct sheet_line *line = &sheet.lines[i];
        bool under_heading = i > 0 && sheet.lines[i - 1].role == SHEET_HEADING;
        if (!under_heading)
            paper_add_gap(page);
        paper_add(page, line->role == SHEET_HEADING ? ROLE_HEADING : line->role == SHEET_NOTE ? ROLE_NOTE : ROLE_TEXT, 0, line->text);
    }
    arena_free(arena);
}

static void open(struct browser *browser)
{
    browser->explained_to = READER_HER;
    page_open(browser);
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    if (area.columns > WIDEST)
        area.columns = WIDEST;
    page_draw(browser, area, has_keys, write_explanation);
}

static enum happened act(struct browser *browser, enum action action)
{
    if (action != ACTION_READER)
        return page_act(browser, action);
    browser->explained_to = browser->explained_to == READER_HER ? READER_PROFESSIONAL : READER_HER;
    page_open(browser);
    return HAPPENED_SEEN;
}

const struct view view_explain = {
    .name = "explain", .where = IN_EXPLAIN, .can = VIEW_COVERS, .open = open, .draw = draw, .act = act, .click = page_click, .wheel = page_wheel,
    .renew = page_renew};

/* The selected entry in full: the same sheet as `signpost show`. */
#include <stdint.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/words.h"

enum { GUTTER = 2, REASON_INDENT = 2, FACT_INDENT = 14, WHEEL_LINES = 3 };

static void add_line(struct paper *paper, const struct sheet_line *line)
{
    switch (line->role) {
    case SHEET_TITLE: paper_add(paper, ROLE_PANE, 0, line->text); break;
    case SHEET_BESIDE: paper_add(paper, ROLE_TEXT, 0, line->text); break;
    case SHEET_HEADING: paper_add(paper, ROLE_HEADING, 0, line->text); break;
    case SHEET_TEXT: paper_add(paper, ROLE_TEXT, 0, line->text); break;
    case SHEET_YES: paper_add(paper, ROLE_TEXT, REASON_INDENT, line->text); break;
    case SHEET_ASK: paper_add(paper, ROLE_ASK, REASON_INDENT, line->text); break;
    case SHEET_NO: paper_add(paper, ROLE_FAILS, REASON_INDENT, line->text); break;
    case SHEET_FACT: paper_add_fact(paper, line->label, FACT_INDENT, line->text); break;
    case SHEET_NOTE: paper_add(paper, ROLE_NOTE, 0, line->text); break;
    }
}

/* Whether an empty line stands between the two. */
static bool parts(enum sheet_role before, enum sheet_role role)
{
    if (role == SHEET_HEADING)
        return true;
    bool head = before == SHEET_TITLE || before == SHEET_BESIDE;
    return (head && role != SHEET_BESIDE && role != SHEET_TITLE) || (role == SHEET_NOTE && before != SHEET_HEADING) ||
           (before == SHEET_TEXT && role == SHEET_TEXT);
}

static void write_sheet(struct browser *browser, uint32_t offer, int columns)
{
    struct paper *paper = &browser->entry.paper;
    struct arena *arena = arena_new();
    struct sheet sheet = sheet_of(browser->finding.matcher, browser->finding.need, offer, (struct sheet_setting){.staff = true}, arena);
    paper_start(paper, (size_t)(columns - GUTTER), browser->plain);
    for (size_t i = 0; i < sheet.count; i++) {
        if (i > 0 && parts(sheet.lines[i - 1].role, sheet.lines[i].role))
            paper_add_gap(paper);
        add_line(paper, &sheet.lines[i]);
    }
    arena_wipe(arena);
    arena_free(arena);
}

static void bring_up_to_date(struct browser *browser, int columns)
{
    struct entry_state *state = &browser->entry;
    uint32_t offer = browser_selected_offer(browser);
    bool same = offer == state->offer;
    if (same && state->edition == browser->finding.edition && state->paper.columns == (size_t)(columns - GUTTER))
        return;
    if (!same)
        paper_rewind(&state->paper);
    state->offer = offer;
    state->edition = browser->finding.edition;
    if (offer != UINT32_MAX) {
        write_sheet(browser, offer, columns);
        return;
    }
    paper_start(&state->paper, (size_t)(columns - GUTTER), browser->plain);
    paper_add(&state->paper, ROLE_TEXT, 0, SAY_NO_ENTRY);
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    browser->entry.rows = area.rows;
    bring_up_to_date(browser, area.columns);
    paper_draw(&browser->entry.paper, area, has_keys, &browser->hits);
}

static void open(struct browser *browser)
{
    paper_rewind(&browser->entry.paper);
}

static enum happened act(struct browser *browser, enum action action)
{
    if (action == ACTION_KEEP)
        return view_answers.act(browser, action);
    return paper_move(&browser->entry.paper, action, browser->entry.rows) ? HAPPENED_SEEN : HAPPENED_NOTHING;
}

static enum happened click(struct browser *browser, enum hit_kind kind, size_t number)
{
    if (kind != HIT_LINE)
        return HAPPENED_NOTHING;
    browser->entry.paper.current = number;
    return HAPPENED_SEEN;
}

static void wheel(struct browser *browser, int lines)
{
    paper_scroll(&browser->entry.paper, lines * WHEEL_LINES, browser->entry.rows);
}

const struct view view_entry = {.name = "entry", .where = IN_ENTRY, .open = open, .draw = draw, .act = act, .click = click, .wheel = wheel};

/* The selected entry in full: the same sheet as `signpost show`. From it one can go on to what else the same people offer, and back. */
#include <stdint.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/views/entry_kiosk.h"
#include "screen/words.h"

enum { GUTTER = 2, REASON_INDENT = 2, WHEEL_LINES = 3 };

/* Columns for the labels of facts: for nearly all of them, and on a narrow paper for the short ones; the others stand above. */
enum { LABELS = 14, SHORT_LABELS = 9, NARROW = 40 };

/* Rows from which the sheet reads from its top, and under which every line counts. */
enum { ROOMY_ROWS = 22, TIGHT_ROWS = 16 };

static enum sheet_room room_for(int rows)
{
    return rows >= ROOMY_ROWS ? SHEET_ROOMY : rows >= TIGHT_ROWS ? SHEET_SHORT : SHEET_TIGHT;
}

static void add_line(struct paper *paper, const struct sheet_line *line)
{
    paper->tag = line->offer == OFFER_NONE ? 0 : (int)line->offer + 1;
    switch (line->role) {
    case SHEET_TITLE: break; /* see add_title */
    case SHEET_BESIDE: paper_add(paper, ROLE_TEXT, 0, line->text); break;
    case SHEET_HEADING: paper_add(paper, ROLE_HEADING, 0, line->text); break;
    case SHEET_TEXT: paper_add(paper, ROLE_TEXT, 0, line->text); break;
    case SHEET_YES: paper_add(paper, ROLE_TEXT, REASON_INDENT, line->text); break;
    case SHEET_ASK: paper_add(paper, ROLE_ASK, REASON_INDENT, line->text); break;
    case SHEET_NO: paper_add(paper, ROLE_FAILS, REASON_INDENT, line->text); break;
    case SHEET_FACT: paper_add_fact(paper, line->label, paper->columns < NARROW ? SHORT_LABELS : LABELS, line->text); break;
    case SHEET_NOTE: paper_add(paper, ROLE_NOTE, 0, line->text); break;
    case SHEET_OTHER: paper_add(paper, ROLE_NAME, REASON_INDENT, line->text); break;
    case SHEET_OF_OTHER: paper_add(paper, ROLE_TEXT, 2 * REASON_INDENT, line->text); break;
    }
}

/* What is kept has the same mark as among the answers, which a small screen does not show beside it. */
static void add_title(struct paper *paper, const char *name, bool kept)
{
    struct buffer words = {0};
    buffer_format(&words, "%s%s%s", kept ? SAY_KEPT_MARK : "", kept ? " " : "", name);
    paper_add(paper, ROLE_PANE, 0, buffer_text(&words));
    buffer_free(&words);
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
    struct entry_state *state = &browser->entry;
    struct arena *arena = arena_new();
    struct sheet_setting setting = {.staff = true, .room = state->room};
    struct sheet sheet = sheet_of(browser->finding.matcher, browser->finding.need, offer, setting, arena);
    paper_start(&state->paper, (size_t)(columns - GUTTER), browser->plain);
    for (size_t i = 0; i < sheet.count; i++) {
        if (i > 0 && state->room != SHEET_TIGHT && parts(sheet.lines[i - 1].role, sheet.lines[i].role))
            paper_add_gap(&state->paper);
        if (sheet.lines[i].role == SHEET_TITLE)
            add_title(&state->paper, sheet.lines[i].text, state->kept);
        else
            add_line(&state->paper, &sheet.lines[i]);
    }
    arena_wipe(arena);
    arena_free(arena);
}

static void bring_up_to_date(struct browser *browser, struct area area)
{
    struct entry_state *state = &browser->entry;
    uint32_t offer = browser_selected_offer(browser);
    bool same = offer == state->offer;
    size_t columns = (size_t)(area.columns - GUTTER);
    bool kept = offer != UINT32_MAX && finding_is_kept(&browser->finding, offer);
    if (same && kept == state->kept && state->edition == browser->finding.edition && state->paper.columns == columns && state->room == room_for(area.rows))
        return;
    if (!same)
        paper_rewind(&state->paper);
    state->offer = offer;
    state->edition = browser->finding.edition;
    state->room = room_for(area.rows);
    state->kept = kept;
    if (offer != UINT32_MAX && kiosk_is(browser)) {
        entry_kiosk_write(browser, offer, columns);
        return;
    }
    if (offer != UINT32_MAX) {
        write_sheet(browser, offer, area.columns);
        return;
    }
    paper_start(&state->paper, columns, browser->plain);
    paper_add(&state->paper, ROLE_TEXT, 0, SAY_NO_ENTRY);
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    bring_up_to_date(browser, area);
    if (kiosk_is(browser))
        area.rows -= entry_kiosk_draw_doings(browser, area);
    browser->entry.rows = area.rows;
    paper_draw(&browser->entry.paper, area, has_keys, &browser->hits);
}

static void open(struct browser *browser)
{
    paper_rewind(&browser->entry.paper);
    browser->entry.path_count = 0;
}

uint32_t browser_selected_offer(const struct browser *browser)
{
    const struct entry_state *state = &browser->entry;
    uint32_t selected = browser_row_offer(browser);
    /* Another row of the answers was selected since: the way starts there anew. */
    bool on_path = state->path_count > 0 && state->path[0].offer == selected && browser->focus == PANE_ENTRY;
    return on_path ? state->reached : selected;
}

/* The offer that the current line leads to, or UINT32_MAX. */
static uint32_t leads_to(const struct browser *browser)
{
    const struct paper *paper = &browser->entry.paper;
    int tag = paper->current < paper->count ? paper->lines[paper->current].tag : 0;
    return tag > 0 ? (uint32_t)(tag - 1) : UINT32_MAX;
}

bool entry_leads_on(const struct browser *browser)
{
    return leads_to(browser) != UINT32_MAX;
}

bool entry_go_on(struct browser *browser)
{
    struct entry_state *state = &browser->entry;
    uint32_t next = leads_to(browser);
    if (next == UINT32_MAX)
        return false;
    uint32_t here = browser_selected_offer(browser);
    if (here == browser_row_offer(browser))
        state->path_count = 0;
    /* Who goes round in a long circle comes back to where it began. */
    if (state->path_count < ENTRY_PATH_MOST)
        state->path[state->path_count++] = (struct entry_step){here, state->paper.current};
    state->reached = next;
    return true;
}

bool entry_go_back(struct browser *browser)
{
    struct entry_state *state = &browser->entry;
    if (browser_selected_offer(browser) == browser_row_offer(browser))
        return false;
    struct entry_step step = state->path[--state->path_count];
    state->reached = step.offer;
    bring_up_to_date(browser, browser->layout.pane[PANE_ENTRY]);
    state->paper.current = step.line;
    return true;
}

void entry_led_to(struct browser *browser, size_t offer)
{
    struct entry_state *state = &browser->entry;
    if (offer == OFFER_NONE)
        return;
    state->path[0] = (struct entry_step){browser_row_offer(browser), 0};
    state->path_count = 1;
    state->reached = (uint32_t)offer;
    state->offer = state->reached;
}

/* The offers of the way are those of the list before. */
static void renew(struct browser *browser)
{
    browser->entry.path_count = 0;
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
    entry_go_on(browser);
    return HAPPENED_SEEN;
}

static void wheel(struct browser *browser, int lines)
{
    paper_scroll(&browser->entry.paper, lines * WHEEL_LINES, browser->entry.rows);
}

const struct view view_entry = {.name = "entry", .where = IN_ENTRY, .open = open, .draw = draw, .act = act, .click = click, .wheel = wheel, .renew = renew};

/* An entry as the kiosk shows it: what the discreet sheet says of it, for whoever stands beside her reads it too, and below it what can be done with it. */
#include "screen/views/entry_kiosk.h"

#include "screen/draw.h"
#include "screen/words.h"
#include "write/handout.h"

enum { GUTTER = 2, NUMBER_COLUMNS = 4, LABELS = 10, NARROW = 40 };

/* From so many lines on there is an empty one below each row. */
enum { AIRY_ROWS = 16 };

static struct handout handout_for(const struct browser *browser, uint32_t offer, bool on_screen, struct arena *arena)
{
    const struct handout_setting setting = {.discreet = true, .on_screen = on_screen, .place = browser->area, .from = browser->setting->sheets.from};
    return handout_of(browser->finding.matcher, browser->finding.need, &(size_t){offer}, 1, setting, arena);
}

static void add_quoted(struct paper *paper, const struct handout_part *part)
{
    paper_add_gap(paper);
    paper_add(paper, ROLE_HEADING, 0, part->label);
    paper_add(paper, ROLE_TEXT, 0, part->text);
}

static void add_part(struct paper *paper, const struct handout_part *part, enum handout_role before)
{
    switch (part->role) {
    case HANDOUT_OFFER: paper_add(paper, ROLE_PANE, 0, part->text); break;
    case HANDOUT_BESIDE: paper_add(paper, ROLE_TEXT, 0, part->text); break;
    case HANDOUT_WARNING:
    case HANDOUT_TEXT:
        paper_add_gap(paper);
        paper_add(paper, part->role == HANDOUT_WARNING ? ROLE_ASK : ROLE_TEXT, 0, part->text);
        break;
    case HANDOUT_SAY: add_quoted(paper, part); break;
    case HANDOUT_FACT:
        if (before != HANDOUT_FACT)
            paper_add_gap(paper);
        paper_add_fact(paper, part->label, LABELS, part->text);
        break;
    case HANDOUT_ASK:
        paper_add_gap(paper);
        paper_add(paper, ROLE_HEADING, 0, part->text);
        break;
    case HANDOUT_QUESTION: paper_add(paper, ROLE_TEXT, 0, part->text); break;
    case HANDOUT_AGE:
        paper_add_gap(paper);
        paper_add(paper, ROLE_NOTE, 0, part->text);
        break;
    default: break;
    }
}

void entry_kiosk_write(struct browser *browser, uint32_t offer, size_t columns)
{
    struct paper *paper = &browser->entry.paper;
    struct arena *arena = arena_new();
    struct handout handout = handout_for(browser, offer, true, arena);
    paper_start(paper, columns, browser->plain);
    browser->entry.has_code = false;
    for (size_t i = 0; i < handout.count && handout.parts[i].role != HANDOUT_URGENT; i++) {
        browser->entry.has_code |= handout.parts[i].role == HANDOUT_CODE && handout.parts[i].link;
        add_part(paper, &handout.parts[i], i > 0 ? handout.parts[i - 1].role : HANDOUT_OFFER);
    }
    arena_wipe(arena);
    arena_free(arena);
}

void entry_kiosk_sheet(const struct browser *browser, uint32_t offer, size_t columns, struct buffer *out)
{
    struct arena *arena = arena_new();
    struct handout handout = handout_for(browser, offer, false, arena);
    if (browser->setting->sheets.print_html)
        handout_html(out, &handout);
    else
        handout_text(out, &handout, columns);
    arena_wipe(arena);
    arena_free(arena);
}

/* What can be done, each with its digit, so far as it can. */
static const struct doing {
    enum action action;
    char digit;
} doings[] = {{ACTION_CODE, '1'}, {ACTION_PRINT_HERE, '2'}};

enum { DOINGS = sizeof doings / sizeof *doings };

bool entry_kiosk_can(const struct browser *browser, enum action action)
{
    if (browser_selected_offer(browser) == UINT32_MAX)
        return false;
    return action == ACTION_PRINT_HERE ? browser->setting->sheets.print != NULL : browser->entry.has_code;
}

enum action entry_kiosk_digit(uint32_t press)
{
    for (int i = 0; i < DOINGS; i++)
        if ((uint32_t)doings[i].digit == press)
            return doings[i].action;
    return ACTION_NONE;
}

static void draw_doing(struct browser *browser, struct area area, const struct doing *doing)
{
    const char number[] = {doing->digit, '\0'};
    int start = GUTTER + NUMBER_COLUMNS;
    draw_text(area.row, area.column + GUTTER, NUMBER_COLUMNS, number, ROLE_KEY);
    draw_text(area.row, area.column + start, area.columns - start, doing->action == ACTION_CODE ? SAY_KIOSK_CODE : SAY_KIOSK_PRINT, ROLE_NAME);
    hits_add(&browser->hits, area, HIT_ACTION, doing->action);
}

int entry_kiosk_draw_doings(struct browser *browser, struct area area)
{
    int air = area.rows >= AIRY_ROWS ? 1 : 0;
    int count = 0;
    for (int i = 0; i < DOINGS; i++)
        count += entry_kiosk_can(browser, doings[i].action);
    int lines = count > 0 ? count * (1 + air) + air : 0;
    /* Right below the text where that ends before the area does. */
    int text = browser->entry.paper.count < (size_t)area.rows ? (int)browser->entry.paper.count + 1 : area.rows;
    int row = area.row + (text < area.rows - lines ? text : area.rows - lines) + air;
    for (int i = 0; i < DOINGS; i++)
        if (entry_kiosk_can(browser, doings[i].action)) {
            draw_doing(browser, (struct area){row, area.column, 1 + air, area.columns}, &doings[i]);
            row += 1 + air;
        }
    return lines;
}

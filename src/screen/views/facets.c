/* The facets: every choice with how many answers it would leave. */
#include <stdio.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/words.h"
#include "text/words.h"

enum { GUTTER = 2, COUNT_COLUMNS = 6, CHOSEN_COLUMNS = 4 };

static const char chosen_mark[] = "[x]";

/* A line of the pane: the title of a facet, or one of its values. */
struct line {
    const struct facet *facet;
    const struct facet_value *value; /* NULL: title */
    bool gap;                        /* an empty line before a title */
};

static size_t line_count(const struct facets *facets)
{
    size_t count = 0;
    for (size_t i = 0; i < facets->count; i++)
        count += facets->items[i].count + (i > 0 ? 2 : 1);
    return count;
}

static struct line line_at(const struct facets *facets, size_t number)
{
    for (size_t i = 0; i < facets->count; i++) {
        const struct facet *facet = &facets->items[i];
        if (i > 0 && number-- == 0)
            return (struct line){.facet = facet, .gap = true};
        if (number == 0)
            return (struct line){.facet = facet};
        if (number <= facet->count)
            return (struct line){.facet = facet, .value = &facet->values[number - 1]};
        number -= facet->count + 1;
    }
    return (struct line){0};
}

/* The nearest line with a value from `from` on, in the direction, else in the other; SIZE_MAX when there is none. */
static size_t value_from(const struct facets *facets, size_t from, bool ahead)
{
    size_t count = line_count(facets);
    if (count == 0)
        return SIZE_MAX;
    if (from >= count)
        from = count - 1;
    for (int turn = 0; turn < 2; turn++, ahead = !ahead)
        for (size_t at = from; at < count; at = ahead ? at + 1 : at - 1)
            if (line_at(facets, at).value)
                return at;
    return SIZE_MAX;
}

static void settle(struct browser *browser, const struct facets *facets)
{
    struct facets_state *state = &browser->facets;
    size_t selected = value_from(facets, state->selected, true);
    state->selected = selected == SIZE_MAX ? 0 : selected;
    size_t rows = state->rows > 0 ? (size_t)state->rows : 1;
    size_t count = line_count(facets);
    /* A page is turned rather than shifted; the title of the facet stays in view where it stands right above. */
    if (state->selected >= state->top + rows)
        state->top = state->selected - (rows > 3 ? 2 : 0);
    else if (state->selected < state->top)
        state->top = state->selected + 2 > rows ? state->selected + 2 - rows : 0;
    if (state->selected <= 1)
        state->top = 0;
    size_t last_top = count > rows ? count - rows : 0;
    if (state->top > last_top)
        state->top = last_top;
}

/* A value not chosen says how many would fit with it; a chosen one how many do. */
static void draw_value(const struct browser *browser, const struct facet_value *value, struct area area, bool selected)
{
    int wide = area.columns - GUTTER;
    int start = area.column + GUTTER;
    char count[24];
    snprintf(count, sizeof count, "%zu", value->chosen ? finding_fitting(&browser->finding) : value->fits);
    int label = start + (value->depth < 4 ? (int)value->depth : 4);
    int label_columns = start + wide - COUNT_COLUMNS - (value->chosen ? CHOSEN_COLUMNS : 0) - label;
    draw_text(area.row, label, label_columns, value->label, selected ? ROLE_SELECTED : value->chosen ? ROLE_CHOSEN : ROLE_TEXT);
    if (value->chosen)
        draw_right(area.row, start, wide - COUNT_COLUMNS, chosen_mark, ROLE_CHOSEN);
    draw_right(area.row, start + wide - COUNT_COLUMNS, COUNT_COLUMNS, count, ROLE_TEXT);
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    const struct facets *facets = finding_facets(&browser->finding);
    draw_text(area.row, area.column, area.columns, SAY_FACETS, ROLE_PANE);
    area.row++;
    area.rows--;
    browser->facets.rows = area.rows;
    settle(browser, facets);
    size_t count = line_count(facets);
    if (has_keys)
        draw_cursor(area.row, area.column);
    for (int i = 0; i < area.rows && browser->facets.top + (size_t)i < count; i++) {
        size_t number = browser->facets.top + (size_t)i;
        struct line line = line_at(facets, number);
        struct area here = {area.row + i, area.column, 1, area.columns};
        if (line.gap)
            continue;
        if (!line.value) {
            draw_text(here.row, here.column, here.columns, line.facet->title, ROLE_HEADING);
            continue;
        }
        bool selected = has_keys && number == browser->facets.selected;
        draw_value(browser, line.value, here, selected);
        hits_add(&browser->hits, here, HIT_FACET, number);
        if (selected) {
            draw_text(here.row, here.column, 1, ">", ROLE_TEXT);
            draw_cursor(here.row, here.column);
        }
    }
}

/* Takes the value of a line in or out, and stays on it although its place among the lines may change. */
static enum happened choose(struct browser *browser, size_t number)
{
    const struct facets *facets = finding_facets(&browser->finding);
    struct line line = line_at(facets, number);
    if (!line.value)
        return HAPPENED_NOTHING;
    struct buffer term = {0};
    buffer_add_text(&term, line.value->term);
    finding_toggle(&browser->finding, buffer_text(&term));
    browser->facets.selected = number;
    facets_select_term(browser, buffer_text(&term));
    buffer_wipe(&term);
    buffer_free(&term);
    return HAPPENED_SEEN;
}

static enum happened act(struct browser *browser, enum action action)
{
    struct facets_state *state = &browser->facets;
    const struct facets *facets = finding_facets(&browser->finding);
    size_t page = state->rows > 3 ? (size_t)state->rows - 2 : 1;
    size_t target;
    bool ahead = false;
    switch (action) {
    case ACTION_UP: target = state->selected > 0 ? state->selected - 1 : 0; break;
    case ACTION_DOWN: target = state->selected + 1; ahead = true; break;
    case ACTION_PAGE_UP: target = state->selected > page ? state->selected - page : 0; break;
    case ACTION_PAGE_DOWN: target = state->selected + page; ahead = true; break;
    case ACTION_FIRST: target = 0; ahead = true; break;
    case ACTION_LAST: target = SIZE_MAX; break;
    case ACTION_CHOOSE: return choose(browser, state->selected);
    default: return HAPPENED_NOTHING;
    }
    size_t found = value_from(facets, target, ahead);
    if (found != SIZE_MAX)
        state->selected = found;
    return HAPPENED_SEEN;
}

static enum happened click(struct browser *browser, enum hit_kind kind, size_t number)
{
    return kind == HIT_FACET ? choose(browser, number) : HAPPENED_NOTHING;
}

static void wheel(struct browser *browser, int lines)
{
    for (int i = 0; i < (lines < 0 ? -lines : lines); i++)
        act(browser, lines < 0 ? ACTION_UP : ACTION_DOWN);
}

const char *facets_definition(struct browser *browser)
{
    struct line line = line_at(finding_facets(&browser->finding), browser->facets.selected);
    return line.value ? line.value->definition : NULL;
}

const char *facets_selected_term(struct browser *browser)
{
    struct line line = line_at(finding_facets(&browser->finding), browser->facets.selected);
    return line.value ? line.value->term : NULL;
}

void facets_select_term(struct browser *browser, const char *term)
{
    const struct facets *facets = finding_facets(&browser->finding);
    for (size_t i = 0; i < line_count(facets); i++) {
        struct line line = line_at(facets, i);
        if (line.value && strcmp(line.value->term, term) == 0)
            browser->facets.selected = i;
    }
}

const struct view view_facets = {.name = "facets", .where = IN_FACETS, .draw = draw, .act = act, .click = click, .wheel = wheel};

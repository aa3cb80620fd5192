/* The facets: every choice with how many answers there would be if it were made, or, of one that is made, taken away. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/words.h"
#include "text/width.h"

enum { GUTTER = 2, CHOSEN_COLUMNS = 4, DEEPEST = 4 };

/* Lines below the choices for what is to be said of the marked one, where it has no place elsewhere. */
enum { SAID_MOST = 4 };

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
        state->top = state->selected - (rows <= 3 ? 0 : line_at(facets, state->selected - 1).value ? 2 : 1);
    else if (state->selected < state->top)
        state->top = state->selected + 2 > rows ? state->selected + 2 - rows : 0;
    if (state->selected <= 1)
        state->top = 0;
    size_t last_top = count > rows ? count - rows : 0;
    if (state->top > last_top)
        state->top = last_top;
}

/* Columns for the counts, all of one width, and a space before them. */
static int count_columns(const struct facets *facets)
{
    size_t most = 10;
    int columns = 3;
    for (size_t i = 0; i < facets->count; i++)
        for (size_t j = 0; j < facets->items[i].count; j++)
            for (; facets->items[i].values[j].fits >= most * 10; most *= 10)
                columns++;
    return columns;
}

static int label_start(const struct facet_value *value)
{
    return GUTTER + (value->depth < DEEPEST ? (int)value->depth : DEEPEST);
}

static int label_columns(const struct facets *facets, const struct facet_value *value, int columns)
{
    return columns - label_start(value) - count_columns(facets) - (value->chosen ? CHOSEN_COLUMNS : 0);
}

static void draw_value(const struct facets *facets, const struct facet_value *value, struct area area, bool selected)
{
    char count[24];
    snprintf(count, sizeof count, "%zu", value->fits);
    int counts = area.column + area.columns - count_columns(facets);
    enum role role = selected ? ROLE_SELECTED : value->chosen ? ROLE_CHOSEN : ROLE_TEXT;
    draw_text(area.row, area.column + label_start(value), label_columns(facets, value, area.columns), value->label, role);
    if (value->chosen)
        draw_right(area.row, counts - CHOSEN_COLUMNS, CHOSEN_COLUMNS, chosen_mark, ROLE_CHOSEN);
    draw_right(area.row, counts, area.column + area.columns - counts, count, ROLE_TEXT);
}

static void draw_line(struct browser *browser, size_t number, struct area here, bool has_keys)
{
    const struct facets *facets = finding_facets(&browser->finding);
    struct line line = line_at(facets, number);
    if (line.gap)
        return;
    if (!line.value) {
        draw_text(here.row, here.column, here.columns, line.facet->title, ROLE_HEADING);
        return;
    }
    bool selected = has_keys && number == browser->facets.selected;
    draw_value(facets, line.value, here, selected);
    hits_add(&browser->hits, here, HIT_FACET, number);
    if (selected) {
        draw_text(here.row, here.column, 1, ">", ROLE_TEXT);
        draw_cursor(here.row, here.column);
    }
}

static void draw_title(struct area area)
{
    int room = area.columns - draw_text(area.row, area.column, area.columns, SAY_FACETS, ROLE_PANE) - GUTTER;
    const char *counts = draw_columns(SAY_FACETS_COUNTS) <= room ? SAY_FACETS_COUNTS : SAY_FACETS_COUNTS_SHORT;
    if (draw_columns(counts) <= room)
        draw_right(area.row, area.column, area.columns, counts, ROLE_TEXT);
}

/* Where the line for notices is short, or there is none. Gives the lines used, at the area's end. */
static int draw_said(struct browser *browser, struct area area)
{
    struct buffer words = {0};
    facets_say(browser, &words);
    size_t starts[SAID_MOST + 1] = {0};
    int lines = 0;
    while (lines < SAID_MOST && lines < area.rows / 2 && starts[lines] < words.length) {
        size_t next;
        width_line(words.bytes + starts[lines], words.length - starts[lines], (size_t)area.columns, &next);
        starts[lines + 1] = starts[lines] + next;
        lines++;
    }
    for (int i = 0; i < lines; i++) {
        size_t end = i + 1 < lines ? starts[i + 1] : words.length; /* the last one shows that there is more */
        while (end > starts[i] && words.bytes[end - 1] == ' ')
            end--;
        draw_bytes(area.row + area.rows - lines + i, area.column, area.columns, words.bytes + starts[i], end - starts[i], ROLE_NOTICE);
    }
    buffer_free(&words);
    return lines;
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    const struct facets *facets = finding_facets(&browser->finding);
    draw_title(area);
    area.row++;
    area.rows--;
    settle(browser, facets);
    if (browser->layout.panes == 1 || !browser->layout.tall)
        area.rows -= draw_said(browser, area);
    browser->facets.rows = area.rows;
    settle(browser, facets);
    size_t count = line_count(facets);
    if (has_keys)
        draw_cursor(area.row, area.column);
    for (int i = 0; i < area.rows && browser->facets.top + (size_t)i < count; i++)
        draw_line(browser, browser->facets.top + (size_t)i, (struct area){area.row + i, area.column, 1, area.columns}, has_keys);
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
    finding_look(&browser->finding);
    if (browser->finding.nothing)
        browser_say(browser, SAY_CHOSE_NOTHING, browser_key_name(browser, ACTION_UNDO));
    return HAPPENED_SEEN;
}

/* The first value of the facet behind that of the line. */
static size_t next_facet(const struct facets *facets, size_t from)
{
    while (line_at(facets, from).value)
        from++;
    return value_from(facets, from, true);
}

/* The first value of this facet, and from there that of the one before. */
static size_t facet_before(const struct facets *facets, size_t from)
{
    if (from > 0 && !line_at(facets, from - 1).value)
        from = value_from(facets, from - 1, false);
    while (from > 0 && from != SIZE_MAX && line_at(facets, from - 1).value)
        from--;
    return from;
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
    case ACTION_GROUP_BEFORE: target = facet_before(facets, state->selected); ahead = true; break;
    case ACTION_GROUP_NEXT: target = next_facet(facets, state->selected); ahead = true; break;
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

void facets_say(struct browser *browser, struct buffer *out)
{
    struct line line = line_at(finding_facets(&browser->finding), browser->facets.selected);
    if (!line.value)
        return;
    const struct facet_value *value = line.value;
    const char *means = value->definition;
    bool cut = draw_columns(value->label) > label_columns(finding_facets(&browser->finding), value, browser->layout.pane[PANE_FACETS].columns);
    if (!means && cut)
        means = value->label;
    if (value->chosen)
        buffer_format(out, SAY_CHOSEN(value->fits), browser_key_name(browser, ACTION_CHOOSE), value->fits);
    else if (value->fits == 0)
        buffer_format(out, SAY_WOULD_FIT_NOTHING, browser_key_name(browser, ACTION_UNDO));
    if (means)
        buffer_format(out, "%s%s", out->length > 0 ? " " : "", means);
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

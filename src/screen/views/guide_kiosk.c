/* A question as the kiosk asks it: few words, large rows, each with its number, and nothing chosen before. */
#include <stdint.h>
#include <string.h>

#include "screen/draw.h"
#include "screen/views/choices.h"
#include "screen/views/guide.h"
#include "screen/words.h"

enum { NARROW_COLUMNS = 50, LINE_LINES = 2 };

/* An answer that leaves the weeks or the age open follows from the question before, so nobody has chosen it yet. */
static bool was_chosen(const struct browser *browser, size_t row)
{
    const struct guide_state *state = &browser->guide;
    if (row >= state->count || !guide_holds(browser, &state->choices[row]))
        return false;
    const char *any = strstr(state->choices[row].terms, ":any");
    return !guide_rows[state->question].amount || !any;
}

/* Whether a row behind the choices passes the question over. Nearly all questions have a choice that does; it is for those without, and to keep what was typed. */
static bool has_last_row(const struct browser *browser)
{
    const struct guide_state *state = &browser->guide;
    if (state->offered.choice_count > 0)
        return true;
    for (size_t i = 0; i < state->count; i++)
        if (guide_holds(browser, &state->choices[i]))
            return false;
    struct buffer now = {0};
    guide_now(&now, browser->finding.need, browser->finding.setting, state->question);
    bool holds = now.length > 0;
    buffer_wipe(&now);
    buffer_free(&now);
    return holds;
}

size_t guide_row_count(const struct browser *browser)
{
    return browser->guide.count + (kiosk_is(browser) && !has_last_row(browser) ? 0 : 1);
}

size_t guide_kiosk_marked(const struct browser *browser)
{
    const struct guide_state *state = &browser->guide;
    for (size_t i = 0; i < state->count; i++)
        if (was_chosen(browser, i))
            return i;
    return SIZE_MAX;
}

/* Lent until the next call: the words of the last row live in the state. */
static const char *label_of(const struct browser *browser, size_t row)
{
    const struct guide_state *state = &browser->guide;
    return row < state->count ? state->choices[row].label : buffer_text(&state->last_label);
}

static void name_last_row(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    struct buffer now = {0};
    buffer_wipe(&state->last_label);
    if (state->offered.choice_count == 0)
        guide_now(&now, browser->finding.need, browser->finding.setting, state->question);
    if (now.length > 0)
        buffer_format(&state->last_label, SAY_GUIDE_KEEP, buffer_text(&now));
    else
        buffer_add_text(&state->last_label, SAY_GUIDE_SKIP);
    buffer_wipe(&now);
    buffer_free(&now);
}

/* A town can only be typed, so there the line is always in view; elsewhere once something was typed. */
static bool has_line(const struct guide_state *state)
{
    return state->question == GUIDE_WHERE || state->line.text.length > 0;
}

static void draw_line(struct browser *browser, struct area area)
{
    struct guide_state *state = &browser->guide;
    bool long_words = state->question == GUIDE_WHERE && state->line.text.length == 0 && area.columns >= NARROW_COLUMNS;
    int row = area.row + area.rows - 1;
    int start = area.column + draw_text(row, area.column, area.columns, long_words ? SAY_KIOSK_TYPE : SAY_GUIDE_ANSWER, ROLE_PANE) + 1;
    int columns = area.column + area.columns - start;
    size_t from;
    size_t length;
    size_t cursor;
    line_edit_view(&state->line, (size_t)(columns > 2 ? columns : 2), &from, &length, &cursor);
    draw_bytes(row, start, columns, buffer_text(&state->line.text) + from, length, ROLE_EDIT);
    if (state->selected == SIZE_MAX && state->line.text.length > 0)
        draw_cursor(row, start + (int)cursor);
}

void guide_kiosk_draw(struct browser *browser, struct area area)
{
    struct guide_state *state = &browser->guide;
    bool line = has_line(state);
    name_last_row(browser);
    struct choices choices = {
        .heading = _(guide_rows[state->question].ask),
        .note = state->offered.sentence,
        .note_role = ROLE_WRONG,
        .count = guide_row_count(browser),
        .label = label_of,
        .held = was_chosen,
        .marked = state->selected,
        .foot = !line ? 0 : area.columns < NARROW_COLUMNS ? 1 : LINE_LINES,
    };
    struct area foot = choices_draw(browser, area, &choices, &state->top, &state->shown);
    if (line)
        draw_line(browser, foot);
}

/* How a question looks: the question, the line to type in, and the rows to choose from. On a small screen nothing else, and the rows scroll. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "screen/draw.h"
#include "screen/views/guide.h"
#include "screen/words.h"

enum { GUTTER = 2, NUMBER_COLUMNS = 3, HELD_COLUMNS = 4, FIT_COLUMNS = 9, FIT_COLUMNS_NARROW = 5, NARROW_COLUMNS = 60 };

/* Longer lines are hard to read; on a wide screen the question stands in the middle. */
enum { BLOCK_COLUMNS = 72, CENTRED_COLUMNS = 100 };

/* Title, what is found so far, and the empty lines between the parts. */
enum { REST_LINES = 6 };

/* How many would fit with each choice. Only where she chooses what to have: what she is no number should speak against. */
static void count_fits(struct browser *browser)
{
    struct guide_state *state = &browser->guide;
    struct finding *finding = &browser->finding;
    if (state->edition == finding->edition)
        return;
    state->edition = finding->edition;
    for (size_t i = 0; i < state->count; i++) {
        size_t counts[VERDICT_COUNT];
        struct need *need = need_copy(finding->need);
        struct guide_answer answer = guide_choose(&state->choices[i]);
        state->fits[i] = SIZE_MAX;
        if (guide_apply(need, finding->setting, state->question, &answer)) {
            matcher_count(finding->matcher, need, counts);
            state->fits[i] = counts[VERDICT_SUITS] + counts[VERDICT_ENDING] + counts[VERDICT_ASK];
        }
        guide_answer_free(&answer);
        need_free(need);
    }
}

static bool is_counted(enum guide_question question)
{
    return question == GUIDE_WHERE || question == GUIDE_HOW;
}

static void skip_lines(struct area *area, int lines)
{
    area->row += lines;
    area->rows -= lines;
}

/* Draws the text wrapped, as far as there is room, and takes its lines off the area. */
static void write_text(struct area *area, const char *text, enum role role)
{
    skip_lines(area, draw_wrapped(*area, text, role));
}

/* A row as it will be drawn. */
struct choice_look {
    char number[8];
    char fits[32];
    bool held;
    struct buffer label;
    int start; /* columns before the label, and for it */
    int room;
    int lines;
};

static struct choice_look look_of(const struct browser *browser, size_t row, int columns)
{
    const struct guide_state *state = &browser->guide;
    bool narrow = columns < NARROW_COLUMNS;
    struct choice_look look = {.start = GUTTER, .held = row < state->count && guide_holds(browser, &state->choices[row])};
    if (!guide_rows[state->question].amount)
        look.start += NUMBER_COLUMNS;
    if (row < state->count) {
        buffer_add_text(&look.label, state->choices[row].label);
        if (!guide_rows[state->question].amount && row < 9)
            snprintf(look.number, sizeof look.number, "%zu", row + 1);
        if (is_counted(state->question) && state->fits[row] != SIZE_MAX)
            snprintf(look.fits, sizeof look.fits, narrow ? "%zu" : SAY_GUIDE_FIT(state->fits[row]), state->fits[row]);
    } else {
        struct buffer now = {0};
        guide_now(&now, browser->finding.need, browser->finding.setting, state->question);
        if (now.length > 0)
            buffer_format(&look.label, SAY_GUIDE_KEEP, buffer_text(&now));
        else
            buffer_add_text(&look.label, SAY_GUIDE_SKIP);
        buffer_wipe(&now);
        buffer_free(&now);
    }
    look.room = columns - look.start - (*look.fits ? narrow ? FIT_COLUMNS_NARROW : FIT_COLUMNS : 0) - (look.held ? HELD_COLUMNS : 0);
    look.lines = draw_wrapped_rows(buffer_text(&look.label), look.room);
    return look;
}

static void look_done(struct choice_look *look)
{
    buffer_wipe(&look->label);
    buffer_free(&look->label);
}

/* Lines of the rows from one to another. */
static int rows_lines(const struct browser *browser, size_t from, size_t to, int columns, int between)
{
    int lines = 0;
    for (size_t row = from; row <= to; row++) {
        struct choice_look look = look_of(browser, row, columns);
        lines += look.lines + (row > from ? between : 0);
        look_done(&look);
    }
    return lines;
}

/* Keeps the marked row in view, and as many others as there is room for. */
static void settle(struct browser *browser, struct area area, int between)
{
    struct guide_state *state = &browser->guide;
    size_t marked = state->selected == SIZE_MAX ? 0 : state->selected;
    if (state->top > marked)
        state->top = marked;
    while (state->top < marked && rows_lines(browser, state->top, marked, area.columns, between) > area.rows)
        state->top++;
    while (state->top > 0 && rows_lines(browser, state->top - 1, state->count, area.columns, between) <= area.rows)
        state->top--;
    state->shown = 0;
    while (state->top + state->shown <= state->count &&
           rows_lines(browser, state->top, state->top + state->shown, area.columns, between) <= area.rows)
        state->shown++;
}

static void draw_choice(struct browser *browser, size_t row, struct area *area, int between)
{
    struct choice_look look = look_of(browser, row, area->columns);
    bool marked = row == browser->guide.selected;
    int top = area->row;
    int end = area->column + area->columns;
    draw_text(top, area->column + GUTTER, NUMBER_COLUMNS, look.number, ROLE_KEY);
    if (look.held)
        draw_right(top, area->column + look.start + look.room, HELD_COLUMNS, "[x]", ROLE_CHOSEN);
    draw_right(top, end - FIT_COLUMNS, FIT_COLUMNS, look.fits, ROLE_TEXT);
    struct area label = {top, area->column + look.start, area->rows, look.room};
    draw_wrapped(label, buffer_text(&look.label), marked ? ROLE_SELECTED : look.held ? ROLE_CHOSEN : ROLE_TEXT);
    hits_add(&browser->hits, (struct area){top, area->column, look.lines + between, area->columns}, HIT_CHOICE, row);
    if (marked) {
        draw_text(top, area->column, 1, ">", ROLE_TEXT);
        draw_cursor(top, area->column);
    }
    skip_lines(area, look.lines + between);
    look_done(&look);
}

static void draw_line(struct browser *browser, struct area area)
{
    struct guide_state *state = &browser->guide;
    struct buffer shown = {0};
    if (state->shown <= state->count)
        buffer_format(&shown, SAY_GUIDE_SHOWN, state->top + 1, state->top + state->shown, state->count + 1);
    int end = draw_right(area.row, area.column, area.columns, buffer_text(&shown), ROLE_NOTE);
    buffer_free(&shown);
    int start = area.column + draw_text(area.row, area.column, area.columns, SAY_GUIDE_ANSWER, ROLE_PANE) + 1;
    size_t from;
    size_t length;
    size_t cursor;
    int columns = end - start - 1;
    line_edit_view(&state->line, (size_t)(columns > 2 ? columns : 2), &from, &length, &cursor);
    draw_bytes(area.row, start, columns, buffer_text(&state->line.text) + from, length, ROLE_EDIT);
    if (state->selected == SIZE_MAX)
        draw_cursor(area.row, start + (int)cursor);
}

static void write_title(struct browser *browser, struct area *area)
{
    enum guide_question question = browser->guide.question;
    enum guide_question whole = question < GUIDE_COUNT ? question : GUIDE_STAGE;
    struct buffer words = {0};
    buffer_format(&words, SAY_GUIDE_QUESTION, (int)whole + 1, GUIDE_COUNT, _(guide_rows[question].title));
    write_text(area, buffer_text(&words), ROLE_PANE);
    buffer_free(&words);
}

static void write_so_far(struct browser *browser, struct area *area)
{
    const size_t *counts = browser->finding.answers.counts;
    struct buffer suits = {0};
    struct buffer ask = {0};
    struct buffer words = {0};
    buffer_format(&suits, SAY_SUITS(counts[VERDICT_SUITS] + counts[VERDICT_ENDING]), counts[VERDICT_SUITS] + counts[VERDICT_ENDING]);
    buffer_format(&ask, SAY_TO_ASK(counts[VERDICT_ASK]), counts[VERDICT_ASK]);
    buffer_format(&words, SAY_GUIDE_SO_FAR, buffer_text(&suits), buffer_text(&ask));
    write_text(area, buffer_text(&words), ROLE_COUNTS);
    buffer_free(&suits);
    buffer_free(&ask);
    buffer_free(&words);
}

void guide_draw(struct browser *browser, struct area area, bool has_keys)
{
    struct guide_state *state = &browser->guide;
    const struct guide_row *row = &guide_rows[state->question];
    (void)has_keys; /* it covers the panes, so it has them */
    if (kiosk_is(browser)) {
        guide_kiosk_draw(browser, area);
        return;
    }
    count_fits(browser);
    if (area.columns >= CENTRED_COLUMNS)
        area = (struct area){area.row, area.column + (area.columns - BLOCK_COLUMNS) / 2, area.rows, BLOCK_COLUMNS};
    else if (area.columns > BLOCK_COLUMNS)
        area.columns = BLOCK_COLUMNS;
    const char *ask = _(row->ask);
    const char *hint = state->offered.sentence ? state->offered.sentence : _(row->hint);
    int rows = (int)state->count + 1;
    bool first = state->path.count == 0;
    int rest = REST_LINES + (first ? draw_wrapped_rows(SAY_GUIDE_PRIVATE, area.columns) : 0);
    int lines = draw_wrapped_rows(ask, area.columns) + draw_wrapped_rows(hint, area.columns) + 1 + rows_lines(browser, 0, state->count, area.columns, 0);
    bool roomy = area.rows >= lines + rest;
    int between = area.rows >= lines + rest + rows ? 1 : 0;
    int gap = roomy ? 1 : 0;
    if (roomy)
        skip_lines(&area, (area.rows - lines - rest - between * rows) / 4);
    if (roomy) {
        write_title(browser, &area);
        if (first)
            write_text(&area, SAY_GUIDE_PRIVATE, ROLE_NOTE);
        skip_lines(&area, 1);
    }
    write_text(&area, ask, ROLE_HEADING);
    write_text(&area, hint, state->offered.sentence ? ROLE_WRONG : ROLE_TEXT);
    skip_lines(&area, gap);
    struct area line = area;
    skip_lines(&area, 1 + gap);
    area.rows -= 2 * gap;
    settle(browser, area, between);
    draw_line(browser, line);
    for (size_t i = 0; i < state->shown; i++)
        draw_choice(browser, state->top + i, &area, between);
    if (roomy) {
        skip_lines(&area, 1 - between);
        area.rows += 2;
        write_so_far(browser, &area);
    }
}

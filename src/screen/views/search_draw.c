/* How the search line looks, and what lies below it: what is wrong, and what could follow. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/words.h"
#include "text/width.h"

enum { GUTTER = 2, INSERT_COLUMNS = 26, LEAST_LABEL = 10, COUNT_COLUMNS = 7, WRONG_LINES = 4, MEANING_LINES = 3 };

/* How many would fit with each suggestion. Done when drawing, so that fast typing does not wait for it. */
static void count_suggestions(struct browser *browser)
{
    struct search_state *search = &browser->search;
    if (search->counted)
        return;
    search->counted = true;
    struct buffer text = {0};
    buffer_add_text(&text, buffer_text(&search->line.text));
    for (size_t i = 0; i < search->wrong_count; i++)
        if (search->wrongs[i].to < search->completions.from || search->wrongs[i].from > search->completions.to)
            memset(text.bytes + search->wrongs[i].from, ' ', search->wrongs[i].to - search->wrongs[i].from);
    for (size_t i = 0; i < search->completions.count; i++) {
        const char *insert = search->completions.items[i].insert;
        size_t length = strlen(insert);
        search->counts[i] = SIZE_MAX;
        if (length == 0 || insert[length - 1] == ':' || insert[length - 1] == ',')
            continue;
        struct buffer line = {0};
        buffer_add(&line, buffer_text(&text), search->completions.from);
        buffer_add_text(&line, insert);
        buffer_add_text(&line, buffer_text(&text) + search->completions.to);
        struct need *need = need_new();
        struct need_error error = {0};
        if (need_parse(need, browser->finding.setting, buffer_text(&line), &error)) {
            size_t counts[VERDICT_COUNT];
            matcher_count(browser->finding.matcher, need, counts);
            search->counts[i] = counts[VERDICT_SUITS] + counts[VERDICT_ENDING] + counts[VERDICT_ASK];
        }
        need_error_free(&error);
        need_free(need);
        buffer_wipe(&line);
        buffer_free(&line);
    }
    buffer_wipe(&text);
    buffer_free(&text);
}

/* Marks what is not understood, in the line and with a row of ^ below it. Gives the rows used. */
static int mark_wrong(struct browser *browser, struct area line, size_t shown, size_t length)
{
    const struct search_state *search = &browser->search;
    const char *text = buffer_text(&search->line.text);
    bool any = false;
    for (size_t i = 0; i < search->wrong_count; i++) {
        size_t from = search->wrongs[i].from > shown ? search->wrongs[i].from : shown;
        size_t to = search->wrongs[i].to < shown + length ? search->wrongs[i].to : shown + length;
        if (from >= to)
            continue;
        if (!any)
            draw_blank((struct area){line.row + 1, 0, 1, line.column + line.columns});
        any = true;
        int column = line.column + (int)width_columns(text + shown, from - shown);
        int columns = (int)width_columns(text + from, to - from);
        draw_bytes(line.row, column, line.column + line.columns - column, text + from, to - from, ROLE_WRONG);
        for (int at = column; at < column + columns; at++)
            draw_text(line.row + 1, at, 1, "^", ROLE_WRONG);
    }
    return any ? 1 : 0;
}

/* A sentence below the line: what is wrong, or what a suggestion means. Gives the rows used. */
static int draw_sentence(const char *text, struct area area, int most, enum role role)
{
    struct area lines = {area.row, area.column + GUTTER, most < area.rows ? most : area.rows, area.columns - GUTTER};
    int rows = draw_wrapped_rows(text, lines.columns);
    draw_blank((struct area){area.row, area.column, rows < lines.rows ? rows : lines.rows, area.columns});
    return draw_wrapped(lines, text, role);
}

/* Gives whether what it means could be said in full. */
static bool draw_suggestion(struct browser *browser, size_t number, struct area area)
{
    const struct search_state *search = &browser->search;
    const struct completion *completion = &search->completions.items[number];
    bool chosen = number == search->chosen;
    int start = area.column + GUTTER;
    int used = draw_text(area.row, start, area.columns - GUTTER, completion->insert, chosen ? ROLE_SELECTED : ROLE_NAME);
    int label = start + (used < INSERT_COLUMNS ? INSERT_COLUMNS : used + 2);
    int end = area.column + area.columns - COUNT_COLUMNS;
    bool whole = draw_columns(completion->label) <= end - label;
    if (whole || end - label >= LEAST_LABEL)
        draw_text(area.row, label, end - label, completion->label, ROLE_TEXT);
    if (search->counts[number] != SIZE_MAX) {
        char count[24];
        snprintf(count, sizeof count, "%zu", search->counts[number]);
        draw_right(area.row, end, COUNT_COLUMNS, count, ROLE_TEXT);
    }
    hits_add(&browser->hits, area, HIT_SUGGESTION, number);
    if (chosen) {
        draw_text(area.row, area.column, 1, ">", ROLE_TEXT);
        draw_cursor(area.row, area.column);
    }
    return whole;
}

static struct area below_lines(struct area area, int lines)
{
    return (struct area){area.row + lines, area.column, area.rows - lines, area.columns};
}

/* The area is the line; what is wrong and what could follow lie below it, in front of what is there. */
void search_draw(struct browser *browser, struct area area, bool has_keys)
{
    struct search_state *search = &browser->search;
    draw_blank(area);
    int label = draw_text(area.row, area.column, area.columns / 2, SAY_SEARCH, ROLE_PANE) + 1;
    size_t from;
    size_t length;
    size_t cursor;
    int start = area.column + label;
    line_edit_view(&search->line, (size_t)(area.columns - label), &from, &length, &cursor);
    draw_bytes(area.row, start, area.columns - label, buffer_text(&search->line.text) + from, length, ROLE_EDIT);
    if (has_keys)
        draw_cursor(area.row, start + (int)cursor);
    struct area below = {area.row + 1, area.column, browser->layout.body.row + browser->layout.body.rows - area.row - 1, area.columns};
    int used = mark_wrong(browser, (struct area){area.row, start, 1, area.columns - label}, from, length);
    used += draw_sentence(buffer_text(&search->sentence), below_lines(below, used), WRONG_LINES, ROLE_WRONG);
    count_suggestions(browser);
    bool whole = true;
    for (size_t i = 0; i < search->completions.count && used < below.rows; i++, used++) {
        struct area line = {below.row + used, below.column, 1, below.columns};
        draw_blank(line);
        whole = draw_suggestion(browser, i, line) || i != search->chosen ? whole : false;
    }
    if (!whole) /* of the marked one all is said */
        used += draw_sentence(search->completions.items[search->chosen].label, below_lines(below, used), MEANING_LINES, ROLE_NOTE);
    if (used > 0 && used < below.rows)
        draw_blank((struct area){below.row + used, below.column, 1, below.columns});
}

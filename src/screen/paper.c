#include "screen/paper.h"

#include <stdlib.h>
#include <string.h>

#include "screen/draw.h"
#include "screen/plain.h"
#include "text/buffer.h"
#include "text/memory.h"
#include "text/width.h"
#include "write/lines.h"

/* Columns for the mark of the current line. */
enum { GUTTER = 2 };

/* Lines of the page before that stay in view when the page is turned. */
enum { OVERLAP = 1 };

/* Text narrower than this is unreadable; the indent gives way. */
enum { LEAST_TEXT = 16 };

void paper_start(struct paper *paper, size_t columns, bool plain)
{
    if (!paper->arena)
        paper->arena = arena_new();
    arena_wipe(paper->arena);
    paper->count = 0;
    paper->columns = columns;
    paper->plain = plain;
    paper->tag = 0;
}

static void add_line(struct paper *paper, struct paper_line line)
{
    paper->lines = memory_room(paper->lines, paper->count, &paper->room, sizeof *paper->lines);
    paper->lines[paper->count++] = line;
}

static const char *keep(struct paper *paper, const char *text, size_t *length)
{
    struct buffer words = {0};
    if (paper->plain)
        plain_text(&words, text, strlen(text));
    else
        buffer_add_text(&words, text);
    *length = words.length;
    const char *kept = arena_copy(paper->arena, buffer_text(&words), words.length);
    buffer_free(&words);
    return kept;
}

static void add_wrapped(struct paper *paper, enum role role, const char *label, size_t indent, const char *text)
{
    size_t most = paper->columns > LEAST_TEXT ? paper->columns - LEAST_TEXT : 0;
    if (indent > most)
        indent = most;
    size_t left;
    const char *rest = keep(paper, text, &left);
    while (left > 0) {
        size_t next;
        size_t length = lines_break(rest, left, paper->columns - indent, &next);
        add_line(paper, (struct paper_line){role, indent, label, rest, length, paper->tag});
        label = NULL;
        rest += next;
        left -= next;
    }
}

void paper_add(struct paper *paper, enum role role, size_t indent, const char *text)
{
    add_wrapped(paper, role, NULL, indent, text);
}

/* A web address is no use in two halves: one word that fits into a line of its own, but not beside its label. */
static bool wants_own_line(const struct paper *paper, size_t indent, const char *text)
{
    size_t columns = width_columns(text, strlen(text));
    return !strpbrk(text, " \n") && columns + indent > paper->columns && columns <= paper->columns;
}

void paper_add_fact(struct paper *paper, const char *label, size_t indent, const char *text)
{
    size_t length;
    const char *kept = keep(paper, label, &length);
    bool own_line = wants_own_line(paper, indent, text);
    /* A label that is wider than its column, or a screen too narrow for two columns: the label has a line of its own. */
    if (own_line || width_columns(kept, length) + 1 > indent || indent + LEAST_TEXT > paper->columns) {
        bool fits = width_columns(text, strlen(text)) + GUTTER <= paper->columns;
        add_wrapped(paper, ROLE_LABEL, NULL, 0, label);
        add_wrapped(paper, ROLE_TEXT, NULL, own_line && !fits ? 0 : GUTTER, text);
        return;
    }
    add_wrapped(paper, ROLE_TEXT, kept, indent, text);
}

void paper_add_gap(struct paper *paper)
{
    if (paper->count > 0 && paper->lines[paper->count - 1].length > 0)
        add_line(paper, (struct paper_line){.role = ROLE_TEXT, .text = ""});
}

void paper_rewind(struct paper *paper)
{
    paper->current = 0;
    paper->top = 0;
}

/* Keeps the current line in view. The page is turned rather than shifted: less is written, and a reader of braille finds a still page. */
static void keep_in_view(struct paper *paper, size_t rows)
{
    if (paper->count == 0) {
        paper_rewind(paper);
        return;
    }
    if (paper->current >= paper->count)
        paper->current = paper->count - 1;
    if (rows == 0)
        return;
    size_t overlap = rows > 2 ? OVERLAP : 0;
    if (paper->current >= paper->top + rows)
        paper->top = paper->current - overlap;
    else if (paper->current < paper->top)
        paper->top = paper->current + 1 + overlap > rows ? paper->current + 1 + overlap - rows : 0;
    size_t last_top = paper->count > rows ? paper->count - rows : 0;
    if (paper->top > last_top)
        paper->top = last_top;
}

bool paper_move(struct paper *paper, enum action action, int rows)
{
    size_t page = rows > 2 ? (size_t)rows - OVERLAP : 1;
    size_t last = paper->count > 0 ? paper->count - 1 : 0;
    switch (action) {
    case ACTION_UP: paper->current -= paper->current > 0; break;
    case ACTION_DOWN: paper->current += paper->current < last; break;
    case ACTION_FIRST: paper->current = 0; break;
    case ACTION_LAST: paper->current = last; break;
    case ACTION_PAGE_UP:
        paper->current = paper->top > page ? paper->top - page : 0;
        paper->top = paper->current;
        break;
    case ACTION_PAGE_DOWN:
        if (paper->top + (size_t)rows >= paper->count) {
            paper->current = last;
        } else {
            paper->top += page;
            paper->current = paper->top;
        }
        break;
    default: return false;
    }
    keep_in_view(paper, (size_t)rows);
    return true;
}

void paper_scroll(struct paper *paper, int lines, int rows)
{
    size_t count = (size_t)(lines < 0 ? -lines : lines);
    size_t seen = rows > 0 ? (size_t)rows : 1;
    size_t last_top = paper->count > seen ? paper->count - seen : 0;
    if (lines < 0)
        paper->top = paper->top > count ? paper->top - count : 0;
    else
        paper->top = paper->top + count < last_top ? paper->top + count : last_top;
    if (paper->current < paper->top)
        paper->current = paper->top;
    else if (paper->current >= paper->top + seen)
        paper->current = paper->top + seen - 1;
}

void paper_draw(struct paper *paper, struct area area, bool has_keys, struct hits *hits)
{
    keep_in_view(paper, (size_t)area.rows);
    int wide = area.columns - GUTTER;
    for (int i = 0; i < area.rows && paper->top + (size_t)i < paper->count; i++) {
        size_t number = paper->top + (size_t)i;
        const struct paper_line *line = &paper->lines[number];
        int row = area.row + i;
        int start = area.column + GUTTER;
        if (line->label)
            draw_text(row, start, wide, line->label, ROLE_LABEL);
        draw_bytes(row, start + (int)line->indent, wide - (int)line->indent, line->text, line->length, line->role);
        hits_add(hits, (struct area){row, area.column, 1, area.columns}, HIT_LINE, number);
        if (has_keys && number == paper->current) {
            draw_text(row, area.column, 1, ">", ROLE_TEXT);
            draw_cursor(row, area.column);
        }
    }
    if (has_keys && paper->count == 0)
        draw_cursor(area.row, area.column);
}

void paper_free(struct paper *paper)
{
    if (paper->arena)
        arena_wipe(paper->arena);
    arena_free(paper->arena);
    free(paper->lines);
    *paper = (struct paper){0};
}

/* A text to read in an area: wrapped lines with roles, one of them the current one, where the cursor is. For the entry, urgent help and lists of
 * problems. */
#ifndef SCREEN_PAPER_H
#define SCREEN_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "screen/actions.h"
#include "screen/hits.h"
#include "screen/layout.h"
#include "screen/theme.h"
#include "text/arena.h"

struct paper_line {
    enum role role;
    size_t indent; /* columns before the text */
    const char *label; /* drawn at the start of the line, before the indent ends; NULL */
    const char *text;
    size_t length;
    int tag; /* what the line stands for; 0: nothing */
};

/* Start with {0}. */
struct paper {
    struct arena *arena; /* holds the texts */
    struct paper_line *lines;
    size_t count;
    size_t room;
    size_t columns; /* that it was wrapped to */
    bool plain;
    int tag;        /* given to the lines that are added */
    size_t current; /* line on which the cursor is */
    size_t top;     /* first line in view */
};

/* Empties the paper to be written anew, for so many columns; plain: only characters that every console has. */
void paper_start(struct paper *paper, size_t columns, bool plain);

/* Appends a text, wrapped, each line indented. Line breaks in it stay. The text is copied. */
void paper_add(struct paper *paper, enum role role, size_t indent, const char *text);

/* Appends a text with a label before its first line. */
void paper_add_fact(struct paper *paper, const char *label, size_t indent, const char *text);

/* Appends an empty line, but none at the start and no two of them. */
void paper_add_gap(struct paper *paper);

/* Moves the current line; rows are what the area holds. Gives whether the action is one for a text. */
bool paper_move(struct paper *paper, enum action action, int rows);

/* Shifts what is in view by so many lines, for the wheel of a mouse. */
void paper_scroll(struct paper *paper, int lines, int rows);

/* Goes to the top. */
void paper_rewind(struct paper *paper);

/* Draws what fits into the area, two columns at its left for the mark, and parks the cursor if the keys go here. */
void paper_draw(struct paper *paper, struct area area, bool has_keys, struct hits *hits);

void paper_free(struct paper *paper);

#endif

/* Coverage on paper and on the terminal: a table, a map of tiles, a web page, and lines and JSON for other programs. Everything is appended to a buffer. */
#ifndef WRITE_COVERAGE_H
#define WRITE_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "match/coverage.h"
#include "read/tiles.h"
#include "text/buffer.h"

struct coverage_look {
    size_t columns; /* of the terminal */
    bool ascii;     /* nothing but ASCII of our own */
};

/* The table, in as many parts as the columns ask for, then the gaps in words. */
void coverage_table(struct buffer *out, const struct coverage *coverage, struct coverage_look look);

/* A map of the areas for each value, by nation or region, then what the short names and the shades mean. Areas without a tile are left out. */
void coverage_map(struct buffer *out, const struct coverage *coverage, const struct tiles *tiles, struct coverage_look look);

/* One row for each area and value; cells that a spreadsheet would run are guarded with ' as the reader of catalogues takes it away again. RFC 4180. */
void coverage_csv(struct buffer *out, const struct coverage *coverage);

void coverage_json(struct buffer *out, const struct coverage *coverage);

/* A whole document that fetches nothing and runs nothing: maps from the one (it may have no areas), the table and the gaps from the other. */
void coverage_html(struct buffer *out, const struct coverage *table, const struct coverage *map, const struct tiles *tiles, const char *date);

/* The sentence of one gap: "No one-to-one for a child of 12 months in Fife; 1 to ask." */
void coverage_gap(struct buffer *out, const struct coverage *coverage, size_t area, size_t value);

/* Gives each sentence about gaps, areas with the same counts together. Calls say with a text that lives until it returns. */
void coverage_gaps(const struct coverage *coverage, void (*say)(void *data, const char *sentence), void *data);

/* How dark a cell is: 0 nothing, 1 only something to ask (or ending), 2 to 4 by how many suit beside the most in any cell. */
enum { COVERAGE_SHADES = 5 };
unsigned coverage_shade(const struct coverage_cell *cell, size_t most);
size_t coverage_most(const struct coverage *coverage);

/* Appends what stands in a cell: "12", "0 ?3" (3 to ask), "0 e1 ?3" (1 ending soon). */
void coverage_cell_text(struct buffer *out, const struct coverage_cell *cell);

/* Appends what is counted: "How, in 32 areas; pregnant, 20 weeks". */
void coverage_heading(struct buffer *out, const struct coverage *coverage);

#endif

/* The layout of the tile map: which area stands in which column and row, and what it is called where there is room for four letters. Data, not code. */
#ifndef READ_TILES_H
#define READ_TILES_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/place.h"
#include "catalogue/problem.h"
#include "text/arena.h"

/* Columns and rows of a map go from 1 to this. */
#define TILES_ACROSS_MOST 40

/* Short names have at most so many columns of a terminal. */
#define TILE_SHORT_MOST 4

struct tile {
    place_id area;
    place_id map; /* the region of a council area, where there are regions; else the nation: each has a map of its own */
    const char *short_name;
    unsigned column;
    unsigned row;
};

struct tiles {
    struct arena *arena; /* holds the texts */
    struct tile *items;  /* in the order of the file */
    size_t count;
};

/* Reads a CSV file with the columns area, short, column and row. A row with an unknown area, a number that will not do, a place that is taken or an area
 * that has its tile is a problem and left out. False, with a problem, when the file cannot be read or no row is left. The caller frees. */
bool tiles_read(struct tiles *tiles, const char *path, const struct gazetteer *gazetteer, struct problems *problems);
void tiles_free(struct tiles *tiles);

/* The tile of the area, or NULL. */
const struct tile *tiles_find(const struct tiles *tiles, place_id area);

#endif

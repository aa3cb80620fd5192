/* Coverage: what there is where. Areas × the values of one facet, each cell the counts that the need gives with that area and that value. */
#ifndef MATCH_COVERAGE_H
#define MATCH_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "match/answer.h"
#include "match/criteria.h"
#include "text/arena.h"

/* As find counts them. */
struct coverage_cell {
    size_t suits;
    size_t ending;
    size_t ask;
};

struct coverage_value {
    const char *label;   /* "one-to-one", "12 months old" */
    const char *term;    /* what find takes: "format:one-to-one"; NULL where the need is not divided */
    const char *missing; /* begins the sentence of a gap, translated: "No one-to-one for a child of 12 months" */
};

/* Texts live in the arena, but for names of places, which the catalogue's gazetteer lends. */
struct coverage {
    struct arena *arena;
    const char *need;  /* the line of the need without its places; "" when it asks nothing else */
    const char *words; /* the same in words, for people: "Pregnant, 20 weeks · not online" */
    const char *title; /* of the facet: "How"; NULL where the need is not divided */
    enum key by;       /* KEY_COUNT where the need is not divided */
    place_id *areas;   /* in the order of the gazetteer */
    const char **names;
    size_t area_count;
    struct coverage_value *values; /* at least one */
    size_t value_count;
    struct coverage_cell *cells; /* area by area: cells[area * value_count + value] */
    size_t gaps; /* cells in which nothing suits */
    size_t services; /* of the whole list, whatever the need */
    size_t offers;
};

/* The council areas within the places (all of them where count is 0), or a place itself that holds none, each once; *area_count gets how many. The
 * caller frees. */
place_id *coverage_areas(const struct gazetteer *gazetteer, const place_id *within, size_t count, size_t *area_count);

/* The nations that the offers name, or in which a place lies that they name, at most room of them; gives how many. */
size_t coverage_nations(struct matcher *matcher, place_id *nations, size_t room);

/* Counts the need in each of the areas by the values of the key's facet: those that offers state, and every format and person there is. KEY_COUNT: one
 * column, undivided. Terms in: of the need are left out. The areas are copied. The caller frees with coverage_free. */
struct coverage coverage_of(struct matcher *matcher, const struct need *need, enum key by, const place_id *areas, size_t area_count);
void coverage_free(struct coverage *coverage);

/* Whether the key has a facet by which coverage can be told; places are the other side of the table. */
bool coverage_divides(enum key key);

static inline const struct coverage_cell *coverage_at(const struct coverage *coverage, size_t area, size_t value)
{
    return &coverage->cells[area * coverage->value_count + value];
}

/* Appends what the need leaves missing, the beginning of the sentence of a gap: coverage_words.c. */
void coverage_missing(struct buffer *out, const struct need_setting *setting, const struct need *need);

#endif

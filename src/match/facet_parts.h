/* What the files about facets share. */
#ifndef MATCH_FACET_PARTS_H
#define MATCH_FACET_PARTS_H

#include "match/matcher_parts.h"
#include "match/words.h"

/* The values of one facet as they are gathered. */
struct facet_making {
    struct matcher *matcher;
    const struct need *need;
    struct arena *arena; /* of the facets */
    struct facet_value *values;
    size_t count;
    size_t room;
};

/* Adds a value, once. Texts are copied; definition may be NULL. */
void facet_add(struct facet_making *making, const char *label, const char *term, const char *definition, unsigned depth);

/* Adds all values of the key's facet that offers state or the need names. */
void facet_values(struct facet_making *making, enum key key);
void facet_places(struct facet_making *making);

/* The words and places that the offers of a catalogue state which can be an answer. */
struct stated {
    bool *terms[LIST_COUNT]; /* by index; NULL for lists that are no facet */
    bool *places;            /* stated, or holding one that is */
    bool fathers;
    bool sessions;
};

struct stated *stated_of(const struct matcher *matcher);

#endif

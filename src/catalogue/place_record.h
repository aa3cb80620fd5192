/* What the gazetteer keeps. Only for the place_….c files: everything else asks place.h. */
#ifndef CATALOGUE_PLACE_RECORD_H
#define CATALOGUE_PLACE_RECORD_H

#include <stddef.h>

#include "catalogue/names.h"
#include "catalogue/place.h"
#include "text/arena.h"

enum { OUTCODE_ROOM = 5 }; /* four letters or digits and a NUL */

/* A place as another one names it. */
struct link {
    const char *name;
    place_id place; /* PLACE_NONE until a place of that name is known */
};

struct links {
    struct link *items;
    size_t count;
};

struct record {
    struct place place;
    struct links inside;
    struct links holds;
    place_id *councils; /* the council areas that it is made of, lowest first; a council itself is one */
    size_t council_count;
};

struct outcode {
    char text[OUTCODE_ROOM];
    place_id place;
    struct point centre;
};

struct gazetteer {
    struct arena *arena;      /* as stated */
    struct arena *worked_out; /* parents, ancestors, council areas: new with each gazetteer_finish */
    struct record **records;  /* each stays where it is, so that its place can be lent */
    size_t count;
    size_t room;
    struct names *names;
    struct outcode *outcodes;
    size_t outcode_count;
    size_t outcode_room;
    struct names *outcode_names;
};

/* The outward code of a text that has the shape of a postcode, in capitals; false when it has not. Forgets the rest. */
bool outward_code(const char *text, size_t length, char outward[OUTCODE_ROOM]);

/* The number of an outward code, or NAMES_NONE. */
uint32_t outcode_number(const struct gazetteer *gazetteer, const char outward[OUTCODE_ROOM]);

#endif

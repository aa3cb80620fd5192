/* The gazetteer: the places of the United Kingdom, what lies in what, and postcodes. */
#ifndef CATALOGUE_PLACE_H
#define CATALOGUE_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint32_t place_id;
#define PLACE_NONE UINT32_MAX

/* From the widest to the most local. */
enum place_kind {
    PLACE_COUNTRY,
    PLACE_NATION,
    PLACE_REGION,
    PLACE_GROUP, /* a set of areas that a catalogue or custom names: Central Scotland */
    PLACE_COUNTY,
    PLACE_HEALTH_BOARD,
    PLACE_COUNCIL,
    PLACE_LOCALITY,
    PLACE_KIND_COUNT,
};

/* A point on the ground in degrees; not known when latitude is NAN. */
struct point {
    double latitude;
    double longitude;
};

struct place {
    const char *name;
    enum place_kind kind;
    struct point centre;
    const place_id *parents; /* directly above, as the file states them */
    size_t parent_count;
    const place_id *ancestors; /* everything above, nearest first */
    size_t ancestor_count;
};

/* What gazetteer_add takes; texts are copied. inside names parents, which may be added later. Only name must be set. */
struct place_entry {
    const char *name;
    enum place_kind kind;
    struct point centre;
    const char *const *inside;
    size_t inside_count;
    const char *const *also;
    size_t also_count;
    const char *const *holds; /* other places that lie in it, for a catalogue that makes a group of known areas */
    size_t holds_count;
};

struct gazetteer;

struct gazetteer *gazetteer_new(void);
void gazetteer_free(struct gazetteer *gazetteer);

/* Adds a place. Gives NULL, or the name that another place has already (then the place still stands, under its other names,
 * or not at all when its own name is taken). */
const char *gazetteer_add(struct gazetteer *gazetteer, const struct place_entry *entry);

/* Adds an outward code, which lies in the place named, or moves it there (false: no such place, or no outward code). */
bool gazetteer_add_outcode(struct gazetteer *gazetteer, const char *outcode, const char *place, struct point centre);

/* Works out parents, ancestors and common ground; call after the last gazetteer_add and again after later ones (a catalogue's
 * own places). Gives NULL, or the first name of inside or holds that no place has. A place that would lie inside itself loses that
 * parent. A place has at most 128 ancestors: no real one has a tenth of that. */
const char *gazetteer_finish(struct gazetteer *gazetteer);

size_t gazetteer_count(const struct gazetteer *gazetteer);
const struct place *gazetteer_at(const struct gazetteer *gazetteer, place_id place);

/* The place that the text names under fold_key, or PLACE_NONE. */
place_id gazetteer_find(const struct gazetteer *gazetteer, const char *text, size_t length);

/* Up to room places whose names are nearest to the text (slips of the finger), or that begin with it; best first. */
size_t gazetteer_near(const struct gazetteer *gazetteer, const char *text, size_t length, place_id *near, size_t room);

/* A place as a need or a meeting states it: by name or by postcode. */
struct whereabouts {
    place_id place;      /* PLACE_NONE when not found */
    struct point centre; /* of the outward code where one was given, else of the place */
    char outcode[5];     /* "FK1"; "" when named, not by postcode. Never more of a postcode than this. */
};

/* Understands a name or a postcode, full or outward only, any case, spaces, hyphens, brackets, full stops. The inward part is
 * dropped at once. place is PLACE_NONE when nothing is known by that name. */
struct whereabouts gazetteer_whereabouts(const struct gazetteer *gazetteer, const char *text, size_t length);

/* Whether the text has the shape of a UK postcode or outward code, known or not. */
bool gazetteer_is_postcode(const char *text, size_t length);

/* outer is inner or lies above it. */
bool place_contains(const struct gazetteer *gazetteer, place_id outer, place_id inner);

/* One contains the other, or both hold a council area in common. What MATCHING.md calls serving a place. */
bool place_shares(const struct gazetteer *gazetteer, place_id left, place_id right);

/* The nation a place lies in, or all of its council areas do; or PLACE_NONE (the United Kingdom itself). */
place_id place_nation(const struct gazetteer *gazetteer, place_id place);

/* The region that a council area lies in; PLACE_NONE for any other place, and where there are no regions. */
place_id place_region(const struct gazetteer *gazetteer, place_id place);

/* The place a person would name to say where this one is: a council's health board, county or region (by which is most local),
 * a locality's council; PLACE_NONE for nations. */
place_id place_around(const struct gazetteer *gazetteer, place_id place);

/* Miles between two known points over the ground (great circle). */
double point_miles(struct point left, struct point right);
bool point_known(struct point point);

/* The least distance in miles from the point to the centre of the place or of any council area in it; INFINITY when unknown. */
double place_miles(const struct gazetteer *gazetteer, place_id place, struct point from);

const char *place_kind_name(enum place_kind kind); /* as in the file: "health-board" */
bool place_kind_named(const char *name, size_t length, enum place_kind *kind);

#endif

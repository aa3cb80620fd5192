/* The facet of places, like a map that opens where one looks: the nations, then what lies around the place that was chosen, then what is in it. */
#include "match/facet_parts.h"
#include "match/need_parts.h"

enum { PLACES_MOST = 40 };

static void add_place(struct facet_making *making, place_id place, unsigned depth)
{
    const char *name = gazetteer_at(making->matcher->catalogue->gazetteer, place)->name;
    struct buffer term = {0};
    buffer_format(&term, "%s:", criteria[KEY_IN].key);
    need_value_line(&term, name, false);
    facet_add(making, name, buffer_text(&term), NULL, depth);
    buffer_free(&term);
}

static bool lies_directly_in(const struct place *place, place_id around)
{
    for (size_t i = 0; i < place->parent_count; i++) {
        if (place->parents[i] == around)
            return true;
    }
    return false;
}

/* What lies directly in a place and is named by an offer, or has something in it that is. The chosen one opens in its turn. */
static void add_inside(struct facet_making *making, place_id around, unsigned depth, const place_id *open, size_t open_count)
{
    const struct gazetteer *gazetteer = making->matcher->catalogue->gazetteer;
    size_t count = gazetteer_count(gazetteer);
    for (place_id inner = 0; inner < count; inner++) {
        const struct place *place = gazetteer_at(gazetteer, inner);
        bool opens = open_count > 0 && inner == open[open_count - 1];
        bool shown = making->matcher->stated->places[inner] && making->count < PLACES_MOST;
        if (!opens && (!shown || !lies_directly_in(place, around)))
            continue;
        add_place(making, inner, depth);
        if (opens)
            add_inside(making, inner, depth + 1, open, open_count - 1);
    }
}

/* From the chosen place up to its nation; gives how many. */
static size_t path_up(const struct gazetteer *gazetteer, place_id place, place_id *path, size_t room)
{
    size_t count = 0;
    for (place_id at = place; at != PLACE_NONE && count < room; at = place_around(gazetteer, at))
        path[count++] = at;
    place_id nation = place == PLACE_NONE ? PLACE_NONE : place_nation(gazetteer, place);
    if (count > 0 && count < room && nation != PLACE_NONE && path[count - 1] != nation)
        path[count++] = nation;
    return count;
}

/* What the need names and the map does not show: the kingdom, a second place. */
static void add_own_places(struct facet_making *making)
{
    for (size_t i = 0; i < need_count(making->need); i++) {
        const struct need_term *term = need_at(making->need, i);
        for (size_t j = 0; term->key == KEY_IN && j < term->count; j++)
            add_place(making, term->values[j].where.place, 0);
    }
}

void facet_places(struct facet_making *making)
{
    const struct gazetteer *gazetteer = making->matcher->catalogue->gazetteer;
    place_id path[PLACE_KIND_COUNT + 1];
    size_t length = path_up(gazetteer, need_place(making->need), path, PLACE_KIND_COUNT + 1);
    size_t count = gazetteer_count(gazetteer);
    for (place_id place = 0; place < count; place++) {
        if (gazetteer_at(gazetteer, place)->kind != PLACE_NATION)
            continue;
        bool opens = length > 0 && path[length - 1] == place;
        /* The four nations of the kingdom are always there; islands outside it where an offer names them. */
        if (!opens && !making->matcher->stated->places[place] && gazetteer_at(gazetteer, place)->ancestor_count == 0)
            continue;
        add_place(making, place, 0);
        if (opens)
            add_inside(making, place, 1, path, length - 1);
    }
    add_own_places(making);
}

/* What lies in what, what has ground in common, and how far apart. */
#include "catalogue/place.h"

#include <math.h>
#include <string.h>

#include "catalogue/place_record.h"
#include "text/buffer.h"
#include "text/fold.h"

static const struct record *record_of(const struct gazetteer *gazetteer, place_id place)
{
    return place < gazetteer->count ? gazetteer->records[place] : NULL;
}

bool place_contains(const struct gazetteer *gazetteer, place_id outer, place_id inner)
{
    const struct record *record = record_of(gazetteer, inner);
    if (record == NULL)
        return false;
    if (outer == inner)
        return true;
    for (size_t i = 0; i < record->place.ancestor_count; i++) {
        if (record->place.ancestors[i] == outer)
            return true;
    }
    return false;
}

static bool has_council(const struct record *record, place_id council)
{
    size_t low = 0;
    size_t high = record->council_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (record->councils[middle] < council)
            low = middle + 1;
        else
            high = middle;
    }
    return low < record->council_count && record->councils[low] == council;
}

static bool councils_in_common(const struct record *left, const struct record *right)
{
    const struct record *fewer = left->council_count < right->council_count ? left : right;
    const struct record *more = fewer == left ? right : left;
    if (fewer->council_count == 0 || fewer->councils[fewer->council_count - 1] < more->councils[0] ||
        fewer->councils[0] > more->councils[more->council_count - 1])
        return false;
    for (size_t i = 0; i < fewer->council_count; i++) {
        if (has_council(more, fewer->councils[i]))
            return true;
    }
    return false;
}

bool place_shares(const struct gazetteer *gazetteer, place_id left, place_id right)
{
    const struct record *left_record = record_of(gazetteer, left);
    const struct record *right_record = record_of(gazetteer, right);
    if (left_record == NULL || right_record == NULL)
        return false;
    return place_contains(gazetteer, left, right) || place_contains(gazetteer, right, left) ||
           councils_in_common(left_record, right_record);
}

/* The nearest ancestor of the kind, or PLACE_NONE. */
static place_id ancestor_of_kind(const struct gazetteer *gazetteer, const struct record *record, enum place_kind kind)
{
    for (size_t i = 0; i < record->place.ancestor_count; i++) {
        if (gazetteer_at(gazetteer, record->place.ancestors[i])->kind == kind)
            return record->place.ancestors[i];
    }
    return PLACE_NONE;
}

/* The nation that all council areas of a place lie in, for a group that a catalogue makes of them; PLACE_NONE when there are
 * several, or none. */
static place_id nation_of_councils(const struct gazetteer *gazetteer, const struct record *record)
{
    place_id nation = PLACE_NONE;
    for (size_t i = 0; i < record->council_count; i++) {
        const struct record *council = gazetteer->records[record->councils[i]];
        place_id next = ancestor_of_kind(gazetteer, council, PLACE_NATION);
        if (next == PLACE_NONE || (nation != PLACE_NONE && next != nation))
            return PLACE_NONE;
        nation = next;
    }
    return nation;
}

place_id place_nation(const struct gazetteer *gazetteer, place_id place)
{
    const struct record *record = record_of(gazetteer, place);
    if (record == NULL || record->place.kind == PLACE_COUNTRY)
        return PLACE_NONE;
    if (record->place.kind == PLACE_NATION)
        return place;
    place_id nation = ancestor_of_kind(gazetteer, record, PLACE_NATION);
    return nation == PLACE_NONE ? nation_of_councils(gazetteer, record) : nation;
}

place_id place_region(const struct gazetteer *gazetteer, place_id place)
{
    const struct record *record = record_of(gazetteer, place);
    return record != NULL && record->place.kind == PLACE_COUNCIL ? ancestor_of_kind(gazetteer, record, PLACE_REGION) : PLACE_NONE;
}

/* Whether the wider place is only the same name again: "NHS Highland" around "Highland". */
static bool same_name(const struct place *place, const struct place *wider)
{
    struct buffer key = {0};
    struct buffer wider_key = {0};
    buffer_add_text(&key, "nhs");
    fold_key(&key, place->name, strlen(place->name));
    fold_key(&wider_key, wider->name, strlen(wider->name));
    bool same = strcmp(buffer_text(&key), buffer_text(&wider_key)) == 0;
    buffer_free(&key);
    buffer_free(&wider_key);
    return same;
}

/* Whether naming the wider place says more than naming this one does. */
static bool says_more(const struct record *record, const struct record *wider)
{
    if (record->place.kind == PLACE_COUNCIL && wider->council_count < 2)
        return false;
    return !same_name(&record->place, &wider->place);
}

/* The health board, county or region around the place: the most local kind of these, of its places the smallest. */
static place_id board_county_or_region(const struct gazetteer *gazetteer, const struct record *record)
{
    place_id best = PLACE_NONE;
    const struct record *best_record = NULL;
    for (size_t i = 0; i < record->place.ancestor_count; i++) {
        const struct record *wider = gazetteer->records[record->place.ancestors[i]];
        enum place_kind kind = wider->place.kind;
        if ((kind != PLACE_HEALTH_BOARD && kind != PLACE_COUNTY && kind != PLACE_REGION) || !says_more(record, wider))
            continue;
        if (best_record == NULL || kind > best_record->place.kind ||
            (kind == best_record->place.kind && wider->council_count < best_record->council_count)) {
            best = record->place.ancestors[i];
            best_record = wider;
        }
    }
    return best;
}

place_id place_around(const struct gazetteer *gazetteer, place_id place)
{
    const struct record *record = record_of(gazetteer, place);
    if (record == NULL || record->place.kind <= PLACE_NATION)
        return PLACE_NONE;
    place_id around = PLACE_NONE;
    if (record->place.kind == PLACE_LOCALITY)
        around = ancestor_of_kind(gazetteer, record, PLACE_COUNCIL);
    if (around == PLACE_NONE && record->place.kind >= PLACE_COUNCIL)
        around = board_county_or_region(gazetteer, record);
    return around == PLACE_NONE ? place_nation(gazetteer, place) : around;
}

bool point_known(struct point point)
{
    return isfinite(point.latitude) && isfinite(point.longitude);
}

double point_miles(struct point left, struct point right)
{
    const double radius = 3958.7613; /* the Earth's mean radius, 6371.0088 km (IUGG), in miles */
    const double a_degree = 0.017453292519943295; /* in radians */
    double latitudes = sin((right.latitude - left.latitude) * a_degree / 2);
    double longitudes = sin((right.longitude - left.longitude) * a_degree / 2);
    double chord = latitudes * latitudes +
                   cos(left.latitude * a_degree) * cos(right.latitude * a_degree) * longitudes * longitudes;
    return 2 * radius * asin(sqrt(fmin(1.0, chord)));
}

double place_miles(const struct gazetteer *gazetteer, place_id place, struct point from)
{
    const struct record *record = record_of(gazetteer, place);
    double least = (double)INFINITY;
    if (record == NULL || !point_known(from))
        return least;
    if (point_known(record->place.centre))
        least = point_miles(from, record->place.centre);
    for (size_t i = 0; i < record->council_count; i++) {
        struct point centre = gazetteer_at(gazetteer, record->councils[i])->centre;
        if (point_known(centre))
            least = fmin(least, point_miles(from, centre));
    }
    return least;
}

/* Where: does the offer serve the place, and if not, is it near? MATCHING.md, "Place" and "Verdicts". */
#include <math.h>
#include <stdlib.h>

#include "match/judge.h"
#include "text/memory.h"

place_id area_serving(const struct gazetteer *gazetteer, struct numbers areas, place_id place)
{
    place_id serving = PLACE_NONE;
    for (uint32_t i = 0; i < areas.count; i++) {
        if (!place_shares(gazetteer, areas.items[i], place))
            continue;
        if (serving == PLACE_NONE || gazetteer_at(gazetteer, areas.items[i])->kind > gazetteer_at(gazetteer, serving)->kind)
            serving = areas.items[i];
    }
    return serving;
}

bool area_is_part(const struct gazetteer *gazetteer, const struct whereabouts *where, place_id area)
{
    return where->outcode[0] && gazetteer_at(gazetteer, where->place)->kind < PLACE_COUNCIL && !place_contains(gazetteer, area, where->place);
}

struct place_seen {
    const struct gazetteer *gazetteer;
    const struct whereabouts *from;
    double *miles;         /* below 0: not worked out yet */
    unsigned char *serves; /* enum value + 1; 0: not worked out yet */
};

struct place_seen *place_seen_new(const struct gazetteer *gazetteer, const struct whereabouts *from)
{
    struct place_seen *seen = memory_new(1, sizeof *seen);
    size_t count = gazetteer_count(gazetteer);
    seen->gazetteer = gazetteer;
    seen->from = from;
    seen->serves = memory_new(count, sizeof *seen->serves);
    seen->miles = memory_new(count, sizeof *seen->miles);
    for (size_t i = 0; i < count; i++)
        seen->miles[i] = -1;
    return seen;
}

void place_seen_free(struct place_seen *seen)
{
    free(seen->serves);
    free(seen->miles);
    free(seen);
}

static double place_seen_miles(struct place_seen *seen, place_id area)
{
    if (seen->miles[area] < 0)
        seen->miles[area] = place_gap(seen->gazetteer, seen->from, area);
    return seen->miles[area];
}

static enum value area_value(const struct gazetteer *gazetteer, place_id area, const struct whereabouts *where)
{
    if (!place_shares(gazetteer, area, where->place))
        return VALUE_NO;
    return area_is_part(gazetteer, where, area) ? VALUE_ASK : VALUE_YES;
}

static enum value place_seen_serves(struct place_seen *seen, place_id area)
{
    if (seen->serves[area] == 0)
        seen->serves[area] = (unsigned char)(area_value(seen->gazetteer, area, seen->from) + 1);
    return (enum value)(seen->serves[area] - 1);
}

static enum value areas_value(const struct judge_setting *setting, struct numbers areas, const struct whereabouts *where)
{
    enum value best = VALUE_NO;
    for (uint32_t i = 0; i < areas.count && best != VALUE_YES; i++) {
        enum value value = setting->seen ? place_seen_serves(setting->seen, areas.items[i])
                                         : area_value(setting->catalogue->gazetteer, areas.items[i], where);
        best = value > best ? value : best;
    }
    return best;
}

enum value judge_place(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    enum value sure = areas_value(setting, offer->areas, &value->where);
    if (sure != VALUE_NO)
        return sure;
    if (areas_value(setting, offer->areas_maybe, &value->where) != VALUE_NO)
        return VALUE_ASK;
    return offer->areas.count == 0 && offer->areas_maybe.count == 0 ? VALUE_ASK : VALUE_NO;
}

void sees_place(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_numbers(sight, offer->areas);
    sight_numbers(sight, offer->areas_maybe);
}

double place_gap(const struct gazetteer *gazetteer, const struct whereabouts *from, place_id area)
{
    double least = point_known(from->centre) ? place_miles(gazetteer, area, from->centre) : INFINITY;
    if (from->outcode[0] || gazetteer_at(gazetteer, from->place)->kind >= PLACE_COUNCIL)
        return least;
    /* A wide place is as near as the nearest of its council areas. */
    size_t count = gazetteer_count(gazetteer);
    for (place_id inner = 0; inner < count; inner++) {
        const struct place *place = gazetteer_at(gazetteer, inner);
        if (place->kind != PLACE_COUNCIL || !point_known(place->centre) || !place_contains(gazetteer, from->place, inner))
            continue;
        double miles = place_miles(gazetteer, area, place->centre);
        if (miles < least)
            least = miles;
    }
    return least;
}

static bool areas_near(const struct judge_setting *setting, struct numbers areas, const struct whereabouts *from)
{
    for (uint32_t i = 0; i < areas.count; i++) {
        double miles = setting->seen ? place_seen_miles(setting->seen, areas.items[i]) : place_gap(setting->catalogue->gazetteer, from, areas.items[i]);
        if (miles <= setting->near_miles)
            return true;
    }
    return false;
}

bool place_is_near(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    if (offer_is_remote(setting, offer))
        return false;
    return areas_near(setting, offer->areas, &value->where) || areas_near(setting, offer->areas_maybe, &value->where);
}

void sees_reach(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    sees_place(setting, offer, sight);
    sight_number(sight, offer_is_remote(setting, offer));
}

const struct need_term *need_where(const struct judge_setting *setting)
{
    return need_find(setting->need, KEY_IN);
}

double meeting_miles(const struct judge_setting *setting, const struct offer *offer)
{
    const struct need_term *where = need_where(setting);
    double least = INFINITY;
    for (size_t i = 0; where && i < where->count; i++) {
        struct point from = where->values[i].where.centre;
        for (uint32_t j = 0; point_known(from) && j < offer->meeting_count; j++) {
            const struct meeting *meeting = &offer->meetings[j];
            /* A hidden place stays hidden: distances from several places would show it. */
            if (meeting->hidden || !point_known(meeting->where.centre))
                continue;
            double miles = point_miles(from, meeting->where.centre);
            if (miles < least)
                least = miles;
        }
    }
    return least;
}

enum value judge_near(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    if (offer_is_remote(setting, offer))
        return VALUE_YES;
    double miles = meeting_miles(setting, offer);
    if (isinf(miles))
        return VALUE_ASK;
    return miles <= value->miles ? VALUE_YES : VALUE_NO;
}

void depends_near(const struct need *need, struct buffer *out)
{
    const struct need_term *where = need_find(need, KEY_IN);
    for (size_t i = 0; where && i < where->count; i++) {
        buffer_add_byte(out, ' ');
        buffer_add_text(out, where->values[i].words);
    }
}

/* Where an offer serves and meets, in words. */
#include <math.h>
#include <string.h>

#include "match/explain_parts.h"

/* The name as it stands in a sentence: the United Kingdom has its article. */
static void area_words(struct buffer *out, const struct gazetteer *gazetteer, place_id area)
{
    const struct place *place = gazetteer_at(gazetteer, area);
    if (place->kind == PLACE_COUNTRY)
        buffer_format(out, PLACE_WITH_ARTICLE, place->name);
    else
        buffer_add_text(out, place->name);
}

static const char *area_text(struct arena *arena, const struct gazetteer *gazetteer, place_id area)
{
    struct buffer out = {0};
    area_words(&out, gazetteer, area);
    const char *text = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return text;
}

/* An area, and how many more there are: "Falkirk and 2 more areas". */
static const char *areas_text(struct arena *arena, const struct gazetteer *gazetteer, place_id area, unsigned more)
{
    const char *name = area_text(arena, gazetteer, area);
    return more > 0 ? sentence(arena, SAY_MORE_AREAS(more), name, more) : name;
}

/* The most local area that shares ground with the place; only those that serve all of it for sure, where that can be told apart. */
static place_id sure_area(const struct gazetteer *gazetteer, struct numbers areas, const struct whereabouts *where)
{
    place_id sure = PLACE_NONE;
    for (uint32_t i = 0; i < areas.count; i++) {
        struct numbers one = {&areas.items[i], 1, true};
        if (area_serving(gazetteer, one, where->place) == PLACE_NONE || area_is_part(gazetteer, where, areas.items[i]))
            continue;
        if (sure == PLACE_NONE || gazetteer_at(gazetteer, areas.items[i])->kind > gazetteer_at(gazetteer, sure)->kind)
            sure = areas.items[i];
    }
    return sure;
}

static void say_covers(const struct gazetteer *gazetteer, struct numbers areas, const struct whereabouts *where, struct arena *arena, struct reason *reason)
{
    place_id area = sure_area(gazetteer, areas, where);
    const char *covers = area_text(arena, gazetteer, area);
    const char *wanted = area_text(arena, gazetteer, where->place);
    if (area == where->place) {
        reason->say = sentence(arena, SAY_COVERS, covers);
    } else if (gazetteer_at(gazetteer, area)->kind <= PLACE_NATION) {
        reason->say = sentence(arena, SAY_COVERS_ALL, covers);
    } else if (place_contains(gazetteer, area, where->place)) {
        bool council = gazetteer_at(gazetteer, area)->kind == PLACE_COUNCIL;
        reason->say = council ? sentence(arena, SAY_COVERS_INSIDE, wanted, covers) : sentence(arena, SAY_COVERS_AROUND, wanted, covers);
    } else if (place_contains(gazetteer, where->place, area)) {
        unsigned more = 0;
        for (uint32_t i = 0; i < areas.count; i++)
            more += areas.items[i] != area && place_contains(gazetteer, where->place, areas.items[i]);
        reason->say = sentence(arena, SAY_COVERS_INSIDE, areas_text(arena, gazetteer, area, more), wanted);
    } else {
        reason->say = sentence(arena, SAY_COVERS_SHARED, covers, wanted);
    }
}

static void ask_covers(const struct gazetteer *gazetteer, const struct offer *offer, const struct whereabouts *where, struct arena *arena,
                       struct reason *reason)
{
    const char *wanted = area_text(arena, gazetteer, where->place);
    place_id part = area_serving(gazetteer, offer->areas, where->place);
    place_id perhaps = area_serving(gazetteer, offer->areas_maybe, where->place);
    reason->question = sentence(arena, ASK_COVERS, wanted);
    if (part != PLACE_NONE) {
        reason->say = sentence(arena, SAY_COVERS_PART, area_text(arena, gazetteer, part), wanted, where->outcode);
        reason->question = sentence(arena, ASK_COVERS, where->outcode);
    } else if (perhaps == PLACE_NONE) {
        reason->say = sentence(arena, "%s", SAY_COVERS_NOWHERE_STATED);
    } else if (place_contains(gazetteer, where->place, perhaps)) {
        const char *parts = area_text(arena, gazetteer, perhaps);
        reason->say = sentence(arena, SAY_COVERS_PARTS_WHICH, parts);
        reason->question = sentence(arena, ASK_COVERS_WHICH, parts);
    } else {
        reason->say = sentence(arena, SAY_COVERS_PARTS, area_text(arena, gazetteer, perhaps), wanted);
    }
}

/* Names the nearest of the areas, and how far it is where that says something: a nation is not so many miles away. */
static void say_elsewhere(const struct gazetteer *gazetteer, const struct offer *offer, const struct whereabouts *where, struct arena *arena,
                          struct reason *reason)
{
    struct numbers areas = offer->areas.count > 0 ? offer->areas : offer->areas_maybe;
    place_id nearest = areas.items[0];
    double least = INFINITY;
    for (uint32_t i = 0; i < areas.count; i++) {
        double miles = place_gap(gazetteer, where, areas.items[i]);
        if (miles < least) {
            least = miles;
            nearest = areas.items[i];
        }
    }
    const char *covers = areas_text(arena, gazetteer, nearest, areas.count - 1);
    if (isinf(least) || gazetteer_at(gazetteer, nearest)->kind < PLACE_GROUP) {
        reason->say = sentence(arena, SAY_COVERS, covers);
    } else if (least < 1) {
        reason->say = sentence(arena, SAY_COVERS_LESS_AWAY, covers);
    } else {
        unsigned miles = (unsigned)(least + 0.5);
        reason->say = sentence(arena, SAY_COVERS_AWAY(miles), covers, miles);
    }
}

void explain_place(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                   enum value value, struct arena *arena, struct reason *reason)
{
    const struct gazetteer *gazetteer = setting->catalogue->gazetteer;
    const struct whereabouts *where = &value_deciding(setting, offer, term->key, of, count, value)->where;
    if (value == VALUE_YES)
        say_covers(gazetteer, offer->areas, where, arena, reason);
    else if (value == VALUE_ASK)
        ask_covers(gazetteer, offer, where, arena, reason);
    else
        say_elsewhere(gazetteer, offer, where, arena, reason);
}

void explain_near(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                  enum value value, struct arena *arena, struct reason *reason)
{
    (void)term;
    (void)of;
    (void)count;
    (void)value;
    const struct need_term *where = need_where(setting);
    if (offer_is_remote(setting, offer)) {
        reason->say = sentence(arena, "%s", SAY_NEAR_REMOTE);
        return;
    }
    double miles = meeting_miles(setting, offer);
    if (!where) {
        reason->say = sentence(arena, "%s", SAY_NEAR_NO_PLACE);
    } else if (isinf(miles)) {
        reason->say = sentence(arena, "%s", SAY_NEAR_NOT_STATED);
    } else {
        const struct whereabouts *from = &where->values[0].where;
        const char *name = from->outcode[0] ? from->outcode : gazetteer_at(setting->catalogue->gazetteer, from->place)->name;
        unsigned rounded = (unsigned)(miles + 0.5);
        if (miles < 1)
            reason->say = sentence(arena, SAY_NEAR_LESS, name);
        else
            reason->say = sentence(arena, SAY_NEAR(rounded), rounded, name);
    }
    reason->question = sentence(arena, "%s", ASK_NEAR);
}

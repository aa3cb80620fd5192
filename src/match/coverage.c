/* Counts of a need, area by area and value by value: each the count of the need with both, so that find gives the same. */
#include "match/coverage.h"

#include <stdlib.h>
#include <string.h>

#include "match/bits.h"
#include "match/facet_parts.h"
#include "match/need_parts.h"
#include "text/memory.h"

static bool lies_within(const struct gazetteer *gazetteer, place_id place, const place_id *within, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (place_contains(gazetteer, within[i], place))
            return true;
    }
    return count == 0;
}

static bool holds_council(const struct gazetteer *gazetteer, place_id outer)
{
    for (place_id place = 0; place < gazetteer_count(gazetteer); place++) {
        if (gazetteer_at(gazetteer, place)->kind == PLACE_COUNCIL && place_contains(gazetteer, outer, place))
            return true;
    }
    return false;
}

place_id *coverage_areas(const struct gazetteer *gazetteer, const place_id *within, size_t count, size_t *area_count)
{
    size_t places = gazetteer_count(gazetteer);
    place_id *areas = memory_new(places + count, sizeof *areas);
    *area_count = 0;
    for (place_id place = 0; place < places; place++) {
        if (gazetteer_at(gazetteer, place)->kind == PLACE_COUNCIL && lies_within(gazetteer, place, within, count))
            areas[(*area_count)++] = place;
    }
    for (size_t i = 0; i < count; i++) {
        bool told = holds_council(gazetteer, within[i]);
        for (size_t j = 0; j < *area_count; j++)
            told = told || areas[j] == within[i];
        if (!told)
            areas[(*area_count)++] = within[i];
    }
    return areas;
}

size_t coverage_nations(struct matcher *matcher, place_id *nations, size_t room)
{
    const struct gazetteer *gazetteer = matcher->catalogue->gazetteer;
    size_t count = 0;
    if (!matcher->stated)
        matcher->stated = stated_of(matcher);
    for (place_id place = 0; place < gazetteer_count(gazetteer) && count < room; place++) {
        if (gazetteer_at(gazetteer, place)->kind == PLACE_NATION && matcher->stated->places[place])
            nations[count++] = place;
    }
    return count;
}

bool coverage_divides(enum key key)
{
    return key < KEY_COUNT && key != KEY_IN && criteria[key].facet_title;
}

/* Adds every word of a short list, so that what nobody offers anywhere has its column too. */
static void add_whole_list(struct facet_making *making, enum key by)
{
    const struct vocabulary *vocabulary = making->matcher->catalogue->vocabulary;
    for (size_t i = 0; by == KEY_FORMAT && i < vocabulary_count(vocabulary, LIST_FORMATS); i++) {
        const struct term *term = vocabulary_at(vocabulary, LIST_FORMATS, i);
        struct buffer text = {0};
        buffer_format(&text, "%s:%s", criteria[by].key, term->id);
        facet_add(making, term->label, buffer_text(&text), term->definition, 0);
        buffer_free(&text);
    }
}

/* The values, from the facet of the key; gives how many. */
static void gather_values(struct coverage *coverage, struct matcher *matcher, const struct need *need)
{
    struct facet_making making = {.matcher = matcher, .need = need, .arena = coverage->arena};
    if (coverage->by < KEY_COUNT) {
        if (!matcher->stated)
            matcher->stated = stated_of(matcher);
        facet_values(&making, coverage->by);
        add_whole_list(&making, coverage->by);
    }
    coverage->value_count = coverage->by < KEY_COUNT ? making.count : 1;
    coverage->values = arena_get(coverage->arena, coverage->value_count, sizeof *coverage->values);
    if (coverage->by == KEY_COUNT)
        coverage->values[0].label = "";
    for (size_t i = 0; i < making.count; i++)
        coverage->values[i] = (struct coverage_value){.label = making.values[i].label, .term = making.values[i].term};
    free(making.values);
}

static struct coverage_cell count_cell(struct matcher *matcher, const struct need *need)
{
    struct coverage_cell cell = {0};
    struct plan plan = plan_of(matcher, need, false);
    for (size_t word = 0; word < matcher->words; word++) {
        struct plan_word verdicts = plan_word(matcher, &plan, word);
        cell.suits += bits_count(verdicts.verdicts[VERDICT_SUITS]);
        cell.ending += bits_count(verdicts.verdicts[VERDICT_ENDING]);
        cell.ask += bits_count(verdicts.verdicts[VERDICT_ASK]);
    }
    plan_free(&plan);
    return cell;
}

/* Puts the place at the end of the need. */
static void append_place(struct need *need, const struct gazetteer *gazetteer, place_id area)
{
    const struct place *place = gazetteer_at(gazetteer, area);
    struct need_value *value = arena_get(need->arena, 1, sizeof *value);
    value->words = arena_text(need->arena, place->name);
    value->where = (struct whereabouts){.place = area, .centre = place->centre};
    need_append(need, (struct need_term){.key = KEY_IN, .values = value, .count = 1});
}

/* The need with the value's term, made once for all areas, and the words of its gap. */
static struct need *need_with(const struct matcher *matcher, const struct need *need, const char *term)
{
    struct need *with = need_copy(need);
    if (term)
        need_add(with, &matcher->need_setting, term, NULL);
    return with;
}

static void count_all(struct coverage *coverage, struct matcher *matcher, const struct need *need)
{
    const struct gazetteer *gazetteer = matcher->catalogue->gazetteer;
    struct need **needs = memory_new(coverage->value_count, sizeof *needs);
    for (size_t value = 0; value < coverage->value_count; value++) {
        struct buffer missing = {0};
        needs[value] = need_with(matcher, need, coverage->values[value].term);
        coverage_missing(&missing, &matcher->need_setting, needs[value]);
        coverage->values[value].missing = arena_text(coverage->arena, buffer_text(&missing));
        buffer_free(&missing);
    }
    for (size_t area = 0; area < coverage->area_count; area++) {
        for (size_t value = 0; value < coverage->value_count; value++) {
            struct coverage_cell *cell = &coverage->cells[area * coverage->value_count + value];
            append_place(needs[value], gazetteer, coverage->areas[area]);
            *cell = count_cell(matcher, needs[value]);
            need_remove(needs[value], need_count(needs[value]) - 1);
            coverage->gaps += cell->suits == 0;
        }
    }
    for (size_t value = 0; value < coverage->value_count; value++)
        need_free(needs[value]);
    free(needs);
}

static struct need *without_places(const struct need *need)
{
    struct need *left = need_copy(need);
    for (size_t i = need_count(left); i-- > 0;) {
        if (need_at(left, i)->key == KEY_IN && !need_at(left, i)->denied)
            need_remove(left, i);
    }
    return left;
}

static void say_need(struct coverage *coverage, const struct need_setting *setting, const struct need *need)
{
    struct buffer line = {0};
    struct buffer words = {0};
    need_line(&line, need);
    for (size_t i = 0; i < need_count(need); i++) {
        buffer_add_text(&words, i > 0 ? "; " : "");
        need_term_words(&words, setting, need_at(need, i));
    }
    coverage->need = arena_text(coverage->arena, buffer_text(&line));
    coverage->words = arena_text(coverage->arena, buffer_text(&words));
    buffer_free(&line);
    buffer_free(&words);
}

struct coverage coverage_of(struct matcher *matcher, const struct need *need, enum key by, const place_id *areas, size_t area_count)
{
    const struct gazetteer *gazetteer = matcher->catalogue->gazetteer;
    struct coverage coverage = {.arena = arena_new(), .by = by, .area_count = area_count};
    struct need *left = without_places(need);
    coverage.services = matcher->catalogue->service_count;
    coverage.offers = matcher->catalogue->offer_count;
    if (by < KEY_COUNT)
        coverage.title = _(criteria[by].facet_title);
    say_need(&coverage, &matcher->need_setting, left);
    coverage.areas = arena_get(coverage.arena, area_count, sizeof *coverage.areas);
    coverage.names = arena_get(coverage.arena, area_count, sizeof *coverage.names);
    for (size_t i = 0; i < area_count; i++) {
        coverage.areas[i] = areas[i];
        coverage.names[i] = gazetteer_at(gazetteer, areas[i])->name;
    }
    gather_values(&coverage, matcher, left);
    coverage.cells = memory_new(area_count * (coverage.value_count + 1), sizeof *coverage.cells);
    count_all(&coverage, matcher, left);
    need_free(left);
    return coverage;
}

void coverage_free(struct coverage *coverage)
{
    arena_free(coverage->arena);
    free(coverage->cells);
    *coverage = (struct coverage){0};
}

/* Facets: for every value how many offers would be in the answer were it chosen, or given up. Each count is that of the need so changed:
 * exact by what it is, fast by the columns. */
#include <stdlib.h>
#include <string.h>

#include "match/bits.h"
#include "match/facet_parts.h"
#include "text/memory.h"

/* What decides first comes first; a place and a stage are asked of everyone. */
static const enum key in_order[] = {KEY_IN, KEY_PREGNANT, KEY_FORMAT, KEY_WHO, KEY_ABOUT, KEY_FOR, KEY_ONLY, KEY_WITH, KEY_LANGUAGE, KEY_REFERRAL, KEY_DAY, KEY_TIME,
                                    KEY_STATUS};

void facet_add(struct facet_making *making, const char *label, const char *term, const char *definition, unsigned depth)
{
    for (size_t i = 0; i < making->count; i++) {
        if (strcmp(making->values[i].term, term) == 0)
            return;
    }
    making->values = memory_room(making->values, making->count, &making->room, sizeof *making->values);
    making->values[making->count++] = (struct facet_value){
        .label = arena_text(making->arena, label),
        .term = arena_text(making->arena, term),
        .definition = arena_text(making->arena, definition),
        .depth = depth,
    };
}

static void count_value(struct facet_making *making, struct facet_value *value)
{
    const struct need_setting *setting = &making->matcher->need_setting;
    struct need *changed = need_copy(making->need);
    value->chosen = need_has(making->need, setting, value->term);
    if (need_toggle(changed, setting, value->term, NULL)) {
        struct plan plan = plan_of(making->matcher, changed, false);
        for (size_t word = 0; word < making->matcher->words; word++) {
            struct plan_word verdicts = plan_word(making->matcher, &plan, word);
            size_t suits = bits_count(verdicts.verdicts[VERDICT_SUITS]);
            value->suits += suits;
            value->fits += suits + bits_count(verdicts.verdicts[VERDICT_ENDING] | verdicts.verdicts[VERDICT_ASK]);
        }
        plan_free(&plan);
    }
    need_free(changed);
}

static void add_facet(struct facets *facets, size_t *room, struct facet_making *making, const char *title)
{
    if (making->count == 0)
        return;
    struct facet_value *values = arena_get(facets->arena, making->count, sizeof *values);
    for (size_t i = 0; i < making->count; i++) {
        count_value(making, &making->values[i]);
        values[i] = making->values[i];
    }
    facets->items = memory_room(facets->items, facets->count, room, sizeof *facets->items);
    facets->items[facets->count++] = (struct facet){.title = title, .values = values, .count = making->count};
    making->count = 0;
}

struct facets matcher_facets(struct matcher *matcher, const struct need *need)
{
    struct facets facets = {.arena = arena_new()};
    struct facet_making making = {.matcher = matcher, .need = need, .arena = facets.arena};
    size_t room = 0;
    if (!matcher->stated)
        matcher->stated = stated_of(matcher);
    for (size_t i = 0; i < sizeof in_order / sizeof *in_order; i++) {
        facet_values(&making, in_order[i]);
        add_facet(&facets, &room, &making, _(criteria[in_order[i]].facet_title));
    }
    free(making.values);
    return facets;
}

void facets_free(struct facets *facets)
{
    if (facets->arena)
        arena_wipe(facets->arena);
    arena_free(facets->arena);
    free(facets->items);
    memset(facets, 0, sizeof *facets);
}

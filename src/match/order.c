/* The order of answers: by what serves the person, never by popularity; the same input gives the same order. MATCHING.md, "Verdicts". */
#include <stdlib.h>
#include <string.h>

#include "match/judge.h"
#include "match/matcher_parts.h"
#include "match/sorting.h"
#include "text/arena.h"
#include "text/fold.h"
#include "text/memory.h"

/* Above this many answers the names of the whole catalogue are put in order once and for all. */
enum { LONG_LIST = 2000 };

struct name {
    const char *text; /* what is compared */
    uint32_t index;   /* into the list of offers */
};

static int names_compare(const void *left, const void *right, const void *with)
{
    const struct match_setting *setting = with;
    const char *left_text = ((const struct name *)left)->text;
    const char *right_text = ((const struct name *)right)->text;
    return setting->collate ? setting->collate(left_text, right_text) : strcmp(left_text, right_text);
}

/* Names that are the same bytes are compared once: in long lists there are few. Each gets the index of the first of its kind. */
static size_t distinct_names(const char *const *texts, size_t count, uint32_t *kind, struct name *names)
{
    size_t slots = 1024;
    while (slots < count * 2)
        slots *= 2;
    uint32_t *taken = memory_new(slots, sizeof *taken);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t hash = 2166136261u; /* FNV-1a */
        for (const char *at = texts[i]; *at; at++)
            hash = (hash ^ (unsigned char)*at) * 16777619u;
        size_t slot = hash & (slots - 1);
        while (taken[slot] != 0 && strcmp(names[taken[slot] - 1].text, texts[i]) != 0)
            slot = (slot + 1) & (slots - 1);
        if (taken[slot] == 0) {
            names[found] = (struct name){texts[i], (uint32_t)found};
            taken[slot] = (uint32_t)++found;
        }
        kind[i] = taken[slot] - 1;
    }
    free(taken);
    return found;
}

/* Ranks of texts, equal where the comparison finds them equal. */
static void rank_texts(const struct match_setting *setting, const char *const *texts, size_t count, uint32_t *ranks)
{
    struct name *names = memory_new(count, sizeof *names);
    struct name *spare = memory_new(count, sizeof *spare);
    uint32_t *kind = memory_new(count, sizeof *kind);
    size_t found = distinct_names(texts, count, kind, names);
    uint32_t *rank_of_kind = memory_new(found, sizeof *rank_of_kind);
    sort_by(names, spare, found, sizeof *names, names_compare, setting);
    uint32_t rank = 0;
    for (size_t i = 0; i < found; i++) {
        if (i > 0 && names_compare(&names[i - 1], &names[i], setting) != 0)
            rank++;
        rank_of_kind[names[i].index] = rank;
    }
    for (size_t i = 0; i < count; i++)
        ranks[i] = rank_of_kind[kind[i]];
    free(rank_of_kind);
    free(kind);
    free(spare);
    free(names);
}

static const char *name_text(const struct matcher *matcher, size_t offer, struct arena *arena, struct buffer *folded)
{
    const char *name = catalogue_name(matcher->catalogue, &matcher->catalogue->offers[offer]);
    if (matcher->setting.collate)
        return name;
    buffer_clear(folded);
    fold_words(folded, name, strlen(name));
    return arena_copy(arena, buffer_text(folded), folded->length);
}

/* The ranks of the names of the offers given (NULL: of all). */
static void rank_offers(const struct matcher *matcher, const struct answer *answers, size_t count, uint32_t *ranks)
{
    struct arena *arena = arena_new();
    struct buffer folded = {0};
    const char **texts = memory_new(count, sizeof *texts);
    for (size_t i = 0; i < count; i++)
        texts[i] = name_text(matcher, answers ? answers[i].offer : i, arena, &folded);
    rank_texts(&matcher->setting, texts, count, ranks);
    free(texts);
    buffer_free(&folded);
    arena_free(arena);
}

const uint32_t *matcher_name_ranks(struct matcher *matcher)
{
    if (!matcher->name_ranks) {
        matcher->name_ranks = memory_new(matcher->catalogue->offer_count, sizeof *matcher->name_ranks);
        rank_offers(matcher, NULL, matcher->catalogue->offer_count, matcher->name_ranks);
    }
    return matcher->name_ranks;
}

static uint32_t *ranks_of(struct matcher *matcher, const struct answer *answers, size_t count)
{
    uint32_t *ranks = memory_new(count, sizeof *ranks);
    if (count <= LONG_LIST) {
        rank_offers(matcher, answers, count, ranks);
        return ranks;
    }
    const uint32_t *all = matcher_name_ranks(matcher);
    for (size_t i = 0; i < count; i++)
        ranks[i] = all[answers[i].offer];
    return ranks;
}

/* How local the areas are: the most local kind that serves the need's places, or of all where it names none; -1 where none is stated. */
static int local_kind(const struct gazetteer *gazetteer, struct numbers areas, const struct need_term *where)
{
    int kind = -1;
    for (uint32_t i = 0; i < areas.count; i++) {
        bool serves = !where;
        for (size_t j = 0; where && j < where->count && !serves; j++)
            serves = place_shares(gazetteer, areas.items[i], where->values[j].where.place);
        int area = (int)gazetteer_at(gazetteer, areas.items[i])->kind;
        if (serves && area > kind)
            kind = area;
    }
    return kind;
}

static int offer_local(const struct gazetteer *gazetteer, const struct offer *offer, const struct need_term *where)
{
    int sure = local_kind(gazetteer, offer->areas, where);
    return sure >= 0 ? sure : local_kind(gazetteer, offer->areas_maybe, where);
}

static bool names_fathers(const struct need *need, enum key key, uint32_t number)
{
    const struct need_term *term = need_find(need, key);
    return term && term->count == 1 && term->values[0].number == number;
}

/* Meant for the group that the need names. Fathers are such a group: what is for them comes before what is open to them. */
static bool is_dedicated(const struct need *need, const struct offer *offer, bool fathers)
{
    return for_named(need, offer->for_groups) || (fathers && offer->who == WHO_FATHERS);
}

static uint64_t rank_of(const struct matcher *matcher, const struct need *need, const struct answer *answer, bool fathers, uint32_t name)
{
    const struct offer *offer = &matcher->catalogue->offers[answer->offer];
    uint64_t local = (uint64_t)(PLACE_KIND_COUNT - offer_local(matcher->catalogue->gazetteer, offer, need_find(need, KEY_IN)));
    bool unasked = loss_alone(matcher->catalogue, offer) && !loss_named(matcher->catalogue, need);
    uint64_t questions = answer->questions < 0xFFF ? answer->questions : 0xFFF;
    uint64_t rank = answer->verdict;
    rank = rank << 1 | !is_dedicated(need, offer, fathers);
    rank = rank << 1 | (unasked || (offer->for_groups.count > 0 && !for_named(need, offer->for_groups)));
    rank = rank << 12 | questions;
    rank = rank << 4 | local;
    return rank << 32 | name;
}

struct tied {
    const struct catalogue *catalogue;
    const struct answer *answers;
};

static int ids_compare(const void *left, const void *right, const void *with)
{
    const struct tied *tied = with;
    const struct catalogue *catalogue = tied->catalogue;
    const struct offer *first = &catalogue->offers[tied->answers[((const struct ranked *)left)->index].offer];
    const struct offer *second = &catalogue->offers[tied->answers[((const struct ranked *)right)->index].offer];
    int services = strcmp(offer_service(catalogue, first)->id, offer_service(catalogue, second)->id);
    return services ? services : strcmp(first->id, second->id);
}

/* Those that all else finds equal stand by their ids. */
static void sort_ties(struct ranked *ranked, struct ranked *spare, size_t count, const struct tied *tied)
{
    for (size_t from = 0; from < count;) {
        size_t to = from + 1;
        while (to < count && ranked[to].rank == ranked[from].rank)
            to++;
        sort_by(ranked + from, spare, to - from, sizeof *ranked, ids_compare, tied);
        from = to;
    }
}

void answers_sort(struct matcher *matcher, const struct need *need, struct answer *answers, size_t count)
{
    bool fathers = names_fathers(need, KEY_WHO, PERSON_FATHER) || names_fathers(need, KEY_ONLY, ONLY_FATHERS);
    uint32_t *names = ranks_of(matcher, answers, count);
    struct ranked *ranked = memory_new(count, sizeof *ranked);
    struct ranked *spare = memory_new(count, sizeof *spare);
    struct answer *sorted = memory_new(count, sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        ranked[i] = (struct ranked){rank_of(matcher, need, &answers[i], fathers, names[i]), (uint32_t)i};
    sort_ranked(ranked, spare, count);
    sort_ties(ranked, spare, count, &(struct tied){matcher->catalogue, answers});
    for (size_t i = 0; i < count; i++)
        sorted[i] = answers[ranked[i].index];
    for (size_t i = 0; i < count; i++)
        answers[i] = sorted[i];
    memory_wipe(ranked, count * sizeof *ranked);
    memory_wipe(spare, count * sizeof *spare);
    memory_wipe(sorted, count * sizeof *sorted);
    free(sorted);
    free(spare);
    free(ranked);
    free(names);
}

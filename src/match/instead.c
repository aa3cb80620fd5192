/* When little fits: which term to drop, and what else to try. An empty screen is a defect. */
#include <stdlib.h>

#include "match/judge.h"
#include "match/matcher_parts.h"
#include "text/memory.h"

/* The better drop first: more that suit, then more to ask, then more that are ending, then the order of the need. */
static bool drop_before(const struct drop *left, const struct drop *right)
{
    if (left->suits != right->suits)
        return left->suits > right->suits;
    if (left->ask != right->ask)
        return left->ask > right->ask;
    if (left->ending != right->ending)
        return left->ending > right->ending;
    return left->term < right->term;
}

size_t matcher_drops(struct matcher *matcher, const struct need *need, struct drop *drops, size_t room)
{
    size_t count = 0;
    for (size_t term = 0; term < need_count(need); term++) {
        struct need *without = need_copy(need);
        size_t counts[VERDICT_COUNT];
        need_remove(without, term);
        matcher_count(matcher, without, counts);
        need_free(without);
        struct drop drop = {term, counts[VERDICT_SUITS], counts[VERDICT_ASK], counts[VERDICT_ENDING]};
        if (drop.suits + drop.ask + drop.ending == 0)
            continue;
        size_t at = count < room ? count++ : room;
        for (; at > 0 && drop_before(&drop, &drops[at - 1]); at--) {
            if (at < room)
                drops[at] = drops[at - 1];
        }
        if (at < room)
            drops[at] = drop;
    }
    return count;
}

static bool names_any(const struct need *need, enum key key, struct numbers numbers)
{
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        for (size_t j = 0; term->key == key && !term->denied && j < term->count; j++) {
            if (numbers_have(numbers, term->values[j].number))
                return true;
        }
    }
    return false;
}

/* Whether every term about a place, or about who is looking, allows the offer: where one says no, there is no use in trying it. A place that is not
 * stated is taken to be everywhere. */
static bool is_of_use(const struct judge_setting *setting, const struct offer *offer)
{
    struct criteria_list list = criteria_of(setting->need);
    bool of_use = true;
    for (size_t i = 0; i < list.count && of_use; i++) {
        if (list.items[i].key == KEY_IN || list.items[i].key == KEY_WHO)
            of_use = criterion_judge(setting, &list.items[i], offer) != VALUE_NO;
    }
    free(list.items);
    return of_use;
}

static bool is_also(const struct judge_setting *setting, const struct offer *offer)
{
    const struct need *need = setting->need;
    if (offer_closed(offer, setting->today) || !is_of_use(setting, offer))
        return false;
    if (offer->kind == KIND_DIRECTORY)
        return true;
    return offer->kind == KIND_RELATED && (names_any(need, KEY_ABOUT, offer->about) || names_any(need, KEY_FOR, offer->for_groups) ||
                                           names_any(need, KEY_ONLY, offer->for_groups));
}

/* Related services, whose topic or group was named, before the lists; inside each in the order of answers. */
size_t matcher_also(struct matcher *matcher, const struct need *need, uint32_t *offers, size_t room)
{
    struct judge_setting setting = judge_setting_of(matcher->catalogue, need, &matcher->setting);
    struct answer *found = NULL;
    size_t count = 0;
    size_t found_room = 0;
    for (size_t i = 0; i < matcher->catalogue->offer_count; i++) {
        const struct offer *offer = &matcher->catalogue->offers[i];
        if (kind_is_answer(offer->kind) || !is_also(&setting, offer))
            continue;
        found = memory_room(found, count, &found_room, sizeof *found);
        found[count++] = (struct answer){(uint32_t)i, offer->kind == KIND_RELATED ? VERDICT_SUITS : VERDICT_ENDING, 0};
    }
    answers_sort(matcher, need, found, count);
    count = count < room ? count : room;
    for (size_t i = 0; i < count; i++)
        offers[i] = found[i].offer;
    free(found);
    return count;
}

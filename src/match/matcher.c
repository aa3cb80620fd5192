/* The engine's door: a catalogue and a need in, answers out. */
#include <stdlib.h>
#include <string.h>

#include "match/bits.h"
#include "match/matcher_parts.h"
#include "match/words.h"
#include "text/memory.h"

struct matcher *matcher_new(const struct catalogue *catalogue, const struct match_setting *setting)
{
    struct matcher *matcher = memory_new(1, sizeof *matcher);
    matcher->catalogue = catalogue;
    matcher->setting = *setting;
    matcher->need_setting = (struct need_setting){.catalogue = catalogue, .today = setting->today};
    matcher->words = bits_words(catalogue->offer_count);
    matcher->answerable = memory_new(matcher->words, sizeof *matcher->answerable);
    matcher->ending = memory_new(matcher->words, sizeof *matcher->ending);
    matcher->unknown = memory_new(matcher->words, sizeof *matcher->unknown);
    matcher->columns = columns_new(catalogue);
    for (size_t i = 0; i < catalogue->offer_count; i++) {
        const struct offer *offer = &catalogue->offers[i];
        if (kind_is_answer(offer->kind) && !offer_closed(offer, setting->today))
            bits_set(matcher->answerable, i);
        if (offer->status == STATUS_ENDING)
            bits_set(matcher->ending, i);
        if (offer->status == STATUS_UNKNOWN)
            bits_set(matcher->unknown, i);
    }
    return matcher;
}

void matcher_free(struct matcher *matcher)
{
    if (!matcher)
        return;
    columns_free(matcher->columns);
    stated_free(matcher->stated);
    free(matcher->name_ranks);
    free(matcher->answerable);
    free(matcher->ending);
    free(matcher->unknown);
    free(matcher);
}

void matcher_forget(struct matcher *matcher)
{
    columns_forget(matcher->columns);
}

const struct catalogue *matcher_catalogue(const struct matcher *matcher)
{
    return matcher->catalogue;
}

const struct need_setting *matcher_need_setting(const struct matcher *matcher)
{
    return &matcher->need_setting;
}

struct date matcher_today(const struct matcher *matcher)
{
    return matcher->setting.today;
}

static void list_word(const struct matcher *matcher, const struct plan *plan, size_t word, unsigned wanted, struct answer_list *list)
{
    struct plan_word verdicts = plan_word(matcher, plan, word);
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        if (!(wanted & 1u << verdict))
            continue;
        for (uint64_t left = verdicts.verdicts[verdict]; left; left &= left - 1) {
            size_t offer = word * BITS_IN_WORD + bits_lowest(left);
            list->items[list->count++] = (struct answer){(uint32_t)offer, verdict, plan_questions(matcher, plan, offer)};
        }
    }
}

struct answer_list matcher_answer(struct matcher *matcher, const struct need *need, unsigned wanted)
{
    struct answer_list list = {0};
    struct plan plan = plan_of(matcher, need, true);
    plan_count(matcher, &plan, list.counts);
    size_t room = 0;
    for (size_t i = 0; i < VERDICT_COUNT; i++)
        room += wanted & 1u << i ? list.counts[i] : 0;
    list.items = memory_new(room, sizeof *list.items);
    for (size_t word = 0; word < matcher->words; word++)
        list_word(matcher, &plan, word, wanted, &list);
    plan_free(&plan);
    answers_sort(matcher, need, list.items, list.count);
    return list;
}

void answer_list_free(struct answer_list *list)
{
    if (list->items)
        memory_wipe(list->items, list->count * sizeof *list->items);
    free(list->items);
    memset(list, 0, sizeof *list);
}

void matcher_count(struct matcher *matcher, const struct need *need, size_t counts[VERDICT_COUNT])
{
    struct plan plan = plan_of(matcher, need, true);
    plan_count(matcher, &plan, counts);
    plan_free(&plan);
}

static const char *const words_of_verdicts[VERDICT_COUNT] = {
    [VERDICT_SUITS] = "suits", [VERDICT_ENDING] = "ending", [VERDICT_ASK] = "ask", [VERDICT_NEAR] = "near", [VERDICT_NO] = "no",
};

const char *verdict_word(enum verdict verdict)
{
    return words_of_verdicts[verdict];
}

const char *value_word(enum value value)
{
    return value == VALUE_YES ? "yes" : value == VALUE_ASK ? "ask" : "no";
}

const char *verdict_title(enum verdict verdict)
{
    static const char *const titles[VERDICT_COUNT] = {
        [VERDICT_SUITS] = N_("Suits"), [VERDICT_ENDING] = N_("Ending soon"), [VERDICT_ASK] = N_("To ask"), [VERDICT_NEAR] = N_("Near"), [VERDICT_NO] = N_("No"),
    };
    return _(titles[verdict]);
}

/* A need as columns, and the verdicts of 64 offers at a time. */
#include <stdlib.h>

#include "match/bits.h"
#include "match/matcher_parts.h"
#include "text/memory.h"

static size_t columns_needed(const struct criteria_list *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].values ? list->items[i].count : 1;
    return count;
}

static void plan_criterion(struct matcher *matcher, const struct judge_setting *setting, const struct criterion *criterion, struct plan *plan)
{
    struct plan_part *part = &plan->parts[plan->part_count++];
    *part = (struct plan_part){.first = plan->column_count, .denied = criterion->denied, .place = criterion->key == KEY_IN};
    part->count = criterion->values ? criterion->count : 1;
    for (size_t i = 0; i < part->count; i++) {
        const struct need_value *value = criterion->values ? &criterion->values[i] : NULL;
        plan->columns[plan->column_count] = columns_value(matcher->columns, setting, criterion->key, value);
        plan->reach[plan->column_count] = part->place && plan->near ? columns_reach(matcher->columns, setting, value) : NULL;
        plan->column_count++;
    }
}

struct plan plan_of(struct matcher *matcher, const struct need *need, bool near)
{
    struct judge_setting setting = judge_setting_of(matcher->catalogue, need, &matcher->setting);
    struct criteria_list list = criteria_of(need);
    size_t columns = columns_needed(&list);
    struct plan plan = {.near = near && !need_after_loss(need)};
    plan.parts = memory_new(list.count, sizeof *plan.parts);
    plan.columns = memory_new(columns, sizeof *plan.columns);
    plan.reach = memory_new(columns, sizeof *plan.reach);
    columns_begin(matcher->columns);
    for (size_t i = 0; i < list.count; i++)
        plan_criterion(matcher, &setting, &list.items[i], &plan);
    free(list.items);
    return plan;
}

void plan_free(struct plan *plan)
{
    free(plan->parts);
    free(plan->columns);
    free(plan->reach);
}

/* The best of a criterion's alternatives, turned where denied. */
static void part_word(const struct plan *plan, const struct plan_part *part, size_t word, uint64_t *yes, uint64_t *no)
{
    uint64_t any_yes = 0;
    uint64_t all_no = ~UINT64_C(0);
    for (size_t i = part->first; i < part->first + part->count; i++) {
        any_yes |= plan->columns[i]->yes[word];
        all_no &= plan->columns[i]->no[word];
    }
    *yes = part->denied ? all_no : any_yes;
    *no = part->denied ? any_yes : all_no;
}

static uint64_t part_reach(const struct plan *plan, const struct plan_part *part, size_t word)
{
    uint64_t reach = 0;
    for (size_t i = part->first; i < part->first + part->count; i++)
        reach |= plan->reach[i]->yes[word];
    return reach;
}

struct plan_word plan_word(const struct matcher *matcher, const struct plan *plan, size_t word)
{
    uint64_t some_no = 0;
    uint64_t more_no = 0;
    uint64_t ask = matcher->unknown[word];
    uint64_t out_of_reach = 0;
    for (size_t i = 0; i < plan->part_count; i++) {
        const struct plan_part *part = &plan->parts[i];
        uint64_t yes;
        uint64_t no;
        part_word(plan, part, word, &yes, &no);
        more_no |= some_no & no;
        some_no |= no;
        ask |= ~(yes | no);
        if (plan->near && part->place && no)
            out_of_reach |= no & ~part_reach(plan, part, word);
    }
    uint64_t answerable = matcher->answerable[word];
    uint64_t fits = answerable & ~some_no;
    uint64_t near = plan->near ? answerable & some_no & ~more_no & ~out_of_reach : 0;
    uint64_t ending = fits & matcher->ending[word];
    return (struct plan_word){.verdicts = {
        [VERDICT_SUITS] = fits & ~ending & ~ask,
        [VERDICT_ENDING] = ending,
        [VERDICT_ASK] = fits & ~ending & ask,
        [VERDICT_NEAR] = near,
        [VERDICT_NO] = answerable & some_no & ~near,
    }};
}

void plan_count(const struct matcher *matcher, const struct plan *plan, size_t counts[VERDICT_COUNT])
{
    for (size_t i = 0; i < VERDICT_COUNT; i++)
        counts[i] = 0;
    for (size_t word = 0; word < matcher->words; word++) {
        struct plan_word verdicts = plan_word(matcher, plan, word);
        for (size_t i = 0; i < VERDICT_COUNT; i++)
            counts[i] += bits_count(verdicts.verdicts[i]);
    }
}

uint16_t plan_questions(const struct matcher *matcher, const struct plan *plan, size_t offer)
{
    size_t word = offer / BITS_IN_WORD;
    size_t bit = offer % BITS_IN_WORD;
    size_t questions = matcher->unknown[word] >> bit & 1;
    for (size_t i = 0; i < plan->part_count; i++) {
        uint64_t yes;
        uint64_t no;
        part_word(plan, &plan->parts[i], word, &yes, &no);
        questions += (yes | no) >> bit & 1 ? 0 : 1;
    }
    return questions < UINT16_MAX ? (uint16_t)questions : UINT16_MAX;
}

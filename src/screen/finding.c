#include "screen/finding.h"

#include <stdlib.h>
#include <string.h>

#include "match/sorting.h"
#include "text/date.h"
#include "text/memory.h"

/* Steps that can be undone. The oldest is forgotten. */
enum { PAST_MOST = 200 };

void finding_open(struct finding *finding, struct matcher *matcher, const struct need *need)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    *finding = (struct finding){
        .matcher = matcher,
        .catalogue = catalogue,
        .setting = matcher_need_setting(matcher),
        .need = need ? need_copy(need) : need_new(),
        .stale = true,
        .facets_stale = true,
        .kept = memory_new(catalogue->offer_count + 1, 1),
    };
}

void finding_close(struct finding *finding)
{
    need_free(finding->need);
    for (size_t i = 0; i < finding->past_count; i++)
        need_free(finding->past[i]);
    free(finding->past);
    answer_list_free(&finding->answers);
    facets_free(&finding->facets);
    memory_wipe(finding->kept, finding->catalogue->offer_count + 1);
    free(finding->kept);
    if (finding->kept_order)
        memory_wipe(finding->kept_order, finding->kept_room * sizeof *finding->kept_order);
    free(finding->kept_order);
    for (size_t i = 0; i < finding->missed_count; i++) {
        memory_wipe(finding->missed[i], strlen(finding->missed[i]));
        free(finding->missed[i]);
    }
    free(finding->missed);
    *finding = (struct finding){0};
}

/* The lower, the further up. */
static uint64_t rank_of(const struct finding *finding, uint32_t offer)
{
    if (finding->order == ORDER_NAME)
        return matcher_name_ranks(finding->matcher)[offer];
    return (uint64_t)((int64_t)INT32_MAX - date_days(finding->catalogue->offers[offer].checked));
}

/* Puts the answers, which stand in the order of how they fit, into the wanted one; what is alike in that stays as it stands. */
static void put_in_order(struct finding *finding)
{
    size_t count = finding->answers.count;
    if (finding->order == ORDER_FIT || count < 2)
        return;
    struct ranked *ranks = memory_new(count, sizeof *ranks);
    struct ranked *spare = memory_new(count, sizeof *spare);
    struct answer *before = memory_new(count, sizeof *before);
    memcpy(before, finding->answers.items, count * sizeof *before);
    for (size_t i = 0; i < count; i++)
        ranks[i] = (struct ranked){rank_of(finding, before[i].offer), (uint32_t)i};
    sort_ranked(ranks, spare, count);
    for (size_t i = 0; i < count; i++)
        finding->answers.items[i] = before[ranks[i].index];
    /* What answers a need says something of it. */
    memory_wipe(before, count * sizeof *before);
    memory_wipe(ranks, count * sizeof *ranks);
    memory_wipe(spare, count * sizeof *spare);
    free(before);
    free(spare);
    free(ranks);
}

/* What would fit without a term. A loss is not offered to be given up: what comes then is for those who have their baby. */
static void look_for_drops(struct finding *finding)
{
    size_t count = matcher_drops(finding->matcher, finding->need, finding->drops, FINDING_DROPS);
    finding->drop_count = 0;
    for (size_t i = 0; i < count; i++)
        if (need_at(finding->need, finding->drops[i].term)->key != KEY_AFTER)
            finding->drops[finding->drop_count++] = finding->drops[i];
}

void finding_look(struct finding *finding)
{
    if (!finding->stale)
        return;
    finding->stale = false;
    finding->edition++;
    answer_list_free(&finding->answers);
    finding->answers = matcher_answer(finding->matcher, finding->need, finding->with_near ? VERDICTS_WITH_NEAR : VERDICTS_FITTING);
    finding->nothing = finding_fitting(finding) == 0;
    finding->drop_count = 0;
    finding->also_count = 0;
    if (finding->nothing) {
        look_for_drops(finding);
        finding->also_count = matcher_also(finding->matcher, finding->need, finding->also, FINDING_ALSO);
    }
    put_in_order(finding);
}

const struct facets *finding_facets(struct finding *finding)
{
    if (finding->facets_stale) {
        facets_free(&finding->facets);
        finding->facets = matcher_facets(finding->matcher, finding->need);
        finding->facets_stale = false;
    }
    return &finding->facets;
}

size_t finding_count(const struct finding *finding)
{
    return finding->drop_count + finding->answers.count + finding->also_count;
}

struct found finding_at(const struct finding *finding, size_t row)
{
    if (row < finding->drop_count)
        return (struct found){.kind = FOUND_DROP, .drop = finding->drops[row]};
    row -= finding->drop_count;
    if (row < finding->answers.count) {
        const struct answer *answer = &finding->answers.items[row];
        return (struct found){.kind = FOUND_ANSWER, .offer = answer->offer, .verdict = answer->verdict};
    }
    return (struct found){.kind = FOUND_ALSO, .offer = finding->also[row - finding->answers.count]};
}

size_t finding_fitting(const struct finding *finding)
{
    const size_t *counts = finding->answers.counts;
    return counts[VERDICT_SUITS] + counts[VERDICT_ENDING] + counts[VERDICT_ASK];
}

size_t finding_row_of(const struct finding *finding, uint32_t offer)
{
    for (size_t row = 0; row < finding_count(finding); row++) {
        struct found found = finding_at(finding, row);
        if (found.kind != FOUND_DROP && found.offer == offer)
            return row;
    }
    return SIZE_MAX;
}

static void has_changed(struct finding *finding)
{
    finding->stale = true;
    finding->facets_stale = true;
}

/* Takes the need over as the last step that can be undone. */
static void remember(struct finding *finding, struct need *before)
{
    if (finding->past_count == PAST_MOST) {
        need_free(finding->past[0]);
        memmove(finding->past, finding->past + 1, (PAST_MOST - 1) * sizeof *finding->past);
        finding->past_count--;
    }
    finding->past = memory_room(finding->past, finding->past_count, &finding->past_room, sizeof(struct need *));
    finding->past[finding->past_count++] = before;
}

bool finding_toggle(struct finding *finding, const char *term)
{
    struct need *before = need_copy(finding->need);
    struct need_error error = {0};
    bool understood = need_toggle(finding->need, finding->setting, term, &error);
    need_error_free(&error);
    if (!understood) {
        need_free(before);
        return false;
    }
    remember(finding, before);
    has_changed(finding);
    return true;
}

void finding_drop(struct finding *finding, size_t term)
{
    remember(finding, need_copy(finding->need));
    need_remove(finding->need, term);
    has_changed(finding);
}

void finding_start_over(struct finding *finding)
{
    remember(finding, finding->need);
    finding->need = need_new();
    has_changed(finding);
}

bool need_is_same(const struct need *left, const struct need *right)
{
    struct buffer one = {0};
    struct buffer other = {0};
    need_line(&one, left);
    need_line(&other, right);
    bool same = strcmp(buffer_text(&one), buffer_text(&other)) == 0;
    buffer_wipe(&one);
    buffer_free(&one);
    buffer_wipe(&other);
    buffer_free(&other);
    return same;
}

void finding_try(struct finding *finding, struct need *need)
{
    /* Half a word typed changes nothing, and in a long list an answer is not for nothing. */
    bool same = need_is_same(finding->need, need);
    need_free(finding->need);
    finding->need = need;
    if (!same)
        has_changed(finding);
}

void finding_keep_tried(struct finding *finding, struct need *before)
{
    remember(finding, before);
}

bool finding_settle(struct finding *finding)
{
    if (finding->past_count == 0 || !need_is_same(finding->past[finding->past_count - 1], finding->need))
        return finding->past_count > 0;
    need_free(finding->past[--finding->past_count]);
    return false;
}

bool finding_undo(struct finding *finding)
{
    if (finding->past_count == 0)
        return false;
    finding_try(finding, finding->past[--finding->past_count]);
    return true;
}

void finding_set_near(struct finding *finding, bool with_near)
{
    finding->with_near = with_near;
    finding->stale = true;
}

size_t finding_first_near(const struct finding *finding)
{
    if (!finding->with_near || finding->order != ORDER_FIT || finding->answers.counts[VERDICT_NEAR] == 0)
        return SIZE_MAX;
    return finding->drop_count + finding_fitting(finding);
}

void finding_set_order(struct finding *finding, enum finding_order order)
{
    finding->order = order;
    finding->stale = true;
}

bool finding_is_kept(const struct finding *finding, uint32_t offer)
{
    return finding->kept[offer] != 0;
}

void finding_keep(struct finding *finding, uint32_t offer, bool keep)
{
    if (finding_is_kept(finding, offer) == keep)
        return;
    finding->kept[offer] = keep;
    if (keep) {
        finding->kept_order = memory_room(finding->kept_order, finding->kept_count, &finding->kept_room, sizeof *finding->kept_order);
        finding->kept_order[finding->kept_count++] = offer;
        return;
    }
    size_t at = 0;
    while (finding->kept_order[at] != offer)
        at++;
    finding->kept_count--;
    memmove(finding->kept_order + at, finding->kept_order + at + 1, (finding->kept_count - at) * sizeof *finding->kept_order);
}

const uint32_t *finding_kept(const struct finding *finding)
{
    return finding->kept_order;
}

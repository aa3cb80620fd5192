/* What the fields of an offer say together. Only looked at where the entry states one of them itself: what it inherits was looked at there. */
#include "catalogue/draft.h"
#include "text/buffer.h"

static bool states(const struct draft *draft, enum field one, enum field other)
{
    return (draft->stated & (FIELD_BIT(one) | FIELD_BIT(other))) != 0 && (draft->broken & (FIELD_BIT(one) | FIELD_BIT(other))) == 0;
}

/* Where the later of two fields stands, or the one that is stated here. */
static struct position place_of(const struct draft *draft, enum field one, enum field other)
{
    return draft->at[(draft->stated & FIELD_BIT(other)) != 0 ? other : one];
}

static void fail_both(struct draft *draft, enum field one, enum field other)
{
    draft_fail(draft, one);
    draft_fail(draft, other);
}

static void check_stage(struct draft *draft, const struct stage *stage, enum field from, enum field to)
{
    if (!states(draft, from, to) || stage->from.unit == STAGE_NOT_STATED || stage->to.unit == STAGE_NOT_STATED ||
        stage_point_compare(stage->from, stage->to) < 0)
        return;
    struct buffer start = {0};
    struct buffer end = {0};
    stage_point_words(&start, stage->from);
    stage_point_words(&end, stage->to);
    report_stage_order(draft->drafting->problems, place_of(draft, from, to), buffer_text(&start), buffer_text(&end));
    buffer_free(&start);
    buffer_free(&end);
    fail_both(draft, from, to);
}

static void check_ages(struct draft *draft, struct years years, enum field from, enum field to)
{
    if (!states(draft, from, to) || years.from < 0 || years.to < 0 || years.from <= years.to)
        return;
    struct position where = place_of(draft, from, to);
    if (from == FIELD_GROUP_SIZE_FROM)
        report_sizes_order(draft->drafting->problems, where, years.from, years.to);
    else
        report_ages_order(draft->drafting->problems, where, years.from, years.to);
    fail_both(draft, from, to);
}

static void check_with(struct draft *draft)
{
    const struct offer *offer = &draft->offer;
    if (!states(draft, FIELD_WITH, FIELD_WITHOUT))
        return;
    for (uint32_t i = 0; i < offer->without.count; i++) {
        if (!numbers_have(offer->with, offer->without.items[i]))
            continue;
        const struct term *term = vocabulary_at(draft->drafting->vocabulary, LIST_WITH, offer->without.items[i]);
        report_word_in_both(draft->drafting->problems, place_of(draft, FIELD_WITH, FIELD_WITHOUT), term->id);
        draft->broken |= FIELD_BIT(FIELD_WITH) | FIELD_BIT(FIELD_WITHOUT);
        draft->failed = true;
    }
}

static bool area_is_sure(const struct draft *draft, place_id maybe)
{
    const struct numbers *areas = &draft->offer.areas;
    for (uint32_t i = 0; i < areas->count; i++) {
        if (place_contains(draft->drafting->gazetteer, areas->items[i], maybe))
            return true;
    }
    return false;
}

static void maybe_inside_sure(struct draft *draft, enum field sure, enum field maybe, const char *word)
{
    report_maybe_inside_sure(draft->drafting->problems, place_of(draft, sure, maybe), word, field_table[sure].name, field_table[maybe].name);
}

static void check_maybe_lists(struct draft *draft)
{
    const struct offer *offer = &draft->offer;
    const struct drafting *drafting = draft->drafting;
    for (uint32_t i = 0; states(draft, FIELD_AREAS, FIELD_AREAS_MAYBE) && i < offer->areas_maybe.count; i++) {
        if (area_is_sure(draft, offer->areas_maybe.items[i]))
            maybe_inside_sure(draft, FIELD_AREAS, FIELD_AREAS_MAYBE, gazetteer_at(drafting->gazetteer, offer->areas_maybe.items[i])->name);
    }
    for (uint32_t i = 0; states(draft, FIELD_FORMATS, FIELD_FORMATS_MAYBE) && i < offer->formats_maybe.count; i++) {
        if (numbers_have(offer->formats, offer->formats_maybe.items[i]))
            maybe_inside_sure(draft, FIELD_FORMATS, FIELD_FORMATS_MAYBE,
                              vocabulary_at(drafting->vocabulary, LIST_FORMATS, offer->formats_maybe.items[i])->id);
    }
}

/* An end that is not stated is not sure (MATCHING.md, "Stage"), so only a sure end can make a maybe one needless. */
static void check_maybe_stage(struct draft *draft)
{
    const struct stage *sure = &draft->offer.stage;
    const struct stage *maybe = &draft->offer.stage_maybe;
    bool stated = states(draft, FIELD_STAGE_FROM, FIELD_STAGE_TO) || states(draft, FIELD_STAGE_MAYBE_FROM, FIELD_STAGE_MAYBE_TO);
    if (!stated || sure->to.unit == STAGE_NOT_STATED || maybe->to.unit == STAGE_NOT_STATED || stage_point_compare(maybe->to, sure->to) > 0)
        return;
    if (sure->from.unit != STAGE_NOT_STATED &&
        (maybe->from.unit == STAGE_NOT_STATED || stage_point_compare(maybe->from, sure->from) < 0))
        return;
    struct buffer word = {0};
    stage_point_words(&word, maybe->to);
    /* The row of a spreadsheet may state none of the ends that it has. */
    static const enum field edges[] = {FIELD_STAGE_MAYBE_TO, FIELD_STAGE_TO, FIELD_STAGE_MAYBE_FROM, FIELD_STAGE_FROM};
    size_t at = 0;
    while ((draft->stated & FIELD_BIT(edges[at])) == 0)
        at++;
    enum field said = edges[at] == FIELD_STAGE_MAYBE_TO || edges[at] == FIELD_STAGE_MAYBE_FROM ? FIELD_STAGE_MAYBE_TO : FIELD_STAGE_TO;
    report_maybe_inside_sure(draft->drafting->problems, draft->at[edges[at]], buffer_text(&word), field_table[FIELD_STAGE_TO].name,
                             field_table[said].name);
    buffer_free(&word);
}

static void check_maybe_ages(struct draft *draft)
{
    struct years sure = draft->offer.parent_age;
    struct years maybe = draft->offer.parent_age_maybe;
    bool stated = states(draft, FIELD_PARENT_AGE_MAYBE_FROM, FIELD_PARENT_AGE_MAYBE_TO);
    if (!stated || (maybe.from < 0 && maybe.to < 0) || (sure.from < 0 && sure.to < 0))
        return;
    bool from_inside = sure.from < 0 || maybe.from >= sure.from;
    bool to_inside = sure.to < 0 || (maybe.to >= 0 && maybe.to <= sure.to);
    enum field field = maybe.to >= 0 ? FIELD_PARENT_AGE_MAYBE_TO : FIELD_PARENT_AGE_MAYBE_FROM;
    if (from_inside && to_inside && (draft->stated & FIELD_BIT(field)) != 0) {
        struct buffer word = {0};
        buffer_format(&word, "%d", maybe.to >= 0 ? maybe.to : maybe.from);
        maybe_inside_sure(draft, maybe.to >= 0 ? FIELD_PARENT_AGE_TO : FIELD_PARENT_AGE_FROM, field, buffer_text(&word));
        buffer_free(&word);
    }
}

void draft_check(struct draft *draft)
{
    const struct offer *offer = &draft->offer;
    check_stage(draft, &offer->stage, FIELD_STAGE_FROM, FIELD_STAGE_TO);
    check_stage(draft, &offer->stage_maybe, FIELD_STAGE_MAYBE_FROM, FIELD_STAGE_MAYBE_TO);
    check_ages(draft, offer->parent_age, FIELD_PARENT_AGE_FROM, FIELD_PARENT_AGE_TO);
    check_ages(draft, offer->parent_age_maybe, FIELD_PARENT_AGE_MAYBE_FROM, FIELD_PARENT_AGE_MAYBE_TO);
    check_ages(draft, offer->group_size, FIELD_GROUP_SIZE_FROM, FIELD_GROUP_SIZE_TO);
    check_with(draft);
    check_maybe_lists(draft);
    check_maybe_stage(draft);
    check_maybe_ages(draft);
    bool runs = offer->status == STATUS_RUNNING || offer->status == STATUS_UNKNOWN;
    if (states(draft, FIELD_ENDS_ON, FIELD_STATUS) && offer->ends_on.year != 0 && runs)
        report_ends_on_without_ending(draft->drafting->problems, place_of(draft, FIELD_STATUS, FIELD_ENDS_ON));
}

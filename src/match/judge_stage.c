/* When in pregnancy or in a child's life. MATCHING.md, "Stage". */
#include "match/judge.h"

enum { SURE_MONTHS = 12, OPEN_MONTHS = 24, WEEKS_A_YEAR = 52 };

static const struct stage_point birth = {STAGE_MONTHS_OLD, 0};

bool stage_stated(struct stage stage)
{
    return stage.from.unit != STAGE_NOT_STATED || stage.to.unit != STAGE_NOT_STATED;
}

/* Where an end is not stated: up to here yes, up to there ask. A start in the second year or later leaves nothing sure. */
static void open_end(struct stage_point from, struct stage_point *sure, struct stage_point *open)
{
    *sure = (struct stage_point){STAGE_MONTHS_OLD, SURE_MONTHS};
    *open = (struct stage_point){STAGE_MONTHS_OLD, OPEN_MONTHS};
    if (from.unit == STAGE_NOT_STATED || stage_point_compare(from, *sure) < 0)
        return;
    *sure = from;
    struct stage_point later = from;
    later.count = (uint16_t)(from.count + (from.unit == STAGE_WEEKS_OLD ? WEEKS_A_YEAR : SURE_MONTHS));
    if (stage_point_compare(later, *open) > 0)
        *open = later;
}

/* Somewhere in pregnancy, or somewhere after the birth: does the interval meet that part of the line? */
static enum value part_value(struct stage stage, bool pregnant)
{
    bool from_later = stage.from.unit != STAGE_NOT_STATED && stage_point_compare(stage.from, birth) >= 0;
    if (pregnant)
        return from_later ? VALUE_NO : VALUE_YES;
    if (stage.to.unit != STAGE_NOT_STATED)
        return stage_point_compare(stage.to, birth) > 0 ? VALUE_YES : VALUE_NO;
    struct stage_point sure;
    struct stage_point open;
    open_end(stage.from, &sure, &open);
    return stage.from.unit != STAGE_NOT_STATED && stage_point_compare(stage.from, sure) >= 0 ? VALUE_ASK : VALUE_YES;
}

enum value stage_value(struct stage stage, struct moment moment)
{
    if (moment.any)
        return part_value(stage, moment.pregnant);
    if (stage.from.unit != STAGE_NOT_STATED && !stage_reached(moment, stage.from))
        return VALUE_NO;
    if (stage.to.unit != STAGE_NOT_STATED)
        return stage_reached(moment, stage.to) ? VALUE_NO : VALUE_YES;
    struct stage_point sure;
    struct stage_point open;
    open_end(stage.from, &sure, &open);
    if (!stage_reached(moment, sure))
        return VALUE_YES;
    return stage_reached(moment, open) ? VALUE_NO : VALUE_ASK;
}

/* Nothing stated at all: ask in pregnancy and up to 24 months. */
static enum value silent_value(struct moment moment)
{
    static const struct stage_point open = {STAGE_MONTHS_OLD, OPEN_MONTHS};
    return !moment.any && stage_reached(moment, open) ? VALUE_NO : VALUE_ASK;
}

enum value judge_stage(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    (void)setting;
    enum value sure = VALUE_NO;
    if (stage_stated(offer->stage))
        sure = stage_value(offer->stage, value->moment);
    else if (!stage_stated(offer->stage_maybe))
        return silent_value(value->moment);
    if (sure == VALUE_NO && stage_stated(offer->stage_maybe) && stage_value(offer->stage_maybe, value->moment) != VALUE_NO)
        return VALUE_ASK;
    return sure;
}

static void sight_stage(struct sight *sight, struct stage stage)
{
    sight_number(sight, (uint32_t)stage.from.unit << 16 | stage.from.count);
    sight_number(sight, (uint32_t)stage.to.unit << 16 | stage.to.count);
}

void sees_stage(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_stage(sight, offer->stage);
    sight_stage(sight, offer->stage_maybe);
}

static bool topic_is_loss(const struct catalogue *catalogue, uint32_t topic)
{
    return vocabulary_at(catalogue->vocabulary, LIST_ABOUT, topic)->loss;
}

bool loss_named(const struct catalogue *catalogue, const struct need *need)
{
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        if (term->key == KEY_AFTER && !term->denied)
            return true;
        for (size_t j = 0; term->key == KEY_ABOUT && !term->denied && j < term->count; j++) {
            if (topic_is_loss(catalogue, term->values[j].number))
                return true;
        }
    }
    return false;
}

bool loss_alone(const struct catalogue *catalogue, const struct offer *offer)
{
    for (uint32_t i = 0; i < offer->about.count; i++) {
        if (!topic_is_loss(catalogue, offer->about.items[i]))
            return false;
    }
    return offer->about.count > 0 && offer->about_only == STATED_YES;
}

void depends_loss(const struct need *need, struct buffer *out)
{
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        for (size_t j = 0; term->key == KEY_ABOUT && !term->denied && j < term->count; j++)
            buffer_format(out, " %u", (unsigned)term->values[j].number);
    }
}

/* After a loss only what says that it welcomes people then; where its topic is a loss but it does not say so: ask. Where the need is silent, what is
 * for nothing but a loss is to be asked for: a group of bereaved parents must not stand among what suits a pregnant woman. */
enum value judge_loss(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    if (!value)
        return loss_alone(setting->catalogue, offer) && !loss_named(setting->catalogue, setting->need) ? VALUE_ASK : VALUE_YES;
    if (numbers_have(offer->with, setting->after_loss))
        return VALUE_YES;
    if (numbers_have(offer->without, setting->after_loss))
        return VALUE_NO;
    for (uint32_t i = 0; i < offer->about.count; i++) {
        if (topic_is_loss(setting->catalogue, offer->about.items[i]))
            return VALUE_ASK;
    }
    return VALUE_NO;
}

void sees_loss(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_numbers(sight, offer->with);
    sight_numbers(sight, offer->without);
    sight_numbers(sight, offer->about);
    sight_number(sight, offer->about_only);
}

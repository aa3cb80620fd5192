/* Who, what and how: the criteria that compare words of the vocabulary. MATCHING.md, "Rules, criterion by criterion". */
#include "match/judge.h"

void sight_numbers(struct sight *sight, struct numbers numbers)
{
    sight_number(sight, numbers.count << 1 | numbers.stated);
    for (uint32_t i = 0; i < numbers.count; i++)
        sight_number(sight, numbers.items[i]);
}

static const enum value who_table[WHO_NOT_STATED + 1][PERSON_CARER + 1] = {
    [WHO_MOTHERS] = {VALUE_YES, VALUE_NO, VALUE_NO, VALUE_NO},
    [WHO_FATHERS] = {VALUE_NO, VALUE_YES, VALUE_ASK, VALUE_NO},
    [WHO_PARENTS] = {VALUE_YES, VALUE_YES, VALUE_YES, VALUE_NO},
    [WHO_PARENTS_AND_CARERS] = {VALUE_YES, VALUE_YES, VALUE_YES, VALUE_YES},
    [WHO_FAMILIES] = {VALUE_YES, VALUE_YES, VALUE_YES, VALUE_ASK},
    [WHO_NOT_STATED] = {VALUE_YES, VALUE_ASK, VALUE_ASK, VALUE_ASK},
};

enum value judge_who(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    (void)setting;
    return who_table[offer->who][value->number];
}

void sees_who(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_number(sight, offer->who);
}

static bool age_stated(struct years years)
{
    return years.from >= 0 || years.to >= 0;
}

static bool age_inside(struct years years, uint32_t age)
{
    return (years.from < 0 || age >= (uint32_t)years.from) && (years.to < 0 || age <= (uint32_t)years.to);
}

enum value judge_age(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    (void)setting;
    if (!age_stated(offer->parent_age) && !age_stated(offer->parent_age_maybe))
        return VALUE_YES;
    if (!value)
        return VALUE_ASK;
    if (age_stated(offer->parent_age) && age_inside(offer->parent_age, value->number))
        return VALUE_YES;
    return age_stated(offer->parent_age_maybe) && age_inside(offer->parent_age_maybe, value->number) ? VALUE_ASK : VALUE_NO;
}

static uint32_t years_number(struct years years)
{
    return (uint32_t)(uint16_t)years.from << 16 | (uint16_t)years.to;
}

void sees_age(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_number(sight, years_number(offer->parent_age));
    sight_number(sight, years_number(offer->parent_age_maybe));
}

enum value judge_format(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    (void)setting;
    if (numbers_have(offer->formats, value->number))
        return VALUE_YES;
    if (numbers_have(offer->formats_maybe, value->number))
        return VALUE_ASK;
    return offer->formats.stated ? VALUE_NO : VALUE_ASK;
}

void sees_format(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_numbers(sight, offer->formats);
    sight_numbers(sight, offer->formats_maybe);
}

bool offer_is_remote(const struct judge_setting *setting, const struct offer *offer)
{
    return numbers_have(offer->formats, setting->online) || numbers_have(offer->formats, setting->phone);
}

enum value judge_about(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    (void)setting;
    if (offer->about.count == 0 || numbers_have(offer->about, value->number))
        return VALUE_YES;
    return offer->about_only == STATED_YES ? VALUE_NO : VALUE_ASK;
}

void sees_about(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_numbers(sight, offer->about);
    sight_number(sight, offer->about_only);
}

/* Whether a for: or only: term of the need has the group. */
static bool need_has_group(const struct need *need, uint32_t group, bool denied)
{
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        if ((term->key != KEY_FOR && term->key != KEY_ONLY) || term->denied != denied)
            continue;
        for (size_t j = 0; j < term->count; j++) {
            if (term->values[j].number == group)
                return true;
        }
    }
    return false;
}

bool for_named(const struct need *need, struct numbers groups)
{
    for (uint32_t i = 0; i < groups.count; i++) {
        if (need_has_group(need, groups.items[i], false))
            return true;
    }
    return false;
}

bool for_denied(const struct need *need, struct numbers groups)
{
    for (uint32_t i = 0; i < groups.count; i++) {
        if (!need_has_group(need, groups.items[i], true))
            return false;
    }
    return groups.count > 0;
}

/* Looks at all for: and only: terms at once: nobody is asked their status, so silence is "does this apply?". */
enum value judge_for(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    (void)value;
    if (offer->for_groups.count == 0 || for_named(setting->need, offer->for_groups))
        return VALUE_YES;
    return for_denied(setting->need, offer->for_groups) ? VALUE_NO : VALUE_ASK;
}

void depends_for(const struct need *need, struct buffer *out)
{
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        if (term->key != KEY_FOR && term->key != KEY_ONLY)
            continue;
        for (size_t j = 0; j < term->count; j++)
            buffer_format(out, " %s%u", term->denied ? "-" : "", (unsigned)term->values[j].number);
    }
}

enum value judge_only(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    (void)setting;
    if (value->number == ONLY_FATHERS)
        return offer->who == WHO_FATHERS ? VALUE_YES : VALUE_NO;
    return numbers_have(offer->for_groups, value->number) ? VALUE_YES : VALUE_NO;
}

void sees_for(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_number(sight, offer->who);
    sight_numbers(sight, offer->for_groups);
}

enum value judge_with(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    (void)setting;
    if (numbers_have(offer->with, value->number))
        return VALUE_YES;
    return numbers_have(offer->without, value->number) ? VALUE_NO : VALUE_ASK;
}

void sees_with(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_numbers(sight, offer->with);
    sight_numbers(sight, offer->without);
}

enum value judge_language(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    if (numbers_have(offer->languages, value->number))
        return VALUE_YES;
    return !offer->languages.stated || numbers_have(offer->with, setting->interpreter) ? VALUE_ASK : VALUE_NO;
}

void sees_language(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    sight_numbers(sight, offer->languages);
    sight_number(sight, numbers_have(offer->with, setting->interpreter));
}

enum value judge_referral(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    (void)setting;
    if (numbers_have(offer->referral, value->number))
        return VALUE_YES;
    return offer->referral.stated ? VALUE_NO : VALUE_ASK;
}

void sees_referral(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_numbers(sight, offer->referral);
}

enum value judge_checked(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    if (offer->checked.year == 0)
        return VALUE_NO;
    struct date oldest = date_add_months(setting->today, -(int)value->number);
    return date_last_day(offer->checked) >= date_days(oldest) ? VALUE_YES : VALUE_NO;
}

void sees_checked(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_number(sight, (uint32_t)offer->checked.year << 16 | (uint32_t)offer->checked.month << 8 | offer->checked.day);
}

enum value judge_status(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    (void)setting;
    return offer->status == (enum status)value->number ? VALUE_YES : VALUE_NO;
}

void sees_status(const struct judge_setting *setting, const struct offer *offer, struct sight *sight)
{
    (void)setting;
    sight_number(sight, offer->status);
}

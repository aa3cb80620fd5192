/* When it meets: day, part of the day, a date. MATCHING.md, "Day, time, on". */
#include "match/judge.h"

enum { MIDDAY = 12 * 60, EVENING = 17 * 60 };

enum { MORNING_PART, AFTERNOON_PART, EVENING_PART };

bool session_over(const struct session *session, struct date today)
{
    const struct date *last = session->repeat == SESSION_ONCE && session->last.year == 0 ? &session->first : &session->last;
    return last->year != 0 && date_last_day(*last) < date_days(today);
}

static uint32_t session_weekday(const struct session *session)
{
    return session->repeat == SESSION_ONCE && session->first.day ? date_weekday(session->first) : session->weekday;
}

/* Whether the need names days at all, and whether this is one of them. */
static bool day_wanted(const struct need *need, uint32_t weekday, bool *named)
{
    bool wanted = false;
    *named = false;
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        if (term->key != KEY_DAY || term->denied)
            continue;
        *named = true;
        for (size_t j = 0; j < term->count; j++)
            wanted = wanted || term->values[j].number == weekday;
    }
    return wanted;
}

bool session_counts(const struct judge_setting *setting, const struct session *session)
{
    bool named;
    if (session_over(session, setting->today))
        return false;
    return day_wanted(setting->need, session_weekday(session), &named) || !named;
}

enum value judge_day(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    bool any = false;
    for (uint32_t i = 0; i < offer->session_count; i++) {
        const struct session *session = &offer->sessions[i];
        if (session_over(session, setting->today))
            continue;
        any = true;
        if (session_weekday(session) == value->number)
            return VALUE_YES;
    }
    return any ? VALUE_NO : VALUE_ASK;
}

static uint32_t part_of_day(int minute)
{
    return minute < MIDDAY ? MORNING_PART : minute < EVENING ? AFTERNOON_PART : EVENING_PART;
}

/* One session's part of the day; what does not say at what hour it begins is to be asked. */
static enum value session_part(const struct session *session, uint32_t part)
{
    if (session->from_minute < 0)
        return VALUE_ASK;
    return part_of_day(session->from_minute) == part ? VALUE_YES : VALUE_NO;
}

/* Where the need names days, their sessions count and no others: Tuesday evenings and Thursday mornings are no Tuesday mornings. Where none of
 * them is on those days, that is for `day` to say, and all count. */
enum value judge_time(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    enum value best = VALUE_NO;
    enum value best_on_days = VALUE_NO;
    bool any = false;
    bool any_on_days = false;
    for (uint32_t i = 0; i < offer->session_count; i++) {
        const struct session *session = &offer->sessions[i];
        if (session_over(session, setting->today))
            continue;
        enum value part = session_part(session, value->number);
        any = true;
        best = part > best ? part : best;
        if (!session_counts(setting, session))
            continue;
        any_on_days = true;
        best_on_days = part > best_on_days ? part : best_on_days;
    }
    if (!any)
        return VALUE_ASK;
    return any_on_days ? best_on_days : best;
}

void depends_time(const struct need *need, struct buffer *out)
{
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        if (term->key != KEY_DAY || term->denied)
            continue;
        for (size_t j = 0; j < term->count; j++)
            buffer_format(out, " %u", (unsigned)term->values[j].number);
    }
}

enum value judge_on(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    if (offer->ends_on.year != 0 && date_days(value->date) > date_last_day(offer->ends_on))
        return VALUE_NO;
    enum value best = offer->session_count > 0 ? VALUE_NO : VALUE_ASK;
    bool all_over = true;
    for (uint32_t i = 0; i < offer->session_count; i++) {
        all_over = all_over && session_over(&offer->sessions[i], setting->today);
        enum session_on on = session_meets_on(&offer->sessions[i], value->date, setting->catalogue->terms, NULL);
        enum value meets = on == SESSION_YES ? VALUE_YES : on == SESSION_PERHAPS ? VALUE_ASK : VALUE_NO;
        best = meets > best ? meets : best;
    }
    /* When all that was told is past, what comes next is not known; a day in the past stays what it was. */
    if (best == VALUE_NO && all_over && date_days(value->date) >= date_days(setting->today))
        return VALUE_ASK;
    return best;
}

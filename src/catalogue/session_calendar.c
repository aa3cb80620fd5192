/* On which days a session meets. Days are counted since 1 January 1970, see text/date.h. */
#include "catalogue/session.h"

enum { WEEK = 7, TWO_YEARS = 731 };

/* Easter Sunday of a Gregorian year, by the rule that J.-M. Oudin gave in 1940 (Explanatory Supplement to the Astronomical Almanac, 1992,
 * chapter 12). */
static int32_t easter(int year)
{
    int century = year / 100;
    int golden = year % 19;
    int correction = (century - 17) / 25;
    int epact = (century - century / 4 - (century - correction) / 3 + 19 * golden + 15) % 30;
    epact -= epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
    int weekday = (year + year / 4 + epact + 2 - century + century / 4) % 7;
    int from_march = epact - weekday;
    int month = 3 + (from_march + 40) / 44;
    int day = from_march + 28 - 31 * (month / 4);
    return date_days((struct date){.year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)day});
}

/* Whether the day can be a bank holiday somewhere in the United Kingdom (gov.uk/bank-holidays): fixed ones with the days to which they
 * move from a weekend, Good Friday, Easter Monday, and the first or last Monday of May and August. */
static bool may_be_bank_holiday(struct date day)
{
    static const struct {
        uint8_t month, from, to;
    } fixed[] = {{1, 1, 4}, {3, 17, 19}, {7, 12, 14}, {11, 30, 30}, {12, 1, 2}, {12, 25, 28}};
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++) {
        if (day.month == fixed[i].month && day.day >= fixed[i].from && day.day <= fixed[i].to)
            return true;
    }
    bool monday = date_weekday(day) == 0;
    if (monday && (day.month == 5 || day.month == 8) && (day.day <= 7 || day.day >= 25))
        return true;
    int32_t from_easter = date_days(day) - easter(day.year);
    return from_easter == -2 || from_easter == 1;
}

static uint8_t month_length(struct date day)
{
    struct date month = {.year = day.year, .month = day.month};
    return date_from_days(date_last_day(month)).day;
}

static bool is_nth(struct date day, int nth)
{
    if (nth < 0)
        return day.day + WEEK > month_length(day);
    return (day.day - 1) / WEEK + 1 == nth;
}

static enum session_on lesser(enum session_on left, enum session_on right)
{
    if (left == SESSION_NO || right == SESSION_NO)
        return SESSION_NO;
    return left == SESSION_PERHAPS || right == SESSION_PERHAPS ? SESSION_PERHAPS : SESSION_YES;
}

/* The first day from the one given on that falls on the weekday. */
static int32_t weekday_from(int32_t day, unsigned weekday)
{
    unsigned ahead = (weekday + WEEK - date_weekday(date_from_days(day))) % WEEK;
    return day + (int32_t)ahead;
}

/* By weekday and rhythm alone. */
static enum session_on on_rhythm(const struct session *session, struct date day)
{
    if (session->repeat == SESSION_WORDS)
        return SESSION_PERHAPS;
    if (session->repeat == SESSION_ONCE)
        return date_days(day) == date_days(session->first) ? SESSION_YES : SESSION_NO;
    if (date_weekday(day) != session->weekday)
        return SESSION_NO;
    if (session->repeat == SESSION_MONTHLY)
        return is_nth(day, session->nth) ? SESSION_YES : SESSION_NO;
    if (session->interval <= 1)
        return SESSION_YES;
    if (session->first.day == 0)
        return SESSION_PERHAPS;
    int32_t start = weekday_from(date_days(session->first), session->weekday);
    return (date_days(day) - start) % (WEEK * session->interval) == 0 ? SESSION_YES : SESSION_NO;
}

/* Between its first and last day. Where only the month of one of these is known, not sure within that month. */
static enum session_on in_course(const struct session *session, struct date day)
{
    int32_t today = date_days(day);
    enum session_on on = SESSION_YES;
    if (session->first.year != 0 && today < date_last_day(session->first))
        on = today < date_days(session->first) ? SESSION_NO : SESSION_PERHAPS;
    if (session->last.year != 0 && today > date_days(session->last))
        on = lesser(on, today > date_last_day(session->last) ? SESSION_NO : SESSION_PERHAPS);
    return on;
}

static enum session_on not_excepted(const struct session *session, struct date day)
{
    for (size_t i = 0; i < session->except_count; i++) {
        if (date_days(session->except[i]) == date_days(day))
            return SESSION_NO;
    }
    return session->not_on_bank_holidays && may_be_bank_holiday(day) ? SESSION_PERHAPS : SESSION_YES;
}

/* Before the first known term and after the last nothing is known. */
static enum session_on in_term(const struct session *session, struct date day, struct terms terms)
{
    int32_t today = date_days(day);
    if (!session->term_time)
        return SESSION_YES;
    if (terms.count == 0 || today < date_days(terms.items[0][0]) || today > date_days(terms.items[terms.count - 1][1]))
        return SESSION_PERHAPS;
    for (size_t i = 0; i < terms.count; i++) {
        if (today >= date_days(terms.items[i][0]) && today <= date_days(terms.items[i][1]))
            return SESSION_YES;
    }
    return SESSION_NO;
}

enum session_on session_meets_on(const struct session *session, struct date day, struct terms terms, struct date *back)
{
    if (back != NULL)
        *back = (struct date){0};
    enum session_on on = lesser(lesser(on_rhythm(session, day), in_course(session, day)), not_excepted(session, day));
    if (on == SESSION_NO)
        return on;
    enum session_on term = in_term(session, day, terms);
    if (term == SESSION_NO && back != NULL)
        *back = session_next(session, day, terms);
    return lesser(on, term);
}

struct date session_next(const struct session *session, struct date from, struct terms terms)
{
    if (session->repeat == SESSION_WORDS || from.year == 0)
        return (struct date){0};
    int32_t day = date_days(from);
    int32_t end = day + TWO_YEARS;
    if (session->first.year != 0 && date_days(session->first) > day)
        day = date_days(session->first);
    if (session->last.year != 0 && date_last_day(session->last) < end)
        end = date_last_day(session->last);
    for (day = weekday_from(day, session->weekday); day <= end; day += WEEK) {
        struct date date = date_from_days(day);
        if (session_meets_on(session, date, terms, NULL) == SESSION_YES)
            return date;
    }
    return (struct date){0};
}

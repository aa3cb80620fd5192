#include "match/words.h"

#include <string.h>

enum { DAYS_IN_WEEK = 7, MONTHS_IN_YEAR = 12 };

const char *words_weekday(uint32_t weekday)
{
    static const char *const names[7] = {N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday")};
    return _(names[weekday % 7]);
}

const char *words_weekdays(uint32_t weekday)
{
    static const char *const names[7] = {N_("on Mondays"), N_("on Tuesdays"), N_("on Wednesdays"), N_("on Thursdays"),
                                         N_("on Fridays"), N_("on Saturdays"), N_("on Sundays")};
    return _(names[weekday % 7]);
}

const char *words_part_of_day(uint32_t part)
{
    static const char *const names[3] = {N_("in the morning"), N_("in the afternoon"), N_("in the evening")};
    return _(names[part % 3]);
}

void words_from(struct buffer *out, struct stage_point point)
{
    unsigned count = point.count;
    bool pregnant = point.unit == STAGE_PREGNANT_WEEKS || point.unit == STAGE_NOT_STATED;
    if (pregnant && count == 0)
        buffer_add_text(out, EDGE_PREGNANCY);
    else if (pregnant)
        buffer_format(out, EDGE_WEEKS_PREGNANT(count), count);
    else if (count == 0)
        buffer_add_text(out, EDGE_BIRTH);
    else if (point.unit == STAGE_WEEKS_OLD)
        buffer_format(out, EDGE_AGE_WEEKS(count), count);
    else if (count % MONTHS_IN_YEAR == 0)
        buffer_format(out, EDGE_AGE_YEARS(count / MONTHS_IN_YEAR), count / MONTHS_IN_YEAR);
    else
        buffer_format(out, EDGE_AGE_MONTHS(count), count);
}

void words_until(struct buffer *out, struct stage_point point)
{
    unsigned count = point.count;
    if (point.unit == STAGE_PREGNANT_WEEKS || point.unit == STAGE_NOT_STATED)
        buffer_format(out, EDGE_WEEKS_PREGNANT(count), count);
    else if (count == 0)
        buffer_add_text(out, EDGE_THE_BIRTH);
    else if (point.unit == STAGE_WEEKS_OLD)
        buffer_format(out, EDGE_IS_WEEKS(count), count);
    else if (count % MONTHS_IN_YEAR == 0)
        buffer_format(out, EDGE_TURNS(count / MONTHS_IN_YEAR), count / MONTHS_IN_YEAR);
    else
        buffer_format(out, EDGE_IS_MONTHS(count), count);
}

static void months_words(struct buffer *out, unsigned months)
{
    unsigned years = months / MONTHS_IN_YEAR;
    if (months == 0) {
        buffer_add_text(out, AGE_UNDER_MONTH);
    } else if (years < 2) {
        buffer_format(out, SPAN_MONTHS(months), months);
    } else if (months % MONTHS_IN_YEAR == 0) {
        buffer_format(out, SPAN_YEARS(years), years);
    } else {
        struct buffer whole = {0};
        struct buffer rest = {0};
        buffer_format(&whole, SPAN_YEARS(years), years);
        buffer_format(&rest, SPAN_MONTHS(months % MONTHS_IN_YEAR), months % MONTHS_IN_YEAR);
        buffer_format(out, SPAN_AND, buffer_text(&whole), buffer_text(&rest));
        buffer_free(&whole);
        buffer_free(&rest);
    }
}

void words_child_age(struct buffer *out, const struct need_value *value, enum key key)
{
    unsigned weeks = (unsigned)value->moment.days / DAYS_IN_WEEK;
    bool in_weeks = key == KEY_BORN ? value->moment.months < 3 : value->number == 'w';
    if (in_weeks && weeks == 0)
        buffer_add_text(out, AGE_UNDER_WEEK);
    else if (in_weeks)
        buffer_format(out, SPAN_WEEKS(weeks), weeks);
    else
        months_words(out, (unsigned)value->moment.months);
}

void words_span(struct buffer *out, int32_t days)
{
    unsigned count = days > 0 ? (unsigned)days : 0;
    if (count < 2 * DAYS_IN_WEEK)
        buffer_format(out, SPAN_DAYS(count), count);
    else if (count < 61)
        buffer_format(out, SPAN_WEEKS(count / DAYS_IN_WEEK), count / DAYS_IN_WEEK);
    else
        buffer_format(out, SPAN_MONTHS((unsigned)(count / 30.4375 + 0.5)), (unsigned)(count / 30.4375 + 0.5));
}

void words_join(struct buffer *out, const char *item, size_t index, size_t count, const char *last)
{
    if (index > 0)
        buffer_add_text(out, index + 1 == count ? last : LIST_COMMA);
    buffer_add_text(out, item);
}

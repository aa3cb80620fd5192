#include "write/when.h"

#include "match/words.h"
#include "write/handout_words.h"

enum { HOUR = 60, HALF_DAY = 12 * 60, DAY = 24 * 60, FEW_EXCEPTIONS = 6 };

void when_time(struct buffer *out, int minute)
{
    if (minute == HALF_DAY) {
        buffer_add_text(out, WHEN_MIDDAY);
        return;
    }
    if (minute % DAY == 0) {
        buffer_add_text(out, WHEN_MIDNIGHT);
        return;
    }
    int hour = minute / HOUR % 12 == 0 ? 12 : minute / HOUR % 12;
    if (minute % HOUR == 0)
        buffer_format(out, minute < HALF_DAY ? WHEN_MORNING_HOUR : WHEN_AFTERNOON_HOUR, hour);
    else
        buffer_format(out, minute < HALF_DAY ? WHEN_MORNING_MINUTE : WHEN_AFTERNOON_MINUTE, hour, minute % HOUR);
}

static void rhythm(struct buffer *out, const struct session *session)
{
    const char *day = words_weekday(session->weekday);
    if (session->repeat == SESSION_ONCE) {
        struct buffer date = {0};
        date_words(&date, session->first);
        buffer_format(out, WHEN_DATE, day, buffer_text(&date));
        buffer_free(&date);
        return;
    }
    if (session->repeat == SESSION_MONTHLY) {
        const char *const nths[] = {WHEN_LAST, WHEN_FIRST, WHEN_SECOND, WHEN_THIRD, WHEN_FOURTH, WHEN_FIFTH};
        buffer_format(out, WHEN_OF_THE_MONTH, nths[session->nth < 0 || session->nth > 5 ? 0 : session->nth], day);
        return;
    }
    if (session->interval <= 1)
        buffer_format(out, WHEN_EVERY, day);
    else if (session->interval == 2)
        buffer_format(out, WHEN_EVERY_SECOND, day);
    else
        buffer_format(out, WHEN_EVERY_NTH_WEEK(session->interval), session->interval, day);
}

static void times(struct buffer *out, const struct session *session)
{
    if (session->from_minute < 0)
        return;
    struct buffer from = {0};
    struct buffer to = {0};
    when_time(&from, session->from_minute);
    if (session->to_minute >= 0) {
        when_time(&to, session->to_minute);
        buffer_format(out, WHEN_FROM_TO, buffer_text(&from), buffer_text(&to));
    } else {
        buffer_format(out, WHEN_AT, buffer_text(&from));
    }
    buffer_free(&from);
    buffer_free(&to);
}

/* From when until when, as far as it is stated and, for the start, still to come. */
static void limits(struct buffer *out, const struct session *session, struct date today)
{
    bool starts = session->first.year != 0 && (session->interval > 1 || date_days(session->first) > date_days(today));
    bool ends = session->last.year != 0;
    struct buffer first = {0};
    struct buffer last = {0};
    date_words(&first, session->first);
    date_words(&last, session->last);
    if (starts && ends)
        buffer_format(out, WHEN_FROM_UNTIL_DATE, buffer_text(&first), buffer_text(&last));
    else if (starts)
        buffer_format(out, WHEN_FROM_DATE, buffer_text(&first));
    else if (ends)
        buffer_format(out, WHEN_UNTIL_DATE, buffer_text(&last));
    buffer_free(&first);
    buffer_free(&last);
}

/* Days on which it would have met; an exception may be a whole holiday. More of them than a few nobody reads: the next date stands beside them. */
static void exceptions(struct buffer *out, const struct session *session, struct date today)
{
    struct date days[FEW_EXCEPTIONS];
    size_t count = 0;
    for (size_t i = 0; i < session->except_count && count < FEW_EXCEPTIONS; i++) {
        struct date day = session->except[i];
        if (date_days(day) >= date_days(today) && date_weekday(day) == session->weekday)
            days[count++] = day;
    }
    struct buffer words = {0};
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_text(&words, i + 1 == count ? WHEN_OR : WHEN_COMMA);
        date_words(&words, days[i]);
    }
    if (count > 0)
        buffer_format(out, WHEN_NOT_ON, buffer_text(&words));
    buffer_free(&words);
}

void when_words(struct buffer *out, const struct session *session, struct date today)
{
    if (session->repeat == SESSION_WORDS) {
        buffer_add_text(out, session->words);
        return;
    }
    rhythm(out, session);
    times(out, session);
    if (session->term_time)
        buffer_add_text(out, WHEN_TERM_TIME);
    if (session->repeat != SESSION_ONCE)
        limits(out, session, today);
    if (session->not_on_bank_holidays)
        buffer_add_text(out, WHEN_NOT_BANK_HOLIDAYS);
    exceptions(out, session, today);
}

#include "write/calendar.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "write/calendar_lines.h"
#include "write/discreet.h"
#include "write/handout_words.h"

enum {
    WEEK = 7,
    HOUR = 60,
    DAY = 24 * 60,
    TWO_YEARS = 731,
    MANY_EVENTS = 1000, /* a course with more sessions goes on for ever as far as a calendar is concerned */
};

/* The time of the United Kingdom as The Summer Time Order 2002 (SI 2002/262) sets it: from 1am GMT on the last Sunday in March to 1am GMT on the last
 * Sunday in October. */
static void put_time_zone(struct buffer *out)
{
    static const char *const lines[] = {
        "BEGIN:VTIMEZONE",        "TZID:Europe/London",
        "BEGIN:DAYLIGHT",         "DTSTART:19960331T010000",
        "TZOFFSETFROM:+0000",     "TZOFFSETTO:+0100",
        "TZNAME:BST",             "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",           "BEGIN:STANDARD",
        "DTSTART:19961027T020000", "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",       "TZNAME:GMT",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "END:VTIMEZONE",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        calendar_put(out, lines[i]);
}

/* Appends ";TZID=Europe/London:20261201T100000", or ";VALUE=DATE:20261201" where no time is stated. minute may be that of midnight at the end of the day. */
static void add_moment(struct buffer *out, int32_t day, int minute)
{
    struct date date = date_from_days(minute >= DAY ? day + 1 : day);
    buffer_add_text(out, minute < 0 ? ";VALUE=DATE:" : ";TZID=Europe/London:");
    buffer_format(out, "%04d%02u%02u", date.year, date.month, date.day);
    if (minute >= 0)
        buffer_format(out, "T%02d%02d00", minute % DAY / HOUR, minute % HOUR);
}

/* A session's place in the calendar. */
struct event {
    const struct catalogue *catalogue;
    const struct offer *offer;
    const struct session *session;
    int32_t start; /* its first sure day */
    int32_t end;   /* the last day that is sure; INT32_MAX: no end */
};

static int32_t lesser(int32_t left, int32_t right)
{
    return left < right ? left : right;
}

/* The last day about which something is known: of the course, the offer, the terms, or the calendar of bank holidays. A day that may come earlier counts as
 * the earliest that it can be. */
static int32_t last_sure_day(const struct event *event)
{
    const struct session *session = event->session;
    const struct terms terms = event->catalogue->terms;
    int32_t end = INT32_MAX;
    if (session->last.year != 0)
        end = lesser(end, date_days(session->last));
    if (event->offer->ends_on.year != 0)
        end = lesser(end, date_days(event->offer->ends_on));
    if (session->term_time && terms.count > 0)
        end = lesser(end, date_days(terms.items[terms.count - 1][1]));
    if (session->not_on_bank_holidays)
        end = lesser(end, event->start + TWO_YEARS);
    return end;
}

/* Whether the rule alone, without exceptions, falls on that day of the right weekday. */
static bool rule_meets(const struct session *session, int32_t day)
{
    struct session bare = *session;
    bare.except_count = 0;
    bare.term_time = false;
    bare.not_on_bank_holidays = false;
    bare.first = session->interval > 1 ? session->first : (struct date){0};
    bare.last = (struct date){0};
    return session_meets_on(&bare, date_from_days(day), (struct terms){0}, NULL) == SESSION_YES;
}

/* How many times the rule falls between the start and the end, both included; 0 when that is too often to count. */
static size_t times_of(const struct event *event)
{
    size_t times = 0;
    for (int32_t day = event->start; day <= event->end; day += WEEK) {
        times += rule_meets(event->session, day) ? 1 : 0;
        if (times > MANY_EVENTS || day > INT32_MAX - WEEK)
            return 0;
    }
    return times;
}

static void put_rule(struct buffer *out, const struct event *event)
{
    static const char *const days[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const struct session *session = event->session;
    if (session->repeat == SESSION_ONCE)
        return;
    struct buffer line = {0};
    if (session->repeat == SESSION_MONTHLY)
        buffer_format(&line, "RRULE:FREQ=MONTHLY;BYDAY=%d%s", session->nth, days[session->weekday % WEEK]);
    else
        buffer_format(&line, "RRULE:FREQ=WEEKLY;INTERVAL=%u;BYDAY=%s", session->interval > 1 ? session->interval : 1u, days[session->weekday % WEEK]);
    size_t times = event->end == INT32_MAX ? 0 : times_of(event);
    if (times > 0)
        buffer_format(&line, ";COUNT=%zu", times);
    calendar_line(out, &line);
    buffer_free(&line);
}

/* Days on which the rule falls and it does not surely meet: exceptions, holidays between terms, what may be a bank holiday. Where the rule has no end only
 * exceptions can be. */
static void put_exceptions(struct buffer *out, const struct event *event)
{
    const struct session *session = event->session;
    int32_t end = event->end;
    if (session->repeat == SESSION_ONCE)
        return;
    if (end == INT32_MAX) {
        end = event->start;
        for (size_t i = 0; i < session->except_count; i++)
            if (date_days(session->except[i]) > end)
                end = date_days(session->except[i]);
    }
    struct buffer line = {0};
    size_t weeks = 0;
    for (int32_t day = event->start; day <= end && weeks < (size_t)MANY_EVENTS * 10; day += WEEK, weeks++) {
        if (!rule_meets(session, day) || session_meets_on(session, date_from_days(day), event->catalogue->terms, NULL) == SESSION_YES)
            continue;
        buffer_add_text(&line, "EXDATE");
        add_moment(&line, day, session->from_minute);
        calendar_line(out, &line);
    }
    buffer_free(&line);
}

/* The same event has the same id whoever makes the calendar, whenever: taking it in again changes the event and adds none. */
static void put_id(struct buffer *out, const struct event *event)
{
    struct buffer id = {0};
    offer_id_words(&id, event->catalogue, event->offer);
    buffer_format(&id, "#%td", event->session - event->offer->sessions);
    struct buffer line = {0};
    buffer_format(&line, "UID:%016" PRIx64 "@signpost.invalid", calendar_fingerprint(buffer_text(&id)));
    calendar_line(out, &line);
    buffer_free(&line);
    buffer_free(&id);
}

static const struct meeting *only_meeting(const struct offer *offer)
{
    return offer->meeting_count == 1 && !offer->meetings[0].hidden ? &offer->meetings[0] : NULL;
}

static void put_place(struct buffer *out, const struct event *event)
{
    if (offer_has_hidden_place(event->offer))
        return;
    struct buffer place = {0};
    const struct meeting *meeting = only_meeting(event->offer);
    if (event->session->place) {
        buffer_add_text(&place, event->session->place);
    } else if (meeting) {
        const char *parts[] = {meeting->place, meeting->address, meeting->postcode};
        for (size_t i = 0; i < 3; i++)
            if (parts[i] && *parts[i])
                buffer_format(&place, "%s%s", place.length > 0 ? ", " : "", parts[i]);
    }
    if (place.length > 0 && !discreet_reveals(buffer_text(&place)))
        calendar_text(out, "LOCATION", buffer_text(&place));
    buffer_free(&place);
}

/* How to get in touch, and how old the facts are: she reads it when she wonders whether it is on. */
static void put_description(struct buffer *out, const struct event *event)
{
    struct buffer words = {0};
    const char *phone = catalogue_text(event->catalogue, event->offer, FIELD_PHONE);
    const char *text = catalogue_text(event->catalogue, event->offer, FIELD_TEXT);
    struct buffer web = {0};
    if (phone && *phone && !discreet_reveals(phone))
        buffer_format(&words, CALENDAR_CONTACT_PHONE, phone);
    if (text && *text && !discreet_reveals(text)) {
        buffer_add_text(&words, words.length > 0 ? "\n" : "");
        buffer_format(&words, CALENDAR_CONTACT_TEXT, text);
    }
    if (discreet_web(&web, event->catalogue, event->offer)) {
        buffer_add_text(&words, words.length > 0 ? "\n" : "");
        buffer_format(&words, CALENDAR_CONTACT_WEB, buffer_text(&web));
    }
    buffer_free(&web);
    buffer_add_text(&words, words.length > 0 ? "\n" : "");
    if (event->offer->checked.year != 0) {
        struct buffer date = {0};
        date_words(&date, event->offer->checked);
        buffer_format(&words, AGE_OLD, buffer_text(&date));
        buffer_free(&date);
    } else {
        buffer_add_text(&words, AGE_NEVER);
    }
    calendar_text(out, "DESCRIPTION", buffer_text(&words));
    buffer_free(&words);
}

static void put_event(struct buffer *out, const struct event *event, struct date today)
{
    const struct session *session = event->session;
    const char *name = discreet_name(event->catalogue, event->offer);
    struct buffer line = {0};
    calendar_put(out, "BEGIN:VEVENT");
    put_id(out, event);
    buffer_format(&line, "DTSTAMP:%04d%02u%02uT000000Z", today.year, today.month, today.day);
    calendar_line(out, &line);
    buffer_add_text(&line, "DTSTART");
    add_moment(&line, event->start, session->from_minute);
    calendar_line(out, &line);
    if (session->from_minute >= 0 && session->to_minute >= 0) {
        buffer_add_text(&line, "DTEND");
        add_moment(&line, event->start, session->to_minute);
        calendar_line(out, &line);
    }
    put_rule(out, event);
    put_exceptions(out, event);
    calendar_text(out, "SUMMARY", name ? name : discreet_nameless(event->catalogue, event->offer));
    put_place(out, event);
    put_description(out, event);
    calendar_put(out, "CLASS:PRIVATE");
    calendar_put(out, "END:VEVENT");
    buffer_free(&line);
}

/* Writes the session's event, if there is a day to put it on. */
static bool write_session(struct buffer *out, struct event *event, struct date today)
{
    struct date first = session_next(event->session, today, event->catalogue->terms);
    if (first.year == 0)
        return false;
    event->start = date_days(first);
    event->end = last_sure_day(event);
    if (event->start > event->end)
        return false;
    put_event(out, event, today);
    return true;
}

size_t calendar_write(struct buffer *out, const struct catalogue *catalogue, const size_t *offers, size_t count, struct date today, size_t *events_of)
{
    calendar_put(out, "BEGIN:VCALENDAR");
    calendar_put(out, "VERSION:2.0");
    calendar_put(out, "PRODID:-//Signpost//Signpost//EN");
    put_time_zone(out);
    size_t events = 0;
    for (size_t i = 0; i < count; i++) {
        struct event event = {.catalogue = catalogue, .offer = &catalogue->offers[offers[i]]};
        size_t before = events;
        for (uint32_t k = 0; k < event.offer->session_count; k++) {
            event.session = &event.offer->sessions[k];
            events += write_session(out, &event, today) ? 1 : 0;
        }
        if (events_of)
            events_of[i] = events - before;
    }
    calendar_put(out, "END:VCALENDAR");
    return events;
}

/* Schedules become lines of `when`; what cannot be said in one stays as the list describes it. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "read/open_referral_parts.h"
#include "text/buffer.h"
#include "text/date.h"

static const char *const days[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

/* As `when` has them in every language. */
static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

/* "MO", "Monday", "http://schema.org/Monday": the day's number, or -1. */
static int day_of(const char *text, size_t length)
{
    const char *slash = NULL;
    for (size_t i = 0; i < length; i++)
        if (text[i] == '/')
            slash = text + i;
    if (slash != NULL) {
        length -= (size_t)(slash + 1 - text);
        text = slash + 1;
    }
    for (int day = 0; day < 7; day++) {
        if ((length == 2 || length == 3) && strncasecmp(text, days[day], length) == 0)
            return day;
        if (length == strlen(days[day]) && strncasecmp(text, days[day], length) == 0)
            return day;
    }
    return -1;
}

/* Appends "10:00" from "10:00", "10:00:00" or "10:00Z". False when it is no time. */
static bool add_time(struct buffer *out, const struct json_node *node)
{
    if (node == NULL || node->kind != JSON_IS_TEXT || node->length < 4)
        return false;
    size_t hours = strspn(node->text, "0123456789");
    if (hours == 0 || hours > 2 || node->text[hours] != ':' || strspn(node->text + hours + 1, "0123456789") != 2)
        return false;
    buffer_format(out, "%s%.*s", hours == 1 ? "0" : "", (int)(hours + 3), node->text);
    return true;
}

static void add_times(struct buffer *out, const struct json_node *schedule)
{
    const struct json_node *opens = json_under(schedule, "opens_at");
    const struct json_node *closes = json_under(schedule, "closes_at");
    struct buffer from = {0};
    struct buffer to = {0};
    if (add_time(&from, opens)) {
        buffer_format(out, " %s", buffer_text(&from));
        if (add_time(&to, closes) && strcmp(buffer_text(&from), buffer_text(&to)) != 0)
            buffer_format(out, "-%s", buffer_text(&to));
    }
    buffer_free(&from);
    buffer_free(&to);
}

static bool add_date(struct buffer *out, const char *before, const struct json_node *node)
{
    struct date date;
    if (node == NULL || node->kind != JSON_IS_TEXT || node->length < 10 || !date_parse(node->text, 10, &date))
        return false;
    buffer_format(out, " %s %d %s %d", before, date.day, months[date.month - 1], date.year);
    return true;
}

/* Appends the days of a week: "Tuesday and Thursday". Each may have the number of the week in the month before it: then *nth gets it. False when
 * one is not understood, or they differ in that. */
static bool add_days(struct buffer *out, const char *text, int *nth)
{
    bool any = false;
    *nth = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, ", ");
        if (length > 0) {
            char *end = NULL;
            long number = strtol(text, &end, 10);
            size_t figures = (size_t)(end - text) < length ? (size_t)(end - text) : 0;
            int day = day_of(text + figures, length - figures);
            if (day < 0 || number < -1 || number > 5 || (any && (int)number != *nth))
                return false;
            buffer_format(out, "%s%s", any ? " and " : "", days[day]);
            *nth = (int)number;
            any = true;
        }
        text += length;
        text += strspn(text, ", ");
    }
    return any;
}

static long whole(const struct json_node *node)
{
    return node != NULL && (node->kind == JSON_IS_NUMBER || node->kind == JSON_IS_TEXT) && node->length > 0 ? strtol(node->text, NULL, 10) : 0;
}

/* Appends the line; false, and nothing of use appended, when the schedule does not say it. */
static bool add_schedule(struct buffer *out, const struct json_node *schedule)
{
    static const char *const nths[] = {"last", "", "first", "second", "third", "fourth", "fifth"};
    const struct json_node *by = json_under(schedule, "byday");
    if (by == NULL || by->kind != JSON_IS_TEXT || by->length == 0)
        by = json_under(schedule, "weekday");
    const struct json_node *often = json_under(schedule, "freq");
    bool monthly = often != NULL && often->kind == JSON_IS_TEXT && strcasecmp(often->text, "MONTHLY") == 0;
    bool weekly = often == NULL || (often->kind == JSON_IS_TEXT && (often->length == 0 || strcasecmp(often->text, "WEEKLY") == 0));
    long interval = whole(json_under(schedule, "interval"));
    int nth;
    struct buffer names = {0};
    bool good = by != NULL && by->kind == JSON_IS_TEXT && (monthly || weekly) && interval >= 0 && interval <= (monthly ? 1 : 2) &&
                add_days(&names, by->text, &nth) && (monthly ? nth != 0 : nth == 0);
    if (good && monthly)
        buffer_format(out, "%s %s of the month", nths[nth + 1], buffer_text(&names));
    else if (good)
        buffer_format(out, "every %s%s", interval == 2 ? "second " : "", buffer_text(&names));
    buffer_free(&names);
    if (!good)
        return false;
    add_times(out, schedule);
    const struct json_node *from = json_under(schedule, "valid_from");
    const struct json_node *to = json_under(schedule, "valid_to");
    bool same = from != NULL && to != NULL && from->kind == JSON_IS_TEXT && to->kind == JSON_IS_TEXT && strcmp(from->text, to->text) == 0;
    if (!same) {
        add_date(out, "from", from);
        add_date(out, "until", to);
    }
    return true;
}

static void read_schedule(struct referral *referral, const struct json_node *schedule)
{
    struct buffer line = {0};
    const struct json_node *where = schedule;
    if (!add_schedule(&line, schedule)) {
        const struct json_node *words = json_under(schedule, "description");
        buffer_clear(&line);
        if (words != NULL && words->kind == JSON_IS_TEXT && words->length < REFERRAL_TEXT_MOST)
            buffer_add(&line, words->text, words->length);
        for (size_t i = 0; i < line.length; i++) /* one line, whatever breaks it */
            line.bytes[i] = strchr(";\r\n", line.bytes[i]) != NULL && line.bytes[i] != '\0' ? ' ' : line.bytes[i];
        where = words != NULL ? words : schedule;
    }
    if (line.length > 0)
        gather(&referral->service, "when", where, arena_copy(referral->arena, buffer_text(&line), line.length), line.length, 0);
    buffer_free(&line);
}

static void read_schedules(struct referral *referral, const struct json_node *from)
{
    static const char *const lists[] = {"schedules", "regular_schedules", NULL};
    for (const char *const *key = lists; *key != NULL; key++) {
        const struct json_node *list = json_list_under(from, *key);
        for (size_t i = 0; list != NULL && i < list->count; i++)
            read_schedule(referral, &list->items[i]);
    }
}

void referral_times(struct referral *referral, const struct json_node *service)
{
    read_schedules(referral, service);
    if (gathered_has(&referral->service, "when"))
        return;
    const struct json_node *at = json_list_under(service, "service_at_locations");
    for (size_t i = 0; at != NULL && i < at->count; i++) {
        read_schedules(referral, &at->items[i]);
        if (!gathered_has(&referral->service, "when"))
            read_schedules(referral, json_under(&at->items[i], "location"));
    }
}

/* When an offer meets, in words: its own lines, as it wrote them. */
#include <string.h>

#include "match/explain_parts.h"

/* The first of the lines that count, and whether there are others with other words. */
static const char *first_line(const struct judge_setting *setting, const struct offer *offer, bool on_days, bool *more)
{
    const char *line = NULL;
    *more = false;
    for (uint32_t i = 0; i < offer->session_count; i++) {
        const char *words = offer->sessions[i].words;
        if (!words || (on_days && !session_counts(setting, &offer->sessions[i])))
            continue;
        if (!line)
            line = words;
        else if (strcmp(line, words) != 0)
            *more = true;
    }
    return line;
}

static const char *say_sessions(const struct judge_setting *setting, const struct offer *offer, struct arena *arena)
{
    bool more;
    const char *line = first_line(setting, offer, true, &more);
    if (!line)
        line = first_line(setting, offer, false, &more);
    if (!line)
        return sentence(arena, "%s", SAY_WHEN_NOT_STATED);
    return more ? sentence(arena, SAY_WHEN_MORE, line) : sentence(arena, SAY_WHEN, line);
}

void explain_when(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                  enum value value, struct arena *arena, struct reason *reason)
{
    (void)of;
    (void)count;
    bool over = true;
    for (uint32_t i = 0; i < offer->session_count; i++)
        over = over && session_over(&offer->sessions[i], setting->today);
    if (offer->session_count == 0)
        reason->say = sentence(arena, "%s", SAY_WHEN_NOT_STATED);
    else if (over)
        reason->say = sentence(arena, "%s", SAY_WHEN_OVER);
    else if (value == VALUE_ASK && term->key == KEY_TIME)
        reason->say = sentence(arena, "%s", SAY_WHEN_NO_HOUR);
    else
        reason->say = say_sessions(setting, offer, arena);
    reason->question = sentence(arena, "%s", ASK_WHEN);
}

/* The first day after the date on which it meets again, where it does not because it is out of term. */
static struct date back_on(const struct judge_setting *setting, const struct offer *offer, struct date date)
{
    struct date first = {0};
    for (uint32_t i = 0; i < offer->session_count; i++) {
        struct date back = {0};
        if (session_meets_on(&offer->sessions[i], date, setting->catalogue->terms, &back) != SESSION_NO || back.year == 0)
            continue;
        if (first.year == 0 || date_days(back) < date_days(first))
            first = back;
    }
    return first;
}

void explain_on(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                enum value value, struct arena *arena, struct reason *reason)
{
    struct date date = value_deciding(setting, offer, term->key, of, count, value)->date;
    struct date back = value == VALUE_NO ? back_on(setting, offer, date) : (struct date){0};
    struct buffer words = {0};
    struct buffer again = {0};
    date_words(&words, date);
    if (back.year != 0)
        date_words(&again, back);
    if (offer->session_count == 0)
        reason->say = sentence(arena, "%s", SAY_WHEN_NOT_STATED);
    else if (value == VALUE_YES)
        reason->say = sentence(arena, SAY_ON_YES, buffer_text(&words));
    else if (value == VALUE_ASK)
        reason->say = sentence(arena, SAY_ON_PERHAPS, buffer_text(&words));
    else if (offer->ends_on.year != 0 && date_days(date) > date_last_day(offer->ends_on))
        reason->say = sentence(arena, SAY_ON_ENDED, buffer_text(&words));
    else if (again.length > 0)
        reason->say = sentence(arena, SAY_ON_OUT_OF_TERM, buffer_text(&words), buffer_text(&again));
    else
        reason->say = sentence(arena, SAY_ON_NO, buffer_text(&words));
    reason->question = sentence(arena, ASK_ON, buffer_text(&words));
    buffer_free(&words);
    buffer_free(&again);
}

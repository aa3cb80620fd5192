/* Phrases of a line of `when` that say how often and on which days. */
#include "catalogue/session_plan.h"

enum { WEEKDAYS = 0x1F, WEEKEND = 0x60, EVERY_DAY = 0x7F };

bool plan_fail(struct plan *plan, size_t token, enum session_wrong why)
{
    if (!plan->failed) {
        plan->failed = true;
        plan->wrong = token;
        plan->why = why;
    }
    return false;
}

static struct plan_group *last_group(struct plan *plan)
{
    return plan->group_count > 0 ? &plan->groups[plan->group_count - 1] : NULL;
}

static bool has_day(const struct plan_group *group)
{
    return group->days != 0 || group->date_count > 0;
}

static struct plan_group *new_group(struct plan *plan, size_t token)
{
    if (plan->qualified || plan->group_count == PLAN_GROUPS) {
        plan_fail(plan, token, plan->qualified ? SESSION_WRONG_LINES : SESSION_WRONG_LONG);
        return NULL;
    }
    struct plan_group *group = &plan->groups[plan->group_count++];
    *group = (struct plan_group){.token = token, .from = -1, .to = -1};
    return group;
}

struct plan_group *plan_group_for_time(struct plan *plan)
{
    struct plan_group *group = last_group(plan);
    if (group != NULL && group->from < 0)
        return group;
    const struct plan_group before = group != NULL ? *group : (struct plan_group){0};
    struct plan_group *fresh = new_group(plan, plan->at);
    if (fresh == NULL)
        return NULL;
    if (has_day(&before) && !before.time_first) {
        *fresh = before; /* `Tuesdays 10am to 11am and 1pm to 2pm` */
        fresh->from = fresh->to = -1;
    } else {
        fresh->time_first = true;
    }
    return fresh;
}

/* The group that gets days: the last one if it waits for days or is of the same kind, else a new one. */
static struct plan_group *group_for_days(struct plan *plan, size_t token, uint8_t nths, uint8_t interval, bool dates)
{
    struct plan_group *group = last_group(plan);
    if (group != NULL && !has_day(group))
        return group;
    bool same = group != NULL && group->from < 0 && group->nths == nths && group->interval == interval && (group->date_count > 0) == dates;
    return same && nths == 0 ? group : new_group(plan, token);
}

static bool add_days(struct plan *plan, size_t token, uint8_t days, uint8_t nths, uint8_t interval)
{
    if (interval == 0) {
        interval = plan->next_interval;
        plan->next_interval = 0;
    }
    struct plan_group *group = group_for_days(plan, token, nths, interval, false);
    if (group == NULL)
        return false;
    group->days = (uint8_t)(group->days | days);
    group->nths = nths;
    group->interval = interval;
    return true;
}

static bool is_range(const struct session_tokens *tokens, size_t at)
{
    return (at < tokens->count && tokens->items[at].kind == TOKEN_DASH) || session_is(tokens, at, "to") || session_is(tokens, at, "until") ||
           session_is(tokens, at, "till");
}

static bool is_joint(const struct session_tokens *tokens, size_t at)
{
    return (at < tokens->count && tokens->items[at].kind == TOKEN_COMMA) || session_is(tokens, at, "and");
}

/* One day or a range, `Monday to Friday`; 0 when it is none, or when a date follows. */
static size_t day_range(const struct session_tokens *tokens, size_t at, uint8_t *days)
{
    struct date date;
    unsigned first = 0;
    if (session_date(tokens, at, &date, &first) > 0 || session_weekday(tokens, at, &first) == 0)
        return 0;
    size_t taken = 1;
    unsigned last = first;
    unsigned end = 0;
    if (is_range(tokens, at + 1) && session_date(tokens, at + 2, &date, &end) == 0 && session_weekday(tokens, at + 2, &end) > 0) {
        taken = 3;
        last = end;
    }
    for (unsigned day = first;; day = (day + 1) % 7) {
        *days = (uint8_t)(*days | 1u << day);
        if (day == last)
            break;
    }
    return taken;
}

/* Days joined by commas and `and`: how many tokens. */
static size_t day_list(const struct session_tokens *tokens, size_t from, uint8_t *days)
{
    static const struct {
        const char *word;
        uint8_t days;
    } sets[] = {{"weekdays", WEEKDAYS}, {"weekday", WEEKDAYS}, {"weekends", WEEKEND}, {"weekend", WEEKEND}, {"daily", EVERY_DAY}};
    for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
        if (session_is(tokens, from, sets[i].word)) {
            *days = sets[i].days;
            return 1;
        }
    }
    size_t taken = day_range(tokens, from, days);
    size_t end = from + taken;
    while (taken > 0) {
        size_t next = end;
        while (is_joint(tokens, next))
            next++;
        taken = next > end ? day_range(tokens, next, days) : 0;
        end = taken > 0 ? next + taken : end;
    }
    return end - from;
}

/* `of the month`, `in each month`, `every month`, `monthly`. */
static size_t month_words(const struct session_tokens *tokens, size_t from)
{
    size_t at = from;
    if (session_is(tokens, at, "monthly"))
        return 1;
    at += session_is(tokens, at, "of") || session_is(tokens, at, "in") ? 1 : 0;
    at += session_is(tokens, at, "the") || session_is(tokens, at, "each") || session_is(tokens, at, "every") ? 1 : 0;
    return at > from && session_is(tokens, at, "month") ? at + 1 - from : 0;
}

/* `first`, `first and third`: how many tokens. *nths gets a bit for each, *nth is the last of them, *count how many. */
static size_t ordinal_list(const struct session_tokens *tokens, size_t from, uint8_t *nths, int *nth, size_t *count)
{
    size_t end = from;
    size_t next = from;
    while (session_ordinal(tokens, next, nth) > 0) {
        *nths = (uint8_t)(*nths | 1u << (*nth > 0 ? *nth : 0));
        (*count)++;
        end = next + 1;
        for (next = end; is_joint(tokens, next);)
            next++;
        if (next == end)
            break;
    }
    return end - from;
}

/* `first and third Tuesday of the month`, from `at`; said: `every` stands before it. */
static bool ordinal_days(struct plan *plan, size_t at, bool said)
{
    const struct session_tokens *tokens = &plan->tokens;
    uint8_t nths = 0;
    uint8_t days = 0;
    uint8_t interval = 0;
    int nth = 0;
    size_t count = 0;
    at += ordinal_list(tokens, at, &nths, &nth, &count);
    size_t taken = count > 0 ? day_list(tokens, at, &days) : 0;
    if (taken == 0)
        return false;
    size_t month = month_words(tokens, at + taken);
    if (month > 0 || (said && (count > 1 || nth == 1 || nth == -1))) {
        plan->month_said = true;
    } else if (said && nth == 2) {
        interval = 2; /* `every second Tuesday` is every other one */
        nths = 0;
    } else if (said) {
        return plan_fail(plan, plan->at, SESSION_WRONG_OFTEN);
    }
    if (!add_days(plan, plan->at, days, nths, interval))
        return false;
    plan->at = at + taken + month;
    return true;
}

/* So many weeks: of the days that stand behind it, or of those before it. */
static bool set_interval(struct plan *plan, size_t at, unsigned weeks)
{
    const struct session_tokens *tokens = &plan->tokens;
    struct plan_group *group = last_group(plan);
    unsigned weekday = 0;
    size_t behind = at + (session_is(tokens, at, "on") || session_is(tokens, at, "each") ? 1 : 0);
    if (weeks == 0 || weeks > 52)
        return plan_fail(plan, plan->at, SESSION_WRONG_WORD);
    if (group == NULL || group->days == 0 || session_weekday(tokens, behind, &weekday) > 0)
        plan->next_interval = (uint8_t)weeks;
    else if (group->nths != 0 || group->interval != 0)
        return plan_fail(plan, plan->at, SESSION_WRONG_TWICE);
    else
        group->interval = (uint8_t)weeks;
    plan->at = at;
    return true;
}

/* `every Tuesday`, `every other Tuesday`, `every two weeks`, `each weekday`, `alternate Fridays`, `every first Monday`. */
static bool every(struct plan *plan)
{
    const struct session_tokens *tokens = &plan->tokens;
    bool said = session_is(tokens, plan->at, "every") || session_is(tokens, plan->at, "each");
    size_t at = plan->at + (said ? 1 : 0);
    bool other = session_is(tokens, at, "alternate") || (said && session_is(tokens, at, "other"));
    if (!said && !other)
        return false;
    at += other ? 1 : 0;
    if (session_is(tokens, at, "week") || session_is(tokens, at, "weeks"))
        return set_interval(plan, at + 1, other ? 2 : 1);
    if (session_is(tokens, at, "fortnight") && !other)
        return set_interval(plan, at + 1, 2);
    unsigned number = 0;
    if (session_number(tokens, at, &number) > 0 && session_is(tokens, at + 1, "weeks") && !other)
        return set_interval(plan, at + 2, number);
    size_t month = other ? 0 : month_words(tokens, plan->at);
    if (month > 0) {
        plan->month_said = true;
        plan->at += month;
        return true;
    }
    uint8_t days = session_is(tokens, at, "day") && !other ? EVERY_DAY : 0;
    size_t taken = days != 0 ? 1 : day_list(tokens, at, &days);
    if (taken == 0)
        return !other && ordinal_days(plan, at, true);
    if (!add_days(plan, plan->at, days, 0, other ? 2 : 0))
        return false;
    plan->at = at + taken;
    return true;
}

/* `Tuesdays`, `Monday to Friday`, `first Friday of the month`, `fortnightly`, `monthly`. */
static bool days_alone(struct plan *plan)
{
    const struct session_tokens *tokens = &plan->tokens;
    size_t month = month_words(tokens, plan->at);
    if (month > 0) {
        plan->month_said = true;
        plan->at += month;
        return true;
    }
    if (session_is(tokens, plan->at, "fortnightly"))
        return set_interval(plan, plan->at + 1, 2);
    if (session_is(tokens, plan->at, "weekly"))
        return set_interval(plan, plan->at + 1, 1);
    uint8_t days = 0;
    size_t taken = day_list(tokens, plan->at, &days);
    if (taken == 0)
        return ordinal_days(plan, plan->at, false);
    if (!add_days(plan, plan->at, days, 0, 0))
        return false;
    plan->at += taken;
    return true;
}

/* `12 March 2027`, `Friday 12 March 2027`: once. */
static bool one_date(struct plan *plan)
{
    struct date date;
    unsigned weekday = 0;
    size_t taken = session_date(&plan->tokens, plan->at, &date, &weekday);
    if (taken == 0 || date.day == 0)
        return false;
    if (weekday < 7 && date_weekday(date) != weekday)
        return plan_fail(plan, plan->at, SESSION_WRONG_WEEKDAY);
    struct plan_group *group = group_for_days(plan, plan->at, 0, 0, true);
    if (group == NULL)
        return false;
    if (group->date_count == PLAN_GROUPS || group->days != 0)
        return plan_fail(plan, plan->at, SESSION_WRONG_LONG);
    group->dates[group->date_count++] = date;
    plan->at += taken;
    return true;
}

/* Words that only join; `mornings` says too little to judge a time by. */
static bool joint(struct plan *plan)
{
    static const char *const words[] = {"on", "and", "also", "then", "the", "held", "meets", "meet",
                                        "morning", "mornings", "afternoon", "afternoons", "evening", "evenings"};
    const struct session_tokens *tokens = &plan->tokens;
    bool is = tokens->items[plan->at].kind == TOKEN_COMMA || tokens->items[plan->at].kind == TOKEN_SEMICOLON;
    for (size_t i = 0; !is && i < sizeof words / sizeof words[0]; i++)
        is = session_is(tokens, plan->at, words[i]);
    plan->at += is ? 1 : 0;
    return is;
}

bool plan_phrase(struct plan *plan)
{
    typedef bool phrase(struct plan *plan);
    static phrase *const phrases[] = {plan_term, plan_except, plan_from, plan_until, every, one_date,
                                      days_alone, plan_for, plan_time, plan_place, joint};
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0] && !plan->failed; i++) {
        if (phrases[i](plan))
            return true;
    }
    return plan_fail(plan, plan->at, SESSION_WRONG_WORD);
}

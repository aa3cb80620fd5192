/* Times of a line of `when`, and which half of the day they mean. */
#include "catalogue/session_plan.h"

enum { HALF_DAY = 12 * 60, DAY = 24 * 60 };

/* The time in the other half of the day than its digits say. */
static unsigned other_half(unsigned minute)
{
    return minute >= HALF_DAY ? minute - HALF_DAY : minute + HALF_DAY;
}

/* The start of a range whose end has its half of the day: the latest that lies before it. `8:30-9:30pm`, `10-2pm`. */
static unsigned before(struct session_time start, unsigned end)
{
    unsigned other = other_half(start.minute);
    unsigned late = start.minute > other ? start.minute : other;
    return late < end ? late : start.minute < other ? start.minute : other;
}

/* The end of a range whose start is known: the first that lies after it. `10am-12:30`, `2pm to 4`. Not `9:00-8:30`, a slip. */
static unsigned after(struct session_time end, unsigned start)
{
    if (end.half == HALF_SAID || end.half == HALF_24 || (end.half == HALF_MORNING && start < HALF_DAY))
        return end.minute;
    unsigned other = other_half(end.minute);
    unsigned early = end.minute < other ? end.minute : other;
    return early > start ? early : end.minute > other ? end.minute : other;
}

static bool range_word(const struct plan *plan, size_t at)
{
    const struct session_tokens *tokens = &plan->tokens;
    return (at < tokens->count && tokens->items[at].kind == TOKEN_DASH) || session_is(tokens, at, "to") || session_is(tokens, at, "until") ||
           session_is(tokens, at, "till") || session_is(tokens, at, "and");
}

/* Puts the times into the group; *to is NULL when only the start is stated. */
static bool set_times(struct plan *plan, size_t token, struct session_time from, const struct session_time *to)
{
    bool open = from.half == HALF_MORNING || from.half == HALF_EITHER;
    bool end_tells = to != NULL && to->half == HALF_SAID;
    if (from.half == HALF_EITHER && !end_tells)
        return plan_fail(plan, token, SESSION_WRONG_HALF);
    unsigned start = open && end_tells ? before(from, to->minute) : from.minute;
    unsigned end = to != NULL ? after(*to, start) : 0;
    if (start >= DAY)
        start = 0; /* midnight is 24:00 only as an end */
    if (to != NULL && end <= start)
        return plan_fail(plan, token, SESSION_WRONG_TIMES);
    struct plan_group *group = plan_group_for_time(plan);
    if (group == NULL)
        return false;
    group->from = (int16_t)start;
    group->to = to != NULL ? (int16_t)end : -1;
    /* `first Monday and third Wednesday of the month 10am`: both at 10. */
    for (struct plan_group *earlier = group; earlier > plan->groups && earlier[-1].from < 0; earlier--) {
        earlier[-1].from = group->from;
        earlier[-1].to = group->to;
    }
    return true;
}

bool plan_time(struct plan *plan)
{
    const struct session_tokens *tokens = &plan->tokens;
    size_t token = plan->at;
    bool between = session_is(tokens, token, "between");
    size_t at = token + (between || session_is(tokens, token, "at") || session_is(tokens, token, "from") ? 1 : 0);
    struct session_time from;
    size_t taken = session_time(tokens, at, true, &from);
    if (taken == 0)
        return false;
    struct session_time to;
    size_t end = at + taken;
    size_t more = range_word(plan, end) && (between || !session_is(tokens, end, "and")) ? session_time(tokens, end + 1, true, &to) : 0;
    struct date date;
    unsigned weekday = 0;
    if (more > 0 && session_date(tokens, end + 1, &date, &weekday) > more)
        more = 0; /* `10am until 12 March 2027` */
    if (more == 0 && session_time(tokens, at, false, &from) == 0)
        return false; /* a number alone is no time */
    if (!set_times(plan, at, from, more > 0 ? &to : NULL))
        return false;
    plan->at = more > 0 ? end + 1 + more : end;
    return true;
}

/* Understands a line of `when`: phrases in any order, then what they say together. */
#include "catalogue/session.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/session_plan.h"
#include "catalogue/words.h"
#include "text/memory.h"

enum { ROOM = 8 };

static bool has_day(const struct plan_group *group)
{
    return group->days != 0 || group->date_count > 0;
}

/* `10am to 11am Tuesdays and 1pm to 2pm`: a time without days is about the days before. */
static bool fill_days(struct plan *plan)
{
    for (size_t i = 0; i < plan->group_count; i++) {
        struct plan_group *group = &plan->groups[i];
        if (has_day(group))
            continue;
        if (i == 0)
            return plan_fail(plan, group->token, SESSION_WRONG_NO_DAY);
        int16_t from = group->from;
        int16_t to = group->to;
        *group = plan->groups[i - 1];
        group->from = from;
        group->to = to;
    }
    return plan->group_count > 0 || plan_fail(plan, 0, SESSION_WRONG_NO_DAY);
}

/* `for 8 weeks` ends the day before the ninth week begins. */
static bool set_last(struct plan *plan)
{
    if (plan->weeks == 0 && plan->months == 0)
        return true;
    if (plan->first.year == 0 || plan->first.day == 0)
        return plan_fail(plan, plan->length_token, SESSION_WRONG_START);
    if (plan->last.year != 0)
        return plan_fail(plan, plan->length_token, SESSION_WRONG_TWICE);
    int32_t end = plan->weeks > 0 ? date_days(plan->first) + (int32_t)plan->weeks * 7
                                  : date_days(date_add_months(plan->first, (int)plan->months));
    plan->last = date_from_days(end - 1);
    return true;
}

/* What must hold for the whole line. */
static bool check(struct plan *plan)
{
    if (!fill_days(plan) || !set_last(plan))
        return false;
    if (plan->first.year != 0 && plan->last.year != 0 && date_last_day(plan->last) < date_days(plan->first))
        return plan_fail(plan, 0, SESSION_WRONG_DATES);
    for (size_t i = 0; i < plan->group_count; i++) {
        const struct plan_group *group = &plan->groups[i];
        bool limited = plan->first.year != 0 || plan->last.year != 0;
        if (group->nths != 0 && !plan->month_said)
            return plan_fail(plan, group->token, SESSION_WRONG_MONTH);
        if (group->nths == 0 && group->days != 0 && plan->month_said)
            return plan_fail(plan, group->token, SESSION_WRONG_MONTH);
        if (group->date_count > 0 && (limited || group->interval > 0))
            return plan_fail(plan, group->token, SESSION_WRONG_DATES);
    }
    return true;
}

/* What the sessions of a line have in common, and where they go. */
struct gathering {
    struct session *sessions;
    size_t count;
    struct session common;
};

static bool add_session(struct gathering *gathering, struct session session)
{
    if (gathering->count == ROOM)
        return false;
    gathering->sessions[gathering->count++] = session;
    return true;
}

static bool add_days(struct gathering *gathering, const struct plan_group *group, struct session session)
{
    static const int8_t nths[] = {1, 2, 3, 4, 5, -1};
    for (uint8_t day = 0; day < 7; day++) {
        if (((unsigned)group->days >> day & 1u) == 0)
            continue;
        session.weekday = day;
        session.repeat = group->nths != 0 ? SESSION_MONTHLY : SESSION_WEEKLY;
        session.interval = group->interval > 0 ? group->interval : 1;
        session.nth = 0;
        if (group->nths == 0 && !add_session(gathering, session))
            return false;
        for (size_t i = 0; i < sizeof nths; i++) {
            unsigned bit = nths[i] > 0 ? (unsigned)nths[i] : 0;
            if (((unsigned)group->nths >> bit & 1u) == 0)
                continue;
            session.nth = nths[i];
            if (!add_session(gathering, session))
                return false;
        }
    }
    return true;
}

static bool add_group(struct gathering *gathering, const struct plan_group *group)
{
    struct session session = gathering->common;
    session.from_minute = group->from;
    session.to_minute = group->to;
    for (size_t i = 0; i < group->date_count; i++) {
        session.repeat = SESSION_ONCE;
        session.first = session.last = group->dates[i];
        session.weekday = (uint8_t)date_weekday(group->dates[i]);
        session.interval = 1;
        if (!add_session(gathering, session))
            return false;
    }
    return group->days == 0 || add_days(gathering, group, session);
}

/* Writes the sessions of a plan that holds together; 0 after plan_fail. */
static size_t write_sessions(struct arena *arena, struct plan *plan, const char *line, size_t length, struct session *sessions)
{
    struct gathering gathering = {.sessions = sessions};
    struct session *common = &gathering.common;
    common->first = plan->first;
    common->last = plan->last;
    common->term_time = plan->term_time;
    common->not_on_bank_holidays = plan->not_on_bank_holidays;
    for (size_t i = 0; i < plan->group_count; i++) {
        if (!add_group(&gathering, &plan->groups[i])) {
            plan_fail(plan, plan->groups[i].token, SESSION_WRONG_LONG);
            return 0;
        }
    }
    const char *words = arena_copy(arena, line, length);
    const char *place = plan->place_to > 0 ? arena_copy(arena, line + plan->place_from, plan->place_to - plan->place_from) : NULL;
    struct date *except = NULL;
    if (plan->except_count > 0) {
        except = arena_get(arena, plan->except_count, sizeof *except);
        memcpy(except, plan->except, plan->except_count * sizeof *except);
    }
    for (size_t i = 0; i < gathering.count; i++) {
        sessions[i].words = words;
        sessions[i].place = place;
        sessions[i].except = except;
        sessions[i].except_count = plan->except_count;
    }
    return gathering.count;
}

size_t session_parse(struct arena *arena, const char *line, size_t length, struct session sessions[8], size_t *wrong, const char **why)
{
    struct plan *plan = memory_new(1, sizeof *plan);
    session_scan(&plan->tokens, line, length);
    if (plan->tokens.full)
        plan_fail(plan, plan->tokens.count, SESSION_WRONG_LONG);
    while (!plan->failed && plan->at < plan->tokens.count)
        plan_phrase(plan);
    size_t count = !plan->failed && check(plan) ? write_sessions(arena, plan, line, length, sessions) : 0;
    if (count == 0) {
        *wrong = plan->tokens.items[plan->wrong].offset;
        *why = words_session_wrong(plan->why);
    }
    free(plan);
    return count;
}

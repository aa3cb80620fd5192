/* Phrases of a line of `when` that say from when, until when, when not, and where. */
#include <string.h>

#include "catalogue/session_plan.h"

/* Moves *at past any of the words, as often as one stands there. */
static void skip_words(const struct session_tokens *tokens, size_t *at, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++) {
        if (session_is(tokens, *at, words[i])) {
            (*at)++;
            i = SIZE_MAX; /* begins again with the first word */
        }
    }
}

static bool skip_one(const struct session_tokens *tokens, size_t *at, const char *word)
{
    bool is = session_is(tokens, *at, word);
    *at += is ? 1 : 0;
    return is;
}

/* A limit that stands behind days and times belongs to them; what days could follow would be unclear. */
static void qualify(struct plan *plan)
{
    plan->qualified = plan->qualified || plan->group_count > 0;
}

/* `in term time`, `(term-time only)`, `during school terms`: how many tokens, 0 when something else. */
static size_t term_words(const struct session_tokens *tokens, size_t from)
{
    static const char *const lead[] = {"in", "during", "the", "school", NULL};
    static const char *const tail[] = {"time", "times", "only", NULL};
    size_t at = from;
    skip_words(tokens, &at, lead);
    if (skip_one(tokens, &at, "termtime") || skip_one(tokens, &at, "terms")) {
        skip_words(tokens, &at, tail);
        return at - from;
    }
    if (!skip_one(tokens, &at, "term"))
        return 0;
    if (at + 1 < tokens->count && tokens->items[at].kind == TOKEN_DASH && session_is(tokens, at + 1, "time"))
        at++;
    skip_words(tokens, &at, tail);
    return at - from;
}

bool plan_term(struct plan *plan)
{
    size_t taken = term_words(&plan->tokens, plan->at);
    if (taken == 0)
        return false;
    plan->term_time = true;
    plan->at += taken;
    qualify(plan);
    return true;
}

/* `except`, `excluding`, `but not`, `not`, `apart from`, `outside`: how many tokens. */
static size_t except_word(const struct session_tokens *tokens, size_t at)
{
    if (session_is(tokens, at, "but"))
        return session_is(tokens, at + 1, "not") ? 2 : 0;
    if (session_is(tokens, at, "apart"))
        return session_is(tokens, at + 1, "from") ? 2 : 0;
    bool is = session_is(tokens, at, "except") || session_is(tokens, at, "excluding") || session_is(tokens, at, "not") ||
              session_is(tokens, at, "outside");
    return is ? 1 : 0;
}

/* Adds every day from one to the other, both in full or a whole month. */
static bool add_except(struct plan *plan, size_t token, struct date from, struct date to)
{
    if (from.month == 0 || to.month == 0)
        return plan_fail(plan, token, SESSION_WRONG_WORD);
    int32_t end = date_last_day(to);
    if (end < date_days(from))
        return plan_fail(plan, token, SESSION_WRONG_DATES);
    for (int32_t day = date_days(from); day <= end; day++) {
        if (plan->except_count == PLAN_EXCEPT)
            return plan_fail(plan, token, SESSION_WRONG_LONG);
        plan->except[plan->except_count++] = date_from_days(day);
    }
    return true;
}

/* One thing on which it does not meet, at plan->at: school or bank holidays, a date, a run of dates. False when it is none. */
static bool except_item(struct plan *plan)
{
    static const char *const lead[] = {"in", "on", "during", "for", "the", "from", "school", NULL};
    const struct session_tokens *tokens = &plan->tokens;
    size_t at = plan->at;
    struct date from;
    unsigned weekday = 0;
    skip_words(tokens, &at, lead);
    if (skip_one(tokens, &at, "holidays") || skip_one(tokens, &at, "holiday")) {
        plan->term_time = true;
        plan->at = at;
        return true;
    }
    if (skip_one(tokens, &at, "bank") || skip_one(tokens, &at, "public")) {
        if (!skip_one(tokens, &at, "holidays") && !skip_one(tokens, &at, "holiday"))
            return false;
        plan->not_on_bank_holidays = true;
        plan->at = at;
        return true;
    }
    size_t taken = session_date(tokens, at, &from, &weekday);
    if (taken == 0)
        return false;
    struct date to = from;
    size_t end = at + taken;
    if (session_is(tokens, end, "to") || session_is(tokens, end, "until") || (end < tokens->count && tokens->items[end].kind == TOKEN_DASH)) {
        size_t more = session_date(tokens, end + 1, &to, &weekday);
        end += more > 0 ? more + 1 : 0;
    }
    if (!add_except(plan, at, from, to))
        return false;
    plan->at = end;
    return true;
}

bool plan_except(struct plan *plan)
{
    const struct session_tokens *tokens = &plan->tokens;
    size_t start = plan->at;
    size_t taken = except_word(tokens, start);
    if (taken == 0)
        return false;
    plan->at += taken;
    if (!except_item(plan))
        return plan->failed ? false : plan_fail(plan, plan->at, SESSION_WRONG_WORD);
    for (;;) {
        size_t before = plan->at;
        while (plan->at < tokens->count && (tokens->items[plan->at].kind == TOKEN_COMMA || session_is(tokens, plan->at, "and") ||
                                            session_is(tokens, plan->at, "or")))
            plan->at++;
        if (plan->at == before || !except_item(plan)) {
            plan->at = plan->failed ? plan->at : before;
            break;
        }
    }
    qualify(plan);
    return !plan->failed;
}

/* A date behind words such as `from` and `on`; keeps it once. */
static bool limit(struct plan *plan, size_t at, struct date *into)
{
    struct date date;
    unsigned weekday = 0;
    size_t taken = session_date(&plan->tokens, at, &date, &weekday);
    if (taken == 0)
        return false;
    if (into->year != 0)
        return plan_fail(plan, at, SESSION_WRONG_TWICE);
    if (weekday < 7 && date_weekday(date) != weekday)
        return plan_fail(plan, at, SESSION_WRONG_WEEKDAY);
    *into = date;
    plan->at = at + taken;
    qualify(plan);
    return true;
}

bool plan_from(struct plan *plan)
{
    static const char *const words[] = {"from", "starting", "starts", "start", "beginning", "begins", NULL};
    static const char *const more[] = {"on", "in", NULL};
    size_t at = plan->at;
    skip_words(&plan->tokens, &at, words);
    if (at == plan->at)
        return false;
    skip_words(&plan->tokens, &at, more);
    return limit(plan, at, &plan->first);
}

bool plan_until(struct plan *plan)
{
    static const char *const words[] = {"until", "till", "to", "ending", "ends", "end", "up", NULL};
    static const char *const more[] = {"on", "in", NULL};
    const struct session_tokens *tokens = &plan->tokens;
    size_t at = plan->at;
    skip_words(tokens, &at, words);
    if (at == plan->at && plan->first.year != 0 && at < tokens->count && tokens->items[at].kind == TOKEN_DASH)
        at++; /* `from 12 January 2027 - 9 March 2027` */
    if (at == plan->at)
        return false;
    skip_words(tokens, &at, more);
    return limit(plan, at, &plan->last);
}

bool plan_for(struct plan *plan)
{
    const struct session_tokens *tokens = &plan->tokens;
    unsigned number = 0;
    size_t at = plan->at;
    bool said = skip_one(tokens, &at, "for");
    if (session_number(tokens, at, &number) == 0)
        return false;
    bool weeks = session_is(tokens, at + 1, "weeks") || session_is(tokens, at + 1, "week");
    bool months = session_is(tokens, at + 1, "months") || session_is(tokens, at + 1, "month");
    if (!weeks && !(months && said))
        return false;
    if (plan->weeks > 0 || plan->months > 0)
        return plan_fail(plan, at, SESSION_WRONG_TWICE);
    plan->weeks = weeks ? number : 0;
    plan->months = months ? number : 0;
    plan->length_token = plan->at;
    plan->at = at + 2;
    qualify(plan);
    return true;
}

/* Whether something that is no part of a place's name begins here. */
static bool place_ends(const struct session_tokens *tokens, size_t at)
{
    struct date date;
    struct session_time time;
    unsigned weekday = 0;
    unsigned number = 0;
    bool behind_comma = tokens->items[at - 1].kind == TOKEN_COMMA;
    if (tokens->items[at].kind == TOKEN_SEMICOLON || session_is(tokens, at, "except") || session_is(tokens, at, "excluding"))
        return true;
    if (term_words(tokens, at) > 0 || (except_word(tokens, at) > 0 && session_is(tokens, at + 1, "in")))
        return true;
    if (session_is(tokens, at, "from") || session_is(tokens, at, "until") || session_is(tokens, at, "till") || session_is(tokens, at, "starting"))
        return session_date(tokens, at + 1, &date, &weekday) > 0 || session_time(tokens, at + 1, false, &time) > 0;
    if (session_is(tokens, at, "for"))
        return session_number(tokens, at + 1, &number) > 0;
    return session_time(tokens, at, false, &time) > 0 || session_is(tokens, at, "every") ||
           (behind_comma && session_weekday(tokens, at, &weekday) > 0);
}

/* Cuts blanks, commas, dashes and an opening bracket at the end. */
static size_t cut_end(const char *line, size_t from, size_t to)
{
    while (to > from && memchr(" \t\r\n,(-", line[to - 1], 7) != NULL)
        to--;
    return to;
}

bool plan_place(struct plan *plan)
{
    const struct session_tokens *tokens = &plan->tokens;
    bool online = session_is(tokens, plan->at, "online");
    bool at = session_is(tokens, plan->at, "at") && plan->at + 1 < tokens->count;
    if (!online && !at)
        return false;
    if (plan->place_to > 0)
        return plan_fail(plan, plan->at, SESSION_WRONG_TWICE);
    size_t start = plan->at + (online ? 0 : 1);
    size_t end = start + 1;
    while (at && end < tokens->count && !place_ends(tokens, end))
        end++;
    plan->place_from = tokens->items[start].offset;
    plan->place_to = online ? plan->place_from + tokens->items[start].length : cut_end(tokens->line, plan->place_from, tokens->items[end].offset);
    plan->at = end;
    if (plan->place_to <= plan->place_from)
        return plan_fail(plan, start, SESSION_WRONG_WORD);
    return true;
}

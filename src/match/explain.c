/* Why an answer is what it is: every criterion in a sentence. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "match/explain_parts.h"
#include "match/matcher_parts.h"
#include "text/memory.h"

const char *sentence(struct arena *arena, const char *format, ...)
{
    struct buffer out = {0};
    va_list list;
    va_start(list, format);
    buffer_format_list(&out, format, list);
    va_end(list);
    const char *text = arena_copy(arena, buffer_text(&out), out.length);
    buffer_wipe(&out);
    buffer_free(&out);
    return text;
}

const struct need_value *value_deciding(const struct judge_setting *setting, const struct offer *offer, enum key key, const struct need_value *of, size_t count,
                                        enum value value)
{
    for (size_t i = 0; i < count; i++) {
        if (criteria[key].judge(setting, offer, &of[i]) == value)
            return &of[i];
    }
    return of;
}

/* What is looked at although the need is silent says something only where the offer has a limit. */
static bool goes_without_saying(const struct need *need, const struct criterion *criterion, const struct offer *offer, enum value value)
{
    if (criterion->key == KEY_AGE || criterion->key == KEY_AFTER)
        return !criterion->values && value == VALUE_YES;
    if (criterion->key != KEY_FOR || offer->for_groups.count > 0)
        return false;
    for (size_t i = 0; i < need_count(need); i++) {
        if (need_at(need, i)->key == KEY_FOR)
            return false;
    }
    return true;
}

static void explain_criterion(const struct judge_setting *setting, const struct offer *offer, const struct criterion *criterion, enum value value,
                              struct arena *arena, struct reason *reason)
{
    reason->about = criteria[criterion->key].key;
    reason->value = criterion->denied ? value_turned(value) : value;
    criteria[criterion->key].explain(setting, offer, criterion->term, criterion->values, criterion->count, value, arena, reason);
    if (reason->value != VALUE_ASK)
        reason->question = NULL;
}

/* Not a criterion of the need, but said with every answer. */
static bool explain_state(const struct offer *offer, struct arena *arena, struct reason *reason)
{
    *reason = (struct reason){.about = criteria[KEY_STATUS].key, .value = VALUE_YES};
    if (offer->status == STATUS_UNKNOWN) {
        reason->value = VALUE_ASK;
        reason->say = sentence(arena, "%s", SAY_STATUS_UNKNOWN);
        reason->question = sentence(arena, "%s", ASK_STATUS);
    } else if (offer->status == STATUS_ENDING && offer->ends_on.year != 0) {
        struct buffer date = {0};
        date_words(&date, offer->ends_on);
        reason->say = sentence(arena, SAY_STATUS_ENDS_ON, buffer_text(&date));
        buffer_free(&date);
    } else if (offer->status == STATUS_ENDING) {
        reason->say = sentence(arena, "%s", SAY_STATUS_ENDING);
    }
    return reason->say != NULL;
}

static void tally_add(struct tally *tally, const struct judge_setting *setting, const struct criterion *criterion, const struct offer *offer, enum value value)
{
    tally->no += value == VALUE_NO;
    tally->ask += value == VALUE_ASK;
    if (value != VALUE_NO || criterion->key != KEY_IN)
        return;
    bool reached = false;
    for (size_t i = 0; i < criterion->count && !reached; i++)
        reached = place_is_near(setting, offer, &criterion->values[i]);
    tally->out_of_reach = tally->out_of_reach || !reached;
}

struct reasons matcher_explain(struct matcher *matcher, const struct need *need, size_t index, struct arena *arena)
{
    const struct offer *offer = &matcher->catalogue->offers[index];
    struct judge_setting setting = judge_setting_of(matcher->catalogue, need, &matcher->setting);
    struct criteria_list list = criteria_of(need);
    struct reasons reasons = {.items = arena_get(arena, list.count + 1, sizeof *reasons.items)};
    struct tally tally = {.ask = offer->status == STATUS_UNKNOWN};
    for (size_t i = 0; i < list.count; i++) {
        const struct criterion *criterion = &list.items[i];
        enum value value = criterion_best(&setting, criterion, offer);
        tally_add(&tally, &setting, criterion, offer, criterion->denied ? value_turned(value) : value);
        if (!goes_without_saying(need, criterion, offer, value))
            explain_criterion(&setting, offer, criterion, value, arena, &reasons.items[reasons.count++]);
    }
    reasons.verdict = tally_verdict(&tally, offer->status, need_after_loss(need));
    if (explain_state(offer, arena, &reasons.items[reasons.count]))
        reasons.count++;
    free(list.items);
    return reasons;
}

/* When in pregnancy or a child's life an offer stands, in words; with its edges, which differ from service to service. */
#include "match/explain_parts.h"

/* An end within this many days is told, as MATCHING.md says: 3 months. */
enum { SOON_DAYS = 92 };

struct stage_said {
    const struct need_value *value;
    enum key key;
    struct stage stage;
    struct arena *arena;
};

static bool stated(struct stage_point point)
{
    return point.unit != STAGE_NOT_STATED;
}

static const char *from_text(const struct stage_said *said)
{
    struct buffer out = {0};
    words_from(&out, said->stage.from);
    const char *text = arena_copy(said->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return text;
}

static const char *until_text(const struct stage_said *said, struct stage_point point)
{
    struct buffer out = {0};
    words_until(&out, point);
    const char *text = arena_copy(said->arena, buffer_text(&out), out.length);
    buffer_free(&out);
    return text;
}

/* The person's own moment: "20 weeks", "14 months". */
static const char *moment_text(const struct stage_said *said)
{
    struct buffer out = {0};
    unsigned weeks = (unsigned)said->value->moment.days / 7;
    if (said->value->moment.pregnant)
        buffer_format(&out, SPAN_WEEKS(weeks), weeks);
    else
        words_child_age(&out, said->value, said->key);
    const char *text = arena_copy(said->arena, buffer_text(&out), out.length);
    buffer_wipe(&out);
    buffer_free(&out);
    return text;
}

/* Days until the edge. Of a known birthday the day is known, too. */
static int32_t wait_days(const struct stage_said *said, struct stage_point edge)
{
    if (said->key != KEY_BORN || edge.unit != STAGE_MONTHS_OLD)
        return stage_days_until(said->value->moment, edge);
    return date_days(date_add_months(said->value->date, edge.count)) - date_days(said->value->date) - said->value->moment.days;
}

/* How long until the edge: in months where the age was given in months or years, for then the days are not known. */
static const char *wait_text(const struct stage_said *said, struct stage_point edge)
{
    struct buffer out = {0};
    struct moment moment = said->value->moment;
    bool months = said->key == KEY_CHILD && said->value->number != 'w' && edge.unit == STAGE_MONTHS_OLD;
    unsigned left = months ? (unsigned)(edge.count - moment.months) : 0;
    if (months)
        buffer_format(&out, SPAN_MONTHS(left), left);
    else
        words_span(&out, wait_days(said, edge));
    const char *text = arena_copy(said->arena, buffer_text(&out), out.length);
    buffer_wipe(&out);
    buffer_free(&out);
    return text;
}

static bool is_event(struct stage_point point)
{
    return point.unit == STAGE_PREGNANT_WEEKS || point.count == 0;
}

static const char *say_interval(const struct stage_said *said)
{
    struct stage stage = said->stage;
    if (!stated(stage.to))
        return sentence(said->arena, SAY_FROM_OPEN, from_text(said));
    if (!stated(stage.from))
        return sentence(said->arena, SAY_UNTIL, until_text(said, stage.to));
    return sentence(said->arena, SAY_FROM_UNTIL, from_text(said), until_text(said, stage.to));
}

static const char *say_inside(const struct stage_said *said)
{
    struct stage_point to = said->stage.to;
    struct moment moment = said->value->moment;
    if (moment.any || !stated(to) || wait_days(said, to) > SOON_DAYS)
        return say_interval(said);
    const char *wait = wait_text(said, to);
    return is_event(to) ? sentence(said->arena, SAY_ENDS_AT_IN, until_text(said, to), wait)
                        : sentence(said->arena, SAY_ENDS_WHEN_IN, until_text(said, to), wait);
}

static const char *say_starts(const struct stage_said *said)
{
    struct stage_point from = said->stage.from;
    struct moment moment = said->value->moment;
    bool wait_known = !moment.any && (!moment.pregnant || from.unit == STAGE_PREGNANT_WEEKS);
    if (is_event(from)) {
        const char *at = from_text(said);
        return wait_known ? sentence(said->arena, SAY_STARTS_AT_IN, at, wait_text(said, from)) : sentence(said->arena, SAY_STARTS_AT, at);
    }
    const char *when = until_text(said, from);
    return wait_known ? sentence(said->arena, SAY_STARTS_WHEN_IN, when, wait_text(said, from)) : sentence(said->arena, SAY_STARTS_WHEN, when);
}

static const char *say_outside(const struct stage_said *said)
{
    struct moment moment = said->value->moment;
    struct stage stage = said->stage;
    if (moment.any)
        return moment.pregnant ? say_starts(said) : sentence(said->arena, "%s", SAY_ONLY_PREGNANT);
    if (stated(stage.from) && !stage_reached(moment, stage.from))
        return say_starts(said);
    if (!stated(stage.to))
        return sentence(said->arena, SAY_FROM_OPEN_OLD, from_text(said), moment_text(said));
    const char *until = until_text(said, stage.to);
    return moment.pregnant ? sentence(said->arena, SAY_UNTIL_PREGNANT, until, moment_text(said))
                           : sentence(said->arena, SAY_UNTIL_CHILD, until, moment_text(said));
}

/* May be: what the service's own words leave open. */
static const char *say_open(const struct stage_said *said, const struct offer *offer)
{
    struct moment moment = said->value->moment;
    if (!moment.any && !moment.pregnant && stage_stated(offer->stage) && stage_value(offer->stage, moment) == VALUE_ASK)
        return sentence(said->arena, SAY_FROM_OPEN_ASK, from_text(said), moment_text(said));
    struct stage_said perhaps = *said;
    if (stage_stated(offer->stage_maybe))
        perhaps.stage = offer->stage_maybe;
    if (!stage_stated(perhaps.stage))
        return sentence(said->arena, "%s", SAY_STAGE_NOT_STATED);
    if (!stated(perhaps.stage.to))
        return sentence(said->arena, SAY_STAGE_PERHAPS_OPEN, from_text(&perhaps));
    return sentence(said->arena, SAY_STAGE_PERHAPS, from_text(&perhaps), until_text(&perhaps, perhaps.stage.to));
}

static const char *stage_question(const struct stage_said *said)
{
    struct moment moment = said->value->moment;
    if (moment.any)
        return sentence(said->arena, "%s", moment.pregnant ? ASK_STAGE_PREGNANT_ANY : ASK_STAGE_CHILD_ANY);
    if (moment.pregnant)
        return sentence(said->arena, ASK_STAGE_PREGNANT, moment_text(said));
    return sentence(said->arena, ASK_STAGE_CHILD, moment_text(said));
}

/* After a loss nothing is said about a child's age, whatever else the need holds. */
static void explain_gently(enum value value, struct arena *arena, struct reason *reason)
{
    reason->say = sentence(arena, "%s", value == VALUE_YES ? SAY_STAGE_LOSS_YES : value == VALUE_ASK ? SAY_STAGE_LOSS_ASK : SAY_STAGE_LOSS_NO);
    reason->question = sentence(arena, "%s", ASK_STAGE_LOSS);
}

void explain_stage(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                   enum value value, struct arena *arena, struct reason *reason)
{
    if (need_after_loss(setting->need)) {
        explain_gently(value, arena, reason);
        return;
    }
    struct stage_said said = {.value = value_deciding(setting, offer, term->key, of, count, value), .key = term->key, .arena = arena};
    said.stage = stage_stated(offer->stage) ? offer->stage : offer->stage_maybe;
    if (value == VALUE_YES)
        reason->say = say_inside(&said);
    else if (value == VALUE_ASK)
        reason->say = say_open(&said, offer);
    else if (!stage_stated(said.stage))
        reason->say = sentence(arena, SAY_STAGE_NOT_STATED_OLD, moment_text(&said));
    else
        reason->say = say_outside(&said);
    reason->question = stage_question(&said);
}

void explain_loss(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                  enum value value, struct arena *arena, struct reason *reason)
{
    (void)term;
    (void)count;
    if (!of) {
        reason->say = sentence(arena, "%s", SAY_LOSS_ALONE);
        reason->question = sentence(arena, "%s", ASK_LOSS_ALONE);
        return;
    }
    const struct vocabulary *vocabulary = setting->catalogue->vocabulary;
    const struct term *feature = setting->after_loss == TERM_UNKNOWN ? NULL : vocabulary_at(vocabulary, LIST_WITH, setting->after_loss);
    struct buffer out = {0};
    if (value == VALUE_ASK) {
        for (uint32_t i = 0; i < offer->about.count; i++) {
            const struct term *topic = vocabulary_at(vocabulary, LIST_ABOUT, offer->about.items[i]);
            if (topic->loss && out.length == 0)
                buffer_format(&out, SAY_LOSS_ABOUT_TERM, topic->label);
        }
    } else if (value == VALUE_NO && !numbers_have(offer->without, setting->after_loss)) {
        buffer_add_text(&out, SAY_LOSS_NOT_STATED);
    } else {
        term_say(&out, feature, value);
    }
    reason->say = arena_copy(arena, buffer_text(&out), out.length);
    buffer_clear(&out);
    if (feature)
        term_question(&out, feature);
    else
        buffer_add_text(&out, ASK_STAGE_LOSS);
    reason->question = arena_copy(arena, buffer_text(&out), out.length);
    buffer_free(&out);
}

/* The table of criteria, and what a need asks by it. */
#include "match/criteria.h"

#include <stdlib.h>
#include <string.h>

#include "match/judge.h"
#include "match/need_values.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/words.h"

const struct criterion_row criteria[KEY_COUNT] = {
    [KEY_IN] = {.key = "in", .synonyms = {"where", "place"}, .example = "in:Falkirk",
                .help = N_("the place: a locality, council area, health board, region, nation or postcode"),
                .list = -1, .joins = FACET_REPLACES, .facet_title = N_("Where"),
                .parse = parse_place, .judge = judge_place, .sees = sees_place, .explain = explain_place},
    [KEY_PREGNANT] = {.key = "pregnant", .synonyms = {"pregnancy"}, .example = "pregnant:20",
                      .help = N_("completed weeks of pregnancy, also 20+3, or any"),
                      .list = -1, .joins = FACET_REPLACES, .facet_title = N_("Stage"),
                      .parse = parse_pregnant, .judge = judge_stage, .sees = sees_stage, .explain = explain_stage},
    [KEY_CHILD] = {.key = "child", .synonyms = {"baby"}, .example = "child:14m",
                   .help = N_("the child's age in weeks, months or years, such as 6w, 14m or 2y, or any"),
                   .list = -1, .joins = FACET_REPLACES,
                   .parse = parse_child, .judge = judge_stage, .sees = sees_stage, .explain = explain_stage},
    [KEY_DUE] = {.key = "due", .example = "due:2027-03-01", .help = N_("the day on which the baby is due"),
                 .list = -1, .joins = FACET_REPLACES,
                 .parse = parse_due, .judge = judge_stage, .sees = sees_stage, .explain = explain_stage},
    [KEY_BORN] = {.key = "born", .example = "born:2026-07-04", .help = N_("the day on which the child was born"),
                  .list = -1, .joins = FACET_REPLACES,
                  .parse = parse_born, .judge = judge_stage, .sees = sees_stage, .explain = explain_stage},
    [KEY_AFTER] = {.key = "after", .example = "after:loss", .help = N_("after a miscarriage, a stillbirth or the death of a baby"),
                   .list = -1, .joins = FACET_REPLACES,
                   .parse = parse_after, .judge = judge_loss, .sees = sees_loss, .depends = depends_loss, .explain = explain_loss},
    [KEY_WHO] = {.key = "who", .example = "who:mother", .help = N_("who is looking: mother, father, partner or carer"),
                 .list = LIST_PERSON, .joins = FACET_ALTERNATIVES, .facet_title = N_("Who"),
                 .parse = parse_term, .judge = judge_who, .sees = sees_who, .explain = explain_who},
    [KEY_AGE] = {.key = "age", .example = "age:17", .help = N_("the parent's age in years"),
                 .list = -1, .joins = FACET_NONE,
                 .parse = parse_age, .judge = judge_age, .sees = sees_age, .explain = explain_age},
    [KEY_FORMAT] = {.key = "format", .synonyms = {"how"}, .example = "format:group,online", .help = N_("how the support is given"),
                    .list = LIST_FORMATS, .joins = FACET_ALTERNATIVES, .facet_title = N_("How"),
                    .parse = parse_term, .judge = judge_format, .sees = sees_format, .explain = explain_term},
    [KEY_ABOUT] = {.key = "about", .synonyms = {"topic"}, .example = "about:low-mood", .help = N_("what it is about"),
                   .list = LIST_ABOUT, .joins = FACET_ALTERNATIVES, .facet_title = N_("About"),
                   .parse = parse_term, .judge = judge_about, .sees = sees_about, .explain = explain_about},
    [KEY_FOR] = {.key = "for", .example = "for:refugees", .help = N_("a group that the person belongs to"),
                 .list = LIST_FOR, .joins = FACET_ALTERNATIVES, .facet_title = N_("For"),
                 .parse = parse_term, .judge = judge_for, .sees = sees_for, .depends = depends_for, .explain = explain_for},
    [KEY_ONLY] = {.key = "only", .example = "only:young-parents", .help = N_("show only what is meant for that group"),
                  .list = LIST_FOR, .joins = FACET_ALTERNATIVES, .facet_title = N_("Only for"),
                  .parse = parse_only, .judge = judge_only, .sees = sees_for, .explain = explain_only},
    [KEY_WITH] = {.key = "with", .example = "with:creche,transport", .help = N_("what it should have; a comma means all of these"),
                  .list = LIST_WITH, .joins = FACET_BESIDE, .facet_title = N_("With"), .all_of = true,
                  .parse = parse_term, .judge = judge_with, .sees = sees_with, .explain = explain_term},
    [KEY_LANGUAGE] = {.key = "language", .synonyms = {"lang"}, .example = "language:urdu", .help = N_("it can be had in this language"),
                      .list = LIST_LANGUAGES, .joins = FACET_ALTERNATIVES, .facet_title = N_("Language"),
                      .parse = parse_term, .judge = judge_language, .sees = sees_language, .explain = explain_language},
    [KEY_REFERRAL] = {.key = "referral", .example = "referral:self", .help = N_("how one gets in"),
                      .list = LIST_REFERRAL, .joins = FACET_ALTERNATIVES, .facet_title = N_("How to join"),
                      .parse = parse_term, .judge = judge_referral, .sees = sees_referral, .explain = explain_term},
    [KEY_DAY] = {.key = "day", .example = "day:tue", .help = N_("the day of the week on which it meets"),
                 .list = -1, .joins = FACET_ALTERNATIVES, .facet_title = N_("Day"),
                 .parse = parse_day, .judge = judge_day, .explain = explain_when},
    [KEY_TIME] = {.key = "time", .example = "time:morning", .help = N_("morning, afternoon or evening"),
                  .list = -1, .joins = FACET_ALTERNATIVES, .facet_title = N_("Time"),
                  .parse = parse_time, .judge = judge_time, .depends = depends_time, .explain = explain_when},
    [KEY_ON] = {.key = "on", .example = "on:2026-12-01", .help = N_("a date on which it meets"),
                .list = -1, .joins = FACET_NONE,
                .parse = parse_on, .judge = judge_on, .explain = explain_on},
    [KEY_NEAR] = {.key = "near", .example = "near:5mi", .help = N_("at most this far from the place in in: to where it meets"),
                  .list = -1, .joins = FACET_NONE,
                  .parse = parse_near, .judge = judge_near, .depends = depends_near, .explain = explain_near},
    [KEY_CHECKED] = {.key = "checked", .example = "checked:12m", .help = N_("the facts were checked no longer ago than this"),
                     .list = -1, .joins = FACET_NONE,
                     .parse = parse_checked, .judge = judge_checked, .sees = sees_checked, .explain = explain_checked},
    [KEY_STATUS] = {.key = "status", .example = "status:running", .help = N_("running, ending or unknown"),
                    .list = LIST_STATUS, .joins = FACET_ALTERNATIVES, .facet_title = N_("Status"),
                    .parse = parse_term, .judge = judge_status, .sees = sees_status, .explain = explain_term},
    [KEY_WORDS] = {.key = "words", .example = "\"a phrase\"", .help = N_("words of its name or description"),
                   .list = -1, .joins = FACET_NONE,
                   .parse = parse_free_words, .judge = judge_words, .explain = explain_words},
};

/* Calls found for every name of every key until it gives true; gives that key, or KEY_COUNT. */
static bool key_is(enum key key, const char *folded)
{
    const char *const *synonym = criteria[key].synonyms;
    size_t most = sizeof criteria[key].synonyms / sizeof *criteria[key].synonyms;
    struct buffer name = {0};
    fold_key(&name, criteria[key].key, strlen(criteria[key].key));
    bool is = strcmp(buffer_text(&name), folded) == 0;
    for (size_t i = 0; !is && i < most && synonym[i]; i++) {
        buffer_clear(&name);
        fold_key(&name, synonym[i], strlen(synonym[i]));
        is = strcmp(buffer_text(&name), folded) == 0;
    }
    buffer_free(&name);
    return is;
}

enum key key_named(const char *text, size_t length)
{
    struct buffer folded = {0};
    fold_key(&folded, text, length);
    enum key key = 0;
    while (key < KEY_WORDS && !key_is(key, buffer_text(&folded)))
        key++;
    buffer_free(&folded);
    return key < KEY_WORDS ? key : KEY_COUNT;
}

/* The slips between the text and a key, or 0 where the key begins with it. */
static unsigned key_distance(enum key key, const struct buffer *folded, unsigned allowed)
{
    const char *text = buffer_text(folded);
    if (folded->length >= 2 && strncmp(criteria[key].key, text, folded->length) == 0)
        return 0;
    unsigned slips = fold_slips(text, criteria[key].key, allowed);
    /* So short a word as "in" is one slip away from half the others. */
    return slips < strlen(criteria[key].key) ? slips : allowed + 1;
}

size_t keys_near(const char *text, size_t length, enum key *near, size_t room)
{
    struct buffer folded = {0};
    fold_key(&folded, text, length);
    unsigned allowed = fold_slips_allowed(folded.length);
    size_t count = 0;
    for (unsigned distance = 0; distance <= allowed; distance++) {
        for (enum key key = 0; key < KEY_WORDS && count < room; key++) {
            if (key_distance(key, &folded, allowed) == distance)
                near[count++] = key;
        }
    }
    buffer_free(&folded);
    return count;
}

static uint32_t term_index(const struct catalogue *catalogue, enum vocabulary_list list, const char *id)
{
    const struct term *term = vocabulary_find(catalogue->vocabulary, list, id, strlen(id));
    return term ? term->index : TERM_UNKNOWN;
}

struct judge_setting judge_setting_of(const struct catalogue *catalogue, const struct need *need, const struct match_setting *setting)
{
    return (struct judge_setting){
        .catalogue = catalogue,
        .need = need,
        .today = setting->today,
        .near_miles = setting->near_miles,
        .online = term_index(catalogue, LIST_FORMATS, "online"),
        .phone = term_index(catalogue, LIST_FORMATS, "phone"),
        .after_loss = term_index(catalogue, LIST_WITH, "after-loss"),
        .interpreter = term_index(catalogue, LIST_WITH, "interpreter"),
    };
}

void sight_number(struct sight *sight, uint32_t number)
{
    sight->items = memory_room(sight->items, sight->count, &sight->room, sizeof *sight->items);
    sight->items[sight->count++] = number;
}

static void list_add(struct criteria_list *list, size_t *room, struct criterion criterion)
{
    list->items = memory_room(list->items, list->count, room, sizeof *list->items);
    list->items[list->count++] = criterion;
}

/* The criteria of all terms of one key. A `with` is one for each of its features. */
static void list_terms(struct criteria_list *list, size_t *room, const struct need *need, enum key key)
{
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        if (term->key != key)
            continue;
        size_t together = criteria[key].all_of ? 1 : term->count;
        for (size_t j = 0; j < term->count; j += together)
            list_add(list, room, (struct criterion){key, term, term->values + j, together, term->denied});
    }
}

/* Whether the need has a term of the key, denied or not. */
static bool has_key(const struct need *need, enum key key)
{
    for (size_t i = 0; i < need_count(need); i++) {
        if (need_at(need, i)->key == key)
            return true;
    }
    return false;
}

struct criteria_list criteria_of(const struct need *need)
{
    struct criteria_list list = {0};
    size_t room = 0;
    for (enum key key = 0; key < KEY_COUNT; key++) {
        if (key == KEY_FOR) {
            list_add(&list, &room, (struct criterion){KEY_FOR, need_find(need, KEY_FOR), NULL, 0, false});
            continue;
        }
        if ((key == KEY_AGE && !need_find(need, key)) || (key == KEY_AFTER && !has_key(need, key)))
            list_add(&list, &room, (struct criterion){key, NULL, NULL, 0, false});
        list_terms(&list, &room, need, key);
    }
    return list;
}

enum value value_turned(enum value value)
{
    return value == VALUE_YES ? VALUE_NO : value == VALUE_NO ? VALUE_YES : VALUE_ASK;
}

enum value criterion_best(const struct judge_setting *setting, const struct criterion *criterion, const struct offer *offer)
{
    const struct criterion_row *row = &criteria[criterion->key];
    if (!criterion->values)
        return row->judge(setting, offer, NULL);
    enum value best = VALUE_NO;
    for (size_t i = 0; i < criterion->count && best != VALUE_YES; i++) {
        enum value value = row->judge(setting, offer, &criterion->values[i]);
        best = value > best ? value : best;
    }
    return best;
}

enum value criterion_judge(const struct judge_setting *setting, const struct criterion *criterion, const struct offer *offer)
{
    enum value best = criterion_best(setting, criterion, offer);
    return criterion->denied ? value_turned(best) : best;
}

enum verdict tally_verdict(const struct tally *tally, enum status status, bool after_loss)
{
    if (tally->no == 0 && status == STATUS_ENDING)
        return VERDICT_ENDING;
    if (tally->no == 0)
        return tally->ask == 0 ? VERDICT_SUITS : VERDICT_ASK;
    return tally->no == 1 && !tally->out_of_reach && !after_loss ? VERDICT_NEAR : VERDICT_NO;
}

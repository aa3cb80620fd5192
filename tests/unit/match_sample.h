/* A small country, a few words and offers made of lines `field=value|value`: what tests of needs and answers stand on. */
#ifndef TESTS_MATCH_SAMPLE_H
#define TESTS_MATCH_SAMPLE_H

#include <stdlib.h>

#include "entries.h"
#include "match/answer.h"
#include "match/need.h"

#define SAMPLE_TODAY ((struct date){2026, 11, 23})

static inline void sample_place(struct gazetteer *gazetteer, const char *name, enum place_kind kind, const char *inside, const char *also_inside, double latitude,
                                double longitude)
{
    const char *parents[] = {inside, also_inside};
    struct place_entry entry = {.name = name, .kind = kind, .centre = {latitude, longitude}, .inside = parents,
                                .inside_count = also_inside ? 2 : inside ? 1 : 0};
    assert_null(gazetteer_add(gazetteer, &entry));
}

static inline struct gazetteer *sample_places(void)
{
    struct gazetteer *places = gazetteer_new();
    sample_place(places, "United Kingdom", PLACE_COUNTRY, NULL, NULL, 52.7, -1.6);
    sample_place(places, "England", PLACE_NATION, "United Kingdom", NULL, 52.3, -1.1);
    sample_place(places, "Northern Ireland", PLACE_NATION, "United Kingdom", NULL, 54.6, -6.4);
    sample_place(places, "Scotland", PLACE_NATION, "United Kingdom", NULL, 56.4, -3.8);
    sample_place(places, "Wales", PLACE_NATION, "United Kingdom", NULL, 52.1, -3.6);
    sample_place(places, "South West", PLACE_REGION, "England", NULL, 51.1, -3.1);
    sample_place(places, "Central Scotland", PLACE_GROUP, "Scotland", NULL, 55.9, -3.9);
    sample_place(places, "Devon", PLACE_COUNTY, "South West", NULL, 50.74, -3.75);
    sample_place(places, "Forth Valley", PLACE_HEALTH_BOARD, "Scotland", NULL, 56.13, -3.96);
    sample_place(places, "Greater Glasgow and Clyde", PLACE_HEALTH_BOARD, "Scotland", NULL, 55.88, -4.44);
    sample_place(places, "Lothian", PLACE_HEALTH_BOARD, "Scotland", NULL, 55.9, -3.17);
    sample_place(places, "Armagh City, Banbridge and Craigavon", PLACE_COUNCIL, "Northern Ireland", NULL, 54.37, -6.46);
    sample_place(places, "City of Edinburgh", PLACE_COUNCIL, "Lothian", "Central Scotland", 55.93, -3.25);
    sample_place(places, "Exeter", PLACE_COUNCIL, "Devon", NULL, 50.72, -3.51);
    sample_place(places, "Falkirk", PLACE_COUNCIL, "Forth Valley", "Central Scotland", 56.0, -3.78);
    sample_place(places, "Glasgow City", PLACE_COUNCIL, "Greater Glasgow and Clyde", "Central Scotland", 55.86, -4.25);
    sample_place(places, "North Devon", PLACE_COUNCIL, "Devon", NULL, 51.07, -3.92);
    sample_place(places, "Renfrewshire", PLACE_COUNCIL, "Greater Glasgow and Clyde", "Central Scotland", 55.83, -4.54);
    sample_place(places, "Scottish Borders", PLACE_COUNCIL, "Scotland", NULL, 55.58, -2.79);
    sample_place(places, "Stirling", PLACE_COUNCIL, "Forth Valley", NULL, 56.25, -4.33);
    sample_place(places, "Johnstone", PLACE_LOCALITY, "Renfrewshire", NULL, 55.83, -4.52);
    sample_place(places, "Paisley", PLACE_LOCALITY, "Renfrewshire", NULL, 55.85, -4.42);
    assert_null(gazetteer_finish(places));
    assert_true(gazetteer_add_outcode(places, "FK1", "Falkirk", (struct point){56.0, -3.78}));
    assert_true(gazetteer_add_outcode(places, "EX31", "Devon", (struct point){51.08, -4.05}));
    assert_true(gazetteer_add_outcode(places, "PA1", "Renfrewshire", (struct point){55.85, -4.42}));
    return places;
}

static inline void sample_term(struct vocabulary *vocabulary, enum vocabulary_list list, const char *id, const char *label, const char *yes, const char *no,
                               const char *ask, const char *synonym)
{
    const char *synonyms[] = {synonym};
    struct term term = {.list = list, .id = id, .label = label, .yes = yes, .no = no, .ask = ask, .synonyms = synonyms, .synonym_count = synonym != NULL};
    term.loss = strcmp(id, "baby-loss") == 0;
    assert_null(vocabulary_add(vocabulary, &term));
}

static inline struct vocabulary *sample_words(void)
{
    struct vocabulary *words = vocabulary_new();
    sample_term(words, LIST_FORMATS, "group", "group", "In a group.", "Not in a group.", "whether there is a group", "support group");
    sample_term(words, LIST_FORMATS, "one-to-one", "one-to-one", "One-to-one.", "Not one-to-one.", "whether it is one-to-one", "befriending");
    sample_term(words, LIST_FORMATS, "online", "online", "Online.", "Not online.", "whether you can take part online", NULL);
    sample_term(words, LIST_FORMATS, "phone", "by phone", "By phone.", "Not by phone.", "whether you can get it by phone", NULL);
    sample_term(words, LIST_WHO, "mothers", "mothers", "For mothers.", "Not for mothers.", "whether it is for mothers", "mums");
    sample_term(words, LIST_WHO, "fathers", "fathers", "For fathers.", "Not for fathers.", "whether it is for fathers", "dads");
    sample_term(words, LIST_WHO, "parents", "parents", "For parents.", NULL, NULL, NULL);
    sample_term(words, LIST_WHO, "parents-and-carers", "parents and carers", "For parents and carers.", NULL, NULL, NULL);
    sample_term(words, LIST_WHO, "families", "families", "For families.", NULL, NULL, NULL);
    sample_term(words, LIST_PERSON, "mother", "mother", NULL, NULL, "whether it is open to mothers", "mum");
    sample_term(words, LIST_PERSON, "father", "father", NULL, NULL, "whether it is open to fathers", "dad");
    sample_term(words, LIST_PERSON, "partner", "partner", NULL, NULL, "whether it is open to partners", "husband");
    sample_term(words, LIST_PERSON, "carer", "grandparent or carer", NULL, NULL, "whether it is open to other carers", "granny");
    sample_term(words, LIST_FOR, "refugees", "refugees", "Meant for refugees.", "Not only for refugees.", NULL, NULL);
    sample_term(words, LIST_FOR, "asylum-seekers", "people seeking asylum", NULL, NULL, NULL, NULL);
    sample_term(words, LIST_FOR, "young-parents", "young parents", "Meant for young parents.", "Not only for young parents.", NULL, "teenage mums");
    sample_term(words, LIST_ABOUT, "low-mood", "low mood", "About low mood.", NULL, "whether it helps with low mood", "depression");
    sample_term(words, LIST_ABOUT, "anxiety", "anxiety", "About anxiety.", NULL, "whether it helps with anxiety", "worry");
    sample_term(words, LIST_ABOUT, "birth-trauma", "birth trauma", "About birth trauma.", NULL, "whether it helps with birth trauma", NULL);
    sample_term(words, LIST_ABOUT, "baby-loss", "the loss of a baby", "About the loss of a baby.", NULL, NULL, "bereavement");
    sample_term(words, LIST_WITH, "after-loss", "welcomes people after a loss", "Welcomes people after a loss.", "Not for people after a loss.",
                "whether they support people after a loss", NULL);
    sample_term(words, LIST_WITH, "creche", "crèche", "There is a crèche.", "There is no crèche.", "whether there is a crèche", "childcare");
    sample_term(words, LIST_WITH, "creche-free", "free crèche", NULL, NULL, NULL, NULL);
    sample_term(words, LIST_WITH, "transport", "transport", NULL, NULL, NULL, NULL);
    sample_term(words, LIST_WITH, "drop-in", "drop in", NULL, NULL, NULL, NULL);
    sample_term(words, LIST_WITH, "interpreter", "interpreter", NULL, NULL, NULL, NULL);
    sample_term(words, LIST_LANGUAGES, "urdu", "Urdu", "In Urdu.", "Not in Urdu.", "whether it can be in Urdu", "اردو");
    sample_term(words, LIST_LANGUAGES, "welsh", "Welsh", "In Welsh.", "Not in Welsh.", "whether it can be in Welsh", "Cymraeg");
    sample_term(words, LIST_REFERRAL, "self", "you can ask yourself", "You can ask for it yourself.", "You cannot ask for it yourself.",
                "whether you can ask for it yourself", NULL);
    sample_term(words, LIST_REFERRAL, "professional", "someone refers you", "A professional can ask for you.", NULL, NULL, "GP");
    return words;
}

struct sample {
    struct bench bench;
    struct arena *arena;
    struct matcher *matcher;
};

static inline struct sample sample_new(void)
{
    struct sample sample = {.bench = {.arena = arena_new(), .problems = problems_new()}, .arena = arena_new()};
    sample.bench.builder = catalogue_builder_new(sample_places(), sample_words(), NULL, sample.bench.problems);
    return sample;
}

/* A service that is one offer. Running and checked unless the lines say otherwise. */
static inline void sample_offer(struct sample *sample, const char *id, const char *lines)
{
    struct buffer text = {0};
    buffer_format(&text, "id=%s\n", id);
    if (!strstr(lines, "name="))
        buffer_format(&text, "name=%s\n", id);
    if (!strstr(lines, "status="))
        buffer_add_text(&text, "status=running\n");
    buffer_add_text(&text, lines);
    if (!add_service(&sample->bench, buffer_text(&text), NULL, NULL))
        fail_msg("%s: %s", buffer_text(&text), problems_at(sample->bench.problems, problems_count(sample->bench.problems) - 1)->sentence);
    buffer_free(&text);
}

static inline void sample_finish(struct sample *sample)
{
    struct match_setting setting = {.today = SAMPLE_TODAY, .near_miles = 30};
    bench_finish(&sample->bench);
    for (size_t i = 0; i < problems_count(sample->bench.problems); i++) {
        if (problems_at(sample->bench.problems, i)->level == PROBLEM_ERROR)
            fail_msg("%s", problems_at(sample->bench.problems, i)->sentence);
    }
    sample->matcher = matcher_new(sample->bench.catalogue, &setting);
}

static inline void sample_free(struct sample *sample)
{
    matcher_free(sample->matcher);
    bench_free(&sample->bench);
    arena_free(sample->arena);
}

static inline struct need *sample_need(struct matcher *matcher, const char *line)
{
    struct need *need = need_new();
    struct need_error error = {0};
    if (!need_parse(need, matcher_need_setting(matcher), line, &error))
        fail_msg("%s: %s", line, error.sentence);
    return need;
}

/* The first reason about the key, of the need's line, for one offer of these lines. The texts live in the sample. */
static inline struct reason sample_reason(struct sample *sample, const char *lines, const char *line, const char *about)
{
    *sample = sample_new();
    sample_offer(sample, "one", lines);
    sample_finish(sample);
    struct need *need = sample_need(sample->matcher, line);
    struct reasons reasons = matcher_explain(sample->matcher, need, 0, sample->arena);
    need_free(need);
    for (size_t i = 0; i < reasons.count; i++) {
        if (strcmp(reasons.items[i].about, about) == 0)
            return reasons.items[i];
    }
    return (struct reason){0};
}

/* One cell of a table of rules: an offer, a need, what a criterion of it gives and, if not NULL, says. */
struct rule {
    const char *offer;
    const char *need;
    const char *about;
    const char *value; /* "-": there is no such criterion */
    const char *say;
};

static inline void check_rule(const struct rule *rule)
{
    struct sample sample;
    struct reason reason = sample_reason(&sample, rule->offer, rule->need, rule->about);
    const char *value = reason.about ? value_word(reason.value) : "-";
    if (strcmp(value, rule->value) != 0)
        fail_msg("[%s] %s: %s is %s, not %s (%s)", rule->offer, rule->need, rule->about, value, rule->value, reason.say ? reason.say : "");
    if (rule->say && (!reason.say || strcmp(reason.say, rule->say) != 0))
        fail_msg("[%s] %s: says \"%s\", not \"%s\"", rule->offer, rule->need, reason.say ? reason.say : "", rule->say);
    if (reason.about && (reason.value == VALUE_ASK) != (reason.question != NULL))
        fail_msg("[%s] %s: a question goes with ask and with nothing else", rule->offer, rule->need);
    sample_free(&sample);
}

#define CHECK_RULES(rules)                                           \
    do {                                                             \
        for (size_t i = 0; i < sizeof(rules) / sizeof *(rules); i++) \
            check_rule(&(rules)[i]);                                 \
    } while (0)

#endif

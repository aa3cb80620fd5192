/* The other criteria, cell by cell. MATCHING.md, "Rules, criterion by criterion". Today is Monday 23 November 2026. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "match/criteria.h"
#include "match_sample.h"

static void who(void **state)
{
    (void)state;
    static const char *const people[] = {"mother", "father", "partner", "carer"};
    static const struct {
        const char *offer;
        const char *values[4];
    } table[] = {
        {"who=mothers", {"yes", "no", "no", "no"}},      {"who=fathers", {"no", "yes", "ask", "no"}},
        {"who=parents", {"yes", "yes", "yes", "no"}},    {"who=parents-and-carers", {"yes", "yes", "yes", "yes"}},
        {"who=families", {"yes", "yes", "yes", "ask"}},  {"formats=group", {"yes", "ask", "ask", "ask"}},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        for (size_t j = 0; j < 4; j++) {
            char need[32];
            snprintf(need, sizeof need, "who:%s", people[j]);
            check_rule(&(struct rule){table[i].offer, need, "who", table[i].values[j], NULL});
        }
    }
    static const struct rule said[] = {
        {"who=mothers", "who:mum", "who", "yes", "For mothers."},
        {"who=mothers", "who:father", "who", "no", "For mothers."},
        {"who=fathers", "who:partner", "who", "ask", "For fathers. Does not say whether it is open to partners: ask."},
        {"formats=group", "who:father", "who", "ask", "Does not say whether it is open to fathers: ask."},
        {"formats=group", "who:mother", "who", "yes", "Does not say who it is for."},
        {"who=mothers", "who:mother,father", "who", "yes", NULL},
        {"who=mothers", "-who:mother", "who", "no", NULL},
    };
    CHECK_RULES(said);
}

static void formats(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"formats=group", "format:group", "format", "yes", "In a group."},
        {"formats=group|online", "format:online", "format", "yes", "Online."},
        {"formats=online", "format:group", "format", "no", "Online. Not in a group."},
        {"formats=online", "format:group,one-to-one", "format", "no", "Online."},
        {"formats=online", "format:group,online", "format", "yes", NULL},
        {"formats=group\nformats_maybe=one-to-one", "format:one-to-one", "format", "ask", "Does not say for sure whether it is one-to-one: ask."},
        {"formats=group\nformats_maybe=one-to-one", "format:online", "format", "no", NULL},
        {"formats_maybe=one-to-one", "format:online", "format", "ask", NULL},
        {"who=mothers", "format:group", "format", "ask", "Does not say whether there is a group: ask."},
        {"formats=none", "format:group", "format", "no", "Not in a group."},
        {"formats=online", "-format:online", "format", "no", "Online."},
        {"formats=online", "-format:group", "format", "yes", NULL},
        {"formats=group\nformats_maybe=online", "-format:online", "format", "ask", NULL},
    };
    CHECK_RULES(rules);
}

static void topics(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"who=mothers", "about:low-mood", "about", "yes", "Open whatever the worry is."},
        {"about=low-mood", "about:depression", "about", "yes", "About low mood."},
        {"about=anxiety|birth-trauma", "about:low-mood", "about", "ask", "Is about anxiety and birth trauma: ask."},
        {"about=birth-trauma\nabout_only=yes", "about:low-mood", "about", "no", "Only about birth trauma."},
        {"about=birth-trauma\nabout_only=no", "about:low-mood", "about", "ask", NULL},
        {"about=birth-trauma\nabout_only=yes", "about:low-mood,birth-trauma", "about", "yes", NULL},
        {"about=birth-trauma", "-about:birth-trauma", "about", "no", NULL},
    };
    CHECK_RULES(rules);
}

static void groups(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"for=refugees", "for:refugees", "for", "yes", "Only for refugees."},
        {"for=refugees|asylum-seekers", "for:asylum-seekers", "for", "yes", "Only for refugees or people seeking asylum."},
        {"for=refugees|asylum-seekers", "who:mother", "for", "ask", "Only for refugees or people seeking asylum: does this apply?"},
        {"for=refugees|asylum-seekers", "for:young-parents", "for", "ask", NULL},
        {"for=refugees|asylum-seekers", "-for:refugees", "for", "ask", NULL},
        {"for=refugees|asylum-seekers", "-for:refugees,asylum-seekers", "for", "no", "Only for refugees or people seeking asylum."},
        {"for=refugees|asylum-seekers", "-for:refugees -for:asylum-seekers", "for", "no", NULL},
        {"for=refugees|asylum-seekers", "-for:refugees for:asylum-seekers", "for", "yes", NULL},
        {"for=young-parents", "only:young-parents", "for", "yes", NULL},
        {"for=young-parents", "only:young-parents", "only", "yes", "Meant for young parents."},
        {"for=young-parents|refugees", "only:young-parents", "only", "yes", NULL},
        {"for=refugees", "only:young-parents", "only", "no", "Not only for young parents."},
        {"who=mothers", "only:young-parents", "only", "no", NULL},
        {"who=mothers", "for:refugees", "for", "yes", "Not only for some groups."},
        {"who=mothers", "who:mother", "for", "-", NULL},
        {"who=fathers", "only:fathers", "only", "yes", "For fathers."},
        {"who=parents", "only:dads", "only", "no", "Not only for fathers."},
        {"for=young-parents", "-only:young-parents", "only", "no", NULL},
        {"who=mothers", "-only:young-parents", "only", "yes", NULL},
    };
    CHECK_RULES(rules);
}

static void ages(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"parent_age_to=18\nparent_age_maybe_to=19", "age:17", "age", "yes", "For parents aged up to 18."},
        {"parent_age_to=18\nparent_age_maybe_to=19", "age:18", "age", "yes", NULL},
        {"parent_age_to=18\nparent_age_maybe_to=19", "age:19", "age", "ask", "It is not clear if parents aged 19 can come: ask."},
        {"parent_age_to=18\nparent_age_maybe_to=19", "age:20", "age", "no", "For parents aged up to 18; you are 20."},
        {"parent_age_from=16\nparent_age_to=24", "age:16", "age", "yes", "For parents aged 16 to 24."},
        {"parent_age_from=16\nparent_age_to=24", "age:15", "age", "no", "For parents aged 16 to 24; you are 15."},
        {"parent_age_from=16\nparent_age_to=24", "age:24", "age", "yes", NULL},
        {"parent_age_from=16\nparent_age_to=24", "age:25", "age", "no", NULL},
        {"parent_age_from=16", "age:40", "age", "yes", "For parents aged 16 or over."},
        {"parent_age_from=16", "who:mother", "age", "ask", "For parents aged 16 or over: does this fit?"},
        {"parent_age_maybe_to=19", "age:19", "age", "ask", NULL},
        {"parent_age_maybe_to=19", "age:20", "age", "no", NULL},
        {"who=mothers", "age:17", "age", "yes", "No age limit for parents is stated."},
        {"who=mothers", "who:mother", "age", "-", NULL},
    };
    CHECK_RULES(rules);
}

static void features(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"with=creche", "with:creche", "with", "yes", "There is a crèche."},
        {"without=creche", "with:creche", "with", "no", "There is no crèche."},
        {"with=transport", "with:creche", "with", "ask", "Does not say whether there is a crèche: ask."},
        {"who=mothers", "with:childcare", "with", "ask", NULL},
        {"with=transport", "with:transport", "with", "yes", "Says: transport."},
        {"with=creche", "-with:creche", "with", "no", "There is a crèche."},
        {"without=creche", "-with:creche", "with", "yes", "There is no crèche."},
        {"who=mothers", "-with:creche", "with", "ask", NULL},
    };
    CHECK_RULES(rules);
}

/* A comma in with: is "and": one criterion for each. */
static void every_feature_is_a_criterion(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    sample_offer(&sample, "one", "with=creche\nwithout=transport");
    sample_finish(&sample);
    struct need *need = sample_need(sample.matcher, "with:creche,transport,drop-in");
    struct reasons reasons = matcher_explain(sample.matcher, need, 0, sample.arena);
    assert_int_equal(reasons.count, 3);
    assert_int_equal(reasons.items[0].value, VALUE_YES);
    assert_int_equal(reasons.items[1].value, VALUE_NO);
    assert_int_equal(reasons.items[2].value, VALUE_ASK);
    assert_int_equal(reasons.verdict, VERDICT_NEAR);
    need_free(need);
    sample_free(&sample);
}

static void languages_and_referral(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"languages=urdu|welsh", "language:اردو", "language", "yes", "In Urdu."},
        {"languages=welsh", "language:urdu", "language", "no", "In Welsh. Not in Urdu."},
        {"languages=welsh\nwith=interpreter", "language:urdu", "language", "ask", "There can be an interpreter: also for Urdu?"},
        {"who=mothers", "language:urdu", "language", "ask", "Does not say whether it can be in Urdu: ask."},
        {"languages=welsh", "language:urdu,welsh", "language", "yes", NULL},
        {"referral=self", "referral:self", "referral", "yes", "You can ask for it yourself."},
        {"referral=professional", "referral:self", "referral", "no", "A professional can ask for you. You cannot ask for it yourself."},
        {"who=mothers", "referral:self", "referral", "ask", "Does not say whether you can ask for it yourself: ask."},
    };
    CHECK_RULES(rules);
}

static void when(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"when=every Tuesday 10:00-11:30", "day:tue", "day", "yes", "Meets: every Tuesday 10:00-11:30."},
        {"when=every Tuesday 10:00-11:30", "day:wednesday", "day", "no", "Meets: every Tuesday 10:00-11:30."},
        {"when=every Tuesday 10:00-11:30|every Friday 14:00", "day:fri", "day", "yes", "Meets: every Friday 14:00."},
        {"who=mothers", "day:tue", "day", "ask", "Does not say when it meets: ask."},
        {"when=every Tuesday 10:00-11:30", "time:morning", "time", "yes", NULL},
        {"when=every Tuesday 11:59", "time:morning", "time", "yes", NULL},
        {"when=every Tuesday 12:00", "time:morning", "time", "no", NULL},
        {"when=every Tuesday 12:00", "time:afternoon", "time", "yes", NULL},
        {"when=every Tuesday 16:59", "time:afternoon", "time", "yes", NULL},
        {"when=every Tuesday 17:00", "time:afternoon", "time", "no", NULL},
        {"when=every Tuesday 17:00", "time:evening", "time", "yes", NULL},
        {"when=every Tuesday", "time:evening", "time", "ask", "Does not say at what time it meets: ask."},
        {"who=mothers", "time:evening", "time", "ask", "Does not say when it meets: ask."},
        /* Tuesday evenings and Thursday mornings are no Tuesday mornings. */
        {"when=every Tuesday 18:00|every Thursday 10:00", "day:tue time:morning", "time", "no", "Meets: every Tuesday 18:00."},
        {"when=every Tuesday 18:00|every Thursday 10:00", "day:thu time:morning", "time", "yes", NULL},
        {"when=every Tuesday 18:00|every Thursday 10:00", "time:morning", "time", "yes", NULL},
        {"when=every Tuesday 18:00", "day:mon time:evening", "time", "yes", NULL},
        {"when=every Tuesday 10:00", "on:2026-12-01", "on", "yes", "Meets on 1 December 2026."},
        {"when=every Tuesday 10:00", "on:2026-12-02", "on", "no", "Does not meet on 2 December 2026."},
        {"when=every Tuesday 10:00 except 1 December 2026", "on:2026-12-01", "on", "no", NULL},
        {"when=every Tuesday 10:00 in term time", "on:2026-12-01", "on", "ask", "May meet on 1 December 2026: ask."},
        {"who=mothers", "on:2026-12-01", "on", "ask", NULL},
        {"when=every Tuesday 10:00\nends_on=2026-11-30", "on:2026-12-01", "on", "no", "Ends before 1 December 2026."},
        /* A course that is over says nothing about the next. */
        {"when=from 12 January 2026 for 8 weeks, Mondays 18:00", "day:mon", "day", "ask", "The dates that are given are over: ask."},
        {"when=from 12 January 2026 for 8 weeks, Mondays 18:00", "on:2026-12-07", "on", "ask", NULL},
    };
    CHECK_RULES(rules);
}

static void age_of_the_facts(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"checked=2026-05-23", "checked:6m", "checked", "yes", "Checked: 23 May 2026."},
        {"checked=2026-05-22", "checked:6m", "checked", "no", NULL},
        {"checked=2026-05", "checked:6m", "checked", "yes", NULL},
        {"checked=2026-04", "checked:6m", "checked", "no", NULL},
        {"checked=2026", "checked:6m", "checked", "yes", NULL},
        {"checked=2024", "checked:2y", "checked", "yes", NULL},
        {"checked=2023", "checked:24m", "checked", "no", "Checked: 2023."},
        {"who=mothers", "checked:24m", "checked", "no", "Does not say when it was last checked."},
        {"status=running", "status:running", "status", "yes", NULL},
        {"status=running", "status:ending", "status", "no", NULL},
        {"status=unknown", "status:unknown", "status", "yes", NULL},
        {"status=ending", "who:mother", "status", "yes", "Coming to an end."},
        {"status=ending\nends_on=2026-12-31", "who:mother", "status", "yes", "Coming to an end on 31 December 2026."},
        {"status=unknown", "who:mother", "status", "ask", "It is not known if it still runs: ask."},
        {"status=running", "who:mother", "status", "-", NULL},
    };
    CHECK_RULES(rules);
}

static void after_a_loss(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"with=after-loss", "after:loss", "after", "yes", "Welcomes people after a loss."},
        {"without=after-loss\nabout=baby-loss", "after:loss", "after", "no", "Not for people after a loss."},
        {"about=baby-loss", "after:loss", "after", "ask", "Is about the loss of a baby: ask if you can come now."},
        {"about=low-mood", "after:loss", "after", "no", NULL},
        {"who=mothers", "after:loss", "after", "no", "Does not say that it is for people after a loss."},
        {"with=after-loss", "after:bereavement", "after", "yes", NULL},
        /* The need is silent: what is for nothing but a loss is to be asked for, and nothing else is said. */
        {"about=baby-loss\nabout_only=yes", "pregnant:20", "after", "ask", "Only for people who have lost a baby: does this apply?"},
        {"about=baby-loss\nabout_only=yes", "about:low-mood,baby-loss", "after", "-", NULL},
        {"about=baby-loss\nabout_only=yes", "-about:baby-loss", "after", "ask", NULL},
        {"about=baby-loss", "pregnant:20", "after", "-", NULL},
        {"about=baby-loss|anxiety\nabout_only=yes", "pregnant:20", "after", "-", NULL},
        {"about=low-mood\nabout_only=yes", "pregnant:20", "after", "-", NULL},
        {"about=baby-loss\nabout_only=yes\nwith=after-loss", "-after:loss", "after", "no", NULL},
    };
    CHECK_RULES(rules);
}

static void free_text(void **state)
{
    (void)state;
    static const char *const offer = "name=Café Stork\nprovider=Bright Futures\nsummary=A friendly drop-in for parents & carers.\nwhat_happens=You can knit.\n"
                                     "public_name=The Stork\nformats=one-to-one\nwith=creche\nabout=low-mood\nnotes=secret";
    static const struct {
        const char *need;
        bool found;
    } cases[] = {
        {"cafe", true}, {"CAFÉ", true}, {"caf", true}, {"stork", true}, {"storks", true}, {"stokr", true}, {"tork", false}, {"sork", false},
        {"strok", true}, {"bright", true}, {"bight", true}, {"brigth", true}, {"rbight", true}, {"briggt", true}, {"briht", true}, {"bribht", true},
        {"briggh", true}, {"bxixht", false}, {"knitting", false}, {"knit", true}, {"knid", false}, {"crèche", true}, {"creche", true}, {"mood", true},
        {"one-to-one", true}, {"drop-in", true}, {"dropin", false}, {"&", true}, {"carers", true}, {"secret", false}, {"\"low mood\"", true},
        {"\"mood low\"", false}, {"\"parents and carers\"", true}, {"\"parents and car\"", true}, {"\"arents and carers\"", false}, {"\"stork bright\"", false},
        {"low creche", true}, {"low transport", false}, {"-transport", true}, {"-creche", false}, {"-\"low mood\"", false}, {"futures bright", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sample sample = sample_new();
        sample_offer(&sample, "one", offer);
        sample_finish(&sample);
        struct need *need = sample_need(sample.matcher, cases[i].need);
        size_t counts[VERDICT_COUNT];
        matcher_count(sample.matcher, need, counts);
        if ((counts[VERDICT_SUITS] == 1) != cases[i].found)
            fail_msg("%s is%s found", cases[i].need, cases[i].found ? " not" : "");
        struct reasons reasons = matcher_explain(sample.matcher, need, 0, sample.arena);
        if ((reasons.verdict == VERDICT_SUITS) != cases[i].found)
            fail_msg("%s is judged otherwise alone", cases[i].need);
        need_free(need);
        sample_free(&sample);
    }
}

/* The table is whole: no key without its functions, and no key that another's name or synonym hides. */
static void the_table_is_whole(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    sample_finish(&sample);
    for (enum key key = 0; key < KEY_COUNT; key++) {
        const struct criterion_row *row = &criteria[key];
        assert_non_null(row->key);
        assert_non_null(row->help);
        assert_non_null(row->parse);
        assert_non_null(row->judge);
        assert_non_null(row->explain);
        if (key == KEY_WORDS)
            continue;
        assert_int_equal(key_named(row->key, strlen(row->key)), key);
        for (size_t i = 0; i < sizeof row->synonyms / sizeof *row->synonyms && row->synonyms[i]; i++)
            assert_int_equal(key_named(row->synonyms[i], strlen(row->synonyms[i])), key);
        struct need *need = sample_need(sample.matcher, row->example);
        assert_int_equal(need_at(need, 0)->key, key);
        need_free(need);
    }
    sample_free(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who), cmocka_unit_test(formats), cmocka_unit_test(topics), cmocka_unit_test(groups), cmocka_unit_test(ages),
        cmocka_unit_test(features), cmocka_unit_test(every_feature_is_a_criterion), cmocka_unit_test(languages_and_referral), cmocka_unit_test(when),
        cmocka_unit_test(age_of_the_facts), cmocka_unit_test(after_a_loss), cmocka_unit_test(free_text), cmocka_unit_test(the_table_is_whole),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Facets: which values there are, and that every count is the count of the need so changed, worked out offer by offer. MATCHING.md, "Facets". */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "match_random.h"
#include "match_real.h"
#include "match_sample.h"

/* Counts by judging every offer by itself: nothing that is kept to be fast is used. */
static void count_plainly(struct matcher *matcher, const struct need *need, size_t *suits, size_t *fits)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    struct arena *arena = arena_new();
    *suits = 0;
    *fits = 0;
    for (size_t i = 0; i < catalogue->offer_count; i++) {
        const struct offer *offer = &catalogue->offers[i];
        if (!kind_is_answer(offer->kind) || offer_closed(offer, matcher_today(matcher)))
            continue;
        enum verdict verdict = matcher_explain(matcher, need, i, arena).verdict;
        *suits += verdict == VERDICT_SUITS;
        *fits += verdict == VERDICT_SUITS || verdict == VERDICT_ENDING || verdict == VERDICT_ASK;
    }
    arena_free(arena);
}

static void check_counts(struct matcher *matcher, const struct need *need, const char *line)
{
    struct facets facets = matcher_facets(matcher, need);
    for (size_t i = 0; i < facets.count; i++) {
        for (size_t j = 0; j < facets.items[i].count; j++) {
            const struct facet_value *value = &facets.items[i].values[j];
            struct need *changed = need_copy(need);
            size_t suits;
            size_t fits;
            assert_true(need_toggle(changed, matcher_need_setting(matcher), value->term, NULL));
            count_plainly(matcher, changed, &suits, &fits);
            if (value->suits != suits || value->fits != fits)
                fail_msg("[%s] %s: %zu of %zu, not %zu of %zu", line, value->term, value->suits, value->fits, suits, fits);
            assert_int_equal(value->chosen, need_has(need, matcher_need_setting(matcher), value->term));
            need_free(changed);
        }
    }
    facets_free(&facets);
}

static void check_random_counts(struct matcher *matcher, struct chance chance, size_t rounds)
{
    for (size_t round = 0; round < rounds; round++) {
        struct buffer line = {0};
        chance_need(&line, &chance, matcher_catalogue(matcher));
        struct need *need = sample_need(matcher, buffer_text(&line));
        check_counts(matcher, need, buffer_text(&line));
        need_free(need);
        buffer_free(&line);
    }
}

static void counts_are_exact(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    for (size_t i = 0; i < 80; i++) {
        struct chance chance = {(uint32_t)i * 104729u + 5u};
        struct buffer lines = {0};
        char id[16];
        snprintf(id, sizeof id, "s%zu", i);
        chance_offer(&lines, &chance);
        sample_offer(&sample, id, buffer_text(&lines));
        buffer_free(&lines);
    }
    sample_finish(&sample);
    check_random_counts(sample.matcher, (struct chance){31}, 25);
    sample_free(&sample);
}

static void counts_are_exact_in_the_real_catalogue(void **state)
{
    (void)state;
    struct catalogue *catalogue = real_catalogue("services.yaml");
    assert_non_null(catalogue);
    struct matcher *matcher = real_matcher(catalogue);
    check_random_counts(matcher, (struct chance){77}, 25);
    matcher_free(matcher);
    catalogue_free(catalogue);
}

/* The values of the facet that holds the term, as "term[x] " with two spaces for each step of depth. */
static void facet_words(struct buffer *out, struct matcher *matcher, const char *line, size_t index)
{
    struct need *need = sample_need(matcher, line);
    struct facets facets = matcher_facets(matcher, need);
    assert_true(index < facets.count);
    for (size_t i = 0; i < facets.items[index].count; i++) {
        const struct facet_value *value = &facets.items[index].values[i];
        buffer_format(out, "%.*s%s%s\n", (int)value->depth, "....", value->label, value->chosen ? " [x]" : "");
    }
    facets_free(&facets);
    need_free(need);
}

static void check_facet(struct sample *sample, const char *line, size_t index, const char *expected)
{
    struct buffer out = {0};
    facet_words(&out, sample->matcher, line, index);
    if (strcmp(buffer_text(&out), expected) != 0)
        fail_msg("%s:\n%s", line, buffer_text(&out));
    buffer_free(&out);
}

static struct sample few_offers(void)
{
    struct sample sample = sample_new();
    sample_offer(&sample, "a", "areas=Falkirk|Stirling\nformats=group\nwith=creche");
    sample_offer(&sample, "b", "areas=Paisley\nwho=fathers\nfor=refugees\nwithout=transport");
    sample_offer(&sample, "c", "areas_maybe=City of Edinburgh\nformats_maybe=online\nwhen=every Tuesday 10:00");
    sample_offer(&sample, "d", "areas=Exeter\nstatus=closed\nlanguages=urdu");
    sample_finish(&sample);
    return sample;
}

/* Like a map that opens where one looks: the nations; around the place; in it, what offers name. */
static void places_open_where_one_looks(void **state)
{
    (void)state;
    struct sample sample = few_offers();
    check_facet(&sample, "", 0, "England\nNorthern Ireland\nScotland\nWales\n");
    check_facet(&sample, "in:Scotland", 0,
                "England\nNorthern Ireland\nScotland [x]\n.Central Scotland\n.Forth Valley\n.Greater Glasgow and Clyde\n.Lothian\nWales\n");
    check_facet(&sample, "in:Falkirk", 0,
                "England\nNorthern Ireland\nScotland\n.Central Scotland\n.Forth Valley\n..Falkirk [x]\n..Stirling\n.Greater Glasgow and Clyde\n.Lothian\nWales\n");
    check_facet(&sample, "in:FK1", 0,
                "England\nNorthern Ireland\nScotland\n.Central Scotland\n.Forth Valley\n..Falkirk [x]\n..Stirling\n.Greater Glasgow and Clyde\n.Lothian\nWales\n");
    check_facet(&sample, "in:Exeter", 0, "England\n.Devon\n..Exeter [x]\nNorthern Ireland\nScotland\nWales\n");
    check_facet(&sample, "in:\"United Kingdom\"", 0, "England\nNorthern Ireland\nScotland\nWales\nUnited Kingdom [x]\n");
    sample_free(&sample);
}

static void stages_and_the_needs_own(void **state)
{
    (void)state;
    struct sample sample = few_offers();
    check_facet(&sample, "", 1,
                "pregnant\na new baby\n6 weeks old\n6 months old\n1 year old\n2 years old\n3 years old\n4 years old\nafter a loss\n");
    check_facet(&sample, "pregnant:20", 1,
                "pregnant\na new baby\n6 weeks old\n6 months old\n1 year old\n2 years old\n3 years old\n4 years old\nafter a loss\nPregnant, 20 weeks [x]\n");
    check_facet(&sample, "child:2y", 1,
                "pregnant\na new baby\n6 weeks old\n6 months old\n1 year old\n2 years old [x]\n3 years old\n4 years old\nafter a loss\n");
    sample_free(&sample);
}

/* A word is there when an offer that can be an answer states it, or the need names it. */
static void only_what_is_stated_or_named(void **state)
{
    (void)state;
    struct sample sample = few_offers();
    struct need *need = sample_need(sample.matcher, "format:phone -language:welsh");
    struct facets facets = matcher_facets(sample.matcher, need);
    struct buffer out = {0};
    for (size_t i = 2; i < facets.count; i++) {
        buffer_format(&out, "%s:", facets.items[i].title);
        for (size_t j = 0; j < facets.items[i].count; j++)
            buffer_format(&out, " %s", facets.items[i].values[j].term);
        buffer_add_text(&out, "\n");
    }
    assert_string_equal(buffer_text(&out), "How: format:group format:online format:phone\n"
                                           "Who: who:mother who:father who:partner who:carer\n"
                                           "For: for:refugees\n"
                                           "Only for: only:fathers only:refugees\n"
                                           "With: with:creche with:transport\n"
                                           "Language: language:welsh\n"
                                           "Day: day:mon day:tue day:wed day:thu day:fri day:sat day:sun\n"
                                           "Time: time:morning time:afternoon time:evening\n"
                                           "Status: status:running\n");
    buffer_free(&out);
    facets_free(&facets);
    need_free(need);
    sample_free(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_exact), cmocka_unit_test(counts_are_exact_in_the_real_catalogue), cmocka_unit_test(places_open_where_one_looks),
        cmocka_unit_test(stages_and_the_needs_own), cmocka_unit_test(only_what_is_stated_or_named),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

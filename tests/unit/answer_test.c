/* Verdicts and their order; and that what is kept to be fast changes nothing. MATCHING.md, "Verdicts". */
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

/* The ids of the answers in their order, each followed by its verdict. */
static void answers_words(struct buffer *out, struct matcher *matcher, const char *line, unsigned wanted)
{
    struct need *need = sample_need(matcher, line);
    struct answer_list list = matcher_answer(matcher, need, wanted);
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    for (size_t i = 0; i < list.count; i++)
        buffer_format(out, "%s:%s ", offer_service(catalogue, &catalogue->offers[list.items[i].offer])->id, verdict_word(list.items[i].verdict));
    answer_list_free(&list);
    need_free(need);
}

static void check_answers(struct sample *sample, const char *line, unsigned wanted, const char *expected)
{
    struct buffer out = {0};
    answers_words(&out, sample->matcher, line, wanted);
    if (strcmp(buffer_text(&out), expected) != 0)
        fail_msg("%s: %s, not %s", line, buffer_text(&out), expected);
    buffer_free(&out);
}

static void verdicts(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    sample_offer(&sample, "suits", "areas=Falkirk\nformats=group");
    sample_offer(&sample, "ending", "areas=Falkirk\nformats=group\nstatus=ending");
    sample_offer(&sample, "ending-ask", "areas=Falkirk\nstatus=ending");
    sample_offer(&sample, "ask", "areas=Falkirk");
    sample_offer(&sample, "unknown", "areas=Falkirk\nformats=group\nstatus=unknown");
    sample_offer(&sample, "near", "areas=Falkirk\nformats=online");
    sample_offer(&sample, "no", "areas=Exeter\nformats=online");
    sample_offer(&sample, "closed", "areas=Falkirk\nformats=group\nstatus=closed");
    sample_offer(&sample, "ended", "areas=Falkirk\nformats=group\nends_on=2026-11-22");
    sample_offer(&sample, "ends-today", "areas=Falkirk\nformats=group\nends_on=2026-11-23");
    sample_offer(&sample, "related", "areas=Falkirk\nformats=group\nkind=related");
    sample_offer(&sample, "directory", "areas=Falkirk\nformats=group\nkind=directory");
    sample_finish(&sample);
    check_answers(&sample, "in:Falkirk format:group", VERDICTS_ALL,
                  "ends-today:suits suits:suits ending:ending ending-ask:ending ask:ask unknown:ask near:near no:no ");
    check_answers(&sample, "in:Falkirk format:group", VERDICTS_FITTING, "ends-today:suits suits:suits ending:ending ending-ask:ending ask:ask unknown:ask ");
    check_answers(&sample, "in:Falkirk format:group", 1u << VERDICT_NEAR, "near:near ");
    check_answers(&sample, "status:closed", VERDICTS_FITTING, "");
    struct need *need = sample_need(sample.matcher, "in:Falkirk format:group");
    struct answer_list list = matcher_answer(sample.matcher, need, VERDICTS_FITTING);
    static const size_t expected[VERDICT_COUNT] = {2, 2, 2, 1, 1};
    assert_memory_equal(list.counts, expected, sizeof expected);
    answer_list_free(&list);
    need_free(need);
    sample_free(&sample);
}

static void order(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    /* Stated in the wrong order on purpose. */
    sample_offer(&sample, "other-group", "name=A\nareas=Falkirk\nfor=refugees");
    sample_offer(&sample, "ask-two", "name=A\nareas_maybe=Scotland");
    sample_offer(&sample, "ask-one", "name=B\nareas=Falkirk\nwho=mothers");
    sample_offer(&sample, "nation", "name=A\nareas=Scotland\nformats=group\nwith=creche");
    sample_offer(&sample, "board", "name=A\nareas=Forth Valley\nformats=group\nwith=creche");
    sample_offer(&sample, "council-b", "name=Émile\nareas=Falkirk\nformats=group\nwith=creche");
    sample_offer(&sample, "council-c", "name=Emile\nareas=Falkirk|Scotland\nformats=group\nwith=creche");
    sample_offer(&sample, "council-a", "name=zoe\nareas=Falkirk\nformats=group\nwith=creche");
    sample_offer(&sample, "group", "name=Z\nareas=Scotland\nfor=young-parents\nformats=group\nwith=creche");
    sample_finish(&sample);
    check_answers(&sample, "in:Falkirk format:group with:creche for:young-parents", VERDICTS_FITTING,
                  "group:suits council-b:suits council-c:suits council-a:suits board:suits nation:suits ask-one:ask ask-two:ask other-group:ask ");
    sample_free(&sample);
}

/* Fewer open questions come before a more local area. */
static void questions_before_places(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    sample_offer(&sample, "local", "areas=Falkirk");
    sample_offer(&sample, "wide", "areas=Scotland\nformats=group");
    sample_finish(&sample);
    check_answers(&sample, "in:Falkirk format:group with:creche", VERDICTS_FITTING, "wide:ask local:ask ");
    check_answers(&sample, "in:Falkirk with:creche", VERDICTS_FITTING, "local:ask wide:ask ");
    sample_free(&sample);
}

/* Fathers are a group: what is for them comes before what is open to them. */
static void fathers_first(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    sample_offer(&sample, "a", "areas=Falkirk\nwho=parents");
    sample_offer(&sample, "b", "areas=Scotland\nwho=fathers");
    sample_finish(&sample);
    check_answers(&sample, "in:Falkirk who:father", VERDICTS_FITTING, "b:suits a:suits ");
    check_answers(&sample, "in:Falkirk who:mother,father", VERDICTS_FITTING, "a:suits b:suits ");
    sample_free(&sample);
}

static void fill_by_chance(struct sample *sample, size_t count, bool backwards)
{
    for (size_t i = 0; i < count; i++) {
        size_t number = backwards ? count - 1 - i : i;
        struct chance chance = {(uint32_t)number * 7919u + 17u};
        struct buffer lines = {0};
        char id[32];
        snprintf(id, sizeof id, "s%04zu", number);
        buffer_format(&lines, "name=%s\n", number % 3 ? "Same name" : id);
        chance_offer(&lines, &chance);
        sample_offer(sample, id, buffer_text(&lines));
        buffer_free(&lines);
    }
}

/* Whatever the order of the file, the order of the answers is one; and asking again gives it again. */
static void the_order_is_total_and_stable(void **state)
{
    (void)state;
    struct sample forwards = sample_new();
    struct sample backwards = sample_new();
    fill_by_chance(&forwards, 300, false);
    fill_by_chance(&backwards, 300, true);
    sample_finish(&forwards);
    sample_finish(&backwards);
    struct chance chance = {99};
    for (size_t round = 0; round < 60; round++) {
        struct buffer line = {0};
        struct buffer one = {0};
        struct buffer two = {0};
        struct buffer again = {0};
        chance_need(&line, &chance, forwards.bench.catalogue);
        answers_words(&one, forwards.matcher, buffer_text(&line), VERDICTS_ALL);
        answers_words(&two, backwards.matcher, buffer_text(&line), VERDICTS_ALL);
        answers_words(&again, forwards.matcher, buffer_text(&line), VERDICTS_ALL);
        assert_string_equal(buffer_text(&one), buffer_text(&two));
        assert_string_equal(buffer_text(&one), buffer_text(&again));
        buffer_free(&line);
        buffer_free(&one);
        buffer_free(&two);
        buffer_free(&again);
    }
    sample_free(&forwards);
    sample_free(&backwards);
}

static int backwards_collation(const char *left, const char *right)
{
    return strcmp(right, left);
}

/* A long list is ordered by ranks that are made once, a short one by itself: both as the reader's collation says. */
static void names_in_the_readers_order(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    fill_by_chance(&sample, 2600, false);
    sample_finish(&sample);
    struct match_setting setting = {.today = SAMPLE_TODAY, .near_miles = 30, .collate = backwards_collation};
    struct matcher *matcher = matcher_new(sample.bench.catalogue, &setting);
    struct need *need = sample_need(matcher, "format:group");
    struct answer_list all = matcher_answer(matcher, need, VERDICTS_ALL);
    struct answer_list few = matcher_answer(matcher, need, 1u << VERDICT_SUITS);
    assert_true(all.count > 2000 && few.count > 10 && few.count < 2000);
    for (size_t i = 0; i < few.count; i++)
        assert_int_equal(all.items[i].offer, few.items[i].offer);
    const struct offer *offers = sample.bench.catalogue->offers;
    size_t compared = 0;
    for (size_t i = 1; i < few.count; i++) {
        const struct offer *left = &offers[few.items[i - 1].offer];
        const struct offer *right = &offers[few.items[i].offer];
        if (few.items[i - 1].questions != few.items[i].questions || left->areas.count != 1 || right->areas.count != 1 || left->areas.items[0] != right->areas.items[0])
            continue;
        assert_true(backwards_collation(offer_name(left), offer_name(right)) <= 0);
        compared++;
    }
    assert_true(compared > 5);
    answer_list_free(&all);
    answer_list_free(&few);
    need_free(need);
    matcher_free(matcher);
    sample_free(&sample);
}

static size_t questions_of(const struct reasons *reasons)
{
    size_t count = 0;
    for (size_t i = 0; i < reasons->count; i++)
        count += reasons->items[i].value == VALUE_ASK;
    return count;
}

/* Each offer judged by itself, criterion by criterion, gives the verdict and the questions that the columns give. */
static void check_columns(struct matcher *matcher, struct chance *chance, size_t rounds)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    for (size_t round = 0; round < rounds; round++) {
        struct buffer line = {0};
        chance_need(&line, chance, catalogue);
        struct need *need = sample_need(matcher, buffer_text(&line));
        struct answer_list list = matcher_answer(matcher, need, VERDICTS_ALL);
        struct arena *arena = arena_new();
        size_t counts[VERDICT_COUNT] = {0};
        for (size_t i = 0; i < list.count; i++) {
            struct reasons reasons = matcher_explain(matcher, need, list.items[i].offer, arena);
            counts[list.items[i].verdict]++;
            if (reasons.verdict != list.items[i].verdict || questions_of(&reasons) != list.items[i].questions)
                fail_msg("%s: offer %u is %s with %u questions; alone %s with %zu", buffer_text(&line), list.items[i].offer, verdict_word(list.items[i].verdict),
                         list.items[i].questions, verdict_word(reasons.verdict), questions_of(&reasons));
        }
        assert_memory_equal(counts, list.counts, sizeof counts);
        arena_free(arena);
        answer_list_free(&list);
        need_free(need);
        buffer_free(&line);
    }
}

static void columns_change_nothing(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    struct chance chance = {4711};
    fill_by_chance(&sample, 200, false);
    sample_finish(&sample);
    check_columns(sample.matcher, &chance, 150);
    matcher_forget(sample.matcher);
    check_columns(sample.matcher, &chance, 50);
    sample_free(&sample);
}

static void columns_change_nothing_in_the_real_catalogue(void **state)
{
    (void)state;
    struct catalogue *catalogue = real_catalogue("services.yaml");
    assert_non_null(catalogue);
    struct matcher *matcher = real_matcher(catalogue);
    struct chance chance = {1234};
    check_columns(matcher, &chance, 400);
    matcher_free(matcher);
    catalogue_free(catalogue);
}

/* More columns than are kept: the first is judged anew, and is as it was. */
static void forgotten_columns_come_back(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    fill_by_chance(&sample, 70, false);
    sample_finish(&sample);
    struct need *first = sample_need(sample.matcher, "in:Falkirk child:3m");
    size_t before[VERDICT_COUNT];
    size_t after[VERDICT_COUNT];
    matcher_count(sample.matcher, first, before);
    for (unsigned i = 0; i < 1500; i++) {
        char line[64];
        snprintf(line, sizeof line, "word%u", i);
        struct need *need = sample_need(sample.matcher, line);
        matcher_count(sample.matcher, need, after);
        assert_int_equal(after[VERDICT_SUITS] + after[VERDICT_ENDING] + after[VERDICT_ASK], 0);
        need_free(need);
    }
    matcher_count(sample.matcher, first, after);
    assert_memory_equal(before, after, sizeof before);
    need_free(first);
    sample_free(&sample);
}

/* A need may name more values than columns are kept; none goes while it is in use. */
static void more_values_than_columns(void **state)
{
    (void)state;
    struct catalogue *catalogue = real_catalogue("services.yaml");
    assert_non_null(catalogue);
    assert_true(gazetteer_count(catalogue->gazetteer) > 1500);
    struct matcher *matcher = real_matcher(catalogue);
    struct need *need = need_new();
    for (place_id place = 0; place < 1500; place += 50) {
        struct buffer line = {0};
        buffer_add_text(&line, "in:");
        for (place_id i = place; i < place + 50; i++)
            buffer_format(&line, "\"%s\",", gazetteer_at(catalogue->gazetteer, i)->name);
        assert_true(need_parse(need, matcher_need_setting(matcher), buffer_text(&line), NULL));
        buffer_free(&line);
    }
    struct answer_list list = matcher_answer(matcher, need, VERDICTS_ALL);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < list.count; i++)
        assert_int_equal(matcher_explain(matcher, need, list.items[i].offer, arena).verdict, list.items[i].verdict);
    arena_free(arena);
    answer_list_free(&list);
    need_free(need);
    matcher_free(matcher);
    catalogue_free(catalogue);
}

/* A word in quotes has no slips; that it was asked before without them makes no difference. */
static void a_word_and_a_phrase_are_two(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    sample_offer(&sample, "stork", "summary=A stork.");
    sample_finish(&sample);
    check_answers(&sample, "strok", VERDICTS_FITTING, "stork:suits ");
    check_answers(&sample, "\"strok\"", VERDICTS_FITTING, "");
    check_answers(&sample, "strok", VERDICTS_FITTING, "stork:suits ");
    sample_free(&sample);
}

/* A catalogue with nothing in it answers, too. */
static void an_empty_catalogue(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    sample_finish(&sample);
    struct need *need = sample_need(sample.matcher, "in:Falkirk knit");
    struct answer_list list = matcher_answer(sample.matcher, need, VERDICTS_ALL);
    struct drop found[2];
    uint32_t offers[2];
    assert_int_equal(list.count, 0);
    assert_int_equal(matcher_drops(sample.matcher, need, found, 2), 0);
    assert_int_equal(matcher_also(sample.matcher, need, offers, 2), 0);
    struct facets facets = matcher_facets(sample.matcher, need);
    assert_true(facets.count > 0);
    facets_free(&facets);
    answer_list_free(&list);
    need_free(need);
    sample_free(&sample);
}

static void words_for_machines(void **state)
{
    (void)state;
    assert_string_equal(verdict_word(VERDICT_SUITS), "suits");
    assert_string_equal(verdict_word(VERDICT_ENDING), "ending");
    assert_string_equal(verdict_word(VERDICT_ASK), "ask");
    assert_string_equal(verdict_word(VERDICT_NEAR), "near");
    assert_string_equal(verdict_word(VERDICT_NO), "no");
    assert_string_equal(verdict_title(VERDICT_ENDING), "Ending soon");
    assert_string_equal(value_word(VALUE_YES), "yes");
    assert_string_equal(value_word(VALUE_ASK), "ask");
    assert_string_equal(value_word(VALUE_NO), "no");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verdicts), cmocka_unit_test(order), cmocka_unit_test(questions_before_places), cmocka_unit_test(fathers_first), cmocka_unit_test(the_order_is_total_and_stable),
        cmocka_unit_test(names_in_the_readers_order), cmocka_unit_test(columns_change_nothing), cmocka_unit_test(columns_change_nothing_in_the_real_catalogue),
        cmocka_unit_test(forgotten_columns_come_back), cmocka_unit_test(more_values_than_columns), cmocka_unit_test(a_word_and_a_phrase_are_two),
        cmocka_unit_test(an_empty_catalogue), cmocka_unit_test(words_for_machines),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

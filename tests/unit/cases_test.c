/* Twelve people and the answers that are right for them, over the catalogue that ships; and again from the evidence's own file of them where
 * SIGNPOST_SHARED says where that is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "match_real.h"
#include "text/buffer.h"

struct world {
    struct catalogue *catalogue;
    struct matcher *matcher;
};

static int set_up(void **state)
{
    static struct world world;
    world.catalogue = real_catalogue("services.yaml");
    if (!world.catalogue)
        return -1;
    world.matcher = real_matcher(world.catalogue);
    *state = &world;
    return 0;
}

static int tear_down(void **state)
{
    struct world *world = *state;
    matcher_free(world->matcher);
    catalogue_free(world->catalogue);
    return 0;
}

static int texts_compare(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The ids of the answers of one verdict, sorted, each followed by a space. */
static void ids_of(struct buffer *out, const struct catalogue *catalogue, const struct answer_list *answers, enum verdict verdict)
{
    char *ids[64];
    size_t count = 0;
    for (size_t i = 0; i < answers->count; i++) {
        struct buffer id = {0};
        if (answers->items[i].verdict != verdict)
            continue;
        assert_true(count < 64);
        offer_id_words(&id, catalogue, &catalogue->offers[answers->items[i].offer]);
        ids[count] = malloc(id.length + 1);
        assert_non_null(ids[count]);
        memcpy(ids[count++], buffer_text(&id), id.length + 1);
        buffer_free(&id);
    }
    qsort(ids, count, sizeof *ids, texts_compare);
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "%s ", ids[i]);
        free(ids[i]);
    }
}

static struct need *need_of_terms(struct matcher *matcher, const char *const *terms, size_t count)
{
    struct need *need = need_new();
    for (size_t i = 0; i < count; i++) {
        struct need_error error = {0};
        if (!need_add(need, matcher_need_setting(matcher), terms[i], &error))
            fail_msg("%s", error.sentence);
    }
    return need;
}

static void check_case(struct world *world, const char *name, const char *const *terms, size_t count, const char *const expected[3])
{
    static const enum verdict verdicts[3] = {VERDICT_SUITS, VERDICT_ENDING, VERDICT_ASK};
    struct need *need = need_of_terms(world->matcher, terms, count);
    struct answer_list answers = matcher_answer(world->matcher, need, VERDICTS_FITTING);
    for (size_t i = 0; i < 3; i++) {
        struct buffer ids = {0};
        ids_of(&ids, world->catalogue, &answers, verdicts[i]);
        if (strcmp(buffer_text(&ids), expected[i]) != 0)
            fail_msg("%s: %s: %s, not %s", name, verdict_word(verdicts[i]), buffer_text(&ids), expected[i]);
        buffer_free(&ids);
    }
    answer_list_free(&answers);
    need_free(need);
}

static void twelve_people(void **state)
{
    static const struct {
        const char *terms[7];
        const char *suits;
        const char *ask;
    } cases[] = {
        {{"in:Falkirk", "pregnant:20", "who:mother", "format:one-to-one", "about:low-mood"}, "aberlour-perinatal/befriending ", "home-start-scotland/befriending "},
        {{"in:\"Scottish Borders\"", "child:14m", "who:mother", "format:one-to-one,group", "about:low-mood"}, "",
         "home-start-scotland/befriending home-start-scotland/groups "},
        {{"in:Edinburgh", "child:14m", "who:mother", "format:one-to-one,group", "about:low-mood"}, "juno/befriending juno/groups ",
         "home-start-scotland/befriending home-start-scotland/groups pandas/groups "},
        {{"in:Glasgow", "child:3m", "who:mother", "age:17", "format:group", "only:young-parents"}, "young-parents-support-base/groups ", ""},
        {{"in:Paisley", "child:5m", "who:mother", "format:group", "about:postnatal-depression", "with:creche"}, "talk-it-over/group ",
         "cafe-stork/drop-in home-start-scotland/groups pandas/groups "},
        {{"in:Exeter", "pregnant:30", "who:mother", "format:in-patient"}, "", ""},
        {{"in:Glasgow", "child:1m", "who:mother", "format:group", "about:low-mood", "with:school-holidays"}, "",
         "amma-birth-companions/companions cafe-stork/drop-in home-start-scotland/groups pandas/groups quarriers-maternal-wellbeing/postnatal-groups "
         "tea-and-tots/group young-parents-support-base/groups "},
        {{"in:\"Scottish Borders\"", "pregnant:36", "who:mother", "format:birth-partner"}, "nurture-the-borders/birth-partner ", ""},
        {{"in:Falkirk", "child:3m", "who:mother", "format:online", "about:birth-trauma"}, "birth-trauma-association/online pandas/online ",
         "aberdeenshire-pnd/online lanarkshire-pnd/online pnd-and-me/online "},
        {{"in:Edinburgh", "after:loss", "who:mother"}, "", ""},
        {{"in:Newham", "pregnant:16", "who:mother", "format:one-to-one", "for:migrants", "with:practical"}, "newham-nurture/one-to-one ", "parents-in-mind/one-to-one "},
        {{"in:Wales", "child:4m", "who:mother", "format:one-to-one"}, "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t count = 0;
        while (count < 7 && cases[i].terms[count])
            count++;
        check_case(*state, cases[i].terms[0], cases[i].terms, count, (const char *const[3]){cases[i].suits, "", cases[i].ask});
    }
}

static void expected_ids(struct buffer *out, const json_t *ids)
{
    const char *sorted[64];
    size_t count = json_array_size(ids);
    assert_true(count <= 64);
    for (size_t i = 0; i < count; i++)
        sorted[i] = json_string_value(json_array_get(ids, i));
    qsort(sorted, count, sizeof *sorted, texts_compare);
    for (size_t i = 0; i < count; i++)
        buffer_format(out, "%s ", sorted[i]);
}

static void cases_of_the_evidence(void **state)
{
    const char *shared = getenv("SIGNPOST_SHARED");
    char path[4096];
    if (!shared || !*shared) {
        print_message("# SIGNPOST_SHARED is not set\n");
        skip();
    }
    snprintf(path, sizeof path, "%s/facts/cases.json", shared);
    json_error_t error;
    json_t *cases = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    if (!cases)
        fail_msg("%s: %s", path, error.text);
    assert_true(json_array_size(cases) >= 12);
    for (size_t i = 0; i < json_array_size(cases); i++) {
        const json_t *one = json_array_get(cases, i);
        const json_t *need = json_object_get(one, "need");
        const json_t *expect = json_object_get(one, "expect");
        static const char *const verdicts[3] = {"suits", "ending", "ask"};
        struct buffer expected[3] = {{0}};
        const char *terms[32];
        size_t count = json_array_size(need);
        assert_true(count <= 32);
        for (size_t j = 0; j < count; j++)
            terms[j] = json_string_value(json_array_get(need, j));
        for (size_t j = 0; j < 3; j++)
            expected_ids(&expected[j], json_object_get(expect, verdicts[j]));
        check_case(*state, json_string_value(json_object_get(one, "case")), terms, count,
                   (const char *const[3]){buffer_text(&expected[0]), buffer_text(&expected[1]), buffer_text(&expected[2])});
        for (size_t j = 0; j < 3; j++)
            buffer_free(&expected[j]);
    }
    json_decref(cases);
}

/* What the person of a case is told. */
static void reasons_are_sentences(void **state)
{
    struct world *world = *state;
    static const char *const lines[] = {
        ("in:Falkirk pregnant:20 who:father age:19 format:one-to-one about:low-mood for:refugees with:creche,transport language:urdu referral:self day:tue "
         "time:morning on:2026-12-01 near:5mi checked:12m status:running group"),
        "in:EX31 child:14m who:partner after:loss only:young-parents", "in:Scotland born:2026-07-04 -format:online -with:creche -for:refugees,asylum-seekers"};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct need *need = need_new();
        assert_true(need_parse(need, matcher_need_setting(world->matcher), lines[i], NULL));
        for (size_t offer = 0; offer < world->catalogue->offer_count; offer++) {
            struct reasons reasons = matcher_explain(world->matcher, need, offer, arena);
            for (size_t j = 0; j < reasons.count; j++) {
                const struct reason *reason = &reasons.items[j];
                size_t length = reason->say ? strlen(reason->say) : 0;
                assert_true(length > 1);
                if (!strchr(".?!", reason->say[length - 1]))
                    fail_msg("no sentence: %s", reason->say);
                if (reason->value == VALUE_ASK && reason->say[length - 1] != '?' && !(length > 4 && strcmp(reason->say + length - 4, "ask.") == 0))
                    fail_msg("does not ask: %s", reason->say);
                assert_int_equal(reason->question != NULL, reason->value == VALUE_ASK);
                assert_null(strstr(reason->say, "%"));
                assert_null(strstr(reason->say, "  "));
            }
        }
        need_free(need);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twelve_people), cmocka_unit_test(cases_of_the_evidence), cmocka_unit_test(reasons_are_sentences),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* The vocabulary: every way of writing a word finds its term, and no two terms share one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/vocabulary.h"

static const char *add(struct vocabulary *vocabulary, enum vocabulary_list list, const char *id, const char *label,
                       const char *synonym)
{
    const char *const synonyms[] = {synonym};
    struct term term = {.list = list, .id = id, .label = label, .synonyms = synonyms, .synonym_count = synonym != NULL};
    return vocabulary_add(vocabulary, &term);
}

static const struct term *find(const struct vocabulary *vocabulary, enum vocabulary_list list, const char *text)
{
    return vocabulary_find(vocabulary, list, text, strlen(text));
}

static void expect_term(const struct vocabulary *vocabulary, enum vocabulary_list list, const char *text, const char *id)
{
    const struct term *term = find(vocabulary, list, text);
    if (term == NULL)
        fail_msg("\"%s\" was not found", text);
    assert_string_equal(term->id, id);
    assert_ptr_equal(term, vocabulary_at(vocabulary, list, term->index));
}

static void the_fixed_lists_agree_with_their_enums(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    static const struct {
        enum vocabulary_list list;
        uint32_t index;
        const char *id;
    } fixed[] = {
        {LIST_KIND, KIND_PEER_SUPPORT, "peer-support"}, {LIST_KIND, KIND_HELPLINE, "helpline"},
        {LIST_KIND, KIND_CHARITY, "charity"},           {LIST_KIND, KIND_PROFESSIONAL, "professional"},
        {LIST_KIND, KIND_RELATED, "related"},           {LIST_KIND, KIND_DIRECTORY, "directory"},
        {LIST_WHO, WHO_MOTHERS, "mothers"},             {LIST_WHO, WHO_FATHERS, "fathers"},
        {LIST_WHO, WHO_PARENTS, "parents"},             {LIST_WHO, WHO_PARENTS_AND_CARERS, "parents-and-carers"},
        {LIST_WHO, WHO_FAMILIES, "families"},           {LIST_PERSON, PERSON_MOTHER, "mother"},
        {LIST_PERSON, PERSON_FATHER, "father"},         {LIST_PERSON, PERSON_PARTNER, "partner"},
        {LIST_PERSON, PERSON_CARER, "carer"},           {LIST_STATUS, STATUS_RUNNING, "running"},
        {LIST_STATUS, STATUS_ENDING, "ending"},         {LIST_STATUS, STATUS_UNKNOWN, "unknown"},
        {LIST_STATUS, STATUS_CLOSED, "closed"},
    };
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) {
        expect_term(vocabulary, fixed[i].list, fixed[i].id, fixed[i].id);
        const struct term *term = vocabulary_at(vocabulary, fixed[i].list, fixed[i].index);
        assert_string_equal(term->id, fixed[i].id);
        assert_string_equal(term->label, fixed[i].id);
        assert_int_equal(term->index, fixed[i].index);
        assert_int_equal(term->list, fixed[i].list);
    }
    assert_int_equal(vocabulary_count(vocabulary, LIST_KIND), 6);
    assert_int_equal(vocabulary_count(vocabulary, LIST_WHO), WHO_NOT_STATED);
    assert_int_equal(vocabulary_count(vocabulary, LIST_PERSON), 4);
    assert_int_equal(vocabulary_count(vocabulary, LIST_STATUS), 4);
    assert_int_equal(vocabulary_count(vocabulary, LIST_FORMATS), 0);
    vocabulary_free(vocabulary);
    vocabulary_free(NULL);
}

static void a_term_is_found_by_every_name(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    const char *const synonyms[] = {"befriending", "1:1", "one on one", "Café chats"};
    struct term term = {.list = LIST_FORMATS, .id = "one-to-one", .label = "With one person", .definition = "One person meets you.",
                        .yes = "One-to-one.", .no = "Not one-to-one.", .ask = "whether it is one-to-one",
                        .synonyms = synonyms, .synonym_count = 4};
    assert_null(vocabulary_add(vocabulary, &term));
    static const char *const ways[] = {"one-to-one", "One to One", "ONETOONE", "one_to_one", "with one person", "With one persons",
                                       "befriending", "Befriendings", "1:1", "1-1", "one-on-one", "cafe chat", "CAFE\xCC\x81 CHATS"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        expect_term(vocabulary, LIST_FORMATS, ways[i], "one-to-one");
    assert_null(find(vocabulary, LIST_FORMATS, "one"));
    assert_null(find(vocabulary, LIST_FORMATS, ""));
    assert_null(find(vocabulary, LIST_FORMATS, "!?"));
    assert_null(find(vocabulary, LIST_ABOUT, "one-to-one"));
    assert_null(vocabulary_find(vocabulary, LIST_FORMATS, "one-to-one", 3));
    const struct term *found = find(vocabulary, LIST_FORMATS, "one-to-one");
    assert_string_equal(found->label, "With one person");
    assert_string_equal(found->definition, "One person meets you.");
    assert_string_equal(found->yes, "One-to-one.");
    assert_string_equal(found->no, "Not one-to-one.");
    assert_string_equal(found->ask, "whether it is one-to-one");
    assert_null(found->iso);
    assert_false(found->loss);
    assert_int_equal(found->synonym_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(found->synonyms[i], synonyms[i]);
        assert_ptr_not_equal(found->synonyms[i], synonyms[i]);
    }
    vocabulary_free(vocabulary);
}

static void languages_are_found_by_their_code(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    struct term urdu = {.list = LIST_LANGUAGES, .id = "urdu", .label = "Urdu", .iso = "ur"};
    struct term kurdish = {.list = LIST_LANGUAGES, .id = "kurdish", .label = "Kurdish", .iso = "UR"};
    assert_null(vocabulary_add(vocabulary, &urdu));
    assert_string_equal(vocabulary_add(vocabulary, &kurdish), "UR");
    expect_term(vocabulary, LIST_LANGUAGES, "UR", "urdu");
    expect_term(vocabulary, LIST_LANGUAGES, "Kurdish", "kurdish");
    vocabulary_free(vocabulary);
}

static void a_taken_name_is_told_and_stays_with_its_term(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    assert_null(add(vocabulary, LIST_ABOUT, "anxiety", "Feeling anxious", "panics"));
    assert_string_equal(add(vocabulary, LIST_ABOUT, "ocd", "OCD", "Panic"), "Panic");
    expect_term(vocabulary, LIST_ABOUT, "panic", "anxiety");
    expect_term(vocabulary, LIST_ABOUT, "ocd", "ocd");
    assert_int_equal(find(vocabulary, LIST_ABOUT, "ocd")->synonym_count, 0);
    /* A label that is taken is still shown; the rest still stands. */
    assert_string_equal(add(vocabulary, LIST_ABOUT, "worry", "Feeling Anxious", "worries"), "Feeling Anxious");
    expect_term(vocabulary, LIST_ABOUT, "feeling anxious", "anxiety");
    expect_term(vocabulary, LIST_ABOUT, "worries", "worry");
    assert_string_equal(find(vocabulary, LIST_ABOUT, "worry")->label, "Feeling Anxious");
    /* An id that is a name of another term makes no term. */
    assert_string_equal(add(vocabulary, LIST_ABOUT, "panic", "Panic attacks", "attacks"), "panic");
    assert_null(find(vocabulary, LIST_ABOUT, "attacks"));
    assert_int_equal(vocabulary_count(vocabulary, LIST_ABOUT), 3);
    /* The same word in another list is another word. */
    assert_null(add(vocabulary, LIST_WITH, "anxiety", "Anxiety", "panic"));
    vocabulary_free(vocabulary);
}

static void a_second_time_fills_in(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    assert_null(add(vocabulary, LIST_ABOUT, "baby-loss", NULL, "stillbirth"));
    const struct term *term = find(vocabulary, LIST_ABOUT, "baby-loss");
    assert_string_equal(term->label, "baby-loss");
    assert_false(term->loss);
    struct term more = {.list = LIST_ABOUT, .id = "Baby Loss", .label = "the death of a baby", .loss = true, .ask = "about loss"};
    assert_null(vocabulary_add(vocabulary, &more));
    assert_null(add(vocabulary, LIST_ABOUT, "baby-loss", NULL, "miscarriage"));
    assert_null(add(vocabulary, LIST_ABOUT, "baby-loss", NULL, "Miscarriages"));
    assert_int_equal(vocabulary_count(vocabulary, LIST_ABOUT), 1);
    assert_ptr_equal(find(vocabulary, LIST_ABOUT, "miscarriage"), term);
    assert_ptr_equal(find(vocabulary, LIST_ABOUT, "the death of a baby"), term);
    assert_string_equal(term->id, "baby-loss");
    assert_string_equal(term->label, "the death of a baby");
    assert_string_equal(term->ask, "about loss");
    assert_true(term->loss);
    assert_int_equal(term->synonym_count, 2);
    assert_string_equal(term->synonyms[0], "stillbirth");
    assert_string_equal(term->synonyms[1], "miscarriage");
    vocabulary_free(vocabulary);
}

static void fixed_lists_take_labels_but_no_new_ids(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    assert_null(add(vocabulary, LIST_WHO, "fathers", "dads", "father figures"));
    expect_term(vocabulary, LIST_WHO, "Dads", "fathers");
    expect_term(vocabulary, LIST_WHO, "father-figure", "fathers");
    assert_int_equal(find(vocabulary, LIST_WHO, "dads")->index, WHO_FATHERS);
    assert_string_equal(find(vocabulary, LIST_WHO, "fathers")->label, "dads");
    assert_string_equal(add(vocabulary, LIST_WHO, "grandparents", "grandparents", NULL), "grandparents");
    assert_string_equal(add(vocabulary, LIST_WHO, "dads", "dads", NULL), "dads");
    assert_null(find(vocabulary, LIST_WHO, "grandparents"));
    assert_int_equal(vocabulary_count(vocabulary, LIST_WHO), WHO_NOT_STATED);
    vocabulary_free(vocabulary);
}

static void hostile_words(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    assert_string_equal(add(vocabulary, LIST_WITH, "", "nothing", NULL), "");
    assert_string_equal(add(vocabulary, LIST_WITH, "\xff-!", "nothing", NULL), "\xff-!");
    assert_int_equal(vocabulary_count(vocabulary, LIST_WITH), 0);
    assert_null(add(vocabulary, LIST_WITH, "play\x1b[31m", "Play\x1b]0;x\a area\xE2\x80\xAE", "\xE2\x80\xAEyalp"));
    const struct term *term = vocabulary_at(vocabulary, LIST_WITH, 0);
    assert_string_equal(term->id, "play\xEF\xBF\xBD[31m");
    assert_string_equal(term->label, "Play\xEF\xBF\xBD]0;x\xEF\xBF\xBD area\xEF\xBF\xBD");
    assert_string_equal(term->synonyms[0], "\xEF\xBF\xBDyalp");
    vocabulary_free(vocabulary);
}

static void many_terms_and_lent_ones_stay(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    assert_null(add(vocabulary, LIST_WITH, "creche", NULL, NULL));
    const struct term *first = find(vocabulary, LIST_WITH, "cr\xC3\xA8" "che");
    char id[32];
    char synonym[32];
    for (int i = 0; i < 20000; i++) {
        snprintf(id, sizeof id, "feature-%d-of", i);
        snprintf(synonym, sizeof synonym, "word-%d-for", i);
        assert_null(add(vocabulary, LIST_WITH, id, NULL, NULL));
        assert_null(add(vocabulary, LIST_WITH, "creche", NULL, synonym));
    }
    assert_int_equal(vocabulary_count(vocabulary, LIST_WITH), 20001);
    assert_ptr_equal(find(vocabulary, LIST_WITH, "word 12345 for"), first);
    assert_int_equal(first->synonym_count, 20000);
    assert_string_equal(first->synonyms[19999], "word-19999-for");
    expect_term(vocabulary, LIST_WITH, "Feature 777 of", "feature-777-of");
    vocabulary_free(vocabulary);
}

static void did_you_mean(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    add(vocabulary, LIST_ABOUT, "postnatal-depression", "Postnatal depression", "PND");
    add(vocabulary, LIST_ABOUT, "low-mood", "Low mood", "feeling low");
    add(vocabulary, LIST_ABOUT, "birth-trauma", "Birth trauma", "traumatic birth");
    const struct term *near[3];
    assert_int_equal(vocabulary_near(vocabulary, LIST_ABOUT, "postnatel depresion", 19, near, 3), 1);
    assert_string_equal(near[0]->id, "postnatal-depression");
    assert_int_equal(vocabulary_near(vocabulary, LIST_ABOUT, "Birth-truama", 12, near, 3), 1);
    assert_string_equal(near[0]->id, "birth-trauma");
    assert_int_equal(vocabulary_near(vocabulary, LIST_ABOUT, "feeling lwo", 11, near, 3), 1);
    assert_string_equal(near[0]->id, "low-mood");
    assert_int_equal(vocabulary_near(vocabulary, LIST_ABOUT, "birth", 5, near, 3), 1);
    assert_int_equal(vocabulary_near(vocabulary, LIST_ABOUT, "xylophone", 9, near, 3), 0);
    assert_int_equal(vocabulary_near(vocabulary, LIST_ABOUT, "", 0, near, 3), 0);
    assert_int_equal(vocabulary_near(vocabulary, LIST_REFERRAL, "self", 4, near, 3), 0);
    assert_int_equal(vocabulary_near(vocabulary, LIST_ABOUT, "o", 1, near, 0), 0);
    vocabulary_free(vocabulary);
}

static void lists_have_the_names_of_the_files(void **state)
{
    (void)state;
    static const char *const names[LIST_COUNT] = {"kind", "formats", "who",       "person",   "for",
                                                  "about", "with",   "languages", "referral", "status"};
    for (size_t i = 0; i < LIST_COUNT; i++) {
        assert_string_equal(vocabulary_list_name((enum vocabulary_list)i), names[i]);
        assert_int_equal(vocabulary_list_named(names[i], strlen(names[i])), i);
    }
    assert_int_equal(vocabulary_list_named("kinds", 5), LIST_COUNT);
    assert_int_equal(vocabulary_list_named("kind", 3), LIST_COUNT);
    assert_int_equal(vocabulary_list_named("", 0), LIST_COUNT);
}

static const char *translate(struct vocabulary *vocabulary, const char *language, const char *id, const char *label, const char *synonym)
{
    const char *const synonyms[] = {synonym};
    return vocabulary_translate(vocabulary, language,
                                &(struct term){.list = LIST_FORMATS, .id = id, .label = label, .synonyms = synonyms, .synonym_count = synonym != NULL});
}

static void a_translation_is_understood_always_and_shown_where_it_is_wanted(void **state)
{
    (void)state;
    static const char *const wanted[] = {"cy", "gd", NULL};
    struct vocabulary *vocabulary = vocabulary_new();
    vocabulary_show_in(vocabulary, wanted);
    add(vocabulary, LIST_FORMATS, "group", "a group", NULL);
    add(vocabulary, LIST_FORMATS, "phone", "by phone", NULL);
    assert_null(translate(vocabulary, "gd", "group", "buidheann", NULL));
    assert_null(translate(vocabulary, "fr", "group", "groupe", "atelier"));
    const struct term *group = find(vocabulary, LIST_FORMATS, "group");
    assert_string_equal(group->label, "buidheann");
    assert_null(translate(vocabulary, "CY", "group", "gr\u0175p", "cyfarfod"));
    assert_string_equal(group->label, "gr\u0175p");
    assert_null(translate(vocabulary, "gd", "group", "buidheann eile", NULL)); /* less wanted than Welsh */
    assert_string_equal(group->label, "gr\u0175p");
    assert_string_equal(group->written.label, "a group");
    static const char *const names[] = {"group", "a group", "Buidheann", "Groupe", "ateliers", "gr\u0175p", "GRWP", "cyfarfod"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        expect_term(vocabulary, LIST_FORMATS, names[i], "group");
    assert_int_equal(group->label_count, 4);
    assert_int_equal(group->synonym_count, 2);
    assert_string_equal(find(vocabulary, LIST_FORMATS, "phone")->label, "by phone"); /* nothing is said of it */
    assert_string_equal(translate(vocabulary, "cy", "gruop", "x", NULL), "gruop");
    assert_null(find(vocabulary, LIST_FORMATS, "x"));
    assert_string_equal(translate(vocabulary, "cy", "by phone", "x", NULL), "by phone"); /* a name, but no id */
    /* Said anew as it is written, its old translation is of something else. */
    add(vocabulary, LIST_FORMATS, "group", "a group", NULL);
    assert_string_equal(group->label, "gr\u0175p");
    add(vocabulary, LIST_FORMATS, "group", "a circle", NULL);
    assert_string_equal(group->label, "a circle");
    vocabulary_free(vocabulary);
}

static void what_is_written_goes_before_translations(void **state)
{
    (void)state;
    struct vocabulary *vocabulary = vocabulary_new();
    add(vocabulary, LIST_FORMATS, "group", "group", NULL);
    add(vocabulary, LIST_FORMATS, "phone", "phone", "call");
    assert_string_equal(translate(vocabulary, "gd", "group", "call", NULL), "call"); /* "loss" in Gaelic */
    expect_term(vocabulary, LIST_FORMATS, "call", "phone");
    /* Two languages may share a word; one may not have it twice. */
    assert_null(translate(vocabulary, "cy", "group", "un", NULL));
    assert_null(translate(vocabulary, "fr", "phone", "un", NULL));
    expect_term(vocabulary, LIST_FORMATS, "un", "group");
    assert_string_equal(translate(vocabulary, "cy", "phone", "un", NULL), "un");
    /* A catalogue's own words come later and are written all the same: as a label, a synonym, an id. */
    assert_null(add(vocabulary, LIST_FORMATS, "single", "un", NULL));
    expect_term(vocabulary, LIST_FORMATS, "un", "single");
    assert_null(translate(vocabulary, "cy", "group", NULL, "cylch"));
    assert_null(add(vocabulary, LIST_FORMATS, "cylch", "A circle", NULL));
    expect_term(vocabulary, LIST_FORMATS, "cylch", "cylch");
    assert_string_equal(add(vocabulary, LIST_FORMATS, "other", "cylch", NULL), "cylch");
    vocabulary_free(vocabulary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fixed_lists_agree_with_their_enums),
        cmocka_unit_test(a_term_is_found_by_every_name),
        cmocka_unit_test(languages_are_found_by_their_code),
        cmocka_unit_test(a_taken_name_is_told_and_stays_with_its_term),
        cmocka_unit_test(a_second_time_fills_in),
        cmocka_unit_test(fixed_lists_take_labels_but_no_new_ids),
        cmocka_unit_test(hostile_words),
        cmocka_unit_test(many_terms_and_lent_ones_stay),
        cmocka_unit_test(did_you_mean),
        cmocka_unit_test(a_translation_is_understood_always_and_shown_where_it_is_wanted),
        cmocka_unit_test(what_is_written_goes_before_translations),
        cmocka_unit_test(lists_have_the_names_of_the_files),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("vocabulary", tests, NULL, NULL);
}

/* The table of fields: complete, found by name, near names, and what an offer says of itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/catalogue.h"
#include "catalogue/field.h"
#include "catalogue/offer.h"
#include "catalogue/vocabulary.h"

static void every_field_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const char *name = field_table[i].name;
        assert_non_null(name);
        assert_true(strspn(name, "abcdefghijklmnopqrstuvwxyz_") == strlen(name) && strlen(name) > 1);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(name, field_table[j].name);
        assert_int_equal(field_named(name, strlen(name)), i);
    }
}

static void texts_stand_first(void **state)
{
    (void)state;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        assert_int_equal(field_table[i].is == IS_TEXT, i < FIELD_TEXT_COUNT);
}

static void lists_have_their_vocabulary(void **state)
{
    (void)state;
    assert_int_equal(field_table[FIELD_FORMATS_MAYBE].list, LIST_FORMATS);
    assert_int_equal(field_table[FIELD_WITHOUT].list, LIST_WITH);
    assert_int_equal(field_table[FIELD_LANGUAGES].list, LIST_LANGUAGES);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        bool words = field_table[i].is == IS_WORDS || field_table[i].is == IS_WORD;
        const char *list = vocabulary_list_name((enum vocabulary_list)field_table[i].list);
        /* A field is named as its list, but for those that share one. */
        if (words && i != FIELD_FORMATS_MAYBE && i != FIELD_WITHOUT)
            assert_string_equal(field_table[i].name, list);
    }
}

static void notes_are_for_staff(void **state)
{
    (void)state;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        assert_int_equal(field_table[i].staff, i == FIELD_NOTES);
}

static void other_names_are_no_fields(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t length;
    } names[] = {{"", 0}, {"nam", 3}, {"names", 5}, {"Name", 4}, {"name\0", 5}, {"na\0me", 5}, {"service", 7}, {"\xFF", 1}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_int_equal(field_named(names[i].name, names[i].length), FIELD_COUNT);
    assert_int_equal(field_named("namespace", 4), FIELD_NAME); /* the length decides */
}

static void near_names_are_offered(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum field near;
    } cases[] = {{"summry", FIELD_SUMMARY}, {"Stage-From", FIELD_STAGE_FROM}, {"parent age to", FIELD_PARENT_AGE_TO}, {"langauges", FIELD_LANGUAGES},
                 {"zzzzzzzz", FIELD_COUNT}, {"", FIELD_COUNT}, {"!!!", FIELD_COUNT}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(field_near(cases[i].name, strlen(cases[i].name)), cases[i].near);
    char longest[5000];
    memset(longest, 'a', sizeof longest);
    assert_int_equal(field_near(longest, sizeof longest), FIELD_COUNT);
}

static void an_offer_gives_its_texts(void **state)
{
    (void)state;
    const struct offer_text texts[] = {{.field = FIELD_NAME, .text = "Perinatal group"}, {.field = FIELD_PUBLIC_NAME, .text = ""}, {.field = FIELD_COST, .text = ""}};
    struct offer offer = {.id = "groups", .texts = texts, .text_count = 3};
    const struct catalogue catalogue = {0};
    assert_string_equal(offer_text(&offer, FIELD_COST), "");
    assert_null(offer_text(&offer, FIELD_WAIT));
    assert_string_equal(catalogue_public_name(&catalogue, &offer), "Perinatal group");
    const struct offer_text public[] = {{.field = FIELD_NAME, .text = "Perinatal group"}, {.field = FIELD_PUBLIC_NAME, .text = "Juno group"}};
    offer.texts = public;
    offer.text_count = 2;
    assert_string_equal(catalogue_public_name(&catalogue, &offer), "Juno group");
    assert_string_equal(offer_name(&offer), "Perinatal group");
    offer.text_count = 0;
    assert_string_equal(offer_name(&offer), "groups");
}

static void an_offer_closes_after_its_last_day(void **state)
{
    (void)state;
    struct offer offer = {.status = STATUS_ENDING, .ends_on = {2027, 3, 0}};
    assert_false(offer_closed(&offer, (struct date){2027, 3, 31}));
    assert_true(offer_closed(&offer, (struct date){2027, 4, 1}));
    offer.ends_on = (struct date){0};
    assert_false(offer_closed(&offer, (struct date){2099, 1, 1}));
    offer.status = STATUS_CLOSED;
    assert_true(offer_closed(&offer, (struct date){2020, 1, 1}));
}

static void related_services_and_lists_are_no_answers(void **state)
{
    (void)state;
    assert_true(kind_is_answer(KIND_PEER_SUPPORT) && kind_is_answer(KIND_HELPLINE) && kind_is_answer(KIND_CHARITY) && kind_is_answer(KIND_PROFESSIONAL));
    assert_false(kind_is_answer(KIND_RELATED) || kind_is_answer(KIND_DIRECTORY));
}

static void a_text_comes_in_the_first_language_that_has_it(void **state)
{
    (void)state;
    const struct offer_text texts[] = {{.field = FIELD_NAME, .text = "Group"}, {.field = FIELD_PUBLIC_NAME, .text = "Mornings"}, {.field = FIELD_COST, .text = "Free"}};
    const struct offer_extra extras[] = {{"x_cy_cost", "x"}, {"lang_gd_cost", "An-asgaidh"}, {"lang_cy_name", "Grŵp"}, {"lang_CY_cost", "Am ddim"},
                                         {"lang_cy_wait", ""}, {"lang_cy_public_name", "Boreau"}};
    const struct offer offer = {.id = "groups", .texts = texts, .text_count = 3, .extras = extras, .extra_count = 6};
    const char *const welsh[] = {"cy-GB", "cy", NULL};
    const char *const both[] = {"fr", "gd", "cy", NULL};
    const char *language;
    assert_string_equal(offer_text_in(&offer, FIELD_COST, welsh, &language), "Am ddim");
    assert_string_equal(language, "cy");
    assert_string_equal(offer_text_in(&offer, FIELD_COST, both, &language), "An-asgaidh");
    assert_string_equal(language, "gd");
    assert_string_equal(offer_text_in(&offer, FIELD_COST, both + 3, &language), "Free");
    assert_null(language);
    assert_string_equal(offer_text_in(&offer, FIELD_COST, NULL, NULL), "Free");
    assert_null(offer_text_in(&offer, FIELD_WAIT, welsh, NULL));
    struct catalogue catalogue = {.languages = both};
    assert_string_equal(catalogue_name(&catalogue, &offer), "Grŵp");
    assert_string_equal(catalogue_public_name(&catalogue, &offer), "Boreau");
    catalogue.languages = NULL;
    assert_string_equal(catalogue_name(&catalogue, &offer), "Group");
    assert_string_equal(catalogue_public_name(&catalogue, &offer), "Mornings");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_has_a_name_of_its_own),
        cmocka_unit_test(texts_stand_first),
        cmocka_unit_test(lists_have_their_vocabulary),
        cmocka_unit_test(notes_are_for_staff),
        cmocka_unit_test(other_names_are_no_fields),
        cmocka_unit_test(near_names_are_offered),
        cmocka_unit_test(an_offer_gives_its_texts),
        cmocka_unit_test(a_text_comes_in_the_first_language_that_has_it),
        cmocka_unit_test(an_offer_closes_after_its_last_day),
        cmocka_unit_test(related_services_and_lists_are_no_answers),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("field", tests, NULL, NULL);
}

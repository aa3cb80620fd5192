/* Finding places: by their names, by names that are nearly right, and by postcodes of which no more than the outward code is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/place.h"
#include "small_britain.h"

static void places_are_found_however_they_are_written(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = small_britain();
    static const struct {
        const char *text;
        const char *name;
    } cases[] = {
        {"Falkirk", "Falkirk"},
        {"FALKIRK", "Falkirk"},
        {"an eaglais bhreac", "Falkirk"},
        {"edinburgh", "City of Edinburgh"},
        {"Dun Eideann", "City of Edinburgh"},
        {"scottish-borders", "Scottish Borders"},
        {"Scottish Border", "Scottish Borders"},
        {"Bo\xE2\x80\x99ness", "Bo'ness"},
        {"boness", "Bo'ness"},
        {"  gb  ", "Great Britain"},
        {"Fal", "nothing"},
        {"Falkirkk", "nothing"},
        {"", "nothing"},
        {"!", "nothing"},
        {"Falkirk\x1b[2J", "nothing"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(name_of(gazetteer, find(gazetteer, cases[i].text)), cases[i].name);
    assert_int_equal(gazetteer_find(gazetteer, "Falkirk and more", 7), known(gazetteer, "Falkirk"));
    assert_int_equal(gazetteer_count(gazetteer), sizeof rows / sizeof *rows);
    gazetteer_free(gazetteer);
}

static void expect_near(const struct gazetteer *gazetteer, const char *text, const char *first)
{
    place_id near[5];
    size_t count = gazetteer_near(gazetteer, text, strlen(text), near, 5);
    assert_string_equal(name_of(gazetteer, count == 0 ? PLACE_NONE : near[0]), first);
}

static void did_you_mean(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = small_britain();
    expect_near(gazetteer, "Falkrik", "Falkirk");
    expect_near(gazetteer, "Scotish Borders", "Scottish Borders");
    expect_near(gazetteer, "Edinbrugh", "City of Edinburgh");
    expect_near(gazetteer, "Clackmannan", "Clackmannanshire");
    expect_near(gazetteer, "Falkirk, Scotland", "Falkirk");
    expect_near(gazetteer, "peak", "High Peak");
    expect_near(gazetteer, "xyzzy plugh", "nothing");
    expect_near(gazetteer, "", "nothing");
    /* The council before the locality, and each place once. */
    place_id near[5];
    assert_int_equal(gazetteer_near(gazetteer, "fal", 3, near, 5), 2);
    assert_string_equal(name_of(gazetteer, near[0]), "Falkirk");
    assert_string_equal(name_of(gazetteer, near[1]), "Falmouth");
    /* Wider places first, then the alphabet. */
    assert_int_equal(gazetteer_near(gazetteer, "s", 1, near, 5), 4);
    assert_string_equal(name_of(gazetteer, near[0]), "Scotland");
    assert_string_equal(name_of(gazetteer, near[1]), "South West");
    assert_string_equal(name_of(gazetteer, near[2]), "Scottish Borders");
    assert_string_equal(name_of(gazetteer, near[3]), "Stirling");
    assert_int_equal(gazetteer_near(gazetteer, "s", 1, near, 1), 1);
    assert_string_equal(name_of(gazetteer, near[0]), "Scotland");
    assert_int_equal(gazetteer_near(gazetteer, "s", 1, near, 0), 0);
    gazetteer_free(gazetteer);
}

static void postcodes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *outcode;
    } cases[] = {
        {"FK1 1AA", "FK1"},     {"fk11aa", "FK1"},        {"FK1", "FK1"},       {"fk1", "FK1"},
        {"(EH1) 1YZ", "EH1"},   {"SW1A 1AA", "SW1A"},     {"sw1a1aa", "SW1A"},  {"SW1A", "SW1A"},
        {"M1 1AE", "M1"},       {"M11AE", "M1"},          {"M1", "M1"},         {"M11 1AE", "M11"},
        {"M11", "M11"},         {"W1A 0AX", "W1A"},       {"W1A", "W1A"},       {"EH12 5AB", "EH12"},
        {"E.C.1.A 1B.B", "EC1A"}, {"FK-1-1AA", "FK1"},    {"[FK1 1AA]", "FK1"}, {" fk1\t1aa ", "FK1"},
        {"FK1\xC2\xA0" "1AA", "FK1"}, {"F K 1 1 A A", "FK1"}, {"FK 1", "FK1"},
        {"FK1 1", "FK1"},       {"FK1 1A", "FK1"},        {"E1 4", "E1"},       {"EH1-2", "EH1"}, /* as far as it is typed */
        {"ZZ99 9ZZ", "ZZ99"},
        {"", ""},               {"1AA", ""},              {"FK", ""},           {"FK1 1AAA", ""},
        {"F1K1 1AA", ""},       {"FK111 1AA", ""},        {"FKK1 1AA", ""},     {"1FK 1AA", ""},
        {"FK1 AA1", ""},        {"FK1A1 1AA", ""},        {"FK1 111", ""},      {"Falkirk", ""},
        {"FK1 1AA and more", ""}, {"\xD9\x81K1 1AA", ""}, {"FK1 1A\xC3\xA9\xC3\xA9", ""},
        {"A9999999999999999999999999999999999999999999", ""},
        {"FK1                                                                        1AA", ""},
    };
    struct gazetteer *gazetteer = small_britain();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct whereabouts where = gazetteer_whereabouts(gazetteer, cases[i].text, strlen(cases[i].text));
        if (strcmp(cases[i].text, "Falkirk") != 0)
            assert_int_equal(where.place, PLACE_NONE);
        if (strcmp(where.outcode, cases[i].outcode) != 0)
            fail_msg("\"%s\" gave \"%s\"", cases[i].text, where.outcode);
        assert_int_equal(gazetteer_is_postcode(cases[i].text, strlen(cases[i].text)), *cases[i].outcode != '\0');
    }
    assert_false(gazetteer_is_postcode("FK1 1AA", 2));
    assert_true(gazetteer_is_postcode("FK1 1AA", 3));
    gazetteer_free(gazetteer);
}

static void whereabouts(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = small_britain();
    struct point first = {56.0, -3.79};
    assert_true(gazetteer_add_outcode(gazetteer, "FK1", "falkirk", first));
    assert_true(gazetteer_add_outcode(gazetteer, "fk2", "Falkirk", (struct point)UNKNOWN));
    assert_false(gazetteer_add_outcode(gazetteer, "FK3", "Falkland", first));
    assert_false(gazetteer_add_outcode(gazetteer, "FK", "Falkirk", first));
    struct whereabouts where = gazetteer_whereabouts(gazetteer, "fk1 1aa", 7);
    assert_int_equal(where.place, known(gazetteer, "Falkirk"));
    assert_true(where.centre.latitude == first.latitude && where.centre.longitude == first.longitude);
    assert_string_equal(where.outcode, "FK1");
    assert_memory_equal(where.outcode, "FK1\0\0", 5);
    where = gazetteer_whereabouts(gazetteer, "FK2", 3);
    assert_int_equal(where.place, known(gazetteer, "Falkirk"));
    assert_true(where.centre.latitude == 56.000 && where.centre.longitude == -3.784);
    where = gazetteer_whereabouts(gazetteer, "Stirling", 8);
    assert_int_equal(where.place, known(gazetteer, "Stirling"));
    assert_true(where.centre.latitude == 56.117);
    assert_string_equal(where.outcode, "");
    where = gazetteer_whereabouts(gazetteer, "FK3", 3);
    assert_int_equal(where.place, PLACE_NONE);
    assert_string_equal(where.outcode, "FK3");
    assert_false(point_known(where.centre));
    where = gazetteer_whereabouts(gazetteer, "Lothian", 7);
    assert_false(point_known(where.centre));
    /* A name wins; and an outward code that comes again moves. */
    assert_true(gazetteer_add_outcode(gazetteer, "FK1", "Stirling", first));
    assert_int_equal(gazetteer_whereabouts(gazetteer, "FK1", 3).place, known(gazetteer, "Stirling"));
    struct place_entry named = {.name = "FK1", .kind = PLACE_LOCALITY, .centre = UNKNOWN};
    assert_null(gazetteer_add(gazetteer, &named));
    where = gazetteer_whereabouts(gazetteer, "FK1", 3);
    assert_string_equal(name_of(gazetteer, where.place), "FK1");
    assert_string_equal(where.outcode, "");
    gazetteer_free(gazetteer);
}

static void names_are_safe_to_show(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = gazetteer_new();
    struct place_entry entry = {.name = "Fal\x1b[2Jkirk\xE2\x80\xAE\xff", .kind = PLACE_LOCALITY, .centre = UNKNOWN};
    assert_null(gazetteer_add(gazetteer, &entry));
    assert_string_equal(gazetteer_at(gazetteer, 0)->name, "Fal\xEF\xBF\xBD[2Jkirk\xEF\xBF\xBD\xEF\xBF\xBD");
    gazetteer_free(gazetteer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_found_however_they_are_written),
        cmocka_unit_test(did_you_mean),
        cmocka_unit_test(postcodes),
        cmocka_unit_test(whereabouts),
        cmocka_unit_test(names_are_safe_to_show),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("place_find", tests, NULL, NULL);
}

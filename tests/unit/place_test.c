/* The gazetteer: what lies in what, in places that are real and in places that nobody should draw. */
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

static void names_of_parents_that_nothing_has_are_told(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = small_britain();
    struct place_entry lost = {.name = "Lost", .kind = PLACE_LOCALITY, .centre = UNKNOWN,
                               .inside = (const char *const[]){"Scotland", "Atlantis"}, .inside_count = 2};
    assert_null(gazetteer_add(gazetteer, &lost));
    assert_string_equal(gazetteer_finish(gazetteer), "Atlantis");
    assert_true(place_contains(gazetteer, known(gazetteer, "Scotland"), known(gazetteer, "Lost")));
    struct place_entry found = {.name = "Atlantis", .kind = PLACE_COUNCIL, .centre = UNKNOWN};
    assert_null(gazetteer_add(gazetteer, &found));
    assert_null(gazetteer_finish(gazetteer));
    assert_true(place_contains(gazetteer, known(gazetteer, "Atlantis"), known(gazetteer, "Lost")));
    gazetteer_free(gazetteer);
    gazetteer_free(NULL);
}

static void ancestors_are_nearest_first_and_each_once(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = small_britain();
    static const char *const wanted[] = {"Falkirk", "Forth Valley", "Central Scotland", "Scotland", "United Kingdom", "Great Britain"};
    const struct place *place = gazetteer_at(gazetteer, known(gazetteer, "Grangemouth"));
    assert_int_equal(place->parent_count, 1);
    assert_int_equal(place->ancestor_count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < place->ancestor_count; i++)
        assert_string_equal(name_of(gazetteer, place->ancestors[i]), wanted[i]);
    const struct place *falkirk = gazetteer_at(gazetteer, known(gazetteer, "Falkirk"));
    assert_int_equal(falkirk->parent_count, 2);
    assert_string_equal(name_of(gazetteer, falkirk->parents[0]), "Forth Valley");
    assert_string_equal(name_of(gazetteer, falkirk->parents[1]), "Central Scotland");
    assert_int_equal(gazetteer_at(gazetteer, known(gazetteer, "UK"))->ancestor_count, 0);
    gazetteer_free(gazetteer);
}

static void containing(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = small_britain();
    static const struct {
        const char *outer, *inner;
        bool contains, shares;
    } cases[] = {
        {"Falkirk", "Falkirk", true, true},
        {"Scotland", "Grangemouth", true, true},
        {"Grangemouth", "Scotland", false, true},
        {"United Kingdom", "Grangemouth", true, true},
        {"Forth Valley", "Falkirk", true, true},
        {"Central Scotland", "Falkirk", true, true},
        {"Lothian", "Falkirk", false, false},
        {"Falkirk", "Stirling", false, false},
        {"Grangemouth", "Bo'ness", false, false},
        {"Grangemouth", "Stirling", false, false},
        {"Grangemouth", "Falmouth", false, false},
        {"England", "Falkirk", false, false},
        {"Jersey", "United Kingdom", false, false},
        /* Neither lies in the other, and both hold a council area: Falkirk; the City of Edinburgh. */
        {"Forth Valley", "Central Scotland", false, true},
        {"Lothian", "Central Scotland", false, true},
        {"Forth Valley", "Lothian", false, false},
        {"Scotland", "England", false, false},
        {"East Midlands Combined County", "Derbyshire", true, true},
        {"East Midlands", "Nottingham", true, true},
        {"Great Britain", "United Kingdom", false, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        place_id outer = known(gazetteer, cases[i].outer);
        place_id inner = known(gazetteer, cases[i].inner);
        if (place_contains(gazetteer, outer, inner) != cases[i].contains)
            fail_msg("%s contains %s", cases[i].outer, cases[i].inner);
        if (place_shares(gazetteer, outer, inner) != cases[i].shares || place_shares(gazetteer, inner, outer) != cases[i].shares)
            fail_msg("%s shares with %s", cases[i].outer, cases[i].inner);
    }
    place_id falkirk = known(gazetteer, "Falkirk");
    assert_false(place_contains(gazetteer, PLACE_NONE, falkirk));
    assert_false(place_contains(gazetteer, falkirk, PLACE_NONE));
    assert_false(place_contains(gazetteer, PLACE_NONE, PLACE_NONE));
    assert_false(place_shares(gazetteer, falkirk, PLACE_NONE));
    assert_false(place_shares(gazetteer, PLACE_NONE, PLACE_NONE));
    gazetteer_free(gazetteer);
}

static void nations_and_what_is_around(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = small_britain();
    static const struct {
        const char *place, *nation, *around;
    } cases[] = {
        {"Grangemouth", "Scotland", "Falkirk"},
        {"Falkirk", "Scotland", "Forth Valley"},
        {"City of Edinburgh", "Scotland", "Lothian"},
        {"Scottish Borders", "Scotland", "Scotland"}, /* its board holds just that */
        {"Fife", "Scotland", "Scotland"},
        {"Highland", "Scotland", "Scotland"}, /* NHS Highland would say nothing more */
        {"Argyll and Bute", "Scotland", "NHS Highland"},
        {"Cornwall", "England", "Cornwall and Isles"},
        {"Derby", "England", "Derbyshire"}, /* not the larger county that it states first, nor the region */
        {"Nottingham", "England", "East Midlands Combined County"},
        {"Forth Valley", "Scotland", "Scotland"},
        {"Derbyshire", "England", "England"},
        {"East Midlands", "England", "England"},
        {"Central Scotland", "Scotland", "Scotland"},
        {"Scotland", "Scotland", "nothing"},
        {"Jersey", "Jersey", "nothing"},
        {"Great Britain", "nothing", "nothing"},
        {"United Kingdom", "nothing", "nothing"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        place_id place = known(gazetteer, cases[i].place);
        assert_string_equal(name_of(gazetteer, place_nation(gazetteer, place)), cases[i].nation);
        assert_string_equal(name_of(gazetteer, place_around(gazetteer, place)), cases[i].around);
    }
    assert_int_equal(place_nation(gazetteer, PLACE_NONE), PLACE_NONE);
    assert_int_equal(place_around(gazetteer, PLACE_NONE), PLACE_NONE);
    gazetteer_free(gazetteer);
}

static void a_locality_without_a_council(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = gazetteer_new();
    struct place_entry nation = {.name = "Wales", .kind = PLACE_NATION, .centre = UNKNOWN};
    struct place_entry board = {.name = "Powys Teaching", .kind = PLACE_HEALTH_BOARD, .centre = UNKNOWN,
                                .inside = (const char *const[]){"Wales"}, .inside_count = 1};
    struct place_entry locality = {.name = "Brecon", .kind = PLACE_LOCALITY, .centre = UNKNOWN,
                                   .inside = (const char *const[]){"Powys Teaching"}, .inside_count = 1};
    assert_null(gazetteer_add(gazetteer, &nation));
    assert_null(gazetteer_add(gazetteer, &board));
    assert_null(gazetteer_add(gazetteer, &locality));
    assert_null(gazetteer_finish(gazetteer));
    /* No council is known: then the board says where it is. */
    assert_string_equal(name_of(gazetteer, place_around(gazetteer, known(gazetteer, "Brecon"))), "Powys Teaching");
    gazetteer_free(gazetteer);
}

static void a_catalogue_adds_a_group_of_known_areas(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = small_britain();
    const struct place *falkirk = gazetteer_at(gazetteer, known(gazetteer, "Falkirk"));
    struct place_entry group = {.name = "Our patch", .kind = PLACE_GROUP, .centre = UNKNOWN,
                                .holds = (const char *const[]){"Falkirk", "Midlothian", "falkirk"}, .holds_count = 3};
    assert_null(gazetteer_add(gazetteer, &group));
    assert_null(gazetteer_finish(gazetteer));
    place_id patch = known(gazetteer, "our patch");
    assert_true(place_contains(gazetteer, patch, known(gazetteer, "Grangemouth")));
    assert_true(place_shares(gazetteer, patch, known(gazetteer, "Lothian")));
    assert_true(place_shares(gazetteer, patch, known(gazetteer, "Central Scotland")));
    assert_false(place_shares(gazetteer, patch, known(gazetteer, "Borders")));
    assert_false(place_contains(gazetteer, known(gazetteer, "Scotland"), patch));
    assert_string_equal(name_of(gazetteer, place_nation(gazetteer, patch)), "Scotland"); /* for all of it lies there */
    assert_string_equal(name_of(gazetteer, place_around(gazetteer, patch)), "Scotland");
    /* A lent place stays where it is; the parent is there once, after those that it states itself. */
    assert_ptr_equal(gazetteer_at(gazetteer, known(gazetteer, "Falkirk")), falkirk);
    assert_int_equal(falkirk->parent_count, 3);
    assert_int_equal(falkirk->parents[2], patch);
    struct place_entry border = {.name = "Border country", .kind = PLACE_GROUP, .centre = UNKNOWN,
                                 .holds = (const char *const[]){"Scottish Borders", "Derby"}, .holds_count = 2};
    assert_null(gazetteer_add(gazetteer, &border));
    assert_null(gazetteer_finish(gazetteer));
    assert_int_equal(place_nation(gazetteer, known(gazetteer, "Border country")), PLACE_NONE);
    struct place_entry wrong = {.name = "Wrong", .kind = PLACE_GROUP, .centre = UNKNOWN,
                                .holds = (const char *const[]){"Falkland"}, .holds_count = 1};
    assert_null(gazetteer_add(gazetteer, &wrong));
    assert_string_equal(gazetteer_finish(gazetteer), "Falkland");
    gazetteer_free(gazetteer);
}

static void taken_names_are_told(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = small_britain();
    size_t count = gazetteer_count(gazetteer);
    struct place_entry again = {.name = "falkirk", .kind = PLACE_LOCALITY, .centre = UNKNOWN,
                                .also = (const char *const[]){"Old Falkirk"}, .also_count = 1};
    assert_string_equal(gazetteer_add(gazetteer, &again), "falkirk");
    assert_int_equal(gazetteer_count(gazetteer), count);
    assert_int_equal(find(gazetteer, "Old Falkirk"), PLACE_NONE);
    struct place_entry other = {.name = "Camelon", .kind = PLACE_LOCALITY, .centre = UNKNOWN,
                                .also = (const char *const[]){"Camelons", "Stirling", "West Falkirk"}, .also_count = 3};
    assert_string_equal(gazetteer_add(gazetteer, &other), "Stirling");
    assert_string_equal(name_of(gazetteer, find(gazetteer, "Stirling")), "Stirling");
    assert_string_equal(name_of(gazetteer, find(gazetteer, "west falkirk")), "Camelon");
    struct place_entry nothing = {.name = " - ", .kind = PLACE_LOCALITY, .centre = UNKNOWN};
    assert_string_equal(gazetteer_add(gazetteer, &nothing), " - ");
    assert_int_equal(gazetteer_count(gazetteer), count + 1);
    gazetteer_free(gazetteer);
}

static void loops_are_cut(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = gazetteer_new();
    static const struct {
        const char *name;
        const char *inside[3];
    } loop[] = {
        {"Self", {"Self"}}, {"One", {"Two"}}, {"Two", {"Three", "Top"}}, {"Three", {"One", "Top", "One"}}, {"Top", {0}},
    };
    for (size_t i = 0; i < sizeof loop / sizeof *loop; i++) {
        struct place_entry entry = {.name = loop[i].name, .kind = PLACE_LOCALITY, .centre = UNKNOWN, .inside = loop[i].inside,
                                    .inside_count = texts(loop[i].inside, 3)};
        assert_null(gazetteer_add(gazetteer, &entry));
    }
    assert_null(gazetteer_finish(gazetteer));
    assert_null(gazetteer_finish(gazetteer));
    for (place_id place = 0; place < gazetteer_count(gazetteer); place++) {
        const struct place *at = gazetteer_at(gazetteer, place);
        for (size_t i = 0; i < at->ancestor_count; i++) {
            assert_int_not_equal(at->ancestors[i], place);
            assert_false(place_contains(gazetteer, place, at->ancestors[i]));
        }
    }
    assert_int_equal(gazetteer_at(gazetteer, known(gazetteer, "Self"))->parent_count, 0);
    assert_true(place_contains(gazetteer, known(gazetteer, "Three"), known(gazetteer, "One")));
    assert_true(place_contains(gazetteer, known(gazetteer, "Top"), known(gazetteer, "One")));
    assert_int_equal(gazetteer_at(gazetteer, known(gazetteer, "Three"))->parent_count, 1);
    gazetteer_free(gazetteer);
}

/* Two hundred thousand places, each in the one before: no stack, no square of their number. */
static void places_nested_without_end(void **state)
{
    (void)state;
    enum { MANY = 200000 };
    struct gazetteer *gazetteer = gazetteer_new();
    char name[32];
    char outer[32];
    for (unsigned i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "place %u x", i);
        snprintf(outer, sizeof outer, "place %u x", i + 1);
        struct place_entry entry = {.name = name, .kind = PLACE_COUNCIL, .centre = UNKNOWN,
                                    .inside = (const char *const[]){outer}, .inside_count = i + 1 < MANY};
        assert_null(gazetteer_add(gazetteer, &entry));
    }
    assert_null(gazetteer_finish(gazetteer));
    assert_true(place_contains(gazetteer, 100, 0));
    assert_true(place_contains(gazetteer, MANY - 1, MANY - 100));
    assert_false(place_contains(gazetteer, 0, 100));
    assert_in_range(gazetteer_at(gazetteer, 0)->ancestor_count, 100, 200);
    assert_true(place_shares(gazetteer, 50, 60));
    assert_false(place_shares(gazetteer, 0, MANY - 1));
    gazetteer_free(gazetteer);
}

static void miles(void **state)
{
    (void)state;
    struct point edinburgh = {55.953, -3.188};
    struct point glasgow = {55.861, -4.250};
    struct point london = {51.507, -0.128};
    struct point pole = {90, 0};
    struct point other_pole = {-90, 77};
    assert_true(point_miles(edinburgh, edinburgh) == 0);
    assert_true(fabs(point_miles(edinburgh, glasgow) - 41.5) < 0.5);
    assert_true(fabs(point_miles(edinburgh, london) - 332) < 1);
    assert_true(fabs(point_miles(london, edinburgh) - point_miles(edinburgh, london)) < 1e-9);
    assert_true(fabs(point_miles(pole, other_pole) - 12436.8) < 1); /* half way round, where rounding goes past 1 */
    struct gazetteer *gazetteer = small_britain();
    struct point stirling = {56.117, -3.936};
    /* Forth Valley's own centre is a mile from Stirling's; Stirling is nearer. */
    assert_true(place_miles(gazetteer, known(gazetteer, "Forth Valley"), stirling) < 0.01);
    /* Lothian has no centre: the nearer of its council areas. */
    assert_true(fabs(place_miles(gazetteer, known(gazetteer, "Lothian"), glasgow) - 41.5) < 0.5);
    assert_true(place_miles(gazetteer, known(gazetteer, "Grangemouth"), (struct point){56.012, -3.717}) < 0.01);
    assert_true(isinf(place_miles(gazetteer, find(gazetteer, "Lost and found"), glasgow)));
    gazetteer_free(gazetteer);
}

static void points(void **state)
{
    (void)state;
    assert_true(point_known((struct point){0, 0}));
    assert_false(point_known((struct point)UNKNOWN));
    assert_false(point_known((struct point){56, (double)NAN}));
    assert_false(point_known((struct point){(double)INFINITY, 0}));
    struct gazetteer *gazetteer = gazetteer_new();
    static const struct point off[] = {{91, 0}, {-90.5, 0}, {0, 181}, {0, -1e9}, {1e308, 1e308}};
    for (size_t i = 0; i < sizeof off / sizeof *off; i++) {
        const char name[] = {(char)('a' + i), 'b', 'c', '\0'};
        struct place_entry entry = {.name = name, .kind = PLACE_LOCALITY, .centre = off[i]};
        assert_null(gazetteer_add(gazetteer, &entry));
        assert_false(point_known(gazetteer_at(gazetteer, (place_id)i)->centre));
    }
    assert_true(isinf(place_miles(gazetteer, 0, (struct point){50, 0})));
    assert_true(isinf(place_miles(gazetteer, PLACE_NONE, (struct point){50, 0})));
    gazetteer_free(gazetteer);
}

static void kinds_have_the_names_of_the_file(void **state)
{
    (void)state;
    for (enum place_kind kind = PLACE_COUNTRY; kind < PLACE_KIND_COUNT; kind++) {
        enum place_kind read = PLACE_KIND_COUNT;
        const char *name = place_kind_name(kind);
        assert_true(place_kind_named(name, strlen(name), &read));
        assert_int_equal(read, kind);
    }
    assert_string_equal(place_kind_name(PLACE_HEALTH_BOARD), "health-board");
    enum place_kind read = PLACE_GROUP;
    assert_true(place_kind_named("Health Board", 12, &read));
    assert_int_equal(read, PLACE_HEALTH_BOARD);
    assert_false(place_kind_named("town", 4, &read));
    assert_false(place_kind_named("", 0, &read));
    assert_int_equal(read, PLACE_HEALTH_BOARD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_parents_that_nothing_has_are_told),
        cmocka_unit_test(ancestors_are_nearest_first_and_each_once),
        cmocka_unit_test(containing),
        cmocka_unit_test(nations_and_what_is_around),
        cmocka_unit_test(a_locality_without_a_council),
        cmocka_unit_test(a_catalogue_adds_a_group_of_known_areas),
        cmocka_unit_test(taken_names_are_told),
        cmocka_unit_test(loops_are_cut),
        cmocka_unit_test(places_nested_without_end),
        cmocka_unit_test(miles),
        cmocka_unit_test(points),
        cmocka_unit_test(kinds_have_the_names_of_the_file),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("place", tests, NULL, NULL);
}

/* The builder: what services, offers and rows inherit, and what a finished catalogue finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "entries.h"

static bool says(struct bench *bench, enum vocabulary_list list, struct numbers numbers, const char *words)
{
    struct buffer out = {0};
    for (uint32_t i = 0; i < numbers.count; i++) {
        buffer_add_text(&out, i > 0 ? " " : "");
        buffer_add_text(&out, vocabulary_at(bench->catalogue->vocabulary, list, numbers.items[i])->id);
    }
    bool same = strcmp(buffer_text(&out), words) == 0;
    buffer_free(&out);
    return same;
}

static const char *area(struct bench *bench, const struct offer *offer, uint32_t index)
{
    assert_true(index < offer->areas.count);
    return gazetteer_at(bench->catalogue->gazetteer, offer->areas.items[index])->name;
}

static void a_service_without_offers_is_one_offer(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    assert_true(add_service(&bench, "id=juno\nname=Juno\nformats=group\nkind=helpline", NULL, NULL));
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 0);
    assert_int_equal(bench.catalogue->service_count, 1);
    assert_int_equal(bench.catalogue->offer_count, 1);
    const struct offer *offer = offer_at(&bench, "juno/juno");
    assert_ptr_equal(offer, offer_at(&bench, "juno"));
    assert_string_equal(offer->id, "juno");
    assert_string_equal(offer_name(offer), "Juno");
    assert_string_equal(bench.catalogue->services[0].name, "Juno");
    assert_int_equal(offer->kind, KIND_HELPLINE);
    assert_true(says(&bench, LIST_FORMATS, offer->formats, "group"));
    bench_free(&bench);
}

static void what_is_not_stated_is_silence(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    add_service(&bench, "id=juno\nname=Juno", NULL, NULL);
    bench_finish(&bench);
    const struct offer *offer = offer_at(&bench, "juno");
    assert_int_equal(offer->who, WHO_NOT_STATED);
    assert_int_equal(offer->status, STATUS_UNKNOWN);
    assert_int_equal(offer->kind, KIND_PEER_SUPPORT);
    assert_int_equal(offer->about_only, NOT_STATED);
    assert_false(offer->areas.stated || offer->formats.stated || offer->with.stated || offer->languages.stated);
    assert_int_equal(offer->stage.from.unit, STAGE_NOT_STATED);
    assert_int_equal(offer->stage.to.unit, STAGE_NOT_STATED);
    assert_int_equal(offer->parent_age.from, -1);
    assert_int_equal(offer->parent_age.to, -1);
    assert_int_equal(offer->group_size.to, -1);
    assert_int_equal(offer->ends_on.year, 0);
    assert_int_equal(offer->session_count, 0);
    assert_null(offer_text(offer, FIELD_SUMMARY));
    bench_free(&bench);
}

static void an_offer_overrides_its_service(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    assert_true(add_service(&bench, "id=juno\nname=Juno\nprovider=Juno Trust\nareas=Fife|Falkirk\nwho=mothers\nwith=creche\nstage_from=pregnancy\nstage_to=2 years",
                            "id=befriending\nname=Juno befriending\nformats=one-to-one\nstage_to=3 years",
                            "id=groups\nformats=group\nwith=not stated\nareas=Scottish Borders\nwho=not stated"));
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 0);
    const struct offer *one = offer_at(&bench, "juno/befriending");
    const struct offer *groups = offer_at(&bench, "juno/groups");
    assert_string_equal(offer_name(one), "Juno befriending");
    assert_string_equal(offer_name(groups), "Juno");
    assert_string_equal(offer_text(one, FIELD_PROVIDER), "Juno Trust");
    assert_string_equal(offer_text(groups, FIELD_PROVIDER), "Juno Trust");
    assert_string_equal(area(&bench, one, 1), "Falkirk");
    assert_int_equal(groups->areas.count, 1);
    assert_string_equal(area(&bench, groups, 0), "Scottish Borders");
    assert_int_equal(one->who, WHO_MOTHERS);
    assert_int_equal(groups->who, WHO_NOT_STATED);
    assert_true(one->with.stated);
    assert_false(groups->with.stated);
    assert_int_equal(one->stage.to.count, 36);
    assert_int_equal(groups->stage.to.count, 24);
    assert_int_equal(groups->stage.from.unit, STAGE_PREGNANT_WEEKS);
    assert_null(offer_at(&bench, "juno/juno"));
    assert_ptr_equal(offer_at(&bench, "juno"), one);
    assert_int_equal(groups->where.line, 201);
    bench_free(&bench);
}

static void none_says_there_is_none(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    add_service(&bench, "id=juno\nname=Juno\nwith=None\ncost=none\nwait=soon\nsummary=None of us judges", "id=a\nwait=NOT-STATED", NULL);
    bench_finish(&bench);
    const struct offer *offer = offer_at(&bench, "juno/a");
    assert_true(offer->with.stated);
    assert_int_equal(offer->with.count, 0);
    assert_string_equal(offer_text(offer, FIELD_COST), "");
    assert_null(offer_text(offer, FIELD_WAIT));
    assert_string_equal(offer_text(offer, FIELD_SUMMARY), "None of us judges");
    bench_free(&bench);
}

static void an_empty_value_is_left_out(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    add_service(&bench, "id=juno\nname=Juno\nwho=mothers\nformats=group", "id=a\nname=\nwho= \nformats=| \t|", NULL);
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 0);
    const struct offer *offer = offer_at(&bench, "juno/a");
    assert_string_equal(offer_name(offer), "Juno");
    assert_int_equal(offer->who, WHO_MOTHERS);
    assert_true(says(&bench, LIST_FORMATS, offer->formats, "group"));
    bench_free(&bench);
}

static void lists_split_at_semicolons_but_not_at_commas(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    add_service(&bench, "id=a\nname=A; B\nwith=creche; Transport;drop-ins; creche\nareas=Armagh City, Banbridge and Craigavon; fife\nprovider=One; two", NULL,
                NULL);
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 0);
    const struct offer *offer = offer_at(&bench, "a");
    assert_string_equal(offer_name(offer), "A; B");
    assert_string_equal(offer_text(offer, FIELD_PROVIDER), "One; two");
    assert_true(says(&bench, LIST_WITH, offer->with, "creche transport drop-in"));
    assert_string_equal(area(&bench, offer, 0), "Armagh City, Banbridge and Craigavon");
    assert_string_equal(area(&bench, offer, 1), "Fife");
    bench_free(&bench);
}

static void a_row_is_as_above_where_it_is_empty(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    assert_true(add_row(&bench, 2, "service=juno\nname=Juno\noffer=one\noffer_name=Juno befriending\nareas=Fife;Falkirk\nwho=mothers\nwith=creche\ncost=free"));
    assert_true(add_row(&bench, 20, "service=leith\nname=Leith Dads\noffer=\nwho=fathers"));
    assert_true(add_row(&bench, 30, "service=juno\nname=\noffer=two\noffer_name=\nareas=\nwho=parents\nwith=not stated\ncost="));
    assert_true(add_row(&bench, 40, "service=juno\noffer=three\nwith=transport"));
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 0);
    const struct offer *two = offer_at(&bench, "juno/two");
    const struct offer *three = offer_at(&bench, "juno/three");
    assert_string_equal(offer_name(offer_at(&bench, "juno/one")), "Juno befriending");
    assert_string_equal(offer_name(two), "Juno");
    assert_string_equal(area(&bench, two, 1), "Falkirk");
    assert_int_equal(two->who, WHO_PARENTS);
    assert_false(two->with.stated);
    assert_string_equal(offer_text(two, FIELD_COST), "free");
    assert_int_equal(three->who, WHO_PARENTS);
    assert_true(says(&bench, LIST_WITH, three->with, "transport"));
    assert_string_equal(bench.catalogue->services[0].name, "Juno");
    /* The offers of a service stand together, though the rows did not. */
    assert_int_equal(bench.catalogue->services[0].offer_count, 3);
    assert_int_equal(bench.catalogue->services[1].first_offer, 3);
    assert_string_equal(bench.catalogue->offers[2].id, "three");
    assert_string_equal(bench.catalogue->offers[3].id, "leith");
    assert_ptr_equal(offer_service(bench.catalogue, three), &bench.catalogue->services[0]);
    bench_free(&bench);
}

static void a_row_below_a_mistake_is_not_filled_with_older_values(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    add_row(&bench, 2, "service=juno\nname=Juno\noffer=one\nareas=Fife\nwho=mothers");
    assert_false(add_row(&bench, 10, "service=juno\noffer=two\nareas=Scotish Borders\nwho=parents"));
    assert_false(add_row(&bench, 20, "service=juno\noffer=three"));
    assert_true(add_row(&bench, 30, "service=juno\noffer=four\nareas=Falkirk"));
    bench_finish(&bench);
    assert_int_equal(bench.catalogue->left_out, 2);
    assert_int_equal(problems_count(bench.problems), 2);
    assert_int_equal(problem_named(&bench, "as-above")->where.line, 20);
    assert_non_null(strstr(problem_named(&bench, "as-above")->sentence, "areas"));
    assert_int_equal(offer_at(&bench, "juno/four")->who, WHO_PARENTS);
    assert_null(offer_at(&bench, "juno/two"));
    bench_free(&bench);
}

static void a_service_whose_first_row_is_left_out_still_has_the_rest(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    assert_false(add_row(&bench, 2, "service=juno\nname=Juno\noffer=one\nchecked=yesterday\nwho=mothers"));
    assert_true(add_row(&bench, 10, "service=leith\nname=Leith"));
    assert_true(add_row(&bench, 20, "service=juno\noffer=two\nchecked=2026"));
    bench_finish(&bench);
    assert_int_equal(bench.catalogue->service_count, 2);
    assert_string_equal(bench.catalogue->services[0].id, "juno");
    assert_string_equal(offer_name(offer_at(&bench, "juno/two")), "Juno");
    assert_int_equal(offer_at(&bench, "juno")->who, WHO_MOTHERS);
    assert_string_equal(offer_at(&bench, "leith/leith")->id, "leith");
    bench_free(&bench);
}

static void defaults_of_the_file_are_inherited(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    struct entry block = entry_of(bench.arena, "a.yaml", 1,
                                  "title=Peer support\nmaintained_by=Ann\nchecked=2020-05\nsource=A review\nterms=2026-10-26 to 2026-12-18|2026-08-17 to 2026-10-09");
    catalogue_builder_defaults(bench.builder, &block);
    add_service(&bench, "id=a\nname=A", NULL, NULL);
    add_service(&bench, "id=b\nname=B\nchecked=2025\nsource=not stated", NULL, NULL);
    catalogue_builder_defaults(bench.builder, NULL);
    add_service(&bench, "id=c\nname=C", NULL, NULL);
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 0);
    assert_string_equal(bench.catalogue->title, "Peer support");
    assert_string_equal(bench.catalogue->maintained_by, "Ann");
    assert_int_equal(offer_at(&bench, "a")->checked.month, 5);
    assert_string_equal(offer_text(offer_at(&bench, "a"), FIELD_SOURCE), "A review");
    assert_int_equal(offer_at(&bench, "b")->checked.year, 2025);
    assert_null(offer_text(offer_at(&bench, "b"), FIELD_SOURCE));
    assert_int_equal(offer_at(&bench, "c")->checked.year, 0);
    assert_int_equal(bench.catalogue->terms.count, 2);
    assert_int_equal(bench.catalogue->terms.items[0][0].month, 8); /* in order */
    assert_int_equal(bench.catalogue->terms.items[1][1].day, 18);
    bench_free(&bench);
}

static void fields_of_ones_own_and_translations_are_kept(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    add_service(&bench, "id=a\nname=A\nx_code=17\nlang_cy_summary=Cymorth\nx_note=none", "id=b\nx_code=18\nx_note=not stated\nx_new=one|two", NULL);
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 0);
    const struct offer *offer = offer_at(&bench, "a/b");
    assert_int_equal(offer->extra_count, 3);
    assert_string_equal(offer->extras[0].name, "x_code");
    assert_string_equal(offer->extras[0].text, "18");
    assert_string_equal(offer->extras[1].name, "lang_cy_summary");
    assert_string_equal(offer->extras[1].text, "Cymorth");
    assert_string_equal(offer->extras[2].text, "one\ntwo");
    bench_free(&bench);
}

static const char *welsh_of(const struct bench *bench, const char *id, enum field field)
{
    static const char *const welsh[] = {"cy", NULL};
    return offer_text_in(offer_at(bench, id), field, welsh, NULL);
}

/* A translation is of what was said: where an offer says something else, its service's translation would be of the wrong text. */
static void a_translation_goes_with_its_text(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    add_service(&bench, "id=a\nname=A\nsummary=Help\nlang_cy_name=A-cy\nlang_cy_summary=Cymorth", "id=b\nname=B\nsummary=Help",
                "id=c\nsummary=A group\nlang_cy_summary=Grŵp");
    add_row(&bench, 20, "service=r\nname=R\noffer=one\nlang_cy_name=R-cy\ncost=Free\nlang_cy_cost=Am ddim");
    add_row(&bench, 30, "service=r\nname=R\noffer=two\noffer_name=Own\nlang_cy_name=Own-cy");
    add_row(&bench, 40, "service=r\noffer=three\nlang_cy_cost=");
    add_row(&bench, 50, "service=r\noffer=four\ncost=A pound");
    bench_finish(&bench);
    assert_string_equal(welsh_of(&bench, "a/b", FIELD_NAME), "B");
    assert_string_equal(welsh_of(&bench, "a/b", FIELD_SUMMARY), "Cymorth");
    assert_string_equal(welsh_of(&bench, "a/c", FIELD_NAME), "A-cy");
    assert_string_equal(welsh_of(&bench, "a/c", FIELD_SUMMARY), "Grŵp");
    assert_string_equal(welsh_of(&bench, "r/one", FIELD_NAME), "R-cy");
    assert_string_equal(welsh_of(&bench, "r/two", FIELD_NAME), "Own-cy");
    assert_string_equal(welsh_of(&bench, "r/two", FIELD_COST), "Am ddim");
    assert_string_equal(welsh_of(&bench, "r/three", FIELD_NAME), "R"); /* not the Welsh of the row above, which is another offer's */
    assert_string_equal(welsh_of(&bench, "r/three", FIELD_COST), "Am ddim");
    assert_string_equal(welsh_of(&bench, "r/four", FIELD_COST), "A pound");
    bench_free(&bench);
}

static void meetings_are_put_together(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    add_service(&bench, "id=a\nname=A\nmeets_place=Paisley Abbey|Town Hall\nmeets_postcode=PA1 1JG\nmeets_latitude=|55.9\nmeets_longitude=|-4.5", NULL, NULL);
    add_row(&bench, 20, "service=b\nname=B\noffer=one\nmeets_address=A safe house\nmeets_hidden=yes\nmeets_postcode=PA1 2AB");
    add_row(&bench, 30, "service=b\noffer=two\nmeets_address=Another house; A third");
    add_row(&bench, 40, "service=b\noffer=three\nmeets_place=Paisley\nmeets_postcode=not stated\nmeets_hidden=no");
    add_service(&bench, "id=c\nname=C\nmeets=Paisley; Falkirk", NULL, NULL);
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 0);
    const struct offer *offer = offer_at(&bench, "a");
    assert_int_equal(offer->meeting_count, 2);
    assert_string_equal(offer->meetings[0].place, "Paisley Abbey");
    assert_string_equal(offer->meetings[0].where.outcode, "PA1");
    assert_string_equal(offer->meetings[1].place, "Town Hall");
    assert_true(offer->meetings[1].where.centre.latitude == 55.9 && offer->meetings[1].where.centre.longitude == -4.5);
    assert_null(offer->meetings[1].postcode);
    /* What is hidden stays hidden in the rows below, until one says otherwise. */
    const struct offer *two = offer_at(&bench, "b/two");
    assert_int_equal(two->meeting_count, 2);
    assert_string_equal(two->meetings[0].address, "Another house");
    assert_string_equal(two->meetings[0].postcode, "PA1 2AB");
    assert_true(two->meetings[0].hidden && two->meetings[1].hidden);
    const struct offer *three = offer_at(&bench, "b/three");
    assert_false(three->meetings[0].hidden);
    assert_null(three->meetings[0].postcode);
    assert_string_equal(three->meetings[0].where.outcode, "");
    assert_int_equal(three->meetings[0].where.place, gazetteer_find(bench.catalogue->gazetteer, "Paisley", 7));
    assert_int_equal(offer_at(&bench, "c")->meeting_count, 2);
    bench_free(&bench);
}

static void lines_of_when_are_understood_or_kept(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    add_service(&bench, "id=a\nname=A\nwhen=every Tuesday 10:00; except 25 December 2026; Fridays 2pm|by moonlight", "id=b", "id=c\nwhen=not stated");
    bench_finish(&bench);
    const struct offer *offer = offer_at(&bench, "a/b");
    assert_int_equal(offer->session_count, 3);
    assert_int_equal(offer->sessions[0].except_count, 1);
    assert_int_equal(offer->sessions[1].weekday, 4);
    assert_int_equal(offer->sessions[2].repeat, SESSION_WORDS);
    assert_string_equal(offer->sessions[2].words, "by moonlight");
    assert_int_equal(offer_at(&bench, "a/c")->session_count, 0);
    assert_int_equal(problems_count(bench.problems), 1);
    bench_free(&bench);
}

static void a_catalogue_may_add_words_and_places(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    struct entry word = entry_of(bench.arena, "a.yaml", 1, "id=dogs\nlabel=dogs welcome\nsynonyms=puppies; hounds");
    struct entry place = entry_of(bench.arena, "a.yaml", 1, "name=The Glens\nkind=group\nalso=Glens\nholds=Fife|Falkirk");
    catalogue_builder_term(bench.builder, LIST_WITH, &word);
    catalogue_builder_place(bench.builder, &place);
    add_service(&bench, "id=a\nname=A\nareas=glens\nwith=hounds", NULL, NULL);
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 0);
    const struct offer *offer = offer_at(&bench, "a");
    assert_true(says(&bench, LIST_WITH, offer->with, "dogs"));
    assert_string_equal(area(&bench, offer, 0), "The Glens");
    assert_true(place_contains(bench.catalogue->gazetteer, offer->areas.items[0], gazetteer_find(bench.catalogue->gazetteer, "Fife", 4)));
    bench_free(&bench);
}

static void many_services_are_found_by_their_ids(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    struct bench bench = bench_new();
    char row[100];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < MANY; i++) {
            snprintf(row, sizeof row, "service=s-%d\nname=Service %d\noffer=%s\nwho=%s", i, i, round == 0 ? "" : "more", i % 2 == 0 ? "mothers" : "fathers");
            assert_true(add_row(&bench, (uint32_t)i + 2, row));
        }
    }
    bench_finish(&bench);
    assert_int_equal(bench.catalogue->service_count, MANY);
    assert_int_equal(bench.catalogue->offer_count, 2 * MANY);
    for (size_t i = 0; i < MANY; i++) {
        snprintf(row, sizeof row, "s-%zu/more", i);
        assert_int_equal(catalogue_find(bench.catalogue, row), 2 * i + 1);
        snprintf(row, sizeof row, "s-%zu", i);
        assert_int_equal(catalogue_find_service(bench.catalogue, row, strlen(row)), i);
        assert_int_equal(bench.catalogue->services[i].first_offer, 2 * i);
        assert_int_equal(bench.catalogue->offers[2 * i].who, i % 2 == 0 ? WHO_MOTHERS : WHO_FATHERS);
    }
    const char *near[3] = {NULL};
    assert_true(catalogue_near(bench.catalogue, "s-49999", near, 3) > 0);
    assert_int_equal(catalogue_find(bench.catalogue, "s-1/less"), OFFER_NONE);
    assert_int_equal(catalogue_find(bench.catalogue, ""), OFFER_NONE);
    bench_free(&bench);
}

static void an_offer_names_itself(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    add_service(&bench, "id=juno\nname=Juno", "id=groups", NULL);
    bench_finish(&bench);
    struct buffer id = {0};
    offer_id_words(&id, bench.catalogue, &bench.catalogue->offers[0]);
    assert_string_equal(buffer_text(&id), "juno/groups");
    buffer_free(&id);
    bench_free(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_service_without_offers_is_one_offer),
        cmocka_unit_test(what_is_not_stated_is_silence),
        cmocka_unit_test(an_offer_overrides_its_service),
        cmocka_unit_test(none_says_there_is_none),
        cmocka_unit_test(an_empty_value_is_left_out),
        cmocka_unit_test(lists_split_at_semicolons_but_not_at_commas),
        cmocka_unit_test(a_row_is_as_above_where_it_is_empty),
        cmocka_unit_test(a_row_below_a_mistake_is_not_filled_with_older_values),
        cmocka_unit_test(a_service_whose_first_row_is_left_out_still_has_the_rest),
        cmocka_unit_test(defaults_of_the_file_are_inherited),
        cmocka_unit_test(fields_of_ones_own_and_translations_are_kept),
        cmocka_unit_test(a_translation_goes_with_its_text),
        cmocka_unit_test(meetings_are_put_together),
        cmocka_unit_test(lines_of_when_are_understood_or_kept),
        cmocka_unit_test(a_catalogue_may_add_words_and_places),
        cmocka_unit_test(many_services_are_found_by_their_ids),
        cmocka_unit_test(an_offer_names_itself),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("builder", tests, NULL, NULL);
}

/* What the builder tells of a bad entry: the problem's name, level and place, what is left out, and that nothing is told twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "entries.h"

struct bad {
    const char *fields; /* after `id=a` and `name=A` in lines 1 and 2 */
    const char *name;
    enum problem_level level;
    uint32_t line;
    uint32_t column;
    const char *sentence; /* a part of it */
};

static const struct bad bad_values[] = {
    {"areas=Fife|Scotish Borders", "unknown-area", PROBLEM_ERROR, 3, 12, "unknown area \"Scotish Borders\"; did you mean \"Scottish Borders\"?"},
    {"areas=Fife;  Atlantis", "unknown-area", PROBLEM_ERROR, 3, 14, "\"Atlantis\""},
    {"areas_maybe=Fief", "unknown-area", PROBLEM_ERROR, 3, 13, "did you mean \"Fife\"?"},
    {"with=transport; crehce", "unknown-word", PROBLEM_ERROR, 3, 17, "unknown word \"crehce\" in \"with\"; did you mean \"creche\"?"},
    {"formats=teleport", "unknown-word", PROBLEM_ERROR, 3, 9, "\"formats\""},
    {"who=mohters", "unknown-word", PROBLEM_ERROR, 3, 5, "\"mothers\""},
    {"who=none", "unknown-word", PROBLEM_ERROR, 3, 5, "\"none\""},
    {"kind=pub", "unknown-word", PROBLEM_ERROR, 3, 6, "\"kind\""},
    {"status=runing", "unknown-word", PROBLEM_ERROR, 3, 8, "\"running\""},
    {"language=urdu", "unknown-field", PROBLEM_WARNING, 3, 1, "did you mean \"languages\"?"},
    {"colour=red", "unknown-field", PROBLEM_WARNING, 3, 1, "x_"},
    {"lang_cy_sumary=Cymorth", "unknown-field", PROBLEM_WARNING, 3, 1, "lang_cy_sumary"},
    {"who=mothers\nwho=fathers", "repeated-field", PROBLEM_WARNING, 4, 1, "\"who\""},
    {"checked=yesterday", "bad-date", PROBLEM_ERROR, 3, 9, "2026-08-06"},
    {"ends_on=2026-02-30", "bad-date", PROBLEM_ERROR, 3, 9, "\"ends_on\""},
    {"stage_to=soon", "bad-stage", PROBLEM_ERROR, 3, 10, "\"soon\""},
    {"stage_to=none", "bad-stage", PROBLEM_ERROR, 3, 10, "12 months"},
    {"stage_from=2 years\nstage_to=6 weeks", "stage-ends-before-it-starts", PROBLEM_ERROR, 4, 10, "from \"2 years\" to \"6 weeks\""},
    {"stage_from=birth\nstage_to=birth", "stage-ends-before-it-starts", PROBLEM_ERROR, 4, 10, "birth"},
    {"stage_maybe_from=birth\nstage_maybe_to=20 weeks pregnant", "stage-ends-before-it-starts", PROBLEM_ERROR, 4, 16, "20 weeks pregnant"},
    {"parent_age_from=young", "bad-number", PROBLEM_ERROR, 3, 17, "from 0 to 120"},
    {"parent_age_to=999", "bad-number", PROBLEM_ERROR, 3, 15, "\"999\""},
    {"group_size_from=0", "bad-number", PROBLEM_ERROR, 3, 17, "from 1 to 10000"},
    {"group_size_to=-4", "bad-number", PROBLEM_ERROR, 3, 15, "\"-4\""},
    {"parent_age_from=25\nparent_age_to=18", "ages-the-wrong-way-round", PROBLEM_ERROR, 4, 15, "from 25 to 18"},
    {"parent_age_maybe_from=25\nparent_age_maybe_to=18", "ages-the-wrong-way-round", PROBLEM_ERROR, 4, 21, "from 25 to 18"},
    {"group_size_from=9\ngroup_size_to=4", "sizes-the-wrong-way-round", PROBLEM_ERROR, 4, 15, "from 9 to 4"},
    {"about_only=perhaps", "bad-yes-or-no", PROBLEM_ERROR, 3, 12, "\"about_only\""},
    {"meets_place=Hall\nmeets_hidden=perhaps", "bad-yes-or-no", PROBLEM_ERROR, 4, 14, "\"perhaps\""},
    {"when=Tuesdays 10am; every Tuesday by moonlight", "bad-session", PROBLEM_WARNING, 3, 35, "by moonlight"},
    {"when=Tuesdays 2-4", "bad-session", PROBLEM_WARNING, 3, 15, "am or pm"},
    {"meets_postcode=Paisley", "bad-postcode", PROBLEM_WARNING, 3, 16, "PA1 1JG"},
    {"meets_postcode=ZE99 1AA", "bad-postcode", PROBLEM_WARNING, 3, 16, "known"},
    {"meets_latitude=95\nmeets_longitude=0", "bad-number", PROBLEM_ERROR, 3, 16, "from -90 to 90"},
    {"meets_latitude=55\nmeets_longitude=west", "bad-number", PROBLEM_ERROR, 4, 17, "\"west\""},
    {"meets_place=Hall\nmeets_latitude=55", "half-a-point", PROBLEM_WARNING, 4, 16, "meets_longitude"},
    {"areas=Scotland\nareas_maybe=Northern Ireland|Fife", "maybe-inside-sure", PROBLEM_ADVICE, 4, 13, "\"Fife\" in \"areas_maybe\""},
    {"formats=group\nformats_maybe=group", "maybe-inside-sure", PROBLEM_ADVICE, 4, 15, "\"group\""},
    {"stage_to=2 years\nstage_maybe_to=1 year", "maybe-inside-sure", PROBLEM_ADVICE, 4, 16, "stage_maybe_to"},
    {"parent_age_to=25\nparent_age_maybe_to=20", "maybe-inside-sure", PROBLEM_ADVICE, 4, 21, "\"20\""},
    {"with=creche|transport\nwithout=transport", "word-in-with-and-without", PROBLEM_ERROR, 4, 9, "\"transport\""},
    {"ends_on=2027-03-31\nstatus=running", "ends-on-without-ending", PROBLEM_ADVICE, 3, 9, "ending"},
    {"with=creche|none", "none-with-others", PROBLEM_ERROR, 3, 13, "\"none\""},
    {"with=not stated; creche", "none-with-others", PROBLEM_ERROR, 3, 6, "\"not stated\""},
    {"who=mothers|fathers", "several-values", PROBLEM_ERROR, 3, 13, "\"fathers\""},
    {"checked=2020|2021", "several-values", PROBLEM_ERROR, 3, 14, "\"checked\""},
};

static void each_bad_value_has_its_problem(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad_values / sizeof bad_values[0]; i++) {
        const struct bad *bad = &bad_values[i];
        struct bench bench = bench_new();
        char text[200];
        snprintf(text, sizeof text, "id=a\nname=A\n%s", bad->fields);
        bool added = add_service(&bench, text, NULL, NULL);
        bench_finish(&bench);
        if (problems_count(bench.problems) != 1)
            fail_msg("%s: %zu problems", bad->fields, problems_count(bench.problems));
        const struct problem *problem = problems_at(bench.problems, 0);
        if (strcmp(problem->name, bad->name) != 0 || problem->level != bad->level || problem->where.line != bad->line ||
            problem->where.column != bad->column || strstr(problem->sentence, bad->sentence) == NULL)
            fail_msg("%s: %s %s at %u:%u: %s", bad->fields, problem_level_word(problem->level), problem->name, problem->where.line,
                     problem->where.column, problem->sentence);
        assert_string_equal(problem->where.file, "a.yaml");
        assert_int_equal(added, bad->level != PROBLEM_ERROR);
        assert_int_equal(bench.catalogue->offer_count, bad->level != PROBLEM_ERROR);
        assert_int_equal(bench.catalogue->left_out, bad->level == PROBLEM_ERROR);
        bench_free(&bench);
    }
}

/* Every problem of every level is told in a spreadsheet as well, at the same places. */
static void a_row_has_the_same_problems(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad_values / sizeof bad_values[0]; i++) {
        struct bench bench = bench_new();
        char text[200];
        snprintf(text, sizeof text, "service=a\nname=A\n%s", bad_values[i].fields);
        add_row(&bench, 1, text);
        bench_finish(&bench);
        assert_int_equal(problems_count(bench.problems), 1);
        assert_string_equal(problems_at(bench.problems, 0)->name, bad_values[i].name);
        assert_int_equal(problems_at(bench.problems, 0)->where.column, bad_values[i].column);
        bench_free(&bench);
    }
}

static void ids_and_names_are_asked_for(void **state)
{
    (void)state;
    static const struct {
        const char *service;
        const char *offer;
        const char *name;
        uint32_t line;
        const char *sentence;
    } cases[] = {
        {"name=A", NULL, "missing-id", 1, "service"},
        {"id=\nname=A", NULL, "missing-id", 1, "service"},
        {"id=a\nname=A", "name=B", "missing-id", 101, "offer"},
        {"id=a", NULL, "missing-name", 1, "name"},
        {"id=a\nname=not stated", NULL, "missing-name", 1, "name"},
        {"id=a\nname=none", "id=b", "missing-name", 1, "name"},
        {"id=Leith Dads!\nname=A", NULL, "bad-id", 1, "\"leith-dads\" would be right"},
        {"id=-a\nname=A", NULL, "bad-id", 1, "\"a\" would be right"},
        {"id=\xD0\x90\nname=A", NULL, "bad-id", 1, "small letters"},
        {"id=a\nname=A", "name=B\nid=b/c", "bad-id", 102, "\"b-c\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bench bench = bench_new();
        assert_false(add_service(&bench, cases[i].service, cases[i].offer, NULL));
        bench_finish(&bench);
        assert_int_equal(problems_count(bench.problems), 1);
        const struct problem *problem = problems_at(bench.problems, 0);
        assert_string_equal(problem->name, cases[i].name);
        assert_int_equal(problem->level, PROBLEM_ERROR);
        assert_int_equal(problem->where.line, cases[i].line);
        assert_non_null(strstr(problem->sentence, cases[i].sentence));
        assert_int_equal(bench.catalogue->left_out, 1);
        assert_int_equal(bench.catalogue->service_count, 0);
        bench_free(&bench);
    }
}

static void an_id_is_used_once(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    assert_true(add_service(&bench, "id=juno\nname=Juno", "id=a", "id=a"));
    assert_false(add_service(&bench, "name=Another\nid=juno", "id=b", NULL));
    assert_false(add_row(&bench, 7, "service=juno\nname=Juno\noffer=c"));
    assert_true(add_row(&bench, 8, "service=leith\nname=Leith"));
    assert_false(add_row(&bench, 9, "service=leith\nname=Leith"));
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 4);
    static const struct {
        uint32_t line;
        const char *sentence;
    } expected[] = {{201, "offer \"a\" stands already in a.yaml, line 101"}, {2, "service \"juno\" stands already in a.yaml, line 1"},
                    {7, "a.yaml, line 1"}, {9, "a.csv, line 8"}};
    for (size_t i = 0; i < 4; i++) {
        const struct problem *problem = problems_at(bench.problems, i);
        assert_string_equal(problem->name, "duplicate-id");
        assert_int_equal(problem->where.line, expected[i].line);
        if (strstr(problem->sentence, expected[i].sentence) == NULL)
            fail_msg("%s", problem->sentence);
    }
    assert_int_equal(bench.catalogue->left_out, 4);
    assert_int_equal(bench.catalogue->offer_count, 2);
    assert_int_equal(bench.catalogue->service_count, 2);
    bench_free(&bench);
}

static void all_problems_of_an_entry_come_at_once(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    assert_false(add_service(&bench, "id=Juno\nareas=Fief|Atlantis\nwho=mohters\nchecked=never\ncolour=red", "id=a\nwith=crehce", "stage_to=soon"));
    bench_finish(&bench);
    /* bad-id, two areas, a word, a date, a field, the missing name; then of the offers a word, a missing id, a stage. */
    assert_int_equal(problems_count(bench.problems), 10);
    assert_int_equal(problems_count_level(bench.problems, PROBLEM_ERROR), 9);
    assert_int_equal(bench.catalogue->left_out, 1);
    bench_free(&bench);
}

static void one_bad_offer_does_not_cost_the_others(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    assert_true(add_service(&bench, "id=juno\nname=Juno\nstage_to=2 years", "id=a\nstage_from=3 years", "id=b"));
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 1);
    assert_int_equal(problems_at(bench.problems, 0)->where.line, 102); /* told where the offer overrides, not where it inherits */
    assert_int_equal(bench.catalogue->offer_count, 1);
    assert_int_equal(bench.catalogue->left_out, 1);
    assert_non_null(offer_at(&bench, "juno/b"));
    bench_free(&bench);
}

static void a_column_of_a_spreadsheet_is_told_of_once(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    for (uint32_t line = 2; line < 50; line++) {
        char row[100];
        snprintf(row, sizeof row, "service=s-%u\nname=A\nid=7\nward=\nwards=12\nwho=mothers\nwho=fathers", line);
        assert_true(add_row(&bench, line, row));
    }
    bench_finish(&bench);
    assert_int_equal(problems_count(bench.problems), 4);
    assert_non_null(strstr(problems_at(bench.problems, 0)->sentence, "did you mean \"service\"?"));
    assert_string_equal(problems_at(bench.problems, 3)->name, "repeated-field");
    bench_free(&bench);
}

static void blocks_of_a_file_are_judged_too(void **state)
{
    (void)state;
    struct bench bench = bench_new();
    struct entry block = entry_of(bench.arena, "a.yaml", 1, "titel=X\nchecked=tomorrow\nterms=2026-10-09 to 2026-08-17|2026-08 to 2026-10|2026-08-17 to 2026-10-09");
    catalogue_builder_defaults(bench.builder, &block);
    struct entry fixed = entry_of(bench.arena, "a.yaml", 11, "id=dogs");
    struct entry taken = entry_of(bench.arena, "a.yaml", 21, "id=pram-walk\nsynonyms=creche");
    struct entry loss = entry_of(bench.arena, "a.yaml", 31, "id=grief\nloss=perhaps");
    struct entry unnamed = entry_of(bench.arena, "a.yaml", 41, "label=x");
    catalogue_builder_term(bench.builder, LIST_WHO, &fixed);
    catalogue_builder_term(bench.builder, LIST_WITH, &taken);
    catalogue_builder_term(bench.builder, LIST_ABOUT, &loss);
    catalogue_builder_term(bench.builder, LIST_ABOUT, &unnamed);
    struct entry place = entry_of(bench.arena, "a.yaml", 51, "name=Fife\ninside=Scotlnad\nkind=moon\nlatitude=far");
    catalogue_builder_place(bench.builder, &place);
    add_service(&bench, "id=a\nname=A\nwith=pram walk", NULL, NULL);
    bench_finish(&bench);
    static const struct {
        const char *name;
        uint32_t line;
        const char *sentence;
    } expected[] = {
        {"unknown-field", 1, "did you mean \"title\"?"}, {"bad-date", 3, "2026-10-09 to 2026-08-17"}, {"bad-date", 3, "\"2026-08 to 2026-10\""},
        {"bad-date", 2, "tomorrow"}, {"word-taken", 11, "fixed"}, {"word-taken", 21, "creche"}, {"bad-yes-or-no", 32, "loss"},
        {"missing-id", 41, "id"}, {"unknown-kind", 53, "moon"}, {"bad-number", 54, "far"}, {"place-taken", 51, "Fife"},
        {"unknown-area", 52, "did you mean \"Scotland\"?"},
    };
    assert_int_equal(problems_count(bench.problems), sizeof expected / sizeof expected[0]);
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        const struct problem *problem = problems_at(bench.problems, i);
        if (strcmp(problem->name, expected[i].name) != 0 || problem->where.line != expected[i].line || strstr(problem->sentence, expected[i].sentence) == NULL)
            fail_msg("%s at %u: %s", problem->name, problem->where.line, problem->sentence);
    }
    assert_int_equal(bench.catalogue->terms.count, 1);
    assert_int_equal(bench.catalogue->offer_count, 1);
    assert_int_equal(bench.catalogue->left_out, 0);
    bench_free(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_bad_value_has_its_problem),
        cmocka_unit_test(a_row_has_the_same_problems),
        cmocka_unit_test(ids_and_names_are_asked_for),
        cmocka_unit_test(an_id_is_used_once),
        cmocka_unit_test(all_problems_of_an_entry_come_at_once),
        cmocka_unit_test(one_bad_offer_does_not_cost_the_others),
        cmocka_unit_test(a_column_of_a_spreadsheet_is_told_of_once),
        cmocka_unit_test(blocks_of_a_file_are_judged_too),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("builder problems", tests, NULL, NULL);
}

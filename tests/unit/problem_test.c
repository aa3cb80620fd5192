/* Problems: gathered as they come, sorted as a person reads a file, and safe to show whatever they quote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/problem.h"
#include "text/memory.h"
#include "text/utf8.h"

static struct position at(const char *file, uint32_t line, uint32_t column)
{
    return (struct position){.file = file, .line = line, .column = column};
}

static void a_problem_is_kept_as_it_was_said(void **state)
{
    (void)state;
    struct problems *problems = problems_new();
    assert_int_equal(problems_count(problems), 0);
    char file[] = "services.yaml";
    char word[] = "Scotish Borders";
    problems_add(problems, PROBLEM_ERROR, "unknown-area", at(file, 41, 12), "unknown area \"%s\"; did you mean \"%s\"?", word,
                 "Scottish Borders");
    memset(file, 'x', sizeof file - 1);
    memset(word, 'x', sizeof word - 1);
    assert_int_equal(problems_count(problems), 1);
    const struct problem *problem = problems_at(problems, 0);
    assert_int_equal(problem->level, PROBLEM_ERROR);
    assert_string_equal(problem->name, "unknown-area");
    assert_string_equal(problem->where.file, "services.yaml");
    assert_int_equal(problem->where.line, 41);
    assert_int_equal(problem->where.column, 12);
    assert_string_equal(problem->sentence, "unknown area \"Scotish Borders\"; did you mean \"Scottish Borders\"?");
    problems_free(problems);
    problems_free(NULL);
}

static void levels_are_counted_and_have_words(void **state)
{
    (void)state;
    struct problems *problems = problems_new();
    for (int i = 0; i < 6; i++)
        problems_add(problems, i < 1 ? PROBLEM_ERROR : i < 3 ? PROBLEM_WARNING : PROBLEM_ADVICE, "stale", at("a", 1, 1), "%d", i);
    assert_int_equal(problems_count_level(problems, PROBLEM_ERROR), 1);
    assert_int_equal(problems_count_level(problems, PROBLEM_WARNING), 2);
    assert_int_equal(problems_count_level(problems, PROBLEM_ADVICE), 3);
    assert_string_equal(problem_level_word(PROBLEM_ERROR), "error");
    assert_string_equal(problem_level_word(PROBLEM_WARNING), "warning");
    assert_string_equal(problem_level_word(PROBLEM_ADVICE), "advice");
    problems_free(problems);
}

static void sorted_by_file_line_and_column_and_otherwise_as_added(void **state)
{
    (void)state;
    struct problems *problems = problems_new();
    problems_sort(problems);
    problems_add(problems, PROBLEM_ADVICE, "stale", at("b", 1, 1), "6");
    problems_add(problems, PROBLEM_ERROR, "stale", at("a", 10, 1), "4");
    problems_add(problems, PROBLEM_ADVICE, "stale", at("a", 9, 20), "3");
    problems_add(problems, PROBLEM_ERROR, "stale", at("a", 9, 3), "1");
    problems_add(problems, PROBLEM_ADVICE, "stale", at("a", 9, 3), "2");
    problems_add(problems, PROBLEM_ERROR, "stale", at(NULL, 99, 1), "0");
    problems_add(problems, PROBLEM_WARNING, "stale", at("a", 4000000000u, 1), "5");
    problems_sort(problems);
    for (size_t i = 0; i < problems_count(problems); i++) {
        const char wanted[] = {(char)('0' + i), '\0'};
        assert_string_equal(problems_at(problems, i)->sentence, wanted);
    }
    assert_null(problems_at(problems, 0)->where.file);
    problems_free(problems);
}

static void many_equal_ones_keep_their_order(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    struct problems *problems = problems_new();
    for (int i = 0; i < MANY; i++)
        problems_add(problems, PROBLEM_ERROR, "stale", at(i % 2 == 0 ? "even" : "odd", 1, 1), "%04d", i);
    problems_sort(problems);
    for (size_t i = 1; i < MANY; i++) {
        const struct problem *before = problems_at(problems, i - 1);
        const struct problem *after = problems_at(problems, i);
        if (strcmp(before->where.file, after->where.file) == 0)
            assert_true(strcmp(before->sentence, after->sentence) < 0);
        else
            assert_int_equal(i, MANY / 2);
    }
    problems_free(problems);
}

static void nothing_hostile_is_shown(void **state)
{
    (void)state;
    struct problems *problems = problems_new();
    problems_add(problems, PROBLEM_ERROR, "unknown-area", at("\x1b]0;owned\a.yaml", 1, 1), "unknown area \"%s\"",
                 "a\x1b[2Jb\nc\xE2\x80\xAE" "d\xff");
    const struct problem *problem = problems_at(problems, 0);
    assert_string_equal(problem->sentence, "unknown area \"a\xEF\xBF\xBD[2Jb c\xEF\xBF\xBD" "d\xEF\xBF\xBD\"");
    assert_string_equal(problem->where.file, "\xEF\xBF\xBD]0;owned\xEF\xBF\xBD.yaml");
    problems_free(problems);
}

static void a_value_as_long_as_a_file_is_cut_between_characters(void **state)
{
    (void)state;
    enum { LONG = 100000 };
    struct problems *problems = problems_new();
    char *value = memory_new(2 * LONG + 1, 1);
    for (size_t i = 0; i < LONG; i++)
        memcpy(value + 2 * i, "\xC3\xA9", 2);
    for (int lead = 0; lead < 2; lead++)
        problems_add(problems, PROBLEM_ERROR, "unknown-area", at("a", 1, 1), "%s%s", lead == 0 ? "" : "x", value);
    for (size_t i = 0; i < 2; i++) {
        const char *sentence = problems_at(problems, i)->sentence;
        size_t length = strlen(sentence);
        assert_in_range(length, 1000, 2010);
        assert_true(utf8_valid(sentence, length));
        assert_string_equal(sentence + length - 5, "\xC3\xA9\xE2\x80\xA6");
    }
    free(value);
    problems_free(problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_problem_is_kept_as_it_was_said),
        cmocka_unit_test(levels_are_counted_and_have_words),
        cmocka_unit_test(sorted_by_file_line_and_column_and_otherwise_as_added),
        cmocka_unit_test(many_equal_ones_keep_their_order),
        cmocka_unit_test(nothing_hostile_is_shown),
        cmocka_unit_test(a_value_as_long_as_a_file_is_cut_between_characters),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("problem", tests, NULL, NULL);
}

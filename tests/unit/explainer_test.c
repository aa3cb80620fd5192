/* "What is peer support?": the words that ship keep to the rules of words, a file with mistakes says where, and without a file something is said. */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "loading.h"
#include "read/catalogue_files.h"
#include "text/fold.h"
#include "write/explain.h"

enum { WORDS_MOST = 20 };

static struct explainer *shipped(struct problems *problems)
{
    struct bytes bytes;
    const char *path = data_file("words/peer-support.yaml");
    assert_true(bytes_read(path, &bytes, problems));
    struct explainer *explainer = read_explainer(path, &bytes, problems);
    bytes_free(&bytes);
    assert_non_null(explainer);
    return explainer;
}

static void what_ships_is_whole_and_says_where_it_is_from(void **state)
{
    (void)state;
    struct problems *problems = problems_new();
    struct explainer *explainer = shipped(problems);
    assert_int_equal(problems_count(problems), 0);
    size_t counts[2] = {0};
    for (size_t i = 0; i < explainer->count; i++) {
        const struct explainer_part *part = &explainer->parts[i];
        counts[part->reader]++;
        assert_true(part->source_count > 0);
        for (size_t other = 0; other < i; other++)
            assert_string_not_equal(part->id, explainer->parts[other].id);
    }
    assert_true(counts[READER_HER] >= 5);
    assert_true(counts[READER_PROFESSIONAL] >= 5);
    explainer_free(explainer);
    problems_free(problems);
}

/* INTERFACE.md, rule 10: sentences of 20 words or fewer. A dot, a question mark or a colon ends one. */
static void check_sentences(const char *id, const char *text)
{
    size_t words = 0;
    bool in_word = false;
    for (const char *at = text;; at++) {
        bool ends = *at == '\0' || (strchr(".?!:", *at) && (at[1] == ' ' || at[1] == '\0'));
        if (!isspace((unsigned char)*at) && *at != '\0' && !in_word)
            words++;
        in_word = *at != '\0' && !isspace((unsigned char)*at);
        if (ends && words > WORDS_MOST)
            fail_msg("%s: %zu words end before: %s", id, words, at);
        if (ends)
            words = 0;
        if (*at == '\0')
            return;
    }
}

static void check_words(const char *id, const char *text)
{
    /* Rule 10, and promises that no service has made to us. */
    static const char *const never[] = {"perinatal", "antenatal", "postnatal", "trimester", "suffer", "mentally ill", "confidential", "nobody will know",
                                        "never tell", "no one will know", "will not tell", "safe space", "clinician", " your gp"};
    struct buffer folded = {0};
    buffer_add_byte(&folded, ' ');
    fold_words(&folded, text, strlen(text));
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (strstr(buffer_text(&folded), never[i]))
            fail_msg("%s: \"%s\" stands in: %s", id, never[i], text);
    buffer_free(&folded);
}

static void plain_words_are_plain_and_promise_nothing(void **state)
{
    (void)state;
    struct problems *problems = problems_new();
    struct explainer *explainer = shipped(problems);
    bool danger = false;
    bool ask = false;
    for (size_t i = 0; i < explainer->count; i++) {
        const struct explainer_part *part = &explainer->parts[i];
        for (size_t paragraph = 0; paragraph < part->words.paragraph_count; paragraph++) {
            const char *text = part->words.paragraphs[paragraph];
            check_sentences(part->id, text);
            if (part->reader != READER_HER)
                continue;
            check_words(part->id, text);
            danger = danger || strstr(text, "999");
            ask = ask || strstr(text, "What do you keep to yourselves?");
        }
        if (part->reader == READER_HER)
            check_words(part->id, part->words.heading);
    }
    assert_true(danger);
    assert_true(ask);
    explainer_free(explainer);
    problems_free(problems);
}

static struct explainer *read_text(const char *text, struct problems *problems)
{
    char copy[2048];
    snprintf(copy, sizeof copy, "%s", text);
    struct bytes bytes = {.text = copy, .length = strlen(copy)};
    return read_explainer("words.yaml", &bytes, problems);
}

static void mistakes_have_a_place_and_cost_only_themselves(void **state)
{
    (void)state;
    struct problems *problems = problems_new();
    struct explainer *explainer = read_text("explainer:\n"
                                            "  - {id: a, for: her, heading: A, text: [One., Two.], source: S 2020}\n"
                                            "  - {id: b, for: him, heading: B, text: Two.}\n"
                                            "  - {id: c, for: her, text: Three.}\n"
                                            "  - {id: d, for: her, heading: D, text: Four., hedding: no}\n"
                                            "  - {id: e, for: professional, heading: {x: y}, text: Five.}\n"
                                            "  - text\n"
                                            "  - {for: her, heading: F, text: []}\n"
                                            "  - {id: g, heading: G, text: \"a\\e[2Jb\"}\n"
                                            "  - {id: h, for: her, heading: H, text: H, lang: {cy: {heading: Ha}, gd: none, fr: {heading: Hé, text: Hi}}}\n"
                                            "explain: {a: b}\n",
                                            problems);
    struct buffer found = {0};
    problems_text(&found, problems);
    assert_string_equal(buffer_text(&found), "3:18 unknown-word\n"
                                             "4:5 missing-field\n"
                                             "5:48 unknown-field\n"
                                             "6:41 nested-value\n"
                                             "6:5 missing-field\n"
                                             "7:5 not-a-mapping\n"
                                             "8:5 missing-field\n"
                                             "8:5 missing-field\n"
                                             "9:31 unsafe-text\n"
                                             "9:5 missing-field\n"
                                             "10:55 missing-field\n"
                                             "10:74 not-a-mapping\n"
                                             "11:1 unknown-field\n");
    buffer_free(&found);
    assert_non_null(explainer);
    assert_int_equal(explainer->count, 3);
    assert_string_equal(explainer->parts[0].id, "a");
    assert_int_equal(explainer->parts[0].words.paragraph_count, 2);
    assert_string_equal(explainer->parts[0].sources[0], "S 2020");
    assert_string_equal(explainer->parts[1].id, "d");
    assert_string_equal(explainer_words_in(&explainer->parts[2], "fr-FR")->heading, "Hé");
    assert_string_equal(explainer_words_in(&explainer->parts[2], "cy")->heading, "H");
    assert_string_equal(explainer_words_in(&explainer->parts[2], "f")->heading, "H");
    explainer_free(explainer);
    problems_free(problems);
}

static void a_file_with_nothing_in_it_is_told(void **state)
{
    (void)state;
    struct problems *problems = problems_new();
    assert_null(read_text("explainer: []\n", problems));
    assert_string_equal(only_problem(problems, PROBLEM_ERROR, "empty-file")->where.file, "words.yaml");
    problems_free(problems);
}

static void without_a_part_for_the_reader_a_sentence_stands_in(void **state)
{
    (void)state;
    struct problems *problems = problems_new();
    struct arena *arena = arena_new();
    struct explainer *explainer = read_text("explainer: [{id: a, for: professional, heading: A, text: Text., source: [S 2020, T 2021]}]\n", problems);
    struct sheet sheet = explain(explainer, READER_PROFESSIONAL, arena);
    assert_int_equal(sheet.count, 3);
    assert_int_equal(sheet.lines[0].role, SHEET_HEADING);
    assert_string_equal(sheet.lines[2].text, "From: S 2020; T 2021.");
    for (int none = 0; none < 2; none++) {
        sheet = explain(none ? NULL : explainer, READER_HER, arena);
        assert_int_equal(sheet.count, 1);
        assert_non_null(strstr(sheet.lines[0].text, "not counselling"));
        check_sentences("stand-in", sheet.lines[0].text);
        check_words("stand-in", sheet.lines[0].text);
    }
    explainer_free(explainer);
    problems_free(problems);
    arena_free(arena);
}

static void a_missing_or_broken_file_costs_no_catalogue(void **state)
{
    (void)state;
    const char *path = data_file("services.yaml");
    struct load_request request = request_of(&path, 1);
    request.explainer = "no-such-file.yaml";
    struct loaded loaded = load(&request);
    assert_non_null(loaded.catalogue);
    assert_null(loaded.catalogue->explainer);
    assert_int_equal(problems_count_level(loaded.problems, PROBLEM_ERROR), 1);
    loaded_free(&loaded);
    request.explainer = path; /* it is YAML, but of another kind */
    loaded = load(&request);
    assert_non_null(loaded.catalogue);
    assert_null(loaded.catalogue->explainer);
    loaded_free(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_ships_is_whole_and_says_where_it_is_from),
        cmocka_unit_test(plain_words_are_plain_and_promise_nothing),
        cmocka_unit_test(mistakes_have_a_place_and_cost_only_themselves),
        cmocka_unit_test(a_file_with_nothing_in_it_is_told),
        cmocka_unit_test(without_a_part_for_the_reader_a_sentence_stands_in),
        cmocka_unit_test(a_missing_or_broken_file_costs_no_catalogue),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("explainer", tests, NULL, NULL);
}

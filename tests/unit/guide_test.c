/* The guided way in: what people type, and what it means. Over the places and words that ship. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "match/guide.h"
#include "match_real.h"
#include "text/fold.h"
#include "text/utf8.h"

static struct catalogue *catalogue;
static struct matcher *matcher;
static const struct need_setting *setting;

static int set_up(void **state)
{
    (void)state;
    catalogue = real_catalogue("services.yaml");
    if (!catalogue)
        return -1;
    matcher = real_matcher(catalogue);
    setting = matcher_need_setting(matcher);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    matcher_free(matcher);
    catalogue_free(catalogue);
    return 0;
}

/* terms NULL: it must not be taken. opens: what must follow. */
struct expected {
    const char *text;
    const char *terms;
    enum guide_question opens;
};

static void expect(enum guide_question question, const struct expected *expected, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct guide_answer answer = guide_understand(question, setting, expected[i].text);
        if (expected[i].terms && (answer.meaning != GUIDE_TAKEN || strcmp(answer.terms, expected[i].terms) != 0))
            fail_msg("\"%s\" should be \"%s\", is %d \"%s\" %s", expected[i].text, expected[i].terms, answer.meaning, answer.terms ? answer.terms : "",
                     answer.sentence ? answer.sentence : "");
        if (expected[i].terms && answer.opens != expected[i].opens)
            fail_msg("\"%s\" should open %d, opens %d", expected[i].text, expected[i].opens, answer.opens);
        if (!expected[i].terms && (answer.meaning == GUIDE_TAKEN || answer.meaning == GUIDE_SKIPPED || !answer.sentence))
            fail_msg("\"%s\" should not be taken, is %d \"%s\"", expected[i].text, answer.meaning, answer.terms ? answer.terms : "");
        guide_answer_free(&answer);
    }
}
#define EXPECT(question, list) expect((question), (list), sizeof(list) / sizeof *(list))

/* The terms that a choice of the answer would write, or NULL. */
static const char *offered(const struct guide_answer *answer, const char *terms)
{
    for (size_t i = 0; i < answer->choice_count; i++) {
        if (strcmp(answer->choices[i].terms, terms) == 0)
            return answer->choices[i].label;
    }
    return NULL;
}

static void expect_offered(enum guide_question question, const char *text, enum guide_meaning meaning, const char *terms)
{
    struct guide_answer answer = guide_understand(question, setting, text);
    if (answer.meaning != meaning || !offered(&answer, terms))
        fail_msg("\"%s\" should offer \"%s\"; is %d %s", text, terms, answer.meaning, answer.sentence ? answer.sentence : "");
    guide_answer_free(&answer);
}

static void the_words_of_the_questions_are_plain(void **state)
{
    (void)state;
    static const char *const never[] = {"perinatal", "antenatal", "suffering", "mental", "diagnos", "trimester"};
    for (size_t i = 0; i < GUIDE_QUESTION_COUNT; i++) {
        const struct guide_row *row = &guide_rows[i];
        assert_non_null(row->title);
        assert_true(row->choice_count >= 2 && row->choice_count <= 9);
        assert_int_equal(row->ask[strlen(row->ask) - 1], '?');
        for (size_t j = 0; j < sizeof never / sizeof *never; j++) {
            assert_null(strstr(row->ask, never[j]));
            assert_null(strstr(row->hint, never[j]));
            for (size_t k = 0; k < row->choice_count; k++)
                assert_null(strstr(row->choices[k].label, never[j]));
        }
    }
}

static void every_choice_is_understood_by_number_and_by_its_words(void **state)
{
    (void)state;
    for (enum guide_question question = 0; question < GUIDE_QUESTION_COUNT; question++) {
        const struct guide_row *row = &guide_rows[question];
        for (size_t i = 0; i < row->choice_count; i++) {
            struct guide_answer answer = guide_understand(question, setting, row->choices[i].label);
            assert_int_equal(answer.meaning, GUIDE_TAKEN);
            assert_string_equal(answer.terms, row->choices[i].terms);
            assert_int_equal(answer.opens, row->choices[i].opens);
            struct need *need = need_new();
            assert_true(guide_apply(need, setting, question, &answer));
            assert_int_equal(need_count(need), *answer.terms ? 1 : 0);
            guide_answer_free(&answer);
            need_free(need);
            char number[] = {(char)('1' + i), '\0'};
            answer = guide_understand(question, setting, number);
            if (!row->amount)
                assert_string_equal(answer.terms, row->choices[i].terms);
            guide_answer_free(&answer);
        }
    }
}

static void nothing_said_changes_nothing(void **state)
{
    (void)state;
    static const char *const silence[] = {"", "   ", "skip", "Pass.", "\t"};
    for (enum guide_question question = 0; question < GUIDE_QUESTION_COUNT; question++) {
        for (size_t i = 0; i < sizeof silence / sizeof *silence; i++) {
            struct guide_answer answer = guide_understand(question, setting, silence[i]);
            assert_int_equal(answer.meaning, GUIDE_SKIPPED);
            guide_answer_free(&answer);
        }
    }
    static const struct expected open[] = {{"I would rather not say", "", GUIDE_NONE}, {"no", "", GUIDE_NONE}, {"don't know", "", GUIDE_NONE}};
    for (enum guide_question question = 0; question < GUIDE_COUNT; question++)
        EXPECT(question, open);
    struct guide_answer answer = guide_understand(GUIDE_WEEKS, setting, "I don't know");
    assert_int_equal(answer.meaning, GUIDE_SKIPPED);
    guide_answer_free(&answer);
}

static void where_takes_places_and_the_first_half_of_a_postcode(void **state)
{
    (void)state;
    static const struct expected where[] = {
        {"falkirk", "in:Falkirk", GUIDE_NONE},
        {"  FALKIRK. ", "in:Falkirk", GUIDE_NONE},
        {"fk1", "in:FK1", GUIDE_NONE},
        {"fk1 1aa", "in:FK1", GUIDE_NONE},
        {"FK11AA", "in:FK1", GUIDE_NONE},
        {"I live in Falkirk", "in:Falkirk", GUIDE_NONE},
        {"in the scottish borders", "in:\"Scottish Borders\"", GUIDE_NONE},
        {"Armagh City, Banbridge and Craigavon", "in:\"Armagh City, Banbridge and Craigavon\"", GUIDE_NONE},
        {"12 High Street, Falkirk", "in:Falkirk", GUIDE_NONE},
        {"Falkirk, Scotland", "in:Falkirk", GUIDE_NONE},
        {"1", "in:Scotland", GUIDE_NONE},
        {"northern ireland", "in:\"Northern Ireland\"", GUIDE_NONE},
        {"in:fife pregnant:20", "in:Fife pregnant:20", GUIDE_NONE},
        {"anywhere", "", GUIDE_NONE},
        {"Falkrik", NULL, GUIDE_NONE},
        {"zz99", NULL, GUIDE_NONE},
        {"6", NULL, GUIDE_NONE},
        {"in:Falkrik", NULL, GUIDE_NONE},
        {"somewhere over the rainbow", NULL, GUIDE_NONE},
    };
    EXPECT(GUIDE_WHERE, where);
    expect_offered(GUIDE_WHERE, "Falkrik", GUIDE_UNCLEAR, "in:Falkirk");
    expect_offered(GUIDE_WHERE, "in:Falkrik", GUIDE_UNCLEAR, "in:Falkirk");
    expect_offered(GUIDE_WHERE, "down the road from stirling", GUIDE_UNCLEAR, "in:Stirling");
}

static void no_postcode_is_said_back(void **state)
{
    (void)state;
    struct guide_answer answer = guide_understand(GUIDE_WHERE, setting, "QX9 1ZZ");
    assert_int_equal(answer.meaning, GUIDE_UNCLEAR);
    assert_null(strstr(answer.sentence, "QX9"));
    assert_null(strstr(answer.sentence, "1ZZ"));
    guide_answer_free(&answer);
}

static void a_stage_in_many_words(void **state)
{
    (void)state;
    static const struct expected stage[] = {
        {"20 weeks", "pregnant:20", GUIDE_NONE},
        {"20", "pregnant:20", GUIDE_NONE},
        {"20w", "pregnant:20", GUIDE_NONE},
        {"20+3", "pregnant:20+3", GUIDE_NONE},
        {"20 weeks and 3 days", "pregnant:20+3", GUIDE_NONE},
        {"I am about 20 weeks pregnant", "pregnant:20", GUIDE_NONE},
        {"6 weeks pregnant", "pregnant:6", GUIDE_NONE},
        {"pregnant 14", "pregnant:14", GUIDE_NONE},
        {"pregnant", "pregnant:any", GUIDE_WEEKS},
        {"3 months pregnant", "pregnant:any", GUIDE_WEEKS},
        {"expecting", "pregnant:any", GUIDE_WEEKS},
        {"my baby is due soon", "pregnant:any", GUIDE_WEEKS},
        {"20 weeks pregnant with my second child", "pregnant:20", GUIDE_NONE},
        {"3 months", "child:3m", GUIDE_NONE},
        {"14m", "child:14m", GUIDE_NONE},
        {"2 years", "child:2y", GUIDE_NONE},
        {"two years", "child:2y", GUIDE_NONE},
        {"a year", "child:1y", GUIDE_NONE},
        {"a 2 year old", "child:2y", GUIDE_NONE},
        {"2 years 3 months", "child:27m", GUIDE_NONE},
        {"6 weeks old", "child:6w", GUIDE_NONE},
        {"my baby is six weeks", "child:6w", GUIDE_NONE},
        {"born 3 weeks ago", "child:3w", GUIDE_NONE},
        {"5 days old", "child:0w", GUIDE_NONE},
        {"newborn", "child:0w", GUIDE_NONE},
        {"a new baby", "child:0w", GUIDE_NONE},
        {"60 weeks", "child:60w", GUIDE_NONE},
        {"toddler", "child:any", GUIDE_AGE},
        {"2", "child:any", GUIDE_AGE},
        {"1", "pregnant:any", GUIDE_WEEKS},
        {"born early", "child:any", GUIDE_AGE},
        {"child:14m", "child:14m", GUIDE_NONE},
        {"weeks", NULL, GUIDE_NONE},
        {"20 bananas", NULL, GUIDE_NONE},
        {"99", NULL, GUIDE_NONE},
        {"trying for a baby", NULL, GUIDE_NONE},
        {"0", NULL, GUIDE_NONE},
        {"99999 weeks pregnant", NULL, GUIDE_NONE},
        {"999999999999999999 weeks", NULL, GUIDE_NONE},
        {"50 years old", NULL, GUIDE_NONE},
        {"-3 months", "child:3m", GUIDE_NONE},
    };
    EXPECT(GUIDE_STAGE, stage);
}

static void what_can_mean_two_things_is_asked(void **state)
{
    (void)state;
    expect_offered(GUIDE_STAGE, "8 weeks", GUIDE_WHICH, "pregnant:8");
    expect_offered(GUIDE_STAGE, "8 weeks", GUIDE_WHICH, "child:8w");
    expect_offered(GUIDE_STAGE, "9", GUIDE_WHICH, "pregnant:9");
    expect_offered(GUIDE_STAGE, "9", GUIDE_WHICH, "child:9m");
    expect_offered(GUIDE_STAGE, "18", GUIDE_WHICH, "child:18m");
    expect_offered(GUIDE_AGE, "2", GUIDE_WHICH, "child:2w");
    expect_offered(GUIDE_AGE, "2", GUIDE_WHICH, "child:2m");
    expect_offered(GUIDE_AGE, "2", GUIDE_WHICH, "child:2y");
    expect_offered(GUIDE_STAGE, "pregnant and I have a 2 year old", GUIDE_WHICH, "child:2y");
    expect_offered(GUIDE_STAGE, "1 March", GUIDE_WHICH, "born:2026-03-01");
    expect_offered(GUIDE_STAGE, "1 March", GUIDE_WHICH, "due:2027-03-01");
    expect_offered(GUIDE_WHO, "my mother's partner", GUIDE_WHICH, "who:partner");
}

static void dates_find_their_year(void **state)
{
    (void)state;
    static const struct expected stage[] = {
        {"born 4 July 2026", "born:2026-07-04", GUIDE_NONE},
        {"Born on the 4th of July 2026", "born:2026-07-04", GUIDE_NONE},
        {"4 July 2026", "born:2026-07-04", GUIDE_NONE},
        {"born 4 July", "born:2026-07-04", GUIDE_NONE},
        {"born 25 December", "born:2025-12-25", GUIDE_NONE},
        {"born 4/7/2026", "born:2026-07-04", GUIDE_NONE},
        {"due 1 March 2027", "due:2027-03-01", GUIDE_NONE},
        {"my due date is 1 March", "due:2027-03-01", GUIDE_NONE},
        {"due on 10 December", "due:2026-12-10", GUIDE_NONE},
        {"due 2027-03-01", "due:2027-03-01", GUIDE_NONE},
        {"2027-03-01", "due:2027-03-01", GUIDE_NONE},
        {"due in 8 weeks", "due:2027-01-18", GUIDE_NONE},
        {"born in July", NULL, GUIDE_NONE},
        {"July 2026", NULL, GUIDE_NONE},
        {"born 31 February 2026", NULL, GUIDE_NONE},
        {"born 1 January 2027", NULL, GUIDE_NONE},
        {"due 1 January 2035", NULL, GUIDE_NONE},
        {"2020", NULL, GUIDE_NONE},
    };
    EXPECT(GUIDE_STAGE, stage);
    static const struct expected weeks[] = {{"1 March", "due:2027-03-01", GUIDE_NONE}, {"due 1 March", "due:2027-03-01", GUIDE_NONE}};
    EXPECT(GUIDE_WEEKS, weeks);
    static const struct expected age[] = {{"4 July", "born:2026-07-04", GUIDE_NONE}, {"4 July 2025", "born:2025-07-04", GUIDE_NONE}};
    EXPECT(GUIDE_AGE, age);
}

static void the_questions_that_follow(void **state)
{
    (void)state;
    static const struct expected weeks[] = {
        {"2", "pregnant:2", GUIDE_NONE},          {"20", "pregnant:20", GUIDE_NONE},        {"6 weeks", "pregnant:6", GUIDE_NONE},
        {"20 and 3", NULL, GUIDE_NONE},           {"20+3", "pregnant:20+3", GUIDE_NONE},    {"6 months", NULL, GUIDE_NONE},
        {"43", NULL, GUIDE_NONE},                 {"many", NULL, GUIDE_NONE},              {"I lost the baby", "after:loss", GUIDE_NONE},
        {"6 weeks old baby", "child:6w", GUIDE_NONE},
    };
    EXPECT(GUIDE_WEEKS, weeks);
    static const struct expected age[] = {
        {"6 weeks", "child:6w", GUIDE_NONE},      {"3 months", "child:3m", GUIDE_NONE},     {"2 years", "child:2y", GUIDE_NONE},
        {"0", "child:0w", GUIDE_NONE},            {"newborn", "child:0w", GUIDE_NONE},      {"old", NULL, GUIDE_NONE},
        {"20 weeks pregnant", "pregnant:20", GUIDE_NONE}, {"she died", "after:loss", GUIDE_NONE},
    };
    EXPECT(GUIDE_AGE, age);
    assert_int_equal(guide_next(GUIDE_WHERE, GUIDE_NONE), GUIDE_STAGE);
    assert_int_equal(guide_next(GUIDE_STAGE, GUIDE_NONE), GUIDE_WHO);
    assert_int_equal(guide_next(GUIDE_STAGE, GUIDE_WEEKS), GUIDE_WEEKS);
    assert_int_equal(guide_next(GUIDE_WEEKS, GUIDE_NONE), GUIDE_WHO);
    assert_int_equal(guide_next(GUIDE_AGE, GUIDE_NONE), GUIDE_WHO);
    assert_int_equal(guide_next(GUIDE_HOW, GUIDE_NONE), GUIDE_NONE);
}

static void a_loss_never_asks_an_age(void **state)
{
    (void)state;
    static const struct expected loss[] = {
        {"loss", "after:loss", GUIDE_NONE},
        {"miscarriage", "after:loss", GUIDE_NONE},
        {"miscarriage at 20 weeks", "after:loss", GUIDE_NONE},
        {"my baby died 3 months ago", "after:loss", GUIDE_NONE},
        {"stillborn at 38 weeks", "after:loss", GUIDE_NONE},
        {"born sleeping on 4 July 2026", "after:loss", GUIDE_NONE},
        {"I lost my baby when I was 20 weeks pregnant", "after:loss", GUIDE_NONE},
        {"ectopic", "after:loss", GUIDE_NONE},
        {"TFMR", "after:loss", GUIDE_NONE},
        {"cot death", "after:loss", GUIDE_NONE},
        {"after a loss", "after:loss", GUIDE_NONE},
        {"I have lost a baby", "after:loss", GUIDE_NONE},
        {"3", "after:loss", GUIDE_NONE},
    };
    EXPECT(GUIDE_STAGE, loss);
    expect_offered(GUIDE_STAGE, "pregnant again after a miscarriage", GUIDE_WHICH, "pregnant:any");
    expect_offered(GUIDE_STAGE, "rainbow baby", GUIDE_WHICH, "after:loss");
}

static void who_and_how_by_any_of_their_names(void **state)
{
    (void)state;
    static const struct expected who[] = {
        {"mum", "who:mother", GUIDE_NONE},       {"I'm a mum", "who:mother", GUIDE_NONE}, {"dad", "who:father", GUIDE_NONE},
        {"her partner", "who:partner", GUIDE_NONE}, {"gran", "who:carer", GUIDE_NONE},     {"4", "who:carer", GUIDE_NONE},
        {"not the mother", NULL, GUIDE_NONE},    {"a plumber", NULL, GUIDE_NONE},         {"9", NULL, GUIDE_NONE},
    };
    EXPECT(GUIDE_WHO, who);
    expect_offered(GUIDE_WHO, "mumm", GUIDE_UNCLEAR, "who:mother");
    static const struct expected how[] = {
        {"group", "format:group", GUIDE_NONE},
        {"in a group or online", "format:group,online", GUIDE_NONE},
        {"one to one", "format:one-to-one", GUIDE_NONE},
        {"video call", "format:online", GUIDE_NONE},
        {"1 and 3", "format:group,online", GUIDE_NONE},
        {"1,3", "format:group,online", GUIDE_NONE},
        {"2", "format:one-to-one", GUIDE_NONE},
        {"1 5", "", GUIDE_NONE},
        {"i don't mind", "", GUIDE_NONE},
        {"not a group", NULL, GUIDE_NONE},
        {"1 and 9", NULL, GUIDE_NONE},
        {"gruop", NULL, GUIDE_NONE},
    };
    EXPECT(GUIDE_HOW, how);
    expect_offered(GUIDE_HOW, "gruop", GUIDE_UNCLEAR, "format:group");
}

static void apply(struct need *need, enum guide_question question, const char *text)
{
    struct guide_answer answer = guide_understand(question, setting, text);
    assert_int_equal(answer.meaning, GUIDE_TAKEN);
    assert_true(guide_apply(need, setting, question, &answer));
    guide_answer_free(&answer);
}

static void expect_line(const struct need *need, const char *line)
{
    struct buffer out = {0};
    need_line(&out, need);
    assert_string_equal(buffer_text(&out), line);
    buffer_free(&out);
}

static void an_answer_takes_the_place_of_the_one_before(void **state)
{
    (void)state;
    struct need *need = need_new();
    assert_true(need_parse(need, setting, "with:creche -format:online", NULL));
    apply(need, GUIDE_WHERE, "falkirk");
    apply(need, GUIDE_STAGE, "pregnant");
    apply(need, GUIDE_WEEKS, "20");
    apply(need, GUIDE_HOW, "group");
    expect_line(need, "with:creche -format:online in:Falkirk pregnant:20 format:group");
    apply(need, GUIDE_HOW, "one to one");
    apply(need, GUIDE_WHERE, "fk1");
    apply(need, GUIDE_STAGE, "born 4 July 2026");
    expect_line(need, "with:creche -format:online format:one-to-one in:FK1 born:2026-07-04");
    struct buffer now = {0};
    guide_now(&now, need, setting, GUIDE_STAGE);
    assert_string_equal(buffer_text(&now), "Born 4 July 2026");
    buffer_free(&now);
    apply(need, GUIDE_STAGE, "stillbirth");
    apply(need, GUIDE_STAGE, "stillbirth");
    expect_line(need, "with:creche -format:online format:one-to-one in:FK1 after:loss");
    apply(need, GUIDE_STAGE, "rather not say");
    apply(need, GUIDE_WHERE, "5");
    apply(need, GUIDE_HOW, "5");
    expect_line(need, "with:creche -format:online");
    need_free(need);
}

static void terms_that_the_words_do_not_know_change_nothing(void **state)
{
    (void)state;
    struct need *need = need_new();
    assert_true(need_parse(need, setting, "format:group", NULL));
    struct guide_choice strange = {"By carrier pigeon", "format:pigeon", GUIDE_NONE};
    struct guide_answer answer = guide_choose(&strange);
    assert_false(guide_apply(need, setting, GUIDE_HOW, &answer));
    guide_answer_free(&answer);
    expect_line(need, "format:group");
    need_free(need);
}

static void urgent_words_are_heard(void **state)
{
    (void)state;
    static const char *const urgent[] = {"999", " 999 ", "help now", "HELP NOW!", "I want to die", "i feel suicidal", "I might hurt myself", "in danger",
                                         "I am not safe here"};
    static const char *const calm[] = {"", "help", "9", "9990", "my baby died", "loss", "20 weeks", "group", "h", "need help with feeding"};
    for (size_t i = 0; i < sizeof urgent / sizeof *urgent; i++)
        assert_true(guide_urgent(urgent[i]));
    for (size_t i = 0; i < sizeof calm / sizeof *calm; i++)
        assert_false(guide_urgent(calm[i]));
}

/* Whatever is typed, the answer is whole: a meaning, safe texts, terms that the grammar takes. */
static void nothing_typed_does_harm(void **state)
{
    (void)state;
    static char longest[5000];
    memset(longest, 'a', sizeof longest - 1);
    static char words[5000];
    for (size_t i = 0; i + 1 < sizeof words; i++)
        words[i] = i % 2 ? ' ' : 'x';
    const char *const texts[] = {
        "\xff\xfe", "\x1b[A", "\x1b]0;title\x07", "%s%s%n", "\"", "\"\"\"", ",,,,", ":", "in:", "in:\"", "-", "--", "/", "due", "born", "due ", "due:",
        "in in in", "\xe2\x80\xae" "falkirk", "\xc3\xa9\xc3\xa9", "20 20 20 20", "1+1+1", "+", "20+", "20+9", "0 weeks", "43 weeks", "one", "a", "an",
        "the", "not", "no no no", "1 2 3 4 5 6 7 8 9", "born 99 Smarch 2026", "due in 999 months", "due in 999 weeks", "due in weeks", "20w3d", "w",
        "weeks weeks", longest, words, "\xf0\x9f\x91\xb6", "\xd8\xa7\xd8\xb1\xd8\xaf\xd9\x88",
    };
    for (enum guide_question question = 0; question < GUIDE_QUESTION_COUNT; question++) {
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            struct guide_answer answer = guide_understand(question, setting, texts[i]);
            struct need *need = need_new();
            if (answer.meaning == GUIDE_TAKEN)
                assert_true(guide_apply(need, setting, question, &answer));
            if (answer.meaning == GUIDE_UNCLEAR || answer.meaning == GUIDE_WHICH) {
                assert_true(utf8_valid(answer.sentence, strlen(answer.sentence)));
                assert_null(strchr(answer.sentence, '\x1b'));
                assert_true(strlen(answer.sentence) < 400);
            }
            for (size_t j = 0; j < answer.choice_count; j++) {
                struct guide_answer chosen = guide_choose(&answer.choices[j]);
                assert_true(guide_apply(need, setting, question, &chosen));
                guide_answer_free(&chosen);
            }
            need_free(need);
            guide_answer_free(&answer);
        }
    }
}

/* An answer can lead from weeks to age and back for ever. */
static void the_way_back_holds_each_question_once(void **state)
{
    (void)state;
    struct guide_path path = {0};
    enum guide_question question = GUIDE_NONE;
    assert_false(guide_path_back(&path, &question));
    guide_path_add(&path, GUIDE_WHERE);
    guide_path_add(&path, GUIDE_STAGE);
    for (int i = 0; i < 100; i++)
        guide_path_add(&path, i % 2 ? GUIDE_AGE : GUIDE_WEEKS);
    static const enum guide_question back[] = {GUIDE_AGE, GUIDE_WEEKS, GUIDE_STAGE, GUIDE_WHERE};
    for (size_t i = 0; i < sizeof back / sizeof *back; i++) {
        assert_true(guide_path_back(&path, &question));
        assert_int_equal(question, back[i]);
    }
    assert_false(guide_path_back(&path, &question));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_words_of_the_questions_are_plain),
        cmocka_unit_test(every_choice_is_understood_by_number_and_by_its_words),
        cmocka_unit_test(nothing_said_changes_nothing),
        cmocka_unit_test(where_takes_places_and_the_first_half_of_a_postcode),
        cmocka_unit_test(no_postcode_is_said_back),
        cmocka_unit_test(a_stage_in_many_words),
        cmocka_unit_test(what_can_mean_two_things_is_asked),
        cmocka_unit_test(dates_find_their_year),
        cmocka_unit_test(the_questions_that_follow),
        cmocka_unit_test(a_loss_never_asks_an_age),
        cmocka_unit_test(who_and_how_by_any_of_their_names),
        cmocka_unit_test(an_answer_takes_the_place_of_the_one_before),
        cmocka_unit_test(terms_that_the_words_do_not_know_change_nothing),
        cmocka_unit_test(urgent_words_are_heard),
        cmocka_unit_test(the_way_back_holds_each_question_once),
        cmocka_unit_test(nothing_typed_does_harm),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

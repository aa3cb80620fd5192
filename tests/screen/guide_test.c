/* The questions: from start to answers without knowing anything, and back again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "questions.h"
#include "screen.h"

static void from_start_to_answers_by_digits(void **state)
{
    (void)state;
    struct screen *screen = open_guide(24, 80);
    expect(screen, "Question 1 of 4");
    screen_press(screen, "1");
    expect(screen, "> 1  Scotland");
    screen_check_cursor(screen);
    screen_press(screen, KEY_ENTER);
    expect(screen, "Scotland [x]");
    screen_press(screen, "1" KEY_ENTER);
    expect(screen, "How many weeks pregnant are you?");
    expect(screen, "Question 2 of 4");
    screen_press(screen, "20" KEY_ENTER);
    expect(screen, "Question 3 of 4");
    screen_press(screen, "1" KEY_ENTER);
    expect(screen, "Question 4 of 4");
    /* Some things can be wanted together. */
    screen_press(screen, "1 and 2" KEY_ENTER);
    expect(screen, "Answers");
    expect(screen, "u undoes your answers");
    static const char *const chips[] = {"Scotland [x]", "Pregnant, 20 weeks [x]", "mother [x]", "group or one-to-one [x]"};
    for (size_t i = 0; i < sizeof chips / sizeof *chips; i++)
        expect(screen, chips[i]);
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void the_same_need_by_words(void **state)
{
    (void)state;
    struct screen *screen = open_guide(24, 80);
    static const char *const answers[] = {"I live in falkirk", "20 weeks", "mum", "one-to-one"};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        screen_press(screen, answers[i]);
        screen_check_cursor(screen);
        screen_press(screen, KEY_ENTER);
        if (i == 0)
            expect(screen, "Where: Falkirk, in Forth Valley.");
    }
    char top[512];
    snprintf(top, sizeof top, "%s", screen_row(screen, 0));
    screen_press(screen, "c/in:Falkirk pregnant:20 who:mother format:one-to-one" KEY_ENTER);
    assert_string_equal(screen_row(screen, 0), top);
    expect(screen, "1 suits");
    screen_stop(screen);
}

static void what_is_not_clear_is_asked_in_its_place(void **state)
{
    (void)state;
    struct screen *screen = open_guide(24, 80);
    screen_press(screen, "falkrik" KEY_ENTER);
    expect(screen, "I do not know a place called \"falkrik\".");
    expect(screen, "> 1  Falkirk, Forth Valley");
    screen_check_cursor(screen);
    screen_press(screen, "1" KEY_ENTER);
    expect(screen, "Falkirk [x]");
    screen_press(screen, "6 weeks" KEY_ENTER);
    expect(screen, "Which do you mean?");
    expect(screen, "Pregnant, 6 weeks");
    screen_press(screen, KEY_DOWN KEY_ENTER);
    expect(screen, "Child 6 weeks");
    /* Where nothing is near, what was typed stays to be mended. */
    screen_press(screen, "xyzzy" KEY_ENTER);
    expect(screen, "I did not understand \"xyzzy\".");
    expect(screen, "Answer: xyzzy");
    screen_check_cursor(screen);
    screen_press(screen, "\025" "mother");
    expect_not(screen, "I did not understand");
    screen_press(screen, KEY_ENTER);
    expect(screen, "Question 4 of 4");
    screen_stop(screen);
}

static void every_question_can_be_skipped(void **state)
{
    (void)state;
    struct screen *screen = open_guide(24, 80);
    screen_press(screen, "\t\t\t\t");
    expect(screen, "Answers");
    expect(screen, "in the list");
    screen_press(screen, "u");
    expect(screen, "nothing to undo");
    /* The last row of each does the same. */
    screen_press(screen, KEY_F2);
    for (int i = 1; i <= 4; i++) {
        char title[32];
        snprintf(title, sizeof title, "Question %d of 4", i);
        expect(screen, title);
        screen_press(screen, KEY_PAGE_DOWN KEY_PAGE_DOWN);
        expect(screen, ">    Skip this question");
        screen_press(screen, KEY_ENTER);
    }
    expect(screen, "in the list");
    /* And all that is left at once. */
    screen_press(screen, KEY_F2 "wales" KEY_ENTER KEY_F2);
    expect(screen, "Wales [x]");
    expect(screen, "Answers");
    screen_stop(screen);
}

static void esc_goes_back_and_at_last_nothing_was_answered(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/with:volunteers" KEY_ENTER);
    char before[512];
    snprintf(before, sizeof before, "%s", screen_row(screen, 0));
    screen_press(screen, KEY_F2 "falkirk" KEY_ENTER "2" KEY_ENTER "3 months" KEY_ENTER);
    expect(screen, "Question 3 of 4");
    screen_press(screen, KEY_ESCAPE);
    expect(screen, "How old is your baby or child?");
    expect(screen, "> ");
    expect(screen, "About 3 months");
    expect(screen, "Keep: Child 3 months");
    screen_press(screen, KEY_ESCAPE);
    expect(screen, "Question 2 of 4: Stage");
    expect(screen, ">    Keep: Child 3 months");
    screen_press(screen, "nonsense" KEY_ESCAPE);
    expect(screen, "Question 2 of 4: Stage");
    expect_not(screen, "nonsense");
    screen_press(screen, KEY_ESCAPE);
    expect(screen, ">    Keep: Falkirk");
    expect(screen, "Esc leave");
    screen_press(screen, KEY_ESCAPE);
    expect(screen, "Everything is as it was before the questions.");
    assert_string_equal(screen_row(screen, 0), before);
    screen_press(screen, "u");
    expect(screen, "in the list");
    screen_stop(screen);
}

static void one_undo_takes_all_the_answers_back(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/with:volunteers" KEY_ENTER);
    char before[512];
    snprintf(before, sizeof before, "%s", screen_row(screen, 0));
    int row;
    int column;
    screen_press(screen, KEY_F2 "falkirk" KEY_ENTER "20 weeks" KEY_ENTER "1" KEY_ENTER);
    /* A chip that is clicked away meanwhile belongs to the same step. */
    assert_true(screen_find(screen, "mother", &row, &column));
    screen_click(screen, row, column);
    expect(screen, "Question 4 of 4");
    expect_not(screen, "mother [x]");
    screen_press(screen, "2" KEY_ENTER);
    expect(screen, "one-to-one");
    screen_press(screen, "u");
    assert_string_equal(screen_row(screen, 0), before);
    screen_press(screen, "u");
    expect(screen, "in the list");
    screen_stop(screen);
}

static void after_a_loss_no_age_is_asked(void **state)
{
    (void)state;
    static const char *const answers[] = {"3", "I have lost a baby", "miscarriage at 20 weeks", KEY_DOWN KEY_DOWN};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct screen *screen = open_guide(24, 80);
        screen_press(screen, "\t");
        screen_press(screen, answers[i]);
        screen_press(screen, KEY_ENTER);
        expect(screen, "Question 3 of 4: Who");
        expect(screen, "Thank you for saying so. Nothing more is asked about it.");
        expect_not(screen, "How old");
        expect_not(screen, "weeks");
        screen_press(screen, "\t\t");
        expect(screen, "After a loss [x]");
        screen_check_cursor(screen);
        screen_stop(screen);
    }
}

/* Where a list has nothing for it, giving the loss up is not offered: what comes then is for those who have their baby. */
static void a_loss_is_not_offered_to_be_given_up(void **state)
{
    (void)state;
    static const int sizes[][2] = {{50, 200}, {24, 80}, {12, 40}};
    const char *file = catalogue_file("services:\n"
                                      "  - id: group\n    name: The group\n    areas: Scotland\n    stage: {from: birth, to: 1 year}\n"
                                      "  - id: map\n    name: The map\n    kind: directory\n    areas: Scotland\n");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct screen *screen = screen_start(
            &(struct screen_setting){.rows = sizes[i][0], .columns = sizes[i][1], .arguments = {"--catalogue", file}});
        screen_wait_for(screen, "in the list");
        screen_settle(screen);
        screen_press(screen, KEY_F2 "scotland" KEY_ENTER "loss" KEY_ENTER KEY_F2);
        expect(screen, "Nothing in this list fits all of it.");
        expect_not(screen, "Take one of these away");
        expect(screen, "Also try");
        expect(screen, "> The map");
        screen_press(screen, KEY_HOME "u");
        expect(screen, "in the list");
        screen_stop(screen);
    }
}

static void urgent_words_bring_urgent_help(void **state)
{
    (void)state;
    static const char *const words[] = {"999", "I want to die"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct screen *screen = open_guide(24, 80);
        screen_press(screen, "scotland" KEY_ENTER);
        screen_press(screen, words[i]);
        screen_press(screen, KEY_ENTER);
        expect(screen, "Urgent help");
        expect(screen, "Phone");
        expect_not(screen, words[i][0] == '9' ? "Answer:" : words[i]);
        screen_check_cursor(screen);
        screen_press(screen, KEY_ESCAPE);
        expect(screen, "Question 2 of 4: Stage");
        expect(screen, "Scotland [x]");
        screen_stop(screen);
    }
}

static void the_area_of_the_site_stands_first(void **state)
{
    (void)state;
    const char *file = catalogue_file("area: Falkirk\n");
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--config", file}});
    screen_wait_for(screen, "Falkirk [x]");
    screen_settle(screen);
    screen_send(screen, KEY_F2);
    screen_wait_for(screen, "> 1  Falkirk");
    screen_settle(screen);
    expect(screen, "  2  Scotland");
    screen_press(screen, "2" KEY_ENTER);
    expect(screen, "Scotland [x]");
    screen_press(screen, KEY_ESCAPE "1" KEY_ENTER);
    expect(screen, "Falkirk [x]");
    /* What is the same in the end is no step. */
    screen_press(screen, KEY_F2 "u");
    expect(screen, "nothing to undo");
    screen_stop(screen);
}

static void the_way_back_has_no_circles(void **state)
{
    (void)state;
    struct screen *screen = open_guide(24, 80);
    screen_press(screen, "\t1" KEY_ENTER);
    for (int i = 0; i < 20; i++)
        screen_press(screen, "I have a baby" KEY_ENTER "I am pregnant" KEY_ENTER);
    expect(screen, "How many weeks pregnant are you?");
    for (int i = 0; i < 4; i++)
        screen_press(screen, KEY_ESCAPE);
    expect(screen, "Question 1 of 4");
    screen_stop(screen);
}

static void a_paste_of_several_lines_is_one_answer(void **state)
{
    (void)state;
    struct screen *screen = open_guide(24, 80);
    screen_press(screen, "\033[200~12 High Street\r\nFalkirk\n\033[31m\007q\033[201~");
    assert_true(screen_runs(screen));
    expect(screen, "Answer: 12 High Street Falkirk");
    expect(screen, "Question 1 of 4");
    screen_check_cursor(screen);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_start_to_answers_by_digits),
        cmocka_unit_test(the_same_need_by_words),
        cmocka_unit_test(what_is_not_clear_is_asked_in_its_place),
        cmocka_unit_test(every_question_can_be_skipped),
        cmocka_unit_test(esc_goes_back_and_at_last_nothing_was_answered),
        cmocka_unit_test(one_undo_takes_all_the_answers_back),
        cmocka_unit_test(after_a_loss_no_age_is_asked),
        cmocka_unit_test(a_loss_is_not_offered_to_be_given_up),
        cmocka_unit_test(urgent_words_bring_urgent_help),
        cmocka_unit_test(the_area_of_the_site_stands_first),
        cmocka_unit_test(the_way_back_has_no_circles),
        cmocka_unit_test(a_paste_of_several_lines_is_one_answer),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("guide", tests, NULL, NULL);
}

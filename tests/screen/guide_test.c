/* The questions and the chips: from start to answers without knowing anything, and back again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen.h"

static struct screen *open_guide(int rows, int columns)
{
    struct screen *screen = screen_open(rows, columns);
    screen_press(screen, KEY_F2);
    screen_wait_for(screen, "Where do you want to find support?");
    screen_settle(screen);
    screen_check_cursor(screen);
    return screen;
}

static void expect(struct screen *screen, const char *text)
{
    if (!screen_has(screen, text)) {
        screen_show(screen);
        fail_msg("it should say: %s", text);
    }
}

static void expect_not(struct screen *screen, const char *text)
{
    if (screen_has(screen, text)) {
        screen_show(screen);
        fail_msg("it should not say: %s", text);
    }
}

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

static void help_comes_back_to_the_question(void **state)
{
    (void)state;
    struct screen *screen = open_guide(30, 120);
    screen_press(screen, KEY_F1);
    expect(screen, "Skip this question; what was chosen stays.");
    expect_not(screen, "What can be typed in the search line");
    screen_press(screen, KEY_ESCAPE);
    expect(screen, "Question 1 of 4");
    screen_press(screen, KEY_F1 "skip this");
    screen_press(screen, KEY_ENTER);
    expect(screen, "Question 2 of 4");
    screen_press(screen, KEY_F9);
    expect(screen, "Urgent help");
    screen_press(screen, "\033[200~3 months\033[201~");
    expect(screen, "Answer: 3 months");
    screen_stop(screen);
}

/* On the smallest screen every row comes into view by the arrows, and what is marked is always seen. */
static void all_rows_are_reached_at_the_smallest_size(void **state)
{
    (void)state;
    struct screen *screen = open_guide(12, 40);
    screen_press(screen, "\t2" KEY_ENTER);
    expect(screen, "How old is your baby or child?");
    static const char *const rows[] = {"> Under 6 weeks", "> About 3 months", "> About 6 months", "> About 9 months", "> 1 year", "> 2 years",
                                       "> 3 years", "> 4 years", "> I would rather not say", "> Keep: Child"};
    screen_press(screen, KEY_PAGE_UP KEY_PAGE_UP KEY_PAGE_UP);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        expect(screen, rows[i]);
        screen_check_cursor(screen);
        assert_non_null(strstr(screen_row(screen, 11), "999"));
        screen_press(screen, KEY_DOWN);
    }
    for (size_t i = sizeof rows / sizeof *rows; i-- > 1;) {
        expect(screen, rows[i]);
        screen_press(screen, KEY_UP);
    }
    screen_press(screen, KEY_DOWN KEY_ENTER);
    expect(screen, "Who are you?");
    /* A row that is too long for the screen goes on in the next line. */
    expect(screen, "A grandparent, or someone else");
    screen_press(screen, "4" KEY_ENTER "3" KEY_ENTER);
    expect(screen, "Child 3 months");
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void it_looks_right_at_every_size(void **state)
{
    (void)state;
    struct screen *screen = open_guide(50, 200);
    static const int sizes[][2] = {{50, 200}, {30, 120}, {24, 80}, {20, 60}, {16, 44}, {12, 40}, {13, 300}, {100, 41}};
    static const char *const keys[] = {KEY_DOWN, "falk", KEY_LEFT, KEY_DOWN, KEY_UP, "\005\025", ("falkrik" KEY_ENTER), "1", KEY_BACKSPACE, KEY_ESCAPE};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        screen_resize(screen, sizes[i][0], sizes[i][1]);
        screen_settle(screen);
        for (size_t key = 0; key < sizeof keys / sizeof *keys; key++) {
            screen_press(screen, keys[key]);
            screen_check_cursor(screen);
            expect(screen, "Where do you want to find support?");
            expect(screen, "Answer:");
        }
    }
    screen_stop(screen);
}

static void the_mouse_answers(void **state)
{
    (void)state;
    struct screen *screen = open_guide(30, 120);
    int row;
    int column;
    assert_true(screen_find(screen, "Wales", &row, &column));
    screen_wheel(screen, row, column, true);
    expect(screen, "> 2  England");
    screen_click(screen, row, column);
    expect(screen, "Wales [x]");
    expect(screen, "Question 2 of 4");
    assert_true(screen_find(screen, "Esc back", &row, &column));
    screen_click(screen, row, column);
    expect(screen, "Question 1 of 4");
    assert_true(screen_find(screen, "Tab skip", &row, &column));
    screen_click(screen, row, column);
    assert_true(screen_find(screen, "Skip this question", &row, &column));
    screen_click(screen, row, column);
    expect(screen, "Question 3 of 4");
    assert_true(screen_find(screen, "F2 see the answers", &row, &column));
    screen_click(screen, row, column);
    expect(screen, "Answers");
    assert_true(screen_find(screen, "F2 guide me", &row, &column));
    screen_click(screen, row, column);
    expect(screen, "Question 1 of 4");
    screen_stop(screen);
}

static void the_area_of_the_site_stands_first(void **state)
{
    (void)state;
    const char *file = catalogue_file("area: Falkirk\n");
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--config", file}});
    screen_wait_for(screen, "Falkirk [x]");
    screen_settle(screen);
    screen_press(screen, KEY_F2);
    expect(screen, "> 1  Falkirk");
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

static void the_search_line_gives_way_to_the_questions(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/in:Falkirk child:" KEY_F2);
    expect(screen, "Question 1 of 4");
    expect(screen, "Falkirk [x]");
    screen_press(screen, "\t\t\t\t");
    expect_not(screen, "Search: in:Falkirk");
    expect(screen, "Falkirk [x]");
    screen_press(screen, "u");
    expect(screen, "in the list");
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

static void any_chip_is_taken_away_by_keys(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "\007");
    expect(screen, "No choice has been made yet.");
    screen_press(screen, "/in:Falkirk child:3m format:group" KEY_ENTER);
    char before[512];
    snprintf(before, sizeof before, "%s", screen_row(screen, 0));
    screen_press(screen, "\007");
    int row;
    int column;
    screen_check_cursor(screen);
    screen_cursor(screen, &row, &column);
    assert_int_equal(row, 0);
    expect(screen, ">Falkirk");
    expect(screen, "Delete take away");
    screen_press(screen, KEY_RIGHT);
    expect(screen, ">Child 3 months");
    screen_check_cursor(screen);
    screen_press(screen, KEY_DELETE);
    expect(screen, "Taken away: Child 3 months. u undoes it.");
    expect(screen, ">group");
    screen_check_cursor(screen);
    screen_press(screen, "u" KEY_ESCAPE);
    assert_string_equal(screen_row(screen, 0), before);
    screen_check_cursor(screen);
    /* Up from the first answer leads there too, and Down back. */
    screen_press(screen, KEY_UP);
    expect(screen, ">Falkirk");
    screen_press(screen, KEY_DOWN);
    expect_not(screen, ">Falkirk");
    screen_press(screen, KEY_UP KEY_END KEY_BACKSPACE);
    expect(screen, ">Child 3 months");
    screen_press(screen, KEY_ENTER KEY_ENTER);
    expect(screen, "in the list");
    screen_check_cursor(screen);
    screen_cursor(screen, &row, &column);
    assert_true(row > 0);
    screen_press(screen, KEY_F1 "take any");
    expect(screen, "Nothing in the help has these words.");
    screen_press(screen, KEY_ESCAPE);
    screen_press(screen, "/in:Falkirk" KEY_ENTER KEY_F1);
    screen_press(screen, "take any");
    expect(screen, "> Ctrl-G");
    screen_press(screen, KEY_ENTER);
    expect(screen, ">Falkirk");
    screen_stop(screen);
}

static void chips_that_have_no_room_are_reached_too(void **state)
{
    (void)state;
    struct screen *screen = screen_open(12, 40);
    screen_press(screen, "/in:Falkirk pregnant:20 who:mother with:creche with:transport language:urdu" KEY_ENTER "\007");
    static const char *const chips[] = {">Falkirk", ">Pregnant, 20 weeks", ">mother", ">cr\303\250che", ">transport", ">in Urdu"};
    for (size_t i = 0; i < sizeof chips / sizeof *chips; i++) {
        expect(screen, chips[i]);
        screen_check_cursor(screen);
        screen_press(screen, KEY_RIGHT);
    }
    screen_press(screen, KEY_LEFT KEY_LEFT KEY_LEFT KEY_DELETE);
    expect(screen, "Taken away: mother.");
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
        cmocka_unit_test(help_comes_back_to_the_question),
        cmocka_unit_test(all_rows_are_reached_at_the_smallest_size),
        cmocka_unit_test(it_looks_right_at_every_size),
        cmocka_unit_test(the_mouse_answers),
        cmocka_unit_test(the_area_of_the_site_stands_first),
        cmocka_unit_test(the_search_line_gives_way_to_the_questions),
        cmocka_unit_test(the_way_back_has_no_circles),
        cmocka_unit_test(a_paste_of_several_lines_is_one_answer),
        cmocka_unit_test(any_chip_is_taken_away_by_keys),
        cmocka_unit_test(chips_that_have_no_room_are_reached_too),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("guide", tests, NULL, NULL);
}

/* The questions and the chips on every size of screen, by keys and mouse, and beside what else can stand there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "questions.h"
#include "screen.h"

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

static void what_stands_in_front_of_it_goes_in_its_order(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, KEY_F9);
    screen_press(screen, KEY_F2);
    expect(screen, "Question 1 of 4");
    screen_press(screen, "\t\t\t\t");
    expect(screen, "Answers");
    screen_press(screen, KEY_F2);
    screen_press(screen, "wales" KEY_ENTER KEY_F9);
    screen_press(screen, KEY_F1);
    expect_not(screen, "What can be typed in the search line");
    screen_press(screen, KEY_ESCAPE);
    expect(screen, "Urgent help");
    screen_press(screen, KEY_F2);
    expect(screen, "Question 2 of 4");
    screen_press(screen, KEY_ESCAPE);
    screen_press(screen, KEY_ESCAPE);
    expect(screen, "Everything is as it was before the questions.");
    expect(screen, "in the list");
    screen_stop(screen);
}

/* Moves write little, and so does a question that comes or goes. */
static void little_is_written(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    static const struct {
        const char *key;
        size_t most;
    } keys[] = {{KEY_F2, 2000}, {KEY_DOWN, 200}, {KEY_DOWN, 200}, {KEY_UP, 200}, {"1", 200}, {KEY_ENTER, 2000}, {KEY_ESCAPE, 2000}, {KEY_F2, 2000}, {"\007", 300}, {KEY_ESCAPE, 300}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        size_t length;
        screen_forget(screen);
        screen_press(screen, keys[i].key);
        screen_output(screen, &length);
        if (length == 0 || length >= keys[i].most)
            fail_msg("key %zu wrote %zu bytes", i, length);
    }
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
    screen_press(screen, KEY_DOWN KEY_DOWN KEY_DOWN);
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
        cmocka_unit_test(help_comes_back_to_the_question),
        cmocka_unit_test(what_stands_in_front_of_it_goes_in_its_order),
        cmocka_unit_test(little_is_written),
        cmocka_unit_test(all_rows_are_reached_at_the_smallest_size),
        cmocka_unit_test(it_looks_right_at_every_size),
        cmocka_unit_test(the_mouse_answers),
        cmocka_unit_test(the_search_line_gives_way_to_the_questions),
        cmocka_unit_test(any_chip_is_taken_away_by_keys),
        cmocka_unit_test(chips_that_have_no_room_are_reached_too),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("guide look", tests, NULL, NULL);
}

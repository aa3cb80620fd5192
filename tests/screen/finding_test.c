/* Finding something: typing, choosing, near misses, undoing, and when nothing fits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen.h"

/* The number before a word of the counts at the top: 22 of "22 to ask". */
static long count_of(struct screen *screen, const char *word)
{
    const char *top = screen_row(screen, 0);
    const char *found = strstr(top, word);
    if (!found) {
        screen_show(screen);
        fail_msg("the top line does not say how many: %s", word);
    }
    while (found > top && (found[-1] == ' ' || (found[-1] >= '0' && found[-1] <= '9')))
        found--;
    return strtol(found, NULL, 10);
}

static void falkirk_by_typing(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    /* A letter that is no command starts the search line by itself. */
    screen_press(screen, "falk");
    screen_wait_for(screen, "in:Falkirk");
    screen_send(screen, "\t");
    screen_wait_for(screen, "Search: in:Falkirk");
    screen_wait_for(screen, "Falkirk [x]");
    screen_settle(screen);
    long asked = count_of(screen, " to ask");
    screen_press(screen, "pregnant:20 format:one-to-one");
    assert_true(count_of(screen, " suit") == 1);
    assert_true(count_of(screen, " to ask") < asked);
    screen_send(screen, KEY_ENTER);
    screen_wait_for(screen, "> Perinatal Befriending Support");
    screen_wait_for(screen, "Pregnant, 20 weeks");
    screen_settle(screen);
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void what_is_wrong_is_said_in_its_place(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/pregnant:20 in:Falkrik");
    screen_wait_for(screen, "unknown place");
    assert_true(screen_has(screen, "in:Falkirk"));
    /* What is understood filters already, and nothing that was typed is lost. */
    assert_true(screen_has(screen, "Pregnant, 20 weeks"));
    assert_true(screen_has(screen, "Search: pregnant:20 in:Falkrik"));
    screen_press(screen, KEY_ENTER);
    assert_true(screen_has(screen, "Please mend what is not understood"));
    assert_true(screen_has(screen, "Search: pregnant:20 in:Falkrik"));
    screen_press(screen, KEY_DOWN);
    screen_check_cursor(screen);
    screen_press(screen, KEY_ENTER);
    assert_true(screen_has(screen, "Search: pregnant:20 in:Falkirk"));
    screen_press(screen, KEY_ENTER);
    assert_false(screen_has(screen, "unknown place"));
    assert_true(screen_has(screen, "Falkirk [x]"));
    screen_stop(screen);
}

/* Below each term that is not understood stands a row of ^ of its width; one that is still being typed is left in peace. */
static void every_wrong_term_is_marked_in_its_place(void **state)
{
    (void)state;
    static const char marks[] = "         ^^^^^^^^^^             ^^^^^^^^^^^";
    static const int sizes[][2] = {{30, 120}, {24, 80}, {12, 60}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct screen *screen = screen_open(sizes[i][0], sizes[i][1]);
        screen_press(screen, "/in:Falkrik pregnant:20 frmat:group in:Fal");
        int row;
        int column;
        assert_true(screen_find(screen, "Search: in:Falkrik", &row, &column));
        assert_string_equal(screen_row(screen, row + 1), marks);
        assert_true(screen_has(screen, "unknown place \"Falkrik\""));
        /* What it would come to is counted nevertheless. */
        assert_true(screen_find(screen, "in:Falkirk ", &row, &column));
        const char *line = screen_row(screen, row);
        assert_true(line[strlen(line) - 1] >= '0' && line[strlen(line) - 1] <= '9');
        /* Enter goes to the first that is to be mended. */
        screen_press(screen, KEY_ENTER);
        assert_true(screen_has(screen, "Please mend what is not understood"));
        screen_cursor(screen, &row, &column);
        assert_int_equal(column, 19);
        screen_check_cursor(screen);
        screen_stop(screen);
    }
}

static void what_was_perhaps_meant_can_be_taken(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/frmat:group");
    assert_true(screen_has(screen, "^^^^^^^^^^^"));
    screen_press(screen, KEY_DOWN);
    screen_check_cursor(screen);
    screen_press(screen, KEY_ENTER);
    assert_true(screen_has(screen, "Search: format:group"));
    assert_false(screen_has(screen, "^"));
    screen_stop(screen);
}

static void suggestions_say_what_they_mean_and_how_many_would_fit(void **state)
{
    (void)state;
    struct screen *screen = screen_open(30, 120);
    int row;
    int column;
    screen_press(screen, "/format:");
    assert_true(screen_find(screen, "format:group", &row, &column));
    const char *line = screen_row(screen, row);
    assert_non_null(strstr(line, "You meet several other parents together."));
    long promised = strtol(strrchr(line, ' '), NULL, 10);
    screen_press(screen, "group");
    long ending = strstr(screen_row(screen, 0), " ending") ? count_of(screen, " ending") : 0;
    assert_int_equal(count_of(screen, " suit") + ending + count_of(screen, " to ask"), promised);
    screen_stop(screen);
    /* Where the meaning has no room beside it, that of the marked one stands below. */
    screen = screen_open(12, 40);
    screen_press(screen, "/format:" KEY_DOWN);
    assert_true(screen_has(screen, "You meet several other parents"));
    screen_check_cursor(screen);
    screen_press(screen, KEY_DOWN);
    assert_false(screen_has(screen, "You meet several other parents"));
    screen_stop(screen);
}

static void esc_puts_the_line_back(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/in:Falkirk" KEY_ENTER);
    char before[512];
    snprintf(before, sizeof before, "%s", screen_row(screen, 0));
    screen_press(screen, "/format:group");
    assert_string_not_equal(screen_row(screen, 0), before);
    screen_send(screen, KEY_ESCAPE);
    screen_wait_gone(screen, "Search: in:Falkirk format:group");
    screen_settle(screen);
    assert_string_equal(screen_row(screen, 0), before);
    screen_stop(screen);
}

static void a_line_kept_before_comes_back_with_up(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/with:volunteers" KEY_ENTER);
    screen_press(screen, "c/");
    screen_wait_gone(screen, "volunteers");
    screen_press(screen, KEY_UP);
    screen_wait_for(screen, "Search: with:volunteers");
    screen_press(screen, KEY_ESCAPE "/Ask ");
    assert_true(screen_has(screen, "Search: Ask"));
    screen_press(screen, KEY_UP);
    assert_true(screen_has(screen, "Search: with:volunteers"));
    screen_press(screen, KEY_DOWN KEY_DOWN);
    assert_true(screen_has(screen, "Search: Ask"));
    screen_stop(screen);
}

static void a_paste_that_is_too_long_is_cut_and_says_so(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    static char paste[5000] = "\033[200~";
    memset(paste + 6, 'a', sizeof paste - 20);
    strcat(paste, "\033[201~");
    screen_press(screen, "/");
    screen_press(screen, paste);
    assert_true(screen_has(screen, "That was too long: only its start is here."));
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void a_facet_is_chosen_and_given_up(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "\t" KEY_DOWN KEY_DOWN KEY_DOWN);
    screen_check_cursor(screen);
    int row;
    int column;
    screen_cursor(screen, &row, &column);
    const char *line = screen_row(screen, row);
    assert_non_null(strstr(line, "> Scotland"));
    /* What the count promised is what there is. */
    long promised = strtol(strstr(line, "Scotland") + strlen("Scotland"), NULL, 10);
    screen_press(screen, KEY_ENTER);
    assert_true(screen_has(screen, "Scotland [x]"));
    long ending = strstr(screen_row(screen, 0), " ending") ? count_of(screen, " ending") : 0;
    assert_int_equal(count_of(screen, " suit") + ending + count_of(screen, " to ask"), promised);
    screen_check_cursor(screen);
    screen_cursor(screen, &row, &column);
    assert_non_null(strstr(screen_row(screen, row), "> Scotland"));
    screen_press(screen, " ");
    assert_false(screen_has(screen, "[x]"));
    assert_true(screen_has(screen, "in the list"));
    screen_stop(screen);
}

static void near_misses_say_why(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/in:Falkirk pregnant:20 format:one-to-one" KEY_ENTER);
    assert_true(count_of(screen, " near") > 0);
    assert_false(screen_has(screen, "Not one-to-one."));
    screen_press(screen, "x");
    assert_true(screen_has(screen, "Near, and why not"));
    screen_check_cursor(screen);
    screen_press(screen, KEY_END);
    assert_true(screen_has(screen, "Not one-to-one."));
    screen_check_cursor(screen);
    screen_press(screen, KEY_F6);
    assert_false(screen_has(screen, "Near, and why not"));
    screen_press(screen, "c/after:loss" KEY_ENTER "x");
    assert_true(screen_has(screen, "After a loss nothing is shown as near."));
    screen_stop(screen);
}

static void undo_goes_back_step_by_step(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    char steps[4][512];
    static const char *const keys[] = {"/in:Falkirk" KEY_ENTER, "/format:group" KEY_ENTER, KEY_BACKSPACE};
    for (size_t i = 0; i < 4; i++) {
        snprintf(steps[i], sizeof steps[i], "%s", screen_row(screen, 0));
        if (i < 3)
            screen_press(screen, keys[i]);
    }
    assert_string_equal(steps[1], steps[3]);
    screen_press(screen, "u");
    assert_string_equal(screen_row(screen, 0), steps[2]);
    screen_press(screen, KEY_F7);
    assert_string_equal(screen_row(screen, 0), steps[1]);
    screen_press(screen, "u");
    assert_string_equal(screen_row(screen, 0), steps[0]);
    screen_press(screen, "u");
    assert_true(screen_has(screen, "nothing to undo"));
    screen_stop(screen);
}

static void start_over_can_be_undone(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/in:Falkirk with:volunteers" KEY_ENTER KEY_DELETE);
    assert_true(screen_has(screen, "in the list"));
    screen_press(screen, "u");
    assert_true(screen_has(screen, "Falkirk [x]"));
    screen_stop(screen);
}

static void nothing_fits_is_never_a_blank_screen(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/only:young-parents format:in-patient" KEY_ENTER);
    assert_true(screen_has(screen, "Nothing in this list fits all of it."));
    assert_true(screen_has(screen, "Press u to take"));
    assert_true(screen_has(screen, "Take one of these away to find more"));
    assert_true(screen_has(screen, "Also try"));
    screen_check_cursor(screen);
    screen_press(screen, KEY_ENTER);
    assert_false(screen_has(screen, "Nothing in this list"));
    assert_true(screen_has(screen, "Taken away: only for young parents. u undoes it."));
    assert_true(count_of(screen, " suit") + count_of(screen, " to ask") > 0);
    screen_press(screen, "u");
    assert_true(screen_has(screen, "Nothing in this list fits all of it."));
    screen_press(screen, "c/zzzzqqqq" KEY_ENTER);
    assert_true(screen_has(screen, "Nothing in this list fits all of it."));
    assert_false(screen_has(screen, "For the place"));
    screen_check_cursor(screen);
    screen_press(screen, "c/east lothian" KEY_ENTER);
    assert_true(screen_has(screen, "For the place,"));
    assert_true(screen_has(screen, "press / and type in:\"East Lothian\"."));
    screen_stop(screen);
}

static void the_order_by_name_says_each_verdict(void **state)
{
    (void)state;
    struct screen *screen = screen_open(40, 120);
    screen_press(screen, "/in:Falkirk pregnant:20 format:one-to-one" KEY_ENTER "o");
    assert_true(screen_has(screen, "By name"));
    assert_true(screen_has(screen, "To ask \302\267 "));
    screen_press(screen, "o");
    assert_false(screen_has(screen, "By name"));
    screen_stop(screen);
}

static void what_is_kept_is_marked_and_counted(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, " ");
    assert_true(screen_has(screen, "> * "));
    assert_true(screen_has(screen, "1 kept"));
    screen_press(screen, KEY_DOWN " ");
    assert_true(screen_has(screen, "2 kept"));
    screen_press(screen, " ");
    assert_true(screen_has(screen, "1 kept"));
    screen_stop(screen);
}

static void entries_left_out_are_named(void **state)
{
    (void)state;
    const char *file = catalogue_file("services:\n"
                                      "  - id: good\n    name: The good group\n    areas: Falkirk\n"
                                      "  - id: bad\n    name: The bad group\n    areas: Nowhere At All\n    stage: {from: never}\n"
                                      "  - id: bad too\n    name: The other group\n");
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--catalogue", file}});
    screen_wait_for(screen, "The good group");
    screen_wait_for(screen, "left out: F3 shows why");
    screen_send(screen, KEY_F3);
    screen_wait_for(screen, "What is wrong in the list");
    screen_wait_for(screen, ".yaml:");
    screen_settle(screen);
    screen_check_cursor(screen);
    screen_send(screen, KEY_ESCAPE);
    screen_wait_for(screen, "The good group");
    screen_stop(screen);
}

static void urgent_help_is_that_of_the_place(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 100);
    screen_press(screen, "/in:Falkirk" KEY_ENTER);
    assert_non_null(strstr(screen_row(screen, 23), "NHS 24"));
    screen_press(screen, "c/in:Cardiff" KEY_ENTER);
    assert_null(strstr(screen_row(screen, 23), "NHS 24"));
    screen_send(screen, KEY_F9);
    screen_wait_for(screen, "Urgent help");
    screen_wait_for(screen, "Phone");
    screen_settle(screen);
    screen_check_cursor(screen);
    screen_send(screen, KEY_ESCAPE);
    screen_wait_for(screen, "Answers");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(falkirk_by_typing),
        cmocka_unit_test(what_is_wrong_is_said_in_its_place),
        cmocka_unit_test(every_wrong_term_is_marked_in_its_place),
        cmocka_unit_test(what_was_perhaps_meant_can_be_taken),
        cmocka_unit_test(suggestions_say_what_they_mean_and_how_many_would_fit),
        cmocka_unit_test(esc_puts_the_line_back),
        cmocka_unit_test(a_line_kept_before_comes_back_with_up),
        cmocka_unit_test(a_paste_that_is_too_long_is_cut_and_says_so),
        cmocka_unit_test(a_facet_is_chosen_and_given_up),
        cmocka_unit_test(near_misses_say_why),
        cmocka_unit_test(undo_goes_back_step_by_step),
        cmocka_unit_test(start_over_can_be_undone),
        cmocka_unit_test(nothing_fits_is_never_a_blank_screen),
        cmocka_unit_test(the_order_by_name_says_each_verdict),
        cmocka_unit_test(what_is_kept_is_marked_and_counted),
        cmocka_unit_test(entries_left_out_are_named),
        cmocka_unit_test(urgent_help_is_that_of_the_place),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("finding", tests, NULL, NULL);
}

/* "What is peer support?" on the screen: for her first, for a professional at one key, urgent help in view, and back to where she was. */
#define _GNU_SOURCE /* mkstemps */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "screen.h"

static void it_opens_from_anywhere_and_gives_the_list_back(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/in:Falkirk" KEY_ENTER KEY_DOWN);
    char before[512];
    snprintf(before, sizeof before, "%s", screen_row(screen, 0));
    int row;
    int column;
    screen_cursor(screen, &row, &column);
    screen_press(screen, KEY_F4);
    assert_true(screen_has(screen, "What is peer support?"));
    assert_true(screen_has(screen, "help each"));
    assert_true(screen_has(screen, "URGENT HELP"));
    assert_string_equal(screen_row(screen, 0), before);
    screen_check_cursor(screen);
    screen_press(screen, KEY_ESCAPE);
    screen_wait_gone(screen, "What is peer support?");
    int after_row;
    int after_column;
    screen_settle(screen);
    screen_cursor(screen, &after_row, &after_column);
    assert_int_equal(row, after_row);
    assert_int_equal(column, after_column);
    screen_press(screen, "/creche" KEY_F4);
    assert_true(screen_has(screen, "What is peer support?"));
    screen_press(screen, KEY_ESCAPE);
    screen_wait_for(screen, "in:Falkirk creche");
    screen_press(screen, KEY_ESCAPE);
    screen_press(screen, KEY_F9 KEY_F4);
    assert_true(screen_has(screen, "What is peer support?"));
    screen_stop(screen);
}

static void the_other_reader_is_one_key_away(void **state)
{
    (void)state;
    static const char *const keys[] = {"\t", KEY_RIGHT, KEY_LEFT};
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, KEY_F4);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        assert_true(screen_has(screen, "Tab for professionals"));
        screen_press(screen, KEY_DOWN);
        screen_press(screen, keys[i]);
        assert_true(screen_has(screen, "What is peer support? For professionals"));
        assert_true(screen_has(screen, "From: McLeish"));
        assert_true(screen_has(screen, "URGENT HELP"));
        screen_check_cursor(screen);
        screen_press(screen, keys[i]);
        assert_false(screen_has(screen, "From: McLeish"));
    }
    screen_press(screen, "\t" KEY_ESCAPE);
    screen_wait_gone(screen, "What is peer support?");
    screen_press(screen, KEY_F4);
    assert_false(screen_has(screen, "For professionals"));
    int row;
    int column;
    assert_true(screen_find(screen, "Tab for", &row, &column));
    screen_click(screen, row, column);
    screen_wait_for(screen, "support? For professionals");
    screen_stop(screen);
}

static void it_is_read_to_its_end_on_the_smallest_screen(void **state)
{
    (void)state;
    struct screen *screen = screen_open(12, 40);
    screen_press(screen, KEY_F4);
    assert_true(screen_has(screen, "What is peer support?"));
    bool ends = false;
    for (int i = 0; i < 60 && !ends; i++) {
        ends = screen_has(screen, "call 999");
        screen_check_cursor(screen);
        assert_true(screen_has(screen, "HELP NOW"));
        screen_press(screen, KEY_PAGE_DOWN);
    }
    assert_true(ends);
    screen_stop(screen);
}

static void urgent_help_and_help_are_one_key_from_it(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, KEY_F4 KEY_F1);
    assert_true(screen_has(screen, "in plain words again"));
    screen_press(screen, KEY_ESCAPE);
    screen_wait_gone(screen, "in plain words again");
    screen_press(screen, KEY_F4 KEY_F9);
    assert_true(screen_has(screen, "Phone"));
    screen_stop(screen);
}

static void a_site_has_words_of_its_own(void **state)
{
    (void)state;
    static const char text[] = "explainer:\n"
                               "  - {id: one, for: her, heading: About us, text: We meet by the canal.}\n"
                               "  - {id: two, for: them, heading: Lost, text: Lost.}\n";
    const char *folder = getenv("TMPDIR");
    char words[512];
    snprintf(words, sizeof words, "%s/signpost-words-XXXXXX.yaml", folder && *folder ? folder : P_tmpdir);
    int descriptor = mkstemps(words, 5);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text, strlen(text)), strlen(text));
    close(descriptor);
    char settings[1024];
    snprintf(settings, sizeof settings, "explainer: %s\n", words);
    const char *file = catalogue_file(settings);
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 100, .arguments = {"--config", file}});
    screen_wait_for(screen, "in the list");
    screen_press(screen, KEY_F4);
    assert_true(screen_has(screen, "We meet by the canal."));
    screen_press(screen, "\t");
    assert_true(screen_has(screen, "not counselling"));
    screen_press(screen, KEY_ESCAPE);
    screen_wait_gone(screen, "not counselling");
    screen_press(screen, KEY_F3);
    bool told = screen_has(screen, ".yaml:3:20");
    screen_stop(screen);
    unlink(words);
    assert_true(told);
}

static void without_its_file_a_sentence_is_there(void **state)
{
    (void)state;
    const char *file = catalogue_file("explainer: /no/such/file.yaml\n");
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--config", file}});
    screen_wait_for(screen, "in the list");
    screen_press(screen, KEY_F4);
    assert_true(screen_has(screen, "not counselling"));
    screen_check_cursor(screen);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_opens_from_anywhere_and_gives_the_list_back),
        cmocka_unit_test(the_other_reader_is_one_key_away),
        cmocka_unit_test(it_is_read_to_its_end_on_the_smallest_screen),
        cmocka_unit_test(urgent_help_and_help_are_one_key_from_it),
        cmocka_unit_test(a_site_has_words_of_its_own),
        cmocka_unit_test(without_its_file_a_sentence_is_there),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}

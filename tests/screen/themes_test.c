/* Themes on the real program: what colours come on the screen, where none do, and that nothing else changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "screen.h"

static const char *const shipped[] = {"plain", "blue-yellow", "calm-dark", "calm-light", "high-contrast"};

enum { SHIPPED = sizeof shipped / sizeof *shipped };

static struct screen *start(const char *theme, const char *term)
{
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .term = term, .arguments = {"--theme", theme}});
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    return screen;
}

/* Whether a sequence that sets a colour was sent: a number from 30 to 49 or from 90 to 107 in any sequence of looks. */
static bool colour_was_sent(const struct screen *screen)
{
    size_t length;
    const char *output = screen_output(screen, &length);
    for (size_t at = 0; at + 2 < length; at++) {
        if (output[at] != '\033' || output[at + 1] != '[')
            continue;
        size_t end = at + 2;
        while (end < length && strchr("0123456789;:", output[end]))
            end++;
        if (end == length || output[end] != 'm')
            continue;
        for (const char *number = output + at + 2; number < output + end;) {
            char *behind;
            long value = strtol(number, &behind, 10);
            if ((value >= 30 && value <= 49) || (value >= 90 && value <= 107))
                return true;
            number = behind + 1;
        }
    }
    return false;
}

static void expect_colours(struct screen *screen, const char *text, int foreground, int background)
{
    int row;
    int column;
    int is[2];
    if (!screen_find(screen, text, &row, &column))
        fail_msg("\"%s\" is not there", text);
    screen_colours(screen, row, column, &is[0], &is[1]);
    if (is[0] != foreground || is[1] != background)
        fail_msg("\"%s\" is %d on %d, not %d on %d", text, is[0], is[1], foreground, background);
}

static void a_theme_colours_what_it_names(void **state)
{
    (void)state;
    struct screen *screen = start("calm-dark", NULL);
    expect_colours(screen, "Signpost", 152, 234);
    expect_colours(screen, "URGENT HELP", 231, 24);
    screen_press(screen, KEY_DOWN);
    int row;
    int column;
    screen_cursor(screen, &row, &column);
    int foreground;
    int background;
    screen_colours(screen, row, column + 2, &foreground, &background);
    assert_int_equal(foreground, 255);
    assert_int_equal(background, 24);
    /* The ground is everywhere: between the words, and where nothing stands. */
    for (int cell = 0; cell < 80; cell++) {
        screen_colours(screen, 2, cell, &foreground, &background);
        assert_int_equal(background, 234);
    }
    screen_send(screen, "q");
    screen_wait_end(screen);
    screen_stop(screen);
}

/* What stands on the screen, and where the cursor is, is the same in every theme. */
static void a_theme_changes_no_word(void **state)
{
    (void)state;
    static char plain[24][512];
    for (int i = 0; i < SHIPPED; i++) {
        struct screen *screen = start(shipped[i], NULL);
        screen_press(screen, "/in:Falkirk pregnant:20\r" KEY_DOWN "x");
        screen_check_cursor(screen);
        for (int row = 0; row < 24; row++) {
            if (i == 0)
                snprintf(plain[row], sizeof plain[row], "%s", screen_row(screen, row));
            assert_string_equal(screen_row(screen, row), plain[row]);
        }
        screen_stop(screen);
    }
}

/* INTERFACE.md, rule 2, in every theme. */
static void a_move_writes_little_in_every_theme(void **state)
{
    (void)state;
    static const char *const parts[] = {"", "\t", ("\t" KEY_ENTER)};
    for (int i = 0; i < SHIPPED; i++) {
        struct screen *screen = start(shipped[i], NULL);
        for (size_t part = 0; part < sizeof parts / sizeof *parts; part++) {
            screen_press(screen, parts[part]);
            for (int move = 0; move < 6; move++) {
                size_t length;
                screen_forget(screen);
                screen_press(screen, move < 3 ? KEY_DOWN : KEY_UP);
                screen_output(screen, &length);
                if (length < 1 || length >= 200)
                    fail_msg("%s: a move writes %zu bytes", shipped[i], length);
            }
        }
        screen_stop(screen);
    }
}

static void the_key_goes_through_the_themes(void **state)
{
    (void)state;
    struct screen *screen = start("plain", NULL);
    assert_false(colour_was_sent(screen));
    for (int i = 1; i <= SHIPPED; i++) {
        char words[80];
        screen_press(screen, "\024");
        snprintf(words, sizeof words, "The colours are \"%s\" now.", shipped[i % SHIPPED]);
        assert_true(screen_has(screen, words));
        assert_int_equal(screen_any_colour(screen), i < SHIPPED);
        screen_check_cursor(screen);
    }
    /* From the help too. */
    screen_press(screen, KEY_F1 "next colours\r");
    assert_true(screen_has(screen, "The colours are \"blue-yellow\" now."));
    screen_stop(screen);
}

static void the_console_of_eight_colours_gets_the_stand_ins(void **state)
{
    (void)state;
    for (int i = 1; i < SHIPPED; i++) {
        struct screen *screen = start(shipped[i], "linux");
        assert_true(screen_any_colour(screen));
        for (int row = 0; row < 24; row++)
            for (int column = 0; column < 80; column++) {
                int foreground;
                int background;
                screen_colours(screen, row, column, &foreground, &background);
                assert_in_range(foreground, 0, 15); /* the emulator brightens bold ones, as the console does */
                assert_in_range(background, 0, 7);
            }
        screen_send(screen, "q");
        screen_wait_end(screen);
        /* This console has no page to come back from, so the ground must not stay either. */
        assert_false(screen_any_colour(screen));
        screen_stop(screen);
    }
}

static void no_colour_means_none(void **state)
{
    (void)state;
    const char *file = catalogue_file("theme: calm-dark\ncolour: no\n");
    const struct screen_setting settings[] = {
        {.rows = 24, .columns = 80, .arguments = {"--config", file}},
        {.rows = 24, .columns = 80, .arguments = {"--theme", "calm-dark"}, .environment = {"NO_COLOR=1"}},
        {.rows = 24, .columns = 80, .arguments = {"--theme", "high-contrast", "--no-color"}},
        {.rows = 24, .columns = 80, .term = "linux", .arguments = {"--theme", "calm-light", "--no-color"}},
        {.rows = 24, .columns = 80, .term = "vt100", .arguments = {"--theme", "blue-yellow"}},
        {.rows = 24, .columns = 80, .term = "dumb", .arguments = {"--theme", "calm-dark"}},
    };
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        struct screen *screen = screen_start(&settings[i]);
        bool dumb = settings[i].term && strcmp(settings[i].term, "dumb") == 0;
        screen_wait_for(screen, dumb ? "Urgent help" : "in the list");
        screen_settle(screen);
        if (!dumb) {
            screen_press(screen, "/in:Falkirk\r" KEY_DOWN "\t\r");
            screen_check_cursor(screen);
            screen_press(screen, "\024");
            assert_true(screen_has(screen, "There are no colours here."));
            screen_press(screen, KEY_F1);
            assert_false(screen_has(screen, "next colours"));
        }
        assert_false(screen_any_colour(screen));
        assert_false(colour_was_sent(screen));
        screen_stop(screen);
    }
}

static void the_settings_choose_a_theme_too(void **state)
{
    (void)state;
    const char *file = catalogue_file("theme: calm-light\n");
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--config", file}});
    screen_wait_for(screen, "in the list");
    expect_colours(screen, "Signpost", 24, 255);
    screen_stop(screen);
    /* The option comes before them. */
    screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--config", file, "--theme=plain"}});
    screen_wait_for(screen, "in the list");
    assert_false(screen_any_colour(screen));
    screen_stop(screen);
}

static void what_is_no_theme_is_said_and_changes_nothing(void **state)
{
    (void)state;
    const char *file = catalogue_file("# settings\ntheme: calm-drak\n");
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--config", file}});
    screen_wait_for(screen, "1 setting is not used: F3 shows why");
    assert_false(screen_any_colour(screen));
    screen_press(screen, KEY_F3);
    assert_true(screen_has(screen, "Settings that are not used"));
    assert_true(screen_has(screen, "\"calm-dark\"?"));
    screen_press(screen, KEY_ESCAPE);
    screen_send(screen, "q");
    screen_wait_end(screen);
    /* On standard error, with its place, for the page before to come back to. */
    assert_true(screen_has(screen, ":2:8: there is no theme"));
    screen_stop(screen);
    file = catalogue_file("text: {foreground: white\n");
    screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--theme", file}});
    screen_wait_for(screen, "settings are not used: F3 shows why");
    assert_false(screen_any_colour(screen));
    screen_stop(screen);
    /* One role that is wrong costs only itself. */
    file = catalogue_file("text: {foreground: white, background: black}\nprogram: {foreground: grene}\n");
    screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--theme", file}});
    screen_wait_for(screen, "1 setting is not used: F3 shows why");
    expect_colours(screen, "Signpost", 7, 0);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_theme_colours_what_it_names),
        cmocka_unit_test(a_theme_changes_no_word),
        cmocka_unit_test(a_move_writes_little_in_every_theme),
        cmocka_unit_test(the_key_goes_through_the_themes),
        cmocka_unit_test(the_console_of_eight_colours_gets_the_stand_ins),
        cmocka_unit_test(no_colour_means_none),
        cmocka_unit_test(the_settings_choose_a_theme_too),
        cmocka_unit_test(what_is_no_theme_is_said_and_changes_nothing),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("themes", tests, NULL, NULL);
}

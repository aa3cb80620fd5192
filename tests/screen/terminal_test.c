/* The terminal: as it was on every way out, and right on terminals that can do less. */
#define _GNU_SOURCE /* memmem */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "screen.h"

static void expect_modes(struct termios is, struct termios was)
{
    assert_int_equal(is.c_iflag, was.c_iflag);
    assert_int_equal(is.c_oflag, was.c_oflag);
    assert_int_equal(is.c_cflag, was.c_cflag);
    assert_int_equal(is.c_lflag, was.c_lflag);
    assert_memory_equal(is.c_cc, was.c_cc, sizeof was.c_cc);
}

static void expect_restored(struct screen *screen, struct termios before)
{
    expect_modes(screen_modes(screen), before);
    assert_false(screen_is_other_page(screen));
    assert_true(screen_cursor_is_visible(screen));
    assert_false(screen_mouse(screen));
    assert_false(screen_title_was_set(screen));
    size_t length;
    const char *output = screen_output(screen, &length);
    assert_non_null(memmem(output, length, "\033[?2004l", 8));
    assert_false(screen_has(screen, "Narrow it down"));
}

/* Starts with the modes of before noted. */
static struct screen *start(struct termios *before)
{
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80});
    *before = screen_modes(screen); /* the program needs much longer than this to come to its terminal */
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    assert_true(screen_is_other_page(screen));
    return screen;
}

static void quitting_restores_the_terminal(void **state)
{
    (void)state;
    static const char *const keys[] = {"q", KEY_F10, "\003", "/in:Falkirk\003", KEY_F1 KEY_F10};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct termios before;
        struct screen *screen = start(&before);
        screen_send(screen, keys[i]);
        int status = screen_wait_end(screen);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
        expect_restored(screen, before);
        screen_stop(screen);
    }
}

static void signals_restore_the_terminal(void **state)
{
    (void)state;
    static const int numbers[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct termios before;
        struct screen *screen = start(&before);
        kill(screen_process(screen), numbers[i]);
        int status = screen_wait_end(screen);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 2);
        expect_restored(screen, before);
        screen_stop(screen);
    }
}

static void a_crash_restores_the_terminal(void **state)
{
    (void)state;
    static const int numbers[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct termios before;
        struct screen *screen = start(&before);
        kill(screen_process(screen), numbers[i]);
        int status = screen_wait_end(screen);
        /* The crash itself is not hidden: by the signal, or by a sanitizer that reports it and exits. */
        assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
        expect_restored(screen, before);
        screen_stop(screen);
    }
}

static void a_closed_terminal_ends_the_program(void **state)
{
    (void)state;
    static const char *const keys[] = {"", "/in:Fal", KEY_F1};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct termios before;
        struct screen *screen = start(&before);
        screen_press(screen, keys[i]);
        screen_hang_up(screen);
        screen_wait_end(screen);
        screen_stop(screen);
    }
}

static void a_closed_terminal_ends_it_without_a_hangup_too(void **state)
{
    (void)state;
    /* As under nohup: the signal is ignored, so only reading tells. */
    signal(SIGHUP, SIG_IGN);
    struct termios before;
    struct screen *screen = start(&before);
    signal(SIGHUP, SIG_DFL);
    screen_hang_up(screen);
    int status = screen_wait_end(screen);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 2);
    screen_stop(screen);
}

static void ctrl_z_comes_back(void **state)
{
    (void)state;
    struct termios before;
    struct screen *screen = start(&before);
    struct termios running = screen_modes(screen);
    screen_press(screen, KEY_DOWN);
    /* No shell stands behind this terminal, so the system lets the stop fall and the program goes on at once. */
    screen_press(screen, "\032");
    screen_wait_for(screen, "Answers");
    screen_settle(screen);
    assert_true(screen_is_other_page(screen));
    screen_check_cursor(screen);
    expect_modes(screen_modes(screen), running);
    kill(screen_process(screen), SIGSTOP);
    kill(screen_process(screen), SIGCONT);
    screen_press(screen, KEY_UP);
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void redraw_mends_what_others_wrote(void **state)
{
    (void)state;
    struct termios before;
    struct screen *screen = start(&before);
    char line[512];
    snprintf(line, sizeof line, "%s", screen_row(screen, 5));
    screen_press(screen, "\014");
    screen_settle(screen);
    assert_string_equal(screen_row(screen, 5), line);
    screen_stop(screen);
}

static void no_colour_is_sent(void **state)
{
    (void)state;
    static const struct screen_setting settings[] = {
        {.rows = 24, .columns = 80, .environment = {"NO_COLOR=1"}},
        {.rows = 24, .columns = 80, .arguments = {"--no-color"}},
        {.rows = 24, .columns = 80}, /* the default theme has the terminal's own colours */
    };
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        struct screen *screen = screen_start(&settings[i]);
        screen_wait_for(screen, "in the list");
        screen_press(screen, "/in:Falkirk\r" KEY_DOWN "\t\r");
        screen_check_cursor(screen);
        assert_false(screen_any_colour(screen));
        screen_stop(screen);
    }
}

/* Whether everything written is ASCII, or a letter that consoles have. */
static void expect_plain(struct screen *screen)
{
    static const char *const never[] = {"\342\200\246", "\302\267", "\342\200\223", "\342\200\224", "\342\200\231", "\342\200\234", "\342\224\202", "\342\226\210"};
    size_t length;
    const char *output = screen_output(screen, &length);
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (memmem(output, length, never[i], strlen(never[i])))
            fail_msg("a character that is not in the console's fonts was drawn: number %zu", i);
}

static void the_linux_console_gets_only_what_its_fonts_have(void **state)
{
    (void)state;
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 25, .columns = 80, .term = "linux"});
    screen_wait_for(screen, "in the list");
    static const char *const keys[] = {"/in:Falkirk pregnant:20 format:one-to-one\r", "x", "\033[4~", "\r", "\033[6~", "\033[[A", "\033", "\033[20~"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        screen_press(screen, keys[i]);
        screen_check_cursor(screen);
    }
    expect_plain(screen);
    screen_press(screen, "\033");
    screen_send(screen, "q");
    screen_wait_end(screen);
    /* This console has no page to come back from, so nothing of the need may stay. */
    for (int row = 0; row < 25; row++)
        assert_string_equal(screen_row(screen, row), "");
    screen_stop(screen);
}

static void without_utf8_only_plain_characters_are_drawn(void **state)
{
    (void)state;
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .environment = {"LC_ALL", "LANG=C"}});
    screen_wait_for(screen, "in the list");
    screen_press(screen, "/in:Falkirk pregnant:20 format:one-to-one\r" KEY_DOWN);
    screen_check_cursor(screen);
    assert_true(screen_has(screen, "Aberlour | one-to-one"));
    expect_plain(screen);
    screen_stop(screen);
}

static void the_size_is_the_terminals_own(void **state)
{
    (void)state;
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .environment = {"LINES=100000", "COLUMNS=100000"}});
    screen_wait_for(screen, "in the list");
    screen_resize(screen, 30, 120);
    screen_wait_for(screen, "Ask them");
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quitting_restores_the_terminal),
        cmocka_unit_test(signals_restore_the_terminal),
        cmocka_unit_test(a_crash_restores_the_terminal),
        cmocka_unit_test(a_closed_terminal_ends_the_program),
        cmocka_unit_test(a_closed_terminal_ends_it_without_a_hangup_too),
        cmocka_unit_test(ctrl_z_comes_back),
        cmocka_unit_test(redraw_mends_what_others_wrote),
        cmocka_unit_test(no_colour_is_sent),
        cmocka_unit_test(the_linux_console_gets_only_what_its_fonts_have),
        cmocka_unit_test(without_utf8_only_plain_characters_are_drawn),
        cmocka_unit_test(the_size_is_the_terminals_own),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}

/* Everything that can go wrong around the program: terminals that are no use, go away or no longer listen, memory that is out, files that vanish,
 * bytes that are no keys, sizes that are none. Each has an answer, and the terminal is as it was. */
#define _GNU_SOURCE /* prlimit */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "sanitized.h"
#include "screen.h"

static void expect_modes(struct screen *screen, struct termios was)
{
    struct termios is = screen_modes(screen);
    assert_int_equal(is.c_iflag, was.c_iflag);
    assert_int_equal(is.c_oflag, was.c_oflag);
    assert_int_equal(is.c_lflag, was.c_lflag);
    assert_memory_equal(is.c_cc, was.c_cc, sizeof was.c_cc);
}

static struct screen *start(struct termios *before)
{
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80});
    *before = screen_modes(screen);
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    return screen;
}

/* INTERFACE.md, "On the screen": line by line where the screen cannot be used; and a word about it where that is a surprise. */
static void a_terminal_that_cannot_be_used_is_used_line_by_line(void **state)
{
    (void)state;
    static const struct {
        struct screen_setting setting;
        const char *word; /* NULL: none */
    } cases[] = {
        {{.rows = 24, .columns = 80, .term = "dumb"}, NULL},
        {{.rows = 24, .columns = 80, .term = "no-such-terminal"}, "no known terminal"},
        {{.rows = 24, .columns = 80, .term = "../../etc/passwd"}, "no known terminal"},
        {{.rows = 24, .columns = 80, .term = ""}, "TERM is not set"},
        {{.rows = 24, .columns = 80, .environment = {"TERM"}}, "TERM is not set"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct screen *screen = screen_start(&cases[i].setting);
        struct termios before = screen_modes(screen);
        screen_wait_for(screen, "Urgent help: call 999");
        screen_wait_for(screen, "Where do you want to find support?");
        screen_settle(screen);
        assert_true(screen_has(screen, "goes on line by line") == (cases[i].word != NULL));
        assert_true(!cases[i].word || screen_has(screen, cases[i].word));
        screen_send(screen, "q\n");
        assert_int_equal(screen_wait_end(screen), 0);
        size_t length;
        const char *output = screen_output(screen, &length);
        assert_null(memchr(output, '\033', length));
        expect_modes(screen, before);
        screen_stop(screen);
    }
}

static void without_a_keyboard_the_list_is_written(void **state)
{
    (void)state;
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .no_input = true});
    assert_int_equal(screen_wait_end(screen), 0);
    size_t length;
    const char *output = screen_output(screen, &length);
    assert_non_null(memmem(output, length, "Perinatal Befriending Support", 29));
    assert_null(memmem(output, length, "\033[?1049h", 8));
    screen_stop(screen);
}

/* Address space as it is now, and no more. */
static void take_memory_away(pid_t process)
{
    char path[64];
    unsigned long pages = 0;
    snprintf(path, sizeof path, "/proc/%ld/statm", (long)process);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%lu", &pages), 1);
    fclose(file);
    rlim_t bytes = (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
    struct rlimit limit = {bytes, bytes};
    assert_int_equal(prlimit(process, RLIMIT_AS, &limit, NULL), 0);
}

static void out_of_memory_restores_the_terminal(void **state)
{
    (void)state;
    if (SANITIZED) {
        print_message("# out of memory: the sanitizers' allocator has reserved its addresses, so the limit takes nothing from it\n");
        skip();
    }
    struct termios before;
    struct screen *screen = start(&before);
    take_memory_away(screen_process(screen));
    /* Every need is remembered to be undone, so memory is soon out. */
    for (int i = 0; i < 400 && screen_runs(screen); i++) {
        char line[1200];
        int length = snprintf(line, sizeof line, "/\025");
        for (int word = 0; word < 60; word++)
            length += snprintf(line + length, sizeof line - (size_t)length, "word%d-%d ", i, word);
        screen_send(screen, line);
        screen_send(screen, KEY_ENTER);
        screen_take(screen, 5);
    }
    int status = screen_wait_end(screen);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 2);
    assert_false(screen_is_other_page(screen));
    assert_true(screen_has(screen, "there is not enough memory"));
    assert_true(screen_cursor_is_visible(screen));
    assert_false(screen_mouse(screen));
    expect_modes(screen, before);
    screen_stop(screen);
}

static void a_screen_for_which_there_is_no_memory_does_no_harm(void **state)
{
    (void)state;
    struct termios before;
    struct screen *screen = start(&before);
    take_memory_away(screen_process(screen));
    screen_make_roomy(screen);
    for (int i = 0; i < 5; i++) {
        screen_resize(screen, 500, 200 * (i + 1));
        screen_press(screen, KEY_DOWN);
    }
    screen_resize(screen, 24, 80);
    screen_settle(screen);
    if (screen_runs(screen)) {
        screen_wait_for(screen, "Answers");
        screen_send(screen, KEY_F10);
    }
    screen_wait_end(screen);
    assert_false(screen_is_other_page(screen));
    expect_modes(screen, before);
    screen_stop(screen);
}

static long milliseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* It ends at once; a busy machine is given ten seconds, by screen_wait_end. */
static void a_closed_terminal_ends_the_program_wherever_it_is(void **state)
{
    (void)state;
    static const char *const keys[] = {"", "/in:Fal", KEY_F1, "\t", KEY_ENTER, KEY_F9, "\033[200~half a paste", "\033]0;half an answer", "\033"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct termios before;
        struct screen *screen = start(&before);
        screen_send(screen, keys[i]);
        screen_take(screen, 10);
        long from = milliseconds();
        screen_hang_up(screen);
        int status = screen_wait_end(screen);
        fprintf(stderr, "# ended %ld ms after its terminal\n", milliseconds() - from);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 2);
        screen_stop(screen);
    }
}

/* Makes it write until so much has been taken by nobody that it waits, and reads no key more. */
static void stop_listening(struct screen *screen)
{
    int waits = 0;
    for (int i = 0; i < 2000 && waits < 50; i++) {
        if (screen_unread(screen) == 0)
            screen_send_or_drop(screen, "\014");
        usleep(5000);
        waits = screen_unread(screen) > 0 ? waits + 1 : 0;
    }
    assert_true(waits > 0);
}

static void a_terminal_that_no_longer_listens_does_not_hold_it(void **state)
{
    (void)state;
    struct termios before;
    struct screen *screen = start(&before);
    stop_listening(screen);
    /* The first asks; the second, with the first unheard, insists. */
    kill(screen_process(screen), SIGTERM);
    usleep(100000);
    kill(screen_process(screen), SIGTERM);
    for (int i = 0; i < 2000 && screen_runs(screen); i++)
        usleep(5000);
    assert_false(screen_runs(screen));
    expect_modes(screen, before);
    screen_stop(screen);
}

static void any_size_will_do_at_the_start(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1, 1}, {1, 200}, {200, 1}, {2, 2}, {3, 5}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        int rows = sizes[i][0];
        int columns = sizes[i][1];
        struct screen *screen = screen_start(&(struct screen_setting){.rows = rows, .columns = columns});
        for (int wait = 0; wait < 2000 && !screen_is_other_page(screen); wait++)
            screen_take(screen, 5);
        screen_press(screen, KEY_DOWN "x" KEY_ENTER);
        assert_true(screen_runs(screen));
        screen_resize(screen, 24, 80);
        screen_wait_for(screen, "Answers");
        screen_settle(screen);
        screen_check_cursor(screen);
        screen_send(screen, KEY_F10);
        assert_int_equal(screen_wait_end(screen), 0);
        screen_stop(screen);
    }
}

static void a_storm_of_sizes_does_no_harm(void **state)
{
    (void)state;
    struct screen *screen = screen_open(24, 80);
    screen_make_roomy(screen);
    uint32_t seed = 20261124;
    for (int i = 0; i < 3000; i++) {
        seed = seed * 1664525u + 1013904223u;
        int rows = 1 + (int)((seed >> 8) % 500);
        int columns = 1 + (int)((seed >> 20) % 200);
        screen_resize(screen, rows, columns);
        for (int again = 0; again < i % 5; again++)
            kill(screen_process(screen), SIGWINCH);
        if (i % 16 == 0)
            screen_send(screen, i % 3 ? KEY_DOWN : "\t");
        if (i % 8 == 0)
            screen_take(screen, 0);
        if (i % 200 == 0)
            screen_settle(screen);
        assert_true(screen_runs(screen));
    }
    screen_resize(screen, 24, 80);
    screen_wait_for(screen, "Answers");
    screen_settle(screen);
    screen_check_cursor(screen);
    screen_send(screen, KEY_F10);
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

static void the_list_stays_when_its_file_goes(void **state)
{
    (void)state;
    const char *file = catalogue_file("services:\n"
                                      "  - {id: one, name: The first group, areas: Falkirk, who: mothers, formats: group}\n"
                                      "  - {id: two, name: The second group, areas: Stirling, who: mothers, formats: online}\n");
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"--catalogue", file}});
    screen_wait_for(screen, "2 in the list");
    screen_settle(screen);
    assert_int_equal(unlink(file), 0);
    static const char *const keys[] = {KEY_DOWN, KEY_ENTER, KEY_ESCAPE, "\t", KEY_ENTER, KEY_ESCAPE, "c", "/in:Falkirk", KEY_ENTER, "\014", "x", "o"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        screen_press(screen, keys[i]);
        screen_check_cursor(screen);
    }
    assert_true(screen_has(screen, "The first group"));
    screen_send(screen, KEY_F10);
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

/* Answers of terminals, reports that nobody asked for, half sequences, and bytes that are no text: the selection stays, and the next key works. */
static void what_is_no_key_does_nothing(void **state)
{
    (void)state;
    static const char *const noise[] = {
        "\033[?64;1;2;6;9;15;18;21;22c", "\033[>41;354;0c", "\033[>0;10;1c", "\033[0n", "\033[24;80R", "\033[8;24;80t", "\033[?2026;2$y",
        "\033]10;rgb:ffff/ffff/ffff\033\\", "\033]11;rgb:0000/0000/0000\007", "\033]52;c;aGVsbG8=\007", "\033]4;1;rgb:cd/00/00\033\\",
        "\033P>|XTerm(379)\033\\", "\033P1+r544e=787465726d\033\\", "\033_Gi=31;OK\033\\", "\033[I", "\033[O", "\033[I\033[O\033[I",
        "\033[<0;9999;9999M", "\033[<0;0;0M", "\033[<64;9999;9999M", "\033[<35;5;5M", "\033[<128;1;1m", "\033[200~\033[201~", "\033[201~",
        "\033[1;2;3;4;5;6;7;8;9m", "\033[", "\033[1;", "\033O", "\033[?", "\302", "\360\237", "\377\376\375", "\200\201\202",
    };
    struct screen *screen = screen_open(24, 80);
    for (size_t i = 0; i < sizeof noise / sizeof *noise; i++) {
        char before[512];
        char after[512];
        snprintf(before, sizeof before, "%s", screen_row(screen, 5));
        screen_press(screen, noise[i]);
        snprintf(after, sizeof after, "%s", screen_row(screen, 5));
        bool same = strcmp(before, after) == 0 && !screen_has(screen, "Esc put back");
        screen_press(screen, KEY_DOWN);
        bool moved = strcmp(screen_row(screen, 5), after) != 0;
        screen_press(screen, KEY_UP);
        if (!same || !moved) {
            screen_show(screen);
            fail_msg("noise %zu: %s", i, same ? "the next key did nothing" : "something changed");
        }
    }
    screen_stop(screen);
}

struct use {
    unsigned long user;
    unsigned long system;
    long turns;
};

static struct use use_of(pid_t process)
{
    struct use use = {0};
    char line[1024];
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)process);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    fclose(file);
    assert_int_equal(sscanf(strrchr(line, ')') + 2, "%*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %lu %lu", &use.user, &use.system), 2);
    snprintf(path, sizeof path, "/proc/%ld/status", (long)process);
    file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "voluntary_ctxt_switches: %ld", &use.turns) == 1)
            break;
    fclose(file);
    return use;
}

static void at_rest_it_does_nothing_at_all(void **state)
{
    (void)state;
    static const char *const places[] = {"", "\t", KEY_ENTER, "/in:Fal", KEY_F1, KEY_F9, "x", KEY_F8, "\014"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct screen *screen = screen_open(24, 80);
        screen_press(screen, places[i]);
        struct use before = use_of(screen_process(screen));
        usleep(500000);
        struct use after = use_of(screen_process(screen));
        assert_int_equal(before.user + before.system, after.user + after.system);
        assert_int_equal(before.turns, after.turns);
        screen_stop(screen);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_terminal_that_cannot_be_used_is_used_line_by_line),
        cmocka_unit_test(without_a_keyboard_the_list_is_written),
        cmocka_unit_test(out_of_memory_restores_the_terminal),
        cmocka_unit_test(a_screen_for_which_there_is_no_memory_does_no_harm),
        cmocka_unit_test(a_closed_terminal_ends_the_program_wherever_it_is),
        cmocka_unit_test(a_terminal_that_no_longer_listens_does_not_hold_it),
        cmocka_unit_test(any_size_will_do_at_the_start),
        cmocka_unit_test(a_storm_of_sizes_does_no_harm),
        cmocka_unit_test(the_list_stays_when_its_file_goes),
        cmocka_unit_test(what_is_no_key_does_nothing),
        cmocka_unit_test(at_rest_it_does_nothing_at_all),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("ends", tests, NULL, NULL);
}

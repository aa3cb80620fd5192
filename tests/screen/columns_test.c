/* Letters of every width in two terminals that have nothing to do with each other, libvterm and tmux: what stands behind them is in the same column. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "screen.h"

enum { ROWS = 30, COLUMNS = 120, PICTURE = 64 * 1024, TRIES = 100, ARGUMENTS = 24 };

/* Each name is followed, on the same row of the screen, by the entry. */
static const char names[] =
    "services:\n"
    "  - {id: a, name: A plain name, areas: Falkirk, who: mothers}\n"
    "  - {id: b, name: Grŵp Ŷd y Fenni, areas: Falkirk, who: mothers}\n"
    "  - {id: c, name: \"Cafe\\u0301 cre\\u0300che w\\u0302yr\", areas: Falkirk, who: mothers}\n"
    "  - {id: d, name: 東京の母の会, areas: Falkirk, who: mothers}\n"
    "  - {id: e, name: \"\\U0001F476 Baby \\U0001F37C time \\U0001F476\\U0001F476\", areas: Falkirk, who: mothers}\n"
    "  - {id: h, name: \"\\U0001F469\\u200D\\U0001F467 and \\U0001F469\\U0001F3FD and \\U0001F1EC\\U0001F1E7 and \\u2764\\uFE0F\", areas: Falkirk, who: mothers}\n"
    "  - {id: f, name: Мамы і немовлята, areas: Falkirk, who: mothers}\n"
    "  - {id: g, name: 東京の母親のための長い長い名前のグループがここにありますそしてまだ続きます, areas: Falkirk, who: mothers}\n";

static char server[64];

/* Runs tmux on a server of its own with these words. Gives what it says, "" when it cannot be run. */
static const char *tmux(const char *const *words, char *said, size_t room)
{
    int pipes[2];
    size_t length = 0;
    assert_int_equal(pipe(pipes), 0);
    pid_t process = fork();
    if (process == 0) {
        const char *arguments[ARGUMENTS] = {"tmux", "-L", server, "-f", "/dev/null"};
        for (size_t i = 0; words[i] && i + 6 < ARGUMENTS; i++)
            arguments[i + 5] = words[i];
        dup2(pipes[1], STDOUT_FILENO);
        close(pipes[0]);
        close(pipes[1]);
        execvp("tmux", (char *const *)arguments);
        _exit(127);
    }
    close(pipes[1]);
    ssize_t count;
    while (length + 1 < room && (count = read(pipes[0], said + length, room - length - 1)) > 0)
        length += (size_t)count;
    close(pipes[0]);
    said[length] = '\0';
    waitpid(process, NULL, 0);
    return said;
}

static const char *picture_of_tmux(char *picture)
{
    static const char *const words[] = {"capture-pane", "-p", NULL};
    return tmux(words, picture, PICTURE);
}

/* What libvterm shows, as tmux writes it. */
static const char *picture_of(struct screen *screen, char *picture)
{
    size_t length = 0;
    for (int row = 0; row < ROWS; row++)
        length += (size_t)snprintf(picture + length, PICTURE - length, "%s\n", screen_row(screen, row));
    return picture;
}

static void expect_same_picture(struct screen *screen)
{
    static char ours[PICTURE];
    static char theirs[PICTURE];
    picture_of(screen, ours);
    for (int i = 0; i < TRIES && strcmp(picture_of_tmux(theirs), ours) != 0; i++)
        usleep(50000);
    assert_string_equal(theirs, ours);
}

static void open_in_tmux(const char *file)
{
    char columns[16];
    char rows[16];
    char said[256];
    snprintf(columns, sizeof columns, "%d", COLUMNS);
    snprintf(rows, sizeof rows, "%d", ROWS);
    const char *const words[] = {"new-session", "-d", "-x", columns, "-y", rows, getenv("SIGNPOST_PROGRAM"), "--today", "2026-11-24", "--catalogue", file, NULL};
    tmux(words, said, sizeof said);
}

static void columns_are_the_same_in_two_terminals(void **state)
{
    (void)state;
    const char *file = catalogue_file(names);
    struct screen *screen = screen_start(&(struct screen_setting){.rows = ROWS, .columns = COLUMNS, .arguments = {"--catalogue", file}});
    snprintf(server, sizeof server, "signpost-columns-%ld", (long)getpid());
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    open_in_tmux(file);
    static const char *const down[] = {"send-keys", "Down", NULL};
    char said[256];
    for (int i = 0; i < 8; i++) {
        expect_same_picture(screen);
        screen_check_cursor(screen);
        tmux(down, said, sizeof said);
        screen_press(screen, KEY_DOWN);
    }
    screen_stop(screen);
}

static int end_tmux(void **state)
{
    (void)state;
    static const char *const words[] = {"kill-server", NULL};
    char said[256];
    tmux(words, said, sizeof said);
    return 0;
}

static void skipped(void **state)
{
    (void)state;
    fprintf(stderr, "# tmux is not here\n");
    skip();
}

int main(void)
{
    char said[256];
    static const char *const version[] = {"-V", NULL};
    bool here = strncmp(tmux(version, said, sizeof said), "tmux", 4) == 0;
    const struct CMUnitTest tests[] = {
        here ? (struct CMUnitTest)cmocka_unit_test_teardown(columns_are_the_same_in_two_terminals, end_tmux) : (struct CMUnitTest)cmocka_unit_test(skipped),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("columns", tests, NULL, NULL);
}

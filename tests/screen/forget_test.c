/* What the kiosk holds of a visitor who has gone: nothing. The memory of the running process is searched for what was typed and chosen, as text and as
 * cells of the screen, and every folder that it could write to for files. */
#define _GNU_SOURCE /* nftw, memmem */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include <cmocka.h>

#include "kiosk_screen.h"
#include "sanitized.h"

/* In no file: a place, an amount, a text that is pasted. */
#define PLACE "Qvozgbury"
#define AMOUNT "23 weeks"
#define PASTED "Wexqomhythe"

/* How curses keeps a character: what it looks like, five characters, a colour. The rest is the same in every way to keep text. */
enum { CELL = 7 * sizeof(uint32_t), WIDE = sizeof(wchar_t), NARROW = 1 };

/* How often the text stands in the bytes with so many bytes from one character to the next. */
static size_t count_in(const unsigned char *bytes, size_t length, const char *text, size_t step)
{
    size_t characters = strlen(text);
    size_t span = (characters - 1) * step + 1;
    size_t count = 0;
    for (const unsigned char *at = bytes; length >= span && (at = memchr(at, text[0], (size_t)(bytes + length - at) - span + 1)) != NULL; at++) {
        size_t same = 1;
        while (same < characters && at[same * step] == (unsigned char)text[same])
            same++;
        count += same == characters;
        if ((size_t)(bytes + length - at) <= span)
            break;
    }
    return count;
}

struct traces {
    size_t text;
    size_t wide;
    size_t cells;
};

static void add(struct traces *traces, const unsigned char *bytes, size_t length, const char *text)
{
    traces->text += count_in(bytes, length, text, NARROW);
    traces->wide += count_in(bytes, length, text, WIDE);
    traces->cells += count_in(bytes, length, text, CELL);
}

/* What of the text is in the memory that the process can write. */
static struct traces traces_of(struct screen *screen, const char *text)
{
    struct traces traces = {0};
    char path[64];
    char line[512];
    snprintf(path, sizeof path, "/proc/%ld/maps", (long)screen_process(screen));
    FILE *maps = fopen(path, "r");
    snprintf(path, sizeof path, "/proc/%ld/mem", (long)screen_process(screen));
    int memory = open(path, O_RDONLY);
    if (!maps || memory < 0) {
        print_message("# the system does not let us look into the memory of another process\n");
        skip();
    }
    size_t looked_at = 0;
    while (fgets(line, sizeof line, maps)) {
        unsigned long from;
        unsigned long to;
        char may[5];
        if (sscanf(line, "%lx-%lx %4s", &from, &to, may) != 3 || may[0] != 'r' || may[1] != 'w')
            continue;
        unsigned char *bytes = malloc(to - from);
        assert_non_null(bytes);
        ssize_t length = pread(memory, bytes, to - from, (off_t)from);
        if (length > 0) {
            add(&traces, bytes, (size_t)length, text);
            looked_at += (size_t)length;
        }
        free(bytes);
    }
    assert_true(looked_at > 1024 * 1024);
    fclose(maps);
    close(memory);
    return traces;
}

static void say(const char *text, struct traces traces)
{
    print_message("# \"%s\": %zu as text, %zu as wide characters, %zu on screens\n", text, traces.text, traces.wide, traces.cells);
}

static void expect_none(struct screen *screen, const char *text)
{
    struct traces traces = traces_of(screen, text);
    if (traces.text + traces.wide + traces.cells > 0) {
        say(text, traces);
        fail_msg("\"%s\" is still there", text);
    }
}

static void expect_some(struct screen *screen, const char *text)
{
    if (SANITIZED) /* whose shadow of all memory is too large to be looked through */
        return;
    struct traces traces = traces_of(screen, text);
    if (traces.text == 0 || traces.cells == 0) {
        say(text, traces);
        fail_msg("\"%s\" should be found while it is in use", text);
    }
}

static void leave(struct screen *screen, const char *keys)
{
    screen_press(screen, keys);
    if (!kiosk_is_neutral(screen, 24)) {
        screen_show(screen);
        fail_msg("this is not the neutral screen");
    }
    usleep(BURST_IS_OVER);
}

static void go_to_questions(struct screen *screen)
{
    screen_press(screen, "1");
    screen_wait_for(screen, "Where do you want to find support?");
    screen_settle(screen);
}

/* Types, pastes, chooses, reads, as far as an entry and its code. */
static void visit(struct screen *screen)
{
    go_to_questions(screen);
    screen_press(screen, PLACE "\r");
    screen_wait_for(screen, PLACE);
    screen_press(screen, "\025\033[200~" PASTED "\033[201~");
    expect_some(screen, PASTED);
    screen_press(screen, "\025\r");
    screen_settle(screen);
    screen_press(screen, "\025Falkirk\r");
    screen_settle(screen);
    screen_press(screen, "\033[200~" AMOUNT "\033[201~"); /* a digit that is typed chooses */
    expect_some(screen, AMOUNT);
    screen_press(screen, "\r");
    for (int i = 0; i < 3; i++)
        screen_press(screen, "\t");
    screen_press(screen, "1");
    screen_press(screen, KEY_F11);
}

static char folder[] = "/tmp/signpost-forget-XXXXXX";
static char home[64];
static char temporary[64];

static int forbid(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)about;
    if (place->level > 0 && kind != FTW_D)
        fail_msg("a file was written: %s", path);
    return 0;
}

static time_t started;

static int forbid_newer(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)place;
    if (kind == FTW_F && about->st_mtime >= started)
        fail_msg("a file has changed: %s", path);
    return 0;
}

static struct screen *start(const char *settings)
{
    return kiosk_start(settings, (struct screen_setting){.environment = {home, temporary}});
}

static void after_leaving_nothing_is_left(void **state)
{
    (void)state;
    if (SANITIZED)
        skip(); /* AddressSanitizer keeps what is freed, to tell of its use */
    struct screen *screen = start("area: Falkirk\n");
    expect_none(screen, PLACE);
    expect_none(screen, PASTED);
    expect_none(screen, AMOUNT);
    static const char *const ways[] = {KEY_F10, "\033\033\033"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        visit(screen);
        leave(screen, ways[i]);
        expect_none(screen, PLACE);
        expect_none(screen, PASTED);
        expect_none(screen, AMOUNT);
        screen_press(screen, " ");
        screen_wait_for(screen, KIOSK_FIRST);
        screen_settle(screen);
    }
    assert_false(screen_title_was_set(screen));
    screen_stop(screen);
}

/* A place of the list is in memory anyway; after she has gone it is there no more often than after somebody who chose another. */
static void what_was_chosen_is_there_no_more_often_than_before(void **state)
{
    (void)state;
    if (SANITIZED)
        skip();
    struct screen *screen = start("area: Falkirk\n");
    struct traces traces[2];
    for (int i = 0; i < 2; i++) {
        go_to_questions(screen);
        screen_press(screen, i == 0 ? "Cardiff\r" : "Stirling\r");
        screen_press(screen, i == 0 ? "2" : "1");
        for (int skipped = 0; skipped < 4; skipped++)
            screen_press(screen, "\t");
        screen_press(screen, "\r");
        struct traces during = traces_of(screen, "Stirling");
        leave(screen, KEY_F10);
        traces[i] = traces_of(screen, "Stirling");
        assert_int_equal(traces[i].cells, 0);
        if (i == 1)
            assert_true(during.text > traces[i].text);
        screen_press(screen, " ");
        screen_settle(screen);
    }
    say("Stirling", traces[0]);
    say("Stirling", traces[1]);
    assert_true(traces[1].text <= traces[0].text);
    assert_true(traces[1].wide <= traces[0].wide);
    screen_stop(screen);
}

static void when_nobody_is_there_nothing_is_left_either(void **state)
{
    (void)state;
    if (SANITIZED)
        skip();
    struct screen *screen = start("area: Falkirk\nkiosk:\n  quiet: 20\n  warning: 5\n");
    visit(screen);
    screen_wait_for(screen, "Are you still there?");
    screen_settle(screen);
    assert_false(screen_has(screen, AMOUNT));
    assert_false(screen_has(screen, "Falkirk"));
    screen_wait_for(screen, KIOSK_FIRST);
    screen_settle(screen);
    expect_none(screen, PLACE);
    expect_none(screen, PASTED);
    expect_none(screen, AMOUNT);
    screen_stop(screen);
}

/* Where the terminal keeps lines that have scrolled away, it is told to forget them; where it has no word for that, it is told nothing. */
static void the_terminal_is_told_to_forget(void **state)
{
    (void)state;
    static const struct {
        const char *term;
        bool can;
    } kinds[] = {{"xterm-256color", true}, {"linux", true}, {"vt100", false}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct screen *screen = kiosk_start("area: Falkirk\n", (struct screen_setting){.term = kinds[i].term});
        go_to_questions(screen);
        screen_forget(screen);
        screen_press(screen, "\033\033\033");
        size_t length;
        const char *output = screen_output(screen, &length);
        assert_int_equal(memmem(output, length, "\033[3J", 4) != NULL, kinds[i].can);
        assert_null(memmem(output, length, "\033]52", 4)); /* the clipboard */
        assert_null(memmem(output, length, "\033]0;", 4)); /* the title */
        screen_stop(screen);
    }
}

static void no_file_is_written(void **state)
{
    (void)state;
    struct screen *screen = start("area: Falkirk\n");
    visit(screen);
    leave(screen, KEY_F10);
    screen_stop(screen);
    nftw(folder, forbid, 8, FTW_PHYS);
    nftw(getenv("SIGNPOST_DATA"), forbid_newer, 8, FTW_PHYS);
}

static int make_folder(void **state)
{
    (void)state;
    started = time(NULL);
    assert_non_null(mkdtemp(folder));
    snprintf(home, sizeof home, "HOME=%s", folder);
    snprintf(temporary, sizeof temporary, "TMPDIR=%s", folder);
    return chdir(folder);
}

static int remove_folder(void **state)
{
    (void)state;
    return chdir("/") + rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(after_leaving_nothing_is_left),
        cmocka_unit_test(what_was_chosen_is_there_no_more_often_than_before),
        cmocka_unit_test(when_nobody_is_there_nothing_is_left_either),
        cmocka_unit_test(the_terminal_is_told_to_forget),
        cmocka_unit_test(no_file_is_written),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("forget", tests, make_folder, remove_folder);
}

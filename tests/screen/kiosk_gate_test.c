/* Whoever walks up to the kiosk and presses everything that there is stays in it. In each place of it every key, function key, control key, Alt combination,
 * answer of a terminal, paste and event of the mouse, on several kinds of terminal and in several languages. */
#define _GNU_SOURCE /* memmem */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "kiosk_screen.h"

static const char settings[] = "area: Falkirk\nkiosk:\n  pin: 917356284\n  quiet: 20\n  warning: 120\n";

/* What of the browser nobody may see here. */
static const char *const forbidden[] = {
    "Search:", "Help: type to search", "What works here", "What can be typed", "What is wrong in the list", "Settings that are not used", "The sheet:",
    "Save as", "Narrow it down", "F1 help", "F10 quit", "leaves Signpost", "Discreet:", "Replace the file",
};

/* The keys that lead there from the first screen. */
static const struct {
    const char *name;
    const char *keys[8];
} places[] = {
    {"the first screen", {NULL}},
    {"the first question", {"1"}},
    {"a question with something typed", {"1", "Stirli"}},
    {"the second question", {"1", "\t"}},
    {"the third question", {"1", "\t", "\t"}},
    {"the answers", {"1", "\t", "\t", "\t", "\t"}},
    {"an entry", {"1", "\t", "\t", "\t", "\t", "1"}},
    {"a code", {"1", "\t", "\t", "\t", "\t", "1", KEY_F11}},
    {"the explainer", {"2"}},
    {"urgent help", {KEY_F9}},
    {"the screen of staff", {"\033[24~"}},
    {"the neutral screen", {KEY_F10}},
};

enum { PLACES = sizeof places / sizeof *places };

/* What is pressed: made once for each kind of terminal. */
static struct {
    char bytes[2000][40];
    size_t length[2000];
    size_t count;
} presses;

static void add_bytes(const char *bytes, size_t length)
{
    assert_true(presses.count < 2000 && length <= 40);
    memcpy(presses.bytes[presses.count], bytes, length);
    presses.length[presses.count++] = length;
}

static void add(const char *text)
{
    add_bytes(text, strlen(text));
}

static void add_keys(void)
{
    for (int byte = 0; byte < 256; byte++)
        add_bytes(&(char){(char)byte}, 1);
    for (int byte = 1; byte < 127; byte++)
        add_bytes((char[]){'\033', (char)byte}, 2);
    add("\303\251"), add("\345\261\261"), add("\314\201"), add("\360\237\221\266");
}

/* F1 to F63 as xterm, the Linux console, screen and the vt100 have them (the higher ones are the lower ones with Shift, Ctrl and Alt), and other named keys. */
static void add_function_keys(void)
{
    char bytes[40];
    for (char letter = 'A'; letter <= 'z'; letter++) {
        add_bytes((char[]){'\033', 'O', letter}, 3);
        add_bytes((char[]){'\033', '[', '[', letter}, 4);
    }
    for (int number = 1; number <= 34; number++) {
        snprintf(bytes, sizeof bytes, "\033[%d~", number);
        add(bytes);
    }
    for (int modifier = 1; modifier <= 16; modifier++) {
        for (const char *letter = "ABCDEFHPQRS"; *letter; letter++) {
            snprintf(bytes, sizeof bytes, "\033[1;%d%c", modifier, *letter);
            add(bytes);
        }
        for (int number = 11; number <= 34; number++) {
            snprintf(bytes, sizeof bytes, "\033[%d;%d~", number, modifier);
            add(bytes);
        }
        /* the keyboard protocol of kitty, and that of xterm's modifyOtherKeys */
        snprintf(bytes, sizeof bytes, "\033[99;%du", modifier);
        add(bytes);
        snprintf(bytes, sizeof bytes, "\033[27;%d;113~", modifier);
        add(bytes);
    }
}

static void add_scraps(void)
{
    static const char *const scraps[] = {
        "\033[I", "\033[O", "\033[?1;2c", "\033[>41;354;0c", "\033[24;80R", "\033[0n", "\033[?2004;1$y", "\033]11;rgb:0000/0000/0000\033\\", "\033]52;c;cXVpdA==\007",
        "\033P1$r0m\033\\", "\033P+r5463=1B\033\\", "\033[8;24;80t", "\033_Gi=1;OK\033\\", "\033^x\033\\", "\033[200~!sh\r\003\032q\033[201~", "\033[200~:q\033[A\033[21~\033[201~",
        "\033[201~", "\033[?62;c", "\033Ox", "\033[[A", "\033[[E", "\217P", "\233A", "\002c", "\002:", "\001d", "\036", "\035", ":q!\r", ":wq\r", ":!sh\r", "!sh\r", "q", "Q", "ZZ",
    };
    for (size_t i = 0; i < sizeof scraps / sizeof *scraps; i++)
        add(scraps[i]);
}

static void add_mouse(void)
{
    static const int cells[][2] = {{1, 1}, {10, 5}, {70, 23}, {60, 24}, {80, 24}, {81, 25}, {9999, 9999}, {0, 0}};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        for (int button = 0; button < 132; button = button < 3 ? button + 1 : button < 64 ? button * 2 + 29 : button + 1) {
            char bytes[40];
            if (button > 70 && button < 128)
                continue;
            snprintf(bytes, sizeof bytes, "\033[<%d;%d;%dM", button, cells[i][0], cells[i][1]);
            add(bytes);
            bytes[strlen(bytes) - 1] = 'm';
            add(bytes);
        }
    add("\033[M !!"), add("\033[M`!!"), add("\033[M\377\377\377"), add("\033[32;10;10M");
}

static void make_presses(void)
{
    presses.count = 0;
    add_keys();
    add_function_keys();
    add_scraps();
    add_mouse();
}

static void fail_at(struct screen *screen, const char *place, size_t press, const char *what)
{
    screen_show(screen);
    char shown[200] = "";
    for (size_t i = 0; i < presses.length[press]; i++)
        snprintf(shown + strlen(shown), sizeof shown - strlen(shown), " %02x", (unsigned char)presses.bytes[press][i]);
    fail_msg("%s: in %s, by the keys up to%s", what, place, shown);
}

static const char *wrong_on_screen(struct screen *screen)
{
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (screen_has(screen, forbidden[i]))
            return forbidden[i];
    if (!strstr(screen_row(screen, 23), "999") && !kiosk_is_neutral(screen, 24))
        return "this is no screen of the kiosk";
    return NULL;
}

/* Also what stood there only for a moment. */
static const char *wrong_in_output(struct screen *screen)
{
    size_t length;
    const char *output = screen_output(screen, &length);
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (memmem(output, length, forbidden[i], strlen(forbidden[i])))
            return forbidden[i];
    if (memmem(output, length, "\033]", 2))
        return "a title, or the clipboard";
    return NULL;
}

/* Nothing runs beside the program, and nothing is open for writing but the terminal and pipes of its own. */
static const char *wrong_in_process(struct screen *screen)
{
    char path[400];
    char target[256];
    long process = (long)screen_process(screen);
    snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", process, process);
    FILE *children = fopen(path, "r");
    bool any = children && fgetc(children) != EOF;
    if (children)
        fclose(children);
    if (any)
        return "it has started another program";
    snprintf(path, sizeof path, "/proc/%ld/fd", process);
    DIR *folder = opendir(path);
    const char *wrong = NULL;
    for (struct dirent *entry; folder && !wrong && (entry = readdir(folder));) {
        snprintf(path, sizeof path, "/proc/%ld/fd/%s", process, entry->d_name);
        ssize_t length = readlink(path, target, sizeof target - 1);
        target[length > 0 ? length : 0] = '\0';
        struct stat about;
        bool writes = lstat(path, &about) == 0 && (about.st_mode & 0200);
        if (length > 0 && writes && strncmp(target, "/dev/pts/", 9) != 0 && strncmp(target, "pipe:", 5) != 0)
            wrong = "it has a file open for writing";
    }
    if (folder)
        closedir(folder);
    return wrong;
}

static void go_to_first(struct screen *screen)
{
    /* What was begun ends, too. */
    screen_press(screen, "M\007\033\\\033[201~");
    screen_press(screen, KEY_F10);
    screen_press(screen, "\033\033\033"); /* where F10 is another key, as on the vt100 */
    if (!kiosk_is_neutral(screen, 24)) {
        screen_show(screen);
        fail_msg("nobody can leave");
    }
    usleep(BURST_IS_OVER);
    screen_press(screen, " ");
    screen_settle(screen);
}

static void go_to(struct screen *screen, size_t place)
{
    for (size_t i = 0; i < 8 && places[place].keys[i]; i++)
        screen_press(screen, places[place].keys[i]);
}

/* So many presses at once, then a look. */
static void press_all(struct screen *screen, size_t place, size_t at_once)
{
    go_to(screen, place);
    screen_forget(screen);
    for (size_t press = 0; press < presses.count; press++) {
        screen_send_bytes(screen, presses.bytes[press], presses.length[press]);
        if (press % at_once != at_once - 1 && press + 1 != presses.count)
            continue;
        screen_settle(screen);
        if (!screen_runs(screen))
            fail_at(screen, places[place].name, press, "it has ended");
        const char *wrong = wrong_on_screen(screen);
        wrong = wrong ? wrong : wrong_in_output(screen);
        if (wrong)
            fail_at(screen, places[place].name, press, wrong);
        screen_forget(screen);
        if (press / at_once % 16 == 15) {
            go_to_first(screen);
            go_to(screen, place);
        }
    }
    const char *wrong = wrong_in_process(screen);
    if (wrong)
        fail_at(screen, places[place].name, presses.count - 1, wrong);
    go_to_first(screen);
}

static void walk(const char *term, const char *language, size_t at_once)
{
    make_presses();
    char variable[32];
    snprintf(variable, sizeof variable, "LANGUAGE=%s", language ? language : "");
    struct screen *screen = kiosk_start_in(settings, (struct screen_setting){.term = term, .environment = {variable}}, language == NULL);
    for (size_t place = 0; place < PLACES; place++)
        press_all(screen, place, at_once);
    screen_stop(screen);
}

static void nobody_gets_out(void **state)
{
    (void)state;
    walk("xterm-256color", NULL, 40);
}

static void nobody_gets_out_on_other_terminals_in_other_languages(void **state)
{
    (void)state;
    walk("vt100", NULL, 300);
    walk("linux", "gd", 300);
    walk("screen-256color", "cy", 300);
}

/* A paste without an end ends by itself, and is text at most. */
static void a_paste_without_end_is_no_way_out(void **state)
{
    (void)state;
    struct screen *screen = kiosk_start(settings, (struct screen_setting){0});
    for (size_t place = 0; place < PLACES; place++) {
        go_to(screen, place);
        screen_press(screen, "\033[200~!sh\r\003\032\034q:q!\r");
        usleep(BURST_IS_OVER);
        screen_settle(screen);
        assert_true(screen_runs(screen));
        const char *wrong = wrong_on_screen(screen);
        if (wrong) {
            screen_show(screen);
            fail_msg("%s: in %s", wrong, places[place].name);
        }
        go_to_first(screen);
    }
    assert_null(wrong_in_process(screen));
    screen_stop(screen);
}

static void no_signal_of_a_terminal_stops_it(void **state)
{
    (void)state;
    static const int numbers[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU};
    struct screen *screen = kiosk_start(settings, (struct screen_setting){0});
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        kill(screen_process(screen), numbers[i]);
        screen_press(screen, i % 2 ? "0" : "1");
        assert_true(screen_runs(screen));
        assert_null(wrong_on_screen(screen));
    }
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_signal_of_a_terminal_stops_it),
        cmocka_unit_test(a_paste_without_end_is_no_way_out),
        cmocka_unit_test(nobody_gets_out),
        cmocka_unit_test(nobody_gets_out_on_other_terminals_in_other_languages),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("kiosk_gate", tests, NULL, NULL);
}

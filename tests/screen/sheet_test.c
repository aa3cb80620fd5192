/* The sheet she takes home, from the browser: printed, saved, discreet, on a slip; and what is said when that cannot be. The real program, with a printer that
 * is a script, and files in a folder of the test's own. */
#define _GNU_SOURCE /* nftw, asprintf, memmem */
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "screen.h"

static char folder[4096]; /* where the program starts, and its home */

static void write_file(const char *name, const char *text, mode_t mode)
{
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(name, mode), 0);
}

/* The file's bytes, to be freed; *length, which may be NULL, gets how many. */
static char *read_file(const char *name, size_t *length)
{
    FILE *file = fopen(name, "r");
    if (!file)
        fail_msg("there is no file %s", name);
    char *bytes = NULL;
    size_t room = 0;
    ssize_t count = getdelim(&bytes, &room, '\0', file);
    fclose(file);
    if (length)
        *length = count > 0 ? (size_t)count : 0;
    if (count < 0)
        *bytes = '\0';
    return bytes;
}

static bool is_there(const char *name)
{
    return access(name, F_OK) == 0;
}

static void expect_same(const char *name, const char *other)
{
    char *left = read_file(name, NULL);
    char *right = read_file(other, NULL);
    if (strcmp(left, right) != 0)
        fail_msg("%s is not %s:\n%s\nbut\n%s", name, other, left, right);
    assert_true(strlen(left) > 200);
    free(left);
    free(right);
}

static void expect_in(const char *name, const char *text, bool there)
{
    char *bytes = read_file(name, NULL);
    if ((strstr(bytes, text) != NULL) != there)
        fail_msg("\"%s\" %s in %s:\n%s", text, there ? "is not" : "is", name, bytes);
    free(bytes);
}

/* `signpost handout` with the words, into the file "wanted". */
static void hand_out(const char *const *words)
{
    const char *arguments[32] = {getenv("SIGNPOST_PROGRAM"), "handout", "--today", "2026-11-24", "--config", "settings.yaml", "-o", "wanted"};
    size_t count = 8;
    while (*words)
        arguments[count++] = *words++;
    pid_t child = fork();
    if (child == 0) {
        execv(arguments[0], (char *const *)arguments);
        _exit(127);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

#define HAND_OUT(...) hand_out((const char *const[]){__VA_ARGS__, NULL})

/* A printer that keeps what it gets, and says what real ones say. */
static const char printer[] = "#!/bin/sh\ncat > \"$HOME/printed.part\"\nprintf '%s\\n' \"$@\" > \"$HOME/words\"\nmv \"$HOME/printed.part\" \"$HOME/printed\"\necho 'request id is desk-1'\n";

static void settle_on(const char *script, const char *more)
{
    char *settings;
    write_file("printer", script, 0755);
    assert_true(asprintf(&settings, "print: [\"%s/printer\", -d, \"a desk; touch pwned\"]\n%s", folder, more) > 0);
    write_file("settings.yaml", settings, 0644);
    free(settings);
}

static struct screen *start_at(int rows, int columns, const char *catalogue)
{
    char home[4200];
    snprintf(home, sizeof home, "HOME=%s", folder);
    struct screen *screen = screen_start(&(struct screen_setting){
        .rows = rows, .columns = columns, .arguments = {"--config", "settings.yaml", catalogue}, .environment = {home, "XDG_CONFIG_HOME"}});
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    return screen;
}

/* Waits for the text, and then for the end of the drawing that brought it. */
static void wait_for(struct screen *screen, const char *text)
{
    screen_wait_for(screen, text);
    screen_settle(screen);
}

/* The shipped lists at 80 by 24, with the sheet of what the words find first. */
static struct screen *open_sheet(const char *words)
{
    struct screen *screen = start_at(24, 80, NULL);
    screen_press(screen, "/");
    screen_press(screen, words);
    screen_press(screen, KEY_ENTER " p");
    wait_for(screen, "The sheet: 1 kept");
    return screen;
}

static void from_start_to_printer_in_ten_keys(void **state)
{
    (void)state;
    static const char keys[] = "/juno" KEY_ENTER " p" KEY_ENTER;
    assert_true(sizeof keys - 1 <= 10);
    settle_on(printer, "");
    static const int sizes[][2] = {{24, 80}, {12, 40}, {50, 200}};
    HAND_OUT("juno/befriending");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct screen *screen = start_at(sizes[i][0], sizes[i][1], NULL);
        for (const char *key = keys; *key; key++)
            screen_press(screen, (char[]){*key, '\0'});
        wait_for(screen, "Given to the printer.");
        screen_check_cursor(screen);
        assert_false(screen_has(screen, "request id"));
        expect_same("printed", "wanted");
        expect_in("words", "a desk; touch pwned", true);
        assert_false(is_there("pwned"));
        assert_int_equal(unlink("printed"), 0);
        screen_stop(screen);
    }
}

/* The same offers in the order in which they were kept, with the questions of the same need; what starts later is last. */
static void what_is_kept_is_printed_in_its_order(void **state)
{
    (void)state;
    settle_on(printer, "");
    struct screen *screen = start_at(24, 80, NULL);
    screen_press(screen, "/talk-it" KEY_ENTER);
    wait_for(screen, "> Talk it Over");
    screen_press(screen, " c/juno" KEY_ENTER);
    wait_for(screen, "> Juno befriending");
    screen_press(screen, KEY_DOWN " " KEY_UP " ");
    screen_press(screen, "c/in:Paisley pregnant:30" KEY_ENTER);
    wait_for(screen, "Pregnant, 30 weeks");
    screen_press(screen, "p");
    wait_for(screen, "The sheet: 3 kept, the first kept first");
    screen_press(screen, KEY_ENTER);
    wait_for(screen, "Given to the printer.");
    HAND_OUT("talk-it-over/group", "juno/groups", "juno/befriending", "in:Paisley", "pregnant:30");
    expect_same("printed", "wanted");
    expect_in("printed", "1. Juno peer support groups", true);
    expect_in("printed", "3. Talk it Over", true);
    expect_in("printed", "Starts later: from birth.", true);
    expect_in("printed", "NHS 24", true);
    expect_in("printed", "30", false);
    screen_press(screen, KEY_ESCAPE "c/in:Cardiff child:2m" KEY_ENTER);
    wait_for(screen, "Cardiff");
    screen_press(screen, "p" KEY_ENTER);
    wait_for(screen, "Given to the printer.");
    expect_in("printed", "press 2", true);
    expect_in("printed", "Starts later", false);
    screen_stop(screen);
}

static void where_nothing_is_kept_it_is_the_one_that_is_marked(void **state)
{
    (void)state;
    settle_on(printer, "");
    struct screen *screen = start_at(24, 80, NULL);
    screen_press(screen, "/juno" KEY_ENTER KEY_DOWN KEY_F5);
    assert_true(screen_has(screen, "The sheet: the one that is marked"));
    assert_false(screen_has(screen, "Take one off"));
    screen_press(screen, KEY_ENTER);
    wait_for(screen, "Given to the printer.");
    HAND_OUT("juno/groups");
    expect_same("printed", "wanted");
    screen_press(screen, KEY_ESCAPE "c/\"no such words at all\"" KEY_ENTER);
    screen_press(screen, KEY_F5);
    assert_true(screen_has(screen, "Mark or keep an answer first"));
    screen_stop(screen);
}

static void discreet_slip_and_from(void **state)
{
    (void)state;
    settle_on(printer, "");
    struct screen *screen = open_sheet("aberlour-perinatal");
    assert_true(screen_has(screen, "Places to get support"));
    screen_press(screen, "2");
    assert_true(screen_has(screen, "Discreet now: nothing on the sheet says why she has it."));
    assert_true(screen_has(screen, "Discreet: yes"));
    assert_true(screen_has(screen, "Groups and people near you"));
    screen_press(screen, "1");
    wait_for(screen, "Given to the printer.");
    HAND_OUT("aberlour-perinatal/befriending", "--discreet");
    expect_same("printed", "wanted");
    screen_press(screen, KEY_DOWN KEY_DOWN KEY_ENTER);
    assert_true(screen_has(screen, "Width: a slip, 40 columns"));
    screen_press(screen, "4Ann, perinatal team" KEY_ENTER);
    assert_true(screen_has(screen, "it is left out"));
    screen_press(screen, "4\025Ann, 01632 960 001" KEY_ENTER);
    assert_true(screen_has(screen, "From: Ann, 01632 960 001"));
    screen_press(screen, "1");
    wait_for(screen, "Given to the printer.");
    HAND_OUT("aberlour-perinatal/befriending", "--discreet", "--columns=40", "--from=Ann, 01632 960 001");
    expect_same("printed", "wanted");
    /* Esc in the line changes nothing; the name is there again when the sheet is opened again. */
    screen_press(screen, "4xyz" KEY_ESCAPE);
    assert_true(screen_has(screen, "From: Ann, 01632 960 001"));
    screen_press(screen, KEY_ESCAPE "p");
    assert_true(screen_has(screen, "From: Ann, 01632 960 001"));
    screen_stop(screen);
}

static void the_settings_name_who_gives_it_and_whether_it_is_html(void **state)
{
    (void)state;
    settle_on(printer, "from: \"Bea, \\u001b[31m01632 960 002\"\nprint_html: yes\nletters: no\nsave: no\n");
    struct screen *screen = start_at(24, 80, NULL);
    screen_press(screen, "juno" KEY_ENTER " " KEY_F5);
    assert_true(screen_has(screen, "From: Bea, "));
    assert_false(screen_has(screen, "Save as"));
    assert_false(screen_has(screen, "1  Print"));
    /* With letters off a digit is no command. */
    screen_press(screen, "2");
    assert_true(screen_has(screen, "Discreet: no"));
    screen_press(screen, KEY_ENTER);
    wait_for(screen, "Given to the printer.");
    HAND_OUT("juno/befriending", "--html");
    expect_same("printed", "wanted");
    expect_in("printed", "01632 960 002", true);
    expect_in("printed", "\033", false);
    screen_stop(screen);
}

static void what_cannot_be_printed_is_said_and_the_sheet_stays(void **state)
{
    (void)state;
    write_file("settings.yaml", "mouse: yes\n", 0644);
    char home[4200];
    snprintf(home, sizeof home, "HOME=%s", folder);
    struct screen *screen = screen_start(&(struct screen_setting){
        .rows = 24, .columns = 80, .arguments = {"--config", "settings.yaml"}, .environment = {home, "PATH=/nonexistent"}});
    wait_for(screen, "in the list");
    screen_press(screen, "/juno" KEY_ENTER " p" KEY_ENTER);
    wait_for(screen, "there is no program \"lp\" here");
    assert_true(screen_has(screen, "You can save it"));
    screen_check_cursor(screen);
    screen_press(screen, "5" KEY_ENTER);
    wait_for(screen, "Saved as ");
    HAND_OUT("juno/befriending");
    expect_same("sheet.txt", "wanted");
    screen_stop(screen);
    settle_on("#!/bin/sh\nexec < /dev/null\nprintf 'out of \\033[31mpaper\\n' >&2\necho scribble > /dev/tty\nexit 3\n", "");
    screen = open_sheet("juno");
    screen_press(screen, KEY_ENTER);
    wait_for(screen, "out of");
    assert_true(screen_has(screen, "was not printed"));
    /* It has no terminal to scribble on. */
    assert_false(screen_has(screen, "scribble"));
    assert_false(screen_any_colour(screen));
    screen_check_cursor(screen);
    settle_on("#!/bin/sh\nexit 0\n", "");
    screen_press(screen, KEY_ENTER);
    screen_settle(screen);
    screen_stop(screen);
    write_file("settings.yaml", "print: [/dev/null]\n", 0644);
    screen = open_sheet("juno");
    screen_press(screen, KEY_ENTER);
    wait_for(screen, "cannot be run");
    screen_stop(screen);
}

/* The process that the script has written into a file, once it is there. */
static pid_t process_of(const char *name)
{
    for (int i = 0; i < 1000; i++) {
        if (is_there(name)) {
            char *text = read_file(name, NULL);
            pid_t process = (pid_t)strtol(text, NULL, 10);
            free(text);
            return process;
        }
        usleep(10000);
    }
    fail_msg("the printer does not start");
    return 0;
}

static bool ends(pid_t process)
{
    for (int i = 0; i < 1000; i++) {
        if (kill(process, 0) != 0)
            return true;
        usleep(10000);
    }
    return false;
}

/* A printer that never comes to an end, and does not want to. */
static const char stubborn[] = "#!/bin/sh\ntrap '' TERM\ncat > /dev/null\nsleep 1000 &\necho $! > \"$HOME/process.part\"\nmv \"$HOME/process.part\" \"$HOME/process\"\n"
                               "echo noise > /dev/tty\nwait\nwait\n";

static void a_printer_that_does_not_end_is_stopped_by_esc(void **state)
{
    (void)state;
    settle_on(stubborn, "");
    struct screen *screen = open_sheet("juno");
    screen_send(screen, KEY_ENTER);
    screen_wait_for(screen, "Printing. Esc stops it.");
    pid_t process = process_of("process");
    screen_resize(screen, 12, 40);
    screen_wait_for(screen, "Printing. Esc stops");
    screen_send(screen, "zzz" KEY_ESCAPE);
    wait_for(screen, "was not printed: printing");
    screen_settle(screen);
    assert_true(ends(process));
    screen_check_cursor(screen);
    assert_false(screen_has(screen, "noise"));
    screen_stop(screen);
}

static void a_terminal_that_closes_ends_the_printing(void **state)
{
    (void)state;
    settle_on(stubborn, "");
    struct screen *screen = open_sheet("juno");
    screen_send(screen, KEY_ENTER);
    screen_wait_for(screen, "Printing. Esc stops it.");
    pid_t process = process_of("process");
    screen_hang_up(screen);
    screen_wait_end(screen);
    assert_true(ends(process));
    screen_stop(screen);
}

static size_t files_of_the_program(void)
{
    size_t count = 0;
    FILE *names = popen("ls -A | grep -cvE '^(settings.yaml|printer|wanted|sub|dates.yaml)$'", "r");
    assert_non_null(names);
    assert_int_equal(fscanf(names, "%zu", &count), 1);
    pclose(names);
    return count;
}

static void a_file_is_saved_whole_and_says_nothing_of_the_need(void **state)
{
    (void)state;
    settle_on(printer, "");
    struct screen *screen = start_at(24, 80, NULL);
    screen_press(screen, "/in:Falkirk pregnant:20 who:mother" KEY_ENTER);
    wait_for(screen, "> Perinatal Befriending Support");
    screen_press(screen, " p5");
    /* A name is there already, and says nothing. */
    assert_true(screen_has(screen, "Save as: sheet.txt"));
    screen_press(screen, KEY_ENTER);
    wait_for(screen, "Saved as ");
    assert_true(screen_has(screen, "Whoever"));
    HAND_OUT("aberlour-perinatal/befriending", "in:Falkirk", "pregnant:20", "who:mother");
    expect_same("sheet.txt", "wanted");
    screen_press(screen, "6" KEY_ENTER);
    wait_for(screen, "sheet.html");
    HAND_OUT("aberlour-perinatal/befriending", "in:Falkirk", "pregnant:20", "who:mother", "--html");
    expect_same("sheet.html", "wanted");
    static const char *const told[] = {"Falkirk", "20 weeks", "pregnant:20", "who:mother", "week 20"};
    static const char *const files[] = {"sheet.txt", "sheet.html"};
    for (size_t file = 0; file < 2; file++)
        for (size_t i = 0; i < sizeof told / sizeof *told; i++)
            expect_in(files[file], told[i], false);
    assert_int_equal(files_of_the_program(), 2);
    assert_false(screen_title_was_set(screen));
    /* In the home folder, and in another. */
    assert_int_equal(mkdir("sub", 0700), 0);
    screen_press(screen, "5\025~/sub/mine.txt" KEY_ENTER);
    wait_for(screen, "/sub/mine.txt.");
    expect_same("sub/mine.txt", "sheet.txt");
    struct stat there;
    assert_int_equal(stat("sub/mine.txt", &there), 0);
    assert_int_equal(there.st_mode & 07111, 0);
    screen_stop(screen);
}

static void a_file_that_is_there_is_asked_about(void **state)
{
    (void)state;
    settle_on(printer, "");
    write_file("sheet.txt", "mine\n", 0600);
    struct screen *screen = open_sheet("juno");
    screen_press(screen, "5" KEY_ENTER);
    wait_for(screen, "There is a file of that name already");
    screen_check_cursor(screen);
    expect_in("sheet.txt", "mine", true);
    /* Esc leaves it, and so does Enter, which asks for another name. */
    screen_press(screen, KEY_ESCAPE);
    assert_true(screen_has(screen, "> 5  Save as text"));
    screen_press(screen, "5" KEY_ENTER KEY_ENTER);
    assert_true(screen_has(screen, "Save as: sheet.txt"));
    expect_in("sheet.txt", "mine", true);
    screen_press(screen, "\025other.txt" KEY_ENTER);
    wait_for(screen, "other.txt. Whoever");
    expect_in("sheet.txt", "mine", true);
    screen_press(screen, "5" KEY_ENTER "2");
    wait_for(screen, "Saved as ");
    expect_same("sheet.txt", "other.txt");
    assert_int_equal(files_of_the_program(), 2);
    screen_stop(screen);
}

static void what_cannot_be_saved_is_said(void **state)
{
    (void)state;
    settle_on(printer, "");
    assert_int_equal(mkdir("sub", 0555), 0);
    static const struct {
        const char *name;
        const char *said;
    } names[] = {
        {"", "Type a name for the file"},
        {"sub", "That is a folder."},
        {"sub/", "That is a folder."},
        {"~", "That is a folder."},
        {"nowhere/sheet.txt", "There is no such folder."},
        {"printer/sheet.txt", "There is no such folder."},
        {"~bob/sheet.txt", "Only your own home folder"},
        {"/dev/null", "no file that can be written"},
        {"a\342\201\246b.txt", "cannot be read"},
    };
    struct screen *screen = open_sheet("juno");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        screen_press(screen, "5\025");
        screen_press(screen, names[i].name);
        screen_press(screen, KEY_ENTER);
        wait_for(screen, names[i].said);
        assert_true(screen_has(screen, "Not saved."));
        screen_check_cursor(screen);
    }
    /* Root may write into any folder of a disk; into this one nobody may. */
    screen_press(screen, geteuid() == 0 ? "5\025/proc/sheet.txt" : "5\025sub/sheet.txt");
    screen_press(screen, KEY_ENTER);
    wait_for(screen, geteuid() == 0 ? "Not saved." : "You may not write there. Try your home folder: ~/sheet.txt");
    assert_int_equal(files_of_the_program(), 0);
    struct stat there;
    assert_int_equal(stat("/dev/null", &there), 0);
    assert_true(S_ISCHR(there.st_mode));
    screen_stop(screen);
    /* A disk that is full: here a limit of the process. */
    assert_int_equal(chmod("sub", 0755), 0);
}

static const char dates[] = "services:\n"
                            "  - {id: tea, name: Tea, kind: peer-support, formats: group, when: [\"every Tuesday 10:00-11:30 at Paisley Abbey\"]}\n"
                            "  - {id: term, name: Term, kind: peer-support, formats: group, when: [\"every Tuesday 10:00-11:30 in term time\"]}\n";

static void the_dates_become_a_calendar(void **state)
{
    (void)state;
    settle_on(printer, "");
    write_file("dates.yaml", dates, 0644);
    struct screen *screen = start_at(24, 80, "dates.yaml");
    screen_press(screen, "o" KEY_DOWN "p7");
    assert_true(screen_has(screen, "None of these has a day that is sure"));
    screen_press(screen, KEY_ESCAPE " " KEY_UP " p7");
    assert_true(screen_has(screen, "Save as: dates.ics"));
    screen_press(screen, KEY_ENTER);
    wait_for(screen, "It has 1 of 2");
    HAND_OUT("--catalogue=dates.yaml", "term", "tea", "--ics");
    expect_same("dates.ics", "wanted");
    expect_in("dates.ics", "SUMMARY:Tea", true);
    expect_in("dates.ics", "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU", true);
    screen_stop(screen);
}

static void one_is_taken_off(void **state)
{
    (void)state;
    settle_on(printer, "");
    struct screen *screen = start_at(24, 80, NULL);
    screen_press(screen, "/juno" KEY_ENTER " " KEY_DOWN " p9");
    assert_true(screen_has(screen, "Which one is to go?"));
    assert_true(screen_has(screen, "> 1  Juno befriending"));
    screen_press(screen, KEY_ESCAPE);
    assert_true(screen_has(screen, "> 9  Take one off the sheet"));
    screen_press(screen, KEY_ENTER KEY_ENTER);
    assert_true(screen_has(screen, "Taken off: Juno befriending."));
    screen_press(screen, "1");
    wait_for(screen, "Given to the printer.");
    HAND_OUT("juno/groups");
    expect_same("printed", "wanted");
    /* Without the last there is no sheet. */
    screen_press(screen, "9" KEY_ENTER);
    assert_true(screen_has(screen, "Taken off: Juno peer support groups."));
    assert_true(screen_has(screen, "Answers"));
    assert_false(screen_has(screen, " kept"));
    screen_stop(screen);
}

/* Everything is reached by arrows, and the sheet is read to its last line, on the smallest screen too. */
static void all_of_it_is_reached_by_arrows(void **state)
{
    (void)state;
    settle_on(printer, "");
    static const int sizes[][2] = {{12, 40}, {24, 80}, {30, 122}};
    static const char *const rows[] = {"Print", "Discreet: no", "Width: a page", "From: a line", "Save as text", "Save as a web page", "Save the dates", "Show codes", "Take one off"};
    for (size_t size = 0; size < sizeof sizes / sizeof *sizes; size++) {
        struct screen *screen = start_at(sizes[size][0], sizes[size][1], NULL);
        screen_press(screen, "/juno" KEY_ENTER " p");
        int at;
        int column;
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            screen_check_cursor(screen);
            screen_cursor(screen, &at, &column);
            assert_non_null(strstr(screen_row(screen, at), rows[i]));
            screen_press(screen, KEY_DOWN);
        }
        screen_check_cursor(screen);
        screen_cursor(screen, &at, &column);
        assert_non_null(strstr(screen_row(screen, at), "Places to get support"));
        screen_press(screen, KEY_END);
        screen_check_cursor(screen);
        assert_true(screen_has(screen, "Samaritans") || screen_has(screen, "116 123") || screen_has(screen, "SHOUT") || screen_has(screen, "999"));
        assert_non_null(strstr(screen_row(screen, sizes[size][0] - 1), "999"));
        screen_press(screen, KEY_HOME KEY_UP);
        screen_cursor(screen, &at, &column);
        assert_non_null(strstr(screen_row(screen, at), "Take one off"));
        screen_press(screen, "\t" KEY_PAGE_DOWN);
        screen_check_cursor(screen);
        screen_press(screen, KEY_ESCAPE KEY_HOME);
        screen_cursor(screen, &at, &column);
        assert_non_null(strstr(screen_row(screen, at), "Print"));
        screen_stop(screen);
    }
}

static void the_mouse_does_the_same(void **state)
{
    (void)state;
    settle_on(printer, "");
    struct screen *screen = open_sheet("juno");
    int row;
    int column;
    assert_true(screen_find(screen, "Discreet: no", &row, &column));
    screen_click(screen, row, column);
    assert_true(screen_has(screen, "Discreet: yes"));
    assert_true(screen_find(screen, "Groups and people", &row, &column));
    screen_wheel(screen, row, column, true);
    assert_false(screen_has(screen, "Groups and people"));
    screen_check_cursor(screen);
    assert_true(screen_find(screen, "Print", &row, &column));
    screen_click(screen, row, column);
    wait_for(screen, "Given to the printer.");
    screen_stop(screen);
}

/* Curses would wait for more behind the release of a button, and the printing with it. */
static void a_button_let_go_while_printing_holds_nothing_up(void **state)
{
    (void)state;
    settle_on("#!/bin/sh\ncat > \"$HOME/printed\"\nwhile [ ! -e \"$HOME/go\" ]; do sleep 0.05; done\n", "");
    struct screen *screen = open_sheet("juno");
    int row;
    int column;
    assert_true(screen_find(screen, "1  Print", &row, &column));
    char bytes[64];
    snprintf(bytes, sizeof bytes, "\033[<0;%d;%dM", column + 1, row + 1);
    screen_send(screen, bytes);
    screen_wait_for(screen, "Printing. Esc stops it.");
    bytes[strlen(bytes) - 1] = 'm';
    screen_send(screen, bytes);
    screen_send(screen, "\033[<2;1;1M");
    for (int i = 0; i < 50; i++)
        screen_take(screen, 10);
    write_file("go", "", 0644);
    wait_for(screen, "Given to the printer.");
    screen_stop(screen);
}

static void help_and_urgent_help_come_back_to_the_sheet(void **state)
{
    (void)state;
    settle_on(printer, "");
    struct screen *screen = open_sheet("juno");
    screen_press(screen, KEY_F1);
    assert_true(screen_has(screen, "Do what is marked."));
    screen_press(screen, KEY_ESCAPE);
    assert_true(screen_has(screen, "The sheet: 1 kept"));
    screen_press(screen, KEY_F9);
    assert_true(screen_has(screen, "Urgent help"));
    screen_press(screen, KEY_F1 KEY_ESCAPE);
    assert_true(screen_has(screen, "Urgent help"));
    screen_press(screen, KEY_ESCAPE);
    assert_true(screen_has(screen, "The sheet: 1 kept"));
    screen_press(screen, KEY_ESCAPE);
    assert_true(screen_has(screen, "Answers"));
    screen_press(screen, KEY_F1 "make a sheet" KEY_ENTER);
    assert_true(screen_has(screen, "The sheet: 1 kept"));
    screen_stop(screen);
}

static int take_away(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

static int folder_start(void **state)
{
    (void)state;
    const char *parent = getenv("TMPDIR");
    char made[400];
    snprintf(made, sizeof made, "%s/signpost-test-XXXXXX", parent && *parent ? parent : P_tmpdir);
    if (!mkdtemp(made) || !realpath(made, folder))
        return -1;
    return chdir(folder);
}

static int folder_end(void **state)
{
    (void)state;
    return chdir("/") != 0 || nftw(folder, take_away, 8, FTW_DEPTH | FTW_PHYS) != 0 ? -1 : 0;
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_start, folder_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(from_start_to_printer_in_ten_keys),
        IN_FOLDER(what_is_kept_is_printed_in_its_order),
        IN_FOLDER(where_nothing_is_kept_it_is_the_one_that_is_marked),
        IN_FOLDER(discreet_slip_and_from),
        IN_FOLDER(the_settings_name_who_gives_it_and_whether_it_is_html),
        IN_FOLDER(what_cannot_be_printed_is_said_and_the_sheet_stays),
        IN_FOLDER(a_printer_that_does_not_end_is_stopped_by_esc),
        IN_FOLDER(a_terminal_that_closes_ends_the_printing),
        IN_FOLDER(a_file_is_saved_whole_and_says_nothing_of_the_need),
        IN_FOLDER(a_file_that_is_there_is_asked_about),
        IN_FOLDER(what_cannot_be_saved_is_said),
        IN_FOLDER(the_dates_become_a_calendar),
        IN_FOLDER(one_is_taken_off),
        IN_FOLDER(all_of_it_is_reached_by_arrows),
        IN_FOLDER(the_mouse_does_the_same),
        IN_FOLDER(a_button_let_go_while_printing_holds_nothing_up),
        IN_FOLDER(help_and_urgent_help_come_back_to_the_sheet),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}

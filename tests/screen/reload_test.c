/* A list whose files change while it is in use, and one that takes long to read. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include <cmocka.h>

#include "../unit/reading.h"
#include "screen.h"

static struct folder folder;

static int make_folder(void **state)
{
    (void)state;
    folder = folder_new();
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    folder_remove(folder.path);
    return 0;
}

/* Six groups in Falkirk and one in Fife; `third` is the name of the third, and more stands behind them. */
static const char *list_with(const char *third, const char *more)
{
    static char text[4096];
    snprintf(text, sizeof text,
             "services:\n"
             "  - {id: ash, name: Ash Tree Group, areas: Falkirk, formats: group, who: mothers}\n"
             "  - {id: beech, name: Beech House, areas: Falkirk, formats: group, who: mothers}\n"
             "  - {id: cedar, name: %s, areas: Falkirk, formats: group, who: mothers}\n"
             "  - {id: dogwood, name: Dogwood Mums, areas: Falkirk, formats: group, who: mothers}\n"
             "  - {id: elm, name: Elm Street, areas: Fife, formats: online, who: mothers}\n"
             "  - {id: fir, name: Fir Cone, areas: Falkirk, formats: group, who: mothers}\n"
             "  - {id: gorse, name: Gorse Walk, areas: Falkirk, formats: group, who: mothers}\n%s",
             third, more);
    return text;
}

static struct screen *start_with(const char *path, const char *area)
{
    char variable[64];
    snprintf(variable, sizeof variable, "SIGNPOST_AREA=%s", area);
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 30, .columns = 110, .arguments = {path}, .environment = {*area ? variable : "SIGNPOST_AREA"}});
    screen_wait_for(screen, "F1 help");
    screen_settle(screen);
    return screen;
}

/* The list in a file of that name, with a need, the third entry selected and kept. */
static struct screen *start_in_the_middle(const char *name)
{
    struct screen *screen = start_with(folder_put_text(&folder, name, list_with("Cedar Lodge", "")), "");
    screen_press(screen, "/in:Falkirk format:group\r" KEY_DOWN KEY_DOWN " ");
    screen_wait_for(screen, "> * Cedar Lodge");
    screen_wait_for(screen, "1 kept");
    return screen;
}

/* Everything is where the person left it, but for the new name. */
static void expect_in_the_middle(struct screen *screen, const char *third)
{
    char line[128];
    snprintf(line, sizeof line, "> * %s", third);
    screen_wait_for(screen, line);
    screen_settle(screen);
    screen_check_cursor(screen);
    screen_wait_for(screen, "Falkirk [x]");
    screen_wait_for(screen, "group [x]");
    screen_wait_for(screen, "1 kept");
    assert_false(screen_has(screen, "Elm Street"));
}

static void replace(const char *name, const char *text)
{
    const char *draft = folder_put_text(&folder, ".draft", text);
    assert_int_equal(rename(draft, folder_path(&folder, name)), 0);
}

static void a_change_is_seen_however_it_is_made(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("change.yaml");
    folder_put_text(&folder, "change.yaml", list_with("Cedar Written", ""));
    expect_in_the_middle(screen, "Cedar Written");
    screen_wait_for(screen, "The list has changed: read again, 7 services.");
    replace("change.yaml", list_with("Cedar Renamed", ""));
    expect_in_the_middle(screen, "Cedar Renamed");
    unlink(folder_path(&folder, "change.yaml"));
    screen_wait_for(screen, "You see the list as it was");
    screen_wait_for(screen, "there is no file");
    expect_in_the_middle(screen, "Cedar Renamed");
    /* What is said stays in view when the first notice has gone. */
    screen_press(screen, KEY_UP KEY_DOWN);
    screen_wait_for(screen, "The list cannot be used as it is now.");
    folder_put_text(&folder, "change.yaml", list_with("Cedar Again", ""));
    expect_in_the_middle(screen, "Cedar Again");
    assert_false(screen_has(screen, "as it was"));
    /* The way back leads through the new list as well. */
    screen_press(screen, "uu");
    screen_wait_for(screen, "Elm Street");
    screen_stop(screen);
}

static void an_entry_stays_open_in_its_place(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("open.yaml");
    screen_press(screen, KEY_ENTER KEY_DOWN KEY_DOWN);
    int row;
    int column;
    screen_cursor(screen, &row, &column);
    folder_put_text(&folder, "open.yaml", list_with("Cedar Changed", ""));
    screen_wait_for(screen, "read again");
    screen_settle(screen);
    int row_now;
    int column_now;
    screen_cursor(screen, &row_now, &column_now);
    assert_int_equal(row_now, row);
    assert_int_equal(column_now, column);
    assert_non_null(strstr(screen_row(screen, 3), "Cedar Changed"));
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void a_line_half_typed_stays(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("typed.yaml");
    screen_press(screen, "/tree wal");
    screen_wait_for(screen, " 0 to ask");
    folder_put_text(&folder, "typed.yaml", list_with("Cedar Tree Walks", ""));
    screen_wait_for(screen, " 1 to ask");
    screen_settle(screen);
    screen_wait_for(screen, "Search: in:Falkirk format:group tree wal");
    screen_press(screen, "k\r");
    screen_wait_for(screen, "> * Cedar Tree Walks");
    screen_press(screen, "u");
    screen_wait_for(screen, "Beech House");
    screen_stop(screen);
}

static void what_was_kept_and_goes_is_named_and_kept_again(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("gone.yaml");
    char text[4096];
    snprintf(text, sizeof text, "%s", list_with("Cedar Lodge", ""));
    char *cedar = strstr(text, "  - {id: cedar");
    char *after = strstr(cedar, "  - {id: dogwood");
    memmove(cedar, after, strlen(after) + 1);
    screen_press(screen, KEY_ENTER);
    replace("gone.yaml", text);
    screen_wait_for(screen, "No longer in it, though you kept it: Cedar Lodge.");
    screen_settle(screen);
    assert_false(screen_has(screen, "1 kept"));
    /* What was being read is not swapped for another under the eyes: the mark is in the answers, on the next one. */
    screen_check_cursor(screen);
    screen_wait_for(screen, "> Dogwood Mums");
    replace("gone.yaml", list_with("Cedar Lodge", ""));
    screen_wait_for(screen, "1 that you kept is back.");
    screen_wait_for(screen, "1 kept");
    screen_stop(screen);
}

static void a_broken_edit_keeps_the_last_good_list(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("broken.yaml");
    /* The fourth line: Cedar can no longer be used. */
    folder_put_text(&folder, "broken.yaml", list_with("Cedar Lodge, about: grumpiness", ""));
    screen_wait_for(screen, "so you see it as it was. F3 shows");
    expect_in_the_middle(screen, "Cedar Lodge");
    screen_press(screen, KEY_F3);
    screen_wait_for(screen, "The list cannot be used as it is now");
    screen_wait_for(screen, "broken.yaml:4:");
    screen_wait_for(screen, "grumpiness");
    screen_check_cursor(screen);
    /* Another mistake in its place: the list of problems follows. */
    folder_put_text(&folder, "broken.yaml", list_with("Cedar Lodge, stage: {from: never}", ""));
    screen_wait_gone(screen, "grumpiness");
    screen_wait_for(screen, "never");
    /* Mended: it closes by itself, for there is nothing more to show. */
    folder_put_text(&folder, "broken.yaml", list_with("Cedar Mended", ""));
    screen_wait_gone(screen, "What is wrong in the list");
    expect_in_the_middle(screen, "Cedar Mended");
    assert_false(screen_has(screen, "cannot be used"));
    screen_stop(screen);
}

static void a_file_of_nonsense_keeps_the_last_good_list(void **state)
{
    (void)state;
    static const char *const nonsense[] = {"", "services: [", "\t\t\t", "<html>404</html>", "%PDF-1.4\n\1\2\3"};
    struct screen *screen = start_in_the_middle("nonsense.yaml");
    for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++) {
        folder_put_text(&folder, "nonsense.yaml", nonsense[i]);
        screen_wait_for(screen, "You see the list as it was");
        expect_in_the_middle(screen, "Cedar Lodge");
        screen_press(screen, KEY_F3);
        screen_wait_for(screen, "nonsense.yaml");
        screen_press(screen, "\033");
        screen_wait_gone(screen, "What is wrong");
        folder_put_text(&folder, "nonsense.yaml", list_with("Cedar Lodge", ""));
        screen_wait_for(screen, "The list has changed: read again");
        screen_press(screen, KEY_UP KEY_DOWN);
        assert_false(screen_has(screen, "read again"));
    }
    screen_stop(screen);
}

static void a_mistake_in_a_new_entry_costs_nothing(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("new.yaml");
    folder_put_text(&folder, "new.yaml", list_with("Cedar Newer", "  - {id: hazel, name: Hazel, areas: Falkrik}\n"));
    expect_in_the_middle(screen, "Cedar Newer");
    screen_wait_for(screen, "1 new mistake: F3 shows it.");
    screen_press(screen, KEY_F3);
    screen_wait_for(screen, "new.yaml:9:");
    screen_stop(screen);
}

static void a_folder_of_lists(void **state)
{
    (void)state;
    const char *path = folder_path(&folder, "lists");
    assert_int_equal(mkdir(path, 0700), 0);
    folder_put_text(&folder, "lists/a.yaml", list_with("Cedar Lodge", ""));
    struct screen *screen = start_with(path, "");
    screen_press(screen, KEY_DOWN);
    folder_put_text(&folder, "lists/b.csv", "service,name,areas\nalder,Alder Bank,Falkirk\n");
    screen_wait_for(screen, "read again, 8 services");
    screen_wait_for(screen, "Alder Bank");
    screen_wait_for(screen, "> Beech House");
    unlink(folder_path(&folder, "lists/b.csv"));
    screen_wait_for(screen, "read again, 7 services");
    screen_wait_gone(screen, "Alder Bank");
    /* As when a disk is taken out, and put in again. */
    assert_int_equal(rename(folder_path(&folder, "lists"), folder_path(&folder, "away")), 0);
    screen_wait_for(screen, "You see the list as it was");
    screen_wait_for(screen, "> Beech House");
    folder_put_text(&folder, "away/a.yaml", list_with("Cedar Elsewhere", ""));
    assert_int_equal(rename(folder_path(&folder, "away"), folder_path(&folder, "lists")), 0);
    screen_wait_for(screen, "Cedar Elsewhere");
    screen_settle(screen);
    screen_wait_for(screen, "> Beech House");
    folder_put_text(&folder, "lists/a.yaml", list_with("Cedar Once More", ""));
    screen_wait_for(screen, "Cedar Once More");
    screen_stop(screen);
}

static void words_that_the_list_no_longer_knows_are_taken_away(void **state)
{
    (void)state;
    static const char places[] = "places:\n  - {name: Ambleforth, kind: locality, inside: Falkirk}\n";
    struct screen *screen = start_with(folder_put_text(&folder, "words.yaml", list_with("Cedar Lodge", places)), "");
    screen_press(screen, "/in:Ambleforth format:group\r");
    screen_wait_for(screen, "Ambleforth [x]");
    folder_put_text(&folder, "words.yaml", list_with("Cedar Lodge", ""));
    screen_wait_for(screen, "the list does not know it now: Ambleforth.");
    screen_settle(screen);
    assert_false(screen_has(screen, "Ambleforth [x]"));
    screen_wait_for(screen, "group [x]");
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void the_area_of_the_site_is_found_again(void **state)
{
    (void)state;
    struct screen *screen = start_with(folder_put_text(&folder, "area.yaml", list_with("Cedar Lodge", "")), "Cardiff");
    screen_press(screen, "c");
    char urgent[512];
    snprintf(urgent, sizeof urgent, "%s", screen_row(screen, 29));
    folder_put_text(&folder, "area.yaml", list_with("Cedar Lodge", "places:\n  - {name: Aaaa, kind: locality, inside: Falkirk}\n"));
    screen_wait_for(screen, "read again");
    screen_settle(screen);
    assert_string_equal(screen_row(screen, 29), urgent);
    screen_stop(screen);
}

static void what_came_with_the_program_stays(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("rest-of-it.yaml");
    folder_put_text(&folder, "rest-of-it.yaml", list_with("Cedar Read Again", ""));
    expect_in_the_middle(screen, "Cedar Read Again");
    screen_press(screen, KEY_F4);
    screen_wait_for(screen, "What is peer support?");
    screen_wait_for(screen, "help each");
    /* It shows nothing of the list, so that is renewed behind it. */
    folder_put_text(&folder, "rest-of-it.yaml", list_with("Cedar Behind", ""));
    screen_wait_for(screen, "The list has changed");
    screen_wait_for(screen, "help each");
    screen_press(screen, KEY_ESCAPE);
    expect_in_the_middle(screen, "Cedar Behind");
    screen_stop(screen);
}

/* The sheet is made of the list as it was when it was opened, whatever becomes of the files meanwhile. */
static void the_sheet_keeps_its_list(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("sheet.yaml");
    screen_send(screen, "p");
    screen_wait_for(screen, "Cedar Lodge");
    screen_wait_for(screen, "Print");
    folder_put_text(&folder, "sheet.yaml", list_with("Cedar After", ""));
    /* Long enough for it to be read: the next key finds it waiting. */
    for (int i = 0; i < 20; i++)
        screen_take(screen, 50);
    assert_true(screen_has(screen, "Cedar Lodge"));
    assert_false(screen_has(screen, "Cedar After"));
    screen_press(screen, KEY_ESCAPE);
    expect_in_the_middle(screen, "Cedar After");
    screen_stop(screen);
}

static void a_change_behind_whatever_stands_in_front(void **state)
{
    (void)state;
    static const struct {
        const char *keys;
        const char *seen;
    } covers[] = {
        {KEY_F1, "What works here"},
        {KEY_F2, "Where do you want to find support?"},
        {KEY_F2 KEY_F1, "What works here"},
        {KEY_F4, "peer support"},
        {KEY_F9, "999"},
        {"p", "Print"},
        {"p" KEY_F9, "999"},
        {"\007", "Falkirk"}, /* the chips of the need */
        {"/word", "format:group word"},
    };
    for (size_t i = 0; i < sizeof covers / sizeof *covers; i++) {
        struct screen *screen = start_in_the_middle("covered.yaml");
        screen_press(screen, covers[i].keys);
        screen_wait_for(screen, covers[i].seen);
        char name[32];
        snprintf(name, sizeof name, "Cedar Number %zu", i);
        folder_put_text(&folder, "covered.yaml", list_with(name, ""));
        screen_settle(screen);
        screen_press(screen, KEY_ESCAPE);
        screen_settle(screen);
        screen_press(screen, KEY_ESCAPE);
        screen_wait_for(screen, name);
        assert_true(screen_runs(screen));
        screen_stop(screen);
    }
    /* The last chip goes with the words of the list that it stood on. */
    static const char places[] = "places:\n  - {name: Ambleforth, kind: locality, inside: Falkirk}\n";
    struct screen *screen = start_with(folder_put_text(&folder, "chips.yaml", list_with("Cedar Lodge", places)), "");
    screen_press(screen, "/in:Ambleforth\r");
    screen_wait_for(screen, "Ambleforth [x]");
    screen_press(screen, "\007");
    folder_put_text(&folder, "chips.yaml", list_with("Cedar Lodge", ""));
    screen_wait_for(screen, "the list does not know it now: Ambleforth.");
    screen_press(screen, KEY_LEFT KEY_DELETE KEY_LEFT KEY_RIGHT);
    assert_true(screen_runs(screen));
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void many_quick_writes_end_with_the_last(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("quick.yaml");
    for (int i = 1; i <= 40; i++) {
        char name[64];
        snprintf(name, sizeof name, "Cedar %d", i);
        if (i % 2 == 0)
            folder_put_text(&folder, "quick.yaml", list_with(name, ""));
        else
            replace("quick.yaml", list_with(name, ""));
        screen_take(screen, 10);
    }
    expect_in_the_middle(screen, "Cedar 40");
    screen_stop(screen);
}

static void ctrl_r_reads_again(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("again.yaml");
    screen_send(screen, "\022");
    screen_wait_for(screen, "Read again: 7 services.");
    expect_in_the_middle(screen, "Cedar Lodge");
    screen_stop(screen);
}

static void a_list_from_standard_input_cannot_be_read_again(void **state)
{
    (void)state;
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 80, .arguments = {"-"}});
    screen_send(screen, "services: [{id: ash, name: Ash Tree}]\n\004");
    screen_wait_for(screen, "> Ash Tree");
    screen_press(screen, "\022");
    screen_wait_for(screen, "Ash Tree");
    screen_wait_for(screen, "cannot be read again");
    screen_press(screen, "e");
    screen_wait_for(screen, "There is no file to edit for this.");
    screen_stop(screen);
}

/* How often the program has woken up so far. */
static long wakes(struct screen *screen)
{
    char path[64];
    char line[256];
    long count = -1;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)screen_process(screen));
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file))
        if (strncmp(line, "voluntary_ctxt_switches:", 24) == 0)
            count = strtol(line + 24, NULL, 10);
    fclose(file);
    assert_true(count >= 0);
    return count;
}

/* Files made by others in the folders above wake it; that nobody does so for a second must happen now and then. */
static void at_rest_it_sleeps(void **state)
{
    (void)state;
    struct screen *screen = start_in_the_middle("rest.yaml");
    screen_settle(screen);
    bool slept = false;
    for (int i = 0; i < 30 && !slept; i++) {
        long before = wakes(screen);
        nanosleep(&(struct timespec){.tv_sec = 1}, NULL);
        slept = wakes(screen) == before;
    }
    assert_true(slept);
    screen_stop(screen);
}

/* Long enough that reading it outlasts what the tests do meanwhile, on any machine that can run them. */
static struct screen *start_long(void)
{
    enum { LONG = 600000 };
    char path[1024];
    snprintf(path, sizeof path, "%s", folder_path(&folder, "long.csv"));
    if (access(path, F_OK) != 0) {
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs("service,name,areas,formats,who,summary\n", file);
        for (int i = 0; i < LONG; i++)
            fprintf(file, "s%d,%s %d,%s,group; one-to-one,mothers,Somebody to talk to.\n", i, i % 2 ? "Oak" : "Willow", i, i % 3 ? "Fife" : "Falkirk");
        assert_int_equal(fclose(file), 0);
    }
    struct screen *screen = screen_start(&(struct screen_setting){.rows = 24, .columns = 100, .arguments = {path}});
    screen_wait_for(screen, "in the list so far");
    return screen;
}

static void a_long_list_is_used_while_it_is_read(void **state)
{
    (void)state;
    struct screen *screen = start_long();
    screen_wait_for(screen, "Esc stops.");
    screen_wait_for(screen, "Reading the list");
    screen_send(screen, "/in:Falkirk wil" KEY_ENTER);
    screen_wait_for(screen, "Falkirk [x]");
    screen_wait_for(screen, "so far");
    screen_send(screen, KEY_DOWN " ");
    screen_wait_for(screen, "1 kept");
    screen_send(screen, KEY_UP); /* what was said of keeping it goes */
    screen_wait_for(screen, " entries. Esc stops.");
    screen_wait_for(screen, "so far");
    /* What does not fit so far may fit yet. */
    screen_send(screen, "/nowhere" KEY_ENTER);
    screen_wait_for(screen, "Nothing fits all of it so far.");
    screen_wait_for(screen, "so far");
    screen_send(screen, "q");
    int status = screen_wait_end(screen);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    screen_stop(screen);
}

static void a_long_reading_can_be_stopped_and_begun_again(void **state)
{
    (void)state;
    struct screen *screen = start_long();
    screen_send(screen, KEY_DOWN " ");
    screen_wait_for(screen, "1 kept");
    screen_send(screen, KEY_ESCAPE);
    screen_wait_for(screen, "Stopped.");
    screen_settle(screen);
    screen_wait_for(screen, "in the list in this part");
    screen_wait_for(screen, "1 kept");
    screen_check_cursor(screen);
    screen_press(screen, KEY_DOWN);
    screen_wait_for(screen, "Only a part of the list is here. Ctrl-R reads it all.");
    screen_send(screen, "\022");
    screen_wait_for(screen, "so far");
    screen_wait_for(screen, "Esc stops.");
    screen_send(screen, KEY_ESCAPE);
    screen_wait_for(screen, "Stopped.");
    screen_stop(screen);
}

/* Waits as long as it takes: under sanitizers that is long. */
static void wait_long(struct screen *screen, const char *text)
{
    for (int i = 0; i < 600 && !screen_has(screen, text); i++)
        for (int part = 0; part < 20 && !screen_has(screen, text); part++)
            screen_take(screen, 50);
    screen_wait_for(screen, text);
}

static void the_whole_of_a_long_list_comes(void **state)
{
    (void)state;
    struct screen *screen = start_long();
    screen_send(screen, "/in:Falkirk" KEY_ENTER KEY_DOWN " ");
    screen_wait_for(screen, "1 kept");
    wait_long(screen, "The whole list is here: 600000 services.");
    screen_settle(screen);
    assert_false(screen_has(screen, "so far"));
    screen_wait_for(screen, "1 kept");
    screen_wait_for(screen, "Falkirk [x]");
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void a_signal_ends_it_while_it_reads(void **state)
{
    (void)state;
    struct screen *screen = start_long();
    kill(screen_process(screen), SIGTERM);
    int status = screen_wait_end(screen);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 2);
    assert_false(screen_is_other_page(screen));
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_is_seen_however_it_is_made),
        cmocka_unit_test(an_entry_stays_open_in_its_place),
        cmocka_unit_test(a_line_half_typed_stays),
        cmocka_unit_test(what_was_kept_and_goes_is_named_and_kept_again),
        cmocka_unit_test(a_broken_edit_keeps_the_last_good_list),
        cmocka_unit_test(a_file_of_nonsense_keeps_the_last_good_list),
        cmocka_unit_test(a_mistake_in_a_new_entry_costs_nothing),
        cmocka_unit_test(a_folder_of_lists),
        cmocka_unit_test(words_that_the_list_no_longer_knows_are_taken_away),
        cmocka_unit_test(the_area_of_the_site_is_found_again),
        cmocka_unit_test(what_came_with_the_program_stays),
        cmocka_unit_test(the_sheet_keeps_its_list),
        cmocka_unit_test(a_change_behind_whatever_stands_in_front),
        cmocka_unit_test(many_quick_writes_end_with_the_last),
        cmocka_unit_test(ctrl_r_reads_again),
        cmocka_unit_test(a_list_from_standard_input_cannot_be_read_again),
        cmocka_unit_test(at_rest_it_sleeps),
        cmocka_unit_test(a_long_list_is_used_while_it_is_read),
        cmocka_unit_test(a_long_reading_can_be_stopped_and_begun_again),
        cmocka_unit_test(the_whole_of_a_long_list_comes),
        cmocka_unit_test(a_signal_ends_it_while_it_reads),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("reload", tests, make_folder, remove_folder);
}

/* Editing an entry in an editor of one's own, which here is a small script of its own name. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

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

static const char list[] = "services:\n"
                           "  - id: ash\n"
                           "    name: Ash Tree Group\n"
                           "    areas: Falkirk\n"
                           "  - id: beech\n"
                           "    name: Beech House\n"
                           "    areas: Falkirk\n";

/* Puts an editor of that name into the folder. It writes down its words, one a line, in the file `said`, and then does what the script says. */
static void put_editor(const char *name, const char *script)
{
    struct buffer text = {0};
    buffer_format(&text, "#!/bin/sh\ncd '%s'\nprintf '%%s\\n' \"$@\" > said\n%s\n", folder.path, script);
    const char *path = folder_put_text(&folder, name, buffer_text(&text));
    assert_int_equal(chmod(path, 0700), 0);
    buffer_free(&text);
}

/* Whether the editor was called with these words, one a line, and then the path of the file. */
static void expect_said(const char *words, const char *file)
{
    size_t length;
    struct buffer expected = {0};
    char *said = slurp(folder_path(&folder, "said"), &length);
    assert_non_null(said);
    buffer_format(&expected, "%s%s\n", words, folder_path(&folder, file));
    assert_string_equal(said, buffer_text(&expected));
    buffer_free(&expected);
    free(said);
    unlink(folder_path(&folder, "said"));
}

/* The browser on the list in that file, with EDITOR as it is given, %s being the folder. */
static struct screen *start_on(const char *file, const char *editor)
{
    static char path[1024];
    static char variable[2048];
    snprintf(path, sizeof path, "%s", folder_path(&folder, file));
    snprintf(variable, sizeof variable, editor, folder.path);
    struct screen *screen =
        screen_start(&(struct screen_setting){.rows = 24, .columns = 100, .arguments = {path}, .environment = {"VISUAL", variable}});
    screen_wait_for(screen, "F1 help");
    screen_settle(screen);
    return screen;
}

static struct screen *start(const char *editor)
{
    folder_put_text(&folder, "list.yaml", list);
    return start_on("list.yaml", editor);
}

static void an_entry_is_edited_at_its_line(void **state)
{
    (void)state;
    put_editor("vim", "sed -i 's/Beech House/Beech Hall/' list.yaml");
    struct screen *screen = start("EDITOR=%s/vim -n");
    screen_press(screen, KEY_DOWN " ");
    screen_send(screen, "e");
    screen_wait_for(screen, "Read again: 2 services.");
    screen_settle(screen);
    expect_said("-n\n+5\n", "list.yaml");
    screen_wait_for(screen, "> * Beech Hall");
    assert_true(screen_is_other_page(screen));
    screen_check_cursor(screen);
    /* The other key, from the entry, and nothing is changed. */
    put_editor("vim", "");
    screen_press(screen, KEY_ENTER);
    screen_send(screen, "\005");
    screen_wait_for(screen, "Nothing was changed.");
    expect_said("-n\n+5\n", "list.yaml");
    screen_stop(screen);
}

static void a_row_of_a_spreadsheet_too(void **state)
{
    (void)state;
    put_editor("nano", "");
    folder_put_text(&folder, "list.csv", "service,name,summary\nash,Ash Tree,\"in\ntwo lines\"\nbeech,Beech House,x\n");
    struct screen *screen = start_on("list.csv", "EDITOR='%s/nano'");
    screen_press(screen, KEY_DOWN);
    screen_send(screen, "e");
    screen_wait_for(screen, "Nothing was changed.");
    expect_said("+4\n", "list.csv");
    screen_stop(screen);
}

static void visual_comes_before_editor(void **state)
{
    (void)state;
    put_editor("hx", "");
    char visual[1024];
    char path[1024];
    snprintf(visual, sizeof visual, "VISUAL=\"%s/hx\"", folder.path);
    snprintf(path, sizeof path, "%s", folder_put_text(&folder, "list.yaml", list));
    struct screen *screen =
        screen_start(&(struct screen_setting){.rows = 24, .columns = 100, .arguments = {path}, .environment = {visual, "EDITOR=/nonexistent/vi"}});
    screen_wait_for(screen, "> Ash");
    screen_send(screen, "e");
    screen_wait_for(screen, "Nothing was changed.");
    size_t length;
    char *said = slurp(folder_path(&folder, "said"), &length);
    assert_non_null(strstr(said, "list.yaml:2\n"));
    free(said);
    screen_stop(screen);
}

/* Each has a sentence, and the list is as it was. */
static void an_editor_that_does_not_work_is_named(void **state)
{
    (void)state;
    put_editor("fails", "exit 3");
    put_editor("killed", "kill -9 $$");
    folder_put_text(&folder, "data", "no program");
    static const struct {
        const char *editor;
        const char *sentence;
    } cases[] = {
        {"EDITOR=/nonexistent/%.0seditor", "There is no program \"/nonexistent/editor\" here."},
        {"EDITOR=%s/fails", "ended with a failure (3)."},
        {"EDITOR=%s/killed", "was ended by a signal (9)."},
        {"EDITOR=%s/data", "cannot be run: Permission denied."},
        {"EDITOR='%s", "a quotation mark that is not closed."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct screen *screen = start(cases[i].editor);
        screen_send(screen, "e");
        screen_wait_for(screen, cases[i].sentence);
        screen_settle(screen);
        screen_wait_for(screen, "> Ash Tree Group");
        assert_true(screen_is_other_page(screen));
        screen_check_cursor(screen);
        screen_send(screen, "q");
        assert_int_equal(screen_wait_end(screen), 0);
        screen_stop(screen);
    }
}

static void without_any_editor_it_says_how_to_set_one(void **state)
{
    (void)state;
    char path[1024];
    snprintf(path, sizeof path, "%s", folder_put_text(&folder, "list.yaml", list));
    struct screen *screen = screen_start(
        &(struct screen_setting){.rows = 24, .columns = 100, .arguments = {path}, .environment = {"VISUAL", "EDITOR= ", "PATH=/nonexistent"}});
    screen_wait_for(screen, "> Ash");
    screen_send(screen, "e");
    screen_wait_for(screen, "Set EDITOR to the name of your editor, such as nano; there is no vi here.");
    screen_stop(screen);
}

static void what_an_editor_wrote_before_it_failed_is_read(void **state)
{
    (void)state;
    put_editor("vi", "sed -i 's/Ash Tree/Ash Grove/' list.yaml; exit 1");
    struct screen *screen = start("EDITOR=%s/vi");
    screen_send(screen, "e");
    screen_wait_for(screen, "Ash Grove");
    screen_settle(screen);
    screen_wait_for(screen, "ended with a failure (1). Read again: 2 services.");
    screen_stop(screen);
}

static void an_editor_that_stops_itself_goes_on(void **state)
{
    (void)state;
    /* As with Ctrl-Z; no shell stands behind this terminal that would take over. */
    put_editor("vi", "kill -STOP $$; sed -i 's/Ash Tree/Ash Later/' list.yaml");
    struct screen *screen = start("EDITOR=%s/vi");
    screen_send(screen, "e");
    screen_wait_for(screen, "> Ash Later");
    screen_stop(screen);
}

static void a_mistake_is_shown_at_once_and_mended_from_there(void **state)
{
    (void)state;
    put_editor("vi", "sed -i '6s/.*/    name: [Beech/' list.yaml");
    struct screen *screen = start("EDITOR=%s/vi");
    screen_press(screen, KEY_DOWN);
    screen_send(screen, "e");
    screen_wait_for(screen, "What is wrong in the list");
    screen_settle(screen);
    expect_said("+5\n", "list.yaml");
    screen_wait_for(screen, "list.yaml:7:");
    screen_wait_for(screen, "so you see it as it was");
    screen_check_cursor(screen);
    /* The edit is where the person left it. */
    size_t length;
    char *text = slurp(folder_path(&folder, "list.yaml"), &length);
    assert_non_null(strstr(text, "    name: [Beech\n"));
    free(text);
    put_editor("vi", "sed -i '6s/.*/    name: Beech Mended/' list.yaml");
    screen_send(screen, "e");
    screen_wait_gone(screen, "What is wrong in the list");
    screen_settle(screen);
    expect_said("+7\n", "list.yaml");
    screen_wait_for(screen, "> Beech Mended");
    screen_stop(screen);
}

static void a_warning_is_shown_too(void **state)
{
    (void)state;
    put_editor("vi", "sed -i '3s/$/\\n    colour: red/' list.yaml");
    struct screen *screen = start("EDITOR=%s/vi");
    screen_send(screen, "e");
    screen_wait_for(screen, "What is wrong in the list");
    screen_wait_for(screen, "unknown field \"colour\"");
    screen_settle(screen);
    assert_false(screen_has(screen, "so you see it as it was"));
    screen_press(screen, "\033");
    screen_wait_for(screen, "> Ash Tree Group");
    screen_stop(screen);
}

static void wait_for_file(struct screen *screen, const char *name)
{
    for (int i = 0; i < 1000 && access(folder_path(&folder, name), F_OK) != 0; i++)
        screen_take(screen, 10);
    assert_int_equal(access(folder_path(&folder, name), F_OK), 0);
}

static void the_editor_has_the_terminal_for_itself(void **state)
{
    (void)state;
    static const char script[] = "rm -f go; echo EDITING; touch here; while [ ! -e go ]; do sleep 0.05; done; read line; echo \"got $line\" > line";
    put_editor("vi", script);
    struct screen *screen = start("EDITOR=%s/vi");
    struct termios running = screen_modes(screen);
    assert_false(running.c_lflag & (ICANON | ECHO));
    screen_send(screen, "e");
    wait_for_file(screen, "here");
    screen_wait_for(screen, "EDITING");
    assert_false(screen_is_other_page(screen));
    assert_false(screen_mouse(screen));
    struct termios lent = screen_modes(screen);
    assert_int_equal(lent.c_lflag & (ICANON | ECHO | ISIG), ICANON | ECHO | ISIG);
    /* Ctrl-C is for the editor alone; this one dies of it, and the browser does not. */
    screen_send(screen, "\003");
    screen_wait_for(screen, "was ended by a signal (2).");
    assert_true(screen_is_other_page(screen));
    unlink(folder_path(&folder, "here"));
    screen_send(screen, "e");
    wait_for_file(screen, "here");
    /* Another size meanwhile, and what is typed goes to the editor. */
    screen_resize(screen, 30, 110);
    folder_put_text(&folder, "go", "");
    screen_send(screen, "quit q\n");
    screen_wait_for(screen, "Nothing was changed.");
    wait_for_file(screen, "line");
    size_t length;
    char *line = slurp(folder_path(&folder, "line"), &length);
    assert_string_equal(line, "got quit q\n");
    free(line);
    screen_settle(screen);
    assert_non_null(strstr(screen_row(screen, 29), "F9 more"));
    struct termios again = screen_modes(screen);
    assert_int_equal(again.c_lflag, running.c_lflag);
    screen_check_cursor(screen);
    screen_stop(screen);
}

static void a_terminal_that_is_closed_meanwhile_ends_both(void **state)
{
    (void)state;
    put_editor("vi", "rm -f go; touch here; while [ ! -e go ]; do sleep 0.05; done");
    unlink(folder_path(&folder, "here"));
    struct screen *screen = start("EDITOR=%s/vi");
    screen_send(screen, "e");
    wait_for_file(screen, "here");
    screen_hang_up(screen);
    screen_wait_end(screen);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_is_edited_at_its_line),
        cmocka_unit_test(a_row_of_a_spreadsheet_too),
        cmocka_unit_test(visual_comes_before_editor),
        cmocka_unit_test(an_editor_that_does_not_work_is_named),
        cmocka_unit_test(without_any_editor_it_says_how_to_set_one),
        cmocka_unit_test(what_an_editor_wrote_before_it_failed_is_read),
        cmocka_unit_test(an_editor_that_stops_itself_goes_on),
        cmocka_unit_test(a_mistake_is_shown_at_once_and_mended_from_there),
        cmocka_unit_test(a_warning_is_shown_too),
        cmocka_unit_test(the_editor_has_the_terminal_for_itself),
        cmocka_unit_test(a_terminal_that_is_closed_meanwhile_ends_both),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("edit", tests, make_folder, remove_folder);
}

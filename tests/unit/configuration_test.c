/* The file of settings: what the example says is what holds without a file, and mistakes cost only themselves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "read/configuration.h"
#include "reading.h"

static struct folder folder;

static void expect_same(const struct configuration *is, const struct configuration *wanted)
{
    assert_int_equal(is->catalogue_count, wanted->catalogue_count);
    assert_null(is->explainer);
    assert_null(wanted->explainer);
    assert_null(is->area);
    assert_null(wanted->area);
    assert_true(is->near_miles == wanted->near_miles);
    assert_int_equal(is->print_count, wanted->print_count);
    for (size_t i = 0; i < is->print_count; i++)
        assert_string_equal(is->print[i], wanted->print[i]);
    assert_int_equal(is->print_html, wanted->print_html);
    assert_null(is->from);
    assert_null(wanted->from);
    assert_int_equal(is->save, wanted->save);
    assert_int_equal(is->mouse, wanted->mouse);
    assert_int_equal(is->letters, wanted->letters);
    assert_int_equal(is->colour, wanted->colour);
    assert_string_equal(is->theme, wanted->theme);
    assert_int_equal(is->key_wish_count, wanted->key_wish_count);
    assert_int_equal(is->kiosk.language_count, wanted->kiosk.language_count);
    assert_null(is->kiosk.welcome);
    assert_null(wanted->kiosk.welcome);
    assert_int_equal(is->kiosk.quiet_seconds, wanted->kiosk.quiet_seconds);
    assert_int_equal(is->kiosk.warning_seconds, wanted->kiosk.warning_seconds);
    assert_null(is->kiosk.pin);
    assert_null(wanted->kiosk.pin);
    assert_int_equal(is->kiosk.print, wanted->kiosk.print);
    assert_int_equal(is->kiosk.neutral_count, wanted->kiosk.neutral_count);
    assert_int_equal(is->kiosk.count_visits, wanted->kiosk.count_visits);
}

static char *example(size_t *length)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/signpost.yaml.example", getenv("SIGNPOST_DATA"));
    char *text = slurp(path, length);
    assert_non_null(text);
    return text;
}

static void expect_no_problem(const char *path, struct configuration *configuration)
{
    struct problems *problems = problems_new();
    struct buffer words = {0};
    assert_true(configuration_read(configuration, path, true, problems));
    problems_text(&words, problems);
    assert_string_equal(buffer_text(&words), "");
    buffer_free(&words);
    problems_free(problems);
}

static void the_example_says_what_holds_without_a_file(void **state)
{
    (void)state;
    size_t length;
    char *text = example(&length);
    struct configuration is = configuration_default();
    struct configuration wanted = configuration_default();
    /* What it sets is not what was there before, so that a line that is missing shows. */
    is.near_miles = 1.0;
    is.print_count = 0;
    is.print_html = true;
    is.save = is.mouse = is.letters = is.colour = false;
    is.theme = "other";
    is.kiosk = (struct kiosk_settings){.print = true, .count_visits = true};
    expect_no_problem(folder_put(&folder, "signpost.yaml", text, length), &is);
    expect_same(&is, &wanted);
    configuration_free(&is);
    configuration_free(&wanted);
    free(text);
}

static void what_it_leaves_to_be_chosen_is_understood_too(void **state)
{
    (void)state;
    size_t length;
    char *text = example(&length);
    struct buffer open = {0};
    size_t opened = 0;
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        size_t indent = strspn(line, " ");
        bool closed = line[indent] == '#' && line[indent + 1] >= 'a' && line[indent + 1] <= 'z';
        opened += closed;
        buffer_format(&open, "%.*s%s\n", (int)indent, line, line + indent + closed);
    }
    assert_true(opened >= 7);
    struct configuration configuration = configuration_default();
    expect_no_problem(folder_put_text(&folder, "signpost.yaml", buffer_text(&open)), &configuration);
    assert_int_equal(configuration.catalogue_count, 2);
    assert_string_equal(configuration.catalogues[0], folder_path(&folder, "fife.yaml"));
    assert_non_null(configuration.area);
    assert_true(configuration.key_wish_count >= 2);
    assert_true(configuration.kiosk.language_count >= 2);
    assert_non_null(configuration.kiosk.welcome);
    assert_non_null(configuration.kiosk.pin);
    assert_true(configuration.kiosk.neutral_count >= 1);
    configuration_free(&configuration);
    buffer_free(&open);
    free(text);
}

static void mistakes_cost_only_themselves(void **state)
{
    (void)state;
    static const char text[] = "aera: Fife\nmouse: perhaps\nletters: [no]\nnear_miles: {a: b}\ntheme:\nkeys: yes\ncolour: no\ntheme: ''\narea: Fife\n";
    struct configuration configuration = configuration_default();
    struct problems *problems = problems_new();
    struct buffer words = {0};
    assert_true(configuration_read(&configuration, folder_put_text(&folder, "signpost.yaml", text), true, problems));
    problems_text(&words, problems);
    assert_string_equal(buffer_text(&words), "1:1 unknown-setting\n2:8 bad-setting\n4:13 bad-setting\n5:7 bad-setting\n6:7 bad-setting\n8:8 bad-setting\n8:1 duplicate-key\n");
    assert_true(configuration.mouse);
    assert_false(configuration.colour);
    assert_string_equal(configuration.theme, "plain");
    assert_string_equal(configuration.area, "Fife");
    buffer_free(&words);
    problems_free(problems);
    configuration_free(&configuration);
}

static void a_theme_is_a_name_or_a_file_beside_the_settings(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *theme; /* "/" before what is meant from the folder */
    } cases[] = {
        {"theme: calm-dark\n", "calm-dark"},
        {"theme: mine.yaml\n", "/mine.yaml"},
        {"theme: themes/mine\n", "/themes/mine"},
        {"theme: /srv/mine.yaml\n", "/srv/mine.yaml"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct configuration configuration = configuration_default();
        expect_no_problem(folder_put_text(&folder, "signpost.yaml", cases[i].text), &configuration);
        bool here = *cases[i].theme == '/' && strncmp(cases[i].theme, "/srv", 4) != 0;
        assert_string_equal(configuration.theme, here ? folder_path(&folder, cases[i].theme + 1) : cases[i].theme);
        assert_int_equal(configuration.theme_where.line, 1);
        assert_int_equal(configuration.theme_where.column, 8);
        configuration_free(&configuration);
    }
}

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_example_says_what_holds_without_a_file),
        cmocka_unit_test(what_it_leaves_to_be_chosen_is_understood_too),
        cmocka_unit_test(mistakes_cost_only_themselves),
        cmocka_unit_test(a_theme_is_a_name_or_a_file_beside_the_settings),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("configuration", tests, make_folder, remove_folder);
}

/* What a site settles for its kiosk. A mistake costs only itself, and one in the PIN never opens anything. */
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
#include "read/what_file.h"
#include "reading.h"

static struct folder folder;

/* Reads the text over the configuration and expects these problems, a line each. */
static void read_over(struct configuration *configuration, const char *text, size_t length, const char *wanted)
{
    struct problems *problems = problems_new();
    struct buffer words = {0};
    assert_true(configuration_read(configuration, folder_put(&folder, "signpost.yaml", text, length), true, problems));
    problems_text(&words, problems);
    assert_string_equal(buffer_text(&words), wanted);
    buffer_free(&words);
    problems_free(problems);
}

static struct configuration read_text(const char *text, const char *wanted)
{
    struct configuration configuration = configuration_default();
    read_over(&configuration, text, strlen(text), wanted);
    return configuration;
}

static void expect_default(const struct kiosk_settings *kiosk)
{
    assert_int_equal(kiosk->language_count, 0);
    assert_null(kiosk->welcome);
    assert_int_equal(kiosk->quiet_seconds, 90);
    assert_int_equal(kiosk->warning_seconds, 20);
    assert_null(kiosk->pin);
    assert_false(kiosk->print);
    assert_int_equal(kiosk->neutral_count, 0);
    assert_false(kiosk->count_visits);
}

static void every_setting_is_taken(void **state)
{
    (void)state;
    static const char text[] = "area: Fife\n"
                               "kiosk:\n"
                               "  languages: [en, cy, pt_BR, sr@latin]\n"
                               "  welcome: '  Welcome to the Rosebank centre.  '\n"
                               "  quiet: 120\n"
                               "  warning: 30\n"
                               "  pin: 004711\n"
                               "  print: yes\n"
                               "  neutral:\n"
                               "    - Open Monday to Friday, 9am to 4pm\n"
                               "    - ''\n"
                               "    - \"Soup at noon: all welcome \\e[31m\"\n"
                               "  count: on\n";
    struct configuration is = read_text(text, "");
    assert_int_equal(is.kiosk.language_count, 4);
    assert_string_equal(is.kiosk.languages[0], "en");
    assert_string_equal(is.kiosk.languages[1], "cy");
    assert_string_equal(is.kiosk.languages[2], "pt_BR");
    assert_string_equal(is.kiosk.languages[3], "sr@latin");
    assert_string_equal(is.kiosk.welcome, "Welcome to the Rosebank centre.");
    assert_int_equal(is.kiosk.quiet_seconds, 120);
    assert_int_equal(is.kiosk.warning_seconds, 30);
    assert_string_equal(is.kiosk.pin, "004711");
    assert_true(is.kiosk.print);
    assert_int_equal(is.kiosk.neutral_count, 3);
    assert_string_equal(is.kiosk.neutral[1], "");
    assert_string_equal(is.kiosk.neutral[2], "Soup at noon: all welcome \xef\xbf\xbd[31m");
    assert_true(is.kiosk.count_visits);
    configuration_free(&is);
}

static void without_a_file_it_is_as_it_came(void **state)
{
    (void)state;
    struct configuration is = configuration_default();
    expect_default(&is.kiosk);
    configuration_free(&is);
    is = read_text("kiosk: {}\n", "");
    expect_default(&is.kiosk);
    configuration_free(&is);
}

static void a_file_changes_only_what_it_names(void **state)
{
    (void)state;
    static const char own[] = "kiosk: {quiet: 60, neutral: [], languages: gd}\n";
    struct configuration is = read_text("kiosk: {pin: '2580', warning: 40, neutral: Hello, languages: [en, cy], print: yes}\n", "");
    assert_int_equal(is.kiosk.neutral_count, 1);
    read_over(&is, own, strlen(own), "");
    assert_string_equal(is.kiosk.pin, "2580");
    assert_int_equal(is.kiosk.quiet_seconds, 60);
    assert_int_equal(is.kiosk.warning_seconds, 40);
    assert_int_equal(is.kiosk.neutral_count, 0);
    assert_int_equal(is.kiosk.language_count, 1);
    assert_string_equal(is.kiosk.languages[0], "gd");
    assert_true(is.kiosk.print);
    configuration_free(&is);
}

static void what_cannot_be_costs_only_itself(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *problems;
    } cases[] = {
        {"kiosk:\n  quit: 60\n", "2:3 unknown-setting\n"},
        {"kiosk:\n  mouse: no\n", "2:3 unknown-setting\n"},
        {"kiosk: {quiet: 19}\n", "1:16 bad-setting\n"},
        {"kiosk: {quiet: 3601}\n", "1:16 bad-setting\n"},
        {"kiosk: {quiet: -90}\n", "1:16 bad-setting\n"},
        {"kiosk: {quiet: 90s}\n", "1:16 bad-setting\n"},
        {"kiosk: {quiet: 9e1}\n", "1:16 bad-setting\n"},
        {"kiosk: {quiet: 18446744073709551706}\n", "1:16 bad-setting\n"},
        {"kiosk: {quiet: }\n", "1:16 bad-setting\n"},
        {"kiosk: {quiet: [90]}\n", "1:16 bad-setting\n"},
        {"kiosk: {warning: 4}\n", "1:18 bad-setting\n"},
        {"kiosk: {warning: 121}\n", "1:18 bad-setting\n"},
        {"kiosk: {print: perhaps}\n", "1:16 bad-setting\n"},
        {"kiosk: {count: [yes]}\n", "1:16 bad-setting\n"},
        {"kiosk: {welcome: [Hello]}\n", "1:18 bad-setting\n"},
        {"kiosk: {welcome: {a: b}}\n", "1:18 bad-setting\n"},
        {"kiosk: {neutral: [[a]]}\n", "1:19 bad-setting\n"},
        {"kiosk: {neutral: {a: b}}\n", "1:18 bad-setting\n"},
        {"kiosk: {languages: [english-isallspoken, ../cy, '', c, [cy]]}\n",
         "1:21 bad-setting\n1:42 bad-setting\n1:49 bad-setting\n1:53 bad-setting\n1:56 bad-setting\n"},
        {"kiosk: {languages: 'en:cy'}\n", "1:20 bad-setting\n"},
        {"kiosk: {languages: \"en\\0cy\"}\n", "1:20 bad-setting\n"},
        {"kiosk: {languages: {en: cy}}\n", "1:20 bad-setting\n"},
        {"kiosk: [quiet, 90]\n", "1:9 bad-setting\n1:16 bad-setting\n"},
        {"kiosk: yes\n", "1:8 bad-setting\n"},
        {"kiosk:\n", "1:7 bad-setting\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct configuration is = read_text(cases[i].text, cases[i].problems);
        expect_default(&is.kiosk);
        configuration_free(&is);
    }
    struct configuration is = read_text("kiosk: {quiet: 5, warning: 30, languages: [en, e/n, cy, en], pin: 2580}\narea: Fife\n",
                                        "1:16 bad-setting\n1:48 bad-setting\n1:57 bad-setting\n");
    assert_int_equal(is.kiosk.quiet_seconds, 90);
    assert_int_equal(is.kiosk.warning_seconds, 30);
    assert_int_equal(is.kiosk.language_count, 2);
    assert_string_equal(is.kiosk.languages[1], "cy");
    assert_string_equal(is.kiosk.pin, "2580");
    assert_string_equal(is.area, "Fife");
    configuration_free(&is);
}

static void a_broken_pin_is_no_pin(void **state)
{
    (void)state;
    static const char *const pins[] = {
        "123",     "1234567890123", "''",       "",       "~",      "no",    "[2580]",      "{a: 2580}",   "12 34",
        "'2580 '", "-2580",         "+2580",    "2580.0", "0x2580", "25_80", "\"2580\\0\"", "\"2580\\n\"", "\"\\u0662\\u0665\\u0668\\u0660\"",
        "1234a",   "١٢٣٤",          "'\t2580'",
    };
    for (size_t i = 0; i < sizeof pins / sizeof *pins; i++) {
        struct configuration is = read_text("kiosk: {pin: 2580, count: yes}\n", "");
        struct buffer text = {0};
        struct problems *problems = problems_new();
        assert_string_equal(is.kiosk.pin, "2580");
        buffer_format(&text, "kiosk:\n  pin: %s\n  quiet: 60\n", pins[i]);
        assert_true(configuration_read(&is, folder_put_text(&folder, "signpost.yaml", buffer_text(&text)), true, problems));
        /* Nor that of an earlier file. */
        assert_null(is.kiosk.pin);
        bool told = false;
        for (size_t at = 0; at < problems_count(problems); at++) {
            const struct problem *problem = problems_at(problems, at);
            told = told || (strcmp(problem->name, "bad-setting") == 0 && problem->where.line == 2 && strstr(problem->sentence, "nobody"));
            assert_null(strstr(problem->sentence, "2580"));
        }
        assert_true(told);
        assert_int_equal(is.kiosk.quiet_seconds, 60);
        assert_true(is.kiosk.count_visits);
        problems_free(problems);
        buffer_free(&text);
        configuration_free(&is);
    }
}

/* What libyaml cannot follow never lets a PIN through that nobody wrote. */
static void a_broken_file_lets_nobody_out(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "kiosk:\n  pin: \"2580\n  quiet: 60\n", "kiosk: {pin: 2580, quiet: 60\n", "kiosk:\n\tpin: 2580\n",
        "kiosk:\n  pin: 25\n  pin: 2580\n",     "kiosk:\n  pin: &a 2580\n",       "kiosk:\n  pin: *a\n",
        "kiosk:\n  ? [pin]\n  : 2580\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct configuration is = configuration_default();
        struct problems *problems = problems_new();
        assert_true(configuration_read(&is, folder_put_text(&folder, "signpost.yaml", texts[i]), true, problems));
        assert_true(problems_count(problems) > 0);
        if (is.kiosk.pin)
            assert_string_equal(is.kiosk.pin, "2580");
        problems_free(problems);
        configuration_free(&is);
    }
}

static void texts_have_their_limits(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_add_text(&text, "kiosk:\n  welcome: ");
    for (size_t i = 0; i < 200; i++)
        buffer_add_text(&text, "\u0175");
    buffer_add_text(&text, "\n  neutral: [one, two, three, four, five, six]\n  languages: [aa, bb, cc, dd, ee, ff, gg, hh]\n");
    struct configuration is = read_text(buffer_text(&text), "");
    assert_int_equal(strlen(is.kiosk.welcome), 400);
    assert_int_equal(is.kiosk.neutral_count, 6);
    assert_int_equal(is.kiosk.language_count, 8);
    configuration_free(&is);
    buffer_clear(&text);
    buffer_add_text(&text, "kiosk:\n  welcome: ");
    for (size_t i = 0; i < 201; i++)
        buffer_add_text(&text, "w");
    buffer_add_text(&text, "\n  neutral: [one, two, three, four, five, six, seven, eight]\n  languages: [aa, bb, cc, dd, ee, ff, gg, hh, ii]\n");
    is = read_text(buffer_text(&text), "2:12 bad-setting\n3:47 bad-setting\n4:47 bad-setting\n");
    assert_null(is.kiosk.welcome);
    assert_int_equal(is.kiosk.neutral_count, 6);
    assert_int_equal(is.kiosk.language_count, 8);
    configuration_free(&is);
    buffer_clear(&text);
    buffer_add_text(&text, "kiosk:\n  neutral:\n    - short\n    - ");
    for (size_t i = 0; i < 81; i++)
        buffer_add_text(&text, "n");
    buffer_add_text(&text, "\n");
    is = read_text(buffer_text(&text), "4:7 bad-setting\n");
    assert_int_equal(is.kiosk.neutral_count, 1);
    assert_string_equal(is.kiosk.neutral[0], "short");
    configuration_free(&is);
    buffer_free(&text);
}

static void texts_are_safe_to_show(void **state)
{
    (void)state;
    static const char text[] = "kiosk:\n  welcome: \"one\\ntwo\\x1b]0;x\\x07 \\u202e\\0three\\u009b2J\"\n  neutral: [\"\\x1b[2J\"]\n";
    struct configuration is = configuration_default();
    struct problems *problems = problems_new();
    assert_true(configuration_read(&is, folder_put_text(&folder, "signpost.yaml", text), true, problems));
    const char *shown[] = {is.kiosk.welcome, is.kiosk.neutral[0]};
    for (size_t i = 0; i < 2; i++) {
        assert_non_null(shown[i]);
        for (const char *at = shown[i]; *at; at++)
            assert_true((unsigned char)*at >= ' ' && *at != 127);
        assert_null(strstr(shown[i], "\u202e"));
        assert_null(strstr(shown[i], "\xc2\x9b"));
    }
    assert_non_null(strstr(is.kiosk.welcome, "three"));
    problems_free(problems);
    configuration_free(&is);
}

static void a_file_of_nothing_else_is_one_of_settings(void **state)
{
    (void)state;
    static const char text[] = "# ours\nkiosk:\n  pin: 2580\n";
    assert_int_equal(what_file("signpost.yaml", text, sizeof text - 1), WHAT_SETTINGS);
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
        cmocka_unit_test(every_setting_is_taken),
        cmocka_unit_test(without_a_file_it_is_as_it_came),
        cmocka_unit_test(a_file_changes_only_what_it_names),
        cmocka_unit_test(what_cannot_be_costs_only_itself),
        cmocka_unit_test(a_broken_pin_is_no_pin),
        cmocka_unit_test(a_broken_file_lets_nobody_out),
        cmocka_unit_test(texts_have_their_limits),
        cmocka_unit_test(texts_are_safe_to_show),
        cmocka_unit_test(a_file_of_nothing_else_is_one_of_settings),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("configuration of a kiosk", tests, make_folder, remove_folder);
}

/* Themes: what ships can be read and seen by everyone, and mistakes in a file are named. */
#include <dirent.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "read/colours.h"
#include "read/theme_file.h"
#include "reading.h"
#include "screen/theme.h"

static struct folder folder;

struct given {
    struct theme_look looks[ROLE_THEMED];
    struct buffer problems; /* "line:column name\n" of each */
    bool understood;
};

static struct given read_theme(const char *path)
{
    struct given given = {.problems = {0}};
    struct problems *problems = problems_new();
    given.understood = theme_file_read(path, theme_roles, ROLE_THEMED, given.looks, problems);
    for (size_t i = 0; i < problems_count(problems); i++)
        assert_string_equal(problems_at(problems, i)->where.file, path);
    problems_text(&given.problems, problems);
    problems_free(problems);
    return given;
}

static struct given read_text(const char *text)
{
    return read_theme(folder_put_text(&folder, "theme.yaml", text));
}

/* Goes through the themes that ship; gives how many. */
static int each_shipped(void (*look_at)(const char *name, const struct given *given))
{
    char parent[1024];
    snprintf(parent, sizeof parent, "%s/themes", getenv("SIGNPOST_DATA"));
    DIR *themes = opendir(parent);
    assert_non_null(themes);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(themes));) {
        if (*entry->d_name == '.')
            continue;
        char path[2048];
        snprintf(path, sizeof path, "%s/%s", parent, entry->d_name);
        struct given given = read_theme(path);
        look_at(entry->d_name, &given);
        buffer_free(&given.problems);
        count++;
    }
    closedir(themes);
    return count;
}

static void has_no_problem(const char *name, const struct given *given)
{
    if (!given->understood || given->problems.length > 0)
        fail_msg("%s: %s", name, buffer_text(&given->problems));
}

static void what_ships_has_no_problem(void **state)
{
    (void)state;
    assert_true(each_shipped(has_no_problem) >= 5);
}

static void expect_contrast(const char *name, int role, const struct theme_pair *pair, double least)
{
    if (pair->foreground == THEME_OWN && pair->background == THEME_OWN)
        return; /* the person's own, whatever they are */
    if (pair->foreground == THEME_OWN || pair->background == THEME_OWN)
        fail_msg("%s: the contrast of \"%s\" cannot be computed", name, theme_roles[role].name);
    double contrast = colour_contrast(pair->foreground, pair->background, pair->attributes & THEME_BOLD);
    if (contrast < least)
        fail_msg("%s: \"%s\" has %.2f to 1", name, theme_roles[role].name, contrast);
}

static void can_be_read(const char *name, const struct given *given)
{
    bool high = strncmp(name, "high", 4) == 0;
    for (int role = 0; role < ROLE_THEMED; role++) {
        expect_contrast(name, role, &given->looks[role].colours, high ? 7.0 : 4.5);
        expect_contrast(name, role, &given->looks[role].stand_in, high ? 7.0 : 4.5);
        assert_true(given->looks[role].stand_in.foreground < COLOURS_EIGHT && given->looks[role].stand_in.background < COLOURS_EIGHT);
    }
}

static void every_role_of_every_theme_can_be_read(void **state)
{
    (void)state;
    each_shipped(can_be_read);
}

/* TERMINAL.md, "Contrast": figures that were measured elsewhere. */
static void the_contrast_is_that_of_wcag(void **state)
{
    (void)state;
    static const struct {
        int foreground;
        int background;
        double contrast;
    } known[] = {
        {231, 16, 21.0}, {231, 25, 6.45}, {16, 220, 14.97}, {231, 124, 7.44}, {245, 234, 4.94}, {244, 231, 3.95}, {240, 231, 7.11},
        {0, 6, 7.33},    {0, 7, 9.04},    {7, 4, 2.11},     {15, 1, 2.57},    {1, 0, 2.71},     {4, 0, 1.58},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (fabs(colour_contrast(known[i].foreground, known[i].background, false) - known[i].contrast) > 0.006)
            fail_msg("%d on %d: %.3f", known[i].foreground, known[i].background, colour_contrast(known[i].foreground, known[i].background, false));
    /* Bold black is dark grey on the Linux console. */
    assert_true(colour_contrast(0, 7, true) < 4.5);
    assert_true(colour_contrast(0, 6, true) < 4.5);
    assert_true(colour_contrast(7, 0, true) >= 4.5);
    assert_true(colour_contrast(16, 231, true) > 20.9);
}

enum hue { NO_HUE, RED, YELLOW_OR_GREEN, OTHER_HUE };

/* Of a colour that is the same everywhere, or of the first 16. Greys and pale colours have none. */
static enum hue hue_of(int colour)
{
    static const int steps[] = {0, 95, 135, 175, 215, 255};
    static const enum hue first[] = {NO_HUE, RED, YELLOW_OR_GREEN, YELLOW_OR_GREEN, OTHER_HUE, OTHER_HUE, OTHER_HUE, NO_HUE};
    if (colour < 0 || colour >= 232)
        return NO_HUE;
    if (colour < 16)
        return first[colour % 8];
    int red = steps[(colour - 16) / 36];
    int green = steps[(colour - 16) / 6 % 6];
    int blue = steps[(colour - 16) % 6];
    int most = red > green ? (red > blue ? red : blue) : (green > blue ? green : blue);
    int least = red < green ? (red < blue ? red : blue) : (green < blue ? green : blue);
    if (most == 0 || (most - least) * 4 < most)
        return NO_HUE;
    if (most == blue)
        return OTHER_HUE;
    return most == green || green - blue > (red - blue) / 2 ? YELLOW_OR_GREEN : blue - green > (red - green) / 2 ? OTHER_HUE : RED;
}

static void red_does_not_stand_beside_green(const char *name, const struct given *given)
{
    bool has[OTHER_HUE + 1] = {false};
    for (int role = 0; role < ROLE_THEMED; role++) {
        const struct theme_look *look = &given->looks[role];
        has[hue_of(look->colours.foreground)] = has[hue_of(look->colours.background)] = true;
        has[hue_of(look->stand_in.foreground)] = has[hue_of(look->stand_in.background)] = true;
    }
    if (has[RED] && has[YELLOW_OR_GREEN])
        fail_msg("%s has red beside green or yellow", name);
}

static void no_theme_tells_red_from_green_or_yellow(void **state)
{
    (void)state;
    assert_int_equal(hue_of(1), RED);
    assert_int_equal(hue_of(196), RED);
    assert_int_equal(hue_of(160), RED);
    assert_int_equal(hue_of(46), YELLOW_OR_GREEN);
    assert_int_equal(hue_of(220), YELLOW_OR_GREEN);
    assert_int_equal(hue_of(24), OTHER_HUE);
    assert_int_equal(hue_of(90), OTHER_HUE);
    assert_int_equal(hue_of(252), NO_HUE);
    each_shipped(red_does_not_stand_beside_green);
}

static void the_shipped_plain_theme_is_the_one_compiled_in(void **state)
{
    (void)state;
    char path[1024];
    struct theme_look plain[ROLE_THEMED];
    snprintf(path, sizeof path, "%s/themes/plain.yaml", getenv("SIGNPOST_DATA"));
    struct given given = read_theme(path);
    theme_looks_plain(theme_roles, ROLE_THEMED, plain);
    assert_memory_equal(given.looks, plain, sizeof plain);
    for (int role = 0; role < ROLE_THEMED; role++)
        assert_int_equal(plain[role].colours.foreground, THEME_OWN);
    /* As a start for a theme of one's own it names all there is. */
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char text[8192] = "\n";
    size_t length = fread(text + 1, 1, sizeof text - 2, file);
    fclose(file);
    assert_true(length > 0);
    for (int role = 0; role < ROLE_THEMED; role++) {
        char start[64];
        snprintf(start, sizeof start, "\n%s: {", theme_roles[role].name);
        if (!strstr(text, start))
            fail_msg("plain.yaml does not name \"%s\"", theme_roles[role].name);
        for (int other = 0; other < role; other++)
            assert_string_not_equal(theme_roles[role].name, theme_roles[other].name);
    }
    buffer_free(&given.problems);
}

static void expect_look(const struct theme_pair *pair, int foreground, int background, unsigned attributes)
{
    assert_int_equal(pair->foreground, foreground);
    assert_int_equal(pair->background, background);
    assert_int_equal(pair->attributes, attributes);
}

static void what_a_row_does_not_say_is_the_texts(void **state)
{
    (void)state;
    struct given given = read_text("heading: {foreground: Bright-Cyan, attributes: [bold, underline]}\n"
                                   "selected: {foreground: '16', background: \"#ffd75f\", stand_in: {foreground: black, background: cyan, attributes: []}}\n"
                                   "chip: {attributes: reverse}\n"
                                   "text: {foreground: 252, background: 16, stand_in: {foreground: white, background: black}}\n");
    assert_string_equal(buffer_text(&given.problems), "");
    assert_true(given.understood);
    expect_look(&given.looks[ROLE_TEXT].colours, 252, 16, 0);
    expect_look(&given.looks[ROLE_TEXT].stand_in, 7, 0, 0);
    expect_look(&given.looks[ROLE_HEADING].colours, 14, 16, THEME_BOLD | THEME_UNDERLINE);
    expect_look(&given.looks[ROLE_HEADING].stand_in, 7, 0, THEME_BOLD | THEME_UNDERLINE);
    expect_look(&given.looks[ROLE_SELECTED].colours, 16, 221, 0);
    expect_look(&given.looks[ROLE_SELECTED].stand_in, 0, 6, 0);
    expect_look(&given.looks[ROLE_CHIP].colours, 252, 16, THEME_REVERSE);
    expect_look(&given.looks[ROLE_KEY].colours, 252, 16, THEME_BOLD);
    expect_look(&given.looks[ROLE_KEY].stand_in, 7, 0, THEME_BOLD);
    buffer_free(&given.problems);
    /* Without a text of its own only whole pairs can be. */
    given = read_text("selected: {foreground: black, background: cyan}\n");
    assert_string_equal(buffer_text(&given.problems), "");
    expect_look(&given.looks[ROLE_TEXT].colours, THEME_OWN, THEME_OWN, 0);
    expect_look(&given.looks[ROLE_SELECTED].colours, 0, 6, 0);
    expect_look(&given.looks[ROLE_SELECTED].stand_in, 0, 6, 0);
    expect_look(&given.looks[ROLE_HEADING].colours, THEME_OWN, THEME_OWN, THEME_BOLD);
    buffer_free(&given.problems);
}

/* The Linux console shows bold black as dark grey. */
static void what_is_not_named_is_bold_only_where_that_can_be_read(void **state)
{
    (void)state;
    struct given given = read_text("text: {foreground: 16, background: 231, stand_in: {foreground: black, background: white}}\n");
    assert_string_equal(buffer_text(&given.problems), "");
    expect_look(&given.looks[ROLE_HEADING].colours, 16, 231, THEME_BOLD);
    expect_look(&given.looks[ROLE_HEADING].stand_in, 0, 7, 0);
    buffer_free(&given.problems);
}

static void mistakes_are_named_and_cost_only_themselves(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *problems;
    } cases[] = {
        {"headnig: {attributes: bold}\n", "1:1 unknown-role\n"},
        {"heading: bold\n", "1:10 bad-look\n"},
        {"heading: [bold]\n", "1:11 bad-look\n"},
        {"heading:\n", "1:9 bad-look\n"},
        {"text: {foreground: grene, background: black}\n", "1:20 unknown-colour\n1:1 half-a-pair\n"},
        {"text: {foreground: 256, background: black}\n", "1:20 unknown-colour\n1:1 half-a-pair\n"},
        {"text: {foreground: \"#12345\", background: 0}\n", "1:20 unknown-colour\n1:1 half-a-pair\n"},
        {"text: {foreground: [white], background: 0}\n", "1:20 unknown-colour\n1:1 half-a-pair\n"},
        {"text:\n  foreground: #ffffff\n  background: 0\n", "2:14 unknown-colour\n1:1 half-a-pair\n"},
        {"heading: {foreground: white}\n", "1:1 half-a-pair\n"},
        {"heading: {background: white}\n", "1:1 half-a-pair\n"},
        {"heading: {attributes: blod}\n", "1:23 unknown-attribute\n"},
        {"heading: {attributes: [bold, dim]}\n", "1:30 unknown-attribute\n"},
        {"heading: {attributes: {bold: yes}}\n", "1:23 unknown-attribute\n"},
        {"heading: {atributes: bold}\n", "1:11 unknown-part\n"},
        {"heading: {stand_in: black}\n", "1:21 bad-look\n"},
        {"heading: {stand_in: {colour: black}}\n", "1:22 unknown-part\n"},
        {"heading: {stand_in: {foreground: 8, background: black}}\n", "1:34 stand-in\n1:1 half-a-pair\n"},
        {"heading: {foreground: white, background: blue}\n", "1:1 hard-to-read\n"},
        {"selected: {foreground: black, background: cyan, attributes: bold}\n", "1:1 hard-to-read\n"},
        {"text: {foreground: 16, background: 231, stand_in: {foreground: black, background: white}}\nheading: {attributes: bold}\n",
         "2:1 hard-to-read\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct given given = read_text(cases[i].text);
        char *at = strstr(buffer_text(&given.problems), cases[i].problems);
        if (at != buffer_text(&given.problems) || !given.understood)
            fail_msg("%s gives %s", cases[i].text, buffer_text(&given.problems));
        /* Never one colour of a theme beside one of the terminal. */
        for (int role = 0; role < ROLE_THEMED; role++) {
            const struct theme_look *look = &given.looks[role];
            assert_true((look->colours.foreground == THEME_OWN) == (look->colours.background == THEME_OWN));
            assert_true((look->stand_in.foreground == THEME_OWN) == (look->stand_in.background == THEME_OWN));
            assert_true(look->colours.foreground >= THEME_OWN && look->colours.foreground < COLOURS_MOST);
        }
        buffer_free(&given.problems);
    }
}

static void what_is_no_theme_is_plain(void **state)
{
    (void)state;
    static const char *const texts[] = {"text: {foreground: white\nheading: [\n", "- text\n", "just words\n", "text: {foreground: white, background: black}\n}\n"};
    struct theme_look plain[ROLE_THEMED];
    theme_looks_plain(theme_roles, ROLE_THEMED, plain);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct given given = read_text(texts[i]);
        assert_false(given.understood);
        assert_true(given.problems.length > 0);
        assert_memory_equal(given.looks, plain, sizeof plain);
        buffer_free(&given.problems);
    }
    struct given given = read_theme("/nonexistent/theme.yaml");
    assert_false(given.understood);
    assert_memory_equal(given.looks, plain, sizeof plain);
    buffer_free(&given.problems);
}

/* signpost.conf(5), between its mark and the end of the block. */
static void the_example_of_the_manual_has_no_problem(void **state)
{
    (void)state;
    char path[1024];
    size_t length;
    snprintf(path, sizeof path, "%s/man/signpost.conf.5", getenv("SIGNPOST_SOURCE"));
    char *page = slurp(path, &length);
    assert_non_null(page);
    char *block = strstr(page, ".\\\" theme: mine.yaml\n.Bd");
    assert_non_null(block);
    block = strchr(strstr(block, ".Bd"), '\n') + 1;
    char *end = strstr(block, ".Ed");
    assert_non_null(end);
    *end = '\0';
    struct given given = read_text(block);
    assert_string_equal(buffer_text(&given.problems), "");
    expect_look(&given.looks[ROLE_SELECTED].colours, 234, 152, 0);
    buffer_free(&given.problems);
    free(page);
}

static void colours_have_names(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int colour;
    } known[] = {
        {"black", 0}, {"Cyan", 6}, {"bright white", 15}, {"bright-black", 8}, {"0", 0}, {"255", 255}, {"#000000", 16}, {"#FFFFFF", 231},
        {"#005f87", 24}, {"#d0d0d0", 252}, {"", -1}, {"256", -1}, {"-1", -1}, {"1e2", -1}, {"#fff", -1}, {"#gggggg", -1}, {"bright", -1}, {"own", -1},
    };
    const char *near;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (colour_named(known[i].text, &near) != known[i].colour)
            fail_msg("%s is %d", known[i].text, colour_named(known[i].text, &near));
    assert_int_equal(colour_named("bright cyna", &near), -1);
    assert_string_equal(near, "bright cyan");
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
        cmocka_unit_test(what_ships_has_no_problem),
        cmocka_unit_test(every_role_of_every_theme_can_be_read),
        cmocka_unit_test(the_contrast_is_that_of_wcag),
        cmocka_unit_test(no_theme_tells_red_from_green_or_yellow),
        cmocka_unit_test(the_shipped_plain_theme_is_the_one_compiled_in),
        cmocka_unit_test(what_a_row_does_not_say_is_the_texts),
        cmocka_unit_test(what_is_not_named_is_bold_only_where_that_can_be_read),
        cmocka_unit_test(mistakes_are_named_and_cost_only_themselves),
        cmocka_unit_test(what_is_no_theme_is_plain),
        cmocka_unit_test(the_example_of_the_manual_has_no_problem),
        cmocka_unit_test(colours_have_names),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("theme_file", tests, make_folder, remove_folder);
}

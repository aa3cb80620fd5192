/* The entry on the screen, and that a small screen leaves nothing out: what a large one shows at once is a few keys away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screen.h"

static const char catalogue[] =
    "services:\n"
    "  - id: hills\n"
    "    name: Hillside Families\n"
    "    provider: Hillside Families\n"
    "    kind: peer-support\n"
    "    areas: Falkirk\n"
    "    who: mothers\n"
    "    status: running\n"
    "    checked: 2020\n"
    "    contact: {phone: 01324 960 111, text: 07700 900 222, email: hello@hillside.example.org, web: \"https://www.hillside.example.org\",\n"
    "              hours: \"Monday to Friday, 9am to 5pm\"}\n"
    "    offers:\n"
    "      - id: group\n"
    "        name: Hillside mornings\n"
    "        summary: A warm room and a cup of tea, with other mothers who know how it is. Two trained volunteers are there each time. You need not talk.\n"
    "        what_happens: We sit in a circle, and the babies play on the mat.\n"
    "        how_to_join: Phone and ask for Jo, or come along.\n"
    "        formats: group\n"
    "        with: creche\n"
    "        stage: {from: pregnancy, to: 2 years}\n"
    "      - {id: visits, name: Hillside visits, formats: one-to-one, stage: {from: birth, to: 1 year}}\n"
    "  - {id: walk, name: Buggy Walk, provider: Hillside Families, kind: peer-support, areas: Stirling, formats: group, status: running}\n"
    "  - {id: late, name: Last Months Group, kind: peer-support, areas: Falkirk, formats: group, status: ending, who: mothers, stage: {from: pregnancy, to: 5 years}}\n"
    "  - {id: silent, name: Silent Circle, kind: peer-support, areas: Falkirk, formats: group, who: mothers, stage: {from: pregnancy, to: 5 years}}\n"
    "  - {id: dads, name: Dads Together, kind: peer-support, areas: Falkirk, formats: group, who: fathers, status: running, stage: {from: pregnancy, to: 5 years}}\n"
    "  - {id: wrong, name: Wrong Place, kind: peer-support, areas: Nowhere at all}\n";

static const char need[] = "/in:Falkirk pregnant:20 who:mother format:group" KEY_ENTER;

static struct screen *open_list(int rows, int columns)
{
    struct screen *screen = screen_start(&(struct screen_setting){.rows = rows, .columns = columns, .arguments = {"--catalogue", catalogue_file(catalogue)}});
    screen_wait_for(screen, "6 in the list");
    screen_settle(screen);
    return screen;
}

static const int sizes[][2] = {{50, 200}, {30, 100}, {24, 80}, {25, 80}, {15, 70}, {20, 60}, {20, 45}, {12, 40}};

enum { SIZES = sizeof sizes / sizeof *sizes };

static void wanted(struct screen *screen, const char *text)
{
    if (screen_has(screen, text))
        return;
    screen_show(screen);
    fail_msg("not in view: %s", text);
}

/* Presses a key until the text is in view: a few times, for what is further away is as good as lost. */
static void seek(struct screen *screen, const char *key, const char *text)
{
    enum { PATIENCE = 80 };
    for (int i = 0; i < PATIENCE && !screen_has(screen, text); i++)
        screen_press(screen, key);
    wanted(screen, text);
}

/* Esc is told from the start of another key by the time that it stands alone, so what it brings is waited for. */
static void back(struct screen *screen, const char *text)
{
    screen_send(screen, KEY_ESCAPE);
    screen_wait_for(screen, text);
    screen_settle(screen);
}

/* From the answers to an entry, wherever it stands among them. */
static void read_entry(struct screen *screen, const char *name)
{
    char marked[80];
    snprintf(marked, sizeof marked, "> %s", name);
    screen_press(screen, KEY_HOME);
    seek(screen, KEY_DOWN, marked);
    screen_press(screen, KEY_ENTER);
}

static void what_decides_is_on_the_first_screenful(void **state)
{
    (void)state;
    for (size_t i = 0; i < SIZES; i++) {
        struct screen *screen = open_list(sizes[i][0], sizes[i][1]);
        screen_press(screen, need);
        read_entry(screen, "Hillside mornings");
        wanted(screen, "> Hillside mornings");
        wanted(screen, "Phone and ask for Jo");
        wanted(screen, "01324 960 111");
        wanted(screen, "Why it suits");
        screen_check_cursor(screen);
        screen_stop(screen);
    }
}

static void nothing_is_lost_on_a_small_screen(void **state)
{
    (void)state;
    for (size_t i = 0; i < SIZES; i++) {
        struct screen *screen = open_list(sizes[i][0], sizes[i][1]);
        wanted(screen, "1 entry left out: F3 shows why");
        screen_press(screen, need);
        screen_press(screen, " ");
        wanted(screen, "Kept: Hillside mornings.");
        screen_press(screen, KEY_DOWN);
        static const char *const at_the_top[] = {"1 suit", "1 ending", "1 kept", "Falkirk", "Pregnant, 20 weeks", "mother", "999"};
        for (size_t j = 0; j < sizeof at_the_top / sizeof *at_the_top; j++)
            wanted(screen, at_the_top[j]);
        wanted(screen, "* Hillside mornings");
        seek(screen, KEY_DOWN, "Ending soon");
        seek(screen, KEY_DOWN, "> Silent Circle");
        seek(screen, KEY_END, "Near: 2. x shows them and why.");
        screen_press(screen, "x");
        wanted(screen, "2 near, and why not. x hides them.");
        seek(screen, KEY_DOWN, "> Dads Together");
        wanted(screen, "For fathers.");
        read_entry(screen, "* Hillside mornings");
        static const char *const in_the_entry[] = {"https://www.hillside.example.org", "Covers Falkirk.", "hello@hillside.example.org", "Does it cost anything?",
            "Facts from", "circle", "cr\u00e8che", "From the same service", "Hillside visits", "From the same people", "Buggy Walk", "running",
            "hills/group"};
        for (size_t j = 0; j < sizeof in_the_entry / sizeof *in_the_entry; j++) {
            screen_press(screen, KEY_HOME);
            seek(screen, KEY_PAGE_DOWN, in_the_entry[j]);
        }
        screen_send(screen, KEY_ESCAPE);
        screen_wait_gone(screen, "Esc back");
        screen_settle(screen);
        screen_press(screen, KEY_LEFT);
        wanted(screen, "Narrow it down");
        seek(screen, "]", "> mother");
        wanted(screen, "Chosen. Enter takes");
        seek(screen, KEY_DOWN, "> partner");
        wanted(screen, "You are with someone");
        screen_press(screen, KEY_F9);
        wanted(screen, "Urgent help");
        back(screen, "> partner");
        screen_press(screen, KEY_F3);
        wanted(screen, "Nowhere");
        wanted(screen, "Nowhere");
        screen_stop(screen);
    }
}

static void other_offers_are_gone_to_and_come_back_from(void **state)
{
    (void)state;
    for (size_t i = 0; i < SIZES; i++) {
        struct screen *screen = open_list(sizes[i][0], sizes[i][1]);
        screen_press(screen, need);
        read_entry(screen, "Hillside mornings");
        seek(screen, KEY_DOWN, ">   Hillside visits");
        wanted(screen, "Enter open");
        screen_press(screen, KEY_ENTER);
        wanted(screen, "> Hillside visits");
        wanted(screen, "Not in a group.");
        screen_press(screen, " ");
        wanted(screen, "Kept: Hillside visits.");
        wanted(screen, "> * Hillside visits");
        seek(screen, KEY_DOWN, ">   Buggy Walk");
        screen_press(screen, KEY_ENTER);
        wanted(screen, "> Buggy Walk");
        back(screen, ">   Buggy Walk");
        screen_check_cursor(screen);
        screen_press(screen, KEY_HOME);
        wanted(screen, "> * Hillside visits");
        back(screen, ">   Hillside visits");
        screen_press(screen, KEY_HOME);
        wanted(screen, "> Hillside mornings");
        /* Once more is back among the answers, where the same one is still marked. */
        screen_send(screen, KEY_ESCAPE);
        screen_wait_gone(screen, "Esc back");
        screen_settle(screen);
        wanted(screen, "> Hillside mornings");
        screen_press(screen, "q");
        screen_wait_end(screen);
        screen_stop(screen);
    }
}

static void a_click_leads_there_too(void **state)
{
    (void)state;
    struct screen *screen = open_list(50, 200);
    screen_press(screen, need);
    read_entry(screen, "Hillside mornings");
    int row;
    int column;
    seek(screen, KEY_DOWN, "Buggy Walk");
    assert_true(screen_find(screen, "Buggy Walk", &row, &column));
    screen_click(screen, row, column);
    screen_settle(screen);
    wanted(screen, "> Buggy Walk");
    wanted(screen, "Covers Stirling");
    back(screen, ">   Buggy Walk");
    /* Another answer begins a way of its own. */
    screen_press(screen, KEY_ENTER "\t\t" KEY_DOWN);
    wanted(screen, "This is coming to an end");
    screen_press(screen, KEY_ENTER);
    wanted(screen, "> Last Months Group");
    screen_stop(screen);
}

/* Neither an address nor a number is broken in two where it fits a line. */
static void addresses_and_numbers_stay_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < SIZES; i++) {
        struct screen *screen = open_list(sizes[i][0], sizes[i][1]);
        screen_press(screen, need);
        read_entry(screen, "Hillside mornings");
        static const char *const whole[] = {"01324 960 111", "07700 900 222", "https://www.hillside.example.org"};
        for (size_t j = 0; j < sizeof whole / sizeof *whole; j++) {
            screen_press(screen, KEY_HOME);
            seek(screen, KEY_PAGE_DOWN, whole[j]);
        }
        screen_stop(screen);
    }
}

/* The column of numbers, and what is said of them. */
static void a_choice_says_beforehand_what_comes_of_it(void **state)
{
    (void)state;
    struct screen *screen = open_list(24, 80);
    screen_press(screen, "/in:Falkirk" KEY_ENTER);
    wanted(screen, "3 suit");
    screen_press(screen, "\t");
    wanted(screen, "Narrow it down       fit");
    /* Of one that is not chosen, the answers with it; of one that is, those without it. */
    seek(screen, KEY_DOWN, ">   Falkirk");
    wanted(screen, "Chosen. Enter takes it away: 6 would fit.");
    int row;
    int column;
    screen_cursor(screen, &row, &column);
    assert_non_null(strstr(screen_row(screen, row), "[x]  6 "));
    seek(screen, KEY_UP, "> Northern Ireland");
    wanted(screen, "Nothing would fit; u undoes it.");
    screen_cursor(screen, &row, &column);
    assert_non_null(strstr(screen_row(screen, row), " 0 "));
    /* It can be chosen all the same, and the way back is named and works. */
    screen_press(screen, KEY_ENTER);
    wanted(screen, "Nothing fits now. u takes that back.");
    wanted(screen, "Northern Ireland [x]");
    screen_press(screen, "u");
    wanted(screen, "3 suit");
    wanted(screen, "Falkirk [x]");
    screen_stop(screen);
}

/* Any group of choices is a handful of keys away, however long those before it are. */
static void groups_of_choices_are_near(void **state)
{
    (void)state;
    enum { FEW = 7, MANY = 40 };
    for (size_t i = 0; i < SIZES; i++) {
        struct screen *screen = screen_open(sizes[i][0], sizes[i][1]);
        for (int tabs = 0; tabs < 2 && !screen_has(screen, "> England"); tabs++)
            screen_press(screen, "\t");
        static const char *const first[] = {"> England", "> pregnant", "> group", "> mother", "> anxiety", "> refugees", "> fathers"};
        for (size_t j = 0; j < sizeof first / sizeof *first; j++) {
            wanted(screen, first[j]);
            screen_check_cursor(screen);
            screen_press(screen, j % 2 ? "]" : "\033[1;5C");
        }
        screen_press(screen, KEY_END);
        int groups = 0;
        for (; groups < MANY && !screen_has(screen, "> England"); groups++)
            screen_press(screen, groups % 2 ? "[" : "\033[1;5D");
        wanted(screen, "> England");
        assert_in_range(groups / 2 + 1, 2, FEW);
        screen_press(screen, "[");
        wanted(screen, "> England");
        screen_stop(screen);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_decides_is_on_the_first_screenful),
        cmocka_unit_test(nothing_is_lost_on_a_small_screen),
        cmocka_unit_test(other_offers_are_gone_to_and_come_back_from),
        cmocka_unit_test(a_click_leads_there_too),
        cmocka_unit_test(addresses_and_numbers_stay_whole),
        cmocka_unit_test(a_choice_says_beforehand_what_comes_of_it),
        cmocka_unit_test(groups_of_choices_are_near),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("entry", tests, NULL, NULL);
}

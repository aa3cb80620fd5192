/* Codes for a phone as a camera sees them: the cells of the terminal with their colours become a picture, and zbarimg reads it. */
#include "seen.h"

static const char juno[] = "http://www.juno.uk.com";
static const char long_one[] = "https://www.nct.org.uk/about-us/commissioned-services/parents-mind-perinatal-mental-health-peer-support";

static void expect_seen(struct screen *screen, int rows, int columns, const char *what, const char *how)
{
    const char *words = seen(screen, rows, columns);
    if (strcmp(words, what) != 0) {
        screen_show(screen);
        fail_msg("%s, %d by %d: \"%s\" is read in place of \"%s\"", how, columns, rows, words, what);
    }
}

enum looks { IN_COLOUR, NO_COLOUR, ON_CONSOLE, WITHOUT_UTF8, IN_EIGHT_COLOURS };

static struct screen *open_at(int rows, int columns, enum looks looks, const char *catalogue)
{
    struct screen_setting setting = {.rows = rows, .columns = columns};
    if (looks == NO_COLOUR)
        setting.environment[0] = "NO_COLOR=1";
    if (looks == ON_CONSOLE)
        setting.term = "linux";
    if (looks == WITHOUT_UTF8)
        setting.environment[0] = "LC_ALL=C";
    if (looks == IN_EIGHT_COLOURS)
        setting.term = "xterm";
    if (catalogue)
        setting.arguments[0] = catalogue;
    struct screen *screen = screen_start(&setting);
    screen_wait_for(screen, "in the list");
    screen_settle(screen);
    return screen;
}

static struct screen *open_code(int rows, int columns, enum looks looks, const char *words)
{
    struct screen *screen = open_at(rows, columns, looks, NULL);
    screen_press(screen, "/");
    screen_press(screen, words);
    screen_press(screen, KEY_ENTER);
    screen_press(screen, looks == ON_CONSOLE ? KEY_ENTER KEY_ENTER : KEY_F11);
    return screen;
}

static void a_camera_reads_it_at_every_size(void **state)
{
    (void)state;
    static const struct {
        int rows;
        int columns;
        enum looks looks;
        const char *how;
    } screens[] = {
        {50, 200, IN_COLOUR, "colour"}, {24, 80, IN_COLOUR, "colour"},  {22, 40, IN_COLOUR, "colour"},  {50, 200, NO_COLOUR, "NO_COLOR"},
        {24, 80, NO_COLOUR, "NO_COLOR"}, {22, 40, NO_COLOUR, "NO_COLOR"}, {50, 200, ON_CONSOLE, "the console"}, {50, 200, WITHOUT_UTF8, "no UTF-8"},
        {24, 80, IN_EIGHT_COLOURS, "eight colours"},
    };
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        struct screen *screen = open_code(screens[i].rows, screens[i].columns, screens[i].looks, "juno");
        expect_seen(screen, screens[i].rows, screens[i].columns, juno, screens[i].how);
        assert_true(screen_has(screen, "> Juno befriending"));
        assert_true(screen_has(screen, juno));
        assert_non_null(strstr(screen_row(screen, screens[i].rows - 1), "999"));
        screen_check_cursor(screen);
        screen_stop(screen);
    }
}

static void it_is_black_on_white_on_a_light_terminal_too(void **state)
{
    (void)state;
    struct screen *screen = open_at(24, 80, IN_COLOUR, NULL);
    screen_make_light(screen);
    screen_press(screen, "\014");
    screen_press(screen, "/juno" KEY_ENTER KEY_F11);
    expect_seen(screen, 24, 80, juno, "a light terminal");
    /* Where no colour may be used, Space swaps dark and light for the camera. */
    screen_stop(screen);
    static const int sizes[][2] = {{50, 120}, {24, 80}};
    for (int i = 0; i < 2; i++) {
        screen = open_at(sizes[i][0], sizes[i][1], NO_COLOUR, NULL);
        screen_make_light(screen);
        screen_press(screen, "\014");
        screen_press(screen, "/juno" KEY_ENTER KEY_F11);
        assert_true(screen_has(screen, "Space swap"));
        screen_press(screen, " ");
        expect_seen(screen, sizes[i][0], sizes[i][1], juno, "a light terminal without colour");
        screen_stop(screen);
    }
}

static void only_the_code_brings_colour(void **state)
{
    (void)state;
    struct screen *screen = open_code(24, 80, NO_COLOUR, "juno");
    assert_false(screen_any_colour(screen));
    screen_stop(screen);
    screen = open_code(24, 80, IN_COLOUR, "juno");
    assert_true(screen_any_colour(screen));
    assert_false(screen_has(screen, "Space swap"));
    screen_press(screen, KEY_ESCAPE);
    assert_false(screen_any_colour(screen));
    screen_stop(screen);
}

/* At 80 by 24 there is room for 100 letters with the address beside the code. */
static void a_long_address_stands_beside_its_code(void **state)
{
    (void)state;
    struct screen *screen = open_code(24, 80, IN_COLOUR, "\"parents in mind\"");
    screen_wait_for(screen, "https://www.nct.org.uk/about-us/");
    expect_seen(screen, 24, 80, long_one, "a long address");
    screen_stop(screen);
}

static void where_it_has_no_room_the_address_stands_alone(void **state)
{
    (void)state;
    static const enum looks looks[] = {IN_COLOUR, ON_CONSOLE};
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        struct screen *screen = open_code(12, 40, looks[i], "juno");
        assert_true(screen_has(screen, "> Juno befriending"));
        assert_true(screen_has(screen, "The code needs"));
        assert_true(screen_has(screen, juno));
        assert_string_equal(seen(screen, 12, 40), "");
        screen_check_cursor(screen);
        /* And it has room in what it asks for. */
        int row;
        int column;
        int rows = 0;
        int columns = 0;
        assert_true(screen_find(screen, "The code needs", &row, &column));
        char words[256];
        snprintf(words, sizeof words, "%s ", screen_row(screen, row));
        strncat(words, screen_row(screen, row + 1), sizeof words - strlen(words) - 1);
        assert_int_equal(sscanf(strstr(words, "needs"), "needs %d columns and %d", &columns, &rows), 2);
        screen_resize(screen, rows, columns);
        screen_wait_gone(screen, "The code needs");
        screen_settle(screen);
        expect_seen(screen, rows, columns, juno, "the size asked for");
        screen_stop(screen);
    }
    /* On the console at 80 by 24 even the smallest has no room. */
    struct screen *screen = open_code(24, 80, ON_CONSOLE, "juno");
    assert_true(screen_has(screen, juno));
    assert_true(screen_has(screen, "The code needs"));
    screen_stop(screen);
}

static const char phones[] = "services:\n"
                             "  - {id: a, name: By phone, kind: helpline, formats: phone, contact: {phone: 01632 960 001}}\n"
                             "  - {id: b, name: By nothing, kind: peer-support, formats: group}\n"
                             "  - {id: c, name: By web, kind: peer-support, formats: group, contact: {web: www.example.org/mental-health/postnatal, phone: 01632 960 002}}\n";

static void a_phone_number_is_a_code_that_calls(void **state)
{
    (void)state;
    struct screen *screen = open_at(24, 80, IN_COLOUR, catalogue_file(phones));
    screen_press(screen, "o");
    screen_press(screen, KEY_DOWN KEY_F11);
    assert_true(screen_has(screen, "> By phone"));
    assert_true(screen_has(screen, "01632 960 001"));
    expect_seen(screen, 24, 80, "tel:01632960001", "a phone number");
    screen_press(screen, KEY_ESCAPE KEY_UP KEY_F11);
    assert_true(screen_has(screen, "No web address and no phone number is stated, so there is no code."));
    screen_stop(screen);
}

static void from_the_sheet_each_has_its_own_and_a_discreet_one_tells_no_reason(void **state)
{
    (void)state;
    struct screen *screen = open_at(40, 100, IN_COLOUR, catalogue_file(phones));
    screen_press(screen, "o");
    screen_press(screen, " " KEY_DOWN " " KEY_DOWN " p");
    screen_wait_for(screen, "The sheet: 3 kept");
    screen_press(screen, KEY_F11);
    assert_true(screen_has(screen, "1 of 2"));
    expect_seen(screen, 40, 100, "tel:01632960001", "the first");
    screen_press(screen, KEY_DOWN);
    assert_true(screen_has(screen, "> By web"));
    assert_true(screen_has(screen, "2 of 2"));
    expect_seen(screen, 40, 100, "https://www.example.org/mental-health/postnatal", "the second");
    screen_press(screen, KEY_DOWN KEY_UP);
    expect_seen(screen, 40, 100, "tel:01632960001", "the first again");
    /* One step back is the sheet. */
    screen_press(screen, KEY_ESCAPE);
    assert_true(screen_has(screen, "The sheet: 3 kept"));
    screen_press(screen, "2" KEY_F11);
    screen_press(screen, KEY_DOWN);
    expect_seen(screen, 40, 100, "https://www.example.org", "a discreet one");
    screen_stop(screen);
}

static void every_key_that_means_back_leaves(void **state)
{
    (void)state;
    static const char *const keys[] = {KEY_ESCAPE, KEY_ENTER, KEY_BACKSPACE, KEY_LEFT, KEY_F11};
    struct screen *screen = screen_open(24, 80);
    screen_press(screen, "/juno" KEY_ENTER);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        screen_press(screen, KEY_F11);
        assert_false(screen_has(screen, "Answers"));
        screen_press(screen, keys[i]);
        assert_true(screen_has(screen, "Answers"));
        screen_check_cursor(screen);
    }
    /* Help over it, and urgent help, come back to it. */
    screen_press(screen, KEY_F11 KEY_F1);
    assert_true(screen_has(screen, "Leave the code."));
    screen_press(screen, KEY_ESCAPE);
    expect_seen(screen, 24, 80, juno, "after the help");
    screen_press(screen, KEY_F9);
    assert_true(screen_has(screen, "Urgent help"));
    screen_press(screen, KEY_ESCAPE);
    expect_seen(screen, 24, 80, juno, "after urgent help");
    screen_stop(screen);
}

int main(void)
{
    int failed = EXIT_SUCCESS;
    if (!camera_start()) {
        puts("1..0 # SKIP skipped: zbarimg is not here");
    } else {
        const struct CMUnitTest tests[] = {
            cmocka_unit_test(a_camera_reads_it_at_every_size),
            cmocka_unit_test(it_is_black_on_white_on_a_light_terminal_too),
            cmocka_unit_test(only_the_code_brings_colour),
            cmocka_unit_test(a_long_address_stands_beside_its_code),
            cmocka_unit_test(where_it_has_no_room_the_address_stands_alone),
            cmocka_unit_test(a_phone_number_is_a_code_that_calls),
            cmocka_unit_test(from_the_sheet_each_has_its_own_and_a_discreet_one_tells_no_reason),
            cmocka_unit_test(every_key_that_means_back_leaves),
        };
        cmocka_set_message_output(CM_OUTPUT_TAP);
        failed = cmocka_run_group_tests_name("code", tests, NULL, NULL);
    }
    camera_end();
    return failed;
}

/* How the kiosk looks and reads: one question a screen with nothing chosen before, answers and entries that tell nobody anything, a code for a phone within
 * eight keys, and other languages at one key. */
#include "seen.h"

static char settings[600];
static const char usual[] = "area: Falkirk\nkiosk:\n  languages: [en, cy, gd]\n";
static bool has_camera;

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static struct screen *open_kiosk_with(int rows, int columns, const char *term, const char *environment, const char *catalogue)
{
    struct screen_setting setting = {
        .rows = rows, .columns = columns, .term = term, .command = "kiosk", .arguments = {"--config", settings, catalogue ? "--catalogue" : NULL, catalogue}, .environment = {environment}};
    struct screen *screen = screen_start(&setting);
    screen_wait_for(screen, "F10");
    screen_settle(screen);
    return screen;
}

static struct screen *open_kiosk(int rows, int columns)
{
    return open_kiosk_with(rows, columns, NULL, NULL, NULL);
}

static void press(struct screen *screen, const char *keys, const char *wait_for)
{
    screen_press(screen, keys);
    if (!screen_has(screen, wait_for)) {
        screen_show(screen);
        fail_msg("\"%s\" does not stand there", wait_for);
    }
}

/* The line of hints, wherever it stands above urgent help. */
static const char *hints(struct screen *screen, int rows)
{
    const char *line = screen_row(screen, rows - 2);
    return *line && strstr(line, "F10") ? line : screen_row(screen, rows - 3);
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text);
    return length >= strlen(end) && strcmp(text + length - strlen(end), end) == 0;
}

static void check_frame(struct screen *screen, int rows)
{
    const char *line = hints(screen, rows);
    size_t indent = strspn(line, " ");
    if (strncmp(line + indent, "0 back", 6) != 0 || !ends_with(line, "F10 leave quickly")) {
        screen_show(screen);
        fail_msg("the hints are \"%s\"", line);
    }
    assert_non_null(strstr(screen_row(screen, rows - 1), "999"));
}

/* All the questions, in the order in which a pregnant woman meets them and one with a child, with the way to each and what stands there. */
static const struct {
    const char *keys;
    const char *question;
    const char *rows[9];
} questions[] = {
    {"1", "Where do you want to find support?", {"Falkirk", "Scotland", "England", "Wales", "Northern Ireland", "I would rather not say"}},
    {"11", "Are you pregnant, or do you have a", {"I am pregnant", "I have a baby or a young child", "I have lost a baby", "I would rather not say"}},
    {"111", "How many weeks pregnant are you?", {"About 8 weeks", "About 16 weeks", "About 24 weeks", "About 32 weeks", "About 38 weeks", "I do not know"}},
    {"112", "How old is your baby or child?",
     {"Under 6 weeks", "About 3 months", "About 6 months", "About 9 months", "1 year", "2 years", "3 years", "4 years", "I would rather not say"}},
    {"113", "Who are you?", {"The mother", "The father", "A partner", "A grandparent", "I would rather not say"}},
    {"1131", "How would you like it?", {"In a group", "With one person", "Online", "By phone", "I do not mind"}},
};

enum { QUESTIONS = sizeof questions / sizeof *questions };

static void expect_rows(struct screen *screen, size_t question)
{
    for (size_t i = 0; i < 9 && questions[question].rows[i]; i++) {
        char line[80];
        snprintf(line, sizeof line, "%zu   %s", i + 1, questions[question].rows[i]);
        if (!screen_has(screen, line)) {
            screen_show(screen);
            fail_msg("there is no row \"%s\"", line);
        }
    }
}

static void every_question_is_one_screen_with_nothing_chosen(void **state)
{
    (void)state;
    static const int sizes[][2] = {{24, 80}, {50, 160}, {12, 40}};
    for (size_t size = 0; size < 3; size++)
        for (size_t i = 0; i < QUESTIONS; i++) {
            struct screen *screen = open_kiosk(sizes[size][0], sizes[size][1]);
            press(screen, questions[i].keys, questions[i].question);
            expect_rows(screen, i);
            check_frame(screen, sizes[size][0]);
            if (screen_has(screen, "> ") || screen_has(screen, "[x]"))
                fail_msg("\"%s\" has an answer already", questions[i].question);
            /* No number of what would fit speaks for or against her. */
            assert_false(screen_has(screen, " fit"));
            /* Enter answers nothing until she has gone to a row. */
            press(screen, KEY_ENTER KEY_ENTER, questions[i].question);
            press(screen, KEY_DOWN, "> 1");
            screen_stop(screen);
        }
}

static void a_row_was_chosen_before_only_by_her(void **state)
{
    (void)state;
    struct screen *screen = open_kiosk(24, 80);
    press(screen, "12", "Are you pregnant");
    press(screen, "0", "> 2   Scotland");
    assert_true(screen_has(screen, "[x]"));
    press(screen, KEY_ENTER, "Are you pregnant");
    press(screen, "2", "How old");
    assert_false(screen_has(screen, "[x]"));
    screen_stop(screen);
}

static void after_a_loss_no_age_is_asked(void **state)
{
    (void)state;
    struct screen *screen = open_kiosk(24, 80);
    press(screen, "113", "Who are you?");
    press(screen, "12", "These fit");
    assert_false(screen_has(screen, "These nearly fit"));
    assert_false(screen_has(screen, "How old"));
    screen_stop(screen);
}

static void a_town_can_be_typed_and_danger_brings_help(void **state)
{
    (void)state;
    struct screen *screen = open_kiosk(24, 80);
    press(screen, "1", "Or type a town or postcode:");
    press(screen, "Newport" KEY_ENTER, "Are you pregnant");
    assert_true(screen_has(screen, "Where: Newport"));
    assert_false(screen_has(screen, "Answer:"));
    press(screen, "i", "Answer: i");
    press(screen, " want to die" KEY_ENTER, "Urgent help");
    press(screen, "0", "Are you pregnant");
    press(screen, "0", "Keep: Newport");
    screen_stop(screen);
}

/* Words that say why somebody is at the screen, and those of professionals. Urgent help and what she has said herself are another matter. */
static const char *const never[] = {"erinatal", "ntenatal", "ostnatal", "mental", "Mental", "depress", "Depress", "nxiety", "suffer", "psych", "Psych", "postpartum", "Postpartum",
                                    "referral", "Referral", "self-refer", "eligib", "criteria", "provider", "safeguard", "trauma", "notes", "Notes"};

static void check_words(struct screen *screen)
{
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (screen_has(screen, never[i])) {
            screen_show(screen);
            fail_msg("the screen says \"%s\"", never[i]);
        }
}

static void no_answer_and_no_entry_tells_why_she_is_here(void **state)
{
    (void)state;
    static const char *const ways[] = {"121215", "122315", "123345", "12441"};
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
        struct screen *screen = open_kiosk(50, 160);
        screen_press(screen, ways[way]);
        for (int entry = 0; entry < 12; entry++) {
            check_words(screen);
            check_frame(screen, 50);
            screen_press(screen, KEY_ENTER);
            assert_false(screen_has(screen, "1   ") && screen_has(screen, "2   "));
            check_words(screen);
            screen_press(screen, "0");
            screen_press(screen, KEY_DOWN);
        }
        screen_stop(screen);
    }
}

static void digits_open_what_is_in_view(void **state)
{
    (void)state;
    struct screen *screen = open_kiosk(24, 80);
    press(screen, "111211", "These may fit: ask them");
    assert_true(screen_has(screen, "> 1   "));
    press(screen, "2", "You could say");
    assert_true(screen_has(screen, "Home-Start"));
    check_frame(screen, 24);
    assert_true(screen_has(screen, "1   Show a code for your phone"));
    assert_false(screen_has(screen, "Print this"));
    press(screen, "0", "> 2   ");
    /* What nearly fits stands at the end, with why. */
    press(screen, KEY_END, "These nearly fit");
    assert_true(screen_has(screen, "Not in a group."));
    press(screen, "0", "How would you like it?");
    screen_stop(screen);
}

static void a_phone_reads_the_code_after_eight_keys(void **state)
{
    (void)state;
    if (!has_camera)
        skip();
    static const struct {
        int rows;
        int columns;
        const char *term;
        const char *environment;
    } screens[] = {{24, 80, NULL, NULL}, {50, 160, NULL, NULL}, {50, 160, "linux", NULL}, {24, 80, NULL, "NO_COLOR=1"}};
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        struct screen *screen = open_kiosk_with(screens[i].rows, screens[i].columns, screens[i].term, screens[i].environment, NULL);
        screen_press(screen, "11121111");
        assert_true(screen_has(screen, "> Groups for parents in central Scotland"));
        assert_false(screen_has(screen, "PANDAS peer"));
        const char *words = seen(screen, screens[i].rows, screens[i].columns);
        if (strcmp(words, "https://pandasfoundation.org.uk") != 0) {
            screen_show(screen);
            fail_msg("the phone reads \"%s\"", words);
        }
        press(screen, i % 2 ? "0" : KEY_ENTER, "You could say");
        screen_stop(screen);
    }
}

static struct screen *open_with_printer(const char *program)
{
    char text[1600];
    snprintf(text, sizeof text, "area: Falkirk\nprint: [%s]\nkiosk:\n  print: yes\n", program);
    write_file(settings, text);
    struct screen *screen = open_kiosk(24, 80);
    write_file(settings, usual);
    return screen;
}

static void a_page_is_printed_where_the_site_lets_it(void **state)
{
    (void)state;
    char paper[700];
    char program[800];
    char words[8000] = "";
    snprintf(paper, sizeof paper, "%s.paper", settings);
    snprintf(program, sizeof program, "dd, status=none, 'of=%s'", paper);
    struct screen *screen = open_with_printer(program);
    press(screen, "1112111", "2   Print this");
    screen_send(screen, "2");
    screen_wait_for(screen, "Your page is at the printer.");
    FILE *file = fopen(paper, "r");
    assert_non_null(file);
    assert_true(fread(words, 1, sizeof words - 1, file) > 0);
    fclose(file);
    unlink(paper);
    assert_non_null(strstr(words, "Groups for parents in central Scotland"));
    assert_null(strstr(words, "PANDAS peer"));
    screen_stop(screen);
    screen = open_with_printer("'false'");
    press(screen, "1112111", "2   Print this");
    screen_send(screen, KEY_F5);
    screen_wait_for(screen, "It could not be printed.");
    screen_stop(screen);
}

/* Leaving does not wait for the printer. */
static void a_slow_printer_holds_nobody(void **state)
{
    (void)state;
    struct screen *screen = open_with_printer("sleep, '100'");
    screen_press(screen, "1112111");
    screen_send(screen, "2");
    screen_wait_for(screen, "Printing. Press 0 to stop it.");
    screen_send(screen, "0");
    screen_wait_gone(screen, "Printing.");
    screen_settle(screen);
    assert_true(screen_has(screen, "You could say"));
    screen_send(screen, "2");
    screen_wait_for(screen, "Printing. Press 0 to stop it.");
    screen_send(screen, KEY_F10);
    screen_wait_gone(screen, "You could say");
    screen_stop(screen);
}

static void fingers_choose_and_leave(void **state)
{
    (void)state;
    struct screen *screen = open_kiosk(50, 160);
    int row;
    int column;
    press(screen, "1", "Where do you");
    assert_true(screen_find(screen, "3   England", &row, &column));
    screen_click(screen, row + 1, column + 40); /* the air below the row, right of its words */
    screen_wait_for(screen, "Are you pregnant");
    assert_true(screen_find(screen, "0 back", &row, &column));
    screen_click(screen, row - 1, column);
    screen_wait_for(screen, "> 3   England");
    assert_true(screen_find(screen, "F10 leave", &row, &column));
    screen_click(screen, row + 1, column);
    screen_wait_gone(screen, "England");
    screen_stop(screen);
}

static void languages_change_at_one_key(void **state)
{
    (void)state;
    struct screen *screen = open_kiosk(24, 80);
    assert_true(screen_has(screen, "3   English"));
    assert_true(screen_has(screen, "4   Cymraeg"));
    assert_true(screen_has(screen, "5   Gàidhlig"));
    press(screen, "4", "> 4   Cymraeg");
    assert_true(screen_has(screen, "CYMORTH BRYS"));
    press(screen, "11", "F3 Gàidhlig");
    assert_false(screen_has(screen, "pregnant"));
    press(screen, KEY_F3, "CUIDEACHADH");
    press(screen, "1", "F3 English");
    press(screen, KEY_F3, "How many weeks pregnant are you?");
    press(screen, "211", "These may fit: ask them");
    assert_true(screen_has(screen, " group"));
    press(screen, KEY_F3, "grŵp");
    assert_false(screen_has(screen, " group\n"));
    screen_press(screen, KEY_F9);
    assert_false(screen_has(screen, "If a life is in danger"));
    /* Whoever comes next finds the site's own language. */
    screen_press(screen, KEY_F10);
    /* Keys that follow too fast on leaving are swallowed. */
    for (int i = 0; i < 200 && !screen_has(screen, "Find support near you"); i++) {
        screen_take(screen, 600);
        screen_press(screen, "x");
    }
    assert_true(screen_has(screen, "Find support near you"));
    assert_true(screen_has(screen, "URGENT HELP"));
    screen_stop(screen);
}

static void a_language_comes_whole_while_the_list_is_broken(void **state)
{
    (void)state;
    char list[700];
    snprintf(list, sizeof list, "%s.list.yaml", settings);
    write_file(list, "services:\n  - id: tea\n    name: Tea and talk\n    kind: peer-support\n    areas: Falkirk\n    formats: group\n    stage: {from: pregnancy}\n"
                     "    contact: {web: 'https://example.org'}\n    status: running\n    checked: 2026-10-01\n");
    struct screen *screen = open_kiosk_with(24, 80, NULL, NULL, list);
    press(screen, "111211", "Tea and talk");
    assert_true(screen_has(screen, "group"));
    write_file(list, "services: [\n");
    press(screen, KEY_F3, "grŵp");
    assert_true(screen_has(screen, "Tea and talk"));
    assert_true(screen_has(screen, "CYMORTH BRYS"));
    assert_false(screen_has(screen, "group"));
    unlink(list);
    press(screen, KEY_F3, "buidheann");
    screen_stop(screen);
}

static void where_nothing_fits_there_are_ways_on(void **state)
{
    (void)state;
    char list[700];
    snprintf(list, sizeof list, "%s.list.yaml", settings);
    write_file(list, "services:\n  - id: tea\n    name: Tea and talk\n    kind: peer-support\n    areas: Fife\n    formats: group\n    stage: {from: birth, to: 1 year}\n"
                     "    contact: {web: 'https://example.org'}\n    status: running\n    checked: 2026-10-01\n");
    struct screen *screen = open_kiosk_with(24, 80, NULL, NULL, list);
    press(screen, "111224", "Nothing here fits all that you chose.");
    check_frame(screen, 24);
    press(screen, "2", "Urgent help");
    press(screen, "0", "1   Choose again");
    press(screen, KEY_DOWN KEY_ENTER, "How would you like it?");
    press(screen, "4", "3   All that is in this list");
    press(screen, "3", "> 1   Tea and talk");
    screen_stop(screen);
    /* Those who have lost a baby are not sent to who have theirs. */
    screen = open_kiosk_with(24, 80, NULL, NULL, list);
    press(screen, "11311", "I am sorry.");
    assert_false(screen_has(screen, "All that is in this list"));
    screen_stop(screen);
    unlink(list);
}

static void nothing_is_hidden_on_a_small_screen(void **state)
{
    (void)state;
    struct screen *screen = open_kiosk_with(12, 40, NULL, NULL, NULL);
    press(screen, "2", "What is peer support?");
    assert_true(screen_has(screen, "PgDn more"));
    press(screen, KEY_END, "PgUp up");
    check_frame(screen, 12);
    screen_press(screen, "0");
    /* In Gaelic the question takes two lines, so not all ages have room; they are reached all the same. */
    press(screen, "5112", "7   ");
    assert_true(screen_has(screen, "PgDn"));
    press(screen, KEY_END KEY_PAGE_DOWN KEY_PAGE_DOWN, "> 9");
    screen_stop(screen);
}

static int start(void **state)
{
    (void)state;
    const char *parent = getenv("TMPDIR");
    snprintf(settings, sizeof settings, "%s/signpost-kiosk-XXXXXX", parent && *parent ? parent : P_tmpdir);
    int file = mkstemp(settings);
    if (file < 0)
        return -1;
    close(file);
    write_file(settings, usual);
    has_camera = camera_start();
    return 0;
}

static int end(void **state)
{
    (void)state;
    camera_end();
    return unlink(settings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_question_is_one_screen_with_nothing_chosen),
        cmocka_unit_test(a_row_was_chosen_before_only_by_her),
        cmocka_unit_test(after_a_loss_no_age_is_asked),
        cmocka_unit_test(a_town_can_be_typed_and_danger_brings_help),
        cmocka_unit_test(no_answer_and_no_entry_tells_why_she_is_here),
        cmocka_unit_test(digits_open_what_is_in_view),
        cmocka_unit_test(a_phone_reads_the_code_after_eight_keys),
        cmocka_unit_test(a_page_is_printed_where_the_site_lets_it),
        cmocka_unit_test(a_slow_printer_holds_nobody),
        cmocka_unit_test(fingers_choose_and_leave),
        cmocka_unit_test(languages_change_at_one_key),
        cmocka_unit_test(a_language_comes_whole_while_the_list_is_broken),
        cmocka_unit_test(where_nothing_fits_there_are_ways_on),
        cmocka_unit_test(nothing_is_hidden_on_a_small_screen),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("kiosk_look", tests, start, end);
}

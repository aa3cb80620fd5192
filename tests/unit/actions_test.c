/* The table of actions agrees with itself, and with what INTERFACE.md asks of keys. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screen/actions.h"
#include "screen/key_map.h"
#include "screen/keys.h"
#include "screen/plain.h"

static const enum where places[] = {IN_FACETS, IN_ANSWERS, IN_ENTRY, IN_SEARCH, IN_HELP, IN_PAGE, IN_SHEET, IN_LINE, IN_CODE, IN_GUIDE, IN_CHIPS, IN_EXPLAIN, IN_WELCOME, IN_NEUTRAL};

enum { PLACES = sizeof places / sizeof *places };

static struct key_map usual;
static struct key_map no_letters;
static struct key_map kiosk;

static void every_action_has_a_name_a_key_a_place_and_help(void **state)
{
    (void)state;
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        const struct action_row *row = &action_table[action];
        if (!row->name || !row->keys[0] || !row->where || !row->help || !*row->help)
            fail_msg("action %d lacks something", action);
        for (int other = ACTION_NONE + 1; other < action; other++)
            assert_string_not_equal(row->name, action_table[other].name);
        assert_true(strlen(row->help) <= 66);
        assert_int_equal(row->help[strlen(row->help) - 1], '.');
    }
    assert_null(action_table[ACTION_NONE].name);
}

static void no_key_means_two_things_in_one_place(void **state)
{
    (void)state;
    for (int place = 0; place < PLACES; place++)
        for (int one = ACTION_NONE + 1; one < ACTION_COUNT; one++)
            for (int key = 0; key < ACTION_KEYS; key++) {
                enum action_face face = action_table[one].face;
                const struct key_map *map = face == FACE_KIOSK ? &kiosk : &usual;
                uint32_t press = action_table[one].keys[key];
                if (!press || !(action_table[one].where & (unsigned)places[place]))
                    continue;
                enum action found = action_for(map, press, places[place], false);
                if (face == FACE_BOTH && !press_is_letter(press))
                    assert_int_equal(action_for(&kiosk, press, places[place], false), one);
                if (found != (enum action)one)
                    fail_msg("a key of \"%s\" does \"%s\" as well", action_table[one].name, action_table[found].name);
            }
}

/* "No state is reachable only by a single letter": with letters off everything still has a key. */
static void nothing_needs_a_letter(void **state)
{
    (void)state;
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        uint32_t press = action_key(action_table[action].face == FACE_KIOSK ? &kiosk : &no_letters, (enum action)action, false);
        if (!press)
            fail_msg("\"%s\" has no key but letters", action_table[action].name);
        assert_false(press_is_letter(press));
        for (int key = 0; key < ACTION_KEYS; key++)
            if (press_is_letter(action_table[action].keys[key]))
                for (int place = 0; place < PLACES; place++)
                    assert_int_equal(action_for(&no_letters, action_table[action].keys[key], places[place], false), ACTION_NONE);
    }
}

static void while_typing_no_printable_key_is_a_command(void **state)
{
    (void)state;
    for (uint32_t press = ' '; press < 0x7F; press++)
        for (int place = 0; place < PLACES; place++)
            assert_int_equal(action_for(&usual, press, places[place], true), ACTION_NONE);
    assert_int_equal(action_for(&usual, PRESS_ENTER, IN_SEARCH, true), ACTION_ENTER_LINE);
    assert_int_equal(action_for(&usual, PRESS_F(1), IN_SEARCH, true), ACTION_HELP);
}

static void the_keys_that_people_know_work(void **state)
{
    (void)state;
    static const struct {
        uint32_t press;
        enum action action;
    } known[] = {
        {'k', ACTION_UP}, {'j', ACTION_DOWN}, {'h', ACTION_LEFT}, {'l', ACTION_RIGHT}, {PRESS_PAGE_DOWN, ACTION_PAGE_DOWN}, {PRESS_HOME, ACTION_FIRST},
        {PRESS_TAB, ACTION_NEXT_PART}, {'/', ACTION_SEARCH}, {'?', ACTION_HELP}, {PRESS_ESCAPE, ACTION_BACK}, {PRESS_CONTROL('L'), ACTION_REDRAW}, {'u', ACTION_UNDO},
        {'o', ACTION_ORDER}, {'x', ACTION_NEAR}, {'q', ACTION_QUIT}, {PRESS_F(10), ACTION_QUIT}, {PRESS_F(9), ACTION_URGENT}, {PRESS_CONTROL('C'), ACTION_QUIT},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (int place = 0; place < 3; place++)
            assert_int_equal(action_for(&usual, known[i].press, places[place], false), known[i].action);
    assert_int_equal(action_for(&usual, ' ', IN_ANSWERS, false), ACTION_KEEP);
    assert_int_equal(action_for(&usual, ' ', IN_FACETS, false), ACTION_CHOOSE);
}

/* INTERFACE.md, "Kiosk": no quit, no shell, no file; urgent help and a way out always. What is not named here is refused. */
static void the_kiosk_lets_nobody_out(void **state)
{
    (void)state;
    static const enum action allowed[] = {
        ACTION_SKIP, ACTION_OPEN, ACTION_CODE_HERE, ACTION_BACK, ACTION_ANSWER, ACTION_CODE, ACTION_CODE_LEAVE, ACTION_PRINT_HERE, ACTION_SWAP, ACTION_URGENT,
        ACTION_EXPLAIN, ACTION_LANGUAGE, ACTION_LEAVE, ACTION_STAFF, ACTION_THEME, ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PAGE_DOWN, ACTION_FIRST, ACTION_LAST, ACTION_REDRAW,
        ACTION_LINE_LEFT, ACTION_LINE_RIGHT, ACTION_LINE_WORD_LEFT, ACTION_LINE_WORD_RIGHT, ACTION_LINE_HOME, ACTION_LINE_END, ACTION_LINE_DELETE_BACK,
        ACTION_LINE_DELETE_AHEAD, ACTION_LINE_DELETE_WORD, ACTION_LINE_DELETE_START, ACTION_LINE_DELETE_END,
    };
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        bool named = false;
        for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
            named = named || allowed[i] == (enum action)action;
        if (named != (action_table[action].face != FACE_BROWSER))
            fail_msg("\"%s\" is %s the kiosk", action_table[action].name, named ? "refused in" : "open in");
        if (!named)
            assert_int_equal(action_key(&kiosk, (enum action)action, false), PRESS_NONE);
    }
    assert_int_equal(action_key(&usual, ACTION_LEAVE, false), PRESS_NONE);
}

static void keys_have_names(void **state)
{
    (void)state;
    struct buffer words = {0};
    action_keys(&words, &usual, ACTION_QUIT, false);
    assert_string_equal(buffer_text(&words), "q or F10 or Ctrl-C");
    buffer_clear(&words);
    action_keys(&words, &no_letters, ACTION_QUIT, false);
    assert_string_equal(buffer_text(&words), "F10 or Ctrl-C");
    buffer_clear(&words);
    press_name(&words, action_key(&usual, ACTION_NEAR, false));
    press_name(&words, action_key(&no_letters, ACTION_NEAR, false));
    press_name(&words, action_key(&usual, ACTION_HELP, true));
    assert_string_equal(buffer_text(&words), "xF6F1");
    buffer_clear(&words);
    press_name(&words, 0x175);
    assert_string_equal(buffer_text(&words), "ŵ");
    buffer_free(&words);
}

static void plain_text_holds_only_what_consoles_have(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"Aberlour · one-to-one", "Aberlour | one-to-one"},
        {"“Drop-in” – it’s free…", "\"Drop-in\" - it's free..."},
        {"Gŵyl Ŷd, Łódź, crèche, £5", "Gŵyl Ŷd, Łódź, crèche, £5"},
        {"e\314\201te\314\201", "été"},
        {"東京 👶", "???? ??"},
        {"Мама", "Мама"},
        {"Nguyễn, Ọ\u0300ṣun, Ŋaio, Mĩrĩ, ﬁrst", "Nguyen, Osun, Naio, Miri, first"},
        {"", ""},
    };
    struct buffer words = {0};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        buffer_clear(&words);
        plain_text(&words, pairs[i][0], strlen(pairs[i][0]));
        assert_string_equal(buffer_text(&words), pairs[i][1]);
    }
    buffer_free(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_has_a_name_a_key_a_place_and_help),
        cmocka_unit_test(no_key_means_two_things_in_one_place),
        cmocka_unit_test(nothing_needs_a_letter),
        cmocka_unit_test(while_typing_no_printable_key_is_a_command),
        cmocka_unit_test(the_keys_that_people_know_work),
        cmocka_unit_test(the_kiosk_lets_nobody_out),
        cmocka_unit_test(keys_have_names),
        cmocka_unit_test(plain_text_holds_only_what_consoles_have),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    if (!setlocale(LC_CTYPE, "C.UTF-8")) {
        puts("Bail out! The locale C.UTF-8 is not here: without it every character is one column.");
        return 1;
    }
    usual = key_map_default(true);
    no_letters = key_map_default(false);
    kiosk = key_map_kiosk();
    return cmocka_run_group_tests_name("actions", tests, NULL, NULL);
}

/* Keys that the settings change: what is wished, what is refused, and that nobody is ever caught. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "reading.h"
#include "screen/key_map.h"
#include "screen/keys.h"

static struct folder folder;

static const enum where places[] = {IN_FACETS, IN_ANSWERS, IN_ENTRY, IN_SEARCH, IN_HELP, IN_PAGE, IN_SHEET, IN_LINE, IN_CODE, IN_GUIDE, IN_CHIPS};

enum { PLACES = sizeof places / sizeof *places };

struct given {
    struct key_map map;
    struct buffer problems; /* "line:column name\n" of each */
};

/* The map of two files of settings, the site's and a person's ("" for none). */
static struct given keys_of_two(const char *site, const char *person)
{
    struct given given = {.problems = {0}};
    struct configuration configuration = configuration_default();
    struct problems *problems = problems_new();
    if (*site)
        configuration_read(&configuration, folder_put_text(&folder, "site.yaml", site), true, problems);
    if (*person)
        configuration_read(&configuration, folder_put_text(&folder, "person.yaml", person), true, problems);
    given.map = key_map_default(configuration.letters);
    key_map_change(&given.map, configuration.key_wishes, configuration.key_wish_count, problems);
    problems_text(&given.problems, problems);
    problems_free(problems);
    configuration_free(&configuration);
    return given;
}

static struct given keys_of(const char *text)
{
    return keys_of_two("", text);
}

/* The keys of an action as the help has them. */
static void expect_keys(const struct key_map *map, enum action action, const char *keys)
{
    struct buffer words = {0};
    action_keys(&words, map, action, false);
    assert_string_equal(buffer_text(&words), keys);
    buffer_free(&words);
}

static void expect_problems(struct given *given, const char *problems)
{
    assert_string_equal(buffer_text(&given->problems), problems);
    buffer_free(&given->problems);
}

static void keys_are_as_wished(void **state)
{
    (void)state;
    struct given given = keys_of("keys:\n  near: [n, Ctrl-V]\n  undo: z\n  keep: [' ', Ctrl-O]\n  open: [enter, o]\n  order: []\n  page-down: Ctrl-Y\n");
    expect_problems(&given, "");
    expect_keys(&given.map, ACTION_NEAR, "n or Ctrl-V");
    expect_keys(&given.map, ACTION_UNDO, "z");
    expect_keys(&given.map, ACTION_KEEP, "Space or Ctrl-O");
    expect_keys(&given.map, ACTION_OPEN, "Enter or o");
    expect_keys(&given.map, ACTION_ORDER, "");
    assert_int_equal(action_for(&given.map, 'n', IN_ANSWERS, false), ACTION_NEAR);
    assert_int_equal(action_for(&given.map, PRESS_CONTROL('Y'), IN_PAGE, false), ACTION_PAGE_DOWN);
    assert_int_equal(action_for(&given.map, 'x', IN_ANSWERS, false), ACTION_NONE);
    assert_int_equal(action_for(&given.map, PRESS_F(7), IN_ANSWERS, false), ACTION_NONE);
    /* All else is as it was. */
    expect_keys(&given.map, ACTION_QUIT, "q or F10 or Ctrl-C");
}

static void a_key_moves_from_who_was_given_none(void **state)
{
    (void)state;
    /* x leaves near, which keeps F6; both keys of undo go, which is said where the first of them went. */
    struct given given = keys_of("keys:\n  keep: x\n  order: u\n  mouse: F7\n");
    expect_problems(&given, "3:10 key-lost\n");
    expect_keys(&given.map, ACTION_KEEP, "x");
    expect_keys(&given.map, ACTION_NEAR, "F6");
    expect_keys(&given.map, ACTION_UNDO, "");
    /* Two actions may change keys. */
    given = keys_of("keys: {near: [u, F7], undo: [x, F6]}\n");
    expect_problems(&given, "");
    expect_keys(&given.map, ACTION_NEAR, "u or F7");
    expect_keys(&given.map, ACTION_UNDO, "x or F6");
    /* In the search line the same key may mean something else. */
    given = keys_of("keys: {line-delete-word: F6}\n");
    expect_problems(&given, "");
    expect_keys(&given.map, ACTION_NEAR, "x or F6");
}

static void the_persons_keys_come_before_the_sites(void **state)
{
    (void)state;
    struct given given = keys_of_two("keys: {near: [n, F6], order: s}\n", "keys: {order: n}\n");
    expect_problems(&given, "1:15 key-twice\n");
    expect_keys(&given.map, ACTION_NEAR, "F6");
    expect_keys(&given.map, ACTION_ORDER, "n");
}

static void mistakes_are_named_and_change_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *problems;
    } cases[] = {
        {"keys: {naer: x}\n", "1:8 unknown-action\n"},
        {"keys: {near: F13}\n", "1:14 unknown-key\n"},
        {"keys: {near: PgUpp}\n", "1:14 unknown-key\n"},
        {"keys: {near: xx}\n", "1:14 unknown-key\n"},
        {"keys: {near: [[x]]}\n", "1:15 bad-setting\n"},
        {"keys: {near: {x: y}}\n", "1:14 bad-setting\n"},
        {"keys: {near: ~}\n", "1:14 bad-setting\n"},
        {"keys:\n  near:\n", "2:8 bad-setting\n"},
        {"keys: [x]\n", "1:8 bad-setting\n"},
        {"keys: x\n", "1:7 bad-setting\n"},
        {"keys: {line-left: b}\n", "1:19 key-is-text\n"},
        {"keys: {near: [F1, F6]}\n", ""},
        {"keys: {near: [a, b, d, f, g]}\n", "1:27 too-many-keys\n"},
        {"keys: {near: n, undo: n}\n", "1:23 key-twice\n"},
        {"keys: {quit: []}\n", "1:8 key-needed\n"},
        {"keys: {quit: q}\n", "1:8 key-needed\n"},
        {"keys: {help: '?'}\n", "1:8 key-needed\n"},
        {"keys: {urgent: []}\n", "1:8 key-needed\n"},
        {"keys: {back: b}\n", "1:8 key-needed\n"},
        {"keys: {put-back: []}\n", "1:8 key-needed\n"},
        {"keys: {near: Esc}\n", "1:14 key-taken\n"},
        {"keys: {near: F1}\n", "1:14 key-taken\n"},
        {"keys: {near: F9}\n", "1:14 key-taken\n"},
        {"keys: {near: F10, order: Ctrl-C}\n", "1:14 key-taken\n"},
        {"keys: {take: Esc}\n", "1:14 key-taken\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct given given = keys_of(cases[i].text);
        /* F1 beside F6 takes the help's last lasting key, and near keeps the other. */
        const char *wanted = *cases[i].problems ? cases[i].problems : "1:15 key-taken\n";
        if (strcmp(buffer_text(&given.problems), wanted) != 0)
            fail_msg("%s gives %s", cases[i].text, buffer_text(&given.problems));
        assert_int_equal(action_key(&given.map, ACTION_HELP, true), PRESS_F(1));
        assert_int_equal(action_key(&given.map, ACTION_URGENT, true), PRESS_F(9));
        assert_int_equal(action_key(&given.map, ACTION_BACK, true), PRESS_ESCAPE);
        assert_int_equal(action_key(&given.map, ACTION_PUT_BACK, true), PRESS_ESCAPE);
        assert_true(action_key(&given.map, ACTION_QUIT, true) != PRESS_NONE);
        buffer_free(&given.problems);
    }
}

/* A wish that is refused gives back its keys, which others may then lack. */
static void what_follows_from_a_refusal_is_looked_at_too(void **state)
{
    (void)state;
    struct given given = keys_of("keys: {help: Esc, near: F1}\n");
    expect_problems(&given, "1:14 key-taken\n1:25 key-taken\n");
    expect_keys(&given.map, ACTION_HELP, "F1 or ?");
    expect_keys(&given.map, ACTION_NEAR, "x or F6");
    expect_keys(&given.map, ACTION_BACK, "Esc");
    /* All keys that matter may go elsewhere, if others come in their place. */
    given = keys_of("keys: {help: [Ctrl-O], back: [F1], put-back: Ctrl-V, near: Esc}\n");
    expect_problems(&given, "");
    expect_keys(&given.map, ACTION_HELP, "Ctrl-O");
    expect_keys(&given.map, ACTION_BACK, "F1");
    expect_keys(&given.map, ACTION_NEAR, "Esc");
}

static void letters_stay_off(void **state)
{
    (void)state;
    struct given given = keys_of("letters: no\nkeys: {near: [n, Ctrl-V], undo: F6}\n");
    expect_problems(&given, "");
    expect_keys(&given.map, ACTION_NEAR, "Ctrl-V");
    assert_int_equal(action_for(&given.map, 'n', IN_ANSWERS, false), ACTION_NONE);
    given = keys_of("letters: no\nkeys: {undo: F6}\n");
    expect_problems(&given, "2:14 key-lost\n");
}

static void keys_are_known_by_their_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint32_t press;
    } known[] = {
        {"x", 'x'}, {"X", 'X'}, {"?", '?'}, {"ŵ", 0x175}, {"F1", PRESS_F(1)}, {"f12", PRESS_F(12)}, {"F13", 0}, {"F0", 0}, {"Esc", PRESS_ESCAPE},
        {"pgup", PRESS_PAGE_UP}, {"PGDN", PRESS_PAGE_DOWN}, {"shift+tab", PRESS_BACK_TAB}, {"Ctrl-E", PRESS_CONTROL('E')}, {"ctrl e", PRESS_CONTROL('E')},
        {"Ctrl-M", PRESS_ENTER}, {"Ctrl-J", PRESS_ENTER}, {"Ctrl-I", PRESS_TAB}, {"Ctrl-H", PRESS_BACKSPACE}, {"Ctrl-Left", PRESS_WORD_LEFT},
        {"Space", ' '}, {" ", ' '}, {"", 0}, {"Ctrl-1", 0}, {"\t", 0}, {"\033", 0}, {"xy", 0}, {"\377", 0}, {"--", 0},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (press_named(known[i].name, NULL) != known[i].press)
            fail_msg("\"%s\" is %x", known[i].name, (unsigned)press_named(known[i].name, NULL));
    const char *near;
    assert_int_equal(press_named("Bakcspace", &near), PRESS_NONE);
    assert_string_equal(near, "Backspace");
    /* What the help writes can be read. */
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
        for (int i = 0; i < ACTION_KEYS && action_table[action].keys[i]; i++) {
            struct buffer name = {0};
            press_name(&name, action_table[action].keys[i]);
            assert_int_equal(press_named(buffer_text(&name), NULL), action_table[action].keys[i]);
            buffer_free(&name);
        }
}

/* Whatever is wished, in any number: no key means two things in one place, and nobody is caught. */
static void no_wishes_catch_anybody(void **state)
{
    (void)state;
    static const char *const keys[] = {"F1", "F2", "F9", "F10", "Esc", "Enter", "Tab", "Ctrl-C", "Up", "x", "q", "'?'", "Space", "Backspace"};
    enum { KEYS = sizeof keys / sizeof *keys, ROUNDS = 400, WISHES = 10 };
    unsigned seed = 7;
    for (int round = 0; round < ROUNDS; round++) {
        struct buffer text = {0};
        bool wished[ACTION_COUNT] = {false};
        buffer_add_text(&text, "keys:\n");
        for (int i = 0; i < WISHES; i++) {
            static const enum action often[] = {ACTION_HELP, ACTION_URGENT, ACTION_BACK, ACTION_PUT_BACK, ACTION_QUIT};
            seed = seed * 1103515245u + 12345u;
            enum action action = seed >> 30 ? (enum action)(1 + (seed >> 8) % (ACTION_COUNT - 1)) : often[(seed >> 8) % 5];
            if (wished[action])
                continue;
            wished[action] = true;
            buffer_format(&text, "  %s: [", action_table[action].name);
            for (unsigned count = seed >> 16 & 3; count > 0; count--) {
                seed = seed * 1103515245u + 12345u;
                buffer_format(&text, "%s%s", keys[(seed >> 16) % KEYS], count > 1 ? ", " : "");
            }
            buffer_add_text(&text, "]\n");
        }
        struct given given = keys_of(buffer_text(&text));
        static const enum action never_without[] = {ACTION_HELP, ACTION_URGENT, ACTION_BACK, ACTION_PUT_BACK, ACTION_QUIT};
        for (int i = 0; i < 5; i++)
            if (!action_key(&given.map, never_without[i], true))
                fail_msg("\"%s\" has no key after %s", action_table[never_without[i]].name, buffer_text(&text));
        for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
            for (int place = 0; place < PLACES; place++)
                for (int i = 0; i < ACTION_KEYS; i++) {
                    uint32_t press = given.map.keys[action][i];
                    bool typing = (places[place] & IN_TEXT) != 0;
                    if (!press || !(action_table[action].where & (unsigned)places[place]) || (typing && press_is_printable(press)))
                        continue;
                    if (action_for(&given.map, press, places[place], typing) != (enum action)action)
                        fail_msg("a key of \"%s\" means something else as well after %s", action_table[action].name, buffer_text(&text));
                }
        buffer_free(&given.problems);
        buffer_free(&text);
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
        cmocka_unit_test(keys_are_as_wished),
        cmocka_unit_test(a_key_moves_from_who_was_given_none),
        cmocka_unit_test(the_persons_keys_come_before_the_sites),
        cmocka_unit_test(mistakes_are_named_and_change_nothing),
        cmocka_unit_test(what_follows_from_a_refusal_is_looked_at_too),
        cmocka_unit_test(letters_stay_off),
        cmocka_unit_test(keys_are_known_by_their_names),
        cmocka_unit_test(no_wishes_catch_anybody),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("key_map", tests, make_folder, remove_folder);
}

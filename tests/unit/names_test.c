/* Names: what is added is found, exactly and nearly, however many there are and whoever chose them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/names.h"
#include "text/memory.h"

enum { MANY = 1000000 };

static bool add(struct names *names, const char *text, uint32_t number)
{
    return names_add(names, text, strlen(text), number);
}

static uint32_t find(const struct names *names, const char *text)
{
    return names_find(names, text, strlen(text));
}

static size_t near(const struct names *names, const char *text, uint32_t *numbers, size_t room)
{
    return names_near(names, text, strlen(text), NULL, NULL, numbers, room);
}

static void what_was_added_is_found(void **state)
{
    (void)state;
    struct names *names = names_new();
    assert_int_equal(find(names, "falkirk"), NAMES_NONE);
    assert_true(add(names, "falkirk", 7));
    assert_true(add(names, "an eaglais bhreac", 7));
    assert_true(add(names, "stirling", 0));
    assert_int_equal(find(names, "falkirk"), 7);
    assert_int_equal(find(names, "an eaglais bhreac"), 7);
    assert_int_equal(find(names, "stirling"), 0);
    assert_int_equal(find(names, "falkir"), NAMES_NONE);
    assert_int_equal(find(names, "falkirkk"), NAMES_NONE);
    assert_int_equal(find(names, ""), NAMES_NONE);
    assert_int_equal(names_count(names), 3);
    names_free(names);
}

static void a_taken_name_stays_what_it_was(void **state)
{
    (void)state;
    struct names *names = names_new();
    assert_true(add(names, "fife", 1));
    assert_false(add(names, "fife", 2));
    assert_int_equal(find(names, "fife"), 1);
    assert_int_equal(names_count(names), 1);
    names_free(names);
}

static void names_are_copied_and_may_hold_any_byte(void **state)
{
    (void)state;
    struct names *names = names_new();
    char text[] = {'a', '\0', 'b', '\xff'};
    assert_true(names_add(names, text, sizeof text, 3));
    assert_true(names_add(names, text, 1, 4));
    assert_true(names_add(names, text, 0, 5));
    memset(text, 'x', sizeof text);
    assert_int_equal(names_find(names, "a\0b\xff", 4), 3);
    assert_int_equal(names_find(names, "a\0b", 3), NAMES_NONE);
    assert_int_equal(find(names, "a"), 4);
    assert_int_equal(find(names, ""), 5);
    names_free(names);
    names_free(NULL);
}

/* Every length from nothing to a few words of the hash, so that no tail of it is left out. */
static void every_byte_of_a_name_counts(void **state)
{
    (void)state;
    struct names *names = names_new();
    char text[40];
    memset(text, 'a', sizeof text);
    for (uint32_t length = 0; length <= sizeof text; length++)
        assert_true(names_add(names, text, length, length));
    for (uint32_t i = 0; i < sizeof text; i++) {
        text[i] = 'b';
        assert_true(names_add(names, text, sizeof text, 1000 + i));
        text[i] = 'a';
    }
    for (uint32_t length = 0; length <= sizeof text; length++)
        assert_int_equal(names_find(names, text, length), length);
    for (uint32_t i = 0; i < sizeof text; i++) {
        text[i] = 'b';
        assert_int_equal(names_find(names, text, sizeof text), 1000 + i);
        text[i] = 'a';
    }
    names_free(names);
}

static void a_million_names(void **state)
{
    (void)state;
    struct names *names = names_new();
    char text[32];
    for (uint32_t i = 0; i < MANY; i++) {
        int length = snprintf(text, sizeof text, "service%u", (unsigned)i);
        if (!names_add(names, text, (size_t)length, i))
            fail_msg("%s was taken", text);
    }
    assert_int_equal(names_count(names), MANY);
    for (uint32_t i = 0; i < MANY; i++) {
        int length = snprintf(text, sizeof text, "service%u", (unsigned)i);
        if (names_find(names, text, (size_t)length) != i)
            fail_msg("%s was not found", text);
    }
    assert_int_equal(find(names, "service1000000"), NAMES_NONE);
    uint32_t numbers[3];
    assert_int_equal(near(names, "servcie999999", numbers, 3), 3);
    assert_int_equal(numbers[0], 999999);
    names_free(names);
}

static void near_gives_the_nearest_first(void **state)
{
    (void)state;
    struct names *names = names_new();
    add(names, "stirling", 0);
    add(names, "falkland", 1);
    add(names, "falkirk", 2);
    add(names, "eastfalkirkvillage", 3);
    add(names, "falkirkwheel", 4);
    add(names, "falk", 5);
    uint32_t numbers[6];
    /* A slip, and nothing else. */
    assert_int_equal(near(names, "falkrik", numbers, 6), 1);
    assert_int_equal(numbers[0], 2);
    /* The same, then what begins with it, then what has it inside. */
    assert_int_equal(near(names, "falkirk", numbers, 6), 3);
    assert_int_equal(numbers[0], 2);
    assert_int_equal(numbers[1], 4);
    assert_int_equal(numbers[2], 3);
    /* The beginning of several: the same first, then in the order of their numbers. */
    assert_int_equal(near(names, "falk", numbers, 6), 5);
    assert_int_equal(numbers[0], 5);
    assert_int_equal(numbers[1], 1);
    assert_int_equal(numbers[2], 2);
    assert_int_equal(numbers[3], 4);
    assert_int_equal(numbers[4], 3);
    /* More than a name. */
    assert_int_equal(near(names, "falkirkscotland", numbers, 6), 1);
    assert_int_equal(numbers[0], 2);
    /* Nothing like it. */
    assert_int_equal(near(names, "zzzzzzzz", numbers, 6), 0);
    assert_int_equal(near(names, "", numbers, 6), 0);
    names_free(names);
}

static void near_gives_each_number_once_and_no_more_than_there_is_room(void **state)
{
    (void)state;
    struct names *names = names_new();
    add(names, "helplinexxx", 9);
    add(names, "helpline", 9);
    add(names, "helplime", 8);
    add(names, "helplinehelpline", 8);
    add(names, "helplines", 7);
    uint32_t numbers[4] = {100, 100, 100, 100};
    assert_int_equal(near(names, "helpline", numbers, 4), 3);
    assert_int_equal(numbers[0], 9); /* the same, though its other name came first */
    assert_int_equal(numbers[1], 7);
    assert_int_equal(numbers[2], 8);
    numbers[1] = 100;
    assert_int_equal(near(names, "helpline", numbers, 1), 1);
    assert_int_equal(numbers[0], 9);
    assert_int_equal(numbers[1], 100);
    assert_int_equal(near(names, "helpline", numbers, 0), 0);
    names_free(names);
}

static int highest_first(const void *context, uint32_t left, uint32_t right)
{
    assert_string_equal(context, "given");
    return (left < right) - (left > right);
}

static void equally_near_names_come_in_the_order_asked_for(void **state)
{
    (void)state;
    struct names *names = names_new();
    add(names, "bathgate", 0);
    add(names, "bath", 1);
    add(names, "batley", 2);
    add(names, "battle", 3);
    uint32_t numbers[2];
    assert_int_equal(names_near(names, "bat", 3, highest_first, "given", numbers, 2), 2);
    assert_int_equal(numbers[0], 3);
    assert_int_equal(numbers[1], 2);
    assert_int_equal(near(names, "bat", numbers, 2), 2);
    assert_int_equal(numbers[0], 0);
    assert_int_equal(numbers[1], 1);
    names_free(names);
}

static void slips_are_counted_in_characters(void **state)
{
    (void)state;
    struct names *names = names_new();
    add(names, "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7", 1); /* five Arabic letters, ten bytes */
    uint32_t number;
    /* Two letters changed. */
    assert_int_equal(near(names, "\xD9\x85\xD8\xB2\xD8\xAD\xD8\xAA\xD8\xA7", &number, 1), 1);
    /* All but one. */
    assert_int_equal(near(names, "\xD9\x85\xD8\xB2\xD8\xAE\xD8\xAA\xD8\xAB", &number, 1), 0);
    names_free(names);
}

/* Two names as long as a file: comparing them letter by letter would take the product of their lengths. */
static void names_as_long_as_a_file(void **state)
{
    (void)state;
    enum { LONG = 3000000 };
    struct names *names = names_new();
    char *text = memory_new(LONG + 1, 1);
    memset(text, 'a', LONG);
    text[0] = 'b';
    text[LONG - 1] = 'b';
    assert_true(names_add(names, text, LONG, 1));
    text[0] = 'c';
    text[LONG - 1] = 'd';
    uint32_t number;
    assert_int_equal(names_near(names, text, LONG, NULL, NULL, &number, 1), 0);
    text[0] = 'b';
    assert_int_equal(names_near(names, text, LONG - 1, NULL, NULL, &number, 1), 1);
    free(text);
    names_free(names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_added_is_found),
        cmocka_unit_test(a_taken_name_stays_what_it_was),
        cmocka_unit_test(names_are_copied_and_may_hold_any_byte),
        cmocka_unit_test(every_byte_of_a_name_counts),
        cmocka_unit_test(a_million_names),
        cmocka_unit_test(near_gives_the_nearest_first),
        cmocka_unit_test(near_gives_each_number_once_and_no_more_than_there_is_room),
        cmocka_unit_test(equally_near_names_come_in_the_order_asked_for),
        cmocka_unit_test(slips_are_counted_in_characters),
        cmocka_unit_test(names_as_long_as_a_file),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}

/* Urgent help: the lines for the nation that someone is in, and those for everywhere in any case. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalogue/urgent.h"
#include "small_britain.h"
#include "text/buffer.h"

static const char *const everywhere[] = {"United Kingdom"};
static const char *const by_its_other_name[] = {"UK"};
static const char *const scotland[] = {"Scotland"};
static const char *const england_and_jersey[] = {"England", "jersey"};
static const char *const nowhere[] = {"Atlantis"};

static struct urgent_line lines[] = {
    {.id = "999", .nations = everywhere, .nation_count = 1, .name = "Emergency", .say = "Call 999.", .short_words = "999"},
    {.id = "24", .nations = scotland, .nation_count = 1, .name = "NHS 24", .say = "Call 111.", .short_words = "111"},
    {.id = "111", .nations = england_and_jersey, .nation_count = 2, .name = "NHS 111", .say = "Call 111.", .short_words = "111"},
    {.id = "lost", .nations = nowhere, .nation_count = 1, .name = "Lost", .say = "Swim.", .short_words = "Swim"},
    {.id = "none", .nations = NULL, .nation_count = 0, .name = "None", .say = "Nothing.", .short_words = "-"},
    {.id = "shout", .nations = by_its_other_name, .nation_count = 1, .name = "Shout", .say = "Text.", .short_words = "Text"},
};

static void expect_lines(const char *place, size_t room, const char *wanted)
{
    struct gazetteer *gazetteer = small_britain();
    struct place_entry patch = {.name = "Our patch", .kind = PLACE_GROUP, .holds = (const char *const[]){"Falkirk", "Fife"}, .holds_count = 2};
    assert_null(gazetteer_add(gazetteer, &patch));
    assert_null(gazetteer_finish(gazetteer));
    struct urgent_help *help = urgent_help_new();
    help->lines = lines;
    help->count = sizeof lines / sizeof *lines;
    const struct urgent_line *found[8];
    size_t count = urgent_help_for(help, gazetteer, place == NULL ? PLACE_NONE : known(gazetteer, place), found, room);
    struct buffer ids = {0};
    for (size_t i = 0; i < count; i++)
        buffer_format(&ids, "%s%s", i == 0 ? "" : " ", found[i]->id);
    assert_string_equal(buffer_text(&ids), wanted);
    buffer_free(&ids);
    urgent_help_free(help);
    gazetteer_free(gazetteer);
}

static void lines_are_those_of_the_nation(void **state)
{
    (void)state;
    expect_lines("Scotland", 8, "999 24 shout");
    expect_lines("Grangemouth", 8, "999 24 shout");
    expect_lines("Forth Valley", 8, "999 24 shout");
    expect_lines("Our patch", 8, "999 24 shout"); /* a catalogue's own group, all of it in Scotland */
    expect_lines("Derby", 8, "999 111 shout");
    expect_lines("Jersey", 8, "999 111 shout");
}

static void where_the_nation_is_not_known_only_lines_for_everywhere(void **state)
{
    (void)state;
    expect_lines(NULL, 8, "999 shout");
    expect_lines("United Kingdom", 8, "999 shout");
    expect_lines("Great Britain", 8, "999 shout");
}

static void no_more_than_there_is_room(void **state)
{
    (void)state;
    expect_lines("Falkirk", 2, "999 24");
    expect_lines("Falkirk", 1, "999");
    expect_lines("Falkirk", 0, "");
}

static void no_help_at_all(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = gazetteer_new();
    struct urgent_help *help = urgent_help_new();
    assert_non_null(help->arena);
    const struct urgent_line *found[1];
    assert_int_equal(urgent_help_for(help, gazetteer, PLACE_NONE, found, 1), 0);
    /* A gazetteer without the United Kingdom still has its lines for everywhere. */
    help->lines = lines;
    help->count = 1;
    assert_int_equal(urgent_help_for(help, gazetteer, PLACE_NONE, found, 1), 1);
    urgent_help_free(help);
    urgent_help_free(NULL);
    gazetteer_free(gazetteer);
}

static void a_translation_has_the_numbers_of_its_text(void **state)
{
    (void)state;
    struct urgent_line line = {.id = "s", .name = "Samaritans", .short_words = "Samaritans 116 123", .say = "Call 116 123, or text 07725 909090.",
                               .hours = "6pm to 2am"};
    assert_int_equal(urgent_translate(&line, "say", "Ffoniwch 116 132.", true), URGENT_OTHER_NUMBERS);
    assert_int_equal(urgent_translate(&line, "say", "Ffoniwch 116 123.", true), URGENT_OTHER_NUMBERS);
    assert_int_equal(urgent_translate(&line, "say", "Ffoniwch 116 123 neu 07725 909090 neu 999.", true), URGENT_OTHER_NUMBERS);
    assert_int_equal(urgent_translate(&line, "short", "Samariaid 116 123 123", true), URGENT_OTHER_NUMBERS);
    assert_string_equal(line.say, "Call 116 123, or text 07725 909090.");
    assert_int_equal(urgent_translate(&line, "say", "Tecstiwch 07725 909090 neu ffoniwch 116 123.", false), URGENT_TRANSLATED);
    assert_string_equal(line.say, "Call 116 123, or text 07725 909090.");
    assert_int_equal(urgent_translate(&line, "say", "Tecstiwch 07725 909090 neu ffoniwch 116 123.", true), URGENT_TRANSLATED);
    assert_int_equal(urgent_translate(&line, "say", "Fonn 116 123 no 07725 909090.", true), URGENT_TRANSLATED);
    assert_string_equal(line.say, "Tecstiwch 07725 909090 neu ffoniwch 116 123."); /* the first stays */
    assert_int_equal(urgent_translate(&line, "hours", "18:00 i 02:00", true), URGENT_TRANSLATED);
    assert_string_equal(line.hours, "18:00 i 02:00");
    assert_int_equal(urgent_translate(&line, "phone", "116 123", true), URGENT_NO_SUCH_TEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_those_of_the_nation),
        cmocka_unit_test(where_the_nation_is_not_known_only_lines_for_everywhere),
        cmocka_unit_test(no_more_than_there_is_room),
        cmocka_unit_test(no_help_at_all),
        cmocka_unit_test(a_translation_has_the_numbers_of_its_text),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("urgent", tests, NULL, NULL);
}

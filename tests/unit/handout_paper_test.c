/* The sheet on paper that others may find: what never stands on it, and that it fits. */
#include <ctype.h>

#include "desk.h"
#include "write/discreet.h"

enum { PAGE_LINES = 66 }; /* A4 at six lines an inch */

static void a_hidden_place_is_nowhere(void **state)
{
    (void)state;
    struct desk desk = desk_new(hills);
    for (int how = 0; how < 2; how++) {
        make_of(&desk, "in:Falkirk", "hills/hidden", how == 0 ? plain : discreet);
        expect(&desk, "Where They tell you where when you join.");
        expect(&desk, "Every Thursday, 6pm to 8pm, in school term time. Ask when term starts.");
        expect_none(&desk, "Quiet House");
        expect_none(&desk, "Unseen Lane");
        expect_none(&desk, "FK1");
    }
    desk_free(&desk);
}

static void a_discreet_sheet_names_no_reason(void **state)
{
    (void)state;
    struct desk desk = desk_new(hills);
    make_of(&desk, "in:Falkirk", "hills/group", discreet);
    expect(&desk, "Groups and people near you");
    expect(&desk, "1. Hillside mornings");
    expect_none(&desk, "Families"); /* the public name says all that may be said */
    expect(&desk, "You meet several other parents together.");
    expect(&desk, "Web https://www.hillside.example.org");
    expect_none(&desk, "erinatal");
    expect_none(&desk, "epress");
    make_of(&desk, "in:Falkirk", "hills/nameless", discreet);
    expect(&desk, "1. A group");
    expect(&desk, "I would like to come to your group.");
    expect(&desk, "To get in touch, ask the person who gave you this sheet.");
    expect_none(&desk, "unrise");
    expect_none(&desk, "Families");
    desk_free(&desk);
}

/* Words that nobody but she need see, written down apart from the program's own list. */
static const char *const secrets[] = {"mental", "perinatal", "antenatal", "postnatal", "depress", "anxi", "psychos", "trauma", "suicid", "bereave",
                                      "miscarr", "stillb", "abuse", "alcohol", "asylum", "refugee", "counsel", "grief", "ptsd", "disorder", "addict"};

static void expect_no_secret(const char *text, const char *of)
{
    struct buffer lower = {0};
    for (const char *at = text; *at; at++)
        buffer_add_byte(&lower, (char)tolower((unsigned char)*at));
    for (size_t i = 0; i < sizeof secrets / sizeof secrets[0]; i++)
        if (strstr(buffer_text(&lower), secrets[i]))
            fail_msg("\"%s\" stands on the discreet sheet of %s:\n%s", secrets[i], of, text);
    buffer_free(&lower);
}

static void no_offer_that_ships_gives_itself_away(void **state)
{
    (void)state;
    struct desk desk = desk_new(NULL);
    static const char *const needs[] = {"", "in:Falkirk pregnant:20 about:postnatal-depression", "in:Cardiff after:loss", "in:Belfast child:2m for:refugees,asylum-seekers"};
    for (size_t offer = 0; offer < desk.loaded.catalogue->offer_count; offer++) {
        struct buffer id = {0};
        offer_id_words(&id, desk.loaded.catalogue, &desk.loaded.catalogue->offers[offer]);
        make(&desk, needs[offer % 4], &offer, 1, discreet);
        expect_no_secret(buffer_text(&desk.text), buffer_text(&id));
        expect_no_secret(buffer_text(&desk.html), buffer_text(&id));
        buffer_free(&id);
    }
    desk_free(&desk);
}

/* CATALOGUE.md, public_name: nobody gets a sheet on which a service that ships is only "A group". */
static void every_offer_that_ships_has_a_name_that_reveals_nothing(void **state)
{
    (void)state;
    enum { LONGEST = 48 };
    struct desk desk = desk_new(NULL);
    const struct catalogue *catalogue = desk.loaded.catalogue;
    assert_true(catalogue->offer_count > 90);
    for (size_t offer = 0; offer < catalogue->offer_count; offer++) {
        const char *name = discreet_name(catalogue, &catalogue->offers[offer]);
        if (!name)
            fail_msg("\"%s\" has no name for a discreet sheet: give it a public_name", offer_name(&catalogue->offers[offer]));
        if (strlen(name) > LONGEST)
            fail_msg("\"%s\" is a long name", name);
    }
    desk_free(&desk);
}

static void words_that_reveal_are_known(void **state)
{
    (void)state;
    static const char *const reveal[] = {"Perinatal", "MENTAL health", "post-natal depression", "PND and me", "Baby loss", "Birth Trauma", "D\u00e9pression", "Refugee women", "well-being", "iechyd meddwl"};
    static const char *const harmless[] = {"Juno groups", "Environmental club", "Lossiemouth Hall", "A health visitor can ask for you.", "Tea & Tots", "Illusion", "", "Drumchapel", "Fundamentals"};
    for (size_t i = 0; i < sizeof reveal / sizeof reveal[0]; i++)
        if (!discreet_reveals(reveal[i]))
            fail_msg("%s passes", reveal[i]);
    for (size_t i = 0; i < sizeof harmless / sizeof harmless[0]; i++)
        if (discreet_reveals(harmless[i]))
            fail_msg("%s does not pass", harmless[i]);
    assert_false(discreet_reveals(NULL));
    assert_true(discreet_address_reveals("www.maternalmentalhealth.example.org"));
    assert_true(discreet_address_reveals("info@antenataldepression.example.org"));
    assert_false(discreet_address_reveals("www.juno.uk.com"));
}

/* How many lines there are; each fits the columns and holds nothing that a printer would take for a command. */
static size_t check_lines(const struct buffer *text, size_t columns)
{
    size_t lines = 0;
    for (const char *line = buffer_text(text); *line; lines++) {
        size_t length = strcspn(line, "\n");
        assert_int_equal(line[length], '\n');
        if (width_columns(line, length) > columns)
            fail_msg("wider than %zu: %.*s", columns, (int)length, line);
        for (size_t i = 0; i < length; i++)
            assert_true((unsigned char)line[i] >= ' ' && line[i] != 0x7f);
        assert_true(length == 0 || line[length - 1] != ' ');
        line += length + 1;
    }
    return lines;
}

static void text_fits_its_columns(void **state)
{
    (void)state;
    struct desk desk = desk_new(NULL);
    for (size_t offer = 0; offer < desk.loaded.catalogue->offer_count; offer++) {
        make(&desk, "in:Wales child:3m", &offer, 1, plain);
        check_lines(&desk.text, 80);
        check_lines(&desk.slip, 40);
    }
    desk_free(&desk);
}

static void three_offers_fit_a_page(void **state)
{
    (void)state;
    struct desk desk = desk_new(NULL);
    make_of(&desk, "in:Falkirk pregnant:20", "aberlour-perinatal/befriending home-start-scotland/befriending home-start-scotland/groups", plain);
    assert_true(check_lines(&desk.text, 80) <= PAGE_LINES);
    make_of(&desk, "in:Edinburgh child:3m", "juno/groups juno/befriending dads-rock/groups", plain);
    assert_true(check_lines(&desk.text, 80) <= PAGE_LINES);
    desk_free(&desk);
}

static void a_number_is_not_torn(void **state)
{
    (void)state;
    struct desk desk = desk_new(NULL);
    make_of(&desk, "in:Falkirk", "juno/groups", plain);
    static const char *const numbers[] = {"116 123", "0800 83 85 87", "0800 027 1234", "18001 111"};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        assert_non_null(strstr(buffer_text(&desk.text), numbers[i]));
        assert_non_null(strstr(buffer_text(&desk.slip), numbers[i]));
    }
    desk_free(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hidden_place_is_nowhere),
        cmocka_unit_test(a_discreet_sheet_names_no_reason),
        cmocka_unit_test(no_offer_that_ships_gives_itself_away),
        cmocka_unit_test(every_offer_that_ships_has_a_name_that_reveals_nothing),
        cmocka_unit_test(words_that_reveal_are_known),
        cmocka_unit_test(text_fits_its_columns),
        cmocka_unit_test(three_offers_fit_a_page),
        cmocka_unit_test(a_number_is_not_torn),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("handout paper", tests, NULL, NULL);
}

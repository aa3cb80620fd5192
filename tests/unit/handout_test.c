/* The sheet she takes home: what stands on it. What never does, handout_paper_test.c sees. */
#include "desk.h"

static void an_offer_is_on_it_from_name_to_age(void **state)
{
    (void)state;
    struct desk desk = desk_new(hills);
    make_of(&desk, "", "hills/group", plain);
    expect(&desk, "Places to get support 24 November 2026");
    expect(&desk, "1. Hillside Perinatal Group (Hillside Families)");
    expect(&desk, "A group for mothers who live with depression.");
    expect(&desk, "For mothers, from birth. Ends when your child turns 1.");
    expect(&desk, "When Every Tuesday, 10am to 11:30am, not on 24 November 2026");
    expect(&desk, "Next Tuesday 1 December 2026");
    expect(&desk, "Where Hillside Hall");
    expect(&desk, "Cost Free");
    expect(&desk, "To join Phone first. Ask for Jo.");
    expect(&desk, "Phone 01324 960 111");
    expect(&desk, "Web www.hillside.example.org/perinatal");
    expect(&desk, "Open Monday to Friday, 9am to 5pm");
    expect(&desk, "You could say: \"I would like to come to Hillside mornings. Can you tell me how?\"");
    expect(&desk, "You could ask: How long is the wait?");
    expect(&desk, "We checked this on 5 October 2026.");
    expect(&desk, "If you need help now - If a life is in danger, call 999 now, or go to A&E.");
    expect(&desk, "From: ____");
    expect_none(&desk, "only for staff");
    expect_none(&desk, "a page says");
    assert_non_null(strstr(buffer_text(&desk.html), "<a href=\"tel:01324960111\" rel=\"noreferrer\">01324 960 111</a>"));
    assert_non_null(strstr(buffer_text(&desk.html), "<a href=\"https://www.hillside.example.org/perinatal\""));
    assert_non_null(strstr(buffer_text(&desk.html), "QR code that opens www.hillside.example.org/perinatal"));
    desk_free(&desk);
}

static void what_to_say_goes_by_how_one_gets_in(void **state)
{
    (void)state;
    struct desk desk = desk_new(hills);
    make_of(&desk, "", "hills/hidden", plain);
    expect(&desk, "You could say to a GP, midwife or health visitor: \"I find this hard to ask. Could you get in touch with Safe mornings for me, please?\"");
    make_of(&desk, "", "hills/line", plain);
    expect(&desk, "(Hillside Families, helpline)");
    expect(&desk, "You could say: \"Hello. I am not sure where to start. Can I talk with you?\"");
    expect(&desk, "You could ask: Is the call free?");
    expect_none(&desk, "How do I join?");
    make_of(&desk, "", "hills/open", plain);
    expect(&desk, "This is coming to an end on 31 March 2027. Please ask before you count on it.");
    expect(&desk, "You can come without asking first. You could say: \"Hello. This is my first time here.\"");
    desk_free(&desk);
}

static void what_starts_later_says_so_and_stands_last(void **state)
{
    (void)state;
    struct desk desk = desk_new(hills);
    make_of(&desk, "pregnant:20", "hills/group hills/hidden", plain);
    expect(&desk, "1. Safe mornings");
    expect(&desk, "2. Hillside Perinatal Group (Hillside Families) Starts later: from birth.");
    make_of(&desk, "child:3m", "hills/group hills/hidden", plain);
    expect(&desk, "1. Hillside Perinatal Group");
    expect_none(&desk, "Starts later");
    make_of(&desk, "pregnant:20", "hills/group", discreet);
    expect_none(&desk, "Starts later");
    desk_free(&desk);
}

static void after_a_loss_no_child_is_spoken_of(void **state)
{
    (void)state;
    struct desk desk = desk_new(hills);
    make_of(&desk, "after:loss pregnant:20", "hills/group", plain);
    expect(&desk, "For mothers When");
    expect_none(&desk, "your child");
    expect_none(&desk, "from birth");
    expect_none(&desk, "Starts later");
    desk_free(&desk);
}

static void the_need_is_not_on_it(void **state)
{
    (void)state;
    struct desk desk = desk_new(hills);
    make_of(&desk, "in:Stirling child:7w about:ocd age:17 for:refugees with:creche language:urdu kittens", "hills/open hills/line", plain);
    static const char *const words[] = {"Stirling", "7 w", "OCD", "aged", "refugee", "kittens"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        expect_none(&desk, words[i]);
    expect(&desk, "Whether there is a cr\u00e8che.");
    desk_free(&desk);
}

static void questions_of_the_need_hold_for_anybody(void **state)
{
    (void)state;
    static const char text[] = "services:\n"
                               "  - {id: quiet, name: Quiet, kind: peer-support, formats: group}\n";
    struct desk desk = desk_new(text);
    make_of(&desk, "in:Falkirk child:7w format:group who:father", "quiet", plain);
    expect(&desk, "Do you cover where I live?");
    expect(&desk, "Can I come now?");
    expect(&desk, "Is this right for me?");
    expect(&desk, "How do I join? Can I ask for it myself?");
    expect(&desk, "When does it meet, and where?");
    expect(&desk, "Does it cost anything?");
    expect_none(&desk, "How long is the wait?"); /* six questions are enough */
    expect_none(&desk, "Falkirk");
    expect(&desk, "Nobody has noted when these facts were checked.");
    expect(&desk, "To get in touch, ask the person who gave you this sheet.");
    desk_free(&desk);
}

static void urgent_help_is_that_of_her_nation(void **state)
{
    (void)state;
    struct desk desk = desk_new(NULL);
    make_of(&desk, "in:Cardiff", "juno/groups", plain);
    expect(&desk, "call 111 and press 2");
    expect_none(&desk, "NHS 24");
    make_of(&desk, "in:Belfast", "juno/groups", plain);
    expect(&desk, "Lifeline on 0808 808 8000");
    expect_none(&desk, "111");
    make_of(&desk, "", "juno/groups", plain);
    expect(&desk, "call 999");
    expect(&desk, "Samaritans on 116 123");
    expect_none(&desk, "press 2");
    place_id falkirk = gazetteer_find(desk.loaded.catalogue->gazetteer, "Falkirk", 7);
    make_of(&desk, "", "juno/groups", (struct handout_setting){.place = falkirk});
    expect(&desk, "NHS 24 on 111");
    make_of(&desk, "in:Falkirk", "juno/groups", discreet);
    expect(&desk, "If you need help now, call 111.");
    expect(&desk, "Samaritans on 116 123");
    expect_none(&desk, "0800 027 1234"); /* for those who live with abuse: whoever hurts her may read it */
    desk_free(&desk);
}

static void hours_are_said_of_every_line_that_has_them(void **state)
{
    (void)state;
    struct desk desk = desk_new(NULL);
    make_of(&desk, "in:Falkirk", "juno/groups", plain);
    expect(&desk, "go to A&E. Open day and night, every day. - If you need mental health help now");
    expect(&desk, "Also:");
    expect(&desk, "It is free. Open Monday to Thursday 6pm to 2am, and from Friday 6pm to Monday 6am.");
    desk_free(&desk);
}

static void who_gives_it_can_stand_there(void **state)
{
    (void)state;
    struct desk desk = desk_new(hills);
    make_of(&desk, "", "hills/group", (struct handout_setting){.from = "Ann <Other>, 01632 960001", .place = PLACE_NONE});
    expect(&desk, "From: Ann <Other>, 01632 960001");
    expect_none(&desk, "____");
    assert_non_null(strstr(buffer_text(&desk.html), "From: Ann &lt;Other&gt;, 01632 960001"));
    desk_free(&desk);
}

static void own_words_come_in_the_language_that_is_wanted(void **state)
{
    (void)state;
    struct desk desk = desk_new(hills);
    make_of(&desk, "", "hills/group", (struct handout_setting){.language = "cy", .place = PLACE_NONE});
    expect(&desk, "Gr\u0175p i famau.");
    expect_none(&desk, "A group for mothers");
    assert_non_null(strstr(buffer_text(&desk.html), "<html lang=\"en-GB\">"));
    assert_non_null(strstr(buffer_text(&desk.html), "lang=\"cy\" dir=\"auto\">Gr\u0175p i famau."));
    make_of(&desk, "", "hills/group", (struct handout_setting){.language = "ur", .place = PLACE_NONE});
    expect(&desk, "A group for mothers");
    desk_free(&desk);
}

static const char bilingual[] =
    "services:\n"
    "  - id: b\n"
    "    name: Birch mornings\n"
    "    areas: Falkirk\n"
    "    formats: group\n"
    "    summary: A group after a loss.\n"
    "    what_happens: We talk about grief.\n"
    "    cost: Free\n"
    "    wait: A week\n"
    "    meets: [{place: Quiet House, hidden: yes}]\n"
    "    contact: {address: \"Quiet House\"}\n"
    "    lang: {cy: {name: Boreau Bedw, summary: Grŵp bach., cost: Am ddim, wait: Nid oes rhestr iselder, address: Tŷ Tawel}}\n";

/* A translation says no more than what it translates: what gives her away in English may not be known in another language. */
static void a_discreet_sheet_is_discreet_in_every_language(void **state)
{
    (void)state;
    struct desk desk = desk_new(bilingual);
    make_of(&desk, "", "b", (struct handout_setting){.language = "cy", .place = PLACE_NONE, .discreet = true});
    expect(&desk, "Boreau Bedw");
    expect(&desk, "Am ddim");
    expect(&desk, "A week"); /* its Welsh has a word that tells */
    expect_none(&desk, "iselder");
    expect_none(&desk, "Grŵp bach");
    expect_none(&desk, "Tŷ Tawel");
    desk_free(&desk);
}

static void headings_step_down_one_at_a_time(void **state)
{
    (void)state;
    struct desk desk = desk_new(NULL);
    make_of(&desk, "in:Falkirk", "juno/groups aberlour-perinatal/befriending", plain);
    char last = '0';
    size_t tops = 0;
    for (const char *at = buffer_text(&desk.html); (at = strstr(at, "<h")) != NULL; at++) {
        if (at[2] < '1' || at[2] > '6')
            continue;
        assert_true(at[2] <= last + 1);
        tops += at[2] == '1';
        last = at[2];
    }
    assert_int_equal(tops, 1);
    desk_free(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_offer_is_on_it_from_name_to_age),
        cmocka_unit_test(what_to_say_goes_by_how_one_gets_in),
        cmocka_unit_test(what_starts_later_says_so_and_stands_last),
        cmocka_unit_test(after_a_loss_no_child_is_spoken_of),
        cmocka_unit_test(the_need_is_not_on_it),
        cmocka_unit_test(questions_of_the_need_hold_for_anybody),
        cmocka_unit_test(urgent_help_is_that_of_her_nation),
        cmocka_unit_test(hours_are_said_of_every_line_that_has_them),
        cmocka_unit_test(who_gives_it_can_stand_there),
        cmocka_unit_test(own_words_come_in_the_language_that_is_wanted),
        cmocka_unit_test(a_discreet_sheet_is_discreet_in_every_language),
        cmocka_unit_test(headings_step_down_one_at_a_time),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("handout", tests, NULL, NULL);
}

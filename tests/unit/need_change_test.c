/* A need as the screen handles it: facets taken in and out, terms as chips, completion of what is typed, copies. Today is 23 November 2026. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "need_sample.h"

static void toggles(void **state)
{
    static const struct {
        const char *before;
        const char *term;
        const char *after;
    } cases[] = {
        {"", "in:Falkirk", "in:Falkirk"},
        {"in:Falkirk", "in:Falkirk", ""},
        {"in:FK1 who:mother", "in:Falkirk", "who:mother"},
        {"in:Falkirk who:mother", "in:\"Scottish Borders\"", "in:\"Scottish Borders\" who:mother"},
        {"-in:Falkirk", "in:Stirling", "-in:Falkirk in:Stirling"},
        {"-in:Falkirk", "in:Falkirk", "in:Falkirk"},
        {"pregnant:20 who:mother", "child:6w", "child:6w who:mother"},
        {"pregnant:20 child:2y", "after:loss", "after:loss"},
        {"after:loss", "after:loss", ""},
        {"due:2027-03-01", "pregnant:any", "pregnant:any"},
        {"format:group", "format:online", "format:group,online"},
        {"format:group,online", "format:group", "format:online"},
        {"format:group", "format:group", ""},
        {"-format:group", "format:group", "format:group"},
        {"with:creche", "with:transport", "with:creche with:transport"},
        {"with:creche,transport", "with:creche", "with:transport"},
        {"with:creche with:creche,transport", "with:creche", "with:transport"},
        {"who:mother", "who:father", "who:mother,father"},
        {"day:tue", "day:wed", "day:tue,wed"},
        {"for:refugees", "only:refugees", "for:refugees only:refugees"},
        {"", "-for:refugees,asylum-seekers", "-for:refugees,asylum-seekers"},
        {"-for:refugees", "-for:refugees", ""},
        {"knit", "knit", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct need *need = sample_need(((struct sample *)*state)->matcher, cases[i].before);
        bool had = need_has(need, setting_of(state), cases[i].term);
        assert_true(need_toggle(need, setting_of(state), cases[i].term, NULL));
        check_line(need, cases[i].before, cases[i].after);
        assert_int_equal(need_has(need, setting_of(state), cases[i].term), !had);
        need_free(need);
    }
    struct need *need = need_new();
    struct need_error error = {0};
    assert_false(need_toggle(need, setting_of(state), "format:gruop", &error));
    assert_non_null(error.sentence);
    need_error_free(&error);
    need_free(need);
}

static void chips(void **state)
{
    static const struct {
        const char *term;
        const char *words;
    } cases[] = {
        {"in:\"Scottish Borders\"", "Scottish Borders"},
        {"in:Falkirk,Stirling", "Falkirk or Stirling"},
        {"pregnant:20", "Pregnant, 20 weeks"},
        {"pregnant:20+1", "Pregnant, 20 weeks and 1 day"},
        {"pregnant:any", "Pregnant"},
        {"child:14m", "Child 14 months"},
        {"child:1y", "Child 12 months"},
        {"child:30m", "Child 2 years and 6 months"},
        {"child:0w", "Child less than a week"},
        {"child:any", "Child"},
        {"born:2026-07-04", "Born 4 July 2026"},
        {"due:2027-03-01", "Due 1 March 2027"},
        {"after:loss", "After a loss"},
        {"who:mother", "mother"},
        {"age:17", "Aged 17"},
        {"format:one-to-one", "one-to-one"},
        {"-format:online", "not online"},
        {"format:group,online,phone", "group, online or by phone"},
        {"with:creche,transport", "crèche and transport"},
        {"only:young-parents", "only for young parents"},
        {"only:fathers", "only for fathers"},
        {"language:urdu", "in Urdu"},
        {"day:tue", "on Tuesdays"},
        {"time:morning", "in the morning"},
        {"on:2026-12-01", "on 1 December 2026"},
        {"near:5mi", "within 5 miles"},
        {"near:10km", "within 10 km"},
        {"checked:12m", "checked in the last 12 months"},
        {"knit", "\"knit\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct need *need = sample_need(((struct sample *)*state)->matcher, cases[i].term);
        struct buffer out = {0};
        need_term_words(&out, setting_of(state), need_at(need, 0));
        assert_string_equal(buffer_text(&out), cases[i].words);
        buffer_free(&out);
        need_free(need);
    }
}

static void completes(void **state)
{
    static const struct {
        const char *line;
        size_t cursor;
        const char *first;
        const char *among;
        size_t from;
        size_t to;
    } cases[] = {
        {"", 0, "in:", "status:", 0, 0},
        {"fo", 2, "format:", "for:", 0, 2},
        {"in:falk", 7, "in:Falkirk", "in:Falkirk", 0, 7},
        {"who:mother in:scot", 18, "in:Scotland", "in:\"Scottish Borders\"", 11, 18},
        {"in:fk1", 6, "in:FK1", "in:FK1", 0, 6},
        {"format:", 7, "format:group", "format:phone", 0, 7},
        {"format:group,on", 15, "format:group,one-to-one", "format:group,online", 0, 15},
        {"-format:onl", 11, "-format:online", "-format:online", 0, 11},
        {"with:child", 10, "with:creche", "with:creche", 0, 10},
        {"about:\"low m", 12, "about:low-mood", "about:low-mood", 0, 12},
        {"crec", 4, "with:creche", "with:creche-free", 0, 4},
        {"falki", 5, "in:Falkirk", "in:Falkirk", 0, 5},
        {"who:mother crec format:group", 15, "with:creche", "with:creche", 11, 15},
        {"child:", 6, "child:any", "child:6w", 0, 6},
        {"only:", 5, "only:refugees", "only:fathers", 0, 5},
        {"day:t", 5, "day:tue", "day:thu", 0, 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct completions made = need_complete(setting_of(state), cases[i].line, cases[i].cursor, 40);
        bool among = false;
        if (made.count == 0 || strcmp(made.items[0].insert, cases[i].first) != 0)
            fail_msg("%s: %s", cases[i].line, made.count ? made.items[0].insert : "nothing");
        for (size_t j = 0; j < made.count; j++)
            among = among || strcmp(made.items[j].insert, cases[i].among) == 0;
        if (!among)
            fail_msg("%s: no %s", cases[i].line, cases[i].among);
        assert_int_equal(made.from, cases[i].from);
        assert_int_equal(made.to, cases[i].to);
        completions_free(&made);
    }
    struct completions few = need_complete(setting_of(state), "", 0, 3);
    assert_int_equal(few.count, 3);
    completions_free(&few);
    struct completions none = need_complete(setting_of(state), "nokey:x", 7, 10);
    assert_int_equal(none.count, 0);
    completions_free(&none);
}

static void needs_are_lists_of_terms(void **state)
{
    struct need *need = sample_need(((struct sample *)*state)->matcher, "in:Falkirk -format:online format:group after:loss");
    struct need *copy = need_copy(need);
    need_remove(need, 1);
    need_remove(need, 99);
    check_line(need, "removed", "in:Falkirk format:group after:loss");
    check_line(copy, "copied", "in:Falkirk -format:online format:group after:loss");
    assert_ptr_equal(need_find(copy, KEY_FORMAT), need_at(copy, 2));
    assert_null(need_find(copy, KEY_WITH));
    assert_true(need_after_loss(copy));
    need_clear(copy);
    assert_int_equal(need_count(copy), 0);
    assert_int_equal(need_place(copy), PLACE_NONE);
    assert_true(need_add(copy, setting_of(state), "in:Falkirk", NULL));
    check_line(copy, "used again", "in:Falkirk");
    need_free(copy);
    need_free(need);
    need_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(toggles), cmocka_unit_test(chips), cmocka_unit_test(completes), cmocka_unit_test(needs_are_lists_of_terms),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

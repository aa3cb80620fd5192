/* The grammar of needs: what is understood, what it becomes, what is told where it is not. MATCHING.md, "The need, as one line of text". Today is
 * 23 November 2026. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "need_sample.h"

static void lines_are_understood(void **state)
{
    static const struct {
        const char *typed;
        const char *line;
    } cases[] = {
        {"", ""},
        {"   \t ", ""},
        {"in:Falkirk", "in:Falkirk"},
        {"IN:falkirk PREGNANT:20", "in:Falkirk pregnant:20"},
        {"where:falkirk", "in:Falkirk"},
        {"in:\"Scottish Borders\"", "in:\"Scottish Borders\""},
        {"in:scottish-borders", "in:\"Scottish Borders\""},
        {"in:\"scottish border\"", "in:\"Scottish Borders\""},
        {"in:scottish borders format:group", "in:\"Scottish Borders\" format:group"},
        {"in:scottish borders group", "in:\"Scottish Borders\" group"},
        {"in:Armagh City, Banbridge and Craigavon", "in:\"Armagh City, Banbridge and Craigavon\""},
        {"in:Armagh City, Banbridge and Craigavon who:mother", "in:\"Armagh City, Banbridge and Craigavon\" who:mother"},
        {"in:\"Armagh City, Banbridge and Craigavon\",Falkirk", "in:\"Armagh City, Banbridge and Craigavon\",Falkirk"},
        {"in:scottish borders,falkirk", "in:\"Scottish Borders\",Falkirk"},
        {"in:falkirk, scottish borders", "in:Falkirk,\"Scottish Borders\""},
        {"in:falkirk,falkirk", "in:Falkirk"},
        {"in:FK1", "in:FK1"},
        {"in:\"fk1 1aa\"", "in:FK1"},
        {"in:fk1 1aa", "in:FK1"},
        {"in:FK1-1AA", "in:FK1"},
        {"pregnant:20+3", "pregnant:20+3"},
        {"pregnant:20w", "pregnant:20"},
        {"pregnant:20 weeks", "pregnant:20"},
        {"pregnant:20 weeks 3 days", "pregnant:20+3"},
        {"pregnant:any", "pregnant:any"},
        {"pregnant:0", "pregnant:0"},
        {"pregnant:42+6", "pregnant:42+6"},
        {"child:6w", "child:6w"},
        {"child:6 weeks", "child:6w"},
        {"child:14m", "child:14m"},
        {"baby:14m", "child:14m"},
        {"child:14 months old who:mum", "child:14m who:mother"},
        {"child:2y", "child:2y"},
        {"child:any", "child:any"},
        {"child:newborn", "child:0w"},
        {"due:2027-03-01", "due:2027-03-01"},
        {"due:1 March 2027 in:Falkirk", "due:2027-03-01 in:Falkirk"},
        {"due:2027-08-30", "due:2027-08-30"},
        {"due:2026-11-02", "due:2026-11-02"},
        {"born:4 July 2026", "born:2026-07-04"},
        {"born:today", "born:2026-11-23"},
        {"after:loss", "after:loss"},
        {"after:a-loss", "after:loss"},
        {"who:mums", "who:mother"},
        {"who:granny", "who:carer"},
        {"age:17", "age:17"},
        {"format:group,One-To-One", "format:group,one-to-one"},
        {"format:support groups", "format:group"},
        {"formats:groups", "format:group"},
        {"about:low mood", "about:low-mood"},
        {"about:\"Low Moods\"", "about:low-mood"},
        {"for:refugees for:young parents", "for:refugees for:young-parents"},
        {"only:dads", "only:fathers"},
        {"with:crèche,transport", "with:creche,transport"},
        {"with:free creche in:falkirk", "with:creche-free in:Falkirk"},
        {"with:drop ins", "with:drop-in"},
        {"language:cymraeg", "language:welsh"},
        {"referral:gp", "referral:professional"},
        {"day:Tuesdays time:mornings", "day:tue time:morning"},
        {"on:1/12/2026", "on:2026-12-01"},
        {"near:5mi", "near:5mi"},
        {"near:2.5 miles", "near:2.5mi"},
        {"near:10 km", "near:10km"},
        {"checked:1y", "checked:12m"},
        {"status:running", "status:running"},
        {"-format:online", "-format:online"},
        {"-in:scottish borders", "-in:\"Scottish Borders\""},
        {"knit -sing", "knit -sing"},
        {"\"low mood\" -\"bad day\"", "\"low mood\" -\"bad day\""},
        {"\"in:Falkirk\"", "\"in:Falkirk\""},
        {"\"unclosed phrase", "\"unclosed phrase\""},
        {"in:\"scottish borders", "in:\"Scottish Borders\""},
        {"10:30", "10:30"},
        {"https://example.org/x", "https://example.org/x"},
        {"1:1", "1:1"},
        {":)", ""},
        {"- -- & …", "&"},
        {"format:group,", "format:group"},
        {"in: falkirk", "in:Falkirk"},
        {"in: \"Scottish Borders\"", "in:\"Scottish Borders\""},
        {"with:music", NULL},
        {"back\\\"slash\\\"", "back\\ \"slash\\\""},
        {"Tea & Tots", "Tea & Tots"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct need *need = need_new();
        struct need_error error = {0};
        bool understood = need_parse(need, setting_of(state), cases[i].typed, &error);
        if (understood != (cases[i].line != NULL))
            fail_msg("%s: %s", cases[i].typed, understood ? "understood" : error.sentence);
        if (understood) {
            check_line(need, cases[i].typed, cases[i].line);
            /* The line gives the same need again. */
            struct need *again = need_new();
            assert_true(need_parse(again, setting_of(state), cases[i].line, NULL));
            check_line(again, cases[i].line, cases[i].line);
            assert_int_equal(need_count(again), need_count(need));
            need_free(again);
        }
        need_error_free(&error);
        need_free(need);
    }
}

static void arguments_are_one_term(void **state)
{
    static const struct {
        const char *typed;
        const char *line;
    } cases[] = {
        {"in:Scottish Borders", "in:\"Scottish Borders\""},
        {"in:Armagh City, Banbridge and Craigavon", "in:\"Armagh City, Banbridge and Craigavon\""},
        {"in:Scottish Borders,Falkirk", "in:\"Scottish Borders\",Falkirk"},
        {"in:Scottish Borders, Falkirk", "in:\"Scottish Borders\",Falkirk"},
        {"in:FK1 1AA", "in:FK1"},
        {"in:\"Scottish Borders\"", "in:\"Scottish Borders\""},
        {"-in:Scottish Borders", "-in:\"Scottish Borders\""},
        {"low mood", "low mood"},
        {"\"low mood\"", "\"low mood\""},
        {"-low mood", "-\"low mood\""},
        {"with:creche, transport", "with:creche,transport"},
        /* A whole need in one argument: no place has "format:" in its name. */
        {"in:Falkirk format:group", "in:Falkirk format:group"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct need *need = need_new();
        struct need_error error = {0};
        if (!need_add(need, setting_of(state), cases[i].typed, &error))
            fail_msg("%s: %s", cases[i].typed, error.sentence);
        check_line(need, cases[i].typed, cases[i].line);
        need_free(need);
    }
}

static void mistakes_are_told(void **state)
{
    static const struct {
        const char *typed;
        const char *sentence;
        const char *meant[3];
        size_t at;
        size_t length;
    } cases[] = {
        {"in:Falkrik", "unknown place \"Falkrik\"; did you mean Falkirk?", {"in:Falkirk"}, 3, 7},
        {"who:mother -in:Falkrik", "unknown place \"Falkrik\"; did you mean Falkirk?", {"-in:Falkirk"}, 15, 7},
        {"in:\"Scotish Borders\"", "unknown place \"Scotish Borders\"; did you mean \"Scottish Borders\"?", {"in:\"Scottish Borders\""}, 4, 15},
        {"in:ZZ99 9ZZ", NULL, {NULL}, 3, 4},
        {"fromat:group", "unknown word \"fromat\" before the colon; did you mean format:group?", {"format:group"}, 0, 6},
        {"-fromat:group", NULL, {"-format:group"}, 1, 6},
        {"note:this", "unknown word \"note\" before the colon; to look for the words themselves, put them in quotes", {NULL}, 0, 4},
        {"format:gruop", "unknown word \"gruop\" after format:; did you mean group?", {"format:group"}, 7, 5},
        {"about:creche", NULL, {"with:creche"}, 6, 6},
        {"with:urdu", NULL, {"language:urdu"}, 5, 4},
        {"in:\"ZZ99 9ZZ\"", "no place is known for the postcode \"ZZ99\"", {NULL}, 4, 8},
        {"in:online", NULL, {"format:online"}, 3, 6},
        {"in:", "in: needs something after it, such as in:Falkirk", {NULL}, 0, 3},
        {"in: who:mother", "in: needs something after it, such as in:Falkirk", {NULL}, 0, 3},
        {"format:,", NULL, {NULL}, 0, 8},
        {"pregnant:43", NULL, {NULL}, 9, 2},
        {"pregnant:50", NULL, {NULL}, 9, 2},
        {"pregnant:20+7", NULL, {NULL}, 9, 4},
        {"pregnant:-3", NULL, {NULL}, 9, 2},
        {"pregnant:20.5", NULL, {NULL}, 9, 4},
        {"pregnant:soon", NULL, {NULL}, 9, 4},
        {"child:30y", "a child's age can be up to 17 years, so \"30y\" is too much", {NULL}, 6, 3},
        {"child:14", "\"14\" could be weeks, months or years; did you mean 14w, 14m or 14y?", {"child:14w", "child:14m", "child:14y"}, 6, 2},
        {"child:old", NULL, {NULL}, 6, 3},
        {"due:2027-08-31", "31 August 2027 is more than 40 weeks from now", {NULL}, 4, 10},
        {"due:2026-11-01", "1 November 2026 is more than 3 weeks ago; once the baby is here, write born: and the date", {NULL}, 4, 10},
        {"due:2027-02-30", NULL, {NULL}, 4, 10},
        {"due:2027", NULL, {NULL}, 4, 4},
        {"born:2026-11-24", "24 November 2026 has not come yet; before the birth, write due: and the date", {NULL}, 5, 10},
        {"born:2001-01-01", NULL, {NULL}, 5, 10},
        {"born:99999999999999999999", NULL, {NULL}, 5, 20},
        {"age:7", NULL, {NULL}, 4, 1},
        {"age:seventeen", NULL, {NULL}, 4, 9},
        {"near:5", "\"5\" could be miles or kilometres; did you mean 5mi or 5km?", {"near:5mi", "near:5km"}, 5, 1},
        {"near:far", NULL, {NULL}, 5, 3},
        {"near:0mi", NULL, {NULL}, 5, 3},
        {"checked:soon", NULL, {NULL}, 8, 4},
        {"day:tuseday", NULL, {"day:tue"}, 4, 7},
        {"time:noonish", NULL, {"time:morning"}, 5, 7},
        {"after:work", NULL, {"after:loss"}, 6, 4},
        {"only:mothers", NULL, {"who:mother"}, 5, 7},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct need *need = sample_need(((struct sample *)*state)->matcher, "knit");
        struct need_error error = {0};
        if (need_parse(need, setting_of(state), cases[i].typed, &error))
            fail_msg("%s is understood", cases[i].typed);
        assert_non_null(error.sentence);
        if (cases[i].sentence && strcmp(error.sentence, cases[i].sentence) != 0)
            fail_msg("%s: %s", cases[i].typed, error.sentence);
        for (size_t j = 0; j < 3 && cases[i].meant[j]; j++) {
            if (!error.meant[j] || strcmp(error.meant[j], cases[i].meant[j]) != 0)
                fail_msg("%s: did you mean %s", cases[i].typed, error.meant[j] ? error.meant[j] : "nothing");
        }
        if (error.at != cases[i].at || error.length != cases[i].length)
            fail_msg("%s: at %zu, %zu long", cases[i].typed, error.at, error.length);
        for (size_t j = 0; j < 3 && error.meant[j]; j++) {
            struct need *meant = need_new();
            if (!need_parse(meant, setting_of(state), error.meant[j], NULL))
                fail_msg("%s: what is meant is not understood: %s", cases[i].typed, error.meant[j]);
            need_free(meant);
        }
        check_line(need, cases[i].typed, "knit"); /* and the need is as it was */
        need_error_free(&error);
        need_free(need);
    }
}

/* No more of a postcode than its outward part is said back. */
static void a_postcode_is_not_kept(void **state)
{
    struct need *need = sample_need(((struct sample *)*state)->matcher, "in:\"FK1 1AA\"");
    struct buffer out = {0};
    need_line(&out, need);
    need_term_words(&out, setting_of(state), need_at(need, 0));
    assert_string_equal(buffer_text(&out), "in:FK1FK1");
    buffer_free(&out);
    need_free(need);
    struct need_error error = {0};
    struct need *wrong = need_new();
    assert_false(need_parse(wrong, setting_of(state), "in:\"ZZ99 9ZZ\"", &error));
    assert_non_null(strstr(error.sentence, "ZZ99"));
    assert_null(strstr(error.sentence, "9ZZ"));
    need_error_free(&error);
    need_free(wrong);
}

static void values_mean_what_they_say(void **state)
{
    struct need *need = sample_need(((struct sample *)*state)->matcher,
                                    "in:FK1 pregnant:20+3 child:14m child:6w due:2027-03-01 born:2026-07-04 near:10km checked:2y day:sun time:evening");
    assert_string_equal(need_at(need, 0)->values[0].where.outcode, "FK1");
    assert_int_equal(need_place(need), need_at(need, 0)->values[0].where.place);
    assert_true(need_at(need, 1)->values[0].moment.pregnant);
    assert_int_equal(need_at(need, 1)->values[0].moment.days, 143);
    assert_int_equal(need_at(need, 2)->values[0].moment.months, 14);
    assert_int_equal(need_at(need, 3)->values[0].moment.days, 42);
    assert_int_equal(need_at(need, 3)->values[0].moment.months, 1);
    assert_int_equal(need_at(need, 4)->values[0].moment.days, 280 - 98);
    assert_int_equal(need_at(need, 5)->values[0].moment.days, 142);
    assert_int_equal(need_at(need, 5)->values[0].moment.months, 4);
    assert_true(need_at(need, 6)->values[0].miles > 6.2 && need_at(need, 6)->values[0].miles < 6.3);
    assert_int_equal(need_at(need, 7)->values[0].number, 24);
    assert_int_equal(need_at(need, 8)->values[0].number, 6);
    assert_int_equal(need_at(need, 9)->values[0].number, 2);
    need_free(need);
}

/* Whatever is typed is understood or told, never worse; and what is understood gives itself again. */
static void hostile_lines(void **state)
{
    static const char *const pieces[] = {"in:", "-", "\"", ",", " ", "format:", "group", "Falkirk", "scottish borders", "pregnant:", "20", "+", "child:14m", "\xff",
                                         "\xe2\x80\xae", "\x1b[31m", "é", "with:creche", ":", "due:", "2027-03-01", "\\", "\t", "who:mum", "near:", "5mi", "%s%n",
                                         "\xf0\x9f\x91\xb6", "ZZ99 9ZZ", "FK1 1AA", "after:loss", "only:", "99999999999999999999", "ﬁ", "日本語"};
    uint32_t random = 12345;
    for (size_t round = 0; round < 4000; round++) {
        struct buffer line = {0};
        size_t count = 1 + round % 9;
        for (size_t i = 0; i < count; i++) {
            random = random * 1664525u + 1013904223u;
            buffer_add_text(&line, pieces[(random >> 16) % (sizeof pieces / sizeof *pieces)]);
        }
        struct need *need = need_new();
        struct need_error error = {0};
        bool argument = round % 2 == 0;
        bool understood = argument ? need_add(need, setting_of(state), buffer_text(&line), &error) : need_parse(need, setting_of(state), buffer_text(&line), &error);
        if (understood) {
            struct buffer first = {0};
            struct buffer second = {0};
            struct need *again = need_new();
            need_line(&first, need);
            if (!need_parse(again, setting_of(state), buffer_text(&first), NULL))
                fail_msg("%s gave %s", buffer_text(&line), buffer_text(&first));
            need_line(&second, again);
            assert_string_equal(buffer_text(&first), buffer_text(&second));
            assert_null(strchr(buffer_text(&first), '\x1b'));
            need_free(again);
            buffer_free(&first);
            buffer_free(&second);
        } else {
            assert_non_null(error.sentence);
            assert_true(error.at + error.length <= line.length);
            assert_null(strchr(error.sentence, '\x1b'));
            assert_int_equal(need_count(need), 0);
        }
        struct completions made = need_complete(setting_of(state), buffer_text(&line), round % (line.length + 2), 10);
        assert_true(made.from <= made.to && made.to <= line.length);
        completions_free(&made);
        need_error_free(&error);
        need_free(need);
        buffer_free(&line);
    }
}

static void long_lines(void **state)
{
    static const char *const pieces[] = {"a ", "in:a", "in:Falkirk ", ",", "\"", "format:group,", "-", "scottish borders ", "é", "in:Falkirk,"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct buffer line = {0};
        while (line.length < 20000)
            buffer_add_text(&line, pieces[i]);
        struct need *need = need_new();
        struct need_error error = {0};
        bool understood = need_parse(need, setting_of(state), buffer_text(&line), &error);
        assert_true(understood || error.sentence != NULL);
        assert_true(need_count(need) <= 64);
        need_error_free(&error);
        struct buffer keyed = {0};
        buffer_add_text(&keyed, "in:");
        buffer_add_text(&keyed, buffer_text(&line));
        understood = need_add(need, setting_of(state), buffer_text(&keyed), &error);
        assert_true(understood || error.sentence != NULL);
        need_error_free(&error);
        need_free(need);
        buffer_free(&keyed);
        buffer_free(&line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_understood), cmocka_unit_test(arguments_are_one_term), cmocka_unit_test(mistakes_are_told),
        cmocka_unit_test(a_postcode_is_not_kept), cmocka_unit_test(values_mean_what_they_say),
        cmocka_unit_test(hostile_lines), cmocka_unit_test(long_lines),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* Where: what serves a place, what may, how it is said; near misses; distances to where it meets. MATCHING.md, "Place", "Near" and "Verdicts". */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "match_sample.h"

static void areas_that_serve(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"areas=Falkirk", "in:Falkirk", "in", "yes", "Covers Falkirk."},
        {"areas=Falkirk|Stirling", "in:falkirk", "in", "yes", "Covers Falkirk."},
        {"areas=Forth Valley", "in:Falkirk", "in", "yes", "Covers Falkirk (Forth Valley)."},
        {"areas=Scotland", "in:Falkirk", "in", "yes", "Covers all of Scotland."},
        {"areas=United Kingdom", "in:Falkirk", "in", "yes", "Covers all of the United Kingdom."},
        {"areas=Renfrewshire", "in:Paisley", "in", "yes", "Covers Paisley, in Renfrewshire."},
        {"areas=Greater Glasgow and Clyde", "in:Paisley", "in", "yes", "Covers Paisley (Greater Glasgow and Clyde)."},
        {"areas=Paisley", "in:Renfrewshire", "in", "yes", "Covers Paisley, in Renfrewshire."},
        {"areas=Falkirk", "in:Scotland", "in", "yes", "Covers Falkirk, in Scotland."},
        {"areas=Falkirk|Stirling|Exeter", "in:Scotland", "in", "yes", "Covers Falkirk and 1 more area, in Scotland."},
        {"areas=Forth Valley", "in:\"Central Scotland\"", "in", "yes", "Covers Forth Valley, part of which is in Central Scotland."},
        {"areas=Scotland|Falkirk", "in:Falkirk", "in", "yes", "Covers Falkirk."},
        {"areas=Falkirk", "in:FK1", "in", "yes", "Covers Falkirk."},
        {"areas=Falkirk", "in:\"fk1 1aa\"", "in", "yes", "Covers Falkirk."},
        {"areas=Exeter", "in:Falkirk", "in", "no", NULL},
        {"areas=England", "in:Falkirk", "in", "no", "Covers England."},
        {"areas=Johnstone", "in:Paisley", "in", "no", NULL},
        {"areas=City of Edinburgh", "in:Falkirk", "in", "no", "Covers City of Edinburgh, about 21 miles away."},
        {"areas=City of Edinburgh|Scottish Borders", "in:Falkirk", "in", "no", "Covers City of Edinburgh and 1 more area, about 21 miles away."},
    };
    CHECK_RULES(rules);
}

static void areas_that_may(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"areas_maybe=Scotland", "in:Falkirk", "in", "ask", "Covers parts of Scotland: does it cover Falkirk?"},
        {"areas_maybe=Scotland", "in:Scotland", "in", "ask", "Covers parts of Scotland: ask."},
        {"areas_maybe=Falkirk", "in:Scotland", "in", "ask", "Covers parts of Falkirk: ask."},
        {"areas_maybe=United Kingdom", "in:Falkirk", "in", "ask", "Covers parts of the United Kingdom: does it cover Falkirk?"},
        {"areas_maybe=Scotland", "in:Exeter", "in", "no", "Covers Scotland."},
        {"areas=Scotland\nareas_maybe=United Kingdom", "in:Falkirk", "in", "yes", NULL},
        {"areas=Scotland\nareas_maybe=United Kingdom", "in:Exeter", "in", "ask", NULL},
        {"who=mothers", "in:Falkirk", "in", "ask", "Does not say where: ask."},
        {"areas=not stated", "in:Falkirk", "in", "ask", NULL},
        /* A postcode of a county of two tiers: in which of its councils it lies is not known. */
        {"areas=Exeter", "in:EX31", "in", "ask", "Covers Exeter, part of Devon: does it cover EX31?"},
        {"areas=Exeter", "in:Devon", "in", "yes", NULL},
        {"areas=Exeter|Falkirk", "in:EX31", "in", "ask", NULL},
        {"areas=Devon", "in:EX31", "in", "yes", "Covers Devon."},
        {"areas=South West", "in:EX31", "in", "yes", "Covers Devon (South West)."},
        {"areas=Exeter|Devon", "in:EX31", "in", "yes", NULL},
        {"areas=Exeter\nareas_maybe=England", "in:EX31", "in", "ask", NULL},
        {"areas=Renfrewshire", "in:PA1", "in", "yes", NULL},
        {"areas=Paisley", "in:PA1", "in", "yes", NULL},
    };
    CHECK_RULES(rules);
}

static void alternatives_and_denial(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"areas=Falkirk", "in:Stirling,Falkirk", "in", "yes", "Covers Falkirk."},
        {"areas=Exeter", "in:Stirling,Falkirk", "in", "no", NULL},
        {"areas=Falkirk", "-in:Falkirk", "in", "no", "Covers Falkirk."},
        {"areas=Falkirk", "-in:Stirling", "in", "yes", NULL},
        {"who=mothers", "-in:Stirling", "in", "ask", NULL},
    };
    CHECK_RULES(rules);
}

static enum verdict verdict_of(const char *lines, const char *line)
{
    struct sample sample = sample_new();
    sample_offer(&sample, "one", lines);
    sample_finish(&sample);
    struct need *need = sample_need(sample.matcher, line);
    struct answer_list list = matcher_answer(sample.matcher, need, VERDICTS_ALL);
    assert_int_equal(list.count, 1);
    enum verdict verdict = list.items[0].verdict;
    struct reasons reasons = matcher_explain(sample.matcher, need, 0, sample.arena);
    assert_int_equal(reasons.verdict, verdict);
    answer_list_free(&list);
    need_free(need);
    sample_free(&sample);
    return verdict;
}

static void a_failing_place_is_near_within_thirty_miles(void **state)
{
    (void)state;
    static const struct {
        const char *offer;
        const char *need;
        enum verdict verdict;
    } cases[] = {
        {"areas=City of Edinburgh\nformats=group", "in:Falkirk", VERDICT_NEAR},
        {"areas=Lothian\nformats=group", "in:Falkirk", VERDICT_NEAR}, /* by its council, not by its middle */
        {"areas=Scottish Borders\nformats=group", "in:Falkirk", VERDICT_NO},
        {"areas=Scottish Borders|City of Edinburgh\nformats=group", "in:Falkirk", VERDICT_NEAR},
        {"areas_maybe=City of Edinburgh\nformats=group", "in:Falkirk", VERDICT_NEAR},
        {"areas=City of Edinburgh\nformats=online", "in:Falkirk", VERDICT_NO},
        {"areas=City of Edinburgh\nformats=phone", "in:Falkirk", VERDICT_NO},
        {"areas=City of Edinburgh\nformats=group|online", "in:Falkirk", VERDICT_NO},
        {"areas=City of Edinburgh\nformats=group", "in:Falkirk format:one-to-one", VERDICT_NO}, /* two that fail */
        {"areas=City of Edinburgh\nformats=group", "in:Falkirk,Exeter", VERDICT_NEAR},
        {"areas=City of Edinburgh\nformats=group", "in:Exeter", VERDICT_NO},
        {"areas=City of Edinburgh\nformats=group", "in:\"Forth Valley\"", VERDICT_NEAR},
        {"areas=Falkirk\nformats=online", "in:Falkirk format:group", VERDICT_NEAR}, /* what fails is not the place */
        {"areas=England\nformats=online", "in:Falkirk", VERDICT_NO},
        {"areas=City of Edinburgh\nformats=group\nwith=after-loss", "in:Falkirk after:loss", VERDICT_NO},
        {"areas=Falkirk\nformats=group\nwith=after-loss", "in:Falkirk format:online after:loss", VERDICT_NO},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum verdict verdict = verdict_of(cases[i].offer, cases[i].need);
        if (verdict != cases[i].verdict)
            fail_msg("[%s] %s: %s", cases[i].offer, cases[i].need, verdict_word(verdict));
    }
}

static void distances_to_where_it_meets(void **state)
{
    (void)state;
    static const struct rule rules[] = {
        {"areas=Scotland\nmeets_place=Hall\nmeets_latitude=56.0\nmeets_longitude=-3.70", "in:Falkirk near:5mi", "near", "yes", "Meets about 3 miles from Falkirk."},
        {"areas=Scotland\nmeets_place=Hall\nmeets_latitude=56.0\nmeets_longitude=-3.70", "in:Falkirk near:3mi", "near", "no", NULL},
        {"areas=Scotland\nmeets_place=Hall\nmeets_latitude=56.0\nmeets_longitude=-3.70", "in:Falkirk near:5.1km", "near", "yes", NULL},
        {"areas=Scotland\nmeets_place=Hall\nmeets_latitude=56.0\nmeets_longitude=-3.78", "in:FK1 near:5mi", "near", "yes", "Meets less than a mile from FK1."},
        {"areas=Scotland\nmeets_place=Hall", "in:Falkirk near:5mi", "near", "ask", "Does not say where it meets: ask."},
        {"areas=Scotland", "in:Falkirk near:5mi", "near", "ask", NULL},
        {"areas=Scotland\nformats=online", "in:Falkirk near:5mi", "near", "yes", "You do not have to travel."},
        {"areas=Scotland\nformats=phone", "in:Falkirk near:5mi", "near", "yes", NULL},
        {"areas=Scotland\nmeets_place=Hall\nmeets_latitude=56.0\nmeets_longitude=-3.70", "near:5mi", "near", "ask", NULL},
        /* A hidden place is not given away by how far it is. */
        {"areas=Scotland\nmeets_place=Refuge\nmeets_latitude=56.0\nmeets_longitude=-3.70\nmeets_hidden=yes", "in:Falkirk near:5mi", "near", "ask", NULL},
        {"areas=Scotland\nmeets_place=Refuge\nmeets_latitude=56.0\nmeets_longitude=-3.70\nmeets_hidden=yes", "in:Falkirk near:1mi", "near", "ask", NULL},
    };
    CHECK_RULES(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas_that_serve), cmocka_unit_test(areas_that_may), cmocka_unit_test(alternatives_and_denial),
        cmocka_unit_test(a_failing_place_is_near_within_thirty_miles), cmocka_unit_test(distances_to_where_it_meets),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* When little fits: which term to drop, and what else to try. MATCHING.md, "Explanations". */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "match_sample.h"

/* More that suit come before more to ask. */
static void drops_that_suit_come_first(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    sample_offer(&sample, "a", "areas=Exeter\nformats=group");
    sample_offer(&sample, "b", "areas=Falkirk\nformats=online\nstatus=unknown");
    sample_offer(&sample, "c", "areas=Falkirk\nformats=online\nstatus=unknown");
    sample_finish(&sample);
    struct need *need = sample_need(sample.matcher, "format:group in:Falkirk");
    struct drop found[4];
    assert_int_equal(matcher_drops(sample.matcher, need, found, 4), 2);
    assert_int_equal(need_at(need, found[0].term)->key, KEY_IN);
    assert_int_equal(found[0].suits, 1);
    assert_int_equal(found[1].ask, 2);
    need_free(need);
    sample_free(&sample);
}

static void drops(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    sample_offer(&sample, "a", "areas=Falkirk\nformats=group\nwithout=creche");
    sample_offer(&sample, "b", "areas=Falkirk\nformats=group\nwithout=creche");
    sample_offer(&sample, "c", "areas=Falkirk\nformats=online\nwith=creche");
    sample_offer(&sample, "d", "areas=Falkirk\nwithout=creche");
    sample_offer(&sample, "e", "areas=Falkirk\nformats=group\nwithout=creche\nstatus=ending");
    sample_finish(&sample);
    struct need *need = sample_need(sample.matcher, "in:Falkirk format:group with:creche who:mother");
    struct drop found[4];
    assert_int_equal(matcher_drops(sample.matcher, need, found, 4), 2);
    assert_int_equal(need_at(need, found[0].term)->key, KEY_WITH);
    assert_int_equal(found[0].suits, 2);
    assert_int_equal(found[0].ask, 1);
    assert_int_equal(found[0].ending, 1);
    assert_int_equal(need_at(need, found[1].term)->key, KEY_FORMAT);
    assert_int_equal(found[1].suits, 1);
    assert_int_equal(matcher_drops(sample.matcher, need, found, 1), 1);
    assert_int_equal(need_at(need, found[0].term)->key, KEY_WITH);
    need_free(need);
    need = sample_need(sample.matcher, "in:Exeter format:online with:transport after:loss");
    assert_int_equal(matcher_drops(sample.matcher, need, found, 4), 0);
    need_free(need);
    sample_free(&sample);
}

static void also_words(struct sample *sample, const char *line, const char *expected)
{
    uint32_t offers[8];
    struct buffer out = {0};
    struct need *need = sample_need(sample->matcher, line);
    size_t count = matcher_also(sample->matcher, need, offers, 8);
    for (size_t i = 0; i < count; i++)
        buffer_format(&out, "%s ", offer_name(&sample->bench.catalogue->offers[offers[i]]));
    if (strcmp(buffer_text(&out), expected) != 0)
        fail_msg("%s: %s, not %s", line, buffer_text(&out), expected);
    need_free(need);
    buffer_free(&out);
}

static void what_else_to_try(void **state)
{
    (void)state;
    struct sample sample = sample_new();
    sample_offer(&sample, "map", "kind=directory\nareas=England");
    sample_offer(&sample, "list", "kind=directory");
    sample_offer(&sample, "old", "kind=directory\nstatus=closed");
    sample_offer(&sample, "loss", "kind=related\nabout=baby-loss\nareas=Scotland");
    sample_offer(&sample, "young", "kind=related\nfor=young-parents");
    sample_offer(&sample, "answer", "areas=Scotland");
    sample_offer(&sample, "dads", "kind=directory\nareas=Scotland\nwho=fathers");
    sample_finish(&sample);
    also_words(&sample, "", "dads map list ");
    also_words(&sample, "in:Falkirk", "dads list ");
    also_words(&sample, "in:Exeter", "map list ");
    also_words(&sample, "in:Falkirk about:baby-loss", "loss dads list ");
    also_words(&sample, "in:Exeter about:baby-loss", "map list ");
    also_words(&sample, "in:Falkirk only:young-parents", "young dads list ");
    also_words(&sample, "in:Falkirk for:young-parents about:anxiety", "young dads list ");
    also_words(&sample, "in:Falkirk -about:baby-loss", "dads list ");
    also_words(&sample, "in:Falkirk who:father", "dads list ");
    also_words(&sample, "in:Falkirk who:mother", "list ");
    sample_free(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drops_that_suit_come_first), cmocka_unit_test(drops), cmocka_unit_test(what_else_to_try),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Lists of Open Referral as councils have them: what is read, what is left out and where, and what a broken entry costs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "loading.h"
#include "read/open_referral_text.h"

/* What a list of that name and text becomes: "services offers left_out", then each problem that is no advice. */
static void check_list(const char *name, const char *text, const char *expected)
{
    const char *path = folder_put_text(&folder, name, text);
    struct load_request request = request_of(&path, 1);
    request.allow_empty = true;
    struct loaded loaded = load(&request);
    assert_non_null(loaded.catalogue);
    problems_sort(loaded.problems);
    struct buffer out = {0};
    buffer_format(&out, "%zu %zu %zu\n", loaded.catalogue->service_count, loaded.catalogue->offer_count, loaded.catalogue->left_out);
    for (size_t i = 0; i < problems_count(loaded.problems); i++) {
        const struct problem *problem = problems_at(loaded.problems, i);
        if (problem->level != PROBLEM_ADVICE)
            buffer_format(&out, "%u:%u %s\n", problem->where.line, problem->where.column, problem->name);
    }
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
    loaded_free(&loaded);
}

#define SERVICE(id, name, more) "{\"id\": \"" id "\", \"name\": \"" name "\", \"status\": \"active\"" more "}"

static void test_shapes(void **state)
{
    (void)state;
    check_list("one.json", SERVICE("a", "One", ""), "1 1 0\n");
    check_list("page.json", "{\"total_items\": 2, \"contents\": [" SERVICE("a", "One", "") ", " SERVICE("b", "Two", "") "]}", "2 2 0\n");
    check_list("old.json", "{\"number\": 1, \"content\": [" SERVICE("a", "One", "") "]}", "1 1 0\n");
    check_list("list.json", "[" SERVICE("a", "One", "") ",\n" SERVICE("b", "Two", "") "]", "2 2 0\n");
    check_list("lines.jsonl", SERVICE("a", "One", "") "\n" SERVICE("b", "Two", "") "\r\n\n" SERVICE("c", "Three", ""), "3 3 0\n");
    check_list("organisation.json", "{\"id\": \"o\", \"name\": \"Juno\", \"services\": [" SERVICE("a", "One", "") "]}", "1 1 0\n");
    check_list("at.json", "{\"id\": \"x\", \"location\": {\"name\": \"Hall\"}, \"service\": " SERVICE("a", "One", "") "}", "1 1 0\n");
    check_list("noname", "{\"contents\": [" SERVICE("a", "One", "") "]}", "1 1 0\n");
    check_list("empty.json", "{\"contents\": []}", "0 0 0\n");
}

static void test_one_bad_entry_costs_no_other(void **state)
{
    (void)state;
    check_list("lines.jsonl", SERVICE("a", "One", "") "\n{\"id\": \"b\", \"name\": \"Tw\n" SERVICE("c", "Three", ""), "2 2 1\n2:1 json-open\n");
    check_list("broken.json", "[\n  {\"id\": \"a\", \"name\": \"One\",\n   \"fees\": nothing},\n  " SERVICE("b", "Two", "") "\n]", "1 1 1\n3:18 no-json\n");
    check_list("open.json", "[\n  {\"id\": \"a\", \"name\": \"One\", \"x\": [1},\n  " SERVICE("b", "Two", "") "\n]", "1 1 1\n2:3 json-open\n");
    check_list("cut.json", "{\"contents\": [\n  " SERVICE("a", "One", "") ",\n  {\"id\": \"b\", \"na", "1 1 1\n3:3 json-open\n");
    check_list("twice.json", "[" SERVICE("a", "One", "") ", " SERVICE("a", "Two", "") "]", "1 1 1\n1:57 duplicate-id\n");
    check_list("key.json", "[{\"id\": \"a\", \"name\": \"One\", \"name\": \"Two\"}, " SERVICE("b", "Two", "") "]", "1 1 1\n1:35 duplicate-key\n");
    check_list("kinds.json", "[1, \"two\", {\"id\": \"o\", \"name\": \"Juno\", \"website\": \"x\"}, " SERVICE("b", "Two", "") "]",
               "1 1 3\n1:2 not-a-service\n1:5 not-a-service\n1:12 not-a-service\n");
    check_list("utf8.json", "[" SERVICE("a", "Caf\xe9", "") "]", "1 1 0\n1:26 broken-text\n");
}

static void test_too_deep(void **state)
{
    (void)state;
    struct buffer deep = {0};
    buffer_add_text(&deep, "[{\"id\": \"a\", \"name\": \"One\", \"status\": ");
    for (int i = 0; i < 100000; i++)
        buffer_add_byte(&deep, '[');
    for (int i = 0; i < 100000; i++)
        buffer_add_byte(&deep, ']');
    buffer_add_text(&deep, "}, " SERVICE("b", "Two", "") "]");
    check_list("deep.json", buffer_text(&deep), "1 1 1\n1:2 too-deep\n");
    buffer_free(&deep);
}

static void test_real_lists(void **state)
{
    (void)state;
    const char *path = folder_put_text(
        &folder, "real.json",
        "{\"content\": [{\"id\": 12, \"name\": \"Mums &amp; more\", \"status\": \"temporarily closed\",\n"
        "\"description\": \"<p>Peer support for <b>mums</b>.</p><ul><li>Ring 01324 555012</li></ul>\",\n"
        "\"organisation\": {\"id\": 1, \"name\": \"Juno\", \"url\": \"https://juno.example.org\"},\n"
        "\"service_areas\": [{\"service_area\": \"Falkirk and Stirling\"}],\n"
        "\"locations\": [{\"name\": \"Hall\", \"address_1\": \" High Street\", \"city\": \"Falkirk\", \"postal_code\": \"FK1 1AA\",\n"
        " \"geometry\": {\"coordinates\": [-3.78, 56.0]}, \"mask_exact_address\": true}],\n"
        "\"regular_schedules\": [{\"weekday\": \"Monday\", \"opens_at\": \"10:00\", \"closes_at\": \"11:30\"}], \"min_age\": 5,\n"
        "\"assured_date\": \"2024-05-01T00:00:00Z\", \"languages\": [{\"language\": \"Polish\"}, {\"language\": \"Elvish\"}]},\n"
        "{\"name\": \"Mums &amp; more\", \"status\": \"active\", \"email\": 7,\n"
        "\"service_areas\": [{\"name\": \"Falkirk\"}, {\"name\": \"wherever you are\"}]}]}");
    struct loaded loaded = load_path(path);
    assert_non_null(loaded.catalogue);
    struct buffer out = {0};
    problems_sort(loaded.problems);
    assert_ids(&loaded, "12 mums-and-more ");
    const struct offer *offer = &loaded.catalogue->offers[0];
    assert_string_equal(offer_name(offer), "Mums & more");
    assert_string_equal(offer_text(offer, FIELD_SUMMARY), "Peer support for mums.\n- Ring 01324 555012");
    assert_string_equal(offer_text(offer, FIELD_PHONE), "01324 555012");
    assert_string_equal(offer_text(offer, FIELD_PROVIDER), "Juno");
    assert_string_equal(offer_text(offer, FIELD_WEB), "https://juno.example.org");
    assert_string_equal(offer_text(offer, FIELD_STATUS_NOTE), "temporarily closed");
    assert_int_equal(offer->status, STATUS_CLOSED);
    assert_int_equal(offer->kind, KIND_PEER_SUPPORT);
    assert_int_equal(offer->areas.count, 2);
    assert_int_equal(offer->languages.count, 1);
    assert_int_equal(offer->checked.year, 2024);
    assert_int_equal(offer->meeting_count, 1);
    assert_true(offer->meetings[0].hidden);
    assert_string_equal(offer->meetings[0].address, "High Street, Falkirk");
    assert_int_equal(offer->session_count, 1);
    assert_string_equal(offer->sessions[0].words, "every Monday 10:00-11:30");
    assert_int_equal(offer->stage.from.unit, STAGE_NOT_STATED);
    assert_int_equal(loaded.catalogue->offers[1].kind, KIND_RELATED);
    assert_false(loaded.catalogue->offers[1].areas.stated);
    problems_text(&out, loaded.problems);
    assert_string_equal(buffer_text(&out),
                        "1:1 open-referral\n1:1 kind-not-said\n1:1 not-read\n2:16 phone-from-text\n8:92 language-not-known\n9:10 id-from-name\n"
                        "9:58 wrong-type\n10:49 area-not-known\n");
    buffer_free(&out);
    loaded_free(&loaded);
}

static void test_plain_text(void **state)
{
    (void)state;
    static const struct {
        const char *html;
        const char *plain;
    } cases[] = {
        {"under < 5, B&B, a <b", "under < 5, B&B, a <b"},
        {"<p>One</p><p>Two&nbsp;&#8211; &#x2013;</p>", "One\nTwo \xe2\x80\x93 \xe2\x80\x93"},
        {"a<br/>b<script>alert('x')</script>c<!-- no -->d", "a\nbcd"},
        {"<a href=\"https://x.example\">here</a>", "here"},
        {"&unknown; &; & &#xZZ;", "&unknown; &; & &#xZZ;"},
        {"<script>never closed", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer out = {0};
        plain_from_html(&out, cases[i].html, strlen(cases[i].html));
        assert_string_equal(buffer_text(&out), cases[i].plain);
        buffer_free(&out);
    }
}

static void test_phones(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *phone;
    } cases[] = {
        {"Call 01632 960001 today", "01632 960001"},       {"(+44 1632 960001)", "+44 1632 960001"},
        {"room 0123, code 01-02-2020", NULL},              {"https://x.example/01632960001", NULL},
        {"0131 496 0000/0131 496 0001", "0131 496 0000"},  {"07700 900123.", "07700 900123"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t start = 0;
        size_t length = 0;
        bool found = phone_in_text(cases[i].text, strlen(cases[i].text), &start, &length);
        assert_int_equal(found, cases[i].phone != NULL);
        if (found) {
            assert_int_equal(length, strlen(cases[i].phone));
            assert_memory_equal(cases[i].text + start, cases[i].phone, length);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_shapes, need_data),   cmocka_unit_test_setup(test_one_bad_entry_costs_no_other, need_data),
        cmocka_unit_test_setup(test_too_deep, need_data), cmocka_unit_test_setup(test_real_lists, need_data),
        cmocka_unit_test(test_plain_text),                cmocka_unit_test(test_phones),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

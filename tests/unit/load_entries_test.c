/* What files say: the same from YAML and from CSV, and what is wrong with it is told where it stands. */
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

static void test_urgent_help(void **state)
{
    (void)state;
    struct loaded loaded = load_path(data_file("services.yaml"));
    const struct urgent_help *help = loaded.catalogue->urgent;
    for (size_t i = 0; i < help->count; i++) {
        const struct urgent_line *line = &help->lines[i];
        assert_true(line->id[0] != '\0' && line->name[0] != '\0' && line->say[0] != '\0' && line->short_words[0] != '\0');
        assert_true(line->nation_count > 0 && line->source_count > 0);
        assert_true(i == 0 || help->lines[i - 1].order <= line->order);
    }
    assert_string_equal(help->lines[0].phone, "999");
    assert_non_null(help->owner);
    assert_int_equal(help->owner[strlen(help->owner) - 1], '.');
    loaded_free(&loaded);
}

/* The same catalogue in both formats. */
static const char yaml[] =
    "catalogue:\n  title: Both\nservices:\n"
    "  - id: juno\n    name: Juno\n    provider: \"Juno, the charity\"\n    summary: \"Line one.\\nLine \\\"two\\\".\"\n    who: mothers\n"
    "    areas: [Fife, City of Edinburgh]\n    stage: {from: pregnancy, to: 2 years}\n    status: running\n    checked: 2020-05\n"
    "    contact: {phone: \"+44 1632 960001\", web: \"https://juno.example.org\"}\n"
    "    offers:\n"
    "      - {id: befriending, name: Juno befriending, formats: one-to-one}\n"
    "      - id: groups\n        name: Juno groups\n        formats: group\n        with: [drop-in, creche]\n        languages: none\n"
    "        when: [\"every Tuesday 10:00-11:30; except 25 December 2026\", \"first Saturday of the month 14:00\"]\n"
    "        meets: [{place: Paisley, postcode: PA1 1JG}, {place: Kirkcaldy, hidden: yes}]\n"
    "  - id: dads\n    name: \"=Dads @ Leith\"\n    who: fathers\n    areas_maybe: Scotland\n    parent_age: {from: 16, to: 25}\n"
    "    about_only: yes\n    about: anxiety\n    x_own: -1\n    lang: {cy: {summary: Helo}}\n";

static const char csv[] =
    "service;name;provider;summary;who;areas;stage_from;stage_to;status;checked;phone;web;offer;offer_name;formats;with;languages;when;"
    "meets_place;meets_postcode;meets_hidden;areas_maybe;parent_age_from;parent_age_to;about_only;about;x_own;lang_cy_summary\r\n"
    "juno;Juno;Juno, the charity;\"Line one.\nLine \"\"two\"\".\";mothers;\"Fife; City of Edinburgh\";pregnancy;2 years;running;2020-05;"
    "'+44 1632 960001;https://juno.example.org;befriending;Juno befriending;one-to-one;;;;;;;;;;;;;\r\n"
    "juno;;;;;;;;;;;;groups;Juno groups;group;\"drop-in; creche\";none;\"every Tuesday 10:00-11:30; except 25 December 2026; first Saturday of the month 14:00\";"
    "\"Paisley; Kirkcaldy\";PA1 1JG;\"no; yes\";;;;;;;\r\n"
    "dads;'=Dads @ Leith;;;fathers;;;;;;;;;;;;;;;;;Scotland;16;25;yes;anxiety;'-1;Helo\r\n";

static void test_yaml_and_csv_say_the_same(void **state)
{
    (void)state;
    struct loaded left = load_path(folder_put_text(&folder, "same.yaml", yaml));
    struct loaded right = load_path(folder_put_text(&folder, "same.csv", csv));
    assert_problems(&left, "");
    assert_problems(&right, "");
    assert_ids(&left, "juno dads ");
    struct buffer left_text = {0};
    struct buffer right_text = {0};
    catalogue_text_of(&left_text, left.catalogue);
    catalogue_text_of(&right_text, right.catalogue);
    assert_string_equal(buffer_text(&left_text), buffer_text(&right_text));
    assert_non_null(strstr(buffer_text(&left_text), "juno/groups"));
    assert_non_null(strstr(buffer_text(&left_text), "=Dads @ Leith"));
    assert_string_equal(left.catalogue->title, "Both");
    buffer_free(&left_text);
    buffer_free(&right_text);
    loaded_free(&left);
    loaded_free(&right);
}

static void test_problems_of_the_data_files(void **state)
{
    (void)state;
    const char *path = folder_put_text(&folder, "one.yaml", "services: [{id: a, name: A}]\n");
    struct load_request request = request_of(&path, 1);
    request.vocabulary = folder_put_text(&folder, "v.yaml", "vocabulary:\n  formats:\n    - {id: group, label: group}\n    - {id: ring, synonyms: [group]}\n"
                                                            "  forms: []\n  status:\n    - {id: paused}\nvocabulry: {}\n");
    request.places = folder_put_text(&folder, "p.csv", "name,kind,inside,latitude,longitude,also\nFife,council,Scotlnd,56,-3,\nFife,council,,,,\n"
                                                       "Odd,hamlet,,x,200,\nScotland,nation,,56,-4,\"Alba; Fife\"\n");
    request.outcodes = folder_put_text(&folder, "o.csv", "outcode,place,latitude,longitude\nKY1,Fife,56.1,-3.1\nKY2,Fief,56,-3\nNOPE,Fife,56,-3\nKY3,,,\n"
                                                         "KY4,Fife,99,-3\n");
    request.urgent = folder_put_text(&folder, "u.yaml", "urgent_help:\n  owner: me\n  lines:\n    - {id: a, nations: [Scotland, Narnia], name: A, say: Call., order: x}\n"
                                                        "    - {id: b, nations: [Fife], name: B, checked: never, colour: red}\n    - text\n");
    struct loaded loaded = load(&request);
    assert_non_null(loaded.catalogue);
    const struct urgent_help *help = loaded.catalogue->urgent;
    assert_int_equal(help->count, 1);
    assert_string_equal(help->lines[0].short_words, "A");
    assert_int_equal(help->lines[0].nation_count, 1);
    /* By file: outward codes, places, urgent help, vocabulary. */
    assert_problems(&loaded, "3:5 unknown-area\n4:1 bad-postcode\n6:10 bad-number\n"
                             "2:14 unknown-area\n3:1 place-taken\n4:5 unknown-kind\n4:13 bad-number\n4:15 bad-number\n5:1 place-taken\n"
                             "4:35 unknown-area\n4:72 bad-number\n5:7 missing-field\n5:50 bad-date\n5:57 unknown-field\n6:7 not-a-mapping\n"
                             "4:12 word-taken\n5:3 unknown-list\n7:12 word-taken\n8:1 unknown-block\n");
    loaded_free(&loaded);
}

/* What services are made of counts wherever it stands. */
static void test_blocks_after_services(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "services:\n  - {id: a, name: A, areas: Newtown Bay, with: [harp, creche]}\n"
        "places:\n  - {name: Newtown Bay, inside: Fife}\nvocabulary:\n  with:\n    - {id: harp, label: a harp}\n"
        "catalogue:\n  checked: 2021\n  title: Late\n",
        "{\"services\": [{\"id\": \"a\", \"name\": \"A\", \"areas\": \"Newtown Bay\", \"with\": [\"harp\", \"creche\"]}],\n"
        " \"places\": [{\"name\": \"Newtown Bay\", \"inside\": \"Fife\"}], \"vocabulary\": {\"with\": {\"id\": \"harp\"}}, \n"
        " \"catalogue\": {\"checked\": \"2021\", \"title\": \"Late\"}}\n",
    };
    for (size_t i = 0; i < 2; i++) {
        struct loaded loaded = load_path(folder_put_text(&folder, "late.yaml", texts[i]));
        assert_ids(&loaded, "a ");
        assert_problems(&loaded, "");
        assert_int_equal(loaded.catalogue->offers[0].areas.count, 1);
        assert_int_equal(loaded.catalogue->offers[0].with.count, 2);
        assert_int_equal(loaded.catalogue->offers[0].checked.year, 2021);
        assert_string_equal(loaded.catalogue->title, "Late");
        loaded_free(&loaded);
    }
}

static void test_defaults_do_not_leak_to_the_next_file(void **state)
{
    (void)state;
    const char *paths[] = {folder_put_text(&folder, "one.yaml", "catalogue: {checked: 2021}\nservices: [{id: a, name: A}]\n"),
                           folder_put_text(&folder, "two.yaml", "services: [{id: b, name: B}]\n"),
                           folder_put_text(&folder, "three.csv", "service,name\nc,C\n")};
    struct load_request request = request_of(paths, 3);
    struct loaded loaded = load(&request);
    assert_ids(&loaded, "a b c ");
    assert_int_equal(loaded.catalogue->offers[0].checked.year, 2021);
    assert_int_equal(loaded.catalogue->offers[1].checked.year, 0);
    assert_int_equal(loaded.catalogue->offers[2].checked.year, 0);
    loaded_free(&loaded);
}

static void test_broken_entries_of_yaml(void **state)
{
    (void)state;
    struct loaded loaded = load_path(folder_put_text(&folder, "broken.yaml",
                                                     "services:\n"
                                                     "  - {id: a, name: A}\n"
                                                     "  - just text\n"
                                                     "  - {id: b, name: B, stage: birth}\n"
                                                     "  - id: c\n"
                                                     "    name: C\n"
                                                     "    offers:\n"
                                                     "      - {id: d, name: {x: y}}\n"
                                                     "      - {id: e}\n"
                                                     "  - id: f\n"
                                                     "    name: F\n"
                                                     "    offers: [{id: g, areas: [[Fife]]}]\n"
                                                     "  - id: h\n"
                                                     "    name: \"H\n"
                                                     "  - {id: i, name: I}\n"
                                                     "servces: []\n"
                                                     "place: x\n"
                                                     "x_mine: y\n"
                                                     "vocabulary: [x]\n"));
    assert_ids(&loaded, "a c i ");
    assert_problems(&loaded, "3:5 not-a-mapping\n4:29 not-a-mapping\n8:23 nested-value\n12:30 nested-value\n14:11 yaml-syntax\n"
                             "17:1 unknown-block\n19:14 not-a-mapping\n");
    assert_int_equal(loaded.catalogue->left_out, 5);
    /* The service f is not an offer of its own, because it says that it has one. */
    assert_int_equal(loaded.catalogue->offer_count, 3);
    loaded_free(&loaded);
}

static void test_columns(void **state)
{
    (void)state;
    struct loaded loaded = load_path(folder_put_text(&folder, "columns.csv",
                                                     "Service,NAME,Stage From,stage-to,contact_phone,x_My Own,lang_cy_Summary,sumary,service,id,\n"
                                                     "a,A,birth,2 years,123,mine,Helo,lost,b,c,\n"
                                                     "b,B,,,,,,,,,text\n"));
    assert_ids(&loaded, "a b ");
    const struct offer *offer = &loaded.catalogue->offers[0];
    assert_int_equal(offer->stage.to.count, 24);
    assert_string_equal(offer_text(offer, FIELD_PHONE), "123");
    assert_int_equal(offer->extra_count, 2);
    assert_string_equal(offer->extras[0].name, "x_My Own");
    assert_string_equal(offer->extras[1].name, "lang_cy_summary");
    assert_problems(&loaded, "1:73 unknown-field\n1:80 duplicate-column\n1:88 unknown-field\n3:13 unnamed-column\n");
    assert_non_null(strstr(problems_at(loaded.problems, 0)->sentence, "\"summary\""));
    assert_non_null(strstr(problems_at(loaded.problems, 2)->sentence, "\"service\""));
    loaded_free(&loaded);
}

static void test_missing_columns(void **state)
{
    (void)state;
    assert_fails(load_path(folder_put_text(&folder, "m.csv", "service,summary\na,b\n")), "no-services", "there is no column \"name\"");
    assert_fails(load_path(folder_put_text(&folder, "m.csv", "service:name\na:b\n")), "no-services", "nothing separates columns");
    assert_fails(load_path(folder_put_text(&folder, "m.csv", "a,b\n1,2\n")), "no-services", "there is no column \"service\"");
}

static void test_ragged_rows(void **state)
{
    (void)state;
    struct loaded loaded = load_path(folder_put_text(&folder, "ragged.csv",
                                                     "service,name,summary\na,A\nb,B,x,y\nc,C,x,\nd,D,\"x\"y\ne,E,x\n"));
    assert_ids(&loaded, "a c e ");
    assert_problems(&loaded, "2:1 ragged-row\n3:1 ragged-row\n5:7 stray-quote\n");
    assert_int_equal(problems_at(loaded.problems, 0)->level, PROBLEM_WARNING);
    assert_int_equal(problems_at(loaded.problems, 1)->level, PROBLEM_ERROR);
    assert_int_equal(loaded.catalogue->left_out, 2);
    loaded_free(&loaded);
}

/* What a writer guards from being run as a formula reads back as it was. */
static void test_guards(void **state)
{
    (void)state;
    struct loaded loaded = load_path(folder_put_text(&folder, "guard.csv",
                                                     "service,name,phone,summary,notes,cost\n"
                                                     "a,'=A,'+44 1,''-x,'@y,'tis free\n"
                                                     "b,B,+44 2,''' =z,',5'\n"));
    assert_problems(&loaded, "");
    const struct offer *a = &loaded.catalogue->offers[0];
    const struct offer *b = &loaded.catalogue->offers[1];
    assert_string_equal(offer_name(a), "=A");
    assert_string_equal(offer_text(a, FIELD_PHONE), "+44 1");
    assert_string_equal(offer_text(a, FIELD_SUMMARY), "'-x");
    assert_string_equal(offer_text(a, FIELD_NOTES), "@y");
    assert_string_equal(offer_text(a, FIELD_COST), "'tis free");
    assert_string_equal(offer_text(b, FIELD_PHONE), "+44 2");
    assert_string_equal(offer_text(b, FIELD_SUMMARY), "''' =z");
    assert_string_equal(offer_text(b, FIELD_NOTES), "'");
    assert_string_equal(offer_text(b, FIELD_COST), "5'");
    loaded_free(&loaded);
}

#define test(function) cmocka_unit_test_setup(function, need_data)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(test_urgent_help),
        test(test_yaml_and_csv_say_the_same),
        test(test_problems_of_the_data_files),
        test(test_blocks_after_services),
        test(test_defaults_do_not_leak_to_the_next_file),
        test(test_broken_entries_of_yaml),
        test(test_columns),
        test(test_missing_columns),
        test(test_ragged_rows),
        test(test_guards),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

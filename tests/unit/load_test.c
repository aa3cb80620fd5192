/* Files and folders become a catalogue: the same from YAML and CSV, whatever else is broken beside it, and a sentence when it cannot be. */
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

static struct folder folder;

static int make_folder(void **state)
{
    (void)state;
    folder = folder_new();
    if (data_file("") == NULL)
        print_message("# skipped: SIGNPOST_DATA does not say where the data files are\n");
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    folder_remove(folder.path);
    return 0;
}

static int need_data(void **state)
{
    (void)state;
    if (data_file("") == NULL)
        skip();
    return 0;
}

static void assert_ids(const struct loaded *loaded, const char *ids)
{
    struct buffer found = {0};
    assert_non_null(loaded->catalogue);
    ids_text(&found, loaded->catalogue);
    assert_string_equal(buffer_text(&found), ids);
    buffer_free(&found);
}

static void assert_problems(const struct loaded *loaded, const char *problems)
{
    struct buffer found = {0};
    problems_sort(loaded->problems);
    problems_text(&found, loaded->problems);
    assert_string_equal(buffer_text(&found), problems);
    buffer_free(&found);
}

/* The last error is the sentence to show. */
static void assert_fails(struct loaded loaded, const char *name, const char *words)
{
    assert_null(loaded.catalogue);
    const struct problem *last = NULL;
    for (size_t i = 0; i < problems_count(loaded.problems); i++)
        if (problems_at(loaded.problems, i)->level == PROBLEM_ERROR)
            last = problems_at(loaded.problems, i);
    assert_non_null(last);
    assert_string_equal(last->name, name);
    if (strstr(last->sentence, words) == NULL)
        fail_msg("\"%s\" should say \"%s\"", last->sentence, words);
    loaded_free(&loaded);
}

static void test_what_ships_has_no_problem(void **state)
{
    (void)state;
    const char *paths[] = {data_file("services.yaml"), data_file("national.yaml")};
    struct load_request request = request_of(paths, 2);
    struct loaded loaded = load(&request);
    assert_problems(&loaded, "");
    assert_non_null(loaded.catalogue);
    assert_true(loaded.catalogue->service_count > 50);
    assert_int_equal(loaded.catalogue->left_out, 0);
    assert_non_null(loaded.catalogue->title);
    assert_non_null(loaded.catalogue->urgent);
    assert_true(gazetteer_find(loaded.catalogue->gazetteer, "Falkirk", 7) != PLACE_NONE);
    assert_true(gazetteer_whereabouts(loaded.catalogue->gazetteer, "FK1", 3).place != PLACE_NONE);
    assert_non_null(vocabulary_find(loaded.catalogue->vocabulary, LIST_FORMATS, "group", 5));
    loaded_free(&loaded);
}

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
    "juno;;;;;;;;;;;;groups;Juno groups;group;drop-in; ;\"every Tuesday 10:00-11:30; except 25 December 2026; first Saturday of the month 14:00\";"
    "\"Paisley; Kirkcaldy\";PA1 1JG;no;;;;;;;\r\n"
    "dads;'=Dads @ Leith;;;fathers;;;;;;;;;;;;;;;;;Scotland;16;25;yes;anxiety;'-1;Helo\r\n";

/* The same catalogue in both formats; what CSV says in another way is put right first. */
static void test_yaml_and_csv_say_the_same(void **state)
{
    (void)state;
    char *same = strdup(csv);
    char *at = strstr(same, "drop-in; ;");
    memcpy(at, "drop-in;;;", 10);
    struct buffer table = {0};
    buffer_add(&table, same, (size_t)(at - same));
    buffer_add_text(&table, "\"drop-in; creche\";none;");
    buffer_add_text(&table, at + strlen("drop-in; ;"));
    free(same);
    char *hidden = strstr(table.bytes, "PA1 1JG;no;");
    assert_non_null(hidden);
    struct buffer sheet = {0};
    buffer_add(&sheet, table.bytes, (size_t)(hidden - table.bytes));
    buffer_add_text(&sheet, "PA1 1JG;\"no; yes\";");
    buffer_add_text(&sheet, hidden + strlen("PA1 1JG;no;"));

    struct loaded left = load_path(folder_put_text(&folder, "same.yaml", yaml));
    struct loaded right = load_path(folder_put(&folder, "same.csv", sheet.bytes, sheet.length));
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
    buffer_free(&sheet);
    buffer_free(&table);
    loaded_free(&left);
    loaded_free(&right);
}

static void test_several_files(void **state)
{
    (void)state;
    const char *paths[] = {folder_put_text(&folder, "one.yaml", "services: [{id: b, name: B}, {id: a, name: A}]\n"),
                           folder_put_text(&folder, "two.csv", "service,name\nc,C\na,A again\n")};
    struct load_request request = request_of(paths, 2);
    struct loaded loaded = load(&request);
    assert_ids(&loaded, "b a c ");
    assert_problems(&loaded, "3:1 duplicate-id\n");
    assert_string_equal(problems_at(loaded.problems, 0)->where.file, paths[1]);
    assert_int_equal(loaded.catalogue->left_out, 1);
    loaded_free(&loaded);
}

/* One service under each name, in the folder within the folder. */
static void put_service(const struct folder *into, const char *name, const char *id)
{
    char text[200];
    snprintf(text, sizeof text, strstr(name, ".csv") != NULL ? "service,name\n%s,X\n" : "services:\n  - {id: %s, name: X}\n", id);
    folder_put_text(into, name, text);
}

static struct folder inner_folder(const char *name)
{
    struct folder inner;
    assert_true((size_t)snprintf(inner.path, sizeof inner.path, "%s", folder_path(&folder, name)) < sizeof inner.path);
    assert_int_equal(mkdir(inner.path, 0700), 0);
    return inner;
}

static void test_a_folder(void **state)
{
    (void)state;
    struct folder tree = inner_folder("tree");
    struct folder within = inner_folder("tree/m");
    put_service(&tree, "b.yaml", "b");
    put_service(&tree, "a.csv", "a");
    put_service(&tree, "Z.YML", "z");
    put_service(&tree, "notes.txt", "notes");
    put_service(&tree, ".hidden.yaml", "hidden");
    put_service(&tree, "x.yaml.bak", "bak");
    put_service(&within, "1.yml", "one");
    put_service(&tree, "n.yaml", "n");
    /* A link back up must not be followed for ever; nor a pipe waited for. */
    assert_int_equal(symlink("..", folder_path(&within, "up")), 0);
    assert_int_equal(mkfifo(folder_path(&tree, "pipe.yaml"), 0600), 0);
    assert_int_equal(symlink("nowhere", folder_path(&tree, "gone.csv")), 0);
    struct loaded loaded = load_path(tree.path);
    assert_ids(&loaded, "z a b one n ");
    assert_problems(&loaded, "0:0 missing\n0:0 not-a-file\n");
    loaded_free(&loaded);
}

static void test_deep_folders_end(void **state)
{
    (void)state;
    struct folder deep = inner_folder("deep");
    put_service(&deep, "top.yaml", "top");
    char name[200] = "deep";
    for (size_t i = 0; i < 12; i++) {
        strcat(name, "/d"); /* 12 times 2 bytes */
        struct folder one = inner_folder(name);
        char id[20];
        snprintf(id, sizeof id, "deep-%zu", i + 1);
        put_service(&one, "a.yaml", id);
    }
    struct loaded loaded = load_path(deep.path);
    assert_ids(&loaded, "deep-1 deep-2 deep-3 deep-4 deep-5 deep-6 deep-7 top ");
    only_problem(loaded.problems, PROBLEM_WARNING, "too-deep");
    loaded_free(&loaded);
}

/* The shipped folder holds files that are no catalogue: those that the request names are passed over. */
static void test_the_data_folder(void **state)
{
    (void)state;
    struct loaded loaded = load_path(data_file(""));
    assert_non_null(loaded.catalogue);
    assert_problems(&loaded, "");
    loaded_free(&loaded);
}

static void test_what_cannot_be_loaded(void **state)
{
    (void)state;
    struct folder empty = inner_folder("empty");
    folder_put_text(&empty, "readme.txt", "nothing here");
    assert_fails(load_path(folder_path(&folder, "none.yaml")), "missing", "none.yaml");
    assert_fails(load_path(empty.path), "no-catalogue", "empty");
    assert_fails(load_path(folder_put_text(&folder, "nothing.yaml", "")), "no-services", "is empty");
    assert_fails(load_path(folder_put_text(&folder, "nothing.csv", "\xEF\xBB\xBF")), "no-services", "is empty");
    assert_fails(load_path(folder_put_text(&folder, "title.yaml", "catalogue: {title: T}\n")), "no-services", "no services in");
    assert_fails(load_path(folder_put_text(&folder, "header.csv", "service,name\n")), "no-services", "no services in");
    assert_fails(load_path(folder_put_text(&folder, "bad.yaml", "services:\n  - id: Not Good\n    name: X\n")), "no-services",
                 "the first mistake is this: \"Not Good\"");
    assert_fails(load_path(folder_put(&folder, "binary.yaml", "\0\1\2", 3)), "not-text", "binary.yaml");
    assert_fails(load_path("/dev/zero"), "not-a-file", "device");
}

static void test_an_empty_catalogue_may_be_allowed(void **state)
{
    (void)state;
    const char *path = folder_put_text(&folder, "title.yaml", "catalogue: {title: T}\n");
    struct load_request request = request_of(&path, 1);
    request.allow_empty = true;
    struct loaded loaded = load(&request);
    assert_ids(&loaded, "");
    assert_problems(&loaded, "");
    assert_string_equal(loaded.catalogue->title, "T");
    loaded_free(&loaded);
}

static void test_data_files_must_be_there(void **state)
{
    (void)state;
    const char *path = folder_put_text(&folder, "one.yaml", "services: [{id: a, name: A}]\n");
    struct load_request request = request_of(&path, 1);
    request.vocabulary = folder_path(&folder, "no-vocabulary.yaml");
    assert_fails(load(&request), "missing", "no-vocabulary.yaml");
    request.vocabulary = folder_put_text(&folder, "odd.yaml", "services: []\n");
    assert_fails(load(&request), "empty-file", "no words");
    request = request_of(&path, 1);
    request.places = folder_put_text(&folder, "odd.csv", "a,b\n1,2\n");
    assert_fails(load(&request), "empty-file", "no places");
    /* Without postcodes or urgent help there is a catalogue still, and it is told. */
    request = request_of(&path, 1);
    request.outcodes = folder_path(&folder, "no-outcodes.csv");
    request.urgent = folder_put_text(&folder, "no-urgent.yaml", "urgent_help: {lines: []}\n");
    struct loaded loaded = load(&request);
    assert_ids(&loaded, "a ");
    assert_null(loaded.catalogue->urgent);
    assert_problems(&loaded, "0:0 missing\n0:0 empty-file\n");
    loaded_free(&loaded);
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

static void test_kinds_by_content(void **state)
{
    (void)state;
    struct loaded loaded = load_path(folder_put_text(&folder, "list", "\"service\";name\na;A\n"));
    assert_ids(&loaded, "a ");
    loaded_free(&loaded);
    loaded = load_path(folder_put_text(&folder, "list.txt", "# my list\nservices:\n  - {id: b, name: B}\n"));
    assert_ids(&loaded, "b ");
    loaded_free(&loaded);
    loaded = load_path(folder_put_text(&folder, "list.bak", "summary,name,service\nx,C,c\n"));
    assert_ids(&loaded, "c ");
    loaded_free(&loaded);
}

struct watch {
    size_t calls;
    size_t last;
    size_t all;
    size_t most; /* stops after so many calls */
};

static bool tell(void *data, size_t done, size_t all)
{
    struct watch *watch = data;
    assert_true(done >= watch->last && done <= all);
    watch->last = done;
    watch->all = all;
    return ++watch->calls != watch->most;
}

static void test_progress(void **state)
{
    (void)state;
    struct buffer table = {0};
    struct buffer list = {0};
    buffer_add_text(&table, "service,name,summary\n");
    buffer_add_text(&list, "services:\n");
    for (size_t i = 0; i < 20000; i++) {
        buffer_format(&table, "c%zu,C,%s\n", i, "some sixty bytes of a summary, without a comma but for one");
        buffer_format(&list, "  - id: y%zu\n    name: Y\n    summary: some fifty bytes of a summary, in a line\n", i);
    }
    const char *paths[] = {folder_put(&folder, "long.csv", table.bytes, table.length), folder_put(&folder, "long.yaml", list.bytes, list.length)};
    struct load_request request = request_of(paths, 2);
    struct watch watch = {0};
    request.progress = tell;
    request.progress_data = &watch;
    struct loaded loaded = load(&request);
    assert_non_null(loaded.catalogue);
    assert_int_equal(watch.all, table.length + list.length);
    assert_int_equal(watch.last, watch.all);
    size_t calls = watch.calls;
    assert_true(calls > 6);
    loaded_free(&loaded);
    for (size_t most = 1; most <= calls; most++) {
        watch = (struct watch){.most = most};
        assert_fails(load(&request), "cancelled", "was stopped");
        assert_int_equal(watch.calls, most);
    }
    buffer_free(&table);
    buffer_free(&list);
}

#define test(function) cmocka_unit_test_setup(function, need_data)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(test_what_ships_has_no_problem),
        test(test_urgent_help),
        test(test_yaml_and_csv_say_the_same),
        test(test_several_files),
        test(test_a_folder),
        test(test_deep_folders_end),
        test(test_the_data_folder),
        test(test_what_cannot_be_loaded),
        test(test_an_empty_catalogue_may_be_allowed),
        test(test_data_files_must_be_there),
        test(test_problems_of_the_data_files),
        test(test_blocks_after_services),
        test(test_defaults_do_not_leak_to_the_next_file),
        test(test_broken_entries_of_yaml),
        test(test_columns),
        test(test_missing_columns),
        test(test_ragged_rows),
        test(test_guards),
        test(test_kinds_by_content),
        test(test_progress),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

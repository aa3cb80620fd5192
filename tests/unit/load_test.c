/* Files and folders become a catalogue, or a sentence says why not. */
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

static void test_what_ships_has_no_problem(void **state)
{
    (void)state;
    const char *paths[] = {data_file("services.yaml"), data_file("national.yaml")};
    struct load_request request = request_of(paths, 2);
    request.words = data_file("words");
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
        size_t end = strlen(name);
        snprintf(name + end, sizeof name - end, "/d");
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
    const char *path = data_file("");
    struct load_request request = request_of(&path, 1);
    request.words = data_file("words"); /* no catalogue, as little as the other files that it translates, or the map */
    request.tiles = data_file("tiles.csv");
    struct loaded loaded = load(&request);
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
    size_t services;
    size_t most; /* stops after so many calls */
};

static bool tell(void *data, const struct load_progress *progress)
{
    struct watch *watch = data;
    assert_true(progress->bytes_done >= watch->last && progress->bytes_done <= progress->bytes_all);
    assert_true(progress->services >= watch->services);
    watch->last = progress->bytes_done;
    watch->all = progress->bytes_all;
    watch->services = progress->services;
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

/* A table and a list of so many services each. */
static void put_long(const char *paths[2], size_t count)
{
    struct buffer table = {0};
    struct buffer list = {0};
    buffer_add_text(&table, "service,name,summary\n");
    buffer_add_text(&list, "services:\n");
    for (size_t i = 0; i < count; i++) {
        buffer_format(&table, "c%zu,C,%s\n", i, i % 7 == 0 ? "\"in two\nlines\"" : "in one line");
        buffer_format(&list, "  - id: y%zu\n    name: Y\n    formats:\n      - group\n      - online\n    summary: >-\n      - last\n", i);
    }
    paths[0] = folder_put(&folder, "first.csv", table.bytes, table.length);
    paths[1] = folder_put(&folder, "first.yaml", list.bytes, list.length);
    buffer_free(&table);
    buffer_free(&list);
}

static void test_a_first_look(void **state)
{
    (void)state;
    enum { SERVICES = 20000, FIRST = 200 * 1024 };
    const char *paths[2];
    put_long(paths, SERVICES);
    for (int file = 0; file < 2; file++) {
        struct load_request request = request_of(&paths[file], 1);
        request.first_bytes = FIRST;
        struct loaded loaded = load(&request);
        assert_non_null(loaded.catalogue);
        assert_true(loaded.catalogue->part);
        assert_true(loaded.catalogue->service_count > 1000 && loaded.catalogue->service_count < SERVICES);
        /* What it shows is whole: no entry that the look has cut in two. */
        for (size_t i = 0; i < loaded.catalogue->offer_count; i++)
            assert_non_null(offer_text(&loaded.catalogue->offers[i], FIELD_SUMMARY));
        loaded_free(&loaded);
        request.first_bytes = 100 * FIRST;
        loaded = load(&request);
        assert_false(loaded.catalogue->part);
        assert_int_equal(loaded.catalogue->service_count, SERVICES);
        loaded_free(&loaded);
    }
    /* Of several files those that come later are not looked at. */
    struct load_request request = request_of(paths, 2);
    request.first_bytes = FIRST;
    struct loaded loaded = load(&request);
    assert_true(loaded.catalogue->part);
    assert_true(loaded.catalogue->service_count < SERVICES);
    loaded_free(&loaded);
}

static void test_what_is_read_of_a_stopped_list_is_kept(void **state)
{
    (void)state;
    const char *paths[2];
    put_long(paths, 20000);
    struct load_request request = request_of(paths, 2);
    struct watch watch = {.most = 3};
    request.progress = tell;
    request.progress_data = &watch;
    request.keep_part = true;
    struct loaded loaded = load(&request);
    assert_problems(&loaded, "");
    assert_true(loaded.catalogue->part);
    assert_true(loaded.catalogue->service_count >= watch.services);
    assert_true(loaded.catalogue->service_count < 40000);
    loaded_free(&loaded);
}

#define test(function) cmocka_unit_test_setup(function, need_data)

/* A folder of translations, and a catalogue with words of its own, in Welsh and in Gaelic. */
static struct loaded load_translated(const char *const *languages)
{
    struct folder words = inner_folder("words");
    folder_put_text(&words, "cy.yaml",
                    "vocabulary:\n  formats:\n    group: {label: gr\u0175p, yes: Mewn gr\u0175p., synonyms: [cwrdd, cyfarfod]}\n    gruop: {label: x}\n"
                    "    phone: {label: ff\u00f4n, lable: y}\n  kind: {helpline: text}\n  formas: {a: {label: b}}\n"
                    "urgent_help:\n  danger: {say: \"Ffoniwch 999 nawr.\", name: Argyfwng}\n  samaritan: {say: x}\n  shout: {say: Tecstiwch 85285.}\n"
                    "vocabulry: {}\n");
    folder_put_text(&words, "gd.yaml", "vocabulary:\n  formats:\n    group: {label: buidheann}\n    online: {synonyms: cyfarfod}\n");
    const char *path = folder_put_text(&folder, "list.yaml",
                                       "vocabulary:\n  with:\n    - {id: harp, label: a harp, lang: {cy: {label: telyn, iso: x}, gd: {label: cl\u00e0rsach}}}\n"
                                       "services:\n  - {id: a, name: A, formats: cwrdd, with: telyn, lang: {cy: {name: Y cyntaf}}}\n");
    struct load_request request = request_of(&path, 1);
    request.urgent = folder_put_text(&folder, "urgent.yaml",
                                     "urgent_help:\n  lines:\n    - {id: danger, nations: [United Kingdom], name: Danger, say: Call 999 now.}\n"
                                     "    - {id: samaritans, nations: [United Kingdom], name: Samaritans, say: Call 116 123.,\n"
                                     "       lang: {cy: {say: Ffoniwch 116 123.}, gd: {say: Fonn 116 321.}}}\n"
                                     "    - {id: shout, nations: [United Kingdom], name: Shout, say: Text 85258.}\n");
    request.words = words.path;
    request.languages = languages;
    return load(&request);
}

static void test_translations(void **state)
{
    (void)state;
    static const char *const welsh[] = {"cy", NULL};
    static const char *const gaelic[] = {"gd", NULL};
    static const struct {
        const char *const *languages;
        const char *group, *harp, *danger, *samaritans, *meeting;
    } cases[] = {
        {NULL, "group", "a harp", "Call 999 now.", "Call 116 123.", "group"},
        {welsh, "gr\u0175p", "telyn", "Ffoniwch 999 nawr.", "Ffoniwch 116 123.", "group"},
        {gaelic, "buidheann", "cl\u00e0rsach", "Call 999 now.", "Call 116 123.", "online"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded loaded = load_translated(cases[i].languages);
        assert_non_null(loaded.catalogue);
        const struct vocabulary *vocabulary = loaded.catalogue->vocabulary;
        assert_string_equal(vocabulary_find(vocabulary, LIST_FORMATS, "group", 5)->label, cases[i].group);
        assert_string_equal(vocabulary_find(vocabulary, LIST_WITH, "clarsach", 8)->label, cases[i].harp);
        assert_string_equal(vocabulary_find(vocabulary, LIST_FORMATS, "cyfarfod", 8)->id, cases[i].meeting);
        assert_string_equal(loaded.catalogue->urgent->lines[0].say, cases[i].danger);
        assert_string_equal(loaded.catalogue->urgent->lines[1].say, cases[i].samaritans);
        assert_string_equal(loaded.catalogue->urgent->lines[2].say, "Text 85258.");
        assert_int_equal(loaded.catalogue->offers[0].formats.count, 1);
        assert_int_equal(loaded.catalogue->offers[0].with.count, 1);
        assert_problems(&loaded, "3:59 unknown-field\n"
                                 "5:55 other-numbers\n"
                                 "4:5 unknown-word\n5:26 unknown-field\n6:20 not-a-mapping\n7:3 unknown-list\n10:3 unknown-word\n11:16 other-numbers\n"
                                 "12:1 unknown-field\n");
        bool nearest = false;
        for (size_t j = 0; j < problems_count(loaded.problems); j++)
            nearest = nearest || strstr(problems_at(loaded.problems, j)->sentence, "did you mean \"group\"?") != NULL;
        assert_true(nearest);
        loaded_free(&loaded);
        folder_remove(folder_path(&folder, "words"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(test_what_ships_has_no_problem),
        test(test_several_files),
        test(test_translations),
        test(test_a_folder),
        test(test_deep_folders_end),
        test(test_the_data_folder),
        test(test_what_cannot_be_loaded),
        test(test_an_empty_catalogue_may_be_allowed),
        test(test_data_files_must_be_there),
        test(test_kinds_by_content),
        test(test_progress),
        test(test_a_first_look),
        test(test_what_is_read_of_a_stopped_list_is_kept),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

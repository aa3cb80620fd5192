/* Catalogues that go from YAML to a spreadsheet and back say what they said. SIGNPOST_TEST_SEED chooses other ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generated_catalogue.h"
#include "reading.h"
#include "write/open_referral.h"
#include "write/written.h"

enum { CATALOGUES = 1000 };

static struct folder folder;

/* A file of the catalogue: its text and what is read in it. */
static struct written *read_text(const char *file, const struct buffer *text)
{
    struct problems *problems = problems_new();
    struct written *written = written_new();
    size_t mark = text->length >= 3 && memcmp(text->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    struct bytes bytes = {.text = text->bytes + mark, .length = text->length - mark};
    written_read(written, file, &bytes, problems);
    for (size_t i = 0; i < problems_count(problems); i++) {
        const struct problem *problem = problems_at(problems, i);
        if (problem->level == PROBLEM_ERROR)
            fail_msg("%s:%u:%u: %s\n%s", file, problem->where.line, problem->where.column, problem->sentence, text->bytes);
    }
    problems_free(problems);
    return written;
}

/* Writes what the text of one format says in another. */
static void turn(const char *from, const struct buffer *text, const char *to, struct buffer *into)
{
    struct written *written = read_text(from, text);
    buffer_clear(into);
    if (strcmp(to, "list.csv") == 0)
        written_csv(into, written);
    else if (strcmp(to, "list.json") == 0)
        written_json(into, written);
    else if (strcmp(to, "page.json") == 0)
        open_referral_write(into, written, PROFILE_HSDS, SHAPE_PAGE, NULL, NULL);
    else if (strcmp(to, "lines.jsonl") == 0)
        open_referral_write(into, written, PROFILE_HSDS_UK, SHAPE_LINES, NULL, NULL);
    else
        written_yaml(into, written);
    written_free(written);
}

static void compare(unsigned seed, const struct catalogue *first, const char *step, const char *file, const struct buffer *text)
{
    struct catalogue *catalogue = understand_catalogue(file, text->bytes, text->length);
    struct buffer difference = {0};
    if (!catalogues_mean_the_same(first, catalogue, &difference)) {
        fprintf(stderr, "%s\n", text->bytes); /* longer than cmocka's messages may be */
        fail_msg("seed %u, %s: %s", seed, step, buffer_text(&difference));
    }
    buffer_free(&difference);
    catalogue_free(catalogue);
}

/* Writes the package into the test's folder, as the command would. */
static const char *put_package(const struct written *written)
{
    struct package_files files = {.count = 0};
    const char *path = NULL;
    open_referral_package(&files, written);
    for (size_t i = 0; i < files.count; i++)
        path = folder_put(&folder, files.items[i].name, buffer_text(&files.items[i].text), files.items[i].text.length);
    package_files_free(&files);
    return path; /* of datapackage.json, the last */
}

/* To a package and back. */
static void go_through_package(unsigned seed, const struct catalogue *first, const struct buffer *yaml)
{
    struct written *written = read_text("list.yaml", yaml);
    const char *path = put_package(written);
    struct bytes bytes;
    struct problems *problems = problems_new();
    assert_true(bytes_read(path, &bytes, problems));
    struct buffer text = {0};
    struct buffer back = {0};
    buffer_add(&text, bytes.text, bytes.length);
    turn(path, &text, "list.yaml", &back);
    compare(seed, first, "package", "list.yaml", &back);
    written_free(written);
    problems_free(problems);
    bytes_free(&bytes);
    buffer_free(&text);
    buffer_free(&back);
}

static void go_round(unsigned seed)
{
    static const char *const way[] = {"list.csv",   "list.yaml", "list.json",   "list.csv",
                                      "page.json", "list.yaml", "lines.jsonl", "list.yaml"};
    struct buffer text = {0};
    struct buffer next = {0};
    const char *file = "list.yaml";
    generate_catalogue(&text, seed);
    struct catalogue *first = understand_catalogue(file, text.bytes, text.length);
    for (size_t i = 0; i < sizeof way / sizeof *way; i++) {
        turn(file, &text, way[i], &next);
        compare(seed, first, i == 0 ? "YAML to CSV" : way[i], way[i], &next);
        struct buffer old = text;
        text = next;
        next = old;
        file = way[i];
    }
    go_through_package(seed, first, &text);
    catalogue_free(first);
    buffer_free(&text);
    buffer_free(&next);
}

static void test_round(void **state)
{
    (void)state;
    const char *given = getenv("SIGNPOST_TEST_SEED");
    unsigned seed = given != NULL ? (unsigned)strtoul(given, NULL, 10) : 1;
    print_message("# seeds %u to %u\n", seed, seed + CATALOGUES - 1);
    for (unsigned i = 0; i < CATALOGUES; i++)
        go_round(seed + i);
}

static void assert_same(unsigned seed, const struct buffer *once, const struct buffer *twice)
{
    size_t at = 0;
    while (at < once->length && at < twice->length && once->bytes[at] == twice->bytes[at])
        at++;
    if (at < once->length || at < twice->length)
        fail_msg("seed %u: \"%.80s\" became \"%.80s\"", seed, buffer_text(once) + (at > 40 ? at - 40 : 0), buffer_text(twice) + (at > 40 ? at - 40 : 0));
}

/* What is turned twice is the same bytes as what is turned once: nothing creeps. */
static void test_stays(void **state)
{
    (void)state;
    struct buffer yaml = {0};
    struct buffer json = {0};
    struct buffer again = {0};
    struct buffer more = {0};
    for (unsigned seed = 1; seed <= 100; seed++) {
        buffer_clear(&yaml);
        generate_catalogue(&yaml, seed);
        turn("list.yaml", &yaml, "list.yaml", &again);
        turn("list.yaml", &again, "list.yaml", &more);
        assert_same(seed, &again, &more);
        turn("list.yaml", &again, "list.json", &json);
        turn("list.json", &json, "list.yaml", &more);
        assert_same(seed, &again, &more);
    }
    buffer_free(&yaml);
    buffer_free(&json);
    buffer_free(&again);
    buffer_free(&more);
}

static int make_folder(void **state)
{
    (void)state;
    folder = folder_new();
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    folder_remove(folder.path);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round),
        cmocka_unit_test(test_stays),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

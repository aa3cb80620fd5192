/* Runs the files of csv-spectrum (github.com/max-mapper/csv-spectrum) through the reader: the cells must be those of the JSON beside each.
 * location_coordinates is broken in the suite itself (its JSON is neither UTF-8 nor what the CSV says): there the reader must say what it met.
 * The folder is the first argument, or $SIGNPOST_SHARED/suites/csv-spectrum; without it the test is skipped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "read/csv_rows.h"
#include "reading.h"

enum { FILES_AT_LEAST = 12, COLUMNS_MOST = 16 };

static char suite[512];

struct reading {
    const json_t *rows; /* an array of objects */
    char *names[COLUMNS_MOST];
    size_t columns;
    size_t count;
};

static bool receive(void *data, const struct csv_row *row)
{
    struct reading *reading = data;
    if (row->number == 0) {
        assert_true(row->count <= COLUMNS_MOST);
        for (size_t i = 0; i < row->count; i++)
            reading->names[i] = strdup(row->cells[i].text);
        reading->columns = row->count;
        return true;
    }
    const json_t *expected = json_array_get(reading->rows, reading->count++);
    assert_non_null(expected);
    assert_int_equal(row->count, reading->columns);
    assert_int_equal(json_object_size(expected), reading->columns);
    for (size_t i = 0; i < row->count; i++) {
        const json_t *cell = json_object_get(expected, reading->names[i]);
        assert_non_null(cell);
        assert_int_equal(row->cells[i].length, json_string_length(cell));
        assert_memory_equal(row->cells[i].text, json_string_value(cell), row->cells[i].length);
    }
    return true;
}

static void run(const char *name, bool sound)
{
    char path[2048];
    size_t length = 0;
    size_t json_length = 0;
    snprintf(path, sizeof path, "%s/csvs/%s.csv", suite, name);
    char *text = slurp(path, &length);
    snprintf(path, sizeof path, "%s/json/%s.json", suite, name);
    char *json = slurp(path, &json_length);
    assert_non_null(text);
    assert_non_null(json);
    struct problems *problems = problems_new();
    struct reading reading = {.rows = NULL};
    json_t *rows = sound ? json_loadb(json, json_length, 0, NULL) : json_array();
    assert_non_null(rows);
    reading.rows = rows;
    csv_read(name, text, length, 0, problems, receive, &reading, NULL);
    if (sound) {
        assert_int_equal(problems_count(problems), 0);
        assert_int_equal(reading.count, json_array_size(rows));
    } else {
        /* A mark in a cell without quotes, in a file that was not UTF-8 once. */
        assert_int_equal(reading.count, 0);
        assert_true(problems_count_level(problems, PROBLEM_ERROR) == 1);
        const struct problem *last = problems_at(problems, problems_count(problems) - 1);
        assert_string_equal(last->name, "stray-quote");
        assert_int_equal(last->where.line, 2);
    }
    for (size_t i = 0; i < reading.columns; i++)
        free(reading.names[i]);
    json_decref(rows);
    problems_free(problems);
    free(text);
    free(json);
}

static void test_every_file(void **state)
{
    (void)state;
    char path[600];
    snprintf(path, sizeof path, "%s/csvs", suite);
    DIR *folder = suite[0] != '\0' ? opendir(path) : NULL;
    if (folder == NULL) {
        print_message("# skipped: csv-spectrum is not here\n");
        skip();
    }
    size_t files = 0;
    size_t broken = 0;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char name[256];
        snprintf(name, sizeof name, "%s", entry->d_name);
        char *dot = strrchr(name, '.');
        if (dot == NULL || strcmp(dot, ".csv") != 0)
            continue;
        *dot = '\0';
        bool sound = strcmp(name, "location_coordinates") != 0;
        run(name, sound);
        files++;
        broken += !sound;
    }
    closedir(folder);
    print_message("# %zu files: %zu read, %zu broken and refused\n", files, files - broken, broken);
    assert_true(files >= FILES_AT_LEAST);
}

int main(int count, char **arguments)
{
    const char *shared = getenv("SIGNPOST_SHARED");
    if (count > 1)
        snprintf(suite, sizeof suite, "%s", arguments[1]);
    else if (shared != NULL)
        snprintf(suite, sizeof suite, "%s/suites/csv-spectrum", shared);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_file)};
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

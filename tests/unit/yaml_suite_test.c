/* Runs every case of the YAML test suite (github.com/yaml/yaml-test-suite, branch data) through the reader. A broken case must be refused with a
 * line; any other is refused by name or gives what test.event says. Documents whose top is no mapping are refused as they stand; they are read once
 * more as the value of a key. The folder is the first argument, or $SIGNPOST_SHARED/suites/yaml-test-suite; without it the test is skipped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "read/yaml.h"
#include "reading.h"

enum { CASES_AT_LEAST = 200 }; /* so that a suite that lost its cases does not pass */

static char suite[512];

/* How the cases were judged. */
static struct {
    size_t cases;
    size_t read;
    size_t refused_by_name;
    size_t refused_as_syntax;
    size_t broken;
    size_t wrong;
} counts;

/* The events of a document as lines: "+MAP", "-MAP", "+SEQ", "-SEQ", "=plain text", "=quoted text". */
struct lines {
    char *items[2000];
    size_t count;
};

static void add_line(struct lines *lines, const char *kind, const char *text, size_t length)
{
    struct buffer line = {0};
    assert_true(lines->count < sizeof lines->items / sizeof lines->items[0]);
    buffer_add_text(&line, kind);
    for (size_t i = 0; i < length; i++) {
        static const char special[] = "\\\n\t\r\b";
        static const char letters[] = "\\ntrb";
        const char *found = text[i] == '\0' ? NULL : strchr(special, text[i]);
        if (found != NULL)
            buffer_add_byte(&line, '\\');
        buffer_add_byte(&line, found != NULL ? letters[found - special] : text[i]);
    }
    lines->items[lines->count++] = strdup(buffer_text(&line));
    buffer_free(&line);
}

static void lines_free(struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        free(lines->items[i]);
    lines->count = 0;
}

static void render(struct lines *lines, const struct yaml_node *node)
{
    if (node->kind == YAML_SCALAR) {
        add_line(lines, node->quoted ? "=quoted " : "=plain ", node->text, node->length);
        return;
    }
    bool list = node->kind == YAML_LIST;
    add_line(lines, list ? "+SEQ" : "+MAP", "", 0);
    for (size_t i = 0; i < node->count; i++) {
        if (!list)
            render(lines, &node->keys[i]);
        render(lines, &node->items[i]);
    }
    add_line(lines, list ? "-SEQ" : "-MAP", "", 0);
}

/* What is received: each value after a line with its key. */
static bool receive(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct lines *lines = data;
    (void)item;
    add_line(lines, "key ", key->text, key->length);
    render(lines, value);
    return true;
}

/* The lines of test.event, in the same form. */
static struct lines events_of(char *text)
{
    struct lines lines = {.count = 0};
    for (char *at = text; *at != '\0';) {
        char *end = strchr(at, '\n');
        if (end != NULL)
            *end = '\0';
        if (strncmp(at, "+MAP", 4) == 0 || strncmp(at, "-MAP", 4) == 0 || strncmp(at, "+SEQ", 4) == 0 || strncmp(at, "-SEQ", 4) == 0) {
            at[4] = '\0';
            lines.items[lines.count++] = strdup(at);
        } else if (at[0] == '=') {
            /* Anchors, tags and aliases make the case one that is refused; what they are does not matter. */
            struct buffer line = {0};
            char style = at[5];
            buffer_format(&line, "%s%s", style == ':' ? "=plain " : "=quoted ", at[5] != '\0' ? at + 6 : "");
            lines.items[lines.count++] = strdup(buffer_text(&line));
            buffer_free(&line);
        }
        if (end == NULL)
            break;
        at = end + 1;
    }
    return lines;
}

/* The line after the node that begins at a line. */
static size_t after_node(const struct lines *lines, size_t at)
{
    size_t depth = 0;
    do {
        depth += lines->items[at][0] == '+';
        depth -= lines->items[at][0] == '-';
        at++;
    } while (depth > 0 && at < lines->count);
    return at;
}

static void add_value(struct lines *expected, const char *key, const struct lines *events, size_t from, size_t to)
{
    struct buffer line = {0};
    buffer_format(&line, "key %s", key);
    expected->items[expected->count++] = strdup(buffer_text(&line));
    buffer_free(&line);
    for (; from < to; from++)
        expected->items[expected->count++] = strdup(events->items[from]);
}

/* What should be received for a value: each item of a list, or the value. */
static void add_values(struct lines *expected, const char *key, const struct lines *events, size_t value)
{
    if (strcmp(events->items[value], "+SEQ") != 0) {
        add_value(expected, key, events, value, after_node(events, value));
        return;
    }
    for (size_t item = value + 1; strcmp(events->items[item], "-SEQ") != 0; item = after_node(events, item))
        add_value(expected, key, events, item, after_node(events, item));
}

static struct lines expected_of(const struct lines *events, bool nested)
{
    struct lines expected = {.count = 0};
    if (nested) {
        add_values(&expected, "x", events, 0);
        return expected;
    }
    for (size_t at = 1; at < events->count && strcmp(events->items[at], "-MAP") != 0;) {
        const char *key = strchr(events->items[at], ' ');
        size_t value = after_node(events, at);
        add_values(&expected, key != NULL ? key + 1 : "", events, value);
        at = after_node(events, value);
    }
    return expected;
}

static bool same(const struct lines *left, const struct lines *right)
{
    if (left->count != right->count)
        return false;
    for (size_t i = 0; i < left->count; i++)
        if (strcmp(left->items[i], right->items[i]) != 0)
            return false;
    return true;
}

/* Judges what came of one reading; false when it is wrong. */
static bool judge(const struct lines *received, const struct problems *problems, bool broken, const struct lines *events, bool nested)
{
    const struct problem *error = NULL;
    for (size_t i = 0; i < problems_count(problems) && error == NULL; i++)
        if (problems_at(problems, i)->level == PROBLEM_ERROR)
            error = problems_at(problems, i);
    if (error != NULL) {
        counts.broken += broken;
        counts.refused_by_name += !broken && strcmp(error->name, "yaml-syntax") != 0;
        counts.refused_as_syntax += !broken && strcmp(error->name, "yaml-syntax") == 0;
        return error->where.line > 0 && error->where.column > 0 && error->sentence[0] != '\0';
    }
    if (broken)
        return false;
    struct lines expected = expected_of(events, nested);
    bool good = same(received, &expected);
    counts.read += good;
    lines_free(&expected);
    return good;
}

static void run(const char *name, const char *text, size_t length, bool broken, const struct lines *events, bool nested)
{
    struct lines received = {.count = 0};
    struct problems *problems = problems_new();
    yaml_read("in.yaml", text, length, problems, receive, &received);
    counts.cases++;
    if (!judge(&received, problems, broken, events, nested)) {
        counts.wrong++;
        print_message("# %s is wrong%s%s\n", name, nested ? ", as a value" : "", broken ? ": it is broken" : "");
        for (size_t i = 0; i < received.count; i++)
            print_message("#   %s\n", received.items[i]);
    }
    lines_free(&received);
    problems_free(problems);
}

/* Whether a document may be indented as a whole: no line of it means something only at its start. */
static bool can_be_nested(const char *text, size_t length)
{
    for (const char *line = text; line != NULL && line < text + length; line = strchr(line, '\n') != NULL ? strchr(line, '\n') + 1 : NULL)
        if (strncmp(line, "---", 3) == 0 || strncmp(line, "...", 3) == 0 || line[0] == '%')
            return false;
    return memchr(text, '\0', length) == NULL;
}

/* "x:" and the document in the lines that follow, two spaces further in. */
static void nest(struct buffer *out, const char *text, size_t length)
{
    buffer_add_text(out, "x:\n");
    for (size_t at = 0; at < length; at++) {
        if ((at == 0 || text[at - 1] == '\n') && text[at] != '\n')
            buffer_add_text(out, "  ");
        buffer_add_byte(out, text[at]);
    }
}

static void run_case(const char *path)
{
    char name[700];
    size_t length = 0;
    size_t event_length = 0;
    snprintf(name, sizeof name, "%s/in.yaml", path);
    char *text = slurp(name, &length);
    snprintf(name, sizeof name, "%s/test.event", path);
    char *event_text = slurp(name, &event_length);
    snprintf(name, sizeof name, "%s/error", path);
    bool broken = access(name, F_OK) == 0;
    assert_non_null(text);
    assert_non_null(event_text);
    struct lines events = events_of(event_text);
    run(path + strlen(suite), text, length, broken, &events, false);
    bool mapping = events.count > 0 && strcmp(events.items[0], "+MAP") == 0;
    if (!mapping && events.count > 0 && can_be_nested(text, length)) {
        struct buffer nested = {0};
        nest(&nested, text, length);
        run(path + strlen(suite), buffer_text(&nested), nested.length, broken, &events, true);
        buffer_free(&nested);
    }
    lines_free(&events);
    free(text);
    free(event_text);
}

/* A case is a folder with in.yaml, or a folder of such. */
static void run_folder(const char *path)
{
    struct dirent **names;
    int count = scandir(path, &names, NULL, alphasort);
    assert_true(count >= 0);
    for (int i = 0; i < count; i++) {
        char inner[600];
        struct stat status;
        int needed = snprintf(inner, sizeof inner, "%s/%s", path, names[i]->d_name);
        assert_true(needed > 0 && (size_t)needed < sizeof inner);
        if (strcmp(names[i]->d_name, "in.yaml") == 0)
            run_case(path);
        else if (names[i]->d_name[0] != '.' && stat(inner, &status) == 0 && S_ISDIR(status.st_mode))
            run_folder(inner);
        free(names[i]);
    }
    free(names);
}

static void test_every_case(void **state)
{
    (void)state;
    if (suite[0] == '\0' || access(suite, R_OK) != 0) {
        print_message("# skipped: the YAML test suite is not here\n");
        skip();
    }
    run_folder(suite);
    print_message("# %zu readings: %zu read, %zu refused by name, %zu refused as syntax, %zu broken and refused\n", counts.cases, counts.read,
                  counts.refused_by_name, counts.refused_as_syntax, counts.broken);
    assert_int_equal(counts.wrong, 0);
    assert_true(counts.cases >= CASES_AT_LEAST);
    assert_true(counts.read > 0 && counts.broken > 0);
}

int main(int count, char **arguments)
{
    const char *shared = getenv("SIGNPOST_SHARED");
    if (count > 1)
        snprintf(suite, sizeof suite, "%s", arguments[1]);
    else if (shared != NULL)
        snprintf(suite, sizeof suite, "%s/suites/yaml-test-suite", shared);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_case)};
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Damaged files: whatever a disk, a network or an editor does to a catalogue, reading it comes to an end, breaks nothing, and is told. Meant to be
 * run with sanitizers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "entries.h"
#include "read/catalogue_files.h"
#include "reading.h"

static char *text;
static size_t length;

static int read_shipped(void **state)
{
    (void)state;
    char path[1024];
    const char *data = getenv("SIGNPOST_DATA");
    snprintf(path, sizeof path, "%s/services.yaml", data != NULL ? data : "");
    text = data != NULL ? slurp(path, &length) : NULL;
    if (text == NULL)
        print_message("# skipped: SIGNPOST_DATA does not say where services.yaml is\n");
    return 0;
}

static int free_shipped(void **state)
{
    (void)state;
    free(text);
    return 0;
}

static int need_shipped(void **state)
{
    (void)state;
    if (text == NULL)
        skip();
    return 0;
}

/* What is left of a catalogue. Each problem must be one that can be shown. */
struct remains {
    size_t entries; /* that reached the catalogue's builder: few of its words and places are known here, which does not matter */
    size_t problems; /* of the readers */
};

/* Whether a problem of that name tells of damage, not of words that are not known here. */
static bool is_of_the_reader(const char *name)
{
    static const char *const names[] = {"yaml-syntax", "tab-as-indentation", "duplicate-key", "alias", "anchor", "tag", "directive", "too-deep",
                                        "second-document", "not-a-mapping", "nested-value", "unknown-block", "merge-key", "key-is-not-text",
                                        "encoding", "control-character", "empty-file", "stray-quote", "ragged-row", "windows-1252",
                                        "missing-column", "duplicate-column", "unnamed-column", "unknown-field", "missing-id", "bad-id"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static struct remains read_damaged(const char *bytes, size_t count, bool csv)
{
    /* Of just this size, so that a sanitizer sees one byte too far. */
    char *copy = malloc(count + 1);
    assert_non_null(copy);
    memcpy(copy, bytes, count);
    copy[count] = '\0';
    struct bytes damaged = {.text = copy, .length = count};
    struct problems *problems = problems_new();
    struct catalogue_builder *builder = catalogue_builder_new(few_places(), few_words(), NULL, problems);
    struct catalogue_file file = {.file = "damaged", .bytes = &damaged, .builder = builder, .problems = problems};
    assert_true(csv ? read_catalogue_csv(&file) : read_catalogue_yaml(&file));
    struct catalogue *catalogue = catalogue_builder_finish(builder);
    struct remains remains = {.entries = file.met};
    for (size_t i = 0; i < problems_count(problems); i++) {
        const struct problem *problem = problems_at(problems, i);
        assert_true(problem->where.line > 0 && problem->where.column > 0);
        assert_true(problem->sentence[0] != '\0');
        remains.problems += is_of_the_reader(problem->name);
    }
    catalogue_free(catalogue);
    problems_free(problems);
    free(copy);
    return remains;
}

static void test_cut_off_anywhere(void **state)
{
    (void)state;
    size_t whole = read_damaged(text, length, false).entries;
    size_t before = 0;
    for (size_t end = 0; end < length; end += 37) {
        size_t entries = read_damaged(text, end, false).entries;
        assert_true(entries <= whole + 1);
        /* What stands before the cut stays: the entry that is cut may go, no other. */
        assert_true(entries + 2 >= before);
        before = entries > before ? entries : before;
    }
    assert_true(before + 2 >= whole);
}

/* One byte changed costs one entry, or what it makes of the one before it; never the rest. */
static void test_one_byte_changed(void **state)
{
    (void)state;
    static const char changes[] = {'"', '\'', '[', '{', '\t', '\n', ':', '#', '-', '&', '*', '!', '|', '%', '@', '\\', ' ', '\x01', '\xFF', '\xC3', '\0', '\r'};
    size_t whole = read_damaged(text, length, false).entries;
    char *copy = malloc(length);
    assert_non_null(copy);
    memcpy(copy, text, length);
    size_t turn = 0;
    for (size_t at = 0; at < length; at += 41) {
        copy[at] = changes[turn++ % sizeof changes];
        struct remains remains = read_damaged(copy, length, false);
        copy[at] = text[at];
        if (remains.entries + 3 < whole && remains.problems == 0)
            fail_msg("byte %zu: %zu of %zu entries are left, and nothing is told", at, remains.entries, whole);
        /* The key of the list itself is above every entry. */
        if (remains.entries + 3 < whole && at > 2000)
            fail_msg("byte %zu: %zu of %zu entries are left", at, remains.entries, whole);
    }
    free(copy);
}

static void make_sheet(struct buffer *out)
{
    buffer_add_text(out, "service,name,summary,areas,formats,with\r\n");
    for (size_t i = 0; i < 200; i++)
        buffer_format(out, "s%zu,\"The \"\"%zu\"\", Fife\",\"Line one.\nLine two, caf\xC3\xA9.\",Fife; Falkirk,group,\"creche; drop-in\"\r\n", i, i);
}

static void test_a_sheet_cut_off_anywhere(void **state)
{
    (void)state;
    struct buffer sheet = {0};
    make_sheet(&sheet);
    size_t before = 0;
    for (size_t end = 0; end < sheet.length; end += 37) {
        size_t entries = read_damaged(buffer_text(&sheet), end, true).entries;
        assert_true(entries + 1 >= before);
        before = entries > before ? entries : before;
    }
    assert_true(before >= 198);
    buffer_free(&sheet);
}

static void test_a_sheet_with_one_byte_changed(void **state)
{
    (void)state;
    static const char changes[] = {'"', ',', ';', '\n', '\r', '\t', '\'', ' ', '\x01', '\xFF', '\xC3', '\0'};
    struct buffer sheet = {0};
    make_sheet(&sheet);
    size_t header = strcspn(buffer_text(&sheet), "\n");
    size_t turn = 0;
    for (size_t at = 0; at < sheet.length; at += 11) {
        char kept = sheet.bytes[at];
        sheet.bytes[at] = changes[turn++ % sizeof changes];
        struct remains remains = read_damaged(sheet.bytes, sheet.length, true);
        if (at > header && remains.entries < 197)
            fail_msg("byte %zu, '%c': %zu of 200 entries are left, %zu problems", at, sheet.bytes[at], remains.entries, remains.problems);
        if (remains.entries < 200)
            assert_true(remains.problems > 0);
        sheet.bytes[at] = kept;
    }
    buffer_free(&sheet);
}

/* The bytes of other kinds of file, and of no kind. */
static void test_other_files(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "<!DOCTYPE html>\n<html><body class=\"a\">x</body></html>\n",
        "{\"services\": [{\"id\": \"a\", \"name\": ",
        "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog >>\n",
        "#!/bin/sh\nrm -rf /\n",
        "\"\"\"\"\"\"\"\"\"\n\"\"\"\n",
        ",,,,,\n;;;;\n\t\t\t\n",
        "---\n---\n---\n...\n...\n",
        ": : : :\n- - - -\n? ? ?\n",
        "\r\r\r\n\n\r",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        assert_int_equal(read_damaged(texts[i], strlen(texts[i]), false).entries, 0);
        assert_int_equal(read_damaged(texts[i], strlen(texts[i]), true).entries, 0);
    }
    /* Pseudo-random bytes out of those that mean something, always the same. */
    static const char alphabet[] = "a1 :-?[]{},#&*!|>'\"%@`\\\n\r\t~=.<\xC3\xA9\xFF";
    uint32_t seed = 1;
    for (size_t i = 0; i < 3000; i++) {
        char noise[200];
        for (size_t at = 0; at < sizeof noise; at++) {
            seed = seed * 1664525u + 1013904223u;
            noise[at] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        read_damaged(noise, sizeof noise, false);
        read_damaged(noise, sizeof noise, true);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_cut_off_anywhere, need_shipped),
        cmocka_unit_test_setup(test_one_byte_changed, need_shipped),
        cmocka_unit_test(test_a_sheet_cut_off_anywhere),
        cmocka_unit_test(test_a_sheet_with_one_byte_changed),
        cmocka_unit_test(test_other_files),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, read_shipped, free_shipped);
}

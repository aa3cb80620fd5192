/* Runs every case of the utf8tests suite (github.com/flenniken/utf8tests) through the decoder and through safe_text.
 * The file is the first argument, or $SIGNPOST_SHARED/suites/utf8/utf8tests.txt; without it the test is skipped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "text/buffer.h"
#include "text/safe.h"
#include "text/utf8.h"

enum { CASES_AT_LEAST = 100 }; /* so that a file that lost its cases does not pass */

static const char *suite_name;

/* A case: the bytes, and what a decoder that replaces gives for them. */
struct suite_case {
    char *name;
    bool valid;
    struct buffer bytes;
    struct buffer replaced;
};

static int hex_digit(char digit)
{
    static const char digits[] = "0123456789abcdef";
    char small = digit >= 'A' && digit <= 'F' ? (char)(digit - 'A' + 'a') : digit;
    const char *found = small == '\0' ? NULL : strchr(digits, small);
    return found == NULL ? -1 : (int)(found - digits);
}

static void add_hex(struct buffer *out, const char *hex)
{
    if (strcmp(hex, "nothing") == 0)
        return;
    int high = -1;
    for (; *hex != '\0'; hex++) {
        if (*hex == ' ')
            continue;
        int digit = hex_digit(*hex);
        assert_true(digit >= 0);
        if (high < 0) {
            high = digit;
        } else {
            buffer_add_byte(out, (char)(unsigned char)(high * 16 + digit));
            high = -1;
        }
    }
    assert_int_equal(high, -1);
}

/* Cuts the line at its colons; gives how many parts there are, at most `most`, the last with any colons left in it. */
static size_t cut_parts(char *line, char **parts, size_t most)
{
    size_t count = 0;
    parts[count++] = line;
    while (count < most) {
        char *colon = strchr(parts[count - 1], ':');
        if (colon == NULL)
            break;
        *colon = '\0';
        parts[count++] = colon + 1;
    }
    return count;
}

/* False for a comment or an empty line. */
static bool read_case(char *line, struct suite_case *one)
{
    line[strcspn(line, "\r\n")] = '\0';
    if (line[0] == '\0' || line[0] == '#')
        return false;
    char *parts[5] = {0};
    size_t count = cut_parts(line, parts, 3);
    assert_int_equal(count, 3);
    while (parts[1][0] == ' ') /* a few cases have a space behind their colons */
        parts[1]++;
    *one = (struct suite_case){.name = parts[0], .valid = true};
    if (strcmp(parts[1], "valid") == 0) {
        buffer_add_text(&one->bytes, parts[2]);
    } else if (strcmp(parts[1], "valid hex") == 0) {
        add_hex(&one->bytes, parts[2]);
    } else {
        assert_string_equal(parts[1], "invalid hex");
        one->valid = false;
        assert_int_equal(cut_parts(parts[2], parts + 2, 3), 3);
        add_hex(&one->bytes, parts[2]);
        add_hex(&one->replaced, parts[4]);
    }
    if (one->valid)
        buffer_add(&one->replaced, one->bytes.bytes, one->bytes.length);
    return true;
}

static void expect_bytes(const struct suite_case *one, const struct buffer *found, const struct buffer *wanted)
{
    if (found->length != wanted->length || memcmp(buffer_text(found), buffer_text(wanted), wanted->length) != 0)
        fail_msg("case %s: %zu bytes where %zu were expected, or others", one->name, found->length, wanted->length);
}

/* Decodes and encodes again, in a copy of exactly the right size so that a sanitizer sees a read past the end. */
static void check_decoder(const struct suite_case *one)
{
    size_t length = one->bytes.length;
    char *exact = malloc(length == 0 ? 1 : length);
    assert_non_null(exact);
    memcpy(exact, buffer_text(&one->bytes), length);
    struct buffer written = {0};
    bool broken = false;
    for (size_t at = 0; at < length;) {
        struct utf8_character character = utf8_read(exact + at, length - at);
        assert_in_range(character.length, 1, length - at);
        char bytes[4];
        buffer_add(&written, bytes, utf8_write(character.code, bytes));
        broken = broken || character.broken;
        at += character.length;
    }
    expect_bytes(one, &written, &one->replaced);
    if (broken == one->valid || utf8_valid(exact, length) != one->valid)
        fail_msg("case %s: taken for %s", one->name, one->valid ? "broken" : "well-formed");
    buffer_free(&written);
    free(exact);
}

/* What safe_text gives is well-formed whatever goes in, names broken input, and is the same when made safe again. */
static void check_safe_text(const struct suite_case *one)
{
    struct buffer once = {0};
    struct buffer twice = {0};
    unsigned found = safe_text(&once, buffer_text(&one->bytes), one->bytes.length, true);
    if (((found & UNSAFE_ENCODING) == 0) != one->valid)
        fail_msg("case %s: safe_text found %u", one->name, found);
    assert_true(utf8_valid(buffer_text(&once), once.length));
    assert_int_equal(safe_text(&twice, buffer_text(&once), once.length, true), 0);
    expect_bytes(one, &twice, &once);
    buffer_free(&once);
    buffer_free(&twice);
}

static void every_case_of_the_suite(void **state)
{
    (void)state;
    FILE *file = fopen(suite_name, "rb");
    assert_non_null(file);
    char line[4096];
    unsigned cases = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        assert_true(strlen(line) < sizeof line - 1);
        struct suite_case one;
        if (!read_case(line, &one))
            continue;
        check_decoder(&one);
        check_safe_text(&one);
        buffer_free(&one.bytes);
        buffer_free(&one.replaced);
        cases++;
    }
    assert_int_equal(fclose(file), 0);
    assert_true(cases >= CASES_AT_LEAST);
}

int main(int count, char **arguments)
{
    struct buffer name = {0};
    const char *shared = getenv("SIGNPOST_SHARED");
    if (count > 1) {
        suite_name = arguments[1];
    } else if (shared != NULL && shared[0] != '\0') {
        buffer_format(&name, "%s/suites/utf8/utf8tests.txt", shared);
        suite_name = buffer_text(&name);
    }
    if (suite_name == NULL || access(suite_name, R_OK) != 0) {
        /* Said in the plan: what cmocka writes for skip() is "not ok", which Automake's driver takes for a failure. */
        puts("1..0 # SKIP skipped: the utf8 suite is not here");
        buffer_free(&name);
        return EXIT_SUCCESS;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_of_the_suite),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    int failed = cmocka_run_group_tests_name("utf8 suite", tests, NULL, NULL);
    buffer_free(&name);
    return failed;
}

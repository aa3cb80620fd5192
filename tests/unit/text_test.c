/* The room text: memory, buffers, arenas, UTF-8, making text safe. */
#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "text/arena.h"
#include "text/buffer.h"
#include "text/memory.h"
#include "text/safe.h"
#include "text/utf8.h"

#define BROKEN "\xEF\xBF\xBD"

static jmp_buf failed;

static void leave_by_jump(void)
{
    longjmp(failed, 1);
}

static void ask_for_too_many_items(void)
{
    free(memory_new(SIZE_MAX / 2, 4));
}

static void ask_for_too_many_bytes(void)
{
    struct buffer buffer = {0};
    buffer_reserve(&buffer, SIZE_MAX);
    buffer_free(&buffer);
}

static void resize_to_too_many(void)
{
    free(memory_resize(NULL, SIZE_MAX / 8 + 1, 8));
}

/* Whether the callback for failures was called. */
static bool fails(void (*ask)(void))
{
    memory_on_failure(leave_by_jump);
    bool jumped = true;
    if (setjmp(failed) == 0) {
        ask();
        jumped = false;
    }
    memory_on_failure(NULL);
    return jumped;
}

static void sizes_that_overflow_fail(void **state)
{
    (void)state;
    assert_true(fails(ask_for_too_many_items));
    assert_true(fails(ask_for_too_many_bytes));
    assert_true(fails(resize_to_too_many));
}

static void failing_without_callback_ends_with_status_2(void **state)
{
    (void)state;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        memory_fail();
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 2);
}

static void memory_is_zeroed_and_grows(void **state)
{
    (void)state;
    void *nothing = memory_new(0, 8);
    assert_non_null(nothing);
    free(nothing);
    size_t room = 0;
    int *items = NULL;
    for (int i = 0; i < 1000; i++) {
        items = memory_room(items, (size_t)i, &room, sizeof *items);
        assert_true(room > (size_t)i);
        items[i] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    memory_wipe(items, 1000 * sizeof *items);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], 0);
    free(items);
}

static void a_buffer_grows_and_is_cut(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    assert_string_equal(buffer_text(&buffer), "");
    buffer_cut(&buffer, 0);
    buffer_clear(&buffer);
    buffer_wipe(&buffer);
    buffer_add_text(&buffer, "");
    assert_string_equal(buffer_text(&buffer), "");
    buffer_add_text(&buffer, "Café");
    buffer_add_byte(&buffer, ' ');
    buffer_add(&buffer, "Stork and more", 5);
    assert_string_equal(buffer_text(&buffer), "Café Stork");
    assert_int_equal(buffer.length, 11);
    buffer_cut(&buffer, 100);
    assert_int_equal(buffer.length, 11);
    buffer_cut(&buffer, 5);
    assert_string_equal(buffer_text(&buffer), "Café");
    buffer_clear(&buffer);
    assert_string_equal(buffer_text(&buffer), "");
    for (int i = 0; i < 1000; i++)
        buffer_format(&buffer, "%d,", i % 10);
    assert_int_equal(buffer.length, 2000);
    assert_memory_equal(buffer.bytes + 1990, "5,6,7,8,9,", 11);
    buffer_free(&buffer);
    assert_null(buffer.bytes);
    buffer_free(&buffer);
}

static void a_format_longer_than_the_room_is_whole(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_format(&buffer, "%s|%500d|%s", "a", 7, "z");
    assert_int_equal(buffer.length, 504);
    assert_memory_equal(buffer.bytes + 500, " 7|z", 5);
    buffer_free(&buffer);
}

static void wiping_a_buffer_leaves_nothing_of_it(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_add_text(&buffer, "what she told nobody");
    buffer_cut(&buffer, 4); /* the rest stands behind the end */
    buffer_wipe(&buffer);
    assert_int_equal(buffer.length, 0);
    for (size_t i = 0; i < buffer.room; i++)
        assert_int_equal(buffer.bytes[i], 0);
    buffer_add_text(&buffer, "again");
    assert_string_equal(buffer_text(&buffer), "again");
    buffer_free(&buffer);
}

static void an_arena_gives_zeroed_aligned_pieces(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 3, 16, 100, 1000, 3000, 70000, 5000000};
    struct arena *arena = arena_new();
    size_t before = arena_bytes(arena);
    for (unsigned round = 0; round < 20; round++) {
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
            unsigned char *piece = arena_get(arena, sizes[i], 1);
            assert_int_equal((uintptr_t)piece % alignof(max_align_t), 0);
            assert_int_equal(piece[0], 0);
            assert_int_equal(piece[sizes[i] - 1], 0);
            memset(piece, 0xFF, sizes[i]);
            assert_string_equal(arena_text(arena, "odd"), "odd");
        }
        if (round % 7 == 6)
            arena_clear(arena);
    }
    assert_true(arena_bytes(arena) > before);
    assert_non_null(arena_get(arena, 0, 0));
    assert_null(arena_text(arena, NULL));
    assert_string_equal(arena_copy(arena, "Stork", 3), "Sto");
    assert_string_equal(arena_copy(arena, NULL, 0), "");
    arena_free(arena);
    arena_free(NULL);
}

static void pieces_of_an_arena_do_not_overlap(void **state)
{
    (void)state;
    enum { PIECES = 5000 };
    struct arena *arena = arena_new();
    static unsigned *pieces[PIECES];
    for (unsigned i = 0; i < PIECES; i++) {
        pieces[i] = arena_get(arena, 1 + i % 50, sizeof *pieces[i]);
        for (unsigned j = 0; j < 1 + i % 50; j++)
            pieces[i][j] = i;
    }
    for (unsigned i = 0; i < PIECES; i++) {
        for (unsigned j = 0; j < 1 + i % 50; j++)
            assert_int_equal(pieces[i][j], i);
    }
    arena_free(arena);
}

static void wiping_an_arena_overwrites_and_keeps_a_block(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *told = arena_text(arena, "what she told nobody");
    size_t one_block = arena_bytes(arena);
    (void)arena_get(arena, 100000, 3);
    for (int i = 0; i < 1000; i++)
        (void)arena_get(arena, 1, 100);
    assert_true(arena_bytes(arena) > one_block + 300000);
    arena_wipe(arena);
    assert_int_equal(arena_bytes(arena), one_block);
    for (size_t i = 0; i < sizeof "what she told nobody"; i++)
        assert_int_equal(told[i], 0); /* the first block is kept, so this may be read */
    arena_free(arena);
}

static void every_code_point_is_read_as_written(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x110000u; code++) {
        char bytes[4];
        size_t length = utf8_write(code, bytes);
        struct utf8_character character = utf8_read(bytes, length);
        bool scalar = code < 0x110000u && (code < 0xD800u || code > 0xDFFFu);
        assert_int_equal(character.code, scalar ? code : UTF8_REPLACEMENT);
        assert_int_equal(character.length, length);
        assert_false(character.broken);
        if (length > 1)
            assert_true(utf8_read(bytes, length - 1).broken);
    }
}

static void validity_sees_every_place(void **state)
{
    (void)state;
    char text[41];
    for (size_t i = 0; i < 40; i++) {
        memset(text, 'a', 40);
        assert_true(utf8_valid(text, 40));
        text[i] = (char)0xC3;
        assert_false(utf8_valid(text, 40));
        if (i + 1 < 40) {
            text[i + 1] = (char)0xA9;
            assert_true(utf8_valid(text, 40));
        }
    }
    assert_true(utf8_valid("", 0));
}

struct safe_case {
    const char *in;
    const char *lines; /* with line breaks kept */
    unsigned found;
};

static void unsafe_text_is_made_safe(void **state)
{
    (void)state;
    static const struct safe_case cases[] = {
        {"", "", 0},
        {"Café Stork, 2pm to 6pm", "Café Stork, 2pm to 6pm", 0},
        {"one\r\ntwo\rthree\n\tfour\r\r\n", "one\ntwo\nthree\n four\n\n", 0},
        {"\x1B]52;c;aGk=\a", BROKEN "]52;c;aGk=" BROKEN, UNSAFE_CONTROL},
        {"a\x7F\xC2\x9B" "31m\b", "a" BROKEN BROKEN "31m" BROKEN, UNSAFE_CONTROL},
        {"a\v\f\xC2\x85", "a" BROKEN BROKEN BROKEN, UNSAFE_CONTROL},
        {"\u202Eevil\u2069\u200F\u061C", BROKEN "evil" BROKEN BROKEN BROKEN, UNSAFE_DIRECTION},
        {"a\u200Bb\u00ADc\uFEFF\U000E0041\uE000\u0378", "a" BROKEN "b" BROKEN "c" BROKEN BROKEN BROKEN BROKEN,
         UNSAFE_INVISIBLE},
        {"a\u2028b\u2029\u3164\uFFFE", "a" BROKEN "b" BROKEN BROKEN BROKEN, UNSAFE_INVISIBLE},
        {"a\u200Db \U0001F469\u200Da", "a" BROKEN "b \U0001F469" BROKEN "a", UNSAFE_INVISIBLE},
        {"\U0001F469\u200D\U0001F37C \U0001F469\U0001F3FD\u200D\U0001F37C", /* a woman feeding a baby */
         "\U0001F469\u200D\U0001F37C \U0001F469\U0001F3FD\u200D\U0001F37C", 0},
        {"\u2764\uFE0F\u200D\U0001F525 1\uFE0F\u20E3 \u260E\uFE0E",
         "\u2764\uFE0F\u200D\U0001F525 1\uFE0F\u20E3 \u260E\uFE0E", 0},
        {"a\uFE0F", "a" BROKEN, UNSAFE_INVISIBLE},
        {"\u200D\U0001F469", BROKEN "\U0001F469", UNSAFE_INVISIBLE},
        {"caf\xE9 \xE2\x80", "caf" BROKEN " " BROKEN, UNSAFE_ENCODING},
        {"\x1B\u202E\u200B\xFF", BROKEN BROKEN BROKEN BROKEN,
         UNSAFE_CONTROL | UNSAFE_DIRECTION | UNSAFE_INVISIBLE | UNSAFE_ENCODING},
        {"\uFFFD ŵŷ Łódź اردو বাংলা", "\uFFFD ŵŷ Łódź اردو বাংলা", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer out = {0};
        assert_int_equal(safe_text(&out, cases[i].in, strlen(cases[i].in), true), cases[i].found);
        assert_string_equal(buffer_text(&out), cases[i].lines);
        buffer_free(&out);
    }
}

static void broken_text_is_repaired(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        const char *repaired;
    } cases[] = {{"", 0, ""},
                 {"caf\xC3\xA9 \xF0\x9F\x98\x80", 10, "caf\xC3\xA9 \xF0\x9F\x98\x80"},
                 {"caf\xE9 x", 6, "caf" BROKEN " x"},
                 {"\xF0\x9F\x98", 3, BROKEN},
                 {"\xED\xA0\x80", 3, BROKEN BROKEN BROKEN}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer out = {0};
        utf8_repair(&out, cases[i].bytes, cases[i].length);
        assert_string_equal(buffer_text(&out), cases[i].repaired);
        assert_true(utf8_valid(out.bytes != NULL ? out.bytes : "", out.length));
        buffer_free(&out);
    }
}

static void one_line_has_no_line_break(void **state)
{
    (void)state;
    struct buffer out = {0};
    assert_int_equal(safe_text(&out, "a\r\nb\rc\nd\te\0f", 12, false), UNSAFE_CONTROL);
    assert_string_equal(buffer_text(&out), "a b c d e" BROKEN "f");
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes_that_overflow_fail),
        cmocka_unit_test(failing_without_callback_ends_with_status_2),
        cmocka_unit_test(memory_is_zeroed_and_grows),
        cmocka_unit_test(a_buffer_grows_and_is_cut),
        cmocka_unit_test(a_format_longer_than_the_room_is_whole),
        cmocka_unit_test(wiping_a_buffer_leaves_nothing_of_it),
        cmocka_unit_test(an_arena_gives_zeroed_aligned_pieces),
        cmocka_unit_test(pieces_of_an_arena_do_not_overlap),
        cmocka_unit_test(wiping_an_arena_overwrites_and_keeps_a_block),
        cmocka_unit_test(every_code_point_is_read_as_written),
        cmocka_unit_test(validity_sees_every_place),
        cmocka_unit_test(broken_text_is_repaired),
        cmocka_unit_test(unsafe_text_is_made_safe),
        cmocka_unit_test(one_line_has_no_line_break),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}

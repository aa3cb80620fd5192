/* Lines: what may not be broken in two is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/width.h"
#include "write/lines.h"

static void expect(const char *text, size_t columns, const char *wrapped)
{
    struct buffer out = {0};
    lines_wrap(&out, text, columns, 0, 0);
    assert_string_equal(buffer_text(&out), wrapped);
    buffer_free(&out);
}

static void an_address_is_not_broken(void **state)
{
    (void)state;
    expect("Look at https://example.org/one/two for more", 28, "Look at\nhttps://example.org/one/two\nfor more\n");
    expect("https://example.org/one/two/three/four", 20, "https://example.org/one/two/three/four\n");
    expect("See [juno/peer-groups] there", 20, "See\n[juno/peer-groups]\nthere\n");
}

static void a_number_is_not_broken(void **state)
{
    (void)state;
    expect("Phone 01324 960 111 and ask", 16, "Phone\n01324 960 111\nand ask\n");
    expect("Phone on 01324 960 111", 22, "Phone on 01324 960 111\n");
    expect("0800 83 85 87", 9, "0800 83\n85 87\n"); /* that fits no line */
    expect("Meet on 12 March 2027 or so", 12, "Meet on 12\nMarch 2027\nor so\n");
}

static void all_of_the_text_is_there_at_every_width(void **state)
{
    (void)state;
    static const char text[] = "Call 0808 196 1776 or see https://example.org/a/b; ask\nfor \u0175 and 07700 900 222, 10 to 12, 1 2 3 4 5 6 7 8 9.";
    struct buffer out = {0};
    for (size_t columns = 1; columns < 130; columns++) {
        size_t left = strlen(text);
        const char *at = text;
        buffer_clear(&out);
        while (left > 0) {
            size_t next = 0;
            size_t length = lines_break(at, left, columns, &next);
            assert_true(next > 0 && next <= left && length <= next);
            assert_true(width_columns(at, length) <= columns);
            for (size_t i = length; i < next; i++)
                assert_true(at[i] == ' ' || at[i] == '\n');
            at += next;
            left -= next;
        }
    }
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_address_is_not_broken),
        cmocka_unit_test(a_number_is_not_broken),
        cmocka_unit_test(all_of_the_text_is_there_at_every_width),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}

/* QR codes: their sizes, their looks, and what they say. Whether a camera reads them, qr_camera_test.c tries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/width.h"
#include "write/links.h"
#include "write/qr.h"

/* ISO/IEC 18004, table 7, error level M: how many bytes the versions hold. TERMINAL.md, "QR facts". */
static void sizes_are_those_of_the_standard(void **state)
{
    (void)state;
    static const struct {
        size_t bytes;
        size_t side;
    } cases[] = {{1, 21}, {14, 21}, {15, 25}, {17, 25}, {26, 25}, {27, 29}, {42, 29}, {60, 33}, {62, 33}, {63, 37}, {108, 45}, {188, 57}, {2000, 169}};
    char text[2001];
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        memset(text, 'a', cases[i].bytes);
        text[cases[i].bytes] = '\0';
        struct qr qr;
        assert_true(qr_make(&qr, text));
        assert_int_equal(qr.side, cases[i].side);
        qr_free(&qr);
    }
}

static void what_is_too_much_or_nothing_is_refused(void **state)
{
    (void)state;
    struct qr qr;
    assert_false(qr_make(&qr, ""));
    char *text = malloc(5001);
    assert_non_null(text);
    memset(text, 'a', 5000);
    text[5000] = '\0';
    assert_false(qr_make(&qr, text));
    free(text);
}

/* The three corners that a camera looks for: 7 modules wide, dark rim, light ring, dark heart. */
static bool is_finder(const struct qr *qr, ptrdiff_t left, ptrdiff_t top)
{
    for (ptrdiff_t y = 0; y < 7; y++) {
        for (ptrdiff_t x = 0; x < 7; x++) {
            bool rim = x == 0 || x == 6 || y == 0 || y == 6;
            bool heart = x >= 2 && x <= 4 && y >= 2 && y <= 4;
            if (qr_dark(qr, left + x, top + y) != (rim || heart))
                return false;
        }
    }
    return true;
}

static void corners_are_dark_and_all_around_is_light(void **state)
{
    (void)state;
    struct qr qr;
    assert_true(qr_make(&qr, "tel:01632960001"));
    ptrdiff_t side = (ptrdiff_t)qr.side;
    assert_true(is_finder(&qr, 0, 0));
    assert_true(is_finder(&qr, side - 7, 0));
    assert_true(is_finder(&qr, 0, side - 7));
    assert_false(is_finder(&qr, side - 7, side - 7));
    for (ptrdiff_t i = -QR_QUIET; i < side + QR_QUIET; i++) {
        assert_false(qr_dark(&qr, i, -1));
        assert_false(qr_dark(&qr, i, side));
        assert_false(qr_dark(&qr, -1, i));
        assert_false(qr_dark(&qr, side, i));
    }
    qr_free(&qr);
}

static void sizes_of_the_looks(void **state)
{
    (void)state;
    struct qr qr;
    assert_true(qr_make(&qr, "tel:0132496011100")); /* 17 bytes: 25 modules */
    assert_int_equal(qr_columns(&qr, QR_HALF_BLOCKS, QR_QUIET), 33);
    assert_int_equal(qr_lines(&qr, QR_HALF_BLOCKS, QR_QUIET), 17);
    assert_int_equal(qr_columns(&qr, QR_HALF_BLOCKS, QR_QUIET_LEAST), 29);
    assert_int_equal(qr_lines(&qr, QR_HALF_BLOCKS, QR_QUIET_LEAST), 15);
    assert_int_equal(qr_columns(&qr, QR_DOUBLE_COLUMNS, QR_QUIET_LEAST), 58);
    assert_int_equal(qr_lines(&qr, QR_DOUBLE_COLUMNS, QR_QUIET_LEAST), 29);
    for (enum qr_look look = QR_HALF_BLOCKS; look <= QR_DOUBLE_COLUMNS; look++) {
        for (size_t line = 0; line < qr_lines(&qr, look, QR_QUIET); line++) {
            struct buffer row = {0};
            qr_line(&row, &qr, look, QR_QUIET, line);
            assert_int_equal(width_columns(buffer_text(&row), row.length), qr_columns(&qr, look, QR_QUIET));
            buffer_free(&row);
        }
    }
    qr_free(&qr);
}

static void the_picture_is_escaped_and_has_a_quiet_zone(void **state)
{
    (void)state;
    struct qr qr;
    struct buffer svg = {0};
    assert_true(qr_make(&qr, "tel:0132496011100"));
    qr_svg(&svg, &qr, "opens \"a\" <b> & 'c'");
    assert_non_null(strstr(buffer_text(&svg), "aria-label=\"opens &quot;a&quot; &lt;b&gt; &amp; &#39;c&#39;\""));
    assert_non_null(strstr(buffer_text(&svg), "viewBox=\"0 0 33 33\""));
    assert_non_null(strstr(buffer_text(&svg), "fill=\"#fff\""));
    assert_non_null(strstr(buffer_text(&svg), "M4 4h7v1h-7z"));
    assert_null(strstr(buffer_text(&svg), "style"));
    buffer_free(&svg);
    qr_free(&qr);
}

static void only_web_addresses_become_web_links(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *link; /* NULL: none */
        const char *host;
    } cases[] = {
        {"www.juno.uk.com", "https://www.juno.uk.com", "https://www.juno.uk.com"},
        {"http://www.juno.uk.com", "http://www.juno.uk.com", "http://www.juno.uk.com"},
        {"HTTPS://Example.org/a/b?c=d#e", "https://Example.org/a/b?c=d#e", "https://Example.org"},
        {"example.org:8080/x", "https://example.org:8080/x", "https://example.org:8080"},
        {"example.org?x=1&y=2", "https://example.org?x=1&y=2", "https://example.org"},
        {"caf\u00e9.example/m\u00e9nu", "https://caf\u00e9.example/m\u00e9nu", "https://caf\u00e9.example"},
        {NULL, NULL, NULL},
        {"", NULL, NULL},
        {"javascript:alert(1)", NULL, NULL},
        {"JavaScript://example.org/%0Aalert(1)", NULL, NULL},
        {"data:text/html,<script>", NULL, NULL},
        {"file:///etc/passwd", NULL, NULL},
        {"ftp://example.org", NULL, NULL},
        {"mailto:a@example.org", NULL, NULL},
        {"https://user@example.org", NULL, NULL},
        {"https://example.org@evil.example", NULL, NULL},
        {"example.org:javascript", NULL, NULL},
        {"example.org:99999999", NULL, NULL},
        {"https://", NULL, NULL},
        {"https:///path", NULL, NULL},
        {"https://localhost", NULL, NULL},
        {"https://.example.org", NULL, NULL},
        {"https://example..org", NULL, NULL},
        {"https://example.org.", NULL, NULL},
        {"https://example.org/a b", NULL, NULL},
        {"https://example.org/\"onclick", NULL, NULL},
        {"https://example.org/<b>", NULL, NULL},
        {"https://example.org/\n", NULL, NULL},
        {"https://example.org\\@evil.example", NULL, NULL},
        {" https://example.org", NULL, NULL},
        {"see our page", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer link = {0};
        struct buffer host = {0};
        bool good = link_web(&link, cases[i].text);
        if (good != (cases[i].link != NULL))
            fail_msg("%s gives %s", cases[i].text ? cases[i].text : "NULL", buffer_text(&link));
        assert_int_equal(link_web_host(&host, cases[i].text), good);
        assert_string_equal(buffer_text(&link), good ? cases[i].link : "");
        assert_string_equal(buffer_text(&host), good ? cases[i].host : "");
        buffer_free(&link);
        buffer_free(&host);
    }
}

static void only_one_number_becomes_a_phone_link(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *link;
    } cases[] = {
        {"01632 960 001", "tel:01632960001"}, {"116 123", "tel:116123"},           {"999", "tel:999"},
        {"+44 (0)1632 960001", "tel:+441632960001"}, {"(01632) 960-001", "tel:01632960001"}, {"0808.164.3332", "tel:08081643332"},
        {NULL, NULL},          {"", NULL},         {"12", NULL},        {"none", NULL},
        {"01632 960001 or 01632 960002", NULL}, {"01632 960001, 01632 960002", NULL}, {"01632 960001 / 2", NULL}, {"01632 960001;ext=5", NULL},
        {"0123456789012345", NULL}, {"01632+960001", NULL}, {"\u0660\u0661\u0662", NULL}, {"*#06#", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer link = {0};
        bool good = link_phone(&link, cases[i].text);
        if (good != (cases[i].link != NULL))
            fail_msg("%s gives %s", cases[i].text ? cases[i].text : "NULL", buffer_text(&link));
        assert_string_equal(buffer_text(&link), good ? cases[i].link : "");
        buffer_free(&link);
    }
}

static void an_offer_gives_its_web_address_else_its_phone(void **state)
{
    (void)state;
    struct offer_text texts[] = {{.field = FIELD_PHONE, .text = "01632 960 001"}, {.field = FIELD_WEB, .text = "www.example.org"}};
    struct offer offer = {.texts = texts, .text_count = 2};
    struct buffer payload = {0};
    assert_true(qr_payload(&payload, &offer));
    assert_string_equal(buffer_text(&payload), "https://www.example.org");
    buffer_clear(&payload);
    texts[1].text = "javascript:alert(1)";
    assert_true(qr_payload(&payload, &offer));
    assert_string_equal(buffer_text(&payload), "tel:01632960001");
    buffer_clear(&payload);
    texts[0].text = "ask";
    assert_false(qr_payload(&payload, &offer));
    assert_int_equal(payload.length, 0);
    buffer_free(&payload);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes_are_those_of_the_standard),
        cmocka_unit_test(what_is_too_much_or_nothing_is_refused),
        cmocka_unit_test(corners_are_dark_and_all_around_is_light),
        cmocka_unit_test(sizes_of_the_looks),
        cmocka_unit_test(the_picture_is_escaped_and_has_a_quiet_zone),
        cmocka_unit_test(only_web_addresses_become_web_links),
        cmocka_unit_test(only_one_number_becomes_a_phone_link),
        cmocka_unit_test(an_offer_gives_its_web_address_else_its_phone),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("qr", tests, NULL, NULL);
}

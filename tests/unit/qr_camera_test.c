/* QR codes are read back by zbarimg from what a screen or paper shows of them: half blocks, double columns, the picture of the HTML. */
#include "camera.h"
#include "write/qr.h"

/* What the lines of characters show. */
static struct picture seen_on_screen(const struct qr *qr, enum qr_look look, size_t quiet)
{
    size_t high = look == QR_HALF_BLOCKS ? 2 * qr_lines(qr, look, quiet) : qr_lines(qr, look, quiet);
    struct picture picture = picture_new(qr->side + 2 * quiet, high);
    for (size_t line = 0; line < qr_lines(qr, look, quiet); line++) {
        struct buffer row = {0};
        qr_line(&row, qr, look, quiet, line);
        const char *at = buffer_text(&row);
        for (size_t x = 0; x < picture.wide; x++) {
            if (look == QR_DOUBLE_COLUMNS) {
                assert_true(at[0] == at[1] && (at[0] == '#' || at[0] == ' '));
                picture.light[line * picture.wide + x] = *at == '#' ? 0 : 255;
                at += 2;
                continue;
            }
            bool both = strncmp(at, "\u2588", 3) == 0;
            picture.light[2 * line * picture.wide + x] = both || strncmp(at, "\u2580", 3) == 0 ? 0 : 255;
            picture.light[(2 * line + 1) * picture.wide + x] = both || strncmp(at, "\u2584", 3) == 0 ? 0 : 255;
            at += *at == ' ' ? 1 : 3;
        }
        assert_int_equal(*at, '\0');
        buffer_free(&row);
    }
    return picture;
}

/* What the path of the SVG fills. */
static struct picture seen_in_browser(const struct qr *qr)
{
    struct buffer svg = {0};
    qr_svg(&svg, qr, "a code");
    struct picture picture = picture_new(qr->side + 2 * (size_t)QR_QUIET, qr->side + 2 * (size_t)QR_QUIET);
    const char *at = strstr(buffer_text(&svg), " d=\"");
    assert_non_null(at);
    at += 4;
    size_t x;
    size_t y;
    size_t run;
    size_t back;
    int length;
    while (sscanf(at, "M%zu %zuh%zuv1h-%zuz%n", &x, &y, &run, &back, &length) == 4) {
        assert_int_equal(run, back);
        assert_true(y < picture.high && x + run <= picture.wide);
        memset(picture.light + y * picture.wide + x, 0, run);
        at += length;
    }
    assert_int_equal(*at, '"');
    buffer_free(&svg);
    return picture;
}

static void expect_read(struct picture picture, const char *payload, const char *how)
{
    char words[2100];
    camera_read(picture, words, sizeof words);
    if (strcmp(words, payload) != 0)
        fail_msg("%s of %s is read as \"%s\"", how, payload, words);
}

static void every_look_is_read_back(void **state)
{
    (void)state;
    static const char *const payloads[] = {
        "tel:999",
        "tel:08081643332",
        "http://www.juno.uk.com",
        "https://www.home-start.org.uk",
        "https://www.mind.org.uk/information-support/types-of-mental-health-problems/postnatal-depression-and-perinatal-mental-health/support-and-services/",
    };
    for (size_t i = 0; i < sizeof payloads / sizeof payloads[0]; i++) {
        struct qr qr;
        assert_true(qr_make_small(&qr, payloads[i]));
        expect_read(seen_on_screen(&qr, QR_HALF_BLOCKS, QR_QUIET_LEAST), payloads[i], "a small one");
        qr_free(&qr);
        assert_true(qr_make(&qr, payloads[i]));
        for (size_t quiet = QR_QUIET_LEAST; quiet <= QR_QUIET; quiet += 2) {
            expect_read(seen_on_screen(&qr, QR_HALF_BLOCKS, quiet), payloads[i], "half blocks");
            expect_read(seen_on_screen(&qr, QR_DOUBLE_COLUMNS, quiet), payloads[i], "double columns");
        }
        expect_read(seen_in_browser(&qr), payloads[i], "the picture");
        qr_free(&qr);
    }
}

int main(void)
{
    int failed = EXIT_SUCCESS;
    if (!camera_start()) {
        puts("1..0 # SKIP skipped: zbarimg is not here");
    } else {
        const struct CMUnitTest tests[] = {cmocka_unit_test(every_look_is_read_back)};
        cmocka_set_message_output(CM_OUTPUT_TAP);
        failed = cmocka_run_group_tests_name("qr camera", tests, NULL, NULL);
    }
    camera_end();
    return failed;
}

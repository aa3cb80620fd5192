#include "write/qr.h"

#include <errno.h>
#include <qrencode.h>
#include <stdlib.h>
#include <string.h>

#include "text/memory.h"
#include "write/html.h"
#include "write/links.h"

bool qr_payload(struct buffer *out, const struct offer *offer)
{
    return link_web(out, offer_text(offer, FIELD_WEB)) || link_phone(out, offer_text(offer, FIELD_PHONE));
}

static bool make(struct qr *qr, const char *payload, QRecLevel level)
{
    *qr = (struct qr){0};
    size_t length = strlen(payload);
    if (length == 0 || length > 2000)
        return false;
    errno = 0;
    QRcode *code = QRcode_encodeData((int)length, (const unsigned char *)payload, 0, level);
    if (!code) {
        if (errno == ENOMEM)
            memory_fail();
        return false;
    }
    qr->side = (size_t)code->width;
    qr->modules = memory_new(qr->side * qr->side, 1);
    for (size_t i = 0; i < qr->side * qr->side; i++)
        qr->modules[i] = code->data[i] & 1; /* the other bits say what a module is for */
    QRcode_free(code);
    return true;
}

bool qr_make(struct qr *qr, const char *payload)
{
    return make(qr, payload, QR_ECLEVEL_M);
}

bool qr_make_small(struct qr *qr, const char *payload)
{
    return make(qr, payload, QR_ECLEVEL_L);
}

void qr_free(struct qr *qr)
{
    free(qr->modules);
    *qr = (struct qr){0};
}

bool qr_dark(const struct qr *qr, ptrdiff_t x, ptrdiff_t y)
{
    if (x < 0 || y < 0 || (size_t)x >= qr->side || (size_t)y >= qr->side)
        return false;
    return qr->modules[(size_t)y * qr->side + (size_t)x] != 0;
}

size_t qr_columns(const struct qr *qr, enum qr_look look, size_t quiet)
{
    size_t wide = qr->side + 2 * quiet;
    return look == QR_HALF_BLOCKS ? wide : 2 * wide;
}

size_t qr_lines(const struct qr *qr, enum qr_look look, size_t quiet)
{
    size_t high = qr->side + 2 * quiet;
    return look == QR_HALF_BLOCKS ? (high + 1) / 2 : high;
}

void qr_line(struct buffer *out, const struct qr *qr, enum qr_look look, size_t quiet, size_t line)
{
    /* Which of the two modules of a character are dark: none, the upper, the lower, both. */
    static const char *const half_blocks[] = {" ", "\u2580", "\u2584", "\u2588"};
    ptrdiff_t edge = (ptrdiff_t)quiet;
    ptrdiff_t y = (ptrdiff_t)(look == QR_HALF_BLOCKS ? 2 * line : line) - edge;
    for (ptrdiff_t x = -edge; x < (ptrdiff_t)qr->side + edge; x++) {
        if (look == QR_HALF_BLOCKS)
            buffer_add_text(out, half_blocks[(qr_dark(qr, x, y) ? 1 : 0) + (qr_dark(qr, x, y + 1) ? 2 : 0)]);
        else
            buffer_add_text(out, qr_dark(qr, x, y) ? "##" : "  ");
    }
}

void qr_svg(struct buffer *out, const struct qr *qr, const char *label)
{
    size_t side = qr->side + 2 * (size_t)QR_QUIET;
    buffer_add_text(out, "<svg role=\"img\" aria-label=\"");
    html_text(out, label);
    buffer_format(out, "\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %zu %zu\" shape-rendering=\"crispEdges\">", side, side);
    buffer_format(out, "<rect width=\"%zu\" height=\"%zu\" fill=\"#fff\"/><path fill=\"#000\" d=\"", side, side);
    for (size_t y = 0; y < qr->side; y++) {
        for (size_t x = 0; x < qr->side;) {
            size_t run = 0;
            while (x + run < qr->side && qr_dark(qr, (ptrdiff_t)(x + run), (ptrdiff_t)y))
                run++;
            if (run > 0)
                buffer_format(out, "M%zu %zuh%zuv1h-%zuz", x + QR_QUIET, y + QR_QUIET, run, run);
            x += run > 0 ? run : 1;
        }
    }
    buffer_add_text(out, "\"/></svg>");
}

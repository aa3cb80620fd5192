/* A QR code (ISO/IEC 18004) of a web address or a phone number, for a phone's camera, as the modules and as something to show. */
#ifndef WRITE_QR_H
#define WRITE_QR_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/offer.h"
#include "text/buffer.h"

/* Light modules around the code: 4 as the standard wants; cameras still read 2, not 1 (TERMINAL.md, "QR facts"). */
enum { QR_QUIET = 4, QR_QUIET_LEAST = 2 };

/* Start with {0}. Owned; freed with qr_free. */
struct qr {
    size_t side;            /* modules, without the quiet zone */
    unsigned char *modules; /* row by row, 1 is dark */
};

/* How two rows of modules become characters. */
enum qr_look {
    QR_HALF_BLOCKS,    /* one column a module, one line for two rows: paint it black on white, whatever the theme */
    QR_DOUBLE_COLUMNS, /* two columns a module, "##" for dark: for paper, and where there are no half blocks */
};

/* Appends what the code of an offer says: its web address, else the number to call. False when it states neither in a form that can be used. */
bool qr_payload(struct buffer *out, const struct offer *offer);

/* Encodes the text at error level M, which survives 15 % of damage. False when the text is empty or too long. */
bool qr_make(struct qr *qr, const char *payload);

/* The same at error level L, which survives 7 % and is smaller: for a screen that has no room for more, and no folds and no stains. */
bool qr_make_small(struct qr *qr, const char *payload);
void qr_free(struct qr *qr);

/* Whether the module is dark; all around the code is light, so x and y may lie outside of it. */
bool qr_dark(const struct qr *qr, ptrdiff_t x, ptrdiff_t y);

/* Columns and lines that it takes. */
size_t qr_columns(const struct qr *qr, enum qr_look look, size_t quiet);
size_t qr_lines(const struct qr *qr, enum qr_look look, size_t quiet);

/* Appends one line, without a line break. */
void qr_line(struct buffer *out, const struct qr *qr, enum qr_look look, size_t quiet, size_t line);

/* Appends an <svg> element, black on white with the quiet zone, that needs no style. label says what it is for those who do not see it; it is escaped. */
void qr_svg(struct buffer *out, const struct qr *qr, const char *label);

#endif

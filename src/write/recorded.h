/* Recording in the text of a catalogue that something was checked: one value changes, and every other byte stays as it was. */
#ifndef WRITE_RECORDED_H
#define WRITE_RECORDED_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/problem.h"
#include "text/buffer.h"

/* What is recorded, and of what. Texts are lent. */
struct recorded {
    const char *file;             /* its name, for sentences and for what kind it is by its ending */
    bool sheet;                   /* it is a spreadsheet */
    struct position service;      /* of the id of the service (YAML) */
    const struct position *offers; /* YAML: the offers to change; CSV: their rows. None: the service itself, and its offers that say it for themselves */
    size_t offer_count;
    const struct position *rows;  /* CSV: all rows of the service, in order */
    size_t row_count;
    const char *checked;          /* the date as it is to be written */
    const char *by;               /* who checked it: one line, safe to show */
};

/* Appends the new text of the file to out. False when it cannot be changed safely: then `why` says so, with the line to change by hand, and out is of no use.
 * The new text was read again, and says nothing else but what was to change. */
bool recorded_write(struct buffer *out, const struct recorded *recorded, const char *text, size_t length, struct buffer *why);

#endif

/* CSV through libcsv, strict: rows of cells with line and column; a stray quote costs its own row, never the rest of the file. */
#ifndef READ_CSV_ROWS_H
#define READ_CSV_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/problem.h"

struct csv_cell {
    const char *text; /* NUL behind it, may hold NULs; without the quotes around it, line breaks as they are */
    size_t length;
    uint32_t line; /* of its first character, or of the quote before it */
    uint32_t column;
};

struct csv_row {
    size_t number; /* from 0, the header */
    const struct csv_cell *cells;
    size_t count; /* at least 1 */
    size_t offset; /* bytes of the file up to its end, for progress */
};

/* Receives a row; the cells live until the call returns. False stops. */
typedef bool csv_receive(void *data, const struct csv_row *row);

/* Reads all rows. separator 0: found from the header line among , ; and tab. Rows with nothing in them are passed over. A stray quotation
 * mark, or one that is never closed, is an error "stray-quote" at its line and column; reading goes on with the line after the one where
 * the cell began, and what stands up to the mark is given out only where it has as many cells as the header. Other ragged rows are the
 * receiver's business. A row of more than CSV_ROW_MOST bytes is an error "row-too-long". Bytes that are not UTF-8 are read as
 * Windows-1252, with a warning "windows-1252". *left_out (may be NULL) gets how many rows were lost to such errors. False when reading was
 * stopped or there was no row at all. */
bool csv_read(const char *file, const char *text, size_t length, char separator, struct problems *problems, csv_receive *receive, void *data,
              size_t *left_out);

/* No row of a catalogue is as long; libcsv has no limit of its own and would gather the rest of a file as one cell. */
#define CSV_ROW_MOST ((size_t)1 << 20)

/* The separator of the header line: the one of , ; and tab that stands there most often outside quotes; a comma when there is none. */
char csv_separator(const char *text, size_t length);

#endif

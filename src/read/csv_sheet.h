/* A spreadsheet with named columns: rows → entries (catalogue/entry.h). Between the readers of CSV files only. */
#ifndef READ_CSV_SHEET_H
#define READ_CSV_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/entry.h"
#include "catalogue/problem.h"
#include "read/csv_rows.h"
#include "text/arena.h"

/* Which columns a sheet may have. */
struct csv_columns {
    const char *const *names;  /* NULL-ended */
    const char *const *needed; /* NULL-ended: those that must be there */
    bool fields;               /* the fields of an offer too, and the writer's own (x_…) and translations (lang_…) */
    bool others;               /* any name but `id`, for a sheet that is to be written again */
};

struct csv_column {
    const char *name;
    size_t length;
    uint32_t field; /* its number in the entry, or CSV_NOT_USED */
};

enum { CSV_COLUMNS_MOST = 1000, CSV_NOT_USED = CSV_COLUMNS_MOST };

/* Start with file, problems and known; end with csv_sheet_free. */
struct csv_sheet {
    const char *file;
    struct problems *problems;
    const struct csv_columns *known;

    struct arena *arena;
    struct csv_column *columns;
    size_t column_count;
    size_t header_count;        /* cells of the first row; more than column_count when there are too many */
    size_t width;               /* columns up to the last that has a name */
    struct entry_field *fields; /* the same ones for every row; a field of which the cell is empty has no values */
    struct entry_value *values;
    size_t field_count;
    bool unnamed_told;
};

/* Takes the first row. Names are compared without regard to case, and blanks and hyphens are as underscores; `contact_phone` is phone. An
 * unknown column is warned of with the nearest and not used, a second one of the same name is an error and not used. False, with an error
 * "missing-column", when a column that must be there is not. */
bool csv_sheet_header(struct csv_sheet *sheet, const struct csv_row *row);

/* Makes the entry of a further row, which lives until the next one. Of a cell that was guarded against being run as a formula one ' is
 * taken away. False, with an error "ragged-row", when there is text behind the last column; a row that is too short is a warning. */
bool csv_sheet_entry(struct csv_sheet *sheet, const struct csv_row *row, struct entry *entry);

/* The value of a field of the entry, or NULL when the cell is empty or the column is not there. */
const struct entry_value *csv_sheet_value(const struct entry *entry, const char *name);

void csv_sheet_free(struct csv_sheet *sheet);

#endif

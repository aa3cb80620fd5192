/* A mapping file says what the columns and words of somebody else's spreadsheet are called here, so that it is read as if it had our columns. */
#ifndef READ_MAPPING_H
#define READ_MAPPING_H

#include <stdbool.h>

#include "catalogue/problem.h"
#include "read/bytes.h"
#include "read/csv_rows.h"

struct mapping;

/* Reads `columns:` (their column: our field), `ignore:`, `join:` and `split:` (our field: text), `words:` (our field: their word: our word) and
 * `constants:` (our field: value). What is wrong is a problem with its place. NULL when there is no column in it. */
struct mapping *mapping_read(const char *file, const struct bytes *bytes, struct problems *problems);
void mapping_free(struct mapping *mapping); /* NULL is allowed */

struct mapped;

/* A spreadsheet under way; mapping, file and problems are lent. */
struct mapped *mapped_new(const struct mapping *mapping, const char *file, struct problems *problems);
void mapped_free(struct mapped *mapped);

/* The row as if it had our columns; the first one is the header. Every cell keeps the place of the cell that it comes from. The row lives until the next
 * call. Columns of which the mapping says nothing are told once, unless they have our own names. */
const struct csv_row *mapped_row(struct mapped *mapped, const struct csv_row *row);

#endif

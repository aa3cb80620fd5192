/* Rows of a spreadsheet that are no offers: what YAML has in its blocks `catalogue:`, `vocabulary:` and `places:`. A column `block` says which; it is
 * there only in a list that has such rows. Between the readers and the writer of CSV. */
#ifndef READ_SHEET_BLOCKS_H
#define READ_SHEET_BLOCKS_H

#include <stdbool.h>

#include "catalogue/entry.h"
#include "read/csv_sheet.h"
#include "text/arena.h"

enum sheet_block {
    SHEET_OFFER,      /* nothing in the column `block` */
    SHEET_CATALOGUE,  /* "catalogue": title, maintained_by, checked, source, terms */
    SHEET_VOCABULARY, /* "vocabulary": list, word (its id), label and the rest */
    SHEET_PLACES,     /* "places": name, kind, inside and the rest */
    SHEET_SERVICE,    /* "service": what a service says and none of its offers takes over */
    SHEET_UNKNOWN,
};

/* The columns that a catalogue's spreadsheet may have beside the fields of an offer. */
extern const struct csv_columns sheet_columns;

/* What a row of the sheet is; `where` gets the value that says so. */
enum sheet_block sheet_block_of(const struct entry *row, const struct entry_value **where);

/* The row without the columns that say what it is and those of other rows that are empty in it: what an offer, a word or a place states. The column
 * `word` is `id`. Lives in the arena; the values are the row's. */
struct entry sheet_block_entry(struct arena *arena, const struct entry *row, enum sheet_block block);

#endif

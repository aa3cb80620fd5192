/* What a reader hands to the catalogue: names and values with their places in the file, nothing understood yet. The seam
 * between read/ and catalogue/, the same for every format. */
#ifndef CATALOGUE_ENTRY_H
#define CATALOGUE_ENTRY_H

#include <stddef.h>
#include <stdint.h>

/* One value. Bytes are as the file gave them, broken or hostile ones too, and may hold a NUL: use the length. */
struct entry_value {
    const char *text;
    size_t length;
    uint32_t line;
    uint32_t column;
    uint32_t item; /* for a list of mappings (meets): which of them, from 0 */
};

/* One field. The name is flat: `stage: {from: …}` is "stage_from", `contact: {phone: …}` is "phone",
 * `lang: {cy: {summary: …}}` is "lang_cy_summary", `meets: [{place: …}]` is "meets_place". A field that is stated as a list with nothing in it has no values. */
struct entry_field {
    const char *name;
    size_t name_length;
    uint32_t line;
    uint32_t column;
    const struct entry_value *values;
    size_t count;
};

/* A service, an offer, or a row of a spreadsheet. Lent for the length of the call. */
struct entry {
    const char *file;
    uint32_t line;
    uint32_t column;
    const struct entry_field *fields;
    size_t count;
};

#endif

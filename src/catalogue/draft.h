/* An offer in the making. Between builder.c, which knows services, offers and rows, and the draft_*.c files, which know fields. */
#ifndef CATALOGUE_DRAFT_H
#define CATALOGUE_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/catalogue.h"
#include "catalogue/entry.h"
#include "catalogue/field.h"
#include "catalogue/names.h"
#include "catalogue/store.h"
#include "catalogue/words.h"
#include "text/buffer.h"

enum {
    DRAFT_LONGEST_TEXT = 20000, /* bytes */
    DRAFT_MOST_VALUES = 1000,   /* of a list, and of fields that are kept as they are */
    DRAFT_COLUMNS = 64,
};

/* What the drafts of a catalogue share. */
struct drafting {
    struct arena *arena; /* the catalogue's */
    struct gazetteer *gazetteer;
    struct vocabulary *vocabulary;
    struct problems *problems;
    struct store *store;
    struct buffer text; /* for one text or word at a time */
    struct found parts[DRAFT_MOST_VALUES];
    uint32_t numbers[DRAFT_MOST_VALUES];
    unsigned looked_near; /* how often nearest ones were looked for: nobody reads thousands of suggestions */
    struct names *told;   /* columns of spreadsheets, with their file, whose problem was told: once is enough */
    struct {
        char name[32];
        size_t length;
        enum field field;
    } columns[DRAFT_COLUMNS]; /* which field stood at that place of the entry before */
};

/* One bit for each field. */
typedef uint64_t field_set;
_Static_assert(FIELD_COUNT <= 64, "a field_set has a bit for every field");
#define FIELD_BIT(field) ((field_set)1 << (field))

struct draft {
    struct drafting *drafting;
    struct offer offer;   /* a copy of what it inherits, then its own fields on top; texts and extras only after draft_finish */
    bool row;             /* of a spreadsheet: what is empty is as above */
    const char *texts[FIELD_TEXT_COUNT];
    struct offer_text spots[FIELD_TEXT_COUNT]; /* where each stands */
    bool texts_changed;
    struct offer_extra *extras; /* owned until draft_finish; NULL while they are those inherited */
    size_t extra_count;
    size_t extra_room;
    field_set stated;     /* fields that this entry states itself */
    field_set broken;     /* fields with an error: its own, or the row's above that it would inherit */
    bool failed;          /* it has an error of its own */
    const char *file;     /* kept by the catalogue */
    struct position at[FIELD_COUNT]; /* of the first value of each stated field */
};

/* Starts a draft from what it inherits. file is kept by the catalogue. */
void draft_start(struct draft *draft, struct drafting *drafting, const struct offer *base, const char *file, bool row);

/* Applies every field of the entry but those whose names stand in `but` (NULL-ended), then judges what they say together. Adds all problems. */
void draft_apply(struct draft *draft, const struct entry *entry, const char *const *but);

/* Drops inherited translations of texts that are not those inherited any more: what was translated is no longer said. base is what the draft was
 * started from, entry what it was applied to. */
void draft_drop_translations(struct draft *draft, const struct offer *base, const struct entry *entry);

/* Puts texts and extras into draft->offer and frees what the draft owns. */
void draft_finish(struct draft *draft);

/* Frees what the draft owns without finishing. */
void draft_drop(struct draft *draft);

/* Notes an error in a field: the offer cannot be used. */
void draft_fail(struct draft *draft, enum field field);

/* Where a value is cut into several: not at all; at `;` and line breaks; the same but not before `except`, which belongs to its line; or not where a
 * backslash stands before the `;`, as in an address. */
enum draft_split { SPLIT_NONE, SPLIT_LIST, SPLIT_LINES, SPLIT_PARTS };

/* A walk over the parts of one value, blanks around them cut off. Start with {.value, .file}; at, counted and the rest stay with the walk. */
struct part_walk {
    const struct entry_value *value;
    const char *file;
    size_t at;
    size_t counted; /* bytes whose lines and characters are in line and column */
    uint32_t line;
    uint32_t column;
    bool ended;
};

/* The next part; its length is 0 where nothing stands. False behind the last. */
bool part_next(struct part_walk *walk, enum draft_split split, struct found *part);

/* Appends the part without the backslash that keeps a `;` from cutting it (SPLIT_PARTS), and what undoes that: the same with one put in. */
void part_plain(struct buffer *out, const char *text, size_t length);
void part_kept_whole(struct buffer *out, const char *text, size_t length);

/* All parts of a field that are not empty, into drafting->parts. Gives how many; SIZE_MAX when there are too many. */
size_t draft_parts(struct draft *draft, const struct entry_field *field, enum draft_split split);

/* Whether the text says `not stated`, or `none`. */
bool found_is_not_stated(struct found found);
bool found_is_none(struct found found);

/* Understands `yes`, `no`, `true`, `false`, `y`, `n`, `1`, `0` in any case. */
bool found_yes_or_no(struct found found, bool *yes);

/* Reads degrees such as `55.8456` or `-4.42`, at most so many to either side; NAN when it is something else. By hand: strtod follows the locale. */
double found_degrees(struct found found, int most);

/* Adds the part to drafting->text, safe and without blanks at its ends; warns of what was unsafe. */
void draft_add_safe(struct draft *draft, struct found part, bool keep_lines, const char *name);

/* What each kind of field means. Parts stand in drafting->parts; there is at least one. */
void draft_text(struct draft *draft, enum field field, size_t count);
void draft_words(struct draft *draft, enum field field, size_t count);
void draft_word(struct draft *draft, enum field field, size_t count);
void draft_places(struct draft *draft, enum field field, size_t count);
void draft_point(struct draft *draft, enum field field, size_t count);
void draft_years(struct draft *draft, enum field field, size_t count);
void draft_yes_or_no(struct draft *draft, enum field field, size_t count);
void draft_date(struct draft *draft, enum field field, size_t count);
void draft_sessions(struct draft *draft, enum field field, size_t count);

/* Whether there is still reason to look for nearest ones; counts. */
bool draft_may_look_near(struct drafting *drafting);

/* The places whose names are nearest. */
struct nearest draft_nearest_places(struct drafting *drafting, struct found found);

/* The one value that the field may have, or NULL after the problem that there are several. */
const struct found *draft_only(struct draft *draft, enum field field, size_t count);

/* Whether a text may have several lines; of others a line break is a blank. */
bool draft_keeps_lines(enum field field);

/* Whether the name is that of a translation of a text, `lang_cy_summary`. */
bool draft_is_translation(const char *name, size_t length);

/* A field that is kept as it is: `x_…`, `lang_cy_summary`. */
void draft_extra(struct draft *draft, const struct entry_field *field, size_t count);

/* The fields of `meets`, together: fields[i] is the entry's field FIELD_MEETS_PLACE + i, or NULL. */
enum { MEETING_FIELDS = FIELD_MEETS_HIDDEN - FIELD_MEETS_PLACE + 1 };
void draft_meetings(struct draft *draft, const struct entry_field *const fields[MEETING_FIELDS]);

/* What the fields say together: stages, ages and sizes the right way round, and the rest. */
void draft_check(struct draft *draft);

#endif

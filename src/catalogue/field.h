/* One table of the fields of a service or an offer, for every reader, writer and face. CATALOGUE.md, "Fields". */
#ifndef CATALOGUE_FIELD_H
#define CATALOGUE_FIELD_H

#include <stdbool.h>
#include <stddef.h>

enum field {
    /* texts: kept as offer texts, see offer_text() */
    FIELD_NAME,
    FIELD_PROVIDER,
    FIELD_PUBLIC_NAME,
    FIELD_SUMMARY,
    FIELD_WHAT_HAPPENS,
    FIELD_FIRST_VISIT,
    FIELD_WHAT_THEY_SHARE,
    FIELD_HOW_TO_JOIN,
    FIELD_COST,
    FIELD_WAIT,
    FIELD_PHONE,
    FIELD_TEXT,
    FIELD_EMAIL,
    FIELD_WEB,
    FIELD_ADDRESS,
    FIELD_HOURS,
    FIELD_STATUS_NOTE,
    FIELD_CHECKED_BY,
    FIELD_SOURCE,
    FIELD_NOTES,
    FIELD_TEXT_COUNT,
    /* understood */
    FIELD_ID = FIELD_TEXT_COUNT,
    FIELD_KIND,
    FIELD_AREAS,
    FIELD_AREAS_MAYBE,
    FIELD_MEETS_PLACE,
    FIELD_MEETS_ADDRESS,
    FIELD_MEETS_POSTCODE,
    FIELD_MEETS_LATITUDE,
    FIELD_MEETS_LONGITUDE,
    FIELD_MEETS_HIDDEN,
    FIELD_FORMATS,
    FIELD_FORMATS_MAYBE,
    FIELD_WHO,
    FIELD_FOR,
    FIELD_PARENT_AGE_FROM,
    FIELD_PARENT_AGE_TO,
    FIELD_PARENT_AGE_MAYBE_FROM,
    FIELD_PARENT_AGE_MAYBE_TO,
    FIELD_STAGE_FROM,
    FIELD_STAGE_TO,
    FIELD_STAGE_MAYBE_FROM,
    FIELD_STAGE_MAYBE_TO,
    FIELD_ABOUT,
    FIELD_ABOUT_ONLY,
    FIELD_WITH,
    FIELD_WITHOUT,
    FIELD_LANGUAGES,
    FIELD_REFERRAL,
    FIELD_GROUP_SIZE_FROM,
    FIELD_GROUP_SIZE_TO,
    FIELD_WHEN,
    FIELD_STATUS,
    FIELD_ENDS_ON,
    FIELD_CHECKED,
    FIELD_COUNT,
};

enum field_is {
    IS_TEXT,      /* one text, shown as written */
    IS_WORDS,     /* a list of words of the vocabulary */
    IS_WORD,      /* one word of a fixed list */
    IS_PLACES,    /* a list of places */
    IS_POINT,     /* an edge of a stage */
    IS_YEARS,     /* a whole number */
    IS_YES_OR_NO,
    IS_DATE,
    IS_SESSIONS,
    IS_MEETING,   /* one part of an entry of `meets` */
    IS_ID,
};

struct field_row {
    const char *name; /* flat, as a CSV column: "stage_from"; in YAML the part before "_" may be a mapping */
    enum field_is is;
    int list; /* enum vocabulary_list for IS_WORDS and IS_WORD */
    bool staff; /* never shown on the kiosk or a handout */
};

extern const struct field_row field_table[FIELD_COUNT];

/* The field of that name, or FIELD_COUNT. The CSV-only columns `service`, `offer`, `offer_name` are for the reader. */
enum field field_named(const char *name, size_t length);

/* The field whose name is nearest to an unknown one, or FIELD_COUNT when none is near. */
enum field field_near(const char *name, size_t length);

#endif

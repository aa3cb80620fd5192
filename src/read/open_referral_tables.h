/* The tables of Open Referral's tabular data package, HSDS 3.0: what there is in which file, and how the rows of one belong to those of another. */
#ifndef READ_OPEN_REFERRAL_TABLES_H
#define READ_OPEN_REFERRAL_TABLES_H

#include <stdbool.h>
#include <stddef.h>

/* What a cell holds. Ids are UUIDs. */
enum referral_column_kind {
    COLUMN_TEXT,
    COLUMN_ID,        /* the row's own, or of something that is in no table here */
    COLUMN_OBJECT,    /* the id of the one row that stands inside this one, as the organisation in a service */
    COLUMN_PARENT,    /* the id of the row in whose list this one stands, as the service of a phone */
    COLUMN_ANY,       /* the same, of any table … */
    COLUMN_ANY_TABLE, /* … which is named here */
    COLUMN_NUMBER,
    COLUMN_DATE,
    COLUMN_TIME,
    COLUMN_INSTANT, /* date and time */
    COLUMN_EMAIL,
    COLUMN_ADDRESS, /* of the web */
};

struct referral_column {
    const char *name;
    enum referral_column_kind kind;
    bool required;
};

struct referral_table {
    const char *name; /* "phone" */
    const char *list; /* the key in JSON under which an object has a list of them: "phones" */
    const char *file; /* "phones.csv" */
    const struct referral_column *columns; /* the first is the row's id */
    size_t count;
};

enum { REFERRAL_TABLES = 20 };
extern const struct referral_table referral_tables[REFERRAL_TABLES];

/* The table of that name, and the one that a column such as "phone_id" refers to; REFERRAL_TABLES when there is none. */
size_t referral_table_named(const char *name, size_t length);
size_t referral_table_of(const char *column);

/* The key in JSON under which an object has the one row of the table that stands in it. */
const char *referral_table_key(size_t table);

/* Whether its rows have attributes and metadata. Those of attributes would have no end. */
bool referral_table_has_attributes(size_t table);

#endif

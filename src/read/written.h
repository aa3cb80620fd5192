/* A catalogue as it is written, before anybody has judged it: for `convert`, `diff` and `merge`, which must lose nothing that stands in a file.
 * Fields have the flat names of catalogue/entry.h and their values the bytes of the file. */
#ifndef READ_WRITTEN_H
#define READ_WRITTEN_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/entry.h"
#include "catalogue/field.h"
#include "catalogue/place.h"
#include "catalogue/problem.h"
#include "catalogue/vocabulary.h"
#include "read/bytes.h"
#include "read/mapping.h"
#include "read/yaml.h"
#include "text/arena.h"

struct written_service {
    struct entry entry; /* its own fields, with `id` first */
    struct entry *offers;
    size_t offer_count; /* 0: it is one offer, of its own id */
    size_t offer_room;
};

/* A word of the `vocabulary:` block. */
struct written_term {
    const char *list;
    struct entry entry;
};

/* A block that is not ours, such as `x_office:`. */
struct written_other {
    struct yaml_node key;
    struct yaml_node value;
};

/* The arrays grow; the arena owns everything else. */
struct written {
    struct arena *arena;
    struct entry head; /* the `catalogue:` block; no fields when there is none */
    struct written_term *terms;
    struct entry *places;
    struct written_other *others;
    struct written_service *services;
    size_t term_count, term_room;
    size_t place_count, place_room;
    size_t other_count, other_room;
    size_t service_count, service_room;
    const struct gazetteer *gazetteer; /* lent, for lists of others in which places and words are free text; NULL: such ones are not understood */
    const struct vocabulary *vocabulary;
    const struct mapping *mapping; /* lent, by which every spreadsheet is read; NULL: their columns are ours */
};

struct written *written_new(void);
void written_free(struct written *written); /* NULL is allowed */

/* Adds what a file (YAML, JSON or CSV, by its name or else by its first line) holds. Whatever could not be taken over is a problem; after one of the level
 * error something would be missing, and the result is not to be used. `file` is copied. */
void written_read(struct written *written, const char *file, const struct bytes *bytes, struct problems *problems);

/* The same for one kind of file. Of Open Referral, what there is no field for is kept as `x_open_referral`. */
void written_read_open_referral(struct written *written, const char *file, const struct bytes *bytes, struct problems *problems);
void written_read_yaml(struct written *written, const char *file, const struct bytes *bytes, struct problems *problems);
void written_read_csv(struct written *written, const char *file, const struct bytes *bytes, struct problems *problems);

/* A copy of everything in the arena. */
struct entry written_copy(struct arena *arena, const struct entry *entry);

/* Adds a service whose entry is owned by the arena already. It may move the services. */
struct written_service *written_add_service(struct written *written, struct entry entry);
void written_add_offer(struct written *written, struct written_service *service, struct entry entry);

/* Gives a service these offers, of which each says all that it says (there is at least one). What they say alike comes to stand on the service; an
 * offer that is all of the service is the service itself. Of a service without offers, what its entry says now besides id and name is kept there as
 * what none of them takes over. name is the service's. */
void written_set_offers(struct written *written, struct written_service *service, const struct entry_field *name, const struct entry *rows,
                        size_t count);

/* What an offer says in the end: what it inherits, and over it what it says itself. An inherited translation of a text that is said anew is not
 * inherited, and places where it meets are inherited together or not at all. Fields without a value are left out. */
struct entry written_over(struct arena *arena, const struct entry *inherited, const struct entry *own);

/* The service's offer of that number with what it inherits in it, and `id` and `name` always; of a service without offers, itself. */
struct entry written_offer(struct arena *arena, const struct written_service *service, size_t number);

/* How many offers it is: at least 1. */
size_t written_offer_count(const struct written_service *service);

/* The field of that name that has a value which is not blank, or NULL. */
const struct entry_field *entry_says(const struct entry *entry, const char *name);

/* Its first value that is not blank, blanks cut off; *length 0 and "" when there is none. Not NUL-terminated. */
const char *entry_text(const struct entry *entry, const char *name, size_t *length);

/* Whether both have the same values, but for blanks around them. NULL has none. */
bool fields_same(const struct entry_field *left, const struct entry_field *right);

/* Whether the field says `not stated`. */
bool field_says_not_stated(const struct entry_field *field);

/* Whether the name is that of a part of `meets`, known or not. */
bool field_is_meeting(const struct entry_field *field);

/* The name of the text that a field `lang_cy_summary` translates ("summary"), or NULL. */
const char *field_translates(const struct entry_field *field, size_t *length);

/* The places where an offer meets, part by part (FIELD_MEETS_PLACE + part); a length of 0: not said. */
enum { MEETING_PARTS = FIELD_MEETS_HIDDEN - FIELD_MEETS_PLACE + 1 };
struct written_text {
    const char *text;
    size_t length;
};
struct written_meeting {
    struct written_text parts[MEETING_PARTS];
};

/* Gives how many there are; *meetings is owned by the arena. cells: values are cells of a spreadsheet, of which each holds one of every meeting. */
size_t written_meetings(struct arena *arena, const struct entry *entry, bool cells, struct written_meeting **meetings);

/* Moves those that the catalogue keeps to the front and gives how many: one that says nothing is no place for the row below to be over. */
size_t written_meetings_kept(struct written_meeting *meetings, size_t count);

/* The entry with its places put in anew; those that say nothing are left out. */
struct entry written_with_meetings(struct arena *arena, const struct entry *entry, const struct written_meeting *meetings, size_t count);

#endif

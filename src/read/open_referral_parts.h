/* Between the files that read Open Referral: one entry of the file on its way to becoming fields. */
#ifndef READ_OPEN_REFERRAL_PARTS_H
#define READ_OPEN_REFERRAL_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/entry.h"
#include "catalogue/names.h"
#include "read/catalogue_files.h"
#include "read/json_tree.h"

/* The fields of a service or an offer as they are gathered. */
struct gathered_field {
    const char *name;
    uint32_t line;
    uint32_t column;
    struct entry_value *values; /* owned */
    size_t count;
    size_t room;
};

struct gathered {
    const char *id; /* of an offer */
    uint32_t line;
    uint32_t column;
    struct gathered_field *fields;
    size_t count;
    size_t room;
};

/* A key that was met and has no field, and how often. */
struct unread {
    const char *key;
    size_t count;
};

struct referral {
    struct catalogue_file *file;
    struct arena *arena; /* of one entry of the file */
    struct arena *kept;  /* of the whole file */
    struct gathered service;
    struct gathered *offers;
    size_t offer_count;
    size_t offer_room;
    bool ours;         /* written by Signpost: what is silent stays silent */
    bool at_location;  /* the service stands in one of its locations, of which there may be more */
    struct names *ids; /* made for this file, or met at locations */
    struct unread *unread;
    size_t unread_count;
    size_t unread_room;
    size_t entries;
    size_t used;
    size_t kind_unknown;
    bool kind_guessed; /* of the service that is being read */
    bool stopped;
};

/* Marks what Signpost wrote: the taxonomy of its attributes, the start of their link_type, and the keys that come behind it. An attribute's link_type is
 * "signpost:stage_from", "signpost:groups/stage_from" for the offer groups, "signpost:meets_place#1" for the second item; its value is the name of its
 * taxonomy term. */
#define REFERRAL_TAXONOMY "Signpost"
#define REFERRAL_LINK "signpost:"

/* The value of the attribute x_open_referral where the object itself is what was kept of somebody else's; else it holds all of that. */
#define REFERRAL_THEIRS "yes"

/* The longest text that a field may have. */
enum { REFERRAL_TEXT_MOST = 19000 };

/* Adds a value to a field, which is made when it is new. text is lent until the service is built. */
void gather(struct gathered *gathered, const char *name, const struct json_node *where, const char *text, size_t length, uint32_t item);
struct gathered_field *gathered_field(const struct gathered *gathered, const char *name); /* NULL: not gathered */
bool gathered_has(const struct gathered *gathered, const char *name);
void gathered_clear(struct gathered *gathered);
void gathered_free(struct gathered *gathered);

/* The text of a value: of a text that is not blank, or of a number. NULL when it has none; wrong types are told of with the key. */
const char *referral_text(struct referral *referral, const struct json_node *node, size_t *length);

/* Adds the text under the key as the field, HTML made text. Gives whether there was one. */
bool referral_field(struct referral *referral, const char *field, const struct json_node *node, const char *key);

/* What Signpost wrote into the attributes of a service: gathers it, and sets referral->ours when there is any. */
void referral_own(struct referral *referral, const struct json_node *service);

/* The id, made of what there is; the texts that have a home of their own in the standard; the rest of what a service says of itself; the whole of it,
 * to be written again; and the keys of which nothing was read, counted. */
void referral_id(struct referral *referral, const struct json_node *service);
void referral_texts(struct referral *referral, const struct json_node *service, const struct json_node *organisation);
void referral_service(struct referral *referral, const struct json_node *service, const struct json_node *organisation);
void referral_keep(struct referral *referral, const struct json_node *service);
void referral_count_unread(struct referral *referral, const struct json_node *service);

/* Each gathers what a service of any version says; location is that of a service at a location, or NULL. */
void referral_places(struct referral *referral, const struct json_node *service, const struct json_node *location);
void referral_times(struct referral *referral, const struct json_node *service);
void referral_contact(struct referral *referral, const struct json_node *service, const struct json_node *organisation);

/* Reads one service. */
void referral_read_service(struct referral *referral, const struct json_node *service);

/* Reads the tables that a datapackage.json names, which stand beside it. False when it names no services. */
bool referral_read_package(struct referral *referral, const struct json_node *top);

/* A warning at the value. */
struct position referral_at(const struct referral *referral, const struct json_node *node);

/* A phone's number as a person dials it, with its extension: from `number` and `extension`, or a text. Appends nothing when there is none. */
void referral_phone(struct buffer *out, const struct json_node *phone);

#endif

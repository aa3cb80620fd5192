/* A catalogue under construction. Between builder.c, builder_rows.c, builder_blocks.c and builder_finish.c. */
#ifndef CATALOGUE_BUILDER_H
#define CATALOGUE_BUILDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/catalogue.h"
#include "catalogue/draft.h"
#include "catalogue/names.h"

/* A service that has been met, usable or not. */
struct met {
    const char *id;
    const char *name;      /* of the service; NULL until a usable one is stated */
    struct position where;
    bool rows;             /* stated by rows of a spreadsheet: further ones may follow */
    bool id_used;          /* an offer has the id of the service itself */
    uint32_t offer_count;
    field_set broken;      /* fields with an error in the row before */
    uint32_t above;        /* the offer of the row before, if it could be used, else OFFER_INDEX_NONE */
    struct offer *left_out; /* the row before, where it could not be used */
};

#define OFFER_INDEX_NONE UINT32_MAX

/* A place that a catalogue's own place lies in, to be looked up when all are there. */
struct parent_named {
    const char *name;
    struct position where;
};

struct catalogue_builder {
    struct catalogue *catalogue;
    struct drafting drafting;
    const char *file;     /* of the last entry */
    struct offer nothing; /* what an offer is of which nothing is stated, with the defaults of the file */
    struct met *met;      /* a service's number in offer.service until the end */
    size_t met_count;
    size_t met_room;
    struct offer *offers;
    size_t offer_count;
    size_t offer_room;
    bool apart;               /* offers of a service do not stand together */
    struct names *service_ids; /* id: number in met */
    struct names *offer_ids;   /* "service/offer": number in offers */
    struct date (*terms)[2];
    size_t term_count;
    size_t term_room;
    struct parent_named *parents;
    size_t parent_count;
    size_t parent_room;
    bool places_changed;
};

/* A copy of the file's name that lives as long as the catalogue. */
const char *builder_file(struct catalogue_builder *builder, const char *file);

/* The first value of the field of that name that is not blank, blanks cut off. False when there is none: then only where is set. */
bool builder_value(const struct catalogue_builder *builder, const struct entry *entry, const char *name, struct found *found);

/* Whether the value can be an id; adds the problem when not. */
bool builder_id_good(struct catalogue_builder *builder, struct found id);

/* Notes a new service and gives its number. */
uint32_t builder_meet(struct catalogue_builder *builder, struct found id, bool rows);

/* Whether the offer's id is free in its service; adds the problem when not. */
bool builder_offer_id_free(struct catalogue_builder *builder, uint32_t met, struct found id);

/* Adds a finished draft to its service. Gives the offer's number. */
uint32_t builder_add_offer(struct catalogue_builder *builder, uint32_t met, struct draft *draft, struct found id, struct position where);

/* Finishes the gazetteer when places were added since; tells of parents that no place has. */
void builder_settle_places(struct catalogue_builder *builder);

/* For entries that are no services: a draft in which nothing is stated yet, to read fields with. */
void block_start(struct catalogue_builder *builder, struct draft *draft, const struct entry *entry);

/* Which of the names (NULL-ended) the field has; that of the NULL, and a warning, when none. */
size_t block_field(struct draft *draft, const struct entry_field *field, const char *const *names);

/* As draft_parts; 0 also after the problem that there are too many. */
size_t block_parts(struct draft *draft, const struct entry_field *field, enum draft_split split, const char *name);

/* The text of a value, safe and kept by the catalogue; NULL after the problem that it is too long. */
const char *block_text(struct draft *draft, struct found found, const char *name);

/* The first time a name for the service is known, it is the service's name. */
void builder_name_service(struct catalogue_builder *builder, uint32_t met, const struct draft *draft);

#endif

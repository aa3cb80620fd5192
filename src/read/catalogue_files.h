/* The readers of each kind of file. Bytes go in; a builder is filled; problems go to the sink. */
#ifndef READ_CATALOGUE_FILES_H
#define READ_CATALOGUE_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "read/bytes.h"
#include "read/mapping.h"

/* Who gets the entries of a file of Open Referral in place of the builder, as they are written. */
struct entry_taker {
    void *data;
    void (*service)(void *data, const struct entry *service, const struct entry *offers, size_t count);
    void (*block)(void *data, const char *block, const char *list, const struct entry *entry); /* "catalogue", "places", "vocabulary" with its list */
};

/* One file on its way into the builder. */
struct catalogue_file {
    const char *file; /* its name in problems */
    const struct bytes *bytes;
    struct catalogue_builder *builder;
    struct problems *problems;
    bool (*tell)(void *data, size_t bytes_done); /* told how far a long read has come; NULL; false stops it */
    void *data;
    const struct gazetteer *gazetteer;   /* the builder's, for lists in which places and words are written as free text */
    const struct vocabulary *vocabulary;
    const struct mapping *mapping; /* for spreadsheets with columns of somebody's own; NULL */
    const struct entry_taker *taker; /* NULL: the builder */
    bool keep;       /* what there is no field for is kept (Open Referral) */
    size_t met;      /* counts entries that reached the builder, … */
    size_t left_out; /* … and those that did not because of an error */
};

/* A catalogue's own files. What is wrong is a problem, and everything else is read. False when reading was stopped. */
bool read_catalogue_yaml(struct catalogue_file *file);
bool read_catalogue_csv(struct catalogue_file *file);

/* Open Referral: HSDS 3.0, HSDS-UK 3.0 and UK 1.0, as one service, a page of them, or an object a line. `met` counts services. */
bool read_catalogue_json(struct catalogue_file *file);

/* vocabulary.yaml: a `vocabulary:` block, as a catalogue may have too. `met` counts its words. */
void read_vocabulary(struct catalogue_file *file);

/* places.csv: columns name, kind, inside, latitude, longitude, also; several values are separated by `;`. `met` counts its places. */
void read_places(struct catalogue_file *file);

/* outcodes.csv: columns outcode, place, latitude, longitude; a row without a place is passed over. Goes straight to the gazetteer, which
 * has all places by then; the builder is not used. */
void read_outcodes(struct catalogue_file *file, struct gazetteer *gazetteer);

/* urgent-help.yaml, whose nations are looked up in the gazetteer. All texts are made safe to show, and are in the first of the languages (NULL: none)
 * in which the file has them. NULL when the file holds no urgent help
 * at all. */
struct urgent_help *read_urgent(const char *file, const struct bytes *bytes, const struct gazetteer *gazetteer, const char *const *languages,
                                struct problems *problems);

/* words/cy.yaml: what is said in that language of the words of the vocabulary and of the lines of urgent help (NULL: there are none), by their ids.
 * With show, those of urgent help are shown; the vocabulary knows which languages are wanted. */
void read_translation(struct catalogue_file *file, const char *language, struct urgent_help *urgent, bool show);

/* words/peer-support.yaml. All texts are made safe to show. A part that is not whole is left out. NULL when the file holds no part at all. */
struct explainer *read_explainer(const char *file, const struct bytes *bytes, struct problems *problems);

#endif

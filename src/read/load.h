/* Files → a catalogue and its problems. The one door through which the faces come. */
#ifndef READ_LOAD_H
#define READ_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "catalogue/problem.h"

/* How far a reading has come. */
struct load_progress {
    size_t bytes_done;
    size_t bytes_all;
    size_t services; /* or rows, as far as they could be used */
};

/* Where everything stands. All texts are lent for the call. */
struct load_request {
    const char *const *paths; /* files or folders of catalogues, in order; "-" is standard input */
    size_t path_count;
    const char *vocabulary; /* vocabulary.yaml */
    const char *places;     /* places.csv */
    const char *outcodes;   /* outcodes.csv */
    const char *urgent;     /* urgent-help.yaml; NULL: none */
    const char *explainer;  /* words/peer-support.yaml; NULL: none */
    const char *words;      /* the folder of their translations, cy.yaml for Welsh; NULL, or a folder that is not there: none */
    const char *translation; /* one more of them, wherever it stands; NULL */
    const char *const *languages; /* in which texts are wanted: struct catalogue; NULL: as they are written */
    const char *themes;     /* a folder that is no catalogue though it may stand in one; NULL */
    bool go_on;             /* a named file that cannot be read is a problem, and the others are read (check) */
    const char *tiles;      /* the layout of a map, likewise no catalogue; NULL */
    const char *map;    /* a mapping file, by which every spreadsheet is read; NULL */
    bool keep_foreign;      /* what Open Referral says and Signpost has no field for is kept as x_open_referral, to be written again */
    bool allow_empty;       /* a catalogue with no services is no failure (check) */
    bool (*progress)(void *data, const struct load_progress *progress); /* NULL; false stops the reading */
    void *progress_data;
    bool keep_part;     /* a reading that is stopped gives what was read so far, marked as a part; else it gives nothing */
    size_t first_bytes; /* for a first look: when the files hold more than about so many bytes, a part of them is read; 0: all */
};

/* Gives the catalogue, or NULL when it cannot be read at all: a path that is missing or refused, a folder with no catalogue in it, no
 * entry that could be used, or data files (vocabulary, places) that cannot be read. Then the problems say why: the last error is the
 * sentence to show. A broken entry or a broken file among good ones is a problem, not a failure. In a folder, *.yaml, *.yml, *.csv, *.json, *.jsonl
 * and *.ndjson are read in the order of their names, others are not looked at, folders within are read likewise; of one with a datapackage.json, that
 * and the tables that it names. May be called in several threads at once. */
struct catalogue *load_catalogue(const struct load_request *request, struct problems *problems);

#endif

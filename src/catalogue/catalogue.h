/* The catalogue: immutable once built, one owner, freed at once. */
#ifndef CATALOGUE_CATALOGUE_H
#define CATALOGUE_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/entry.h"
#include "catalogue/explainer.h"
#include "catalogue/offer.h"
#include "catalogue/place.h"
#include "catalogue/problem.h"
#include "catalogue/urgent.h"
#include "catalogue/vocabulary.h"
#include "text/arena.h"

struct names;

struct catalogue {
    struct arena *arena;
    struct gazetteer *gazetteer;
    struct vocabulary *vocabulary;
    struct urgent_help *urgent; /* NULL when there is none */
    struct explainer *explainer; /* NULL when there is none */
    const char *title;          /* of the first file that states one; NULL */
    const char *maintained_by;
    const char *const *languages; /* in which texts are wanted, the most wanted first, NULL-ended; NULL: as they are written */
    const struct service *services;
    size_t service_count;
    const struct offer *offers; /* all offers, service by service, in the order of the files */
    size_t offer_count;
    size_t left_out; /* entries that could not be used */
    bool part;       /* there is more in the files than was read: nothing may be taken for whole */
    struct terms terms; /* school terms that the catalogue states */
    struct names *service_ids; /* "service": index of services */
    struct names *offer_ids;   /* "service/offer", where an offer has an id of its own: index of offers */
};

void catalogue_free(struct catalogue *catalogue); /* NULL is allowed; frees gazetteer, vocabulary, urgent help and explainer too */

#define OFFER_NONE SIZE_MAX

/* The offer's index by "service/offer", or by "service" alone (its first offer); OFFER_NONE. */
size_t catalogue_find(const struct catalogue *catalogue, const char *id);

/* The service's index by its id, or SIZE_MAX. */
size_t catalogue_find_service(const struct catalogue *catalogue, const char *id, size_t length);

/* Up to room service ids nearest to the one given, for "did you mean". */
size_t catalogue_near(const struct catalogue *catalogue, const char *id, const char **near, size_t room);

const struct service *offer_service(const struct catalogue *catalogue, const struct offer *offer);

/* What a person reads: a text field, and the name, in the catalogue's languages where the offer has it so, else as it is written. The name is
 * never NULL; the public one, without words of mental health where there is one, is for the kiosk and discreet handouts. */
const char *catalogue_text(const struct catalogue *catalogue, const struct offer *offer, enum field field);
const char *catalogue_name(const struct catalogue *catalogue, const struct offer *offer);
const char *catalogue_public_name(const struct catalogue *catalogue, const struct offer *offer);

/* Appends "service/offer". */
void offer_id_words(struct buffer *out, const struct catalogue *catalogue, const struct offer *offer);

struct catalogue_builder;

/* Takes over gazetteer, vocabulary and urgent (which may be NULL); problems are lent for the builder's life. */
struct catalogue_builder *catalogue_builder_new(struct gazetteer *gazetteer, struct vocabulary *vocabulary, struct urgent_help *urgent, struct problems *problems);

/* The languages in which texts are wanted, as in struct catalogue; copied. */
void catalogue_builder_languages(struct catalogue_builder *builder, const char *const *languages);

/* The `catalogue:` block of a file (title, maintained_by, checked, source, terms): defaults for the services that follow, until the
 * next call. NULL: no defaults. */
void catalogue_builder_defaults(struct catalogue_builder *builder, const struct entry *block);

/* A term for a list of the vocabulary (`vocabulary:` block), and a place (`places:` block), of a catalogue's own. Must come before the services that use them. */
void catalogue_builder_term(struct catalogue_builder *builder, enum vocabulary_list list, const struct entry *term);
void catalogue_builder_place(struct catalogue_builder *builder, const struct entry *place);

/* What is said of a term in another language: its id as the first field, then label, definition, yes, no, ask, synonyms. (A term of a catalogue's
 * own has them in `lang:`.) An id that the list does not have is passed over, and is an error where it is
 * nearly one of the list's. */
void catalogue_builder_translation(struct catalogue_builder *builder, enum vocabulary_list list, const char *language, const struct entry *words);

/* A service as YAML and Open Referral state it: its own fields (id, name, … and the defaults of its offers), then each of its offers, or none:
 * then it is one offer with the service's id. Problems go to the sink; a service with an error in its own fields is left out with its offers,
 * an offer with one is left out alone. Gives whether anything was added. */
bool catalogue_builder_service(struct catalogue_builder *builder, const struct entry *service, const struct entry *offers, size_t offer_count);

/* A row of a spreadsheet: fields `service`, `name`, `offer`, `offer_name` and the rest. The first row of a service starts it; in a later one an absent or
 * empty cell means "as above" (the row before of the same service). Rows of one service need not stand together. */
bool catalogue_builder_row(struct catalogue_builder *builder, const struct entry *row);

/* Gives the catalogue and frees the builder. */
struct catalogue *catalogue_builder_finish(struct catalogue_builder *builder);

#endif

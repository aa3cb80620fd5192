/* The engine: a catalogue and a need in, an honest answer out. Pure: no clock, locale, file or screen inside. MATCHING.md. */
#ifndef MATCH_ANSWER_H
#define MATCH_ANSWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/catalogue.h"
#include "match/need.h"
#include "text/arena.h"

enum value { VALUE_NO, VALUE_ASK, VALUE_YES };

/* In the order in which they are shown. */
enum verdict { VERDICT_SUITS, VERDICT_ENDING, VERDICT_ASK, VERDICT_NEAR, VERDICT_NO, VERDICT_COUNT };

#define VERDICTS_FITTING ((1u << VERDICT_SUITS) | (1u << VERDICT_ENDING) | (1u << VERDICT_ASK))
#define VERDICTS_WITH_NEAR (VERDICTS_FITTING | (1u << VERDICT_NEAR))
#define VERDICTS_ALL (VERDICTS_WITH_NEAR | (1u << VERDICT_NO))

struct match_setting {
    struct date today;
    double near_miles; /* how far a place that fails may be and still be near; MATCHING.md says 30 */
    int (*collate)(const char *left, const char *right); /* the reader's order of names; NULL: by the folded names, letter by letter, accents aside */
};

struct answer {
    uint32_t offer; /* index in the catalogue */
    enum verdict verdict;
    uint16_t questions; /* open questions */
};

struct answer_list {
    struct answer *items; /* sorted as MATCHING.md says */
    size_t count;
    size_t counts[VERDICT_COUNT]; /* of all offers, wanted or not */
};

/* Holds what makes many answers over one catalogue fast: judged columns, an index of words, an order of names. It changes no answer. */
struct matcher;

/* The catalogue is lent for the matcher's life. */
struct matcher *matcher_new(const struct catalogue *catalogue, const struct match_setting *setting);
void matcher_free(struct matcher *matcher);

/* Overwrites all that earlier needs have left in the matcher (judged columns). For the kiosk, between two people. */
void matcher_forget(struct matcher *matcher);

const struct catalogue *matcher_catalogue(const struct matcher *matcher);
const struct need_setting *matcher_need_setting(const struct matcher *matcher);
struct date matcher_today(const struct matcher *matcher);

/* Answers the need with those verdicts that are wanted (bits 1 << verdict). The caller frees with answer_list_free. */
struct answer_list matcher_answer(struct matcher *matcher, const struct need *need, unsigned wanted);
void answer_list_free(struct answer_list *list);

/* One criterion of one answer. Texts live in the arena given. */
struct reason {
    const char *about;    /* the key: "in", "pregnant", "with", "status" */
    enum value value;
    const char *say;      /* one short sentence: what the service says */
    const char *question; /* when it is to be asked: "whether there is a crèche"; completes "Ask …"; else NULL */
};

struct reasons {
    struct reason *items;
    size_t count;
    enum verdict verdict;
};

/* Every criterion of the offer for this need, in the order of the criteria table, then status where it is unknown or ending. */
struct reasons matcher_explain(struct matcher *matcher, const struct need *need, size_t offer, struct arena *arena);

/* What to drop: the single terms without which something would fit, most suiting first, then most to ask. */
struct drop {
    size_t term; /* index in the need */
    size_t suits;
    size_t ask;
    size_t ending;
};
size_t matcher_drops(struct matcher *matcher, const struct need *need, struct drop *drops, size_t room);

/* "Also try": directories that cover the place, and related services whose topic or group the need names; indexes of offers in order. */
size_t matcher_also(struct matcher *matcher, const struct need *need, uint32_t *offers, size_t room);

/* Facets. */
struct facet_value {
    const char *label;
    const char *term; /* what need_toggle takes: "format:group" */
    const char *definition; /* NULL when there is none */
    bool chosen;
    size_t fits;  /* suits + ending + ask, were it chosen (or, when chosen, given up) */
    size_t suits;
    unsigned depth; /* of a place under another */
};
struct facet {
    const char *title; /* "Where", "Stage", "How" */
    struct facet_value *values;
    size_t count;
};
struct facets {
    struct arena *arena;
    struct facet *items;
    size_t count;
};

/* All facets with their counts for this need: where, stage, how, who, about, only for, with, language, referral, day. Values that no offer states and the need does not
 * name are left out. The caller frees. */
struct facets matcher_facets(struct matcher *matcher, const struct need *need);
void facets_free(struct facets *facets);

/* For each offer of the catalogue the rank of its name in the reader's order; the same name has the same rank. Lent for the matcher's life. */
const uint32_t *matcher_name_ranks(struct matcher *matcher);

/* Counts of a whole need without listing: for completion and chips. */
void matcher_count(struct matcher *matcher, const struct need *need, size_t counts[VERDICT_COUNT]);

const char *verdict_word(enum verdict verdict);  /* stable: "suits" */
const char *verdict_title(enum verdict verdict); /* for people: "Suits", "Ending soon", "To ask", "Near", "No" */
const char *value_word(enum value value);        /* stable: "yes" "ask" "no" */

#endif

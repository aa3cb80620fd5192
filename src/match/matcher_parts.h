/* What the files of the engine share: the matcher, and a need made ready to be counted. */
#ifndef MATCH_MATCHER_PARTS_H
#define MATCH_MATCHER_PARTS_H

#include <stdint.h>

#include "match/answer.h"
#include "match/columns.h"
#include "match/criteria.h"

struct matcher {
    const struct catalogue *catalogue;
    struct match_setting setting;
    struct need_setting need_setting;
    size_t words;         /* of a set of offers */
    uint64_t *answerable; /* kinds that are answers, not closed */
    uint64_t *ending;
    uint64_t *unknown;
    struct columns *columns;
    uint32_t *name_ranks; /* of all offers in the reader's order; NULL until a long list needs it */
    struct stated *stated; /* which words and places the offers state, for the facets; NULL until they are asked for */
};

/* One criterion as columns: its alternatives, and how it is turned. */
struct plan_part {
    size_t first; /* into the plan's columns */
    size_t count;
    bool denied;
    bool place;
};

/* A need as columns. Valid until the next plan is made. */
struct plan {
    struct plan_part *parts;
    size_t part_count;
    const struct column **columns;
    const struct column **reach; /* beside columns, for those of places; else NULL */
    size_t column_count;
    bool near; /* what is near is told from what is no: never after a loss */
};

/* With near, verdicts tell what is near from what is no; without, what is near counts as no, and distances need not be worked out. */
struct plan plan_of(struct matcher *matcher, const struct need *need, bool near);
void plan_free(struct plan *plan);

/* 64 offers by verdict, from offer 64 * word on. */
struct plan_word {
    uint64_t verdicts[VERDICT_COUNT];
};
struct plan_word plan_word(const struct matcher *matcher, const struct plan *plan, size_t word);

/* The open questions of an offer: criteria that are ask, and whether it still runs where that is unknown. */
uint16_t plan_questions(const struct matcher *matcher, const struct plan *plan, size_t offer);

void plan_count(const struct matcher *matcher, const struct plan *plan, size_t counts[VERDICT_COUNT]);

/* Sorts answers as MATCHING.md says. */
void answers_sort(struct matcher *matcher, const struct need *need, struct answer *answers, size_t count);

void stated_free(struct stated *stated);

#endif

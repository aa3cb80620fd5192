/* Judged columns: what every offer of a catalogue says to one value of one criterion, as bits, kept for the next need that asks it. They change
 * no answer: each holds what the judge of the criterion gives. */
#ifndef MATCH_COLUMNS_H
#define MATCH_COLUMNS_H

#include <stdint.h>

#include "match/criteria.h"

/* ask is neither. Bits of offers that are never an answer are set as for any other. */
struct column {
    uint64_t *yes;
    uint64_t *no;
};

struct columns;

/* The catalogue is lent for their life. */
struct columns *columns_new(const struct catalogue *catalogue);
void columns_free(struct columns *columns);

/* Overwrites and forgets all: nothing of a need stays. */
void columns_forget(struct columns *columns);

/* Columns asked for after this call stay until the next. */
void columns_begin(struct columns *columns);

/* The column of one value (NULL: of the criterion as a whole, for and age). Lent; see columns_begin. */
const struct column *columns_value(struct columns *columns, const struct judge_setting *setting, enum key key, const struct need_value *value);

/* The column that is yes where an offer whose place fails is near enough to show. */
const struct column *columns_reach(struct columns *columns, const struct judge_setting *setting, const struct need_value *value);

#endif

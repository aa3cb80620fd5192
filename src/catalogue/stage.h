/* The line of stages: weeks of pregnancy, birth, the child's age. MATCHING.md, "Stage". */
#ifndef CATALOGUE_STAGE_H
#define CATALOGUE_STAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/buffer.h"
#include "text/date.h"

enum stage_unit {
    STAGE_NOT_STATED,
    STAGE_PREGNANT_WEEKS, /* completed weeks of pregnancy; 0 is its start */
    STAGE_WEEKS_OLD,      /* the child's age in completed weeks */
    STAGE_MONTHS_OLD,     /* in completed months; 0 is birth; years are kept as months */
};

/* An edge of an offer's stage, in the unit that the offer uses. */
struct stage_point {
    uint8_t unit; /* enum stage_unit */
    uint16_t count;
};

/* [from, to): to is exclusive. */
struct stage {
    struct stage_point from;
    struct stage_point to;
};

/* Where a person is on the line. Weeks and months are kept side by side, so that each edge is compared in its own unit. */
struct moment {
    bool pregnant;
    bool any;      /* somewhere in that part of the line */
    int32_t days;  /* of pregnancy, or of the child's age: the least that the words allow */
    int32_t months; /* the child's completed months */
};

/* Reads `pregnancy`, `32 weeks pregnant`, `birth`, `6 weeks`, `12 months`, `2 years` (also `1 year`, `6 weeks old`). */
bool stage_point_parse(const char *text, size_t length, struct stage_point *point);

/* Appends the point in words as in the file: "32 weeks pregnant", "birth", "12 months", "2 years". */
void stage_point_words(struct buffer *out, struct stage_point point);

/* -1, 0, 1 as the edge lies before, at or after the other, months counted as 30.4375 days where units differ. */
int stage_point_compare(struct stage_point left, struct stage_point right);

/* Whether the moment has reached the edge (is at it or past it). Not for moments with `any`. */
bool stage_reached(struct moment moment, struct stage_point edge);

/* Days from the moment until the edge is reached; 0 when it has been. From pregnancy, birth counts as week 40. */
int32_t stage_days_until(struct moment moment, struct stage_point edge);

#endif

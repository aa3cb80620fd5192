/* What a line of `when` says, phrase by phrase. Between session.c, which reads a line, and session_phrases.c. */
#ifndef CATALOGUE_SESSION_PLAN_H
#define CATALOGUE_SESSION_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/session_scan.h"
#include "catalogue/words.h"
#include "text/date.h"

enum { PLAN_GROUPS = 8, PLAN_EXCEPT = 400 };

/* Days that share a time: `Tuesdays and Thursdays 10am to 12pm`. */
struct plan_group {
    size_t token;       /* where it begins */
    uint8_t days;       /* bit 0 Monday to bit 6 Sunday */
    uint8_t nths;       /* bits 1 to 5, bit 0 the last: of the month */
    uint8_t interval;   /* weeks; 0 not stated */
    int16_t from;       /* minutes; -1 */
    int16_t to;
    bool time_first;    /* `10am Tuesdays` */
    size_t date_count;
    struct date dates[PLAN_GROUPS];
};

struct plan {
    struct session_tokens tokens;
    size_t at; /* the next token */
    struct plan_group groups[PLAN_GROUPS];
    size_t group_count;
    uint8_t next_interval; /* of the days that follow: `fortnightly on Tuesdays` */
    bool month_said;
    struct date first;
    struct date last;
    unsigned weeks;
    unsigned months;
    size_t length_token; /* of `for 8 weeks` */
    bool term_time;
    bool not_on_bank_holidays;
    bool qualified; /* a from, until, term or except has followed the days: it would not be clear which days it is about */
    size_t place_from; /* bytes of the line */
    size_t place_to;   /* 0: not stated */
    struct date except[PLAN_EXCEPT];
    size_t except_count;
    bool failed;
    size_t wrong; /* the token */
    enum session_wrong why;
};

/* Says what is wrong at a token; the first one stays. Gives false. */
bool plan_fail(struct plan *plan, size_t token, enum session_wrong why);

/* Understands the phrase at plan->at and moves past it. False, and nothing moved, when it is none; or failed is set. */
bool plan_phrase(struct plan *plan);

/* The phrases that say how long, when not, and where; in session_limits.c. Each as plan_phrase. */
bool plan_term(struct plan *plan);
bool plan_except(struct plan *plan);
bool plan_from(struct plan *plan);
bool plan_until(struct plan *plan);
bool plan_for(struct plan *plan);
bool plan_place(struct plan *plan);

/* Times, in session_times.c. */
bool plan_time(struct plan *plan);

/* The group to which a time belongs, or a new one; NULL after plan_fail. */
struct plan_group *plan_group_for_time(struct plan *plan);

#endif

/* When an offer meets: the readable lines of `when`, understood. CATALOGUE.md, "when". */
#ifndef CATALOGUE_SESSION_H
#define CATALOGUE_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/arena.h"
#include "text/date.h"

enum session_repeat {
    SESSION_WEEKLY,  /* every Tuesday; Tuesdays; every second Tuesday when interval is 2 */
    SESSION_MONTHLY, /* the nth weekday of the month; nth -1 is the last */
    SESSION_ONCE,    /* on one date, which is `first` */
    SESSION_WORDS,   /* the line was not understood: only `words` says anything, and every question about it is to be asked */
};

struct session {
    enum session_repeat repeat;
    uint8_t weekday; /* 0 Monday to 6 Sunday */
    int8_t nth;
    uint8_t interval;
    int16_t from_minute; /* minutes after midnight; -1 not stated */
    int16_t to_minute;
    struct date first; /* year 0: not stated; may be a month or a year only, then within it it is not sure */
    struct date last;
    bool term_time;
    bool not_on_bank_holidays;
    const char *place; /* NULL when not stated */
    const struct date *except;
    size_t except_count;
    const char *words; /* the line as written */
};

/* School terms, first and last day of each, in order. None: when a term begins is not known. */
struct terms {
    const struct date (*items)[2];
    size_t count;
};

/* Understands one line, e.g. `every Tuesday 10:00-11:30 in term time at Paisley Abbey`, `first Saturday of the month 14:00`,
 * `from 12 January 2027 for 8 weeks, Mondays 18:00-19:30`, `…; except 25 December 2026`, `Tuesdays and Thursdays 10am to 12pm` (two
 * sessions), `12 March 2027 14:00`. Gives how many sessions were written to sessions (room of 8), or 0 when the line is not
 * understood; then *wrong is the offset of the first word that is not, and *why a sentence. Texts go to the arena. Nothing is
 * guessed: a time that could be morning or evening (`2:00`), or a course whose start is not stated, is not understood. */
size_t session_parse(struct arena *arena, const char *line, size_t length, struct session sessions[8], size_t *wrong, const char **why);

enum session_on { SESSION_NO, SESSION_YES, SESSION_PERHAPS };

/* Whether it meets on that day. PERHAPS: in term time, and the terms are not known; every second week from an unknown start; a line that
 * was not understood; a day that may be a bank holiday, when it does not meet on those.
 * When NO because it is out of term, *back gets the first meeting day after it (year 0 when not known). back may be NULL. */
enum session_on session_meets_on(const struct session *session, struct date day, struct terms terms, struct date *back);

/* The next day on or after the date on which it surely meets, within two years; year 0 when none or not known. */
struct date session_next(const struct session *session, struct date from, struct terms terms);

#endif

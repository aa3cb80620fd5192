/* The words of a line of `when`, and the small things made of them: weekdays, ordinals, times and dates. For session.c only. */
#ifndef CATALOGUE_SESSION_SCAN_H
#define CATALOGUE_SESSION_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/date.h"

enum session_token_kind { TOKEN_END, TOKEN_WORD, TOKEN_COMMA, TOKEN_SEMICOLON, TOKEN_DASH };

enum { SESSION_TOKENS = 160, SESSION_FOLDED = 24 };

struct session_token {
    enum session_token_kind kind;
    uint32_t offset; /* in the line, in bytes */
    uint32_t length;
    bool blank_before;
    char folded[SESSION_FOLDED]; /* lower case, without full stops at the ends or between letters; "" when longer or not ASCII */
};

/* The tokens of a line; behind the last stands one of kind TOKEN_END. Brackets and blanks separate. */
struct session_tokens {
    const char *line;
    size_t count; /* without the end */
    bool full;    /* the line has more words than fit */
    struct session_token items[SESSION_TOKENS + 1];
};

void session_scan(struct session_tokens *tokens, const char *line, size_t length);

/* Each of these looks at the tokens from `at` and gives how many it understood, 0 when it is something else. */

/* One weekday in full, in short or in the plural: *weekday is 0 Monday to 6 Sunday. */
size_t session_weekday(const struct session_tokens *tokens, size_t at, unsigned *weekday);

/* `first`, `2nd`, `last` …: *nth is 1 to 5, or -1. */
size_t session_ordinal(const struct session_tokens *tokens, size_t at, int *nth);

/* A whole number from 1 to 999, in digits or (up to twelve) in words. */
size_t session_number(const struct session_tokens *tokens, size_t at, unsigned *number);

enum session_half {
    HALF_SAID,    /* `10am`, `midday` */
    HALF_24,      /* `14:00`, `02:00` */
    HALF_MORNING, /* `10:30`: the morning, unless the other end of the range says otherwise */
    HALF_EITHER,  /* `2:30`: only the other end of the range can tell */
};

/* A time as its digits say; minute counts from midnight. */
struct session_time {
    unsigned minute;
    enum session_half half;
};

/* `10am`, `10:00`, `10.30 am`, `midday`, `12 noon`, `midnight`, and `10` when bare is allowed. */
size_t session_time(const struct session_tokens *tokens, size_t at, bool bare, struct session_time *time);

/* A date of any precision, with `of`, an ordinal's ending or a weekday before it: *weekday is that weekday, or 7. */
size_t session_date(const struct session_tokens *tokens, size_t at, struct date *date, unsigned *weekday);

/* Whether the token is that word. */
bool session_is(const struct session_tokens *tokens, size_t at, const char *word);

#endif

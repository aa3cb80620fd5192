/* The one table of criteria: a row for each key of the grammar. It drives parsing, judging, explaining, facets, completion, help, the man
 * page and the JSON. A new criterion is one row and its functions. */
#ifndef MATCH_CRITERIA_H
#define MATCH_CRITERIA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "match/answer.h"
#include "match/need.h"
#include "text/buffer.h"

/* How a choice of the facet changes the need. */
enum facet_joins {
    FACET_NONE,         /* no facet */
    FACET_REPLACES,     /* the one before gives way: where, stage */
    FACET_ALTERNATIVES, /* another value of the same term: format */
    FACET_BESIDE,       /* a term of its own, which holds as well: with */
};

/* What judging looks at beside the offer and the value. Made with judge_setting_of. */
struct judge_setting {
    const struct catalogue *catalogue;
    const struct need *need; /* for the few criteria that look at more than their own term: for, near, time */
    struct date today;
    double near_miles;
    uint32_t online, phone, after_loss, interpreter; /* words of the vocabulary that rules name; TERM_UNKNOWN */
    struct place_seen *seen; /* what was found about areas seen from the place that is judged; NULL: found anew each time */
};

#define TERM_UNKNOWN UINT32_MAX

/* In `only`: fathers, who are no group of the vocabulary but whom an offer is for. MATCHING.md, "For". */
#define ONLY_FATHERS (UINT32_MAX - 1)

struct judge_setting judge_setting_of(const struct catalogue *catalogue, const struct need *need, const struct match_setting *setting);

/* What a criterion sees of an offer, as numbers: two offers with the same numbers are judged alike. */
struct sight {
    uint32_t *items;
    size_t count;
    size_t room;
};

struct criterion_row {
    const char *key;         /* "format" */
    const char *synonyms[4]; /* "baby" for child; NULL-ended */
    const char *example;     /* "format:group,online": for the help and the man page */
    const char *help;        /* one line, translated when shown */
    int list;                /* enum vocabulary_list of its values, or -1 */
    enum facet_joins joins;
    const char *facet_title; /* "How", translated when shown; NULL: no facet of its own */
    bool all_of;             /* a comma means all of these (with) */

    /* Understands one value. False with *error filled (sentence and meant; the caller knows where) when it is not understood; error may be NULL: only whether. */
    bool (*parse)(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                  struct need_error *error);

    /* Judges an offer by one value; by NULL where the need is silent (for, age). Pure. */
    enum value (*judge)(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value);

    /* Adds what judge looks at; NULL: every offer is judged by itself. */
    void (*sees)(const struct judge_setting *setting, const struct offer *offer, struct sight *sight);

    /* Appends what else of the need judge looks at, so that columns are not mixed up; NULL: nothing. */
    void (*depends)(const struct need *need, struct buffer *out);

    /* Says in words why. value is what judge gave, before "-" turned it. Fills say and question. */
    void (*explain)(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                    enum value value, struct arena *arena, struct reason *reason);
};

extern const struct criterion_row criteria[KEY_COUNT];

/* The row of a key or synonym under fold_key, or KEY_COUNT. Free text has no key. */
enum key key_named(const char *text, size_t length);

/* Up to room keys whose names are nearest to the text or begin with it, best first. */
size_t keys_near(const char *text, size_t length, enum key *near, size_t room);

/* One thing that an answer depends on: a term of the need, one feature of a `with`, or what is looked at although the need is silent. */
struct criterion {
    enum key key;
    const struct need_term *term;    /* NULL where the need is silent */
    const struct need_value *values; /* alternatives; NULL where judged as a whole */
    size_t count;
    bool denied;
};

struct criteria_list {
    struct criterion *items;
    size_t count;
};

/* What the need asks, in the order of the table, with `for` and `age` always among them. Borrows from the need; free items with free(). */
struct criteria_list criteria_of(const struct need *need);

/* Judges by the best alternative, turned where denied. */
enum value criterion_judge(const struct judge_setting *setting, const struct criterion *criterion, const struct offer *offer);

/* The same before it is turned. */
enum value criterion_best(const struct judge_setting *setting, const struct criterion *criterion, const struct offer *offer);

enum value value_turned(enum value value);

/* Whether it can be had from anywhere: formats name online or phone. */
bool offer_is_remote(const struct judge_setting *setting, const struct offer *offer);

/* Whether an offer whose place fails is near enough to be worth showing. MATCHING.md, "Verdicts". */
bool place_is_near(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value);

/* Areas as seen from one place: whether they serve it and how far they are, each worked out when it is first asked for. The whereabouts are lent. */
struct place_seen *place_seen_new(const struct gazetteer *gazetteer, const struct whereabouts *from);
void place_seen_free(struct place_seen *seen);

/* Collects verdicts: how many criteria are no and ask, and whether one that is no is a place out of reach. */
struct tally {
    size_t no;
    size_t ask;
    bool out_of_reach;
};

enum verdict tally_verdict(const struct tally *tally, enum status status, bool after_loss);

#endif

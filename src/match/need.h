/* A need: what a person looks for, as terms that must all hold. The grammar of MATCHING.md, "The need, as one line of text". */
#ifndef MATCH_NEED_H
#define MATCH_NEED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/catalogue.h"
#include "text/buffer.h"
#include "text/date.h"

/* In the order of the criteria table, which is the order of reasons and of the help. */
enum key {
    KEY_IN,
    KEY_PREGNANT,
    KEY_CHILD,
    KEY_DUE,  /* judged as pregnant */
    KEY_BORN, /* judged as child */
    KEY_AFTER,
    KEY_WHO,
    KEY_AGE,
    KEY_FORMAT,
    KEY_ABOUT,
    KEY_FOR,
    KEY_ONLY,
    KEY_WITH,
    KEY_LANGUAGE,
    KEY_REFERRAL,
    KEY_DAY,
    KEY_TIME,
    KEY_ON,
    KEY_NEAR,
    KEY_CHECKED,
    KEY_STATUS,
    KEY_WORDS, /* free text */
    KEY_COUNT,
};

/* One alternative of a term (for `with`: one of the features, all wanted). Which members count depends on the key. */
struct need_value {
    const char *words; /* canonical, as it stands in the line: Falkirk, 20, one-to-one */
    uint32_t number;   /* index of a term, a person, a status; weekday; part of the day; parent's age; months for checked; 1 for a phrase */
    struct whereabouts where;
    struct moment moment;
    struct date date;
    double miles;
};

struct need_term {
    enum key key;
    bool denied; /* written with "-" */
    bool phrase; /* free text in quotes: the words in this order */
    const struct need_value *values;
    size_t count;
};

/* Terms and their texts live in the need's arena. */
struct need;

/* What the words are understood against. All lent; catalogue for its vocabulary and gazetteer. */
struct need_setting {
    const struct catalogue *catalogue;
    struct date today;
};

/* What is wrong with a term, and what was perhaps meant. Texts are lent by the error's arena. */
struct need_error {
    struct arena *arena;  /* made by the function that fails; freed with need_error_free */
    const char *sentence; /* safe to show: unknown place "Falkrik"; did you mean Falkirk? */
    size_t at;            /* byte offset of what is wrong in the line or argument, and its length */
    size_t length;
    const char *meant[3]; /* whole terms to take instead: in:Falkirk; NULL where none */
};

void need_error_free(struct need_error *error);

struct need *need_new(void);
struct need *need_copy(const struct need *need);
void need_free(struct need *need); /* overwrites the need's memory, then frees; NULL is allowed */
void need_clear(struct need *need); /* overwrites, then empties */

size_t need_count(const struct need *need);
const struct need_term *need_at(const struct need *need, size_t index);

/* The first term of the key that is not denied, or NULL. */
const struct need_term *need_find(const struct need *need, enum key key);

/* Adds the terms of a line, which may quote values. False with *error filled, and need as it was, when one is not understood. */
bool need_parse(struct need *need, const struct need_setting *setting, const char *line, struct need_error *error);

/* Adds one argument of a command line, which is one term whatever spaces it holds: `in:Scottish Borders`. */
bool need_add(struct need *need, const struct need_setting *setting, const char *argument, struct need_error *error);

void need_remove(struct need *need, size_t index);

/* Takes a facet's term ("format:group") into the need or out of it. As the facet's row says it replaces the terms of its facet (where, stage),
 * joins their alternatives (format, about, for, language, referral, who, day, time), or stands beside them (with). */
bool need_toggle(struct need *need, const struct need_setting *setting, const char *term, struct need_error *error);

/* Whether the term as written by the engine ("format:group") is part of the need. */
bool need_has(const struct need *need, const struct need_setting *setting, const char *term);

/* The place that the need names (first in:), or PLACE_NONE. */
place_id need_place(const struct need *need);

/* Whether it names a loss: after:loss. Then no child's age is shown. */
bool need_after_loss(const struct need *need);

/* Appends the line that gives this need again: in:"Scottish Borders" pregnant:20 format:one-to-one. */
void need_line(struct buffer *out, const struct need *need);
void need_term_line(struct buffer *out, const struct need_term *term);

/* Appends one term in words for a chip: "Pregnant, 20 weeks", "Falkirk", "one-to-one", "with a crèche", "not online". */
void need_term_words(struct buffer *out, const struct need_setting *setting, const struct need_term *term);

/* Completion. What could stand where the cursor is in a line: keys ("format:"), values of a key, places. */
struct completion {
    const char *insert; /* the whole term to put in place of the one being typed */
    const char *label;  /* what a person reads beside it; the definition where there is one; may be "" */
};
struct completions {
    struct arena *arena;
    size_t from; /* bytes of the line that a completion replaces: [from, to) */
    size_t to;
    struct completion *items;
    size_t count;
};

/* At most most completions for the term under the cursor (a byte offset). The caller frees. */
struct completions need_complete(const struct need_setting *setting, const char *line, size_t cursor, size_t most);
void completions_free(struct completions *completions);

#endif

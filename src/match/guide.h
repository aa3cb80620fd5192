/* The guided way in: four questions that anyone can answer or pass over, and what the answers mean as terms of a need. The browser, the kiosk and the
 * questions and answers of `--linear` all ask from here. None is about health. INTERFACE.md, "Kiosk"; facts/needs.md, N23. */
#ifndef MATCH_GUIDE_H
#define MATCH_GUIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "match/need.h"
#include "text/arena.h"
#include "text/buffer.h"

/* Those before GUIDE_COUNT are asked of everyone, in this order; the rest only follow a choice. After a loss no age follows. */
enum guide_question {
    GUIDE_WHERE,
    GUIDE_STAGE,
    GUIDE_WHO,
    GUIDE_HOW,
    GUIDE_COUNT,
    GUIDE_WEEKS = GUIDE_COUNT,
    GUIDE_AGE,
    GUIDE_QUESTION_COUNT,
    GUIDE_NONE = GUIDE_QUESTION_COUNT,
};

struct guide_choice {
    const char *label;         /* translated when shown: _(label) */
    const char *terms;         /* a line of the grammar; "" takes away what the question wrote before */
    enum guide_question opens; /* what is asked next because of it; GUIDE_NONE */
};

struct guide_row {
    const char *title; /* "Where", for a heading; this and the next two are translated when shown */
    const char *ask;   /* the question */
    const char *hint;  /* what can be typed */
    const struct guide_choice *choices;
    size_t choice_count;
    bool amount; /* a number typed here is an amount (20 weeks), so choices are not to be called by number */
    enum key first_key; /* the terms that it writes: those of the keys from first to last */
    enum key last_key;
};

extern const struct guide_row guide_rows[GUIDE_QUESTION_COUNT];

enum guide_meaning {
    GUIDE_SKIPPED, /* nothing was said: the need stays as it is */
    GUIDE_TAKEN,   /* terms are what it means */
    GUIDE_WHICH,   /* it can mean several things: sentence asks which, choices are these */
    GUIDE_UNCLEAR, /* sentence says what was not understood and what can stand there; choices are the nearest, perhaps none */
};

struct guide_answer {
    struct arena *arena; /* of everything here; freed with guide_answer_free */
    enum guide_meaning meaning;
    const char *terms;         /* GUIDE_TAKEN: a line of the grammar, perhaps "" */
    enum guide_question opens; /* GUIDE_TAKEN: what to ask next because of it; GUIDE_NONE */
    const char *sentence;      /* GUIDE_WHICH, GUIDE_UNCLEAR: safe to show */
    const struct guide_choice *choices;
    size_t choice_count;
};

/* What a typed answer means: the number of a choice, a place or postcode, "20 weeks", "3 months", "born 4 July 2026", "miscarriage", "mum", "group or
 * online", a term of the grammar. The text need not be valid UTF-8. */
struct guide_answer guide_understand(enum guide_question question, const struct need_setting *setting, const char *text);

/* The same for a choice that was pointed at, of guide_rows or of another answer. */
struct guide_answer guide_choose(const struct guide_choice *choice);

/* Overwrites the answer, then frees. */
void guide_answer_free(struct guide_answer *answer);

/* Puts an answer that was taken in the place of what the question wrote before. False, and the need as it was, when the words of this
 * catalogue do not know a term. */
bool guide_apply(struct need *need, const struct need_setting *setting, enum guide_question question, const struct guide_answer *answer);

/* What is asked after a question: what the answer opens, else the next one of the four; GUIDE_NONE at the end. */
enum guide_question guide_next(enum guide_question question, enum guide_question opens);

/* The questions on the way to this one, to go back to. Start with {0}. An answer can lead from weeks to age and back, so one that stands here already
 * takes the way back to where it was: each stands here once. */
struct guide_path {
    enum guide_question asked[GUIDE_QUESTION_COUNT];
    size_t count;
};
void guide_path_add(struct guide_path *path, enum guide_question question);

/* False when there is none before. */
bool guide_path_back(struct guide_path *path, enum guide_question *question);

/* Appends in words what the need holds of the question: "Pregnant, 20 weeks"; nothing when it holds nothing. */
void guide_now(struct buffer *out, const struct need *need, const struct need_setting *setting, enum guide_question question);

/* Whether someone who writes this, to whatever question, should see urgent help at once: "999", "help now", "I want to die". */
bool guide_urgent(const char *text);

#endif

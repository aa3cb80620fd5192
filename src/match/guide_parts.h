/* What the files of the guide share: a typed answer cut into words, and ways to say what it means. */
#ifndef MATCH_GUIDE_PARTS_H
#define MATCH_GUIDE_PARTS_H

#include "match/guide.h"

/* The choices of the stage that the other files name, in the order of the table. */
enum guide_stage_choice { GUIDE_STAGE_PREGNANT, GUIDE_STAGE_CHILD, GUIDE_STAGE_LOSS, GUIDE_STAGE_NOT_SAID };

/* A word of the folded text. Words that follow each other stand in one piece, a space apart. */
struct guide_word {
    const char *text;
    size_t length;
};

/* Everything lives in the answer's arena. */
struct guide_reading {
    enum guide_question question;
    const struct need_setting *setting;
    const char *text; /* safe to show, no spaces at either end */
    const char *folded;
    const struct guide_word *words;
    size_t word_count;
    struct guide_answer *answer;
};

/* Whether the word at that place is one of the list, which is separated by spaces. */
bool guide_word_in(const struct guide_reading *reading, size_t at, const char *list);

/* Whether any of the words is. */
bool guide_any_word_in(const struct guide_reading *reading, const char *list);

/* The length in bytes of count words from the one at that place. */
size_t guide_span(const struct guide_reading *reading, size_t at, size_t count);

/* The answer means this line of terms. */
void guide_take(struct guide_reading *reading, const char *terms, enum guide_question opens);

/* The answer means this one term, if it is understood; else it is unclear, with the reason. */
void guide_take_term(struct guide_reading *reading, const char *term);

/* The answer means this choice. */
void guide_take_choice(struct guide_reading *reading, const struct guide_choice *choice);

/* The answer may mean several things, which guide_offer adds. */
void guide_which(struct guide_reading *reading);

/* The answer is not understood; format has one %s, or none, for what was typed. guide_offer may add what is near. */
void guide_unclear(struct guide_reading *reading, const char *format);
void guide_unclear_here(struct guide_reading *reading); /* with the sentence of the question */

/* Adds one thing that may be meant; texts are copied. More than a few are left out. */
void guide_offer(struct guide_reading *reading, const char *label, const char *terms, enum guide_question opens);

/* The answers to the questions. Each fills reading->answer. */
void guide_understand_where(struct guide_reading *reading);
void guide_understand_stage(struct guide_reading *reading);
void guide_understand_who(struct guide_reading *reading);
void guide_understand_how(struct guide_reading *reading);

/* Whether the text tells of a loss: a topic of the vocabulary that is one, or a plain word for it. */
bool guide_tells_loss(const struct guide_reading *reading);

/* Understands a date that the text gives, with "due" or "born" or alone. False when it gives none. */
bool guide_understand_date(struct guide_reading *reading);

#endif

/* A handout under construction. Between handout.c, which makes the sheet, and handout_offer.c, handout_join.c and
 * handout_ask.c, which make the parts of one offer. */
#ifndef WRITE_HANDOUT_PARTS_H
#define WRITE_HANDOUT_PARTS_H

#include "text/buffer.h"
#include "write/handout.h"

struct handout_draft {
    struct handout handout;
    size_t room;
    struct arena *arena;
    struct matcher *matcher;
    const struct catalogue *catalogue;
    const struct need *need; /* NULL or with terms */
    struct handout_setting setting;
    struct buffer words; /* for one text at a time */
    struct catalogue in_language; /* the matcher's, with the languages of the setting, where it states one */
    const char *languages[2];
};

/* Adds a part; a NULL or empty text adds nothing, except under HANDOUT_FROM. Texts must live as long as the arena. */
void handout_add(struct handout_draft *draft, struct handout_part part);

/* Adds what stands in draft->words, and empties it. */
void handout_add_words(struct handout_draft *draft, enum handout_role role, const char *label);

/* The text of buffer kept in the arena; the buffer is emptied. */
const char *handout_keep(struct handout_draft *draft, struct buffer *words);

enum { HANDOUT_QUESTIONS = 6 }; /* more nobody asks */

/* One offer while its parts are made. */
struct offer_draft {
    struct handout_draft *sheet;
    const struct offer *offer;
    size_t index;
    const char *name; /* NULL: it has none that may be shown */
    bool discreet;
    const char *code_link; /* what its QR code says, NULL when nothing, and the same in words */
    const char *code_words;
    const char *questions[HANDOUT_QUESTIONS];
    size_t question_count;
};

/* Whether there is a text, and the sheet may say it. */
bool offer_may_say(const struct offer_draft *draft, const char *text);

/* The same for a text of a word of the vocabulary, which is also given as it is written: what tells in English tells in every language. */
bool offer_may_say_term(const struct offer_draft *draft, const char *text, const char *written);

/* The service's own words, in the language that is wanted where it has them and they may be said, which *language then names, else NULL; NULL where there are none that may be said. */
const char *offer_own_words(const struct offer_draft *draft, enum field field, const char **language);

void offer_add_own_words(struct offer_draft *draft, enum handout_role role, const char *label, enum field field);
void offer_add(struct offer_draft *draft, enum handout_role role, const char *label, const char *text);

/* How to join, how to get in touch, and what to say; in handout_join.c. */
void offer_add_joining(struct offer_draft *draft);

/* Notes a question, once; and the part with all of them; in handout_ask.c. */
void offer_ask(struct offer_draft *draft, const char *question);
void offer_add_questions(struct offer_draft *draft);

/* Adds all that the sheet says of one offer. */
void handout_add_offer(struct handout_draft *draft, size_t offer);

/* Whether the offer starts only after where the need stands now. Never after a loss. */
bool handout_starts_later(const struct need *need, const struct offer *offer);

#endif

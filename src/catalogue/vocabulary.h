/* The vocabulary: the words that lists of the catalogue are made of, with labels, sentences and synonyms. */
#ifndef CATALOGUE_VOCABULARY_H
#define CATALOGUE_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum vocabulary_list {
    LIST_KIND,
    LIST_FORMATS,
    LIST_WHO,    /* whom an offer is for: mothers, fathers, parents … */
    LIST_PERSON, /* who is looking: mother, father, partner, carer */
    LIST_FOR,
    LIST_ABOUT,
    LIST_WITH, /* features; `without` uses the same words */
    LIST_LANGUAGES,
    LIST_REFERRAL,
    LIST_STATUS,
    LIST_COUNT,
};

/* Kinds, audiences, people and statuses are known to the engine, so their ids stand here in this order; the vocabulary
 * file gives their labels and synonyms but cannot add to them. */
enum kind { KIND_PEER_SUPPORT, KIND_HELPLINE, KIND_CHARITY, KIND_PROFESSIONAL, KIND_RELATED, KIND_DIRECTORY };
enum who { WHO_MOTHERS, WHO_FATHERS, WHO_PARENTS, WHO_PARENTS_AND_CARERS, WHO_FAMILIES, WHO_NOT_STATED };
enum person { PERSON_MOTHER, PERSON_FATHER, PERSON_PARTNER, PERSON_CARER };
enum status { STATUS_RUNNING, STATUS_ENDING, STATUS_UNKNOWN, STATUS_CLOSED };

/* The texts of a word that have translations, as they are written. */
struct term_texts {
    const char *label;
    const char *definition;
    const char *yes;
    const char *no;
    const char *ask;
};

/* One word. Texts are safe to show and owned by the vocabulary; labels are never NULL, the rest may be. From label to ask they are in the language
 * that vocabulary_show_in wants, as far as there are translations. */
struct term {
    enum vocabulary_list list;
    uint32_t index; /* its number within the list */
    const char *id;
    const char *label;
    const char *definition;
    const char *yes; /* sentence when an offer states it */
    const char *no;  /* sentence when an offer states the contrary */
    const char *ask; /* completes "Ask …": "whether there is a crèche" */
    const char *iso; /* languages: ISO 639 code */
    bool loss;       /* topics: about the death of a baby or the end of a pregnancy */
    const char *const *synonyms; /* of all languages */
    size_t synonym_count;
    /* Given by the vocabulary, not taken from what is added: */
    struct term_texts written; /* for what must not depend on the language */
    const char *const *labels; /* translations of the label, of all languages */
    size_t label_count;
};

struct vocabulary;

/* An empty vocabulary that already holds the fixed ids above, labelled by themselves. */
struct vocabulary *vocabulary_new(void);
void vocabulary_free(struct vocabulary *vocabulary);

/* Adds a term (all texts are copied), or fills in the one that has the same id. Gives NULL when it stands; else the
 * text that is taken already (an id, label, code or synonym of another term of the list); then the rest of the term was still
 * added. It gives the id, and adds nothing, when the id is a name of another term or names nothing, or when the list is fixed and
 * does not know it. */
const char *vocabulary_add(struct vocabulary *vocabulary, const struct term *term);

/* The languages (ISO 639 codes, NULL-ended, the most wanted first; lent for the vocabulary's life; NULL: none) in which translations that are added
 * from now on are shown. */
void vocabulary_show_in(struct vocabulary *vocabulary, const char *const *languages);

/* Adds to the term that has the id what is said of it in another language: label, definition, yes, no, ask and synonyms, as far as stated. What it is
 * called there names it as its other names do. A name that is written goes before one that is a translation; of translations into two languages the
 * first has it. Gives NULL when it stands; else the text that is taken already, by what is written or in the same language; or the id, when no term
 * has it. */
const char *vocabulary_translate(struct vocabulary *vocabulary, const char *language, const struct term *term);

/* The term of the list that the text names by id, label, synonym or ISO code under fold_key, in any language, or NULL. */
const struct term *vocabulary_find(const struct vocabulary *vocabulary, enum vocabulary_list list, const char *text, size_t length);

/* The term of the list with that id, or NULL: no other name will do. */
const struct term *vocabulary_term(const struct vocabulary *vocabulary, enum vocabulary_list list, const char *id);

/* Up to room terms of the list nearest to the text, best first; for "did you mean". Gives how many. */
size_t vocabulary_near(const struct vocabulary *vocabulary, enum vocabulary_list list, const char *text, size_t length,
                       const struct term **near, size_t room);

size_t vocabulary_count(const struct vocabulary *vocabulary, enum vocabulary_list list);
const struct term *vocabulary_at(const struct vocabulary *vocabulary, enum vocabulary_list list, size_t index);

/* The list's name as in the files ("formats"), and back (LIST_COUNT when unknown). */
const char *vocabulary_list_name(enum vocabulary_list list);
enum vocabulary_list vocabulary_list_named(const char *name, size_t length);

#endif

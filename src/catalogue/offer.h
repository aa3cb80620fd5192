/* What a catalogue holds: services, and the offers that they run. Everything here is safe to show and owned by the catalogue. */
#ifndef CATALOGUE_OFFER_H
#define CATALOGUE_OFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/field.h"
#include "catalogue/place.h"
#include "catalogue/problem.h"
#include "catalogue/session.h"
#include "catalogue/stage.h"
#include "catalogue/vocabulary.h"
#include "text/date.h"

/* A list of numbers: indexes of terms in their vocabulary list, or place ids. Not stated: silence. Stated with none: there are none. */
struct numbers {
    const uint32_t *items;
    uint32_t count;
    bool stated;
};

enum answer_stated { NOT_STATED, STATED_YES, STATED_NO };

/* Inclusive; -1 where not stated. */
struct years {
    int16_t from;
    int16_t to;
};

struct meeting {
    const char *place;   /* as written; NULL when not stated */
    const char *address; /* NULL when not stated */
    const char *postcode;
    struct whereabouts where;
    bool hidden; /* never shown or exported */
};

struct offer_text {
    uint16_t field;  /* enum field */
    uint16_t column; /* where its value stands in the file of the offer: 0 where that is not known */
    uint32_t line;
    const char *text;
};

/* A field that is kept and written back: `x_…`, and translations `lang_cy_summary`. */
struct offer_extra {
    const char *name;
    const char *text;
};

/* An offer with what it inherits from its service already in it. */
struct offer {
    uint32_t service; /* index */
    const char *id;
    enum kind kind;
    enum who who;
    enum status status;
    enum answer_stated about_only;
    struct numbers areas, areas_maybe; /* place ids */
    struct numbers formats, formats_maybe, for_groups, about, with, without, languages, referral; /* indexes of terms */
    struct stage stage, stage_maybe;
    struct years parent_age, parent_age_maybe, group_size;
    struct date ends_on, checked;
    const struct session *sessions;
    uint32_t session_count;
    uint32_t meeting_count;
    const struct meeting *meetings;
    const struct offer_text *texts;
    const struct offer_extra *extras;
    uint32_t text_count;
    uint32_t extra_count;
    struct position where; /* of the offer in its file */
};

struct service {
    const char *id;
    const char *name;
    uint32_t first_offer; /* index; the offers of a service stand together */
    uint32_t offer_count;
    struct position where;
};

/* A text field (field < FIELD_TEXT_COUNT), or NULL when not stated. "" when stated as none. */
const char *offer_text(const struct offer *offer, enum field field);

/* Where that text stands; where that is not known, the offer. */
struct position offer_text_where(const struct offer *offer, enum field field);

/* The name as it is written: the offer's own. Never NULL. */
const char *offer_name(const struct offer *offer);

/* A text field in the first of the languages (ISO 639 codes, NULL-ended; NULL: none wanted) that the offer has it in, which *language then names;
 * else as it is written, and *language is NULL. language may be NULL. */
const char *offer_text_in(const struct offer *offer, enum field field, const char *const *languages, const char **language);

/* Whether one of the places where it meets is to stay hidden. Then the place of a session is not shown either: it may be that one. */
bool offer_has_hidden_place(const struct offer *offer);

/* Whether the text (an address, a line of `when`) names such a place: then it is shown to nobody and written nowhere. NULL names none. */
bool offer_hides(const struct offer *offer, const char *text);

bool numbers_have(struct numbers numbers, uint32_t item);

/* Whether the kind is an answer (peer-support, helpline, charity, professional) and not an "also try". */
bool kind_is_answer(enum kind kind);

/* What was checked so many months ago is old, and is said to be: check before you refer. */
enum { OFFER_OLD_MONTHS = 12 };

/* Whether it was last checked that many months ago or more; of a year or a month alone its last day counts. False where that is not known. */
bool offer_is_old(const struct offer *offer, struct date today, int months);

/* Whether it has closed: status closed, or ended before today. */
bool offer_closed(const struct offer *offer, struct date today);

#endif

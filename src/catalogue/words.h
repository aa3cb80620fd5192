/* What is wrong with a catalogue, in sentences: each problem's name, level and words stand in words.c and nowhere else. */
#ifndef CATALOGUE_WORDS_H
#define CATALOGUE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/problem.h"

/* Bytes of a file, as it gave them; quoted in a sentence, long ones are cut. */
struct found {
    const char *text;
    size_t length;
    struct position where;
};

/* The nearest known ones, for "did you mean". Names are safe to show. */
struct nearest {
    const char *names[3];
    size_t count;
};

/* Why a line of `when` is not understood. */
enum session_wrong {
    SESSION_WRONG_WORD,
    SESSION_WRONG_NO_DAY,
    SESSION_WRONG_HALF,
    SESSION_WRONG_TIMES,
    SESSION_WRONG_MONTH,
    SESSION_WRONG_OFTEN,
    SESSION_WRONG_START,
    SESSION_WRONG_DATES,
    SESSION_WRONG_WEEKDAY,
    SESSION_WRONG_TWICE,
    SESSION_WRONG_LINES,
    SESSION_WRONG_LONG,
};

/* What would be right, as the end of a sentence, without full stop. */
const char *words_session_wrong(enum session_wrong wrong);

/* Each adds one problem. field is the field's name as in the file. */
void report_unknown_area(struct problems *problems, struct found found, struct nearest near);
void report_unknown_word(struct problems *problems, struct found found, const char *field, struct nearest near);
void report_unknown_field(struct problems *problems, struct found found, const char *near); /* near may be NULL */
void report_repeated_field(struct problems *problems, struct found found);
void report_missing_id(struct problems *problems, struct position where, bool offer);
void report_missing_name(struct problems *problems, struct position where);
void report_bad_id(struct problems *problems, struct found found, const char *better); /* better: "" when there is none */
void report_duplicate_id(struct problems *problems, struct found found, bool offer, struct position first);
void report_as_above(struct problems *problems, struct position where, const char *field);
void report_bad_date(struct problems *problems, struct found found, const char *field);
void report_bad_term(struct problems *problems, struct found found);
void report_bad_stage(struct problems *problems, struct found found);
void report_bad_number(struct problems *problems, struct found found, const char *field, int least, int most);
void report_bad_yes_or_no(struct problems *problems, struct found found, const char *field);
void report_bad_session(struct problems *problems, struct found found, const char *why);
void report_bad_postcode(struct problems *problems, struct found found, bool has_its_shape);
void report_half_point(struct problems *problems, struct position where);
void report_none_with_others(struct problems *problems, struct found found, const char *field);
void report_several_values(struct problems *problems, struct found found, const char *field);
void report_too_long(struct problems *problems, struct position where, const char *field, size_t most_bytes);
void report_too_many(struct problems *problems, struct position where, const char *field, size_t most);
void report_unsafe_text(struct problems *problems, struct position where, const char *field, unsigned unsafe);
void report_stage_order(struct problems *problems, struct position where, const char *from, const char *to);
void report_ages_order(struct problems *problems, struct position where, int from, int to);
void report_sizes_order(struct problems *problems, struct position where, int from, int to);
void report_word_in_both(struct problems *problems, struct position where, const char *word);
void report_maybe_inside_sure(struct problems *problems, struct position where, const char *word, const char *sure, const char *maybe);
void report_ends_on_without_ending(struct problems *problems, struct position where);
void report_unknown_list(struct problems *problems, struct found found);
void report_word_taken(struct problems *problems, struct found found);
void report_other_numbers(struct problems *problems, struct found found, const char *text); /* text: which, as in the file: "say" */
void report_list_fixed(struct problems *problems, struct found found, const char *list);
void report_place_taken(struct problems *problems, struct found found);
void report_unknown_kind(struct problems *problems, struct found found);

#endif

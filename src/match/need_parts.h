/* What the files about needs share: the need itself, and how a mistake in one is told. */
#ifndef MATCH_NEED_PARTS_H
#define MATCH_NEED_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "match/need.h"

struct need {
    struct arena *arena; /* values and texts */
    struct need_term *terms;
    size_t count;
    size_t room;
};

/* More than a person says at once; a bound for hostile lines. */
enum { NEED_TERMS_MOST = 64, NEED_VALUES_MOST = 64 };

/* Appends a term. values and their texts must lie in the need's arena. */
void need_append(struct need *need, struct need_term term);

/* Appends the value as it stands in a line: in quotes where it would fall apart without. */
void need_value_line(struct buffer *out, const char *words, bool quoted);

/* Tells what is wrong. error may be NULL: then nothing is kept. What is lent is copied. */
void need_wrong(struct need_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds a whole term that was perhaps meant, "key:words", up to three, none twice. */
void need_meant(struct need_error *error, enum key key, const char *words);

/* The same for a term as it stands. */
void need_meant_term(struct need_error *error, const char *term);

/* Appends "; did you mean Falkirk or with:creche?" to the sentence where something was perhaps meant. Terms of the key (KEY_COUNT: of none) are
 * named without it. */
void need_wrong_meant(struct need_error *error, enum key key);

/* Puts "-" before what was meant, for a denied term. */
void need_meant_denied(struct need_error *error);

/* A piece of what was typed, made safe to show and cut to a length that a sentence can hold; in the error's arena. "" without an error. */
const char *need_typed(struct need_error *error, const char *text, size_t length);

/* Whether the text from here to end starts a term with a key ("in:", "-in:", also one that nobody knows), and then the key's end. */
bool need_key_at(const char *text, size_t length, size_t *key_length);

#endif

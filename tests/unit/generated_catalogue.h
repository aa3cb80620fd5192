/* Catalogues made up from a number, with everything that CATALOGUE.md allows in them, and what two catalogues say, compared. */
#ifndef TESTS_GENERATED_CATALOGUE_H
#define TESTS_GENERATED_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "text/buffer.h"

/* Appends a catalogue in YAML. The same seed gives the same one. No two say the same, and nothing in them is a mistake: every offer is used. */
void generate_catalogue(struct buffer *yaml, unsigned seed);

/* What the program understands of the text, read as a file of that name (its ending says what it is), with a few places and words. Errors fail the
 * test. Owned by the caller. */
struct catalogue *understand_catalogue(const char *file, const char *text, size_t length);

/* Whether both say the same: ids, names, every field of every offer, silences, translations, fields of their own, title, terms, words and places, in the
 * same order. Else *difference gets the first lines that differ. */
bool catalogues_mean_the_same(const struct catalogue *left, const struct catalogue *right, struct buffer *difference);

#endif

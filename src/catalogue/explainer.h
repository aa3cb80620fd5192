/* "What is peer support?", in the words of a data file: once for her who may want it, once for a professional who speaks of it. */
#ifndef CATALOGUE_EXPLAINER_H
#define CATALOGUE_EXPLAINER_H

#include <stddef.h>

#include "text/arena.h"

enum reader { READER_HER, READER_PROFESSIONAL };

/* A part in one language. Safe to show; heading and paragraphs are never empty. */
struct explainer_words {
    const char *language; /* ISO 639 code; NULL: the language of the file */
    const char *heading;
    const char *const *paragraphs;
    size_t paragraph_count;
};

struct explainer_part {
    const char *id;
    enum reader reader;
    struct explainer_words words;
    const struct explainer_words *translations; /* each has heading and paragraphs */
    size_t translation_count;
    const char *const *sources; /* by name and year, for who wants to know where it is from */
    size_t source_count;
};

/* In the order of the file. From memory_new; owns an arena with its parts and all texts. */
struct explainer {
    struct arena *arena;
    const struct explainer_part *parts;
    size_t count;
};

/* No parts yet, and an arena for them. */
struct explainer *explainer_new(void);

void explainer_free(struct explainer *explainer); /* NULL is allowed */

/* The part's words in the language, a BCP 47 tag of which only the language counts ("cy", "en-GB"); else those of the file. */
const struct explainer_words *explainer_words_in(const struct explainer_part *part, const char *language);

#endif

/* Texts of a data file that people read: safe to show, kept in an arena. For urgent help and the explainer. */
#ifndef READ_SAFE_WORDS_H
#define READ_SAFE_WORDS_H

#include <stddef.h>

#include "catalogue/problem.h"
#include "catalogue/words.h"
#include "read/yaml.h"
#include "text/arena.h"

/* What the texts of one file share. All lent. */
struct safe_words {
    const char *file;
    struct problems *problems;
    struct arena *arena;
};

/* What stands at the node, for a problem. */
struct found safe_words_found(const struct safe_words *words, const struct yaml_node *node);

/* The text of a value without the line break at its end; what cannot be shown in it is reported. NULL when nothing stands there, or something
 * that is no text, which is an error: "nested-value". key is the field's name in problems. */
const char *safe_words_text(const struct safe_words *words, const char *key, const struct yaml_node *value);

/* The texts of a list, or of a single value; those that are NULL are left out. */
const char *const *safe_words_texts(const struct safe_words *words, const char *key, const struct yaml_node *value, size_t *count);

#endif

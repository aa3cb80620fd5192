/* One table of everything that can be wrong with a file, by the name that stays the same. signpost-catalogue(5), "PROBLEMS", says what each means. */
#ifndef CATALOGUE_RULES_H
#define CATALOGUE_RULES_H

#include <stddef.h>

#include "catalogue/problem.h"

/* What a rule is about. */
enum rule_about {
    RULE_FORM,     /* whether it is understood */
    RULE_TRUTH,    /* whether it still holds, and holds together */
    RULE_SETTINGS, /* settings, keys and themes */
};

struct rule {
    const char *name;
    unsigned levels; /* a bit for each enum problem_level that it can have */
    enum rule_about about;
};

/* In the order of their names, ended by a row whose name is NULL. */
extern const struct rule rule_table[];

#endif

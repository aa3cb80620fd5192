/* The themes of this machine, and the one that is wanted. */
#ifndef COMMAND_THEMES_H
#define COMMAND_THEMES_H

#include <stddef.h>

#include "catalogue/problem.h"
#include "read/configuration.h"
#include "screen/theme.h"
#include "text/arena.h"

struct themes {
    struct arena *arena; /* holds the names */
    struct theme *items; /* "plain" first, the others by their names */
    size_t count;
    size_t chosen;
};

/* Finds the themes of the person, of the site and those that came with Signpost; of two with one name the first counts. Those that cannot be read are left
 * out; if it is the wanted one that is not there or cannot be read, that is a problem, and "plain" is chosen. */
void themes_open(struct themes *themes, const struct configuration *settings, struct problems *problems);
void themes_free(struct themes *themes);

#endif

/* What the browser may do with a sheet outside of the screen: print it, and write it into a file that the person names. */
#ifndef COMMAND_BROWSE_SHEETS_H
#define COMMAND_BROWSE_SHEETS_H

#include <stdbool.h>

#include "read/configuration.h"
#include "screen/browse.h"
#include "text/buffer.h"

/* The settings are lent, and must live as long as what this gives. */
struct browse_sheets browse_sheets_of(const struct configuration *settings);

/* Appends the path that a typed name of a file means: "~/" at its start is the home folder. False with a sentence, safe to show, in *why when it cannot be
 * the name of a file. */
bool browse_sheets_path(struct buffer *path, const char *name, struct buffer *why);

#endif

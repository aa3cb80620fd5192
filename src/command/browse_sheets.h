/* What the browser may do with a sheet outside of the screen: print it, and write it into a file that the person names. */
#ifndef COMMAND_BROWSE_SHEETS_H
#define COMMAND_BROWSE_SHEETS_H

#include "read/configuration.h"
#include "screen/browse.h"

/* The settings are lent, and must live as long as what this gives. */
struct browse_sheets browse_sheets_of(const struct configuration *settings);

#endif

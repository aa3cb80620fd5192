/* How standard output is to look: how wide, and whether it may be bold. */
#ifndef COMMAND_TERMINAL_LOOK_H
#define COMMAND_TERMINAL_LOOK_H

#include "command/options.h"
#include "write/find.h"

/* Columns from COLUMNS or the terminal, 80 otherwise; bold only on a terminal that is not dumb, without NO_COLOR and --no-color. */
struct find_look terminal_look(const struct options *options);

/* The same columns, however many there are: for tables. */
size_t terminal_columns(void);

/* Whether colour is wanted at all: not --no-color, NO_COLOR (non-empty), TERM=dumb or no TERM. */
bool terminal_may_colour(const struct options *options);

#endif

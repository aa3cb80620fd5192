/* `signpost --linear`: the browser's jobs as questions and answers, line by line, for screen readers, braille and dumb terminals. INTERFACE.md,
 * "On the screen". */
#ifndef COMMAND_LINEAR_H
#define COMMAND_LINEAR_H

#include "command/options.h"

/* Whether the list is to be gone through in this way: by the option, or because the terminal is a dumb one. */
bool linear_wanted(const struct options *options);

/* Asks and answers until the person quits or the input ends. Gives the exit status, as find does for what was looked for last. */
int command_linear(const struct options *options);

#endif

/* What holds for this run: options over environment over the person's configuration over the site's. */
#ifndef COMMAND_SETTINGS_H
#define COMMAND_SETTINGS_H

#include <stdbool.h>

#include "command/options.h"
#include "read/configuration.h"

/* Reads the configuration files (or only the one of --config) and lays environment and options over them. Says on standard error what in a file is
 * not understood. False when the file of --config cannot be read, which is said; then nothing is left to free. */
bool settings_read(struct configuration *settings, const struct options *options);

#endif

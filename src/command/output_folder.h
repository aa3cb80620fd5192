/* A folder of files that appears whole or not at all. */
#ifndef COMMAND_OUTPUT_FOLDER_H
#define COMMAND_OUTPUT_FOLDER_H

#include <stdbool.h>

#include "write/open_referral.h"

/* Writes the files beside where the folder is to stand, and then gives it its name. Where something other than an empty folder stands there already,
 * nothing is written. Says on standard error why it could not be, and gives false; then nothing is left of it. */
bool output_folder(const char *path, const struct package_files *files);

#endif

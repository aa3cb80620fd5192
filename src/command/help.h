/* `--help` and `--version`, made from the tables of commands, options and criteria. */
#ifndef COMMAND_HELP_H
#define COMMAND_HELP_H

#include "command/command.h"

/* Appends the help of one command, or of the program when command is NULL. */
void help_for(struct buffer *out, const struct command *command);
void help_version(struct buffer *out);

#endif

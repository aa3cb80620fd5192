/* The words of a command line as a need: each argument is one term. */
#ifndef COMMAND_WORDS_TO_NEED_H
#define COMMAND_WORDS_TO_NEED_H

#include "command/options.h"
#include "match/need.h"

/* Gives the need, to be freed by the caller; or says on standard error what is not understood and gives NULL. */
struct need *words_to_need(const struct need_setting *setting, const struct options *options);

#endif

/* The words of a command line as a need: each argument is one term. */
#ifndef COMMAND_WORDS_TO_NEED_H
#define COMMAND_WORDS_TO_NEED_H

#include "command/options.h"
#include "match/need.h"

/* Gives the need, to be freed by the caller; or says on standard error what is not understood and gives NULL. */
struct need *words_to_need(const struct need_setting *setting, const struct options *options);

/* The need with which a list opens: the area of the configuration. What is no place is said, and left out. area may be NULL. The caller frees. */
struct need *need_of_area(const struct need_setting *setting, const char *area);

#endif

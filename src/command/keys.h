/* `signpost --keys`: the keys of the screen, for people and for the settings. */
#ifndef COMMAND_KEYS_H
#define COMMAND_KEYS_H

#include "command/options.h"
#include "read/configuration.h"
#include "screen/key_map.h"

/* The keys as the settings have them; what is wrong with their wishes is added to the problems. */
struct key_map keys_of(const struct configuration *settings, struct problems *problems);

/* Writes them to standard output, in the form of the setting "keys". Gives the exit status. */
int keys_list(const struct options *options);

#endif

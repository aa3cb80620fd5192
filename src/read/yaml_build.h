/* Events → nodes. Within the reader of YAML only. */
#ifndef READ_YAML_BUILD_H
#define READ_YAML_BUILD_H

#include <stdbool.h>
#include <stddef.h>

#include "read/yaml.h"
#include "read/yaml_events.h"
#include "text/arena.h"

struct yaml_build {
    struct yaml_events *events;
    struct arena *arena; /* owns the nodes and their texts */
    struct yaml_node *stack; /* children of what is open; freed by yaml_build_free */
    size_t count;
    size_t room;
};

/* Makes the node that the current event begins; its last event is then current. Duplicate and merge keys, and keys that are no
 * scalars, are problems, and flaws of the events. False when an event is missing. */
bool yaml_build(struct yaml_build *build, struct yaml_node *node);

void yaml_build_free(struct yaml_build *build);

/* Adds a problem for each key that stands a second time; gives how many. The arena is used for sorting. */
size_t yaml_duplicates(const char *file, struct arena *arena, const struct yaml_node *keys, size_t count, struct problems *problems);

/* Judges the current event as a key: it must be a scalar and not "<<". False, with a problem and a flaw, when it is not. */
bool yaml_key(struct yaml_events *events);

/* "a list", "text": what the node is, for a sentence. */
const char *yaml_found(const struct yaml_node *node);

#endif

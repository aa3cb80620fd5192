/* What the files that read the settings share. Nobody else includes this. */
#ifndef READ_CONFIGURATION_PARTS_H
#define READ_CONFIGURATION_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "read/configuration.h"
#include "read/yaml.h"

struct settings_reading {
    struct configuration *configuration;
    const char *path;
    struct problems *problems;
};

struct position settings_position(const struct settings_reading *reading, const struct yaml_node *node);

/* "yes", "no" and YAML's other words for them. False when it is neither; *answer then stays. */
bool settings_yes_or_no(const struct yaml_node *value, bool *answer);

/* Adds the problem of a key that nobody knows, with the near one of the names. */
void settings_unknown(struct settings_reading *reading, const struct yaml_node *key, const char *const *names, size_t count);

/* `kiosk:`, a mapping. Every problem of it is added here; gives true. */
bool settings_kiosk(struct settings_reading *reading, const struct yaml_node *value, size_t item);

/* What holds when no file says otherwise. */
struct kiosk_settings settings_kiosk_default(void);

#endif

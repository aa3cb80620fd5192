/* Which key does what: the table of actions, changed by the settings. Made once; hints, help, mouse and manual follow it. No curses. */
#ifndef SCREEN_KEY_MAP_H
#define SCREEN_KEY_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/problem.h"
#include "read/configuration.h"
#include "screen/actions.h"
#include "text/buffer.h"

struct key_map {
    bool letters; /* whether printable keys but the space bar are commands */
    uint32_t keys[ACTION_COUNT][ACTION_KEYS]; /* as in the table of actions; PRESS_NONE behind the last */
};

/* The keys of the table, for the browser. */
struct key_map key_map_default(bool letters);

/* Those for the kiosk: what it refuses has no key, and no letter is one. */
struct key_map key_map_kiosk(void);

/* Changes a default map as the settings wish; a wish that stands before another of the same action counts. A key goes from an action that nobody gave a key to
 * the one that is given it. Wishes that are not understood, that give one key twice in one place, or that would take the last key of help, urgent help,
 * going back or leaving, are problems; what is wrong changes nothing. An action that has lost its last key is a problem too. */
void key_map_change(struct key_map *map, const struct key_wish *wishes, size_t count, struct problems *problems);

/* What the key does there, ACTION_NONE if nothing. Without letters printable keys but the space bar do nothing; with typing true no printable key does, for
 * all are text. */
enum action action_for(const struct key_map *map, uint32_t press, enum where where, bool typing);

/* The key to show for an action, PRESS_NONE if it has none that can be used. */
uint32_t action_key(const struct key_map *map, enum action action, bool typing);

/* Appends all keys of an action that can be used: "x or F6". */
void action_keys(struct buffer *out, const struct key_map *map, enum action action, bool typing);

#endif

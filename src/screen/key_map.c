#include "screen/key_map.h"

#include <string.h>

#include "screen/keys.h"
#include "screen/words.h"
#include "text/fold.h"

/* Without these somebody is caught, or has no help. */
static const enum action never_without[] = {ACTION_HELP, ACTION_URGENT, ACTION_BACK, ACTION_PUT_BACK, ACTION_QUIT};

enum { NEVER_WITHOUT = sizeof never_without / sizeof *never_without };

/* What is wished so far, beside the map: which wish an action has (NULL: the table's keys), and where each of its keys stands. */
struct changing {
    struct key_map *map;
    const struct key_wish *wishes[ACTION_COUNT];
    struct position at[ACTION_COUNT][ACTION_KEYS];
    struct problems *problems;
};

static struct key_map map_of(bool letters, enum action_face face)
{
    struct key_map map = {.letters = letters};
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
        if (action_table[action].face == face || action_table[action].face == FACE_BOTH)
            memcpy(map.keys[action], action_table[action].keys, sizeof map.keys[action]);
    return map;
}

struct key_map key_map_default(bool letters)
{
    return map_of(letters, FACE_BROWSER);
}

struct key_map key_map_kiosk(void)
{
    return map_of(false, FACE_KIOSK);
}

static bool usable(const struct key_map *map, uint32_t press, bool typing)
{
    if (press == PRESS_NONE || (typing && press_is_printable(press)))
        return false;
    return map->letters || !press_is_letter(press);
}

enum action action_for(const struct key_map *map, uint32_t press, enum where where, bool typing)
{
    if (!usable(map, press, typing))
        return ACTION_NONE;
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        if (!(action_table[action].where & (unsigned)where))
            continue;
        for (int i = 0; i < ACTION_KEYS; i++)
            if (map->keys[action][i] == press)
                return (enum action)action;
    }
    return ACTION_NONE;
}

uint32_t action_key(const struct key_map *map, enum action action, bool typing)
{
    for (int i = 0; i < ACTION_KEYS; i++)
        if (usable(map, map->keys[action][i], typing))
            return map->keys[action][i];
    return PRESS_NONE;
}

void action_keys(struct buffer *out, const struct key_map *map, enum action action, bool typing)
{
    size_t start = out->length;
    for (int i = 0; i < ACTION_KEYS; i++) {
        if (!usable(map, map->keys[action][i], typing))
            continue;
        if (out->length > start)
            buffer_add_text(out, NAME_OR);
        press_name(out, map->keys[action][i]);
    }
}

/* Where the key would be a command for the action. */
static unsigned places_of(enum action action, uint32_t press)
{
    return press_is_printable(press) ? action_table[action].where & ~(unsigned)IN_TEXT : action_table[action].where;
}

static bool has(const uint32_t *keys, uint32_t press)
{
    for (int i = 0; i < ACTION_KEYS; i++)
        if (keys[i] == press)
            return true;
    return false;
}

/* The other action that is wished to have the key where this one works, ACTION_NONE if none is. */
static enum action wished_for(const struct changing *changing, uint32_t press, enum action but)
{
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
        if (action != (int)but && changing->wishes[action] && has(changing->map->keys[action], press) &&
            places_of((enum action)action, press) & places_of(but, press))
            return (enum action)action;
    return ACTION_NONE;
}

static struct position where_wished(const struct changing *changing, enum action action, uint32_t press)
{
    for (int i = 0; i < ACTION_KEYS; i++)
        if (changing->map->keys[action][i] == press)
            return changing->at[action][i];
    return changing->wishes[action]->where;
}

static enum action action_named(const char *name, const char **near)
{
    struct near_name nearest = near_name_of(name);
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        if (action_table[action].face == FACE_KIOSK)
            continue;
        if (strcmp(action_table[action].name, name) == 0)
            return (enum action)action;
        near_name_try(&nearest, action_table[action].name);
    }
    *near = nearest.name;
    return ACTION_NONE;
}

/* The key of a text, if the action can have it; else PRESS_NONE and a problem. */
static uint32_t key_of(const struct changing *changing, enum action action, const struct key_text *text)
{
    const char *near = NULL;
    uint32_t press = press_named(text->text, &near);
    enum action other = press ? wished_for(changing, press, action) : ACTION_NONE;
    if (!press && near)
        problems_add(changing->problems, PROBLEM_WARNING, "unknown-key", text->where, WRONG_KEY_NEAR, text->text, near);
    else if (!press)
        problems_add(changing->problems, PROBLEM_WARNING, "unknown-key", text->where, WRONG_KEY, text->text);
    else if (!places_of(action, press))
        problems_add(changing->problems, PROBLEM_WARNING, "key-is-text", text->where, WRONG_KEY_IS_TEXT, text->text, action_table[action].name);
    else if (other)
        problems_add(changing->problems, PROBLEM_WARNING, "key-twice", text->where, WRONG_KEY_TWICE, text->text, action_table[other].name,
                     (unsigned)where_wished(changing, other, press).line);
    else
        return press;
    return PRESS_NONE;
}

/* The first key that works wherever the action does: one that is never text. */
static uint32_t lasting(const uint32_t *keys)
{
    for (int i = 0; i < ACTION_KEYS; i++)
        if (keys[i] && !press_is_printable(keys[i]))
            return keys[i];
    return PRESS_NONE;
}

static bool is_never_without(enum action action)
{
    for (int i = 0; i < NEVER_WITHOUT; i++)
        if (never_without[i] == action)
            return true;
    return false;
}

/* The keys of a wish that the action can have, with where they stand. Gives how many. */
static int gather(const struct changing *changing, enum action action, const struct key_wish *wish, uint32_t *keys, struct position *at)
{
    int count = 0;
    for (size_t i = 0; i < wish->count; i++) {
        uint32_t press = key_of(changing, action, &wish->keys[i]);
        if (!press || has(keys, press))
            continue;
        if (count == ACTION_KEYS) {
            problems_add(changing->problems, PROBLEM_WARNING, "too-many-keys", wish->keys[i].where, WRONG_KEYS_MANY, wish->action, ACTION_KEYS);
            break;
        }
        at[count] = wish->keys[i].where;
        keys[count++] = press;
    }
    return count;
}

static void take_wish(struct changing *changing, const struct key_wish *wish)
{
    const char *near = NULL;
    enum action action = action_named(wish->action, &near);
    if (!action && near)
        problems_add(changing->problems, PROBLEM_WARNING, "unknown-action", wish->where, WRONG_ACTION_NEAR, wish->action, near);
    else if (!action)
        problems_add(changing->problems, PROBLEM_WARNING, "unknown-action", wish->where, WRONG_ACTION, wish->action);
    if (!action || changing->wishes[action])
        return;
    uint32_t keys[ACTION_KEYS] = {PRESS_NONE};
    int count = gather(changing, action, wish, keys, changing->at[action]);
    if (count == 0 && wish->count > 0)
        return;
    if (is_never_without(action) && !lasting(keys)) {
        struct buffer name = {0};
        press_name(&name, lasting(action_table[action].keys));
        problems_add(changing->problems, PROBLEM_WARNING, "key-needed", wish->where, WRONG_KEYS_LAST, wish->action, buffer_text(&name));
        buffer_free(&name);
        return;
    }
    changing->wishes[action] = wish;
    memcpy(changing->map->keys[action], keys, sizeof keys);
}

static void tell_taken(const struct changing *changing, const char *name, const char *sentence, uint32_t press, enum action from, enum action to)
{
    struct buffer key = {0};
    press_name(&key, press);
    problems_add(changing->problems, PROBLEM_WARNING, name, where_wished(changing, to, press), sentence, buffer_text(&key), action_table[from].name);
    buffer_free(&key);
}

/* Takes a key back from an action; one that has lost all that it was wished to have goes back to those of the table. */
static void withdraw(struct changing *changing, enum action action, uint32_t press)
{
    uint32_t *keys = changing->map->keys[action];
    struct position *at = changing->at[action];
    int count = 0;
    for (int i = 0; i < ACTION_KEYS; i++) {
        if (!keys[i] || keys[i] == press)
            continue;
        at[count] = at[i];
        keys[count++] = keys[i];
    }
    for (int i = count; i < ACTION_KEYS; i++)
        keys[i] = PRESS_NONE;
    if (count == 0 || (is_never_without(action) && !lasting(keys)))
        changing->wishes[action] = NULL;
}

/* The keys of the table that nobody else is wished to have. */
static void keep_rest(const struct changing *changing, enum action action, uint32_t *rest)
{
    int count = 0;
    memset(rest, 0, ACTION_KEYS * sizeof *rest);
    if (action_table[action].face == FACE_KIOSK)
        return;
    for (int i = 0; i < ACTION_KEYS; i++) {
        uint32_t press = action_table[action].keys[i];
        if (press && !wished_for(changing, press, action))
            rest[count++] = press;
    }
}

/* Gives one key back to an action that must not be without one. False when all have theirs. */
static bool give_back(struct changing *changing)
{
    for (int i = 0; i < NEVER_WITHOUT; i++) {
        enum action action = never_without[i];
        uint32_t rest[ACTION_KEYS];
        keep_rest(changing, action, rest);
        if (changing->wishes[action] || lasting(rest))
            continue;
        uint32_t press = lasting(action_table[action].keys);
        enum action taker = wished_for(changing, press, action);
        tell_taken(changing, "key-taken", WRONG_KEY_TAKEN, press, action, taker);
        withdraw(changing, taker, press);
        return true;
    }
    return false;
}

void key_map_change(struct key_map *map, const struct key_wish *wishes, size_t count, struct problems *problems)
{
    struct changing changing = {.map = map, .problems = problems};
    for (size_t i = 0; i < count; i++)
        take_wish(&changing, &wishes[i]);
    while (give_back(&changing))
        ;
    struct key_map before = key_map_default(map->letters);
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        enum action action = (enum action)i;
        if (changing.wishes[action])
            continue;
        keep_rest(&changing, action, map->keys[action]);
        uint32_t press = action_key(&before, action, false);
        if (press && !action_key(map, action, false))
            tell_taken(&changing, "key-lost", WRONG_KEY_LOST, press, action, wished_for(&changing, press, action));
    }
}

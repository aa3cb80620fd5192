#include "read/configuration.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "read/bytes.h"
#include "read/configuration_parts.h"
#include "read/theme_file.h"
#include "read/words.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/safe.h"

/* MATCHING.md, "Verdicts". */
#define NEAR_MILES 30.0

struct setting_row {
    const char *key;
    bool (*take)(struct settings_reading *reading, const struct yaml_node *value, size_t item);
    bool mapping; /* the value has names of its own, such as keys: {near: x} */
};

struct position settings_position(const struct settings_reading *reading, const struct yaml_node *node)
{
    return (struct position){reading->path, node->line, node->column};
}

/* A path as the file states it: a relative one is meant from the folder of the file. */
static const char *path_of(const struct settings_reading *reading, const struct yaml_node *value)
{
    const char *slash = strrchr(reading->path, '/');
    struct buffer path = {0};
    if (value->text[0] != '/' && slash)
        buffer_add(&path, reading->path, (size_t)(slash + 1 - reading->path));
    buffer_add(&path, value->text, value->length);
    const char *kept = arena_text(reading->configuration->arena, buffer_text(&path));
    buffer_free(&path);
    return kept;
}

static bool take_catalogue(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    struct configuration *configuration = reading->configuration;
    const char **paths = arena_get(configuration->arena, item + 1, sizeof *paths);
    if (item > 0) /* the list of this file; one of an earlier file is replaced */
        memcpy(paths, configuration->catalogues, item * sizeof *paths);
    paths[item] = path_of(reading, value);
    configuration->catalogues = paths;
    configuration->catalogue_count = item + 1;
    return true;
}

static bool take_explainer(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    if (value->length == 0)
        return false;
    reading->configuration->explainer = path_of(reading, value);
    return true;
}

static bool take_area(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    reading->configuration->area = arena_copy(reading->configuration->arena, value->text, value->length);
    return true;
}

static bool take_near_miles(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    char *end;
    double miles = strtod(value->text, &end);
    if (value->length == 0 || *end || !(miles >= 0.0 && miles <= 1000.0))
        return false;
    reading->configuration->near_miles = miles;
    return true;
}

bool settings_yes_or_no(const struct yaml_node *value, bool *answer)
{
    static const char *const words[2][3] = {{"no", "false", "off"}, {"yes", "true", "on"}};
    struct buffer folded = {0};
    fold_words(&folded, value->text, value->length);
    bool known = false;
    for (size_t yes = 0; yes < 2; yes++)
        for (size_t i = 0; i < 3; i++)
            if (strcmp(buffer_text(&folded), words[yes][i]) == 0) {
                *answer = yes == 1;
                known = true;
            }
    buffer_free(&folded);
    return known;
}

/* A list of words, the program first; one of an earlier file is replaced. They go to the program as they are, and no shell ever sees them. */
static bool take_print(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    struct configuration *configuration = reading->configuration;
    if (value->length == 0 || strlen(value->text) != value->length)
        return false;
    const char **words = arena_get(configuration->arena, item + 1, sizeof *words);
    if (item > 0)
        memcpy(words, configuration->print, item * sizeof *words);
    words[item] = arena_copy(configuration->arena, value->text, value->length);
    configuration->print = words;
    configuration->print_count = item + 1;
    return true;
}

static bool take_print_html(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    return settings_yes_or_no(value, &reading->configuration->print_html);
}

static bool take_from(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    struct buffer from = {0};
    safe_text(&from, value->text, value->length, false);
    reading->configuration->from = from.length > 0 ? arena_copy(reading->configuration->arena, from.bytes, from.length) : NULL;
    buffer_free(&from);
    return true;
}

static bool take_save(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    return settings_yes_or_no(value, &reading->configuration->save);
}

static bool take_mouse(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    return settings_yes_or_no(value, &reading->configuration->mouse);
}

static bool take_letters(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    return settings_yes_or_no(value, &reading->configuration->letters);
}

static bool take_colour(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    return settings_yes_or_no(value, &reading->configuration->colour);
}

static bool take_theme(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    struct configuration *configuration = reading->configuration;
    if (value->length == 0)
        return false;
    configuration->theme = theme_is_file(value->text) ? path_of(reading, value) : arena_copy(configuration->arena, value->text, value->length);
    configuration->theme_where = settings_position(reading, value);
    return true;
}

/* One key of an action, or one item of its list. */
static bool take_key(struct settings_reading *reading, const struct yaml_node *value, struct key_text *key)
{
    bool nothing = value->length == 0 || (!value->quoted && (strcmp(value->text, "~") == 0 || strcmp(value->text, "null") == 0));
    if (value->kind != YAML_SCALAR || nothing) {
        problems_add(reading->problems, PROBLEM_WARNING, "bad-setting", settings_position(reading, value), "%s", WORDS_KEY_NOT_TEXT_OR_LIST);
        return false;
    }
    *key = (struct key_text){arena_copy(reading->configuration->arena, value->text, value->length), settings_position(reading, value)};
    return true;
}

/* Fills the wish in. False when nothing of it can be used. */
static bool take_wish(struct settings_reading *reading, const struct yaml_node *action, const struct yaml_node *value, struct key_wish *wish)
{
    bool list = value->kind == YAML_LIST;
    size_t most = list ? value->count : 1;
    struct key_text *keys = arena_get(reading->configuration->arena, most + 1, sizeof *keys);
    size_t count = 0;
    for (size_t i = 0; i < most; i++)
        count += take_key(reading, list ? &value->items[i] : value, &keys[count]);
    const char *name = arena_copy(reading->configuration->arena, action->text, action->length);
    *wish = (struct key_wish){name, settings_position(reading, action), keys, count};
    return count > 0 || most == 0;
}

/* Those of an earlier file stand behind. */
static bool take_keys(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    struct configuration *configuration = reading->configuration;
    struct key_wish *wishes = arena_get(configuration->arena, value->count + configuration->key_wish_count + 1, sizeof *wishes);
    size_t count = 0;
    for (size_t i = 0; i < value->count; i++)
        count += take_wish(reading, &value->keys[i], &value->items[i], &wishes[count]);
    if (configuration->key_wish_count > 0)
        memcpy(wishes + count, configuration->key_wishes, configuration->key_wish_count * sizeof *wishes);
    configuration->key_wishes = wishes;
    configuration->key_wish_count += count;
    return true;
}

static const struct setting_row settings[] = {
    {"catalogue", take_catalogue, false},
    {"area", take_area, false},
    {"near_miles", take_near_miles, false},
    {"print", take_print, false},
    {"print_html", take_print_html, false},
    {"mouse", take_mouse, false},
    {"from", take_from, false},
    {"save", take_save, false},
    {"letters", take_letters, false},
    {"colour", take_colour, false},
    {"explainer", take_explainer, false},
    {"theme", take_theme, false},
    {"keys", take_keys, true},
    {"kiosk", settings_kiosk, true},
};
#define SETTING_COUNT (sizeof settings / sizeof settings[0])

bool configuration_knows(const char *key, size_t length)
{
    for (size_t i = 0; i < SETTING_COUNT; i++)
        if (strlen(settings[i].key) == length && memcmp(settings[i].key, key, length) == 0)
            return true;
    return false;
}

void settings_unknown(struct settings_reading *reading, const struct yaml_node *key, const char *const *names, size_t count)
{
    struct position where = settings_position(reading, key);
    struct near_name near = near_name_of(key->text);
    for (size_t i = 0; i < count; i++)
        near_name_try(&near, names[i]);
    if (near.name)
        problems_add(reading->problems, PROBLEM_WARNING, "unknown-setting", where, WORDS_UNKNOWN_SETTING_NEAR, key->text, near.name);
    else
        problems_add(reading->problems, PROBLEM_WARNING, "unknown-setting", where, WORDS_UNKNOWN_SETTING, key->text);
}

static bool take_setting(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct settings_reading *reading = data;
    const char *names[SETTING_COUNT];
    for (size_t i = 0; i < SETTING_COUNT; i++) {
        names[i] = settings[i].key;
        if (strcmp(settings[i].key, key->text) != 0)
            continue;
        enum yaml_kind kind = settings[i].mapping ? YAML_MAPPING : YAML_SCALAR;
        if (value->kind != kind || !settings[i].take(reading, value, item)) {
            struct position where = settings_position(reading, value);
            problems_add(reading->problems, PROBLEM_WARNING, "bad-setting", where, WORDS_BAD_SETTING, key->text);
        }
        return true;
    }
    if (item == 0)
        settings_unknown(reading, key, names, SETTING_COUNT);
    return true;
}

struct configuration configuration_default(void)
{
    struct configuration configuration = {.arena = arena_new(),
                                          .near_miles = NEAR_MILES,
                                          .save = true,
                                          .mouse = true,
                                          .letters = true,
                                          .colour = true,
                                          .theme = "plain",
                                          .kiosk = settings_kiosk_default()};
    configuration.print = arena_get(configuration.arena, 1, sizeof *configuration.print);
    configuration.print[0] = "lp";
    configuration.print_count = 1;
    return configuration;
}

void configuration_free(struct configuration *configuration)
{
    arena_free(configuration->arena);
    *configuration = (struct configuration){0};
}

bool configuration_read(struct configuration *configuration, const char *path, bool must, struct problems *problems)
{
    if (!must && access(path, F_OK) != 0)
        return true;
    struct bytes bytes;
    if (!bytes_read(path, &bytes, problems))
        return !must;
    struct settings_reading reading = {configuration, arena_text(configuration->arena, path), problems};
    if (bytes.length > 0)
        yaml_read(reading.path, bytes.text, bytes.length, problems, take_setting, &reading);
    bytes_free(&bytes);
    return true;
}

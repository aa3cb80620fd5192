#include "read/theme_file.h"

#include <stdlib.h>
#include <string.h>

#include "read/bytes.h"
#include "read/colours.h"
#include "read/words.h"
#include "read/yaml.h"
#include "text/fold.h"
#include "text/memory.h"

/* A colour that the file does not say. */
enum { UNSAID = -2 };

struct reading {
    const char *path;
    const struct theme_role *roles;
    size_t count;
    struct theme_look *looks;
    struct position *where; /* of each role's row; line 0: it has none */
    struct problems *problems;
};

static const struct {
    const char *name;
    unsigned bit;
} attributes[] = {{"bold", THEME_BOLD}, {"reverse", THEME_REVERSE}, {"underline", THEME_UNDERLINE}};

enum { ATTRIBUTES = sizeof attributes / sizeof *attributes };

static struct position position_of(const struct reading *reading, const struct yaml_node *node)
{
    return (struct position){reading->path, node->line, node->column};
}

static void tell_unknown(const struct reading *reading, const struct yaml_node *node, const char *name, const char *near, const char *alone, const char *with)
{
    struct position where = position_of(reading, node);
    if (near)
        problems_add(reading->problems, PROBLEM_WARNING, name, where, with, node->text, near);
    else
        problems_add(reading->problems, PROBLEM_WARNING, name, where, alone, node->text);
}

static void take_colour(const struct reading *reading, const struct yaml_node *value, int most, int *colour)
{
    const char *near = NULL;
    int found = value->kind == YAML_SCALAR ? colour_named(value->text, &near) : -1;
    if (value->kind != YAML_SCALAR || (found < 0 && value->length == 0))
        problems_add(reading->problems, PROBLEM_WARNING, "unknown-colour", position_of(reading, value), "%s", WORDS_NO_COLOUR);
    else if (found < 0)
        tell_unknown(reading, value, "unknown-colour", near, WORDS_UNKNOWN_COLOUR, WORDS_UNKNOWN_COLOUR_NEAR);
    else if (found >= most)
        problems_add(reading->problems, PROBLEM_WARNING, "stand-in", position_of(reading, value), WORDS_STAND_IN, value->text);
    else
        *colour = found;
}

static void take_attribute(const struct reading *reading, const struct yaml_node *value, unsigned *bits)
{
    struct near_name near = near_name_of(value->kind == YAML_SCALAR ? value->text : "");
    for (size_t i = 0; i < ATTRIBUTES; i++) {
        if (strcmp(near.word, attributes[i].name) == 0) {
            *bits |= attributes[i].bit;
            return;
        }
        near_name_try(&near, attributes[i].name);
    }
    if (value->kind == YAML_SCALAR)
        tell_unknown(reading, value, "unknown-attribute", near.name, WORDS_UNKNOWN_ATTRIBUTE, WORDS_UNKNOWN_ATTRIBUTE_NEAR);
    else
        problems_add(reading->problems, PROBLEM_WARNING, "unknown-attribute", position_of(reading, value), WORDS_UNKNOWN_ATTRIBUTE, "");
}

/* Takes foreground, background and attributes; gives whether the key was one of these. */
static bool take_part(const struct reading *reading, const struct yaml_node *key, const struct yaml_node *value, int most, struct theme_pair *pair)
{
    if (strcmp(key->text, "foreground") == 0) {
        take_colour(reading, value, most, &pair->foreground);
    } else if (strcmp(key->text, "background") == 0) {
        take_colour(reading, value, most, &pair->background);
    } else if (strcmp(key->text, "attributes") == 0) {
        pair->attributes = 0;
        for (size_t i = 0; value->kind == YAML_LIST && i < value->count; i++)
            take_attribute(reading, &value->items[i], &pair->attributes);
        if (value->kind != YAML_LIST)
            take_attribute(reading, value, &pair->attributes);
    } else {
        return false;
    }
    return true;
}

static void tell_unknown_part(const struct reading *reading, const struct yaml_node *key, bool stand_in)
{
    static const char *const names[] = {"foreground", "background", "attributes", "stand_in"};
    struct near_name near = near_name_of(key->text);
    for (size_t i = 0; i < (stand_in ? 3 : 4); i++)
        near_name_try(&near, names[i]);
    tell_unknown(reading, key, "unknown-part", near.name, WORDS_UNKNOWN_PART, WORDS_UNKNOWN_PART_NEAR);
}

static void take_stand_in(const struct reading *reading, const struct yaml_node *row, struct theme_pair *pair)
{
    if (row->kind != YAML_MAPPING) {
        problems_add(reading->problems, PROBLEM_WARNING, "bad-look", position_of(reading, row), WORDS_BAD_LOOK, "stand_in");
        return;
    }
    for (size_t i = 0; i < row->count; i++)
        if (!take_part(reading, &row->keys[i], &row->items[i], COLOURS_EIGHT, pair))
            tell_unknown_part(reading, &row->keys[i], true);
}

static void take_row(const struct reading *reading, const struct yaml_node *row, struct theme_look *look)
{
    look->colours = (struct theme_pair){UNSAID, UNSAID, 0};
    for (size_t i = 0; i < row->count; i++)
        if (!take_part(reading, &row->keys[i], &row->items[i], COLOURS_MOST, &look->colours) && strcmp(row->keys[i].text, "stand_in") != 0)
            tell_unknown_part(reading, &row->keys[i], false);
    /* The attributes hold for the stand-in as well, unless it has its own. */
    look->stand_in = (struct theme_pair){UNSAID, UNSAID, look->colours.attributes};
    const struct yaml_node *stand_in = yaml_under(row, "stand_in");
    if (stand_in)
        take_stand_in(reading, stand_in, &look->stand_in);
}

static bool take_role(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    const struct reading *reading = data;
    struct near_name near = near_name_of(key->text);
    for (size_t i = 0; i < reading->count; i++) {
        if (strcmp(reading->roles[i].name, key->text) != 0) {
            near_name_try(&near, reading->roles[i].name);
            continue;
        }
        if (value->kind == YAML_MAPPING && item == 0) {
            reading->where[i] = position_of(reading, key);
            take_row(reading, value, &reading->looks[i]);
        } else {
            problems_add(reading->problems, PROBLEM_WARNING, "bad-look", position_of(reading, value), WORDS_BAD_LOOK, key->text);
        }
        return true;
    }
    if (item == 0)
        tell_unknown(reading, key, "unknown-role", near.name, WORDS_UNKNOWN_ROLE, WORDS_UNKNOWN_ROLE_NEAR);
    return true;
}

/* Completes a pair by what it is laid over. One colour of its own beside one of the terminal's is no pair. */
static void complete(const struct reading *reading, size_t role, struct theme_pair *pair, struct theme_pair below)
{
    if (pair->foreground == UNSAID)
        pair->foreground = below.foreground;
    if (pair->background == UNSAID)
        pair->background = below.background;
    if ((pair->foreground == THEME_OWN) == (pair->background == THEME_OWN))
        return;
    problems_add(reading->problems, PROBLEM_WARNING, "half-a-pair", reading->where[role], WORDS_HALF_A_PAIR, reading->roles[role].name);
    pair->foreground = below.foreground;
    pair->background = below.background;
}

/* Says what is hard to read. A role that the file does not name only loses its bold where that makes it so: bold black is grey on the Linux console. */
static void judge(const struct reading *reading, size_t role, struct theme_pair *pair)
{
    if (pair->foreground == THEME_OWN)
        return;
    double contrast = colour_contrast(pair->foreground, pair->background, pair->attributes & THEME_BOLD);
    if (contrast >= COLOUR_CONTRAST_LEAST)
        return;
    if (reading->where[role].line > 0)
        problems_add(reading->problems, PROBLEM_WARNING, "hard-to-read", reading->where[role], WORDS_HARD_TO_READ, reading->roles[role].name,
                     (int)contrast, (int)(contrast * 10.0) % 10);
    else
        pair->attributes &= ~(unsigned)THEME_BOLD;
}

static bool is_said(const struct theme_pair *pair)
{
    return pair->foreground != UNSAID || pair->background != UNSAID;
}

/* Fills in what the rows leave open, the text first. */
static void settle(const struct reading *reading)
{
    static const struct theme_pair own = {THEME_OWN, THEME_OWN, 0};
    struct theme_look *text = &reading->looks[0];
    for (size_t role = 0; role < reading->count; role++) {
        struct theme_look *look = &reading->looks[role];
        bool stand_in = is_said(&look->stand_in);
        complete(reading, role, &look->colours, role == 0 ? own : text->colours);
        /* Colours that every terminal has stand in for themselves. */
        bool every = look->colours.foreground < COLOURS_EIGHT && look->colours.background < COLOURS_EIGHT;
        struct theme_pair below = every ? look->colours : role == 0 ? own : text->stand_in;
        complete(reading, role, &look->stand_in, stand_in && role > 0 ? text->stand_in : below);
        judge(reading, role, &look->colours);
        if (stand_in || !every || reading->where[role].line == 0)
            judge(reading, role, &look->stand_in);
    }
}

bool theme_is_file(const char *theme)
{
    static const char ending[] = ".yaml";
    size_t length = strlen(theme);
    size_t ends = sizeof ending - 1;
    return strchr(theme, '/') || (length > ends && strcmp(theme + length - ends, ending) == 0);
}

void theme_looks_plain(const struct theme_role *roles, size_t count, struct theme_look *looks)
{
    for (size_t role = 0; role < count; role++) {
        struct theme_pair pair = {THEME_OWN, THEME_OWN, roles[role].attributes};
        looks[role] = (struct theme_look){pair, pair};
    }
}

bool theme_file_read(const char *path, const struct theme_role *roles, size_t count, struct theme_look *looks, struct problems *problems)
{
    struct bytes bytes;
    theme_looks_plain(roles, count, looks);
    if (!bytes_read(path, &bytes, problems))
        return false;
    struct reading reading = {path, roles, count, looks, memory_new(count, sizeof(struct position)), problems};
    for (size_t role = 0; role < count; role++) {
        struct theme_pair pair = {UNSAID, UNSAID, roles[role].attributes};
        looks[role] = (struct theme_look){pair, pair};
    }
    bool understood = yaml_read(path, bytes.text, bytes.length, problems, take_role, &reading);
    settle(&reading);
    if (!understood)
        theme_looks_plain(roles, count, looks);
    free(reading.where);
    bytes_free(&bytes);
    return understood;
}

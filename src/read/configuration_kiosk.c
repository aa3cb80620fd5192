#include <string.h>

#include "read/configuration_parts.h"
#include "read/configuration_words.h"
#include "read/words.h"
#include "text/buffer.h"
#include "text/safe.h"
#include "text/utf8.h"

/* A kiosk that waits for less than 20 seconds takes the screen from who reads it; one that waits longer than an hour never forgets. */
enum { QUIET = 90, QUIET_LEAST = 20, QUIET_MOST = 3600 };
/* 20 seconds are what WCAG 2.2, 2.2.1, asks for; a site can know better. */
enum { WARNING = 20, WARNING_LEAST = 5, WARNING_MOST = 120 };
enum { PIN_LEAST = 4 };
/* What fits on a small screen in large letters. */
enum { WELCOME_MOST = 200, NEUTRAL_MOST = 6, NEUTRAL_LINE_MOST = 80 };

static const char *found_there(const struct yaml_node *value)
{
    return words_found(value->kind == YAML_LIST ? FOUND_LIST : value->kind == YAML_MAPPING ? FOUND_MAPPING : value->length == 0 ? FOUND_NOTHING : FOUND_TEXT);
}

static void tell_not_text(struct settings_reading *reading, const struct yaml_node *value)
{
    problems_add(reading->problems, PROBLEM_WARNING, "bad-setting", settings_position(reading, value), WORDS_SETTING_NOT_TEXT, found_there(value));
}

/* A whole number of seconds. */
static void take_seconds(struct settings_reading *reading, const char *key, const struct yaml_node *value, int least, int most, int *seconds)
{
    int number = 0;
    bool good = value->kind == YAML_SCALAR && value->length > 0;
    for (size_t i = 0; good && i < value->length; i++) {
        good = value->text[i] >= '0' && value->text[i] <= '9' && number <= most;
        if (good)
            number = number * 10 + (value->text[i] - '0');
    }
    if (good && number >= least && number <= most)
        *seconds = number;
    else
        problems_add(reading->problems, PROBLEM_WARNING, "bad-setting", settings_position(reading, value), WORDS_SETTING_NUMBER, key, least, most);
}

static void take_yes_or_no(struct settings_reading *reading, const char *key, const struct yaml_node *value, bool *answer)
{
    if (value->kind != YAML_SCALAR || !settings_yes_or_no(value, answer))
        problems_add(reading->problems, PROBLEM_WARNING, "bad-setting", settings_position(reading, value), WORDS_BAD_SETTING, key);
}

/* Text that can be shown, in one line without blanks at its ends, or NULL when it cannot be used; that has then been told. */
static const char *shown_text(struct settings_reading *reading, const struct yaml_node *value, size_t most)
{
    if (value->kind != YAML_SCALAR) {
        tell_not_text(reading, value);
        return NULL;
    }
    struct buffer safe = {0};
    safe_text(&safe, value->text, value->length, false);
    const char *start = buffer_text(&safe);
    size_t length = safe.length;
    while (length > 0 && *start == ' ')
        start++, length--;
    while (length > 0 && start[length - 1] == ' ')
        length--;
    size_t characters = 0;
    for (size_t at = 0; at < length; at += utf8_read(start + at, length - at).length)
        characters++;
    const char *text = characters <= most ? arena_copy(reading->configuration->arena, start, length) : NULL;
    if (!text)
        problems_add(reading->problems, PROBLEM_WARNING, "bad-setting", settings_position(reading, value), WORDS_SETTING_TOO_LONG, most);
    buffer_free(&safe);
    return text;
}

static void take_welcome(struct settings_reading *reading, const char *key, const struct yaml_node *value)
{
    (void)key;
    const char *welcome = shown_text(reading, value, WELCOME_MOST);
    if (welcome)
        reading->configuration->kiosk.welcome = *welcome ? welcome : NULL;
}

static void take_quiet(struct settings_reading *reading, const char *key, const struct yaml_node *value)
{
    take_seconds(reading, key, value, QUIET_LEAST, QUIET_MOST, &reading->configuration->kiosk.quiet_seconds);
}

static void take_warning(struct settings_reading *reading, const char *key, const struct yaml_node *value)
{
    take_seconds(reading, key, value, WARNING_LEAST, WARNING_MOST, &reading->configuration->kiosk.warning_seconds);
}

static void take_print(struct settings_reading *reading, const char *key, const struct yaml_node *value)
{
    take_yes_or_no(reading, key, value, &reading->configuration->kiosk.print);
}

static void take_count(struct settings_reading *reading, const char *key, const struct yaml_node *value)
{
    take_yes_or_no(reading, key, value, &reading->configuration->kiosk.count_visits);
}

/* A PIN that cannot be one takes away that of an earlier file too: whoever wrote it meant the old one to end. */
static void take_pin(struct settings_reading *reading, const char *key, const struct yaml_node *value)
{
    (void)key;
    struct kiosk_settings *kiosk = &reading->configuration->kiosk;
    bool good = value->kind == YAML_SCALAR && value->length >= PIN_LEAST && value->length <= KIOSK_PIN_MOST;
    for (size_t i = 0; good && i < value->length; i++)
        good = value->text[i] >= '0' && value->text[i] <= '9';
    kiosk->pin = good ? arena_copy(reading->configuration->arena, value->text, value->length) : NULL;
    if (!good)
        problems_add(reading->problems, PROBLEM_WARNING, "bad-setting", settings_position(reading, value), WORDS_NO_PIN, PIN_LEAST, KIOSK_PIN_MOST);
}

/* A list, or one value that is meant as a list of one. */
struct values {
    const struct yaml_node *items;
    size_t count;
};

static struct values values_of(struct settings_reading *reading, const char *key, const struct yaml_node *value, size_t most)
{
    struct values values = {value, 1};
    if (value->kind == YAML_LIST)
        values = (struct values){value->items, value->count};
    if (values.count > most) {
        problems_add(reading->problems, PROBLEM_WARNING, "bad-setting", settings_position(reading, &values.items[most]), WORDS_SETTING_TOO_MANY, key, most);
        values.count = most;
    }
    return values;
}

static void take_neutral(struct settings_reading *reading, const char *key, const struct yaml_node *value)
{
    struct kiosk_settings *kiosk = &reading->configuration->kiosk;
    struct values values = values_of(reading, key, value, NEUTRAL_MOST);
    const char **lines = arena_get(reading->configuration->arena, values.count + 1, sizeof *lines);
    size_t count = 0;
    bool any = false;
    for (size_t i = 0; i < values.count; i++) {
        const char *line = shown_text(reading, &values.items[i], NEUTRAL_LINE_MOST);
        if (line) {
            lines[count++] = line;
            any = any || *line;
        }
    }
    /* Lines none of which could be used leave what was there. */
    if (any || values.count == 0) {
        kiosk->neutral = lines;
        kiosk->neutral_count = count;
    }
}

/* What gettext takes in LANGUAGE, without a code set: en, en_GB, sr@latin. Nothing else may come near a file name. */
static bool is_language(const struct yaml_node *value)
{
    size_t part = 0;
    for (size_t i = 0; i < value->length; i++) {
        char sign = value->text[i];
        bool letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9' && i >= 2);
        bool between = (sign == '_' || sign == '-' || sign == '@') && part >= 2;
        if (!letter && !between)
            return false;
        part = letter ? part + 1 : 0;
        if (part > 8)
            return false;
    }
    return part >= 2;
}

static bool has_language(const char *const *languages, size_t count, const char *language)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(languages[i], language) == 0)
            return true;
    return false;
}

static void take_languages(struct settings_reading *reading, const char *key, const struct yaml_node *value)
{
    struct kiosk_settings *kiosk = &reading->configuration->kiosk;
    struct values values = values_of(reading, key, value, KIOSK_LANGUAGES_MOST);
    const char **languages = arena_get(reading->configuration->arena, values.count + 1, sizeof *languages);
    size_t count = 0;
    for (size_t i = 0; i < values.count; i++) {
        const struct yaml_node *one = &values.items[i];
        struct position where = settings_position(reading, one);
        if (one->kind != YAML_SCALAR)
            tell_not_text(reading, one);
        else if (!is_language(one))
            problems_add(reading->problems, PROBLEM_WARNING, "bad-setting", where, WORDS_NO_LANGUAGE, one->text);
        else if (has_language(languages, count, one->text))
            problems_add(reading->problems, PROBLEM_WARNING, "bad-setting", where, WORDS_LANGUAGE_TWICE, one->text);
        else
            languages[count++] = arena_copy(reading->configuration->arena, one->text, one->length);
    }
    if (count > 0 || values.count == 0) {
        kiosk->languages = languages;
        kiosk->language_count = count;
    }
}

static const struct kiosk_row {
    const char *key;
    void (*take)(struct settings_reading *reading, const char *key, const struct yaml_node *value);
} rows[] = {
    {"languages", take_languages}, {"welcome", take_welcome}, {"quiet", take_quiet}, {"warning", take_warning}, {"pin", take_pin},
    {"print", take_print},         {"neutral", take_neutral}, {"count", take_count},
};
#define ROW_COUNT (sizeof rows / sizeof rows[0])

static void take_row(struct settings_reading *reading, const struct yaml_node *key, const struct yaml_node *value)
{
    const char *names[ROW_COUNT];
    for (size_t i = 0; i < ROW_COUNT; i++) {
        names[i] = rows[i].key;
        if (strcmp(rows[i].key, key->text) == 0) {
            rows[i].take(reading, rows[i].key, value);
            return;
        }
    }
    settings_unknown(reading, key, names, ROW_COUNT);
}

bool settings_kiosk(struct settings_reading *reading, const struct yaml_node *value, size_t item)
{
    (void)item;
    for (size_t i = 0; i < value->count; i++)
        take_row(reading, &value->keys[i], &value->items[i]);
    return true;
}

struct kiosk_settings settings_kiosk_default(void)
{
    return (struct kiosk_settings){.quiet_seconds = QUIET, .warning_seconds = WARNING};
}

/* Urgent help: a file with one block, whose lines are kept as they are stated, in their order. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/names.h"
#include "catalogue/words.h"
#include "read/catalogue_files.h"
#include "read/read_blocks.h"
#include "read/safe_words.h"
#include "read/words.h"
#include "read/yaml.h"
#include "read/yaml_build.h"
#include "text/date.h"
#include "text/memory.h"

struct kept_line {
    struct urgent_line line; /* first, so that sorting may look at either */
    size_t number;           /* in the order of the file */
};

struct reading {
    struct safe_words words;
    const struct gazetteer *gazetteer;
    struct urgent_help *help;
    const char *const *languages;
    struct kept_line *lines;
    size_t count;
    size_t room;
};

enum part_is { PART_TEXT, PART_TEXTS, PART_NATIONS, PART_ORDER, PART_DATE };

struct part_row {
    const char *name;
    enum part_is is;
    bool needed;
    size_t at;    /* offset in struct urgent_line */
    size_t count; /* of lists: offset of the number of items */
};

#define AT(member) offsetof(struct urgent_line, member)

static const struct part_row parts[] = {
    {"id", PART_TEXT, true, AT(id), 0},
    {"nations", PART_NATIONS, true, AT(nations), AT(nation_count)},
    {"topic", PART_TEXT, false, AT(topic), 0},
    {"order", PART_ORDER, false, AT(order), 0},
    {"name", PART_TEXT, true, AT(name), 0},
    {"short", PART_TEXT, false, AT(short_words), 0},
    {"say", PART_TEXT, true, AT(say), 0},
    {"phone", PART_TEXT, false, AT(phone), 0},
    {"text", PART_TEXT, false, AT(text), 0},
    {"text_to", PART_TEXT, false, AT(text_to), 0},
    {"hours", PART_TEXT, false, AT(hours), 0},
    {"for", PART_TEXT, false, AT(for_whom), 0},
    {"checked", PART_DATE, false, AT(checked), 0},
    {"source", PART_TEXTS, false, AT(sources), AT(source_count)},
};
enum { PART_COUNT = sizeof parts / sizeof parts[0] };

static struct found found_at(const struct reading *reading, const struct yaml_node *node)
{
    return safe_words_found(&reading->words, node);
}

/* Names of nations, without those that no place has. */
static const char *const *read_nations(struct reading *reading, const struct yaml_node *key, const struct yaml_node *value, size_t *count)
{
    const struct yaml_node *items = value->kind == YAML_LIST ? value->items : value;
    size_t stated = value->kind == YAML_LIST ? value->count : 1;
    const char **names = arena_get(reading->words.arena, stated, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < stated; i++) {
        const char *name = safe_words_text(&reading->words, key->text, &items[i]);
        if (name != NULL && gazetteer_find(reading->gazetteer, name, strlen(name)) == PLACE_NONE)
            words_unknown_place(reading->words.problems, reading->gazetteer, found_at(reading, &items[i]));
        else if (name != NULL)
            names[(*count)++] = name;
    }
    return names;
}

static int read_order(const struct reading *reading, const struct yaml_node *value)
{
    enum { MOST = 9999 };
    int order = 0;
    bool good = value->kind == YAML_SCALAR && value->length > 0;
    for (size_t i = 0; good && i < value->length; i++) {
        good = value->text[i] >= '0' && value->text[i] <= '9' && order <= MOST;
        order = good ? order * 10 + (value->text[i] - '0') : order;
    }
    if (good && order <= MOST)
        return order;
    report_bad_number(reading->words.problems, found_at(reading, value), "order", 0, MOST);
    return MOST;
}

static struct date read_date(const struct reading *reading, const struct yaml_node *value)
{
    struct date date = {0};
    if (value->kind != YAML_SCALAR || (value->length > 0 && !date_parse(value->text, value->length, &date)))
        report_bad_date(reading->words.problems, found_at(reading, value), "checked");
    return date;
}

static const struct part_row *part_named(const struct yaml_node *key)
{
    for (size_t i = 0; i < PART_COUNT; i++)
        if (strlen(parts[i].name) == key->length && memcmp(parts[i].name, key->text, key->length) == 0)
            return &parts[i];
    return NULL;
}

static void read_part(struct reading *reading, struct urgent_line *line, const struct yaml_node *key, const struct yaml_node *value)
{
    const struct part_row *part = part_named(key);
    if (part == NULL) {
        bool lang = strcmp(key->text, "lang") == 0; /* read when the line is complete */
        if (!lang && (key->length < 2 || memcmp(key->text, "x_", 2) != 0))
            report_unknown_field(reading->words.problems, found_at(reading, key), NULL);
        return;
    }
    char *into = (char *)line + part->at;
    switch (part->is) {
    case PART_TEXT:
        *(const char **)(void *)into = safe_words_text(&reading->words, key->text, value);
        break;
    case PART_TEXTS:
        *(const char *const **)(void *)into =
            safe_words_texts(&reading->words, key->text, value, (size_t *)(void *)((char *)line + part->count));
        break;
    case PART_NATIONS:
        *(const char *const **)(void *)into = read_nations(reading, key, value, (size_t *)(void *)((char *)line + part->count));
        break;
    case PART_ORDER:
        line->order = read_order(reading, value);
        break;
    case PART_DATE:
        line->checked = read_date(reading, value);
        break;
    }
}

/* Whether the line says all that it must; tells what is missing. */
static bool is_complete(const struct reading *reading, const struct urgent_line *line, const struct yaml_node *mapping)
{
    bool complete = true;
    for (size_t i = 0; i < PART_COUNT; i++) {
        const char *text;
        memcpy(&text, (const char *)line + parts[i].at, sizeof text);
        bool missing = parts[i].is == PART_NATIONS ? line->nation_count == 0 : parts[i].is == PART_TEXT && text == NULL;
        if (!parts[i].needed || !missing)
            continue;
        problems_add(reading->words.problems, PROBLEM_ERROR, "missing-field", found_at(reading, mapping).where, WORDS_MISSING_FIELD, parts[i].name);
        complete = false;
    }
    return complete;
}

/* What is said of a line in another language. */
static void translate_line(struct reading *reading, struct urgent_line *line, const struct yaml_node *said, bool show)
{
    if (said->kind != YAML_MAPPING) {
        problems_add(reading->words.problems, PROBLEM_ERROR, "not-a-mapping", found_at(reading, said).where, WORDS_GROUP_NOT_A_MAPPING, line->id,
                     yaml_found(said));
        return;
    }
    for (size_t i = 0; i < said->count; i++) {
        const struct yaml_node *key = &said->keys[i];
        const char *text = safe_words_text(&reading->words, key->text, &said->items[i]);
        enum urgent_translation done = text == NULL ? URGENT_TRANSLATED : urgent_translate(line, key->text, text, show);
        if (done == URGENT_OTHER_NUMBERS)
            report_other_numbers(reading->words.problems, found_at(reading, &said->items[i]), key->text);
        else if (done == URGENT_NO_SUCH_TEXT)
            report_unknown_field(reading->words.problems, found_at(reading, key), NULL);
    }
}

/* The line's own `lang:`, the most wanted language first; the others are only looked at for mistakes. */
static void translate_own(struct reading *reading, struct urgent_line *line, const struct yaml_node *lang)
{
    for (size_t i = 0; lang != NULL && reading->languages != NULL && reading->languages[i] != NULL; i++) {
        const struct yaml_node *said = yaml_under(lang, reading->languages[i]);
        if (said != NULL)
            translate_line(reading, line, said, true);
    }
    for (size_t i = 0; lang != NULL && i < lang->count; i++) {
        bool wanted = false;
        for (size_t j = 0; reading->languages != NULL && reading->languages[j] != NULL; j++)
            wanted = wanted || strcmp(reading->languages[j], lang->keys[i].text) == 0;
        if (!wanted)
            translate_line(reading, line, &lang->items[i], false);
    }
}

static void read_line(struct reading *reading, const struct yaml_node *mapping)
{
    struct urgent_line line = {0};
    if (mapping->kind != YAML_MAPPING) {
        problems_add(reading->words.problems, PROBLEM_ERROR, "not-a-mapping", found_at(reading, mapping).where, WORDS_ITEM_NOT_A_MAPPING,
                     yaml_found(mapping));
        return;
    }
    for (size_t i = 0; i < mapping->count; i++)
        read_part(reading, &line, &mapping->keys[i], &mapping->items[i]);
    if (!is_complete(reading, &line, mapping))
        return;
    if (line.short_words == NULL)
        line.short_words = line.name; /* a line of urgent help is not lost for want of a shorter one */
    line.written_say = line.say;
    translate_own(reading, &line, yaml_under(mapping, "lang"));
    reading->lines = memory_room(reading->lines, reading->count, &reading->room, sizeof *reading->lines);
    reading->lines[reading->count] = (struct kept_line){.line = line, .number = reading->count};
    reading->count++;
}

static bool take_block(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct reading *reading = data;
    if (strcmp(key->text, "urgent_help") != 0) {
        if (item == 0)
            report_unknown_field(reading->words.problems, found_at(reading, key), "urgent_help");
        return true;
    }
    for (size_t i = 0; value->kind == YAML_MAPPING && i < value->count; i++) {
        const struct yaml_node *part = &value->items[i];
        if (strcmp(value->keys[i].text, "owner") == 0) {
            reading->help->owner = safe_words_text(&reading->words, value->keys[i].text, part);
        } else if (strcmp(value->keys[i].text, "lines") == 0) {
            for (size_t line = 0; part->kind == YAML_LIST && line < part->count; line++)
                read_line(reading, &part->items[line]);
        } else {
            report_unknown_field(reading->words.problems, found_at(reading, &value->keys[i]), NULL);
        }
    }
    return true;
}

/* By `order`; the same ones as they stand in the file. */
static int compare_lines(const void *left, const void *right)
{
    const struct kept_line *one = left;
    const struct kept_line *other = right;
    if (one->line.order != other->line.order)
        return one->line.order < other->line.order ? -1 : 1;
    return (one->number > other->number) - (one->number < other->number);
}

struct urgent_help *read_urgent(const char *file, const struct bytes *bytes, const struct gazetteer *gazetteer, const char *const *languages,
                                struct problems *problems)
{
    struct reading reading = {.gazetteer = gazetteer, .help = urgent_help_new(), .languages = languages};
    reading.words = (struct safe_words){.file = file, .problems = problems, .arena = reading.help->arena};
    yaml_read(file, bytes->text, bytes->length, problems, take_block, &reading);
    if (reading.count == 0) {
        problems_add(problems, PROBLEM_ERROR, "empty-file", (struct position){.file = file}, WORDS_NO_URGENT_HELP, file);
        urgent_help_free(reading.help);
        free(reading.lines);
        return NULL;
    }
    qsort(reading.lines, reading.count, sizeof *reading.lines, compare_lines);
    struct urgent_line *lines = arena_get(reading.help->arena, reading.count, sizeof *lines);
    for (size_t i = 0; i < reading.count; i++)
        lines[i] = reading.lines[i].line;
    reading.help->lines = lines;
    reading.help->count = reading.count;
    free(reading.lines);
    return reading.help;
}

/* The ids nearest to one that no line has. */
static struct nearest near_lines(const struct urgent_help *help, const struct yaml_node *id)
{
    struct names *ids = names_new();
    uint32_t near[3];
    for (size_t i = 0; i < help->count; i++)
        names_add(ids, help->lines[i].id, strlen(help->lines[i].id), (uint32_t)i);
    struct nearest nearest = {.count = names_near(ids, id->text, id->length, NULL, NULL, near, 3)};
    for (size_t i = 0; i < nearest.count; i++)
        nearest.names[i] = help->lines[near[i]].id;
    names_free(ids);
    return nearest;
}

void read_urgent_words(const char *file, const struct yaml_node *said, struct urgent_help *help, bool show, struct problems *problems)
{
    struct reading reading = {.words = {.file = file, .problems = problems, .arena = help->arena}, .help = help};
    for (size_t i = 0; i < said->count; i++) {
        const struct yaml_node *id = &said->keys[i];
        size_t line = 0;
        while (line < help->count && strcmp(help->lines[line].id, id->text) != 0)
            line++;
        if (line < help->count) {
            translate_line(&reading, &help->lines[line], &said->items[i], show);
            continue;
        }
        /* A site that has lines of its own has no use for the others that are translated. */
        struct nearest nearest = near_lines(help, id);
        if (nearest.count > 0)
            report_unknown_word(problems, found_at(&reading, id), "urgent_help", nearest);
    }
}

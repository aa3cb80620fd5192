/* "What is peer support?": a file with one list, whose parts are kept as they are stated, in their order. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "read/catalogue_files.h"
#include "read/safe_words.h"
#include "read/words.h"
#include "read/yaml_build.h"
#include "text/memory.h"

struct reading {
    struct safe_words words;
    struct explainer_part *parts;
    size_t count;
    size_t room;
};

static const struct {
    const char *word;
    enum reader reader;
} readers[] = {{"her", READER_HER}, {"professional", READER_PROFESSIONAL}};

/* Whether it says for whom it is, in a word that is known. */
static bool read_reader(const struct reading *reading, const struct yaml_node *mapping, enum reader *reader)
{
    const struct yaml_node *value = yaml_under(mapping, "for");
    const char *word = value ? safe_words_text(&reading->words, "for", value) : NULL;
    for (size_t i = 0; word != NULL && i < sizeof readers / sizeof *readers; i++) {
        if (strcmp(word, readers[i].word) == 0) {
            *reader = readers[i].reader;
            return true;
        }
    }
    if (word != NULL)
        report_unknown_word(reading->words.problems, safe_words_found(&reading->words, value), "for",
                            (struct nearest){.names = {readers[0].word, readers[1].word}, .count = 2});
    return false;
}

static const char *read_text(const struct reading *reading, const struct yaml_node *mapping, const char *key)
{
    const struct yaml_node *value = yaml_under(mapping, key);
    return value ? safe_words_text(&reading->words, key, value) : NULL;
}

static const char *const *read_texts(const struct reading *reading, const struct yaml_node *mapping, const char *key, size_t *count)
{
    const struct yaml_node *value = yaml_under(mapping, key);
    *count = 0;
    return value ? safe_words_texts(&reading->words, key, value, count) : NULL;
}

/* Tells that a field is missing; gives false. */
static bool missing(const struct reading *reading, const struct yaml_node *mapping, const char *key)
{
    problems_add(reading->words.problems, PROBLEM_ERROR, "missing-field", safe_words_found(&reading->words, mapping).where, WORDS_MISSING_IN_PART, key);
    return false;
}

static void tell_unknown(const struct reading *reading, const struct yaml_node *mapping, const char *const *known)
{
    for (size_t i = 0; i < mapping->count; i++) {
        const struct yaml_node *key = &mapping->keys[i];
        size_t at = 0;
        while (known[at] != NULL && strcmp(known[at], key->text) != 0)
            at++;
        if (known[at] == NULL && strncmp(key->text, "x_", 2) != 0)
            report_unknown_field(reading->words.problems, safe_words_found(&reading->words, key), NULL);
    }
}

static bool tell_no_mapping(const struct reading *reading, const struct yaml_node *value)
{
    if (value->kind == YAML_MAPPING)
        return false;
    problems_add(reading->words.problems, PROBLEM_ERROR, "not-a-mapping", safe_words_found(&reading->words, value).where, WORDS_ITEM_NOT_A_MAPPING,
                 yaml_found(value));
    return true;
}

/* Heading and text. False, and told, when one is missing. */
static bool read_words(const struct reading *reading, const struct yaml_node *mapping, struct explainer_words *words)
{
    words->heading = read_text(reading, mapping, "heading");
    words->paragraphs = read_texts(reading, mapping, "text", &words->paragraph_count);
    if (words->heading == NULL)
        return missing(reading, mapping, "heading");
    return words->paragraph_count > 0 || missing(reading, mapping, "text");
}

/* lang: {cy: {heading: ..., text: ...}}. One that is not whole is told and left out. */
static void read_translations(const struct reading *reading, const struct yaml_node *lang, struct explainer_part *part)
{
    static const char *const known[] = {"heading", "text", NULL};
    if (lang == NULL || tell_no_mapping(reading, lang))
        return;
    struct explainer_words *all = arena_get(reading->words.arena, lang->count, sizeof *all);
    for (size_t i = 0; i < lang->count; i++) {
        const struct yaml_node *mapping = &lang->items[i];
        if (tell_no_mapping(reading, mapping))
            continue;
        tell_unknown(reading, mapping, known);
        struct explainer_words words = {.language = safe_words_text(&reading->words, "lang", &lang->keys[i])};
        if (words.language != NULL && read_words(reading, mapping, &words))
            all[part->translation_count++] = words;
    }
    part->translations = all;
}

static void read_part(struct reading *reading, const struct yaml_node *mapping)
{
    static const char *const known[] = {"id", "for", "heading", "text", "source", "lang", NULL};
    if (tell_no_mapping(reading, mapping))
        return;
    tell_unknown(reading, mapping, known);
    struct explainer_part part = {.id = read_text(reading, mapping, "id")};
    bool whole = read_words(reading, mapping, &part.words);
    if (yaml_under(mapping, "for") == NULL)
        whole = missing(reading, mapping, "for");
    else if (!read_reader(reading, mapping, &part.reader))
        whole = false;
    part.sources = read_texts(reading, mapping, "source", &part.source_count);
    read_translations(reading, yaml_under(mapping, "lang"), &part);
    if (part.id == NULL)
        whole = missing(reading, mapping, "id");
    if (!whole)
        return;
    reading->parts = memory_room(reading->parts, reading->count, &reading->room, sizeof *reading->parts);
    reading->parts[reading->count++] = part;
}

static bool take_block(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct reading *reading = data;
    if (strcmp(key->text, "explainer") == 0)
        read_part(reading, value);
    else if (item == 0)
        report_unknown_field(reading->words.problems, safe_words_found(&reading->words, key), "explainer");
    return true;
}

struct explainer *read_explainer(const char *file, const struct bytes *bytes, struct problems *problems)
{
    struct explainer *explainer = explainer_new();
    struct reading reading = {.words = {.file = file, .problems = problems, .arena = explainer->arena}};
    yaml_read(file, bytes->text, bytes->length, problems, take_block, &reading);
    if (reading.count == 0) {
        problems_add(problems, PROBLEM_ERROR, "empty-file", (struct position){.file = file}, WORDS_NO_EXPLAINER, file);
        explainer_free(explainer);
        free(reading.parts);
        return NULL;
    }
    struct explainer_part *parts = arena_get(explainer->arena, reading.count, sizeof *parts);
    memcpy(parts, reading.parts, reading.count * sizeof *parts);
    explainer->parts = parts;
    explainer->count = reading.count;
    free(reading.parts);
    return explainer;
}

/* `signpost map`: proposes a mapping for somebody else's spreadsheet, to be looked through and used. */
#include <string.h>

#include "catalogue/field.h"
#include "command/command.h"
#include "command/map_words.h"
#include "command/opening.h"
#include "command/output.h"
#include "read/load.h"
#include "read/mapping_guess.h"
#include "text/safe.h"

/* A text in double quotes, as YAML and JSON have it. */
static void quoted(struct buffer *out, const char *text)
{
    struct buffer safe = {0};
    safe_text(&safe, text, strlen(text), false);
    buffer_add_byte(out, '"');
    for (size_t i = 0; i < safe.length; i++) {
        if (safe.bytes[i] == '"' || safe.bytes[i] == '\\')
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, safe.bytes[i]);
    }
    buffer_add_byte(out, '"');
    buffer_free(&safe);
}

static void add_why(struct buffer *out, const struct guess_column *column)
{
    switch (column->by) {
    case GUESS_NEAR:
        buffer_format(out, "   # %s", SAY_MAP_NEAR);
        break;
    case GUESS_VALUES:
        buffer_add_text(out, "   # ");
        buffer_format(out, SAY_MAP_VALUES, column->fitting, column->filled);
        break;
    case GUESS_NONE:
    case GUESS_NAME:
        break;
    }
    buffer_add_byte(out, '\n');
}

static void add_columns(struct buffer *out, const struct guess *guess)
{
    bool ignored = false;
    buffer_add_text(out, "columns:\n");
    for (size_t i = 0; i < guess->column_count; i++) {
        const struct guess_column *column = &guess->columns[i];
        ignored = ignored || (column->field == NULL && *column->header != '\0');
        if (column->field == NULL || *column->header == '\0')
            continue;
        buffer_add_text(out, "  ");
        quoted(out, column->header);
        buffer_format(out, ": %s", column->field);
        add_why(out, column);
    }
    if (!ignored)
        return;
    buffer_format(out, "# %s\nignore:\n", SAY_MAP_IGNORE);
    for (size_t i = 0; i < guess->column_count; i++)
        if (guess->columns[i].field == NULL && *guess->columns[i].header != '\0') {
            buffer_add_text(out, "  - ");
            quoted(out, guess->columns[i].header);
            buffer_add_byte(out, '\n');
        }
}

/* How many columns before the one of that number have its field; a field is dealt with once. */
static size_t same_before(const struct guess *guess, size_t number)
{
    size_t count = 0;
    for (size_t i = 0; i < number; i++)
        count += guess->columns[i].field != NULL && strcmp(guess->columns[i].field, guess->columns[number].field) == 0;
    return count;
}

/* What stands between the texts of several columns of one field. */
static void add_joins(struct buffer *out, const struct guess *guess)
{
    bool any = false;
    for (size_t i = 0; i < guess->column_count; i++) {
        const char *field = guess->columns[i].field;
        if (field == NULL || same_before(guess, i) != 1 || field_named(field, strlen(field)) == FIELD_COUNT ||
            field_table[field_named(field, strlen(field))].is == IS_WORDS)
            continue;
        buffer_add_text(out, any ? "" : "join:\n");
        any = true;
        const char *between = strcmp(field, "meets_address") == 0 ? ", " : strcmp(field, "phone") == 0 ? " or " : " ";
        buffer_format(out, "  %s: \"%s\"\n", field, between);
    }
}

static void add_splits(struct buffer *out, const struct guess *guess)
{
    bool any = false;
    for (size_t i = 0; i < guess->column_count; i++) {
        const struct guess_column *column = &guess->columns[i];
        if (column->field == NULL || column->split == NULL || same_before(guess, i) > 0)
            continue;
        buffer_add_text(out, any ? "" : "split:\n");
        buffer_format(out, "  %s: \"%s\"\n", column->field, column->split);
        any = true;
    }
}

static void add_word(struct buffer *out, const struct guess_column *column, const struct guess_word *word)
{
    bool used = word->ours != NULL && !column->place;
    buffer_add_text(out, "    ");
    quoted(out, word->theirs);
    buffer_format(out, ": %s   # ", used ? word->ours : "not stated");
    if (used)
        buffer_add_text(out, SAY_MAP_WORD_NEAR);
    else if (word->ours != NULL)
        buffer_format(out, SAY_MAP_PLACE_NEAR, word->ours);
    else
        buffer_add_text(out, SAY_MAP_WORD_NONE);
    buffer_add_byte(out, '\n');
}

static void add_words(struct buffer *out, const struct guess *guess)
{
    bool any = false;
    for (size_t i = 0; i < guess->column_count; i++) {
        const struct guess_column *column = &guess->columns[i];
        if (column->word_count == 0)
            continue;
        buffer_add_text(out, any ? "" : "words:\n");
        any = true;
        if (same_before(guess, i) > 0)
            continue;
        buffer_format(out, "  %s:\n", column->field);
        for (size_t other = i; other < guess->column_count; other++)
            for (size_t word = 0; guess->columns[other].field != NULL && strcmp(guess->columns[other].field, column->field) == 0 &&
                                  word < guess->columns[other].word_count;
                 word++)
                add_word(out, column, &guess->columns[other].words[word]);
    }
}

static bool has(const struct guess *guess, const char *field)
{
    for (size_t i = 0; i < guess->column_count; i++)
        if (guess->columns[i].field != NULL && strcmp(guess->columns[i].field, field) == 0)
            return true;
    return false;
}

static void write_mapping(struct buffer *out, const char *file, const struct guess *guess)
{
    struct buffer safe = {0};
    safe_text(&safe, file, strlen(file), false);
    buffer_add_text(out, "# ");
    buffer_format(out, SAY_MAP_HEAD(guess->rows), buffer_text(&safe), guess->rows);
    buffer_format(out, "\n# %s\n", SAY_MAP_HOW);
    buffer_free(&safe);
    add_columns(out, guess);
    add_joins(out, guess);
    add_splits(out, guess);
    add_words(out, guess);
    if (!has(guess, "kind"))
        buffer_format(out, "constants:\n  kind: peer-support   # %s\n", SAY_MAP_KIND);
}

static int propose(const struct options *options, const struct catalogue *data, const struct bytes *bytes, struct problems *problems)
{
    struct arena *arena = arena_new();
    struct guess guess;
    int status = STATUS_COULD_NOT;
    if (!mapping_guess(arena, options->words[0], bytes, data->gazetteer, data->vocabulary, problems, &guess)) {
        complain(SAY_MAP_NO_ROWS, options->words[0]);
    } else {
        struct buffer out = {0};
        write_mapping(&out, options->words[0], &guess);
        struct output *output = output_open(options->output);
        if (output != NULL) {
            output_put(output, &out);
            status = output_close(output) ? STATUS_YES : STATUS_COULD_NOT;
        }
        buffer_free(&out);
    }
    arena_free(arena);
    return status;
}

int command_map(const struct options *options)
{
    if (options->word_count != 1) {
        complain(SAY_MAP_WHAT);
        return STATUS_COULD_NOT;
    }
    struct catalogue *data = opening_data_alone();
    struct problems *problems = problems_new();
    struct bytes bytes;
    int status = STATUS_COULD_NOT;
    if (data != NULL && bytes_read(options->words[0], &bytes, problems)) {
        status = propose(options, data, &bytes, problems);
        bytes_free(&bytes);
    } else if (data != NULL) {
        opening_tell_why(problems);
    }
    problems_free(problems);
    catalogue_free(data);
    return status;
}

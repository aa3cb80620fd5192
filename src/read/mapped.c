/* Applying a mapping: a row of theirs becomes a row of ours. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/field.h"
#include "catalogue/names.h"
#include "read/mapping.h"
#include "read/mapping_parts.h"
#include "read/mapping_words.h"
#include "read/open_referral_text.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/memory.h"

enum { COLUMNS_MOST = 1000 };

/* A column of ours. */
struct target {
    const char *name;
    const char *join;
    const char *split; /* NULL: their cell is one value, or separated as ours */
    const char *constant;
    bool words;
};

struct mapped {
    const struct mapping *mapping;
    const char *file;
    struct problems *problems;
    struct arena *kept;
    struct arena *arena; /* of one row */
    struct names *ids;
    struct target *targets;
    size_t target_count;
    size_t target_room;
    size_t *goes; /* their column: number of the target, or SIZE_MAX */
    size_t width; /* of their header */
    size_t id;    /* the target that is the service's id */
    size_t name;
    bool id_made; /* from the name: no column has it */
    struct csv_cell *cells;
    struct csv_row row;
};

static const char *text_for(const struct mapping_pairs *pairs, const char *field)
{
    const struct mapping_pair *pair = mapping_pair_of(pairs, NULL, field);
    return pair != NULL ? pair->ours : NULL;
}

static bool is_list(const char *field)
{
    enum field found = field_named(field, strlen(field));
    return found != FIELD_COUNT && (field_table[found].is == IS_WORDS || field_table[found].is == IS_PLACES || field_table[found].is == IS_SESSIONS);
}

/* The number of our column, made when it is new. */
static size_t target_of(struct mapped *mapped, const char *name)
{
    const struct mapping *mapping = mapped->mapping;
    for (size_t i = 0; i < mapped->target_count; i++)
        if (strcmp(mapped->targets[i].name, name) == 0)
            return i;
    mapped->targets = memory_room(mapped->targets, mapped->target_count, &mapped->target_room, sizeof *mapped->targets);
    struct target target = {.name = name, .join = text_for(&mapping->join, name), .split = text_for(&mapping->split, name)};
    target.constant = text_for(&mapping->constants, name);
    if (target.split != NULL && target.split[0] == '\0')
        target.split = NULL;
    for (size_t i = 0; i < mapping->words.count; i++)
        target.words = target.words || strcmp(mapping->words.items[i].field, name) == 0;
    if (target.join == NULL)
        target.join = is_list(name) ? "; " : strstr(name, "address") != NULL ? ", " : " ";
    mapped->targets[mapped->target_count] = target;
    return mapped->target_count++;
}

struct mapped *mapped_new(const struct mapping *mapping, const char *file, struct problems *problems)
{
    struct mapped *mapped = memory_new(1, sizeof *mapped);
    mapped->mapping = mapping;
    mapped->file = file;
    mapped->problems = problems;
    mapped->kept = arena_new();
    mapped->arena = arena_new();
    mapped->ids = names_new();
    return mapped;
}

void mapped_free(struct mapped *mapped)
{
    arena_free(mapped->kept);
    arena_free(mapped->arena);
    names_free(mapped->ids);
    free(mapped->targets);
    free(mapped->cells);
    free(mapped);
}

/* Where a column of theirs goes: as mapped, else by its own name where that is one of ours. */
static size_t goes_to(struct mapped *mapped, const struct csv_cell *cell, const struct mapping_pair **pair)
{
    struct buffer folded = {0};
    fold_words(&folded, cell->text, cell->length);
    *pair = mapping_pair_of(&mapped->mapping->columns, NULL, buffer_text(&folded));
    size_t goes = SIZE_MAX;
    if (*pair != NULL) {
        goes = (*pair)->ours != NULL ? target_of(mapped, (*pair)->ours) : SIZE_MAX;
    } else if (folded.length > 0) {
        for (size_t i = 0; i < folded.length; i++)
            folded.bytes[i] = folded.bytes[i] == ' ' ? '_' : folded.bytes[i];
        enum field field = field_named(buffer_text(&folded), folded.length);
        if (field != FIELD_COUNT && field != FIELD_ID)
            goes = target_of(mapped, field_table[field].name);
        else if (strcmp(buffer_text(&folded), "service") == 0)
            goes = target_of(mapped, "service");
        else
            problems_add(mapped->problems, PROBLEM_WARNING, "column-not-mapped",
                         (struct position){.file = mapped->file, .line = cell->line, .column = cell->column}, WORDS_COLUMN_NOT_MAPPED, cell->text);
    }
    buffer_free(&folded);
    return goes;
}

static void tell_missing(struct mapped *mapped, const bool *met)
{
    const struct mapping_pairs *columns = &mapped->mapping->columns;
    for (size_t i = 0; i < columns->count; i++)
        if (!met[i])
            problems_add(mapped->problems, PROBLEM_WARNING, "column-not-there",
                         (struct position){.file = mapped->mapping->file, .line = columns->items[i].line, .column = columns->items[i].column},
                         WORDS_COLUMN_NOT_THERE, columns->items[i].shown);
}

static const struct csv_row *take_header(struct mapped *mapped, const struct csv_row *row)
{
    const struct mapping *mapping = mapped->mapping;
    bool *met = arena_get(mapped->kept, mapping->columns.count + 1, sizeof *met);
    mapped->width = row->count < COLUMNS_MOST ? row->count : COLUMNS_MOST;
    mapped->goes = arena_get(mapped->kept, mapped->width, sizeof *mapped->goes);
    struct csv_cell *first = arena_get(mapped->kept, COLUMNS_MOST * 2, sizeof *first);
    for (size_t i = 0; i < mapped->width; i++) {
        const struct mapping_pair *pair;
        size_t before = mapped->target_count;
        mapped->goes[i] = goes_to(mapped, &row->cells[i], &pair);
        if (pair != NULL)
            met[pair - mapping->columns.items] = true;
        if (mapped->target_count > before)
            first[before] = row->cells[i];
    }
    tell_missing(mapped, met);
    for (size_t i = 0; i < mapping->constants.count && mapped->target_count < COLUMNS_MOST; i++)
        target_of(mapped, mapping->constants.items[i].theirs);
    size_t before = mapped->target_count;
    mapped->id = target_of(mapped, "service");
    mapped->id_made = mapped->target_count > before;
    before = mapped->target_count;
    mapped->name = target_of(mapped, "name");
    if (mapped->target_count > before)
        mapped->target_count--; /* no column is the name: the sheet says so */
    mapped->cells = memory_new(mapped->target_count + 1, sizeof *mapped->cells);
    for (size_t i = 0; i < mapped->target_count; i++) {
        struct csv_cell *cell = &mapped->cells[i];
        *cell = first[i].text != NULL ? first[i] : row->cells[0];
        cell->text = mapped->targets[i].name;
        cell->length = strlen(cell->text);
    }
    mapped->row = (struct csv_row){.number = 0, .cells = mapped->cells, .count = mapped->target_count, .offset = row->offset};
    return &mapped->row;
}

static void cut_blanks(const char **text, size_t *length)
{
    while (*length > 0 && strchr(" \t\r\n", **text) != NULL) {
        ++*text;
        --*length;
    }
    while (*length > 0 && strchr(" \t\r\n", (*text)[*length - 1]) != NULL)
        --*length;
}

/* Adds a value of theirs in our words. */
static void add_word(struct mapped *mapped, const struct target *target, struct buffer *out, const char *text, size_t length)
{
    cut_blanks(&text, &length);
    if (length == 0)
        return;
    struct buffer folded = {0};
    fold_words(&folded, text, length);
    const struct mapping_pair *pair = mapping_pair_of(&mapped->mapping->words, target->name, buffer_text(&folded));
    buffer_free(&folded);
    if (pair != NULL && pair->ours[0] == '\0')
        return;
    if (out->length > 0)
        buffer_add_text(out, target->join);
    if (pair != NULL)
        buffer_add_text(out, pair->ours);
    else
        buffer_add(out, text, length);
}

static void add_cell(struct mapped *mapped, const struct target *target, struct buffer *out, const struct csv_cell *cell)
{
    struct buffer whole = {0};
    fold_words(&whole, cell->text, cell->length);
    bool known = mapping_pair_of(&mapped->mapping->words, target->name, buffer_text(&whole)) != NULL;
    buffer_free(&whole);
    const char *marks = target->split != NULL ? target->split : is_list(target->name) ? ";" : NULL;
    if (known || marks == NULL) {
        add_word(mapped, target, out, cell->text, cell->length);
        return;
    }
    for (size_t start = 0; start <= cell->length;) {
        size_t end = start;
        while (end < cell->length && (strchr(marks, cell->text[end]) == NULL || cell->text[end] == '\0') && cell->text[end] != '\n')
            end++;
        add_word(mapped, target, out, cell->text + start, end - start);
        start = end + 1;
    }
}

static void put(struct mapped *mapped, struct csv_cell *cell, const struct buffer *text)
{
    cell->text = arena_copy(mapped->arena, buffer_text(text), text->length);
    cell->length = text->length;
}

/* An id of theirs that cannot be one of ours, or none, becomes one. */
static void make_id(struct mapped *mapped)
{
    struct csv_cell *id = &mapped->cells[mapped->id];
    const struct csv_cell *from = mapped->id_made && mapped->name < mapped->target_count ? &mapped->cells[mapped->name] : id;
    struct buffer made = {0};
    id_from_text(&made, from->text, from->length);
    size_t stem = made.length;
    for (unsigned number = 2; mapped->id_made && made.length > 0 && !names_add(mapped->ids, buffer_text(&made), made.length, 0); number++) {
        buffer_cut(&made, stem);
        buffer_format(&made, "-%u", number);
    }
    id->line = from->line;
    id->column = from->column;
    put(mapped, id, &made);
    buffer_free(&made);
}

static const struct csv_row *take_row(struct mapped *mapped, const struct csv_row *row)
{
    struct buffer *texts = memory_new(mapped->target_count + 1, sizeof *texts);
    bool *placed = arena_get(mapped->arena, mapped->target_count + 1, sizeof *placed);
    for (size_t i = 0; i < mapped->target_count; i++)
        mapped->cells[i] = (struct csv_cell){.text = "", .line = row->cells[0].line, .column = row->cells[0].column};
    for (size_t i = 0; i < row->count && i < mapped->width; i++) {
        size_t goes = mapped->goes[i];
        if (goes == SIZE_MAX)
            continue;
        if (!placed[goes] && row->cells[i].length > 0) {
            mapped->cells[goes].line = row->cells[i].line;
            mapped->cells[goes].column = row->cells[i].column;
            placed[goes] = true;
        }
        add_cell(mapped, &mapped->targets[goes], &texts[goes], &row->cells[i]);
    }
    for (size_t i = 0; i < mapped->target_count; i++) {
        if (texts[i].length == 0 && mapped->targets[i].constant != NULL)
            buffer_add_text(&texts[i], mapped->targets[i].constant);
        put(mapped, &mapped->cells[i], &texts[i]);
        buffer_free(&texts[i]);
    }
    free(texts);
    make_id(mapped);
    size_t count = mapped->target_count;
    for (size_t i = mapped->width; i < row->count; i++)
        if (row->cells[i].length > 0 && count == mapped->target_count)
            mapped->cells[count++] = row->cells[i]; /* behind the last column: the sheet says so */
    mapped->row = (struct csv_row){.number = row->number, .cells = mapped->cells, .count = count, .offset = row->offset};
    return &mapped->row;
}

const struct csv_row *mapped_row(struct mapped *mapped, const struct csv_row *row)
{
    arena_clear(mapped->arena);
    return row->number == 0 ? take_header(mapped, row) : take_row(mapped, row);
}

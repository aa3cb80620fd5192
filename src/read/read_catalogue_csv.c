/* A spreadsheet of offers: each row goes to the catalogue. */
#include <string.h>

#include "read/catalogue_files.h"
#include "read/csv_rows.h"
#include "read/csv_sheet.h"
#include "read/sheet_blocks.h"
#include "read/words.h"

enum { TELL_EVERY = 256 * 1024 }; /* bytes */

struct reading {
    struct catalogue_file *file;
    struct csv_sheet sheet;
    struct arena *arena; /* of one row at a time */
    bool blocks;         /* only the rows that are no offers, which must be known before those that are */
    bool has_blocks;
    struct mapped *mapped; /* NULL: the columns are ours */
    size_t told; /* bytes */
    bool stopped;
};

static bool tell_progress(struct reading *reading, size_t offset)
{
    struct catalogue_file *file = reading->file;
    if (file->tell == NULL || offset - reading->told < TELL_EVERY)
        return true;
    reading->told = offset;
    reading->stopped = !file->tell(file->data, offset);
    return !reading->stopped;
}

static bool has_column(const struct csv_sheet *sheet, const char *name)
{
    for (size_t i = 0; i < sheet->field_count; i++)
        if (sheet->fields[i].name_length == strlen(name) && memcmp(sheet->fields[i].name, name, strlen(name)) == 0)
            return true;
    return false;
}

/* A row that is no offer. */
static void take_block(struct reading *reading, const struct entry *row, enum sheet_block block)
{
    struct catalogue_builder *builder = reading->file->builder;
    struct entry entry = sheet_block_entry(reading->arena, row, block);
    const struct entry_value *list = csv_sheet_value(row, "list");
    if (block == SHEET_CATALOGUE) {
        catalogue_builder_defaults(builder, &entry);
    } else if (block == SHEET_PLACES) {
        catalogue_builder_place(builder, &entry);
    } else if (block == SHEET_VOCABULARY) {
        struct found found = {"", 0, {row->file, row->line, row->column}};
        if (list != NULL)
            found = (struct found){list->text, list->length, {row->file, list->line, list->column}};
        enum vocabulary_list named = vocabulary_list_named(found.text, found.length);
        if (named == LIST_COUNT)
            report_unknown_list(reading->file->problems, found);
        else
            catalogue_builder_term(builder, named, &entry);
    }
}

static bool take_row(void *data, const struct csv_row *row)
{
    struct reading *reading = data;
    struct entry entry;
    const struct entry_value *said;
    if (reading->mapped != NULL)
        row = mapped_row(reading->mapped, row);
    if (row->number == 0) {
        bool complete = csv_sheet_header(&reading->sheet, row);
        reading->has_blocks = has_column(&reading->sheet, "block");
        return complete && (reading->has_blocks || !reading->blocks);
    }
    if (!csv_sheet_entry(&reading->sheet, row, &entry)) {
        reading->file->left_out++;
        return tell_progress(reading, row->offset);
    }
    arena_clear(reading->arena);
    enum sheet_block block = sheet_block_of(&entry, &said);
    if (block == SHEET_OFFER && !reading->blocks) {
        struct entry offer = sheet_block_entry(reading->arena, &entry, block);
        reading->file->met++;
        catalogue_builder_row(reading->file->builder, &offer);
    } else if (reading->blocks) {
        take_block(reading, &entry, block);
    } else if (block == SHEET_UNKNOWN) {
        problems_add(reading->file->problems, PROBLEM_ERROR, "unknown-block", (struct position){entry.file, said->line, said->column},
                     WORDS_UNKNOWN_BLOCK, said->text);
        reading->file->left_out++;
    }
    return reading->blocks || tell_progress(reading, row->offset);
}

/* Takes the rows that are no offers, if there may be such. What is wrong with rows themselves is told when they are read again. */
static void read_blocks_first(struct reading *reading)
{
    struct catalogue_file *file = reading->file;
    size_t left_out = file->left_out;
    struct problems *unheard = problems_new();
    reading->blocks = true;
    reading->sheet.problems = unheard;
    csv_read(file->file, file->bytes->text, file->bytes->length, 0, unheard, take_row, reading, NULL);
    csv_sheet_free(&reading->sheet);
    problems_free(unheard);
    file->left_out = left_out;
    reading->blocks = false;
    reading->sheet = (struct csv_sheet){.file = file->file, .problems = file->problems, .known = &sheet_columns};
}

bool read_catalogue_csv(struct catalogue_file *file)
{
    struct reading reading = {
        .file = file,
        .sheet = {.file = file->file, .problems = file->problems, .known = &sheet_columns},
        .arena = arena_new(),
    };
    size_t lost = 0;
    catalogue_builder_defaults(file->builder, NULL);
    if (file->mapping != NULL)
        reading.mapped = mapped_new(file->mapping, file->file, file->problems); /* and no blocks: it has somebody else's columns */
    else
        read_blocks_first(&reading);
    csv_read(file->file, file->bytes->text, file->bytes->length, 0, file->problems, take_row, &reading, &lost);
    file->left_out += lost;
    csv_sheet_free(&reading.sheet);
    arena_free(reading.arena);
    if (reading.mapped != NULL)
        mapped_free(reading.mapped);
    return !reading.stopped;
}

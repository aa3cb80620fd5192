/* A spreadsheet of offers: each row goes to the catalogue. */
#include "read/catalogue_files.h"
#include "read/csv_rows.h"
#include "read/csv_sheet.h"

enum { TELL_EVERY = 256 * 1024 }; /* bytes */

struct reading {
    struct catalogue_file *file;
    struct csv_sheet sheet;
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

static bool take_row(void *data, const struct csv_row *row)
{
    struct reading *reading = data;
    struct entry entry;
    if (row->number == 0)
        return csv_sheet_header(&reading->sheet, row);
    if (csv_sheet_entry(&reading->sheet, row, &entry)) {
        reading->file->met++;
        catalogue_builder_row(reading->file->builder, &entry);
    } else {
        reading->file->left_out++;
    }
    return tell_progress(reading, row->offset);
}

bool read_catalogue_csv(struct catalogue_file *file)
{
    static const char *const names[] = {"service", "offer", "offer_name", "meets", NULL};
    static const char *const needed[] = {"service", "name", NULL};
    static const struct csv_columns known = {.names = names, .needed = needed, .fields = true};
    struct reading reading = {.file = file, .sheet = {.file = file->file, .problems = file->problems, .known = &known}};
    size_t lost = 0;
    catalogue_builder_defaults(file->builder, NULL);
    csv_read(file->file, file->bytes->text, file->bytes->length, 0, file->problems, take_row, &reading, &lost);
    file->left_out += lost;
    csv_sheet_free(&reading.sheet);
    return !reading.stopped;
}

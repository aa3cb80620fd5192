/* The gazetteer's files: places, and the outward codes of postcodes. */
#include <math.h>
#include <string.h>

#include "catalogue/draft.h"
#include "catalogue/words.h"
#include "read/catalogue_files.h"
#include "read/csv_rows.h"
#include "read/csv_sheet.h"
#include "read/words.h"

struct reading {
    struct catalogue_file *file;
    struct csv_sheet sheet;
    struct gazetteer *gazetteer; /* of outward codes only */
};

static void read_sheet(struct reading *reading, const struct csv_columns *known, csv_receive *take)
{
    struct catalogue_file *file = reading->file;
    reading->sheet = (struct csv_sheet){.file = file->file, .problems = file->problems, .known = known};
    csv_read(file->file, file->bytes->text, file->bytes->length, 0, file->problems, take, reading, NULL);
    csv_sheet_free(&reading->sheet);
}

static bool take_place(void *data, const struct csv_row *row)
{
    struct reading *reading = data;
    struct entry entry;
    if (row->number == 0)
        return csv_sheet_header(&reading->sheet, row);
    if (csv_sheet_entry(&reading->sheet, row, &entry)) {
        catalogue_builder_place(reading->file->builder, &entry);
        reading->file->met++;
    }
    return true;
}

void read_places(struct catalogue_file *file)
{
    static const char *const names[] = {"name", "kind", "inside", "latitude", "longitude", "also", NULL};
    static const char *const needed[] = {"name", "kind", NULL};
    static const struct csv_columns known = {.names = names, .needed = needed};
    struct reading reading = {.file = file};
    read_sheet(&reading, &known, take_place);
    if (file->met == 0)
        problems_add(file->problems, PROBLEM_ERROR, "empty-file", (struct position){.file = file->file}, WORDS_NO_PLACES, file->file);
}

static struct found found_in(const struct reading *reading, const struct entry_value *value)
{
    return (struct found){
        .text = value->text, .length = value->length, .where = {.file = reading->file->file, .line = value->line, .column = value->column}};
}

/* The degrees of a column; NAN when nothing stands there, or something wrong, which is told. */
static double degrees(const struct reading *reading, const struct entry *entry, const char *name, int most)
{
    const struct entry_value *value = csv_sheet_value(entry, name);
    if (value == NULL)
        return (double)NAN;
    struct found found = found_in(reading, value);
    double number = found_degrees(found, most);
    if (isnan(number))
        report_bad_number(reading->file->problems, found, name, -most, most);
    return number;
}

static bool take_outcode(void *data, const struct csv_row *row)
{
    struct reading *reading = data;
    struct entry entry;
    if (row->number == 0)
        return csv_sheet_header(&reading->sheet, row);
    if (!csv_sheet_entry(&reading->sheet, row, &entry))
        return true;
    const struct entry_value *outcode = csv_sheet_value(&entry, "outcode");
    const struct entry_value *place = csv_sheet_value(&entry, "place");
    if (outcode == NULL || place == NULL)
        return true;
    struct point centre = {.latitude = degrees(reading, &entry, "latitude", 90), .longitude = degrees(reading, &entry, "longitude", 180)};
    if (gazetteer_add_outcode(reading->gazetteer, outcode->text, place->text, centre))
        reading->file->met++;
    else if (gazetteer_find(reading->gazetteer, place->text, place->length) == PLACE_NONE)
        words_unknown_place(reading->file->problems, reading->gazetteer, found_in(reading, place));
    else
        report_bad_postcode(reading->file->problems, found_in(reading, outcode), false);
    return true;
}

void read_outcodes(struct catalogue_file *file, struct gazetteer *gazetteer)
{
    static const char *const names[] = {"outcode", "place", "latitude", "longitude", NULL};
    static const char *const needed[] = {"outcode", "place", NULL};
    static const struct csv_columns known = {.names = names, .needed = needed};
    struct reading reading = {.file = file, .gazetteer = gazetteer};
    read_sheet(&reading, &known, take_outcode);
    if (file->met == 0)
        problems_add(file->problems, PROBLEM_ERROR, "empty-file", (struct position){.file = file->file}, WORDS_NO_OUTCODES, file->file);
}

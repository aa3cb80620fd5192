#include "read/csv_sheet.h"

#include <string.h>

#include "catalogue/field.h"
#include "catalogue/words.h"
#include "read/words.h"
#include "text/buffer.h"
#include "text/fold.h"

static struct position cell_at(const struct csv_sheet *sheet, const struct csv_cell *cell)
{
    return (struct position){.file = sheet->file, .line = cell->line, .column = cell->column};
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static bool begins(const char *name, size_t length, const char *prefix)
{
    return length > strlen(prefix) && memcmp(name, prefix, strlen(prefix)) == 0;
}

/* "Stage from" and "stage-from" are stage_from. A name of the writer's own stays as it is, and so does the code of a translation's
 * language. */
static struct csv_column named(struct arena *arena, const struct csv_cell *cell)
{
    const char *from = cell->text;
    size_t length = cell->length;
    while (length > 0 && is_blank(*from)) {
        from++;
        length--;
    }
    while (length > 0 && is_blank(from[length - 1]))
        length--;
    char *name = arena_copy(arena, from, length);
    for (size_t i = 0; i < length; i++) {
        if (name[i] >= 'A' && name[i] <= 'Z')
            name[i] = (char)(name[i] - 'A' + 'a');
        else if (name[i] == '-' || is_blank(name[i]))
            name[i] = '_';
    }
    if (begins(name, length, "x_"))
        memcpy(name + 2, from + 2, length - 2);
    for (size_t i = 5; begins(name, length, "lang_") && i < length && from[i] != '_'; i++)
        name[i] = from[i]; /* the code of the language */
    return (struct csv_column){.name = name, .length = length, .field = CSV_NOT_USED};
}

static bool is(const struct csv_column *column, const char *name)
{
    return strlen(name) == column->length && memcmp(name, column->name, column->length) == 0;
}

/* `contact: {phone: …}` of YAML is the column phone; the name by the rule for all others is understood too. */
static void drop_contact(struct csv_column *column)
{
    static const char prefix[] = "contact_";
    if (!begins(column->name, column->length, prefix))
        return;
    enum field field = field_named(column->name + sizeof prefix - 1, column->length - (sizeof prefix - 1));
    if (field < FIELD_PHONE || field > FIELD_HOURS)
        return;
    column->name += sizeof prefix - 1;
    column->length -= sizeof prefix - 1;
}

static bool is_known(const struct csv_columns *known, const struct csv_column *column)
{
    for (const char *const *name = known->names; *name != NULL; name++)
        if (is(column, *name))
            return true;
    if (!known->fields)
        return false;
    if (known->others)
        return !is(column, "id") && !is(column, "offers");
    if (begins(column->name, column->length, "x_") || begins(column->name, column->length, "lang_"))
        return true;
    enum field field = field_named(column->name, column->length);
    return field != FIELD_COUNT && field != FIELD_ID;
}

/* The known column that a name may have been meant for, or NULL. */
static const char *nearest(const struct csv_columns *known, const struct csv_column *column)
{
    enum { LONGEST = 40 };
    if (known->fields && is(column, "id"))
        return known->names[0];
    if (column->length > LONGEST)
        return NULL;
    struct buffer given = {0};
    struct buffer other = {0};
    const char *near = NULL;
    fold_words(&given, column->name, column->length);
    for (const char *const *name = known->names; *name != NULL && near == NULL; name++) {
        buffer_clear(&other);
        fold_words(&other, *name, strlen(*name));
        if (fold_slips(buffer_text(&given), buffer_text(&other), 1) <= 1)
            near = *name;
    }
    buffer_free(&given);
    buffer_free(&other);
    if (near != NULL || !known->fields)
        return near;
    enum field field = field_near(column->name, column->length);
    return field != FIELD_COUNT && field != FIELD_ID ? field_table[field].name : NULL;
}

static void tell_unknown(const struct csv_sheet *sheet, const struct csv_column *column, const struct csv_cell *cell)
{
    struct found found = {.text = column->name, .length = column->length, .where = cell_at(sheet, cell)};
    report_unknown_field(sheet->problems, found, nearest(sheet->known, column));
}

static bool stands_before(const struct csv_sheet *sheet, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (sheet->columns[i].length == sheet->columns[index].length &&
            memcmp(sheet->columns[i].name, sheet->columns[index].name, sheet->columns[i].length) == 0)
            return true;
    return false;
}

static void add_column(struct csv_sheet *sheet, size_t index, const struct csv_cell *cell)
{
    struct csv_column *column = &sheet->columns[index];
    *column = named(sheet->arena, cell);
    if (column->length == 0)
        return;
    sheet->width = index + 1;
    drop_contact(column);
    if (stands_before(sheet, index)) {
        problems_add(sheet->problems, PROBLEM_ERROR, "duplicate-column", cell_at(sheet, cell), WORDS_DUPLICATE_COLUMN, column->name);
        return;
    }
    if (!is_known(sheet->known, column)) {
        tell_unknown(sheet, column, cell);
        return;
    }
    column->field = (uint32_t)sheet->field_count;
    sheet->fields[sheet->field_count++] = (struct entry_field){
        .name = column->name, .name_length = column->length, .line = cell->line, .column = cell->column};
}

/* Whether a column that must be there is; tells when not, and what may be the reason. */
static bool has_column(const struct csv_sheet *sheet, const struct csv_row *row, const char *name)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        if (is(&sheet->columns[i], name))
            return true;
    struct position where = cell_at(sheet, &row->cells[0]);
    problems_add(sheet->problems, PROBLEM_ERROR, "missing-column", where, row->count == 1 ? WORDS_NO_SEPARATOR : WORDS_MISSING_COLUMN,
                 name);
    return false;
}

bool csv_sheet_header(struct csv_sheet *sheet, const struct csv_row *row)
{
    struct position where = cell_at(sheet, &row->cells[0]);
    bool complete = true;
    sheet->arena = arena_new();
    sheet->header_count = row->count;
    sheet->column_count = row->count < CSV_COLUMNS_MOST ? row->count : CSV_COLUMNS_MOST;
    if (row->count > CSV_COLUMNS_MOST)
        problems_add(sheet->problems, PROBLEM_ERROR, "too-many-columns", where, WORDS_TOO_MANY_COLUMNS, row->count, (unsigned)CSV_COLUMNS_MOST);
    sheet->columns = arena_get(sheet->arena, sheet->column_count, sizeof *sheet->columns);
    sheet->fields = arena_get(sheet->arena, sheet->column_count, sizeof *sheet->fields);
    sheet->values = arena_get(sheet->arena, sheet->column_count, sizeof *sheet->values);
    for (size_t i = 0; i < sheet->column_count; i++)
        add_column(sheet, i, &row->cells[i]);
    for (size_t i = 0; i < sheet->field_count; i++)
        sheet->fields[i].values = &sheet->values[i];
    for (const char *const *name = sheet->known->needed; *name != NULL; name++)
        complete = has_column(sheet, row, *name) && complete;
    return complete;
}

/* A cell as it was before the writer guarded it from being run as a formula: one ' before = + - @, tab or CR goes. Where the text itself
 * begins so, there are two. CATALOGUE.md, "CSV". */
static void take_guard(struct entry_value *value)
{
    size_t marks = 0;
    while (marks < value->length && value->text[marks] == '\'')
        marks++;
    if (marks == 0 || marks == value->length || strchr("=+-@\t\r", value->text[marks]) == NULL || value->text[marks] == 0)
        return;
    value->text++;
    value->length--;
}

static bool is_all_blank(const struct csv_cell *cell)
{
    size_t at = 0;
    while (at < cell->length && is_blank(cell->text[at]))
        at++;
    return at == cell->length;
}

/* Whether the row has no text behind the last column; a problem when it has. */
static bool fits(struct csv_sheet *sheet, const struct csv_row *row)
{
    struct problems *problems = sheet->problems;
    for (size_t i = sheet->header_count; i < row->count; i++) {
        if (is_all_blank(&row->cells[i]))
            continue;
        problems_add(problems, PROBLEM_ERROR, "ragged-row", cell_at(sheet, &row->cells[0]), WORDS_TOO_MANY_CELLS, row->count,
                     sheet->header_count);
        return false;
    }
    if (row->count < sheet->width)
        problems_add(problems, PROBLEM_WARNING, "ragged-row", cell_at(sheet, &row->cells[0]), WORDS_TOO_FEW_CELLS, row->count,
                     sheet->header_count);
    return true;
}

static void fill_fields(struct csv_sheet *sheet, const struct csv_row *row)
{
    for (size_t i = 0; i < sheet->field_count; i++)
        sheet->fields[i].count = 0;
    for (size_t i = 0; i < row->count && i < sheet->column_count; i++) {
        const struct csv_cell *cell = &row->cells[i];
        const struct csv_column *column = &sheet->columns[i];
        if (cell->length == 0)
            continue;
        if (column->field != CSV_NOT_USED) {
            struct entry_value *value = &sheet->values[column->field];
            *value = (struct entry_value){.text = cell->text, .length = cell->length, .line = cell->line, .column = cell->column};
            take_guard(value);
            sheet->fields[column->field].count = 1;
        } else if (column->length == 0 && !sheet->unnamed_told && !is_all_blank(cell)) {
            problems_add(sheet->problems, PROBLEM_WARNING, "unnamed-column", cell_at(sheet, cell), "%s", WORDS_UNNAMED_COLUMN);
            sheet->unnamed_told = true;
        }
    }
}

bool csv_sheet_entry(struct csv_sheet *sheet, const struct csv_row *row, struct entry *entry)
{
    if (!fits(sheet, row))
        return false;
    fill_fields(sheet, row);
    *entry = (struct entry){
        .file = sheet->file,
        .line = row->cells[0].line,
        .column = row->cells[0].column,
        .fields = sheet->fields,
        .count = sheet->field_count,
    };
    return true;
}

const struct entry_value *csv_sheet_value(const struct entry *entry, const char *name)
{
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        if (field->name_length == strlen(name) && memcmp(field->name, name, field->name_length) == 0)
            return field->count > 0 ? &field->values[0] : NULL;
    }
    return NULL;
}

void csv_sheet_free(struct csv_sheet *sheet)
{
    if (sheet->arena != NULL)
        arena_free(sheet->arena);
    sheet->arena = NULL;
}

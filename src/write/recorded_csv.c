/* Recording in a spreadsheet: the cells of a row are replaced where they stand; a column that is not there is added at the end of every row. */
#include <ctype.h>
#include <string.h>

#include "read/csv_rows.h"
#include "write/recorded_parts.h"
#include "write/recorded_words.h"

enum { CHECKED, BY, COLUMN_COUNT };

static const char *const names[COLUMN_COUNT] = {"checked", "checked_by"};

struct sheet {
    struct recording *recording;
    char separator;
    size_t columns[COLUMN_COUNT]; /* SIZE_MAX: to be added */
    size_t width;                 /* cells of the header */
    size_t row_at;                /* the number of the next row of the service in recorded->rows */
    bool above_changed;           /* the row of the service before is one that changes */
    unsigned line;                /* where the text has been counted to … */
    size_t at;                    /* … which is this byte */
};

/* Names of columns are compared as the reader does: without regard to case, blanks and hyphens as underscores. */
static bool is_named(const struct csv_cell *cell, const char *name)
{
    size_t start = 0;
    size_t end = cell->length;
    while (start < end && isspace((unsigned char)cell->text[start]))
        start++;
    while (end > start && isspace((unsigned char)cell->text[end - 1]))
        end--;
    if (end - start != strlen(name))
        return false;
    for (size_t i = start; i < end; i++) {
        char byte = (char)tolower((unsigned char)cell->text[i]);
        if ((byte == ' ' || byte == '-' ? '_' : byte) != name[i - start])
            return false;
    }
    return true;
}

static size_t column_of(const struct csv_row *row, const char *name)
{
    for (size_t i = 0; i < row->count; i++)
        if (is_named(&row->cells[i], name))
            return i;
    return SIZE_MAX;
}

/* A row as it stands in the file. */
struct raw {
    size_t start; /* of the cell that is looked for */
    size_t length;
    size_t end;   /* of the row, before its line break */
    size_t count; /* of cells */
};

/* Walks over the row that begins at the byte. False when a quotation mark stands in an odd place. */
static bool raw_row(const struct sheet *sheet, size_t at, size_t column, struct raw *raw)
{
    const char *text = sheet->recording->text;
    size_t length = sheet->recording->length;
    *raw = (struct raw){.start = SIZE_MAX};
    for (;;) {
        size_t start = at;
        if (at < length && text[at] == '"') {
            for (at++; at < length && (text[at] != '"' || (at + 1 < length && text[at + 1] == '"')); at++)
                at += text[at] == '"';
            at++;
            if (at > length)
                return false;
        } else {
            while (at < length && text[at] != sheet->separator && text[at] != '\n' && text[at] != '\r' && text[at] != '"')
                at++;
        }
        if (at < length && text[at] != sheet->separator && text[at] != '\n' && text[at] != '\r')
            return false;
        if (raw->count++ == column) {
            raw->start = start;
            raw->length = at - start;
        }
        raw->end = at;
        if (at == length || text[at] != sheet->separator)
            return true;
        at++;
    }
}

static void add_cell(struct buffer *out, const struct sheet *sheet, const char *value, bool quoted)
{
    struct buffer guarded = {0};
    if (strchr("=+-@", value[0]))
        buffer_add_byte(&guarded, '\'');
    buffer_add_text(&guarded, value);
    quoted = quoted || strchr(buffer_text(&guarded), sheet->separator) || strpbrk(buffer_text(&guarded), "\"\n\r");
    if (quoted)
        buffer_add_byte(out, '"');
    for (const char *at = buffer_text(&guarded); *at; at++) {
        if (*at == '"')
            buffer_add_byte(out, '"');
        buffer_add_byte(out, *at);
    }
    if (quoted)
        buffer_add_byte(out, '"');
    buffer_free(&guarded);
}

/* Where the row begins: counted on from the row before, so that a long file is gone through once. */
static size_t row_start(struct sheet *sheet, const struct csv_row *row)
{
    unsigned line = row->cells[0].line;
    if (line > sheet->line) {
        sheet->at += place_in(sheet->recording->text + sheet->at, sheet->recording->length - sheet->at, line - sheet->line + 1, 1);
        sheet->line = line;
    }
    return sheet->at;
}

/* Puts values (NULL: nothing) into cells of the row, and as many cells at its end as are missing. Where columns are added to the sheet, every row gets them. */
static void set_cells(struct sheet *sheet, const struct csv_row *row, const char *const values[COLUMN_COUNT])
{
    struct recording *recording = sheet->recording;
    size_t start = row_start(sheet, row);
    size_t added = sheet->width;
    struct raw raw;
    struct buffer tail = {0};
    if (!raw_row(sheet, start, SIZE_MAX, &raw)) {
        refuse(recording, row->cells[0].line, REFUSE_QUOTES);
        return;
    }
    size_t count = raw.count;
    size_t end = raw.end;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        size_t column = sheet->columns[i] != SIZE_MAX ? sheet->columns[i] : added++;
        if (column < raw.count && values[i]) {
            raw_row(sheet, start, column, &raw);
            struct edit *edit = edit_add(recording, raw.start, raw.length);
            add_cell(&edit->with, sheet, values[i], raw.length > 0 && recording->text[raw.start] == '"');
        } else if (column >= raw.count && (values[i] || sheet->columns[i] == SIZE_MAX)) {
            for (; count <= column; count++)
                buffer_add_byte(&tail, sheet->separator);
            if (values[i])
                add_cell(&tail, sheet, values[i], false);
        }
    }
    if (tail.length > 0)
        edit_add(recording, end, 0)->with = tail;
}

static bool is_target(const struct recorded *recorded, unsigned line)
{
    for (size_t i = 0; i < recorded->offer_count; i++)
        if (recorded->offers[i].line == line)
            return true;
    return false;
}

static bool is_empty(const struct csv_row *row, size_t column)
{
    for (size_t i = 0; column < row->count && i < row->cells[column].length; i++)
        if (!isspace((unsigned char)row->cells[column].text[i]))
            return false;
    return true;
}

/* Rows of the service: those that are recorded change; one below that takes over what changed stands in the way. Of a whole service the first row changes, and
 * those that say it for themselves. */
static void take_row_of_service(struct sheet *sheet, const struct csv_row *row)
{
    const struct recorded *recorded = sheet->recording->recorded;
    bool whole = recorded->offer_count == 0;
    bool first = row->cells[0].line == recorded->rows[0].line;
    bool target = whole ? first : is_target(recorded, row->cells[0].line);
    const char *values[COLUMN_COUNT] = {target ? recorded->checked : NULL, target ? recorded->by : NULL};
    for (int i = 0; i < COLUMN_COUNT && !target; i++) {
        bool empty = is_empty(row, sheet->columns[i]);
        if (whole && !empty)
            values[i] = i == CHECKED ? recorded->checked : recorded->by;
        else if (!whole && empty && sheet->above_changed)
            refuse(sheet->recording, row->cells[0].line, REFUSE_BELOW);
    }
    sheet->above_changed = target;
    if (values[CHECKED] || values[BY] || sheet->columns[CHECKED] == SIZE_MAX || sheet->columns[BY] == SIZE_MAX)
        set_cells(sheet, row, values);
}

static bool take_row(void *data, const struct csv_row *row)
{
    static const char *const nothing[COLUMN_COUNT];
    struct sheet *sheet = data;
    const struct recorded *recorded = sheet->recording->recorded;
    if (row->number == 0) {
        sheet->width = row->count;
        for (int i = 0; i < COLUMN_COUNT; i++)
            sheet->columns[i] = column_of(row, names[i]);
        const char *values[COLUMN_COUNT] = {sheet->columns[CHECKED] == SIZE_MAX ? names[CHECKED] : NULL, sheet->columns[BY] == SIZE_MAX ? names[BY] : NULL};
        if (values[CHECKED] || values[BY])
            set_cells(sheet, row, values);
        return !sheet->recording->refused;
    }
    bool of_service = sheet->row_at < recorded->row_count && recorded->rows[sheet->row_at].line == row->cells[0].line;
    sheet->row_at += of_service;
    if (of_service)
        take_row_of_service(sheet, row);
    else if (sheet->columns[CHECKED] == SIZE_MAX || sheet->columns[BY] == SIZE_MAX)
        set_cells(sheet, row, nothing);
    return !sheet->recording->refused;
}

void record_csv(struct recording *recording)
{
    struct problems *unheard = problems_new();
    struct sheet sheet = {.recording = recording, .separator = csv_separator(recording->text, recording->length), .line = 1};
    csv_read(recording->recorded->file, recording->text, recording->length, sheet.separator, unheard, take_row, &sheet, NULL);
    if (sheet.row_at < recording->recorded->row_count && !recording->refused)
        refuse(recording, recording->recorded->rows[sheet.row_at].line, REFUSE_NO_TEXT);
    problems_free(unheard);
}

/* What a sheet says, so that two can be compared: every cell, but those that are recorded; empty ones at the end of a row say nothing. */
struct telling {
    const struct recorded *recorded;
    bool first;
    bool wrong;
    size_t columns[COLUMN_COUNT];
    struct buffer out;
};

static bool is_set(const struct telling *telling, const struct csv_row *row, size_t cell)
{
    const struct recorded *recorded = telling->recorded;
    if (cell != telling->columns[CHECKED] && cell != telling->columns[BY])
        return false;
    if (row->number == 0)
        return true;
    /* Lines are those of the old text in both: an edit adds none. */
    unsigned line = row->cells[0].line;
    if (recorded->offer_count > 0)
        return is_target(recorded, line);
    for (size_t i = 0; i < recorded->row_count; i++)
        if (recorded->rows[i].line == line)
            return i == 0 || !is_empty(row, cell);
    return false;
}

static bool is_right(const struct telling *telling, const struct csv_row *row, size_t cell)
{
    const char *wanted = cell == telling->columns[CHECKED] ? telling->recorded->checked : telling->recorded->by;
    const char *text = row->cells[cell].text;
    size_t length = row->cells[cell].length;
    if (length > 1 && text[0] == '\'' && strchr("=+-@", text[1]))
        text++, length--;
    return row->number == 0 || (length == strlen(wanted) && memcmp(text, wanted, length) == 0);
}

static bool take_telling(void *data, const struct csv_row *row)
{
    struct telling *telling = data;
    for (int i = 0; row->number == 0 && i < COLUMN_COUNT; i++)
        telling->columns[i] = column_of(row, names[i]);
    buffer_format(&telling->out, "\n%u", (unsigned)row->cells[0].line);
    for (size_t i = 0; i < row->count; i++) {
        bool set = is_set(telling, row, i);
        telling->wrong = telling->wrong || (set && !telling->first && !is_right(telling, row, i));
        if (set || row->cells[i].length == 0)
            continue;
        /* By number of the cell, so that two columns that are gone do not hide a move. */
        buffer_format(&telling->out, "|%zu:%zu:", i, row->cells[i].length);
        buffer_add(&telling->out, row->cells[i].text, row->cells[i].length);
    }
    return true;
}

bool same_csv(const struct recorded *recorded, const char *old, size_t old_length, const struct buffer *new)
{
    struct problems *before = problems_new();
    struct problems *after = problems_new();
    struct telling one = {.recorded = recorded, .first = true};
    struct telling two = {.recorded = recorded};
    char separator = csv_separator(old, old_length);
    csv_read(recorded->file, old, old_length, separator, before, take_telling, &one, NULL);
    csv_read(recorded->file, new->bytes, new->length, csv_separator(new->bytes, new->length), after, take_telling, &two, NULL);
    bool same = !two.wrong && one.out.length == two.out.length && memcmp(one.out.bytes, two.out.bytes, one.out.length) == 0 &&
                problems_count(before) == problems_count(after);
    buffer_free(&one.out);
    buffer_free(&two.out);
    problems_free(before);
    problems_free(after);
    return same;
}

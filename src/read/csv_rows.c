/* libcsv gives cells and rows but no places. Blanks are kept, so a cell's length in the file follows from its text: what libcsv left out
 * are the quotes around it and one of each pair of them within. */
#include "read/csv_rows.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "read/csv_windows.h"
#include "read/words.h"
#include "text/buffer.h"
#include "text/memory.h"

enum {
    BLOCK = 64 * 1024, /* bytes that libcsv gets at once, and by which its cell grows */
    HEADER_MOST = 64 * 1024,
};

/* A place in the text. */
struct spot {
    size_t offset;
    uint32_t line;
    uint32_t column;
};

struct cell_span {
    size_t start; /* in the texts of the row */
    size_t length;
    struct spot spot;
};

/* How the feeding of libcsv ended. */
enum fed {
    FED_ALL,
    FED_ERROR, /* a quotation mark where none can be */
    FED_OPEN,  /* the end of the text, within quotes */
    FED_LONG,  /* the row is longer than CSV_ROW_MOST */
};

struct reading {
    const char *file;
    const char *text;
    size_t length;
    struct problems *problems;
    csv_receive *receive;
    void *data;
    char separator;
    struct csv_parser parser;

    struct buffer texts; /* of the row's cells, each with a NUL behind it */
    struct cell_span *spans;
    struct csv_cell *cells;
    size_t count;
    size_t span_room;
    size_t cell_room;
    struct spot next;   /* where the next cell begins */
    struct spot row;    /* where the row begins */
    size_t rows;        /* given out */
    size_t header_count;
    size_t lost;        /* to errors that were told */
    bool filled;        /* a cell of the row has text */
    bool stopped;

    size_t shadow_end;    /* up to here only rows as long as the header are believed … */
    uint32_t shadow_line; /* … because of a mark in this line … */
    bool shadow_told;     /* … that is never closed, so each row left out is told */
};

static int no_space(unsigned char byte)
{
    (void)byte;
    return 0;
}

static void *grow(void *bytes, size_t length)
{
    return memory_resize(bytes, length, 1);
}

static bool is_break(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Moves a spot to an offset behind it, counting characters and lines. */
static void move_to(const struct reading *reading, struct spot *spot, size_t offset)
{
    const unsigned char *text = (const unsigned char *)reading->text;
    for (size_t at = spot->offset; at < offset; at++) {
        spot->column += (text[at] & 0xC0) != 0x80;
        if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == reading->length || text[at + 1] != '\n'))) {
            spot->line++;
            spot->column = 1;
        }
    }
    spot->offset = offset;
}

/* Skips line breaks, which libcsv skips between rows. */
static void skip_breaks(struct reading *reading)
{
    size_t at = reading->next.offset;
    while (at < reading->length && is_break(reading->text[at]))
        at++;
    move_to(reading, &reading->next, at);
}

static void take_cell(void *bytes, size_t length, void *data)
{
    struct reading *reading = data;
    if (reading->stopped)
        return;
    const char *text = bytes;
    if (reading->count == 0) {
        skip_breaks(reading);
        reading->row = reading->next;
    }
    reading->spans = memory_room(reading->spans, reading->count, &reading->span_room, sizeof *reading->spans);
    reading->spans[reading->count++] = (struct cell_span){.start = reading->texts.length, .length = length, .spot = reading->next};
    size_t in_file = length;
    if (reading->next.offset < reading->length && reading->text[reading->next.offset] == '"') {
        in_file += 2;
        for (const char *at = text; length > 0 && (at = memchr(at, '"', length - (size_t)(at - text))) != NULL; at++)
            in_file++;
    }
    if (length > 0)
        buffer_add(&reading->texts, text, length);
    buffer_add_byte(&reading->texts, 0);
    reading->filled = reading->filled || length > 0;
    /* One more for the separator, or the line break at the end of the row. */
    size_t end = reading->next.offset + in_file + 1;
    move_to(reading, &reading->next, end < reading->length ? end : reading->length);
}

/* Whether the row is to be given out. A row in the shadow of a stray quotation mark may be a part of a cell. */
static bool believe(struct reading *reading)
{
    if (reading->row.offset >= reading->shadow_end || reading->rows == 0 || reading->count == reading->header_count)
        return true;
    if (reading->shadow_told) {
        struct position where = {.file = reading->file, .line = reading->row.line, .column = reading->row.column};
        problems_add(reading->problems, PROBLEM_ERROR, "stray-quote", where, WORDS_QUOTE_SHADOW, (unsigned)reading->shadow_line);
        reading->lost++;
    }
    return false;
}

static void give_row(struct reading *reading)
{
    size_t room = reading->cell_room;
    if (room < reading->count) {
        room = reading->span_room;
        reading->cells = memory_resize(reading->cells, room, sizeof *reading->cells);
        reading->cell_room = room;
    }
    for (size_t i = 0; i < reading->count; i++) {
        const struct cell_span *span = &reading->spans[i];
        reading->cells[i] = (struct csv_cell){
            .text = reading->texts.bytes + span->start, .length = span->length, .line = span->spot.line, .column = span->spot.column};
    }
    if (reading->rows == 0)
        reading->header_count = reading->count;
    struct csv_row row = {.number = reading->rows++, .cells = reading->cells, .count = reading->count, .offset = reading->next.offset};
    if (!reading->receive(reading->data, &row))
        reading->stopped = true;
}

static void forget_row(struct reading *reading)
{
    buffer_clear(&reading->texts);
    reading->count = 0;
    reading->filled = false;
}

static void end_row(int byte, void *data)
{
    (void)byte;
    struct reading *reading = data;
    if (!reading->stopped && reading->filled && believe(reading))
        give_row(reading);
    forget_row(reading);
}

static void start_parser(struct reading *reading)
{
    if (csv_init(&reading->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        memory_fail();
    csv_set_delim(&reading->parser, (unsigned char)reading->separator);
    csv_set_space_func(&reading->parser, no_space);
    csv_set_realloc_func(&reading->parser, grow);
    csv_set_blk_size(&reading->parser, BLOCK);
}

/* Feeds libcsv from where the next cell begins. *stopped gets the offset of what it could not take. */
static enum fed feed(struct reading *reading, size_t *stopped)
{
    size_t at = reading->next.offset;
    while (at < reading->length && !reading->stopped) {
        size_t block = reading->length - at < BLOCK ? reading->length - at : BLOCK;
        size_t taken = csv_parse(&reading->parser, reading->text + at, block, take_cell, end_row, reading);
        at += taken;
        *stopped = at;
        if (taken < block)
            return FED_ERROR;
        size_t row = reading->count > 0 ? reading->row.offset : reading->next.offset;
        if (at - row > CSV_ROW_MOST)
            return FED_LONG;
    }
    *stopped = at;
    if (reading->stopped || csv_fini(&reading->parser, take_cell, end_row, reading) == 0)
        return FED_ALL;
    return FED_OPEN;
}

static void refuse(const struct reading *reading, struct spot spot, const char *words, unsigned line)
{
    struct position where = {.file = reading->file, .line = spot.line, .column = spot.column};
    problems_add(reading->problems, PROBLEM_ERROR, "stray-quote", where, words, line);
}

static bool in_quotes(const struct reading *reading)
{
    return reading->next.offset < reading->length && reading->text[reading->next.offset] == '"';
}

/* Says what is wrong with the cell that begins at reading->next. */
static void tell(struct reading *reading, enum fed fed, size_t stopped)
{
    struct spot spot = reading->next;
    bool quoted = in_quotes(reading);
    reading->lost++;
    if (fed == FED_LONG && !(quoted && stopped - spot.offset > CSV_ROW_MOST / 2)) {
        struct position where = {.file = reading->file, .line = reading->row.line, .column = reading->row.column};
        problems_add(reading->problems, PROBLEM_ERROR, "row-too-long", where, WORDS_ROW_TOO_LONG, CSV_ROW_MOST / 1024);
    } else if (fed == FED_ERROR && quoted) {
        move_to(reading, &spot, stopped - 1); /* behind the mark that seemed to close the cell */
        refuse(reading, spot, WORDS_QUOTE_ENDED, reading->next.line);
    } else if (fed == FED_ERROR) {
        move_to(reading, &spot, stopped);
        refuse(reading, spot, WORDS_QUOTE_INSIDE, 0);
    } else {
        refuse(reading, spot, WORDS_QUOTE_OPEN, 0);
    }
}

/* After an error: moves to the line after the one in which the cell began. What stands from there up to the error was read as a part of the
 * cell and may be one, so it is read in its shadow. */
static void move_on(struct reading *reading, enum fed fed, size_t stopped)
{
    struct spot cell = reading->next;
    size_t at = cell.offset;
    while (at < reading->length && !is_break(reading->text[at]))
        at++;
    if (at < reading->length)
        at += reading->text[at] == '\r' && at + 1 < reading->length && reading->text[at + 1] == '\n' ? 2 : 1;
    move_to(reading, &reading->next, at);
    if (stopped > at && stopped > reading->shadow_end) {
        reading->shadow_end = stopped;
        reading->shadow_line = cell.line;
        reading->shadow_told = fed != FED_ERROR;
    }
    forget_row(reading);
}

static void read_rows(struct reading *reading)
{
    reading->next = reading->row = (struct spot){.line = 1, .column = 1};
    do {
        size_t stopped;
        start_parser(reading);
        enum fed fed = feed(reading, &stopped);
        csv_free(&reading->parser);
        if (fed == FED_ALL)
            return;
        if (reading->count == 0) {
            skip_breaks(reading);
            reading->row = reading->next;
        }
        if (reading->row.offset >= reading->shadow_end || reading->shadow_told)
            tell(reading, fed, stopped);
        move_on(reading, fed, stopped);
    } while (reading->next.offset < reading->length);
}

char csv_separator(const char *text, size_t length)
{
    static const char separators[] = {',', ';', '\t'};
    size_t counts[sizeof separators] = {0};
    bool quoted = false;
    bool begun = false;
    for (size_t at = 0; at < length && at < HEADER_MOST; at++) {
        if (is_break(text[at]) && !quoted) {
            if (begun)
                break;
            continue;
        }
        begun = true;
        if (text[at] == '"')
            quoted = !quoted;
        for (size_t i = 0; i < sizeof separators && !quoted; i++)
            counts[i] += text[at] == separators[i];
    }
    size_t best = 0;
    for (size_t i = 1; i < sizeof separators; i++)
        if (counts[i] > counts[best])
            best = i;
    return separators[best];
}

bool csv_read(const char *file, const char *text, size_t length, char separator, struct problems *problems, csv_receive *receive, void *data,
              size_t *left_out)
{
    struct buffer converted = {0};
    if (csv_windows(file, text, length, problems, &converted)) {
        text = buffer_text(&converted);
        length = converted.length;
    }
    struct reading reading = {
        .file = file,
        .text = text,
        .length = length,
        .problems = problems,
        .receive = receive,
        .data = data,
        .separator = separator != 0 ? separator : csv_separator(text, length),
    };
    read_rows(&reading);
    if (left_out != NULL)
        *left_out = reading.lost;
    free(reading.spans);
    free(reading.cells);
    buffer_free(&reading.texts);
    buffer_free(&converted);
    return !reading.stopped && reading.rows > 0;
}

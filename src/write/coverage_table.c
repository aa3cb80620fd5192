/* The table on a terminal. Where its columns do not fit beside each other, it goes on in a further table with the areas again. */
#include <stdlib.h>
#include <string.h>

#include "text/memory.h"
#include "text/width.h"
#include "write/coverage.h"
#include "write/coverage_words.h"
#include "write/lines.h"

/* A heading is broken into lines no wider than this, unless one of its words is; the names of areas take at most a share of the columns. */
enum { HEADING_WIDE = 9, HEADING_LINES = 8, AREA_LEAST = 14 };

struct table {
    const struct coverage *coverage;
    struct coverage_look look;
    size_t area_wide;
    size_t *wide; /* of each value's column */
};

static void add_spaces(struct buffer *out, size_t count)
{
    while (count-- > 0)
        buffer_add_byte(out, ' ');
}

/* Appends the text in so many columns, cut where it is too long. */
static void add_padded(struct buffer *out, const char *text, size_t columns, struct coverage_look look)
{
    const char *cut = look.ascii ? "..." : "…";
    size_t cut_wide = look.ascii ? 3 : 1;
    size_t length = strlen(text);
    size_t used = width_columns(text, length);
    if (used > columns) {
        length = width_fit(text, length, columns > cut_wide ? columns - cut_wide : 0, &used);
        buffer_add(out, text, length);
        buffer_add_text(out, cut);
        used += cut_wide;
    } else {
        buffer_add(out, text, length);
    }
    add_spaces(out, used < columns ? columns - used : 0);
}

static size_t longest_word(const char *text)
{
    size_t longest = 0;
    while (*text) {
        size_t length = strcspn(text, " ");
        size_t wide = width_columns(text, length);
        longest = wide > longest ? wide : longest;
        text += length + (text[length] == ' ');
    }
    return longest;
}

/* How wide the column of a value is: its widest cell, or its heading. */
static size_t column_wide(const struct coverage *coverage, size_t value)
{
    const char *label = coverage->values[value].label;
    size_t heading = width_columns(label, strlen(label));
    size_t word = longest_word(label);
    size_t wide = heading <= HEADING_WIDE ? heading : word > HEADING_WIDE ? word : HEADING_WIDE;
    for (size_t area = 0; area < coverage->area_count; area++) {
        struct buffer cell = {0};
        coverage_cell_text(&cell, coverage_at(coverage, area, value));
        wide = cell.length > wide ? cell.length : wide;
        buffer_free(&cell);
    }
    return wide;
}

static void measure(struct table *table)
{
    const struct coverage *coverage = table->coverage;
    size_t most = table->look.columns * 2 / 5;
    table->area_wide = AREA_LEAST;
    for (size_t area = 0; area < coverage->area_count; area++) {
        size_t wide = width_columns(coverage->names[area], strlen(coverage->names[area]));
        table->area_wide = wide > table->area_wide ? wide : table->area_wide;
    }
    if (table->area_wide > most && most >= AREA_LEAST)
        table->area_wide = most;
    for (size_t value = 0; value < coverage->value_count; value++) {
        size_t room = table->look.columns > table->area_wide + 3 ? table->look.columns - table->area_wide - 2 : 1;
        size_t wide = column_wide(coverage, value);
        table->wide[value] = wide < room ? wide : room;
    }
}

/* How many values from this one on fit beside the areas; at least one. */
static size_t fit(const struct table *table, size_t from)
{
    size_t used = table->area_wide;
    size_t value = from;
    while (value < table->coverage->value_count && (value == from || used + 2 + table->wide[value] <= table->look.columns))
        used += 2 + table->wide[value++];
    return value - from;
}

static void end_line(struct buffer *out)
{
    while (out->length > 0 && out->bytes[out->length - 1] == ' ')
        buffer_cut(out, out->length - 1);
    buffer_add_byte(out, '\n');
}

/* Appends one line of the headings, each from where the last one ended. Gives whether any is left. */
static bool heading_line(struct buffer *out, const struct table *table, size_t from, size_t count, size_t *done, bool first)
{
    bool more = false;
    add_padded(out, first ? COVERAGE_AREA : "", table->area_wide, table->look);
    for (size_t i = 0; i < count; i++) {
        const char *left = table->coverage->values[from + i].label + done[i];
        const char *label = *left || done[i] > 0 || table->coverage->title ? left : COVERAGE_COUNT;
        size_t next = 0;
        size_t length = *label ? width_line(label, strlen(label), table->wide[from + i], &next) : 0;
        struct buffer piece = {0};
        buffer_add(&piece, label, length);
        add_spaces(out, 2);
        add_padded(out, buffer_text(&piece), table->wide[from + i], table->look);
        buffer_free(&piece);
        if (*left)
            done[i] += next;
        more = more || (*left && left[next]);
    }
    end_line(out);
    return more;
}

static void write_part(struct buffer *out, const struct table *table, size_t from, size_t count)
{
    const struct coverage *coverage = table->coverage;
    size_t *done = memory_new(count, sizeof *done);
    bool more = true;
    for (size_t line = 0; line < HEADING_LINES && more; line++)
        more = heading_line(out, table, from, count, done, line == 0);
    free(done);
    for (size_t area = 0; area < coverage->area_count; area++) {
        add_padded(out, coverage->names[area], table->area_wide, table->look);
        for (size_t value = from; value < from + count; value++) {
            struct buffer cell = {0};
            coverage_cell_text(&cell, coverage_at(coverage, area, value));
            add_spaces(out, 2);
            add_padded(out, buffer_text(&cell), table->wide[value], table->look);
            buffer_free(&cell);
        }
        end_line(out);
    }
}

struct saying {
    struct buffer *out;
    size_t columns;
};

static void say_gap(void *data, const char *sentence)
{
    struct saying *saying = data;
    lines_wrap(saying->out, sentence, saying->columns, 2, 4);
}

static void write_head(struct buffer *out, const struct coverage *coverage, struct coverage_look look)
{
    struct buffer line = {0};
    coverage_heading(&line, coverage);
    lines_wrap(out, buffer_text(&line), look.columns, 0, 2);
    if (coverage->words[0]) {
        buffer_clear(&line);
        buffer_format(&line, COVERAGE_NEED, coverage->words);
        lines_wrap(out, buffer_text(&line), look.columns, 0, 2);
    }
    buffer_free(&line);
}

void coverage_table(struct buffer *out, const struct coverage *coverage, struct coverage_look look)
{
    struct table table = {.coverage = coverage, .look = look, .wide = memory_new(coverage->value_count, sizeof *table.wide)};
    measure(&table);
    write_head(out, coverage, look);
    for (size_t from = 0; from < coverage->value_count;) {
        size_t count = fit(&table, from);
        buffer_add_byte(out, '\n');
        write_part(out, &table, from, count);
        from += count;
    }
    free(table.wide);
    buffer_add_byte(out, '\n');
    lines_wrap(out, COVERAGE_KEY, look.columns, 0, 0);
    buffer_add_byte(out, '\n');
    struct saying saying = {out, look.columns};
    buffer_format(out, "%s\n", coverage->gaps > 0 ? COVERAGE_GAPS : COVERAGE_NO_GAPS);
    coverage_gaps(coverage, say_gap, &saying);
}

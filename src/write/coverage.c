/* What every form of the report says the same way: headings, cells, shades, and gaps in words. */
#include "write/coverage.h"

#include <stdlib.h>
#include <string.h>

#include "match/words.h"
#include "text/memory.h"
#include "write/coverage_words.h"

unsigned coverage_shade(const struct coverage_cell *cell, size_t most)
{
    if (cell->suits == 0)
        return cell->ask + cell->ending > 0 ? 1 : 0;
    return cell->suits * 3 > most * 2 ? 4 : cell->suits * 3 > most ? 3 : 2;
}

size_t coverage_most(const struct coverage *coverage)
{
    size_t most = 0;
    for (size_t i = 0; i < coverage->area_count * coverage->value_count; i++)
        most = coverage->cells[i].suits > most ? coverage->cells[i].suits : most;
    return most;
}

void coverage_cell_text(struct buffer *out, const struct coverage_cell *cell)
{
    buffer_format(out, "%zu", cell->suits);
    if (cell->ending > 0)
        buffer_format(out, " e%zu", cell->ending);
    if (cell->ask > 0)
        buffer_format(out, " ?%zu", cell->ask);
}

void coverage_heading(struct buffer *out, const struct coverage *coverage)
{
    if (coverage->title)
        buffer_format(out, COVERAGE_BY(coverage->area_count), coverage->title, coverage->area_count);
    else
        buffer_format(out, COVERAGE_ALL(coverage->area_count), coverage->area_count);
}

/* Ends the sentence of a gap with what is left: "; 1 ending soon, 2 to ask in each." */
static void end_gap(struct buffer *out, const struct coverage_cell *cell, bool each)
{
    struct buffer rest = {0};
    if (cell->ending > 0)
        buffer_format(&rest, GAP_ENDING(cell->ending), cell->ending);
    if (cell->ending > 0 && cell->ask > 0)
        buffer_add_text(&rest, LIST_COMMA);
    if (cell->ask > 0)
        buffer_format(&rest, GAP_TO_ASK(cell->ask), cell->ask);
    if (rest.length > 0) {
        buffer_add_text(out, "; ");
        buffer_format(out, each ? GAP_EACH : "%s", buffer_text(&rest));
    }
    buffer_add_text(out, GAP_END);
    buffer_free(&rest);
}

void coverage_gap(struct buffer *out, const struct coverage *coverage, size_t area, size_t value)
{
    buffer_format(out, GAP_IN, coverage->values[value].missing, coverage->names[area]);
    end_gap(out, coverage_at(coverage, area, value), false);
}

static bool same_gap(const struct coverage_cell *left, const struct coverage_cell *right)
{
    return right->suits == 0 && left->ending == right->ending && left->ask == right->ask;
}

/* Appends one sentence for all areas with the gap of this one, and marks them as told. */
static void say_alike(struct buffer *out, const struct coverage *coverage, size_t first, size_t value, bool *told)
{
    const struct coverage_cell *cell = coverage_at(coverage, first, value);
    struct buffer names = {0};
    size_t count = 0;
    size_t at = 0;
    for (size_t area = first; area < coverage->area_count; area++)
        count += same_gap(cell, coverage_at(coverage, area, value));
    for (size_t area = first; area < coverage->area_count; area++) {
        if (!same_gap(cell, coverage_at(coverage, area, value)))
            continue;
        told[area] = true;
        words_join(&names, coverage->names[area], at++, count, LIST_AND);
    }
    if (count > 1 && count == coverage->area_count)
        buffer_format(out, GAP_ANYWHERE(count), coverage->values[value].missing, count);
    else
        buffer_format(out, GAP_IN, coverage->values[value].missing, buffer_text(&names));
    end_gap(out, cell, count > 1);
    buffer_free(&names);
}

void coverage_gaps(const struct coverage *coverage, void (*say)(void *data, const char *sentence), void *data)
{
    bool *told = memory_new(coverage->area_count, sizeof *told);
    struct buffer sentence = {0};
    for (size_t value = 0; value < coverage->value_count; value++) {
        memset(told, 0, coverage->area_count * sizeof *told);
        for (size_t area = 0; area < coverage->area_count; area++) {
            if (told[area] || coverage_at(coverage, area, value)->suits > 0)
                continue;
            buffer_clear(&sentence);
            say_alike(&sentence, coverage, area, value, told);
            say(data, buffer_text(&sentence));
        }
    }
    buffer_free(&sentence);
    free(told);
}

/* Coverage for other programs: CSV and JSON. */
#include <string.h>

#include "match/criteria.h"
#include "write/coverage.h"
#include "write/json.h"

/* Appends a cell of a spreadsheet: quoted where it must be, and never run as a formula. */
static void csv_text(struct buffer *out, const char *text)
{
    bool formula = strchr("=+-@\t\r'", text[0]) && text[0];
    bool quoted = formula || strpbrk(text, ",\"\r\n;");
    if (quoted)
        buffer_add_byte(out, '"');
    if (formula)
        buffer_add_byte(out, '\'');
    for (; *text; text++) {
        if (*text == '"')
            buffer_add_byte(out, '"');
        buffer_add_byte(out, *text);
    }
    if (quoted)
        buffer_add_byte(out, '"');
}

void coverage_csv(struct buffer *out, const struct coverage *coverage)
{
    buffer_add_text(out, "area,value,label,suits,ending,ask\r\n");
    for (size_t area = 0; area < coverage->area_count; area++) {
        for (size_t value = 0; value < coverage->value_count; value++) {
            const struct coverage_cell *cell = coverage_at(coverage, area, value);
            csv_text(out, coverage->names[area]);
            buffer_add_byte(out, ',');
            csv_text(out, coverage->values[value].term ? coverage->values[value].term : "");
            buffer_add_byte(out, ',');
            csv_text(out, coverage->values[value].label);
            buffer_format(out, ",%zu,%zu,%zu\r\n", cell->suits, cell->ending, cell->ask);
        }
    }
}

static void set_counts(json_t *object, const struct coverage_cell *cell)
{
    json_set(object, "suits", json_integer((json_int_t)cell->suits));
    json_set(object, "ending", json_integer((json_int_t)cell->ending));
    json_set(object, "ask", json_integer((json_int_t)cell->ask));
}

static json_t *values_json(const struct coverage *coverage)
{
    json_t *values = json_array();
    for (size_t i = 0; i < coverage->value_count; i++) {
        json_t *value = json_object();
        json_set(value, "value", json_text(coverage->values[i].term));
        json_set(value, "label", json_text(coverage->values[i].label));
        json_append(values, value);
    }
    return values;
}

static json_t *areas_json(const struct coverage *coverage)
{
    json_t *areas = json_array();
    for (size_t i = 0; i < coverage->area_count; i++) {
        json_t *area = json_object();
        json_t *cells = json_array();
        for (size_t value = 0; value < coverage->value_count; value++) {
            json_t *cell = json_object();
            set_counts(cell, coverage_at(coverage, i, value));
            json_append(cells, cell);
        }
        json_set(area, "area", json_text(coverage->names[i]));
        json_set(area, "cells", cells);
        json_append(areas, area);
    }
    return areas;
}

static json_t *gaps_json(const struct coverage *coverage)
{
    json_t *gaps = json_array();
    for (size_t area = 0; area < coverage->area_count; area++) {
        for (size_t value = 0; value < coverage->value_count; value++) {
            const struct coverage_cell *cell = coverage_at(coverage, area, value);
            if (cell->suits > 0)
                continue;
            struct buffer sentence = {0};
            json_t *gap = json_object();
            coverage_gap(&sentence, coverage, area, value);
            json_set(gap, "area", json_text(coverage->names[area]));
            json_set(gap, "value", json_text(coverage->values[value].term));
            json_set(gap, "ending", json_integer((json_int_t)cell->ending));
            json_set(gap, "ask", json_integer((json_int_t)cell->ask));
            json_set(gap, "say", json_text(buffer_text(&sentence)));
            json_append(gaps, gap);
            buffer_free(&sentence);
        }
    }
    return gaps;
}

void coverage_json(struct buffer *out, const struct coverage *coverage)
{
    json_t *all = json_object();
    json_set(all, "need", json_text(coverage->need));
    json_set(all, "by", json_text(coverage->by == KEY_PREGNANT ? "stage" : coverage->by < KEY_COUNT ? criteria[coverage->by].key : NULL));
    json_set(all, "services", json_integer((json_int_t)coverage->services));
    json_set(all, "offers", json_integer((json_int_t)coverage->offers));
    json_set(all, "values", values_json(coverage));
    json_set(all, "areas", areas_json(coverage));
    json_set(all, "gaps", gaps_json(coverage));
    json_write(out, all);
    buffer_add_byte(out, '\n');
}

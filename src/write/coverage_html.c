/* Coverage as one HTML document, for a report or a meeting: maps in SVG, the table that says the same, and the gaps. Nothing in it is fetched, nothing runs. */
#include <string.h>

#include "write/coverage.h"
#include "write/coverage_words.h"
#include "write/handout_words.h"
#include "write/html.h"

/* A tile's side and the step from one to the next, in units of the picture. */
enum { TILE_SIDE = 56, TILE_STEP = 60 };

/* Shades of one grey-blue from white; the text on each keeps 7:1 (WCAG 2.2, 1.4.6). A dashed border is nothing at all, a dotted one something to ask. */
#define STYLE                                                                                                                   \
    "html{font:1rem/1.4 sans-serif;color:#000;background:#fff}body{margin:0 auto;padding:1rem;max-width:80rem}"                 \
    "h1{font-size:1.5rem;margin:0}h2{font-size:1.2rem}main{display:flex;flex-wrap:wrap;gap:2rem;align-items:flex-start}"        \
    "figure{margin:0 0 1rem;width:26rem;max-width:100%;break-inside:avoid}svg{width:100%;height:auto;display:block}"            \
    "figcaption{font-weight:bold}.table{overflow-x:auto;max-width:100%}table{border-collapse:collapse}"                         \
    "caption{text-align:left;font-weight:bold}th,td{border:1px solid #767676;padding:.15rem .5rem;text-align:left}"             \
    "td{white-space:nowrap}td.gap{font-weight:bold;background:#f2f2f2}rect{stroke:#000}text{font:14px sans-serif;text-anchor:middle}" \
    ".s0{fill:#fff;stroke-dasharray:6 4}.s1{fill:#fff;stroke-dasharray:1 3}.s2{fill:#dce6f0}.s3{fill:#b4c8dc}.s4{fill:#1f3f66}" \
    ".t4{fill:#fff}"                                                                                                            \
    "@page{size:A4 landscape;margin:12mm}@media print{html{font-size:10pt}body{max-width:none;padding:0}main{display:block}"    \
    "figure{display:inline-block;width:80mm;vertical-align:top}tr,li{break-inside:avoid}rect{print-color-adjust:exact}}"

/* <tag>text</tag> and a line break. */
static void element(struct buffer *out, const char *tag, const char *text)
{
    buffer_format(out, "<%s>", tag);
    html_text(out, text);
    buffer_format(out, "</%s>\n", tag);
}

static void cell_words(struct buffer *out, const struct coverage_cell *cell)
{
    buffer_format(out, CELL_SUIT(cell->suits), cell->suits);
    if (cell->ending > 0) {
        buffer_add_text(out, "; ");
        buffer_format(out, GAP_ENDING(cell->ending), cell->ending);
    }
    if (cell->ask > 0) {
        buffer_add_text(out, "; ");
        buffer_format(out, GAP_TO_ASK(cell->ask), cell->ask);
    }
}

static void write_tile(struct buffer *out, const struct coverage *map, const struct tile *tile, size_t area, size_t value, size_t most)
{
    const struct coverage_cell *cell = coverage_at(map, area, value);
    unsigned shade = coverage_shade(cell, most);
    unsigned x = (tile->column - 1) * TILE_STEP + 2;
    unsigned y = (tile->row - 1) * TILE_STEP + 2;
    struct buffer words = {0};
    struct buffer title = {0};
    cell_words(&words, cell);
    buffer_format(&title, MAP_TILE, map->names[area], buffer_text(&words));
    buffer_add_text(out, "<g><title>");
    html_text(out, buffer_text(&title));
    buffer_format(out, "</title><rect class=\"s%u\" x=\"%u\" y=\"%u\" width=\"%d\" height=\"%d\"/>", shade, x, y, TILE_SIDE, TILE_SIDE);
    buffer_format(out, "<text class=\"t%u\" x=\"%u\" y=\"%u\">", shade, x + TILE_SIDE / 2, y + 23);
    html_text(out, tile->short_name);
    buffer_format(out, "</text><text class=\"t%u\" x=\"%u\" y=\"%u\">", shade, x + TILE_SIDE / 2, y + 43);
    if (cell->suits == 0 && cell->ask > 0)
        buffer_format(out, "?%zu", cell->ask);
    else
        buffer_format(out, "%zu", cell->suits);
    buffer_add_text(out, "</text></g>\n");
    buffer_free(&words);
    buffer_free(&title);
}

/* The tiles of one whole, a nation or a region, for one value, if any of its areas is counted. number makes ids that occur once. */
static void write_map(struct buffer *out, const struct coverage *map, const struct tiles *tiles, place_id whole, size_t value, size_t *number)
{
    struct buffer inside = {0};
    size_t most = coverage_most(map);
    unsigned columns = 0;
    unsigned rows = 0;
    for (size_t area = 0; area < map->area_count; area++) {
        const struct tile *tile = tiles_find(tiles, map->areas[area]);
        if (!tile || tile->map != whole)
            continue;
        write_tile(&inside, map, tile, area, value, most);
        columns = tile->column > columns ? tile->column : columns;
        rows = tile->row > rows ? tile->row : rows;
    }
    if (columns > 0) {
        const char *label = map->title ? map->values[value].label : map->words;
        buffer_add_text(out, "<figure>");
        if (*label)
            element(out, "figcaption", label);
        buffer_format(out, "<svg role=\"img\" viewBox=\"0 0 %u %u\" aria-labelledby=\"t%zu d%zu\"><title id=\"t%zu\">", columns * TILE_STEP, rows * TILE_STEP,
                      *number, *number, *number);
        struct buffer title = {0};
        buffer_format(&title, MAP_OF, *label ? label : COVERAGE_TITLE);
        html_text(out, buffer_text(&title));
        buffer_free(&title);
        buffer_format(out, "</title><desc id=\"d%zu\">", *number);
        html_text(out, MAP_DESCRIPTION);
        buffer_format(out, "</desc>\n%s</svg></figure>\n", buffer_text(&inside));
        ++*number;
    }
    buffer_free(&inside);
}

static void write_maps(struct buffer *out, const struct coverage *map, const struct tiles *tiles)
{
    size_t number = 1;
    buffer_add_text(out, "<div>\n");
    for (size_t value = 0; value < map->value_count; value++) {
        for (size_t i = 0; i < tiles->count; i++) {
            bool first = true;
            for (size_t j = 0; j < i; j++)
                first = first && tiles->items[j].map != tiles->items[i].map;
            if (first)
                write_map(out, map, tiles, tiles->items[i].map, value, &number);
        }
    }
    buffer_add_text(out, "</div>\n");
}

static void write_table(struct buffer *out, const struct coverage *table)
{
    buffer_add_text(out, "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-labelledby=\"caption\"><table>\n<caption id=\"caption\">");
    html_text(out, COVERAGE_TABLE_CAPTION);
    buffer_add_text(out, "</caption>\n<thead><tr><th scope=\"col\">");
    html_text(out, COVERAGE_AREA);
    buffer_add_text(out, "</th>");
    for (size_t value = 0; value < table->value_count; value++) {
        buffer_add_text(out, "<th scope=\"col\">");
        html_text(out, table->title ? table->values[value].label : COVERAGE_COUNT);
        buffer_add_text(out, "</th>");
    }
    buffer_add_text(out, "</tr></thead>\n<tbody>\n");
    for (size_t area = 0; area < table->area_count; area++) {
        buffer_add_text(out, "<tr><th scope=\"row\">");
        html_text(out, table->names[area]);
        buffer_add_text(out, "</th>");
        for (size_t value = 0; value < table->value_count; value++) {
            const struct coverage_cell *cell = coverage_at(table, area, value);
            struct buffer words = {0};
            cell_words(&words, cell);
            buffer_add_text(out, cell->suits > 0 ? "<td>" : "<td class=\"gap\">");
            html_text(out, buffer_text(&words));
            buffer_add_text(out, "</td>");
            buffer_free(&words);
        }
        buffer_add_text(out, "</tr>\n");
    }
    buffer_add_text(out, "</tbody></table></div>\n");
}

static void say_gap(void *data, const char *sentence)
{
    element(data, "li", sentence);
}

void coverage_html(struct buffer *out, const struct coverage *table, const struct coverage *map, const struct tiles *tiles, const char *date)
{
    struct buffer text = {0};
    coverage_heading(&text, table);
    buffer_format(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", SHEET_LANGUAGE);
    buffer_add_text(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    html_text(out, COVERAGE_TITLE);
    buffer_add_text(out, "</title>\n<style>" STYLE "</style>\n</head>\n<body>\n<header>\n");
    element(out, "h1", COVERAGE_TITLE);
    element(out, "p", buffer_text(&text));
    buffer_clear(&text);
    if (table->words[0]) {
        buffer_format(&text, COVERAGE_NEED, table->words);
        element(out, "p", buffer_text(&text));
        buffer_clear(&text);
    }
    buffer_format(&text, COVERAGE_MADE, date);
    element(out, "p", buffer_text(&text));
    buffer_add_text(out, "</header>\n<main>\n");
    if (map->area_count > 0)
        write_maps(out, map, tiles);
    write_table(out, table);
    buffer_add_text(out, "</main>\n<section>\n");
    element(out, "h2", COVERAGE_GAPS);
    if (table->gaps == 0)
        element(out, "p", COVERAGE_NO_GAPS);
    buffer_add_text(out, "<ul>\n");
    coverage_gaps(table, say_gap, out);
    buffer_add_text(out, "</ul>\n</section>\n</body>\n</html>\n");
    buffer_free(&text);
}

/* `signpost coverage`: what there is in each area, and what is missing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "command/coverage_words.h"
#include "command/linear_parts.h"
#include "command/opening.h"
#include "command/output.h"
#include "command/terminal_look.h"
#include "command/words_to_need.h"
#include "read/tiles.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/safe.h"
#include "write/coverage.h"

/* What a report is made of. */
struct report {
    struct opening opening;
    const struct options *options;
    struct need *need;
    enum key by; /* KEY_COUNT: undivided */
    place_id *within;
    size_t within_count; /* 0: everywhere */
    struct tiles tiles;
};

/* Understands --by; without it the table is divided by format, and a map not at all. Says what is wrong. */
static bool find_by(struct report *report)
{
    const char *by = report->options->by;
    report->by = by ? key_named(by, strlen(by)) : report->options->tiles ? KEY_COUNT : KEY_FORMAT;
    if (by && strcmp(by, "stage") == 0)
        report->by = KEY_PREGNANT;
    if (!by || coverage_divides(report->by))
        return true;
    struct buffer safe = {0};
    safe_text(&safe, by, strlen(by), false);
    complain(SAY_BAD_BY, buffer_text(&safe));
    buffer_free(&safe);
    return false;
}

/* The places in: that the need names; else the site's area; else the nations that the list is about. */
static void find_places(struct report *report)
{
    const struct gazetteer *gazetteer = report->opening.catalogue->gazetteer;
    const char *site = report->opening.settings.area;
    size_t room = gazetteer_count(gazetteer);
    for (size_t i = 0; i < need_count(report->need); i++)
        room += need_at(report->need, i)->count;
    report->within = memory_new(room, sizeof *report->within);
    for (size_t i = 0; i < need_count(report->need); i++) {
        const struct need_term *term = need_at(report->need, i);
        for (size_t j = 0; term->key == KEY_IN && !term->denied && j < term->count; j++)
            report->within[report->within_count++] = term->values[j].where.place;
    }
    place_id area = site ? gazetteer_whereabouts(gazetteer, site, strlen(site)).place : PLACE_NONE;
    if (report->within_count == 0 && area != PLACE_NONE)
        report->within[report->within_count++] = area;
    if (report->within_count == 0)
        report->within_count = coverage_nations(report->opening.matcher, report->within, gazetteer_count(gazetteer));
}

static bool read_tiles(struct report *report)
{
    struct problems *problems = problems_new();
    bool read = tiles_read(&report->tiles, report->opening.request.tiles, report->opening.catalogue->gazetteer, problems);
    if (!read)
        opening_tell_why(problems);
    problems_free(problems);
    return read;
}

/* Whether the tile is on the map of a place: a nation is shown by its regions, where it has some, and a region, or what lies in one, by its council areas. */
static bool is_on_map_of(const struct gazetteer *gazetteer, const struct tile *tile, place_id place)
{
    bool map_is_around = place_contains(gazetteer, tile->map, place);
    bool map_is_within = gazetteer_at(gazetteer, tile->map)->kind != PLACE_REGION && place_contains(gazetteer, place, tile->map);
    return tile->area != place ? (map_is_around || map_is_within) && place_contains(gazetteer, place, tile->area)
                               : gazetteer_at(gazetteer, place)->kind != PLACE_REGION;
}

/* The coverage of the areas that have a tile and lie within the places. */
static struct coverage of_tiles(struct report *report)
{
    const struct gazetteer *gazetteer = report->opening.catalogue->gazetteer;
    place_id *areas = memory_new(report->tiles.count, sizeof *areas);
    size_t count = 0;
    for (size_t i = 0; i < report->tiles.count; i++) {
        const struct tile *tile = &report->tiles.items[i];
        bool within = report->within_count == 0 && gazetteer_at(gazetteer, tile->map)->kind != PLACE_REGION;
        for (size_t j = 0; !within && j < report->within_count; j++)
            within = is_on_map_of(gazetteer, tile, report->within[j]);
        if (within)
            areas[count++] = report->tiles.items[i].area;
    }
    struct coverage coverage = coverage_of(report->opening.matcher, report->need, report->by, areas, count);
    free(areas);
    return coverage;
}

static struct coverage of_areas(struct report *report)
{
    size_t count;
    place_id *areas = coverage_areas(report->opening.catalogue->gazetteer, report->within, report->within_count, &count);
    struct coverage coverage = coverage_of(report->opening.matcher, report->need, report->by, areas, count);
    free(areas);
    return coverage;
}

static void write_html(struct report *report, struct buffer *out, const struct coverage *table)
{
    struct coverage map = of_tiles(report);
    struct buffer date = {0};
    date_words(&date, report->options->today);
    coverage_html(out, table, &map, &report->tiles, buffer_text(&date));
    buffer_free(&date);
    coverage_free(&map);
}

/* Makes and writes the report. Gives the exit status. */
static int write_report(struct report *report)
{
    const struct options *options = report->options;
    struct coverage coverage = options->tiles ? of_tiles(report) : of_areas(report);
    struct coverage_look look = {.columns = terminal_columns(), .ascii = linear_only_ascii()};
    struct buffer out = {0};
    int status = STATUS_COULD_NOT;
    if (coverage.area_count == 0 || coverage.value_count == 0) {
        complain("%s", coverage.area_count == 0 ? SAY_NO_MAP : SAY_NOTHING_TO_DIVIDE);
        coverage_free(&coverage);
        return status;
    }
    if (options->json)
        coverage_json(&out, &coverage);
    else if (options->csv)
        coverage_csv(&out, &coverage);
    else if (options->html)
        write_html(report, &out, &coverage);
    else if (options->tiles)
        coverage_map(&out, &coverage, &report->tiles, look);
    else
        coverage_table(&out, &coverage, look);
    struct output *output = output_open(options->output);
    if (output) {
        output_put(output, &out);
        if (output_close(output))
            status = coverage.gaps > 0 ? STATUS_NOTHING : STATUS_YES;
    }
    buffer_free(&out);
    coverage_free(&coverage);
    return status;
}

int command_coverage(const struct options *options)
{
    struct report report = {.options = options};
    if ((int)options->tiles + options->csv + options->json + options->html > 1) {
        complain(SAY_ONE_FORM);
        return STATUS_COULD_NOT;
    }
    if (!find_by(&report) || !opening_make(&report.opening, options))
        return STATUS_COULD_NOT;
    int status = STATUS_COULD_NOT;
    report.need = words_to_need(matcher_need_setting(report.opening.matcher), options);
    if (report.need) {
        find_places(&report);
        if ((!options->tiles && !options->html) || read_tiles(&report))
            status = write_report(&report);
        opening_tell_left_out(&report.opening);
    }
    tiles_free(&report.tiles);
    free(report.within);
    need_free(report.need);
    opening_free(&report.opening);
    return status;
}

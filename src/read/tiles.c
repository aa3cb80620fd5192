#include "read/tiles.h"

#include <stdlib.h>
#include <string.h>

#include "read/bytes.h"
#include "read/csv_rows.h"
#include "read/csv_sheet.h"
#include "read/tiles_words.h"
#include "text/memory.h"
#include "text/width.h"

struct reading {
    struct tiles *tiles;
    size_t room;
    const struct gazetteer *gazetteer;
    struct csv_sheet sheet;
};

/* A number from 1 to the most, or 0. */
static unsigned small_number(const struct entry_value *value)
{
    char *end = NULL;
    unsigned long number = value && value->text[0] >= '0' && value->text[0] <= '9' ? strtoul(value->text, &end, 10) : 0;
    return end && *end == '\0' && number <= TILES_ACROSS_MOST ? (unsigned)number : 0;
}

static place_id map_of(const struct gazetteer *gazetteer, place_id area)
{
    place_id region = place_region(gazetteer, area);
    return region != PLACE_NONE ? region : place_nation(gazetteer, area);
}

static bool taken(const struct tiles *tiles, const struct tile *tile)
{
    for (size_t i = 0; i < tiles->count; i++) {
        const struct tile *there = &tiles->items[i];
        bool same_spot = there->map == tile->map && there->column == tile->column && there->row == tile->row;
        if (same_spot || there->area == tile->area)
            return true;
    }
    return false;
}

static bool take_tile(void *data, const struct csv_row *row)
{
    struct reading *reading = data;
    struct tiles *tiles = reading->tiles;
    struct entry entry;
    if (row->number == 0)
        return csv_sheet_header(&reading->sheet, row);
    if (!csv_sheet_entry(&reading->sheet, row, &entry))
        return true;
    const struct entry_value *area = csv_sheet_value(&entry, "area");
    const struct entry_value *short_name = csv_sheet_value(&entry, "short");
    struct tile tile = {
        .area = area ? gazetteer_find(reading->gazetteer, area->text, area->length) : PLACE_NONE,
        .column = small_number(csv_sheet_value(&entry, "column")),
        .row = small_number(csv_sheet_value(&entry, "row")),
    };
    bool fits = short_name && strlen(short_name->text) == short_name->length &&
                width_columns(short_name->text, short_name->length) <= TILE_SHORT_MOST;
    if (tile.area != PLACE_NONE)
        tile.map = map_of(reading->gazetteer, tile.area);
    if (tile.area == PLACE_NONE || !fits || tile.column == 0 || tile.row == 0 || taken(tiles, &tile)) {
        problems_add(reading->sheet.problems, PROBLEM_WARNING, "bad-tile",
                     (struct position){.file = reading->sheet.file, .line = row->cells[0].line, .column = 1}, WORDS_BAD_TILE);
        return true;
    }
    tile.short_name = arena_copy(tiles->arena, short_name->text, short_name->length);
    tiles->items = memory_room(tiles->items, tiles->count, &reading->room, sizeof *tiles->items);
    tiles->items[tiles->count++] = tile;
    return true;
}

bool tiles_read(struct tiles *tiles, const char *path, const struct gazetteer *gazetteer, struct problems *problems)
{
    static const char *const names[] = {"area", "short", "column", "row", NULL};
    static const struct csv_columns known = {.names = names, .needed = names};
    struct bytes bytes;
    *tiles = (struct tiles){.arena = arena_new()};
    if (bytes_read(path, &bytes, problems)) {
        struct reading reading = {.tiles = tiles, .gazetteer = gazetteer, .sheet = {.file = path, .problems = problems, .known = &known}};
        csv_read(path, bytes.text, bytes.length, ',', problems, take_tile, &reading, NULL);
        csv_sheet_free(&reading.sheet);
        bytes_free(&bytes);
        if (tiles->count > 0)
            return true;
        problems_add(problems, PROBLEM_ERROR, "empty-file", (struct position){.file = path}, WORDS_NO_TILES, path);
    }
    tiles_free(tiles);
    return false;
}

void tiles_free(struct tiles *tiles)
{
    arena_free(tiles->arena);
    free(tiles->items);
    *tiles = (struct tiles){0};
}

const struct tile *tiles_find(const struct tiles *tiles, place_id area)
{
    for (size_t i = 0; i < tiles->count; i++) {
        if (tiles->items[i].area == area)
            return &tiles->items[i];
    }
    return NULL;
}

/* The tile map of a terminal: each area a tile of two lines, its short name over a shade and a number. No colour: the number says it all. */
#include <stdlib.h>
#include <string.h>

#include "text/memory.h"
#include "text/width.h"
#include "write/coverage.h"
#include "write/coverage_words.h"
#include "write/lines.h"

/* With the space behind it. Four columns leave three letters of a short name. */
enum { TILE_MOST = 6, TILE_LEAST = 4, NAME_WIDE = 30 };

static const char *const ascii_shades[COVERAGE_SHADES] = {" ", ".", "-", "+", "#"};
static const char *const shades[COVERAGE_SHADES] = {" ", "·", "░", "▒", "▓"};

struct map {
    const struct coverage *coverage;
    const struct tiles *tiles;
    struct coverage_look look;
    size_t most; /* that suit in any cell */
};

/* The area's number in the coverage, or its count. */
static size_t area_of(const struct coverage *coverage, place_id place)
{
    size_t area = 0;
    while (area < coverage->area_count && coverage->areas[area] != place)
        area++;
    return area;
}

static const struct tile *tile_at(const struct map *map, place_id whole, unsigned column, unsigned row)
{
    for (size_t i = 0; i < map->tiles->count; i++) {
        const struct tile *tile = &map->tiles->items[i];
        if (tile->map == whole && tile->column == column && tile->row == row &&
            area_of(map->coverage, tile->area) < map->coverage->area_count)
            return tile;
    }
    return NULL;
}

/* The columns and rows that are used by the tiles of a whole that are counted. */
struct frame {
    unsigned left, right, top, bottom;
};

static bool frame_of(const struct map *map, place_id whole, struct frame *frame)
{
    *frame = (struct frame){TILES_ACROSS_MOST, 0, TILES_ACROSS_MOST, 0};
    for (size_t i = 0; i < map->tiles->count; i++) {
        const struct tile *tile = &map->tiles->items[i];
        if (tile->map != whole || area_of(map->coverage, tile->area) == map->coverage->area_count)
            continue;
        frame->left = tile->column < frame->left ? tile->column : frame->left;
        frame->right = tile->column > frame->right ? tile->column : frame->right;
        frame->top = tile->row < frame->top ? tile->row : frame->top;
        frame->bottom = tile->row > frame->bottom ? tile->row : frame->bottom;
    }
    return frame->right > 0;
}

static void add_times(struct buffer *out, const char *text, size_t count)
{
    while (count-- > 0)
        buffer_add_text(out, text);
}

static void end_line(struct buffer *out)
{
    while (out->length > 0 && out->bytes[out->length - 1] == ' ')
        buffer_cut(out, out->length - 1);
    buffer_add_byte(out, '\n');
}

/* Appends the text in so many columns, cut at a grapheme. */
static void add_cut(struct buffer *out, const char *text, size_t columns)
{
    size_t used;
    size_t length = width_fit(text, strlen(text), columns, &used);
    buffer_add(out, text, length);
    add_times(out, " ", columns - used);
}

/* Appends the shade and the number of a cell: how many suit, or "?3" where there is only something to ask, "e1" where it is only ending. */
static void add_number(struct buffer *out, const struct map *map, const struct coverage_cell *cell, size_t columns)
{
    struct buffer number = {0};
    const char *const *of = map->look.ascii ? ascii_shades : shades;
    if (cell->suits == 0 && cell->ask > 0)
        buffer_format(&number, "?%zu", cell->ask);
    else if (cell->suits == 0 && cell->ending > 0)
        buffer_format(&number, "e%zu", cell->ending);
    else
        buffer_format(&number, "%zu", cell->suits);
    if (number.length > columns) {
        buffer_clear(&number);
        buffer_add_text(&number, cell->suits > 0 ? "99+" : "?9+");
    }
    add_times(out, of[coverage_shade(cell, map->most)], columns - number.length);
    buffer_add_text(out, buffer_text(&number));
    buffer_free(&number);
}

static void write_row(struct buffer *out, const struct map *map, place_id whole, const struct frame *frame, unsigned row, size_t value, size_t wide)
{
    for (int line = 0; line < 2; line++) {
        for (unsigned column = frame->left; column <= frame->right; column++) {
            const struct tile *tile = tile_at(map, whole, column, row);
            size_t inner = wide - 1;
            if (!tile)
                add_times(out, " ", inner);
            else if (line == 0)
                add_cut(out, tile->short_name, inner);
            else
                add_number(out, map, coverage_at(map->coverage, area_of(map->coverage, tile->area), value), inner);
            buffer_add_byte(out, ' ');
        }
        end_line(out);
    }
}

static void write_whole(struct buffer *out, const struct map *map, place_id whole, size_t value)
{
    struct frame frame;
    if (!frame_of(map, whole, &frame))
        return;
    size_t wide = map->look.columns / (frame.right - frame.left + 1);
    wide = wide > TILE_MOST ? TILE_MOST : wide < TILE_LEAST ? TILE_LEAST : wide;
    buffer_add_byte(out, '\n');
    for (unsigned row = frame.top; row <= frame.bottom; row++)
        write_row(out, map, whole, &frame, row, value, wide);
}

/* Whether this tile is the first of its map. */
static bool begins_map(const struct tiles *tiles, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (tiles->items[i].map == tiles->items[index].map)
            return false;
    }
    return true;
}

static void write_shades(struct buffer *out, const struct map *map)
{
    const char *const *of = map->look.ascii ? ascii_shades : shades;
    size_t from = 1;
    buffer_format(out, "%s\n", MAP_SHADES);
    buffer_format(out, "  %s%s 0  %s\n", of[0], of[0], MAP_NOTHING);
    struct buffer line = {0};
    buffer_format(&line, "%s ?1  %s", of[1], MAP_ONLY_ASK);
    lines_wrap(out, buffer_text(&line), map->look.columns, 2, 8);
    buffer_free(&line);
    for (unsigned shade = 2; shade < COVERAGE_SHADES; shade++) {
        size_t to = from;
        struct coverage_cell cell = {.suits = from};
        if (coverage_shade(&cell, map->most) != shade || from > map->most)
            continue;
        for (cell.suits = from; cell.suits <= map->most && coverage_shade(&cell, map->most) == shade; cell.suits++)
            to = cell.suits;
        buffer_format(out, "  %s%s%s  ", of[shade], of[shade], of[shade]);
        if (to > from)
            buffer_format(out, MAP_FROM_TO, from, to);
        else
            buffer_format(out, "%zu", from);
        buffer_add_byte(out, '\n');
        from = to + 1;
    }
}

/* What the short names mean, in as many columns as fit. */
static void write_names(struct buffer *out, const struct map *map)
{
    size_t across = map->look.columns / NAME_WIDE;
    size_t at = 0;
    across = across == 0 ? 1 : across;
    buffer_format(out, "%s\n", MAP_NAMES);
    for (size_t i = 0; i < map->tiles->count; i++) {
        const struct tile *tile = &map->tiles->items[i];
        size_t area = area_of(map->coverage, tile->area);
        if (area == map->coverage->area_count)
            continue;
        buffer_add_text(out, "  ");
        add_cut(out, tile->short_name, TILE_SHORT_MOST + 1);
        if (width_columns(map->coverage->names[area], strlen(map->coverage->names[area])) > NAME_WIDE - TILE_SHORT_MOST - 4) {
            buffer_add_text(out, map->coverage->names[area]);
            at = across - 1;
        } else {
            add_cut(out, map->coverage->names[area], NAME_WIDE - TILE_SHORT_MOST - 3);
        }
        if (++at == across) {
            end_line(out);
            at = 0;
        }
    }
    if (at > 0)
        end_line(out);
}

void coverage_map(struct buffer *out, const struct coverage *coverage, const struct tiles *tiles, struct coverage_look look)
{
    struct map map = {coverage, tiles, look, coverage_most(coverage)};
    for (size_t value = 0; value < coverage->value_count; value++) {
        struct buffer heading = {0};
        if (coverage->title)
            buffer_format(&heading, "%s: %s", coverage->title, coverage->values[value].label);
        else
            coverage_heading(&heading, coverage);
        if (value > 0)
            buffer_add_byte(out, '\n');
        lines_wrap(out, buffer_text(&heading), look.columns, 0, 2);
        buffer_clear(&heading);
        if (coverage->words[0]) {
            buffer_format(&heading, COVERAGE_NEED, coverage->words);
            lines_wrap(out, buffer_text(&heading), look.columns, 0, 2);
        }
        buffer_free(&heading);
        for (size_t i = 0; i < tiles->count; i++) {
            if (begins_map(tiles, i))
                write_whole(out, &map, tiles->items[i].map, value);
        }
    }
    buffer_add_byte(out, '\n');
    write_shades(out, &map);
    buffer_add_byte(out, '\n');
    write_names(out, &map);
}

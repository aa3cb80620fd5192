/* The top of the screen: the need as chips that can be clicked away, and how many answers there are. */
#include <stdint.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/words.h"

enum { BETWEEN_CHIPS = 3, LEAST_CHIP = 8, SHORT_COLUMNS = 60, TOP_ROWS_MOST = 2, TOP_ROWS_MOST_NARROW = 3 };

static const char box[] = " [x]";
static const char between[] = " · ";

static void add_count(struct buffer *out, const char *words, size_t count, bool close)
{
    if (out->length > 0)
        buffer_add_text(out, close ? " " : "  ");
    buffer_format(out, words, count);
}

/* How many fit in which way. On a narrow screen in fewer words, and what is near only where there is room. */
static void fit_words(const struct finding *finding, bool close, bool with_near, struct buffer *out)
{
    const size_t *counts = finding->answers.counts;
    size_t suits = counts[VERDICT_SUITS];
    size_t asks = counts[VERDICT_ASK];
    add_count(out, close ? SAY_FIT_SHORT(suits) : SAY_SUITS(suits), suits, close);
    if (counts[VERDICT_ENDING] > 0)
        add_count(out, SAY_ENDING(counts[VERDICT_ENDING]), counts[VERDICT_ENDING], close);
    add_count(out, close ? SAY_ASK_SHORT(asks) : SAY_TO_ASK(asks), asks, close);
    if (with_near && (!close || counts[VERDICT_NEAR] > 0))
        add_count(out, SAY_NEAR(counts[VERDICT_NEAR]), counts[VERDICT_NEAR], close);
}

static void all_words(const struct browser *browser, bool close, bool with_near, struct buffer *out)
{
    const struct finding *finding = &browser->finding;
    if (need_count(finding->need) == 0)
        add_count(out, SAY_IN_THE_LIST(finding_fitting(finding)), finding_fitting(finding), close);
    else
        fit_words(finding, close, with_near, out);
    if (finding->catalogue->part) {
        buffer_add_byte(out, ' ');
        buffer_add_text(out, source_brings_more(browser) ? SAY_SO_FAR : SAY_IN_PART);
    }
    /* Where there is no line for notices, it must be seen all the same. */
    if (browser->source.refused && !browser->layout.tall)
        add_count(out, SAY_OLD_LIST, 0, close);
    if (finding->kept_count > 0)
        add_count(out, SAY_KEPT(finding->kept_count), finding->kept_count, close);
}

static void count_words(const struct browser *browser, int columns, struct buffer *out)
{
    bool close = columns < SHORT_COLUMNS;
    all_words(browser, close, true, out);
    if (!close || draw_columns(buffer_text(out)) <= columns)
        return;
    buffer_clear(out);
    all_words(browser, close, false, out); /* how many are near stands behind the last answer too */
}

/* Where chips go: the first row up to the counts, the others in full. */
struct chip_rows {
    int row;
    int column;
    int first_end;
    int other_end;
    int rows;
    bool boxes;   /* each with a box to click */
    size_t first; /* chip that is drawn first */
};

static void chip_words(const struct browser *browser, size_t term, bool boxes, struct buffer *out)
{
    buffer_wipe(out);
    need_term_words(out, browser->finding.setting, need_at(browser->finding.need, term));
    if (boxes)
        buffer_add_text(out, box);
}

static int end_of(const struct chip_rows *place, int row)
{
    return row == 0 ? place->first_end : place->other_end;
}

/* Goes through the chips in their places, and draws them or not. Gives how many have a place or stand before the first. `more` columns are left free in the last row unless all
 * have one: for saying how many do not. */
static size_t go_through_chips(struct browser *browser, const struct chip_rows *place, bool draws, int more)
{
    size_t count = need_count(browser->finding.need);
    struct buffer words = {0};
    int row = 0;
    int column = place->column; /* where the next chip would begin */
    size_t i = place->first;
    size_t marked = draws ? chips_marked(browser) : SIZE_MAX;
    for (; i < count; i++) {
        chip_words(browser, i, place->boxes, &words);
        int wide = draw_columns(buffer_text(&words));
        if (column + wide > end_of(place, row) && row + 1 < place->rows) {
            row++;
            column = place->column;
        }
        int room = end_of(place, row) - column - (row + 1 == place->rows && (i + 1 < count || place->first > 0) ? more : 0);
        /* A chip that is wider than a whole row is cut. */
        if (draws && wide > room && column == place->column && room >= LEAST_CHIP)
            wide = room;
        if (wide > room)
            break;
        if (draws && column > place->column && !place->boxes)
            draw_text(place->row + row, column - BETWEEN_CHIPS, BETWEEN_CHIPS, between, ROLE_TEXT);
        if (draws) {
            draw_text(place->row + row, column, wide, buffer_text(&words), i == marked ? ROLE_SELECTED : ROLE_CHIP);
            hits_add(&browser->hits, (struct area){place->row + row, column, 1, wide}, HIT_CHIP, i);
        }
        if (i == marked) {
            draw_text(place->row + row, column - 1, 1, ">", ROLE_TEXT);
            draw_cursor(place->row + row, column - 1);
        }
        column += wide + BETWEEN_CHIPS;
    }
    size_t hidden = count - i + place->first;
    if (draws && hidden > 0) {
        buffer_wipe(&words);
        buffer_format(&words, SAY_CHIPS_MORE(hidden), hidden);
        draw_text(place->row + row, column, end_of(place, row) - column, buffer_text(&words), ROLE_CHIP);
    }
    buffer_wipe(&words);
    buffer_free(&words);
    return i;
}

static int more_columns(const struct browser *browser)
{
    struct buffer words = {0};
    size_t count = need_count(browser->finding.need);
    buffer_format(&words, SAY_CHIPS_MORE(count), count);
    int columns = draw_columns(buffer_text(&words)) + BETWEEN_CHIPS;
    buffer_free(&words);
    return columns;
}

static struct chip_rows chip_rows_of(const struct browser *browser, struct area area)
{
    struct buffer counts = {0};
    count_words(browser, area.columns, &counts);
    int end = area.column + area.columns;
    struct chip_rows place = {area.row, area.column, end - draw_columns(buffer_text(&counts)) - BETWEEN_CHIPS, end, 1, true, 0};
    buffer_free(&counts);
    return place;
}

int top_rows(struct browser *browser, int columns)
{
    struct chip_rows place = chip_rows_of(browser, (struct area){0, 1, 1, columns - 2});
    place.boxes = false;
    int most = columns < SHORT_COLUMNS ? TOP_ROWS_MOST_NARROW : TOP_ROWS_MOST;
    while (place.rows < most && go_through_chips(browser, &place, false, 0) < need_count(browser->finding.need))
        place.rows++;
    return place.rows;
}

void top_draw(struct browser *browser)
{
    struct area area = browser->layout.top;
    struct buffer counts = {0};
    count_words(browser, area.columns, &counts);
    draw_right(area.row, area.column, area.columns, buffer_text(&counts), ROLE_COUNTS);
    buffer_free(&counts);
    size_t count = need_count(browser->finding.need);
    struct chip_rows place = chip_rows_of(browser, area);
    place.rows = area.rows;
    int name = draw_columns(SAY_PROGRAM) + BETWEEN_CHIPS;
    struct chip_rows with_name = place;
    with_name.column += name;
    if (area.rows == 1 && go_through_chips(browser, &with_name, false, 0) == count) {
        draw_text(area.row, area.column, name, SAY_PROGRAM, ROLE_PROGRAM);
        place = with_name;
    }
    /* With a box each, if all fit so; else without; and else as many as leave room for saying how many more there are. */
    place.boxes = go_through_chips(browser, &place, false, 0) == count;
    bool all = place.boxes || go_through_chips(browser, &place, false, 0) == count;
    int more = all ? 0 : more_columns(browser);
    size_t marked = chips_marked(browser);
    while (!all && marked != SIZE_MAX && place.first < marked && go_through_chips(browser, &place, false, more) <= marked)
        place.first++;
    go_through_chips(browser, &place, true, more);
}

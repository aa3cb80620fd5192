/* A service's web address or phone number as a QR code for the camera of a phone: as large as the screen lets it be, dark on light whatever the theme, with
 * the quiet zone that cameras want (TERMINAL.md, "QR facts"). */
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/words.h"
#include "text/width.h"
#include "write/qr.h"

enum { GUTTER = 2, LEAST_BESIDE = 20 };

/* How a code is drawn. */
struct fit {
    bool fits;
    enum qr_look look;
    size_t quiet;
    int columns;
    int rows;
};

/* The codes of the sheet, each with the name before it, and its address as a fact of the sheet writes it. */
static void collect(struct code_state *state, const struct handout *handout)
{
    const char *name = "";
    size_t offer = 0;
    state->items = arena_get(state->arena, handout->count, sizeof *state->items);
    for (size_t i = 0; i < handout->count; i++) {
        const struct handout_part *part = &handout->parts[i];
        if (part->role == HANDOUT_OFFER) {
            name = part->text;
            offer = i;
        }
        if (part->role != HANDOUT_CODE || !part->link)
            continue;
        const char *written = part->link;
        for (size_t fact = offer; fact < i; fact++)
            if (handout->parts[fact].link && strcmp(handout->parts[fact].link, part->link) == 0)
                written = handout->parts[fact].text;
        state->items[state->count++] =
            (struct code_item){arena_text(state->arena, name), arena_text(state->arena, part->link), arena_text(state->arena, written)};
    }
}

static void collect_selected(struct browser *browser, struct arena *arena)
{
    uint32_t selected = browser_selected_offer(browser);
    if (selected == UINT32_MAX)
        return;
    struct handout handout = handout_of(browser->finding.matcher, browser->finding.need, &(size_t){selected}, 1, (struct handout_setting){.discreet = kiosk_is(browser)}, arena);
    collect(&browser->code, &handout);
}

void code_end(struct browser *browser)
{
    struct code_state *state = &browser->code;
    if (state->arena)
        arena_wipe(state->arena);
    arena_free(state->arena);
    *state = (struct code_state){0};
}

void code_open(struct browser *browser)
{
    struct code_state *state = &browser->code;
    bool swapped = state->swapped;
    code_end(browser);
    *state = (struct code_state){.arena = arena_new(), .swapped = swapped};
    struct arena *arena = arena_new();
    if (browser->cover == &view_sheet) {
        struct handout handout = handing_handout(browser, arena);
        collect(state, &handout);
    } else {
        collect_selected(browser, arena);
    }
    arena_wipe(arena);
    arena_free(arena);
    if (state->count > 0)
        browser_cover(browser, &view_code);
    else
        browser_say(browser, "%s", SAY_CODE_NONE);
}

/* The largest way to draw the code in so many columns and rows. Two columns a module, painted, are read from the farthest, and every terminal has them. */
static struct fit fit_for(const struct browser *browser, const struct qr *qr, int columns, int rows)
{
    static const enum qr_look looks[] = {QR_DOUBLE_COLUMNS, QR_HALF_BLOCKS};
    struct fit fit = {0};
    for (size_t look = 0; look < (browser->plain ? 1 : 2); look++)
        for (size_t quiet = QR_QUIET; quiet >= QR_QUIET_LEAST; quiet--) {
            fit = (struct fit){true, looks[look], quiet, (int)qr_columns(qr, looks[look], quiet), (int)qr_lines(qr, looks[look], quiet)};
            if (fit.columns <= columns && fit.rows <= rows)
                return fit;
        }
    fit.fits = false;
    return fit;
}

/* Two columns a module: each painted by itself, for there are no characters to tell dark from light. */
static void draw_modules(const struct qr *qr, const struct fit *fit, int row, int column, bool swapped)
{
    ptrdiff_t quiet = (ptrdiff_t)fit->quiet;
    for (int y = 0; y < fit->rows; y++)
        for (int x = 0; x < fit->columns / 2; x++) {
            bool dark = qr_dark(qr, x - quiet, y - quiet) != swapped;
            draw_text(row + y, column + 2 * x, 2, "  ", dark ? ROLE_CODE_DARK : ROLE_CODE_LIGHT);
        }
}

static void draw_half_blocks(const struct qr *qr, const struct fit *fit, int row, int column, bool swapped)
{
    struct buffer line = {0};
    for (int y = 0; y < fit->rows; y++) {
        buffer_clear(&line);
        qr_line(&line, qr, QR_HALF_BLOCKS, fit->quiet, (size_t)y);
        draw_text(row + y, column, fit->columns, buffer_text(&line), swapped ? ROLE_CODE_DARK : ROLE_CODE_LIGHT);
    }
    buffer_free(&line);
}

/* Light from edge to edge behind the code, and behind an address beside it: a camera likes it, and the terminal need not be told of other colours twice a
 * row, which would be a third of all that is written (INTERFACE.md, rule 2). */
static void draw_band(struct area area, bool swapped)
{
    struct buffer blanks = {0};
    for (int i = 0; i < area.columns; i++)
        buffer_add_byte(&blanks, ' ');
    for (int row = area.row; row < area.row + area.rows; row++)
        draw_text(row, area.column, area.columns, buffer_text(&blanks), swapped ? ROLE_CODE_DARK : ROLE_CODE_LIGHT);
    buffer_free(&blanks);
}

/* The bytes of the address for one row: parted only where it is wider than the screen, and then behind a slash, where nobody takes the end of the row for
 * the end of a word. */
static size_t address_row(const char *text, size_t left, size_t columns, size_t *next)
{
    size_t used;
    size_t fits = width_fit(text, left, columns, &used);
    size_t at = fits;
    while (fits < left && at > 0 && text[at - 1] != '/')
        at--;
    *next = at > 0 ? at : fits > 0 ? fits : left;
    return *next;
}

/* Draws text in as many rows as it takes. Gives the rows. */
static int draw_rows(struct area area, const char *text, enum role role, size_t (*row_of)(const char *, size_t, size_t, size_t *))
{
    int used = 0;
    for (size_t left = strlen(text); left > 0;) {
        size_t next;
        size_t length = row_of(text, left, (size_t)area.columns, &next);
        if (used < area.rows)
            draw_bytes(area.row + used, area.column, area.columns, text, length, role);
        used++;
        text += next;
        left -= next;
    }
    return used;
}

static int draw_written(struct area area, const char *address, enum role role)
{
    return draw_rows(area, address, role, address_row);
}

static int rows_of(const char *address, int columns)
{
    return draw_written((struct area){0, 0, 0, columns}, address, ROLE_PANE);
}

/* The name, and how to come to the others. */
static void draw_head(const struct browser *browser, struct area area)
{
    const struct code_state *state = &browser->code;
    const struct code_item *item = &state->items[state->current];
    int room = area.columns - GUTTER;
    draw_text(area.row, area.column, 1, ">", ROLE_TEXT);
    draw_cursor(area.row, area.column);
    if (state->count > 1) {
        struct buffer which = {0};
        buffer_format(&which, SAY_CODE_OF, state->current + 1, state->count, browser_key_name(browser, ACTION_UP), browser_key_name(browser, ACTION_DOWN));
        int wide = draw_columns(buffer_text(&which));
        /* Where there is no room for both, the name counts. */
        if (wide + GUTTER + draw_columns(item->name) <= room)
            draw_right(area.row, area.column, area.columns, buffer_text(&which), ROLE_HINT);
        buffer_free(&which);
    }
    draw_text(area.row, area.column + GUTTER, room, item->name, ROLE_PANE);
}

/* What the code says, alone, where the code itself has no room. */
static void draw_instead(const struct browser *browser, struct area area, const struct fit *least)
{
    const struct code_item *item = &browser->code.items[browser->code.current];
    int margin = area.column;
    int below = browser->layout.urgent.row + 1 - area.rows;
    struct buffer words = {0};
    area.row += 1;
    if (least->rows > 0) {
        int rows = 1 + least->rows + rows_of(item->written, least->columns) + below;
        int columns = least->columns + 2 * margin;
        if (columns < LAYOUT_LEAST_COLUMNS)
            columns = LAYOUT_LEAST_COLUMNS;
        buffer_format(&words, SAY_CODE_NO_ROOM, columns, rows, area.columns + 2 * margin, area.rows + below);
        area.row += draw_rows(area, buffer_text(&words), ROLE_TEXT, width_line);
    }
    draw_written((struct area){area.row + 1, area.column, area.rows, area.columns}, item->written, ROLE_PANE);
    buffer_free(&words);
}

/* The code in what is below its name, and its address below it, or beside it. Gives whether it fits. */
static bool draw_code(const struct browser *browser, struct area area, const struct qr *qr, bool beside, struct fit *fit)
{
    const struct code_state *state = &browser->code;
    const char *written = state->items[state->current].written;
    bool swapped = state->swapped && !theme_code_in_colour();
    int foot = rows_of(written, area.columns);
    struct area address = area;
    *fit = beside ? fit_for(browser, qr, area.columns - GUTTER - LEAST_BESIDE, area.rows) : fit_for(browser, qr, area.columns, area.rows - foot);
    if (!fit->fits)
        return false;
    int column = beside ? area.column : area.column + (area.columns - fit->columns) / 2;
    if (beside) {
        address.column += fit->columns + GUTTER;
    } else {
        address.column = draw_columns(written) <= fit->columns ? column : area.column;
        address.row += fit->rows;
    }
    address.columns = area.column + area.columns - address.column;
    draw_band((struct area){area.row, 0, fit->rows, browser->layout.urgent.column + browser->layout.urgent.columns}, swapped);
    (fit->look == QR_HALF_BLOCKS ? draw_half_blocks : draw_modules)(qr, fit, area.row, column, swapped);
    enum role light = swapped ? ROLE_CODE_DARK : ROLE_CODE_LIGHT;
    draw_written(address, written, beside ? light : ROLE_PANE);
    return true;
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    (void)has_keys;
    const struct code_item *item = &browser->code.items[browser->code.current];
    struct area below = {area.row + 1, area.column, area.rows - 1, area.columns};
    struct fit fit = {0};
    bool drawn = false;
    draw_head(browser, area);
    /* A smaller code with its address below it, before a larger one beside it: on a screen nothing stains it. */
    for (int way = 0; way < 4 && !drawn; way++) {
        struct qr qr;
        if ((way % 2 ? qr_make_small : qr_make)(&qr, item->link))
            drawn = draw_code(browser, below, &qr, way >= 2, &fit);
        qr_free(&qr);
    }
    if (!drawn)
        draw_instead(browser, area, &fit);
}

static enum happened act(struct browser *browser, enum action action)
{
    struct code_state *state = &browser->code;
    switch (action) {
    case ACTION_BACK:
    case ACTION_CODE_LEAVE: return HAPPENED_LEFT;
    case ACTION_SWAP: state->swapped = !state->swapped; return HAPPENED_SEEN;
    case ACTION_UP:
    case ACTION_PAGE_UP: state->current -= state->current > 0; return HAPPENED_SEEN;
    case ACTION_DOWN:
    case ACTION_PAGE_DOWN: state->current += state->current + 1 < state->count; return HAPPENED_SEEN;
    case ACTION_FIRST: state->current = 0; return HAPPENED_SEEN;
    case ACTION_LAST: state->current = state->count - 1; return HAPPENED_SEEN;
    default: return HAPPENED_NOTHING;
    }
}

const struct view view_code = {.name = "code", .where = IN_CODE, .can = VIEW_COVERS | VIEW_WHOLE, .draw = draw, .act = act};

/* The lines below the panes: what the keys do here, and urgent help; and above them those for searching and for notices. */
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/keys.h"
#include "screen/words.h"

enum { BETWEEN_HINTS = 2 };

static void draw_search_prompt(struct browser *browser)
{
    struct area area = browser->layout.search;
    if (browser->searching || browser->cover || !browser->layout.tall)
        return;
    struct buffer words = {0};
    if (browser->setting->letters)
        buffer_format(&words, SAY_SEARCH_HOW, browser_key_name(browser, ACTION_SEARCH));
    else
        buffer_add_text(&words, SAY_SEARCH_HOW_TYPE);
    int used = draw_text(area.row, area.column, area.columns, SAY_SEARCH, ROLE_PANE);
    draw_text(area.row, area.column + used + 1, area.columns - used - 1, buffer_text(&words), ROLE_HINT);
    hits_add(&browser->hits, area, HIT_ACTION, ACTION_SEARCH);
    buffer_free(&words);
}

/* What to say in the line for notices: what has just happened; else the meaning of the choice that is marked; else what was left out. */
static void draw_notice(struct browser *browser)
{
    struct area area = browser->layout.notice;
    const struct browse_setting *setting = browser->setting;
    if (browser->notice.length > 0) {
        draw_text(area.row, area.column, area.columns, buffer_text(&browser->notice), ROLE_NOTICE);
        return;
    }
    if (!browser->layout.tall || browser->cover)
        return;
    const char *definition = browser->layout.panes == 3 && browser->focus == PANE_FACETS && !browser->searching ? facets_definition(browser) : NULL;
    if (definition) {
        draw_text(area.row, area.column, area.columns, definition, ROLE_NOTICE);
    } else if (setting->left_out_count > 0) {
        struct buffer words = {0};
        buffer_format(&words, SAY_LEFT_OUT(setting->left_out_count), setting->left_out_count);
        draw_text(area.row, area.column, area.columns, buffer_text(&words), ROLE_NOTICE);
        hits_add(&browser->hits, area, HIT_ACTION, ACTION_PROBLEMS);
        buffer_free(&words);
    }
}

static const char *next_part_words(const struct browser *browser)
{
    switch (browser_next_part(browser, 1)) {
    case PANE_FACETS: return SAY_TO_FACETS;
    case PANE_ANSWERS: return SAY_TO_ANSWERS;
    default: return SAY_TO_ENTRY;
    }
}

/* The hint of an action as it stands here. Gives the columns of its key. */
static int hint_words(const struct browser *browser, enum action action, struct buffer *out)
{
    bool typing = browser_typing(browser);
    buffer_clear(out);
    press_name(out, action_key(action, browser->setting->letters, typing));
    int key = draw_columns(buffer_text(out));
    buffer_add_byte(out, ' ');
    buffer_add_text(out, action == ACTION_NEXT_PART ? next_part_words(browser) : _(action_table[action].hint));
    return key;
}

static void draw_hints(struct browser *browser)
{
    struct area area = browser->layout.hints;
    if (!browser->layout.tall && browser->notice.length > 0)
        return;
    const struct view *view = browser_view(browser);
    struct buffer words = {0};
    int column = area.column;
    int end = area.column + area.columns;
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        if (!action_table[action].hint || !browser_offers(browser, (enum action)action, view->where) ||
            action_key((enum action)action, browser->setting->letters, browser_typing(browser)) == 0)
            continue;
        int key = hint_words(browser, (enum action)action, &words);
        int columns = draw_columns(buffer_text(&words));
        if (column + columns > end)
            continue;
        draw_text(area.row, column, columns, buffer_text(&words), ROLE_HINT);
        draw_bytes(area.row, column, key, buffer_text(&words), (size_t)strcspn(buffer_text(&words), " "), ROLE_KEY);
        hits_add(&browser->hits, (struct area){area.row, column, 1, columns}, HIT_ACTION, (size_t)action);
        column += columns + BETWEEN_HINTS;
    }
    buffer_free(&words);
}

static void draw_urgent(struct browser *browser)
{
    struct area area = browser->layout.urgent;
    const char *more = SAY_URGENT_MORE;
    int more_columns = draw_columns(more);
    int room = area.columns - more_columns - BETWEEN_HINTS;
    bool with_more = room > 0 && !browser->layout.too_small;
    if (!with_more)
        room = area.columns;
    if (area.rows < 1 || room < 1)
        return;
    struct arena *arena = arena_new();
    draw_text(area.row, area.column, room, urgent_bar(browser->finding.catalogue, browser_place(browser), (size_t)room, browser->plain, arena), ROLE_URGENT);
    arena_wipe(arena);
    arena_free(arena);
    if (with_more) {
        draw_right(area.row, area.column, area.columns, more, ROLE_KEY);
        hits_add(&browser->hits, area, HIT_ACTION, ACTION_URGENT);
    }
}

void bars_draw(struct browser *browser)
{
    if (!browser->layout.too_small) {
        draw_search_prompt(browser);
        draw_notice(browser);
        draw_hints(browser);
    }
    draw_urgent(browser);
}

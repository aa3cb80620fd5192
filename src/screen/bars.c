/* The lines below the panes: what the keys do here, and urgent help; and above them those for searching and for notices. */
#include <string.h>

#include "screen/bars_parts.h"
#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/keys.h"
#include "screen/words.h"
#include "text/width.h"

enum { BETWEEN_HINTS = 2 };

static void draw_search_prompt(struct browser *browser)
{
    struct area area = browser->layout.search;
    struct buffer words = {0};
    if (browser->setting->keys->letters && action_key(browser->setting->keys, ACTION_SEARCH, false) != PRESS_NONE)
        buffer_format(&words, SAY_SEARCH_HOW, browser_key_name(browser, ACTION_SEARCH));
    else
        buffer_add_text(&words, SAY_SEARCH_HOW_TYPE);
    int used = draw_text(area.row, area.column, area.columns, SAY_SEARCH, ROLE_PANE);
    draw_text(area.row, area.column + used + 1, area.columns - used - 1, buffer_text(&words), ROLE_HINT);
    hits_add(&browser->hits, area, HIT_ACTION, ACTION_SEARCH);
    buffer_free(&words);
}

static void draw_left_out(struct browser *browser)
{
    struct area area = browser->layout.notice;
    size_t left_out = problems_count_level(browser->listing->problems, PROBLEM_ERROR);
    size_t unused = browser->setting->unused_count;
    struct buffer words = {0};
    if (unused > 0)
        buffer_format(&words, SAY_UNUSED(unused), unused, browser_key_name(browser, ACTION_PROBLEMS));
    else if (left_out > 0)
        buffer_format(&words, SAY_LEFT_OUT(left_out), left_out, browser_key_name(browser, ACTION_PROBLEMS));
    draw_text(area.row, area.column, area.columns, buffer_text(&words), ROLE_NOTICE);
    if (words.length > 0)
        hits_add(&browser->hits, area, HIT_ACTION, ACTION_PROBLEMS);
    buffer_free(&words);
}

/* What stands in the line for notices while nothing has just happened: how far the reading of a list is, else what is to be said of the choice
 * that is marked. */
static void standing_words(struct browser *browser, bool chooses, struct buffer *out)
{
    source_words(browser, out);
    if (out->length == 0 && chooses)
        facets_say(browser, out);
}

/* The line for notices: what has just happened; else what stands there; else what was left out. Where one line is too short for it, the line above
 * gives way; on a screen of two parts it stays free while choices are gone through, for to write it anew would cost more than a move may. */
static void draw_search_and_notice(struct browser *browser)
{
    struct area area = browser->layout.notice;
    bool front = browser->layout.tall && !browser->cover && !kiosk_is(browser);
    bool chooses = front && !browser->searching && browser->layout.panes > 1 && browser->focus == PANE_FACETS;
    bool has_notice = browser->notice.length > 0;
    struct buffer words = {0};
    if (browser->cover && (browser->cover->can & VIEW_WHOLE) && !kiosk_is(browser))
        area = browser->layout.hints;
    if (has_notice)
        buffer_add(&words, browser->notice.bytes, browser->notice.length);
    else if (front)
        standing_words(browser, chooses, &words);
    bool over = !has_notice && chooses && draw_columns(buffer_text(&words)) > area.columns;
    size_t next = 0;
    if (over)
        draw_bytes(area.row - 1, area.column, area.columns, words.bytes, width_line(words.bytes, words.length, (size_t)area.columns, &next), ROLE_NOTICE);
    draw_text(area.row, area.column, area.columns, buffer_text(&words) + next, ROLE_NOTICE);
    if (words.length == 0 && front)
        draw_left_out(browser);
    if (front && !browser->searching && !over && !(chooses && browser->layout.panes == 2))
        draw_search_prompt(browser);
    buffer_free(&words);
}

static const char *next_part_words(const struct browser *browser)
{
    switch (browser_next_part(browser, 1)) {
    case PANE_FACETS: return browser->layout.panes == 1 ? SAY_TO_FACETS_SHORT : SAY_TO_FACETS;
    case PANE_ANSWERS: return SAY_TO_ANSWERS;
    default: return SAY_TO_ENTRY;
    }
}

const char *bars_hint_text(const struct browser *browser, enum action action)
{
    if (action == ACTION_NEXT_PART && browser->cover)
        return browser->handing.reading ? SAY_TO_SHEET_MENU : SAY_TO_SHEET;
    if (action == ACTION_NEXT_PART)
        return next_part_words(browser);
    if (action == ACTION_GUIDE && browser->layout.panes == 1)
        return SAY_GUIDE_SHORT;
    if (action == ACTION_LANGUAGE)
        return speaking_name(browser, speaking_next(browser));
    if (action == ACTION_READER)
        return browser->explained_to == READER_HER ? SAY_TO_PROFESSIONAL : SAY_TO_HER;
    if (action == ACTION_BACK && !browser->cover && source_is_slow(browser))
        return SAY_STOP_READING;
    if (action == ACTION_CODE_HERE && !browser->cover && entry_leads_on(browser))
        return _(action_table[ACTION_OPEN].hint);
    if (action == ACTION_OPEN && finding_count(&browser->finding) > 0 && browser_selected_offer(browser) == UINT32_MAX)
        return SAY_TAKE_AWAY;
    if (action == ACTION_BACK && browser->cover == &view_guide && guide_at_start(browser))
        return SAY_GUIDE_LEAVE;
    return _(action_table[action].hint);
}

/* The hint of an action as it stands here. Gives the columns of its key. */
static int hint_words(const struct browser *browser, enum action action, struct buffer *out)
{
    bool typing = browser_typing(browser);
    buffer_clear(out);
    press_name(out, action_key(browser->setting->keys, action, typing));
    int key = draw_columns(buffer_text(out));
    buffer_add_byte(out, ' ');
    buffer_add_text(out, bars_hint_text(browser, action));
    return key;
}

bool bars_is_hinted(const struct browser *browser, enum action action)
{
    /* Where the parts stand one at a time there is no room for all: who types or presses Enter finds out, but nobody finds the other parts. */
    bool narrow = browser->layout.panes == 1 && !browser->cover;
    if (narrow && browser->focus == PANE_ANSWERS && action == ACTION_KEEP)
        return false;
    if (narrow && (action == ACTION_SEARCH || (action == ACTION_OPEN && browser_selected_offer(browser) != UINT32_MAX)))
        return false;
    return action_table[action].hint && browser_offers(browser, action, browser_view(browser)->where) &&
           action_key(browser->setting->keys, action, browser_typing(browser)) != PRESS_NONE;
}

/* Draws the hint if it fits before the end. Gives the columns that it takes with the space behind it. */
static int draw_hint(struct browser *browser, enum action action, int column, int end)
{
    struct buffer words = {0};
    int row = browser->layout.hints.row;
    int key = hint_words(browser, action, &words);
    int columns = draw_columns(buffer_text(&words));
    bool fits = column + columns <= end;
    if (fits) {
        draw_text(row, column, columns, buffer_text(&words), ROLE_HINT);
        draw_bytes(row, column, key, buffer_text(&words), strcspn(buffer_text(&words), " "), ROLE_KEY);
        hits_add(&browser->hits, (struct area){row, column, 1, columns}, HIT_ACTION, (size_t)action);
    }
    buffer_free(&words);
    return fits ? columns + BETWEEN_HINTS : 0;
}

/* As many hints as fit, in the order of the table; the way out is always the last. */
static void draw_hints(struct browser *browser)
{
    struct area area = browser->layout.hints;
    bool whole = browser->cover && (browser->cover->can & VIEW_WHOLE);
    if ((!browser->layout.tall || whole) && browser->notice.length > 0)
        return;
    struct buffer quit = {0};
    hint_words(browser, ACTION_QUIT, &quit);
    int column = area.column;
    int end = area.column + area.columns;
    int before_quit = end - draw_columns(buffer_text(&quit)) - BETWEEN_HINTS;
    buffer_free(&quit);
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
        if (action != ACTION_QUIT && bars_is_hinted(browser, (enum action)action))
            column += draw_hint(browser, (enum action)action, column, before_quit);
    draw_hint(browser, ACTION_QUIT, column, end);
}

static void draw_urgent(struct browser *browser)
{
    struct area area = browser->layout.urgent;
    struct buffer more = {0};
    buffer_format(&more, SAY_URGENT_MORE, browser_key_name(browser, ACTION_URGENT));
    int room = area.columns - draw_columns(buffer_text(&more)) - BETWEEN_HINTS;
    bool with_more = room > 0 && !browser->layout.too_small;
    if (!with_more)
        room = area.columns;
    if (area.rows > 0 && room > 0) {
        struct arena *arena = arena_new();
        const char *bar = urgent_bar(browser->finding.catalogue, browser_place(browser), (size_t)room, browser->plain, arena);
        draw_text(area.row, area.column, room, bar, ROLE_URGENT);
        arena_wipe(arena);
        arena_free(arena);
    }
    if (with_more) {
        draw_right(area.row, area.column, area.columns, buffer_text(&more), ROLE_KEY);
        hits_add(&browser->hits, area, HIT_ACTION, ACTION_URGENT);
    }
    buffer_free(&more);
}

void bars_draw(struct browser *browser)
{
    if (!browser->layout.too_small) {
        draw_search_and_notice(browser);
        (kiosk_is(browser) ? bars_draw_kiosk : draw_hints)(browser);
    }
    draw_urgent(browser);
}

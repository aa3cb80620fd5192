/* The manager: reads input, gives it to the view that has the keys, and does what the view says has happened. */
#include "screen/browse.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/keys.h"
#include "screen/kiosk_turn.h"
#include "screen/renew.h"
#include "screen/sequences.h"
#include "screen/terminal.h"
#include "screen/words.h"
#include "text/memory.h"
#include "text/ticks.h"
#include "text/utf8.h"

/* While input comes faster than it can be drawn, it is drawn this often. */
enum { DRAW_MILLISECONDS = 50 };

static const struct view *const pane_views[PANE_COUNT] = {
    [PANE_FACETS] = &view_facets, [PANE_ANSWERS] = &view_answers, [PANE_ENTRY] = &view_entry};

const struct view *browser_view(const struct browser *browser)
{
    if (browser->cover)
        return browser->cover;
    if (browser->searching)
        return &view_search;
    return browser->on_chips && need_count(browser->finding.need) > 0 ? &view_chips : pane_views[browser->focus];
}

bool browser_typing(const struct browser *browser)
{
    return (browser_view(browser)->can & VIEW_TAKES_TEXT) != 0;
}

void browser_say(struct browser *browser, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    buffer_clear(&browser->notice);
    buffer_format_list(&browser->notice, format, list);
    va_end(list);
}

const char *browser_key_name(const struct browser *browser, enum action action)
{
    static char names[4][64];
    static unsigned next;
    char *name = names[next++ % 4];
    struct buffer words = {0};
    uint32_t press = action_key(browser->setting->keys, action, browser_typing(browser));
    /* What has no key is done from the help, which always has one. */
    if (press == PRESS_NONE && action != ACTION_HELP)
        buffer_format(&words, NAME_BY_HELP, browser_key_name(browser, ACTION_HELP));
    else
        press_name(&words, press);
    snprintf(name, sizeof names[0], "%s", buffer_text(&words));
    buffer_free(&words);
    return name;
}

place_id browser_place(const struct browser *browser)
{
    place_id place = need_place(browser->finding.need);
    return place == PLACE_NONE ? browser->area : place;
}

uint32_t browser_row_offer(const struct browser *browser)
{
    if (browser->answers.selected >= finding_count(&browser->finding))
        return UINT32_MAX;
    struct found found = finding_at(&browser->finding, browser->answers.selected);
    return found.kind == FOUND_DROP ? UINT32_MAX : found.offer;
}

bool browser_offers(const struct browser *browser, enum action action, enum where where)
{
    const struct finding *finding = &browser->finding;
    if (!(action_table[action].where & (unsigned)where) || !kiosk_may(browser, action))
        return false;
    switch (action) {
    case ACTION_UNDO: return finding->past_count > 0;
    case ACTION_CHIPS:
    case ACTION_DROP_LAST:
    case ACTION_START_OVER: return need_count(finding->need) > 0;
    case ACTION_NEAR: return finding->with_near || finding->answers.counts[VERDICT_NEAR] > 0;
    case ACTION_PROBLEMS: return listing_shown(source_problems(browser)) > 0 || browser->setting->unused_count > 0;
    case ACTION_THEME: return theme_can_change() && browser->setting->theme_count > 1;
    case ACTION_RELOAD: return browser->setting->request != NULL;
    case ACTION_EDIT: return browser_edit_place(browser).file != NULL;
    case ACTION_KEEP: return browser_selected_offer(browser) != UINT32_MAX;
    case ACTION_TAKE: return browser->search.completions.count > 0;
    case ACTION_SHEET: return handing_has_offers(browser);
    case ACTION_LANGUAGE: return speaking_count(browser) > 0;
    case ACTION_SWAP: return !theme_code_in_colour();
    case ACTION_BACK: return where != IN_ANSWERS || kiosk_is(browser) || source_is_slow(browser);
    default: return true;
    }
}

static bool take_key(struct browser *browser, uint32_t press)
{
    buffer_wipe(&browser->notice);
    const struct view *view = browser_view(browser);
    bool typing = browser_typing(browser);
    enum action action = action_for(browser->setting->keys, press, view->where, typing);
    if (browser->layout.too_small && action != ACTION_LEAVE && action != ACTION_QUIT && action != ACTION_SUSPEND)
        return true;
    if (action != ACTION_NONE) {
        search_look(browser);
        return browser_do(browser, action);
    }
    if (!press_is_printable(press))
        return true;
    if (kiosk_is(browser))
        return kiosk_type(browser, press);
    char bytes[4];
    size_t length = utf8_write(press, bytes);
    if (typing || (browser->cover && view->type))
        return browser_after(browser, view->type(browser, bytes, length));
    /* The slash that opens the line, typed from habit where letters are off, is no word either. */
    if (!browser->cover && press != ' ')
        search_open(browser, bytes, press == '/' ? 0 : length);
    return true;
}

static void take_paste(struct browser *browser, const struct buffer *paste)
{
    buffer_wipe(&browser->notice);
    if (browser->layout.too_small || paste->length == 0)
        return;
    /* In the kiosk nothing stands behind a view that has a line. */
    if (kiosk_is(browser) && !browser_typing(browser))
        return;
    while (browser->cover && !browser_typing(browser))
        browser_uncover(browser);
    if (browser_typing(browser)) {
        browser_view(browser)->type(browser, buffer_text(paste), paste->length);
        return;
    }
    search_open(browser, buffer_text(paste), paste->length);
}

/* The view at the cell: what covers the panes, else the pane there, or NULL. */
static const struct view *view_at(const struct browser *browser, int row, int column)
{
    if (browser->cover)
        return browser->cover;
    for (int pane = 0; pane < PANE_COUNT; pane++)
        if (area_holds(browser->layout.pane[pane], row, column))
            return pane_views[pane];
    return NULL;
}

static bool take_click(struct browser *browser, int row, int column)
{
    buffer_wipe(&browser->notice);
    struct hit hit = hits_at(&browser->hits, row, column);
    if (hit.kind == HIT_ACTION)
        return browser_do(browser, (enum action)hit.number);
    if (browser->searching && !browser->cover && hit.kind != HIT_SUGGESTION) {
        /* A click elsewhere means that the line is done. */
        browser_do(browser, ACTION_ENTER_LINE);
        return true;
    }
    if (hit.kind == HIT_CHIP && kiosk_may(browser, ACTION_CHIP_DROP)) {
        browser_drop_term(browser, hit.number);
        return true;
    }
    const struct view *view = hit.kind == HIT_SUGGESTION ? &view_search : view_at(browser, row, column);
    if (!view)
        return true;
    for (int pane = 0; pane < PANE_COUNT && hit.kind != HIT_SUGGESTION; pane++)
        if (view == pane_views[pane])
            browser_focus(browser, (enum pane)pane);
    return !view->click || browser_after(browser, view->click(browser, hit.kind, hit.number));
}

static bool take_mouse(struct browser *browser, const struct input *input)
{
    if (browser->layout.too_small)
        return true;
    if (input->what == MOUSE_CLICK)
        return take_click(browser, input->row, input->column);
    const struct view *view = view_at(browser, input->row, input->column);
    if (view && view->wheel)
        view->wheel(browser, input->what == MOUSE_WHEEL_UP ? -1 : 1);
    return true;
}

static void draw_too_small(int rows, int columns)
{
    struct buffer words = {0};
    buffer_format(&words, SAY_TOO_SMALL, LAYOUT_LEAST_COLUMNS, LAYOUT_LEAST_ROWS, columns, rows);
    draw_wrapped((struct area){0, 0, rows - 1, columns}, buffer_text(&words), ROLE_TEXT);
    buffer_free(&words);
    draw_cursor(0, 0);
}

static void draw_views(struct browser *browser)
{
    const struct view *keys = browser_view(browser);
    if (browser->cover) {
        browser->cover->draw(browser, browser->cover->can & VIEW_WHOLE ? browser->layout.whole : browser->layout.body, true);
        return;
    }
    for (int pane = 0; pane < PANE_COUNT; pane++)
        if (browser->layout.pane[pane].rows > 0)
            pane_views[pane]->draw(browser, browser->layout.pane[pane], pane_views[pane] == keys);
}

void browser_draw(struct browser *browser)
{
    int rows;
    int columns;
    terminal_size(&rows, &columns);
    bool kiosk = kiosk_is(browser);
    if (kiosk && kiosk_draw_alone(browser, rows, columns))
        return;
    search_look(browser);
    finding_look(&browser->finding);
    answers_follow(browser);
    hits_clear(&browser->hits);
    draw_start(browser->plain);
    browser->layout = kiosk ? layout_for_kiosk(rows, columns, browser->focus, browser->notice.length > 0) : layout_for(rows, columns, browser->focus, top_rows(browser, columns));
    if (browser->layout.too_small)
        draw_too_small(rows, columns);
    else
        draw_views(browser);
    bars_draw(browser);
    bool whole = browser->cover && (browser->cover->can & VIEW_WHOLE);
    if (!kiosk && !browser->layout.too_small && !whole && (browser->layout.tall || !browser->searching || browser->cover))
        top_draw(browser);
    if (browser->searching && !browser->cover && !browser->layout.too_small)
        view_search.draw(browser, browser->layout.search, true);
    if (kiosk)
        kiosk_draw_over(browser, columns);
    draw_done();
}

/* One input. False: the browser is to end, *end says how. */
static bool take_input(struct browser *browser, const struct input *input, enum browse_end *end)
{
    *end = BROWSE_QUIT;
    if (kiosk_is(browser) && kiosk_takes(browser, input))
        return true;
    switch (input->kind) {
    case INPUT_KEY: return take_key(browser, input->press);
    case INPUT_MOUSE: search_look(browser); return take_mouse(browser, input);
    case INPUT_PASTE: take_paste(browser, input->paste); return true;
    case INPUT_SUSPEND:
        if (kiosk_may(browser, ACTION_SUSPEND))
            terminal_suspend();
        return true;
    case INPUT_OTHER: search_look(browser); source_hear(browser); return true;
    case INPUT_END:
    case INPUT_LOST: *end = BROWSE_LOST; return false;
    default: return true;
    }
}

static enum browse_end run(struct browser *browser)
{
    for (;;) {
        struct pollfd others[TERMINAL_OTHERS];
        source_look(browser);
        if (kiosk_is(browser))
            kiosk_look(browser);
        browser_draw(browser);
        kiosk_sweep(browser);
        terminal_wait_for(others, source_waits(browser, others, TERMINAL_OTHERS));
        int64_t drawn = ticks_now();
        struct input input;
        enum browse_end end;
        const struct view *view = browser_view(browser);
        int patience = source_patience(browser);
        bool any = terminal_read(&input, kiosk_is(browser) ? kiosk_patience(browser, patience) : patience);
        while (any) {
            if (!take_input(browser, &input, &end))
                return end;
            /* What is found decides what some keys do, so it is looked at before the next key; that is cheap when nothing changed. Text is text
             * whatever is found, so a burst of it, as a paste that does not say that it is one, is looked at when it is drawn. */
            if (!browser_typing(browser)) {
                finding_look(&browser->finding);
                answers_follow(browser);
            }
            /* A view that comes to the keys is drawn before it gets another: only then does it know what it shows. */
            any = browser_view(browser) == view && ticks_now() - drawn < DRAW_MILLISECONDS && terminal_read(&input, 0);
        }
    }
}

static void forget(struct browser *browser)
{
    source_close(browser);
    browser_end_visit(browser);
    speaking_close(browser);
    listing_free(browser->listing);
    memory_wipe(browser, sizeof *browser);
    free(browser);
}

static void tell_left_out(struct browser *browser)
{
    size_t left_out = problems_count_level(browser->listing->problems, PROBLEM_ERROR);
    if (left_out > 0)
        browser_say(browser, SAY_LEFT_OUT(left_out), left_out, browser_key_name(browser, ACTION_PROBLEMS));
}

enum browse_end browse(const struct browse_setting *setting, const char **why)
{
    if (!terminal_open(setting->mouse, why)) {
        listing_free(setting->listing);
        return BROWSE_NO_TERMINAL;
    }
    theme_start(setting->colour, &setting->themes[setting->theme]);
    struct browser *browser = memory_new(1, sizeof *browser);
    browser->setting = setting;
    browser->theme = setting->theme;
    browser->plain = terminal_is_plain();
    browser->listing = setting->listing;
    browser_begin_visit(browser);
    browser_find_area(browser);
    if (setting->kiosk) {
        browser->machine.touched = ticks_now();
        browser->machine.day = date_today();
        kiosk_begin(browser);
    } else {
        tell_left_out(browser);
    }
    speaking_open(browser);
    source_open(browser);
    enum browse_end end = run(browser);
    forget(browser);
    if (setting->kiosk)
        terminal_forget();
    terminal_close();
    return end;
}

bool browse_is_possible(const char **why)
{
    return sequences_start(why);
}

void browse_restore_terminal(void)
{
    terminal_restore_now();
}

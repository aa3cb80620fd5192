/* A visit: all that the browser remembers of the person who uses it. The kiosk forgets it many times a day, the browser once. */
#include <stdlib.h>

#include "screen/browser.h"
#include "screen/renew.h"
#include "text/memory.h"

void browser_begin_visit(struct browser *browser)
{
    browser->focus = PANE_ANSWERS;
    browser->answers.offer = UINT32_MAX;
    browser->answers.arena = arena_new();
    browser->answers.scratch = arena_new();
    browser->entry.offer = UINT32_MAX;
    /* In the kiosk nothing is chosen before; the need of the site only says what stands first among the places. */
    finding_open(&browser->finding, browser->listing->matcher, kiosk_is(browser) ? NULL : browser->setting->need);
    /* What nearly fits stands behind what fits: nobody there knows a key for it. */
    if (kiosk_is(browser))
        finding_set_near(&browser->finding, true);
}

static void wipe_arena(struct arena *arena)
{
    arena_wipe(arena);
    arena_free(arena);
}

void browser_end_visit(struct browser *browser)
{
    search_end(browser);
    handing_end(browser);
    code_end(browser);
    guide_end(browser);
    finding_close(&browser->finding);
    wipe_arena(browser->answers.arena);
    wipe_arena(browser->answers.scratch);
    paper_free(&browser->entry.paper);
    paper_free(&browser->help.paper);
    paper_free(&browser->page);
    line_edit_wipe(&browser->help.filter);
    buffer_wipe(&browser->notice);
    buffer_free(&browser->notice);
}

static void begin_anew(struct browser *browser)
{
    /* What stays is the machine's and the site's. */
    struct browser staying = {.setting = browser->setting,
                              .listing = browser->listing,
                              .source = browser->source,
                              .speaking = browser->speaking,
                              .area = browser->area,
                              .layout = browser->layout,
                              .theme = browser->setting->theme,
                              .plain = browser->plain,
                              .machine = browser->machine};
    memory_wipe(browser, sizeof *browser);
    *browser = staying;
    theme_take(&browser->setting->themes[browser->theme]);
    speaking_begin(browser);
    browser_begin_visit(browser);
    browser_find_area(browser);
}

void browser_forget_visit(struct browser *browser)
{
    browser_end_visit(browser);
    matcher_forget(browser->listing->matcher);
    begin_anew(browser);
}

void browser_begin_day(struct browser *browser, struct date today)
{
    struct match_setting match = browser->setting->match;
    match.today = today;
    browser_end_visit(browser);
    listing_match(browser->listing, &match);
    begin_anew(browser);
}

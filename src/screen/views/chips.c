/* The need as chips, when the keys go there: any of them can be taken away without a mouse. Where they stand, top.c draws. */
#include <stdint.h>

#include "screen/browser.h"

size_t chips_marked(const struct browser *browser)
{
    size_t count = need_count(browser->finding.need);
    if (browser_view(browser) != &view_chips)
        return SIZE_MAX;
    return browser->chip < count ? browser->chip : count - 1;
}

static enum happened mark(struct browser *browser, size_t chip)
{
    browser->chip = chip;
    return HAPPENED_SEEN;
}

static enum happened act(struct browser *browser, enum action action)
{
    size_t last = need_count(browser->finding.need) - 1;
    size_t marked = chips_marked(browser);
    switch (action) {
    case ACTION_CHIP_BEFORE: return mark(browser, marked > 0 ? marked - 1 : 0);
    case ACTION_CHIP_NEXT: return mark(browser, marked < last ? marked + 1 : last);
    case ACTION_FIRST: return mark(browser, 0);
    case ACTION_LAST: return mark(browser, last);
    case ACTION_CHIP_DROP: browser_drop_term(browser, marked); return mark(browser, marked);
    case ACTION_DOWN:
    case ACTION_BACK: return HAPPENED_LEFT;
    default: return HAPPENED_NOTHING;
    }
}

const struct view view_chips = {.name = "chips", .where = IN_CHIPS, .act = act};

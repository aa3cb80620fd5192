/* The kiosk has nothing at all to show for what was chosen: the ways on, as rows. */
#include <stdint.h>

#include "screen/views/answer_rows.h"
#include "screen/views/choices.h"
#include "screen/words.h"

/* After a loss the whole list, which is for those who have their baby, is no way on. */
enum way { WAY_AGAIN, WAY_URGENT, WAY_ALL, WAYS };

static size_t way_count(const struct browser *browser)
{
    return need_after_loss(browser->finding.need) || need_count(browser->finding.need) == 0 ? WAY_ALL : WAYS;
}

static const char *label_of(const struct browser *browser, size_t row)
{
    (void)browser;
    return row == WAY_AGAIN ? SAY_KIOSK_AGAIN : row == WAY_URGENT ? SAY_KIOSK_URGENT : SAY_KIOSK_EVERYTHING;
}

void nothing_kiosk_draw(struct browser *browser, struct area area)
{
    struct kiosk_state *state = &browser->kiosk;
    size_t top = 0;
    size_t shown;
    struct choices choices = {
        .heading = need_after_loss(browser->finding.need) ? SAY_KIOSK_NOTHING_LOSS : SAY_KIOSK_NOTHING_AT_ALL,
        .count = way_count(browser),
        .label = label_of,
        .marked = state->way > 0 ? state->way - 1 : SIZE_MAX,
    };
    choices_draw(browser, area, &choices, &top, &shown);
}

enum happened nothing_kiosk_choose(struct browser *browser, size_t row)
{
    browser->kiosk.way = 0;
    if (row >= way_count(browser))
        return HAPPENED_NOTHING;
    if (row == WAY_AGAIN)
        kiosk_ask_again(browser);
    else if (row == WAY_URGENT)
        browser_cover(browser, &view_urgent);
    else
        finding_start_over(&browser->finding);
    return HAPPENED_SEEN;
}

enum happened nothing_kiosk_act(struct browser *browser, enum action action)
{
    size_t *way = &browser->kiosk.way;
    switch (action) {
    case ACTION_UP: *way = *way > 1 ? *way - 1 : 1; return HAPPENED_SEEN;
    case ACTION_DOWN: *way += *way < way_count(browser); return HAPPENED_SEEN;
    case ACTION_OPEN: return *way > 0 ? nothing_kiosk_choose(browser, *way - 1) : HAPPENED_NOTHING;
    default: return HAPPENED_NOTHING;
    }
}

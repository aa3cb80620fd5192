#include "screen/kiosk.h"

#include "screen/browser.h"
#include "screen/keys.h"
#include "screen/kiosk_turn.h"
#include "screen/views/answer_rows.h"
#include "screen/views/entry_kiosk.h"
#include "text/utf8.h"

bool kiosk_is(const struct browser *browser)
{
    return browser->setting->kiosk != NULL;
}

bool kiosk_may(const struct browser *browser, enum action action)
{
    enum action_face face = action_table[action].face;
    return face == FACE_BOTH || face == (kiosk_is(browser) ? FACE_KIOSK : FACE_BROWSER);
}

void kiosk_begin(struct browser *browser)
{
    browser_uncover_all(browser);
    browser->focus = PANE_ANSWERS;
    browser_cover(browser, &view_welcome);
}

void kiosk_ask_again(struct browser *browser)
{
    browser_cover(browser, &view_welcome);
    browser_cover(browser, &view_guide);
}

void kiosk_leave(struct browser *browser)
{
    /* First the screen, then all the rest: nobody waits for that. */
    browser_uncover_all(browser);
    browser_cover(browser, &view_neutral);
    browser_draw(browser);
    kiosk_forget(browser);
    browser_cover(browser, &view_neutral);
}

/* A digit among the answers opens the one that has it. */
static bool choose_answer(struct browser *browser, size_t digit)
{
    struct answers_state *answers = &browser->answers;
    if (digit > 0 && browser->focus == PANE_ANSWERS && finding_count(&browser->finding) == 0)
        return browser_after(browser, nothing_kiosk_choose(browser, digit - 1));
    size_t row = answers->top + digit - 1;
    if (digit == 0 || browser->focus != PANE_ANSWERS || row > answers->bottom || row >= finding_count(&browser->finding))
        return true;
    answers_select(browser, row);
    return browser_do(browser, ACTION_OPEN);
}

bool kiosk_type(struct browser *browser, uint32_t press)
{
    const struct view *view = browser_view(browser);
    bool line = view == &view_guide && browser->guide.line.text.length > 0;
    if (press == '0' && !line && view != &view_staff)
        return browser_do(browser, ACTION_BACK);
    if (browser->cover && view->type) {
        char bytes[4];
        size_t length = utf8_write(press, bytes);
        return browser_after(browser, view->type(browser, bytes, length));
    }
    if (!browser->cover && browser->focus == PANE_ENTRY) {
        enum action action = entry_kiosk_digit(press);
        return action == ACTION_NONE || !entry_kiosk_can(browser, action) || browser_do(browser, action);
    }
    return browser->cover || press < '1' || press > '9' || choose_answer(browser, press - '0');
}

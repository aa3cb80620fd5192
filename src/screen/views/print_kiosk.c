/* Printing the entry that is read at the kiosk. */
#include "screen/keys.h"
#include "screen/kiosk_turn.h"
#include "screen/views/entry_kiosk.h"
#include "screen/words.h"

/* As wide as paper is. */
enum { SHEET_COLUMNS = 80 };

/* While it prints, going back stops it, and so does leaving quickly, which is then done at once. */
static bool goes_on(void *asker)
{
    struct browser *browser = asker;
    struct input input;
    if (!browser_while_printing(browser, &input))
        return false;
    browser->kiosk.left = kiosk_action_of(browser, &input) == ACTION_LEAVE;
    return !browser->kiosk.left && (input.kind != INPUT_KEY || (input.press != PRESS_ESCAPE && input.press != '0'));
}

void kiosk_print(struct browser *browser)
{
    const struct browse_sheets *sheets = &browser->setting->sheets;
    uint32_t offer = browser_selected_offer(browser);
    struct buffer sheet = {0};
    struct buffer why = {0};
    if (!entry_kiosk_can(browser, ACTION_PRINT_HERE))
        return;
    browser_say(browser, "%s", SAY_KIOSK_PRINTING);
    browser_draw(browser);
    entry_kiosk_sheet(browser, offer, SHEET_COLUMNS, &sheet);
    browser->kiosk.left = false;
    bool printed = sheets->print(sheets->context, &sheet, goes_on, browser, &why);
    /* Why it could not is for staff to find out. */
    browser_say(browser, "%s", printed ? SAY_KIOSK_PRINTED : SAY_KIOSK_NOT_PRINTED);
    buffer_wipe(&sheet);
    buffer_free(&sheet);
    buffer_free(&why);
    if (browser->kiosk.left)
        kiosk_leave(browser);
}

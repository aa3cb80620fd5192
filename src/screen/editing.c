/* Editing a file of the list in the person's own editor. Nothing here writes to it. */
#include "screen/browser.h"
#include "screen/terminal.h"
#include "screen/words.h"

struct position browser_edit_place(const struct browser *browser)
{
    /* What cannot be read again cannot be edited: it came from standard input. */
    if (!browser->setting->edit || !browser->setting->request)
        return (struct position){0};
    if (browser->cover == &view_problems) {
        const struct problem *problem = problems_marked(browser);
        return problem ? problem->where : (struct position){0};
    }
    uint32_t offer = browser->cover ? UINT32_MAX : browser_selected_offer(browser);
    return offer != UINT32_MAX ? browser->finding.catalogue->offers[offer].where : (struct position){0};
}

void browser_edit(struct browser *browser)
{
    struct position where = browser_edit_place(browser);
    struct buffer why = {0};
    if (!where.file) {
        browser_say(browser, "%s", SAY_NO_EDIT_PLACE);
        return;
    }
    terminal_lend();
    bool edited = browser->setting->edit(&where, &why);
    terminal_take_back();
    if (!edited)
        browser_say(browser, "%s", buffer_text(&why));
    source_edited(browser, edited);
    buffer_free(&why);
}

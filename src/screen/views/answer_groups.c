/* The groups in which the answers stand, and their headings. */
#include "screen/views/answer_rows.h"
#include "screen/words.h"

enum group { GROUP_VERDICT, GROUP_ALL = VERDICT_COUNT, GROUP_BY_NAME, GROUP_BY_NEW, GROUP_DROP, GROUP_ALSO };

int answer_group(const struct browser *browser, size_t row)
{
    struct found found = finding_at(&browser->finding, row);
    if (found.kind == FOUND_DROP)
        return GROUP_DROP;
    if (found.kind == FOUND_ALSO)
        return GROUP_ALSO;
    if (browser->finding.order != ORDER_FIT)
        return browser->finding.order == ORDER_NAME ? GROUP_BY_NAME : GROUP_BY_NEW;
    if (need_count(browser->finding.need) == 0)
        return GROUP_ALL;
    return GROUP_VERDICT + (int)found.verdict;
}

/* The same for whoever the answers are for. */
static const char *title_for_her(int group)
{
    switch (group) {
    case GROUP_VERDICT + VERDICT_SUITS: return SAY_KIOSK_SUITS;
    case GROUP_VERDICT + VERDICT_ENDING: return SAY_KIOSK_ENDING;
    case GROUP_VERDICT + VERDICT_ASK: return SAY_KIOSK_ASK;
    case GROUP_VERDICT + VERDICT_NEAR: return SAY_KIOSK_NEAR;
    case GROUP_DROP: return SAY_NOTHING_DROPS;
    case GROUP_ALSO: return SAY_ALSO;
    default: return SAY_KIOSK_EVERYTHING;
    }
}

const char *answer_group_title(const struct browser *browser, int group)
{
    if (kiosk_is(browser))
        return title_for_her(group);
    switch (group) {
    case GROUP_ALL: return SAY_EVERYTHING;
    case GROUP_BY_NAME: return SAY_BY_NAME;
    case GROUP_BY_NEW: return SAY_BY_NEW;
    case GROUP_DROP: return SAY_NOTHING_DROPS;
    case GROUP_ALSO: return SAY_ALSO;
    case GROUP_VERDICT + VERDICT_NEAR: return SAY_NOT_QUITE;
    default: return verdict_title((enum verdict)(group - GROUP_VERDICT));
    }
}

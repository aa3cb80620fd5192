/* What stands on the screen of the kiosk when somebody has left it quickly: nothing that tells of anything. Any key or touch leads to the first screen. */
#include <time.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/kiosk.h"
#include "screen/words.h"

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    (void)has_keys;
    const struct kiosk_site *site = browser->setting->kiosk;
    char clock[8] = "";
    time_t now = time(NULL);
    struct tm here;
    if (site->neutral_count == 0 && localtime_r(&now, &here))
        strftime(clock, sizeof clock, "%H:%M", &here);
    const char *const *lines = site->neutral_count > 0 ? site->neutral : (const char *const[]){clock};
    int count = site->neutral_count > 0 ? (int)site->neutral_count : 1;
    for (int i = 0; i < count; i++) {
        int columns = draw_columns(lines[i]);
        int start = columns < area.columns ? (area.columns - columns) / 2 : 0;
        draw_text(area.row + (area.rows - count) / 2 + i, area.column + start, area.columns - start, lines[i], ROLE_TEXT);
    }
    draw_cursor(area.row, area.column);
}

/* Every key and touch is the gate's (kiosk_turn.c). */
const struct view view_neutral = {.name = "neutral", .where = IN_NEUTRAL, .can = VIEW_COVERS | VIEW_WHOLE, .draw = draw};

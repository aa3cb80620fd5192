/* What stands above the answers when nothing fits: that, and the ways on. An empty screen is a defect. */
#include <string.h>

#include "screen/draw.h"
#include "screen/views/answer_rows.h"
#include "screen/words.h"

/* Where words alone are looked for and they name a place, says how to mean it. */
static void add_place(const struct browser *browser, struct buffer *out)
{
    const struct finding *finding = &browser->finding;
    const struct gazetteer *gazetteer = finding->catalogue->gazetteer;
    struct buffer words = {0};
    for (size_t i = 0; i < need_count(finding->need); i++) {
        const struct need_term *term = need_at(finding->need, i);
        if (term->key == KEY_WORDS && !term->denied && term->count > 0)
            buffer_format(&words, "%s%s", words.length > 0 ? " " : "", term->values[0].words);
    }
    place_id place = words.length > 0 ? gazetteer_find(gazetteer, buffer_text(&words), words.length) : PLACE_NONE;
    if (place != PLACE_NONE) {
        const char *name = gazetteer_at(gazetteer, place)->name;
        const char *quote = strchr(name, ' ') ? "\"" : "";
        buffer_add_byte(out, ' ');
        buffer_format(out, SAY_NOTHING_PLACE, browser_key_name(browser, ACTION_SEARCH), quote, name, quote);
    }
    buffer_wipe(&words);
    buffer_free(&words);
}

/* What nothing fits, and the ways back: what to take away stands below, unless it is of no help. */
static void nothing_words(const struct browser *browser, struct buffer *words)
{
    const struct finding *finding = &browser->finding;
    if (need_count(finding->need) == 0) {
        buffer_add_text(words, SAY_NOTHING_AT_ALL);
        return;
    }
    if (kiosk_is(browser)) {
        buffer_add_text(words, need_after_loss(finding->need) ? SAY_NOTHING_LOSS : SAY_KIOSK_NOTHING);
        return;
    }
    buffer_add_text(words, finding->catalogue->part ? SAY_NOTHING_SO_FAR : SAY_NOTHING);
    add_place(browser, words);
    if (finding->drop_count == 0)
        buffer_format(words, " %s", need_after_loss(finding->need) ? SAY_NOTHING_LOSS : SAY_NOTHING_NO_DROPS);
    if (finding->past_count > 0) {
        buffer_add_byte(words, ' ');
        buffer_format(words, SAY_NOTHING_BACK, browser_key_name(browser, ACTION_UNDO));
    }
    size_t near = finding->answers.counts[VERDICT_NEAR];
    if (near > 0 && !finding->with_near) {
        buffer_add_byte(words, ' ');
        buffer_format(words, SAY_NEAR_PRESS(near), near, browser_key_name(browser, ACTION_NEAR));
    }
    if (finding->past_count == 0 || (finding->drop_count == 0 && !need_after_loss(finding->need))) {
        buffer_add_byte(words, ' ');
        buffer_format(words, SAY_NOTHING_START_OVER, browser_key_name(browser, ACTION_START_OVER));
    }
}

int answers_nothing(struct browser *browser, struct area area)
{
    struct buffer words = {0};
    nothing_words(browser, &words);
    int lines = draw_wrapped(area, buffer_text(&words), ROLE_WRONG);
    buffer_wipe(&words);
    buffer_free(&words);
    return lines + 1;
}

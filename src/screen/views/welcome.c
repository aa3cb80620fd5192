/* The first screen of the kiosk: a sentence that takes fear away, and what can be done from here. */
#include "screen/browser.h"
#include "screen/kiosk.h"
#include "screen/views/choices.h"
#include "screen/words.h"

/* The rows: to begin, what peer support is, and then the languages. */
enum { ROW_BEGIN, ROW_EXPLAIN, ROW_LANGUAGES };

static size_t row_count(const struct browser *browser)
{
    return ROW_LANGUAGES + speaking_count(browser);
}

static const char *label_of(const struct browser *browser, size_t row)
{
    if (row >= ROW_LANGUAGES)
        return speaking_name(browser, row - ROW_LANGUAGES);
    return row == ROW_BEGIN ? SAY_KIOSK_BEGIN : SAY_KIOSK_EXPLAIN;
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    (void)has_keys;
    struct kiosk_state *state = &browser->kiosk;
    /* The site has written its sentence in its own language. */
    const char *welcome = browser->speaking.language == 0 ? browser->setting->kiosk->welcome : NULL;
    struct choices choices = {
        .heading = welcome ? welcome : SAY_KIOSK_WELCOME,
        .count = row_count(browser),
        .label = label_of,
        .marked = state->welcome_row,
    };
    choices_draw(browser, area, &choices, &state->welcome_top, &state->welcome_shown);
}

static enum happened choose(struct browser *browser, size_t row)
{
    if (row >= row_count(browser))
        return HAPPENED_NOTHING;
    browser->kiosk.welcome_row = row;
    if (row == ROW_BEGIN)
        browser_cover(browser, &view_guide);
    else if (row == ROW_EXPLAIN)
        browser_cover(browser, &view_explain);
    else
        speaking_choose(browser, row - ROW_LANGUAGES);
    return HAPPENED_SEEN;
}

static enum happened act(struct browser *browser, enum action action)
{
    size_t *row = &browser->kiosk.welcome_row;
    switch (action) {
    case ACTION_ANSWER: return choose(browser, *row);
    case ACTION_UP: *row -= *row > 0; return HAPPENED_SEEN;
    case ACTION_DOWN: *row += *row + 1 < row_count(browser); return HAPPENED_SEEN;
    default: return HAPPENED_NOTHING;
    }
}

static enum happened type(struct browser *browser, const char *bytes, size_t length)
{
    return length == 1 && *bytes >= '1' && *bytes <= '9' ? choose(browser, (size_t)(*bytes - '1')) : HAPPENED_NOTHING;
}

static enum happened click(struct browser *browser, enum hit_kind kind, size_t number)
{
    return kind == HIT_CHOICE ? choose(browser, number) : HAPPENED_NOTHING;
}

const struct view view_welcome = {.name = "welcome", .where = IN_WELCOME, .can = VIEW_COVERS, .draw = draw, .act = act, .type = type, .click = click};

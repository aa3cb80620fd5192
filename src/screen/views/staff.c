/* What staff see of the kiosk, and how they end it: by the PIN of the site. Nothing here tells of anyone who was at the screen. */
#include <stdio.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/kiosk.h"
#include "screen/words.h"
#include "text/memory.h"
#include "text/ticks.h"

/* Wrong PINs that cost nothing; from the next on each costs a pause, twice the one before. In milliseconds. */
enum { WRONG_FREE = 2, PAUSE = 5000, PAUSE_MOST = 300000 };

enum { LABEL_GAP = 1 };

void staff_open(struct browser *browser)
{
    if (!browser->setting->kiosk->pin)
        return;
    int64_t left = browser->machine.closed_until - ticks_now();
    int seconds = (int)(left / 1000) + 1;
    if (left > 0)
        browser_say(browser, SAY_STAFF_WAIT(seconds), seconds);
    else
        browser_cover(browser, &view_staff);
}

static void wipe(struct browser *browser)
{
    memory_wipe(browser->kiosk.pin, sizeof browser->kiosk.pin);
    browser->kiosk.pin_length = 0;
}

static void open(struct browser *browser)
{
    wipe(browser);
}

static void state_words(const struct browser *browser, struct buffer *out)
{
    const struct kiosk_site *site = browser->setting->kiosk;
    size_t wrong = listing_shown(source_problems(browser));
    if (browser->source.refused)
        buffer_format(out, SAY_STAFF_REFUSED(wrong), wrong);
    else if (wrong > 0)
        buffer_format(out, SAY_STAFF_WRONG(wrong), wrong);
    else
        buffer_add_text(out, SAY_NONE_LEFT_OUT);
    if (site->count_visits) {
        buffer_add_byte(out, ' ');
        buffer_format(out, SAY_STAFF_VISITS((size_t)browser->machine.visits), (size_t)browser->machine.visits);
    }
}

/* Lines that end in a line break each. */
static void draw_protection(struct area area, const char *text)
{
    while (text && *text && area.rows > 0) {
        size_t length = strcspn(text, "\n");
        struct buffer line = {0};
        buffer_add(&line, text, length);
        int used = draw_wrapped(area, buffer_text(&line), ROLE_NOTE);
        buffer_free(&line);
        area.row += used;
        area.rows -= used;
        text += length + (text[length] == '\n');
    }
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    (void)has_keys;
    struct buffer words = {0};
    char blanks[KIOSK_PIN_MOST + 1];
    int row = area.row;
    int end = area.row + area.rows;
    draw_text(row, area.column, area.columns, SAY_STAFF, ROLE_HEADING);
    row += 2;
    int used = draw_text(row, area.column, area.columns, SAY_STAFF_PIN, ROLE_LABEL) + LABEL_GAP;
    snprintf(blanks, sizeof blanks, "%*s", KIOSK_PIN_MOST, "");
    draw_text(row, area.column + used, KIOSK_PIN_MOST, blanks, ROLE_EDIT);
    for (size_t i = 0; i < browser->kiosk.pin_length; i++)
        draw_text(row, area.column + used + (int)i, 1, "*", ROLE_EDIT);
    draw_cursor(row, area.column + used + (int)browser->kiosk.pin_length);
    row += 2;
    state_words(browser, &words);
    row += draw_wrapped((struct area){row, area.column, end - row, area.columns}, buffer_text(&words), ROLE_TEXT) + 1;
    draw_protection((struct area){row, area.column, end - row, area.columns}, browser->setting->kiosk->protection);
    buffer_free(&words);
}

static enum happened try(struct browser *browser)
{
    struct kiosk_machine *machine = &browser->machine;
    struct kiosk_state *state = &browser->kiosk;
    const char *pin = browser->setting->kiosk->pin;
    if (state->pin_length == 0)
        return HAPPENED_SEEN;
    bool right = strlen(pin) == state->pin_length && memcmp(pin, state->pin, state->pin_length) == 0;
    wipe(browser);
    if (right)
        return HAPPENED_END;
    machine->wrong++;
    if (machine->wrong <= WRONG_FREE) {
        browser_say(browser, "%s", SAY_STAFF_NO);
        return HAPPENED_SEEN;
    }
    int64_t pause = PAUSE;
    for (unsigned i = WRONG_FREE + 1; i < machine->wrong && pause < PAUSE_MOST; i++)
        pause *= 2;
    machine->closed_until = ticks_now() + (pause < PAUSE_MOST ? pause : PAUSE_MOST);
    browser_say(browser, "%s", SAY_STAFF_NO);
    return HAPPENED_LEFT;
}

static enum happened act(struct browser *browser, enum action action)
{
    switch (action) {
    case ACTION_ANSWER: return try(browser);
    case ACTION_BACK: wipe(browser); return HAPPENED_LEFT;
    case ACTION_LINE_DELETE_BACK:
        if (browser->kiosk.pin_length > 0)
            browser->kiosk.pin[--browser->kiosk.pin_length] = '\0';
        return HAPPENED_SEEN;
    default: return HAPPENED_NOTHING;
    }
}

static enum happened type(struct browser *browser, const char *bytes, size_t length)
{
    struct kiosk_state *state = &browser->kiosk;
    if (length != 1 || *bytes < '0' || *bytes > '9' || state->pin_length >= sizeof state->pin)
        return HAPPENED_NOTHING;
    state->pin[state->pin_length++] = *bytes;
    return HAPPENED_SEEN;
}

const struct view view_staff = {.name = "staff", .where = IN_STAFF, .can = VIEW_COVERS, .open = open, .draw = draw, .act = act, .type = type};

#include "screen/kiosk_turn.h"

#include <time.h>

#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/idle.h"
#include "screen/keys.h"
#include "screen/kiosk.h"
#include "text/memory.h"
#include "text/ticks.h"

/* Whoever leaves in fear hits more keys than one. What comes in so many milliseconds behind leaving, or behind the key before, is swallowed; but not for
 * longer than the last of these, lest a key that is stuck keeps the screen for ever. */
enum { BURST = 500, BURST_MOST = 3000 };

/* The second way to leave: so many presses of Esc in so many milliseconds. */
enum { ESCAPES = 3, ESCAPES_WITHIN = 3000 };

enum { MINUTE = 60 };

bool kiosk_rests(const struct browser *browser)
{
    return !browser->kiosk.touched && (browser->cover == &view_welcome || browser->cover == &view_neutral);
}

void kiosk_forget(struct browser *browser)
{
    struct kiosk_machine *machine = &browser->machine;
    browser_forget_visit(browser);
    machine->left = ticks_now();
    machine->touched = machine->left;
    machine->burst = true;
    machine->unswept = true;
}

static bool is_of_burst(struct kiosk_machine *machine, int64_t before, int64_t now)
{
    if (!machine->burst)
        return false;
    machine->burst = now - machine->left < BURST || (now - before < BURST && now - machine->left < BURST_MOST);
    return machine->burst;
}

static bool is_last_escape(struct browser *browser, const struct input *input, int64_t now)
{
    struct kiosk_state *state = &browser->kiosk;
    if (input->kind != INPUT_KEY || input->press != PRESS_ESCAPE) {
        state->escapes = 0;
        return false;
    }
    if (state->escapes > 0 && now - state->escaped[0] > ESCAPES_WITHIN) {
        state->escaped[0] = state->escaped[1];
        state->escapes--;
        if (state->escapes > 0 && now - state->escaped[0] > ESCAPES_WITHIN)
            state->escapes = 0;
    }
    if (state->escapes + 1 >= ESCAPES)
        return true;
    state->escaped[state->escapes++] = now;
    return false;
}

enum action kiosk_action_of(const struct browser *browser, const struct input *input)
{
    if (input->kind == INPUT_KEY)
        return action_for(browser->setting->keys, input->press, browser_view(browser)->where, false);
    if (input->kind != INPUT_MOUSE || input->what != MOUSE_CLICK || browser->layout.too_small)
        return ACTION_NONE;
    struct hit hit = hits_at(&browser->hits, input->row, input->column);
    return hit.kind == HIT_ACTION ? (enum action)hit.number : ACTION_NONE;
}

/* Any key leads on from where nothing else can be done; one that asks for urgent help, or to leave, gets it. */
static void lead_on(struct browser *browser, enum action action)
{
    if (browser->cover == &view_neutral && action != ACTION_LEAVE)
        kiosk_begin(browser);
    else if (browser->cover == &view_warning && action == ACTION_LEAVE)
        kiosk_leave(browser);
    else if (browser->cover == &view_warning)
        browser_uncover(browser);
    if (action == ACTION_URGENT) {
        browser->kiosk.touched = true;
        browser_cover(browser, &view_urgent);
    }
}

bool kiosk_takes(struct browser *browser, const struct input *input)
{
    if (input->kind != INPUT_KEY && input->kind != INPUT_MOUSE && input->kind != INPUT_PASTE)
        return false;
    struct kiosk_machine *machine = &browser->machine;
    int64_t now = ticks_now();
    int64_t before = machine->touched;
    machine->touched = now;
    if (is_of_burst(machine, before, now))
        return true;
    if (is_last_escape(browser, input, now)) {
        kiosk_leave(browser);
        return true;
    }
    if (browser->cover == &view_neutral || browser->cover == &view_warning) {
        lead_on(browser, kiosk_action_of(browser, input));
        return true;
    }
    browser->kiosk.touched = true;
    return false;
}

/* Whoever has gone beyond what anyone sees who walks past. */
static void count_visit(struct browser *browser)
{
    const struct view *view = browser_view(browser);
    if (browser->kiosk.counted || view == &view_welcome || view == &view_neutral || view == &view_staff || view == &view_warning)
        return;
    browser->kiosk.counted = true;
    browser->machine.visits++;
}

/* At midnight begins another day for what is counted and, while nobody is here, for what is answered. */
static void follow_the_day(struct browser *browser)
{
    struct date today = date_today();
    if (date_days(today) != date_days(browser->machine.day))
        browser->machine.visits = 0;
    browser->machine.day = today;
    const struct listing *listing = browser->listing;
    if (!browser->setting->kiosk->follows_the_day || !kiosk_rests(browser) || date_days(matcher_today(listing->matcher)) == date_days(today))
        return;
    const struct view *cover = browser->cover;
    browser_begin_day(browser, today);
    browser_cover(browser, cover);
}

static struct idle idle_of(const struct browser *browser)
{
    const struct kiosk_site *site = browser->setting->kiosk;
    return idle_look(browser->machine.touched, ticks_now(), site->quiet_seconds, site->warning_seconds);
}

void kiosk_look(struct browser *browser)
{
    follow_the_day(browser);
    count_visit(browser);
    if (kiosk_rests(browser))
        return;
    struct idle idle = idle_of(browser);
    browser->kiosk.seconds = idle.seconds;
    if (idle.stage == IDLE_OVER) {
        kiosk_forget(browser);
        kiosk_begin(browser);
    } else if (idle.stage == IDLE_WARNING && browser->cover != &view_warning) {
        buffer_wipe(&browser->notice); /* it may tell of a need */
        browser_cover(browser, &view_warning);
    }
}

int kiosk_patience(const struct browser *browser, int others)
{
    /* At rest once a minute: for the time that may stand there, and for midnight, which a clock that is set can move. */
    int own = kiosk_rests(browser) ? (int)(MINUTE - time(NULL) % MINUTE) * 1000 : idle_of(browser).milliseconds;
    return others >= 0 && others < own ? others : own;
}

bool kiosk_draw_alone(struct browser *browser, int rows, int columns)
{
    if (browser->cover != &view_neutral)
        return false;
    hits_clear(&browser->hits);
    browser->layout = (struct layout){.whole = {0, 0, rows, columns}};
    draw_start(browser->plain);
    view_neutral.draw(browser, browser->layout.whole, true);
    draw_done();
    return true;
}

/* A dot in the corner says to staff, and to nobody else, that the list as it is now cannot be used, and the one before stands here. */
void kiosk_draw_over(const struct browser *browser, int columns)
{
    if (browser->cover == &view_welcome && browser->source.refused && !browser->layout.too_small)
        draw_text(0, columns - 1, 1, ".", ROLE_NOTE);
}

void kiosk_sweep(struct browser *browser)
{
    if (!browser->machine.unswept)
        return;
    browser->machine.unswept = false;
    terminal_forget();
    memory_forget_freed();
    memory_forget_stack();
    browser_draw(browser);
}

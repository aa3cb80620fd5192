#include "screen/source.h"

#include <limits.h>
#include <stdlib.h>

#include "screen/browser.h"
#include "screen/kiosk.h"
#include "screen/kiosk_turn.h"
#include "screen/renew.h"
#include "screen/words.h"
#include "text/ticks.h"

/* Editors write a file in several steps: it is read when nothing has happened for so long, or when it has gone on for this long. Milliseconds. */
enum { QUIET = 200, PATIENCE = 5000 };

void source_open(struct browser *browser)
{
    const struct load_request *request = browser->setting->request;
    if (!request)
        return;
    browser->source.watch = watch_open(request->paths, request->path_count);
    if (browser->listing->catalogue->part) {
        source_read(browser, READ_REST);
        browser->source.slow = true;
    }
}

void source_close(struct browser *browser)
{
    struct source *source = &browser->source;
    watch_close(source->watch);
    reading_leave(source->reading);
    listing_free(source->next);
    listing_free(source->refused);
    *source = (struct source){0};
}

size_t source_waits(const struct browser *browser, struct pollfd *waits, size_t room)
{
    const struct source *source = &browser->source;
    size_t count = source->watch ? watch_waits(source->watch, waits, room) : 0;
    if (source->reading && count < room)
        waits[count++] = (struct pollfd){.fd = reading_descriptor(source->reading), .events = POLLIN};
    return count;
}

/* When what was heard is to be acted on, in ticks. */
static int64_t due(const struct source *source)
{
    int64_t quiet = source->heard_last + QUIET;
    int64_t most = source->heard + PATIENCE;
    return quiet < most ? quiet : most;
}

int source_patience(const struct browser *browser)
{
    const struct source *source = &browser->source;
    if (source->heard == 0 || source->reading)
        return -1;
    int64_t left = due(source) - ticks_now();
    return left <= 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left;
}

const struct listing *source_problems(const struct browser *browser)
{
    return browser->source.refused ? browser->source.refused : browser->listing;
}

static const char *last_error(const struct problems *problems)
{
    for (size_t i = problems_count(problems); i-- > 0;)
        if (problems_at(problems, i)->level == PROBLEM_ERROR)
            return problems_at(problems, i)->sentence;
    return "";
}

/* The list stays as it is, and what is wrong with its files is kept to be shown. */
static void refuse(struct browser *browser, struct listing *listing)
{
    struct source *source = &browser->source;
    const char *key = browser_key_name(browser, ACTION_PROBLEMS);
    size_t mistakes = listing_fresh(listing);
    if (!kiosk_is(browser) && !listing->catalogue)
        browser_say(browser, SAY_NOT_READ, last_error(listing->problems), key);
    else if (!kiosk_is(browser)) /* there a mark tells staff */
        browser_say(browser, SAY_REFUSED(mistakes), mistakes, key);
    listing_drop_catalogue(listing);
    listing_free(source->refused);
    source->refused = listing;
    if (browser->cover == &view_problems)
        view_problems.renew(browser);
    else if (source->why == READ_EDITED) /* the person wants to see at once what is wrong with it */
        browser_cover(browser, &view_problems);
}

/* Whether another list may take the place of the one that is shown. An entry that could be used before and now has a mistake is better shown as it was
 * than not at all; a mistake in an entry that is new costs nothing. */
static bool may_follow(const struct browser *browser, struct listing *listing)
{
    const struct listing *before = browser->listing;
    bool mistakes = listing_mark_fresh(listing, before->problems);
    if (!listing->catalogue)
        return false;
    return !mistakes || before->catalogue->part || !listing_lacks(listing, before->catalogue);
}

/* What came of a reading that was stopped: more of the list than there was, or nothing of use. */
static void take_part(struct browser *browser, struct listing *listing)
{
    const struct catalogue *before = browser->listing->catalogue;
    if (before->part && listing->catalogue->service_count > before->service_count) {
        browser->source.next = listing;
        return;
    }
    listing_free(listing);
    browser_say(browser, before->part ? SAY_STOPPED_PART : SAY_STOPPED, browser_key_name(browser, ACTION_RELOAD));
}

static void take(struct browser *browser, struct listing *listing)
{
    struct source *source = &browser->source;
    listing_free(source->next);
    source->next = NULL;
    if (listing->catalogue && listing->catalogue->part)
        take_part(browser, listing);
    else if (may_follow(browser, listing))
        source->next = listing;
    else
        refuse(browser, listing);
}

/* A view that covers the panes and shows something of the list keeps it alive. In the kiosk nothing changes under a visitor's eyes, and what stands there when
 * nobody is there shows nothing of the list. */
static bool may_swap(const struct browser *browser)
{
    if (kiosk_is(browser))
        return kiosk_rests(browser);
    for (size_t i = 0; i < browser->under_count; i++)
        if (!browser->under[i]->renew)
            return false;
    return !browser->cover || browser->cover->renew;
}

static void swap(struct browser *browser)
{
    struct source *source = &browser->source;
    struct listing *listing = source->next;
    source->next = NULL;
    listing_free(source->refused);
    source->refused = NULL;
    browser_renew(browser, listing);
    speaking_changed(browser);
    if (browser->cover == &view_problems && !browser_offers(browser, ACTION_PROBLEMS, IN_ANSWERS))
        browser_uncover(browser); /* all is mended */
    if (source->why == READ_EDITED && listing_fresh(listing) > 0 && browser->cover != &view_problems)
        browser_cover(browser, &view_problems);
}

void source_hear(struct browser *browser)
{
    struct source *source = &browser->source;
    if (source->watch && watch_heard(source->watch)) {
        source->heard_last = ticks_now();
        if (source->heard == 0)
            source->heard = source->heard_last;
    }
    if (!source->reading)
        return;
    if (!reading_ask(source->reading, &source->progress)) {
        source->slow = true;
        return;
    }
    struct reading *reading = source->reading;
    source->reading = NULL;
    source->slow = false;
    take(browser, reading_end(reading));
}

void source_look(struct browser *browser)
{
    struct source *source = &browser->source;
    if (source->heard != 0 && !source->reading && ticks_now() >= due(source))
        source_read(browser, READ_CHANGED);
    if (source->next && may_swap(browser))
        swap(browser);
}

void source_read(struct browser *browser, enum read_why why)
{
    struct source *source = &browser->source;
    const struct browse_setting *setting = browser->setting;
    if (!setting->request) {
        browser_say(browser, "%s", SAY_NO_FILES);
        return;
    }
    if (source->reading && why == READ_ASKED)
        return;
    reading_leave(source->reading);
    source->why = why;
    source->heard = 0;
    source->slow = false;
    source->stopped = false;
    source->adds = false;
    source->progress = (struct load_progress){0};
    struct match_setting match = setting->match;
    if (kiosk_is(browser) && setting->kiosk->follows_the_day)
        match.today = date_today();
    source->reading = reading_start(setting->request, &match);
    if (!source->reading)
        take(browser, listing_read(setting->request, &match));
}

bool source_drop_reading(struct browser *browser)
{
    struct source *source = &browser->source;
    bool any = source->reading || source->next;
    if (source->reading) {
        reading_stop(source->reading);
        listing_free(reading_end(source->reading));
    }
    listing_free(source->next);
    source->reading = NULL;
    source->next = NULL;
    source->slow = false;
    return any;
}

void source_edited(struct browser *browser, bool good)
{
    struct source *source = &browser->source;
    bool changed = !source->watch || watch_heard(source->watch);
    if (changed)
        source_read(browser, READ_EDITED);
    else if (good)
        browser_say(browser, "%s", SAY_NOT_EDITED);
    source->adds = changed && !good;
}

bool source_brings_more(const struct browser *browser)
{
    return browser->source.reading || browser->source.next;
}

bool source_is_slow(const struct browser *browser)
{
    return browser->source.reading && browser->source.slow;
}

void source_stop(struct browser *browser)
{
    browser->source.stopped = true;
    reading_stop(browser->source.reading);
}

static void progress_words(const struct browser *browser, struct buffer *out)
{
    const struct load_progress *progress = &browser->source.progress;
    if (browser->source.stopped) {
        buffer_add_text(out, SAY_STOPPING);
        return;
    }
    if (progress->bytes_all == 0) {
        buffer_add_text(out, SAY_READING_STARTS);
    } else if (progress->bytes_done == progress->bytes_all) {
        buffer_format(out, SAY_READING_ENDS(progress->services), progress->services);
        return; /* too late to stop it */
    } else {
        size_t hundredths = (size_t)((double)progress->bytes_done / (double)progress->bytes_all * 100);
        buffer_format(out, SAY_READING(progress->services), hundredths, progress->services);
    }
    if (browser_offers(browser, ACTION_BACK, browser_view(browser)->where) && !browser->cover && !browser->searching) {
        buffer_add_byte(out, ' ');
        buffer_format(out, SAY_READING_STOP, browser_key_name(browser, ACTION_BACK));
    }
}

void source_words(const struct browser *browser, struct buffer *out)
{
    const struct source *source = &browser->source;
    if (source_is_slow(browser))
        progress_words(browser, out);
    else if (source->refused)
        buffer_format(out, SAY_AS_IT_WAS, browser_key_name(browser, ACTION_PROBLEMS));
    else if (browser->listing->catalogue->part && !source_brings_more(browser))
        buffer_format(out, SAY_ONLY_PART, browser_key_name(browser, ACTION_RELOAD));
}

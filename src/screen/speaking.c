#include "screen/speaking.h"

#include "screen/browser.h"
#include "screen/renew.h"
#include "screen/views/guide.h"

size_t speaking_count(const struct browser *browser)
{
    const struct kiosk_site *site = browser->setting->kiosk;
    size_t count = site && site->speak && browser->setting->request ? site->language_count : 0;
    return count < 2 ? 0 : count;
}

const char *speaking_name(const struct browser *browser, size_t language)
{
    return browser->setting->kiosk->languages[language];
}

size_t speaking_next(const struct browser *browser)
{
    return (browser->speaking.language + 1) % speaking_count(browser);
}

static void speak(const struct browser *browser, size_t language)
{
    browser->setting->kiosk->speak(browser->setting->kiosk->context, language);
}

/* Of the day that the screen has now. */
static struct match_setting match_now(const struct browser *browser)
{
    struct match_setting match = browser->setting->match;
    match.today = matcher_today(browser->listing->matcher);
    return match;
}

static struct listing *read_in(const struct browser *browser, size_t language)
{
    const struct match_setting match = match_now(browser);
    speak(browser, language);
    struct listing *listing = listing_read(browser->setting->request, &match);
    if (listing->catalogue)
        return listing;
    listing_free(listing);
    return NULL;
}

void speaking_open(struct browser *browser)
{
    size_t count = speaking_count(browser);
    for (size_t language = 1; language < count; language++)
        browser->speaking.kept[language] = read_in(browser, language);
    if (count > 0)
        speak(browser, 0);
}

void speaking_close(struct browser *browser)
{
    for (size_t language = 0; language < KIOSK_LANGUAGES_MOST; language++) {
        listing_free(browser->speaking.kept[language]);
        browser->speaking.kept[language] = NULL;
    }
}

void speaking_changed(struct browser *browser)
{
    struct speaking *speaking = &browser->speaking;
    for (size_t language = 0; language < KIOSK_LANGUAGES_MOST; language++)
        speaking->stale[language] = language != speaking->language;
}

/* A list that is being read while the language changes would be in neither, and may not even look up words meanwhile. */
static void stop_reading(struct browser *browser)
{
    if (!source_drop_reading(browser))
        return;
    for (size_t language = 0; language < KIOSK_LANGUAGES_MOST; language++)
        browser->speaking.stale[language] = true;
}

/* It may have been put away yesterday. */
static void bring_to_day(const struct browser *browser, struct listing *listing)
{
    const struct match_setting match = match_now(browser);
    if (date_days(matcher_today(listing->matcher)) != date_days(match.today))
        listing_match(listing, &match);
}

/* The list in the language, spoken from now on; NULL, and all as before, where it cannot be had. */
static struct listing *take(struct browser *browser, size_t language)
{
    struct speaking *speaking = &browser->speaking;
    struct listing *listing = speaking->kept[language];
    stop_reading(browser);
    if (listing) {
        speak(browser, language);
        bring_to_day(browser, listing);
    } else {
        listing = read_in(browser, language);
        if (!listing) {
            speak(browser, speaking->language);
            return NULL;
        }
        speaking->stale[language] = false;
    }
    speaking->kept[language] = NULL;
    return listing;
}

/* What is kept of a list remembers nobody's need. */
static void keep(struct browser *browser, size_t language, struct listing *listing)
{
    matcher_forget(listing->matcher);
    browser->speaking.kept[language] = listing;
}

static void read_if_stale(struct browser *browser)
{
    struct speaking *speaking = &browser->speaking;
    if (!speaking->stale[speaking->language])
        return;
    speaking->stale[speaking->language] = false;
    source_read(browser, READ_CHANGED);
}

/* What the views hold in words is said again. */
static void say_again(struct browser *browser)
{
    buffer_wipe(&browser->notice);
    if (browser->guide.open)
        guide_say_again(browser);
    if (browser->cover == &view_code) {
        browser_uncover(browser);
        code_open(browser);
    }
}

void speaking_choose(struct browser *browser, size_t language)
{
    struct speaking *speaking = &browser->speaking;
    size_t before = speaking->language;
    if (language == before || language >= speaking_count(browser))
        return;
    struct listing *listing = take(browser, language);
    if (!listing)
        return;
    speaking->language = language;
    keep(browser, before, browser_exchange(browser, listing));
    say_again(browser);
    read_if_stale(browser);
}

void speaking_begin(struct browser *browser)
{
    struct speaking *speaking = &browser->speaking;
    size_t before = speaking->language;
    if (speaking_count(browser) == 0 || before == 0)
        return;
    struct listing *listing = take(browser, 0);
    if (!listing)
        return;
    speaking->language = 0;
    keep(browser, before, browser->listing);
    browser->listing = listing;
    read_if_stale(browser);
}

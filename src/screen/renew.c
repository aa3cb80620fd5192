#include "screen/renew.h"

#include <stdarg.h>
#include <stdint.h>

#include "screen/browser.h"
#include "screen/words.h"

/* Rows around the selected one that may stand in for it, should it be gone: first those below. */
enum { ROWS_AROUND = 100 };

/* Where the person is, in words that hold for another list. */
struct standing {
    struct arena *arena;
    const char *around[2 * ROWS_AROUND + 1]; /* ids; the selected one first */
    size_t count;
    const char *top;   /* id of the first row in view; NULL when that is the first of all, which then stays in view */
    const char *facet; /* the term that is selected among the facets; NULL */
    const char *name;  /* of the selected offer; NULL when none is */
    const char *led_to; /* id of the offer that is read, where one was led on from the selected row's; NULL */
};

static const char *id_of(const struct browser *browser, uint32_t offer, struct arena *arena)
{
    struct buffer id = {0};
    const struct catalogue *catalogue = browser->finding.catalogue;
    offer_id_words(&id, catalogue, &catalogue->offers[offer]);
    const char *kept = arena_copy(arena, buffer_text(&id), id.length);
    buffer_free(&id);
    return kept;
}

static const char *id_at(const struct browser *browser, size_t row, struct arena *arena)
{
    struct found found = finding_at(&browser->finding, row);
    return found.kind == FOUND_DROP ? NULL : id_of(browser, found.offer, arena);
}

static void note_row(const struct browser *browser, size_t row, struct standing *standing)
{
    const char *id = id_at(browser, row, standing->arena);
    if (id)
        standing->around[standing->count++] = id;
}

static struct standing where_it_stands(struct browser *browser)
{
    struct standing standing = {.arena = arena_new()};
    finding_look(&browser->finding);
    answers_follow(browser);
    size_t count = finding_count(&browser->finding);
    size_t selected = browser->answers.selected;
    uint32_t offer = browser_row_offer(browser);
    if (browser_selected_offer(browser) != offer)
        standing.led_to = id_of(browser, browser_selected_offer(browser), standing.arena);
    if (offer != UINT32_MAX) {
        standing.name = arena_text(standing.arena, catalogue_name(browser->finding.catalogue, &browser->finding.catalogue->offers[offer]));
        for (size_t row = selected; row < count && row <= selected + ROWS_AROUND; row++)
            note_row(browser, row, &standing);
        for (size_t back = 1; back <= selected && back <= ROWS_AROUND; back++)
            note_row(browser, selected - back, &standing);
    }
    if (browser->answers.top > 0 && browser->answers.top < count)
        standing.top = id_at(browser, browser->answers.top, standing.arena);
    /* In a long list nobody waits for counts that are not in view. */
    if (browser->layout.pane[PANE_FACETS].rows > 0)
        standing.facet = arena_text(standing.arena, facets_selected_term(browser));
    return standing;
}

static uint32_t offer_of(const struct browser *browser, const char *id)
{
    size_t offer = catalogue_find(browser->finding.catalogue, id);
    return offer == OFFER_NONE || finding_row_of(&browser->finding, (uint32_t)offer) == SIZE_MAX ? UINT32_MAX : (uint32_t)offer;
}

/* Selects what was selected before, or what stood next to it. Gives whether the same is there still. */
static bool stand_there(struct browser *browser, const struct standing *standing)
{
    struct answers_state *answers = &browser->answers;
    size_t before = answers->top;
    size_t distance = answers->selected > answers->top ? answers->selected - answers->top : 0;
    finding_look(&browser->finding);
    answers->offer = UINT32_MAX;
    answers->top = 0;
    bool same = standing->count == 0;
    for (size_t i = 0; i < standing->count && answers->offer == UINT32_MAX; i++) {
        answers->offer = offer_of(browser, standing->around[i]);
        same = i == 0 && answers->offer != UINT32_MAX;
    }
    browser->entry.offer = same ? answers->offer : UINT32_MAX;
    answers_follow(browser);
    uint32_t top = standing->top ? offer_of(browser, standing->top) : UINT32_MAX;
    if (top != UINT32_MAX)
        answers->top = finding_row_of(&browser->finding, top);
    else if (before > 0 && answers->offer != UINT32_MAX)
        answers->top = answers->selected > distance ? answers->selected - distance : 0;
    if (same && standing->led_to)
        entry_led_to(browser, catalogue_find(browser->finding.catalogue, standing->led_to));
    if (standing->facet)
        facets_select_term(browser, standing->facet);
    return same;
}

/* A view without a renewal of its own looks at the edition of the answers whenever it is drawn, or holds nothing of the list. */
static void renew_view(struct browser *browser, const struct view *view)
{
    if (view && view->renew)
        view->renew(browser);
}

static void renew_views(struct browser *browser)
{
    static const struct view *const views[] = {&view_facets, &view_answers, &view_entry, &view_search};
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        renew_view(browser, views[i]);
    for (size_t i = 0; i < browser->under_count; i++)
        renew_view(browser, browser->under[i]);
    renew_view(browser, browser->cover);
    if (browser->cover == &view_chips && need_count(browser->finding.need) == 0)
        browser_uncover(browser);
}

static void say_more(struct browser *browser, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    buffer_add_byte(&browser->notice, ' ');
    buffer_format_list(&browser->notice, format, list);
    va_end(list);
}

static void say_what_happened(struct browser *browser)
{
    size_t count = browser->listing->catalogue->service_count;
    if (browser->source.adds)
        say_more(browser, SAY_READ_AGAIN(count), count);
    else if (browser->listing->catalogue->part)
        browser_say(browser, SAY_PART_HERE(count), count, browser_key_name(browser, ACTION_RELOAD));
    else if (browser->source.why == READ_REST)
        browser_say(browser, SAY_ALL_HERE(count), count);
    else if (browser->source.why == READ_CHANGED)
        browser_say(browser, SAY_CHANGED(count), count);
    else
        browser_say(browser, SAY_READ_AGAIN(count), count);
}

static void say_what_became(struct browser *browser, const struct renewed *renewed, const char *gone)
{
    if (renewed->gone_count == 1)
        say_more(browser, SAY_KEPT_GONE, buffer_text(&renewed->gone));
    else if (renewed->gone_count > 1)
        say_more(browser, SAY_KEPT_GONE_MORE(renewed->gone_count - 1), buffer_text(&renewed->gone), renewed->gone_count - 1);
    if (renewed->unknown.length > 0)
        say_more(browser, SAY_TERMS_GONE, buffer_text(&renewed->unknown));
    if (gone)
        say_more(browser, SAY_OPEN_GONE, gone);
    if (renewed->back_count > 0)
        say_more(browser, SAY_KEPT_BACK(renewed->back_count), renewed->back_count);
    size_t fresh = listing_fresh(browser->listing);
    if (fresh > 0)
        say_more(browser, SAY_NEW_PROBLEMS(fresh), fresh, browser_key_name(browser, ACTION_PROBLEMS));
}

void browser_find_area(struct browser *browser)
{
    browser->area = PLACE_NONE;
    if (!browser->setting->area)
        return;
    struct buffer term = {0};
    struct need *need = need_new();
    struct need_error error = {0};
    buffer_format(&term, "in:%s", browser->setting->area);
    if (!need_add(need, browser->finding.setting, buffer_text(&term), &error))
        need_error_free(&error);
    browser->area = need_place(need);
    need_free(need);
    buffer_free(&term);
}

/* What was remembered of the list before, for what is to be said of the change. */
struct exchange {
    struct listing *before;
    struct renewed renewed;
    struct standing standing;
    bool gone; /* what was read is no longer there */
};

static void exchange_done(struct exchange *exchange)
{
    renewed_free(&exchange->renewed);
    arena_wipe(exchange->standing.arena);
    arena_free(exchange->standing.arena);
}

static struct exchange exchange(struct browser *browser, struct listing *listing)
{
    bool untouched = kiosk_is(browser) && browser->answers.offer == UINT32_MAX;
    struct exchange done = {.before = browser->listing, .standing = where_it_stands(browser)};
    const struct need_setting *setting_before = browser->finding.setting;
    finding_renew(&browser->finding, listing->matcher, &done.renewed);
    if (browser->search.before) {
        struct need *need = need_renewed(browser->search.before, setting_before, browser->finding.setting, NULL);
        need_free(browser->search.before);
        browser->search.before = need;
    }
    browser->listing = listing;
    browser_find_area(browser);
    if (browser->chip >= need_count(browser->finding.need))
        browser->chip = 0;
    renew_views(browser);
    done.gone = !stand_there(browser, &done.standing) && browser->focus == PANE_ENTRY;
    if (done.gone)
        browser->focus = PANE_ANSWERS;
    if (untouched)
        answers_rewind(browser);
    return done;
}

struct listing *browser_exchange(struct browser *browser, struct listing *listing)
{
    struct exchange done = exchange(browser, listing);
    exchange_done(&done);
    return done.before;
}

void browser_renew(struct browser *browser, struct listing *listing)
{
    struct exchange done = exchange(browser, listing);
    /* Whoever stands at the kiosk knows of no files. */
    if (!kiosk_is(browser)) {
        say_what_happened(browser);
        say_what_became(browser, &done.renewed, done.gone ? done.standing.name : NULL);
    }
    exchange_done(&done);
    listing_free(done.before);
}

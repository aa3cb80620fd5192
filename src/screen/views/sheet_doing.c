/* What can be done with the sheet: the rows, and what they do. */
#include <stdlib.h>
#include <string.h>

#include "screen/browser.h"
#include "screen/keys.h"
#include "screen/terminal.h"
#include "screen/views/sheet_parts.h"
#include "screen/words.h"
#include "text/memory.h"
#include "write/calendar.h"
#include "write/discreet.h"

enum { PAGE_COLUMNS = 80, SLIP_COLUMNS = 40 };

size_t handing_columns(const struct browser *browser)
{
    return browser->handing.slip ? SLIP_COLUMNS : PAGE_COLUMNS;
}

/* What the commands do not give us is not offered. */
static bool is_offered(const struct browser *browser, enum handing_doing doing)
{
    const struct browse_sheets *sheets = &browser->setting->sheets;
    switch (doing) {
    case HANDING_PRINT: return sheets->print != NULL;
    case HANDING_SAVE_TEXT:
    case HANDING_SAVE_PAGE:
    case HANDING_SAVE_DATES: return sheets->save != NULL;
    case HANDING_TAKE_OFF: return browser->finding.kept_count > 0;
    default: return true;
    }
}

/* What the row does, where the rows are what can be done; HANDING_DOINGS where there is no such row. */
static enum handing_doing handing_doing_at(const struct browser *browser, size_t row)
{
    for (int doing = 0; doing < HANDING_DOINGS; doing++)
        if (is_offered(browser, (enum handing_doing)doing) && row-- == 0)
            return (enum handing_doing)doing;
    return HANDING_DOINGS;
}

size_t handing_row_of(const struct browser *browser, enum handing_doing doing)
{
    size_t row = 0;
    for (int before = 0; before < (int)doing; before++)
        row += is_offered(browser, (enum handing_doing)before) ? 1 : 0;
    return row;
}

size_t handing_row_count(const struct browser *browser)
{
    switch (browser->handing.asking) {
    case HANDING_ASKS_WHICH: return browser->finding.kept_count;
    case HANDING_ASKS_REPLACE: return 2;
    default: return handing_row_of(browser, HANDING_DOINGS);
    }
}

static void add_doing(struct buffer *out, const struct browser *browser, enum handing_doing doing)
{
    const struct handing_state *state = &browser->handing;
    switch (doing) {
    case HANDING_PRINT: buffer_add_text(out, SAY_SHEET_PRINT); break;
    case HANDING_DISCREET: buffer_add_text(out, state->discreet ? SAY_SHEET_DISCREET_YES : SAY_SHEET_DISCREET_NO); break;
    case HANDING_WIDTH: buffer_add_text(out, state->slip ? SAY_SHEET_SLIP : SAY_SHEET_PAGE); break;
    case HANDING_FROM:
        if (state->from.length > 0)
            buffer_format(out, SAY_SHEET_FROM, buffer_text(&state->from));
        else
            buffer_add_text(out, SAY_SHEET_FROM_NOBODY);
        break;
    case HANDING_SAVE_TEXT: buffer_add_text(out, SAY_SHEET_SAVE_TEXT); break;
    case HANDING_SAVE_PAGE: buffer_add_text(out, SAY_SHEET_SAVE_PAGE); break;
    case HANDING_SAVE_DATES: buffer_add_text(out, SAY_SHEET_SAVE_DATES); break;
    case HANDING_CODES: buffer_add_text(out, SAY_SHEET_CODES); break;
    case HANDING_TAKE_OFF: buffer_add_text(out, SAY_SHEET_TAKE_OFF); break;
    case HANDING_DOINGS: break;
    }
}

static const struct offer *kept_at(const struct browser *browser, size_t row)
{
    return &browser->finding.catalogue->offers[finding_kept(&browser->finding)[row]];
}

void handing_row_words(struct buffer *out, const struct browser *browser, size_t row)
{
    switch (browser->handing.asking) {
    case HANDING_ASKS_WHICH: buffer_add_text(out, catalogue_name(browser->finding.catalogue, kept_at(browser, row))); break;
    case HANDING_ASKS_REPLACE: buffer_add_text(out, row == 0 ? SAY_SHEET_OTHER_NAME : SAY_SHEET_REPLACE); break;
    default: add_doing(out, browser, handing_doing_at(browser, row)); break;
    }
}

/* The sheet is another now: it is written anew. */
static void rewrite(struct browser *browser)
{
    browser->handing.paper.columns = 0;
}

static void write_sheet(const struct browser *browser, bool html, struct buffer *out)
{
    struct arena *arena = arena_new();
    struct handout handout = handing_handout(browser, arena);
    if (html)
        handout_html(out, &handout);
    else
        handout_text(out, &handout, handing_columns(browser));
    arena_wipe(arena);
    arena_free(arena);
}

/* Gives how many of the offers have a day in the calendar. */
static size_t write_dates(const struct browser *browser, struct buffer *out, size_t *of)
{
    size_t *offers;
    size_t with_days = 0;
    *of = handing_offers(browser, &offers);
    size_t *events = memory_new(*of + 1, sizeof *events);
    calendar_write(out, browser->finding.catalogue, offers, *of, matcher_today(browser->finding.matcher), events);
    for (size_t i = 0; i < *of; i++)
        with_days += events[i] > 0 ? 1 : 0;
    free(events);
    memory_wipe(offers, *of * sizeof *offers);
    free(offers);
    return with_days;
}

/* Esc stops the printing. */
static bool goes_on(void *asker)
{
    struct input input;
    if (!browser_while_printing(asker, &input))
        return false;
    return input.kind != INPUT_KEY || (input.press != PRESS_ESCAPE && input.press != PRESS_CONTROL('C'));
}

static void print(struct browser *browser)
{
    const struct browse_sheets *sheets = &browser->setting->sheets;
    struct buffer sheet = {0};
    struct buffer why = {0};
    handing_say(browser, SAY_SHEET_PRINTING, browser_key_name(browser, ACTION_BACK));
    browser_draw(browser);
    write_sheet(browser, sheets->print_html, &sheet);
    bool printed = sheets->print(sheets->context, &sheet, goes_on, browser, &why);
    /* The sentence is made for the end of another one. */
    if (why.length > 0 && why.bytes[0] >= 'a' && why.bytes[0] <= 'z')
        why.bytes[0] = (char)(why.bytes[0] - 'a' + 'A');
    if (printed)
        handing_say(browser, "%s", SAY_SHEET_PRINTED);
    else
        handing_say(browser, SAY_SHEET_NOT_PRINTED, buffer_text(&why));
    buffer_free(&why);
    buffer_wipe(&sheet);
    buffer_free(&sheet);
}

static void toggle_discreet(struct browser *browser)
{
    struct handing_state *state = &browser->handing;
    state->discreet = !state->discreet;
    bool reveals = state->from.length > 0 && discreet_reveals(buffer_text(&state->from));
    handing_say(browser, "%s", !state->discreet ? SAY_SHEET_NOT_DISCREET_NOW : reveals ? SAY_SHEET_DISCREET_FROM : SAY_SHEET_DISCREET_NOW);
    rewrite(browser);
}

/* Opens the row to type in. */
static void ask_line(struct browser *browser, enum handing_doing doing, const char *text)
{
    struct handing_state *state = &browser->handing;
    state->typing = doing;
    state->asking = HANDING_ASKS_WHAT;
    state->row = handing_row_of(browser, doing);
    line_edit_set(&state->line, text, strlen(text));
    browser_cover(browser, &view_sheet_line);
    handing_say(browser, "%s", doing == HANDING_FROM ? SAY_SHEET_TYPE_FROM : SAY_SHEET_TYPE_NAME);
}

static void ask_name(struct browser *browser, enum handing_doing doing)
{
    ask_line(browser, doing, doing == HANDING_SAVE_TEXT ? "sheet.txt" : doing == HANDING_SAVE_PAGE ? "sheet.html" : "dates.ics");
}

static void ask_name_of_dates(struct browser *browser)
{
    struct buffer dates = {0};
    size_t of;
    if (write_dates(browser, &dates, &of) > 0)
        ask_name(browser, HANDING_SAVE_DATES);
    else
        handing_say(browser, "%s", SAY_SHEET_NO_DATES);
    buffer_free(&dates);
}

static void ask_which(struct browser *browser)
{
    browser->handing.asking = HANDING_ASKS_WHICH;
    browser->handing.row = 0;
    handing_say(browser, SAY_SHEET_WHICH_OFF, browser_key_name(browser, ACTION_BACK));
}

static enum happened take_off(struct browser *browser)
{
    struct handing_state *state = &browser->handing;
    if (state->row >= browser->finding.kept_count)
        return HAPPENED_SEEN;
    uint32_t offer = finding_kept(&browser->finding)[state->row];
    handing_say(browser, SAY_SHEET_TAKEN_OFF, catalogue_name(browser->finding.catalogue, kept_at(browser, state->row)));
    finding_keep(&browser->finding, offer, false);
    state->asking = HANDING_ASKS_WHAT;
    state->row = 0;
    rewrite(browser);
    /* Whoever took the last one off is done here: what is marked in the list was never asked for. */
    if (browser->finding.kept_count > 0)
        return HAPPENED_SEEN;
    browser_say(browser, "%s", buffer_text(&state->said));
    return HAPPENED_LEFT;
}

/* Writes what was asked for under the name that stands in the line. */
static void save(struct browser *browser, bool replace)
{
    struct handing_state *state = &browser->handing;
    const struct browse_sheets *sheets = &browser->setting->sheets;
    struct buffer content = {0};
    struct buffer said = {0};
    size_t of = 0;
    size_t with_days = 0;
    if (state->typing == HANDING_SAVE_DATES)
        with_days = write_dates(browser, &content, &of);
    else
        write_sheet(browser, state->typing == HANDING_SAVE_PAGE, &content);
    const char *name = buffer_text(&state->line.text);
    switch (sheets->save(sheets->context, name, &content, replace, &said)) {
    case BROWSE_SAVED:
        if (with_days < of)
            handing_say(browser, SAY_SHEET_SOME_DATES, buffer_text(&said), with_days, of);
        else
            handing_say(browser, SAY_SHEET_SAVED, buffer_text(&said));
        break;
    case BROWSE_FILE_THERE:
        handing_say(browser, SAY_SHEET_FILE_THERE, name);
        state->asking = HANDING_ASKS_REPLACE;
        state->row = 0;
        break;
    case BROWSE_NOT_SAVED: handing_say(browser, SAY_SHEET_NOT_SAVED, buffer_text(&said)); break;
    }
    buffer_wipe(&said);
    buffer_free(&said);
    buffer_wipe(&content);
    buffer_free(&content);
}

static enum happened replace_or_not(struct browser *browser)
{
    struct handing_state *state = &browser->handing;
    bool replace = state->row == 1;
    state->asking = HANDING_ASKS_WHAT;
    state->row = handing_row_of(browser, state->typing);
    if (replace) {
        save(browser, true);
        return HAPPENED_SEEN;
    }
    struct buffer name = {0};
    buffer_add_text(&name, buffer_text(&state->line.text));
    ask_line(browser, state->typing, buffer_text(&name));
    buffer_wipe(&name);
    buffer_free(&name);
    return HAPPENED_SEEN;
}

enum happened handing_typed(struct browser *browser)
{
    struct handing_state *state = &browser->handing;
    if (state->typing != HANDING_FROM) {
        save(browser, false);
        return HAPPENED_SEEN;
    }
    buffer_wipe(&state->from);
    buffer_add_text(&state->from, buffer_text(&state->line.text));
    if (state->discreet && discreet_reveals(buffer_text(&state->from)))
        handing_say(browser, "%s", SAY_SHEET_DISCREET_FROM);
    rewrite(browser);
    return HAPPENED_SEEN;
}

enum happened handing_do(struct browser *browser)
{
    struct handing_state *state = &browser->handing;
    buffer_wipe(&state->said);
    if (state->asking == HANDING_ASKS_WHICH)
        return take_off(browser);
    if (state->asking == HANDING_ASKS_REPLACE)
        return replace_or_not(browser);
    switch (handing_doing_at(browser, state->row)) {
    case HANDING_PRINT: print(browser); break;
    case HANDING_DISCREET: toggle_discreet(browser); break;
    case HANDING_WIDTH:
        state->slip = !state->slip;
        rewrite(browser);
        break;
    case HANDING_FROM: ask_line(browser, HANDING_FROM, buffer_text(&state->from)); break;
    case HANDING_SAVE_TEXT: ask_name(browser, HANDING_SAVE_TEXT); break;
    case HANDING_SAVE_PAGE: ask_name(browser, HANDING_SAVE_PAGE); break;
    case HANDING_SAVE_DATES: ask_name_of_dates(browser); break;
    case HANDING_CODES: code_open(browser); break;
    case HANDING_TAKE_OFF: ask_which(browser); break;
    case HANDING_DOINGS: break;
    }
    return HAPPENED_SEEN;
}

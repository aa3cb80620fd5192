/* Two texts that stand in front of the panes: all urgent help of the place, and the entries that were left out. */
#include "catalogue/urgent.h"
#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/views/pages.h"
#include "screen/words.h"
#include "text/date.h"
#include "write/find.h"

enum { GUTTER = 2, FACT_INDENT = 10, URGENT_MOST = 64, WHEEL_LINES = 3 };

void page_open(struct browser *browser)
{
    paper_rewind(&browser->page);
    browser->page.columns = 0;
}

void page_renew(struct browser *browser)
{
    browser->page.columns = 0;
}

void page_draw(struct browser *browser, struct area area, bool has_keys, void (*write_page)(struct browser *))
{
    struct paper *page = &browser->page;
    size_t columns = (size_t)(area.columns - GUTTER);
    if (page->columns != columns || browser->page_writer != write_page) {
        browser->page_writer = write_page;
        paper_start(page, columns, browser->plain);
        write_page(browser);
    }
    browser->page_rows = area.rows;
    paper_draw(page, area, has_keys, &browser->hits);
}

enum happened page_act(struct browser *browser, enum action action)
{
    if (action == ACTION_BACK)
        return HAPPENED_LEFT;
    return paper_move(&browser->page, action, browser->page_rows) ? HAPPENED_SEEN : HAPPENED_NOTHING;
}

enum happened page_click(struct browser *browser, enum hit_kind kind, size_t number)
{
    if (kind != HIT_LINE)
        return HAPPENED_NOTHING;
    browser->page.current = number;
    return HAPPENED_SEEN;
}

void page_wheel(struct browser *browser, int lines)
{
    paper_scroll(&browser->page, lines * WHEEL_LINES, browser->page_rows);
}

static void write_line(struct paper *page, const struct urgent_line *line)
{
    struct buffer words = {0};
    paper_add_gap(page);
    paper_add(page, ROLE_HEADING, 0, line->name);
    paper_add(page, ROLE_TEXT, 0, line->say);
    if (line->phone)
        paper_add_fact(page, SAY_PHONE, FACT_INDENT, line->phone);
    if (line->text && line->text_to) {
        buffer_format(&words, SAY_TEXT_WORD_TO, line->text, line->text_to);
        paper_add_fact(page, SAY_TEXT, FACT_INDENT, buffer_text(&words));
        buffer_clear(&words);
    } else if (line->text_to) {
        paper_add_fact(page, SAY_TEXT, FACT_INDENT, line->text_to);
    }
    if (line->hours)
        paper_add_fact(page, SAY_OPEN, FACT_INDENT, line->hours);
    if (line->for_whom)
        paper_add_fact(page, SAY_FOR, FACT_INDENT, line->for_whom);
    if (line->checked.year != 0) {
        struct buffer date = {0};
        date_words(&date, line->checked);
        buffer_format(&words, SAY_CHECKED, buffer_text(&date));
        buffer_free(&date);
    } else {
        buffer_add_text(&words, SAY_NOT_CHECKED);
    }
    paper_add(page, ROLE_NOTE, 0, buffer_text(&words));
    buffer_free(&words);
}

static void write_urgent(struct browser *browser)
{
    const struct catalogue *catalogue = browser->finding.catalogue;
    const struct urgent_line *lines[URGENT_MOST];
    size_t count = catalogue->urgent ? urgent_help_for(catalogue->urgent, catalogue->gazetteer, browser_place(browser), lines, URGENT_MOST) : 0;
    paper_add(&browser->page, ROLE_PANE, 0, SAY_URGENT);
    if (count == 0) {
        paper_add_gap(&browser->page);
        paper_add(&browser->page, ROLE_TEXT, 0, SAY_URGENT_NONE);
    }
    for (size_t i = 0; i < count; i++)
        write_line(&browser->page, lines[i]);
}

static void write_problems(struct browser *browser)
{
    struct paper *page = &browser->page;
    const struct browse_setting *setting = browser->setting;
    const struct listing *listing = source_problems(browser);
    struct buffer line = {0};
    if (setting->unused_count > 0)
        paper_add(page, ROLE_PANE, 0, SAY_UNUSED_TITLE);
    for (size_t i = 0; i < setting->unused_count; i++) {
        paper_add_gap(page);
        paper_add(page, ROLE_TEXT, 0, setting->unused[i]);
    }
    if (setting->unused_count > 0)
        paper_add_gap(page);
    paper_add(page, ROLE_PANE, 0, SAY_PROBLEMS);
    if (browser->source.refused) {
        paper_add_gap(page);
        paper_add(page, ROLE_NOTE, 0, SAY_PROBLEMS_REFUSED);
    }
    if (listing_shown(listing) == 0) {
        paper_add_gap(page);
        paper_add(page, ROLE_TEXT, 0, SAY_NONE_LEFT_OUT);
    }
    for (size_t i = 0; i < problems_count(listing->problems); i++) {
        if (!listing_shows(listing, i))
            continue;
        buffer_clear(&line);
        problem_line(&line, problems_at(listing->problems, i));
        buffer_cut(&line, line.length - 1); /* its line break */
        paper_add_gap(page);
        page->tag = (int)i + 1;
        paper_add(page, listing_is_fresh(listing, i) ? ROLE_WRONG : ROLE_TEXT, 0, buffer_text(&line));
        page->tag = 0;
    }
    buffer_free(&line);
}

const struct problem *problems_marked(const struct browser *browser)
{
    const struct paper *page = &browser->page;
    const struct problems *problems = source_problems(browser)->problems;
    /* On a line between two of them, the next one is meant. */
    size_t line = browser->page_writer == write_problems ? page->current : page->count;
    while (line < page->count && page->lines[line].tag == 0)
        line++;
    int tag = line < page->count ? page->lines[line].tag : 0;
    return tag > 0 && (size_t)tag <= problems_count(problems) ? problems_at(problems, (size_t)tag - 1) : NULL;
}

static void draw_urgent(struct browser *browser, struct area area, bool has_keys)
{
    page_draw(browser, area, has_keys, write_urgent);
}

static void draw_problems(struct browser *browser, struct area area, bool has_keys)
{
    page_draw(browser, area, has_keys, write_problems);
}

const struct view view_urgent = {
    .name = "urgent", .where = IN_PAGE, .can = VIEW_COVERS, .open = page_open, .draw = draw_urgent, .act = page_act, .click = page_click, .wheel = page_wheel, .renew = page_renew};

const struct view view_problems = {
    .name = "problems", .where = IN_PAGE, .can = VIEW_COVERS, .open = page_open, .draw = draw_problems, .act = page_act, .click = page_click, .wheel = page_wheel, .renew = page_renew};

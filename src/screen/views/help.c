/* Help: what can be done where it was opened, made from the table of actions, and what can be typed, made from the table of criteria. Typing
 * searches it; Enter does what is marked. */
#include <string.h>

#include "match/criteria.h"
#include "screen/browser.h"
#include "screen/draw.h"
#include "screen/words.h"
#include "text/fold.h"

enum { GUTTER = 2, KEYS_INDENT = 20, KEYS_INDENT_NARROW = 12, NARROW_COLUMNS = 50, WHEEL_LINES = 3 };

/* Lines of the paper stand for an action, or for a key of the grammar above all actions. */
enum { TAG_KEYS = ACTION_COUNT };

/* Whether every word of the filter begins or lies in the text, ignoring case and accents. */
static bool holds(const char *filter, const char *text)
{
    struct buffer folded = {0};
    fold_words(&folded, text, strlen(text));
    bool all = true;
    for (const char *word = filter; all && *word;) {
        size_t length = strcspn(word, " ");
        char *one = memcpy((char[128]){0}, word, length < 127 ? length : 127);
        all = strstr(buffer_text(&folded), one) != NULL;
        word += length + strspn(word + length, " ");
    }
    buffer_free(&folded);
    return all;
}

static size_t keys_indent(const struct paper *paper)
{
    return paper->columns < NARROW_COLUMNS ? KEYS_INDENT_NARROW : KEYS_INDENT;
}

static void add_actions(struct browser *browser, const char *filter)
{
    struct help_state *state = &browser->help;
    bool headed = false;
    struct buffer keys = {0};
    struct buffer all = {0};
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        const struct action_row *row = &action_table[action];
        if (!browser_offers(browser, (enum action)action, state->from))
            continue;
        buffer_clear(&keys);
        action_keys(&keys, browser->setting->keys, (enum action)action, state->typing);
        if (keys.length == 0)
            buffer_add_text(&keys, NAME_NO_KEY);
        buffer_clear(&all);
        buffer_format(&all, "%s %s", buffer_text(&keys), _(row->help));
        if (!holds(filter, buffer_text(&all)))
            continue;
        if (!headed)
            paper_add(&state->paper, ROLE_HEADING, 0, SAY_HELP_KEYS);
        headed = true;
        state->paper.tag = action;
        paper_add_fact(&state->paper, buffer_text(&keys), keys_indent(&state->paper), _(row->help));
        state->paper.tag = 0;
    }
    buffer_free(&keys);
    buffer_free(&all);
}

static void add_terms(struct browser *browser, const char *filter)
{
    struct help_state *state = &browser->help;
    bool headed = false;
    struct buffer all = {0};
    for (int key = 0; key < KEY_COUNT; key++) {
        const struct criterion_row *row = &criteria[key];
        buffer_clear(&all);
        buffer_format(&all, "%s %s %s", row->key, row->example, _(row->help));
        if (!holds(filter, buffer_text(&all)))
            continue;
        if (!headed) {
            paper_add_gap(&state->paper);
            paper_add(&state->paper, ROLE_HEADING, 0, SAY_HELP_TERMS);
        }
        headed = true;
        state->paper.tag = TAG_KEYS + key;
        paper_add_fact(&state->paper, row->example, keys_indent(&state->paper), _(row->help));
        state->paper.tag = 0;
    }
    buffer_free(&all);
}

static void write_help(struct browser *browser, size_t columns)
{
    struct help_state *state = &browser->help;
    struct buffer filter = {0};
    fold_words(&filter, buffer_text(&state->filter.text), state->filter.text.length);
    paper_start(&state->paper, columns, browser->plain);
    add_actions(browser, buffer_text(&filter));
    if (state->from & (IN_PANES | IN_SEARCH | IN_CHIPS)) /* from elsewhere no key leads to the search line */
        add_terms(browser, buffer_text(&filter));
    if (state->paper.count == 0)
        paper_add(&state->paper, ROLE_TEXT, 0, SAY_HELP_NONE);
    buffer_free(&filter);
}

static bool stands_for_something(const struct paper *paper, size_t line)
{
    return line < paper->count && paper->lines[line].tag != 0;
}

/* The mark stands only on lines that can be done. */
static void skip_headings(struct paper *paper, bool ahead)
{
    size_t from = paper->current;
    for (size_t at = from; at < paper->count; at = ahead ? at + 1 : at - 1)
        if (stands_for_something(paper, at)) {
            paper->current = at;
            return;
        }
    for (size_t at = from; at < paper->count; at = ahead ? at - 1 : at + 1)
        if (stands_for_something(paper, at)) {
            paper->current = at;
            return;
        }
}

/* The help for what has been typed so far: keys may come faster than it is drawn. */
static void bring_up_to_date(struct browser *browser)
{
    struct help_state *state = &browser->help;
    size_t columns = (size_t)(browser->layout.body.columns - GUTTER);
    if (state->paper.columns != columns)
        write_help(browser, columns);
    skip_headings(&state->paper, true);
}

static void open(struct browser *browser)
{
    struct help_state *state = &browser->help;
    line_edit_set(&state->filter, "", 0);
    paper_rewind(&state->paper);
    state->paper.columns = 0;
}

static void draw(struct browser *browser, struct area area, bool has_keys)
{
    struct help_state *state = &browser->help;
    struct buffer title = {0};
    buffer_format(&title, "%s %s", SAY_HELP, buffer_text(&state->filter.text));
    draw_text(area.row, area.column, area.columns, buffer_text(&title), ROLE_PANE);
    buffer_free(&title);
    area.row++;
    area.rows--;
    state->rows = area.rows;
    bring_up_to_date(browser);
    paper_draw(&state->paper, area, has_keys, &browser->hits);
}

static enum happened do_marked(struct browser *browser)
{
    const struct paper *paper = &browser->help.paper;
    int tag = paper->current < paper->count ? paper->lines[paper->current].tag : 0;
    if (tag == 0)
        return HAPPENED_SEEN;
    if (tag < TAG_KEYS) {
        browser->wanted = (enum action)tag;
        return HAPPENED_DO;
    }
    struct buffer term = {0};
    if (tag - TAG_KEYS != KEY_WORDS)
        buffer_format(&term, "%s:", criteria[tag - TAG_KEYS].key);
    browser_uncover_all(browser);
    search_insert_term(browser, buffer_text(&term));
    buffer_free(&term);
    return HAPPENED_SEEN;
}

/* The filter has changed: the help is written anew, at once, for Enter may come before the next drawing. */
static enum happened filtered(struct browser *browser)
{
    struct paper *paper = &browser->help.paper;
    paper_rewind(paper);
    if (paper->columns > 0)
        write_help(browser, paper->columns);
    skip_headings(paper, true);
    return HAPPENED_SEEN;
}

static enum happened act(struct browser *browser, enum action action)
{
    struct help_state *state = &browser->help;
    bring_up_to_date(browser);
    switch (action) {
    case ACTION_DO: return do_marked(browser);
    case ACTION_BACK: return HAPPENED_LEFT;
    case ACTION_LINE_DELETE_BACK: line_edit_delete_back(&state->filter); return filtered(browser);
    case ACTION_LINE_DELETE_WORD: line_edit_delete_word(&state->filter); return filtered(browser);
    case ACTION_LINE_DELETE_START: line_edit_delete_start(&state->filter); return filtered(browser);
    default: break;
    }
    if (!paper_move(&state->paper, action, state->rows))
        return HAPPENED_NOTHING;
    bool ahead = action == ACTION_DOWN || action == ACTION_PAGE_DOWN || action == ACTION_FIRST;
    skip_headings(&state->paper, ahead);
    return HAPPENED_SEEN;
}

static enum happened type(struct browser *browser, const char *bytes, size_t length)
{
    line_edit_insert(&browser->help.filter, bytes, length);
    return filtered(browser);
}

static enum happened click(struct browser *browser, enum hit_kind kind, size_t number)
{
    if (kind != HIT_LINE || !stands_for_something(&browser->help.paper, number))
        return HAPPENED_NOTHING;
    browser->help.paper.current = number;
    return do_marked(browser);
}

static void wheel(struct browser *browser, int lines)
{
    paper_scroll(&browser->help.paper, lines * WHEEL_LINES, browser->help.rows);
    skip_headings(&browser->help.paper, lines > 0);
}

/* Nothing here comes from the list. */
static void renew(struct browser *browser)
{
    (void)browser;
}

const struct view view_help = {.name = "help",
                               .where = IN_HELP,
                               .can = VIEW_TAKES_TEXT | VIEW_COVERS,
                               .open = open,
                               .draw = draw,
                               .act = act,
                               .type = type,
                               .click = click,
                               .wheel = wheel, .renew = renew};

/* The search line: the whole need as one line of text, which filters while it is typed. */
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "screen/browser.h"
#include "screen/line_keys.h"
#include "screen/words.h"
#include "text/memory.h"

static const char *text_of(const struct browser *browser)
{
    return buffer_text(&browser->search.line.text);
}

/* The end of the term that begins at `from`: the next space outside quotes. */
static size_t term_end(const char *line, size_t from)
{
    bool quoted = false;
    size_t at = from;
    for (; line[at] && (quoted || line[at] != ' '); at++)
        if (line[at] == '"')
            quoted = !quoted;
    return at;
}

/* The start of the term that holds the byte. */
static size_t term_start(const char *line, size_t at)
{
    size_t start = 0;
    for (;;) {
        while (line[start] == ' ')
            start++;
        size_t end = term_end(line, start);
        if (!line[start] || at <= end)
            return start;
        start = end;
    }
}

/* Whether what is typed under the cursor is the beginning of something that could follow: then it is unfinished, not wrong. */
static bool is_unfinished(const struct search_state *search, size_t wrong_at)
{
    const struct completions *completions = &search->completions;
    if (wrong_at < completions->from || wrong_at > completions->to || completions->to > search->line.text.length)
        return false;
    size_t typed = completions->to - completions->from;
    for (size_t i = 0; i < completions->count; i++)
        if (strncasecmp(completions->items[i].insert, buffer_text(&search->line.text) + completions->from, typed) == 0)
            return true;
    return false;
}

/* Where nothing else could stand under the cursor, what was perhaps meant can. */
static void suggest_meant(struct search_state *search, const struct need_error *error, size_t from, size_t to)
{
    struct completions *completions = &search->completions;
    if (completions->count > 0 || !error->meant[0] || search->line.cursor < from || search->line.cursor > to)
        return;
    completions->from = from;
    completions->to = to;
    completions->items = memory_new(sizeof error->meant / sizeof *error->meant, sizeof *completions->items);
    for (size_t i = 0; i < sizeof error->meant / sizeof *error->meant && error->meant[i]; i++)
        completions->items[completions->count++] = (struct completion){arena_text(completions->arena, error->meant[i]), ""};
}

/* Keeps where a wrong term stands, and what is wrong with the one under the cursor, else with the first. */
static void note_wrong(struct search_state *search, const struct need_error *error, size_t from, size_t to)
{
    if (search->wrong_count == 0 || (search->line.cursor >= from && search->line.cursor <= to)) {
        buffer_wipe(&search->sentence);
        buffer_add_text(&search->sentence, error->sentence ? error->sentence : "");
    }
    search->wrongs[search->wrong_count].from = from;
    search->wrongs[search->wrong_count++].to = to;
    suggest_meant(search, error, from, to);
}

/* Reads the line and gives the need, to be freed. Terms that are not understood are left out and noted; one that is still being typed is noted only
 * when the line is to be done. */
static struct need *understand(struct browser *browser, bool done)
{
    struct search_state *search = &browser->search;
    struct buffer line = {0};
    struct need *need = need_new();
    buffer_add_text(&line, text_of(browser));
    buffer_wipe(&search->sentence);
    search->wrong = false;
    search->wrong_count = 0;
    while (search->wrong_count < WRONG_MOST) {
        struct need_error error = {0};
        if (need_parse(need, browser->finding.setting, buffer_text(&line), &error))
            break;
        search->wrong = true;
        size_t from = term_start(buffer_text(&line), error.at);
        size_t to = term_end(buffer_text(&line), from);
        if (done || !is_unfinished(search, error.at))
            note_wrong(search, &error, from, to);
        need_error_free(&error);
        if (to == from)
            break;
        memset(line.bytes + from, ' ', to - from);
    }
    buffer_wipe(&line);
    buffer_free(&line);
    return need;
}

/* What need not be suggested: what is typed whole already. */
static void drop_typed(struct search_state *search)
{
    struct completions *completions = &search->completions;
    /* Between two terms there is nothing to complete, and the answers are what a person wants to see. */
    if (completions->from == completions->to && search->line.text.length > 0) {
        completions->count = 0;
        return;
    }
    size_t typed = completions->to - completions->from;
    const char *term = buffer_text(&search->line.text) + completions->from;
    if (completions->count == 1 && strlen(completions->items[0].insert) == typed && strncasecmp(completions->items[0].insert, term, typed) == 0)
        completions->count = 0;
}

/* What the line means is looked at when somebody needs to know it: a burst of text, such as a paste that does not say that it is one, costs one look. */
static void has_changed(struct browser *browser)
{
    browser->search.stale = true;
}

void search_look(struct browser *browser)
{
    struct search_state *search = &browser->search;
    if (!search->stale)
        return;
    search->stale = false;
    completions_free(&search->completions);
    search->completions = need_complete(browser->finding.setting, text_of(browser), search->line.cursor, SUGGESTIONS_MOST);
    if (search->completions.count > SUGGESTIONS_MOST)
        search->completions.count = SUGGESTIONS_MOST;
    finding_try(&browser->finding, understand(browser, false));
    drop_typed(search);
    search->counted = false;
    search->chosen = SIZE_MAX;
}

void search_open(struct browser *browser, const char *bytes, size_t length)
{
    struct search_state *search = &browser->search;
    if (!browser->searching) {
        struct buffer line = {0};
        need_line(&line, browser->finding.need);
        if (line.length > 0)
            buffer_add_byte(&line, ' ');
        line_edit_set(&search->line, buffer_text(&line), line.length);
        buffer_wipe(&line);
        buffer_free(&line);
        search->before = need_copy(browser->finding.need);
        search->history_at = search->history_count;
        browser->searching = true;
    }
    line_edit_insert(&search->line, bytes, length);
    has_changed(browser);
}

void search_insert_term(struct browser *browser, const char *term)
{
    search_open(browser, "", 0);
    struct line_edit *line = &browser->search.line;
    line_edit_end(line);
    if (line->text.length > 0 && line->text.bytes[line->text.length - 1] != ' ')
        line_edit_insert(line, " ", 1);
    line_edit_insert(line, term, strlen(term));
    has_changed(browser);
}

/* Closes the line. */
static enum happened leave(struct browser *browser)
{
    struct search_state *search = &browser->search;
    need_free(search->before);
    search->before = NULL;
    buffer_wipe(&search->sentence);
    completions_free(&search->completions);
    search->completions = (struct completions){0};
    line_edit_set(&search->line, "", 0);
    buffer_wipe(&search->draft);
    search->stale = false;
    browser->searching = false;
    return HAPPENED_LEFT;
}

static void remember_line(struct search_state *search)
{
    if (search->line.text.length == 0)
        return;
    if (search->history_count == HISTORY_MOST) {
        buffer_wipe(&search->history[0]);
        buffer_free(&search->history[0]);
        memmove(search->history, search->history + 1, (HISTORY_MOST - 1) * sizeof *search->history);
        search->history_count--;
    }
    search->history[search->history_count] = (struct buffer){0};
    buffer_add_text(&search->history[search->history_count++], buffer_text(&search->line.text));
}

static enum happened take(struct browser *browser, size_t number)
{
    struct search_state *search = &browser->search;
    if (number >= search->completions.count)
        return HAPPENED_SEEN;
    struct buffer insert = {0};
    buffer_add_text(&insert, search->completions.items[number].insert);
    bool goes_on = insert.length > 0 && (insert.bytes[insert.length - 1] == ':' || insert.bytes[insert.length - 1] == ',');
    if (!goes_on && text_of(browser)[search->completions.to] != ' ')
        buffer_add_byte(&insert, ' ');
    line_edit_replace(&search->line, search->completions.from, search->completions.to, buffer_text(&insert));
    buffer_wipe(&insert);
    buffer_free(&insert);
    has_changed(browser);
    return HAPPENED_SEEN;
}

static enum happened enter(struct browser *browser)
{
    struct search_state *search = &browser->search;
    if (search->chosen != SIZE_MAX)
        return take(browser, search->chosen);
    if (search->wrong) {
        /* An unfinished term is explained now: the person thinks that it is done. The cursor goes to what is to be mended. */
        need_free(understand(browser, true));
        search->line.cursor = search->wrongs[0].to;
        has_changed(browser);
        search_look(browser);
        need_free(understand(browser, true));
        buffer_add_byte(&search->sentence, '\n');
        buffer_format(&search->sentence, SAY_SEARCH_MEND, browser_key_name(browser, ACTION_PUT_BACK));
        return HAPPENED_SEEN;
    }
    search_close(browser);
    return HAPPENED_LEFT;
}

void search_close(struct browser *browser)
{
    struct search_state *search = &browser->search;
    search_look(browser);
    if (!search->wrong)
        remember_line(search);
    if (!need_is_same(search->before, browser->finding.need)) {
        finding_keep_tried(&browser->finding, search->before);
        search->before = NULL;
    }
    leave(browser);
}

static enum happened put_back(struct browser *browser)
{
    finding_try(&browser->finding, browser->search.before);
    browser->search.before = NULL;
    return leave(browser);
}

static void go_through_history(struct browser *browser, bool older)
{
    struct search_state *search = &browser->search;
    if (older ? search->history_at == 0 : search->history_at == search->history_count)
        return;
    if (search->history_at == search->history_count) {
        buffer_wipe(&search->draft);
        buffer_add_text(&search->draft, text_of(browser));
    }
    search->history_at = older ? search->history_at - 1 : search->history_at + 1;
    const struct buffer *line = search->history_at < search->history_count ? &search->history[search->history_at] : &search->draft;
    line_edit_set(&search->line, buffer_text(line), line->length);
    has_changed(browser);
}

static enum happened move(struct browser *browser, bool down)
{
    struct search_state *search = &browser->search;
    size_t count = search->completions.count;
    if (down && count > 0)
        search->chosen = search->chosen == SIZE_MAX ? 0 : search->chosen + 1 < count ? search->chosen + 1 : search->chosen;
    else if (!down && search->chosen != SIZE_MAX)
        search->chosen = search->chosen == 0 ? SIZE_MAX : search->chosen - 1;
    else
        go_through_history(browser, !down);
    return HAPPENED_SEEN;
}

static enum happened act(struct browser *browser, enum action action)
{
    bool changed = false;
    if (line_act(&browser->search.line, action, &changed)) {
        if (changed)
            has_changed(browser);
        return HAPPENED_SEEN;
    }
    switch (action) {
    case ACTION_TAKE: return take(browser, browser->search.chosen == SIZE_MAX ? 0 : browser->search.chosen);
    case ACTION_ENTER_LINE: return enter(browser);
    case ACTION_PUT_BACK: return put_back(browser);
    case ACTION_UP: return move(browser, false);
    case ACTION_DOWN: return move(browser, true);
    default: return HAPPENED_NOTHING;
    }
}

static enum happened type(struct browser *browser, const char *bytes, size_t length)
{
    if (!line_edit_insert(&browser->search.line, bytes, length))
        browser_say(browser, "%s", SAY_PASTE_CUT);
    has_changed(browser);
    return HAPPENED_SEEN;
}

/* The text stays; what it means is asked of the new list. */
static void renew(struct browser *browser)
{
    if (browser->searching)
        has_changed(browser);
}

static enum happened click(struct browser *browser, enum hit_kind kind, size_t number)
{
    return kind == HIT_SUGGESTION ? take(browser, number) : HAPPENED_NOTHING;
}

void search_end(struct browser *browser)
{
    struct search_state *search = &browser->search;
    leave(browser);
    line_edit_wipe(&search->line);
    buffer_free(&search->sentence);
    buffer_free(&search->draft);
    for (size_t i = 0; i < search->history_count; i++) {
        buffer_wipe(&search->history[i]);
        buffer_free(&search->history[i]);
    }
    search->history_count = 0;
}

const struct view view_search = {
    .name = "search", .where = IN_SEARCH, .can = VIEW_TAKES_TEXT, .draw = search_draw, .act = act, .type = type, .click = click, .renew = renew};

/* The search line: the whole need as one line of text, which filters while it is typed. */
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "screen/browser.h"
#include "screen/line_keys.h"
#include "screen/words.h"
#include "text/memory.h"

/* Terms that are not understood and still do not keep the others from filtering. */
enum { WRONG_TERMS_MOST = 8 };

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

/* Reads the line; terms that are not understood are left out, and the first of them is explained. Gives the need, to be freed. */
static struct need *understand(struct browser *browser, bool *wrong, size_t *wrong_at, struct buffer *sentence)
{
    struct buffer line = {0};
    buffer_add_text(&line, text_of(browser));
    struct need *need = need_new();
    *wrong = false;
    for (int turn = 0; turn <= WRONG_TERMS_MOST; turn++) {
        struct need_error error = {0};
        if (need_parse(need, browser->finding.setting, buffer_text(&line), &error))
            break;
        if (!*wrong) {
            *wrong = true;
            *wrong_at = error.at;
            buffer_add_text(sentence, error.sentence ? error.sentence : "");
        }
        size_t start = term_start(buffer_text(&line), error.at);
        size_t end = term_end(buffer_text(&line), start);
        need_error_free(&error);
        if (end == start)
            break;
        memset(line.bytes + start, ' ', end - start);
    }
    buffer_wipe(&line);
    buffer_free(&line);
    return need;
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

static void has_changed(struct browser *browser)
{
    struct search_state *search = &browser->search;
    size_t wrong_at = 0;
    buffer_wipe(&search->sentence);
    completions_free(&search->completions);
    finding_try(&browser->finding, understand(browser, &search->wrong, &wrong_at, &search->sentence));
    search->completions = need_complete(browser->finding.setting, text_of(browser), search->line.cursor, SUGGESTIONS_MOST);
    if (search->completions.count > SUGGESTIONS_MOST)
        search->completions.count = SUGGESTIONS_MOST;
    if (search->wrong && is_unfinished(search, wrong_at))
        buffer_wipe(&search->sentence);
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
        /* An unfinished term is explained now: the person thinks that it is done. */
        bool wrong;
        size_t at;
        buffer_wipe(&search->sentence);
        need_free(understand(browser, &wrong, &at, &search->sentence));
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
    if (older ? search->history_at == 0 : search->history_at + 1 >= search->history_count)
        return;
    search->history_at = older ? search->history_at - 1 : search->history_at + 1;
    const struct buffer *line = &search->history[search->history_at];
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
    for (size_t i = 0; i < search->history_count; i++) {
        buffer_wipe(&search->history[i]);
        buffer_free(&search->history[i]);
    }
    search->history_count = 0;
}

const struct view view_search = {
    .name = "search", .where = IN_SEARCH, .can = VIEW_TAKES_TEXT, .draw = search_draw, .act = act, .type = type, .click = click};

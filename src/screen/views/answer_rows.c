#include "screen/views/answer_rows.h"

#include <string.h>

#include "screen/draw.h"
#include "screen/words.h"
#include "text/date.h"
#include "text/width.h"

#define BETWEEN_FACTS " · "

static const struct row_facts *facts_of(struct browser *browser, uint32_t offer)
{
    struct answers_state *state = &browser->answers;
    for (size_t i = 0; i < state->facts_count; i++)
        if (state->facts_offer[i] == offer)
            return &state->facts[i];
    if (state->facts_count == FACTS_MOST) {
        arena_wipe(state->arena);
        state->facts_count = 0;
    }
    state->facts_offer[state->facts_count] = offer;
    state->facts[state->facts_count] = row_facts_of(browser->finding.matcher, browser->finding.need, offer, kiosk_is(browser), state->arena);
    return &state->facts[state->facts_count++];
}

static void add(struct row_text *row, const char *text, size_t length, enum role role)
{
    if (length == 0 || row->count == ROW_LINES_MOST)
        return;
    row->lines[row->count++] = (struct row_line){text, length, role};
}

static void add_text(struct row_text *row, const char *text, enum role role)
{
    add(row, text, strlen(text), role);
}

/* Over as many as two lines: a question that is cut is no question. */
static void add_wrapped(struct row_text *row, const char *text, int columns, enum role role)
{
    size_t left = strlen(text);
    size_t next;
    size_t length = width_line(text, left, (size_t)(columns > 1 ? columns : 1), &next);
    add(row, text, length, role);
    add(row, text + next, left - next, role);
}

static const char *joined(struct arena *arena, const char *first, const char *between, const char *second)
{
    if (!*first || !*second)
        return *first ? first : second;
    struct buffer words = {0};
    buffer_format(&words, "%s%s%s", first, between, second);
    const char *kept = arena_copy(arena, words.bytes, words.length);
    buffer_free(&words);
    return kept;
}

static const char *age_words(struct browser *browser, uint32_t offer)
{
    struct date checked = browser->finding.catalogue->offers[offer].checked;
    if (checked.year == 0)
        return SAY_FACTS_UNDATED;
    struct buffer date = {0};
    struct buffer words = {0};
    date_words(&date, checked);
    buffer_format(&words, SAY_FACTS_FROM, buffer_text(&date));
    const char *kept = arena_text(browser->answers.scratch, buffer_text(&words));
    buffer_free(&date);
    buffer_free(&words);
    return kept;
}

static size_t columns_of(const char *text)
{
    return width_columns(text, strlen(text));
}

/* A text of two halves, over two lines where one is too short for it. */
static void add_halves(struct row_text *row, const char *text, int columns, enum role role)
{
    const char *half = strstr(text, BETWEEN_FACTS);
    if (!half || columns_of(text) <= (size_t)columns) {
        add_wrapped(row, text, columns, role);
        return;
    }
    add(row, text, (size_t)(half - text), role);
    add_text(row, half + strlen(BETWEEN_FACTS), role);
}

/* Two facts in one line: where it is too short for both the first gives way. Who runs it often says the same as the name above, and where it is had
 * been asked for; how it is done and for whom is read nowhere else. */
static const char *shortened(struct arena *arena, const char *text, int columns)
{
    const char *how = strstr(text, BETWEEN_FACTS);
    size_t rest = how ? columns_of(how) + strlen("...") : 0;
    if (!how || columns_of(text) <= (size_t)columns || rest > (size_t)columns * 2 / 3)
        return text;
    struct buffer words = {0};
    size_t length = width_fit(text, (size_t)(how - text), (size_t)columns - rest, NULL);
    while (length > 0 && text[length - 1] == ' ')
        length--;
    buffer_add(&words, text, length);
    buffer_format(&words, "\u2026%s", how);
    const char *kept = arena_copy(arena, words.bytes, words.length);
    buffer_free(&words);
    return kept;
}

static void answer_text(struct browser *browser, struct found found, int most, int columns, struct row_text *row)
{
    struct arena *arena = browser->answers.scratch;
    const struct row_facts *facts = facts_of(browser, found.offer);
    const char *how = joined(arena, facts->who_and_how, BETWEEN_FACTS, facts->mark);
    bool any_need = need_count(browser->finding.need) > 0;
    if (browser->finding.order == ORDER_NEW)
        how = joined(arena, age_words(browser, found.offer), BETWEEN_FACTS, how);
    if (browser->finding.order != ORDER_FIT && any_need)
        how = joined(arena, verdict_title(found.verdict), BETWEEN_FACTS, how);
    if (most < 2)
        return;
    const char *open = *facts->fails ? facts->fails : facts->ask;
    enum role role = *facts->fails ? ROLE_FAILS : ROLE_ASK;

    bool long_question = columns_of(open) > (size_t)columns;
    if (most > 3 || !*open || (most > 2 && !long_question))
        add_text(row, shortened(arena, how, columns), ROLE_TEXT);
    if (most > 4)
        add_halves(row, facts->where_and_whom, columns, ROLE_TEXT);
    else if (most > 3)
        add_text(row, shortened(arena, facts->where_and_whom, columns), ROLE_TEXT);
    if ((most > 4 || (any_need && most > 2 && !*open)) && !kiosk_is(browser))
        add_text(row, facts->join, ROLE_TEXT);
    if (most > 2)
        add_wrapped(row, open, columns, role);
    else
        add_text(row, open, role);
}

/* A list of services or a service beside the point: what it is and where to find it. */
static void also_text(struct browser *browser, struct found found, int columns, struct row_text *row)
{
    const struct row_facts *facts = facts_of(browser, found.offer);
    const char *web = catalogue_text(browser->finding.catalogue, &browser->finding.catalogue->offers[found.offer], FIELD_WEB);
    add_text(row, joined(browser->answers.scratch, facts->who_and_how, BETWEEN_FACTS, facts->mark), ROLE_TEXT);
    if (web && !kiosk_is(browser))
        add_wrapped(row, web, columns, ROLE_TEXT);
}

static void add_name(struct browser *browser, struct found found, int most, int columns, struct row_text *row)
{
    const char *name = facts_of(browser, found.offer)->name;
    if (finding_is_kept(&browser->finding, found.offer))
        name = joined(browser->answers.scratch, SAY_KEPT_MARK, " ", name);
    if (most < 2)
        add_wrapped(row, name, columns, ROLE_NAME);
    else
        add_text(row, name, ROLE_NAME);
}

static void add_count(struct buffer *words, const char *format, size_t count)
{
    if (count == 0)
        return;
    buffer_add_text(words, words->length > 0 ? ", " : "");
    buffer_format(words, format, count);
}

/* A term to take away, and what would then fit: on one line if there is room. */
static void drop_text(struct browser *browser, struct found found, int columns, struct row_text *row)
{
    struct finding *finding = &browser->finding;
    struct arena *arena = browser->answers.scratch;
    const struct drop *drop = &found.drop;
    struct buffer words = {0};
    need_term_words(&words, finding->setting, need_at(finding->need, drop->term));
    const char *name = arena_copy(arena, buffer_text(&words), words.length);
    buffer_wipe(&words);
    add_count(&words, SAY_DROP_SUITS(drop->suits), drop->suits);
    add_count(&words, SAY_DROP_ENDING(drop->ending), drop->ending);
    add_count(&words, SAY_DROP_ASK(drop->ask), drop->ask);
    const char *counts = kiosk_is(browser) ? "" : arena_copy(arena, buffer_text(&words), words.length);
    buffer_free(&words);
    const char *both = joined(arena, name, BETWEEN_FACTS, counts);
    if (draw_columns(both) <= columns) {
        add_text(row, both, ROLE_NAME);
        return;
    }
    add_text(row, name, ROLE_NAME);
    add_text(row, counts, ROLE_TEXT);
}

void answer_row(struct browser *browser, struct found found, int most, int columns, struct row_text *row)
{
    row->count = 0;
    if (found.kind == FOUND_DROP) {
        drop_text(browser, found, columns, row);
        return;
    }
    add_name(browser, found, most, columns, row);
    if (found.kind == FOUND_ALSO && most > 1)
        also_text(browser, found, columns, row);
    else if (found.kind == FOUND_ANSWER)
        answer_text(browser, found, most, columns, row);
}

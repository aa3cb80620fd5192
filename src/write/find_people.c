/* `find` and `show` as a person reads them. */
#include <string.h>

#include "text/width.h"
#include "write/find.h"
#include "write/lines.h"
#include "write/sheet.h"
#include "write/words.h"

#define MOST_DROPS 5
#define MOST_ALSO 6

static void write_answer(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer *answer, struct find_look look,
                         struct arena *arena)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    const struct offer *offer = &catalogue->offers[answer->offer];
    struct row_facts facts = row_facts_of(matcher, need, answer->offer, false, arena);
    struct buffer line = {0};

    buffer_add_text(out, "  ");
    lines_strong(out, facts.name, look.strong);
    if (*facts.mark)
        buffer_format(out, " (%s)", facts.mark);
    buffer_add_byte(out, '\n');
    offer_id_words(&line, catalogue, offer);
    struct buffer about = {0};
    buffer_format(&about, "%s  [%s]", facts.who_and_how, buffer_text(&line));
    lines_wrap(out, buffer_text(&about), look.columns, 4, 4);
    lines_wrap(out, facts.where_and_whom, look.columns, 4, 4);

    struct reasons reasons = matcher_explain(matcher, need, answer->offer, arena);
    buffer_clear(&line);
    for (size_t i = 0; i < reasons.count; i++)
        buffer_format(&line, "%s%s", i > 0 ? " " : "", reasons.items[i].say);
    lines_wrap(out, buffer_text(&line), look.columns, 4, 4);

    buffer_clear(&line);
    buffer_add_text(&line, facts.join);
    const enum field ways[] = {FIELD_PHONE, FIELD_TEXT, FIELD_WEB};
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        const char *way = catalogue_text(matcher_catalogue(matcher), offer, ways[i]);
        if (!way || !*way)
            continue;
        buffer_add_text(&line, "  ");
        buffer_format(&line, ways[i] == FIELD_PHONE ? FOUND_PHONE : ways[i] == FIELD_TEXT ? FOUND_TEXT : "%s", way);
    }
    lines_wrap(out, buffer_text(&line), look.columns, 4, 4);
    lines_wrap(out, sheet_age(offer, matcher_today(matcher), arena), look.columns, 4, 4);
    buffer_free(&line);
    buffer_free(&about);
}

/* Appends another count to a list of them. */
static void add_count(struct buffer *line, const char *format, size_t count)
{
    buffer_add_text(line, LIST_COMMA);
    buffer_format(line, format, count);
}

static void write_drops(struct buffer *out, struct matcher *matcher, const struct need *need, struct find_look look)
{
    struct drop drops[MOST_DROPS];
    size_t count = matcher_drops(matcher, need, drops, MOST_DROPS);
    if (count == 0)
        return;
    lines_wrap(out, FOUND_DROPS, look.columns, 0, 0);
    for (size_t i = 0; i < count; i++) {
        struct buffer line = {0};
        need_term_line(&line, need_at(need, drops[i].term));
        buffer_add_text(&line, ": ");
        buffer_format(&line, COUNT_SUITS(drops[i].suits), drops[i].suits);
        add_count(&line, COUNT_TO_ASK(drops[i].ask), drops[i].ask);
        lines_wrap(out, buffer_text(&line), look.columns, 2, 4);
        buffer_free(&line);
    }
}

static void write_also(struct buffer *out, struct matcher *matcher, const struct need *need, struct find_look look)
{
    uint32_t offers[MOST_ALSO];
    size_t count = matcher_also(matcher, need, offers, MOST_ALSO);
    if (count == 0)
        return;
    lines_wrap(out, FOUND_ALSO, look.columns, 0, 0);
    for (size_t i = 0; i < count; i++) {
        const struct offer *offer = &matcher_catalogue(matcher)->offers[offers[i]];
        const char *web = catalogue_text(matcher_catalogue(matcher), offer, FIELD_WEB);
        struct buffer line = {0};
        buffer_format(&line, "%s%s%s", catalogue_name(matcher_catalogue(matcher), offer), web && *web ? "  " : "", web ? web : "");
        lines_wrap(out, buffer_text(&line), look.columns, 2, 4);
        buffer_free(&line);
    }
}

static void write_counts(struct buffer *out, const struct need *need, const size_t counts[VERDICT_COUNT], struct find_look look)
{
    struct buffer line = {0};
    if (need_count(need) > 0)
        need_line(&line, need);
    if (line.length > 0)
        buffer_add_text(&line, ": ");
    buffer_format(&line, COUNT_SUITS(counts[VERDICT_SUITS]), counts[VERDICT_SUITS]);
    if (counts[VERDICT_ENDING] > 0)
        add_count(&line, COUNT_ENDING(counts[VERDICT_ENDING]), counts[VERDICT_ENDING]);
    add_count(&line, COUNT_TO_ASK(counts[VERDICT_ASK]), counts[VERDICT_ASK]);
    if (counts[VERDICT_NEAR] > 0)
        add_count(&line, COUNT_NEAR_LISTED(counts[VERDICT_NEAR]), counts[VERDICT_NEAR]);
    buffer_add_byte(&line, '.');
    lines_wrap(out, buffer_text(&line), look.columns, 0, 0);
    buffer_free(&line);
}

void find_for_people(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer_list *answers, struct find_look look)
{
    struct arena *arena = arena_new();
    enum verdict heading = VERDICT_COUNT;
    for (size_t i = 0; i < answers->count; i++) {
        const struct answer *answer = &answers->items[i];
        if (answer->verdict != heading) {
            heading = answer->verdict;
            lines_strong(out, verdict_title(heading), look.strong);
            buffer_add_byte(out, '\n');
        }
        write_answer(out, matcher, need, answer, look, arena);
        buffer_add_byte(out, '\n');
        arena_clear(arena);
    }
    if (answers->counts[VERDICT_SUITS] + answers->counts[VERDICT_ENDING] + answers->counts[VERDICT_ASK] == 0)
        lines_wrap(out, FOUND_NOTHING, look.columns, 0, 0);
    if (answers->counts[VERDICT_SUITS] == 0)
        write_drops(out, matcher, need, look);
    write_also(out, matcher, need, look);
    write_counts(out, need, answers->counts, look);
    lines_wrap(out, urgent_bar(matcher_catalogue(matcher), need_place(need), look.columns, false, arena), look.columns, 0, 2);
    arena_free(arena);
}

/* With the id to show. */
static void write_other(struct buffer *out, struct matcher *matcher, const struct sheet_line *line, struct find_look look)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    struct buffer words = {0};
    buffer_format(&words, "%s [", line->text);
    offer_id_words(&words, catalogue, &catalogue->offers[line->offer]);
    buffer_add_byte(&words, ']');
    lines_wrap(out, buffer_text(&words), look.columns, 2, 4);
    buffer_free(&words);
}

/* Width of the labels of facts. */
#define LABEL_COLUMNS 16

static void write_sheet_line(struct buffer *out, struct matcher *matcher, const struct sheet_line *line, struct find_look look)
{
    switch (line->role) {
    case SHEET_TITLE:
        lines_strong(out, line->text, look.strong);
        buffer_add_byte(out, '\n');
        break;
    case SHEET_HEADING:
        buffer_add_byte(out, '\n');
        lines_strong(out, line->text, look.strong);
        buffer_add_byte(out, '\n');
        break;
    case SHEET_FACT: {
        struct buffer fact = {0};
        buffer_add_text(&fact, line->label);
        /* A label in another language may be wider than its column: then one space parts it from the fact. */
        size_t columns = width_columns(line->label, strlen(line->label));
        do
            buffer_add_byte(&fact, ' ');
        while (++columns < LABEL_COLUMNS);
        buffer_add_text(&fact, line->text);
        lines_wrap(out, buffer_text(&fact), look.columns, 2, 2 + LABEL_COLUMNS);
        buffer_free(&fact);
        break;
    }
    case SHEET_ASK:
        lines_wrap(out, line->text, look.columns, 2, 4);
        break;
    case SHEET_OTHER: write_other(out, matcher, line, look); break;
    case SHEET_OF_OTHER: lines_wrap(out, line->text, look.columns, 4, 4); break;
    case SHEET_BESIDE:
        lines_wrap(out, line->text, look.columns, 0, 0);
        break;
    default:
        lines_wrap(out, line->text, look.columns, 2, 2);
    }
}

void show_for_people(struct buffer *out, struct matcher *matcher, size_t offer, struct find_look look)
{
    struct arena *arena = arena_new();
    struct sheet sheet = sheet_of(matcher, NULL, offer, (struct sheet_setting){.staff = true}, arena);
    struct buffer id = {0};
    for (size_t i = 0; i < sheet.count; i++) {
        if (i > 0 && sheet.lines[i].role == SHEET_NOTE && sheet.lines[i - 1].role != SHEET_HEADING && sheet.lines[i - 1].role != SHEET_BESIDE)
            buffer_add_byte(out, '\n');
        write_sheet_line(out, matcher, &sheet.lines[i], look);
        if (i == 0) {
            offer_id_words(&id, matcher_catalogue(matcher), &matcher_catalogue(matcher)->offers[offer]);
            buffer_format(out, "%s\n", buffer_text(&id));
        }
    }
    buffer_free(&id);
    arena_free(arena);
}

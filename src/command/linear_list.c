/* The list, told a page at a time, one offer a line. */
#include <stdlib.h>
#include <string.h>

#include "command/linear_parts.h"
#include "command/linear_words.h"
#include "text/arena.h"
#include "write/facts.h"
#include "write/sheet.h"

enum { DROPS_MOST = 5 };

static size_t fitting(const struct answer_list *answers)
{
    return answers->counts[VERDICT_SUITS] + answers->counts[VERDICT_ENDING] + answers->counts[VERDICT_ASK];
}

void linear_add_sentence(struct buffer *line, const char *text)
{
    while (text && *text) {
        const char *parting = strstr(text, " · ");
        size_t length = parting ? (size_t)(parting - text) : strlen(text);
        size_t start = line->length;
        if (length > 0) {
            buffer_format(line, "%s%.*s", start > 0 ? " " : "", (int)length, text);
            linear_capital(line, start > 0 ? start + 1 : 0);
            if (!strchr(".?!:", line->bytes[line->length - 1]))
                buffer_add_byte(line, '.');
        }
        text = parting ? parting + strlen(" · ") : NULL;
    }
}

/* Whose the offer is, unless its name says so. */
static void add_name(struct buffer *line, const struct linear *linear, const struct offer *offer, const char *name)
{
    const char *provider = catalogue_text(linear->catalogue, offer, FIELD_PROVIDER);
    struct buffer whole = {0};
    buffer_add_text(&whole, name);
    if (provider && *provider && !strstr(name, provider))
        buffer_format(&whole, "%s%s", PROMPT_COMMA, provider);
    linear_add_sentence(line, buffer_text(&whole));
    buffer_free(&whole);
}

/* The facts that decide: how, where and for whom, how to join and what to ask; of what is near, what fails. */
static void add_facts(struct buffer *line, const struct linear *linear, const struct offer *offer, const struct row_facts *facts, bool near)
{
    struct buffer words = {0};
    facts_terms(&words, linear->catalogue, LIST_FORMATS, offer->formats.count > 0 ? offer->formats : offer->formats_maybe);
    linear_add_sentence(line, buffer_text(&words));
    linear_add_sentence(line, facts->where_and_whom);
    if (near) {
        buffer_clear(&words);
        buffer_format(&words, LINEAR_FAILS, facts->fails);
        linear_add_sentence(line, buffer_text(&words));
    } else {
        linear_add_sentence(line, facts->join);
        linear_add_sentence(line, facts->ask);
    }
    buffer_free(&words);
}

/* verdict NULL: the need is empty, or it is no answer but something else to try. */
static void tell_row(struct linear *linear, size_t number, uint32_t index, const enum verdict *verdict, struct arena *arena)
{
    const struct offer *offer = &linear->catalogue->offers[index];
    struct row_facts facts = row_facts_of(linear->matcher, linear->need, index, false, arena);
    const char *title = verdict && need_count(linear->need) > 0 ? verdict_title(*verdict) : "";
    struct buffer line = {0};
    buffer_format(&line, LINEAR_NUMBER, number);
    linear_add_sentence(&line, title);
    add_name(&line, linear, offer, facts.name);
    if (strcmp(title, facts.mark) != 0)
        linear_add_sentence(&line, facts.mark);
    if (verdict)
        add_facts(&line, linear, offer, &facts, *verdict == VERDICT_NEAR);
    else
        linear_add_sentence(&line, catalogue_text(linear->catalogue, offer, FIELD_SUMMARY));
    if (linear_is_kept(linear, index))
        linear_add_sentence(&line, LINEAR_IS_KEPT);
    linear_say(linear, buffer_text(&line));
    buffer_free(&line);
}

void linear_page(struct linear *linear)
{
    struct arena *arena = arena_new();
    size_t end = linear->page + LINEAR_PAGE_ROWS < linear->answers.count ? linear->page + LINEAR_PAGE_ROWS : linear->answers.count;
    for (size_t i = linear->page; i < end; i++) {
        const struct answer *answer = &linear->answers.items[i];
        tell_row(linear, i + 1, answer->offer, &answer->verdict, arena);
        arena_wipe(arena);
    }
    linear->told = end;
    if (end < linear->answers.count)
        linear_format(linear, LINEAR_PAGE, linear->page + 1, end, linear->answers.count);
    arena_free(arena);
}

void linear_more(struct linear *linear)
{
    if (linear->told == linear->answers.count) {
        linear_say(linear, LINEAR_NO_MORE);
        return;
    }
    linear->page = linear->told;
    linear_page(linear);
}

/* Appends another count to a line of them. */
static void add_count(struct buffer *line, const char *format, size_t count)
{
    buffer_add_byte(line, ' ');
    buffer_format(line, format, count);
}

static void tell_drops(struct linear *linear)
{
    struct drop drops[DROPS_MOST];
    size_t count = matcher_drops(linear->matcher, linear->need, drops, DROPS_MOST);
    size_t told = 0;
    for (size_t i = 0; i < count; i++) {
        if (need_at(linear->need, drops[i].term)->key == KEY_AFTER) /* a loss is not offered to be given up */
            continue;
        told++;
        struct buffer chip = {0};
        struct buffer line = {0};
        need_term_words(&chip, linear->setting, need_at(linear->need, drops[i].term));
        buffer_format(&line, LINEAR_WITHOUT, buffer_text(&chip));
        buffer_add_byte(&line, ' ');
        buffer_format(&line, LINEAR_SUITS(drops[i].suits), drops[i].suits);
        add_count(&line, LINEAR_TO_ASK(drops[i].ask), drops[i].ask);
        linear_say(linear, buffer_text(&line));
        buffer_wipe(&chip);
        buffer_wipe(&line);
        buffer_free(&chip);
        buffer_free(&line);
    }
    if (told > 0)
        linear_say(linear, LINEAR_DROP_HINT);
}

/* Directories and related services, numbered after the answers so that they can be opened too. */
static void tell_also(struct linear *linear)
{
    struct arena *arena = arena_new();
    linear->also_count = matcher_also(linear->matcher, linear->need, linear->also, LINEAR_ALSO_MOST);
    if (linear->also_count > 0)
        linear_say(linear, LINEAR_ALSO);
    for (size_t i = 0; i < linear->also_count; i++)
        tell_row(linear, linear->answers.count + i + 1, linear->also[i], NULL, arena);
    arena_wipe(arena);
    arena_free(arena);
}

void linear_tell_need(struct linear *linear)
{
    struct buffer words = {0};
    for (size_t i = 0; i < need_count(linear->need); i++) {
        buffer_add_text(&words, i > 0 ? LINEAR_CHIPS_BETWEEN : "");
        need_term_words(&words, linear->setting, need_at(linear->need, i));
    }
    if (words.length > 0)
        linear_format(linear, LINEAR_YOU_LOOK_FOR, buffer_text(&words));
    buffer_wipe(&words);
    buffer_free(&words);
}

static void tell_counts(struct linear *linear)
{
    const size_t *counts = linear->answers.counts;
    if (need_count(linear->need) == 0) {
        linear_format(linear, LINEAR_EVERYTHING(fitting(&linear->answers)), fitting(&linear->answers));
        return;
    }
    struct buffer line = {0};
    if (counts[VERDICT_SUITS] > 0)
        buffer_format(&line, LINEAR_SUITS(counts[VERDICT_SUITS]), counts[VERDICT_SUITS]);
    else
        buffer_add_text(&line, LINEAR_NONE_SUITS);
    if (counts[VERDICT_ENDING] > 0)
        add_count(&line, LINEAR_ENDING(counts[VERDICT_ENDING]), counts[VERDICT_ENDING]);
    add_count(&line, LINEAR_TO_ASK(counts[VERDICT_ASK]), counts[VERDICT_ASK]);
    if (counts[VERDICT_NEAR] > 0)
        add_count(&line, LINEAR_NEAR(counts[VERDICT_NEAR]), counts[VERDICT_NEAR]);
    linear_say(linear, buffer_text(&line));
    buffer_free(&line);
}

/* The ranks that qsort is to go by: it takes no argument of ours. */
static const uint32_t *ranks;

static int by_name(const void *left, const void *right)
{
    uint32_t one = ((const struct answer *)left)->offer;
    uint32_t other = ((const struct answer *)right)->offer;
    if (ranks[one] != ranks[other])
        return ranks[one] < ranks[other] ? -1 : 1;
    return (one > other) - (one < other);
}

static void answer(struct linear *linear, bool near)
{
    answer_list_free(&linear->answers);
    linear->answers = matcher_answer(linear->matcher, linear->need, near ? VERDICTS_WITH_NEAR : VERDICTS_FITTING);
    /* What is near stands behind what fits even so, for its reasons are told with it. */
    size_t count = near ? fitting(&linear->answers) : linear->answers.count;
    ranks = matcher_name_ranks(linear->matcher);
    if (linear->by_name && count > 1)
        qsort(linear->answers.items, count, sizeof *linear->answers.items, by_name);
    linear->near_told = near;
    linear->page = 0;
    linear->told = 0;
    linear->also_count = 0;
    linear->others_count = 0;
    linear->open = OFFER_NONE;
}

void linear_tell_found(struct linear *linear)
{
    answer(linear, false);
    linear_tell_need(linear);
    tell_counts(linear);
}

void linear_list(struct linear *linear)
{
    linear_tell_found(linear);
    linear_page(linear);
    if (fitting(&linear->answers) == 0) {
        linear_say(linear, need_count(linear->need) > 0 ? LINEAR_NOTHING : LINEAR_NOTHING_AT_ALL);
        tell_drops(linear);
    }
    if (linear->answers.counts[VERDICT_SUITS] == 0)
        tell_also(linear);
}

void linear_near(struct linear *linear)
{
    size_t near = linear->answers.counts[VERDICT_NEAR];
    if (near == 0) {
        linear_say(linear, need_after_loss(linear->need) ? LINEAR_NO_NEAR_AFTER_LOSS : LINEAR_NO_NEAR);
        return;
    }
    answer(linear, true);
    linear->page = fitting(&linear->answers);
    linear_format(linear, LINEAR_NEAR_FOLLOWS(near), near);
    linear_page(linear);
}

size_t linear_offer_of(struct linear *linear, const char *text)
{
    size_t number = linear_number(text);
    size_t also = linear->answers.count + linear->also_count;
    size_t count = also + linear->others_count;
    if (number > 0 && number <= linear->answers.count)
        return linear->answers.items[number - 1].offer;
    if (number > 0 && number <= also)
        return linear->also[number - 1 - linear->answers.count];
    if (number > 0 && number <= count)
        return linear->others[number - 1 - also];
    if (count == 0)
        linear_say(linear, LINEAR_NOTHING_TO_NUMBER);
    else
        linear_format(linear, LINEAR_NO_SUCH_NUMBER(count), text, count);
    return OFFER_NONE;
}

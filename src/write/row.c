/* The few facts that decide, for a row of a list. */
#include "catalogue/offer.h"
#include "write/discreet.h"
#include "write/facts.h"
#include "write/sheet.h"
#include "write/words.h"

/* More questions than this in a row are counted, not spelt out. */
#define QUESTIONS_IN_A_ROW 2

static const char *keep(struct arena *arena, struct buffer *words)
{
    const char *kept = arena_copy(arena, buffer_text(words), words->length);
    buffer_clear(words);
    return kept;
}

static void join(struct buffer *out, const char *between, const struct buffer *part)
{
    if (part->length == 0)
        return;
    if (out->length > 0)
        buffer_add_text(out, between);
    buffer_add(out, part->bytes, part->length);
}

static const char *mark_of(const struct catalogue *catalogue, const struct offer *offer)
{
    if (offer->status == STATUS_ENDING)
        return MARK_ENDING;
    if (offer->kind != KIND_PEER_SUPPORT)
        return vocabulary_at(catalogue->vocabulary, LIST_KIND, offer->kind)->label;
    return "";
}

static const char *join_words(const struct offer *offer, const struct catalogue *catalogue, struct buffer *words, struct arena *arena)
{
    const char *how = catalogue_text(catalogue, offer, FIELD_HOW_TO_JOIN);
    if (how && *how)
        return how;
    if (offer->referral.count == 0)
        return ROW_ASK_HOW_TO_JOIN;
    struct buffer routes = {0};
    facts_terms(&routes, catalogue, LIST_REFERRAL, offer->referral);
    buffer_format(words, ROW_TO_JOIN, buffer_text(&routes));
    buffer_free(&routes);
    return keep(arena, words);
}

/* "Ask whether …, and 2 more"; what fails is said in full. */
static void needs_words(struct row_facts *facts, const struct reasons *reasons, struct buffer *words, struct arena *arena)
{
    size_t asked = 0;
    size_t all = 0;
    for (size_t i = 0; i < reasons->count; i++)
        all += reasons->items[i].question != NULL;
    for (size_t i = 0; i < reasons->count && asked < QUESTIONS_IN_A_ROW; i++) {
        if (!reasons->items[i].question)
            continue;
        if (asked++ == 0)
            buffer_format(words, ROW_ASK, reasons->items[i].question);
        else
            buffer_format(words, "; %s", reasons->items[i].question);
    }
    if (all > asked)
        buffer_format(words, ROW_ASK_MORE(all - asked), all - asked);
    facts->ask = keep(arena, words);
    for (size_t i = 0; i < reasons->count; i++)
        if (reasons->items[i].value == VALUE_NO)
            buffer_format(words, "%s%s", words->length > 0 ? " " : "", reasons->items[i].say);
    facts->fails = keep(arena, words);
}

static void make_discreet(struct row_facts *facts, const struct catalogue *catalogue, const struct offer *offer)
{
    const char **texts[] = {&facts->who_and_how, &facts->where_and_whom, &facts->join, &facts->ask, &facts->fails, &facts->mark};
    const char *name = discreet_name(catalogue, offer);
    facts->name = name ? name : discreet_nameless(catalogue, offer);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (discreet_reveals(*texts[i]))
            *texts[i] = "";
}

struct row_facts row_facts_of(struct matcher *matcher, const struct need *need, size_t index, bool discreet, struct arena *arena)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    const struct offer *offer = &catalogue->offers[index];
    struct buffer words = {0};
    struct buffer part = {0};
    struct row_facts facts = {.name = catalogue_name(catalogue, offer), .mark = mark_of(catalogue, offer), .ask = "", .fails = ""};

    const char *provider = catalogue_text(catalogue, offer, FIELD_PROVIDER);
    if (provider && !discreet)
        buffer_add_text(&words, provider);
    facts_terms(&part, catalogue, LIST_FORMATS, offer->formats.count > 0 ? offer->formats : offer->formats_maybe);
    join(&words, " · ", &part);
    facts.who_and_how = keep(arena, &words);

    facts_where_and_whom(&words, catalogue, offer, need && need_after_loss(need));
    facts.where_and_whom = keep(arena, &words);

    facts.join = join_words(offer, catalogue, &words, arena);
    if (need && need_count(need) > 0) {
        struct reasons reasons = matcher_explain(matcher, need, index, arena);
        needs_words(&facts, &reasons, &words, arena);
    }
    buffer_free(&words);
    buffer_free(&part);
    if (discreet)
        make_discreet(&facts, catalogue, offer);
    return facts;
}

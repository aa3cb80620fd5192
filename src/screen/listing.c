#include "screen/listing.h"

#include <stdlib.h>
#include <string.h>

#include "text/buffer.h"
#include "text/memory.h"

struct listing *listing_new(struct problems *problems, struct catalogue *catalogue, struct matcher *matcher)
{
    struct listing *listing = memory_new(1, sizeof *listing);
    *listing = (struct listing){.problems = problems, .catalogue = catalogue, .matcher = matcher};
    return listing;
}

/* The order of the names and what the offers state are worked out with the first answer; here nobody waits for it. */
static void warm(struct matcher *matcher)
{
    struct need *all = need_new();
    struct answer_list answers = matcher_answer(matcher, all, VERDICTS_FITTING);
    struct facets facets = matcher_facets(matcher, all);
    facets_free(&facets);
    answer_list_free(&answers);
    need_free(all);
}

struct listing *listing_read(const struct load_request *request, const struct match_setting *setting)
{
    struct listing *listing = listing_new(problems_new(), NULL, NULL);
    listing->catalogue = load_catalogue(request, listing->problems);
    if (listing->catalogue) {
        listing->matcher = matcher_new(listing->catalogue, setting);
        warm(listing->matcher);
    }
    return listing;
}

void listing_match(struct listing *listing, const struct match_setting *setting)
{
    matcher_forget(listing->matcher);
    matcher_free(listing->matcher);
    listing->matcher = matcher_new(listing->catalogue, setting);
}

void listing_drop_catalogue(struct listing *listing)
{
    if (listing->matcher)
        matcher_forget(listing->matcher);
    matcher_free(listing->matcher);
    catalogue_free(listing->catalogue);
    listing->matcher = NULL;
    listing->catalogue = NULL;
}

void listing_free(struct listing *listing)
{
    if (!listing)
        return;
    listing_drop_catalogue(listing);
    problems_free(listing->problems);
    free(listing->fresh);
    free(listing);
}

/* What a problem is, wherever it stands: without numbers, which may be those of lines. */
struct mistake {
    char *words;
    size_t problem;
};

static int by_words(const void *left, const void *right)
{
    const struct mistake *one = left;
    const struct mistake *other = right;
    int order = strcmp(one->words, other->words);
    return order != 0 ? order : (one->problem > other->problem) - (one->problem < other->problem);
}

static struct mistake *mistakes_of(const struct problems *problems)
{
    size_t count = problems_count(problems);
    struct mistake *mistakes = memory_new(count, sizeof *mistakes);
    for (size_t i = 0; i < count; i++) {
        const struct problem *problem = problems_at(problems, i);
        struct buffer words = {0};
        buffer_format(&words, "%d%s:%s:", (int)problem->level, problem->where.file ? problem->where.file : "", problem->name);
        for (const char *at = problem->sentence; *at; at++)
            if (*at < '0' || *at > '9')
                buffer_add_byte(&words, *at);
        buffer_add_byte(&words, '\0');
        mistakes[i] = (struct mistake){.words = words.bytes, .problem = i};
    }
    qsort(mistakes, count, sizeof *mistakes, by_words);
    return mistakes;
}

static void mistakes_free(struct mistake *mistakes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(mistakes[i].words);
    free(mistakes);
}

bool listing_mark_fresh(struct listing *listing, const struct problems *before)
{
    size_t count = problems_count(listing->problems);
    size_t before_count = problems_count(before);
    struct mistake *now = mistakes_of(listing->problems);
    struct mistake *old = mistakes_of(before);
    bool any = false;
    free(listing->fresh);
    listing->fresh = memory_new(count, 1);
    for (size_t i = 0, at = 0; i < count; i++) {
        while (at < before_count && strcmp(old[at].words, now[i].words) < 0)
            at++;
        if (at < before_count && strcmp(old[at].words, now[i].words) == 0) {
            at++; /* each old one stands for one new one */
            continue;
        }
        listing->fresh[now[i].problem] = 1;
        any = any || problems_at(listing->problems, now[i].problem)->level == PROBLEM_ERROR;
    }
    mistakes_free(now, count);
    mistakes_free(old, before_count);
    return any;
}

bool listing_is_fresh(const struct listing *listing, size_t problem)
{
    return listing->fresh && listing->fresh[problem];
}

bool listing_shows(const struct listing *listing, size_t problem)
{
    enum problem_level level = problems_at(listing->problems, problem)->level;
    return level == PROBLEM_ERROR || (level == PROBLEM_WARNING && listing_is_fresh(listing, problem));
}

size_t listing_shown(const struct listing *listing)
{
    size_t shown = 0;
    for (size_t i = 0; i < problems_count(listing->problems); i++)
        shown += listing_shows(listing, i);
    return shown;
}

size_t listing_fresh(const struct listing *listing)
{
    size_t fresh = 0;
    for (size_t i = 0; i < problems_count(listing->problems); i++)
        fresh += listing_shows(listing, i) && listing_is_fresh(listing, i);
    return fresh;
}

bool listing_lacks(const struct listing *listing, const struct catalogue *before)
{
    struct buffer id = {0};
    bool lacks = false;
    for (size_t i = 0; i < before->offer_count && !lacks; i++) {
        buffer_clear(&id);
        offer_id_words(&id, before, &before->offers[i]);
        lacks = catalogue_find(listing->catalogue, buffer_text(&id)) == OFFER_NONE;
    }
    buffer_free(&id);
    return lacks;
}

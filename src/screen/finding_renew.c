/* Another list in the place of the one before: numbers of offers, words and places mean something else in it, so everything goes over by its words. */
#include <stdlib.h>
#include <string.h>

#include "screen/finding.h"
#include "text/memory.h"

struct need *need_renewed(const struct need *need, const struct need_setting *before, const struct need_setting *now, struct buffer *unknown)
{
    struct need *renewed = need_new();
    struct buffer line = {0};
    for (size_t i = 0; i < need_count(need); i++) {
        struct need_error error = {0};
        buffer_wipe(&line);
        need_term_line(&line, need_at(need, i));
        if (need_parse(renewed, now, buffer_text(&line), &error))
            continue;
        need_error_free(&error);
        if (!unknown)
            continue;
        buffer_add_text(unknown, unknown->length > 0 ? ", " : "");
        need_term_words(unknown, before, need_at(need, i));
    }
    buffer_wipe(&line);
    buffer_free(&line);
    return renewed;
}

static void note_gone(struct finding *finding, struct renewed *renewed, const char *id, const char *name)
{
    finding->missed = memory_room(finding->missed, finding->missed_count, &finding->missed_room, sizeof *finding->missed);
    char *copy = memory_new(strlen(id) + 1, 1);
    memcpy(copy, id, strlen(id));
    finding->missed[finding->missed_count++] = copy;
    if (renewed->gone_count++ == 0)
        buffer_add_text(&renewed->gone, name);
}

/* What is kept, in the order in which it was, by its numbers in the list now; with what had been kept in a list still further back and is there
 * again. Gives how many; there is room for all. */
static size_t find_kept(struct finding *finding, const struct catalogue *now, uint32_t *kept, struct renewed *renewed)
{
    const struct catalogue *before = finding->catalogue;
    struct buffer id = {0};
    size_t count = 0;
    size_t missed = finding->missed_count;
    size_t left = 0;
    for (size_t i = 0; i < finding->kept_count; i++) {
        const struct offer *old = &before->offers[finding->kept_order[i]];
        buffer_wipe(&id);
        offer_id_words(&id, before, old);
        size_t offer = catalogue_find(now, buffer_text(&id));
        if (offer == OFFER_NONE)
            note_gone(finding, renewed, buffer_text(&id), catalogue_name(before, old));
        else
            kept[count++] = (uint32_t)offer;
    }
    for (size_t i = 0; i < finding->missed_count; i++) {
        char *old = finding->missed[i];
        size_t offer = i < missed ? catalogue_find(now, old) : OFFER_NONE;
        if (offer == OFFER_NONE) {
            finding->missed[left++] = old;
            continue;
        }
        renewed->back_count++;
        kept[count++] = (uint32_t)offer;
        memory_wipe(old, strlen(old));
        free(old);
    }
    finding->missed_count = left;
    buffer_wipe(&id);
    buffer_free(&id);
    return count;
}

static void renew_kept(struct finding *finding, const struct catalogue *now, struct renewed *renewed)
{
    size_t room = finding->kept_count + finding->missed_count + 1;
    uint32_t *kept = memory_new(room, sizeof *kept);
    size_t count = find_kept(finding, now, kept, renewed);
    memory_wipe(finding->kept, finding->catalogue->offer_count + 1);
    free(finding->kept);
    finding->kept = memory_new(now->offer_count + 1, 1);
    finding->kept_count = 0;
    for (size_t i = 0; i < count; i++)
        finding_keep(finding, kept[i], true);
    memory_wipe(kept, room * sizeof *kept);
    free(kept);
}

static void renew_need(struct need **need, const struct need_setting *before, const struct need_setting *now, struct buffer *unknown)
{
    struct need *renewed = need_renewed(*need, before, now, unknown);
    need_free(*need);
    *need = renewed;
}

void finding_renew(struct finding *finding, struct matcher *matcher, struct renewed *renewed)
{
    const struct need_setting *now = matcher_need_setting(matcher);
    renew_kept(finding, matcher_catalogue(matcher), renewed);
    renew_need(&finding->need, finding->setting, now, &renewed->unknown);
    for (size_t i = 0; i < finding->past_count; i++)
        renew_need(&finding->past[i], finding->setting, now, NULL);
    answer_list_free(&finding->answers);
    facets_free(&finding->facets);
    finding->answers = (struct answer_list){0};
    finding->facets = (struct facets){0};
    finding->drop_count = 0;
    finding->also_count = 0;
    finding->stale = true;
    finding->facets_stale = true;
    finding->matcher = matcher;
    finding->catalogue = matcher_catalogue(matcher);
    finding->setting = now;
}

void renewed_free(struct renewed *renewed)
{
    buffer_wipe(&renewed->unknown);
    buffer_free(&renewed->unknown);
    buffer_wipe(&renewed->gone);
    buffer_free(&renewed->gone);
}

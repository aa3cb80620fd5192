/* What else the same people offer, at the end of a sheet: first of the same service, then of the same provider. */
#include <string.h>

#include "match/words.h"
#include "write/facts.h"
#include "write/sheet_parts.h"
#include "write/words.h"

/* More than these nobody reads; how many more there are is said. */
enum { OTHERS_MOST = 12 };

static const char between[] = " \u00b7 ";

static void add_part(struct buffer *out, const struct buffer *part)
{
    if (part->length > 0)
        buffer_format(out, "%s%s", out->length > 0 ? between : "", buffer_text(part));
}

/* The verdict in words for this need; "" when there is no need, or it is no answer to any. */
static const char *verdict_of_other(struct sheet_draft *draft, size_t index, enum verdict *verdict)
{
    *verdict = VERDICT_SUITS;
    if (!draft->need || !kind_is_answer(draft->catalogue->offers[index].kind))
        return "";
    *verdict = matcher_explain(draft->matcher, draft->need, index, draft->arena).verdict;
    return *verdict == VERDICT_NO ? OTHER_DOES_NOT_FIT : verdict_title(*verdict);
}

/* "To ask · group · Falkirk · mothers, birth to 2 years". */
static void add_other(struct sheet_draft *draft, size_t index)
{
    const struct offer *offer = &draft->catalogue->offers[index];
    enum verdict verdict;
    const char *fits = verdict_of_other(draft, index, &verdict);
    /* After a loss what does not fit is not even named: it may be a group for mothers with their babies. */
    bool after_loss = draft->need && need_after_loss(draft->need);
    if (after_loss && (verdict == VERDICT_NEAR || verdict == VERDICT_NO))
        return;
    sheet_add_of(draft, SHEET_OTHER, index, (draft->setting.public_names ? catalogue_public_name : catalogue_name)(draft->catalogue, offer));
    struct buffer *words = &draft->words;
    struct buffer part = {0};
    buffer_add_text(words, fits);
    if (offer->kind != KIND_PEER_SUPPORT)
        buffer_add_text(&part, vocabulary_at(draft->catalogue->vocabulary, LIST_KIND, offer->kind)->label);
    add_part(words, &part);
    buffer_clear(&part);
    facts_terms(&part, draft->catalogue, LIST_FORMATS, offer->formats.count > 0 ? offer->formats : offer->formats_maybe);
    add_part(words, &part);
    buffer_clear(&part);
    facts_where_and_whom(&part, draft->catalogue, offer, after_loss);
    add_part(words, &part);
    buffer_free(&part);
    sheet_add_of(draft, SHEET_OF_OTHER, index, arena_copy(draft->arena, buffer_text(words), words->length));
    buffer_clear(words);
}

static bool may_stand(const struct sheet_draft *draft, size_t index)
{
    return index != draft->index && !offer_closed(&draft->catalogue->offers[index], matcher_today(draft->matcher));
}

void sheet_add_others(struct sheet_draft *draft)
{
    const struct catalogue *catalogue = draft->catalogue;
    const struct service *service = offer_service(catalogue, draft->offer);
    const char *provider = offer_text(draft->offer, FIELD_PROVIDER);
    size_t found = 0;
    draft->heading = HEADING_OTHERS;
    for (uint32_t i = 0; i < service->offer_count; i++)
        if (may_stand(draft, service->first_offer + i) && found++ < OTHERS_MOST)
            add_other(draft, service->first_offer + i);
    draft->heading = HEADING_PROVIDER;
    for (size_t i = 0; i < catalogue->offer_count && provider && *provider; i++) {
        const struct offer *offer = &catalogue->offers[i];
        const char *its = offer->service != draft->offer->service ? offer_text(offer, FIELD_PROVIDER) : NULL;
        if (its && strcmp(its, provider) == 0 && may_stand(draft, i) && found++ < OTHERS_MOST)
            add_other(draft, i);
    }
    draft->heading = NULL;
    if (found <= OTHERS_MOST)
        return;
    buffer_format(&draft->words, OTHERS_MORE(found - OTHERS_MOST), found - OTHERS_MOST);
    sheet_add_words(draft, SHEET_NOTE, NULL);
}

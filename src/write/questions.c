#include "write/questions.h"

#include "write/words.h"


static bool has_text(const struct offer *offer, enum field field)
{
    return offer_text(offer, field) != NULL;
}

size_t questions_of(const struct offer *offer, const char *questions[QUESTION_COUNT])
{
    size_t count = 0;
    if (!has_text(offer, FIELD_HOW_TO_JOIN) && !offer->referral.stated)
        questions[count++] = QUESTION_JOIN;
    if (offer->session_count == 0)
        questions[count++] = QUESTION_MEETS;
    if (!has_text(offer, FIELD_COST))
        questions[count++] = QUESTION_COST;
    if (!has_text(offer, FIELD_WAIT))
        questions[count++] = QUESTION_WAIT;
    return count;
}

void not_stated_words(struct buffer *out, const struct offer *offer)
{
    const struct {
        bool stated;
        const char *words;
    } facts[] = {
        {offer->areas.stated || offer->areas_maybe.stated, UNSTATED_WHERE},
        {offer->formats.stated || offer->formats_maybe.stated, UNSTATED_HOW},
        {offer->who != WHO_NOT_STATED, UNSTATED_WHO},
        {offer->stage.from.unit != STAGE_NOT_STATED || offer->stage.to.unit != STAGE_NOT_STATED, UNSTATED_STAGE},
        {offer->session_count > 0, UNSTATED_WHEN},
        {offer->languages.stated, UNSTATED_LANGUAGES},
        {offer->with.stated, UNSTATED_WITH},
        {has_text(offer, FIELD_WHAT_THEY_SHARE), UNSTATED_PRIVATE},
    };
    struct buffer list = {0};
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
        if (!facts[i].stated)
            buffer_format(&list, "%s%s", list.length > 0 ? LIST_COMMA : "", facts[i].words);
    if (list.length > 0)
        buffer_format(out, UNSTATED, buffer_text(&list));
    buffer_free(&list);
}

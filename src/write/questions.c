#include "write/questions.h"

#include "write/words.h"

static bool has_text(const struct offer *offer, enum field field)
{
    return offer_text(offer, field) != NULL;
}

static size_t questions_of_line(const struct offer *offer, const char *questions[QUESTION_COUNT])
{
    size_t count = 0;
    if (!has_text(offer, FIELD_HOURS) && offer->session_count == 0)
        questions[count++] = QUESTION_CALL_WHEN;
    if (!has_text(offer, FIELD_COST))
        questions[count++] = QUESTION_CALL_COST;
    return count;
}

size_t questions_of(const struct offer *offer, const char *questions[QUESTION_COUNT])
{
    size_t count = 0;
    if (offer->kind == KIND_HELPLINE)
        return questions_of_line(offer, questions);
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

#define BIT(key) (1ul << (key))

size_t more_questions_of(const struct offer *offer, struct question questions[MORE_QUESTIONS])
{
    /* KEY_AFTER: what asks of a child is not to be asked after a loss. */
    const unsigned long stage_keys = BIT(KEY_PREGNANT) | BIT(KEY_CHILD) | BIT(KEY_DUE) | BIT(KEY_BORN) | BIT(KEY_AFTER);
    bool line = offer->kind == KIND_HELPLINE; /* nobody travels to it */
    const struct {
        bool stated;
        struct question question;
    } facts[MORE_QUESTIONS] = {
        {offer->areas.stated || offer->areas_maybe.stated, {QUESTION_AREA, BIT(KEY_IN)}},
        {offer->formats.stated || offer->formats_maybe.stated, {QUESTION_FORMAT, BIT(KEY_FORMAT)}},
        {offer->who != WHO_NOT_STATED, {QUESTION_WHO, BIT(KEY_WHO)}},
        {offer->stage.from.unit != STAGE_NOT_STATED || offer->stage.to.unit != STAGE_NOT_STATED, {QUESTION_STAGE, stage_keys}},
        {offer->languages.stated, {QUESTION_LANGUAGES, BIT(KEY_LANGUAGE)}},
        {offer->with.stated || line, {QUESTION_WITH, BIT(KEY_WITH) | BIT(KEY_AFTER)}},
        {has_text(offer, FIELD_WHAT_THEY_SHARE), {QUESTION_PRIVATE, 0}},
    };
    size_t count = 0;
    for (size_t i = 0; i < MORE_QUESTIONS; i++)
        if (!facts[i].stated)
            questions[count++] = facts[i].question;
    return count;
}

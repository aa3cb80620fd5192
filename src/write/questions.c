#include "write/questions.h"

#include "text/words.h"

static bool has_text(const struct offer *offer, enum field field)
{
    return offer_text(offer, field) != NULL;
}

size_t questions_of(const struct offer *offer, const char *questions[QUESTION_COUNT])
{
    size_t count = 0;
    if (!has_text(offer, FIELD_HOW_TO_JOIN) && !offer->referral.stated)
        questions[count++] = _("How do I join? Can I ask for it myself?");
    if (offer->session_count == 0)
        questions[count++] = _("When does it meet, and where?");
    if (!has_text(offer, FIELD_COST))
        questions[count++] = _("Does it cost anything?");
    if (!has_text(offer, FIELD_WAIT))
        questions[count++] = _("How long is the wait?");
    return count;
}

void not_stated_words(struct buffer *out, const struct offer *offer)
{
    const struct {
        bool stated;
        const char *words;
    } facts[] = {
        {offer->areas.stated || offer->areas_maybe.stated, _("where")},
        {offer->formats.stated || offer->formats_maybe.stated, _("how")},
        {offer->who != WHO_NOT_STATED, _("for whom")},
        {offer->stage.from.unit != STAGE_NOT_STATED || offer->stage.to.unit != STAGE_NOT_STATED, _("for which stage")},
        {offer->session_count > 0, _("when it meets")},
        {offer->languages.stated, _("languages")},
        {offer->with.stated, _("what is there (a crèche, transport)")},
        {has_text(offer, FIELD_WHAT_THEY_SHARE), _("what they keep private")},
    };
    size_t listed = 0;
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
        if (!facts[i].stated)
            buffer_format(out, "%s%s", listed++ == 0 ? _("Not stated: ") : ", ", facts[i].words);
    if (listed > 0)
        buffer_add_byte(out, '.');
}

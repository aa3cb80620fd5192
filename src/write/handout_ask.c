/* What to ask: what her need leaves open with an offer, and what the offer does not say of itself. */
#include <string.h>

#include "catalogue/offer.h"
#include "match/criteria.h"
#include "write/discreet.h"
#include "write/handout_parts.h"
#include "write/handout_words.h"
#include "write/questions.h"

/* Once, and not more than she can ask. */
void offer_ask(struct offer_draft *draft, const char *question)
{
    for (size_t i = 0; i < draft->question_count; i++)
        if (strcmp(draft->questions[i], question) == 0)
            return;
    if (draft->question_count < HANDOUT_QUESTIONS)
        draft->questions[draft->question_count++] = question;
}

static bool is_about(const struct reason *reason, const enum key *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(reason->about, criteria[keys[i]].key) == 0)
            return true;
    return false;
}

/* "whether there is a crèche" as "Whether there is a crèche." */
static const char *as_sentence(struct offer_draft *draft, const char *question)
{
    struct buffer *words = &draft->sheet->words;
    buffer_format(words, "%s.", question);
    if (words->bytes[0] >= 'a' && words->bytes[0] <= 'z')
        words->bytes[0] = (char)(words->bytes[0] - 'a' + 'A');
    return handout_keep(draft->sheet, words);
}

/* Whether a word of the need that the reason is about tells why she has the sheet, as it is written: the question may be in another language. */
static bool word_reveals(const struct offer_draft *draft, const struct reason *reason)
{
    const struct need *need = draft->sheet->need;
    for (size_t i = 0; i < need_count(need); i++) {
        const struct need_term *term = need_at(need, i);
        const struct criterion_row *row = &criteria[term->key];
        if (row->list < 0 || strcmp(row->key, reason->about) != 0)
            continue;
        const struct vocabulary *vocabulary = draft->sheet->catalogue->vocabulary;
        for (size_t value = 0; value < term->count; value++) {
            if (term->values[value].number >= vocabulary_count(vocabulary, (enum vocabulary_list)row->list))
                continue;
            const struct term_texts *written = &vocabulary_at(vocabulary, (enum vocabulary_list)row->list, term->values[value].number)->written;
            if (discreet_reveals(written->label) || discreet_reveals(written->ask))
                return true;
        }
    }
    return false;
}

/* What her need leaves open with this offer. Her stage, her loss and her reasons are not on the sheet, which lies about at home and is read when they have
 * changed: what turns on them is asked in words that hold for anybody. */
static void ask_for_need(struct offer_draft *draft)
{
    static const enum key now[] = {KEY_PREGNANT, KEY_CHILD, KEY_DUE, KEY_BORN, KEY_AFTER};
    static const enum key me[] = {KEY_ABOUT, KEY_WORDS, KEY_WHO, KEY_AGE};
    static const enum key said[] = {KEY_STATUS, KEY_CHECKED};
    static const enum key when[] = {KEY_DAY, KEY_TIME, KEY_ON, KEY_NEAR};
    static const enum key joining[] = {KEY_REFERRAL};
    static const enum key here[] = {KEY_IN};
    struct handout_draft *sheet = draft->sheet;
    if (!sheet->need || !kind_is_answer(draft->offer->kind))
        return;
    struct reasons reasons = matcher_explain(sheet->matcher, sheet->need, draft->index, sheet->arena);
    for (size_t i = 0; i < reasons.count; i++) {
        const struct reason *reason = &reasons.items[i];
        if (!reason->question || is_about(reason, said, sizeof said / sizeof said[0]))
            continue;
        if (is_about(reason, now, sizeof now / sizeof now[0])) {
            offer_ask(draft, QUESTION_NOW);
        } else if (is_about(reason, here, 1)) {
            offer_ask(draft, QUESTION_HERE);
        } else if (is_about(reason, me, sizeof me / sizeof me[0]) || (draft->discreet && (discreet_reveals(reason->question) || word_reveals(draft, reason)))) {
            offer_ask(draft, QUESTION_FOR_ME);
        } else if ((draft->offer->session_count == 0 && is_about(reason, when, sizeof when / sizeof when[0])) ||
                   (!draft->offer->referral.stated && is_about(reason, joining, 1))) {
            continue; /* questions_of asks it */
        } else {
            offer_ask(draft, as_sentence(draft, reason->question));
        }
    }
}

void offer_add_questions(struct offer_draft *draft)
{
    const struct offer *offer = draft->offer;
    const char *missing[QUESTION_COUNT];
    ask_for_need(draft);
    if (kind_is_answer(offer->kind)) {
        size_t count = questions_of(offer, missing);
        for (size_t i = 0; i < count; i++)
            offer_ask(draft, missing[i]);
    }
    if (draft->question_count > 0)
        offer_add(draft, HANDOUT_ASK, NULL, ASK_THEM);
    for (size_t i = 0; i < draft->question_count; i++)
        offer_add(draft, HANDOUT_QUESTION, NULL, draft->questions[i]);
}

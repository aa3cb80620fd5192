/* Who, what and how, in words: mostly the vocabulary's own. */
#include <string.h>

#include "match/explain_parts.h"

enum { NAMED_MOST = 3 };

void term_say(struct buffer *out, const struct term *term, enum value value)
{
    struct buffer question = {0};
    if (value == VALUE_YES && term->yes)
        buffer_add_text(out, term->yes);
    else if (value == VALUE_YES)
        buffer_format(out, SAY_TERM_YES, term->label);
    else if (value == VALUE_NO && term->no)
        buffer_add_text(out, term->no);
    else if (value == VALUE_NO)
        buffer_format(out, SAY_TERM_NOT, term->label);
    else {
        term_question(&question, term);
        buffer_format(out, SAY_TERM_ASK, buffer_text(&question));
    }
    buffer_free(&question);
}

void term_question(struct buffer *out, const struct term *term)
{
    if (term->ask)
        buffer_add_text(out, term->ask);
    else
        buffer_format(out, ASK_TERM, term->label);
}

/* The labels of the terms of a list, joined by commas and a last word. */
static void labels_join(struct buffer *out, const struct vocabulary *vocabulary, enum vocabulary_list list, struct numbers numbers, const char *last)
{
    for (uint32_t i = 0; i < numbers.count; i++)
        words_join(out, vocabulary_at(vocabulary, list, numbers.items[i])->label, i, numbers.count, last);
}

/* Keeps what was built as the sentence, and the term's question. */
static void keep(struct arena *arena, struct buffer *out, const struct term *asked, struct reason *reason)
{
    reason->say = arena_copy(arena, buffer_text(out), out->length);
    if (asked) {
        buffer_clear(out);
        term_question(out, asked);
        reason->question = arena_copy(arena, buffer_text(out), out->length);
    }
    buffer_free(out);
}

void explain_who(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                 enum value value, struct arena *arena, struct reason *reason)
{
    const struct vocabulary *vocabulary = setting->catalogue->vocabulary;
    const struct term *person = vocabulary_at(vocabulary, LIST_PERSON, value_deciding(setting, offer, term->key, of, count, value)->number);
    struct buffer says = {0};
    struct buffer asks = {0};
    struct buffer out = {0};
    if (offer->who != WHO_NOT_STATED)
        term_say(&says, vocabulary_at(vocabulary, LIST_WHO, offer->who), VALUE_YES);
    term_question(&asks, person);
    if (value == VALUE_ASK && says.length > 0)
        buffer_format(&out, SAY_WHO_ASK, buffer_text(&says), buffer_text(&asks));
    else if (value == VALUE_ASK)
        buffer_format(&out, SAY_TERM_ASK, buffer_text(&asks));
    else
        buffer_add_text(&out, says.length > 0 ? buffer_text(&says) : SAY_WHO_NOT_STATED);
    buffer_free(&says);
    buffer_free(&asks);
    keep(arena, &out, person, reason);
}

static const char *age_limits(struct arena *arena, struct years years, bool ask)
{
    if (years.from >= 0 && years.to >= 0)
        return sentence(arena, ask ? SAY_AGE_FROM_TO_ASK : SAY_AGE_FROM_TO, years.from, years.to);
    if (years.to >= 0)
        return sentence(arena, ask ? SAY_AGE_TO_ASK : SAY_AGE_TO, years.to);
    return sentence(arena, ask ? SAY_AGE_FROM_ASK : SAY_AGE_FROM, years.from);
}

static const char *age_missed(struct arena *arena, struct years years, unsigned age)
{
    if (years.from >= 0 && years.to >= 0)
        return sentence(arena, SAY_AGE_FROM_TO_NO, years.from, years.to, age);
    if (years.to >= 0)
        return sentence(arena, SAY_AGE_TO_NO, years.to, age);
    return sentence(arena, SAY_AGE_FROM_NO, years.from, age);
}

void explain_age(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                 enum value value, struct arena *arena, struct reason *reason)
{
    struct years years = offer->parent_age;
    if (years.from < 0 && years.to < 0)
        years = offer->parent_age_maybe;
    reason->question = sentence(arena, "%s", ASK_AGE);
    if (years.from < 0 && years.to < 0) {
        reason->say = sentence(arena, "%s", SAY_AGE_OPEN);
    } else if (value == VALUE_ASK && of) {
        unsigned age = value_deciding(setting, offer, term->key, of, count, value)->number;
        reason->say = sentence(arena, SAY_AGE_PERHAPS, age);
        reason->question = sentence(arena, ASK_AGE_PERHAPS, age);
    } else if (value == VALUE_NO) {
        reason->say = age_missed(arena, years, of[0].number);
    } else {
        reason->say = age_limits(arena, years, value == VALUE_ASK);
    }
}

/* What the offer states in the list that the key looks at, so that a "no" can say what it is instead. */
static struct numbers offer_states(const struct offer *offer, enum key key)
{
    static const struct numbers none = {0};
    return key == KEY_FORMAT ? offer->formats : key == KEY_LANGUAGE ? offer->languages : key == KEY_REFERRAL ? offer->referral : none;
}

/* "Online. Not in a group.": what it is, then, where one thing was wanted, that it is not that. */
static void say_term_no(struct buffer *out, const struct vocabulary *vocabulary, const struct offer *offer, enum key key, const struct need_value *of,
                        size_t count)
{
    enum vocabulary_list list = (enum vocabulary_list)criteria[key].list;
    struct numbers is = offer_states(offer, key);
    for (uint32_t i = 0; i < is.count && is.count <= NAMED_MOST; i++) {
        if (out->length > 0)
            buffer_add_byte(out, ' ');
        term_say(out, vocabulary_at(vocabulary, list, is.items[i]), VALUE_YES);
    }
    for (size_t i = 0; i < count && (count == 1 || out->length == 0); i++) {
        if (out->length > 0)
            buffer_add_byte(out, ' ');
        term_say(out, vocabulary_at(vocabulary, list, of[i].number), VALUE_NO);
    }
}

void explain_term(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                  enum value value, struct arena *arena, struct reason *reason)
{
    const struct vocabulary *vocabulary = setting->catalogue->vocabulary;
    enum vocabulary_list list = (enum vocabulary_list)criteria[term->key].list;
    const struct term *word = vocabulary_at(vocabulary, list, value_deciding(setting, offer, term->key, of, count, value)->number);
    struct buffer out = {0};
    struct buffer question = {0};
    if (value == VALUE_NO) {
        say_term_no(&out, vocabulary, offer, term->key, of, count);
    } else if (value == VALUE_ASK && term->key == KEY_FORMAT && offer->formats_maybe.count > 0) {
        term_question(&question, word);
        buffer_format(&out, SAY_TERM_PERHAPS, buffer_text(&question));
    } else {
        term_say(&out, word, value);
    }
    buffer_free(&question);
    keep(arena, &out, word, reason);
}

void explain_about(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                   enum value value, struct arena *arena, struct reason *reason)
{
    const struct vocabulary *vocabulary = setting->catalogue->vocabulary;
    const struct term *topic = vocabulary_at(vocabulary, LIST_ABOUT, value_deciding(setting, offer, term->key, of, count, value)->number);
    struct buffer labels = {0};
    struct buffer out = {0};
    struct numbers named = offer->about;
    named.count = named.count > NAMED_MOST ? NAMED_MOST : named.count;
    labels_join(&labels, vocabulary, LIST_ABOUT, named, LIST_AND);
    if (named.count == 0)
        buffer_add_text(&out, SAY_ABOUT_OPEN);
    else if (value == VALUE_YES)
        term_say(&out, topic, VALUE_YES);
    else if (value == VALUE_ASK)
        buffer_format(&out, SAY_ABOUT_OTHER, buffer_text(&labels));
    else
        buffer_format(&out, SAY_ABOUT_ONLY, buffer_text(&labels));
    buffer_free(&labels);
    keep(arena, &out, topic, reason);
}

void explain_for(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                 enum value value, struct arena *arena, struct reason *reason)
{
    (void)term;
    (void)of;
    (void)count;
    const struct vocabulary *vocabulary = setting->catalogue->vocabulary;
    struct buffer labels = {0};
    labels_join(&labels, vocabulary, LIST_FOR, offer->for_groups, LIST_OR);
    if (offer->for_groups.count == 0)
        reason->say = sentence(arena, "%s", SAY_FOR_OPEN);
    else
        reason->say = sentence(arena, value == VALUE_ASK ? SAY_FOR_ONLY_ASK : SAY_FOR_ONLY, buffer_text(&labels));
    reason->question = sentence(arena, ASK_FOR_ONLY, buffer_text(&labels));
    buffer_free(&labels);
}

void explain_only(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                  enum value value, struct arena *arena, struct reason *reason)
{
    const struct vocabulary *vocabulary = setting->catalogue->vocabulary;
    uint32_t group = value_deciding(setting, offer, term->key, of, count, value)->number;
    struct buffer out = {0};
    if (group != ONLY_FATHERS)
        term_say(&out, vocabulary_at(vocabulary, LIST_FOR, group), value);
    else if (value == VALUE_YES)
        term_say(&out, vocabulary_at(vocabulary, LIST_WHO, WHO_FATHERS), VALUE_YES);
    else
        buffer_add_text(&out, SAY_ONLY_NOT_FATHERS);
    keep(arena, &out, NULL, reason);
}

void explain_language(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of,
                      size_t count, enum value value, struct arena *arena, struct reason *reason)
{
    explain_term(setting, offer, term, of, count, value, arena, reason);
    if (value != VALUE_ASK || !numbers_have(offer->with, setting->interpreter))
        return;
    uint32_t language = value_deciding(setting, offer, term->key, of, count, value)->number;
    reason->say = sentence(arena, SAY_LANGUAGE_INTERPRETER, vocabulary_at(setting->catalogue->vocabulary, LIST_LANGUAGES, language)->label);
}

void explain_checked(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                     enum value value, struct arena *arena, struct reason *reason)
{
    (void)setting;
    (void)term;
    (void)of;
    (void)count;
    (void)value;
    struct buffer date = {0};
    date_words(&date, offer->checked);
    reason->say = offer->checked.year != 0 ? sentence(arena, SAY_CHECKED, buffer_text(&date)) : sentence(arena, "%s", SAY_CHECKED_NEVER);
    buffer_free(&date);
}

void explain_words(const struct judge_setting *setting, const struct offer *offer, const struct need_term *term, const struct need_value *of, size_t count,
                   enum value value, struct arena *arena, struct reason *reason)
{
    (void)setting;
    (void)offer;
    (void)term;
    (void)count;
    reason->say = sentence(arena, value == VALUE_YES ? SAY_WORDS_YES : SAY_WORDS_NO, of[0].words);
}

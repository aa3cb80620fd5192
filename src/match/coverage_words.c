/* What is missing, in words: the beginning of the sentence of a gap, such as "No one-to-one for a child of 12 months". */
#include <string.h>

#include "match/coverage.h"
#include "match/coverage_words.h"
#include "match/words.h"

/* What a way of giving support is called when there is none. A catalogue's own ways are named by their label. */
static const struct {
    const char *format;
    const char *none;
} nouns[] = {
    {"group", N_("No group")},
    {"one-to-one", N_("No one-to-one")},
    {"online", N_("Nothing online")},
    {"phone", N_("Nothing by phone")},
    {"birth-partner", N_("Nobody to be there at the birth")},
    {"in-patient", N_("No stay in hospital")},
    {"information", N_("No information")},
};

/* The value that a term with one value has, when it is of that key and not denied. */
static const struct need_value *only_value(const struct need_term *term, enum key key)
{
    return term->key == key && !term->denied && term->count == 1 ? term->values : NULL;
}

static const struct term *term_named(const struct need_setting *setting, enum vocabulary_list list, const struct need_value *value)
{
    return vocabulary_at(setting->catalogue->vocabulary, list, value->number);
}

/* Appends the noun; gives the index of the term that it stands for, or the count of terms. The last such term is the column's own. */
static size_t add_noun(struct buffer *out, const struct need_setting *setting, const struct need *need)
{
    for (size_t i = need_count(need); i-- > 0;) {
        const struct need_value *value = only_value(need_at(need, i), KEY_FORMAT);
        if (!value)
            continue;
        const struct term *format = term_named(setting, LIST_FORMATS, value);
        for (size_t j = 0; j < sizeof nouns / sizeof *nouns; j++) {
            if (strcmp(nouns[j].format, format->id) == 0) {
                buffer_add_text(out, _(nouns[j].none));
                return i;
            }
        }
        buffer_format(out, GAP_NONE_OF, format->label);
        return i;
    }
    buffer_add_text(out, GAP_NOTHING);
    return need_count(need);
}

static void add_child(struct buffer *out, const struct need_value *value)
{
    struct buffer age = {0};
    words_child_age(&age, value, KEY_CHILD);
    if (value->moment.any)
        buffer_add_text(out, GAP_CHILD_ANY);
    else if (value->moment.days == 0)
        buffer_add_text(out, GAP_NEW_BABY);
    else
        buffer_format(out, GAP_CHILD, buffer_text(&age));
    buffer_free(&age);
}

static void add_pregnant(struct buffer *out, const struct need_value *value)
{
    unsigned weeks = (unsigned)value->moment.days / 7;
    if (value->moment.any || value->moment.days % 7 != 0)
        buffer_add_text(out, GAP_PREGNANT_ANY);
    else
        buffer_format(out, GAP_PREGNANT(weeks), weeks);
}

/* Appends a term that reads on after the noun; false when it has no such words. */
static bool add_joined(struct buffer *out, const struct need_setting *setting, const struct need_term *term)
{
    const struct need_value *value = only_value(term, term->key);
    if (!value)
        return false;
    switch ((int)term->key) {
    case KEY_PREGNANT: add_pregnant(out, value); return true;
    case KEY_CHILD: add_child(out, value); return true;
    case KEY_AFTER: buffer_add_text(out, GAP_AFTER_LOSS); return true;
    case KEY_WHO: buffer_format(out, GAP_WHO, term_named(setting, LIST_PERSON, value)->label); return true;
    case KEY_ABOUT: buffer_format(out, GAP_ABOUT, term_named(setting, LIST_ABOUT, value)->label); return true;
    case KEY_FOR: buffer_format(out, GAP_FOR, term_named(setting, LIST_FOR, value)->label); return true;
    case KEY_ONLY:
    case KEY_LANGUAGE:
    case KEY_DAY:
    case KEY_CHECKED:
    case KEY_NEAR:
    case KEY_ON:
        buffer_add_byte(out, ' ');
        need_term_words(out, setting, term);
        return true;
    default: return false;
    }
}

void coverage_missing(struct buffer *out, const struct need_setting *setting, const struct need *need)
{
    struct buffer rest = {0};
    size_t noun = add_noun(out, setting, need);
    for (size_t i = 0; i < need_count(need); i++) {
        if (i == noun || add_joined(out, setting, need_at(need, i)))
            continue;
        if (rest.length > 0)
            buffer_add_text(&rest, LIST_COMMA);
        need_term_words(&rest, setting, need_at(need, i));
    }
    if (rest.length > 0)
        buffer_format(out, GAP_REST, buffer_text(&rest));
    buffer_free(&rest);
}

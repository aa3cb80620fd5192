#include "match/text_match.h"

#include <stdint.h>
#include <string.h>

#include "match/judge.h"
#include "text/fold.h"

enum { SLIP_LETTERS = 5 };

static void add_text(struct buffer *out, const char *text)
{
    if (!text || !*text)
        return;
    fold_words(out, text, strlen(text));
    buffer_add_byte(out, '\n');
}

static void add_labels(struct buffer *out, const struct vocabulary *vocabulary, enum vocabulary_list list, struct numbers numbers)
{
    for (uint32_t i = 0; i < numbers.count; i++) {
        const struct term *term = vocabulary_at(vocabulary, list, numbers.items[i]);
        add_text(out, term->written.label);
        for (size_t label = 0; label < term->label_count; label++)
            add_text(out, term->labels[label]);
    }
}

/* The translations of the fields, in all languages: what is found does not depend on the language in which somebody reads. */
static void add_translations(struct buffer *out, const struct offer *offer, const enum field *fields, size_t count)
{
    for (uint32_t extra = 0; extra < offer->extra_count; extra++) {
        const char *name = offer->extras[extra].name;
        const char *field = strncmp(name, "lang_", 5) == 0 ? strchr(name + 5, '_') : NULL;
        for (size_t i = 0; field && i < count; i++)
            if (strcmp(field + 1, field_table[fields[i]].name) == 0)
                add_text(out, offer->extras[extra].text);
    }
}

void offer_words(struct buffer *out, const struct catalogue *catalogue, const struct offer *offer)
{
    static const enum field fields[] = {FIELD_NAME, FIELD_PROVIDER, FIELD_PUBLIC_NAME, FIELD_SUMMARY, FIELD_WHAT_HAPPENS};
    enum { FIELDS = sizeof fields / sizeof *fields };
    const char *service = offer_service(catalogue, offer)->name;
    const char *name = offer_name(offer);
    add_text(out, name);
    if (service && strcmp(service, name) != 0)
        add_text(out, service);
    for (size_t i = 1; i < FIELDS; i++) /* the name stands there already, even where it is only an id */
        add_text(out, offer_text(offer, fields[i]));
    add_translations(out, offer, fields, FIELDS);
    add_labels(out, catalogue->vocabulary, LIST_FORMATS, offer->formats);
    add_labels(out, catalogue->vocabulary, LIST_WITH, offer->with);
    add_labels(out, catalogue->vocabulary, LIST_ABOUT, offer->about);
}

static size_t letter_length(const char *text)
{
    unsigned char byte = (unsigned char)*text;
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* How many letters, or 0 where one is a digit: a slip in a number is another number. */
static size_t letters_in(const char *text, size_t length)
{
    size_t letters = 0;
    for (size_t at = 0; at < length; at++) {
        if (text[at] >= '0' && text[at] <= '9')
            return 0;
        letters += ((unsigned char)text[at] & 0xC0) != 0x80;
    }
    return letters;
}

static bool begins(const char *text, size_t length, const char *with, size_t with_length)
{
    return with_length <= length && memcmp(text, with, with_length) == 0;
}

/* Whether the word begins with what was typed but for one letter added, left out, changed or swapped. All letters before the first that
 * differs may be taken as right: a slip further on would not mend that one. */
static bool begins_but_one(const char *word, size_t length, const char *typed, size_t typed_length)
{
    size_t same = 0;
    while (same < length && same < typed_length && word[same] == typed[same])
        same++;
    while (same > 0 && ((unsigned char)typed[same] & 0xC0) == 0x80)
        same--;
    if (same == typed_length)
        return true;
    const char *typed_rest = typed + same;
    size_t typed_left = typed_length - same;
    size_t typed_letter = letter_length(typed_rest);
    const char *rest = word + same;
    size_t left = length - same;
    if (begins(rest, left, typed_rest + typed_letter, typed_left - typed_letter)) /* one too many was typed */
        return true;
    if (left == 0)
        return false;
    size_t letter = letter_length(rest);
    if (begins(rest + letter, left - letter, typed_rest, typed_left)) /* one was left out */
        return true;
    if (begins(rest + letter, left - letter, typed_rest + typed_letter, typed_left - typed_letter)) /* one is another */
        return true;
    if (typed_left == typed_letter || left == letter)
        return false;
    size_t second = letter_length(rest + letter);
    size_t typed_second = letter_length(typed_rest + typed_letter);
    return second == typed_letter && letter == typed_second && memcmp(rest + letter, typed_rest, second) == 0 &&
           memcmp(rest, typed_rest + typed_letter, letter) == 0 &&
           begins(rest + letter + second, left - letter - second, typed_rest + letter + second, typed_left - letter - second);
}

bool word_matches(const char *word, size_t length, const char *typed, size_t typed_length)
{
    if (begins(word, length, typed, typed_length))
        return true;
    return letters_in(typed, typed_length) >= SLIP_LETTERS && begins_but_one(word, length, typed, typed_length);
}

static bool texts_have(const char *texts, const char *typed, size_t typed_length)
{
    for (const char *word = texts; *word;) {
        size_t length = strcspn(word, " \n");
        if (word_matches(word, length, typed, typed_length))
            return true;
        word += length;
        word += strspn(word, " \n");
    }
    return false;
}

bool words_match(const char *texts, const char *typed, bool phrase)
{
    if (phrase) {
        for (const char *found = strstr(texts, typed); found; found = strstr(found + 1, typed)) {
            if (found == texts || found[-1] == ' ' || found[-1] == '\n')
                return true;
        }
        return false;
    }
    for (const char *word = typed; *word;) {
        size_t length = strcspn(word, " ");
        if (!texts_have(texts, word, length))
            return false;
        word += length;
        word += strspn(word, " ");
    }
    return true;
}

enum value judge_words(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    struct buffer texts = {0};
    struct buffer typed = {0};
    offer_words(&texts, setting->catalogue, offer);
    fold_words(&typed, value->words, strlen(value->words));
    bool found = words_match(buffer_text(&texts), buffer_text(&typed), value->number != 0);
    buffer_wipe(&typed);
    buffer_free(&typed);
    buffer_free(&texts);
    return found ? VALUE_YES : VALUE_NO;
}

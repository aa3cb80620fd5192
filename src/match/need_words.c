/* A term in words, for a chip: what a person would call it. */
#include <string.h>

#include "match/criteria.h"
#include "match/need.h"
#include "match/words.h"

static void pregnant_words(struct buffer *out, const struct need_value *value)
{
    unsigned weeks = (unsigned)value->moment.days / 7;
    unsigned days = (unsigned)value->moment.days % 7;
    if (value->moment.any) {
        buffer_add_text(out, CHIP_PREGNANT);
        return;
    }
    struct buffer whole = {0};
    buffer_format(&whole, CHIP_PREGNANT_WEEKS(weeks), weeks);
    if (days > 0)
        buffer_format(out, CHIP_PREGNANT_DAYS(days), buffer_text(&whole), days);
    else
        buffer_add_text(out, buffer_text(&whole));
    buffer_free(&whole);
}

static void child_words(struct buffer *out, const struct need_value *value, enum key key)
{
    if (value->moment.any) {
        buffer_add_text(out, CHIP_CHILD_ANY);
        return;
    }
    struct buffer age = {0};
    words_child_age(&age, value, key);
    buffer_format(out, CHIP_CHILD, buffer_text(&age));
    buffer_free(&age);
}

static void date_chip(struct buffer *out, const struct need_value *value, const char *format)
{
    struct buffer date = {0};
    date_words(&date, value->date);
    const char *hole = strstr(format, "%s");
    buffer_add(out, format, hole ? (size_t)(hole - format) : 0);
    buffer_add_text(out, buffer_text(&date));
    if (hole)
        buffer_add_text(out, hole + 2);
    buffer_free(&date);
}

static void near_words(struct buffer *out, const struct need_value *value)
{
    struct buffer number = {0};
    size_t length = strlen(value->words);
    bool kilometres = length > 2 && strcmp(value->words + length - 2, "km") == 0;
    buffer_add(&number, value->words, length > 2 ? length - 2 : length);
    buffer_format(out, kilometres ? CHIP_NEAR_KILOMETRES : CHIP_NEAR_MILES, buffer_text(&number));
    buffer_free(&number);
}

static void label_words(struct buffer *out, const struct need_setting *setting, enum key key, const struct need_value *value)
{
    bool fathers = key == KEY_ONLY && value->number == ONLY_FATHERS;
    const struct vocabulary *vocabulary = setting->catalogue->vocabulary;
    const char *label = fathers ? CHIP_FATHERS : vocabulary_at(vocabulary, (enum vocabulary_list)criteria[key].list, value->number)->label;
    if (key == KEY_ONLY)
        buffer_format(out, CHIP_ONLY, label);
    else if (key == KEY_LANGUAGE)
        buffer_format(out, CHIP_LANGUAGE, label);
    else if (key == KEY_STATUS)
        buffer_format(out, CHIP_STATUS, label);
    else
        buffer_add_text(out, label);
}

static void value_words(struct buffer *out, const struct need_setting *setting, const struct need_term *term, const struct need_value *value)
{
    switch (term->key) {
    case KEY_IN:
        buffer_add_text(out, value->words);
        return;
    case KEY_PREGNANT:
        pregnant_words(out, value);
        return;
    case KEY_CHILD:
        child_words(out, value, term->key);
        return;
    case KEY_DUE:
        date_chip(out, value, CHIP_DUE);
        return;
    case KEY_BORN:
        date_chip(out, value, CHIP_BORN);
        return;
    case KEY_ON:
        date_chip(out, value, CHIP_ON);
        return;
    case KEY_AFTER:
        buffer_add_text(out, CHIP_AFTER_LOSS);
        return;
    case KEY_AGE:
        buffer_format(out, CHIP_AGE(value->number), (unsigned)value->number);
        return;
    case KEY_DAY:
        buffer_add_text(out, words_weekdays(value->number));
        return;
    case KEY_TIME:
        buffer_add_text(out, words_part_of_day(value->number));
        return;
    case KEY_NEAR:
        near_words(out, value);
        return;
    case KEY_CHECKED:
        buffer_format(out, CHIP_CHECKED(value->number), (unsigned)value->number);
        return;
    case KEY_WORDS:
        buffer_format(out, "\"%s\"", value->words);
        return;
    case KEY_WHO:
    case KEY_FORMAT:
    case KEY_ABOUT:
    case KEY_FOR:
    case KEY_ONLY:
    case KEY_WITH:
    case KEY_LANGUAGE:
    case KEY_REFERRAL:
    case KEY_STATUS:
    case KEY_COUNT:
        label_words(out, setting, term->key, value);
        return;
    }
}

void need_term_words(struct buffer *out, const struct need_setting *setting, const struct need_term *term)
{
    struct buffer all = {0};
    for (size_t i = 0; i < term->count; i++) {
        struct buffer one = {0};
        value_words(&one, setting, term, &term->values[i]);
        words_join(&all, buffer_text(&one), i, term->count, criteria[term->key].all_of && !term->denied ? LIST_AND : LIST_OR);
        buffer_wipe(&one);
        buffer_free(&one);
    }
    if (term->denied)
        buffer_format(out, CHIP_NOT, buffer_text(&all));
    else
        buffer_add_text(out, buffer_text(&all));
    buffer_wipe(&all);
    buffer_free(&all);
}

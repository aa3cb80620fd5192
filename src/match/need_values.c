/* Numbers, dates, lengths of time and of road: the values of a need that are no words of the vocabulary. */
#include <string.h>

#include "match/criteria.h"
#include "match/need_parts.h"
#include "match/need_values.h"
#include "match/words.h"
#include "text/fold.h"

enum { WEEKS_MOST = 42, MONTHS_MOST = 17 * 12, AGE_LEAST = 10, AGE_MOST = 99, DUE_AHEAD_MOST = 280, DUE_PAST_MOST = 21 };

#define DAYS_IN_MONTH 30.4375
#define MILES_IN_KILOMETRE 0.621371192

/* A folded text read from left to right. */
struct reading {
    struct buffer folded;
    const char *at;
};

static struct reading reading_of(const char *text, size_t length)
{
    struct reading reading = {0};
    fold_words(&reading.folded, text, length);
    reading.at = buffer_text(&reading.folded);
    return reading;
}

static void reading_free(struct reading *reading)
{
    buffer_wipe(&reading->folded);
    buffer_free(&reading->folded);
}

/* Reads a whole number of at most five digits and the space behind it. */
static bool read_number(struct reading *reading, uint32_t *number)
{
    size_t digits = strspn(reading->at, "0123456789");
    if (digits == 0 || digits > 5)
        return false;
    *number = 0;
    for (size_t i = 0; i < digits; i++)
        *number = *number * 10 + (uint32_t)(reading->at[i] - '0');
    reading->at += digits;
    reading->at += strspn(reading->at, " ");
    return true;
}

/* Whether the rest is one of the words, which are separated by "|". */
static bool rest_is(const struct reading *reading, const char *words)
{
    size_t length = strlen(reading->at);
    for (const char *word = words; word; word = strchr(word, '|') ? strchr(word, '|') + 1 : NULL) {
        if (strcspn(word, "|") == length && strncmp(word, reading->at, length) == 0)
            return true;
    }
    return false;
}

/* Takes a word from the front, if it stands there. */
static bool read_word(struct reading *reading, const char *word)
{
    size_t length = strlen(word);
    if (strncmp(reading->at, word, length) != 0)
        return false;
    reading->at += length;
    reading->at += strspn(reading->at, " ");
    return true;
}

static void words_format(struct arena *arena, struct need_value *value, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void words_format(struct arena *arena, struct need_value *value, const char *format, ...)
{
    struct buffer out = {0};
    va_list list;
    va_start(list, format);
    buffer_format_list(&out, format, list);
    va_end(list);
    value->words = arena_copy(arena, buffer_text(&out), out.length);
    buffer_wipe(&out);
    buffer_free(&out);
}

/* Weeks, and then perhaps days, of pregnancy: 20, 20w, 20 weeks, 20+3, 20 weeks 3 days. Folding has made a space of "+". */
static bool read_pregnant(struct reading *reading, uint32_t *weeks, uint32_t *days)
{
    *days = 0;
    if (!read_number(reading, weeks))
        return false;
    bool unit = read_word(reading, "weeks") || read_word(reading, "week") || read_word(reading, "wks") || read_word(reading, "w");
    (void)unit;
    read_word(reading, "pregnant");
    if (*reading->at == '\0')
        return *weeks <= WEEKS_MOST;
    read_word(reading, "and");
    return read_number(reading, days) && rest_is(reading, "|d|day|days") && *days < 7 && *weeks <= WEEKS_MOST;
}

bool parse_pregnant(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                    struct need_error *error)
{
    (void)key;
    (void)setting;
    struct reading reading = reading_of(text, length);
    value->moment.pregnant = true;
    uint32_t weeks;
    uint32_t days;
    bool understood = true;
    if (rest_is(&reading, "any|yes")) {
        value->moment.any = true;
        value->words = arena_text(arena, "any");
    } else if (!memchr(text, '-', length) && !memchr(text, '.', length) && read_pregnant(&reading, &weeks, &days)) {
        value->moment.days = (int32_t)(weeks * 7 + days);
        if (days > 0)
            words_format(arena, value, "%u+%u", weeks, days);
        else
            words_format(arena, value, "%u", weeks);
    } else {
        need_wrong(error, WRONG_PREGNANT, need_typed(error, text, length));
        understood = false;
    }
    reading_free(&reading);
    return understood;
}

/* The least that an age in words can mean, in days and completed months. number keeps the unit for telling it again. */
static void child_moment(struct need_value *value, uint32_t number, char unit)
{
    value->number = (uint32_t)unit;
    if (unit == 'w') {
        value->moment.days = (int32_t)(number * 7);
        value->moment.months = (int32_t)(value->moment.days / DAYS_IN_MONTH);
    } else {
        value->moment.months = (int32_t)(unit == 'y' ? number * 12 : number);
        value->moment.days = (int32_t)(value->moment.months * DAYS_IN_MONTH);
    }
}

static bool child_no_unit(uint32_t number, struct need_error *error)
{
    struct buffer words = {0};
    buffer_format(&words, "%u", number);
    need_wrong(error, WRONG_CHILD_UNIT, buffer_text(&words));
    static const char units[] = {'w', 'm', 'y'};
    for (size_t i = 0; i < sizeof units; i++) {
        buffer_clear(&words);
        buffer_format(&words, "%u%c", number, units[i]);
        if (units[i] != 'y' || number <= MONTHS_MOST / 12)
            need_meant(error, KEY_CHILD, buffer_text(&words));
    }
    buffer_free(&words);
    return false;
}

static bool child_number(struct reading *reading, struct arena *arena, const char *text, size_t length, struct need_value *value, struct need_error *error)
{
    uint32_t number;
    char unit = '\0';
    if (read_number(reading, &number)) {
        if (rest_is(reading, "w|wk|wks|week|weeks|week old|weeks old"))
            unit = 'w';
        else if (rest_is(reading, "m|mo|mth|mths|month|months|month old|months old"))
            unit = 'm';
        else if (rest_is(reading, "y|yr|yrs|year|years|year old|years old"))
            unit = 'y';
        else if (*reading->at == '\0' && number <= MONTHS_MOST)
            return child_no_unit(number, error);
    }
    if (unit == '\0') {
        need_wrong(error, WRONG_CHILD, need_typed(error, text, length));
        return false;
    }
    child_moment(value, number, unit);
    if (value->moment.months > MONTHS_MOST || number > 9999) {
        need_wrong(error, WRONG_CHILD_OLD, need_typed(error, text, length));
        return false;
    }
    words_format(arena, value, "%u%c", number, unit);
    return true;
}

bool parse_child(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                 struct need_error *error)
{
    (void)key;
    (void)setting;
    struct reading reading = reading_of(text, length);
    bool understood = true;
    if (rest_is(&reading, "any|yes")) {
        value->moment.any = true;
        value->words = arena_text(arena, "any");
    } else if (rest_is(&reading, "newborn|new born|new|just born|born")) {
        child_moment(value, 0, 'w');
        value->words = arena_text(arena, "0w");
    } else if (text[0] == '-') {
        need_wrong(error, WRONG_CHILD, need_typed(error, text, length));
        understood = false;
    } else {
        understood = child_number(&reading, arena, text, length, value, error);
    }
    reading_free(&reading);
    return understood;
}

/* A date to the day, or "today"; words are the ISO form. */
static bool parse_day_date(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                           struct need_error *error)
{
    struct reading reading = reading_of(text, length);
    bool today = rest_is(&reading, "today");
    reading_free(&reading);
    if (today)
        value->date = setting->today;
    else if (!date_parse_typed(text, length, &value->date) || value->date.day == 0) {
        struct buffer example = {0};
        date_iso(&example, setting->today);
        need_wrong(error, WRONG_DATE, need_typed(error, text, length), criteria[key].key, buffer_text(&example));
        buffer_free(&example);
        return false;
    }
    struct buffer iso = {0};
    date_iso(&iso, value->date);
    value->words = arena_copy(arena, buffer_text(&iso), iso.length);
    buffer_wipe(&iso);
    buffer_free(&iso);
    return true;
}

/* Tells what is wrong with a date that is one, in a sentence that has the date in words. */
static bool wrong_date(struct need_error *error, const char *sentence, struct date date)
{
    struct buffer words = {0};
    date_words(&words, date);
    if (error) {
        struct buffer out = {0};
        const char *hole = strstr(sentence, "%s");
        buffer_add(&out, sentence, hole ? (size_t)(hole - sentence) : 0);
        buffer_add_text(&out, buffer_text(&words));
        buffer_add_text(&out, hole ? hole + 2 : sentence);
        need_wrong(error, "%s", buffer_text(&out));
        buffer_free(&out);
    }
    buffer_free(&words);
    return false;
}

bool parse_due(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
               struct need_error *error)
{
    if (!parse_day_date(key, setting, arena, text, length, value, error))
        return false;
    int32_t ahead = date_days(value->date) - date_days(setting->today);
    if (ahead > DUE_AHEAD_MOST)
        return wrong_date(error, WRONG_DUE_FAR, value->date);
    if (ahead < -DUE_PAST_MOST)
        return wrong_date(error, WRONG_DUE_PAST, value->date);
    value->moment.pregnant = true;
    value->moment.days = DUE_AHEAD_MOST - ahead;
    return true;
}

bool parse_born(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                struct need_error *error)
{
    if (!parse_day_date(key, setting, arena, text, length, value, error))
        return false;
    value->moment.days = date_days(setting->today) - date_days(value->date);
    if (value->moment.days < 0)
        return wrong_date(error, WRONG_BORN_FUTURE, value->date);
    value->moment.months = (int32_t)date_months_between(value->date, setting->today);
    if (value->moment.months > MONTHS_MOST)
        return wrong_date(error, WRONG_BORN_OLD, value->date);
    return true;
}

bool parse_on(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
              struct need_error *error)
{
    return parse_day_date(key, setting, arena, text, length, value, error);
}

bool parse_age(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
               struct need_error *error)
{
    (void)key;
    (void)setting;
    struct reading reading = reading_of(text, length);
    bool understood = read_number(&reading, &value->number) && rest_is(&reading, "|y|years|year|years old|yrs") && value->number >= AGE_LEAST &&
                      value->number <= AGE_MOST && text[0] != '-';
    reading_free(&reading);
    if (!understood) {
        need_wrong(error, WRONG_AGE, need_typed(error, text, length));
        return false;
    }
    words_format(arena, value, "%u", value->number);
    return true;
}

/* Folding would lose the decimal point, so the number is read from the text itself. */
static bool read_decimal(const char *text, size_t length, size_t *used, double *number)
{
    size_t at = 0;
    double scale = 1;
    bool point = false;
    *number = 0;
    for (; at < length && at < 8; at++) {
        if (text[at] == '.' && !point && at > 0) {
            point = true;
        } else if (text[at] >= '0' && text[at] <= '9') {
            scale = point ? scale / 10 : scale;
            *number = point ? *number + (text[at] - '0') * scale : *number * 10 + (text[at] - '0');
        } else {
            break;
        }
    }
    *used = at;
    return at > 0 && text[at - 1] != '.' && *number > 0 && *number <= 1000;
}

bool parse_near(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                struct need_error *error)
{
    (void)setting;
    size_t used;
    double number;
    if (!read_decimal(text, length, &used, &number)) {
        need_wrong(error, WRONG_NEAR, need_typed(error, text, length));
        return false;
    }
    struct reading unit = reading_of(text + used, length - used);
    bool miles = rest_is(&unit, "mi|m|mile|miles");
    bool kilometres = rest_is(&unit, "km|k|kms|kilometre|kilometres|kilometer|kilometers");
    bool none = rest_is(&unit, "");
    reading_free(&unit);
    if (miles || kilometres) {
        value->miles = miles ? number : number * MILES_IN_KILOMETRE;
        words_format(arena, value, "%.*s%s", (int)used, text, miles ? "mi" : "km");
        return true;
    }
    const char *typed = need_typed(error, text, length);
    if (none) {
        need_wrong(error, WRONG_NEAR_UNIT, typed);
        struct need_value meant = {0};
        words_format(arena, &meant, "%.*smi", (int)used, text);
        need_meant(error, key, meant.words);
        words_format(arena, &meant, "%.*skm", (int)used, text);
        need_meant(error, key, meant.words);
    } else {
        need_wrong(error, WRONG_NEAR, typed);
    }
    return false;
}

bool parse_checked(enum key key, const struct need_setting *setting, struct arena *arena, const char *text, size_t length, struct need_value *value,
                   struct need_error *error)
{
    (void)key;
    (void)setting;
    struct reading reading = reading_of(text, length);
    uint32_t number = 0;
    bool understood = read_number(&reading, &number) && number > 0 && number <= 1200 && text[0] != '-';
    if (understood && rest_is(&reading, "m|mo|month|months"))
        value->number = number;
    else if (understood && rest_is(&reading, "y|yr|yrs|year|years") && number <= 100)
        value->number = number * 12;
    else
        understood = false;
    reading_free(&reading);
    if (!understood) {
        need_wrong(error, WRONG_CHECKED, need_typed(error, text, length));
        return false;
    }
    words_format(arena, value, "%um", value->number);
    return true;
}

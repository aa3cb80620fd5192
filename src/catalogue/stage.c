/* Stages: reading an edge, writing it, and comparing it with another or with where somebody is. Each edge is compared in its
 * own unit, because a child of 12 months has not had 52 weeks in every count. */
#include "catalogue/stage.h"

#include <string.h>

#include "text/fold.h"

enum {
    MOST_PREGNANT_WEEKS = 45,
    MOST_WEEKS = 1300,
    MOST_MONTHS = 300,
    MOST_YEARS = 25,
    MONTHS_A_YEAR = 12,
    DAYS_A_WEEK = 7,
    BIRTH_DAYS = 40 * DAYS_A_WEEK, /* of pregnancy: when a birth is expected */
    PARTS_A_DAY = 16,              /* so that a month of 30.4375 days is a whole number of parts */
    PARTS_A_MONTH = 487,
    LONGEST_POINT = 64, /* bytes: what is longer is no edge */
};

/* What is left to read of a text that is folded to words. */
struct wording {
    const char *at;
};

/* Steps over the word, when it is the next one; the end of the text is the word "". */
static bool take(struct wording *wording, const char *word)
{
    size_t length = strlen(word);
    if (strncmp(wording->at, word, length) != 0)
        return false;
    const char *after = wording->at + length;
    if (*after != '\0' && *after != ' ')
        return false;
    wording->at = *after == ' ' ? after + 1 : after;
    return true;
}

static bool take_any(struct wording *wording, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (take(wording, *words))
            return true;
    }
    return false;
}

static bool at_end(const struct wording *wording)
{
    return *wording->at == '\0';
}

/* A number in digits, with or without a space before its unit, or a small one in words. */
static bool take_count(struct wording *wording, unsigned *count)
{
    static const char *const spelt[] = {"zero", "one", "two",   "three", "four", "five",   "six",
                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    for (unsigned i = 0; i < sizeof spelt / sizeof *spelt; i++) {
        if (take(wording, spelt[i])) {
            *count = i;
            return true;
        }
    }
    size_t digits = strspn(wording->at, "0123456789");
    if (digits == 0 || digits > 4)
        return false;
    *count = 0;
    for (size_t i = 0; i < digits; i++)
        *count = *count * 10 + (unsigned)(wording->at[i] - '0');
    wording->at += digits;
    if (*wording->at == ' ')
        wording->at++;
    return true;
}

static bool is_start_of_pregnancy(struct wording wording)
{
    static const char *const start[] = {"start", "beginning", NULL};
    static const char *const pregnancy[] = {"pregnancy", "pregnant", NULL};
    struct wording after = wording;
    take(&after, "the");
    if (take_any(&after, start) && take(&after, "of"))
        wording = after;
    return take_any(&wording, pregnancy) && at_end(&wording);
}

static bool is_birth(struct wording wording)
{
    static const char *const newborn[] = {"birth", "newborn", "newborns", NULL};
    if (take_any(&wording, newborn))
        return at_end(&wording);
    return take(&wording, "new") && take(&wording, "born") && at_end(&wording);
}

static bool is_of_pregnancy(struct wording wording)
{
    static const char *const pregnant[] = {"pregnant", "pregnancy", NULL};
    static const char *const of[] = {"of", "in", "into", NULL};
    if (take_any(&wording, pregnant))
        return at_end(&wording);
    return take_any(&wording, of) && take(&wording, "pregnancy") && at_end(&wording);
}

static bool is_old(struct wording wording)
{
    if (at_end(&wording))
        return true;
    if (take(&wording, "old"))
        return at_end(&wording);
    return take(&wording, "of") && take(&wording, "age") && at_end(&wording);
}

static bool give(struct stage_point *point, enum stage_unit unit, unsigned count, unsigned most)
{
    if (count > most)
        return false;
    if (count == 0 && unit == STAGE_WEEKS_OLD)
        unit = STAGE_MONTHS_OLD; /* birth is one point, in whatever unit */
    *point = (struct stage_point){.unit = (uint8_t)unit, .count = (uint16_t)count};
    return true;
}

static bool parse_words(const char *words, struct stage_point *point)
{
    static const char *const weeks[] = {"weeks", "week", "wks", "wk", "w", NULL};
    static const char *const months[] = {"months", "month", "mths", "mth", "m", NULL};
    static const char *const years[] = {"years", "year", "yrs", "yr", "y", NULL};
    struct wording wording = {words};
    if (is_start_of_pregnancy(wording))
        return give(point, STAGE_PREGNANT_WEEKS, 0, 0);
    if (is_birth(wording))
        return give(point, STAGE_MONTHS_OLD, 0, 0);
    unsigned count;
    if (!take_count(&wording, &count))
        return false;
    if (take_any(&wording, weeks)) {
        if (is_of_pregnancy(wording))
            return give(point, STAGE_PREGNANT_WEEKS, count, MOST_PREGNANT_WEEKS);
        return is_old(wording) && give(point, STAGE_WEEKS_OLD, count, MOST_WEEKS);
    }
    if (take_any(&wording, months))
        return is_old(wording) && give(point, STAGE_MONTHS_OLD, count, MOST_MONTHS);
    if (take_any(&wording, years))
        return is_old(wording) && count <= MOST_YEARS && give(point, STAGE_MONTHS_OLD, count * MONTHS_A_YEAR, MOST_MONTHS);
    return false;
}

static bool is_plain_letter_or_digit(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

/* Whether folding would lose a sign that changes what is meant: "-6 weeks", "1.5 years", "6/7 weeks". */
static bool has_other_sign(const char *text, size_t length)
{
    static const char signs[] = {'+', '.', ',', '/', '<', '>', '=', '~', '%', '*', '?'};
    for (size_t i = 0; i < length; i++) {
        if (memchr(signs, text[i], sizeof signs) != NULL)
            return true;
    }
    return length > 0 && !is_plain_letter_or_digit(text[0]);
}

bool stage_point_parse(const char *text, size_t length, struct stage_point *point)
{
    while (length > 0 && (*text == ' ' || *text == '\t')) {
        text++;
        length--;
    }
    if (length > LONGEST_POINT || has_other_sign(text, length))
        return false;
    struct buffer words = {0};
    fold_words(&words, text, length);
    bool understood = parse_words(buffer_text(&words), point);
    buffer_free(&words);
    return understood;
}

void stage_point_words(struct buffer *out, struct stage_point point)
{
    unsigned count = point.count;
    const char *many = count == 1 ? "" : "s";
    switch ((enum stage_unit)point.unit) {
    case STAGE_NOT_STATED:
        break;
    case STAGE_PREGNANT_WEEKS:
        if (count == 0)
            buffer_add_text(out, "pregnancy");
        else
            buffer_format(out, "%u week%s pregnant", count, many);
        break;
    case STAGE_WEEKS_OLD:
        buffer_format(out, "%u week%s", count, many);
        break;
    case STAGE_MONTHS_OLD:
        if (count == 0)
            buffer_add_text(out, "birth");
        else if (count > MONTHS_A_YEAR && count % MONTHS_A_YEAR == 0)
            buffer_format(out, "%u years", count / MONTHS_A_YEAR);
        else
            buffer_format(out, "%u month%s", count, many);
        break;
    }
}

/* The child's age at an edge, in parts of a day; 0 for edges of pregnancy. */
static int32_t age_parts(struct stage_point point)
{
    if (point.unit == STAGE_WEEKS_OLD)
        return (int32_t)point.count * DAYS_A_WEEK * PARTS_A_DAY;
    return point.unit == STAGE_MONTHS_OLD ? (int32_t)point.count * PARTS_A_MONTH : 0;
}

/* Which part of the line an edge lies in: before what is stated, pregnancy, the child's age. */
static int part_of_line(struct stage_point point)
{
    switch ((enum stage_unit)point.unit) {
    case STAGE_NOT_STATED: return 0;
    case STAGE_PREGNANT_WEEKS: return 1;
    case STAGE_WEEKS_OLD:
    case STAGE_MONTHS_OLD: return 2;
    }
    return 0;
}

static int compare(int32_t left, int32_t right)
{
    return (left > right) - (left < right);
}

int stage_point_compare(struct stage_point left, struct stage_point right)
{
    int part = part_of_line(left);
    if (part != part_of_line(right))
        return compare(part, part_of_line(right));
    return part == 1 ? compare(left.count, right.count) : compare(age_parts(left), age_parts(right));
}

bool stage_reached(struct moment moment, struct stage_point edge)
{
    switch ((enum stage_unit)edge.unit) {
    case STAGE_NOT_STATED:
        return false;
    case STAGE_PREGNANT_WEEKS:
        return !moment.pregnant || moment.days >= (int32_t)edge.count * DAYS_A_WEEK;
    case STAGE_WEEKS_OLD:
        return !moment.pregnant && moment.days >= (int32_t)edge.count * DAYS_A_WEEK;
    case STAGE_MONTHS_OLD:
        return !moment.pregnant && moment.months >= (int32_t)edge.count;
    }
    return false;
}

/* Whole days from birth to an edge of the child's age; part of a day counts as one. */
static int32_t age_days(struct stage_point edge)
{
    return (age_parts(edge) + PARTS_A_DAY - 1) / PARTS_A_DAY;
}

int32_t stage_days_until(struct moment moment, struct stage_point edge)
{
    if (edge.unit == STAGE_NOT_STATED || stage_reached(moment, edge))
        return 0;
    int64_t days;
    if (edge.unit == STAGE_PREGNANT_WEEKS) {
        days = (int64_t)edge.count * DAYS_A_WEEK - moment.days;
    } else if (moment.pregnant) {
        /* A birth that is overdue comes any day now, but it has not come. */
        int64_t birth = (int64_t)BIRTH_DAYS - moment.days;
        days = (birth > 1 ? birth : 1) + age_days(edge);
    } else {
        days = (int64_t)age_days(edge) - moment.days;
    }
    if (days < 1)
        return 1;
    return days > INT32_MAX ? INT32_MAX : (int32_t)days;
}

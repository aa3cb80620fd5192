/* Dates in the Gregorian calendar, carried back before its birth as ISO 8601 does. */
#include "text/date.h"

#include <limits.h>
#include <string.h>
#include <time.h>

#include "text/fold.h"
#include "text/words.h"

enum {
    YEAR_LAST = 9999,
    DAYS_TO_1970 = 719162, /* from 1 January of the year 1 */
    DAYS_IN_400_YEARS = 146097,
    DAYS_IN_100_YEARS = 36524,
    DAYS_IN_4_YEARS = 1461,
};

static const struct {
    const char *english;
    const char *in_context;
} month_names[12] = {
    {"January", N_in_context("month", "January")},
    {"February", N_in_context("month", "February")},
    {"March", N_in_context("month", "March")},
    {"April", N_in_context("month", "April")},
    {"May", N_in_context("month", "May")},
    {"June", N_in_context("month", "June")},
    {"July", N_in_context("month", "July")},
    {"August", N_in_context("month", "August")},
    {"September", N_in_context("month", "September")},
    {"October", N_in_context("month", "October")},
    {"November", N_in_context("month", "November")},
    {"December", N_in_context("month", "December")},
};

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static int days_in_year(int year)
{
    return is_leap(year) ? 366 : 365;
}

/* Days from 1 January of the year 1 to 1 January of this one. */
static int32_t days_before_year(int year)
{
    int before = year - 1;
    return before * 365 + before / 4 - before / 100 + before / 400;
}

/* False, and date untouched, when there is no such day. month and day may be 0. */
static bool set_date(struct date *date, int year, int month, int day)
{
    if (year < 1 || year > YEAR_LAST || month > 12 || (month == 0 && day != 0))
        return false;
    if (month != 0 && day > days_in_month(year, month))
        return false;
    *date = (struct date){.year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)day};
    return true;
}

/* What is left of a text that is being read. */
struct rest {
    const char *at;
    size_t left;
};

static void skip(struct rest *rest, size_t length)
{
    rest->at += length;
    rest->left -= length;
}

/* Reads from `fewest` to `most` digits, and no digit may follow; gives -1 when that is not what stands here. */
static int read_number(struct rest *rest, size_t fewest, size_t most)
{
    size_t digits = 0;
    int number = 0;
    while (digits < rest->left && rest->at[digits] >= '0' && rest->at[digits] <= '9') {
        if (digits == most)
            return -1;
        number = number * 10 + (rest->at[digits] - '0');
        digits++;
    }
    if (digits < fewest)
        return -1;
    skip(rest, digits);
    return number;
}

static bool read_byte(struct rest *rest, char byte)
{
    if (rest->left == 0 || rest->at[0] != byte)
        return false;
    skip(rest, 1);
    return true;
}

static bool read_spaces(struct rest *rest)
{
    bool some = false;
    while (read_byte(rest, ' '))
        some = true;
    return some;
}

static char small_letter(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* Reads the English name of a month or its first three letters; gives 1 to 12, or -1. */
static int read_month(struct rest *rest)
{
    size_t letters = 0;
    while (letters < rest->left && small_letter(rest->at[letters]) >= 'a' && small_letter(rest->at[letters]) <= 'z')
        letters++;
    for (int month = 0; month < 12; month++) {
        const char *name = month_names[month].english;
        if (letters != 3 && letters != strlen(name))
            continue;
        size_t same = 0;
        while (same < letters && small_letter(rest->at[same]) == small_letter(name[same]))
            same++;
        if (same == letters) {
            skip(rest, letters);
            return month + 1;
        }
    }
    return -1;
}

/* `2020`, `2020-05`, `2020-05-14` */
static bool parse_iso(struct rest rest, struct date *date)
{
    int year = read_number(&rest, 4, 4);
    int month = 0;
    int day = 0;
    if (read_byte(&rest, '-')) {
        month = read_number(&rest, 2, 2);
        if (month < 1)
            return false;
        if (read_byte(&rest, '-')) {
            day = read_number(&rest, 2, 2);
            if (day < 1)
                return false;
        }
    }
    return rest.left == 0 && set_date(date, year, month, day);
}

/* `14/05/2020` */
static bool parse_slashes(struct rest rest, struct date *date)
{
    int day = read_number(&rest, 1, 2);
    if (day < 1 || !read_byte(&rest, '/'))
        return false;
    int month = read_number(&rest, 1, 2);
    if (month < 1 || !read_byte(&rest, '/'))
        return false;
    int year = read_number(&rest, 4, 4);
    return rest.left == 0 && set_date(date, year, month, day);
}

/* `14 May 2020`, `May 2020` */
static bool parse_words(struct rest rest, struct date *date)
{
    int day = 0;
    if (rest.left > 0 && rest.at[0] >= '0' && rest.at[0] <= '9') {
        day = read_number(&rest, 1, 2);
        if (day < 1 || !read_spaces(&rest))
            return false;
    }
    int month = read_month(&rest);
    if (month < 1 || !read_spaces(&rest))
        return false;
    int year = read_number(&rest, 4, 4);
    return rest.left == 0 && set_date(date, year, month, day);
}

bool date_parse(const char *text, size_t length, struct date *date)
{
    struct rest rest = {text, length};
    return parse_iso(rest, date) || parse_slashes(rest, date) || parse_words(rest, date);
}

int32_t date_days(struct date date)
{
    if (date.year == 0)
        return -DAYS_TO_1970 - 1;
    int32_t days = days_before_year(date.year) - DAYS_TO_1970;
    for (int month = 1; month < date.month; month++)
        days += days_in_month(date.year, month);
    return date.day == 0 ? days : days + date.day - 1;
}

int32_t date_last_day(struct date date)
{
    int32_t first = date_days(date);
    if (date.year == 0 || date.day != 0)
        return first;
    int days = date.month == 0 ? days_in_year(date.year) : days_in_month(date.year, date.month);
    return first + days - 1;
}

struct date date_from_days(int32_t days)
{
    struct date unknown = {0};
    if (days < -DAYS_TO_1970 || days > INT32_MAX - DAYS_TO_1970)
        return unknown;
    int32_t rest = days + DAYS_TO_1970;
    int32_t year = 1 + rest / DAYS_IN_400_YEARS * 400;
    rest %= DAYS_IN_400_YEARS;
    /* The last day of the 400 years, and of each 4, belongs to a leap year that is a day longer than the rest. */
    int32_t centuries = rest / DAYS_IN_100_YEARS == 4 ? 3 : rest / DAYS_IN_100_YEARS;
    year += centuries * 100;
    rest -= centuries * DAYS_IN_100_YEARS;
    year += rest / DAYS_IN_4_YEARS * 4;
    rest %= DAYS_IN_4_YEARS;
    int32_t years = rest / 365 == 4 ? 3 : rest / 365;
    year += years;
    rest -= years * 365;
    if (year > YEAR_LAST)
        return unknown;
    int month = 1;
    while (rest >= days_in_month(year, month)) {
        rest -= days_in_month(year, month);
        month++;
    }
    return (struct date){.year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)(rest + 1)};
}

struct date date_add_months(struct date date, int months)
{
    struct date moved = {0};
    if (date.year == 0)
        return moved;
    if (date.month == 0) {
        long long year = (long long)date.year + months / 12;
        if (year >= 1 && year <= YEAR_LAST)
            moved.year = (int16_t)year;
        return moved;
    }
    long long count = (long long)date.year * 12 + (date.month - 1) + months;
    if (count < 12 || count / 12 > YEAR_LAST)
        return moved;
    moved.year = (int16_t)(count / 12);
    moved.month = (uint8_t)(count % 12 + 1);
    int longest = days_in_month(moved.year, moved.month);
    moved.day = date.day > longest ? (uint8_t)longest : date.day;
    return moved;
}

unsigned date_weekday(struct date date)
{
    /* 1 January of the year 1 was a Monday. */
    int32_t days = date_days(date) + DAYS_TO_1970;
    return days < 0 ? 0 : (unsigned)days % 7u;
}

int date_months_between(struct date from, struct date to)
{
    if (from.year == 0 || to.year == 0)
        return 0;
    if (date_days(to) < date_days(from))
        return -date_months_between(to, from);
    struct date first = date_from_days(date_days(from));
    struct date last = date_from_days(date_days(to));
    int months = (last.year - first.year) * 12 + (last.month - first.month);
    return date_days(date_add_months(first, months)) > date_days(last) ? months - 1 : months;
}

struct date date_today(void)
{
    struct date today = {0};
    time_t now = time(NULL);
    struct tm here;
    if (now == (time_t)-1 || localtime_r(&now, &here) == NULL)
        return today;
    if (here.tm_year <= YEAR_LAST - 1900)
        (void)set_date(&today, here.tm_year + 1900, here.tm_mon + 1, here.tm_mday);
    return today;
}

/* Where the words, folded, begin in the text, folded too, with no letter beside them; NULL when they do not. */
static const char *whole_words(const char *text, const char *words)
{
    size_t length = strlen(words);
    for (const char *at = length > 0 ? strstr(text, words) : NULL; at != NULL; at = strstr(at + 1, words))
        if ((at == text || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return at;
    return NULL;
}

bool date_parse_typed(const char *text, size_t length, struct date *date)
{
    bool understood = date_parse(text, length, date);
    struct buffer folded = {0};
    struct buffer name = {0};
    struct buffer english = {0};
    fold_words(&folded, text, length);
    for (int month = 0; month < 12 && !understood; month++) {
        const char *translated = text_in_context(month_names[month].in_context);
        buffer_clear(&name);
        buffer_clear(&english);
        fold_words(&name, translated, strlen(translated));
        const char *at = whole_words(buffer_text(&folded), buffer_text(&name));
        if (at == NULL)
            continue;
        buffer_add(&english, buffer_text(&folded), (size_t)(at - buffer_text(&folded)));
        buffer_add_text(&english, month_names[month].english);
        buffer_add_text(&english, at + name.length);
        understood = date_parse(buffer_text(&english), english.length, date);
    }
    buffer_wipe(&folded);
    buffer_wipe(&english);
    buffer_free(&folded);
    buffer_free(&name);
    buffer_free(&english);
    return understood;
}

void date_words(struct buffer *out, struct date date)
{
    if (date.year == 0)
        return;
    const char *name = date.month >= 1 && date.month <= 12 ? text_in_context(month_names[date.month - 1].in_context) : NULL;
    if (name == NULL)
        buffer_format(out, "%d", date.year);
    else if (date.day == 0)
        /* TRANSLATORS: a month and its year, as in "August 2026". */
        buffer_format(out, _("%s %d"), name, date.year);
    else
        /* TRANSLATORS: a day, its month and its year, as in "6 August 2026". */
        buffer_format(out, _("%d %s %d"), date.day, name, date.year);
}

void date_iso(struct buffer *out, struct date date)
{
    if (date.year == 0)
        return;
    buffer_format(out, "%04d", date.year);
    if (date.month != 0)
        buffer_format(out, "-%02d", date.month);
    if (date.month != 0 && date.day != 0)
        buffer_format(out, "-%02d", date.day);
}

/* Dates that claim no more than is known: a year, a month or a day. */
#ifndef TEXT_DATE_H
#define TEXT_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/buffer.h"

/* year 0: not known; month 0: only the year is known; day 0: only the month is. Gregorian, years 1 to 9999. */
struct date {
    int16_t year;
    uint8_t month;
    uint8_t day;
};

/* Reads `2020`, `2020-05`, `2020-05-14`, `14 May 2020`, `May 2020` (English month names or their first three letters),
 * `14/05/2020` (day first, as in the UK). False, and date untouched, for anything else or a day that does not exist. */
bool date_parse(const char *text, size_t length, struct date *date);

/* The same for what a person types: the name of the month may also be in the language of the run. (Files are read the same in every language.) */
bool date_parse_typed(const char *text, size_t length, struct date *date);

/* Days since 1 January 1970; the first day of a year or month that is all that is known. A date that is not known lies
 * a day before year 1: older than any. */
int32_t date_days(struct date date);

/* The last day that a date can mean, as days since 1 January 1970. */
int32_t date_last_day(struct date date);

/* Not known (all 0) outside the years 1 to 9999. */
struct date date_from_days(int32_t days);

/* The date moved by months (may be negative); the day is cut to the length of the month. A year alone moves by the
 * whole years in months. Not known if it was not, or outside the years 1 to 9999. */
struct date date_add_months(struct date date, int months);

/* 0 Monday to 6 Sunday, of the first day that the date can mean. */
unsigned date_weekday(struct date date);

/* Completed months from one day to a later one: the most that date_add_months can add to `from` without passing `to`.
 * Negative if `to` is earlier, 0 if either is not known; of a year or month alone the first day counts. */
int date_months_between(struct date from, struct date to);

/* Today by the system's clock and time zone; not known if the system does not know. Only commands ask this. */
struct date date_today(void);

/* Appends `6 August 2026`, `August 2026` or `2026`, month names translated; nothing for a date that is not known. */
void date_words(struct buffer *out, struct date date);

/* Appends `2026-08-06`, `2026-08` or `2026`; nothing for a date that is not known. */
void date_iso(struct buffer *out, struct date date);

#endif

/* Dates in an answer about the stage: "due 1 March", "born 4th July 2026", "due in 8 weeks", or a date alone. */
#include <stdlib.h>
#include <string.h>

#include "match/criteria.h"
#include "match/guide_parts.h"
#include "match/guide_words.h"
#include "text/memory.h"

/* How far away a due day may be: as the grammar has it. */
enum { DATE_LONGEST = 40, DUE_PAST_MOST = 21, DUE_AHEAD_MOST = 280 };

static bool is_letter_or_digit(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

/* Where the word ends in the text, whole and in any case; NULL when it is not there. */
static const char *behind_word(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = text; *at; at++) {
        bool starts = at == text || !is_letter_or_digit(at[-1]);
        size_t same = 0;
        while (starts && same < length && (at[same] | 0x20) == word[same])
            same++;
        if (starts && same == length && !is_letter_or_digit(at[length]))
            return at + length;
    }
    return NULL;
}

/* The date as date_parse takes it: without words that lead up to it and without the letters of "4th". At most room - 1 bytes. */
static void plain_date(const char *text, char *date, size_t room)
{
    static const char *const leading[] = {"on ", "the ", "is ", "in ", "by ", "of ", "it ", "was ", "date "};
    text += strspn(text, " :,.");
    for (size_t i = 0; i < sizeof leading / sizeof *leading; i++) {
        if (strncmp(text, leading[i], strlen(leading[i])) == 0) {
            text += strlen(leading[i]);
            i = (size_t)-1; /* from the start again */
        }
    }
    size_t count = 0;
    for (const char *at = text; *at && count + 1 < room; at++) {
        bool ordinal = at > text && at[-1] >= '0' && at[-1] <= '9' && strlen(at) > 2 && !is_letter_or_digit(at[2]) &&
                       (strncmp(at, "st", 2) == 0 || strncmp(at, "nd", 2) == 0 || strncmp(at, "rd", 2) == 0 || strncmp(at, "th", 2) == 0);
        if (ordinal) {
            at++;
            continue;
        }
        if (strncmp(at, " of ", 4) == 0) {
            at += 2;
            continue;
        }
        date[count++] = *at == ',' ? ' ' : *at;
    }
    while (count > 0 && strchr(" .!", date[count - 1]))
        count--;
    date[count] = '\0';
}

/* The day in the year in which it makes sense: the last one for a birth, the next one for a due day. Not known when it is no day. */
static struct date nearest_day(const char *text, struct date today, bool due)
{
    struct date nearest = {0};
    for (int year = today.year - 1; year <= today.year + 1; year++) {
        struct buffer whole = {0};
        struct date date;
        buffer_format(&whole, "%s %d", text, year);
        if (date_parse_typed(buffer_text(&whole), whole.length, &date)) {
            int32_t ahead = date_days(date) - date_days(today);
            bool fits = due ? ahead >= -DUE_PAST_MOST : ahead <= 0;
            if (fits && (!due || nearest.year == 0))
                nearest = date;
        }
        buffer_wipe(&whole);
        buffer_free(&whole);
    }
    return nearest;
}

static void take_date(struct guide_reading *reading, enum key key, struct date date)
{
    struct buffer term = {0};
    buffer_format(&term, "%s:", criteria[key].key);
    date_iso(&term, date);
    guide_take_term(reading, buffer_text(&term));
    buffer_wipe(&term);
    buffer_free(&term);
}

static void offer_date(struct guide_reading *reading, const char *label, enum key key, struct date date)
{
    struct buffer words = {0};
    struct buffer text = {0};
    struct buffer term = {0};
    date_words(&text, date);
    buffer_format(&words, label, buffer_text(&text));
    buffer_format(&term, "%s:", criteria[key].key);
    date_iso(&term, date);
    guide_offer(reading, buffer_text(&words), buffer_text(&term), GUIDE_NONE);
    buffer_wipe(&words);
    buffer_wipe(&text);
    buffer_wipe(&term);
    buffer_free(&words);
    buffer_free(&text);
    buffer_free(&term);
}

/* "due in 8 weeks", "due in 10 days", "due in 2 months". */
static bool take_due_in(struct guide_reading *reading)
{
    struct date today = reading->setting->today;
    for (size_t i = 0; i + 2 < reading->word_count; i++) {
        const struct guide_word *number = &reading->words[i + 1];
        if (!guide_word_in(reading, i, "in") || number->length > 3 || strspn(number->text, "0123456789") != number->length)
            continue;
        int count = (int)strtol(number->text, NULL, 10);
        if (guide_word_in(reading, i + 2, "day days"))
            take_date(reading, KEY_DUE, date_from_days(date_days(today) + count));
        else if (guide_word_in(reading, i + 2, "week weeks wks wk"))
            take_date(reading, KEY_DUE, date_from_days(date_days(today) + count * 7));
        else if (guide_word_in(reading, i + 2, "month months"))
            take_date(reading, KEY_DUE, date_add_months(today, count));
        else
            continue;
        return true;
    }
    return false;
}

/* A day alone, without its year: it may be either. */
static bool ask_date(struct guide_reading *reading, const char *text)
{
    struct date today = reading->setting->today;
    struct date born = nearest_day(text, today, false);
    struct date due = nearest_day(text, today, true);
    if (born.day == 0 || due.day == 0)
        return false;
    if (reading->question != GUIDE_STAGE) {
        take_date(reading, reading->question == GUIDE_AGE ? KEY_BORN : KEY_DUE, reading->question == GUIDE_AGE ? born : due);
        return true;
    }
    guide_which(reading);
    offer_date(reading, GUIDE_BORN, KEY_BORN, born);
    if (date_days(due) - date_days(today) <= DUE_AHEAD_MOST)
        offer_date(reading, GUIDE_DUE, KEY_DUE, due);
    return true;
}

/* With its word: "due 1 March 2027". */
static bool take_told_date(struct guide_reading *reading, const char *text, bool due)
{
    struct date date;
    if (!date_parse_typed(text, strlen(text), &date))
        date = nearest_day(text, reading->setting->today, due);
    if (date.year == 0)
        return due && take_due_in(reading);
    if (date.day == 0)
        guide_unclear(reading, GUIDE_NOT_DATE);
    else
        take_date(reading, due ? KEY_DUE : KEY_BORN, date);
    return true;
}

bool guide_understand_date(struct guide_reading *reading)
{
    char text[DATE_LONGEST];
    struct date date;
    const char *due = behind_word(reading->text, "due");
    const char *born = due ? NULL : behind_word(reading->text, "born");
    plain_date(due ? due : born ? born : reading->text, text, sizeof text);
    bool understood;
    if (due || born) {
        understood = take_told_date(reading, text, due != NULL);
    } else if (date_parse_typed(text, strlen(text), &date) && date.month != 0) {
        understood = true;
        if (date.day == 0)
            guide_unclear(reading, GUIDE_NOT_DATE);
        else
            take_date(reading, date_days(date) > date_days(reading->setting->today) ? KEY_DUE : KEY_BORN, date);
    } else {
        understood = ask_date(reading, text);
    }
    memory_wipe(text, sizeof text);
    return understood;
}

/* Words of a line of `when`. Everything is ASCII here: what is not can only stand in the name of a place. */
#include "catalogue/session_scan.h"

#include <string.h>

#include "text/buffer.h"

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* How many bytes of a blank or bracket stand here. A no-break space is a blank. */
static size_t blank_here(const char *at, size_t left)
{
    if (memchr(" \t\r\n()[]", at[0], 9) != NULL)
        return 1;
    return left >= 2 && memcmp(at, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* How many bytes of a hyphen, a dash or a minus stand here. */
static size_t dash_here(const char *at, size_t left)
{
    static const char *const dashes[] = {"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
    if (at[0] == '-')
        return 1;
    for (size_t i = 0; left >= 3 && i < sizeof dashes / sizeof dashes[0]; i++) {
        if (memcmp(at, dashes[i], 3) == 0)
            return 3;
    }
    return 0;
}

/* `Mon/Wed` is two words, `14/05/2020` is one. */
static bool slash_separates(const char *line, size_t length, size_t at)
{
    return line[at] == '/' && !(at > 0 && at + 1 < length && is_digit(line[at - 1]) && is_digit(line[at + 1]));
}

static size_t word_length(const char *line, size_t length, size_t at)
{
    size_t end = at;
    while (end < length && blank_here(line + end, length - end) == 0 && dash_here(line + end, length - end) == 0 && line[end] != ',' &&
           line[end] != ';' && !slash_separates(line, length, end))
        end++;
    return end > at ? end - at : 1;
}

/* Lower case; a full stop or apostrophe stays only between digits, so that `a.m.` is `am` and `10.30` is itself. */
static void fold_word(struct session_token *token, const char *word)
{
    size_t out = 0;
    for (size_t i = 0; i < token->length; i++) {
        char byte = word[i];
        bool between_digits = i > 0 && i + 1 < token->length && is_digit(word[i - 1]) && is_digit(word[i + 1]);
        if ((byte == '.' || byte == '\'') && !between_digits)
            continue;
        if (out + 1 >= SESSION_FOLDED || byte == '\0' || (unsigned char)byte >= 0x80) {
            token->folded[0] = '\0';
            return;
        }
        token->folded[out++] = (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
    }
    token->folded[out] = '\0';
    if (out == 1 && (token->folded[0] == '&' || token->folded[0] == '/'))
        memcpy(token->folded, "and", 4);
}

static enum session_token_kind kind_here(const char *line, size_t left, size_t *length)
{
    *length = dash_here(line, left);
    if (*length > 0)
        return TOKEN_DASH;
    *length = 1;
    return line[0] == ',' ? TOKEN_COMMA : line[0] == ';' ? TOKEN_SEMICOLON : TOKEN_WORD;
}

void session_scan(struct session_tokens *tokens, const char *line, size_t length)
{
    memset(tokens, 0, sizeof *tokens);
    tokens->line = line;
    bool blank_before = true;
    size_t at = 0;
    while (at < length) {
        size_t skip = blank_here(line + at, length - at);
        if (skip > 0) {
            at += skip;
            blank_before = true;
            continue;
        }
        if (tokens->count == SESSION_TOKENS) {
            tokens->full = true;
            break;
        }
        struct session_token *token = &tokens->items[tokens->count++];
        size_t taken = 0;
        token->kind = kind_here(line + at, length - at, &taken);
        if (token->kind == TOKEN_WORD)
            taken = word_length(line, length, at);
        token->offset = (uint32_t)at;
        token->length = (uint32_t)taken;
        token->blank_before = blank_before;
        if (token->kind == TOKEN_WORD)
            fold_word(token, line + at);
        blank_before = false;
        at += taken;
    }
    tokens->items[tokens->count].offset = (uint32_t)at;
}

bool session_is(const struct session_tokens *tokens, size_t at, const char *word)
{
    return at < tokens->count && tokens->items[at].kind == TOKEN_WORD && strcmp(tokens->items[at].folded, word) == 0;
}

static const char *word_at(const struct session_tokens *tokens, size_t at)
{
    return at < tokens->count && tokens->items[at].kind == TOKEN_WORD ? tokens->items[at].folded : "";
}

size_t session_weekday(const struct session_tokens *tokens, size_t at, unsigned *weekday)
{
    static const char *const days[7][4] = {
        {"monday", "mon"}, {"tuesday", "tue", "tues"}, {"wednesday", "wed", "weds"}, {"thursday", "thu", "thur", "thurs"},
        {"friday", "fri"}, {"saturday", "sat"}, {"sunday", "sun"},
    };
    const char *word = word_at(tokens, at);
    size_t length = strlen(word);
    for (unsigned day = 0; day < 7; day++) {
        for (size_t form = 0; form < 4 && days[day][form] != NULL; form++) {
            size_t known = strlen(days[day][form]);
            if (strncmp(word, days[day][form], known) == 0 && (length == known || (length == known + 1 && word[known] == 's'))) {
                *weekday = day;
                return 1;
            }
        }
    }
    return 0;
}

size_t session_ordinal(const struct session_tokens *tokens, size_t at, int *nth)
{
    static const struct {
        const char *word;
        int nth;
    } ordinals[] = {{"first", 1}, {"1st", 1}, {"second", 2}, {"2nd", 2}, {"third", 3}, {"3rd", 3},
                    {"fourth", 4}, {"4th", 4}, {"fifth", 5}, {"5th", 5}, {"last", -1}};
    for (size_t i = 0; i < sizeof ordinals / sizeof ordinals[0]; i++) {
        if (session_is(tokens, at, ordinals[i].word)) {
            *nth = ordinals[i].nth;
            return 1;
        }
    }
    return 0;
}

size_t session_number(const struct session_tokens *tokens, size_t at, unsigned *number)
{
    static const char *const words[] = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    const char *word = word_at(tokens, at);
    for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(word, words[i]) == 0) {
            *number = i + 1;
            return 1;
        }
    }
    unsigned value = 0;
    size_t digits = 0;
    for (; is_digit(word[digits]) && digits < 3; digits++)
        value = value * 10 + (unsigned)(word[digits] - '0');
    if (digits == 0 || word[digits] != '\0' || value == 0)
        return 0;
    *number = value;
    return 1;
}

/* Reads `10`, `10:30` or `10.30` at the start of a word; gives how many bytes it took. */
static size_t clock_digits(const char *word, unsigned *hour, unsigned *minute, bool *has_minutes)
{
    size_t at = 0;
    *hour = 0;
    *minute = 0;
    for (; at < 2 && is_digit(word[at]); at++)
        *hour = *hour * 10 + (unsigned)(word[at] - '0');
    *has_minutes = at > 0 && (word[at] == ':' || word[at] == '.') && is_digit(word[at + 1]) && is_digit(word[at + 2]);
    if (*has_minutes) {
        *minute = (unsigned)(word[at + 1] - '0') * 10 + (unsigned)(word[at + 2] - '0');
        at += 3;
    }
    return *minute < 60 ? at : 0;
}

static bool half_of_day(const char *word, unsigned *hour)
{
    bool morning = strcmp(word, "am") == 0;
    if ((!morning && strcmp(word, "pm") != 0) || *hour == 0 || *hour > 12)
        return false;
    *hour = *hour % 12 + (morning ? 0 : 12);
    return true;
}

/* `12 noon` and `12 midday` say the same as `noon`. */
static bool noon_word(const char *word)
{
    return strcmp(word, "noon") == 0 || strcmp(word, "midday") == 0;
}

size_t session_time(const struct session_tokens *tokens, size_t at, bool bare, struct session_time *time)
{
    const char *word = word_at(tokens, at);
    if (noon_word(word) || strcmp(word, "midnight") == 0) {
        time->minute = noon_word(word) ? 12 * 60 : 24 * 60;
        time->half = HALF_SAID;
        return 1;
    }
    unsigned hour = 0;
    unsigned minute = 0;
    bool has_minutes = false;
    size_t taken = clock_digits(word, &hour, &minute, &has_minutes);
    if (taken == 0)
        return 0;
    const char *next = word_at(tokens, at + 1);
    bool own_half = half_of_day(word + taken, &hour);
    bool next_half = !own_half && word[taken] == '\0' && half_of_day(next, &hour);
    bool noon = !own_half && !next_half && word[taken] == '\0' && hour == 12 && minute == 0 && noon_word(next);
    if (!own_half && !next_half && !noon) {
        if (word[taken] != '\0' || hour > 24 || (hour == 24 && minute > 0) || (!has_minutes && !bare))
            return 0;
        /* 13 and later, and `02:00`, are said by the 24 hours. Nobody meets before 8 in the morning and means it by `2:30`. */
        bool by_24_hours = hour > 12 || word[0] == '0';
        time->half = by_24_hours ? HALF_24 : hour >= 8 ? HALF_MORNING : HALF_EITHER;
    } else {
        time->half = HALF_SAID;
    }
    time->minute = hour * 60 + minute;
    return own_half || (!next_half && !noon) ? 1 : 2;
}

/* Adds a word to the text of a date: `12th` as `12`. */
static void add_date_word(struct buffer *text, const char *word)
{
    size_t digits = 0;
    while (is_digit(word[digits]))
        digits++;
    bool ordinal = digits > 0 && (strcmp(word + digits, "st") == 0 || strcmp(word + digits, "nd") == 0 ||
                                  strcmp(word + digits, "rd") == 0 || strcmp(word + digits, "th") == 0);
    if (text->length > 0 && text->bytes[text->length - 1] != '-')
        buffer_add_byte(text, ' ');
    buffer_add(text, word, ordinal ? digits : strlen(word));
}

/* Whether the tokens, so many of them, are a date: written with hyphens and no blanks, or as words. */
static bool date_of_tokens(const struct session_tokens *tokens, size_t at, size_t count, struct date *date)
{
    struct buffer text = {0};
    bool good = at + count <= tokens->count;
    for (size_t i = 0; good && i < count; i++) {
        const struct session_token *token = &tokens->items[at + i];
        if (token->kind == TOKEN_WORD && token->folded[0] != '\0') {
            if (!session_is(tokens, at + i, "of"))
                add_date_word(&text, token->folded);
        } else if (token->kind == TOKEN_DASH && i > 0 && i + 1 < count && !token->blank_before && !tokens->items[at + i + 1].blank_before) {
            buffer_add_byte(&text, '-');
        } else {
            good = false;
        }
    }
    good = good && text.length > 0 && date_parse(text.bytes, text.length, date);
    buffer_free(&text);
    return good;
}

size_t session_date(const struct session_tokens *tokens, size_t at, struct date *date, unsigned *weekday)
{
    size_t before = 0;
    *weekday = 7;
    if (session_weekday(tokens, at, weekday) > 0) {
        before = 1;
        if (at + 1 < tokens->count && tokens->items[at + 1].kind == TOKEN_COMMA)
            before = 2;
        if (session_is(tokens, at + before, "the"))
            before++;
    }
    char first = word_at(tokens, at + before)[0];
    if (!is_digit(first) && (before > 0 || !is_letter(first)))
        return 0;
    for (size_t count = 5; count > 0; count--) {
        if (date_of_tokens(tokens, at + before, count, date) && (before == 0 || date->day != 0))
            return before + count;
    }
    return 0;
}

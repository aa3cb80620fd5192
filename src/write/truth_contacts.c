/* What can be a telephone number, a web address, an email address. Few false alarms: words around them are no mistake. */
#include <string.h>

#include "text/buffer.h"
#include "write/links.h"
#include "write/truth.h"

enum {
    LEAST_DIGITS = 3,   /* 999 */
    SHORT_DIGITS = 6,   /* 116123, and codes for text relay */
    LONGEST_ABROAD = 15 /* ITU-T E.164 */
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* The digits of the run that begins at the text, and its length in bytes: what people write within one number belongs to it, but a lone hyphen between
 * blanks, a comma or a stroke parts two. */
static size_t run_of(const char *text, struct buffer *digits)
{
    size_t at = 0;
    size_t end = 0;
    buffer_clear(digits);
    for (; text[at]; at++) {
        if (is_digit(text[at])) {
            buffer_add_byte(digits, text[at]);
            end = at + 1;
        } else if (!strchr(" ().+-", text[at]) || (text[at] == '+' && end > 0)) {
            break;
        }
    }
    return end;
}

static bool starts_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* Hours, extensions and years stand beside numbers, so short runs are let be. */
static bool digits_can_be(const char *digits, size_t length, bool abroad)
{
    if (abroad || starts_with(digits, "00"))
        return length >= 8 && length <= LONGEST_ABROAD + 2;
    if (length <= SHORT_DIGITS)
        return true;
    if (digits[0] != '0')
        return false;
    return length == 10 || length == 11 || strcmp(digits, "08001111") == 0 || strcmp(digits, "08454647") == 0;
}

bool truth_phone_can_be(const char *text)
{
    struct buffer digits = {0};
    bool good = true;
    size_t most = 0;
    for (size_t at = 0; text[at] && good;) {
        if (!is_digit(text[at])) {
            at++;
            continue;
        }
        size_t length = run_of(text + at, &digits);
        bool abroad = at > 0 && (text[at - 1] == '+' || (at > 1 && text[at - 1] == '(' && text[at - 2] == '+'));
        /* "0131 538 7288 020 …" has no sign between two numbers, so twice ten or eleven digits is let be. */
        bool two = digits.length >= 20 && digits.length <= 22;
        good = two || digits_can_be(buffer_text(&digits), digits.length, abroad);
        most = digits.length > most ? digits.length : most;
        at += length;
    }
    buffer_free(&digits);
    return good && most >= LEAST_DIGITS;
}

/* Calls `can_be` with each word of the text, cut at blanks, commas and semicolons; words with none of the signs are words of a sentence and passed over. */
static bool each_word(const char *text, const char *signs, bool (*can_be)(const char *word))
{
    struct buffer word = {0};
    bool good = true;
    bool any = false;
    for (const char *at = text; *at && good;) {
        size_t length = strcspn(at, " ,;\n");
        buffer_clear(&word);
        buffer_add(&word, at, length);
        if (strpbrk(buffer_text(&word), signs)) {
            any = true;
            good = can_be(buffer_text(&word));
        }
        at += length;
        at += strspn(at, " ,;\n");
    }
    buffer_free(&word);
    return good && any;
}

static bool web_can_be(const char *word)
{
    struct buffer link = {0};
    bool good = link_web(&link, word);
    buffer_free(&link);
    return good;
}

bool truth_web_can_be(const char *text)
{
    return each_word(text, "./:@", web_can_be);
}

static bool email_can_be(const char *word)
{
    const char *at = strchr(word, '@');
    return at != NULL && at > word && strchr(at + 1, '@') == NULL && strpbrk(at + 1, "/:?#") == NULL && web_can_be(at + 1);
}

bool truth_email_can_be(const char *text)
{
    return each_word(text, "@", email_can_be);
}

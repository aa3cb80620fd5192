/* Folding. Plain ASCII, which is nearly every word of a catalogue, is folded by a table; the rest by libunistring. */
#include "text/fold.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "text/memory.h"
#include "text/utf8.h"

enum { DROPPED = 1 }; /* in the table below: an apostrophe; 0 is a gap between words */

static const char plain[128] = {
    ['\''] = DROPPED, ['`'] = DROPPED,
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7',
    ['8'] = '8', ['9'] = '9',
    ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h',
    ['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p',
    ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x',
    ['Y'] = 'y', ['Z'] = 'z',
    ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h',
    ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p',
    ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x',
    ['y'] = 'y', ['z'] = 'z',
};

struct folding {
    struct buffer *out;
    bool begun; /* a letter or digit has been written */
    bool gap;   /* something that separates words has been read since */
};

static void add_letters(struct folding *folding, const char *bytes, size_t length)
{
    if (folding->gap && folding->begun)
        buffer_add_byte(folding->out, ' ');
    buffer_add(folding->out, bytes, length);
    folding->begun = true;
    folding->gap = false;
}

static void add_and(struct folding *folding)
{
    folding->gap = true;
    add_letters(folding, "and", 3);
    folding->gap = true;
}

/* Folds the ASCII bytes at the start of the text up to the first "&"; gives how many. */
static size_t fold_plain(struct folding *folding, const char *text, size_t length)
{
    struct buffer *out = folding->out;
    size_t end = 0;
    while (end < length && (unsigned char)text[end] < 0x80 && text[end] != '&')
        end++;
    buffer_reserve(out, end + 1); /* one space may be owed from before */
    char *to = out->bytes + out->length;
    bool begun = folding->begun;
    bool gap = folding->gap;
    for (size_t i = 0; i < end; i++) {
        char folded = plain[(unsigned char)text[i]];
        if (folded > DROPPED) {
            if (gap && begun)
                *to++ = ' ';
            *to++ = folded;
            begun = true;
            gap = false;
        } else if (folded != DROPPED) {
            gap = true;
        }
    }
    *to = '\0';
    out->length = (size_t)(to - out->bytes);
    folding->begun = begun;
    folding->gap = gap;
    return end;
}

/* Letters that no decomposition takes apart. NULL: not one of them. */
static const char *spelt_in_ascii(uint32_t code)
{
    switch (code) {
    case 0x0142: return "l";  /* barred l */
    case 0x00F8: return "o";  /* barred o */
    case 0x0111: return "d";  /* barred d */
    case 0x00F0: return "d";  /* eth, whose capital looks like barred D */
    case 0x00FE: return "th"; /* thorn */
    case 0x0127: return "h";  /* barred h */
    case 0x0167: return "t";  /* barred t */
    case 0x0131: return "i";  /* i without a dot */
    case 0x0153: return "oe";
    case 0x00E6: return "ae";
    default: return NULL;
    }
}

static bool is_apostrophe(uint32_t code)
{
    /* Straight, curly, turned and reversed, the letters that look like them, the prime, and the accents that some
     * keyboards give in its place. */
    return code == '\'' || code == '`' || code == 0x00B4 || (code >= 0x2018 && code <= 0x201B) || code == 0x2032 ||
           code == 0x02B9 || (code >= 0x02BB && code <= 0x02BD) || code == 0xFF07;
}

/* An accent, as against a vowel sign of an Indic script, which is as much of a word as a letter is. The classes are
 * those of the Unicode Character Database: 1 overlays, 10 to 35 Hebrew and Arabic points, 200 and up what attaches to a
 * letter or stands around it. */
static bool is_accent(uint32_t code)
{
    int class = uc_combining_class(code);
    return class == UC_CCC_OV || (class >= 10 && class <= 35) || class >= 200;
}

/* Adds a character that has been decomposed and has no case any more. */
static void add_folded(struct folding *folding, uint32_t code, const char *bytes, size_t length)
{
    if (code == '&') {
        add_and(folding);
        return;
    }
    const char *spelt = spelt_in_ascii(code);
    if (spelt != NULL) {
        add_letters(folding, spelt, strlen(spelt));
        return;
    }
    if (is_apostrophe(code) || uc_is_property_default_ignorable_code_point(code))
        return;
    if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N)) {
        add_letters(folding, bytes, length);
    } else if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Mn | UC_CATEGORY_MASK_Mc)) {
        if (!is_accent(code))
            add_letters(folding, bytes, length);
    } else if (!uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Me)) {
        folding->gap = true;
    }
}

/* Folds well-formed characters by libunistring; the small results that are usual stay on the stack. */
static void fold_by_library(struct folding *folding, const char *text, size_t length)
{
    uint8_t small[256];
    size_t folded_length = sizeof small;
    uint8_t *folded = u8_casefold((const uint8_t *)text, length, NULL, UNINORM_NFKD, small, &folded_length);
    if (folded == NULL) {
        if (errno == ENOMEM)
            memory_fail();
        folding->gap = true;
        return;
    }
    for (size_t at = 0; at < folded_length;) {
        const char *bytes = (const char *)folded + at;
        struct utf8_character character = utf8_read(bytes, folded_length - at);
        add_folded(folding, character.code, bytes, character.length);
        at += character.length;
    }
    if (folded != small)
        free(folded);
}

/* Folds the bytes that are not ASCII at the start of the text; gives how many. Together, because marks are put in order
 * by what stands beside them. */
static size_t fold_others(struct folding *folding, const char *text, size_t length)
{
    size_t from = 0;
    size_t at = 0;
    while (at < length && (unsigned char)text[at] >= 0x80) {
        struct utf8_character character = utf8_read(text + at, length - at);
        size_t next = at + character.length;
        if (character.broken || is_apostrophe(character.code)) {
            if (at > from)
                fold_by_library(folding, text + from, at - from);
            if (character.broken)
                folding->gap = true;
            from = next;
        }
        at = next;
    }
    if (at > from)
        fold_by_library(folding, text + from, at - from);
    return at;
}

void fold_words(struct buffer *out, const char *text, size_t length)
{
    struct folding folding = {.out = out};
    for (size_t at = 0; at < length;) {
        if (text[at] == '&') {
            add_and(&folding);
            at++;
        } else if ((unsigned char)text[at] < 0x80) {
            at += fold_plain(&folding, text + at, length - at);
        } else {
            at += fold_others(&folding, text + at, length - at);
        }
    }
}

/* Whether the word that ends here ends in a plural "s": four characters or more, and not "ss". */
static bool ends_in_plural(const char *word, size_t length)
{
    if (length < 4 || word[length - 1] != 's' || word[length - 2] == 's')
        return false;
    size_t characters = 0;
    for (size_t i = 0; i < length; i++) {
        if (((unsigned char)word[i] & 0xC0u) != 0x80)
            characters++;
    }
    return characters >= 4;
}

void fold_key(struct buffer *out, const char *text, size_t length)
{
    size_t start = out->length;
    fold_words(out, text, length);
    if (out->length == start)
        return;
    char *words = out->bytes + start;
    size_t end = out->length - start;
    size_t written = 0;
    for (size_t at = 0; at < end;) {
        const char *space = memchr(words + at, ' ', end - at);
        size_t word = space == NULL ? end - at : (size_t)(space - (words + at));
        size_t kept = ends_in_plural(words + at, word) ? word - 1 : word;
        memmove(words + written, words + at, kept);
        written += kept;
        at += word + 1;
    }
    /* "drop-ins" is "dropins": its last part alone is too short to be a plural, the whole is not. No word
     * loses two: what stands before a dropped "s" is none. */
    if (ends_in_plural(words, written))
        written--;
    buffer_cut(out, start + written);
}

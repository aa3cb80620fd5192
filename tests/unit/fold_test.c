/* Folding: what counts as the same word, and how far apart two words are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/buffer.h"
#include "text/fold.h"

struct fold_case {
    const char *text;
    const char *folded;
};

typedef void fold_function(struct buffer *out, const char *text, size_t length);

static void expect_folded(fold_function *fold, const struct fold_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct buffer out = {0};
        fold(&out, cases[i].text, strlen(cases[i].text));
        assert_string_equal(buffer_text(&out), cases[i].folded);
        assert_int_equal(out.length, strlen(cases[i].folded));
        buffer_free(&out);
    }
}

static void words_lose_case_accents_and_signs(void **state)
{
    (void)state;
    static const struct fold_case cases[] = {
        {"", ""},
        {"  --  ", ""},
        {"Café Stork", "cafe stork"},
        {"crèche", "creche"},
        {"CRÈCHE", "creche"},
        {"cre\u0300che", "creche"}, /* written with a mark of its own */
        {"Tŷ Ŵyr Ŷ", "ty wyr y"},
        {"Łódź", "lodz"},
        {"Smørrebrød Đà œuvre Æther ß ĦŦı", "smorrebrod da oeuvre aether ss hti"},
        {"Straße STRASSE", "strasse strasse"},
        {"mother's mother’s mother‘s motherʼs mother`s mother´s", "mothers mothers mothers mothers mothers mothers"},
        {"‘quoted’ 'quoted'", "quoted quoted"},
        {"Mum & Baby", "mum and baby"},
        {"A&E", "a and e"},
        {"&", "and"},
        {"&&x", "and and x"},
        {"one-to-one", "one to one"},
        {"one–to—one…two/three\tfour\nfive", "one to one two three four five"},
        {"  PANDAs (0-2s)  ", "pandas 0 2s"},
        {"ﬁrst Ⅳ ² ｗｉｄｅ ＆", "first iv 2 wide and"},
        {"soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth"},
        {"İstanbul ΜΗΤΈΡΑ Мать Йод", "istanbul μητερα мать иод"},
        {"বাংলা हिन्दी", "বাংলা हिन्दी"}, /* vowel signs are no accents */
        {"אִמָּא أُمّ", "אמא ام"}, /* points are, and what stands on an alif */
        {"broken\xFFtext caf\xC3", "broken text caf"},
        {"\xE2\x80 a", "a"},
        {"a\u0489 b\u20DD", "a b"},
    };
    expect_folded(fold_words, cases, sizeof cases / sizeof cases[0]);
}

static void all_of_ascii_folds(void **state)
{
    (void)state;
    char text[128];
    for (int i = 0; i < 128; i++)
        text[i] = (char)i;
    struct buffer out = {0};
    fold_words(&out, text, sizeof text);
    assert_string_equal(buffer_text(&out),
                        "and 0123456789 abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz");
    buffer_free(&out);
}

static void folding_appends(void **state)
{
    (void)state;
    struct buffer out = {0};
    buffer_add_text(&out, "x:");
    fold_words(&out, " É ", 4);
    fold_words(&out, "&", 1);
    fold_key(&out, "Cafés !", 8);
    fold_key(&out, "", 0);
    assert_string_equal(buffer_text(&out), "x:eandcafe");
    buffer_free(&out);
}

static void a_long_text_is_folded_whole(void **state)
{
    (void)state;
    enum { TIMES = 3000 };
    struct buffer in = {0};
    struct buffer out = {0};
    for (int i = 0; i < TIMES; i++)
        buffer_add_text(&in, "ÉŁłé");
    fold_words(&out, buffer_text(&in), in.length);
    assert_int_equal(out.length, 4 * TIMES);
    for (size_t i = 0; i < out.length; i += 4)
        assert_memory_equal(out.bytes + i, "elle", 4);
    buffer_free(&in);
    buffer_free(&out);
}

static void keys_lose_plurals_and_spaces(void **state)
{
    (void)state;
    static const struct fold_case cases[] = {
        {"", ""},
        {"one-to-one", "onetoone"},
        {"one to one", "onetoone"},
        {"onetoone", "onetoone"},
        {"One_To_Ones", "onetoone"}, /* "ones" is four letters */
        {"refugees", "refugee"},
        {"Refugee", "refugee"},
        {"PANDAs", "panda"},
        {"pandas", "panda"},
        {"gas", "gas"},
        {"mums", "mum"},
        {"Mum's", "mum"},
        {"loss", "loss"},
        {"baby loss groups", "babylossgroup"},
        {"drop-ins", "dropin"},
        {"drop ins", "dropin"},
        {"dropins", "dropin"},
        {"drop-in", "dropin"},
        {"as s", "ass"},
        {"Crèches", "creche"},
        {"łąs", "las"},
        {"বাs", "বাs"}, /* three characters, though seven bytes */
        {"Weston-super-Mare", "westonsupermare"},
    };
    expect_folded(fold_key, cases, sizeof cases / sizeof cases[0]);
}

struct slips_case {
    const char *left;
    const char *right;
    unsigned slips;
};

static void slips_are_counted_both_ways(void **state)
{
    (void)state;
    static const struct slips_case cases[] = {
        {"", "", 0},
        {"", "abc", 3},
        {"falkirk", "falkirk", 0},
        {"falkrik", "falkirk", 1}, /* two swapped */
        {"flakrik", "falkirk", 2},
        {"falkir", "falkirk", 1},
        {"falkiirk", "falkirk", 1},
        {"falkork", "falkirk", 1},
        {"falcirc", "falkirk", 2},
        {"scotishborder", "scottishborder", 1},
        {"ca", "abc", 3}, /* no place is changed twice */
        {"москав", "москва", 1},
        {"東京", "京東", 1},
        {"abcdefgh", "ijklmnop", 4}, /* one more than the limit */
        {"a", "abcdefgh", 4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(fold_slips(cases[i].left, cases[i].right, 3), cases[i].slips);
        assert_int_equal(fold_slips(cases[i].right, cases[i].left, 3), cases[i].slips);
    }
}

static unsigned least_of(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The definition of the distance, word for word, as slow as it is. */
static unsigned distance_by_definition(const char *left, size_t i, const char *right, size_t j)
{
    if (i == 0 || j == 0)
        return (unsigned)(i + j);
    unsigned found = distance_by_definition(left, i - 1, right, j - 1) + (left[i - 1] == right[j - 1] ? 0 : 1);
    found = least_of(found, distance_by_definition(left, i - 1, right, j) + 1);
    found = least_of(found, distance_by_definition(left, i, right, j - 1) + 1);
    if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        found = least_of(found, distance_by_definition(left, i - 2, right, j - 2) + 1);
    return found;
}

/* Writes the text that a number stands for: its digits to the base of 3 without a first one; gives its length. */
static size_t spell(unsigned number, char *text)
{
    size_t length = 0;
    for (; number > 1; number /= 3)
        text[length++] = "abc"[number % 3];
    text[length] = '\0';
    return length;
}

static void slips_are_what_the_definition_says(void **state)
{
    (void)state;
    for (unsigned first = 1; first < 243; first++) {
        for (unsigned second = 1; second < 243; second += 2) {
            char left[8];
            char right[8];
            size_t i = spell(first, left);
            size_t j = spell(second, right);
            unsigned wanted = distance_by_definition(left, i, right, j);
            for (unsigned limit = 0; limit < 5; limit++)
                assert_int_equal(fold_slips(left, right, limit), wanted <= limit ? wanted : limit + 1);
        }
    }
}

static void slips_of_long_texts(void **state)
{
    (void)state;
    struct buffer left = {0};
    struct buffer right = {0};
    for (int i = 0; i < 500; i++)
        buffer_format(&left, "word%d ", i);
    buffer_add_text(&right, buffer_text(&left));
    assert_int_equal(fold_slips(buffer_text(&left), buffer_text(&right), 3), 0);
    right.bytes[10] = 'x';
    right.bytes[right.length / 2] = 'x';
    buffer_add_byte(&right, 'x');
    assert_int_equal(fold_slips(buffer_text(&left), buffer_text(&right), 3), 3);
    assert_int_equal(fold_slips(buffer_text(&left), buffer_text(&right), 2), 3);
    assert_int_equal(fold_slips(buffer_text(&left), "", 2), 3);
    buffer_free(&left);
    buffer_free(&right);
}

static void longer_words_may_have_more_slips(void **state)
{
    (void)state;
    assert_int_equal(fold_slips_allowed(1), 1);
    assert_int_equal(fold_slips_allowed(4), 1);
    assert_int_equal(fold_slips_allowed(5), 2);
    assert_int_equal(fold_slips_allowed(9), 2);
    assert_int_equal(fold_slips_allowed(10), 3);
    assert_int_equal(fold_slips_allowed(100), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_lose_case_accents_and_signs),
        cmocka_unit_test(all_of_ascii_folds),
        cmocka_unit_test(folding_appends),
        cmocka_unit_test(a_long_text_is_folded_whole),
        cmocka_unit_test(keys_lose_plurals_and_spaces),
        cmocka_unit_test(slips_are_counted_both_ways),
        cmocka_unit_test(slips_are_what_the_definition_says),
        cmocka_unit_test(slips_of_long_texts),
        cmocka_unit_test(longer_words_may_have_more_slips),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}

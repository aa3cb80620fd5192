/* Slips: the distance between two texts in optimal string alignment (Damerau's four slips, no place changed twice). */
#include "text/fold.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text/memory.h"
#include "text/utf8.h"

enum { SMALL = 64 }; /* characters of a text whose rows stay on the stack */

struct letters {
    uint32_t *codes;
    size_t count;
};

static size_t decode(const char *text, size_t length, uint32_t *codes)
{
    size_t count = 0;
    for (size_t at = 0; at < length;) {
        struct utf8_character character = utf8_read(text + at, length - at);
        codes[count++] = character.code;
        at += character.length;
    }
    return count;
}

static unsigned smaller(unsigned left, unsigned right)
{
    return left < right ? left : right;
}

/* What both begin and end with can be left out: it takes no slips, and most words differ in one place only. */
static void leave_out_the_same(struct letters *left, struct letters *right)
{
    while (left->count > 0 && right->count > 0 && left->codes[left->count - 1] == right->codes[right->count - 1]) {
        left->count--;
        right->count--;
    }
    while (left->count > 0 && right->count > 0 && left->codes[0] == right->codes[0]) {
        left->codes++;
        left->count--;
        right->codes++;
        right->count--;
    }
}

/* rows has room for three rows of right.count + 1. */
static unsigned count_slips(struct letters left, struct letters right, unsigned limit, unsigned *rows)
{
    size_t wide = right.count + 1;
    unsigned *before = rows;
    unsigned *above = rows + wide;
    unsigned *row = rows + 2 * wide;
    for (size_t j = 0; j < wide; j++)
        above[j] = (unsigned)j;
    for (size_t i = 1; i <= left.count; i++) {
        row[0] = (unsigned)i;
        unsigned least = row[0];
        for (size_t j = 1; j < wide; j++) {
            unsigned changed = above[j - 1] + (left.codes[i - 1] == right.codes[j - 1] ? 0 : 1);
            row[j] = smaller(changed, smaller(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && left.codes[i - 1] == right.codes[j - 2] && left.codes[i - 2] == right.codes[j - 1])
                row[j] = smaller(row[j], before[j - 2] + 1);
            least = smaller(least, row[j]);
        }
        if (least > limit)
            return limit + 1;
        unsigned *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[right.count] > limit ? limit + 1 : above[right.count];
}

unsigned fold_slips(const char *left, const char *right, unsigned limit)
{
    size_t left_length = strlen(left);
    size_t right_length = strlen(right);
    uint32_t small_codes[2 * SMALL];
    unsigned small_rows[3 * (SMALL + 1)];
    bool small = left_length <= SMALL && right_length <= SMALL;
    uint32_t *codes = small ? small_codes : memory_new(left_length + right_length, sizeof *codes);
    struct letters first = {codes, decode(left, left_length, codes)};
    struct letters second = {codes + first.count, decode(right, right_length, codes + first.count)};
    leave_out_the_same(&first, &second);
    size_t longer = first.count > second.count ? first.count : second.count;
    size_t shorter = first.count + second.count - longer;
    unsigned slips = limit + 1;
    if (longer - shorter <= limit) {
        unsigned *rows = small ? small_rows : memory_new(second.count + 1, 3 * sizeof *rows);
        slips = count_slips(first, second, limit, rows);
        if (!small)
            free(rows);
    }
    if (!small)
        free(codes);
    return slips;
}

unsigned fold_slips_allowed(size_t characters)
{
    return characters <= 4 ? 1 : characters <= 9 ? 2 : 3;
}

struct near_name near_name_of(const char *word)
{
    return (struct near_name){.word = word, .slips = fold_slips_allowed(strlen(word)) + 1};
}

bool near_name_try(struct near_name *near, const char *name)
{
    unsigned slips = fold_slips(near->word, name, near->slips);
    if (slips >= near->slips)
        return false;
    near->slips = slips;
    near->name = name;
    return true;
}

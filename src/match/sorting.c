#include "match/sorting.h"

#include <stdbool.h>
#include <string.h>

void sort_by(void *items, void *spare, size_t count, size_t size, sort_compares *compare, const void *with)
{
    if (count < 2)
        return;
    size_t lefts = count / 2;
    size_t rights = count - lefts;
    char *left = items;
    char *right = left + lefts * size;
    char *to = spare;
    sort_by(left, spare, lefts, size, compare, with);
    sort_by(right, spare, rights, size, compare, with);
    if (compare(right - size, right, with) <= 0)
        return;
    while (lefts > 0 && rights > 0) {
        bool from_left = compare(left, right, with) <= 0;
        memcpy(to, from_left ? left : right, size);
        to += size;
        left += from_left ? size : 0;
        right += from_left ? 0 : size;
        lefts -= from_left;
        rights -= !from_left;
    }
    memcpy(to, left, lefts * size);
    memcpy(items, spare, (count - rights) * size);
}

/* One pass over one byte of the ranks, from the lowest on; false where all have the same byte there. */
static bool sort_byte(const struct ranked *from, struct ranked *to, size_t count, unsigned shift)
{
    size_t begins[256] = {0};
    for (size_t i = 0; i < count; i++)
        begins[from[i].rank >> shift & 0xFF]++;
    if (begins[from[0].rank >> shift & 0xFF] == count)
        return false;
    size_t at = 0;
    for (size_t i = 0; i < 256; i++) {
        size_t here = begins[i];
        begins[i] = at;
        at += here;
    }
    for (size_t i = 0; i < count; i++)
        to[begins[from[i].rank >> shift & 0xFF]++] = from[i];
    return true;
}

void sort_ranked(struct ranked *items, struct ranked *spare, size_t count)
{
    struct ranked *from = items;
    struct ranked *to = spare;
    for (unsigned shift = 0; shift < 64 && count > 1; shift += 8) {
        if (!sort_byte(from, to, count, shift))
            continue;
        struct ranked *sorted = to;
        to = from;
        from = sorted;
    }
    if (from != items)
        memcpy(items, from, count * sizeof *items);
}

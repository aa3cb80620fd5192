/* Two ways to sort that the C library lacks: with a comparison that may look at something beside the two, and by a number, in time that grows
 * with the count alone. Both are stable. */
#ifndef MATCH_SORTING_H
#define MATCH_SORTING_H

#include <stddef.h>
#include <stdint.h>

typedef int sort_compares(const void *left, const void *right, const void *with);

/* spare has room for count items of size bytes. */
void sort_by(void *items, void *spare, size_t count, size_t size, sort_compares *compare, const void *with);

struct ranked {
    uint64_t rank;
    uint32_t index;
};

/* Sorts by rank, lowest first. spare has room for count items. */
void sort_ranked(struct ranked *items, struct ranked *spare, size_t count);

#endif

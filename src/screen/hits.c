#include "screen/hits.h"

void hits_clear(struct hits *hits)
{
    hits->count = 0;
}

void hits_add(struct hits *hits, struct area area, enum hit_kind kind, size_t number)
{
    if (hits->count < HITS_MOST)
        hits->items[hits->count++] = (struct hit){area, kind, number};
}

struct hit hits_at(const struct hits *hits, int row, int column)
{
    for (size_t i = hits->count; i-- > 0;)
        if (area_holds(hits->items[i].area, row, column))
            return hits->items[i];
    return (struct hit){.kind = HIT_NOTHING};
}

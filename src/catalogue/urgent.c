/* Urgent help for a place. */
#include "catalogue/urgent.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "text/memory.h"

static const char everywhere[] = "United Kingdom";

struct urgent_help *urgent_help_new(void)
{
    struct urgent_help *help = memory_new(1, sizeof *help);
    help->arena = arena_new();
    return help;
}

void urgent_help_free(struct urgent_help *help)
{
    if (help == NULL)
        return;
    arena_free(help->arena);
    free(help);
}

/* A line for everywhere stands also for the islands that lie in no other place, and where no place is known. */
static bool is_for(const struct urgent_line *line, const struct gazetteer *gazetteer, place_id place)
{
    place_id all = gazetteer_find(gazetteer, everywhere, strlen(everywhere));
    for (size_t i = 0; i < line->nation_count; i++) {
        const char *nation = line->nations[i];
        place_id outer = gazetteer_find(gazetteer, nation, strlen(nation));
        if (strcmp(nation, everywhere) == 0)
            return true;
        if (outer != PLACE_NONE &&
            (outer == all || place_contains(gazetteer, outer, place) || outer == place_nation(gazetteer, place)))
            return true;
    }
    return false;
}

size_t urgent_help_for(const struct urgent_help *help, const struct gazetteer *gazetteer, place_id place,
                       const struct urgent_line **lines, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < help->count && count < room; i++) {
        if (is_for(&help->lines[i], gazetteer, place))
            lines[count++] = &help->lines[i];
    }
    return count;
}

/* The one line of urgent help that is always in view. */
#include <string.h>

#include "text/buffer.h"
#include "text/width.h"
#include "write/sheet.h"
#include "write/words.h"

/* More lines than any nation has. */
#define MOST_LINES 32

const char *urgent_bar(const struct catalogue *catalogue, place_id place, size_t columns, bool ascii, struct arena *arena)
{
    const struct urgent_line *lines[MOST_LINES];
    size_t count = catalogue->urgent ? urgent_help_for(catalogue->urgent, catalogue->gazetteer, place, lines, MOST_LINES) : 0;
    struct buffer bar = {0};
    buffer_add_text(&bar, columns < 50 ? URGENT_BAR_SHORT : URGENT_BAR);
    size_t start = bar.length;
    for (size_t i = 0; i < count; i++) {
        size_t before = bar.length;
        buffer_format(&bar, "%s%s", before == start ? "  " : ascii ? " | " : " · ", lines[i]->short_words);
        if (width_columns(bar.bytes, bar.length) > columns) {
            buffer_cut(&bar, before);
            break;
        }
    }
    /* A catalogue without its urgent help still has to say the one number that holds in every nation. */
    if (count == 0)
        buffer_format(&bar, "  %s", URGENT_BAR_NONE);
    const char *kept = arena_copy(arena, bar.bytes, bar.length);
    buffer_free(&bar);
    return kept;
}

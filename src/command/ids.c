#include "command/ids.h"

#include <string.h>

#include "command/command.h"
#include "command/words.h"
#include "text/buffer.h"
#include "text/memory.h"
#include "text/safe.h"

/* Says that an id is unknown, and which are near. */
static void tell_unknown(const struct catalogue *catalogue, const char *id)
{
    const char *near[3];
    size_t count = catalogue_near(catalogue, id, near, 3);
    struct buffer meant = {0};
    for (size_t i = 0; i < count; i++)
        words_join(&meant, near[i], i, count, LIST_OR);
    struct buffer safe = {0};
    safe_text(&safe, id, strlen(id), false);
    if (count > 0)
        complain(SAY_UNKNOWN_ID_MEANT, buffer_text(&safe), buffer_text(&meant));
    else
        complain(SAY_UNKNOWN_ID, buffer_text(&safe));
    buffer_free(&safe);
    buffer_free(&meant);
}

size_t ids_to_offers(const struct catalogue *catalogue, const char *const *ids, size_t id_count, size_t **offers, size_t *unknown)
{
    size_t count = 0;
    size_t room = 0;
    *offers = NULL;
    *unknown = 0;
    for (size_t i = 0; i < id_count; i++) {
        size_t first = catalogue_find(catalogue, ids[i]);
        if (first == OFFER_NONE) {
            tell_unknown(catalogue, ids[i]);
            ++*unknown;
            continue;
        }
        size_t many = strchr(ids[i], '/') ? 1 : offer_service(catalogue, &catalogue->offers[first])->offer_count;
        for (size_t k = 0; k < many; k++) {
            *offers = memory_room(*offers, count, &room, sizeof **offers);
            (*offers)[count++] = first + k;
        }
    }
    return count;
}

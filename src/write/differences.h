/* What has changed between two catalogues as they are written. */
#ifndef WRITE_DIFFERENCES_H
#define WRITE_DIFFERENCES_H

#include <stddef.h>

#include "read/written.h"
#include "text/buffer.h"

enum difference_kind { DIFFERENCE_NEW, DIFFERENCE_GONE, DIFFERENCE_CHANGED };

/* A value as it was or is: its items; none of them: nothing is stated. */
struct difference_value {
    const char **items;
    size_t count;
};

struct difference {
    enum difference_kind kind;
    const char *id;   /* "juno/groups"; "juno" where all offers of a service have changed alike; "" for the list itself */
    const char *name; /* as it was; of what is new, as it is */
    const char *field; /* flat; NULL when all of it is new or gone */
    struct difference_value was;
    struct difference_value now;
};

/* In the order of the new catalogue, and what is gone at the end in the order of the old one. Texts and items are owned by the arena. Values that mean
 * the same (`2026-11` and `November 2026`, another case or order of a list) are no difference. Linear in the size of both. */
struct differences {
    struct difference *items;
    size_t count;
    size_t room;
};
void differences_find(struct differences *differences, struct arena *arena, const struct written *old, const struct written *new);
void differences_free(struct differences *differences);

/* One sentence a line: "Juno groups (juno/groups): now ends at 3 years, was 2 years". */
void differences_people(struct buffer *out, const struct differences *differences);

/* {"differences": [{"change", "id", "name", "field", "was", "now"}, …]}; was and now are lists. */
void differences_json(struct buffer *out, const struct differences *differences);

#endif

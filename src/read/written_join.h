/* Several catalogues as they are written become one, and where they say different things that is told, never decided in silence. */
#ifndef READ_WRITTEN_JOIN_H
#define READ_WRITTEN_JOIN_H

#include "read/written.h"
#include "text/buffer.h"

/* Which one is right where two differ. */
enum join_prefer { PREFER_NONE, PREFER_FIRST, PREFER_LAST, PREFER_NEWEST };

/* Two files that say different things. Everything is owned by the joined catalogue. */
struct join_conflict {
    const char *about; /* "juno/groups", "catalogue", "with/sensory-room", "Rowanbank" */
    const char *field; /* flat: "stage_to" */
    struct position where[2];
    const char *says[2];
    int taken; /* 0 or 1; -1: neither, so there is no joined catalogue */
};

struct join {
    struct join_conflict *conflicts;
    size_t count;
    size_t room;
    size_t open; /* how many of them are not decided */
};

/* Adds `more` (which must live as long) to `all`. A service that both have is one, offer by offer and field by field: what only one says is taken over.
 * What a head says for all of its services is put into each of them where the heads differ. Conflicts are added to join, and decided by prefer; newest
 * is the offer with the later `checked`, and decides nothing where neither has one or both are as new. */
void written_join(struct written *all, struct written *more, enum join_prefer prefer, struct join *join);

void join_free(struct join *join);

#endif

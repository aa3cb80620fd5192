/* What the joining of two catalogues and that of two of their entries share. Only for these. */
#ifndef READ_WRITTEN_JOIN_PARTS_H
#define READ_WRITTEN_JOIN_PARTS_H

#include "catalogue/field.h"
#include "read/written_join.h"
#include "text/date.h"

struct joining {
    struct written *all;
    struct join *join;
    enum join_prefer prefer;
    struct date newest[2]; /* of anything in the two catalogues: which of their heads is the newer one */
};

bool join_field_is(const struct entry_field *field, const char *name);

/* The field of that name, or NULL. */
const struct entry_field *join_field_like(const struct entry *entry, const struct entry_field *like);

/* What a field says, its values behind one another. Lives in the arena. */
const char *join_says(struct arena *arena, const struct entry_field *field);

/* When the entry was checked, by its own word. */
struct date join_checked_on(const struct entry *entry);

/* Notes that a field differs. Gives which of the two is taken, the first where that is not decided. */
int join_conflict_over(struct joining *joining, const char *about, const struct entry *one, const struct entry_field *first, const struct entry *other,
                       const struct entry_field *second);

/* One entry of two. */
struct entry join_entries(struct joining *joining, const char *about, const struct entry *one, const struct entry *other);

#endif

/* Files as they are written, for the commands that write them again: read, joined, told of. */
#ifndef COMMAND_WRITTEN_FILES_H
#define COMMAND_WRITTEN_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "read/written.h"
#include "read/written_join.h"

/* Reads files and folders ("-" is standard input; spreadsheets by the mapping file `map`, or NULL) and joins what they hold. Says on standard error what is wrong in them; gives NULL when something
 * would be missing. The conflicts stand in join. Freed with written_files_free. */
struct written_files {
    struct written **items; /* one a file; the first holds the joined catalogue */
    size_t count;
    struct written *all;
    struct mapping *mapping;
    struct catalogue *data; /* places and words, where a list of Open Referral is among them; NULL */
};
bool written_files_read(struct written_files *files, const char *const *paths, size_t count, const char *map, enum join_prefer prefer, struct join *join);
void written_files_free(struct written_files *files);

/* Says on standard error what stands in two ways, one a line: "list.csv:4: juno/groups, stage_to: 2 years; list.yaml:12 says 3 years". */
void written_files_tell(const struct join *join, bool decided);

#endif

/* Reading files of every kind to learn what is wrong with them. */
#ifndef COMMAND_CHECK_FILES_H
#define COMMAND_CHECK_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/catalogue.h"
#include "catalogue/problem.h"

struct checked_files {
    struct catalogue *catalogue; /* of all files among them that are parts of one; NULL when none is, or when they cannot be read */
    bool all_read;               /* none of them was refused as a whole */
};

/* Reads files and folders, spreadsheets by the mapping file `map` if it is not NULL (what is in a folder is told apart by what is in each file) and adds what is wrong with them to the problems. A file that is no
 * catalogue is read among the lists that came with Signpost, and only its own problems are added. Owned by the caller: catalogue_free. */
struct checked_files check_files(const char *const *paths, size_t count, const char *map, struct problems *problems);

#endif

/* A catalogue → Open Referral. What the standard has no field for travels in `attributes`, so that it comes back as it was. */
#ifndef WRITE_OPEN_REFERRAL_H
#define WRITE_OPEN_REFERRAL_H

#include "read/open_referral_tables.h"
#include "read/written.h"
#include "text/buffer.h"

enum open_referral_profile { PROFILE_HSDS, PROFILE_HSDS_UK }; /* both 3.0 */
enum open_referral_shape {
    SHAPE_PAGE,  /* one page with all services in `contents` */
    SHAPE_LINES, /* a service a line */
    SHAPE_SERVICE, /* the service itself, which is the only one */
};

/* Appends all services; full (NULL: nobody) is called after each, so that it may write out and empty the buffer. Their ids are UUIDs: theirs, or made from ours and always the same. Hidden places must have been taken out (written_hide.h). What
 * came from Open Referral and was kept (`x_open_referral`) is written again, with what has changed since. A list of no services holds nothing of its head,
 * words and places. */
void open_referral_write(struct buffer *out, const struct written *written, enum open_referral_profile profile, enum open_referral_shape shape,
                         void (*full)(void *data, struct buffer *out), void *data);

/* The same as a tabular data package of HSDS 3.0: files for a folder of their own. Cells are as they are, with no guard against spreadsheets, for the
 * standard has none. Start with {0}. */
struct package_file {
    const char *name; /* lent for ever */
    struct buffer text; /* owned */
};
struct package_files {
    struct package_file items[REFERRAL_TABLES + 1]; /* the tables that have rows, that of the services always, and datapackage.json last */
    size_t count;
};
void open_referral_package(struct package_files *files, const struct written *written);
void package_files_free(struct package_files *files);

#endif

/* The offers that ids on a command line name. */
#ifndef COMMAND_IDS_H
#define COMMAND_IDS_H

#include <stddef.h>

#include "catalogue/catalogue.h"

/* The offers of the ids: one of "service/offer", all of "service". Gives how many, in *offers, to be freed. An id that names none is said on standard error,
 * with the nearest ones, and counted in *unknown. */
size_t ids_to_offers(const struct catalogue *catalogue, const char *const *ids, size_t count, size_t **offers, size_t *unknown);

#endif

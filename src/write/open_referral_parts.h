/* Between the files that write Open Referral. */
#ifndef WRITE_OPEN_REFERRAL_PARTS_H
#define WRITE_OPEN_REFERRAL_PARTS_H

#include <jansson.h>

#include "catalogue/entry.h"
#include "write/open_referral.h"

/* A text of a file as JSON: bytes that are no UTF-8 as marks. */
json_t *referral_string(const char *text, size_t length);

/* Sets an `id` made from what it is the id of: "juno", "phones", 1. */
void referral_set_id(json_t *object, const char *of, const char *what, size_t number);

/* Sets on a service what the standard has fields for, as its first offer says it. Where the object holds what was kept of a list of somebody else's, only
 * what is said differently now is set. id is ours. */
void referral_standard(json_t *service, const char *id, const struct entry *offer, const struct entry *own, enum open_referral_profile profile);

/* A service as one object. whole: what was kept of somebody else's goes into an attribute as it is, for where the object may lose parts of it. */
json_t *referral_make(const struct written *written, size_t number, enum open_referral_profile profile, bool whole);

#endif

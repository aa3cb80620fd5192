/* What may stand on a sheet that somebody else may find: nothing that says why she has it. INTERFACE.md, "Handout"; facts/needs.md, N18 and N24. */
#ifndef WRITE_DISCREET_H
#define WRITE_DISCREET_H

#include <stdbool.h>

#include "catalogue/catalogue.h"
#include "text/buffer.h"

/* Whether the text has a word about health of the mind, loss, abuse, addiction or the like, in any writing. NULL has none. */
bool discreet_reveals(const char *text);

/* The same for a web or email address, in which words are run together. */
bool discreet_address_reveals(const char *address);

/* A name that says nothing: the public name, else the offer's own where neither its words nor its topics give it away; else NULL. */
const char *discreet_name(const struct catalogue *catalogue, const struct offer *offer);

/* What to call it where there is no such name, by how the support is given: "A group", "A phone line". Never NULL. */
const char *discreet_nameless(const struct catalogue *catalogue, const struct offer *offer);

/* Whether the offer states the format with that id ("group") among those that are sure. */
bool offer_has_format(const struct catalogue *catalogue, const struct offer *offer, const char *format);

/* Appends the web address as written, or its host alone where only the path gives it away. False, and nothing appended, when there is none that may be shown. */
bool discreet_web(struct buffer *out, const struct catalogue *catalogue, const struct offer *offer);

#endif

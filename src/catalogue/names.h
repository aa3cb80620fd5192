/* Names and what they stand for: from a folded text to a number, exactly or nearly. The vocabulary, the gazetteer and the
 * ids of services are looked up here. */
#ifndef CATALOGUE_NAMES_H
#define CATALOGUE_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NAMES_NONE UINT32_MAX

struct names;

struct names *names_new(void);
void names_free(struct names *names); /* NULL is allowed */

/* Adds a name that stands for the number, which is not NAMES_NONE; several names may stand for one. The text is copied.
 * False when the name is taken already: then what it stands for stays as it was. */
bool names_add(struct names *names, const char *text, size_t length, uint32_t number);

/* Lets a name stand for another number. False when there is no such name. */
bool names_move(struct names *names, const char *text, size_t length, uint32_t number);

/* The number that the text stands for, or NAMES_NONE. The same text as it was added: fold both with fold_key. */
uint32_t names_find(const struct names *names, const char *text, size_t length);

/* How many names there are. */
size_t names_count(const struct names *names);

/* Which of two numbers to give first where the names are equally near: less than 0 for left. */
typedef int (*names_order)(const void *context, uint32_t left, uint32_t right);

/* Up to room numbers, each once, whose names are nearest to the folded text, best first: names that begin with it, names that
 * slips of the finger turn into it (fold_slips_allowed), names that it begins with ("falkirktown"), names that have it inside.
 * order may be NULL: then the lower number comes first. Looks at every name once. */
size_t names_near(const struct names *names, const char *text, size_t length, names_order order, const void *context,
                  uint32_t *near, size_t room);

#endif

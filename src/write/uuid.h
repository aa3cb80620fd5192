/* Identifiers that are the same every time: RFC 9562, version 5. */
#ifndef WRITE_UUID_H
#define WRITE_UUID_H

#include <stdbool.h>
#include <stddef.h>

/* Room for one in text, with the NUL. */
enum { UUID_TEXT = 37 };

/* Writes the identifier of a name within what Signpost names: SHA-1 of its own namespace and the name. */
void uuid_of(char out[UUID_TEXT], const char *name, size_t length);

/* Whether the text is a UUID in its usual form, whatever its version. */
bool uuid_is(const char *text, size_t length);

#endif

/* JSON through jansson: the few things that every writer here does with it. */
#ifndef WRITE_JSON_H
#define WRITE_JSON_H

#include <jansson.h>

#include "text/buffer.h"

/* A string, or null for NULL. Out of memory ends the program, as everywhere. */
json_t *json_text(const char *text);

/* Sets a member, taking the value over; a value of NULL is out of memory. */
void json_set(json_t *object, const char *key, json_t *value);
void json_append(json_t *array, json_t *value);

/* Appends the value as one line, keys in the order in which they were set, and frees it. */
void json_write(struct buffer *out, json_t *value);

#endif

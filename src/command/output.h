/* Where a command writes: standard output, or a file that appears whole or not at all. */
#ifndef COMMAND_OUTPUT_H
#define COMMAND_OUTPUT_H

#include <stdbool.h>

#include "text/buffer.h"

struct output;

/* path NULL or "-": standard output. Says what is wrong on standard error and gives NULL when the file cannot be made. */
struct output *output_open(const char *path);

/* Writes what the buffer holds and empties it. */
void output_put(struct output *output, struct buffer *buffer);

/* The same, but only once the buffer holds enough to be worth a write. */
void output_put_some(struct output *output, struct buffer *buffer);

/* Ends the output: the file takes its name. Says so on standard error and gives false when anything could not be written; then an
 * older file of that name is as it was. Frees. */
bool output_close(struct output *output);

/* A whole file at once, for where nothing may be said on standard error. Gives 0, or the errno of what could not be done; then nothing is left of it, and
 * an older file of that name is as it was. EEXIST when there is one and it is not to be replaced. */
int output_whole(const char *path, const struct buffer *content, bool replace);

#endif

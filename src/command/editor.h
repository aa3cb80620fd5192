/* The person's own editor: $VISUAL, else $EDITOR, else vi. */
#ifndef COMMAND_EDITOR_H
#define COMMAND_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/problem.h"
#include "text/arena.h"
#include "text/buffer.h"

/* Opens the file at the line (0: wherever the editor likes) on the terminal of this program, and waits until the editor has ended. Never through a
 * shell. False with *why, a sentence, when it could not be run or ended badly; what it has written by then stays written. */
bool editor_run(const struct position *where, struct buffer *why);

/* The words of a command, split at spaces outside quotes; quotes and a backslash before a character are taken away, as a shell would, and nothing
 * else means anything. Gives a NULL-ended array in the arena, with room for two more words, and in *count how many; NULL when a quote is not closed. */
const char **editor_words(const char *command, struct arena *arena, size_t *count);

/* Adds file and line as this editor, known by its name, takes them. Gives how many words there are then. An editor that is not known gets the file
 * alone: it might take a line for the name of a file. */
size_t editor_add_place(const char **words, size_t count, const struct position *where, struct arena *arena);

#endif

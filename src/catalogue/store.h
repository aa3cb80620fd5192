/* Keeps texts, lists and lines once where they come again and again, so that a million offers fit into memory. It only remembers what came
 * lately: each place of its tables holds the last comer. */
#ifndef CATALOGUE_STORE_H
#define CATALOGUE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/session.h"
#include "text/arena.h"

struct store;

/* Everything that it gives is kept in the arena, which is lent. */
struct store *store_new(struct arena *arena);
void store_free(struct store *store);

/* The text, NUL behind it. */
const char *store_text(struct store *store, const char *text, size_t length);

/* A list of numbers; NULL when count is 0. */
const uint32_t *store_numbers(struct store *store, const uint32_t *items, size_t count);

/* What a word meant when it was last looked up in that list; false when not remembered. */
bool store_recall(const struct store *store, unsigned list, const char *word, size_t length, uint32_t *meaning);
void store_learn(struct store *store, unsigned list, const char *word, size_t length, uint32_t meaning);

/* The sessions of a line that was understood before; 0 when not remembered. sessions[0].words is the line. */
size_t store_recall_line(const struct store *store, const char *line, size_t length, const struct session **sessions);
void store_learn_line(struct store *store, const struct session *sessions, size_t count);

#endif

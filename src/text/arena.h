/* An arena: many small pieces that live and die together. */
#ifndef TEXT_ARENA_H
#define TEXT_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);

/* Frees the arena and every piece of it. NULL is allowed. */
void arena_free(struct arena *arena);

/* Forgets every piece but keeps the first block for reuse. */
void arena_clear(struct arena *arena);

/* Overwrites every piece, then clears. */
void arena_wipe(struct arena *arena);

/* Gives count * size bytes, zeroed, aligned for any type, owned by the arena. Never NULL. */
void *arena_get(struct arena *arena, size_t count, size_t size);

/* Gives a copy of the bytes with a NUL behind them, owned by the arena. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

/* The same for a NUL-terminated text; NULL gives NULL. */
char *arena_text(struct arena *arena, const char *text);

/* How many bytes the arena holds from the system. */
size_t arena_bytes(const struct arena *arena);

#endif

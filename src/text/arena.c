/* An arena is a list of blocks that are filled from the front, and a list of pieces too big to share a block. */
#include "text/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "text/memory.h"

enum {
    FIRST_BLOCK = 4 * 1024,
    LARGEST_BLOCK = 1024 * 1024,
    BIG_PIECE_PART = 4, /* a piece bigger than this part of a block would waste too much of the one before */
};

/* The bytes behind `used` are always zero, so that a new piece need not be cleared. */
struct block {
    struct block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *blocks; /* the newest, which is being filled, first; the last is the one kept when clearing */
    struct block *big;    /* one piece each */
    size_t next_size;
    size_t held; /* bytes from the system, blocks' heads and this struct included */
};

static struct block *add_block(struct arena *arena, struct block **list, size_t size)
{
    if (size > SIZE_MAX - sizeof(struct block))
        memory_fail();
    struct block *block = memory_new(1, sizeof *block + size);
    block->size = size;
    block->next = *list;
    *list = block;
    arena->held += sizeof *block + size;
    return block;
}

static void free_blocks(struct arena *arena, struct block *block)
{
    while (block != NULL) {
        struct block *next = block->next;
        arena->held -= sizeof *block + block->size;
        free(block);
        block = next;
    }
}

static void wipe_blocks(struct block *block)
{
    for (; block != NULL; block = block->next)
        memory_wipe(block->bytes, block->used);
}

/* Gives size zero bytes at an offset that is a multiple of alignment, a power of two. */
static void *take(struct arena *arena, size_t size, size_t alignment)
{
    struct block *block = arena->blocks;
    if (block != NULL) {
        size_t at = (block->used + alignment - 1) & ~(alignment - 1);
        if (at <= block->size && size <= block->size - at) {
            block->used = at + size;
            return block->bytes + at;
        }
    }
    if (size > arena->next_size / BIG_PIECE_PART) {
        block = add_block(arena, &arena->big, size);
    } else {
        block = add_block(arena, &arena->blocks, arena->next_size);
        if (arena->next_size < LARGEST_BLOCK)
            arena->next_size *= 2;
    }
    block->used = size;
    return block->bytes;
}

struct arena *arena_new(void)
{
    struct arena *arena = memory_new(1, sizeof *arena);
    arena->next_size = FIRST_BLOCK;
    arena->held = sizeof *arena;
    return arena;
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    free_blocks(arena, arena->big);
    free_blocks(arena, arena->blocks);
    free(arena);
}

void arena_clear(struct arena *arena)
{
    free_blocks(arena, arena->big);
    arena->big = NULL;
    while (arena->blocks != NULL && arena->blocks->next != NULL) {
        struct block *rest = arena->blocks->next;
        arena->blocks->next = NULL;
        free_blocks(arena, arena->blocks);
        arena->blocks = rest;
    }
    arena->next_size = FIRST_BLOCK;
    if (arena->blocks != NULL) {
        memset(arena->blocks->bytes, 0, arena->blocks->used);
        arena->blocks->used = 0;
        arena->next_size *= 2;
    }
}

void arena_wipe(struct arena *arena)
{
    wipe_blocks(arena->big);
    wipe_blocks(arena->blocks);
    arena_clear(arena);
}

void *arena_get(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        memory_fail();
    size_t bytes = count * size;
    return take(arena, bytes == 0 ? 1 : bytes, alignof(max_align_t));
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    if (length == SIZE_MAX)
        memory_fail();
    char *copy = take(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy; /* the NUL is there already */
}

char *arena_text(struct arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_copy(arena, text, strlen(text));
}

size_t arena_bytes(const struct arena *arena)
{
    return arena->held;
}

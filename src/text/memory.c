/* Memory that cannot fail for its caller. The only place of the program that asks the system for memory. */
#include "text/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

enum {
    STATUS_FAILED = 2, /* what INTERFACE calls trouble with the machine */
    FIRST_ROOM = 8,
};

static void (*failure_callback)(void);

void memory_on_failure(void (*callback)(void))
{
    failure_callback = callback;
}

_Noreturn void memory_fail(void)
{
    if (failure_callback != NULL)
        failure_callback();
    /* Not exit(): what stands half written in a stream must not reach a file. */
    _Exit(STATUS_FAILED);
}

/* Gives count * size, but at least 1: what malloc gives for no bytes may be NULL. */
static size_t bytes_for(size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        memory_fail();
    return count == 0 || size == 0 ? 1 : count * size;
}

void *memory_new(size_t count, size_t size)
{
    void *items = calloc(bytes_for(count, size), 1);
    if (items == NULL)
        memory_fail();
    return items;
}

void *memory_resize(void *items, size_t count, size_t size)
{
    void *resized = realloc(items, bytes_for(count, size));
    if (resized == NULL)
        memory_fail();
    return resized;
}

void *memory_room(void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return items;
    size_t grown = FIRST_ROOM;
    if (*room >= FIRST_ROOM) {
        if (*room > SIZE_MAX - *room / 2)
            memory_fail();
        grown = *room + *room / 2;
    }
    void *resized = memory_resize(items, grown, size);
    *room = grown;
    return resized;
}

/* Called through a volatile pointer, memset cannot be proved to be memset, so the call stays. */
static void *(*const volatile set_bytes)(void *, int, size_t) = memset;

void memory_wipe(void *bytes, size_t length)
{
    if (bytes != NULL && length > 0)
        set_bytes(bytes, 0, length);
}

#ifdef __GLIBC__

/* What malloc.c of glibc 2.36 keeps for each thread without overwriting it (tcache): pieces of up to 1032 bytes, seven of each size. More are taken than
 * that, for a later version may keep more. */
enum { OVERWRITE = 0xDB, KEPT_LARGEST = 1040, KEPT_STEP = 16, KEPT_MOST = 32 };

void memory_forgetful(void)
{
    mallopt(M_PERTURB, OVERWRITE);
}

void memory_forget_freed(void)
{
    for (size_t size = KEPT_STEP / 2; size <= KEPT_LARGEST; size += KEPT_STEP) {
        void *pieces[KEPT_MOST];
        for (size_t i = 0; i < KEPT_MOST; i++) {
            pieces[i] = malloc(size); /* calloc passes over what is kept */
            memory_wipe(pieces[i], pieces[i] ? size : 0);
        }
        for (size_t i = 0; i < KEPT_MOST; i++)
            free(pieces[i]);
    }
}

#else

void memory_forgetful(void)
{
}

void memory_forget_freed(void)
{
}

#endif

enum { STACK = 256 * 1024 };

__attribute__((noinline)) void memory_forget_stack(void)
{
    char room[STACK];
    memory_wipe(room, sizeof room);
}

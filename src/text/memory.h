/* Memory that cannot fail for its caller: running out ends the program cleanly. */
#ifndef TEXT_MEMORY_H
#define TEXT_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Sets what happens when memory runs out (or a size overflows). The callback restores the terminal, says so and ends
 * the program with status 2; it must not return. Without one the process ends silently with status 2. */
void memory_on_failure(void (*callback)(void));

/* Never returns: calls the callback above. For sizes that overflow outside this file. */
_Noreturn void memory_fail(void);

/* Gives count * size bytes, zeroed; never NULL, even for no bytes. Owned by the caller, freed with free(). */
void *memory_new(size_t count, size_t size);

/* Gives items grown (or shrunk) to count * size bytes; new bytes are not zeroed. items may be NULL. */
void *memory_resize(void *items, size_t count, size_t size);

/* Makes room for one more item: when count == *room, grows items by half again and updates *room. Gives the items. */
void *memory_room(void *items, size_t count, size_t *room, size_t size);

/* Overwrites bytes in a way that the compiler may not leave out. */
void memory_wipe(void *bytes, size_t length);

/* From now on what is freed, also by libraries, is overwritten; but for what the C library keeps at hand, which memory_forget_freed overwrites. Needs
 * glibc; elsewhere, and under AddressSanitizer, only what is wiped by itself is. Call before there is anything to forget. */
void memory_forgetful(void);
void memory_forget_freed(void);

/* Overwrites what functions that have returned left on the stack. */
void memory_forget_stack(void);

#endif

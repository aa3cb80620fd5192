/* Printing for the kiosk, which itself can start no program. A helper, forked before the lock, takes finished sheets and gives each to the one program that
 * the site chose. Whoever has taken over the kiosk's process can print text, and no more: the helper takes no words for the program, no file names, nothing
 * but text. */
#ifndef COMMAND_PRINT_HELPER_H
#define COMMAND_PRINT_HELPER_H

#include <stdbool.h>
#include <stddef.h>

#include "text/buffer.h"

enum { PRINT_HELPER_MOST = 64 * 1024 }; /* bytes of a sheet */

struct print_helper;

/* Forks it, with words[0] and its words as print_sheet takes them and how many seconds a sheet may take to be printed. To be called after
 * lock_clean_environment, before lock_now, and while there is one thread. NULL, with errno set, when there is no process to be had. It ends when
 * this process does, however that ends. */
struct print_helper *print_helper_start(const char *const *words, size_t count, int seconds);

/* Prints the sheet, as the member of struct browse_sheets does whose context is the helper. Sheets longer than PRINT_HELPER_MOST, and what is no text, are
 * refused. go_on is asked some ten times a second. Never waits much longer than the seconds above, whatever has become of the helper. */
bool print_helper_print(const void *helper, const struct buffer *sheet, bool (*go_on)(void *), void *asker, struct buffer *said);

/* Ends it. NULL is allowed. */
void print_helper_end(struct print_helper *helper);

#endif

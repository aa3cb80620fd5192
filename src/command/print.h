/* Printing: a finished sheet goes to a program's standard input. The program and its words come from the settings alone; no shell sees them, and nothing of
 * the sheet ever becomes one of them. */
#ifndef COMMAND_PRINT_H
#define COMMAND_PRINT_H

#include <stdbool.h>
#include <stddef.h>

#include "text/buffer.h"

/* How to print while a screen is up. */
struct print_watch {
    bool (*go_on)(void *context); /* asked every now and then; false stops the program */
    void *context;
};

/* Runs words[0] with the words (count of them, at least one) and gives it the sheet. The program gets no other open file of ours. What it says on its
 * standard output and standard error is shown only as part of *why. True when it took the whole sheet and ended with status 0; else *why gets a sentence,
 * safe to show, that says what went wrong. With a watch, which may be NULL, the program has no terminal, so that it cannot write on the screen or ask there. */
bool print_sheet(const char *const *words, size_t count, const struct buffer *sheet, const struct print_watch *watch, struct buffer *why);

#endif

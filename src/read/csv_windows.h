/* Text saved by an older spreadsheet: Windows-1252 made UTF-8. */
#ifndef READ_CSV_WINDOWS_H
#define READ_CSV_WINDOWS_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/problem.h"
#include "text/buffer.h"

/* Gives true, and the text with every byte that is not part of well-formed UTF-8 read as Windows-1252 in out, when there is such a byte;
 * the first is a warning "windows-1252". Gives false, and leaves out alone, when the text is UTF-8 already. */
bool csv_windows(const char *file, const char *text, size_t length, struct problems *problems, struct buffer *out);

#endif

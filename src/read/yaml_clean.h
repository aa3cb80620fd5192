/* What libyaml would refuse in a whole file, or count as a line that no editor counts, made a visible mark instead. */
#ifndef READ_YAML_CLEAN_H
#define READ_YAML_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/problem.h"
#include "text/buffer.h"

/* Gives true, and the text with U+FFFD for each broken byte sequence, control character, noncharacter and Unicode line separator in out,
 * when there is any; the first of each sort is a problem ("encoding" an error, "control-character" a warning) that says how many. In
 * JSON, a pair of surrogates is written as YAML has it. Gives false, and leaves out alone, when the text can be read as it is. */
bool yaml_clean(const char *file, const char *text, size_t length, struct problems *problems, struct buffer *out);

#endif

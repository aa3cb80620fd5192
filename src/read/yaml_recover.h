/* Finding the next entry of a file whose last one could not be understood, by its indentation. Within the reader of YAML only. */
#ifndef READ_YAML_RECOVER_H
#define READ_YAML_RECOVER_H

#include <stddef.h>
#include <stdint.h>

#include "read/yaml_events.h"

#define YAML_NO_LIST SIZE_MAX

/* How the document is laid out, in spaces before a line. */
struct yaml_outline {
    const char *text;
    size_t length;
    size_t top_indent;  /* of the keys of the top mapping */
    size_t list_indent; /* of "- " in the list that is being read; YAML_NO_LIST when there is none */
};

enum yaml_boundary {
    BOUNDARY_NONE, /* the end of the text or document comes first */
    BOUNDARY_ITEM, /* a line that begins an item of the list */
    BOUNDARY_KEY,  /* a line that begins a key of the top mapping */
};

/* The first boundary in a line after `after` (a number), looked for from the line of the spot, which then becomes the start of that line. */
enum yaml_boundary yaml_boundary_next(const struct yaml_outline *outline, struct yaml_spot *spot, uint32_t after);

/* The first line after the spot's in which what begins there has surely ended, by indentation; UINT32_MAX when it goes on to the end. */
uint32_t yaml_boundary_end(const struct yaml_outline *outline, struct yaml_spot spot);

#endif

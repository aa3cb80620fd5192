/* What kind of file a file is, by what is in it. The one place that knows. */
#ifndef READ_WHAT_FILE_H
#define READ_WHAT_FILE_H

#include <stdbool.h>
#include <stddef.h>

enum what_file {
    WHAT_CATALOGUE, /* YAML or CSV; also what cannot be told, for the reader of catalogues then says what is wrong with it */
    WHAT_VOCABULARY,
    WHAT_TRANSLATION,
    WHAT_PLACES,
    WHAT_OUTCODES,
    WHAT_TILES,
    WHAT_MAPPING,
    WHAT_URGENT,
    WHAT_EXPLAINER,
    WHAT_THEME,
    WHAT_SETTINGS,
};

/* Looks at the first bytes of a file, some hundreds of thousands of which are enough. The path is looked at for its ending alone. */
enum what_file what_file(const char *path, const char *text, size_t length);

#endif

/* Opening a catalogue for a command: where the data stand, what went wrong, in one sentence. */
#ifndef COMMAND_OPENING_H
#define COMMAND_OPENING_H

#include <stdbool.h>

#include "catalogue/catalogue.h"
#include "command/options.h"
#include "match/answer.h"
#include "read/configuration.h"
#include "read/load.h"

struct opening {
    struct configuration settings;
    struct problems *unused; /* settings that are not understood */
    struct load_request request; /* what was read; its texts live as long as the settings */
    struct match_setting match;
    struct problems *problems;
    struct catalogue *catalogue;
    struct matcher *matcher; /* NULL when only checked */
};

/* Loads what the options name, or the shipped lists; progress is shown as progress.h says. On failure says why on standard error and gives false;
 * nothing is left to free. */
bool opening_make(struct opening *opening, const struct options *options);

/* The same, but of a long list only the first part, which comes at once. */
bool opening_make_first(struct opening *opening, const struct options *options);

/* The options with their words from that one on as catalogues too. Its array of catalogues is the caller's, to be freed; the rest is lent. */
struct options opening_with_files(const struct options *options, size_t from);

/* The folder of what came with Signpost. */
const char *opening_data_folder(void);

/* Fills in the paths of the data files. Texts are static or from the environment. */
void opening_data(struct load_request *request);

/* What came with Signpost, places and words, without a list. NULL when it cannot be read, which is said. The caller frees. */
struct catalogue *opening_data_alone(void);

/* Says on standard error why nothing could be loaded: the last error, with its place. */
void opening_tell_why(const struct problems *problems);

/* Says on standard error, for a terminal only, how many entries were left out. */
void opening_tell_left_out(const struct opening *opening);

void opening_free(struct opening *opening);

#endif

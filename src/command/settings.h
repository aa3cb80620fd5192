/* What holds for this run: options over environment over the person's configuration over the site's. */
#ifndef COMMAND_SETTINGS_H
#define COMMAND_SETTINGS_H

#include <stdbool.h>

#include "command/options.h"
#include "read/configuration.h"
#include "text/buffer.h"

/* Reads the configuration files (or only the one of --config) and lays environment and options over them. What in a file is not understood is added to the
 * problems, and said on standard error. False when the file of --config cannot be read, which is said; then nothing is left to free. */
bool settings_read(struct configuration *settings, const struct options *options, struct problems *problems);

/* Appends what is wrong, after its place if it has one: "signpost.yaml:3:1: …". */
void settings_line(struct buffer *out, const struct problem *problem);

/* Says the problems from that number on, on standard error. */
void settings_tell(const struct problems *problems, size_t from);

/* More than anybody has; what is over is not looked into. */
enum { SETTINGS_FOLDERS_MOST = 16 };

struct settings_folders {
    struct arena *arena; /* holds the paths; the caller's */
    const char *paths[SETTINGS_FOLDERS_MOST];
    size_t count;
};

/* Where settings and themes are looked for, the person's folder first, whether they are there or not. XDG Base Directory Specification 0.8. */
struct settings_folders settings_folders(void);

#endif

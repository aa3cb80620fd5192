/* The commands: one file each, one table of them all. Only here and in signpost.c does anything print or end the program. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include <stddef.h>

#include "command/options.h"

/* Exit statuses, the same for every command. INTERFACE.md, "Commands". */
enum { STATUS_YES = 0, STATUS_NOTHING = 1, STATUS_COULD_NOT = 2 };

struct command {
    const char *name;
    const char *arguments; /* what stands behind the name: "NEED…" */
    const char *summary;   /* one line, translated when shown */
    unsigned options;      /* bits of enum option_for */
    const char *const *examples; /* NULL-ended: whole command lines, each tried by a test */
    int (*run)(const struct options *options);
};

/* All commands, ended by a row whose name is NULL. The first is what runs when none is named. */
extern const struct command commands[];

const struct command *command_named(const char *name);

int command_browse(const struct options *options);
int command_find(const struct options *options);
int command_show(const struct options *options);
int command_check(const struct options *options);
int command_checked(const struct options *options);
int command_due(const struct options *options);
int command_kiosk(const struct options *options);
int command_places(const struct options *options);
int command_handout(const struct options *options);
int command_coverage(const struct options *options);
int command_convert(const struct options *options);
int command_diff(const struct options *options);
int command_merge(const struct options *options);
int command_map(const struct options *options);

/* A message on standard error: "signpost: …" and a line break. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif

/* A theme: colours for the roles of the screen, from a YAML file. signpost.conf(5), "THEMES". */
#ifndef READ_THEME_FILE_H
#define READ_THEME_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/problem.h"

/* The terminal's own colour. Both colours of a pair are, or neither: of one alone nobody knows what it stands on. */
enum { THEME_OWN = -1 };

/* As bits. None of them is dim, which is hard to see. */
enum theme_attribute { THEME_BOLD = 1, THEME_REVERSE = 2, THEME_UNDERLINE = 4 };

struct theme_pair {
    int foreground; /* 0 to 255, or THEME_OWN */
    int background;
    unsigned attributes;
};

struct theme_look {
    struct theme_pair colours;  /* for terminals that have both of them */
    struct theme_pair stand_in; /* for others: of the first 8 */
};

/* A role that a theme can colour, and what marks it where there are no colours. */
struct theme_role {
    const char *name; /* stable */
    unsigned attributes;
};

/* Whether a theme is given by its file, not by its name: it has a slash, or ends in .yaml. */
bool theme_is_file(const char *theme);

/* The looks of a theme that says nothing. */
void theme_looks_plain(const struct theme_role *roles, size_t count, struct theme_look *looks);

/* Reads the looks of count roles, of which the first is "text": what a role does not say it has from there. What is not understood, cannot be computed or is
 * hard to read is a problem with line and column; a row that cannot be used looks like the text. False when the file is no theme at all; then the looks
 * are plain. */
bool theme_file_read(const char *path, const struct theme_role *roles, size_t count, struct theme_look *looks, struct problems *problems);

#endif

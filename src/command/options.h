/* The words of the command line, understood once for every command. */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "text/date.h"

/* Which commands an option is for, as bits. */
enum option_for {
    OPTIONS_CATALOGUE = 1, /* --catalogue, --config, --today */
    OPTIONS_LIST = 2,      /* --json, --plain */
    OPTIONS_FIND = 4,      /* --near, --all */
    OPTIONS_SCREEN = 8,    /* --no-mouse, --no-color */
    OPTIONS_CHECK = 16,    /* --strict, --rules */
    OPTIONS_OUTPUT = 32,   /* --output */
    OPTIONS_JSON = 64,     /* --json where there is no --plain */
    OPTIONS_ALWAYS = 128,  /* --help, --version */
    OPTIONS_HANDOUT = 256, /* --discreet, --html, --ics, --columns, --from, --language, --print */
    OPTIONS_LINEAR = 512,  /* --linear */
    OPTIONS_BROWSE = 1024, /* --keys, --theme */
    OPTIONS_MONTHS = 2048, /* --months, --today where there is no --catalogue */
    OPTIONS_DUE = 4096,    /* --ics of what is to be checked */
    OPTIONS_CHECKED = 8192, /* --on, --by */
    OPTIONS_COVERAGE = 1 << 14, /* --by, --tiles, --csv, --html */
    OPTIONS_CONVERT = 1 << 20, /* --to, --with-hidden */
    OPTIONS_MERGE = 1 << 21,   /* --prefer */
    OPTIONS_MAP = 1 << 22,     /* --map */
    OPTIONS_ONE = 1 << 23,     /* --service */
    OPTIONS_KIOSK = 1 << 24,   /* --require-lock */
};

struct options {
    const char **catalogues;
    size_t catalogue_count;
    const char **words; /* everything that is no option, in order */
    size_t word_count;
    struct date today;
    bool today_given;
    const char *map;    /* how the columns of spreadsheets are called; NULL */
    const char *config; /* NULL: the usual places */
    const char *output; /* NULL: standard output */
    const char *from;     /* who gives the handout; NULL */
    const char *language; /* of the services' own words on it; NULL */
    size_t columns;       /* of the handout; 0: 80 */
    int months;           /* after how many facts are old; 0: as usual */
    struct date on;       /* when something was checked; not known: today */
    const char *by;       /* who checked it, or the facet that divides coverage; NULL */
    bool rules;
    bool tiles; /* coverage as a map of tiles */
    bool csv;
    const char *to;       /* the format that is written; NULL */
    const char *service;  /* the only one that is written; NULL: all */
    const char *prefer;   /* which of two catalogues decides; NULL: neither */
    bool with_hidden;     /* hidden places are written too */
    bool json;
    bool plain;
    bool near;
    bool all;
    bool strict;
    bool no_color;
    bool no_mouse;
    const char *theme; /* NULL: that of the settings */
    bool keys;
    bool require_lock;
    bool linear;
    bool discreet;
    bool html;
    bool ics;
    bool print;
    bool help;
    bool version;
};

struct option_row {
    const char *name;
    char letter;          /* 0: long form only */
    const char *argument; /* NULL: takes none */
    unsigned commands;    /* bits of enum option_for */
    const char *help;     /* translated when shown */
};

/* Ended by a row whose name is NULL. The help and the manual come from it. */
extern const struct option_row option_table[];

/* Reads count arguments (without the program's and the command's name) for a command that has the option bits. Long options anywhere, -h and
 * -o FILE; whatever else starts with one hyphen is a word, and so is everything behind "--". On a mistake says so on standard error and gives false. */
bool options_read(struct options *options, unsigned allowed, size_t count, char **arguments);
void options_free(struct options *options);

#endif

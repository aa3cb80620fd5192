/* libyaml's events, with everything refused by name that a catalogue has no use for. Within the reader of YAML only. */
#ifndef READ_YAML_EVENTS_H
#define READ_YAML_EVENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <yaml.h>

#include "catalogue/problem.h"

/* Deep enough for anything that a catalogue says; libyaml itself takes quadratic time with depth (HARDENING.md 2.1). */
enum { YAML_DEPTH_MOST = 32 };

/* A line, or a place in it: offset in bytes from the start of the file, line from 1. */
struct yaml_spot {
    size_t offset;
    uint32_t line;
};

/* One open mapping or list. */
struct yaml_level {
    long indent; /* column from 0 of the block that is open or, in flow, of the one around it; -1 when there is none */
    bool flow;     /* written with brackets or braces */
    uint32_t line; /* of the outermost of those */
};

struct yaml_events {
    const char *file;
    const char *text; /* the whole file */
    size_t length;
    struct problems *problems;

    yaml_parser_t parser;
    yaml_event_t event; /* the current one */
    size_t offset;      /* in bytes, of the start of the current event, unless it ends a block */

    size_t flaws;         /* errors so far after which reading goes on, though what they stand in is not to be used */
    uint32_t broken_line; /* where reading stopped */
    uint32_t quote_line;  /* where the current event begins, if it is a text in quotes that goes over several lines; else 0 */
    size_t refused;       /* how many of the flaws yaml_strict found */
    size_t refused_before; /* as many before the entry that is being read: what libyaml makes of the rest of one is not told too; set by the caller */

    /* Used within. */
    struct yaml_spot start;
    size_t spaces; /* a line "x:" so far indented is put before the text, so that a list can be read from its middle … */
    bool in_list;  /* … when this is true */
    size_t given;  /* bytes handed to libyaml */
    size_t index;  /* in characters, of offset */
    size_t depth;
    struct yaml_level levels[YAML_DEPTH_MOST + 1];
};

/* Begins at a spot, which is the start of a line. in_list: as if a key stood in the line before, indented by so many spaces.
 * file, text and problems are set by the caller; everything else is set here. */
void yaml_events_open(struct yaml_events *events, struct yaml_spot start, bool in_list, size_t spaces);

/* Fetches the next event. An anchor, an alias, a tag and what yaml_strict refuses are problems, and flaws. False, with broken_line set,
 * when there is none: a syntax error, or nested too deep; the problem has been added. */
bool yaml_events_next(struct yaml_events *events);

void yaml_events_close(struct yaml_events *events);

/* Where a mark of libyaml lies in the file. */
struct position yaml_events_at(const struct yaml_events *events, yaml_mark_t mark);

/* The byte at which a mark lies, which must not lie before the current event. */
size_t yaml_events_offset(const struct yaml_events *events, yaml_mark_t mark);

/* What YAML 1.2 forbids and libyaml lets pass, in the current event: each would be read as something else than what stands there. False
 * when the event goes on where it cannot, as quotes do that nobody closed: then what follows is not to be read as libyaml reads it. */
bool yaml_strict(struct yaml_events *events);

#endif

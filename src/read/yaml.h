/* YAML through libyaml's events, kept to what a catalogue needs: every mapping, list and scalar with line and column; aliases,
 * anchors, tags, directives and depth past 32 refused by name. HARDENING.md 2.1 says why. */
#ifndef READ_YAML_H
#define READ_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/entry.h"
#include "catalogue/problem.h"
#include "text/arena.h"

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAPPING };

struct yaml_node {
    enum yaml_kind kind;
    bool quoted; /* a scalar in quotes or a block: never empty-by-omission */
    uint32_t line;
    uint32_t column;
    size_t offset;    /* bytes of the file before it, for progress */
    const char *text; /* scalar; NUL behind it, may hold NULs */
    size_t length;
    const struct yaml_node *keys;  /* mapping: count keys, all scalars */
    const struct yaml_node *items; /* list or mapping: count values */
    size_t count;
};

/* Receives what stands under one key of the document's top mapping: once with each item of a list, as soon as it is read, or once with the
 * value when it is no list (item 0). Items are numbered from 0 without those that had to be left out. A list with nothing in it is not
 * received at all. The nodes live until the call returns. False stops the reading. */
typedef bool yaml_receive(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item);

/* Reads a document whose top is a mapping. Every problem (syntax, duplicate key, alias, anchor, tag, directive, depth, a second document)
 * is added with line and column, and what it stands in is not given out. After a syntax error inside a list of the top mapping it goes on
 * with the next item of that list, found by its indentation, or with the next key of the top mapping, so that one bad entry never costs
 * the others. Broken UTF-8 and control characters are shown as U+FFFD and reported. Gives false when the document was not understood to
 * its end. */
bool yaml_read(const char *file, const char *text, size_t length, struct problems *problems, yaml_receive *receive, void *data);

/* The same for a document of which only the keys in `lists` (NULL-ended) are lists of entries: what looks like an item after a broken key
 * of another name still belongs to the list before it, for that key was a line of an entry that lost its indentation. *left_out gets how
 * many items had to be left out. */
bool yaml_read_lists(const char *file, const char *text, size_t length, struct problems *problems, const char *const *lists, yaml_receive *receive,
                     void *data, size_t *left_out);

/* Flattens a mapping to the fields of an entry (entry.h): `stage: {from: x}` to stage_from. Keys in `but` (NULL-ended, may be NULL) are
 * left out, and so is a field without a value, or with ~ or null. What is nested where it has no business, or is not nested where it
 * should be, is an error: "nested-value", "not-a-mapping". The entry lives in the arena; its texts are the nodes'. */
struct entry yaml_entry(struct arena *arena, const char *file, const struct yaml_node *mapping, const char *const *but, struct problems *problems);

/* The value under a key of a mapping, or NULL. */
const struct yaml_node *yaml_under(const struct yaml_node *mapping, const char *key);

#endif

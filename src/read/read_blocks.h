/* What a YAML file of a catalogue is made of, beside its services. Between the readers of YAML files only. */
#ifndef READ_READ_BLOCKS_H
#define READ_READ_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>

#include "read/catalogue_files.h"
#include "read/yaml.h"
#include "text/arena.h"

enum block { BLOCK_CATALOGUE, BLOCK_VOCABULARY, BLOCK_PLACES, BLOCK_SERVICES, BLOCK_UNKNOWN };

/* The block of that name, or BLOCK_UNKNOWN. */
enum block block_named(const char *name, size_t length);

/* Warns of an unknown block, with the known one that may have been meant. The writer's own (x_…) are let pass. */
void block_tell_unknown(struct catalogue_file *file, const struct yaml_node *key);

/* Nothing stands there: neither text nor quotes. */
bool block_is_nothing(const struct yaml_node *node);

/* The fields of an entry, which must be a mapping. False, with a problem, when it cannot be used. The arena owns what is made. */
bool block_entry(struct catalogue_file *file, struct arena *arena, const struct yaml_node *node, const char *const *but, struct entry *entry);

/* Each hands one value of a block to the builder: the `catalogue:` mapping, the whole vocabulary (a mapping of lists), one place. */
void block_catalogue(struct catalogue_file *file, struct arena *arena, const struct yaml_node *value);
void block_vocabulary(struct catalogue_file *file, struct arena *arena, const struct yaml_node *value);
void block_place(struct catalogue_file *file, struct arena *arena, const struct yaml_node *value);

/* The lines of urgent help in another language, by their ids: a mapping. In read_urgent.c. */
void read_urgent_words(const char *file, const struct yaml_node *said, struct urgent_help *help, bool show, struct problems *problems);

#endif

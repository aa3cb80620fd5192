/* A catalogue as it is written → files again. What went in comes out: every field, in order, with its bytes. */
#ifndef WRITE_WRITTEN_H
#define WRITE_WRITTEN_H

#include "read/written.h"
#include "text/buffer.h"

/* The tree of mappings, lists and texts that a service is in a YAML or a JSON file of the catalogue, and the one that everything before the services is:
 * `stage_from` stands under `stage` again. Lists that hold one value are that value, unless `lists` is set. Lives in the arena. */
struct yaml_node written_service_tree(struct arena *arena, const struct written_service *service, bool lists);
struct yaml_node written_head_tree(struct arena *arena, const struct written *written, bool lists);

/* YAML as a person writes it: blocks, short lists in brackets, quotes where they are needed. Ends with a line break. */
void written_yaml(struct buffer *out, const struct written *written);

/* JSON, two blanks a step. Lists are always lists; every value is a text. It is YAML too, which is how it is read. */
void written_json(struct buffer *out, const struct written *written);

/* A spreadsheet that Excel and LibreOffice open right: UTF-8 with its mark, CRLF, and cells that would be run as formulas guarded. A row an offer; rows
 * above them for the head, words and places (read/sheet_blocks.h). Blocks that are not ours have no place in it: they are left to the caller to tell. */
void written_csv(struct buffer *out, const struct written *written);

/* A text in double quotes in which nothing can be misread, neither by YAML nor by JSON. */
void quoted_text(struct buffer *out, const char *text, size_t length);

#endif

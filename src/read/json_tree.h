/* One entry of JSON as a tree in which every value knows where it stands. */
#ifndef READ_JSON_TREE_H
#define READ_JSON_TREE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/problem.h"
#include "read/json_pieces.h"
#include "text/arena.h"

enum json_kind { JSON_IS_TEXT, JSON_IS_NUMBER, JSON_IS_TRUE, JSON_IS_FALSE, JSON_IS_NULL, JSON_IS_LIST, JSON_IS_OBJECT };

struct json_node {
    enum json_kind kind;
    uint32_t line;
    uint32_t column;
    const char *key;  /* in an object; NULL */
    const char *text; /* of a text, NUL behind it, may hold NULs; of a number as it is written */
    size_t length;
    const struct json_node *items; /* of a list or an object */
    size_t count;
    json_t *value; /* lent */
};

struct json_tree {
    struct json_node top;
    json_t *value; /* owned */
};

/* Understands an entry; the nodes live in the arena, their texts in the tree. Bytes that are no UTF-8 get a mark and a warning. False, with a problem at
 * its place, when it is no JSON, has the same key twice in an object, is too deep or too long. */
bool json_tree_make(struct json_tree *tree, struct arena *arena, const char *file, const struct json_piece *piece, struct problems *problems);
void json_tree_free(struct json_tree *tree);

/* A value that no text of JSON was read for, as a tree of which everything stands in one place. The value is lent, and outlives the nodes. */
void json_node_of(struct json_node *node, struct arena *arena, json_t *value, uint32_t line, uint32_t column);

/* The value under a key of an object, NULL when there is none, or null. node may be NULL. */
const struct json_node *json_under(const struct json_node *node, const char *key);

/* The same under the first of several keys (NULL-ended) that is there. */
const struct json_node *json_under_any(const struct json_node *node, const char *const *keys);

/* The same where it is a list with something in it, else NULL. */
const struct json_node *json_list_under(const struct json_node *node, const char *key);

#endif

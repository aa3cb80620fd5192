/* A file of JSON cut into its entries, so that a list of any length is read one entry at a time and a broken entry costs only itself. */
#ifndef READ_JSON_PIECES_H
#define READ_JSON_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* No service is as long; an organisation with all its services may be. */
#define JSON_PIECE_MOST ((size_t)16 << 20)
#define JSON_DEPTH_MOST 32

/* What an entry looks like from outside. */
enum json_cut {
    JSON_WHOLE,
    JSON_OPEN,     /* a bracket or a quotation mark is never closed, or closed by another: the next entry was found by its indentation */
    JSON_TOO_DEEP, /* more than JSON_DEPTH_MOST brackets within each other */
    JSON_TOO_LONG, /* more than JSON_PIECE_MOST bytes */
};

struct json_piece {
    const char *text; /* in the file; no NUL behind it */
    size_t length;
    uint32_t line; /* of its first character; a column counts characters */
    uint32_t column;
    enum json_cut cut;
    size_t offset; /* bytes of the file up to its end, for progress */
    bool last;     /* nothing follows */
};

/* Receives an entry; false stops. */
typedef bool json_receive(void *data, const struct json_piece *piece);

/* Gives out the entries of a text: the items of a list; of an object the items of its list `contents`, `content`, `items`, `results` or `data`; else
 * the object itself; and where each line is an object of its own, every line. False when it was stopped. */
bool json_pieces(const char *text, size_t length, json_receive *receive, void *data);

/* Counts lines and characters from a place in the text to a later one. */
void json_count(const char *text, size_t length, uint32_t *line, uint32_t *column);

/* Whether the text is JSON of a kind that json_pieces reads, and no catalogue of our own written as JSON (which YAML reads). */
bool json_is_foreign(const char *text, size_t length);

#endif

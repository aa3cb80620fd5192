/* For tests of the reader of YAML: what it gives out, as text. */
#ifndef TESTS_YAML_RECEIVED_H
#define TESTS_YAML_RECEIVED_H

#include "read/yaml.h"
#include "reading.h"

/* What was received, as text: `key: {a: "b", c: [d]}` one a line; quoted scalars in quotes. */
struct received {
    struct buffer text;
    struct problems *problems;
    size_t left_out;
    size_t most; /* stops after so many */
    size_t count;
    bool understood;
};

static inline void render(struct buffer *out, const struct yaml_node *node)
{
    if (node->kind == YAML_SCALAR) {
        buffer_add_text(out, node->quoted ? "\"" : "");
        buffer_add(out, node->text, node->length);
        buffer_add_text(out, node->quoted ? "\"" : "");
        return;
    }
    buffer_add_byte(out, node->kind == YAML_LIST ? '[' : '{');
    for (size_t i = 0; i < node->count; i++) {
        buffer_add_text(out, i > 0 ? ", " : "");
        if (node->kind == YAML_MAPPING) {
            render(out, &node->keys[i]);
            buffer_add_text(out, ": ");
        }
        render(out, &node->items[i]);
    }
    buffer_add_byte(out, node->kind == YAML_LIST ? ']' : '}');
}

static inline bool receive(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct received *received = data;
    buffer_format(&received->text, "%s/%zu ", key->text, item);
    render(&received->text, value);
    buffer_add_byte(&received->text, '\n');
    return ++received->count != received->most;
}

static inline struct received read_bytes(const char *text, size_t length)
{
    struct received received = {.problems = problems_new()};
    /* A copy of just this size, so that a sanitizer sees one byte too far. */
    char *copy = malloc(length + 1);
    assert_non_null(copy);
    memcpy(copy, text, length);
    copy[length] = '\0';
    received.understood = yaml_read_lists("file.yaml", copy, length, received.problems, NULL, receive, &received, &received.left_out);
    free(copy);
    return received;
}

static inline void received_free(struct received *received)
{
    buffer_free(&received->text);
    problems_free(received->problems);
}

static inline void assert_gives(const char *text, const char *given, const char *problems, size_t left_out)
{
    struct received received = read_bytes(text, strlen(text));
    struct buffer found = {0};
    problems_text(&found, received.problems);
    assert_string_equal(buffer_text(&received.text), given);
    assert_string_equal(buffer_text(&found), problems);
    assert_int_equal(received.left_out, left_out);
    buffer_free(&found);
    received_free(&received);
}

#endif

#include "write/written.h"

enum { STEP = 2 };

static void indent(struct buffer *out, size_t depth)
{
    buffer_add_byte(out, '\n');
    for (size_t i = 0; i < depth * STEP; i++)
        buffer_add_byte(out, ' ');
}

/* By hand and not through jansson: what comes out must also be read by the YAML reader, to which a lone DEL is as unwelcome as a pair of surrogates. */
static void write_node(struct buffer *out, const struct yaml_node *node, size_t depth)
{
    bool mapping = node->kind == YAML_MAPPING;
    if (node->kind == YAML_SCALAR) {
        bool nothing = !node->quoted && (node->length == 0 || (node->length == 1 && node->text[0] == '~'));
        if (nothing)
            buffer_add_text(out, "null");
        else
            quoted_text(out, node->text, node->length);
        return;
    }
    buffer_add_byte(out, mapping ? '{' : '[');
    for (size_t i = 0; i < node->count; i++) {
        buffer_add_text(out, i > 0 ? "," : "");
        indent(out, depth + 1);
        if (mapping) {
            quoted_text(out, node->keys[i].text, node->keys[i].length);
            buffer_add_text(out, ": ");
        }
        write_node(out, &node->items[i], depth + 1);
    }
    if (node->count > 0)
        indent(out, depth);
    buffer_add_byte(out, mapping ? '}' : ']');
}

void written_json(struct buffer *out, const struct written *written)
{
    struct arena *arena = arena_new();
    struct yaml_node head = written_head_tree(arena, written, true);
    buffer_add_byte(out, '{');
    for (size_t i = 0; i < head.count; i++) {
        indent(out, 1);
        quoted_text(out, head.keys[i].text, head.keys[i].length);
        buffer_add_text(out, ": ");
        write_node(out, &head.items[i], 1);
        buffer_add_byte(out, ',');
    }
    indent(out, 1);
    buffer_add_text(out, "\"services\": [");
    for (size_t i = 0; i < written->service_count; i++) {
        arena_clear(arena);
        struct yaml_node service = written_service_tree(arena, &written->services[i], true);
        buffer_add_text(out, i > 0 ? "," : "");
        indent(out, 2);
        write_node(out, &service, 2);
    }
    if (written->service_count > 0)
        indent(out, 1);
    buffer_add_text(out, "]\n}\n");
    arena_free(arena);
}

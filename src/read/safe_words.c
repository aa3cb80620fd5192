#include "read/safe_words.h"

#include "read/words.h"
#include "read/yaml_build.h"
#include "text/buffer.h"
#include "text/safe.h"

struct found safe_words_found(const struct safe_words *words, const struct yaml_node *node)
{
    return (struct found){
        .text = node->text, .length = node->length, .where = {.file = words->file, .line = node->line, .column = node->column}};
}

const char *safe_words_text(const struct safe_words *words, const char *key, const struct yaml_node *value)
{
    struct position where = safe_words_found(words, value).where;
    if (value->kind != YAML_SCALAR) {
        problems_add(words->problems, PROBLEM_ERROR, "nested-value", where, WORDS_NESTED_VALUE, key, yaml_found(value));
        return NULL;
    }
    size_t length = value->length;
    while (length > 0 && (value->text[length - 1] == '\n' || value->text[length - 1] == ' '))
        length--; /* the line break at the end of a text under > */
    if (length == 0)
        return NULL;
    struct buffer safe = {0};
    unsigned unsafe = safe_text(&safe, value->text, length, false);
    if (unsafe != 0)
        report_unsafe_text(words->problems, where, key, unsafe);
    const char *copy = arena_copy(words->arena, buffer_text(&safe), safe.length);
    buffer_free(&safe);
    return copy;
}

const char *const *safe_words_texts(const struct safe_words *words, const char *key, const struct yaml_node *value, size_t *count)
{
    const struct yaml_node *items = value->kind == YAML_LIST ? value->items : value;
    size_t stated = value->kind == YAML_LIST ? value->count : 1;
    const char **texts = arena_get(words->arena, stated, sizeof *texts);
    *count = 0;
    for (size_t i = 0; i < stated; i++) {
        const char *text = safe_words_text(words, key, &items[i]);
        if (text != NULL)
            texts[(*count)++] = text;
    }
    return texts;
}

/* jansson understands, and keeps no places; so its values are walked beside the text that they were read from, in the same order. */
#include "read/json_tree.h"

#include <stdlib.h>
#include <string.h>

#include "read/open_referral_words.h"
#include "read/words.h"
#include "text/buffer.h"
#include "text/memory.h"
#include "text/utf8.h"

struct placing {
    struct arena *arena;
    const char *text;
    size_t length;
    size_t at;
    uint32_t line;
    uint32_t column;
};

static void move_to(struct placing *placing, size_t at)
{
    json_count(placing->text + placing->at, at - placing->at, &placing->line, &placing->column);
    placing->at = at;
}

/* Moves to the next byte that begins something: not blank, comma or colon. */
static void move_to_next(struct placing *placing)
{
    size_t at = placing->at;
    while (at < placing->length && strchr(" \t\r\n,:", placing->text[at]) != NULL && placing->text[at] != '\0')
        at++;
    move_to(placing, at);
}

static void move_past_text(struct placing *placing)
{
    size_t at = placing->at + 1;
    while (at < placing->length && placing->text[at] != '"')
        at += placing->text[at] == '\\' ? 2 : 1;
    move_to(placing, at < placing->length ? at + 1 : placing->length);
}

static void move_past_word(struct placing *placing)
{
    size_t at = placing->at;
    while (at < placing->length && placing->text[at] != '\0' && strchr(" \t\r\n,:]}", placing->text[at]) == NULL)
        at++;
    move_to(placing, at);
}

static const enum json_kind kinds[] = {
    [JSON_OBJECT] = JSON_IS_OBJECT, [JSON_ARRAY] = JSON_IS_LIST,  [JSON_STRING] = JSON_IS_TEXT,  [JSON_INTEGER] = JSON_IS_NUMBER,
    [JSON_REAL] = JSON_IS_NUMBER,   [JSON_TRUE] = JSON_IS_TRUE,   [JSON_FALSE] = JSON_IS_FALSE,  [JSON_NULL] = JSON_IS_NULL,
};

static void place(struct placing *placing, json_t *value, struct json_node *node);

static void place_list(struct placing *placing, json_t *value, struct json_node *node)
{
    struct json_node *items = arena_get(placing->arena, json_array_size(value) + 1, sizeof *items);
    move_to(placing, placing->at + 1);
    for (size_t i = 0; i < json_array_size(value); i++)
        place(placing, json_array_get(value, i), &items[i]);
    node->items = items;
    node->count = json_array_size(value);
}

/* jansson gives the members of an object in the order in which they were added. */
static void place_object(struct placing *placing, json_t *value, struct json_node *node)
{
    struct json_node *items = arena_get(placing->arena, json_object_size(value) + 1, sizeof *items);
    const char *key;
    json_t *member;
    size_t count = 0;
    move_to(placing, placing->at + 1);
    json_object_foreach(value, key, member) {
        move_to_next(placing);
        move_past_text(placing);
        items[count].key = key;
        place(placing, member, &items[count++]);
    }
    node->items = items;
    node->count = count;
}

/* Depth is bounded: what is nested deeper than JSON_DEPTH_MOST does not come here. */
static void place(struct placing *placing, json_t *value, struct json_node *node)
{
    move_to_next(placing);
    node->kind = kinds[json_typeof(value)];
    node->line = placing->line;
    node->column = placing->column;
    node->value = value;
    size_t start = placing->at;
    switch (node->kind) {
    case JSON_IS_OBJECT:
        place_object(placing, value, node);
        break;
    case JSON_IS_LIST:
        place_list(placing, value, node);
        break;
    case JSON_IS_TEXT:
        move_past_text(placing);
        node->text = json_string_value(value);
        node->length = json_string_length(value);
        return;
    default:
        move_past_word(placing);
        node->text = arena_copy(placing->arena, placing->text + start, placing->at - start);
        node->length = placing->at - start;
        return;
    }
    move_to_next(placing);
    move_to(placing, placing->at < placing->length ? placing->at + 1 : placing->at);
}

/* The text with a mark for each byte that is no UTF-8, in the arena. */
static const char *repaired(struct arena *arena, const char *text, size_t length, size_t *repaired_length)
{
    struct buffer out = {0};
    utf8_repair(&out, text, length);
    const char *copy = arena_copy(arena, buffer_text(&out), out.length);
    *repaired_length = out.length;
    buffer_free(&out);
    return copy;
}

static struct position position_in(const char *file, const struct json_piece *piece, size_t offset)
{
    struct position where = {.file = file, .line = piece->line, .column = piece->column};
    json_count(piece->text, offset < piece->length ? offset : piece->length, &where.line, &where.column);
    return where;
}

static void tell_no_json(const char *file, const struct json_piece *piece, const json_error_t *error, struct problems *problems)
{
    size_t offset = error->position > 0 ? (size_t)error->position : 0;
    enum json_error_code code = json_error_code(error);
    if (piece->cut == JSON_OPEN || code == json_error_premature_end_of_input)
        problems_add(problems, PROBLEM_ERROR, "json-open", position_in(file, piece, 0), "%s", WORDS_JSON_OPEN);
    else if (code == json_error_duplicate_key)
        problems_add(problems, PROBLEM_ERROR, "duplicate-key", position_in(file, piece, offset), "%s", WORDS_JSON_DUPLICATE_KEY);
    else
        problems_add(problems, PROBLEM_ERROR, "no-json", position_in(file, piece, offset > 0 ? offset - 1 : 0), WORDS_NO_JSON, error->text);
}

bool json_tree_make(struct json_tree *tree, struct arena *arena, const char *file, const struct json_piece *piece, struct problems *problems)
{
    struct json_piece good = *piece;
    json_error_t error = {.position = 0};
    tree->value = NULL;
    if (piece->cut == JSON_TOO_DEEP)
        problems_add(problems, PROBLEM_ERROR, "too-deep", position_in(file, piece, 0), WORDS_TOO_DEEP, (unsigned)JSON_DEPTH_MOST);
    else if (piece->cut == JSON_TOO_LONG)
        problems_add(problems, PROBLEM_ERROR, "too-long", position_in(file, piece, 0), WORDS_JSON_TOO_LONG, JSON_PIECE_MOST >> 20);
    if (piece->cut == JSON_TOO_DEEP || piece->cut == JSON_TOO_LONG)
        return false;
    if (!utf8_valid(good.text, good.length)) {
        size_t bad = 0;
        while (!utf8_read(good.text + bad, good.length - bad).broken)
            bad += utf8_read(good.text + bad, good.length - bad).length;
        problems_add(problems, PROBLEM_WARNING, "broken-text", position_in(file, piece, bad), WORDS_NOT_UTF8((size_t)1), (size_t)1);
        good.text = repaired(arena, good.text, good.length, &good.length);
    }
    tree->value = json_loadb(good.text, good.length, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_ANY, &error);
    if (tree->value == NULL) {
        tell_no_json(file, piece, &error, problems);
        return false;
    }
    tree->top = (struct json_node){.kind = JSON_IS_NULL};
    struct placing placing = {.arena = arena, .text = good.text, .length = good.length, .line = piece->line, .column = piece->column};
    place(&placing, tree->value, &tree->top);
    return true;
}

static void items_of(struct json_node *node, struct arena *arena)
{
    json_t *value = node->value;
    size_t at = 0;
    node->count = json_is_object(value) ? json_object_size(value) : json_array_size(value);
    struct json_node *items = arena_get(arena, node->count + 1, sizeof *items);
    for (void *member = json_object_iter(value); member != NULL; member = json_object_iter_next(value, member)) {
        json_node_of(&items[at], arena, json_object_iter_value(member), node->line, node->column);
        items[at++].key = json_object_iter_key(member);
    }
    for (size_t i = 0; i < json_array_size(value); i++)
        json_node_of(&items[i], arena, json_array_get(value, i), node->line, node->column);
    node->items = items;
}

void json_node_of(struct json_node *node, struct arena *arena, json_t *value, uint32_t line, uint32_t column)
{
    enum { DIGITS = 15 }; /* of a number, which are those that were written */
    *node = (struct json_node){.kind = kinds[json_typeof(value)], .line = line, .column = column, .value = value};
    if (node->kind == JSON_IS_OBJECT || node->kind == JSON_IS_LIST) {
        items_of(node, arena);
    } else if (node->kind == JSON_IS_TEXT) {
        node->text = json_string_value(value);
        node->length = json_string_length(value);
    } else {
        char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(DIGITS));
        if (text == NULL)
            memory_fail();
        node->text = arena_text(arena, text);
        node->length = strlen(text);
        free(text);
    }
}

void json_tree_free(struct json_tree *tree)
{
    json_decref(tree->value);
    tree->value = NULL;
}

const struct json_node *json_under(const struct json_node *node, const char *key)
{
    for (size_t i = 0; node != NULL && node->kind == JSON_IS_OBJECT && i < node->count; i++)
        if (strcmp(node->items[i].key, key) == 0)
            return node->items[i].kind != JSON_IS_NULL ? &node->items[i] : NULL;
    return NULL;
}

const struct json_node *json_under_any(const struct json_node *node, const char *const *keys)
{
    for (; *keys != NULL; keys++) {
        const struct json_node *value = json_under(node, *keys);
        if (value != NULL)
            return value;
    }
    return NULL;
}

const struct json_node *json_list_under(const struct json_node *node, const char *key)
{
    const struct json_node *list = json_under(node, key);
    return list != NULL && list->kind == JSON_IS_LIST && list->count > 0 ? list : NULL;
}

#include "read/yaml_build.h"

#include <stdlib.h>
#include <string.h>

#include "read/words.h"
#include "text/memory.h"

enum { FEW_KEYS = 16 }; /* so few are compared each with each, more are sorted */

static struct yaml_node *push(struct yaml_build *build)
{
    build->stack = memory_room(build->stack, build->count, &build->room, sizeof *build->stack);
    build->stack[build->count] = (struct yaml_node){0};
    return &build->stack[build->count++];
}

const char *yaml_found(const struct yaml_node *node)
{
    if (node->kind == YAML_LIST)
        return words_found(FOUND_LIST);
    if (node->kind == YAML_MAPPING)
        return words_found(FOUND_MAPPING);
    return words_found(node->length == 0 && !node->quoted ? FOUND_NOTHING : FOUND_TEXT);
}

bool yaml_key(struct yaml_events *events)
{
    const yaml_event_t *event = &events->event;
    struct position where = yaml_events_at(events, event->start_mark);
    const char *found = NULL;
    switch (event->type) {
    case YAML_SEQUENCE_START_EVENT:
        found = words_found(FOUND_LIST);
        break;
    case YAML_MAPPING_START_EVENT:
        found = words_found(FOUND_MAPPING);
        break;
    case YAML_SCALAR_EVENT:
        if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
            return true;
        if (event->data.scalar.length == 2 && memcmp(event->data.scalar.value, "<<", 2) == 0) {
            problems_add(events->problems, PROBLEM_ERROR, "merge-key", where, "%s", WORDS_MERGE);
            events->flaws++;
            return false;
        }
        if (event->data.scalar.length > 0)
            return true;
        found = words_found(FOUND_NOTHING);
        break;
    default:
        return true; /* an alias, refused already */
    }
    problems_add(events->problems, PROBLEM_ERROR, "key-is-not-text", where, WORDS_KEY_NOT_TEXT, found);
    events->flaws++;
    return false;
}

/* A text under | begins on the next line; lines counted from there are those of the file. */
static void place_at_text(const struct yaml_events *events, struct yaml_node *node)
{
    size_t at = events->offset;
    while (at < events->length && events->text[at] != '\n' && events->text[at] != '\r')
        at++;
    if (at + 1 < events->length && events->text[at] == '\r' && events->text[at + 1] == '\n')
        at++;
    node->line++;
    node->column = 1;
    for (at++; at < events->length && events->text[at] == ' '; at++)
        node->column++;
}

static void make_scalar(struct yaml_build *build, struct yaml_node *node)
{
    const yaml_event_t *event = &build->events->event;
    node->kind = YAML_SCALAR;
    node->text = "";
    if (event->type != YAML_SCALAR_EVENT)
        return;
    node->text = arena_copy(build->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
    node->length = event->data.scalar.length;
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    if (event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE && node->length > 0)
        place_at_text(build->events, node);
}

/* Takes so many nodes of the stack from `first` on, each a step from the one before, into the arena. */
static const struct yaml_node *collect(struct yaml_build *build, size_t first, size_t step, size_t count)
{
    struct yaml_node *nodes = arena_get(build->arena, count, sizeof *nodes);
    for (size_t i = 0; i < count; i++)
        nodes[i] = build->stack[first + i * step];
    return nodes;
}

static bool build_list(struct yaml_build *build, struct yaml_node *node)
{
    size_t first = build->count;
    for (;;) {
        if (!yaml_events_next(build->events))
            return false;
        if (build->events->event.type == YAML_SEQUENCE_END_EVENT)
            break;
        struct yaml_node item;
        if (!yaml_build(build, &item))
            return false;
        *push(build) = item;
    }
    node->count = build->count - first;
    node->items = collect(build, first, 1, node->count);
    build->count = first;
    return true;
}

static bool build_mapping(struct yaml_build *build, struct yaml_node *node)
{
    size_t first = build->count;
    for (;;) {
        if (!yaml_events_next(build->events))
            return false;
        if (build->events->event.type == YAML_MAPPING_END_EVENT)
            break;
        bool usable = yaml_key(build->events);
        struct yaml_node key;
        struct yaml_node value;
        if (!yaml_build(build, &key) || !yaml_events_next(build->events) || !yaml_build(build, &value))
            return false;
        if (!usable)
            continue;
        *push(build) = key;
        *push(build) = value;
    }
    node->count = (build->count - first) / 2;
    node->keys = collect(build, first, 2, node->count);
    node->items = collect(build, first + 1, 2, node->count);
    build->count = first;
    build->events->flaws +=
        yaml_duplicates(build->events->file, build->arena, node->keys, node->count, build->events->problems);
    return true;
}

bool yaml_build(struct yaml_build *build, struct yaml_node *node)
{
    const yaml_event_t *event = &build->events->event;
    struct position where = yaml_events_at(build->events, event->start_mark);
    *node = (struct yaml_node){.line = where.line, .column = where.column, .offset = build->events->offset};
    switch (event->type) {
    case YAML_SEQUENCE_START_EVENT:
        node->kind = YAML_LIST;
        return build_list(build, node);
    case YAML_MAPPING_START_EVENT:
        node->kind = YAML_MAPPING;
        return build_mapping(build, node);
    default:
        make_scalar(build, node);
        return true;
    }
}

void yaml_build_free(struct yaml_build *build)
{
    free(build->stack);
    *build = (struct yaml_build){0};
}

static int compare_texts(const struct yaml_node *left, const struct yaml_node *right)
{
    size_t both = left->length < right->length ? left->length : right->length;
    int order = memcmp(left->text, right->text, both);
    if (order != 0)
        return order;
    return (left->length > right->length) - (left->length < right->length);
}

/* By text; the same texts in the order in which they stand. */
static int compare_keys(const void *left, const void *right)
{
    const struct yaml_node *const *one = left;
    const struct yaml_node *const *other = right;
    int order = compare_texts(*one, *other);
    return order != 0 ? order : (*one > *other) - (*one < *other);
}

static void tell_duplicate(const char *file, const struct yaml_node *key, uint32_t first, struct problems *problems)
{
    struct position where = {.file = file, .line = key->line, .column = key->column};
    problems_add(problems, PROBLEM_ERROR, "duplicate-key", where, WORDS_DUPLICATE_KEY, key->text, (unsigned)first);
}

static size_t few_duplicates(const char *file, const struct yaml_node *keys, size_t count, struct problems *problems)
{
    size_t found = 0;
    for (size_t i = 1; i < count; i++) {
        for (size_t earlier = 0; earlier < i; earlier++) {
            if (compare_texts(&keys[earlier], &keys[i]) != 0)
                continue;
            tell_duplicate(file, &keys[i], keys[earlier].line, problems);
            found++;
            break;
        }
    }
    return found;
}

size_t yaml_duplicates(const char *file, struct arena *arena, const struct yaml_node *keys, size_t count, struct problems *problems)
{
    if (count <= FEW_KEYS)
        return few_duplicates(file, keys, count, problems);
    const struct yaml_node **sorted = arena_get(arena, count, sizeof(struct yaml_node *));
    for (size_t i = 0; i < count; i++)
        sorted[i] = &keys[i];
    qsort(sorted, count, sizeof(struct yaml_node *), compare_keys);
    size_t found = 0;
    size_t first = 0;
    for (size_t i = 1; i < count; i++) {
        if (compare_texts(sorted[first], sorted[i]) != 0) {
            first = i;
            continue;
        }
        tell_duplicate(file, sorted[i], sorted[first]->line, problems);
        found++;
    }
    return found;
}

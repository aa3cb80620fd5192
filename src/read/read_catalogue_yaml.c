/* A catalogue in YAML: its blocks, and its services one by one. */
#include <string.h>

#include "read/catalogue_files.h"
#include "read/read_blocks.h"
#include "read/yaml.h"
#include "text/arena.h"

enum { TELL_EVERY = 256 * 1024 }; /* bytes */

static const char *const lists[] = {"services", "places", NULL};

struct document {
    struct catalogue_file *file;
    struct arena *arena; /* of one entry at a time */
    bool blocks;         /* what to take: the blocks that services depend on … */
    bool services;       /* … and the services, and word of unknown blocks */
    size_t told;         /* bytes */
    bool stopped;
};

/* The offers of a service that can be used; *stated gets how many stand there. */
static const struct entry *make_offers(struct document *document, const struct yaml_node *service, size_t *count, size_t *stated)
{
    const struct yaml_node *value = yaml_under(service, "offers");
    *count = *stated = 0;
    if (value == NULL || block_is_nothing(value))
        return NULL;
    const struct yaml_node *items = value->kind == YAML_LIST ? value->items : value;
    *stated = value->kind == YAML_LIST ? value->count : 1;
    struct entry *offers = arena_get(document->arena, *stated, sizeof *offers);
    for (size_t i = 0; i < *stated; i++)
        *count += block_entry(document->file, document->arena, &items[i], NULL, &offers[*count]);
    return offers;
}

static void take_service(struct document *document, const struct yaml_node *value)
{
    static const char *const but[] = {"offers", NULL};
    struct catalogue_file *file = document->file;
    struct entry service;
    size_t count = 0;
    size_t stated = 0;
    bool good = block_entry(file, document->arena, value, but, &service);
    const struct entry *offers = value->kind == YAML_MAPPING ? make_offers(document, value, &count, &stated) : NULL;
    /* Without any of the offers that it states the service would be one offer, which nobody said. */
    if (!good || (stated > 0 && count == 0)) {
        file->left_out += stated > 0 ? stated : 1;
        return;
    }
    file->met++;
    file->left_out += stated - count;
    catalogue_builder_service(file->builder, &service, offers, count);
}

static bool tell_progress(struct document *document, size_t offset)
{
    struct catalogue_file *file = document->file;
    if (file->tell == NULL || offset < document->told || offset - document->told < TELL_EVERY)
        return true;
    document->told = offset;
    document->stopped = !file->tell(file->data, offset);
    return !document->stopped;
}

static bool take_value(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct document *document = data;
    enum block block = block_named(key->text, key->length);
    arena_clear(document->arena);
    if (block == BLOCK_UNKNOWN) {
        if (document->services && item == 0)
            block_tell_unknown(document->file, key);
        return true;
    }
    if (block_is_nothing(value))
        return true;
    if (block == BLOCK_SERVICES && document->services)
        take_service(document, value);
    else if (block == BLOCK_CATALOGUE && document->blocks)
        block_catalogue(document->file, document->arena, value);
    else if (block == BLOCK_VOCABULARY && document->blocks)
        block_vocabulary(document->file, document->arena, value);
    else if (block == BLOCK_PLACES && document->blocks)
        block_place(document->file, document->arena, value);
    return tell_progress(document, value->offset);
}

/* The block whose key the line that begins here states, as far as can be seen without reading the document. */
static enum block block_at(const char *text, size_t left)
{
    size_t at = 0;
    while (at < left && (text[at] == ' ' || text[at] == '"' || text[at] == '\''))
        at++;
    size_t end = at;
    while (end < left && text[end] >= 'a' && text[end] <= 'z')
        end++;
    enum block block = block_named(text + at, end - at);
    while (end < left && (text[end] == ' ' || text[end] == '"' || text[end] == '\''))
        end++;
    return end < left && text[end] == ':' ? block : BLOCK_UNKNOWN;
}

/* Whether a block that services depend on may stand behind them. In doubt it does: then the document is read twice. */
static bool blocks_come_late(const struct bytes *bytes)
{
    bool services = false;
    char line_break = memchr(bytes->text, '\n', bytes->length) != NULL ? '\n' : '\r';
    for (size_t at = 0; at < bytes->length;) {
        const char *line = bytes->text + at;
        enum block block = block_at(line, bytes->length - at);
        if (*line == '{' || (services && block != BLOCK_UNKNOWN && block != BLOCK_SERVICES))
            return true;
        services = services || block == BLOCK_SERVICES;
        const char *end = memchr(line, line_break, bytes->length - at);
        if (end == NULL)
            break;
        at = (size_t)(end - bytes->text) + 1;
    }
    return false;
}

/* Takes the blocks alone. Problems of the document itself are told when it is read again. */
static void read_blocks_first(struct document *document)
{
    const struct catalogue_file *file = document->file;
    struct problems *unheard = problems_new();
    document->services = false;
    size_t left_out;
    yaml_read_lists(file->file, file->bytes->text, file->bytes->length, unheard, lists, take_value, document, &left_out);
    problems_free(unheard);
    document->blocks = false;
    document->services = true;
    document->told = 0;
}

bool read_catalogue_yaml(struct catalogue_file *file)
{
    struct document document = {.file = file, .arena = arena_new(), .blocks = true, .services = true};
    size_t left_out = 0;
    catalogue_builder_defaults(file->builder, NULL);
    if (blocks_come_late(file->bytes))
        read_blocks_first(&document);
    if (!document.stopped)
        yaml_read_lists(file->file, file->bytes->text, file->bytes->length, file->problems, lists, take_value, &document, &left_out);
    file->left_out += left_out;
    arena_free(document.arena);
    return !document.stopped;
}

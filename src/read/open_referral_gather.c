/* Values of JSON become fields with their places. */
#include <stdlib.h>
#include <string.h>

#include "read/open_referral_parts.h"
#include "read/open_referral_text.h"
#include "read/open_referral_words.h"
#include "text/memory.h"

void gather(struct gathered *gathered, const char *name, const struct json_node *where, const char *text, size_t length, uint32_t item)
{
    size_t at = 0;
    while (at < gathered->count && strcmp(gathered->fields[at].name, name) != 0)
        at++;
    if (at == gathered->count) {
        size_t before = gathered->room;
        gathered->fields = memory_room(gathered->fields, gathered->count, &gathered->room, sizeof *gathered->fields);
        if (gathered->room > before)
            memset(gathered->fields + before, 0, (gathered->room - before) * sizeof *gathered->fields);
        struct gathered_field *fresh = &gathered->fields[gathered->count++];
        fresh->name = name;
        fresh->line = where->line;
        fresh->column = where->column;
        fresh->count = 0;
    }
    struct gathered_field *field = &gathered->fields[at];
    field->values = memory_room(field->values, field->count, &field->room, sizeof *field->values);
    field->values[field->count++] =
        (struct entry_value){.text = text, .length = length, .line = where->line, .column = where->column, .item = item};
}

struct gathered_field *gathered_field(const struct gathered *gathered, const char *name)
{
    for (size_t i = 0; i < gathered->count; i++)
        if (strcmp(gathered->fields[i].name, name) == 0)
            return &gathered->fields[i];
    return NULL;
}

bool gathered_has(const struct gathered *gathered, const char *name)
{
    return gathered_field(gathered, name) != NULL;
}

void gathered_clear(struct gathered *gathered)
{
    gathered->count = 0;
}

void gathered_free(struct gathered *gathered)
{
    for (size_t i = 0; i < gathered->room; i++)
        free(gathered->fields[i].values);
    free(gathered->fields);
    *gathered = (struct gathered){.fields = NULL};
}

struct position referral_at(const struct referral *referral, const struct json_node *node)
{
    return (struct position){.file = referral->file->file, .line = node->line, .column = node->column};
}

static bool is_blank(const char *text, size_t length)
{
    while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL && text[length - 1] != '\0')
        length--;
    return length == 0;
}

const char *referral_text(struct referral *referral, const struct json_node *node, size_t *length)
{
    *length = 0;
    if (node == NULL || node->kind == JSON_IS_NULL)
        return NULL;
    if (node->kind != JSON_IS_TEXT && node->kind != JSON_IS_NUMBER) {
        problems_add(referral->file->problems, PROBLEM_WARNING, "wrong-type", referral_at(referral, node), WORDS_WRONG_TYPE,
                     node->key != NULL ? node->key : "");
        return NULL;
    }
    if (is_blank(node->text, node->length))
        return NULL;
    *length = node->length;
    return node->text;
}

bool referral_field(struct referral *referral, const char *field, const struct json_node *node, const char *key)
{
    const struct json_node *value = json_under(node, key);
    size_t length;
    const char *text = referral_text(referral, value, &length);
    if (text != NULL && value->kind == JSON_IS_NUMBER)
        problems_add(referral->file->problems, PROBLEM_WARNING, "wrong-type", referral_at(referral, value), WORDS_WRONG_TYPE, key);
    if (text == NULL || value->kind == JSON_IS_NUMBER)
        return false;
    struct buffer plain = {0};
    plain_from_html(&plain, text, length);
    if (plain.length > REFERRAL_TEXT_MOST) {
        size_t end = REFERRAL_TEXT_MOST;
        while (end > 0 && ((unsigned char)plain.bytes[end] & 0xC0) == 0x80)
            end--;
        buffer_cut(&plain, end);
        problems_add(referral->file->problems, PROBLEM_WARNING, "text-cut", referral_at(referral, value), WORDS_TEXT_CUT, key,
                     (size_t)REFERRAL_TEXT_MOST);
    }
    bool any = plain.length > 0;
    if (any)
        gather(&referral->service, field, value, arena_copy(referral->arena, buffer_text(&plain), plain.length), plain.length, 0);
    buffer_free(&plain);
    return any;
}

/* The offer of that id, made when it is new. */
static struct gathered *offer_named(struct referral *referral, const char *id, size_t length, const struct json_node *where)
{
    for (size_t i = 0; i < referral->offer_count; i++)
        if (strlen(referral->offers[i].id) == length && memcmp(referral->offers[i].id, id, length) == 0)
            return &referral->offers[i];
    size_t before = referral->offer_room;
    referral->offers = memory_room(referral->offers, referral->offer_count, &referral->offer_room, sizeof *referral->offers);
    if (referral->offer_room > before)
        memset(referral->offers + before, 0, (referral->offer_room - before) * sizeof *referral->offers);
    struct gathered *offer = &referral->offers[referral->offer_count++];
    gathered_clear(offer);
    offer->id = arena_copy(referral->arena, id, length);
    offer->line = where->line;
    offer->column = where->column;
    if (id[0] != '@')
        gather(offer, "id", where, offer->id, length, 0);
    return offer;
}

static int hex(char byte)
{
    return byte >= '0' && byte <= '9' ? byte - '0' : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

/* The name of a field, in which what has a meaning in a link stands as %2F. */
static const char *name_of(struct referral *referral, const char *text, size_t length)
{
    char *name = arena_copy(referral->arena, text, length);
    size_t to = 0;
    for (size_t at = 0; at < length; at++, to++) {
        name[to] = text[at];
        if (text[at] == '%' && at + 2 < length && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0) {
            name[to] = (char)(hex(text[at + 1]) * 16 + hex(text[at + 2]));
            at += 2;
        }
    }
    name[to] = '\0';
    return name;
}

/* "groups/stage_from" or "meets_place#1", with its value. */
static void take_own(struct referral *referral, const struct json_node *where, const char *path, const struct json_node *value)
{
    struct gathered *to = &referral->service;
    const char *slash = strrchr(path, '/');
    if (slash != NULL)
        to = offer_named(referral, path, (size_t)(slash - path), where);
    const char *field = slash != NULL ? slash + 1 : path;
    const char *item = strchr(field, '#');
    size_t length = item != NULL ? (size_t)(item - field) : strlen(field);
    uint32_t number = item != NULL ? (uint32_t)strtoul(item + 1, NULL, 10) : 0;
    bool id_of_offer = slash != NULL && path[0] != '@' && length == 2 && memcmp(field, "id", length) == 0;
    if (length > 0 && !id_of_offer)
        gather(to, name_of(referral, field, length), value, value->text, value->length, number);
}

void referral_own(struct referral *referral, const struct json_node *service)
{
    const struct json_node *list = json_list_under(service, "attributes");
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct json_node *term = json_under(&list->items[i], "taxonomy_term");
        const struct json_node *link = json_under(&list->items[i], "link_type");
        const struct json_node *taxonomy = json_under(term, "taxonomy");
        const size_t prefix = strlen(REFERRAL_LINK);
        if (link == NULL || link->kind != JSON_IS_TEXT || taxonomy == NULL || taxonomy->kind != JSON_IS_TEXT ||
            strcmp(taxonomy->text, REFERRAL_TAXONOMY) != 0 || strncmp(link->text, REFERRAL_LINK, prefix) != 0)
            continue;
        referral->ours = true;
        const struct json_node *value = json_under(term, "name");
        if (value == NULL || value->kind != JSON_IS_TEXT)
            problems_add(referral->file->problems, PROBLEM_WARNING, "wrong-type", referral_at(referral, link), "%s", WORDS_SIGNPOST_VALUE);
        else
            take_own(referral, link, link->text + prefix, value);
    }
}

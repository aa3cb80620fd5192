/* Recording in YAML: the value is replaced where it stands, or a new line is put under one that is surely whole. */
#include <stdlib.h>
#include <string.h>

#include "read/yaml.h"
#include "text/memory.h"
#include "write/recorded_parts.h"
#include "write/recorded_words.h"

enum { NONE = -1 };

static bool is_key(const struct yaml_node *key, const char *name)
{
    return key->length == strlen(name) && memcmp(key->text, name, key->length) == 0;
}

static long find_key(const struct yaml_node *mapping, const char *name)
{
    for (size_t i = 0; i < mapping->count; i++)
        if (is_key(&mapping->keys[i], name))
            return (long)i;
    return NONE;
}

static bool is_at(const struct yaml_node *node, struct position where)
{
    return node->line == where.line && node->column == where.column;
}

static bool is_service(const struct recorded *recorded, const struct yaml_node *mapping)
{
    long id = mapping->kind == YAML_MAPPING ? find_key(mapping, "id") : NONE;
    return id != NONE && is_at(&mapping->items[id], recorded->service);
}

/* Whether the mapping itself is to change: all of a service, or one of its offers. */
static bool is_offer(const struct recorded *recorded, const struct yaml_node *mapping)
{
    for (size_t i = 0; i < recorded->offer_count; i++)
        if (mapping->kind == YAML_MAPPING && is_at(mapping, recorded->offers[i]))
            return true;
    return false;
}

static size_t start_of(const struct recording *recording, const struct yaml_node *node)
{
    return place_in(recording->text, recording->length, node->line, node->column);
}

/* Appends the value so that it is read back as it is, in the quotes that stood there (0: none). */
static void add_value(struct buffer *out, const char *value, char quote)
{
    static const char safe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .'()/@-_";
    static const char *const words[] = {"yes", "no", "true", "false", "null", "on", "off", "none", "not stated", "y", "n"};
    bool plain = strchr(" .'()/@-_", value[0]) == NULL && value[strlen(value) - 1] != ' ';
    for (const char *at = value; *at && plain; at++)
        plain = (unsigned char)*at >= 0x80 || strchr(safe, *at) != NULL;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        plain = plain && strcmp(value, words[i]) != 0;
    if (quote == 0 && plain) {
        buffer_add_text(out, value);
        return;
    }
    quote = quote ? quote : '"';
    buffer_add_byte(out, quote);
    for (; *value; value++) {
        if (quote == '\'' && *value == '\'')
            buffer_add_byte(out, '\'');
        else if (quote == '"' && (*value == '"' || *value == '\\'))
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, *value);
    }
    buffer_add_byte(out, quote);
}

/* How many bytes the scalar takes that begins there, quotes and all; 0 when it is not whole on its line, or is written in a way that is not followed here. */
static size_t scalar_length(const struct recording *recording, const struct yaml_node *node, size_t at)
{
    const char *text = recording->text;
    if (!node->quoted)
        return at + node->length <= recording->length && memcmp(text + at, node->text, node->length) == 0 ? node->length : 0;
    char quote = at < recording->length ? text[at] : 0;
    if (quote != '"' && quote != '\'')
        return 0;
    for (size_t end = at + 1; end < recording->length && text[end] != '\n' && text[end] != '\r'; end++) {
        if (quote == '"' && text[end] == '\\')
            end++;
        else if (text[end] == quote && quote == '\'' && end + 1 < recording->length && text[end + 1] == quote)
            end++;
        else if (text[end] == quote)
            return end + 1 - at;
    }
    return 0;
}

static void replace(struct recording *recording, const struct yaml_node *key, const struct yaml_node *value, const char *with)
{
    if (value->kind != YAML_SCALAR) {
        refuse(recording, key->line, REFUSE_NO_TEXT);
        return;
    }
    if (value->length == 0 && !value->quoted) {
        size_t at = start_of(recording, key) + key->length;
        if (key->quoted || at >= recording->length || recording->text[at] != ':') {
            refuse(recording, key->line, REFUSE_KEY);
            return;
        }
        struct edit *edit = edit_add(recording, at + 1, 0);
        buffer_add_byte(&edit->with, ' ');
        add_value(&edit->with, with, 0);
        return;
    }
    size_t at = start_of(recording, value);
    size_t length = scalar_length(recording, value, at);
    if (length == 0)
        refuse(recording, value->line, REFUSE_LINES);
    else
        add_value(&edit_add(recording, at, length)->with, with, value->quoted ? recording->text[at] : 0);
}

/* The entry under whose line new ones go: a text that is whole on the line of its key. NONE when there is none. */
static long place_for(const struct recording *recording, const struct yaml_node *mapping)
{
    static const char *const wanted[] = {"ends_on", "status", "id"};
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        long key = find_key(mapping, wanted[i]);
        const struct yaml_node *value = key != NONE ? &mapping->items[key] : NULL;
        if (value && value->kind == YAML_SCALAR && value->length > 0 && value->line == mapping->keys[key].line &&
            scalar_length(recording, value, start_of(recording, value)) > 0)
            return key;
    }
    return NONE;
}

/* Puts in the fields that are not there: `checked: …` and `checked_by: …`. */
static void put_in(struct recording *recording, const struct yaml_node *mapping, bool checked, bool by)
{
    const struct recorded *recorded = recording->recorded;
    long under = find_key(mapping, "checked");
    bool beside = !checked && under != NONE && mapping->items[under].kind == YAML_SCALAR;
    under = beside ? under : place_for(recording, mapping);
    if (under == NONE) {
        refuse(recording, mapping->line, REFUSE_PLACE);
        return;
    }
    const struct yaml_node *value = &mapping->items[under];
    bool empty = value->length == 0 && !value->quoted;
    size_t at = empty ? start_of(recording, &mapping->keys[under]) + mapping->keys[under].length + 1 : start_of(recording, value);
    at += empty ? 0 : scalar_length(recording, value, at);
    size_t start = start_of(recording, mapping);
    bool flow = start < recording->length && recording->text[start] == '{';
    struct buffer between = {0};
    if (flow) {
        buffer_add_text(&between, ", ");
    } else {
        while (at < recording->length && recording->text[at] != '\n' && recording->text[at] != '\r')
            at++;
        buffer_format(&between, "%s%*s", line_break_of(recording->text, recording->length), (int)mapping->keys[0].column - 1, "");
    }
    struct edit *edit = edit_add(recording, at, 0);
    if (checked) {
        buffer_format(&edit->with, "%schecked: ", buffer_text(&between));
        add_value(&edit->with, recorded->checked, 0);
    }
    if (by) {
        buffer_format(&edit->with, "%schecked_by: ", buffer_text(&between));
        add_value(&edit->with, recorded->by, 0);
    }
    buffer_free(&between);
}

/* Changes what stands in the mapping; what does not is put in where `add`. */
static void change(struct recording *recording, const struct yaml_node *mapping, bool add)
{
    long checked = find_key(mapping, "checked");
    long by = find_key(mapping, "checked_by");
    if (checked != NONE)
        replace(recording, &mapping->keys[checked], &mapping->items[checked], recording->recorded->checked);
    if (by != NONE)
        replace(recording, &mapping->keys[by], &mapping->items[by], recording->recorded->by);
    add = add || checked != NONE || by != NONE;
    if (add && (checked == NONE || by == NONE))
        put_in(recording, mapping, checked == NONE, by == NONE);
}

static bool take_service(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    (void)item;
    struct recording *recording = data;
    const struct recorded *recorded = recording->recorded;
    if (!is_key(key, "services") || !is_service(recorded, value))
        return true;
    const struct yaml_node *offers = yaml_under(value, "offers");
    if (recorded->offer_count == 0 || is_offer(recorded, value))
        change(recording, value, true);
    const struct yaml_node *items = offers && offers->kind == YAML_LIST ? offers->items : offers;
    size_t count = offers && offers->kind == YAML_LIST ? offers->count : offers ? 1 : 0;
    for (size_t i = 0; i < count; i++)
        if (items[i].kind == YAML_MAPPING && (recorded->offer_count == 0 || is_offer(recorded, &items[i])))
            change(recording, &items[i], recorded->offer_count > 0);
    return false;
}

void record_yaml(struct recording *recording)
{
    struct problems *unheard = problems_new();
    yaml_read(recording->recorded->file, recording->text, recording->length, unheard, take_service, recording);
    problems_free(unheard);
}

/* Everything that a document says, written so that two can be compared; what is recorded is left out where it is to be. Which mapping that is, is known by its
 * number, for lines have moved. */
struct telling {
    const struct recorded *recorded;
    bool first;            /* the old text, in which positions hold */
    size_t service;        /* number of the item */
    bool *offers;          /* NULL until known */
    size_t offer_count;
    bool itself;           /* the service's own mapping is changed */
    bool wrong;            /* something recorded is not there as it should be */
    struct buffer out;
};

static void tell_node(struct telling *telling, const struct yaml_node *node, bool recorded);

static void tell_text(struct telling *telling, const struct yaml_node *node)
{
    buffer_format(&telling->out, "%zu:", node->length);
    buffer_add(&telling->out, node->text, node->length);
}

static bool says(const struct yaml_node *value, const char *text)
{
    return value->kind == YAML_SCALAR && value->length == strlen(text) && memcmp(value->text, text, value->length) == 0;
}

/* One field, unless it is what is recorded: then it must be right. */
static void tell_field(struct telling *telling, const struct yaml_node *key, const struct yaml_node *value, bool recorded)
{
    bool checked = recorded && is_key(key, "checked");
    bool by = recorded && is_key(key, "checked_by");
    if (!checked && !by) {
        tell_text(telling, key);
        tell_node(telling, value, false);
    } else if (!telling->first && !says(value, checked ? telling->recorded->checked : telling->recorded->by)) {
        telling->wrong = true;
    }
}

static void tell_node(struct telling *telling, const struct yaml_node *node, bool recorded)
{
    static const char signs[] = {[YAML_SCALAR] = 's', [YAML_LIST] = '[', [YAML_MAPPING] = '{'};
    buffer_add_byte(&telling->out, signs[node->kind]);
    if (node->kind == YAML_SCALAR)
        buffer_add_byte(&telling->out, node->quoted ? 'q' : 'p');
    if (node->kind == YAML_SCALAR)
        tell_text(telling, node);
    for (size_t i = 0; node->kind == YAML_MAPPING && i < node->count; i++)
        tell_field(telling, &node->keys[i], &node->items[i], recorded);
    for (size_t i = 0; node->kind == YAML_LIST && i < node->count; i++)
        tell_node(telling, &node->items[i], false);
    buffer_add_byte(&telling->out, ']');
}

/* A service that is recorded, with its offers one by one. */
static void tell_service(struct telling *telling, const struct yaml_node *service)
{
    const struct recorded *recorded = telling->recorded;
    const struct yaml_node *offers = yaml_under(service, "offers");
    bool list = offers && offers->kind == YAML_LIST;
    bool all = recorded->offer_count == 0;
    if (telling->first)
        telling->itself = all || is_offer(recorded, service);
    buffer_add_text(&telling->out, "{");
    for (size_t i = 0; i < service->count; i++) {
        if (!list || &service->items[i] != offers) {
            tell_field(telling, &service->keys[i], &service->items[i], telling->itself);
            continue;
        }
        for (size_t number = 0; number < offers->count && number < telling->offer_count; number++) {
            if (telling->first)
                telling->offers[number] = all || is_offer(recorded, &offers->items[number]);
            tell_node(telling, &offers->items[number], telling->offers[number]);
        }
        buffer_format(&telling->out, "/%zu", offers->count);
    }
    buffer_add_text(&telling->out, "}");
}

static bool take_telling(void *data, const struct yaml_node *key, const struct yaml_node *value, size_t item)
{
    struct telling *telling = data;
    bool services = is_key(key, "services");
    if (telling->first && services && telling->service == SIZE_MAX && is_service(telling->recorded, value))
        telling->service = item;
    tell_text(telling, key);
    buffer_format(&telling->out, "#%zu", item);
    if (services && item == telling->service && value->kind == YAML_MAPPING)
        tell_service(telling, value);
    else
        tell_node(telling, value, false);
    return true;
}

/* What is wrong in a document, by name and in order: an edit may not make it worse. */
static void tell_problems(struct buffer *out, const struct problems *problems)
{
    for (size_t i = 0; i < problems_count(problems); i++)
        buffer_format(out, "!%s", problems_at(problems, i)->name);
}

bool same_yaml(const struct recorded *recorded, const char *old, size_t old_length, const struct buffer *new)
{
    enum { MOST_OFFERS = 10000 };
    bool *offers = memory_new(MOST_OFFERS, sizeof *offers);
    struct problems *before = problems_new();
    struct problems *after = problems_new();
    struct telling telling = {.recorded = recorded, .first = true, .service = SIZE_MAX, .offers = offers, .offer_count = MOST_OFFERS};
    yaml_read(recorded->file, old, old_length, before, take_telling, &telling);
    tell_problems(&telling.out, before);
    struct buffer one = telling.out;
    telling.out = (struct buffer){0};
    telling.first = false;
    yaml_read(recorded->file, new->bytes, new->length, after, take_telling, &telling);
    tell_problems(&telling.out, after);
    bool same = !telling.wrong && telling.service != SIZE_MAX && one.length == telling.out.length && memcmp(one.bytes, telling.out.bytes, one.length) == 0;
    buffer_free(&one);
    buffer_free(&telling.out);
    free(offers);
    problems_free(before);
    problems_free(after);
    return same;
}

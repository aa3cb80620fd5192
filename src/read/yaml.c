/* Reading a document: key by key of the top mapping, item by item of their lists, each given out before the next is kept. What has been
 * read is held back until the next event is there, because bad indentation shows only after the entry that it is a part of. */
#include "read/yaml.h"

#include <stdlib.h>
#include <string.h>

#include "read/words.h"
#include "read/yaml_build.h"
#include "read/yaml_clean.h"
#include "read/yaml_events.h"
#include "read/yaml_recover.h"
#include "text/memory.h"

/* How a stretch of reading ended. */
enum ending {
    ENDED,   /* with the document */
    STOPPED, /* by the receiver */
    REFUSED, /* nothing more can be made of it; the problem says why */
    BROKEN,  /* by an error, after which reading may go on */
};

struct reading {
    struct yaml_events events;
    struct yaml_build build;
    struct arena *arena;      /* what is held back, cleared when it has been given out */
    struct arena *keys_arena; /* texts of the keys of the top mapping */
    struct yaml_node *keys;
    size_t key_count;
    size_t key_room;
    size_t key; /* the current one's number */
    const char *const *lists; /* NULL: any key may have a list */
    struct yaml_outline outline;
    yaml_receive *receive;
    void *data;

    struct yaml_spot begun; /* where what was read last begins */
    bool building;          /* inside it */
    bool in_list;           /* it is an item */
    size_t item;            /* its number, of those that are given out */
    bool held;              /* it is complete, and held back */
    bool flawed;            /* and not to be given out */
    size_t flaws_before;    /* of the events, before the current one */
    struct yaml_node value;
    size_t last_list;   /* the number of the key that had the last block list … */
    size_t last_indent; /* … its indentation, or YAML_NO_LIST … */
    size_t last_item;   /* … and how many items of it were given out */
    bool stopped;
    bool understood; /* nothing but single entries has been lost so far */
    size_t left_out;
};

static struct position event_at(const struct reading *reading)
{
    return yaml_events_at(&reading->events, reading->events.event.start_mark);
}

static void refuse(struct reading *reading, const char *name, struct position where, const char *sentence)
{
    problems_add(reading->events.problems, PROBLEM_ERROR, name, where, "%s", sentence);
    reading->understood = false;
}

static const struct yaml_node *current_key(const struct reading *reading)
{
    return &reading->keys[reading->key];
}

static bool may_have_list(const struct reading *reading)
{
    if (reading->lists == NULL)
        return true;
    for (const char *const *name = reading->lists; *name != NULL; name++)
        if (strcmp(*name, current_key(reading)->text) == 0)
            return true;
    return false;
}

/* Gives out what is held back, or leaves it out; what is not sound is counted when it is known where to go on. */
static void settle(struct reading *reading, bool sound)
{
    reading->held = false;
    if (sound && reading->flawed)
        reading->left_out += reading->in_list;
    else if (sound && !reading->receive(reading->data, current_key(reading), &reading->value, reading->item++))
        reading->stopped = true;
    arena_clear(reading->arena);
}

/* Fetches the next event between entries. When there is none, what is held back is sound if the error lies behind it. */
static bool advance(struct reading *reading)
{
    size_t flaws = reading->events.flaws;
    size_t refused = reading->events.refused;
    bool there = yaml_events_next(&reading->events);
    if (there) {
        reading->flaws_before = flaws;
        reading->events.refused_before = refused;
    }
    bool list_ends = there && reading->events.event.type == YAML_SEQUENCE_END_EVENT;
    if (!reading->held || list_ends)
        return there;
    settle(reading, there || reading->events.broken_line >= yaml_boundary_end(&reading->outline, reading->begun));
    return there && !reading->stopped;
}

/* Reads the value or item that the current event begins, and holds it back. */
static bool hold_value(struct reading *reading)
{
    reading->begun = (struct yaml_spot){.offset = reading->events.offset, .line = event_at(reading).line};
    reading->building = true;
    if (!yaml_build(&reading->build, &reading->value))
        return false;
    reading->building = false;
    reading->held = true;
    reading->flawed = reading->events.flaws > reading->flaws_before;
    return true;
}

static bool read_items(struct reading *reading)
{
    const yaml_event_t *event = &reading->events.event;
    bool flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    reading->outline.list_indent = flow ? YAML_NO_LIST : event->start_mark.column;
    reading->in_list = true;
    if (may_have_list(reading)) {
        reading->last_list = reading->key;
        reading->last_indent = reading->outline.list_indent;
    }
    for (;;) {
        if (!advance(reading))
            return false;
        if (event->type == YAML_SEQUENCE_END_EVENT)
            return true;
        if (!hold_value(reading))
            return false;
    }
}

static void add_key(struct reading *reading)
{
    const yaml_event_t *event = &reading->events.event;
    struct position where = event_at(reading);
    reading->keys = memory_room(reading->keys, reading->key_count, &reading->key_room, sizeof *reading->keys);
    reading->key = reading->key_count++;
    struct yaml_node *key = &reading->keys[reading->key];
    *key = (struct yaml_node){.kind = YAML_SCALAR, .line = where.line, .column = where.column, .text = "", .offset = reading->events.offset};
    if (event->type != YAML_SCALAR_EVENT)
        return;
    key->length = event->data.scalar.length;
    key->text = arena_copy(reading->keys_arena, (const char *)event->data.scalar.value, key->length);
}

/* Reads past a key that cannot be used, and its value; the current event begins the key. */
static bool skip_pair(struct reading *reading)
{
    struct yaml_node nobody;
    bool good = yaml_build(&reading->build, &nobody) && yaml_events_next(&reading->events) && yaml_build(&reading->build, &nobody);
    arena_clear(reading->arena);
    return good;
}

static bool read_pair(struct reading *reading)
{
    reading->begun = (struct yaml_spot){.offset = reading->events.offset, .line = event_at(reading).line};
    reading->in_list = false;
    reading->outline.list_indent = YAML_NO_LIST;
    if (!yaml_key(&reading->events) || reading->events.event.type != YAML_SCALAR_EVENT)
        return skip_pair(reading);
    if (reading->key_count > 0 && reading->key == reading->last_list)
        reading->last_item = reading->item;
    add_key(reading);
    reading->item = 0;
    if (!advance(reading))
        return false;
    if (reading->events.event.type == YAML_SEQUENCE_START_EVENT)
        return read_items(reading);
    struct yaml_spot key = reading->begun;
    bool good = hold_value(reading);
    reading->begun = key;
    return good;
}

/* Goes on in the middle of the list of the last key: the line "x:" before it gives a mapping, a key and a list. */
static bool resume_list(struct reading *reading)
{
    if (!advance(reading) || !advance(reading) || reading->events.event.type != YAML_SEQUENCE_START_EVENT)
        return false;
    return read_items(reading);
}

static bool read_pairs(struct reading *reading, bool resumed)
{
    if (resumed && !resume_list(reading))
        return false;
    for (;;) {
        if (!advance(reading))
            return false;
        if (reading->events.event.type == YAML_MAPPING_END_EVENT)
            return true;
        if (!read_pair(reading))
            return false;
    }
}

/* What stands where the mapping should, or nothing but comments. */
static void refuse_top(struct reading *reading)
{
    const yaml_event_t *event = &reading->events.event;
    struct position where = event_at(reading);
    bool nothing = event->type == YAML_STREAM_END_EVENT ||
                   (event->type == YAML_SCALAR_EVENT && event->data.scalar.length == 0 && event->data.scalar.plain_implicit);
    reading->understood = false;
    if (nothing)
        problems_add(reading->events.problems, PROBLEM_ERROR, "empty-file", where, "%s", WORDS_NOTHING_BUT_COMMENTS);
    else
        problems_add(reading->events.problems, PROBLEM_ERROR, "not-a-mapping", where, WORDS_NOT_A_MAPPING,
                     words_found(event->type == YAML_SEQUENCE_START_EVENT ? FOUND_LIST : FOUND_TEXT));
}

static bool is_break(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Skips blanks, line breaks and comments, minding the position; gives the offset of what comes next. */
static size_t skip_nothing(const char *text, size_t length, size_t at, struct position *where)
{
    for (; at < length; at++) {
        if (text[at] == '#')
            while (at + 1 < length && !is_break(text[at + 1]))
                at++;
        else if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == length || text[at + 1] != '\n')))
            *where = (struct position){.file = where->file, .line = where->line + 1, .column = 0};
        else if (text[at] != ' ' && text[at] != '\t' && text[at] != '\r')
            break;
        where->column++;
    }
    return at;
}

static bool stands_here(const struct reading *reading, size_t at, const char *sign)
{
    size_t length = strlen(sign);
    const struct yaml_outline *outline = &reading->outline;
    return outline->length - at >= length && memcmp(outline->text + at, sign, length) == 0;
}

/* Judges what stands behind the document's end without handing it to libyaml, which takes hours over some of it. */
static void judge_tail(struct reading *reading)
{
    const struct yaml_outline *outline = &reading->outline;
    yaml_mark_t mark = reading->events.event.start_mark;
    struct position where = yaml_events_at(&reading->events, mark);
    size_t at = skip_nothing(outline->text, outline->length, yaml_events_offset(&reading->events, mark), &where);
    while (at < outline->length && where.column == 1 && stands_here(reading, at, "...")) {
        where.column += 3;
        at = skip_nothing(outline->text, outline->length, at + 3, &where);
    }
    if (at == outline->length)
        return;
    if (where.column == 1 && outline->text[at] == '%')
        refuse(reading, "directive", where, WORDS_DIRECTIVE);
    else if (where.column == 1 && stands_here(reading, at, "---"))
        refuse(reading, "second-document", where, WORDS_SECOND_DOCUMENT);
    else
        refuse(reading, "yaml-syntax", where, WORDS_DOES_NOT_BELONG);
}

/* Reads up to the end of the document or an error. resumed: in the middle of a list. */
static enum ending read_stretch(struct reading *reading, bool resumed)
{
    const yaml_event_t *event = &reading->events.event;
    do {
        if (!advance(reading))
            return BROKEN;
    } while (event->type == YAML_STREAM_START_EVENT || event->type == YAML_DOCUMENT_START_EVENT);
    if (event->type != YAML_MAPPING_START_EVENT) {
        refuse_top(reading);
        reading->events.broken_line = event_at(reading).line;
        return reading->events.start.line > 1 ? BROKEN : REFUSED;
    }
    reading->outline.top_indent = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? YAML_NO_LIST : event->start_mark.column;
    if (!read_pairs(reading, resumed) || !advance(reading))
        return reading->stopped ? STOPPED : BROKEN;
    judge_tail(reading);
    return ENDED;
}

/* After an error: finds where to go on. False when there is nowhere. */
static bool find_boundary(struct reading *reading, struct yaml_spot *spot, bool *resumed)
{
    bool in_flow = reading->in_list && reading->outline.list_indent == YAML_NO_LIST;
    /* The items that follow are the last list's, unless the key may have a list of its own. */
    bool returns = reading->last_indent != YAML_NO_LIST && !may_have_list(reading);
    uint32_t after = reading->begun.line;
    if (!reading->building && !in_flow && !returns && reading->events.broken_line > after)
        after = reading->events.broken_line;
    reading->left_out += reading->in_list;
    if (returns)
        reading->outline.list_indent = reading->last_indent;
    *spot = reading->begun;
    enum yaml_boundary boundary = yaml_boundary_next(&reading->outline, spot, after);
    *resumed = boundary == BOUNDARY_ITEM;
    if (*resumed && returns) {
        reading->key = reading->last_list;
        reading->item = reading->last_item;
    }
    reading->building = false;
    arena_clear(reading->arena);
    reading->build.count = 0;
    return boundary != BOUNDARY_NONE;
}

static void read_document(struct reading *reading)
{
    struct yaml_spot spot = {.offset = 0, .line = 1};
    bool resumed = false;
    for (;;) {
        size_t indent = reading->outline.top_indent;
        reading->begun = spot;
        yaml_events_open(&reading->events, spot, resumed, indent == YAML_NO_LIST ? 0 : indent);
        enum ending ending = read_stretch(reading, resumed);
        bool more = ending == BROKEN && find_boundary(reading, &spot, &resumed);
        yaml_events_close(&reading->events);
        if (ending == STOPPED || (ending == BROKEN && !more))
            reading->understood = false;
        if (!more)
            return;
    }
}

/* A directive before the document; libyaml is not to see it (HARDENING.md 2.1: two megabytes of them take 40 seconds). */
static bool refuse_directive(struct reading *reading)
{
    struct position where = {.file = reading->events.file, .line = 1, .column = 1};
    size_t at = skip_nothing(reading->outline.text, reading->outline.length, 0, &where);
    if (at == reading->outline.length || where.column != 1 || reading->outline.text[at] != '%')
        return false;
    refuse(reading, "directive", where, WORDS_DIRECTIVE);
    return true;
}

bool yaml_read_lists(const char *file, const char *text, size_t length, struct problems *problems, const char *const *lists, yaml_receive *receive,
                     void *data, size_t *left_out)
{
    struct buffer clean = {0};
    if (yaml_clean(file, text, length, problems, &clean)) {
        text = buffer_text(&clean);
        length = clean.length;
    }
    struct reading reading = {
        .events = {.file = file, .text = text, .length = length, .problems = problems},
        .arena = arena_new(),
        .keys_arena = arena_new(),
        .outline = {.text = text, .length = length, .list_indent = YAML_NO_LIST},
        .lists = lists,
        .last_indent = YAML_NO_LIST,
        .receive = receive,
        .data = data,
        .understood = true,
    };
    reading.build = (struct yaml_build){.events = &reading.events, .arena = reading.arena};
    if (!refuse_directive(&reading))
        read_document(&reading);
    yaml_duplicates(file, reading.keys_arena, reading.keys, reading.key_count, problems);
    *left_out = reading.left_out;
    yaml_build_free(&reading.build);
    free(reading.keys);
    arena_free(reading.arena);
    arena_free(reading.keys_arena);
    buffer_free(&clean);
    return reading.understood;
}

bool yaml_read(const char *file, const char *text, size_t length, struct problems *problems, yaml_receive *receive, void *data)
{
    size_t left_out;
    return yaml_read_lists(file, text, length, problems, NULL, receive, data, &left_out);
}

#include "read/yaml_events.h"

#include <string.h>

#include "read/words.h"
#include "text/memory.h"

static const char key_before[] = "x:\n";

static size_t before_length(const struct yaml_events *events)
{
    return events->in_list ? events->spaces + sizeof key_before - 1 : 0;
}

/* Hands libyaml the line before, if there is one, then the text from the start, and a line break if it ends without: libyaml would lose
 * blanks there that belong to a text under |. */
static int give(void *data, unsigned char *bytes, size_t room, size_t *count)
{
    struct yaml_events *events = data;
    size_t before = before_length(events);
    *count = 0;
    while (events->given < before && *count < room) {
        bool space = events->given < events->spaces;
        bytes[(*count)++] = (unsigned char)(space ? ' ' : key_before[events->given - events->spaces]);
        events->given++;
    }
    if (events->given < before)
        return 1;
    size_t at = events->start.offset + (events->given - before);
    if (at == events->length && at > 0 && *count < room && events->text[at - 1] != '\n' && events->text[at - 1] != '\r') {
        bytes[(*count)++] = '\n';
        events->given++;
        return 1;
    }
    size_t more = at < events->length ? events->length - at : 0;
    if (more > room - *count)
        more = room - *count;
    if (more > 0)
        memcpy(bytes + *count, events->text + at, more);
    *count += more;
    events->given += more;
    return 1;
}

void yaml_events_open(struct yaml_events *events, struct yaml_spot start, bool in_list, size_t spaces)
{
    *events = (struct yaml_events){
        .file = events->file,
        .text = events->text,
        .length = events->length,
        .problems = events->problems,
        .start = start,
        .spaces = spaces,
        .in_list = in_list,
        .offset = start.offset,
        .levels = {{.indent = -1}},
    };
    events->index = before_length(events);
    if (!yaml_parser_initialize(&events->parser))
        memory_fail();
    yaml_parser_set_encoding(&events->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input(&events->parser, give, events);
}

void yaml_events_close(struct yaml_events *events)
{
    yaml_event_delete(&events->event);
    yaml_parser_delete(&events->parser);
}

struct position yaml_events_at(const struct yaml_events *events, yaml_mark_t mark)
{
    size_t line = mark.line + events->start.line;
    if (events->in_list && line > 1)
        line--;
    return (struct position){
        .file = events->file,
        .line = (uint32_t)(line < UINT32_MAX ? line : UINT32_MAX),
        .column = (uint32_t)(mark.column < UINT32_MAX ? mark.column + 1 : UINT32_MAX),
    };
}

size_t yaml_events_offset(const struct yaml_events *events, yaml_mark_t mark)
{
    size_t offset = events->offset;
    for (size_t index = events->index; index < mark.index && offset < events->length; index++)
        do
            offset++;
        while (offset < events->length && ((unsigned char)events->text[offset] & 0xC0) == 0x80);
    return offset;
}

static void move_to(struct yaml_events *events, yaml_mark_t mark)
{
    events->offset = yaml_events_offset(events, mark);
    if (mark.index > events->index)
        events->index = mark.index;
}

/* libyaml blames the end of the document for a quotation mark that is never closed, and the next line for a colon that is missing: there
 * the mistake is where the thing began. */
static bool began_wrong(const yaml_parser_t *parser)
{
    if (parser->context == NULL)
        return false;
    return strcmp(parser->context, "while scanning a simple key") == 0 ||
           strcmp(parser->context, "while scanning a quoted scalar") == 0;
}

static bool stop_at_syntax(struct yaml_events *events)
{
    const yaml_parser_t *parser = &events->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        memory_fail();
    yaml_mark_t mark = began_wrong(parser) ? parser->context_mark : parser->problem_mark;
    size_t offset = yaml_events_offset(events, mark);
    char byte = 0;
    if (offset < events->length)
        byte = events->text[offset];
    struct position where = yaml_events_at(events, mark);
    unsigned opened = parser->context ? yaml_events_at(events, parser->context_mark).line : 0;
    events->broken_line = where.line;
    if (events->refused > events->refused_before)
        return false;
    if (events->quote_line == 0)
        words_syntax(events->problems, where, parser->problem, parser->context, byte, opened);
    else
        problems_add(events->problems, PROBLEM_ERROR, "yaml-syntax", where, WORDS_AFTER_QUOTES, (unsigned)events->quote_line);
    return false;
}

static void flaw(struct yaml_events *events, const char *name, const char *sentence)
{
    struct position where = yaml_events_at(events, events->event.start_mark);
    problems_add(events->problems, PROBLEM_ERROR, name, where, "%s", sentence);
    events->flaws++;
}

static void refuse_properties(struct yaml_events *events, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor != NULL)
        flaw(events, "anchor", WORDS_ANCHOR);
    if (tag != NULL)
        flaw(events, "tag", WORDS_TAG);
}

/* Gives false, with the line for a caller who wants to go on, when the event does not end where it should. */
static bool judge(struct yaml_events *events)
{
    if (yaml_strict(events))
        return true;
    events->broken_line = yaml_events_at(events, events->event.start_mark).line;
    return false;
}

static bool go_deeper(struct yaml_events *events, bool flow, bool has_properties)
{
    if (events->depth == YAML_DEPTH_MOST) {
        struct position where = yaml_events_at(events, events->event.start_mark);
        problems_add(events->problems, PROBLEM_ERROR, "too-deep", where, WORDS_TOO_DEEP, (unsigned)YAML_DEPTH_MOST);
        events->broken_line = where.line;
        return false;
    }
    const struct yaml_level *around = &events->levels[events->depth];
    struct yaml_level level = {.flow = flow, .indent = around->indent, .line = around->line};
    /* With an anchor or tag the event begins there, not at the block. */
    if (!flow)
        level.indent = has_properties ? -1 : (long)events->event.start_mark.column;
    else if (!around->flow)
        level.line = yaml_events_at(events, events->event.start_mark).line;
    events->levels[++events->depth] = level;
    return true;
}

/* What every event goes through once it is there. */
static bool admit(struct yaml_events *events)
{
    const yaml_event_t *event = &events->event;
    const yaml_char_t *anchor;
    const yaml_char_t *tag;
    events->quote_line = 0;
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        move_to(events, event->start_mark);
        flaw(events, "alias", WORDS_ALIAS);
        return true;
    case YAML_SCALAR_EVENT:
        move_to(events, event->start_mark);
        refuse_properties(events, event->data.scalar.anchor, event->data.scalar.tag);
        return judge(events);
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT: {
        bool list = event->type == YAML_SEQUENCE_START_EVENT;
        bool flow = list ? event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
                         : event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        anchor = list ? event->data.sequence_start.anchor : event->data.mapping_start.anchor;
        tag = list ? event->data.sequence_start.tag : event->data.mapping_start.tag;
        move_to(events, event->start_mark);
        refuse_properties(events, anchor, tag);
        return judge(events) && go_deeper(events, flow, anchor != NULL || tag != NULL);
    }
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        if (events->levels[events->depth].flow) {
            move_to(events, event->start_mark);
            if (!judge(events))
                return false;
        }
        events->depth--;
        return true;
    default:
        return true;
    }
}

bool yaml_events_next(struct yaml_events *events)
{
    yaml_event_delete(&events->event);
    if (!yaml_parser_parse(&events->parser, &events->event))
        return stop_at_syntax(events);
    return admit(events);
}

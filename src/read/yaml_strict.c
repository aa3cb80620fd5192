/* libyaml is an older YAML's reader, and lenient: a value may go on in a line that is not indented, "x"# is no comment but may hide the
 * rest of the line. What it would read without complaint as something that the writer did not mean is refused here. */
#include "read/words.h"
#include "read/yaml_events.h"

static void refuse(struct yaml_events *events, const char *name, uint32_t line, size_t column, const char *sentence, uint32_t other_line)
{
    struct position where = {.file = events->file, .line = line, .column = (uint32_t)column};
    problems_add(events->problems, PROBLEM_ERROR, name, where, sentence, (unsigned)other_line);
    events->flaws++;
    events->refused++;
}

static bool is_break(char byte)
{
    return byte == '\n' || byte == '\r';
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* The offset after the line break that stands here. */
static size_t after_break(const struct yaml_events *events, size_t at)
{
    bool both = events->text[at] == '\r' && at + 1 < events->length && events->text[at + 1] == '\n';
    return at + (both ? 2 : 1);
}

/* Judges the indentation of the line that begins at an offset: at least so many spaces. */
static bool judge_indent(struct yaml_events *events, size_t start, uint32_t line, long least)
{
    size_t at = start;
    while (at < events->length && events->text[at] == ' ')
        at++;
    if ((long)(at - start) >= least)
        return true;
    if (at < events->length && events->text[at] == '\t')
        refuse(events, "tab-as-indentation", line, at - start + 1, WORDS_TAB, 0);
    else
        refuse(events, "yaml-syntax", line, at - start + 1, WORDS_NOT_INDENTED, events->levels[events->depth].line);
    return false;
}

/* Within brackets: when the current event is the first thing in its line, that line must be indented. A closing bracket may stand
 * under the start of its field; nobody takes that for something else. */
static bool judge_first_in_line(struct yaml_events *events)
{
    size_t start = events->offset;
    while (start > 0 && is_blank(events->text[start - 1]))
        start--;
    if (start == 0 || !is_break(events->text[start - 1]))
        return true;
    bool closes = events->event.type == YAML_SEQUENCE_END_EVENT || events->event.type == YAML_MAPPING_END_EVENT;
    long least = events->levels[events->depth].indent + (closes ? 0 : 1);
    return judge_indent(events, start, yaml_events_at(events, events->event.start_mark).line, least);
}

/* The first line after the current event's own that has text and is not indented enough, before an offset; *start gets where it begins. 0
 * when all are. */
static uint32_t line_not_indented(const struct yaml_events *events, size_t end, size_t *start)
{
    uint32_t line = yaml_events_at(events, events->event.start_mark).line;
    long least = events->levels[events->depth].indent + 1;
    for (size_t at = events->offset; at < end;) {
        if (!is_break(events->text[at])) {
            at++;
            continue;
        }
        *start = at = after_break(events, at);
        line++;
        while (at < end && events->text[at] == ' ')
            at++;
        size_t spaces = at - *start;
        while (at < end && is_blank(events->text[at]))
            at++;
        if (at < end && !is_break(events->text[at]) && (long)spaces < least)
            return line;
    }
    return 0;
}

/* Each further line of a value must be indented; one without quotes stands in brackets here. */
static bool judge_lines(struct yaml_events *events, size_t end, bool quoted)
{
    size_t start = 0;
    uint32_t line = line_not_indented(events, end, &start);
    struct position where = yaml_events_at(events, events->event.start_mark);
    if (quoted)
        events->quote_line = where.line;
    if (line == 0)
        return true;
    if (!quoted || events->text[start] == '\t')
        return judge_indent(events, start, line, events->levels[events->depth].indent + 1);
    /* Most likely the mark that should close it is missing, and one of a later value did. */
    refuse(events, "yaml-syntax", where.line, where.column, WORDS_QUOTES_NOT_INDENTED, line);
    return false;
}

/* A comment needs a space before it. */
static void judge_comment(struct yaml_events *events, size_t end, yaml_mark_t mark)
{
    if (end >= events->length || events->text[end] != '#')
        return;
    struct position where = yaml_events_at(events, mark);
    refuse(events, "yaml-syntax", where.line, where.column, WORDS_COMMENT_TOUCHES, 0);
}

/* The lines before the first line of a text under | or > decide nothing, though libyaml lets the longest of them decide its indentation. */
static void judge_blank_lines(struct yaml_events *events, size_t at, uint32_t line)
{
    size_t most = 0;
    uint32_t longest = 0;
    while (at < events->length && is_break(events->text[at])) {
        size_t start = after_break(events, at);
        line++;
        at = start;
        while (at < events->length && events->text[at] == ' ')
            at++;
        if (at < events->length && is_break(events->text[at]) && at - start > most) {
            most = at - start;
            longest = line;
        }
        bool text = at < events->length && !is_break(events->text[at]) && events->text[at] != '\t';
        if (text && (long)(at - start) > events->levels[events->depth].indent && at - start < most)
            refuse(events, "yaml-syntax", longest, 1, WORDS_BLANK_LINE, 0);
    }
}

static void judge_block_text(struct yaml_events *events)
{
    struct position where = yaml_events_at(events, events->event.start_mark);
    size_t at = events->offset + 1;
    bool states_indent = false;
    for (; at < events->length; at++) {
        char byte = events->text[at];
        if (byte >= '1' && byte <= '9')
            states_indent = true;
        else if (byte != '+' && byte != '-')
            break;
    }
    if (at < events->length && events->text[at] == '#')
        refuse(events, "yaml-syntax", where.line, where.column + (at - events->offset), WORDS_COMMENT_TOUCHES, 0);
    while (at < events->length && !is_break(events->text[at]))
        at++;
    if (!states_indent)
        judge_blank_lines(events, at, where.line);
}

/* In brackets ?x is a text; libyaml reads the key x there. */
static void judge_question(struct yaml_events *events)
{
    struct position where = yaml_events_at(events, events->event.start_mark);
    if (events->offset > 0 && events->text[events->offset - 1] == '?')
        refuse(events, "yaml-syntax", where.line, where.column - 1, WORDS_QUESTION_IN_BRACKETS, 0);
}

static bool judge_scalar(struct yaml_events *events)
{
    const yaml_event_t *event = &events->event;
    bool flow = events->levels[events->depth].flow;
    yaml_scalar_style_t style = event->data.scalar.style;
    /* With an anchor or a tag, which is refused anyway, the event does not begin at the text. */
    if (event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL)
        return true;
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE) {
        judge_block_text(events);
        return true;
    }
    /* A value left out has no text, and the mark of what follows. */
    if (event->end_mark.index == event->start_mark.index)
        return true;
    if (flow && !judge_first_in_line(events))
        return false;
    if (flow)
        judge_question(events);
    if (style == YAML_PLAIN_SCALAR_STYLE) {
        if (flow && event->data.scalar.length == 1 && event->data.scalar.value[0] == '-') {
            struct position where = yaml_events_at(events, event->start_mark);
            refuse(events, "yaml-syntax", where.line, where.column, WORDS_DASH_IN_BRACKETS, 0);
        }
        if (!flow)
            return true;
    }
    size_t end = yaml_events_offset(events, event->end_mark);
    if (event->end_mark.line > event->start_mark.line && !judge_lines(events, end, style != YAML_PLAIN_SCALAR_STYLE))
        return false;
    if (style != YAML_PLAIN_SCALAR_STYLE)
        judge_comment(events, end, event->end_mark);
    return true;
}

/* The end of what stands in brackets or braces; a pair without braces, as in [a: b], has no character of its own there. */
static bool judge_flow_end(struct yaml_events *events)
{
    const yaml_event_t *event = &events->event;
    if (event->end_mark.index == event->start_mark.index)
        return true;
    judge_comment(events, events->offset + 1, event->end_mark);
    return judge_first_in_line(events);
}

bool yaml_strict(struct yaml_events *events)
{
    switch (events->event.type) {
    case YAML_SCALAR_EVENT:
        return judge_scalar(events);
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return !events->levels[events->depth].flow || judge_first_in_line(events);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return judge_flow_end(events);
    default:
        return true;
    }
}

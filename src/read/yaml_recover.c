#include "read/yaml_recover.h"

#include <stdbool.h>
#include <string.h>

struct line {
    const char *text; /* without indentation */
    size_t length;    /* without the line break */
    size_t indent;
};

static bool is_break(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Moves the spot to the start of the next line; false at the end of the text. */
static bool step(const struct yaml_outline *outline, struct yaml_spot *spot)
{
    size_t at = spot->offset;
    while (at < outline->length && !is_break(outline->text[at]))
        at++;
    if (at == outline->length)
        return false;
    bool both = outline->text[at] == '\r' && at + 1 < outline->length && outline->text[at + 1] == '\n';
    spot->offset = at + (both ? 2 : 1);
    spot->line++;
    return spot->offset < outline->length;
}

static struct line line_at(const struct yaml_outline *outline, size_t offset)
{
    size_t at = offset;
    while (at < outline->length && outline->text[at] == ' ')
        at++;
    size_t end = at;
    while (end < outline->length && !is_break(outline->text[end]))
        end++;
    return (struct line){.text = outline->text + at, .length = end - at, .indent = at - offset};
}

/* Whether a line begins with the sign, followed by a blank or its end. */
static bool begins_with(const struct line *line, const char *sign)
{
    size_t length = strlen(sign);
    if (line->length < length || memcmp(line->text, sign, length) != 0)
        return false;
    return line->length == length || line->text[length] == ' ' || line->text[length] == '\t';
}

static bool says_nothing(const struct line *line)
{
    return line->length == 0 || line->text[0] == '#' || line->text[0] == '\t';
}

static bool ends_document(const struct line *line)
{
    return line->indent == 0 && (begins_with(line, "---") || begins_with(line, "..."));
}

/* Whether a colon that ends a key stands there. */
static bool is_colon(const struct line *line, size_t at)
{
    if (at >= line->length || line->text[at] != ':')
        return false;
    return at + 1 == line->length || line->text[at + 1] == ' ' || line->text[at + 1] == '\t';
}

static bool looks_like_key(const struct line *line)
{
    static const char other[] = "\t-?[]{},&*!|>%@`#:";
    if (line->length == 0 || strchr(other, line->text[0]) != NULL)
        return false;
    size_t at = 1;
    if (line->text[0] == '"' || line->text[0] == '\'') {
        const char *end = memchr(line->text + 1, line->text[0], line->length - 1);
        return end != NULL && is_colon(line, (size_t)(end - line->text) + 1);
    }
    while (at < line->length && !is_colon(line, at))
        at++;
    return at < line->length;
}

static enum yaml_boundary boundary_of(const struct yaml_outline *outline, const struct line *line)
{
    if (line->indent == outline->list_indent && begins_with(line, "-"))
        return BOUNDARY_ITEM;
    if (line->indent == outline->top_indent && looks_like_key(line))
        return BOUNDARY_KEY;
    return BOUNDARY_NONE;
}

enum yaml_boundary yaml_boundary_next(const struct yaml_outline *outline, struct yaml_spot *spot, uint32_t after)
{
    struct yaml_outline rest = *outline;
    while (step(&rest, spot)) {
        struct line line = line_at(&rest, spot->offset);
        if (ends_document(&line))
            return BOUNDARY_NONE;
        enum yaml_boundary boundary = boundary_of(&rest, &line);
        if (boundary != BOUNDARY_NONE && spot->line > after)
            return boundary;
        if (boundary == BOUNDARY_KEY)
            rest.list_indent = YAML_NO_LIST; /* the items that follow are another key's */
    }
    return BOUNDARY_NONE;
}

uint32_t yaml_boundary_end(const struct yaml_outline *outline, struct yaml_spot spot)
{
    while (step(outline, &spot)) {
        struct line line = line_at(outline, spot.offset);
        if (ends_document(&line) || boundary_of(outline, &line) != BOUNDARY_NONE)
            return spot.line;
        if (line.indent == outline->list_indent && !says_nothing(&line))
            return spot.line;
    }
    return UINT32_MAX;
}

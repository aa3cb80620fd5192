#include "read/what_file.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "read/configuration.h"
#include "read/csv_rows.h"
#include "read/load_files.h"

/* A line without its break. */
struct line {
    const char *text;
    size_t length;
};

/* Takes the next line that has something in it but a comment. False at the end. */
static bool next_line(const char **at, const char *end, struct line *line)
{
    while (*at < end) {
        const char *start = *at;
        while (*at < end && **at != '\n' && **at != '\r')
            (*at)++;
        *line = (struct line){start, (size_t)(*at - start)};
        if (*at < end)
            (*at)++;
        size_t blanks = 0;
        while (blanks < line->length && line->text[blanks] == ' ')
            blanks++;
        if (blanks < line->length && line->text[blanks] != '#')
            return true;
    }
    return false;
}

static size_t indent_of(struct line line)
{
    size_t indent = 0;
    while (indent < line.length && line.text[indent] == ' ')
        indent++;
    return indent;
}

/* The length of the key that the line begins with, after blanks; 0 when it begins with none. */
static size_t key_length(struct line line)
{
    size_t at = indent_of(line);
    size_t start = at;
    while (at < line.length && (isalnum((unsigned char)line.text[at]) || line.text[at] == '_' || line.text[at] == '-'))
        at++;
    bool key = at > start && at < line.length && line.text[at] == ':' && (at + 1 == line.length || line.text[at + 1] == ' ');
    return key ? at - start : 0;
}

static bool has_key(struct line line, const char *key)
{
    return key_length(line) == strlen(key) && memcmp(line.text + indent_of(line), key, strlen(key)) == 0;
}

static bool begins_list(struct line line)
{
    size_t indent = indent_of(line);
    return indent < line.length && line.text[indent] == '-';
}

/* What stands behind the key in its own line, a comment not counted. */
static struct line value_of(struct line line)
{
    size_t at = indent_of(line) + key_length(line) + 1;
    while (at < line.length && line.text[at] == ' ')
        at++;
    return at < line.length && line.text[at] != '#' ? (struct line){line.text + at, line.length - at} : (struct line){line.text, 0};
}

/* The lists of the vocabulary that no catalogue can add to: where one is stated, the file is a whole vocabulary. */
static bool is_fixed_list(struct line line)
{
    return has_key(line, "kind") || has_key(line, "who") || has_key(line, "person") || has_key(line, "status");
}

/* `vocabulary:` with lists of terms is one, or belongs to a catalogue; with terms by their ids it translates one. */
static enum what_file what_vocabulary(const char *at, const char *end)
{
    struct line line;
    bool whole = false;
    while (next_line(&at, end, &line) && indent_of(line) > 0) {
        struct line inner = {line.text, 0};
        if (begins_list(line) || !key_length(line))
            continue;
        const char *after = at;
        if (is_fixed_list(line) && next_line(&after, end, &inner) && begins_list(inner))
            whole = true;
        else if (next_line(&after, end, &inner) && !begins_list(inner) && indent_of(inner) > indent_of(line) && key_length(inner) &&
                 value_of(inner).length == 0)
            return WHAT_TRANSLATION;
        if (whole)
            return WHAT_VOCABULARY;
    }
    return WHAT_CATALOGUE;
}

static enum what_file what_urgent(const char *at, const char *end)
{
    struct line line;
    while (next_line(&at, end, &line) && indent_of(line) > 0)
        if (has_key(line, "lines") || has_key(line, "owner"))
            return WHAT_URGENT;
    return WHAT_TRANSLATION;
}

static bool is_look(struct line line)
{
    static const char *const parts[] = {"foreground", "background", "attributes", "stand_in"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        size_t length = strlen(parts[i]);
        size_t at = indent_of(line);
        while (at < line.length && (line.text[at] == '{' || line.text[at] == ' '))
            at++;
        if (line.length - at > length && memcmp(line.text + at, parts[i], length) == 0)
            return true;
    }
    return false;
}

/* `catalogue:` is a block of a catalogue, or the setting that names one. */
static bool is_catalogue_setting(struct line line, struct line after)
{
    struct line value = value_of(line);
    return value.length > 0 ? value.text[0] != '{' : begins_list(after);
}

static enum what_file what_yaml(const char *at, const char *end)
{
    struct line line;
    enum what_file guess = WHAT_CATALOGUE;
    while (next_line(&at, end, &line)) {
        struct line after = {line.text, 0};
        const char *next = at;
        size_t length = indent_of(line) == 0 ? key_length(line) : 0;
        if (length == 0)
            continue;
        next_line(&next, end, &after);
        if (has_key(line, "services") || has_key(line, "places") || (has_key(line, "catalogue") && !is_catalogue_setting(line, after)))
            return WHAT_CATALOGUE;
        if (has_key(line, "explainer") && begins_list(after) && value_of(line).length == 0)
            return WHAT_EXPLAINER;
        if (has_key(line, "columns") && indent_of(after) > 0 && value_of(line).length == 0)
            return WHAT_MAPPING;
        if (has_key(line, "urgent_help"))
            return what_urgent(at, end);
        if (has_key(line, "vocabulary") && guess == WHAT_CATALOGUE)
            guess = what_vocabulary(at, end);
        else if (guess == WHAT_CATALOGUE && (is_look(value_of(line)) || (indent_of(after) > 0 && is_look(after))))
            guess = WHAT_THEME;
        else if (guess == WHAT_CATALOGUE && configuration_knows(line.text, length))
            guess = WHAT_SETTINGS;
        if (guess != WHAT_CATALOGUE && guess != WHAT_VOCABULARY && guess != WHAT_SETTINGS)
            return guess;
    }
    return guess;
}

/* Whether one of the cells of the first line is this one. Quotes around it make no difference. */
static bool header_has(struct line header, char separator, const char *name)
{
    size_t start = 0;
    for (size_t at = 0; at <= header.length; at++) {
        if (at < header.length && header.text[at] != separator)
            continue;
        const char *cell = header.text + start;
        size_t length = at - start;
        start = at + 1;
        while (length > 0 && (*cell == '"' || *cell == ' '))
            cell++, length--;
        while (length > 0 && (cell[length - 1] == '"' || cell[length - 1] == ' '))
            length--;
        if (length == strlen(name) && strncasecmp(cell, name, length) == 0)
            return true;
    }
    return false;
}

static enum what_file what_csv(const char *text, size_t length)
{
    struct line header = {text, 0};
    const char *at = text;
    char separator = csv_separator(text, length);
    next_line(&at, text + length, &header);
    if (header_has(header, separator, "service"))
        return WHAT_CATALOGUE;
    if (header_has(header, separator, "outcode") && header_has(header, separator, "place"))
        return WHAT_OUTCODES;
    if (header_has(header, separator, "area") && header_has(header, separator, "short") && header_has(header, separator, "row"))
        return WHAT_TILES;
    return header_has(header, separator, "name") && header_has(header, separator, "kind") && header_has(header, separator, "inside") ? WHAT_PLACES
                                                                                                                                       : WHAT_CATALOGUE;
}

enum what_file what_file(const char *path, const char *text, size_t length)
{
    if (file_kind_of(path) == FILE_CSV)
        return what_csv(text, length);
    enum what_file what = file_kind_of(path) == FILE_UNKNOWN ? what_csv(text, length) : WHAT_CATALOGUE;
    return what != WHAT_CATALOGUE ? what : what_yaml(text, text + length);
}

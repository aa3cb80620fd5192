/* Brackets and quotation marks are all that is looked at here; jansson judges what stands in an entry. */
#include "read/json_pieces.h"

#include <string.h>

struct cutting {
    const char *text;
    size_t length;
    size_t counted; /* up to here lines and columns are counted */
    uint32_t line;
    uint32_t column;
    json_receive *receive;
    void *data;
};

void json_count(const char *text, size_t length, uint32_t *line, uint32_t *column)
{
    for (size_t at = 0; at < length; at++) {
        *column += ((unsigned char)text[at] & 0xC0) != 0x80;
        if (text[at] == '\n') {
            ++*line;
            *column = 1;
        }
    }
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static size_t skip_blanks(const struct cutting *cutting, size_t at)
{
    while (at < cutting->length && is_blank(cutting->text[at]))
        at++;
    return at;
}

/* The byte behind a text in quotation marks that begins here; the length of the whole when it is never closed. */
static size_t skip_text(const char *text, size_t length, size_t at)
{
    for (at++; at < length; at++) {
        if (text[at] == '\\')
            at++;
        else if (text[at] == '"')
            return at + 1;
    }
    return length;
}

/* The byte behind the value that begins here, of which the brackets are as they should be; else where it is plain that they are not. */
static size_t skip_value(const struct cutting *cutting, size_t at, size_t end, enum json_cut *cut)
{
    char open[JSON_DEPTH_MOST];
    size_t depth = 0;
    *cut = JSON_WHOLE;
    while (at < end) {
        char byte = cutting->text[at];
        if (byte == '"') {
            at = skip_text(cutting->text, end, at);
            if (depth > 0 || at == end)
                continue;
            return at;
        }
        if (byte == '{' || byte == '[') {
            if (depth < JSON_DEPTH_MOST)
                open[depth] = byte;
            else
                *cut = JSON_TOO_DEEP;
            depth++;
        } else if (byte == '}' || byte == ']') {
            if (depth == 0)
                return at;
            depth--;
            if (depth < JSON_DEPTH_MOST && open[depth] != (byte == '}' ? '{' : '[')) {
                *cut = JSON_OPEN;
                return at;
            }
            if (depth == 0)
                return at + 1;
        } else if (depth == 0 && (byte == ',' || is_blank(byte))) {
            return at;
        }
        at++;
    }
    if (depth > 0)
        *cut = JSON_OPEN;
    return end;
}

/* Where the line begins that may be the next entry: with the same bracket, indented as this one. The end of the text when there is none. */
static size_t next_by_indent(const struct cutting *cutting, size_t start)
{
    size_t line = start;
    while (line > 0 && cutting->text[line - 1] != '\n')
        line--;
    size_t indent = start - line;
    for (size_t at = line; at < start; at++)
        if (!is_blank(cutting->text[at]))
            return cutting->length;
    for (const char *next = memchr(cutting->text + start, '\n', cutting->length - start); next != NULL;
         next = memchr(next + 1, '\n', cutting->length - (size_t)(next + 1 - cutting->text))) {
        size_t at = (size_t)(next + 1 - cutting->text);
        if (at + indent < cutting->length && memcmp(cutting->text + at, cutting->text + line, indent) == 0 &&
            cutting->text[at + indent] == cutting->text[start])
            return at + indent;
    }
    return cutting->length;
}

static bool give(struct cutting *cutting, size_t start, size_t end, enum json_cut cut)
{
    json_count(cutting->text + cutting->counted, start - cutting->counted, &cutting->line, &cutting->column);
    cutting->counted = start;
    struct json_piece piece = {
        .text = cutting->text + start,
        .length = end - start,
        .line = cutting->line,
        .column = cutting->column,
        .cut = cut == JSON_WHOLE && end - start > JSON_PIECE_MOST ? JSON_TOO_LONG : cut,
        .offset = end,
        .last = skip_blanks(cutting, end) == cutting->length,
    };
    return cutting->receive(cutting->data, &piece);
}

/* The items of a list whose bracket stands before `at`. */
static bool cut_list(struct cutting *cutting, size_t at)
{
    for (;;) {
        at = skip_blanks(cutting, at);
        if (at < cutting->length && cutting->text[at] == ',') {
            at++;
            continue;
        }
        if (at == cutting->length || cutting->text[at] == ']')
            return true;
        enum json_cut cut;
        size_t end = skip_value(cutting, at, cutting->length, &cut);
        size_t next = end > at ? end : end + 1;
        if (cut == JSON_OPEN) {
            end = next_by_indent(cutting, at);
            next = end;
        }
        if (!give(cutting, at, end > at ? end : next, cut))
            return false;
        at = next;
    }
}

/* Every line is an entry. */
static bool cut_lines(struct cutting *cutting, size_t at)
{
    for (at = skip_blanks(cutting, at); at < cutting->length; at = skip_blanks(cutting, at)) {
        const char *break_at = memchr(cutting->text + at, '\n', cutting->length - at);
        size_t end = break_at != NULL ? (size_t)(break_at - cutting->text) : cutting->length;
        size_t next = end;
        while (end > at && is_blank(cutting->text[end - 1]))
            end--;
        enum json_cut cut;
        skip_value(cutting, at, end, &cut);
        if (!give(cutting, at, end, cut == JSON_OPEN && next < cutting->length ? JSON_WHOLE : cut))
            return false;
        at = next;
    }
    return true;
}

/* Whether the first two lines with something in them both begin with a brace: an object a line. The text is not blank from `at` on. */
static bool are_lines(const struct cutting *cutting, size_t at)
{
    const char *end = memchr(cutting->text + at, '\n', cutting->length - at);
    if (cutting->text[at] != '{' || end == NULL)
        return false;
    size_t last = (size_t)(end - cutting->text);
    while (is_blank(cutting->text[last]))
        last--;
    if (strchr("[,", cutting->text[last]) != NULL)
        return false; /* a list begins in the first line */
    size_t second = skip_blanks(cutting, (size_t)(end - cutting->text));
    return second < cutting->length && cutting->text[second] == '{';
}

static bool key_is(const char *text, size_t start, size_t end, const char *const *names)
{
    for (; *names != NULL; names++)
        if (end - start == strlen(*names) + 2 && memcmp(text + start + 1, *names, strlen(*names)) == 0)
            return true;
    return false;
}

/* Where the list of entries begins that an object holds, behind its bracket; 0 when it holds none. */
static size_t list_inside(const struct cutting *cutting, size_t at)
{
    static const char *const names[] = {"contents", "content", "items", "results", "data", NULL};
    for (at = skip_blanks(cutting, at + 1); at < cutting->length && cutting->text[at] == '"'; at = skip_blanks(cutting, at)) {
        size_t key = at;
        size_t key_end = skip_text(cutting->text, cutting->length, at);
        at = skip_blanks(cutting, key_end);
        if (at == cutting->length || cutting->text[at] != ':')
            return 0;
        at = skip_blanks(cutting, at + 1);
        if (at < cutting->length && cutting->text[at] == '[' && key_is(cutting->text, key, key_end, names))
            return at + 1;
        enum json_cut cut;
        at = skip_value(cutting, at, cutting->length, &cut);
        if (cut != JSON_WHOLE)
            return 0;
        at = skip_blanks(cutting, at);
        if (at < cutting->length && cutting->text[at] == ',')
            at = skip_blanks(cutting, at + 1);
    }
    return 0;
}

bool json_pieces(const char *text, size_t length, json_receive *receive, void *data)
{
    struct cutting cutting = {.text = text, .length = length, .line = 1, .column = 1, .receive = receive, .data = data};
    size_t at = skip_blanks(&cutting, 0);
    if (at == length)
        return true;
    if (text[at] == '[')
        return cut_list(&cutting, at + 1);
    if (are_lines(&cutting, at))
        return cut_lines(&cutting, at);
    size_t list = text[at] == '{' ? list_inside(&cutting, at) : 0;
    if (list > 0)
        return cut_list(&cutting, list);
    enum json_cut cut;
    size_t end = skip_value(&cutting, at, length, &cut);
    return give(&cutting, at, cut == JSON_OPEN || end == at ? length : end, cut);
}

bool json_is_foreign(const char *text, size_t length)
{
    static const char *const ours[] = {"catalogue", "services", "vocabulary", "places", NULL};
    struct cutting cutting = {.text = text, .length = length};
    size_t at = skip_blanks(&cutting, 0);
    if (at == length || (text[at] != '{' && text[at] != '['))
        return false;
    size_t next = skip_blanks(&cutting, at + 1);
    if (text[at] == '[')
        return true; /* of which YAML makes no catalogue */
    while (length - next > 3 && memcmp(text + next, "\"x_", 3) == 0) { /* a block that is not ours may stand before those that are */
        next = skip_blanks(&cutting, skip_text(text, length, next));
        enum json_cut cut;
        next = skip_blanks(&cutting, skip_value(&cutting, next < length ? skip_blanks(&cutting, next + 1) : next, length, &cut));
        next = next < length && text[next] == ',' ? skip_blanks(&cutting, next + 1) : next;
    }
    if (next == length || text[next] != '"')
        return next < length && text[next] == '}';
    return !key_is(text, next, skip_text(text, length, next), ours);
}

#include <string.h>
#include <strings.h>

#include "text/utf8.h"
#include "write/written.h"

enum {
    STEP = 2,
    WIDTH = 100, /* columns: a list that fits stands in brackets on one line */
};

/* Whether a character may stand in a file as itself: no control character, none that turns the writing round or cannot be seen. */
static bool stands(uint32_t character)
{
    if (character < 0x20 || (character >= 0x7F && character < 0xA0))
        return false;
    return !(character >= 0x200B && character <= 0x200F) && !(character >= 0x2028 && character <= 0x202E) &&
           !(character >= 0x2060 && character <= 0x206F) && character != 0x061C && character != 0xFEFF && character != 0xFFFE &&
           character != 0xFFFF && character != 0xAD;
}

void quoted_text(struct buffer *out, const char *text, size_t length)
{
    buffer_add_byte(out, '"');
    for (size_t at = 0; at < length;) {
        struct utf8_character character = utf8_read(text + at, length - at);
        uint32_t code = character.code;
        if (code == '"' || code == '\\')
            buffer_format(out, "\\%c", (char)code);
        else if (code == '\n')
            buffer_add_text(out, "\\n");
        else if (code == '\t')
            buffer_add_text(out, "\\t");
        else if (code == '\r')
            buffer_add_text(out, "\\r");
        else if (character.broken)
            buffer_add_text(out, "\xEF\xBF\xBD");
        else if (stands(code) || code > 0xFFFF)
            buffer_add(out, text + at, character.length);
        else
            buffer_format(out, "\\u%04X", (unsigned)code);
        at += character.length;
    }
    buffer_add_byte(out, '"');
}

static bool is(const struct yaml_node *node, const char *text)
{
    return strlen(text) == node->length && memcmp(text, node->text, node->length) == 0;
}

static bool is_one_of(const struct yaml_node *node, const char *const *texts, bool any_case)
{
    for (; *texts != NULL; texts++)
        if (strlen(*texts) == node->length && (any_case ? strncasecmp(*texts, node->text, node->length) : memcmp(*texts, node->text, node->length)) == 0)
            return true;
    return false;
}

/* Whether every character stands for itself, line breaks too where `lines` says so. */
static bool all_stand(const struct yaml_node *node, bool lines)
{
    for (size_t at = 0; at < node->length;) {
        struct utf8_character character = utf8_read(node->text + at, node->length - at);
        if (character.broken || (!stands(character.code) && !(lines && character.code == '\n')))
            return false;
        at += character.length;
    }
    return true;
}

/* Whether other programs would take the text for a number that it is not: `01632`, `+44`, `10:30`, `1e3`. */
static bool is_odd_number(const struct yaml_node *node)
{
    static const char digits[] = "0123456789";
    const char *text = node->text;
    if (strspn(text, "0123456789.:_eExX+-abcdfABCDFoO") < node->length || strspn(text, "+-.") == node->length ||
        (strspn(text, digits) == 0 && strspn(text, "+-.") == 0))
        return false;
    size_t at = text[0] == '-' ? 1 : 0;
    size_t whole = strspn(text + at, digits);
    bool zero = text[at] == '0' && whole > 1;
    if (at + whole == node->length)
        return zero;
    if (text[at + whole] == '.' && whole > 0 && strspn(text + at + whole + 1, digits) == node->length - at - whole - 1)
        return zero;
    bool date = whole == 4 && (node->length == 7 || node->length == 10) && text[4] == '-' && strspn(text + 4, "0123456789-") == node->length - 4;
    return !date;
}

/* Whether the text can stand without quotes. key: what it is the value of; NULL in a list. */
static bool is_plain(const struct yaml_node *node, const struct yaml_node *key, bool brackets)
{
    static const char *const yes_or_no[] = {"yes", "no", NULL};
    static const char *const asked[] = {"hidden", "about_only", "loss", NULL};
    static const char *const special[] = {"null", "~", "true", "false", "on", "off", "y", "n", "yes", "no", "=", NULL};
    const char *text = node->text;
    if (node->length == 0 || !all_stand(node, false) || strchr("-?:,[]{}#&*!|>'\"%@`< ", text[0]) != NULL)
        return false;
    if (text[node->length - 1] == ' ' || text[node->length - 1] == ':' || is_odd_number(node))
        return false;
    if (key != NULL && is_one_of(key, asked, false) && is_one_of(node, yes_or_no, false))
        return true;
    for (size_t i = 0; i + 1 < node->length; i++)
        if ((text[i] == ':' && text[i + 1] == ' ') || (text[i] == ' ' && text[i + 1] == '#'))
            return false;
    for (size_t i = 0; brackets && i < node->length; i++)
        if (strchr(",[]{}:", text[i]) != NULL)
            return false;
    return !is_one_of(node, special, true);
}

/* Whether the text can be written line by line below its key. */
static bool is_block(const struct yaml_node *node)
{
    const char *text = node->text;
    if (memchr(text, '\n', node->length) == NULL || !all_stand(node, true) || strchr(" \n", text[0]) != NULL)
        return false;
    for (size_t i = 1; i < node->length; i++)
        if (text[i] == '\n' && (text[i - 1] == ' ' || (i + 1 == node->length && text[i - 1] == '\n')))
            return false;
    return text[node->length - 1] != ' ';
}

static void indent(struct buffer *out, size_t depth)
{
    for (size_t i = 0; i < depth * STEP; i++)
        buffer_add_byte(out, ' ');
}

static void write_block(struct buffer *out, const struct yaml_node *node, size_t depth)
{
    bool ends = node->text[node->length - 1] == '\n';
    buffer_add_text(out, ends ? "|" : "|-");
    for (size_t at = 0; at < node->length;) {
        const char *line = node->text + at;
        const char *end = memchr(line, '\n', node->length - at);
        size_t length = end != NULL ? (size_t)(end - line) : node->length - at;
        buffer_add_byte(out, '\n');
        if (length > 0)
            indent(out, depth);
        buffer_add(out, line, length);
        at += length + 1;
    }
}

/* Whether a long text of one line can be written over several, which are read as one again. */
static bool is_folded(const struct yaml_node *node, size_t column)
{
    if (column + node->length <= WIDTH || !all_stand(node, false) || node->text[0] == ' ' || node->text[node->length - 1] == ' ')
        return false;
    for (size_t i = 0; i + 1 < node->length; i++)
        if (node->text[i] == ' ' && node->text[i + 1] == ' ')
            return false; /* blanks at the start of a line would break it for good */
    return memchr(node->text, ' ', node->length) != NULL;
}

/* A sentence a line, and long ones over several: a later change of a few words is then a change of a line or two. */
static void write_folded(struct buffer *out, const struct yaml_node *node, size_t depth)
{
    enum { LINE = 118 };
    size_t room = LINE > depth * STEP + LINE / 2 ? LINE - depth * STEP : LINE / 2;
    buffer_add_text(out, ">-");
    for (size_t at = 0; at < node->length;) {
        size_t end = at;
        for (size_t i = at; i <= node->length; i++) {
            if (i < node->length && node->text[i] != ' ')
                continue;
            if (i - at > room && end > at)
                break;
            end = i;
            if (i == node->length || (strchr(".?!", node->text[i - 1]) != NULL && i - at > room / 4))
                break;
        }
        buffer_add_byte(out, '\n');
        indent(out, depth);
        buffer_add(out, node->text + at, end - at);
        at = end + 1;
    }
}

static void write_scalar(struct buffer *out, const struct yaml_node *node, const struct yaml_node *key, bool brackets)
{
    if (!node->quoted && (node->length == 0 || is(node, "~") || is(node, "null")))
        buffer_add_text(out, "null");
    else if (is_plain(node, key, brackets))
        buffer_add(out, node->text, node->length);
    else
        quoted_text(out, node->text, node->length);
}

static bool all_scalars(const struct yaml_node *node)
{
    for (size_t i = 0; i < node->count; i++)
        if (node->items[i].kind != YAML_SCALAR)
            return false;
    return true;
}

/* `[a, b]` or `{from: a, to: b}`; false, with nothing written, when it does not fit behind what stands on the line. */
static bool write_brackets(struct buffer *out, const struct yaml_node *node, size_t column)
{
    size_t start = out->length;
    bool mapping = node->kind == YAML_MAPPING;
    buffer_add_byte(out, mapping ? '{' : '[');
    for (size_t i = 0; i < node->count && out->length - start + column <= WIDTH; i++) {
        buffer_add_text(out, i > 0 ? ", " : "");
        if (mapping) {
            write_scalar(out, &node->keys[i], NULL, true);
            buffer_add_text(out, ": ");
        }
        write_scalar(out, &node->items[i], mapping ? &node->keys[i] : NULL, true);
    }
    buffer_add_byte(out, mapping ? '}' : ']');
    if (out->length - start + column <= WIDTH)
        return true;
    buffer_cut(out, start);
    return false;
}

static void write_mapping(struct buffer *out, const struct yaml_node *node, size_t depth, bool on_line);

static void write_list(struct buffer *out, const struct yaml_node *list, size_t depth)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct yaml_node *item = &list->items[i];
        indent(out, depth);
        buffer_add_text(out, "- ");
        if (item->kind == YAML_MAPPING && item->count > 0) {
            write_mapping(out, item, depth + 1, true);
        } else if (item->kind == YAML_LIST && item->count > 0) {
            if (!all_scalars(item) || !write_brackets(out, item, 0)) {
                buffer_add_byte(out, '\n');
                write_list(out, item, depth + 1);
            } else {
                buffer_add_byte(out, '\n');
            }
        } else {
            if (item->kind != YAML_SCALAR)
                buffer_add_text(out, item->kind == YAML_LIST ? "[]" : "{}");
            else if (is_block(item))
                write_block(out, item, depth + 1);
            else
                write_scalar(out, item, NULL, false);
            buffer_add_byte(out, '\n');
        }
    }
}

/* What stands behind `key:`. */
static void write_value(struct buffer *out, const struct yaml_node *key, const struct yaml_node *value, size_t depth)
{
    static const char *const lines[] = {"when", "terms", NULL};                                                            /* one a line */
    static const char *const ranges[] = {"stage", "stage_maybe", "parent_age", "parent_age_maybe", "group_size", NULL}; /* on one line */
    size_t column = depth * STEP + key->length + 2;
    bool empty = value->kind != YAML_SCALAR && value->count == 0;
    bool brackets = value->kind == YAML_LIST ? !is_one_of(key, lines, false) : is_one_of(key, ranges, false);
    if (value->kind == YAML_SCALAR) {
        buffer_add_byte(out, ' ');
        if (is_block(value))
            write_block(out, value, depth + 1);
        else if (is_folded(value, column))
            write_folded(out, value, depth + 1);
        else
            write_scalar(out, value, key, false);
    } else if (empty) {
        buffer_add_text(out, value->kind == YAML_LIST ? " []" : " {}");
    } else {
        buffer_add_byte(out, ' ');
        if (!brackets || !all_scalars(value) || !write_brackets(out, value, column)) {
            buffer_cut(out, out->length - 1);
            buffer_add_byte(out, '\n');
            if (value->kind == YAML_LIST)
                write_list(out, value, depth + 1);
            else
                write_mapping(out, value, depth + 1, false);
            return;
        }
    }
    buffer_add_byte(out, '\n');
}

/* on_line: its first key stands behind a hyphen. */
static void write_mapping(struct buffer *out, const struct yaml_node *node, size_t depth, bool on_line)
{
    for (size_t i = 0; i < node->count; i++) {
        if (depth == 0 && i > 0)
            buffer_add_byte(out, '\n');
        if (i > 0 || !on_line)
            indent(out, depth);
        const struct yaml_node *key = &node->keys[i];
        static const char *const answers[] = {"yes", "no", NULL}; /* names of sentences in a vocabulary */
        if (is_one_of(key, answers, false))
            buffer_add(out, key->text, key->length);
        else
            write_scalar(out, key, NULL, false);
        buffer_add_byte(out, ':');
        write_value(out, key, &node->items[i], depth);
    }
}

void written_yaml(struct buffer *out, const struct written *written)
{
    struct arena *arena = arena_new();
    struct yaml_node head = written_head_tree(arena, written, false);
    write_mapping(out, &head, 0, false);
    buffer_add_text(out, head.count > 0 ? "\nservices:" : "services:");
    buffer_add_text(out, written->service_count > 0 ? "\n" : " []\n");
    for (size_t i = 0; i < written->service_count; i++) {
        arena_clear(arena);
        struct yaml_node service = written_service_tree(arena, &written->services[i], false);
        struct yaml_node list = {.kind = YAML_LIST, .items = &service, .count = 1};
        if (i > 0)
            buffer_add_byte(out, '\n');
        write_list(out, &list, 1);
    }
    arena_free(arena);
}

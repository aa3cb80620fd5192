/* Values of a file, cut into parts that mean one thing each, with their places. */
#include <string.h>

#include "catalogue/draft.h"
#include "text/fold.h"
#include "text/safe.h"

/* How many bytes of a blank stand here; a no-break space is one. */
static size_t blank_at(const char *text, size_t left)
{
    if (left > 0 && (text[0] == ' ' || text[0] == '\t' || text[0] == '\r' || text[0] == '\n'))
        return 1;
    return left >= 2 && memcmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static size_t blank_before(const char *text, size_t end)
{
    if (end > 0 && blank_at(text + end - 1, 1) == 1)
        return 1;
    return end >= 2 && memcmp(text + end - 2, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* Whether what stands behind a `;` belongs to the line before it. */
static bool goes_on(const char *text, size_t left)
{
    static const char *const words[] = {"except", "excluding", "but not", "not in", "not on"};
    size_t at = 0;
    for (size_t blank; (blank = blank_at(text + at, left - at)) > 0;)
        at += blank;
    struct buffer begin = {0};
    fold_words(&begin, text + at, left - at < 12 ? left - at : 12);
    bool is = false;
    for (size_t i = 0; !is && i < sizeof words / sizeof words[0]; i++)
        is = begin.length > 0 && strncmp(begin.bytes, words[i], strlen(words[i])) == 0;
    buffer_free(&begin);
    return is;
}

static size_t part_end(const struct entry_value *value, size_t from, enum draft_split split)
{
    if (split == SPLIT_NONE)
        return value->length;
    size_t end = from;
    for (; end < value->length; end++) {
        char byte = value->text[end];
        bool cut = byte == ';' || byte == '\n';
        if (cut && split == SPLIT_PARTS && byte == ';' && end > 0 && value->text[end - 1] == '\\')
            continue;
        if (cut && (split != SPLIT_LINES || !goes_on(value->text + end + 1, value->length - end - 1)))
            break;
    }
    return end;
}

/* Counts lines and characters up to the byte. */
static void count_to(struct part_walk *walk, size_t to)
{
    for (; walk->counted < to; walk->counted++) {
        unsigned char byte = (unsigned char)walk->value->text[walk->counted];
        if (byte == '\n' && walk->line > 0) {
            walk->line++;
            walk->column = 1;
        } else if ((byte & 0xC0) != 0x80 && walk->column > 0) {
            walk->column++;
        }
    }
}

bool part_next(struct part_walk *walk, enum draft_split split, struct found *part)
{
    const struct entry_value *value = walk->value;
    if (walk->ended)
        return false;
    if (walk->at == 0) {
        walk->line = value->line;
        walk->column = value->column;
    }
    size_t end = part_end(value, walk->at, split);
    size_t from = walk->at;
    size_t to = end;
    for (size_t blank; from < to && (blank = blank_at(value->text + from, to - from)) > 0;)
        from += blank;
    for (size_t blank; to > from && (blank = blank_before(value->text + from, to - from)) > 0;)
        to -= blank;
    count_to(walk, from);
    *part = (struct found){.text = value->text + from, .length = to - from, .where = {walk->file, walk->line, walk->column}};
    walk->at = end + 1;
    walk->ended = end >= value->length;
    return true;
}

void part_plain(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != '\\' || i + 1 == length || text[i + 1] != ';')
            buffer_add_byte(out, text[i]);
}

void part_kept_whole(struct buffer *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == ';')
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, text[i]);
    }
}

size_t draft_parts(struct draft *draft, const struct entry_field *field, enum draft_split split)
{
    size_t count = 0;
    for (size_t i = 0; i < field->count; i++) {
        struct part_walk walk = {.value = &field->values[i], .file = draft->file};
        struct found part;
        while (part_next(&walk, split, &part)) {
            if (part.length == 0)
                continue;
            if (count == DRAFT_MOST_VALUES)
                return SIZE_MAX;
            draft->drafting->parts[count++] = part;
        }
    }
    return count;
}

/* Whether the text is the words, whatever the case, hyphens and blanks. */
static bool says(struct found found, const char *words)
{
    enum { LONGEST = 20 };
    if (found.length > LONGEST || found.length == 0 || (found.text[0] != 'n' && found.text[0] != 'N'))
        return false;
    struct buffer folded = {0};
    fold_words(&folded, found.text, found.length);
    bool is = strcmp(buffer_text(&folded), words) == 0;
    buffer_free(&folded);
    return is;
}

bool found_is_not_stated(struct found found)
{
    return says(found, "not stated");
}

bool found_is_none(struct found found)
{
    return says(found, "none");
}

void draft_add_safe(struct draft *draft, struct found part, bool keep_lines, const char *name)
{
    struct buffer *out = &draft->drafting->text;
    unsigned unsafe = safe_text(out, part.text, part.length, keep_lines);
    if (unsafe != 0)
        report_unsafe_text(draft->drafting->problems, part.where, name, unsafe);
}

bool draft_may_look_near(struct drafting *drafting)
{
    enum { ENOUGH = 2000 };
    if (drafting->looked_near >= ENOUGH)
        return false;
    drafting->looked_near++;
    return true;
}

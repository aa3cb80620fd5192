#include "write/recorded.h"

#include <stdlib.h>
#include <string.h>

#include "text/memory.h"
#include "write/recorded_parts.h"
#include "write/recorded_words.h"

struct edit *edit_add(struct recording *recording, size_t at, size_t length)
{
    struct edits *edits = &recording->edits;
    edits->items = memory_room(edits->items, edits->count, &edits->room, sizeof *edits->items);
    struct edit *edit = &edits->items[edits->count++];
    *edit = (struct edit){.at = at, .length = length};
    return edit;
}

void refuse(struct recording *recording, unsigned line, const char *sentence)
{
    if (!recording->refused)
        buffer_format(recording->why, RECORD_REFUSED, recording->recorded->file, line, sentence);
    recording->refused = true;
}

size_t place_in(const char *text, size_t length, unsigned line, unsigned column)
{
    size_t at = 0;
    for (; line > 1 && at < length; at++) {
        if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == length || text[at + 1] != '\n')))
            line--;
    }
    for (; column > 1 && at < length; column--)
        for (at++; at < length && ((unsigned char)text[at] & 0xc0) == 0x80;)
            at++;
    return at;
}

const char *line_break_of(const char *text, size_t length)
{
    for (size_t at = 0; at < length; at++) {
        if (text[at] == '\n')
            return "\n";
        if (text[at] == '\r')
            return at + 1 < length && text[at + 1] == '\n' ? "\r\n" : "\r";
    }
    return "\n";
}

static int compare_edits(const void *left, const void *right)
{
    const struct edit *one = left;
    const struct edit *other = right;
    return (one->at > other->at) - (one->at < other->at);
}

/* The text with its edits, which do not overlap; false when they do. */
static bool apply(const struct recording *recording, struct buffer *out)
{
    size_t at = 0;
    for (size_t i = 0; i < recording->edits.count; i++) {
        const struct edit *edit = &recording->edits.items[i];
        if (edit->at < at || edit->at + edit->length > recording->length)
            return false;
        buffer_add(out, recording->text + at, edit->at - at);
        buffer_add(out, buffer_text(&edit->with), edit->with.length);
        at = edit->at + edit->length;
    }
    buffer_add(out, recording->text + at, recording->length - at);
    return true;
}

bool recorded_write(struct buffer *out, const struct recorded *recorded, const char *text, size_t length, struct buffer *why)
{
    struct recording recording = {.recorded = recorded, .text = text, .length = length, .why = why};
    if (recorded->sheet)
        record_csv(&recording);
    else
        record_yaml(&recording);
    bool moved = !recording.refused && recording.edits.count == 0;
    if (recording.edits.count > 1)
        qsort(recording.edits.items, recording.edits.count, sizeof *recording.edits.items, compare_edits);
    bool good = !recording.refused && !moved && apply(&recording, out);
    bool same = good && (recorded->sheet ? same_csv(recorded, text, length, out) : same_yaml(recorded, text, length, out));
    if (moved)
        buffer_format(why, RECORD_MOVED, recorded->file);
    else if (!recording.refused && !same)
        buffer_format(why, RECORD_OTHER, recorded->file);
    for (size_t i = 0; i < recording.edits.count; i++)
        buffer_free(&recording.edits.items[i].with);
    free(recording.edits.items);
    return same;
}

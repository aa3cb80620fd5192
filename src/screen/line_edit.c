#include "screen/line_edit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>

#include "text/memory.h"
#include "text/safe.h"
#include "text/width.h"

static size_t length_of(const struct line_edit *edit)
{
    return edit->text.length;
}

/* Where graphemes begin, one flag for each byte; freed by the caller. */
static char *breaks_of(const struct line_edit *edit)
{
    char *breaks = memory_new(length_of(edit) + 1, 1);
    if (length_of(edit) > 0)
        u8_grapheme_breaks((const uint8_t *)edit->text.bytes, length_of(edit), breaks);
    return breaks;
}

static size_t step_back(const struct line_edit *edit, size_t at)
{
    if (at == 0)
        return 0;
    char *breaks = breaks_of(edit);
    do {
        at--;
    } while (at > 0 && !breaks[at]);
    free(breaks);
    return at;
}

static size_t step_ahead(const struct line_edit *edit, size_t at)
{
    if (at >= length_of(edit))
        return length_of(edit);
    char *breaks = breaks_of(edit);
    do {
        at++;
    } while (at < length_of(edit) && !breaks[at]);
    free(breaks);
    return at;
}

static bool is_space(const struct line_edit *edit, size_t at)
{
    return edit->text.bytes[at] == ' ';
}

static size_t word_start(const struct line_edit *edit)
{
    size_t at = edit->cursor;
    while (at > 0 && is_space(edit, at - 1))
        at--;
    while (at > 0 && !is_space(edit, at - 1))
        at--;
    return at;
}

static size_t word_end(const struct line_edit *edit)
{
    size_t at = edit->cursor;
    while (at < length_of(edit) && is_space(edit, at))
        at++;
    while (at < length_of(edit) && !is_space(edit, at))
        at++;
    return at;
}

static bool move_to(struct line_edit *edit, size_t at)
{
    bool moved = at != edit->cursor;
    edit->cursor = at;
    return moved;
}

/* Puts bytes, which are safe, in place of [from, to). What was typed is private, so what is taken out is overwritten. */
static void put(struct line_edit *edit, size_t from, size_t to, const char *bytes, size_t length)
{
    size_t old = length_of(edit);
    size_t tail = old - to;
    buffer_reserve(&edit->text, length);
    memmove(edit->text.bytes + from + length, edit->text.bytes + to, tail);
    if (length > 0)
        memcpy(edit->text.bytes + from, bytes, length);
    edit->text.length = from + length + tail;
    if (edit->text.length < old)
        memory_wipe(edit->text.bytes + edit->text.length, old - edit->text.length);
    edit->text.bytes[edit->text.length] = '\0';
    edit->cursor = from + length;
    if (edit->shown > edit->cursor)
        edit->shown = edit->cursor;
}

static bool take_out(struct line_edit *edit, size_t from, size_t to)
{
    if (from == to)
        return false;
    put(edit, from, to, "", 0);
    return true;
}

void line_edit_set(struct line_edit *edit, const char *text, size_t length)
{
    put(edit, 0, length_of(edit), "", 0);
    edit->shown = 0;
    line_edit_insert(edit, text, length);
}

bool line_edit_insert(struct line_edit *edit, const char *bytes, size_t length)
{
    struct buffer safe = {0};
    safe_text(&safe, bytes, length, false);
    size_t room = LINE_EDIT_MOST - length_of(edit);
    size_t fits = safe.length;
    while (fits > room || (fits < safe.length && ((unsigned char)safe.bytes[fits] & 0xC0u) == 0x80))
        fits--;
    if (fits > 0) {
        put(edit, edit->cursor, edit->cursor, safe.bytes, fits);
        /* What was put in may have joined what follows to one grapheme. */
        char *breaks = breaks_of(edit);
        while (edit->cursor < length_of(edit) && !breaks[edit->cursor])
            edit->cursor++;
        free(breaks);
    }
    bool whole = fits == safe.length;
    buffer_wipe(&safe);
    buffer_free(&safe);
    return whole;
}

bool line_edit_left(struct line_edit *edit)
{
    return move_to(edit, step_back(edit, edit->cursor));
}

bool line_edit_right(struct line_edit *edit)
{
    return move_to(edit, step_ahead(edit, edit->cursor));
}

bool line_edit_word_left(struct line_edit *edit)
{
    return move_to(edit, word_start(edit));
}

bool line_edit_word_right(struct line_edit *edit)
{
    return move_to(edit, word_end(edit));
}

bool line_edit_home(struct line_edit *edit)
{
    return move_to(edit, 0);
}

bool line_edit_end(struct line_edit *edit)
{
    return move_to(edit, length_of(edit));
}

bool line_edit_delete_back(struct line_edit *edit)
{
    return take_out(edit, step_back(edit, edit->cursor), edit->cursor);
}

bool line_edit_delete_ahead(struct line_edit *edit)
{
    return take_out(edit, edit->cursor, step_ahead(edit, edit->cursor));
}

bool line_edit_delete_word(struct line_edit *edit)
{
    return take_out(edit, word_start(edit), edit->cursor);
}

bool line_edit_delete_start(struct line_edit *edit)
{
    return take_out(edit, 0, edit->cursor);
}

bool line_edit_delete_end(struct line_edit *edit)
{
    return take_out(edit, edit->cursor, length_of(edit));
}

void line_edit_replace(struct line_edit *edit, size_t from, size_t to, const char *bytes)
{
    if (to > length_of(edit))
        to = length_of(edit);
    if (from > to)
        from = to;
    put(edit, from, to, "", 0);
    line_edit_insert(edit, bytes, strlen(bytes));
}

void line_edit_view(struct line_edit *edit, size_t columns, size_t *from, size_t *length, size_t *cursor_column)
{
    /* One column stays free for a cursor at the end of the line. */
    size_t room = columns > 1 ? columns - 1 : 1;
    if (edit->shown > edit->cursor)
        edit->shown = edit->cursor;
    if (length_of(edit) == 0 || width_columns(edit->text.bytes, length_of(edit)) <= room)
        edit->shown = 0;
    while (edit->shown < edit->cursor && width_columns(edit->text.bytes + edit->shown, edit->cursor - edit->shown) > room)
        edit->shown = step_ahead(edit, edit->shown);
    *from = edit->shown;
    *length = length_of(edit) == 0 ? 0 : width_fit(edit->text.bytes + edit->shown, length_of(edit) - edit->shown, room, NULL);
    *cursor_column = length_of(edit) == 0 ? 0 : width_columns(edit->text.bytes + edit->shown, edit->cursor - edit->shown);
}

void line_edit_wipe(struct line_edit *edit)
{
    buffer_wipe(&edit->text);
    buffer_free(&edit->text);
    *edit = (struct line_edit){0};
}

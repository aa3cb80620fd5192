/* What is kept, and the sheet that is made of it. */
#include <stdlib.h>
#include <string.h>

#include "command/browse_sheets.h"
#include "command/linear_parts.h"
#include "command/linear_words.h"
#include "command/print.h"
#include "text/arena.h"
#include "text/memory.h"
#include "write/calendar.h"
#include "write/discreet.h"
#include "write/handout.h"

enum { SHEET_COLUMNS = 72 };

bool linear_is_kept(const struct linear *linear, size_t offer)
{
    for (size_t i = 0; i < linear->kept_count; i++) {
        if (linear->kept[i] == offer)
            return true;
    }
    return false;
}

void linear_keep(struct linear *linear, size_t offer)
{
    const char *name = catalogue_name(linear->catalogue, &linear->catalogue->offers[offer]);
    size_t at = 0;
    while (at < linear->kept_count && linear->kept[at] != offer)
        at++;
    if (at < linear->kept_count) {
        memmove(&linear->kept[at], &linear->kept[at + 1], (linear->kept_count - at - 1) * sizeof *linear->kept);
        linear->kept_count--;
        linear_format(linear, LINEAR_LET_GO, name);
    } else {
        linear->kept = memory_room(linear->kept, linear->kept_count, &linear->kept_room, sizeof *linear->kept);
        linear->kept[linear->kept_count++] = offer;
        linear_format(linear, LINEAR_KEPT_NOW, name);
    }
}

void linear_tell_kept(struct linear *linear)
{
    if (linear->kept_count == 0) {
        linear_say(linear, LINEAR_NONE_KEPT);
        return;
    }
    linear_format(linear, LINEAR_KEPT_COUNT(linear->kept_count), linear->kept_count);
    for (size_t i = 0; i < linear->kept_count; i++)
        linear_say(linear, catalogue_name(linear->catalogue, &linear->catalogue->offers[linear->kept[i]]));
}

static struct handout sheet_of_kept(struct linear *linear, bool discreet, struct arena *arena)
{
    struct handout_setting setting = {.discreet = discreet, .from = buffer_text(&linear->from), .place = linear->area};
    return handout_of(linear->matcher, linear->need, linear->kept, linear->kept_count, setting, arena);
}

static void write_sheet(struct buffer *out, struct linear *linear, bool discreet, bool html, size_t columns)
{
    struct arena *arena = arena_new();
    struct handout handout = sheet_of_kept(linear, discreet, arena);
    if (html)
        handout_html(out, &handout);
    else
        handout_text(out, &handout, columns);
    arena_wipe(arena);
    arena_free(arena);
}

static void forget(struct buffer *sheet)
{
    buffer_wipe(sheet);
    buffer_free(sheet);
}

static void read_out(struct linear *linear, bool discreet)
{
    struct arena *arena = arena_new();
    struct handout handout = sheet_of_kept(linear, discreet, arena);
    linear_tell_sheet(linear, &handout);
    arena_wipe(arena);
    arena_free(arena);
}

/* The calendar of what is kept. False, and said, when no day of any of it is sure. */
static bool write_calendar(struct buffer *out, struct linear *linear)
{
    size_t *events = memory_new(linear->kept_count, sizeof *events);
    size_t all = calendar_write(out, linear->catalogue, linear->kept, linear->kept_count, matcher_today(linear->matcher), events);
    for (size_t i = 0; i < linear->kept_count; i++)
        if (events[i] == 0)
            linear_format(linear, LINEAR_NO_SURE_DAY, catalogue_name(linear->catalogue, &linear->catalogue->offers[linear->kept[i]]));
    free(events);
    return all > 0;
}

static void print(struct linear *linear, bool discreet)
{
    const struct configuration *settings = linear->settings;
    struct buffer sheet = {0};
    struct buffer why = {0};
    write_sheet(&sheet, linear, discreet, settings->print_html, SHEET_COLUMNS);
    if (print_sheet(settings->print, settings->print_count, &sheet, NULL, &why))
        linear_format(linear, LINEAR_PRINTED, settings->print[0]);
    else
        linear_format(linear, LINEAR_NOT_PRINTED, buffer_text(&why));
    buffer_free(&why);
    forget(&sheet);
}

static void help(struct linear *linear)
{
    linear_say_all(linear, linear_help_write);
}

/* What the name asks for: a calendar, a page, or plain text. False, and said, where there is nothing to put into a calendar. */
static bool write_as(struct buffer *out, struct linear *linear, const char *name, bool discreet)
{
    const char *dot = strrchr(name, '.');
    if (dot && strcmp(dot, ".ics") == 0)
        return write_calendar(out, linear);
    write_sheet(out, linear, discreet, dot && (strcmp(dot, ".html") == 0 || strcmp(dot, ".htm") == 0), SHEET_COLUMNS);
    return true;
}

/* Whether a file that is there is to be written over. *heard becomes false at the end of the input. */
static bool may_replace(struct linear *linear, bool *heard)
{
    struct buffer prompt = {0};
    linear_say(linear, LINEAR_FILE_THERE);
    linear_prompt_add(&prompt, PROMPT_OVERWRITE);
    *heard = linear_ask(linear, &prompt, help);
    return *heard && linear_is(buffer_text(&linear->line), TYPED_YES);
}

/* Saves the sheet under the name that was typed and says where it stands. False at the end of the input. */
static bool save_as(struct linear *linear, const char *name, bool discreet)
{
    const struct browse_sheets sheets = browse_sheets_of(linear->settings);
    struct buffer content = {0};
    struct buffer said = {0};
    enum browse_saved saved = BROWSE_NOT_SAVED;
    bool heard = true;
    /* No dot: a letter typed out of habit, such as "l", which must not become a file. */
    if (!strchr(name, '.'))
        buffer_add_text(&said, LINEAR_BAD_NAME);
    else if (write_as(&content, linear, name, discreet))
        saved = sheets.save(sheets.context, name, &content, false, &said);
    if (saved == BROWSE_FILE_THERE && may_replace(linear, &heard))
        saved = sheets.save(sheets.context, name, &content, true, &said);
    if (saved == BROWSE_SAVED) {
        linear_format(linear, LINEAR_SAVED, buffer_text(&said));
        linear_say(linear, LINEAR_SAVED_WARNING);
    } else if (heard) {
        if (said.length > 0)
            linear_say(linear, buffer_text(&said));
        linear_say(linear, LINEAR_NOT_SAVED);
    }
    forget(&content);
    forget(&said);
    return heard;
}

/* Asks who gives the sheet. False at the end of the input. */
static bool ask_from(struct linear *linear, bool discreet)
{
    struct buffer prompt = {0};
    if (linear->from.length > 0)
        linear_format(linear, LINEAR_FROM_NOW, buffer_text(&linear->from));
    linear_prompt_add(&prompt, PROMPT_FROM_WHOM);
    linear_prompt_add(&prompt, PROMPT_NOBODY);
    if (!linear_ask(linear, &prompt, help))
        return false;
    const char *text = buffer_text(&linear->line);
    if (discreet && discreet_reveals(text)) {
        linear_say(linear, LINEAR_FROM_REVEALS);
        return true;
    }
    buffer_wipe(&linear->from);
    buffer_add_text(&linear->from, text);
    linear_format(linear, LINEAR_FROM_NOW, linear->from.length > 0 ? text : LINEAR_FROM_NOBODY);
    return true;
}

/* A discreet sheet takes no words that say why she has it, whoever they are from. */
static bool change_discreet(struct linear *linear, bool discreet)
{
    linear_say(linear, discreet ? LINEAR_DISCREET : LINEAR_NOT_DISCREET);
    if (discreet && discreet_reveals(buffer_text(&linear->from))) {
        buffer_wipe(&linear->from);
        linear_say(linear, LINEAR_FROM_REVEALS);
    }
    return discreet;
}

static bool ask_where(struct linear *linear, bool discreet)
{
    struct buffer prompt = {0};
    struct buffer with = {0};
    if (linear->settings->save)
        linear_prompt_add(&prompt, PROMPT_FILE);
    if (linear->settings->print_count > 0) {
        buffer_format(&with, PROMPT_PRINT, linear->settings->print[0]);
        linear_prompt_add(&prompt, buffer_text(&with));
    }
    linear_prompt_add(&prompt, PROMPT_HEAR);
    linear_prompt_add(&prompt, discreet ? PROMPT_NOT_DISCREET : PROMPT_DISCREET);
    linear_prompt_add(&prompt, PROMPT_FROM);
    linear_prompt_add(&prompt, PROMPT_BACK);
    buffer_free(&with);
    return linear_ask(linear, &prompt, help);
}

bool linear_write(struct linear *linear)
{
    bool discreet = false;
    linear_tell_kept(linear);
    if (linear->kept_count == 0)
        return true;
    linear_say(linear, LINEAR_SHEET_WHERE);
    for (;;) {
        if (!ask_where(linear, discreet))
            return false;
        const char *text = buffer_text(&linear->line);
        if (*text == '\0' || linear_is(text, TYPED_BACK))
            return true;
        if (linear_is(text, TYPED_DISCREET)) {
            discreet = change_discreet(linear, !discreet);
        } else if (linear_is(text, TYPED_FROM)) {
            if (!ask_from(linear, discreet))
                return false;
        } else if (linear_is(text, TYPED_SAY)) {
            read_out(linear, discreet);
        } else if (linear_is(text, TYPED_PRINT) && linear->settings->print_count > 0) {
            print(linear, discreet);
        } else if (!linear->settings->save) {
            linear_say(linear, LINEAR_NO_FILES);
        } else {
            struct buffer name = {0};
            buffer_add_text(&name, text);
            bool heard = save_as(linear, buffer_text(&name), discreet);
            forget(&name);
            if (!heard)
                return false;
        }
    }
}

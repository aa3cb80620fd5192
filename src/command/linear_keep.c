/* What is kept, and the sheet that is made of it. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command/linear_parts.h"
#include "command/linear_words.h"
#include "command/output.h"
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
            linear_format(linear, LINEAR_NO_SURE_DAY, offer_name(&linear->catalogue->offers[linear->kept[i]]));
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

/* Whether the file may be written: it is not there, or she says yes. *heard becomes false at the end of the input. */
static bool may_write(struct linear *linear, const char *path, bool *heard)
{
    struct stat there;
    if (stat(path, &there) != 0)
        return true;
    if (S_ISDIR(there.st_mode)) {
        linear_say(linear, LINEAR_IS_FOLDER);
        return false;
    }
    struct buffer prompt = {0};
    linear_say(linear, LINEAR_FILE_THERE);
    linear_prompt_add(&prompt, PROMPT_OVERWRITE);
    *heard = linear_ask(linear, &prompt, help);
    return *heard && linear_is(buffer_text(&linear->line), TYPED_YES);
}

static bool save(struct linear *linear, const char *path, bool discreet)
{
    const char *dot = strrchr(path, '.');
    bool html = dot && (strcmp(dot, ".html") == 0 || strcmp(dot, ".htm") == 0);
    bool calendar = dot && strcmp(dot, ".ics") == 0;
    struct buffer sheet = {0};
    if (calendar && !write_calendar(&sheet, linear)) {
        forget(&sheet);
        return false;
    }
    struct output *output = output_open(path);
    if (output && !calendar)
        write_sheet(&sheet, linear, discreet, html, SHEET_COLUMNS);
    if (output)
        output_put(output, &sheet);
    forget(&sheet);
    return output && output_close(output);
}

/* Saves the sheet under the name that was typed and says where it stands. False at the end of the input. */
static bool save_as(struct linear *linear, const char *name, bool discreet)
{
    struct buffer path = {0};
    const char *home = getenv("HOME");
    bool heard = true;
    if (strncmp(name, "~/", 2) == 0 && home && *home == '/')
        buffer_format(&path, "%s%s", home, name + 1);
    else
        buffer_add_text(&path, name);
    /* No dot: a letter typed out of habit, such as "l", which must not become a file. U+FFFD: something in it could not be read. */
    if (!strchr(name, '.') || strstr(name, "\xEF\xBF\xBD"))
        linear_say(linear, LINEAR_BAD_NAME);
    else if (may_write(linear, buffer_text(&path), &heard) && save(linear, buffer_text(&path), discreet)) {
        char *whole = realpath(buffer_text(&path), NULL);
        linear_format(linear, LINEAR_SAVED, whole ? whole : buffer_text(&path));
        linear_say(linear, LINEAR_SAVED_WARNING);
        free(whole);
    } else if (heard) {
        linear_say(linear, LINEAR_NOT_SAVED);
    }
    forget(&path);
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

/* One offer in full, what peer support is, and urgent help: a thought a line, nothing wrapped, nothing set in columns. */
#include <stddef.h>
#include <string.h>

#include "catalogue/urgent.h"
#include "command/linear_parts.h"
#include "command/linear_words.h"
#include "text/arena.h"
#include "write/explain.h"
#include "write/sheet.h"

enum { URGENT_MOST = 64, ABBREVIATION_LONGEST = 3 };

/* Whether a sentence ends at the mark: a space and a capital follow, and what stands before is no short title such as "St" or "Dr". */
static bool sentence_ends(const char *text, const char *mark)
{
    if (mark[1] != ' ' || mark[2] < 'A' || mark[2] > 'Z')
        return false;
    if (*mark != '.')
        return true;
    size_t letters = 0;
    while (mark - letters > text && mark[-(ptrdiff_t)letters - 1] != ' ')
        letters++;
    char first = mark[-(ptrdiff_t)letters];
    return letters > ABBREVIATION_LONGEST || first < 'A' || first > 'Z';
}

void linear_tell_text(struct linear *linear, const char *text)
{
    struct buffer line = {0};
    for (const char *at = text; *at; at++) {
        bool ends = strchr(".?!", *at) && sentence_ends(text, at);
        if (*at != '\n')
            buffer_add_byte(&line, *at);
        if (ends)
            at++; /* the space */
        if ((ends || *at == '\n' || at[1] == '\0') && line.length > 0) {
            linear_say(linear, buffer_text(&line));
            buffer_clear(&line);
        }
    }
    buffer_free(&line);
}

static void tell_fact(struct linear *linear, const struct sheet_line *line)
{
    struct buffer fact = {0};
    /* A further line of the same fact has no label. */
    if (line->label && *line->label)
        buffer_format(&fact, LINEAR_FACT, line->label, line->text);
    else
        buffer_add_text(&fact, line->text);
    linear_tell_text(linear, buffer_text(&fact));
    buffer_free(&fact);
}

/* The number by which another offer can be opened: that of the list, where it stands there. 0: there is no room for one. */
static size_t number_of(struct linear *linear, size_t offer)
{
    size_t number = 1;
    for (size_t i = 0; i < linear->answers.count; i++, number++)
        if (linear->answers.items[i].offer == offer)
            return number;
    for (size_t i = 0; i < linear->also_count; i++, number++)
        if (linear->also[i] == offer)
            return number;
    if (linear->others_count == LINEAR_OTHERS_MOST)
        return 0;
    linear->others[linear->others_count++] = (uint32_t)offer;
    return number + linear->others_count - 1;
}

/* Another offer of the same people: its number, where there is room for one, its name, and what it is. */
static void tell_other(struct linear *linear, size_t offer, const char *name, const char *what)
{
    size_t number = number_of(linear, offer);
    struct buffer line = {0};
    if (number > 0)
        buffer_format(&line, LINEAR_CHIP, number, name);
    else
        buffer_add_text(&line, name);
    if (line.length > 0 && !strchr(".?!:", line.bytes[line.length - 1]))
        buffer_add_byte(&line, '.');
    linear_add_sentence(&line, what);
    linear_say(linear, buffer_text(&line));
    buffer_free(&line);
}

static void tell_line(struct linear *linear, const struct sheet_line *line)
{
    switch (line->role) {
    case SHEET_HEADING: linear_format(linear, LINEAR_HEADING, line->text); break;
    case SHEET_NO: linear_format(linear, LINEAR_NO, line->text); break;
    case SHEET_FACT: tell_fact(linear, line); break;
    case SHEET_TITLE:
    case SHEET_BESIDE:
    case SHEET_TEXT:
    case SHEET_YES:
    case SHEET_ASK:
    case SHEET_NOTE: linear_tell_text(linear, line->text); break;
    case SHEET_OTHER: break; /* told with what it is, which follows */
    case SHEET_OF_OTHER: tell_other(linear, line->offer, line[-1].text, line->text); break;
    }
}

void linear_tell_offer(struct linear *linear, size_t offer)
{
    linear->others_count = 0;
    struct arena *arena = arena_new();
    struct sheet sheet = sheet_of(linear->matcher, linear->need, offer, (struct sheet_setting){.staff = true}, arena);
    for (size_t i = 0; i < sheet.count; i++)
        tell_line(linear, &sheet.lines[i]);
    if (linear_is_kept(linear, offer))
        linear_say(linear, LINEAR_IS_KEPT);
    linear->open = offer;
    arena_wipe(arena);
    arena_free(arena);
}

void linear_explain(struct linear *linear, enum reader reader)
{
    struct arena *arena = arena_new();
    struct sheet sheet = explain(linear->catalogue->explainer, reader, arena);
    linear_say(linear, reader == READER_HER ? LINEAR_EXPLAIN : LINEAR_EXPLAIN_TO_PROFESSIONAL);
    for (size_t i = 0; i < sheet.count; i++)
        tell_line(linear, &sheet.lines[i]);
    linear_say(linear, reader == READER_HER ? LINEAR_EXPLAIN_ENDS : LINEAR_EXPLAIN_TO_PROFESSIONAL_ENDS);
    arena_free(arena);
}

void linear_urgent(struct linear *linear)
{
    const struct catalogue *catalogue = linear->catalogue;
    const struct urgent_line *lines[URGENT_MOST];
    place_id place = need_place(linear->need) != PLACE_NONE ? need_place(linear->need) : linear->area;
    size_t count = catalogue->urgent ? urgent_help_for(catalogue->urgent, catalogue->gazetteer, place, lines, URGENT_MOST) : 0;
    if (count == 0) {
        linear_say(linear, LINEAR_URGENT_NONE);
        return;
    }
    linear_say(linear, LINEAR_URGENT);
    for (size_t i = 0; i < count; i++) {
        struct buffer line = {0};
        buffer_add_text(&line, lines[i]->say);
        if (lines[i]->hours) {
            buffer_add_byte(&line, ' ');
            buffer_format(&line, LINEAR_URGENT_OPEN, lines[i]->hours);
        }
        linear_say(linear, buffer_text(&line));
        buffer_free(&line);
    }
    linear_say(linear, LINEAR_URGENT_ENDS);
}

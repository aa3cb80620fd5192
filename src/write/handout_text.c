/* The sheet as plain text: for paper, for a screen reader, for whatever takes text. */
#include <string.h>

#include "text/width.h"
#include "write/handout.h"
#include "write/handout_words.h"

enum {
    NARROW = 60,       /* below this it is a slip: no indent */
    INDENT = 3,        /* of everything under an offer's name */
    LABEL_COLUMNS = 9, /* of the labels of facts */
    LEAST_COLUMNS = 20,
};

struct page {
    struct buffer *out;
    size_t columns;
    size_t indent;
    unsigned offers; /* numbered, so that one can be named on the phone */
    struct buffer paragraph; /* gathers parts that stand in one: a name and who runs it, sentences, questions */
    size_t first;            /* the indent of its first line, and of the others */
    size_t rest;
    enum handout_role last;
};

static const char no_break[] = "\u00a0";

static bool in_number(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == '+';
}

static void spaces(struct buffer *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_add_byte(out, ' ');
}

/* The text with the spaces between the figures of a phone number made such as do not break. */
static void hold_numbers(struct buffer *out, const char *text)
{
    for (size_t i = 0; text[i]; i++) {
        if (text[i] == ' ' && i > 0 && in_number(text[i - 1]) && in_number(text[i + 1]))
            buffer_add_text(out, no_break);
        else
            buffer_add_byte(out, text[i]);
    }
}

/* The line with plain spaces again. */
static void add_line(struct buffer *out, const char *line, size_t length)
{
    for (size_t i = 0; i < length;) {
        bool space = strncmp(line + i, no_break, sizeof no_break - 1) == 0;
        buffer_add_byte(out, space ? ' ' : line[i]);
        i += space ? sizeof no_break - 1 : 1;
    }
    buffer_add_byte(out, '\n');
}

/* Writes the text wrapped, its first line and the others indented. Paper has an edge: unlike on a screen, an address that is too long is parted too. */
static void wrap(const struct page *page, const char *text, size_t first, size_t rest)
{
    struct buffer held = {0};
    hold_numbers(&held, text);
    size_t indent = first;
    for (size_t at = 0; at < held.length;) {
        size_t next;
        size_t length = width_line(held.bytes + at, held.length - at, page->columns - indent, &next);
        spaces(page->out, length > 0 ? indent : 0);
        add_line(page->out, held.bytes + at, length);
        at += next;
        indent = rest;
    }
    buffer_wipe(&held);
    buffer_free(&held);
}

static void rule(const struct page *page)
{
    for (size_t i = 0; i < page->columns; i++)
        buffer_add_byte(page->out, '-');
    buffer_add_byte(page->out, '\n');
}

static void blank(const struct page *page)
{
    buffer_add_byte(page->out, '\n');
}

/* Title and date on one line where they fit. */
static void write_title(const struct page *page, const char *title, const char *date)
{
    size_t wide = width_columns(title, strlen(title)) + width_columns(date, strlen(date));
    if (wide + 2 > page->columns) {
        wrap(page, title, 0, 0);
        wrap(page, date, 0, 0);
    } else {
        buffer_add_text(page->out, title);
        spaces(page->out, page->columns - wide);
        buffer_format(page->out, "%s\n", date);
    }
    rule(page);
}

/* Ends the paragraph that is being gathered. */
static void flush(struct page *page)
{
    if (page->paragraph.length > 0)
        wrap(page, buffer_text(&page->paragraph), page->first, page->rest);
    buffer_clear(&page->paragraph);
}

/* Starts a paragraph, or goes on with the one that is open. */
static void gather(struct page *page, const char *text)
{
    if (page->paragraph.length == 0)
        page->first = page->rest = page->indent;
    else
        buffer_add_byte(&page->paragraph, ' ');
    buffer_add_text(&page->paragraph, text);
}

static void write_offer(struct page *page, const char *name)
{
    flush(page);
    blank(page);
    buffer_format(&page->paragraph, "%u. %s", ++page->offers, name);
    page->first = 0;
    page->rest = INDENT;
}

/* Who runs it stands behind the name where there is room, else below it. */
static void write_beside(struct page *page, const char *text)
{
    size_t wide = width_columns(buffer_text(&page->paragraph), page->paragraph.length) + width_columns(text, strlen(text)) + 3;
    if (wide <= page->columns)
        buffer_format(&page->paragraph, " (%s)", text);
    flush(page);
    if (wide > page->columns)
        wrap(page, text, page->indent, page->indent);
}

/* The label in its column, then the text; a label that is too wide is parted from the text by one space. */
static void write_fact(const struct page *page, const char *label, const char *text)
{
    struct buffer line = {0};
    size_t wide = width_columns(label, strlen(label));
    buffer_add_text(&line, label);
    spaces(&line, wide < LABEL_COLUMNS ? LABEL_COLUMNS - wide : 1);
    if (wide == 0) {
        /* A wrapped line may not begin with a space: this one stands where the text does. */
        wrap(page, text, page->indent + LABEL_COLUMNS, page->indent + LABEL_COLUMNS);
    } else {
        buffer_add_text(&line, text);
        wrap(page, buffer_text(&line), page->indent, page->indent + LABEL_COLUMNS);
    }
    buffer_free(&line);
}

static void write_help(const struct page *page, const char *text, const char *more)
{
    struct buffer line = {0};
    buffer_format(&line, "- %s", text);
    if (more) {
        buffer_add_byte(&line, ' ');
        buffer_format(&line, URGENT_OPEN, more);
    }
    wrap(page, buffer_text(&line), page->indent, page->indent + 2);
    buffer_free(&line);
}

static void write_labelled(const struct page *page, const char *format, const char *label, const char *text)
{
    struct buffer line = {0};
    buffer_format(&line, format, label, text);
    wrap(page, buffer_text(&line), page->indent, page->indent);
    buffer_free(&line);
}

/* "From: ____", as wide as the columns given, for a pen. */
static void write_line_to_write_on(const struct page *page, const char *label, size_t columns)
{
    size_t wide = width_columns(label, strlen(label)) + 2;
    buffer_format(page->out, "%s: ", label);
    for (; wide < columns; wide++)
        buffer_add_byte(page->out, '_');
}

static void write_from(const struct page *page, const struct handout_part *part)
{
    if (*part->text) {
        struct buffer line = {0};
        buffer_format(&line, "%s: %s", part->label, part->text);
        wrap(page, buffer_text(&line), 0, 0);
        buffer_free(&line);
        return;
    }
    bool narrow = page->columns < NARROW;
    write_line_to_write_on(page, part->label, narrow ? page->columns : page->columns / 2 - 1);
    buffer_add_text(page->out, narrow ? "\n\n" : "  ");
    write_line_to_write_on(page, FROM_PHONE_LABEL, narrow ? page->columns : page->columns - page->columns / 2 - 1);
    blank(page);
}

static void write_part(struct page *page, const struct handout_part *part, const char *date)
{
    bool goes_on = part->role == HANDOUT_BESIDE || part->role == HANDOUT_QUESTION ||
                   (part->role == HANDOUT_TEXT && page->last == HANDOUT_TEXT);
    if (!goes_on)
        flush(page);
    switch (part->role) {
    case HANDOUT_TITLE: write_title(page, part->text, date); break;
    case HANDOUT_OFFER: write_offer(page, part->text); break;
    case HANDOUT_BESIDE: write_beside(page, part->text); break;
    case HANDOUT_TEXT:
    case HANDOUT_WARNING:
    case HANDOUT_AGE:
    case HANDOUT_QUESTION: gather(page, part->text); break;
    case HANDOUT_FACT: write_fact(page, part->label, part->text); break;
    case HANDOUT_SAY: write_labelled(page, "%s: \"%s\"", part->label, part->text); break;
    case HANDOUT_ASK:
        gather(page, part->text);
        buffer_add_byte(&page->paragraph, ':');
        break;
    case HANDOUT_URGENT:
        blank(page);
        rule(page);
        page->indent = 0;
        wrap(page, part->text, 0, 0);
        break;
    case HANDOUT_HOURS: wrap(page, part->text, 0, 0); break;
    case HANDOUT_HELP: write_help(page, part->text, part->label); break;
    case HANDOUT_FROM: write_from(page, part); break;
    case HANDOUT_DATE: /* stands beside the title */
    case HANDOUT_CODE: break; /* paper that is printed from text has no room for it; the address stands there */
    }
    page->last = part->role;
}

void handout_text(struct buffer *out, const struct handout *handout, size_t columns)
{
    struct page page = {.out = out, .columns = columns < LEAST_COLUMNS ? LEAST_COLUMNS : columns};
    page.indent = page.columns < NARROW ? 0 : INDENT;
    const char *date = "";
    for (size_t i = 0; i < handout->count; i++)
        if (handout->parts[i].role == HANDOUT_DATE)
            date = handout->parts[i].text;
    for (size_t i = 0; i < handout->count; i++)
        write_part(&page, &handout->parts[i], date);
    buffer_wipe(&page.paragraph);
    buffer_free(&page.paragraph);
}

/* The sheet as one HTML document: for a browser, a printer, a screen reader. Nothing in it is fetched from anywhere, and nothing in it runs. */
#include <string.h>

#include "write/handout.h"
#include "write/handout_words.h"
#include "write/html.h"
#include "write/links.h"
#include "write/qr.h"

/* The style, and its digest for the content security policy, so that no other style counts either (CSP level 3, 6.7.3). Whoever changes one must change the
 * other; the test of this file works it out again. Large type for tired eyes, black on white, one column; an offer is not torn by the end of a page. */
#define STYLE                                                                                                           \
    "html{font:1.125rem/1.45 sans-serif;color:#000;background:#fff}"                                                    \
    "body{max-width:46rem;margin:0 auto;padding:1rem}"                                                                  \
    "header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 1rem}"                 \
    "h1{font-size:1.6rem;margin:0}"                                                                                     \
    "h2{font-size:1.25rem;margin:0}"                                                                                    \
    "h3{font-size:1rem;margin:.3rem 0 0}"                                                                               \
    "p,ul,dl,dd{margin:0}"                                                                                              \
    "p,li,dd{overflow-wrap:anywhere;white-space:pre-line}"                                                              \
    "ul{padding-left:1.2rem}"                                                                                           \
    "article,section{border-top:2px solid #000;margin-top:.6rem;padding-top:.4rem;break-inside:avoid}"                  \
    "article{display:flex;gap:1rem;align-items:flex-start}"                                                             \
    ".words{flex:1;min-width:0}"                                                                                        \
    "figure{margin:0;width:8rem;flex:none;text-align:center}"                                                           \
    "figcaption{font-size:.8rem;line-height:1.2}"                                                                       \
    "svg{display:block;width:100%;height:auto}"                                                                         \
    "dl{display:grid;grid-template-columns:auto 1fr;column-gap:.8rem}"                                                  \
    "dt{grid-column:1;font-weight:bold}"                                                                                \
    "dd{grid-column:2;min-width:0}"                                                                                     \
    ".warning{font-weight:bold}"                                                                                        \
    ".say{border-left:4px solid #000;padding-left:.6rem;margin:.3rem 0}"                                                \
    ".from{display:flex;flex-wrap:wrap;gap:1rem;margin-top:.6rem}"                                                      \
    ".line{flex:1 1 14rem;border-bottom:1px solid #000}"                                                                \
    "a{color:#000}"                                                                                                     \
    "@media(max-width:30rem){article,dl{display:block}figure{width:11rem;margin:.6rem 0 0}}"                            \
    "@page{size:A4;margin:11mm 13mm}"                                                                                   \
    "@media print{html{font-size:14pt;line-height:1.22}body{max-width:none;padding:0}a{text-decoration:none}figure{width:6.5rem}}"

#define STYLE_DIGEST "sha256-qBp7LHVG76BQ96ebM1bAvxQ9f9YUWwxxrHWG8ibq2h0="

/* What is open while parts are written. */
struct document {
    struct buffer *out;
    bool offer;  /* an article */
    bool column; /* its column of words, beside which the picture stands */
    bool facts;  /* a list of facts */
    bool items;  /* a list of questions or of help */
    bool urgent; /* the section of urgent help */
};

/* Where a text is in another language than the sheet: so that it is spoken as what it is, and runs the way it is written. */
static void write_language(struct document *document, const char *language)
{
    if (!language)
        return;
    buffer_add_text(document->out, " lang=\"");
    html_text(document->out, language);
    buffer_add_text(document->out, "\" dir=\"auto\"");
}

/* <tag>text</tag>. */
static void element(struct document *document, const char *tag, const char *text)
{
    buffer_format(document->out, "<%s>", tag);
    html_text(document->out, text);
    buffer_format(document->out, "</%s>\n", tag);
}

static void close_facts(struct document *document)
{
    if (document->facts)
        buffer_add_text(document->out, "</dl>\n");
    document->facts = false;
}

static void close_items(struct document *document)
{
    if (document->items)
        buffer_add_text(document->out, "</ul>\n");
    document->items = false;
}

static void close_words(struct document *document)
{
    close_facts(document);
    close_items(document);
}

static void close_column(struct document *document)
{
    close_words(document);
    if (document->column)
        buffer_add_text(document->out, "</div>\n");
    document->column = false;
}

static void close_offer(struct document *document)
{
    close_column(document);
    if (document->offer)
        buffer_add_text(document->out, "</article>\n");
    document->offer = false;
}

static void write_head(struct document *document, const char *title)
{
    buffer_add_text(document->out, "<!DOCTYPE html>\n<html lang=\"");
    html_text(document->out, SHEET_LANGUAGE);
    buffer_add_text(document->out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" STYLE_DIGEST
                                   "'; base-uri 'none'; form-action 'none'\">\n"
                                   "<meta name=\"referrer\" content=\"no-referrer\">\n"
                                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    element(document, "title", title);
    buffer_add_text(document->out, "<style>" STYLE "</style>\n</head>\n<body>\n<main>\n<header>\n");
    element(document, "h1", title);
}

/* The text, as a link where there is one. */
static void write_link(struct document *document, const char *text, const char *link)
{
    if (link) {
        buffer_add_text(document->out, "<a href=\"");
        html_text(document->out, link);
        buffer_add_text(document->out, "\" rel=\"noreferrer\">");
    }
    html_text(document->out, text);
    buffer_add_text(document->out, link ? "</a>" : "");
}

/* A fact without a label is one more of the label before ("When", on a second day). */
static void write_fact(struct document *document, const struct handout_part *part)
{
    close_items(document);
    if (!document->facts)
        buffer_add_text(document->out, "<dl>\n");
    document->facts = true;
    if (*part->label)
        element(document, "dt", part->label);
    buffer_add_text(document->out, "<dd");
    write_language(document, part->language);
    buffer_add_byte(document->out, '>');
    write_link(document, part->text, part->link);
    buffer_add_text(document->out, "</dd>\n");
}

static void open_item(struct document *document)
{
    close_facts(document);
    if (!document->items)
        buffer_add_text(document->out, "<ul>\n");
    document->items = true;
    buffer_add_text(document->out, "<li>");
}

/* Where in the text the number stands that the link calls; its length goes to *length. NULL when it is not there. */
static const char *number_in(const char *text, const char *link, size_t *length)
{
    for (const char *at = text; *at; at++) {
        if (!strchr("+0123456789", *at))
            continue;
        size_t run = strspn(at, "+0123456789 ");
        while (run > 0 && at[run - 1] == ' ')
            run--;
        struct buffer number = {0};
        struct buffer called = {0};
        buffer_add(&number, at, run);
        bool found = link_phone(&called, buffer_text(&number)) && strcmp(buffer_text(&called), link) == 0;
        buffer_free(&number);
        buffer_free(&called);
        if (found) {
            *length = run;
            return at;
        }
        at += run - 1;
    }
    return NULL;
}

/* A sentence in which only the number is the link: that is what a finger looks for, and what a screen reader lists. */
static void write_help(struct document *document, const struct handout_part *part)
{
    size_t length = 0;
    const char *number = part->link ? number_in(part->text, part->link, &length) : NULL;
    open_item(document);
    if (number) {
        struct buffer piece = {0};
        buffer_add(&piece, part->text, (size_t)(number - part->text));
        html_text(document->out, buffer_text(&piece));
        buffer_clear(&piece);
        buffer_add(&piece, number, length);
        write_link(document, buffer_text(&piece), part->link);
        html_text(document->out, number + length);
        buffer_free(&piece);
    } else {
        html_text(document->out, part->text);
    }
    if (part->label) {
        struct buffer hours = {0};
        buffer_format(&hours, URGENT_OPEN, part->label);
        buffer_add_byte(document->out, ' ');
        html_text(document->out, buffer_text(&hours));
        buffer_free(&hours);
    }
    buffer_add_text(document->out, "</li>\n");
}

static void write_question(struct document *document, const char *text)
{
    open_item(document);
    html_text(document->out, text);
    buffer_add_text(document->out, "</li>\n");
}

static void write_say(struct document *document, const struct handout_part *part)
{
    close_words(document);
    buffer_add_text(document->out, "<p class=\"say\">");
    html_text(document->out, part->label);
    buffer_add_text(document->out, ": <q");
    write_language(document, part->language);
    buffer_add_byte(document->out, '>');
    html_text(document->out, part->text);
    buffer_add_text(document->out, "</q></p>\n");
}

static void write_paragraph(struct document *document, const struct handout_part *part, const char *class)
{
    close_words(document);
    buffer_format(document->out, "<p class=\"%s\"", class);
    write_language(document, part->language);
    buffer_add_byte(document->out, '>');
    html_text(document->out, part->text);
    buffer_add_text(document->out, "</p>\n");
}

static void write_code(struct document *document, const struct handout_part *part)
{
    struct qr qr;
    if (!qr_make(&qr, part->link))
        return;
    close_column(document);
    buffer_add_text(document->out, "<figure>");
    qr_svg(document->out, &qr, part->text);
    element(document, "figcaption", CODE_CAPTION);
    buffer_add_text(document->out, "</figure>\n");
    qr_free(&qr);
}

static void write_from(struct document *document, const struct handout_part *part)
{
    buffer_add_text(document->out, "<p class=\"from\">");
    buffer_add_text(document->out, *part->text ? "" : "<span class=\"line\">");
    html_text(document->out, part->label);
    buffer_add_text(document->out, *part->text ? ": " : ":</span> <span class=\"line\">");
    html_text(document->out, *part->text ? part->text : FROM_PHONE_LABEL);
    buffer_add_text(document->out, *part->text ? "" : ":</span>");
    buffer_add_text(document->out, "</p>\n");
}

static void write_part(struct document *document, const struct handout_part *part)
{
    switch (part->role) {
    case HANDOUT_TITLE: write_head(document, part->text); break;
    case HANDOUT_DATE:
        write_paragraph(document, part, "date");
        buffer_add_text(document->out, "</header>\n");
        break;
    case HANDOUT_OFFER:
        close_offer(document);
        buffer_add_text(document->out, "<article>\n<div class=\"words\">\n");
        document->offer = document->column = true;
        element(document, "h2", part->text);
        break;
    case HANDOUT_BESIDE: write_paragraph(document, part, "beside"); break;
    case HANDOUT_TEXT: write_paragraph(document, part, "text"); break;
    case HANDOUT_WARNING: write_paragraph(document, part, "warning"); break;
    case HANDOUT_AGE: write_paragraph(document, part, "age"); break;
    case HANDOUT_FACT: write_fact(document, part); break;
    case HANDOUT_SAY: write_say(document, part); break;
    case HANDOUT_ASK:
        close_words(document);
        element(document, "h3", part->text);
        break;
    case HANDOUT_QUESTION: write_question(document, part->text); break;
    case HANDOUT_CODE: write_code(document, part); break;
    case HANDOUT_URGENT:
        close_offer(document);
        buffer_add_text(document->out, "<section>\n");
        document->urgent = true;
        element(document, "h2", part->text);
        break;
    case HANDOUT_HOURS:
        close_words(document);
        element(document, "h3", part->text);
        break;
    case HANDOUT_HELP: write_help(document, part); break;
    case HANDOUT_FROM: write_from(document, part); break;
    }
}

void handout_html(struct buffer *out, const struct handout *handout)
{
    struct document document = {.out = out};
    for (size_t i = 0; i < handout->count; i++)
        write_part(&document, &handout->parts[i]);
    close_offer(&document);
    buffer_add_text(out, document.urgent ? "</section>\n" : "");
    buffer_add_text(out, "</main>\n</body>\n</html>\n");
}

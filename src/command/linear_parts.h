/* What the files of `--linear` share: the conversation as it stands. No line ever goes back over another: every one is written once, in order. */
#ifndef COMMAND_LINEAR_PARTS_H
#define COMMAND_LINEAR_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/explainer.h"
#include "match/answer.h"
#include "read/configuration.h"
#include "text/buffer.h"
#include "write/handout.h"

enum {
    LINEAR_LINE_MOST = 4096, /* bytes of a line that is typed, without its end */
    LINEAR_UNDO_MOST = 64,
    LINEAR_ALSO_MOST = 6,
    LINEAR_PAGE_ROWS = 10,
    LINEAR_OTHERS_MOST = 40,
};

/* What is typed. The bytes read and the line are overwritten at the end. */
struct linear_input {
    char bytes[LINEAR_LINE_MOST];
    size_t from; /* [from, to) is read and not used yet */
    size_t to;
    bool over;   /* the input has ended */
    bool echoes; /* standard input is a terminal, which ends the line of a prompt by itself */
};

struct linear {
    const struct configuration *settings; /* for the printer */
    struct matcher *matcher;
    const struct catalogue *catalogue;
    const struct need_setting *setting;
    const struct problems *problems; /* of the files, for what was left out */
    bool only_ascii;                 /* the terminal can show nothing else */
    place_id area; /* of the site, for urgent help */
    struct need *need;
    struct need *before[LINEAR_UNDO_MOST]; /* what the need was, the latest last */
    size_t before_count;
    struct answer_list answers; /* numbered from 1 as they stand; those near are among them when near_told */
    bool near_told;
    bool by_name; /* their order: by name, not by how they fit */
    uint32_t also[LINEAR_ALSO_MOST]; /* numbered after the answers */
    size_t also_count;
    uint32_t others[LINEAR_OTHERS_MOST]; /* of the service of the offer that is open; numbered after those */
    size_t others_count;
    size_t page; /* first answer of the page told last, and the first not told yet */
    size_t told;
    size_t open;  /* the offer that was opened last, or OFFER_NONE */
    size_t *kept; /* offers, in the order in which they were kept */
    size_t kept_count;
    size_t kept_room;
    struct buffer from; /* who gives the sheet, as it is to stand there */
    struct linear_input input;
    struct buffer line; /* what was typed last: safe to show, without spaces around it */
    bool lost;          /* standard output cannot be written any more */
};

/* Lines out. Each ends its line; the text must be safe to show. */
void linear_say(struct linear *linear, const char *text);

/* Appends the text as a sentence of its own: a space before it, a full stop behind it, and parts that the screen sets side by side as sentences too. */
void linear_add_sentence(struct buffer *line, const char *text);

void linear_say_all(struct linear *linear, const char *const *lines); /* NULL-ended, translated here */
void linear_format(struct linear *linear, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Tells a text a sentence a line; line breaks of its own stay. */
void linear_tell_text(struct linear *linear, const char *text);

/* Whether the locale of the person is another than UTF-8; and appends the text as ASCII, "?" for what has no such form. */
bool linear_only_ascii(void);
void linear_plain(struct buffer *out, const char *text);

/* Makes the letter at that byte a capital, where it is a plain small one. */
void linear_capital(struct buffer *text, size_t at);

/* Appends a choice of the prompt: "Type a number to open, n for near". */
void linear_prompt_add(struct buffer *prompt, const char *choice);

/* Asks until something is typed that is for the caller, which is then in linear->line. The prompt is what linear_prompt_add made, to which what always works
 * is added: help (which is told here), urgent help, quit. False when the person quits or the input ends. */
bool linear_ask(struct linear *linear, struct buffer *prompt, void (*help)(struct linear *));

/* Catches Ctrl-C and the like while the conversation lasts; the second gives them back and ends the program by a signal that asked for it. */
void linear_signals_catch(void);
void linear_signals_release(void);

/* Overwrites what was typed. */
void linear_input_forget(struct linear *linear);

/* Whether the text is one of the words, which are separated by spaces, in any case: "n near". */
bool linear_is(const char *text, const char *words);

/* The whole number that the text is, up to six digits; SIZE_MAX when it is none. */
size_t linear_number(const char *text);

/* Asks the questions of the guide, from the first or from the last. False at the end of the input. */
bool linear_guide(struct linear *linear, bool from_last);

/* Puts the need in the place of the one before, which undo brings back. Takes it over. False when both are the same. */
bool linear_take(struct linear *linear, struct need *need);
bool linear_undo(struct linear *linear);

/* Adds terms of the grammar; with a search they take the place of the words searched before. Says what is not understood, and then gives false. */
bool linear_add_terms(struct linear *linear, const char *terms, bool search);

/* The dialogue that changes the need. False at the end of the input. */
bool linear_change(struct linear *linear);

/* The dialogue that narrows the list down by what the services say. False at the end of the input. */
bool linear_narrow(struct linear *linear);

/* Answers the need anew and tells what is looked for and counts; and the same with the list from its start, the first page. */
void linear_tell_found(struct linear *linear);
void linear_list(struct linear *linear);
void linear_page(struct linear *linear); /* the page told last, again */
void linear_more(struct linear *linear);
void linear_near(struct linear *linear);

/* Tells what is looked for, in words; nothing when that is nothing. */
void linear_tell_need(struct linear *linear);

/* The offer of a number of the list, or OFFER_NONE, which is said. */
size_t linear_offer_of(struct linear *linear, const char *number);

/* Tells everything about an offer. */
void linear_tell_offer(struct linear *linear, size_t offer);

bool linear_is_kept(const struct linear *linear, size_t offer);
void linear_keep(struct linear *linear, size_t offer); /* or lets it go */
void linear_tell_kept(struct linear *linear);
void linear_tell_sheet(struct linear *linear, const struct handout *handout);
bool linear_write(struct linear *linear); /* the dialogue that writes the sheet. False at the end of the input */

/* Tells what peer support is. */
void linear_explain(struct linear *linear, enum reader reader);

/* Tells the urgent help for the place of the need, else the site's. */
void linear_urgent(struct linear *linear);

#endif

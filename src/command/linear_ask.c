/* Lines out and lines in. Input is read by hand, so that Ctrl-C, the end of a pipe and hostile bytes all come to an orderly end. */
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

#include "command/linear_parts.h"
#include "command/linear_words.h"
#include "match/guide.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/safe.h"

static volatile sig_atomic_t stopped_by; /* 0: not stopped */
static const int stopping[] = {SIGINT, SIGTERM, SIGHUP};
enum { STOPPING_COUNT = sizeof stopping / sizeof *stopping };
static struct sigaction actions_before[STOPPING_COUNT];
static sigset_t signals_before;

static void stop(int signal_number)
{
    stopped_by = signal_number;
}

/* They are let in only while a line is awaited (pselect), so none can slip between a look at stopped_by and the wait. */
void linear_signals_catch(void)
{
    sigset_t held;
    sigemptyset(&held);
    struct sigaction action = {.sa_handler = stop};
    sigemptyset(&action.sa_mask);
    stopped_by = 0;
    for (size_t i = 0; i < STOPPING_COUNT; i++) {
        sigaddset(&held, stopping[i]);
        sigaction(stopping[i], NULL, &actions_before[i]);
        if (actions_before[i].sa_handler != SIG_IGN)
            sigaction(stopping[i], &action, NULL);
    }
    sigprocmask(SIG_BLOCK, &held, &signals_before);
}

void linear_signals_release(void)
{
    for (size_t i = 0; i < STOPPING_COUNT; i++)
        sigaction(stopping[i], &actions_before[i], NULL);
    sigprocmask(SIG_SETMASK, &signals_before, NULL);
    if (stopped_by == SIGTERM || stopped_by == SIGHUP)
        raise(stopped_by);
}

static void put(struct linear *linear, const char *text)
{
    struct buffer plain = {0};
    if (linear->only_ascii) {
        linear_plain(&plain, text);
        text = buffer_text(&plain);
    }
    if (!linear->lost && fputs(text, stdout) == EOF)
        linear->lost = true;
    buffer_wipe(&plain);
    buffer_free(&plain);
}

void linear_say(struct linear *linear, const char *text)
{
    put(linear, text);
    put(linear, "\n");
}

void linear_say_all(struct linear *linear, const char *const *lines)
{
    for (; *lines; lines++)
        linear_say(linear, _(*lines));
}

void linear_format(struct linear *linear, const char *format, ...)
{
    struct buffer line = {0};
    va_list list;
    va_start(list, format);
    buffer_format_list(&line, format, list);
    va_end(list);
    linear_say(linear, buffer_text(&line));
    buffer_wipe(&line);
    buffer_free(&line);
}

void linear_capital(struct buffer *text, size_t at)
{
    if (at < text->length && text->bytes[at] >= 'a' && text->bytes[at] <= 'z')
        text->bytes[at] = (char)(text->bytes[at] - 'a' + 'A');
}

void linear_prompt_add(struct buffer *prompt, const char *choice)
{
    if (prompt->length > 0)
        buffer_add_text(prompt, PROMPT_COMMA);
    buffer_add_text(prompt, choice);
}

/* Waits for bytes. False at the end of the input, at an error, or when a signal said stop. */
static bool read_some(struct linear_input *input)
{
    while (!stopped_by && !input->over) {
        fd_set ready;
        FD_ZERO(&ready);
        FD_SET(STDIN_FILENO, &ready);
        if (pselect(STDIN_FILENO + 1, &ready, NULL, NULL, NULL, &signals_before) < 0) {
            input->over = errno != EINTR;
            continue;
        }
        ssize_t count = read(STDIN_FILENO, input->bytes, sizeof input->bytes);
        if (count > 0) {
            input->from = 0;
            input->to = (size_t)count;
            return true;
        }
        input->over = count == 0 || (errno != EINTR && errno != EAGAIN);
    }
    return false;
}

enum line_read { LINE_READ, LINE_TOO_LONG, LINE_NONE };

/* Reads up to the next line break into line, raw. Of a line that is too long nothing is kept, and the whole of it is passed over. */
static enum line_read read_line(struct linear_input *input, struct buffer *line)
{
    bool too_long = false;
    bool any = false;
    buffer_wipe(line);
    for (;;) {
        if (input->from == input->to && !read_some(input))
            return stopped_by || !any ? LINE_NONE : too_long ? LINE_TOO_LONG : LINE_READ;
        any = true;
        const char *start = input->bytes + input->from;
        const char *end = memchr(start, '\n', input->to - input->from);
        size_t length = end ? (size_t)(end - start) : input->to - input->from;
        too_long = too_long || line->length + length > LINEAR_LINE_MOST;
        if (too_long)
            buffer_wipe(line);
        else
            buffer_add(line, start, length);
        memory_wipe(input->bytes + input->from, length);
        input->from += length + (end ? 1 : 0);
        if (end)
            return too_long ? LINE_TOO_LONG : LINE_READ;
    }
}

void linear_input_forget(struct linear *linear)
{
    memory_wipe(linear->input.bytes, sizeof linear->input.bytes);
    buffer_wipe(&linear->line);
    buffer_free(&linear->line);
}

/* Prompts, and gets a line that is safe to show. False at the end. */
static bool hear(struct linear *linear, const char *prompt)
{
    struct buffer raw = {0};
    buffer_reserve(&raw, LINEAR_LINE_MOST);
    enum line_read read;
    for (;;) {
        put(linear, prompt);
        put(linear, linear->input.echoes ? " " : "\n");
        if (fflush(stdout) != 0)
            linear->lost = true;
        read = linear->lost ? LINE_NONE : read_line(&linear->input, &raw);
        if (read != LINE_TOO_LONG)
            break;
        linear_format(linear, LINEAR_TOO_LONG((size_t)LINEAR_LINE_MOST), (size_t)LINEAR_LINE_MOST);
    }
    buffer_wipe(&linear->line);
    buffer_reserve(&linear->line, 3 * raw.length); /* a broken byte becomes three */
    struct buffer *line = &linear->line;
    if (read == LINE_READ)
        safe_text(line, buffer_text(&raw), raw.length, false);
    while (line->length > 0 && line->bytes[line->length - 1] == ' ')
        buffer_cut(line, line->length - 1);
    size_t spaces = line->length > 0 ? strspn(line->bytes, " ") : 0;
    if (spaces > 0) {
        memmove(line->bytes, line->bytes + spaces, line->length - spaces);
        buffer_cut(line, line->length - spaces);
    }
    buffer_wipe(&raw);
    buffer_free(&raw);
    if (read == LINE_NONE && linear->input.echoes)
        put(linear, "\n");
    return read == LINE_READ;
}

bool linear_is(const char *text, const char *words)
{
    struct buffer folded = {0};
    fold_words(&folded, text, strlen(text));
    bool is = false;
    for (const char *from = words; *from && !is; from += strspn(from, " ")) {
        size_t length = strcspn(from, " ");
        is = length == folded.length && memcmp(from, buffer_text(&folded), length) == 0;
        from += length;
    }
    buffer_wipe(&folded);
    buffer_free(&folded);
    return is;
}

size_t linear_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    size_t number = 0;
    if (digits == 0 || digits > 6 || text[digits + strspn(text + digits, " .")] != '\0')
        return SIZE_MAX;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (size_t)(text[i] - '0');
    return number;
}

/* Answers what works everywhere. False when the line is for the caller. *heard becomes false when the person quits. */
static bool answered_here(struct linear *linear, void (*help)(struct linear *), bool *heard)
{
    const char *text = buffer_text(&linear->line);
    if (guide_urgent(text)) {
        linear_urgent(linear);
        return *text != '/'; /* what is searched for is looked up all the same */
    }
    if (strcmp(text, "?") == 0)
        linear_explain(linear, READER_HER);
    else if (strcmp(text, "??") == 0)
        linear_explain(linear, READER_PROFESSIONAL);
    else if (linear_is(text, TYPED_HELP))
        help(linear);
    else if (linear_is(text, TYPED_QUIT))
        *heard = false;
    else
        return false;
    return true;
}

bool linear_ask(struct linear *linear, struct buffer *prompt, void (*help)(struct linear *))
{
    linear_prompt_add(prompt, PROMPT_HELP);
    linear_prompt_add(prompt, PROMPT_URGENT);
    struct buffer choices = {0};
    struct buffer whole = {0};
    buffer_format(&choices, PROMPT_OR, buffer_text(prompt), PROMPT_QUIT);
    buffer_format(&whole, PROMPT, buffer_text(&choices));
    bool heard = hear(linear, buffer_text(&whole));
    while (heard && answered_here(linear, help, &heard))
        heard = heard && hear(linear, buffer_text(&whole));
    buffer_free(&choices);
    buffer_free(&whole);
    buffer_free(prompt);
    return heard;
}

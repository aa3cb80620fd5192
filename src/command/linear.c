/* `signpost --linear`: the conversation from its first line to its last. */
#include "command/linear.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/command.h"
#include "command/linear_parts.h"
#include "command/linear_words.h"
#include "command/opening.h"
#include "text/width.h"
#include "write/find.h"

/* Of what was not understood, no more than this is said back. */
enum { TYPED_COLUMNS = 60 };

bool linear_wanted(const struct options *options)
{
    const char *term = getenv("TERM");
    return options->linear || (term && strcmp(term, "dumb") == 0 && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO));
}

static void help(struct linear *linear)
{
    linear_say_all(linear, linear_help_list);
}

/* What is heard after every entry is kept short; what is not said there works all the same, and the help says it. */
static bool ask(struct linear *linear)
{
    struct buffer prompt = {0};
    bool opened = linear->open != OFFER_NONE;
    bool any = linear->answers.count + linear->also_count > 0;
    if (opened) {
        linear_prompt_add(&prompt, linear_is_kept(linear, linear->open) ? PROMPT_LET_GO_THIS : PROMPT_KEEP_THIS);
        linear_prompt_add(&prompt, PROMPT_BACK);
    }
    if (any)
        linear_prompt_add(&prompt, opened ? PROMPT_OPEN_OTHER : PROMPT_OPEN);
    if (!opened && linear->told < linear->answers.count)
        linear_prompt_add(&prompt, PROMPT_MORE);
    if (!opened && !linear->near_told && linear->answers.counts[VERDICT_NEAR] > 0)
        linear_prompt_add(&prompt, PROMPT_NEAR);
    if (!opened) {
        linear_prompt_add(&prompt, PROMPT_CHANGE);
        linear_prompt_add(&prompt, PROMPT_NARROW);
        linear_prompt_add(&prompt, PROMPT_SEARCH);
    }
    if (any && !opened)
        linear_prompt_add(&prompt, PROMPT_KEEP);
    if (linear->kept_count > 0)
        linear_prompt_add(&prompt, PROMPT_WRITE);
    if (!opened && linear->before_count > 0)
        linear_prompt_add(&prompt, PROMPT_UNDO);
    if (!opened)
        linear_prompt_add(&prompt, PROMPT_BACK);
    return linear_ask(linear, &prompt, help);
}

/* What a word at the list does. rest is what stands behind it, perhaps ""; it is lent for the call. False at the end of the input. */
static bool do_open(struct linear *linear, const char *rest)
{
    size_t offer = OFFER_NONE;
    if (linear_number(rest) == SIZE_MAX)
        linear_say(linear, LINEAR_WHICH_OPEN);
    else
        offer = linear_offer_of(linear, rest);
    if (offer != OFFER_NONE)
        linear_tell_offer(linear, offer);
    return true;
}

static bool do_more(struct linear *linear, const char *rest)
{
    (void)rest;
    linear->open = OFFER_NONE;
    linear_more(linear);
    return true;
}

static bool do_near(struct linear *linear, const char *rest)
{
    (void)rest;
    linear_near(linear);
    return true;
}

static bool do_list(struct linear *linear, const char *rest)
{
    (void)rest;
    linear_list(linear);
    return true;
}

static bool do_change(struct linear *linear, const char *rest)
{
    (void)rest;
    bool heard = linear_change(linear);
    if (heard)
        linear_list(linear);
    return heard;
}

static bool do_questions(struct linear *linear, const char *rest)
{
    (void)rest;
    bool heard = linear_guide(linear, false);
    if (heard)
        linear_list(linear);
    return heard;
}

static bool do_narrow(struct linear *linear, const char *rest)
{
    (void)rest;
    bool heard = linear_narrow(linear);
    if (heard)
        linear_list(linear);
    return heard;
}

static bool do_order(struct linear *linear, const char *rest)
{
    (void)rest;
    linear->by_name = !linear->by_name;
    linear_say(linear, linear->by_name ? LINEAR_BY_NAME : LINEAR_BY_FIT);
    linear_list(linear);
    return true;
}

static bool do_again(struct linear *linear, const char *rest)
{
    (void)rest;
    if (linear_take(linear, need_new()))
        linear_say(linear, LINEAR_STARTED_AGAIN);
    bool heard = linear_guide(linear, false);
    if (heard)
        linear_list(linear);
    return heard;
}

static bool do_left_out(struct linear *linear, const char *rest)
{
    (void)rest;
    if (problems_count_level(linear->problems, PROBLEM_ERROR) == 0)
        linear_say(linear, LINEAR_NONE_LEFT_OUT);
    for (size_t i = 0; i < problems_count(linear->problems); i++) {
        struct buffer line = {0};
        if (problems_at(linear->problems, i)->level != PROBLEM_ERROR)
            continue;
        problem_line(&line, problems_at(linear->problems, i));
        buffer_cut(&line, line.length > 0 ? line.length - 1 : 0); /* its line break */
        linear_say(linear, buffer_text(&line));
        buffer_free(&line);
    }
    return true;
}

static bool do_keep(struct linear *linear, const char *rest)
{
    if (*rest == '\0' && linear->open != OFFER_NONE) {
        linear_keep(linear, linear->open);
    } else if (*rest == '\0') {
        linear_tell_kept(linear);
    } else if (linear_number(rest) == SIZE_MAX) {
        linear_say(linear, LINEAR_WHICH_KEEP);
    } else {
        size_t offer = linear_offer_of(linear, rest);
        if (offer != OFFER_NONE)
            linear_keep(linear, offer);
    }
    return true;
}

static bool do_write(struct linear *linear, const char *rest)
{
    (void)rest;
    return linear_write(linear);
}

static bool do_undo(struct linear *linear, const char *rest)
{
    (void)rest;
    if (linear_undo(linear)) {
        linear_say(linear, LINEAR_UNDONE);
        linear_list(linear);
    } else {
        linear_say(linear, LINEAR_NOTHING_TO_UNDO);
    }
    return true;
}

/* From an entry to the list, from what is near to what fits, from there to the questions. */
static bool do_back(struct linear *linear, const char *rest)
{
    (void)rest;
    if (linear->open != OFFER_NONE) {
        linear->open = OFFER_NONE;
        linear_page(linear);
        return true;
    }
    if (!linear->near_told && !linear_guide(linear, true))
        return false;
    linear_list(linear);
    return true;
}

static const struct {
    const char *words;  /* separated by spaces, translated when compared */
    bool takes_number;  /* a number may follow: "k 3" */
    bool (*act)(struct linear *linear, const char *rest);
} doings[] = {
    {N_("o open"), true, do_open},     {N_("m more"), false, do_more},   {N_("n near"), false, do_near},
    {N_("l list"), false, do_list},    {N_("c change"), false, do_change}, {N_("g guide questions"), false, do_questions},
    {N_("k keep"), true, do_keep},     {N_("w write print save"), false, do_write}, {N_("u undo"), false, do_undo},
    {N_("b back"), false, do_back}, {N_("f narrow"), false, do_narrow}, {N_("r order sort"), false, do_order},
    {N_("a again"), false, do_again}, {N_("e entries problems"), false, do_left_out},
};

/* "/ words": only offers that have them; "/" alone takes the search away. */
static void search(struct linear *linear, const char *words)
{
    bool empty = words[strspn(words, " ")] == '\0';
    size_t before = linear->before_count;
    bool understood = linear_add_terms(linear, words, true);
    if (empty && linear->before_count != before)
        linear_say(linear, LINEAR_NOT_SEARCHING);
    if (understood)
        linear_list(linear);
}

/* Does what the line says. False at the end of the input. */
static bool act(struct linear *linear, const char *text)
{
    if (*text == '\0')
        return true;
    if (*text == '/') {
        search(linear, text + 1);
        return true;
    }
    if (linear_number(text) != SIZE_MAX)
        return do_open(linear, text);
    struct buffer word = {0};
    size_t letters = strcspn(text, " 0123456789");
    const char *rest = text + letters + strspn(text + letters, " ");
    buffer_add(&word, text, letters);
    for (size_t i = 0; i < sizeof doings / sizeof *doings; i++) {
        if (!linear_is(buffer_text(&word), _(doings[i].words)) || (*rest && !doings[i].takes_number))
            continue;
        buffer_free(&word);
        return doings[i].act(linear, rest);
    }
    buffer_wipe(&word);
    buffer_free(&word);
    size_t key = strcspn(text, " :");
    if (key > 0 && text[key] == ':') { /* a term of the grammar, well written or not */
        if (linear_add_terms(linear, text, false))
            linear_list(linear);
        return true;
    }
    struct buffer typed = {0};
    buffer_add(&typed, text, width_fit(text, strlen(text), TYPED_COLUMNS, NULL));
    linear_format(linear, LINEAR_NOT_UNDERSTOOD, buffer_text(&typed));
    buffer_wipe(&typed);
    buffer_free(&typed);
    linear_say(linear, LINEAR_TO_SEARCH);
    return true;
}

static void converse(struct linear *linear, const struct opening *opening)
{
    size_t services = linear->catalogue->service_count;
    linear_format(linear, LINEAR_OPENING(services), services);
    linear_say(linear, LINEAR_PRIVATE);
    linear_say(linear, LINEAR_HOW);
    if (opening->catalogue->left_out > 0)
        linear_format(linear, LINEAR_LEFT_OUT(opening->catalogue->left_out), opening->catalogue->left_out);
    bool heard = linear_guide(linear, false);
    if (heard)
        linear_list(linear);
    while (heard && ask(linear)) {
        /* The line is overwritten by the next question. */
        struct buffer text = {0};
        buffer_add_text(&text, buffer_text(&linear->line));
        heard = act(linear, buffer_text(&text));
        buffer_wipe(&text);
        buffer_free(&text);
    }
    linear_say(linear, LINEAR_GOODBYE);
    linear->lost = fflush(stdout) != 0 || ferror(stdout) || linear->lost;
}

/* Begins with the area of the settings, if it is a place. */
static void begin(struct linear *linear, const char *area)
{
    struct buffer term = {0};
    linear->need = need_new();
    linear->open = OFFER_NONE;
    linear->area = PLACE_NONE;
    linear->input.echoes = isatty(STDIN_FILENO);
    linear->only_ascii = linear_only_ascii();
    buffer_add_text(&linear->from, linear->settings->from ? linear->settings->from : "");
    if (area) {
        buffer_format(&term, "in:%s", area);
        need_add(linear->need, linear->setting, buffer_text(&term), NULL);
        linear->area = need_place(linear->need);
    }
    buffer_free(&term);
}

static void finish(struct linear *linear)
{
    while (linear_undo(linear))
        ;
    need_free(linear->need);
    answer_list_free(&linear->answers);
    free(linear->kept);
    buffer_wipe(&linear->from);
    buffer_free(&linear->from);
    linear_input_forget(linear);
}

int command_linear(const struct options *options)
{
    struct opening opening;
    if (!opening_make(&opening, options))
        return STATUS_COULD_NOT;
    struct linear linear = {
        .settings = &opening.settings,
        .matcher = opening.matcher,
        .catalogue = opening.catalogue,
        .problems = opening.problems,
        .setting = matcher_need_setting(opening.matcher),
    };
    size_t counts[VERDICT_COUNT];
    begin(&linear, opening.settings.area);
    linear_signals_catch();
    converse(&linear, &opening);
    matcher_count(opening.matcher, linear.need, counts);
    int status = counts[VERDICT_SUITS] + counts[VERDICT_ENDING] + counts[VERDICT_ASK] > 0 ? STATUS_YES : STATUS_NOTHING;
    if (linear.lost) {
        complain(LINEAR_OUT_LOST);
        status = STATUS_COULD_NOT;
    }
    finish(&linear);
    opening_free(&opening);
    linear_signals_release();
    return status;
}

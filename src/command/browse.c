/* `signpost browse`: the list on the screen; without a terminal, the list as text. */
#include <stdlib.h>
#include <unistd.h>

#include "command/browse_sheets.h"
#include "command/command.h"
#include "command/linear.h"
#include "command/opening.h"
#include "command/terminal_look.h"
#include "command/words.h"
#include "screen/browse.h"
#include "text/memory.h"
#include "write/find.h"

/* The sentences of what could not be used, for the problem list of the screen. The array is the caller's; its texts are freed one by one. */
static char **left_out_sentences(const struct problems *problems, size_t *count)
{
    char **sentences = memory_new(problems_count(problems) + 1, sizeof *sentences);
    *count = 0;
    for (size_t i = 0; i < problems_count(problems); i++) {
        const struct problem *problem = problems_at(problems, i);
        if (problem->level != PROBLEM_ERROR)
            continue;
        struct buffer line = {0};
        problem_line(&line, problem);
        buffer_cut(&line, line.length > 0 ? line.length - 1 : 0);
        sentences[(*count)++] = line.bytes;
    }
    return sentences;
}

/* The need with which the list opens: the area of the configuration, if it is a place. */
static struct need *need_of_area(const struct need_setting *setting, const char *area)
{
    struct need *need = need_new();
    if (!area)
        return need;
    struct buffer term = {0};
    struct need_error error = {0};
    buffer_format(&term, "in:%s", area);
    if (!need_add(need, setting, buffer_text(&term), &error)) {
        complain("%s", error.sentence);
        need_error_free(&error);
    }
    buffer_free(&term);
    return need;
}

static int browse_on_screen(const struct options *options, const struct opening *opening)
{
    const struct configuration *settings = &opening->settings;
    struct need *need = need_of_area(matcher_need_setting(opening->matcher), settings->area);
    size_t count;
    char **sentences = left_out_sentences(opening->problems, &count);
    const char *why = NULL;
    enum browse_end end = browse(
        &(struct browse_setting){
            .matcher = opening->matcher,
            .need = need,
            .left_out = (const char *const *)sentences,
            .left_out_count = count,
            .colour = settings->colour && terminal_may_colour(options),
            .mouse = settings->mouse,
            .letters = settings->letters,
            .area = need_place(need),
            .sheets = browse_sheets_of(settings),
        },
        &why);
    if (end == BROWSE_NO_TERMINAL)
        complain("%s", why ? why : SAY_NO_SCREEN);
    for (size_t i = 0; i < count; i++)
        free(sentences[i]);
    free(sentences);
    need_free(need);
    return end == BROWSE_QUIT ? STATUS_YES : STATUS_COULD_NOT;
}

int command_browse(const struct options *options)
{
    struct options with_files = *options;
    if (options->word_count > 0) {
        with_files.catalogues = options->words;
        with_files.catalogue_count = options->word_count;
    }
    if (linear_wanted(options))
        return command_linear(&with_files);
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        with_files.word_count = 0;
        return command_find(&with_files);
    }
    const char *why = NULL;
    if (!browse_is_possible(&why)) {
        complain("%s", why);
        return command_linear(&with_files);
    }
    struct opening opening;
    if (!opening_make(&opening, &with_files))
        return STATUS_COULD_NOT;
    int status = browse_on_screen(options, &opening);
    opening_free(&opening);
    return status;
}

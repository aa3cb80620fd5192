/* `signpost browse`: the list on the screen; without a terminal, the list as text. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/browse_sheets.h"
#include "command/command.h"
#include "command/editor.h"
#include "command/keys.h"
#include "command/linear.h"
#include "command/opening.h"
#include "command/settings.h"
#include "command/terminal_look.h"
#include "command/themes.h"
#include "command/words.h"
#include "command/words_to_need.h"
#include "screen/browse.h"
#include "text/memory.h"

/* The sentences of the settings that are not used, for the problem list of the screen. The array is the caller's; its texts are freed one by one. */
static char **unused_sentences(const struct problems *problems, size_t *count)
{
    char **sentences = memory_new(problems_count(problems) + 1, sizeof *sentences);
    *count = 0;
    for (size_t i = 0; i < problems_count(problems); i++) {
        struct buffer line = {0};
        settings_line(&line, problems_at(problems, i));
        sentences[(*count)++] = line.bytes;
    }
    return sentences;
}

static void free_sentences(char **sentences, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(sentences[i]);
    free(sentences);
}

/* Whether the list can be read again: not from standard input. */
static bool has_files(const struct load_request *request)
{
    for (size_t i = 0; i < request->path_count; i++)
        if (strcmp(request->paths[i], "-") == 0)
            return false;
    return true;
}

static int browse_on_screen(const struct options *options, struct opening *opening)
{
    const struct configuration *settings = &opening->settings;
    struct need *need = need_of_area(matcher_need_setting(opening->matcher), settings->area);
    struct listing *listing = listing_new(opening->problems, opening->catalogue, opening->matcher);
    opening->problems = NULL;
    opening->catalogue = NULL;
    opening->matcher = NULL;
    size_t told = problems_count(opening->unused);
    struct key_map keys = keys_of(settings, opening->unused);
    struct themes themes;
    themes_open(&themes, settings, opening->unused);
    settings_tell(opening->unused, told);
    size_t unused_count;
    char **unused = unused_sentences(opening->unused, &unused_count);
    const char *why = NULL;
    enum browse_end end = browse(
        &(struct browse_setting){
            .listing = listing,
            .request = has_files(&opening->request) ? &opening->request : NULL,
            .match = opening->match,
            .need = need,
            .unused = (const char *const *)unused,
            .unused_count = unused_count,
            .themes = themes.items,
            .theme_count = themes.count,
            .theme = themes.chosen,
            .colour = settings->colour && terminal_may_colour(options),
            .mouse = settings->mouse,
            .keys = &keys,
            .sheets = browse_sheets_of(settings),
            .area = settings->area,
            .edit = editor_run,
        },
        &why);
    if (end == BROWSE_NO_TERMINAL)
        complain("%s", why ? why : SAY_NO_SCREEN);
    free_sentences(unused, unused_count);
    themes_free(&themes);
    need_free(need);
    return end == BROWSE_QUIT ? STATUS_YES : STATUS_COULD_NOT;
}

int command_browse(const struct options *options)
{
    if (options->keys)
        return keys_list(options);
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
    if (!opening_make_first(&opening, &with_files))
        return STATUS_COULD_NOT;
    int status = browse_on_screen(options, &opening);
    opening_free(&opening);
    return status;
}

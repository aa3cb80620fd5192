#include "command/opening.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/command.h"
#include "command/language.h"
#include "command/progress.h"
#include "command/settings.h"
#include "command/words.h"
#include "text/memory.h"

/* Lists of no more than so many bytes are read whole before the screen comes up: some 4000 services, in less time than an eye takes to blink. */
enum { FIRST_BYTES = 2 * 1024 * 1024 };

/* Room for the paths of the data files; the program has one set of them. */
static char data_paths[10][4096];

/* SIGNPOST_DATA names another folder, so that a tree that is not installed can run. */
const char *opening_data_folder(void)
{
    const char *folder = getenv("SIGNPOST_DATA");
    return folder && *folder ? folder : SIGNPOST_DATA_FOLDER;
}

/* The path of a shipped data file. */
static const char *data_path(size_t slot, const char *name)
{
    snprintf(data_paths[slot], sizeof data_paths[slot], "%s/%s", opening_data_folder(), name);
    return data_paths[slot];
}

void opening_data(struct load_request *request)
{
    request->vocabulary = data_path(0, "vocabulary.yaml");
    request->places = data_path(1, "places.csv");
    request->outcodes = data_path(2, "outcodes.csv");
    request->urgent = data_path(3, "urgent-help.yaml");
    /* Without it a sentence of the program's own stands in. */
    const char *explainer = data_path(6, "words/peer-support.yaml");
    request->explainer = access(explainer, F_OK) == 0 ? explainer : NULL;
    request->words = data_path(7, "words");
    request->themes = data_path(8, "themes");
    request->tiles = data_path(9, "tiles.csv");
}

void opening_tell_why(const struct problems *problems)
{
    for (size_t i = problems_count(problems); i-- > 0;) {
        const struct problem *problem = problems_at(problems, i);
        if (problem->level != PROBLEM_ERROR)
            continue;
        if (problem->where.line > 0)
            complain("%s:%u:%u: %s", problem->where.file, problem->where.line, problem->where.column, problem->sentence);
        else
            complain("%s", problem->sentence);
        return;
    }
    complain(SAY_NO_CATALOGUE);
}

/* Fills in the settings, the request and what is to be matched. */
static bool prepare(struct opening *opening, const struct options *options)
{
    static const char *shipped[2];
    *opening = (struct opening){.unused = problems_new()};
    if (!settings_read(&opening->settings, options, opening->unused)) {
        problems_free(opening->unused);
        return false;
    }
    shipped[0] = data_path(4, "services.yaml");
    shipped[1] = data_path(5, "national.yaml");
    opening->request = (struct load_request){
        .paths = opening->settings.catalogue_count > 0 ? opening->settings.catalogues : shipped,
        .path_count = opening->settings.catalogue_count > 0 ? opening->settings.catalogue_count : 2,
        .map = options->map,
        .languages = options->json || options->plain ? NULL : language_codes(), /* what programs read is the same in every language */
    };
    opening_data(&opening->request);
    if (opening->settings.explainer)
        opening->request.explainer = opening->settings.explainer;
    opening->match = (struct match_setting){
        .today = options->today,
        .near_miles = opening->settings.near_miles,
        .collate = language_has_order() ? strcoll : NULL,
    };
    return true;
}

/* Loads by a request that may ask for more than the opening's own. */
static void load(struct opening *opening, const struct load_request *request)
{
    problems_free(opening->problems);
    opening->problems = problems_new();
    opening->catalogue = load_catalogue(request, opening->problems);
    if (opening->catalogue)
        opening->matcher = matcher_new(opening->catalogue, &opening->match);
}

static bool load_whole(struct opening *opening, const struct options *options)
{
    struct load_request request = opening->request;
    struct progress progress;
    progress_start(&progress, options, &request);
    load(opening, &request);
    progress_end(&progress);
    if (opening->catalogue)
        return true;
    opening_tell_why(opening->problems);
    opening_free(opening);
    return false;
}

bool opening_make(struct opening *opening, const struct options *options)
{
    return prepare(opening, options) && load_whole(opening, options);
}

bool opening_make_first(struct opening *opening, const struct options *options)
{
    if (!prepare(opening, options))
        return false;
    struct load_request request = opening->request;
    request.first_bytes = FIRST_BYTES;
    for (size_t i = 0; i < request.path_count; i++)
        if (strcmp(request.paths[i], "-") == 0)
            return load_whole(opening, options);
    load(opening, &request);
    /* What a first look cannot make sense of may be good as a whole. */
    return opening->catalogue || load_whole(opening, options);
}

void opening_tell_left_out(const struct opening *opening)
{
    size_t count = opening->catalogue->left_out;
    if (count == 0 || !isatty(STDERR_FILENO))
        return;
    complain(SAY_LEFT_OUT(count), count);
}

void opening_free(struct opening *opening)
{
    matcher_free(opening->matcher);
    catalogue_free(opening->catalogue);
    problems_free(opening->problems);
    problems_free(opening->unused);
    configuration_free(&opening->settings);
    *opening = (struct opening){0};
}

struct catalogue *opening_data_alone(void)
{
    struct load_request request = {.allow_empty = true};
    opening_data(&request);
    struct problems *problems = problems_new();
    struct catalogue *catalogue = load_catalogue(&request, problems);
    if (catalogue == NULL)
        opening_tell_why(problems);
    problems_free(problems);
    return catalogue;
}

struct options opening_with_files(const struct options *options, size_t from)
{
    struct options all = *options;
    all.catalogues = memory_new(options->catalogue_count + options->word_count + 1, sizeof *all.catalogues);
    if (options->catalogue_count > 0)
        memcpy(all.catalogues, options->catalogues, options->catalogue_count * sizeof *all.catalogues);
    for (size_t i = from; i < options->word_count; i++)
        all.catalogues[all.catalogue_count++] = options->words[i];
    return all;
}

#include "command/opening.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/command.h"
#include "command/language.h"
#include "command/settings.h"
#include "command/words.h"
#include "read/load.h"

/* Room for the paths of the data files; the program has one set of them. */
static char data_paths[8][4096];

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

bool opening_make(struct opening *opening, const struct options *options)
{
    *opening = (struct opening){.unused = problems_new()};
    if (!settings_read(&opening->settings, options, opening->unused)) {
        problems_free(opening->unused);
        return false;
    }
    const char *shipped[] = {data_path(4, "services.yaml"), data_path(5, "national.yaml")};
    struct load_request request = {
        .paths = opening->settings.catalogue_count > 0 ? opening->settings.catalogues : shipped,
        .path_count = opening->settings.catalogue_count > 0 ? opening->settings.catalogue_count : 2,
        .languages = options->json || options->plain ? NULL : language_codes(), /* what programs read is the same in every language */
    };
    opening_data(&request);
    if (opening->settings.explainer)
        request.explainer = opening->settings.explainer;
    opening->problems = problems_new();
    opening->catalogue = load_catalogue(&request, opening->problems);
    if (!opening->catalogue) {
        opening_tell_why(opening->problems);
        opening_free(opening);
        return false;
    }
    opening->matcher = matcher_new(opening->catalogue, &(struct match_setting){
                                                           .today = options->today,
                                                           .near_miles = opening->settings.near_miles,
                                                           .collate = language_has_order() ? strcoll : NULL,
                                                       });
    return true;
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

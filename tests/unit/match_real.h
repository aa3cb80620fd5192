/* The catalogue that ships, loaded as the program does. */
#ifndef TESTS_MATCH_REAL_H
#define TESTS_MATCH_REAL_H

#include <stdio.h>
#include <stdlib.h>

#include "match/answer.h"
#include "read/load.h"

/* The folder of the source tree: set by make, else the current one. */
static inline const char *source_folder(void)
{
    const char *folder = getenv("srcdir");
    return folder && *folder ? folder : ".";
}

static inline struct catalogue *real_catalogue(const char *file)
{
    static char paths[4][4096];
    const char *names[4] = {file, "vocabulary.yaml", "places.csv", "outcodes.csv"};
    for (size_t i = 0; i < 4; i++)
        snprintf(paths[i], sizeof paths[i], "%s/data/%s", source_folder(), names[i]);
    const char *catalogues[] = {paths[0]};
    struct load_request request = {.paths = catalogues, .path_count = 1, .vocabulary = paths[1], .places = paths[2], .outcodes = paths[3]};
    struct problems *problems = problems_new();
    struct catalogue *catalogue = load_catalogue(&request, problems);
    if (!catalogue) {
        for (size_t i = 0; i < problems_count(problems); i++)
            fprintf(stderr, "%s\n", problems_at(problems, i)->sentence);
    }
    problems_free(problems);
    return catalogue;
}

static inline struct matcher *real_matcher(const struct catalogue *catalogue)
{
    struct match_setting setting = {.today = {2026, 11, 23}, .near_miles = 30};
    return matcher_new(catalogue, &setting);
}

#endif

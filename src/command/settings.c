#include "command/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "text/buffer.h"
#include "text/words.h"

#define FILE_NAME "signpost/signpost.yaml"

/* The site's files, the most important folder last, so that each is read over the one before. */
static void read_site(struct configuration *settings, struct problems *problems)
{
    const char *folders = getenv("XDG_CONFIG_DIRS");
    if (!folders || !*folders)
        folders = SIGNPOST_CONFIGURATION_FOLDERS;
    const char *end = folders + strlen(folders);
    while (end > folders) {
        const char *start = end;
        while (start > folders && start[-1] != ':')
            start--;
        if (end > start && *start == '/') {
            struct buffer path = {0};
            buffer_format(&path, "%.*s/%s", (int)(end - start), start, FILE_NAME);
            configuration_read(settings, buffer_text(&path), false, problems);
            buffer_free(&path);
        }
        end = start > folders ? start - 1 : folders;
    }
}

static void read_person(struct configuration *settings, struct problems *problems)
{
    struct buffer path = {0};
    const char *folder = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    if (folder && *folder == '/')
        buffer_format(&path, "%s/%s", folder, FILE_NAME);
    else if (home && *home == '/')
        buffer_format(&path, "%s/.config/%s", home, FILE_NAME);
    if (path.length > 0)
        configuration_read(settings, buffer_text(&path), false, problems);
    buffer_free(&path);
}

static void lay_over(struct configuration *settings, const struct options *options)
{
    const char *area = getenv("SIGNPOST_AREA");
    const char *catalogue = getenv("SIGNPOST_CATALOGUE");
    if (area && *area)
        settings->area = area;
    if (options->catalogue_count > 0 || (catalogue && *catalogue)) {
        size_t count = options->catalogue_count > 0 ? options->catalogue_count : 1;
        settings->catalogues = arena_get(settings->arena, count, sizeof *settings->catalogues);
        settings->catalogue_count = count;
        settings->catalogues[0] = catalogue;
        if (options->catalogue_count > 0)
            memcpy(settings->catalogues, options->catalogues, count * sizeof *settings->catalogues);
    }
    settings->mouse = settings->mouse && !options->no_mouse;
    settings->colour = settings->colour && !options->no_color;
}

static void tell(const struct problems *problems)
{
    for (size_t i = 0; i < problems_count(problems); i++) {
        const struct problem *problem = problems_at(problems, i);
        if (problem->where.line > 0)
            complain("%s:%u:%u: %s", problem->where.file, problem->where.line, problem->where.column, problem->sentence);
        else
            complain("%s", problem->sentence);
    }
}

bool settings_read(struct configuration *settings, const struct options *options)
{
    *settings = configuration_default();
    struct problems *problems = problems_new();
    bool good = true;
    if (options->config) {
        good = configuration_read(settings, options->config, true, problems);
    } else {
        read_site(settings, problems);
        read_person(settings, problems);
    }
    tell(problems);
    problems_free(problems);
    if (good)
        lay_over(settings, options);
    else
        configuration_free(settings);
    return good;
}

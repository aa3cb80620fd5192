#include "command/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "text/buffer.h"
#include "text/words.h"

#define OWN_FOLDER "signpost"
#define FILE_NAME "signpost.yaml"

static void add_folder(struct settings_folders *folders, const char *parent, size_t length, const char *below)
{
    if (length == 0 || *parent != '/' || folders->count == SETTINGS_FOLDERS_MOST)
        return;
    struct buffer path = {0};
    buffer_format(&path, "%.*s%s/%s", (int)length, parent, below, OWN_FOLDER);
    folders->paths[folders->count++] = arena_text(folders->arena, buffer_text(&path));
    buffer_free(&path);
}

struct settings_folders settings_folders(void)
{
    struct settings_folders folders = {.arena = arena_new()};
    const char *own = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    if (own && *own == '/')
        add_folder(&folders, own, strlen(own), "");
    else if (home)
        add_folder(&folders, home, strlen(home), "/.config");
    const char *site = getenv("XDG_CONFIG_DIRS");
    if (!site || !*site)
        site = SIGNPOST_CONFIGURATION_FOLDERS;
    for (const char *at = site; *at; at += at[strcspn(at, ":")] == ':' ? strcspn(at, ":") + 1 : strcspn(at, ":"))
        add_folder(&folders, at, strcspn(at, ":"), "");
    return folders;
}

/* The least important first, so that each is read over the one before. */
static void read_files(struct configuration *settings, struct problems *problems)
{
    struct settings_folders folders = settings_folders();
    for (size_t i = folders.count; i-- > 0;) {
        struct buffer path = {0};
        buffer_format(&path, "%s/%s", folders.paths[i], FILE_NAME);
        configuration_read(settings, buffer_text(&path), false, problems);
        buffer_free(&path);
    }
    arena_free(folders.arena);
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
    if (options->theme) {
        settings->theme = options->theme;
        settings->theme_where = (struct position){0};
    }
}

void settings_line(struct buffer *out, const struct problem *problem)
{
    if (problem->where.line > 0)
        buffer_format(out, "%s:%u:%u: ", problem->where.file, problem->where.line, problem->where.column);
    buffer_add_text(out, problem->sentence);
}

void settings_tell(const struct problems *problems, size_t from)
{
    for (size_t i = from; i < problems_count(problems); i++) {
        struct buffer line = {0};
        settings_line(&line, problems_at(problems, i));
        complain("%s", buffer_text(&line));
        buffer_free(&line);
    }
}

bool settings_read(struct configuration *settings, const struct options *options, struct problems *problems)
{
    *settings = configuration_default();
    bool good = true;
    if (options->config)
        good = configuration_read(settings, options->config, true, problems);
    else
        read_files(settings, problems);
    settings_tell(problems, 0);
    if (good)
        lay_over(settings, options);
    else
        configuration_free(settings);
    return good;
}

#include "command/themes.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "command/opening.h"
#include "command/settings.h"
#include "command/words.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/safe.h"

#define FOLDER "themes"
#define ENDING ".yaml"
#define PLAIN "plain"

/* More than a person could go through; what is over is not found. */
enum { THEMES_MOST = 100 };

struct found {
    const char *name; /* NULL: none */
    const char *path;
};

struct finding {
    struct arena *arena;
    struct found items[THEMES_MOST];
    size_t count;
};

/* The name of a theme by that of its file, without the folder and what it ends in. */
static const char *name_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *file = slash ? slash + 1 : path;
    size_t length = strlen(file);
    size_t ending = strlen(ENDING);
    if (length > ending && strcmp(file + length - ending, ENDING) == 0)
        length -= ending;
    struct buffer safe = {0};
    safe_text(&safe, file, length, false);
    const char *name = arena_text(arena, buffer_text(&safe));
    buffer_free(&safe);
    return name;
}

static void add(struct finding *finding, const char *name, const char *path)
{
    for (size_t i = 0; i < finding->count; i++)
        if (strcmp(finding->items[i].name, name) == 0)
            return;
    if (finding->count < THEMES_MOST)
        finding->items[finding->count++] = (struct found){name, path};
}

/* Adds the themes of a folder, which need not be there. */
static void look_into(struct finding *finding, const char *parent)
{
    struct buffer path = {0};
    buffer_format(&path, "%s/%s", parent, FOLDER);
    DIR *folder = opendir(buffer_text(&path));
    for (struct dirent *entry = folder ? readdir(folder) : NULL; entry; entry = readdir(folder)) {
        size_t length = strlen(entry->d_name);
        if (*entry->d_name == '.' || length <= strlen(ENDING) || strcmp(entry->d_name + length - strlen(ENDING), ENDING) != 0)
            continue;
        struct buffer file = {0};
        buffer_format(&file, "%s/%s", buffer_text(&path), entry->d_name);
        add(finding, name_of(finding->arena, entry->d_name), arena_text(finding->arena, buffer_text(&file)));
        buffer_free(&file);
    }
    if (folder)
        closedir(folder);
    buffer_free(&path);
}

static int by_name(const void *left, const void *right)
{
    const char *one = ((const struct found *)left)->name;
    const char *other = ((const struct found *)right)->name;
    bool plain = strcmp(one, PLAIN) == 0;
    return plain != (strcmp(other, PLAIN) == 0) ? (plain ? -1 : 1) : strcmp(one, other);
}

static void find(struct finding *finding)
{
    struct settings_folders folders = settings_folders();
    for (size_t i = 0; i < folders.count; i++)
        look_into(finding, folders.paths[i]);
    arena_free(folders.arena);
    look_into(finding, opening_data_folder());
    /* The terminal's own colours need no file. */
    add(finding, PLAIN, NULL);
    qsort(finding->items, finding->count, sizeof *finding->items, by_name);
}

/* The number of the theme that is wanted; one that stands in a file of its own is added. SIZE_MAX, and a problem, when there is none of that name. */
static size_t wanted(struct finding *finding, const struct configuration *settings, struct problems *problems)
{
    const char *theme = settings->theme;
    if (theme_is_file(theme) && finding->count < THEMES_MOST) {
        finding->items[finding->count++] = (struct found){name_of(finding->arena, theme), theme};
        return finding->count - 1;
    }
    struct near_name near = near_name_of(theme);
    for (size_t i = 0; i < finding->count; i++) {
        if (strcmp(finding->items[i].name, theme) == 0)
            return i;
        near_name_try(&near, finding->items[i].name);
    }
    if (near.name)
        problems_add(problems, PROBLEM_WARNING, "unknown-theme", settings->theme_where, SAY_UNKNOWN_THEME_NEAR, theme, near.name);
    else
        problems_add(problems, PROBLEM_WARNING, "unknown-theme", settings->theme_where, SAY_UNKNOWN_THEME, theme);
    return SIZE_MAX;
}

static bool read_theme(const struct found *found, struct theme *theme, struct problems *problems)
{
    *theme = (struct theme){.name = found->name};
    theme_looks_plain(theme_roles, ROLE_THEMED, theme->looks);
    return !found->path || theme_file_read(found->path, theme_roles, ROLE_THEMED, theme->looks, problems);
}

void themes_open(struct themes *themes, const struct configuration *settings, struct problems *problems)
{
    struct finding finding = {.arena = arena_new()};
    find(&finding);
    size_t chosen = wanted(&finding, settings, problems);
    *themes = (struct themes){.arena = finding.arena, .items = memory_new(finding.count, sizeof *themes->items)};
    struct problems *unheard = problems_new();
    for (size_t i = 0; i < finding.count; i++) {
        bool good = read_theme(&finding.items[i], &themes->items[themes->count], i == chosen ? problems : unheard);
        if (i == chosen && good)
            themes->chosen = themes->count;
        else if (i == chosen)
            problems_add(problems, PROBLEM_WARNING, "broken-theme", settings->theme_where, SAY_BROKEN_THEME, finding.items[i].name);
        /* What cannot be read looks as plain does, so that one stays. */
        themes->count += good || i == 0;
    }
    problems_free(unheard);
}

void themes_free(struct themes *themes)
{
    arena_free(themes->arena);
    free(themes->items);
    *themes = (struct themes){0};
}

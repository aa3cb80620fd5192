#include "command/check_files.h"

#include <stdlib.h>
#include <string.h>

#include "command/keys.h"
#include "command/opening.h"
#include "command/themes.h"
#include "read/bytes.h"
#include "read/configuration.h"
#include "read/load.h"
#include "read/load_files.h"
#include "read/mapping.h"
#include "read/theme_file.h"
#include "read/tiles.h"
#include "read/what_file.h"
#include "screen/theme.h"
#include "text/memory.h"

/* What a file is stands in its first lines, but a long block may come before the one that tells. */
enum { FIRST_BYTES = 256 * 1024 };

/* What the file is; *readable gets whether it can be read. One that cannot is left to the reader of catalogues, which says why. */
static enum what_file what_is(const char *path, bool *readable)
{
    struct bytes bytes;
    struct problems *unheard = problems_new();
    enum what_file what = WHAT_CATALOGUE;
    *readable = true;
    if (strcmp(path, "-") != 0) {
        *readable = bytes_read_first(path, FIRST_BYTES, &bytes, unheard);
        if (*readable) {
            what = what_file(path, bytes.text, bytes.length);
            bytes_free(&bytes);
        }
    }
    problems_free(unheard);
    return what;
}

/* Adds those problems that are the file's own: what is said of the lists beside it is nobody's business here. */
static void take_over(struct problems *problems, const struct problems *found, const char *path)
{
    for (size_t i = 0; i < problems_count(found); i++) {
        const struct problem *problem = problems_at(found, i);
        if (problem->where.file && strcmp(problem->where.file, path) == 0)
            problems_add(problems, problem->level, problem->name, problem->where, "%s", problem->sentence);
    }
}

/* Reads one file in the place of the one that came with Signpost. */
static bool check_data(enum what_file what, const char *path, struct problems *problems)
{
    struct load_request request = {.allow_empty = true};
    opening_data(&request);
    request.explainer = NULL;
    request.words = NULL;
    request.urgent = what == WHAT_URGENT ? path : what == WHAT_TRANSLATION ? request.urgent : NULL;
    if (what == WHAT_VOCABULARY)
        request.vocabulary = path;
    else if (what == WHAT_PLACES)
        request.places = path;
    else if (what == WHAT_OUTCODES)
        request.outcodes = path;
    else if (what == WHAT_EXPLAINER)
        request.explainer = path;
    else if (what == WHAT_TRANSLATION)
        request.translation = path;
    struct catalogue *catalogue = load_catalogue(&request, problems);
    bool read = catalogue != NULL;
    catalogue_free(catalogue);
    return read;
}

static bool check_settings(const char *path, struct problems *problems)
{
    struct configuration settings = configuration_default();
    bool read = configuration_read(&settings, path, true, problems);
    if (read) {
        struct themes themes;
        keys_of(&settings, problems);
        themes_open(&themes, &settings, problems);
        themes_free(&themes);
    }
    configuration_free(&settings);
    return read;
}

static bool check_theme(const char *path, struct problems *problems)
{
    struct theme_look looks[ROLE_THEMED];
    theme_looks_plain(theme_roles, ROLE_THEMED, looks);
    return theme_file_read(path, theme_roles, ROLE_THEMED, looks, problems);
}

static bool check_tiles(const char *path, struct problems *problems)
{
    struct load_request request = {.allow_empty = true};
    opening_data(&request);
    struct catalogue *catalogue = load_catalogue(&request, problems);
    struct tiles tiles = {0};
    bool read = catalogue && tiles_read(&tiles, path, catalogue->gazetteer, problems);
    tiles_free(&tiles);
    catalogue_free(catalogue);
    return read;
}

static bool check_mapping(const char *path, struct problems *problems)
{
    struct bytes bytes;
    if (!bytes_read(path, &bytes, problems))
        return false;
    struct mapping *mapping = mapping_read(path, &bytes, problems);
    bool read = mapping != NULL;
    mapping_free(mapping);
    bytes_free(&bytes);
    return read;
}

/* A file that is no catalogue. False when nothing came of it. */
static bool check_other(enum what_file what, const char *path, struct problems *problems)
{
    struct problems *found = problems_new();
    bool read;
    switch (what) {
    case WHAT_SETTINGS: read = check_settings(path, found); break;
    case WHAT_THEME: read = check_theme(path, found); break;
    case WHAT_TILES: read = check_tiles(path, found); break;
    case WHAT_MAPPING: read = check_mapping(path, found); break;
    default: read = check_data(what, path, found); break;
    }
    take_over(problems, found, path);
    problems_free(found);
    return read;
}

struct checked_files check_files(const char *const *paths, size_t count, const char *map, struct problems *problems)
{
    struct file_list list = {.arena = arena_new()};
    struct load_request everything = {.paths = paths, .path_count = count};
    struct checked_files files = {.all_read = file_list_make(&list, &everything, problems)};
    const char **catalogues = memory_new(list.count + 1, sizeof *catalogues);
    struct load_request request = {.paths = catalogues, .map = map, .allow_empty = true, .go_on = true};
    for (size_t i = 0; i < list.count; i++) {
        bool readable;
        enum what_file what = what_is(list.items[i].path, &readable);
        files.all_read = files.all_read && (readable || !list.items[i].named);
        if (what == WHAT_CATALOGUE)
            catalogues[request.path_count++] = list.items[i].path;
        else
            files.all_read = check_other(what, list.items[i].path, problems) && files.all_read;
    }
    if (request.path_count > 0) {
        opening_data(&request);
        files.catalogue = load_catalogue(&request, problems);
        files.all_read = files.all_read && files.catalogue;
    }
    free(catalogues);
    free(list.items);
    free(list.folders);
    arena_free(list.arena);
    return files;
}

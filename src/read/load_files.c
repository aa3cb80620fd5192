#include "read/load_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "read/csv_rows.h"
#include "read/json_pieces.h"
#include "read/words.h"
#include "text/buffer.h"
#include "text/memory.h"

enum {
    DEPTH_MOST = 8,
    DATA_FILES = 8,
};

struct identity {
    dev_t device;
    ino_t number;
};

struct walk {
    struct file_list *list;
    struct problems *problems;
    struct identity data[DATA_FILES]; /* of files and the folder that are no catalogue though they may stand among them */
    size_t data_count;
    struct identity folders[DEPTH_MOST]; /* those that are open, against a link that leads back */
    size_t depth;
};

static struct identity identity_of(const struct stat *status)
{
    return (struct identity){.device = status->st_dev, .number = status->st_ino};
}

/* The file of a folder that is a tabular data package (read/open_referral_tables.h). */
#define PACKAGE "datapackage.json"

static bool is_among(const struct identity *known, size_t count, struct identity one)
{
    for (size_t i = 0; i < count; i++)
        if (known[i].device == one.device && known[i].number == one.number)
            return true;
    return false;
}

enum file_kind file_kind_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash != NULL ? slash : path, '.');
    if (dot == NULL)
        return FILE_UNKNOWN;
    if (strcasecmp(dot, ".yaml") == 0 || strcasecmp(dot, ".yml") == 0)
        return FILE_YAML;
    if (strcasecmp(dot, ".json") == 0 || strcasecmp(dot, ".jsonl") == 0 || strcasecmp(dot, ".ndjson") == 0)
        return FILE_JSON;
    return strcasecmp(dot, ".csv") == 0 ? FILE_CSV : FILE_UNKNOWN;
}

static enum file_kind kind_by_content(const struct bytes *bytes)
{
    if (json_is_foreign(bytes->text, bytes->length))
        return FILE_JSON;
    char separator = csv_separator(bytes->text, bytes->length);
    const char *at = bytes->text;
    const char *end = at + bytes->length;
    while (at < end && (*at == '\n' || *at == '\r'))
        at++;
    const char *cell = at;
    for (;; at++) {
        bool line_ends = at == end || *at == '\n' || *at == '\r';
        if (!line_ends && *at != separator)
            continue;
        size_t length = (size_t)(at - cell);
        bool quoted = length >= 2 && cell[0] == '"' && cell[length - 1] == '"';
        const char *text = quoted ? cell + 1 : cell;
        length -= quoted ? 2 : 0;
        if ((length == 7 && memcmp(text, "service", length) == 0) || (length == 4 && memcmp(text, "name", length) == 0))
            return FILE_CSV;
        if (line_ends)
            return FILE_YAML;
        cell = at + 1;
    }
}

enum file_kind file_kind_to_read(const char *path, const struct bytes *bytes, bool mapped)
{
    enum file_kind named = file_kind_of(path);
    if (named == FILE_YAML || named == FILE_CSV)
        return named;
    enum file_kind kind = kind_by_content(bytes);
    return named == FILE_UNKNOWN && kind == FILE_YAML && mapped ? FILE_CSV : kind; /* what else would be mapped? */
}

static void add_file(struct walk *walk, const char *path, bool named, const struct stat *status)
{
    struct file_list *list = walk->list;
    list->items = memory_room(list->items, list->count, &list->room, sizeof *list->items);
    bool sized = status != NULL && S_ISREG(status->st_mode) && status->st_size > 0;
    list->items[list->count++] = (struct listed_file){
        .path = arena_text(list->arena, path),
        .named = named,
        .size = sized ? (size_t)status->st_size : 0,
    };
}

static void tell_errno(struct walk *walk, const char *path, int error)
{
    struct position where = {.file = path};
    if (error == EACCES || error == EPERM)
        problems_add(walk->problems, PROBLEM_ERROR, "unreadable", where, WORDS_FORBIDDEN, path);
    else
        problems_add(walk->problems, PROBLEM_ERROR, "unreadable", where, WORDS_UNREADABLE, path, strerror(error));
}

static int compare_names(const void *left, const void *right)
{
    const char *const *one = left;
    const char *const *other = right;
    return strcmp(*one, *other);
}

/* The names in a folder, sorted, without hidden ones; owned by the list's arena but for the array. NULL, with a problem, when it cannot be
 * read. */
static const char **read_names(struct walk *walk, const char *path, size_t *count)
{
    size_t room = 1;
    const char **names = memory_new(room, sizeof *names);
    DIR *folder = opendir(path);
    errno = folder == NULL ? errno : 0;
    *count = 0;
    for (const struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL; errno = 0) {
        if (entry->d_name[0] == '.')
            continue;
        names = memory_room(names, *count, &room, sizeof *names);
        names[(*count)++] = arena_text(walk->list->arena, entry->d_name);
    }
    int error = errno;
    if (folder != NULL)
        closedir(folder);
    if (folder == NULL || error != 0) {
        tell_errno(walk, path, error);
        free(names);
        return NULL;
    }
    qsort(names, *count, sizeof *names, compare_names);
    return names;
}

static bool walk_folder(struct walk *walk, const char *path, const struct stat *status);

static void look_at(struct walk *walk, const char *path)
{
    struct stat status;
    bool there = stat(path, &status) == 0;
    bool data = there && is_among(walk->data, walk->data_count, identity_of(&status));
    if (there && S_ISDIR(status.st_mode)) {
        if (data)
            return;
        if (walk->depth == DEPTH_MOST)
            problems_add(walk->problems, PROBLEM_WARNING, "too-deep", (struct position){.file = path}, WORDS_TOO_DEEP_FOLDER, path);
        else if (!is_among(walk->folders, walk->depth, identity_of(&status)))
            walk_folder(walk, path, &status);
    } else if (file_kind_of(path) != FILE_UNKNOWN && !data) {
        add_file(walk, path, false, there ? &status : NULL);
    }
}

/* Adds what is in a folder, of which there are no more than DEPTH_MOST open. False when it cannot be read. */
static bool walk_folder(struct walk *walk, const char *path, const struct stat *status)
{
    size_t count;
    const char **names = read_names(walk, path, &count);
    if (names == NULL)
        return false;
    struct buffer inner = {0};
    struct file_list *list = walk->list;
    list->folders = memory_room(list->folders, list->folder_count, &list->folder_room, sizeof *list->folders);
    list->folders[list->folder_count++] = arena_text(list->arena, path);
    walk->folders[walk->depth++] = identity_of(status);
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], PACKAGE) == 0) { /* which names the others that belong to it */
            names[0] = names[i];
            count = 1;
        }
    for (size_t i = 0; i < count; i++) {
        buffer_clear(&inner);
        buffer_add_text(&inner, path);
        if (inner.length > 0 && inner.bytes[inner.length - 1] != '/')
            buffer_add_byte(&inner, '/');
        buffer_add_text(&inner, names[i]);
        look_at(walk, buffer_text(&inner));
    }
    walk->depth--;
    buffer_free(&inner);
    free(names);
    return true;
}

static void note_data(struct walk *walk, const char *path)
{
    struct stat status;
    if (path != NULL && stat(path, &status) == 0)
        walk->data[walk->data_count++] = identity_of(&status);
}

bool file_list_make(struct file_list *list, const struct load_request *request, struct problems *problems)
{
    struct walk walk = {.list = list, .problems = problems};
    const char *const data[DATA_FILES] = {request->vocabulary, request->places, request->outcodes, request->urgent,
                                           request->explainer,  request->words,  request->themes, request->tiles};
    for (size_t i = 0; i < DATA_FILES; i++)
        note_data(&walk, data[i]);
    for (size_t i = 0; i < request->path_count; i++) {
        const char *path = request->paths[i];
        struct stat status;
        bool there = strcmp(path, "-") != 0 && stat(path, &status) == 0;
        if (!there || !S_ISDIR(status.st_mode)) {
            add_file(&walk, path, true, there ? &status : NULL);
            continue;
        }
        size_t before = list->count;
        if (!walk_folder(&walk, path, &status))
            return false;
        if (list->count == before) {
            problems_add(problems, PROBLEM_ERROR, "no-catalogue", (struct position){.file = path}, WORDS_NO_CATALOGUE, path);
            return false;
        }
    }
    return true;
}

bool file_list_folder(struct file_list *list, const char *path, struct problems *problems)
{
    struct walk walk = {.list = list, .problems = problems};
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
        return false;
    size_t count;
    const char **names = read_names(&walk, path, &count);
    for (size_t i = 0; names != NULL && i < count; i++) {
        struct buffer inner = {0};
        buffer_format(&inner, "%s/%s", path, names[i]);
        if (file_kind_of(buffer_text(&inner)) == FILE_YAML)
            add_file(&walk, buffer_text(&inner), false, NULL);
        buffer_free(&inner);
    }
    bool read = names != NULL;
    free(names);
    return read;
}

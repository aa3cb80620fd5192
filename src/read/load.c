/* Loading: the data files first, because services are understood by them, then every file of the catalogue. */
#include "read/load.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "read/bytes.h"
#include "read/catalogue_files.h"
#include "read/csv_rows.h"
#include "read/load_files.h"
#include "read/words.h"

enum { LANGUAGE_LONGEST = 16 };

struct loading {
    const struct load_request *request;
    struct problems *problems;
    struct gazetteer *gazetteer;
    struct vocabulary *vocabulary;
    struct mapping *mapping;
    struct catalogue_builder *builder; /* owns the gazetteer and the vocabulary */
    struct urgent_help *urgent;
    struct explainer *explainer;
    struct file_list files;
    size_t bytes_done; /* of files that are read */
    size_t bytes_all;
    size_t met; /* services or rows */
    size_t left_out;
    bool part; /* there is more than was read */
    size_t first_problem; /* of the catalogue's own files */
};

static struct position start_of(const char *path)
{
    return (struct position){.file = path};
}

/* Reads a file that must have something in it. */
static bool read_something(struct loading *loading, const char *path, struct bytes *bytes)
{
    if (!bytes_read(path, bytes, loading->problems))
        return false;
    if (bytes->length > 0)
        return true;
    problems_add(loading->problems, PROBLEM_ERROR, "empty-file", start_of(path), WORDS_EMPTY, path);
    bytes_free(bytes);
    return false;
}

/* Reads one data file, unless there is none. False when nothing came of it. */
static bool load_data(struct loading *loading, const char *path, void (*reader)(struct catalogue_file *))
{
    struct bytes bytes;
    if (path == NULL)
        return true;
    if (!read_something(loading, path, &bytes))
        return false;
    struct catalogue_file file = {.file = path, .bytes = &bytes, .builder = loading->builder, .problems = loading->problems};
    reader(&file);
    bytes_free(&bytes);
    return file.met > 0;
}

static void load_outcodes(struct loading *loading)
{
    const char *path = loading->request->outcodes;
    struct bytes bytes;
    if (path == NULL || !read_something(loading, path, &bytes))
        return;
    struct catalogue_file file = {.file = path, .bytes = &bytes, .problems = loading->problems};
    read_outcodes(&file, loading->gazetteer);
    bytes_free(&bytes);
}

static void load_urgent(struct loading *loading)
{
    const char *path = loading->request->urgent;
    struct bytes bytes;
    if (path == NULL || !read_something(loading, path, &bytes))
        return;
    loading->urgent = read_urgent(path, &bytes, loading->gazetteer, loading->request->languages, loading->problems);
    bytes_free(&bytes);
}

static void load_explainer(struct loading *loading)
{
    const char *path = loading->request->explainer;
    struct bytes bytes;
    if (path == NULL || !read_something(loading, path, &bytes))
        return;
    loading->explainer = read_explainer(path, &bytes, loading->problems);
    bytes_free(&bytes);
}

/* The language that a file is named after, "words/cy.yaml", into code; "" when it is another file, for the names of languages are two letters or three,
 * and perhaps a territory. */
static void file_language(const char *path, char code[LANGUAGE_LONGEST])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    const char *name = strrchr(path, '/');
    name = name != NULL ? name + 1 : path;
    size_t length = strcspn(name, ".");
    size_t first = strspn(name, letters);
    bool language = (first == 2 || first == 3) && (name[first] == '.' || name[first] == '-') && length < LANGUAGE_LONGEST;
    memcpy(code, name, language ? length : 0);
    code[language ? length : 0] = '\0';
}

static void load_translation(struct loading *loading, const char *path, const char *language, bool show)
{
    struct bytes bytes;
    if (!read_something(loading, path, &bytes))
        return;
    struct catalogue_file file = {.file = path, .bytes = &bytes, .builder = loading->builder, .problems = loading->problems};
    read_translation(&file, language, loading->urgent, show);
    bytes_free(&bytes);
}

static bool is_wanted(const char *const *languages, const char *language)
{
    for (size_t i = 0; languages != NULL && languages[i] != NULL; i++)
        if (strcasecmp(languages[i], language) == 0)
            return true;
    return false;
}

/* False when the mapping cannot be used: without it every column would be unknown. */
static bool load_mapping(struct loading *loading)
{
    const char *path = loading->request->map;
    struct bytes bytes;
    if (path == NULL)
        return true;
    if (!read_something(loading, path, &bytes))
        return false;
    loading->mapping = mapping_read(path, &bytes, loading->problems);
    bytes_free(&bytes);
    return loading->mapping != NULL;
}

/* All languages, for people type words of any; those that are wanted first, for the first has a name that two share. */
static void load_translations(struct loading *loading)
{
    const char *const *languages = loading->request->languages;
    struct file_list files = {.arena = loading->files.arena};
    char code[LANGUAGE_LONGEST];
    if (loading->request->words == NULL || !file_list_folder(&files, loading->request->words, loading->problems))
        return;
    for (size_t wanted = 0; languages != NULL && languages[wanted] != NULL; wanted++)
        for (size_t i = 0; i < files.count; i++) {
            file_language(files.items[i].path, code);
            if (strcasecmp(code, languages[wanted]) == 0)
                load_translation(loading, files.items[i].path, code, true);
        }
    for (size_t i = 0; i < files.count; i++) {
        file_language(files.items[i].path, code);
        if (code[0] != '\0' && !is_wanted(languages, code))
            load_translation(loading, files.items[i].path, code, false);
    }
    free(files.items);
}

/* One file on its way, and what is told of it. */
struct telling {
    struct loading *loading;
    const struct catalogue_file *file;
};

static bool tell(void *data, size_t bytes_done)
{
    const struct telling *telling = data;
    const struct loading *loading = telling->loading;
    const struct load_request *request = loading->request;
    size_t done = loading->bytes_done + bytes_done;
    struct load_progress progress = {
        .bytes_done = done,
        .bytes_all = done > loading->bytes_all ? done : loading->bytes_all,
        .services = loading->met + telling->file->met,
    };
    return request->progress(request->progress_data, &progress);
}

/* Takes away the last entry of a YAML file of which only the first part was read: without its last lines it would say something else. What the
 * entries of the list begin with stands farthest to the left. */
static void cut_last_entry(struct bytes *bytes)
{
    size_t least = SIZE_MAX;
    size_t last = 0;
    for (size_t at = 0; at < bytes->length;) {
        const char *line = bytes->text + at;
        size_t indent = 0;
        while (at + indent < bytes->length && line[indent] == ' ')
            indent++;
        if (at + indent < bytes->length && line[indent] == '-' && indent <= least) {
            least = indent;
            last = at;
        }
        const char *end = memchr(line, '\n', bytes->length - at);
        at = end != NULL ? (size_t)(end - bytes->text) + 1 : bytes->length;
    }
    bytes->length = last;
    bytes->text[last] = 0;
}

/* Reads the bytes of a file, or as many as are left to a first look. */
static bool read_bytes(struct loading *loading, const char *path, struct bytes *bytes)
{
    size_t most = loading->request->first_bytes;
    if (most == 0)
        return bytes_read(path, bytes, loading->problems);
    return bytes_read_first(path, most - loading->bytes_done, bytes, loading->problems);
}

/* The bytes into the builder. False when somebody stopped it. */
static bool read_entries(struct loading *loading, const struct listed_file *listed, struct bytes *bytes)
{
    struct catalogue_file file = {
        .file = listed->path,
        .bytes = bytes,
        .builder = loading->builder,
        .problems = loading->problems,
        .gazetteer = loading->gazetteer,
        .vocabulary = loading->vocabulary,
        .keep = loading->request->keep_foreign,
        .mapping = loading->mapping,
    };
    struct telling telling = {.loading = loading, .file = &file};
    enum file_kind kind = file_kind_to_read(listed->path, bytes, loading->mapping != NULL);
    if (loading->request->progress != NULL) {
        file.tell = tell;
        file.data = &telling;
    }
    if (bytes->part && kind == FILE_YAML)
        cut_last_entry(bytes);
    bool going = true;
    if (bytes->length == 0 && !bytes->part)
        problems_add(loading->problems, PROBLEM_ERROR, "empty-file", start_of(listed->path), WORDS_EMPTY, listed->path);
    else if (bytes->length > 0)
        going = kind == FILE_JSON  ? read_catalogue_json(&file)
                : kind == FILE_CSV ? read_catalogue_csv(&file)
                                   : read_catalogue_yaml(&file);
    loading->met += file.met;
    loading->left_out += file.left_out;
    loading->bytes_done += bytes->length;
    file.met = 0;
    return going && (file.tell == NULL || tell(&telling, 0));
}

/* Reads one file of the catalogue. False when the loading is over: it was named and is refused, or somebody stopped it. */
static bool load_file(struct loading *loading, const struct listed_file *listed)
{
    struct bytes bytes;
    if (!read_bytes(loading, listed->path, &bytes))
        return !listed->named || loading->request->go_on;
    bool going = read_entries(loading, listed, &bytes);
    loading->part = loading->part || bytes.part;
    bytes_free(&bytes);
    if (going)
        return true;
    loading->part = true;
    if (loading->request->keep_part)
        return true;
    problems_add(loading->problems, PROBLEM_ERROR, "cancelled", start_of(listed->path), WORDS_CANCELLED, listed->path);
    return false;
}

static bool load_everything(struct loading *loading)
{
    const struct load_request *request = loading->request;
    if (!load_data(loading, request->vocabulary, read_vocabulary) || !load_data(loading, request->places, read_places))
        return false;
    load_outcodes(loading);
    load_urgent(loading);
    load_explainer(loading);
    load_translations(loading);
    if (request->translation != NULL) {
        char code[LANGUAGE_LONGEST];
        file_language(request->translation, code);
        load_translation(loading, request->translation, code, false);
    }
    loading->first_problem = problems_count(loading->problems);
    if (!load_mapping(loading) || !file_list_make(&loading->files, request, loading->problems))
        return false;
    for (size_t i = 0; i < loading->files.count; i++)
        loading->bytes_all += loading->files.items[i].size;
    for (size_t i = 0; i < loading->files.count && !loading->part; i++) {
        if (request->first_bytes > 0 && loading->bytes_done >= request->first_bytes)
            loading->part = true;
        else if (!load_file(loading, &loading->files.items[i]))
            return false;
    }
    return true;
}

/* Says why there is nothing: the first mistake, or that nothing stands there. */
static void tell_nothing(const struct loading *loading)
{
    struct problems *problems = loading->problems;
    size_t first = loading->first_problem;
    while (first < problems_count(problems) && problems_at(problems, first)->level != PROBLEM_ERROR)
        first++;
    const char *path = loading->request->path_count > 0 ? loading->request->paths[0] : "";
    if (first == problems_count(problems)) {
        problems_add(problems, PROBLEM_ERROR, "no-services", start_of(path), WORDS_NO_SERVICES, path);
        return;
    }
    struct problem problem = *problems_at(problems, first);
    problems_add(problems, PROBLEM_ERROR, "no-services", problem.where, WORDS_NONE_USABLE, problem.sentence);
}

/* Finishing tells of places that lie in unknown ones, if nothing has before; the sentence that says why there is no catalogue is to stay
 * the last error. */
static struct catalogue *finish(struct loading *loading, bool loaded)
{
    struct problems *problems = loading->problems;
    size_t count = problems_count(problems);
    struct catalogue *catalogue = catalogue_builder_finish(loading->builder);
    size_t last = count;
    while (last > 0 && problems_at(problems, last - 1)->level != PROBLEM_ERROR)
        last--;
    if (!loaded && last > 0 && problems_count(problems) > count) {
        struct problem why = *problems_at(problems, last - 1);
        problems_add(problems, why.level, why.name, why.where, "%s", why.sentence);
    }
    catalogue->urgent = loading->urgent;
    catalogue->explainer = loading->explainer;
    catalogue->left_out += loading->left_out;
    catalogue->part = loading->part;
    return catalogue;
}

struct catalogue *load_catalogue(const struct load_request *request, struct problems *problems)
{
    struct vocabulary *vocabulary = vocabulary_new();
    struct loading loading = {
        .request = request,
        .problems = problems,
        .gazetteer = gazetteer_new(),
        .vocabulary = vocabulary,
        .files = {.arena = arena_new()},
    };
    loading.builder = catalogue_builder_new(loading.gazetteer, vocabulary, NULL, problems);
    catalogue_builder_languages(loading.builder, request->languages);
    bool loaded = load_everything(&loading);
    struct catalogue *catalogue = finish(&loading, loaded);
    if (loaded && catalogue->service_count == 0 && !request->allow_empty) {
        tell_nothing(&loading);
        loaded = false;
    }
    mapping_free(loading.mapping);
    free(loading.files.items);
    free(loading.files.folders);
    arena_free(loading.files.arena);
    if (loaded)
        return catalogue;
    catalogue_free(catalogue);
    return NULL;
}

#include "command/written_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "command/keeping_words.h"
#include "command/opening.h"
#include "read/json_pieces.h"
#include "read/load_files.h"
#include "text/memory.h"
#include "text/safe.h"
#include "write/find.h"

/* Problems of the files on standard error. Whether one is an error. */
static bool tell_problems(struct problems *problems)
{
    struct buffer out = {0};
    problems_sort(problems);
    for (size_t i = 0; i < problems_count(problems); i++)
        problem_line(&out, problems_at(problems, i));
    fwrite(buffer_text(&out), 1, out.length, stderr);
    buffer_free(&out);
    return problems_count_level(problems, PROBLEM_ERROR) > 0;
}

static bool read_mapping(struct written_files *files, const char *path, struct problems *problems)
{
    struct bytes bytes;
    if (!bytes_read(path, &bytes, problems))
        return false;
    files->mapping = mapping_read(path, &bytes, problems);
    bytes_free(&bytes);
    return files->mapping != NULL;
}

static void read_file(struct written_files *files, const char *path, struct problems *problems)
{
    struct bytes bytes;
    if (!bytes_read(path, &bytes, problems))
        return;
    struct written *written = files->items[files->count++] = written_new();
    if (files->data == NULL && json_is_foreign(bytes.text, bytes.length))
        files->data = opening_data_alone();
    written->gazetteer = files->data != NULL ? files->data->gazetteer : NULL;
    written->vocabulary = files->data != NULL ? files->data->vocabulary : NULL;
    written->mapping = files->mapping;
    written_read(written, strcmp(path, "-") == 0 ? "-" : path, &bytes, problems);
    bytes_free(&bytes);
}

bool written_files_read(struct written_files *files, const char *const *paths, size_t count, const char *map, enum join_prefer prefer, struct join *join)
{
    struct load_request request = {.paths = paths, .path_count = count};
    struct file_list list = {.arena = arena_new()};
    struct problems *problems = problems_new();
    *files = (struct written_files){.all = NULL};
    opening_data(&request);
    bool good = (map == NULL || read_mapping(files, map, problems)) && file_list_make(&list, &request, problems);
    files->items = memory_new(list.count + 1, sizeof *files->items);
    files->items[files->count++] = written_new();
    for (size_t i = 0; i < list.count && good; i++)
        read_file(files, list.items[i].path, problems);
    good = !tell_problems(problems) && good;
    if (good && files->count == 2) {
        files->all = files->items[1];
    } else if (good) {
        files->all = files->items[0];
        for (size_t i = 1; i < files->count; i++)
            written_join(files->all, files->items[i], prefer, join);
    }
    problems_free(problems);
    free(list.items);
    free(list.folders);
    arena_free(list.arena);
    if (!good)
        written_files_free(files);
    return good;
}

void written_files_free(struct written_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        written_free(files->items[i]);
    free(files->items);
    mapping_free(files->mapping);
    catalogue_free(files->data);
    *files = (struct written_files){0};
}

static void add_safe(struct buffer *out, const char *text)
{
    safe_text(out, text, strlen(text), false);
}

void written_files_tell(const struct join *join, bool decided)
{
    for (size_t i = 0; i < join->count; i++) {
        const struct join_conflict *conflict = &join->conflicts[i];
        struct buffer one = {0};
        struct buffer other = {0};
        struct buffer about = {0};
        if ((conflict->taken >= 0) != decided)
            continue;
        add_safe(&about, conflict->about);
        buffer_add_text(&about, ", ");
        add_safe(&about, conflict->field);
        int first = conflict->taken == 1 ? 1 : 0;
        add_safe(&one, conflict->says[first]);
        add_safe(&other, conflict->says[1 - first]);
        const struct position *where = conflict->where;
        fprintf(stderr, decided ? KEEPING_TAKEN : KEEPING_CONFLICT, where[first].file, where[first].line, buffer_text(&about), buffer_text(&one),
                where[1 - first].file, where[1 - first].line, buffer_text(&other));
        fputc('\n', stderr);
        buffer_free(&one);
        buffer_free(&other);
        buffer_free(&about);
    }
}

/* For tests of the readers: a folder of their own for files, and problems as text. */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalogue/problem.h"
#include "text/buffer.h"

struct folder {
    char path[512];
};

static inline struct folder folder_new(void)
{
    struct folder folder;
    const char *parent = getenv("TMPDIR");
    snprintf(folder.path, sizeof folder.path, "%s/signpost-test-XXXXXX", parent != NULL && *parent != '\0' ? parent : P_tmpdir);
    assert_non_null(mkdtemp(folder.path));
    return folder;
}

/* The path of a name in the folder; one of a few buffers that take turns. */
static inline const char *folder_path(const struct folder *folder, const char *name)
{
    static char paths[8][1024];
    static size_t turn;
    char *path = paths[turn++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder->path, name);
    return path;
}

static inline const char *folder_put(const struct folder *folder, const char *name, const char *bytes, size_t length)
{
    const char *path = folder_path(folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return path;
}

static inline const char *folder_put_text(const struct folder *folder, const char *name, const char *text)
{
    return folder_put(folder, name, text, strlen(text));
}

/* Removes the folder and what the test put there. */
static inline void folder_remove(const char *path)
{
    DIR *open_folder = opendir(path);
    struct buffer inner = {0};
    assert_non_null(open_folder);
    for (struct dirent *entry; (entry = readdir(open_folder)) != NULL;) {
        struct stat status;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        buffer_clear(&inner);
        buffer_format(&inner, "%s/%s", path, entry->d_name);
        if (lstat(buffer_text(&inner), &status) == 0 && S_ISDIR(status.st_mode))
            folder_remove(buffer_text(&inner));
        else
            unlink(buffer_text(&inner));
    }
    buffer_free(&inner);
    closedir(open_folder);
    rmdir(path);
}

/* Each problem as "line:column name", one a line. */
static inline void problems_text(struct buffer *out, const struct problems *problems)
{
    for (size_t i = 0; i < problems_count(problems); i++) {
        const struct problem *problem = problems_at(problems, i);
        buffer_format(out, "%u:%u %s\n", problem->where.line, problem->where.column, problem->name);
    }
}

/* The only problem there is, of this level and name. */
static inline const struct problem *only_problem(const struct problems *problems, enum problem_level level, const char *name)
{
    assert_int_equal(problems_count(problems), 1);
    const struct problem *problem = problems_at(problems, 0);
    assert_string_equal(problem->name, name);
    assert_int_equal(problem->level, level);
    return problem;
}

/* Reads a whole file of the suites or the data; the caller frees. */
static inline char *slurp(const char *path, size_t *length)
{
    struct stat status;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    assert_int_equal(fstat(fileno(file), &status), 0);
    char *bytes = malloc((size_t)status.st_size + 1);
    assert_non_null(bytes);
    *length = fread(bytes, 1, (size_t)status.st_size, file);
    bytes[*length] = '\0';
    fclose(file);
    return bytes;
}

#endif

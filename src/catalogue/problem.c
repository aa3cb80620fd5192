/* Problems, gathered in the order in which they are found. */
#include "catalogue/problem.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "text/arena.h"
#include "text/buffer.h"
#include "text/memory.h"
#include "text/safe.h"
#include "text/utf8.h"

enum { LONGEST_SENTENCE = 2000 }; /* bytes: a value of a whole file, quoted in its problem, is cut here */

struct kept_problem {
    struct problem problem; /* first, so that sorting may look at either */
    size_t number;          /* in the order in which they were added */
};

struct problems {
    struct arena *arena;
    struct kept_problem *items;
    size_t count;
    size_t room;
    const char *file_given; /* the last file: what came in, and what is kept of it */
    const char *file_shown;
};

struct problems *problems_new(void)
{
    struct problems *problems = memory_new(1, sizeof *problems);
    problems->arena = arena_new();
    return problems;
}

void problems_free(struct problems *problems)
{
    if (problems == NULL)
        return;
    arena_free(problems->arena);
    free(problems->items);
    free(problems);
}

/* Cuts the text to LONGEST_SENTENCE bytes between two characters. It is safe text, so well-formed. */
static void shorten(struct buffer *text)
{
    if (text->length <= LONGEST_SENTENCE)
        return;
    size_t end = 0;
    for (size_t at = 0; at <= LONGEST_SENTENCE;) {
        end = at;
        at += utf8_read(text->bytes + at, text->length - at).length;
    }
    buffer_cut(text, end);
    buffer_add_text(text, "\xE2\x80\xA6");
}

static const char *safe_copy(struct problems *problems, const char *text, size_t length)
{
    struct buffer safe = {0};
    safe_text(&safe, text, length, false);
    shorten(&safe);
    const char *copy = arena_copy(problems->arena, buffer_text(&safe), safe.length);
    buffer_free(&safe);
    return copy;
}

/* One copy for all problems of a file that follow each other. */
static const char *keep_file(struct problems *problems, const char *file)
{
    if (file == NULL)
        return NULL;
    if (problems->file_given == NULL || strcmp(problems->file_given, file) != 0) {
        problems->file_given = arena_text(problems->arena, file);
        problems->file_shown = safe_copy(problems, file, strlen(file));
    }
    return problems->file_shown;
}

void problems_add(struct problems *problems, enum problem_level level, const char *name, struct position where,
                  const char *format, ...)
{
    struct buffer sentence = {0};
    va_list list;
    va_start(list, format);
    buffer_format_list(&sentence, format, list);
    va_end(list);
    problems->items = memory_room(problems->items, problems->count, &problems->room, sizeof *problems->items);
    struct kept_problem *kept = &problems->items[problems->count];
    *kept = (struct kept_problem){.number = problems->count};
    kept->problem.level = level;
    kept->problem.name = name;
    kept->problem.where = where;
    kept->problem.where.file = keep_file(problems, where.file);
    kept->problem.sentence = safe_copy(problems, buffer_text(&sentence), sentence.length);
    problems->count++;
    buffer_free(&sentence);
}

size_t problems_count(const struct problems *problems)
{
    return problems->count;
}

size_t problems_count_level(const struct problems *problems, enum problem_level level)
{
    size_t count = 0;
    for (size_t i = 0; i < problems->count; i++)
        count += problems->items[i].problem.level == level;
    return count;
}

const struct problem *problems_at(const struct problems *problems, size_t index)
{
    return &problems->items[index].problem;
}

static int compare_numbers(size_t left, size_t right)
{
    return (left > right) - (left < right);
}

static int compare_files(const char *left, const char *right)
{
    if (left == right)
        return 0;
    return strcmp(left == NULL ? "" : left, right == NULL ? "" : right);
}

static int compare_problems(const void *left_item, const void *right_item)
{
    const struct kept_problem *left = left_item;
    const struct kept_problem *right = right_item;
    int order = compare_files(left->problem.where.file, right->problem.where.file);
    if (order == 0)
        order = compare_numbers(left->problem.where.line, right->problem.where.line);
    if (order == 0)
        order = compare_numbers(left->problem.where.column, right->problem.where.column);
    return order == 0 ? compare_numbers(left->number, right->number) : order;
}

void problems_sort(struct problems *problems)
{
    if (problems->count > 1)
        qsort(problems->items, problems->count, sizeof *problems->items, compare_problems);
}

const char *problem_level_word(enum problem_level level)
{
    switch (level) {
    case PROBLEM_ADVICE: return "advice";
    case PROBLEM_WARNING: return "warning";
    case PROBLEM_ERROR: return "error";
    }
    return "error";
}

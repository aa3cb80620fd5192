/* Problems of a file: what is wrong, where, and what would be right. Gathered, never printed, by the rooms below. */
#ifndef CATALOGUE_PROBLEM_H
#define CATALOGUE_PROBLEM_H

#include <stddef.h>
#include <stdint.h>

enum problem_level {
    PROBLEM_ADVICE,
    PROBLEM_WARNING, /* the entry can be used, with less */
    PROBLEM_ERROR,   /* the entry cannot be used */
};

/* A place in a file. line and column count from 1; 0 where there is none. A column counts characters, not bytes. */
struct position {
    const char *file; /* lent by the problems or the catalogue that hold it */
    uint32_t line;
    uint32_t column;
};

struct problem {
    enum problem_level level;
    const char *name;     /* stable: "unknown-area" */
    struct position where;
    const char *sentence; /* one sentence, safe to show, without the name */
};

struct problems;

struct problems *problems_new(void);
void problems_free(struct problems *problems);

/* Adds a problem; file and sentence are copied and the sentence is made safe to show. name must be a literal. */
void problems_add(struct problems *problems, enum problem_level level, const char *name, struct position where,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));

size_t problems_count(const struct problems *problems);
size_t problems_count_level(const struct problems *problems, enum problem_level level);
const struct problem *problems_at(const struct problems *problems, size_t index);

/* Sorts by file, line, column; equal ones stay in the order in which they were added. */
void problems_sort(struct problems *problems);

/* "error", "warning", "advice": stable words for machines. */
const char *problem_level_word(enum problem_level level);

#endif

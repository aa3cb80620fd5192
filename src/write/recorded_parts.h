/* Between the files of recorded only. */
#ifndef WRITE_RECORDED_PARTS_H
#define WRITE_RECORDED_PARTS_H

#include "write/recorded.h"

/* A change of the text: so many bytes go, and others come in their place. */
struct edit {
    size_t at;
    size_t length;
    struct buffer with;
};

struct edits {
    struct edit *items;
    size_t count;
    size_t room;
};

struct recording {
    const struct recorded *recorded;
    const char *text;
    size_t length;
    struct edits edits;
    struct buffer *why;
    bool refused;
};

/* A new edit, in the order of the text or not; fill `with` in. */
struct edit *edit_add(struct recording *recording, size_t at, size_t length);

/* Refuses, once: the line is to be changed by hand. */
void refuse(struct recording *recording, unsigned line, const char *sentence);

/* The byte where the line (from 1) and the column (from 1, in characters) begin, or the length of the text. */
size_t place_in(const char *text, size_t length, unsigned line, unsigned column);

/* "\n", "\r\n" or "\r": how lines end here. */
const char *line_break_of(const char *text, size_t length);

/* Adds the edits. */
void record_yaml(struct recording *recording);
void record_csv(struct recording *recording);

/* Whether the new text says the same as the old one but for what was to be recorded, and that. */
bool same_yaml(const struct recorded *recorded, const char *old, size_t old_length, const struct buffer *new);
bool same_csv(const struct recorded *recorded, const char *old, size_t old_length, const struct buffer *new);

#endif

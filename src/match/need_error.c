/* What is wrong with a term, in one sentence, and what was perhaps meant. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "match/criteria.h"
#include "match/need_parts.h"
#include "match/words.h"
#include "text/memory.h"
#include "text/safe.h"
#include "text/width.h"

enum { TYPED_COLUMNS = 60 };

static struct arena *arena_of(struct need_error *error)
{
    if (!error->arena)
        error->arena = arena_new();
    return error->arena;
}

void need_wrong(struct need_error *error, const char *format, ...)
{
    if (!error)
        return;
    struct buffer out = {0};
    va_list list;
    va_start(list, format);
    buffer_format_list(&out, format, list);
    va_end(list);
    error->sentence = arena_copy(arena_of(error), buffer_text(&out), out.length);
    buffer_wipe(&out);
    buffer_free(&out);
}

void need_meant_term(struct need_error *error, const char *term)
{
    for (size_t i = 0; error && i < sizeof error->meant / sizeof *error->meant; i++) {
        if (error->meant[i] && strcmp(error->meant[i], term) == 0)
            return;
        if (!error->meant[i]) {
            error->meant[i] = arena_text(arena_of(error), term);
            return;
        }
    }
}

void need_meant(struct need_error *error, enum key key, const char *words)
{
    if (!error)
        return;
    struct buffer out = {0};
    if (key != KEY_WORDS) {
        buffer_add_text(&out, criteria[key].key);
        buffer_add_byte(&out, ':');
    }
    need_value_line(&out, words, false);
    need_meant_term(error, buffer_text(&out));
    buffer_free(&out);
}

/* The term as it is named beside others of its key: "Falkirk" for "in:Falkirk". */
static const char *without_key(const char *term, enum key key)
{
    size_t length = key < KEY_COUNT ? strlen(criteria[key].key) : 0;
    return length > 0 && strncmp(term, criteria[key].key, length) == 0 && term[length] == ':' ? term + length + 1 : term;
}

void need_wrong_meant(struct need_error *error, enum key key)
{
    if (!error || !error->meant[0])
        return;
    struct buffer meant = {0};
    size_t count = 0;
    while (count < sizeof error->meant / sizeof *error->meant && error->meant[count])
        count++;
    for (size_t i = 0; i < count; i++)
        words_join(&meant, without_key(error->meant[i], key), i, count, LIST_OR);
    struct buffer out = {0};
    buffer_add_text(&out, error->sentence ? error->sentence : "");
    buffer_format(&out, WRONG_MEANT, buffer_text(&meant));
    error->sentence = arena_copy(arena_of(error), buffer_text(&out), out.length);
    buffer_free(&meant);
    buffer_free(&out);
}

void need_meant_denied(struct need_error *error)
{
    if (!error)
        return;
    for (size_t i = 0; i < sizeof error->meant / sizeof *error->meant && error->meant[i]; i++) {
        struct buffer out = {0};
        buffer_add_byte(&out, '-');
        buffer_add_text(&out, error->meant[i]);
        error->meant[i] = arena_copy(arena_of(error), buffer_text(&out), out.length);
        buffer_free(&out);
    }
}

const char *need_typed(struct need_error *error, const char *text, size_t length)
{
    if (!error)
        return "";
    struct buffer out = {0};
    safe_text(&out, text, length, false);
    buffer_cut(&out, width_fit(buffer_text(&out), out.length, TYPED_COLUMNS, NULL));
    const char *typed = arena_copy(arena_of(error), buffer_text(&out), out.length);
    buffer_wipe(&out);
    buffer_free(&out);
    return typed;
}

void need_error_free(struct need_error *error)
{
    if (!error)
        return;
    if (error->arena)
        arena_wipe(error->arena);
    arena_free(error->arena);
    memset(error, 0, sizeof *error);
}

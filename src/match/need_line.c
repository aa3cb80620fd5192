/* A need as the line of text that gives it again. */
#include <string.h>

#include "match/criteria.h"
#include "match/need_parts.h"

/* What would end an unquoted value. Anything that is no plain character is quoted too, to be safe with every kind of space. */
static bool needs_quotes(const char *words)
{
    return words[0] == '\0' || words[strcspn(words, " \t\r\n\v\f,\"")] != '\0';
}

void need_value_line(struct buffer *out, const char *words, bool quoted)
{
    if (!quoted && !needs_quotes(words)) {
        buffer_add_text(out, words);
        return;
    }
    buffer_add_byte(out, '"');
    for (; *words; words++) {
        if (*words != '"') /* folding makes nothing of it */
            buffer_add_byte(out, *words);
    }
    buffer_add_byte(out, '"');
}

void need_term_line(struct buffer *out, const struct need_term *term)
{
    if (term->denied)
        buffer_add_byte(out, '-');
    if (term->key != KEY_WORDS) {
        buffer_add_text(out, criteria[term->key].key);
        buffer_add_byte(out, ':');
    }
    for (size_t i = 0; i < term->count; i++) {
        if (i > 0)
            buffer_add_byte(out, ',');
        need_value_line(out, term->values[i].words, term->phrase);
    }
}

void need_line(struct buffer *out, const struct need *need)
{
    for (size_t i = 0; i < need->count; i++) {
        if (i > 0)
            buffer_add_byte(out, ' ');
        need_term_line(out, &need->terms[i]);
    }
}

/* Urgent help for a place. */
#include "catalogue/urgent.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "text/memory.h"

static const char everywhere[] = "United Kingdom";

struct urgent_help *urgent_help_new(void)
{
    struct urgent_help *help = memory_new(1, sizeof *help);
    help->arena = arena_new();
    return help;
}

void urgent_help_free(struct urgent_help *help)
{
    if (help == NULL)
        return;
    arena_free(help->arena);
    free(help);
}

/* A line for everywhere stands also for the islands that lie in no other place, and where no place is known. */
static bool is_for(const struct urgent_line *line, const struct gazetteer *gazetteer, place_id place)
{
    place_id all = gazetteer_find(gazetteer, everywhere, strlen(everywhere));
    for (size_t i = 0; i < line->nation_count; i++) {
        const char *nation = line->nations[i];
        place_id outer = gazetteer_find(gazetteer, nation, strlen(nation));
        if (strcmp(nation, everywhere) == 0)
            return true;
        if (outer != PLACE_NONE &&
            (outer == all || place_contains(gazetteer, outer, place) || outer == place_nation(gazetteer, place)))
            return true;
    }
    return false;
}

size_t urgent_help_for(const struct urgent_help *help, const struct gazetteer *gazetteer, place_id place,
                       const struct urgent_line **lines, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < help->count && count < room; i++) {
        if (is_for(&help->lines[i], gazetteer, place))
            lines[count++] = &help->lines[i];
    }
    return count;
}

/* The texts of a line that have translations. */
static const struct {
    const char *name;
    size_t at;
} texts[] = {
    {"name", offsetof(struct urgent_line, name)},   {"short", offsetof(struct urgent_line, short_words)},
    {"say", offsetof(struct urgent_line, say)},     {"hours", offsetof(struct urgent_line, hours)},
    {"for", offsetof(struct urgent_line, for_whom)},
};

/* The next run of digits at or behind text; its length goes to *length, 0 when there is none. */
static const char *next_number(const char *text, size_t *length)
{
    text += strcspn(text, "0123456789");
    *length = strspn(text, "0123456789");
    return text;
}

static size_t count_number(const char *text, const char *number, size_t number_length)
{
    size_t count = 0;
    size_t length;
    for (text = next_number(text, &length); length > 0; text = next_number(text + length, &length))
        count += length == number_length && memcmp(text, number, length) == 0;
    return count;
}

/* Whether every number of the one stands in the other as often. */
static bool has_numbers_of(const char *text, const char *other)
{
    size_t length;
    for (const char *at = next_number(text, &length); length > 0; at = next_number(at + length, &length))
        if (count_number(text, at, length) != count_number(other, at, length))
            return false;
    return true;
}

enum urgent_translation urgent_translate(struct urgent_line *line, const char *name, const char *text, bool show)
{
    size_t which = 0;
    while (which < sizeof texts / sizeof *texts && strcmp(texts[which].name, name) != 0)
        which++;
    if (which == sizeof texts / sizeof *texts)
        return URGENT_NO_SUCH_TEXT;
    const char **shown = (const char **)(void *)((char *)line + texts[which].at);
    bool dialled = strcmp(name, "hours") != 0 && strcmp(name, "for") != 0; /* hours may be told by another clock */
    if (dialled && (!has_numbers_of(*shown, text) || !has_numbers_of(text, *shown)))
        return URGENT_OTHER_NUMBERS;
    if (show && (line->translated & 1u << which) == 0) {
        *shown = text;
        line->translated |= 1u << which;
    }
    return URGENT_TRANSLATED;
}

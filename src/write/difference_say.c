#include <string.h>

#include "catalogue/field.h"
#include "match/words.h"
#include "write/difference_words.h"
#include "write/differences.h"
#include "write/json.h"

enum { LONGEST_SHOWN = 120 }; /* bytes of a text, about: who wants more reads the file */

static const char *const field_words[FIELD_COUNT] = {DIFFERENCE_FIELDS};

static const char *field_word(const char *name)
{
    enum field field = field_named(name, strlen(name));
    if (field != FIELD_COUNT && field_words[field] != NULL)
        return _(field_words[field]);
    if (strcmp(name, "meets") == 0)
        return DIFFERENCE_MEETS;
    return strcmp(name, "service_name") == 0 ? DIFFERENCE_SERVICE_NAME : name;
}

/* Cut at a character, with dots. */
static void add_cut(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    size_t end = length;
    if (length > LONGEST_SHOWN) {
        end = LONGEST_SHOWN;
        while (end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80)
            end--;
    }
    buffer_add(out, text, end);
    buffer_add_text(out, end < length ? "…" : "");
}

static bool holds(const struct difference_value *value, const char *item)
{
    for (size_t i = 0; i < value->count; i++)
        if (strcmp(value->items[i], item) == 0)
            return true;
    return false;
}

/* The items, those of `without` left out. A text stands in quotes, words of a list do not. */
static size_t add_items(struct buffer *out, const struct difference_value *value, const struct difference_value *without, bool quoted)
{
    size_t count = 0;
    for (size_t i = 0; i < value->count; i++) {
        struct buffer cut = {0};
        if (without != NULL && holds(without, value->items[i]))
            continue;
        buffer_add_text(out, count++ > 0 ? LIST_COMMA : "");
        add_cut(&cut, value->items[i]);
        buffer_format(out, quoted ? DIFFERENCE_QUOTED : "%s", buffer_text(&cut));
        buffer_free(&cut);
    }
    return count;
}

static bool is_list(const char *name)
{
    enum field field = field_named(name, strlen(name));
    return field != FIELD_COUNT && (field_table[field].is == IS_WORDS || field_table[field].is == IS_PLACES);
}

static bool is_text(const char *name)
{
    static const enum field bare[] = {FIELD_PHONE, FIELD_TEXT, FIELD_EMAIL, FIELD_WEB};
    enum field field = field_named(name, strlen(name));
    for (size_t i = 0; i < sizeof bare / sizeof *bare; i++)
        if (field == bare[i])
            return false;
    return field < FIELD_TEXT_COUNT || field == FIELD_COUNT || field == FIELD_WHEN;
}

static void say_list(struct buffer *out, const char *about, const struct difference *difference)
{
    struct buffer more = {0};
    struct buffer less = {0};
    const char *word = field_word(difference->field);
    size_t added = add_items(&more, &difference->now, &difference->was, false);
    size_t taken = add_items(&less, &difference->was, &difference->now, false);
    if (added > 0 && taken > 0)
        buffer_format(out, DIFFERENCE_BOTH, about, word, buffer_text(&more), buffer_text(&less));
    else if (added > 0)
        buffer_format(out, DIFFERENCE_NOW_ALSO, about, word, buffer_text(&more));
    else
        buffer_format(out, DIFFERENCE_NO_LONGER, about, word, buffer_text(&less));
    buffer_free(&more);
    buffer_free(&less);
}

static void say_change(struct buffer *out, const char *about, const struct difference *difference)
{
    struct buffer was = {0};
    struct buffer now = {0};
    const char *name = difference->field;
    const char *word = field_word(name);
    add_items(&was, &difference->was, NULL, is_text(name));
    add_items(&now, &difference->now, NULL, is_text(name));
    bool both = difference->was.count > 0 && difference->now.count > 0;
    if (both && is_list(name))
        say_list(out, about, difference);
    else if (both && strcmp(name, "stage_to") == 0)
        buffer_format(out, DIFFERENCE_ENDS, about, buffer_text(&now), buffer_text(&was));
    else if (both && strcmp(name, "stage_from") == 0)
        buffer_format(out, DIFFERENCE_STARTS, about, buffer_text(&now), buffer_text(&was));
    else if (both && strcmp(name, "name") == 0)
        buffer_format(out, DIFFERENCE_CALLED, about, buffer_text(&now));
    else if (both)
        buffer_format(out, DIFFERENCE_IS_NOW, about, word, buffer_text(&now), buffer_text(&was));
    else if (difference->now.count > 0)
        buffer_format(out, DIFFERENCE_NOW_STATED, about, word, buffer_text(&now));
    else
        buffer_format(out, DIFFERENCE_NOT_STATED, about, word, buffer_text(&was));
    buffer_free(&was);
    buffer_free(&now);
}

void differences_people(struct buffer *out, const struct differences *differences)
{
    for (size_t i = 0; i < differences->count; i++) {
        const struct difference *difference = &differences->items[i];
        struct buffer about = {0};
        buffer_add_text(&about, difference->name);
        if (difference->id[0] != '\0' && strcmp(difference->id, difference->name) != 0)
            buffer_format(&about, difference->name[0] != '\0' ? " (%s)" : "%s", difference->id);
        if (difference->kind == DIFFERENCE_CHANGED)
            say_change(out, buffer_text(&about), difference);
        else
            buffer_format(out, difference->kind == DIFFERENCE_NEW ? DIFFERENCE_IS_NEW : DIFFERENCE_IS_GONE, buffer_text(&about));
        buffer_add_byte(out, '\n');
        buffer_free(&about);
    }
}

static json_t *items_json(const struct difference_value *value)
{
    json_t *items = json_array();
    for (size_t i = 0; i < value->count; i++)
        json_append(items, json_text(value->items[i]));
    return items;
}

void differences_json(struct buffer *out, const struct differences *differences)
{
    static const char *const words[] = {"new", "gone", "changed"};
    json_t *all = json_array();
    for (size_t i = 0; i < differences->count; i++) {
        const struct difference *difference = &differences->items[i];
        json_t *one = json_object();
        json_set(one, "change", json_text(words[difference->kind]));
        json_set(one, "id", json_text(difference->id));
        json_set(one, "name", json_text(difference->name));
        if (difference->kind == DIFFERENCE_CHANGED) {
            json_set(one, "field", json_text(difference->field));
            json_set(one, "was", items_json(&difference->was));
            json_set(one, "now", items_json(&difference->now));
        }
        json_append(all, one);
    }
    json_t *top = json_object();
    json_set(top, "differences", all);
    json_write(out, top);
}

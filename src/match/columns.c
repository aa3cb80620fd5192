#include "match/columns.h"

#include <stdlib.h>
#include <string.h>

#include "match/bits.h"
#include "match/classes.h"
#include "match/word_index.h"
#include "text/fold.h"
#include "text/memory.h"

/* How many columns are kept: never fewer than one set of facets needs, and not many more where each is big. */
enum { KEPT_MOST = 1024, KEPT_LEAST = 320, KEPT_BYTES = 64 * 1024 * 1024, BUCKETS = 1024, FAMILIES_MOST = 24 };

struct kept {
    struct column column;
    struct kept *next; /* in its bucket */
    char *name;        /* the key, the value and what else of the need it depends on */
    size_t name_length;
    uint64_t used;
};

struct family {
    sees_function *sees;
    struct classes classes;
};

struct columns {
    const struct catalogue *catalogue;
    size_t words; /* of a column */
    struct kept *buckets[BUCKETS];
    size_t count;
    size_t most;
    uint64_t now; /* counts calls of columns_begin */
    struct family families[FAMILIES_MOST];
    size_t family_count;
    struct word_index *word_index;
};

struct columns *columns_new(const struct catalogue *catalogue)
{
    struct columns *columns = memory_new(1, sizeof *columns);
    columns->catalogue = catalogue;
    columns->words = bits_words(catalogue->offer_count);
    size_t bytes = columns->words * 2 * sizeof(uint64_t);
    size_t room = bytes > 0 ? KEPT_BYTES / bytes : KEPT_MOST;
    columns->most = room > KEPT_MOST ? KEPT_MOST : room < KEPT_LEAST ? KEPT_LEAST : room;
    return columns;
}

static void kept_free(struct kept *kept)
{
    memory_wipe(kept->name, kept->name_length);
    free(kept->name);
    free(kept->column.yes);
    free(kept->column.no);
    free(kept);
}

void columns_forget(struct columns *columns)
{
    for (size_t i = 0; i < BUCKETS; i++) {
        struct kept *next;
        for (struct kept *kept = columns->buckets[i]; kept; kept = next) {
            next = kept->next;
            memory_wipe(kept->column.yes, columns->words * sizeof *kept->column.yes);
            memory_wipe(kept->column.no, columns->words * sizeof *kept->column.no);
            kept_free(kept);
        }
        columns->buckets[i] = NULL;
    }
    columns->count = 0;
}

void columns_free(struct columns *columns)
{
    if (!columns)
        return;
    columns_forget(columns);
    for (size_t i = 0; i < columns->family_count; i++)
        classes_free(&columns->families[i].classes);
    word_index_free(columns->word_index);
    free(columns);
}

void columns_begin(struct columns *columns)
{
    columns->now++;
}

/* The column that was used longest ago goes; one that is in use now never. */
static void make_room(struct columns *columns)
{
    if (columns->count < columns->most)
        return;
    struct kept **oldest = NULL;
    for (size_t i = 0; i < BUCKETS; i++) {
        for (struct kept **at = &columns->buckets[i]; *at; at = &(*at)->next) {
            if ((*at)->used < columns->now && (!oldest || (*at)->used < (*oldest)->used))
                oldest = at;
        }
    }
    if (!oldest)
        return;
    struct kept *gone = *oldest;
    *oldest = gone->next;
    kept_free(gone);
    columns->count--;
}

static size_t bucket_of(const struct buffer *name)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < name->length; i++)
        hash = (hash ^ (unsigned char)name->bytes[i]) * 16777619u;
    return (hash ^ hash >> 16) % BUCKETS;
}

static struct kept *kept_find(struct columns *columns, const struct buffer *name)
{
    struct kept *kept = columns->buckets[bucket_of(name)];
    while (kept && (kept->name_length != name->length || memcmp(kept->name, name->bytes, name->length) != 0))
        kept = kept->next;
    if (kept)
        kept->used = columns->now;
    return kept;
}

static struct kept *kept_add(struct columns *columns, const struct buffer *name)
{
    make_room(columns);
    struct kept *kept = memory_new(1, sizeof *kept);
    size_t bucket = bucket_of(name);
    kept->name = memory_new(name->length + 1, 1);
    memcpy(kept->name, name->bytes, name->length);
    kept->name_length = name->length;
    kept->used = columns->now;
    kept->column.yes = memory_new(columns->words, sizeof *kept->column.yes);
    kept->column.no = memory_new(columns->words, sizeof *kept->column.no);
    kept->next = columns->buckets[bucket];
    columns->buckets[bucket] = kept;
    columns->count++;
    return kept;
}

static const struct classes *classes_for(struct columns *columns, const struct judge_setting *setting, sees_function *sees)
{
    for (size_t i = 0; i < columns->family_count; i++) {
        if (columns->families[i].sees == sees)
            return &columns->families[i].classes;
    }
    if (columns->family_count == FAMILIES_MOST)
        memory_fail(); /* more kinds of criteria than rows in their table: cannot be */
    struct family *family = &columns->families[columns->family_count++];
    family->sees = sees;
    family->classes = classes_of(setting, sees);
    return &family->classes;
}

typedef enum value one_judge(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value);

static void set_value(struct column *column, size_t offer, enum value value)
{
    if (value == VALUE_YES)
        bits_set(column->yes, offer);
    else if (value == VALUE_NO)
        bits_set(column->no, offer);
}

static void judge_each(const struct judge_setting *setting, one_judge *judge, const struct need_value *value, struct column *column)
{
    const struct catalogue *catalogue = setting->catalogue;
    for (size_t i = 0; i < catalogue->offer_count; i++)
        set_value(column, i, judge(setting, &catalogue->offers[i], value));
}

static void judge_classes(const struct judge_setting *setting, one_judge *judge, const struct need_value *value, const struct classes *classes,
                          struct column *column)
{
    const struct catalogue *catalogue = setting->catalogue;
    unsigned char *values = memory_new(classes->count, 1);
    for (size_t i = 0; i < classes->count; i++)
        values[i] = (unsigned char)judge(setting, &catalogue->offers[classes->first[i]], value);
    for (size_t from = 0; from < catalogue->offer_count; from += BITS_IN_WORD) {
        size_t count = catalogue->offer_count - from < BITS_IN_WORD ? catalogue->offer_count - from : BITS_IN_WORD;
        uint64_t yes = 0;
        uint64_t no = 0;
        for (size_t i = 0; i < count; i++) {
            unsigned char judged = values[classes->of[from + i]];
            yes |= (uint64_t)(judged == VALUE_YES) << i;
            no |= (uint64_t)(judged == VALUE_NO) << i;
        }
        column->yes[from / BITS_IN_WORD] = yes;
        column->no[from / BITS_IN_WORD] = no;
    }
    free(values);
}

/* The same areas are met again and again: what is found about one is kept while the column is judged. */
static void judge_from_place(struct columns *columns, const struct judge_setting *setting, one_judge *judge, sees_function *sees,
                             const struct need_value *value, struct column *column)
{
    struct judge_setting from = *setting;
    from.seen = place_seen_new(setting->catalogue->gazetteer, &value->where);
    judge_classes(&from, judge, value, classes_for(columns, setting, sees), column);
    place_seen_free(from.seen);
}

static void find_words(struct columns *columns, const struct need_value *value, struct column *column)
{
    struct buffer typed = {0};
    fold_words(&typed, value->words, strlen(value->words));
    if (!columns->word_index)
        columns->word_index = word_index_new(columns->catalogue);
    word_index_find(columns->word_index, buffer_text(&typed), value->number != 0, column->yes);
    for (size_t i = 0; i < columns->words; i++)
        column->no[i] = ~column->yes[i];
    buffer_wipe(&typed);
    buffer_free(&typed);
}

static void name_column(struct buffer *name, const struct judge_setting *setting, enum key key, const struct need_value *value, char kind)
{
    buffer_format(name, "%c%d ", kind, (int)key);
    if (value) {
        buffer_format(name, "%d ", key == KEY_WORDS && value->number != 0);
        buffer_add(name, value->words, strlen(value->words) + 1);
    }
    if (criteria[key].depends)
        criteria[key].depends(setting->need, name);
}

const struct column *columns_value(struct columns *columns, const struct judge_setting *setting, enum key key, const struct need_value *value)
{
    const struct criterion_row *row = &criteria[key];
    struct buffer name = {0};
    name_column(&name, setting, key, value, 'v');
    struct kept *kept = kept_find(columns, &name);
    if (!kept) {
        kept = kept_add(columns, &name);
        if (key == KEY_WORDS)
            find_words(columns, value, &kept->column);
        else if (key == KEY_IN)
            judge_from_place(columns, setting, row->judge, row->sees, value, &kept->column);
        else if (row->sees)
            judge_classes(setting, row->judge, value, classes_for(columns, setting, row->sees), &kept->column);
        else
            judge_each(setting, row->judge, value, &kept->column);
    }
    buffer_wipe(&name);
    buffer_free(&name);
    return &kept->column;
}

static enum value reach_value(const struct judge_setting *setting, const struct offer *offer, const struct need_value *value)
{
    return place_is_near(setting, offer, value) ? VALUE_YES : VALUE_NO;
}

const struct column *columns_reach(struct columns *columns, const struct judge_setting *setting, const struct need_value *value)
{
    struct buffer name = {0};
    name_column(&name, setting, KEY_IN, value, 'r');
    struct kept *kept = kept_find(columns, &name);
    if (!kept) {
        kept = kept_add(columns, &name);
        judge_from_place(columns, setting, reach_value, sees_reach, value, &kept->column);
    }
    buffer_wipe(&name);
    buffer_free(&name);
    return &kept->column;
}

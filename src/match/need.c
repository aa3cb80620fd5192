/* The need as a list of terms: made, copied, changed, forgotten. */
#include "match/need.h"

#include <stdlib.h>
#include <string.h>

#include "match/criteria.h"
#include "match/need_parts.h"
#include "text/memory.h"

struct need *need_new(void)
{
    struct need *need = memory_new(1, sizeof *need);
    need->arena = arena_new();
    return need;
}

void need_clear(struct need *need)
{
    memory_wipe(need->terms, need->room * sizeof *need->terms);
    arena_wipe(need->arena);
    need->count = 0;
}

void need_free(struct need *need)
{
    if (!need)
        return;
    need_clear(need);
    arena_free(need->arena);
    free(need->terms);
    free(need);
}

/* Grows by hand: memory that realloc leaves behind would keep what a person needs. */
static void need_room(struct need *need)
{
    if (need->count < need->room)
        return;
    size_t room = need->room ? need->room * 2 : 8;
    struct need_term *terms = memory_new(room, sizeof *terms);
    if (need->count > 0)
        memcpy(terms, need->terms, need->count * sizeof *terms);
    memory_wipe(need->terms, need->room * sizeof *need->terms);
    free(need->terms);
    need->terms = terms;
    need->room = room;
}

void need_append(struct need *need, struct need_term term)
{
    need_room(need);
    need->terms[need->count++] = term;
}

static struct need_value value_copy(struct need *need, const struct need_value *value)
{
    struct need_value copy = *value;
    copy.words = arena_text(need->arena, value->words);
    return copy;
}

/* A copy of the term in the need's arena, with room for one more value. values, if not NULL, gets its values, to be changed. */
static struct need_term term_copy(struct need *need, const struct need_term *term, struct need_value **values)
{
    struct need_term copy = *term;
    struct need_value *copies = arena_get(need->arena, term->count + 1, sizeof *copies);
    for (size_t i = 0; i < term->count; i++)
        copies[i] = value_copy(need, &term->values[i]);
    copy.values = copies;
    if (values)
        *values = copies;
    return copy;
}

struct need *need_copy(const struct need *need)
{
    struct need *copy = need_new();
    for (size_t i = 0; i < need->count; i++)
        need_append(copy, term_copy(copy, &need->terms[i], NULL));
    return copy;
}

size_t need_count(const struct need *need)
{
    return need->count;
}

const struct need_term *need_at(const struct need *need, size_t index)
{
    return &need->terms[index];
}

const struct need_term *need_find(const struct need *need, enum key key)
{
    for (size_t i = 0; i < need->count; i++) {
        if (need->terms[i].key == key && !need->terms[i].denied)
            return &need->terms[i];
    }
    return NULL;
}

void need_remove(struct need *need, size_t index)
{
    if (index >= need->count)
        return;
    memmove(&need->terms[index], &need->terms[index + 1], (need->count - index - 1) * sizeof *need->terms);
    need->count--;
    memory_wipe(&need->terms[need->count], sizeof *need->terms);
}

place_id need_place(const struct need *need)
{
    const struct need_term *term = need_find(need, KEY_IN);
    return term ? term->values[0].where.place : PLACE_NONE;
}

bool need_after_loss(const struct need *need)
{
    return need_find(need, KEY_AFTER) != NULL;
}

/* Whether two values mean the same. A place is the same whether it was named or given by its postcode. */
static bool values_same(enum key key, const struct need_value *left, const struct need_value *right)
{
    if (key == KEY_IN)
        return left->where.place == right->where.place;
    return strcmp(left->words, right->words) == 0;
}

/* The value's index in the term, or the term's count. */
static size_t value_at(const struct need_term *term, const struct need_value *value)
{
    size_t at = 0;
    while (at < term->count && !values_same(term->key, &term->values[at], value))
        at++;
    return at;
}

static bool need_has_value(const struct need *need, enum key key, bool denied, const struct need_value *value)
{
    for (size_t i = 0; i < need->count; i++) {
        const struct need_term *term = &need->terms[i];
        if (term->key == key && term->denied == denied && value_at(term, value) < term->count)
            return true;
    }
    return false;
}

static bool need_has_all(const struct need *need, const struct need *wanted)
{
    for (size_t i = 0; i < wanted->count; i++) {
        const struct need_term *term = &wanted->terms[i];
        for (size_t j = 0; j < term->count; j++) {
            if (!need_has_value(need, term->key, term->denied, &term->values[j]))
                return false;
        }
    }
    return wanted->count > 0;
}

bool need_has(const struct need *need, const struct need_setting *setting, const char *term)
{
    struct need *wanted = need_new();
    bool has = need_add(wanted, setting, term, NULL) && need_has_all(need, wanted);
    need_free(wanted);
    return has;
}

/* Takes one value out of every term of the key; a term that has no other goes. */
static void give_up_value(struct need *need, enum key key, bool denied, const struct need_value *value)
{
    for (size_t i = need->count; i-- > 0;) {
        struct need_term *term = &need->terms[i];
        size_t at = value_at(term, value);
        if (term->key != key || term->denied != denied || at == term->count)
            continue;
        if (term->count == 1) {
            need_remove(need, i);
            continue;
        }
        struct need_value *values;
        struct need_term copy = term_copy(need, term, &values);
        memmove(&values[at], &values[at + 1], (copy.count - at - 1) * sizeof *values);
        copy.count--;
        *term = copy;
    }
}

/* Whether two keys belong to one facet, of which only one value can be chosen: a person is at one stage. */
static bool keys_exclude(enum key left, enum key right)
{
    bool left_stage = left >= KEY_PREGNANT && left <= KEY_AFTER;
    bool right_stage = right >= KEY_PREGNANT && right <= KEY_AFTER;
    return left == right || (left_stage && right_stage);
}

/* The term takes the place of the first of its facet, so that the order of the need stays; the others go. */
static void replace_facet(struct need *need, const struct need_term *term)
{
    size_t kept = need->count;
    for (size_t i = need->count; i-- > 0;) {
        if (!need->terms[i].denied && keys_exclude(need->terms[i].key, term->key)) {
            if (kept < need->count)
                need_remove(need, kept);
            kept = i;
        }
    }
    struct need_term copy = term_copy(need, term, NULL);
    if (kept < need->count)
        need->terms[kept] = copy;
    else
        need_append(need, copy);
}

static void join_alternatives(struct need *need, const struct need_term *term)
{
    for (size_t i = 0; i < need->count; i++) {
        struct need_term *there = &need->terms[i];
        if (there->key != term->key || there->denied != term->denied || there->count >= NEED_VALUES_MOST)
            continue;
        struct need_value *values;
        struct need_term copy = term_copy(need, there, &values);
        values[copy.count++] = value_copy(need, &term->values[0]);
        *there = copy;
        return;
    }
    need_append(need, term_copy(need, term, NULL));
}

static void take_term(struct need *need, const struct need_term *term)
{
    for (size_t i = 0; i < term->count; i++)
        give_up_value(need, term->key, !term->denied, &term->values[i]);
    enum facet_joins joins = criteria[term->key].joins;
    if (joins == FACET_REPLACES && !term->denied) {
        replace_facet(need, term);
    } else if (joins == FACET_ALTERNATIVES) {
        for (size_t i = 0; i < term->count; i++) {
            struct need_term one = *term;
            one.values = &term->values[i];
            one.count = 1;
            if (!need_has_value(need, term->key, term->denied, one.values))
                join_alternatives(need, &one);
        }
    } else {
        need_append(need, term_copy(need, term, NULL));
    }
}

bool need_toggle(struct need *need, const struct need_setting *setting, const char *term, struct need_error *error)
{
    struct need *wanted = need_new();
    bool understood = need_add(wanted, setting, term, error);
    bool chosen = understood && need_has_all(need, wanted);
    for (size_t i = 0; i < wanted->count; i++) {
        const struct need_term *one = &wanted->terms[i];
        for (size_t j = 0; chosen && j < one->count; j++)
            give_up_value(need, one->key, one->denied, &one->values[j]);
        if (!chosen)
            take_term(need, one);
    }
    need_free(wanted);
    return understood;
}

/* The vocabulary: for each list its terms in the order in which they came, and their names. */
#include "catalogue/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/names.h"
#include "text/arena.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/safe.h"

/* A term and the room for its synonyms. Terms stay where they are, so that they can be lent. */
struct kept_term {
    struct term term;
    const char **synonyms;
    size_t synonym_room;
};

struct list {
    struct kept_term **terms;
    size_t count;
    size_t room;
    struct names *names;
    bool fixed;
};

struct vocabulary {
    struct arena *arena;
    struct list lists[LIST_COUNT];
};

struct list_row {
    const char *name;
    const char *const *ids; /* NULL-ended: a fixed list, in the order of its enum; NULL: a list that the files make */
};

static const char *const kinds[] = {
    [KIND_PEER_SUPPORT] = "peer-support", [KIND_HELPLINE] = "helpline",   [KIND_CHARITY] = "charity",
    [KIND_PROFESSIONAL] = "professional", [KIND_RELATED] = "related",     [KIND_DIRECTORY] = "directory",
    [KIND_DIRECTORY + 1] = NULL,
};

static const char *const audiences[] = {
    [WHO_MOTHERS] = "mothers",   [WHO_FATHERS] = "fathers",
    [WHO_PARENTS] = "parents",   [WHO_PARENTS_AND_CARERS] = "parents-and-carers",
    [WHO_FAMILIES] = "families", [WHO_NOT_STATED] = NULL,
};

static const char *const people[] = {
    [PERSON_MOTHER] = "mother", [PERSON_FATHER] = "father",   [PERSON_PARTNER] = "partner",
    [PERSON_CARER] = "carer",   [PERSON_CARER + 1] = NULL,
};

static const char *const statuses[] = {
    [STATUS_RUNNING] = "running", [STATUS_ENDING] = "ending",     [STATUS_UNKNOWN] = "unknown",
    [STATUS_CLOSED] = "closed",   [STATUS_CLOSED + 1] = NULL,
};

static const struct list_row list_rows[LIST_COUNT] = {
    [LIST_KIND] = {"kind", kinds},
    [LIST_FORMATS] = {"formats", NULL},
    [LIST_WHO] = {"who", audiences},
    [LIST_PERSON] = {"person", people},
    [LIST_FOR] = {"for", NULL},
    [LIST_ABOUT] = {"about", NULL},
    [LIST_WITH] = {"with", NULL},
    [LIST_LANGUAGES] = {"languages", NULL},
    [LIST_REFERRAL] = {"referral", NULL},
    [LIST_STATUS] = {"status", statuses},
};

struct vocabulary *vocabulary_new(void)
{
    struct vocabulary *vocabulary = memory_new(1, sizeof *vocabulary);
    vocabulary->arena = arena_new();
    for (size_t i = 0; i < LIST_COUNT; i++) {
        struct list *list = &vocabulary->lists[i];
        list->names = names_new();
        if (list_rows[i].ids == NULL)
            continue;
        for (const char *const *id = list_rows[i].ids; *id != NULL; id++)
            vocabulary_add(vocabulary, &(struct term){.list = (enum vocabulary_list)i, .id = *id, .label = *id});
        list->fixed = true;
    }
    return vocabulary;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    if (vocabulary == NULL)
        return;
    for (size_t i = 0; i < LIST_COUNT; i++) {
        free(vocabulary->lists[i].terms);
        names_free(vocabulary->lists[i].names);
    }
    arena_free(vocabulary->arena);
    free(vocabulary);
}

enum naming { NAME_NEW, NAME_ITS_OWN, NAME_TAKEN };

/* Lets the text stand for the term, if it stands for no other. What folds to nothing names no term but takes no name either. */
static enum naming name_term(struct list *list, const struct term *term, const char *text)
{
    struct buffer key = {0};
    fold_key(&key, text, strlen(text));
    enum naming naming = NAME_NEW;
    if (key.length > 0 && !names_add(list->names, buffer_text(&key), key.length, term->index)) {
        uint32_t index = names_find(list->names, buffer_text(&key), key.length);
        naming = index == term->index ? NAME_ITS_OWN : NAME_TAKEN;
    }
    buffer_free(&key);
    return naming;
}

/* Makes *kept a safe copy of the text, if there is one. */
static void keep_text(struct vocabulary *vocabulary, const char **kept, const char *text)
{
    if (text == NULL)
        return;
    struct buffer safe = {0};
    safe_text(&safe, text, strlen(text), false);
    *kept = arena_copy(vocabulary->arena, buffer_text(&safe), safe.length);
    buffer_free(&safe);
}

static void add_synonym(struct vocabulary *vocabulary, struct kept_term *kept, const char *text)
{
    struct term *term = &kept->term;
    if (term->synonym_count == kept->synonym_room) {
        size_t room = kept->synonym_room == 0 ? 4 : kept->synonym_room * 2;
        const char **wider = arena_get(vocabulary->arena, room, sizeof *wider);
        for (size_t i = 0; i < term->synonym_count; i++)
            wider[i] = kept->synonyms[i];
        kept->synonyms = wider;
        kept->synonym_room = room;
        term->synonyms = wider;
    }
    keep_text(vocabulary, &kept->synonyms[term->synonym_count], text);
    term->synonym_count++;
}

/* Fills in what the term says. Gives the first of its names that another term has, or NULL. */
static const char *fill_in(struct vocabulary *vocabulary, struct list *list, struct kept_term *kept, const struct term *said)
{
    struct term *term = &kept->term;
    const char *taken = NULL;
    keep_text(vocabulary, &term->label, said->label);
    keep_text(vocabulary, &term->definition, said->definition);
    keep_text(vocabulary, &term->yes, said->yes);
    keep_text(vocabulary, &term->no, said->no);
    keep_text(vocabulary, &term->ask, said->ask);
    keep_text(vocabulary, &term->iso, said->iso);
    term->loss = term->loss || said->loss;
    if (said->label != NULL && name_term(list, term, said->label) == NAME_TAKEN)
        taken = said->label;
    if (said->iso != NULL && name_term(list, term, said->iso) == NAME_TAKEN && taken == NULL)
        taken = said->iso;
    for (size_t i = 0; i < said->synonym_count; i++) {
        enum naming naming = name_term(list, term, said->synonyms[i]);
        if (naming == NAME_NEW)
            add_synonym(vocabulary, kept, said->synonyms[i]);
        else if (naming == NAME_TAKEN && taken == NULL)
            taken = said->synonyms[i];
    }
    return taken;
}

static struct kept_term *add_term(struct vocabulary *vocabulary, struct list *list, enum vocabulary_list number, const char *id)
{
    list->terms = memory_room(list->terms, list->count, &list->room, sizeof *list->terms);
    struct kept_term *kept = arena_get(vocabulary->arena, 1, sizeof *kept);
    kept->term.list = number;
    kept->term.index = (uint32_t)list->count;
    keep_text(vocabulary, &kept->term.id, id);
    kept->term.label = kept->term.id;
    list->terms[list->count++] = kept;
    return kept;
}

static bool folds_to(const char *text, const struct buffer *key)
{
    struct buffer folded = {0};
    fold_key(&folded, text, strlen(text));
    bool same = folded.length == key->length && memcmp(buffer_text(&folded), buffer_text(key), key->length) == 0;
    buffer_free(&folded);
    return same;
}

/* The term whose id has the key; where there is none, a new one, if the list takes new ones and nothing else has the name; or
 * NULL. */
static struct kept_term *term_for(struct vocabulary *vocabulary, struct list *list, const struct term *said,
                                  const struct buffer *key)
{
    if (key->length == 0)
        return NULL;
    uint32_t index = names_find(list->names, buffer_text(key), key->length);
    if (index != NAMES_NONE)
        return folds_to(list->terms[index]->term.id, key) ? list->terms[index] : NULL;
    if (list->fixed)
        return NULL;
    struct kept_term *kept = add_term(vocabulary, list, said->list, said->id);
    names_add(list->names, buffer_text(key), key->length, kept->term.index);
    return kept;
}

const char *vocabulary_add(struct vocabulary *vocabulary, const struct term *term)
{
    struct list *list = &vocabulary->lists[term->list];
    struct buffer key = {0};
    fold_key(&key, term->id, strlen(term->id));
    struct kept_term *kept = term_for(vocabulary, list, term, &key);
    buffer_free(&key);
    return kept == NULL ? term->id : fill_in(vocabulary, list, kept, term);
}

const struct term *vocabulary_find(const struct vocabulary *vocabulary, enum vocabulary_list list, const char *text, size_t length)
{
    const struct list *terms = &vocabulary->lists[list];
    struct buffer key = {0}; /* wiped: it may be a word of a need */
    fold_key(&key, text, length);
    uint32_t index = key.length == 0 ? NAMES_NONE : names_find(terms->names, buffer_text(&key), key.length);
    buffer_wipe(&key);
    buffer_free(&key);
    return index == NAMES_NONE ? NULL : &terms->terms[index]->term;
}

size_t vocabulary_near(const struct vocabulary *vocabulary, enum vocabulary_list list, const char *text, size_t length,
                       const struct term **near, size_t room)
{
    const struct list *terms = &vocabulary->lists[list];
    if (room > terms->count)
        room = terms->count;
    struct buffer key = {0};
    fold_key(&key, text, length);
    uint32_t *indexes = memory_new(room, sizeof *indexes);
    size_t count = names_near(terms->names, buffer_text(&key), key.length, NULL, NULL, indexes, room);
    for (size_t i = 0; i < count; i++)
        near[i] = &terms->terms[indexes[i]]->term;
    free(indexes);
    buffer_wipe(&key);
    buffer_free(&key);
    return count;
}

size_t vocabulary_count(const struct vocabulary *vocabulary, enum vocabulary_list list)
{
    return vocabulary->lists[list].count;
}

const struct term *vocabulary_at(const struct vocabulary *vocabulary, enum vocabulary_list list, size_t index)
{
    return &vocabulary->lists[list].terms[index]->term;
}

const char *vocabulary_list_name(enum vocabulary_list list)
{
    return list_rows[list].name;
}

enum vocabulary_list vocabulary_list_named(const char *name, size_t length)
{
    for (size_t i = 0; i < LIST_COUNT; i++) {
        if (strlen(list_rows[i].name) == length && memcmp(list_rows[i].name, name, length) == 0)
            return (enum vocabulary_list)i;
    }
    return LIST_COUNT;
}

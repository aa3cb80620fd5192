/* The vocabulary: for each list its terms in the order in which they came, and their names. */
#include "catalogue/vocabulary.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "catalogue/names.h"
#include "text/arena.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/memory.h"
#include "text/safe.h"

enum { TEXTS = 5, WRITTEN = 0 };

/* The texts that have translations: where they stand as they are shown, and as they are written. */
static const struct text_row {
    size_t shown;
    size_t written;
} text_rows[TEXTS] = {
    {offsetof(struct term, label), offsetof(struct term, written.label)},
    {offsetof(struct term, definition), offsetof(struct term, written.definition)},
    {offsetof(struct term, yes), offsetof(struct term, written.yes)},
    {offsetof(struct term, no), offsetof(struct term, written.no)},
    {offsetof(struct term, ask), offsetof(struct term, written.ask)},
};

/* A term and the room for what it grows by. Terms stay where they are, so that they can be lent. */
struct kept_term {
    struct term term;
    size_t synonym_room;
    size_t label_room;
    size_t shown_in[TEXTS]; /* WRITTEN, or which of the wanted languages each text is in, counted from 1 */
};

struct list {
    struct kept_term **terms;
    size_t count;
    size_t room;
    struct names *names;
    struct names *languages; /* of the names that are translations: which language; WRITTEN where they are written as well */
    bool fixed;
};

struct vocabulary {
    struct arena *arena;
    struct list lists[LIST_COUNT];
    struct names *languages;   /* that there are translations into, counted from 1 */
    const char *const *wanted; /* NULL: none */
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
    vocabulary->languages = names_new();
    for (size_t i = 0; i < LIST_COUNT; i++) {
        struct list *list = &vocabulary->lists[i];
        list->names = names_new();
        list->languages = names_new();
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
        names_free(vocabulary->lists[i].languages);
    }
    names_free(vocabulary->languages);
    arena_free(vocabulary->arena);
    free(vocabulary);
}

enum naming { NAME_NEW, NAME_ITS_OWN, NAME_TAKEN, NAME_ELSEWHERE };

static enum naming name_by_key(struct list *list, uint32_t term, const char *key, size_t length, uint32_t language)
{
    if (names_add(list->names, key, length, term)) {
        if (language != WRITTEN)
            names_add(list->languages, key, length, language);
        return NAME_NEW;
    }
    uint32_t has = names_find(list->names, key, length);
    uint32_t in = names_find(list->languages, key, length);
    bool translated = in != NAMES_NONE && in != WRITTEN;
    if (language == WRITTEN && translated) {
        names_move(list->names, key, length, term);
        names_move(list->languages, key, length, WRITTEN);
        return has == term ? NAME_ITS_OWN : NAME_NEW;
    }
    if (has == term)
        return NAME_ITS_OWN;
    return translated && in != language ? NAME_ELSEWHERE : NAME_TAKEN;
}

/* Lets the text stand for the term, if it stands for no other. What folds to nothing names no term but takes no name either. */
static enum naming name_term(struct list *list, const struct term *term, const char *text, uint32_t language)
{
    struct buffer key = {0};
    fold_key(&key, text, strlen(text));
    enum naming naming = key.length > 0 ? name_by_key(list, term->index, buffer_text(&key), key.length, language) : NAME_NEW;
    buffer_free(&key);
    return naming;
}

/* A safe copy of the text. */
static const char *safe_copy(struct vocabulary *vocabulary, const char *text)
{
    struct buffer safe = {0};
    safe_text(&safe, text, strlen(text), false);
    const char *copy = arena_copy(vocabulary->arena, buffer_text(&safe), safe.length);
    buffer_free(&safe);
    return copy;
}

/* Adds the text to the count ones in *texts, which have that room. */
static void add_text(struct vocabulary *vocabulary, const char *const **texts, size_t *count, size_t *room, const char *text)
{
    if (*count == *room) {
        *room = *room == 0 ? 4 : *room * 2;
        const char **wider = arena_get(vocabulary->arena, *room, sizeof *wider);
        if (*count > 0)
            memcpy(wider, *texts, *count * sizeof *wider);
        *texts = wider;
    }
    ((const char **)*texts)[(*count)++] = safe_copy(vocabulary, text);
}

static void add_synonyms(struct vocabulary *vocabulary, struct list *list, struct kept_term *kept, const struct term *said, uint32_t language,
                         const char **taken)
{
    for (size_t i = 0; i < said->synonym_count; i++) {
        enum naming naming = name_term(list, &kept->term, said->synonyms[i], language);
        if (naming == NAME_NEW)
            add_text(vocabulary, &kept->term.synonyms, &kept->term.synonym_count, &kept->synonym_room, said->synonyms[i]);
        else if (naming == NAME_TAKEN && *taken == NULL)
            *taken = said->synonyms[i];
    }
}

static const char **text_at(struct term *term, size_t offset)
{
    return (const char **)(void *)((char *)term + offset);
}

static const char *said_at(const struct term *term, size_t offset)
{
    return *(const char *const *)(const void *)((const char *)term + offset);
}

/* Fills in what the term says. Gives the first of its names that another term has, or NULL. A translation of what was written before is not shown any
 * more. */
static const char *fill_in(struct vocabulary *vocabulary, struct list *list, struct kept_term *kept, const struct term *said)
{
    struct term *term = &kept->term;
    const char *taken = NULL;
    for (size_t i = 0; i < TEXTS; i++) {
        const char *text = said_at(said, text_rows[i].shown);
        const char *before = said_at(term, text_rows[i].written);
        if (text == NULL || (before != NULL && strcmp(before, text) == 0))
            continue;
        *text_at(term, text_rows[i].written) = *text_at(term, text_rows[i].shown) = safe_copy(vocabulary, text);
        kept->shown_in[i] = WRITTEN;
    }
    if (said->iso != NULL)
        term->iso = safe_copy(vocabulary, said->iso);
    term->loss = term->loss || said->loss;
    if (said->label != NULL && name_term(list, term, said->label, WRITTEN) == NAME_TAKEN)
        taken = said->label;
    if (said->iso != NULL && name_term(list, term, said->iso, WRITTEN) == NAME_TAKEN && taken == NULL)
        taken = said->iso;
    add_synonyms(vocabulary, list, kept, said, WRITTEN, &taken);
    return taken;
}

static struct kept_term *add_term(struct vocabulary *vocabulary, struct list *list, enum vocabulary_list number, const char *id)
{
    list->terms = memory_room(list->terms, list->count, &list->room, sizeof *list->terms);
    struct kept_term *kept = arena_get(vocabulary->arena, 1, sizeof *kept);
    kept->term.list = number;
    kept->term.index = (uint32_t)list->count;
    kept->term.id = safe_copy(vocabulary, id);
    kept->term.label = kept->term.written.label = kept->term.id;
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

/* The term whose id has the key, or NULL; *taken tells whether another term has it as a name that is written. */
static struct kept_term *term_with_id(const struct list *list, const struct buffer *key, bool *taken)
{
    uint32_t index = key->length == 0 ? NAMES_NONE : names_find(list->names, buffer_text(key), key->length);
    uint32_t language = names_find(list->languages, buffer_text(key), key->length);
    bool found = index != NAMES_NONE && folds_to(list->terms[index]->term.id, key);
    *taken = index != NAMES_NONE && !found && (language == NAMES_NONE || language == WRITTEN);
    return found ? list->terms[index] : NULL;
}

/* The term whose id has the key; where there is none, a new one, if the list takes new ones and nothing else has the name; or NULL. */
static struct kept_term *term_for(struct vocabulary *vocabulary, struct list *list, const struct term *said, const struct buffer *key)
{
    bool taken;
    struct kept_term *kept = key->length == 0 ? NULL : term_with_id(list, key, &taken);
    if (kept != NULL || key->length == 0 || taken || list->fixed)
        return kept;
    kept = add_term(vocabulary, list, said->list, said->id);
    name_by_key(list, kept->term.index, buffer_text(key), key->length, WRITTEN);
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

const struct term *vocabulary_term(const struct vocabulary *vocabulary, enum vocabulary_list list, const char *id)
{
    struct buffer key = {0};
    bool taken;
    fold_key(&key, id, strlen(id));
    const struct kept_term *kept = term_with_id(&vocabulary->lists[list], &key, &taken);
    buffer_free(&key);
    return kept == NULL ? NULL : &kept->term;
}

void vocabulary_show_in(struct vocabulary *vocabulary, const char *const *languages)
{
    vocabulary->wanted = languages;
}

/* Which of the wanted languages it is, counted from 1; WRITTEN when it is none of them. */
static size_t wanted_as(const struct vocabulary *vocabulary, const char *language)
{
    for (size_t i = 0; vocabulary->wanted != NULL && vocabulary->wanted[i] != NULL; i++)
        if (strcasecmp(vocabulary->wanted[i], language) == 0)
            return i + 1;
    return WRITTEN;
}

static uint32_t language_number(struct vocabulary *vocabulary, const char *language)
{
    uint32_t next = (uint32_t)names_count(vocabulary->languages) + 1;
    names_add(vocabulary->languages, language, strlen(language), next);
    return names_find(vocabulary->languages, language, strlen(language));
}

const char *vocabulary_translate(struct vocabulary *vocabulary, const char *language, const struct term *said)
{
    struct list *list = &vocabulary->lists[said->list];
    const struct term *known = vocabulary_term(vocabulary, said->list, said->id);
    if (known == NULL)
        return said->id;
    struct kept_term *kept = list->terms[known->index];
    uint32_t number = language_number(vocabulary, language);
    size_t wanted = wanted_as(vocabulary, language);
    for (size_t i = 0; i < TEXTS; i++) {
        const char *text = said_at(said, text_rows[i].shown);
        if (text == NULL || wanted == WRITTEN || (kept->shown_in[i] != WRITTEN && kept->shown_in[i] < wanted))
            continue;
        *text_at(&kept->term, text_rows[i].shown) = safe_copy(vocabulary, text);
        kept->shown_in[i] = wanted;
    }
    const char *taken = NULL;
    if (said->label != NULL && name_term(list, &kept->term, said->label, number) == NAME_TAKEN)
        taken = said->label;
    if (said->label != NULL)
        add_text(vocabulary, &kept->term.labels, &kept->term.label_count, &kept->label_room, said->label);
    add_synonyms(vocabulary, list, kept, said, number, &taken);
    return taken;
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

/* The blocks of a file beside its services: `catalogue:`, `vocabulary:` and `places:`. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/builder.h"
#include "text/fold.h"
#include "text/memory.h"

static bool is_field(const struct entry_field *field, const char *name)
{
    return field->name_length == strlen(name) && memcmp(field->name, name, field->name_length) == 0;
}

void block_start(struct catalogue_builder *builder, struct draft *draft, const struct entry *entry)
{
    draft_start(draft, &builder->drafting, &builder->nothing, builder_file(builder, entry->file), false);
}

const char *block_text(struct draft *draft, struct found found, const char *name)
{
    struct drafting *drafting = draft->drafting;
    if (found.length > DRAFT_LONGEST_TEXT) {
        report_too_long(drafting->problems, found.where, name, DRAFT_LONGEST_TEXT);
        return NULL;
    }
    buffer_clear(&drafting->text);
    draft_add_safe(draft, found, false, name);
    return store_text(drafting->store, buffer_text(&drafting->text), drafting->text.length);
}

/* The name that slips of the finger turn into the field's, or NULL. */
static const char *near_name(const struct entry_field *field, const char *const *names)
{
    enum { LONGEST = 40 };
    struct buffer given = {0};
    const char *near = NULL;
    if (field->name_length <= LONGEST)
        fold_words(&given, field->name, field->name_length);
    for (size_t i = 0; given.length > 0 && near == NULL && names[i] != NULL; i++) {
        unsigned allowed = fold_slips_allowed(given.length);
        if (fold_slips(buffer_text(&given), names[i], allowed) <= allowed)
            near = names[i];
    }
    buffer_free(&given);
    return near;
}

size_t block_field(struct draft *draft, const struct entry_field *field, const char *const *names)
{
    size_t which = 0;
    while (names[which] != NULL && !is_field(field, names[which]))
        which++;
    bool kept = field->name_length > 2 && memcmp(field->name, "x_", 2) == 0;
    if (names[which] == NULL && !kept)
        report_unknown_field(draft->drafting->problems,
                             (struct found){field->name, field->name_length, {draft->file, field->line, field->column}},
                             near_name(field, names));
    return which;
}

size_t block_parts(struct draft *draft, const struct entry_field *field, enum draft_split split, const char *name)
{
    size_t count = draft_parts(draft, field, split);
    if (count != SIZE_MAX)
        return count;
    report_too_many(draft->drafting->problems, (struct position){draft->file, field->line, field->column}, name, DRAFT_MOST_VALUES);
    return 0;
}

/* Reads `2026-08-17 to 2026-10-09`. */
static bool read_term(struct found found, struct date term[2])
{
    static const char *const joints[] = {" to ", " until ", " - ", " \xE2\x80\x93 "};
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++) {
        size_t length = strlen(joints[i]);
        for (size_t at = 1; at + length < found.length; at++) {
            if (memcmp(found.text + at, joints[i], length) != 0)
                continue;
            return date_parse(found.text, at, &term[0]) && date_parse(found.text + at + length, found.length - at - length, &term[1]) &&
                   term[0].day != 0 && term[1].day != 0 && date_days(term[0]) <= date_days(term[1]);
        }
    }
    return false;
}

static void add_terms(struct catalogue_builder *builder, size_t count)
{
    enum { LONGEST_TERM = 60 };
    for (size_t i = 0; i < count; i++) {
        struct found found = builder->drafting.parts[i];
        struct date term[2];
        if (found.length > LONGEST_TERM || !read_term(found, term)) {
            report_bad_term(builder->drafting.problems, found);
            continue;
        }
        builder->terms = memory_room(builder->terms, builder->term_count, &builder->term_room, sizeof *builder->terms);
        memcpy(builder->terms[builder->term_count++], term, sizeof term);
    }
}

/* The offer of which nothing is stated. */
static struct offer nothing_stated(void)
{
    return (struct offer){
        .kind = KIND_PEER_SUPPORT,
        .who = WHO_NOT_STATED,
        .status = STATUS_UNKNOWN,
        .parent_age = {-1, -1},
        .parent_age_maybe = {-1, -1},
        .group_size = {-1, -1},
    };
}

/* `terms`, the first and last day of each school term, is what "in term time" needs to be judged; CATALOGUE.md does not name it. */
void catalogue_builder_defaults(struct catalogue_builder *builder, const struct entry *block)
{
    static const char *const names[] = {"title", "maintained_by", "checked", "source", "terms", NULL};
    static const char *const read_here[] = {"title", "maintained_by", "terms", NULL};
    struct draft draft;
    builder->nothing = nothing_stated();
    if (block == NULL)
        return;
    block_start(builder, &draft, block);
    struct entry_field defaults[2];
    struct entry kept = {block->file, block->line, block->column, defaults, 0};
    for (size_t i = 0; i < block->count; i++) {
        const struct entry_field *field = &block->fields[i];
        if (names[block_field(&draft, field, names)] == NULL)
            continue;
        if ((is_field(field, "checked") || is_field(field, "source")) && kept.count < 2)
            defaults[kept.count++] = *field;
        size_t count = block_parts(&draft, field, is_field(field, "terms") ? SPLIT_LIST : SPLIT_NONE, "catalogue");
        if (count == 0)
            continue;
        if (is_field(field, "title") && builder->catalogue->title == NULL)
            builder->catalogue->title = block_text(&draft, builder->drafting.parts[0], "title");
        else if (is_field(field, "maintained_by") && builder->catalogue->maintained_by == NULL)
            builder->catalogue->maintained_by = block_text(&draft, builder->drafting.parts[0], "maintained_by");
        else if (is_field(field, "terms"))
            add_terms(builder, count);
    }
    draft_apply(&draft, &kept, read_here);
    draft_finish(&draft);
    builder->nothing = draft.offer;
}

/* The texts of a term as they are read. */
struct term_parts {
    struct term term;
    const char *synonyms[DRAFT_MOST_VALUES];
};

static void read_term_field(struct draft *draft, const struct entry_field *field, struct term_parts *parts)
{
    struct drafting *drafting = draft->drafting;
    struct term *term = &parts->term;
    const struct {
        const char *name;
        const char **into;
    } texts[] = {{"id", &term->id}, {"label", &term->label}, {"definition", &term->definition}, {"yes", &term->yes},
                 {"no", &term->no}, {"ask", &term->ask}, {"iso", &term->iso}};
    bool synonyms = is_field(field, "synonyms");
    size_t count = block_parts(draft, field, synonyms ? SPLIT_LIST : SPLIT_NONE, "vocabulary");
    if (count == 0)
        return;
    for (size_t i = 0; synonyms && i < count; i++) {
        const char *synonym = block_text(draft, drafting->parts[i], "synonyms");
        if (synonym != NULL)
            parts->synonyms[term->synonym_count++] = synonym;
    }
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (is_field(field, texts[i].name))
            *texts[i].into = block_text(draft, drafting->parts[0], texts[i].name);
    }
    if (is_field(field, "loss") && !found_yes_or_no(drafting->parts[0], &term->loss))
        report_bad_yes_or_no(drafting->problems, drafting->parts[0], "loss");
}

/* One field of what is said of a term in another language. */
static void translate_field(struct draft *draft, enum vocabulary_list list, const char *id, const char *language, const struct entry_field *field)
{
    static const char *const names[] = {"label", "definition", "yes", "no", "ask", "synonyms", NULL};
    if (names[block_field(draft, field, names)] == NULL)
        return;
    struct term_parts *parts = memory_new(1, sizeof *parts);
    parts->term = (struct term){.list = list, .id = id, .synonyms = parts->synonyms};
    read_term_field(draft, field, parts);
    const char *taken = vocabulary_translate(draft->drafting->vocabulary, language, &parts->term);
    if (taken != NULL)
        report_word_taken(draft->drafting->problems,
                          (struct found){taken, strlen(taken), {draft->file, field->line, field->column}});
    free(parts);
}

enum { LANG = 5, LONGEST_CODE = 12 };

/* The length of the code of a field `lang_CODE_NAME`; 0 when it is none. */
static size_t code_length(const struct entry_field *field)
{
    if (field->name_length <= LANG || memcmp(field->name, "lang_", LANG) != 0)
        return 0;
    const char *end = memchr(field->name + LANG, '_', field->name_length - LANG);
    size_t length = end != NULL ? (size_t)(end - field->name) - LANG : 0;
    return length >= 2 && length <= LONGEST_CODE ? length : 0;
}

/* The translations that stand in the term itself. */
static void translate_own(struct draft *draft, enum vocabulary_list list, const char *id, const struct entry *term)
{
    for (size_t i = 0; i < term->count; i++) {
        struct entry_field field = term->fields[i];
        size_t length = code_length(&field);
        char code[LONGEST_CODE + 1];
        if (length == 0)
            continue;
        memcpy(code, field.name + LANG, length);
        code[length] = '\0';
        field.name += LANG + length + 1;
        field.name_length -= LANG + length + 1;
        translate_field(draft, list, id, code, &field);
    }
}

void catalogue_builder_translation(struct catalogue_builder *builder, enum vocabulary_list list, const char *language, const struct entry *words)
{
    struct drafting *drafting = &builder->drafting;
    struct draft draft;
    struct found id;
    block_start(builder, &draft, words);
    const char *known = builder_value(builder, words, "id", &id) ? block_text(&draft, id, "id") : NULL;
    if (known == NULL) {
        report_missing_id(drafting->problems, id.where, false);
        return;
    }
    if (vocabulary_term(drafting->vocabulary, list, known) == NULL) {
        const struct term *near[3];
        struct nearest nearest = {.count = vocabulary_near(drafting->vocabulary, list, known, strlen(known), near, 3)};
        for (size_t i = 0; i < nearest.count; i++)
            nearest.names[i] = near[i]->id;
        /* A site that has a vocabulary of its own has no use for the other words that are translated. */
        if (nearest.count > 0)
            report_unknown_word(drafting->problems, id, vocabulary_list_name(list), nearest);
        return;
    }
    for (size_t i = 1; i < words->count; i++)
        translate_field(&draft, list, known, language, &words->fields[i]);
}

void catalogue_builder_term(struct catalogue_builder *builder, enum vocabulary_list list, const struct entry *term)
{
    static const char *const names[] = {"id", "label", "definition", "yes", "no", "ask", "iso", "loss", "synonyms", NULL};
    struct drafting *drafting = &builder->drafting;
    struct draft draft;
    struct found id;
    block_start(builder, &draft, term);
    if (!builder_value(builder, term, "id", &id)) {
        report_missing_id(drafting->problems, id.where, false);
        return;
    }
    if (!builder_id_good(builder, id))
        return;
    struct term_parts *parts = memory_new(1, sizeof *parts);
    parts->term.list = list;
    parts->term.synonyms = parts->synonyms;
    for (size_t i = 0; i < term->count; i++) {
        if (code_length(&term->fields[i]) > 0)
            continue; /* of what is written, so it comes after it */
        if (names[block_field(&draft, &term->fields[i], names)] != NULL)
            read_term_field(&draft, &term->fields[i], parts);
    }
    const char *taken = vocabulary_add(drafting->vocabulary, &parts->term);
    bool fixed = list == LIST_KIND || list == LIST_WHO || list == LIST_PERSON || list == LIST_STATUS;
    if (taken != NULL && fixed && vocabulary_find(drafting->vocabulary, list, id.text, id.length) == NULL)
        report_list_fixed(drafting->problems, id, vocabulary_list_name(list));
    else if (taken != NULL)
        report_word_taken(drafting->problems, (struct found){taken, strlen(taken), id.where});
    if (vocabulary_term(drafting->vocabulary, list, parts->term.id) != NULL)
        translate_own(&draft, list, parts->term.id, term);
    free(parts);
}

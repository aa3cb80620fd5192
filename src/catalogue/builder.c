/* Services and their offers, as YAML and Open Referral state them, become part of a catalogue. */
#include "catalogue/builder.h"

#include <string.h>

#include "text/fold.h"
#include "text/memory.h"

struct catalogue_builder *catalogue_builder_new(struct gazetteer *gazetteer, struct vocabulary *vocabulary, struct urgent_help *urgent,
                                                struct problems *problems)
{
    struct catalogue_builder *builder = memory_new(1, sizeof *builder);
    struct catalogue *catalogue = memory_new(1, sizeof *catalogue);
    catalogue->arena = arena_new();
    catalogue->gazetteer = gazetteer;
    catalogue->vocabulary = vocabulary;
    catalogue->urgent = urgent;
    builder->catalogue = catalogue;
    builder->drafting.arena = catalogue->arena;
    builder->drafting.gazetteer = gazetteer;
    builder->drafting.vocabulary = vocabulary;
    builder->drafting.problems = problems;
    builder->drafting.store = store_new(catalogue->arena);
    builder->drafting.told = names_new();
    builder->service_ids = names_new();
    builder->offer_ids = names_new();
    catalogue_builder_defaults(builder, NULL);
    return builder;
}

void catalogue_builder_languages(struct catalogue_builder *builder, const char *const *languages)
{
    struct arena *arena = builder->catalogue->arena;
    size_t count = 0;
    while (languages != NULL && languages[count] != NULL)
        count++;
    const char **copies = arena_get(arena, count + 1, sizeof *copies);
    for (size_t i = 0; i < count; i++)
        copies[i] = arena_text(arena, languages[i]);
    copies[count] = NULL;
    builder->catalogue->languages = copies;
    vocabulary_show_in(builder->catalogue->vocabulary, copies);
}

const char *builder_file(struct catalogue_builder *builder, const char *file)
{
    const char *name = file != NULL ? file : "";
    if (builder->file == NULL || strcmp(builder->file, name) != 0)
        builder->file = store_text(builder->drafting.store, name, strlen(name));
    return builder->file;
}

bool builder_value(const struct catalogue_builder *builder, const struct entry *entry, const char *name, struct found *found)
{
    size_t length = strlen(name);
    *found = (struct found){.text = "", .where = {builder->file, entry->line, entry->column}};
    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_field *field = &entry->fields[i];
        if (field->name_length != length || memcmp(field->name, name, length) != 0)
            continue;
        for (size_t value = 0; value < field->count; value++) {
            struct part_walk walk = {.value = &field->values[value], .file = builder->file};
            if (part_next(&walk, SPLIT_NONE, found) && found->length > 0)
                return true;
        }
    }
    return false;
}

static bool id_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
}

bool builder_id_good(struct catalogue_builder *builder, struct found id)
{
    enum { LONGEST_ID = 100 };
    bool good = id.length > 0 && id.length <= LONGEST_ID && id.text[0] != '-';
    for (size_t i = 0; good && i < id.length; i++)
        good = id_byte(id.text[i]);
    if (good)
        return true;
    struct buffer better = {0};
    fold_words(&better, id.text, id.length < LONGEST_ID ? id.length : LONGEST_ID);
    for (size_t i = 0; i < better.length; i++) {
        better.bytes[i] = better.bytes[i] == ' ' ? '-' : better.bytes[i];
        good = id_byte(better.bytes[i]); /* of the last one */
        if (!good)
            buffer_clear(&better);
    }
    report_bad_id(builder->drafting.problems, id, buffer_text(&better));
    buffer_free(&better);
    return false;
}

uint32_t builder_meet(struct catalogue_builder *builder, struct found id, bool rows)
{
    if (builder->met_count >= OFFER_INDEX_NONE)
        memory_fail();
    builder->met = memory_room(builder->met, builder->met_count, &builder->met_room, sizeof *builder->met);
    uint32_t number = (uint32_t)builder->met_count++;
    builder->met[number] = (struct met){
        .id = arena_copy(builder->catalogue->arena, id.text, id.length), .where = id.where, .rows = rows, .above = OFFER_INDEX_NONE};
    names_add(builder->service_ids, id.text, id.length, number);
    return number;
}

/* "service/offer" in drafting.text. */
static const struct buffer *offer_key(struct catalogue_builder *builder, uint32_t met, struct found id)
{
    struct buffer *key = &builder->drafting.text;
    buffer_clear(key);
    buffer_add_text(key, builder->met[met].id);
    buffer_add_byte(key, '/');
    buffer_add(key, id.text, id.length);
    return key;
}

static bool is_service_id(const struct met *met, struct found id)
{
    return strlen(met->id) == id.length && memcmp(met->id, id.text, id.length) == 0;
}

bool builder_offer_id_free(struct catalogue_builder *builder, uint32_t met, struct found id)
{
    struct met *service = &builder->met[met];
    struct position first = service->where;
    if (is_service_id(service, id)) {
        if (!service->id_used)
            return true;
    } else {
        const struct buffer *key = offer_key(builder, met, id);
        uint32_t number = names_find(builder->offer_ids, buffer_text(key), key->length);
        if (number == NAMES_NONE)
            return true;
        first = builder->offers[number].where;
    }
    report_duplicate_id(builder->drafting.problems, id, true, first);
    return false;
}

uint32_t builder_add_offer(struct catalogue_builder *builder, uint32_t met, struct draft *draft, struct found id, struct position where)
{
    struct met *service = &builder->met[met];
    if (builder->offer_count >= OFFER_INDEX_NONE)
        memory_fail();
    builder->offers = memory_room(builder->offers, builder->offer_count, &builder->offer_room, sizeof *builder->offers);
    uint32_t number = (uint32_t)builder->offer_count++;
    draft->offer.service = met;
    draft->offer.where = where;
    draft->offer.id = service->id;
    if (is_service_id(service, id)) {
        service->id_used = true;
    } else {
        const struct buffer *key = offer_key(builder, met, id);
        names_add(builder->offer_ids, buffer_text(key), key->length, number);
        draft->offer.id = store_text(builder->drafting.store, id.text, id.length);
    }
    builder->offers[number] = draft->offer;
    builder->apart = builder->apart || (number > 0 && builder->offers[number - 1].service > met);
    service->offer_count++;
    return number;
}

void builder_name_service(struct catalogue_builder *builder, uint32_t met, const struct draft *draft)
{
    const char *name = draft->texts[FIELD_NAME];
    if (builder->met[met].name == NULL && name != NULL && name[0] != '\0')
        builder->met[met].name = name;
}

static bool has_name(const struct draft *draft)
{
    return draft->texts[FIELD_NAME] != NULL && draft->texts[FIELD_NAME][0] != '\0';
}

/* One offer of a service; base is what the service states, good whether the service can be used. */
static bool add_offer(struct catalogue_builder *builder, uint32_t met, const struct offer *base, bool good, const struct entry *entry)
{
    static const char *const but[] = {"id", NULL};
    struct draft draft;
    struct found id;
    struct problems *problems = builder->drafting.problems;
    draft_start(&draft, &builder->drafting, base, builder->file, false);
    if (!builder_value(builder, entry, "id", &id)) {
        report_missing_id(problems, id.where, true);
        draft.failed = true;
    } else if (!builder_id_good(builder, id) || (met != NAMES_NONE && !builder_offer_id_free(builder, met, id))) {
        draft.failed = true;
    }
    draft_apply(&draft, entry, but);
    if (!has_name(&draft))
        draft.texts[FIELD_NAME] = offer_text(base, FIELD_NAME); /* not stated, or none: it has the service's */
    draft_drop_translations(&draft, base, entry);
    if (!good || draft.failed) {
        builder->catalogue->left_out += good ? 1 : 0;
        draft_drop(&draft);
        return false;
    }
    draft_finish(&draft);
    builder_add_offer(builder, met, &draft, id, (struct position){builder->file, entry->line, entry->column});
    return true;
}

/* The service's own id: noted as met, NAMES_NONE after a problem. */
static uint32_t meet_service(struct catalogue_builder *builder, const struct entry *service, struct found *id)
{
    struct problems *problems = builder->drafting.problems;
    if (!builder_value(builder, service, "id", id)) {
        report_missing_id(problems, id->where, false);
        return NAMES_NONE;
    }
    if (!builder_id_good(builder, *id))
        return NAMES_NONE;
    uint32_t first = names_find(builder->service_ids, id->text, id->length);
    if (first == NAMES_NONE)
        return builder_meet(builder, *id, false);
    report_duplicate_id(problems, *id, false, builder->met[first].where);
    return NAMES_NONE;
}

bool catalogue_builder_service(struct catalogue_builder *builder, const struct entry *service, const struct entry *offers, size_t offer_count)
{
    static const char *const but[] = {"id", "offers", NULL};
    struct found id;
    struct draft draft;
    struct position where = {builder_file(builder, service->file), service->line, service->column};
    builder_settle_places(builder);
    uint32_t met = meet_service(builder, service, &id);
    draft_start(&draft, &builder->drafting, &builder->nothing, builder->file, false);
    draft_apply(&draft, service, but);
    if (!has_name(&draft) && (draft.broken & FIELD_BIT(FIELD_NAME)) == 0) {
        report_missing_name(builder->drafting.problems, where);
        draft.failed = true;
    }
    bool good = met != NAMES_NONE && !draft.failed;
    if (good)
        builder_name_service(builder, met, &draft);
    builder->catalogue->left_out += good ? 0 : 1;
    draft_finish(&draft);
    bool added = good && offer_count == 0;
    if (added)
        builder_add_offer(builder, met, &draft, id, where);
    for (size_t i = 0; i < offer_count; i++)
        added = add_offer(builder, met, &draft.offer, good, &offers[i]) || added;
    return added;
}

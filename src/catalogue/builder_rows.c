/* Rows of a spreadsheet: one offer each, what is empty as in the row above. */
#include <string.h>

#include "catalogue/builder.h"

/* What a row inherits: the row above of its service, else the defaults of the file. */
static const struct offer *above(const struct catalogue_builder *builder, const struct met *service)
{
    if (service == NULL)
        return &builder->nothing;
    if (service->above != OFFER_INDEX_NONE)
        return &builder->offers[service->above];
    return service->left_out != NULL ? service->left_out : &builder->nothing;
}

/* The service of the row, met before or now; NAMES_NONE after a problem. */
static uint32_t service_of(struct catalogue_builder *builder, const struct entry *row, struct found *id)
{
    struct problems *problems = builder->drafting.problems;
    if (!builder_value(builder, row, "service", id)) {
        report_missing_id(problems, id->where, false);
        return NAMES_NONE;
    }
    if (!builder_id_good(builder, *id))
        return NAMES_NONE;
    uint32_t number = names_find(builder->service_ids, id->text, id->length);
    if (number == NAMES_NONE)
        return builder_meet(builder, *id, true);
    const struct met *met = &builder->met[number];
    if (met->rows && strcmp(met->where.file, builder->file) == 0)
        return number;
    report_duplicate_id(problems, *id, false, met->where); /* stated in another file, or as YAML */
    return NAMES_NONE;
}

/* The name of a row is the service's; `offer_name` is the offer's own and never as above: another offer's name would be wrong. */
static void set_name(struct catalogue_builder *builder, struct draft *draft, uint32_t met, const struct entry *row)
{
    struct found found;
    if (met != NAMES_NONE) {
        if ((draft->stated & FIELD_BIT(FIELD_NAME)) != 0)
            builder_name_service(builder, met, draft);
        else
            draft->texts[FIELD_NAME] = builder->met[met].name;
        draft->texts_changed = true;
    }
    const char *name = draft->texts[FIELD_NAME];
    if ((name == NULL || name[0] == '\0') && (draft->broken & FIELD_BIT(FIELD_NAME)) == 0) {
        report_missing_name(builder->drafting.problems, (struct position){builder->file, row->line, row->column});
        draft_fail(draft, FIELD_NAME);
    }
    if (!builder_value(builder, row, "offer_name", &found) || found_is_not_stated(found) || found_is_none(found))
        return;
    field_set broken = draft->broken;
    builder->drafting.parts[0] = found;
    draft_text(draft, FIELD_NAME, 1);
    draft->broken = broken; /* the next row does not have this name */
}

/* Tells of the fields in which the row would be as a row that has a mistake there. */
static void check_above(struct draft *draft, struct position where)
{
    for (size_t i = 0; i < FIELD_COUNT && !draft->failed && draft->broken != 0; i++) {
        if ((draft->broken & FIELD_BIT(i)) == 0)
            continue;
        report_as_above(draft->drafting->problems, where, field_table[i].name);
        draft->failed = true; /* one sentence is enough */
    }
}

/* Remembers what the next row of the service inherits. */
static void remember(struct catalogue_builder *builder, uint32_t met, const struct draft *draft, uint32_t number)
{
    struct met *service = &builder->met[met];
    service->broken = draft->broken;
    service->above = number;
    if (number != OFFER_INDEX_NONE)
        return;
    if (service->left_out == NULL)
        service->left_out = arena_get(builder->catalogue->arena, 1, sizeof *service->left_out);
    *service->left_out = draft->offer;
}

bool catalogue_builder_row(struct catalogue_builder *builder, const struct entry *row)
{
    static const char *const but[] = {"service", "offer", "offer_name", NULL};
    struct position where = {builder_file(builder, row->file), row->line, row->column};
    struct found service_id;
    struct found id;
    struct draft draft;
    builder_settle_places(builder);
    uint32_t met = service_of(builder, row, &service_id);
    const struct offer *base = above(builder, met != NAMES_NONE ? &builder->met[met] : NULL);
    draft_start(&draft, &builder->drafting, base, builder->file, true);
    draft.broken = met != NAMES_NONE ? builder->met[met].broken : 0;
    bool own_id = builder_value(builder, row, "offer", &id);
    if (!own_id)
        id = service_id;
    if (met == NAMES_NONE || (own_id && !builder_id_good(builder, id)) || !builder_offer_id_free(builder, met, id))
        draft.failed = true;
    draft_apply(&draft, row, but);
    set_name(builder, &draft, met, row);
    draft_drop_translations(&draft, base, row);
    check_above(&draft, where);
    draft_finish(&draft);
    builder->catalogue->left_out += draft.failed ? 1 : 0;
    uint32_t number = draft.failed ? OFFER_INDEX_NONE : builder_add_offer(builder, met, &draft, id, where);
    if (met != NAMES_NONE)
        remember(builder, met, &draft, number);
    return number != OFFER_INDEX_NONE;
}

#include "write/facts.h"

#include "text/words.h"

static void add_areas(struct buffer *out, const struct catalogue *catalogue, struct numbers areas, bool whole)
{
    for (uint32_t i = 0; i < areas.count; i++) {
        const struct place *place = gazetteer_at(catalogue->gazetteer, areas.items[i]);
        const char *name = place->kind == PLACE_COUNTRY ? _("the United Kingdom") : place->name;
        if (i > 0)
            buffer_add_text(out, ", ");
        if (whole && (place->kind == PLACE_NATION || place->kind == PLACE_COUNTRY))
            buffer_format(out, _("all of %s"), name);
        else
            buffer_add_text(out, name);
    }
}

void facts_areas(struct buffer *out, const struct catalogue *catalogue, struct numbers areas)
{
    add_areas(out, catalogue, areas, true);
}

void facts_area_names(struct buffer *out, const struct catalogue *catalogue, struct numbers areas)
{
    add_areas(out, catalogue, areas, false);
}

void facts_terms(struct buffer *out, const struct catalogue *catalogue, enum vocabulary_list list, struct numbers numbers)
{
    for (uint32_t i = 0; i < numbers.count; i++)
        buffer_format(out, "%s%s", i > 0 ? ", " : "", vocabulary_at(catalogue->vocabulary, list, numbers.items[i])->label);
    if (numbers.stated && numbers.count == 0)
        buffer_add_text(out, _("none"));
}

/* "12 months" as an age that a child turns: "1"; "18 months" stays. */
static void turns(struct buffer *out, struct stage_point point)
{
    if (point.unit == STAGE_MONTHS_OLD && point.count > 0 && point.count % 12 == 0) {
        buffer_format(out, _("until the child turns %u"), point.count / 12u);
        return;
    }
    struct buffer words = {0};
    stage_point_words(&words, point);
    if (point.count == 0)
        buffer_add_text(out, point.unit == STAGE_PREGNANT_WEEKS ? _("until pregnancy") : _("until the birth"));
    else
        buffer_format(out, point.unit == STAGE_PREGNANT_WEEKS ? _("until %s") : _("until the child is %s old"), buffer_text(&words));
    buffer_free(&words);
}

void facts_stage(struct buffer *out, struct stage stage)
{
    if (stage.from.unit == STAGE_NOT_STATED && stage.to.unit == STAGE_NOT_STATED)
        return;
    if (stage.from.unit != STAGE_NOT_STATED) {
        struct buffer words = {0};
        stage_point_words(&words, stage.from);
        buffer_format(out, _("from %s"), buffer_text(&words));
        buffer_free(&words);
    }
    if (stage.to.unit == STAGE_NOT_STATED) {
        buffer_add_text(out, _("; no end is stated"));
        return;
    }
    if (stage.from.unit != STAGE_NOT_STATED)
        buffer_add_byte(out, ' ');
    turns(out, stage.to);
}

void facts_stage_short(struct buffer *out, struct stage stage)
{
    struct buffer from = {0};
    struct buffer to = {0};
    stage_point_words(&from, stage.from);
    stage_point_words(&to, stage.to);
    if (from.length > 0 && to.length > 0)
        buffer_format(out, _("%s to %s"), buffer_text(&from), buffer_text(&to));
    else if (from.length > 0)
        buffer_format(out, _("from %s"), buffer_text(&from));
    else if (to.length > 0)
        buffer_format(out, _("to %s"), buffer_text(&to));
    buffer_free(&from);
    buffer_free(&to);
}

void facts_years(struct buffer *out, struct years years)
{
    if (years.from >= 0 && years.to >= 0)
        buffer_format(out, _("%d to %d"), years.from, years.to);
    else if (years.from >= 0)
        buffer_format(out, _("%d or older"), years.from);
    else if (years.to >= 0)
        buffer_format(out, _("up to %d"), years.to);
}

void facts_who(struct buffer *out, const struct catalogue *catalogue, enum who who)
{
    if (who != WHO_NOT_STATED)
        buffer_add_text(out, vocabulary_at(catalogue->vocabulary, LIST_WHO, who)->label);
}

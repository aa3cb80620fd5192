#include "write/facts.h"

#include "write/words.h"

static void add_areas(struct buffer *out, const struct catalogue *catalogue, struct numbers areas, bool whole)
{
    for (uint32_t i = 0; i < areas.count; i++) {
        const struct place *place = gazetteer_at(catalogue->gazetteer, areas.items[i]);
        const char *name = place->kind == PLACE_COUNTRY ? FACT_THE_KINGDOM : place->name;
        if (i > 0)
            buffer_add_text(out, LIST_COMMA);
        if (whole && (place->kind == PLACE_NATION || place->kind == PLACE_COUNTRY))
            buffer_format(out, FACT_ALL_OF, name);
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
        buffer_format(out, "%s%s", i > 0 ? LIST_COMMA : "", vocabulary_at(catalogue->vocabulary, list, numbers.items[i])->label);
    if (numbers.stated && numbers.count == 0)
        buffer_add_text(out, FACT_NONE);
}

/* As stage_point_words, which writes it as a file does, but in the language of the run. */
static void words_stage(struct buffer *out, struct stage_point point)
{
    unsigned count = point.count;
    if (point.unit == STAGE_PREGNANT_WEEKS && count == 0)
        buffer_add_text(out, EDGE_PREGNANCY);
    else if (point.unit == STAGE_PREGNANT_WEEKS)
        buffer_format(out, FACT_WEEKS_PREGNANT(count), count);
    else if (point.unit == STAGE_WEEKS_OLD)
        buffer_format(out, SPAN_WEEKS(count), count);
    else if (point.unit == STAGE_MONTHS_OLD && count == 0)
        buffer_add_text(out, EDGE_BIRTH);
    else if (point.unit == STAGE_MONTHS_OLD && count % 12 == 0)
        buffer_format(out, SPAN_YEARS(count / 12), count / 12);
    else if (point.unit == STAGE_MONTHS_OLD)
        buffer_format(out, SPAN_MONTHS(count), count);
}

/* "12 months" as an age that a child turns: "1"; "18 months" stays. */
static void turns(struct buffer *out, struct stage_point point)
{
    if (point.unit == STAGE_MONTHS_OLD && point.count > 0 && point.count % 12 == 0) {
        buffer_format(out, FACT_UNTIL_TURNS(point.count / 12u), point.count / 12u);
        return;
    }
    struct buffer words = {0};
    words_stage(&words, point);
    if (point.count == 0)
        buffer_add_text(out, point.unit == STAGE_PREGNANT_WEEKS ? FACT_UNTIL_PREGNANCY : FACT_UNTIL_BIRTH);
    else
        buffer_format(out, point.unit == STAGE_PREGNANT_WEEKS ? FACT_UNTIL : FACT_UNTIL_OLD, buffer_text(&words));
    buffer_free(&words);
}

void facts_stage(struct buffer *out, struct stage stage)
{
    if (stage.from.unit == STAGE_NOT_STATED && stage.to.unit == STAGE_NOT_STATED)
        return;
    struct buffer from = {0};
    struct buffer until = {0};
    words_stage(&from, stage.from);
    if (stage.to.unit != STAGE_NOT_STATED)
        turns(&until, stage.to);
    if (until.length == 0)
        buffer_format(out, FACT_FROM_OPEN, buffer_text(&from));
    else if (from.length == 0)
        buffer_add(out, until.bytes, until.length);
    else
        buffer_format(out, FACT_FROM_UNTIL, buffer_text(&from), buffer_text(&until));
    buffer_free(&from);
    buffer_free(&until);
}

/* The same in a few words for a row: "pregnancy to 2 years", "from birth". */
static void facts_stage_short(struct buffer *out, struct stage stage)
{
    struct buffer from = {0};
    struct buffer to = {0};
    words_stage(&from, stage.from);
    words_stage(&to, stage.to);
    if (from.length > 0 && to.length > 0)
        buffer_format(out, FACT_FROM_TO, buffer_text(&from), buffer_text(&to));
    else if (from.length > 0)
        buffer_format(out, FACT_FROM, buffer_text(&from));
    else if (to.length > 0)
        buffer_format(out, FACT_TO, buffer_text(&to));
    buffer_free(&from);
    buffer_free(&to);
}

void facts_where_and_whom(struct buffer *out, const struct catalogue *catalogue, const struct offer *offer, bool after_loss)
{
    struct buffer part = {0};
    if (offer->areas.count > 0) {
        facts_areas(out, catalogue, offer->areas);
    } else if (offer->areas_maybe.count > 0) {
        facts_area_names(&part, catalogue, offer->areas_maybe);
        buffer_format(out, FACT_PARTS_OF, buffer_text(&part));
    } else {
        buffer_add_text(out, FACT_NO_PLACE);
    }
    buffer_clear(&part);
    facts_who(&part, catalogue, offer->who);
    if (part.length > 0)
        buffer_format(out, " \u00b7 %s", buffer_text(&part));
    buffer_clear(&part);
    if (!after_loss)
        facts_stage_short(&part, offer->stage);
    if (part.length > 0)
        buffer_format(out, "%s%s", LIST_COMMA, buffer_text(&part));
    buffer_free(&part);
}

void facts_years(struct buffer *out, struct years years)
{
    if (years.from >= 0 && years.to >= 0)
        buffer_format(out, FACT_YEARS_FROM_TO, years.from, years.to);
    else if (years.from >= 0)
        buffer_format(out, FACT_YEARS_FROM, years.from);
    else if (years.to >= 0)
        buffer_format(out, FACT_YEARS_TO, years.to);
}

void facts_who(struct buffer *out, const struct catalogue *catalogue, enum who who)
{
    if (who != WHO_NOT_STATED)
        buffer_add_text(out, vocabulary_at(catalogue->vocabulary, LIST_WHO, who)->label);
}

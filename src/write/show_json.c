/* `show --json`: everything that an offer states, field by field, by the names of the catalogue's files. */
#include "write/find.h"
#include "write/json.h"
#include "write/when.h"

static json_t *terms_json(const struct catalogue *catalogue, enum vocabulary_list list, struct numbers numbers)
{
    if (!numbers.stated)
        return NULL;
    json_t *array = json_array();
    for (uint32_t i = 0; i < numbers.count; i++)
        json_append(array, json_text(vocabulary_at(catalogue->vocabulary, list, numbers.items[i])->id));
    return array;
}

static json_t *areas_json(const struct catalogue *catalogue, struct numbers areas)
{
    if (!areas.stated)
        return NULL;
    json_t *array = json_array();
    for (uint32_t i = 0; i < areas.count; i++)
        json_append(array, json_text(gazetteer_at(catalogue->gazetteer, areas.items[i])->name));
    return array;
}

static json_t *stage_json(struct stage stage)
{
    const struct {
        const char *key;
        struct stage_point point;
    } edges[] = {{"from", stage.from}, {"to", stage.to}};
    json_t *object = NULL;
    for (size_t i = 0; i < 2; i++) {
        if (edges[i].point.unit == STAGE_NOT_STATED)
            continue;
        struct buffer words = {0};
        stage_point_words(&words, edges[i].point);
        object = object ? object : json_object();
        json_set(object, edges[i].key, json_text(buffer_text(&words)));
        buffer_free(&words);
    }
    return object;
}

static json_t *years_json(struct years years)
{
    if (years.from < 0 && years.to < 0)
        return NULL;
    json_t *object = json_object();
    if (years.from >= 0)
        json_set(object, "from", json_integer(years.from));
    if (years.to >= 0)
        json_set(object, "to", json_integer(years.to));
    return object;
}

static json_t *date_json(struct date date)
{
    if (date.year == 0)
        return NULL;
    struct buffer words = {0};
    date_iso(&words, date);
    json_t *value = json_text(buffer_text(&words));
    buffer_free(&words);
    return value;
}

static json_t *sessions_json(const struct offer *offer)
{
    if (offer->session_count == 0)
        return NULL;
    json_t *array = json_array();
    struct buffer words = {0};
    for (uint32_t i = 0; i < offer->session_count; i++) {
        const struct session *session = &offer->sessions[i];
        buffer_clear(&words);
        if (offer_has_hidden_place(offer) && session->repeat != SESSION_WORDS)
            when_words(&words, session, (struct date){0}); /* without its place */
        else if (!offer_hides(offer, session->words) && (i == 0 || session->words != session[-1].words))
            buffer_add_text(&words, session->words); /* one line may hold several sessions; it is written once */
        if (words.length > 0)
            json_append(array, json_text(buffer_text(&words)));
    }
    buffer_free(&words);
    return array;
}

static json_t *meetings_json(const struct offer *offer)
{
    json_t *array = NULL;
    for (uint32_t i = 0; i < offer->meeting_count; i++) {
        const struct meeting *meeting = &offer->meetings[i];
        json_t *object = json_object();
        if (meeting->hidden) {
            json_set(object, "hidden", json_true());
        } else {
            json_set(object, "place", json_text(meeting->place));
            json_set(object, "address", json_text(meeting->address));
            json_set(object, "postcode", json_text(meeting->postcode));
        }
        array = array ? array : json_array();
        json_append(array, object);
    }
    return array;
}

/* Sets a member unless the fact is not stated. */
static void set_stated(json_t *object, const char *key, json_t *value)
{
    if (value)
        json_set(object, key, value);
}

static json_t *offer_json(const struct catalogue *catalogue, const struct offer *offer)
{
    json_t *object = json_object();
    json_set(object, "service", json_text(offer_service(catalogue, offer)->id));
    json_set(object, "offer", json_text(offer->id));
    for (enum field field = 0; field < FIELD_TEXT_COUNT; field++)
        if (offer_text(offer, field) && !(field == FIELD_ADDRESS && offer_hides(offer, offer_text(offer, field))))
            json_set(object, field_table[field].name, json_text(offer_text(offer, field)));
    json_set(object, "kind", json_text(vocabulary_at(catalogue->vocabulary, LIST_KIND, offer->kind)->id));
    set_stated(object, "areas", areas_json(catalogue, offer->areas));
    set_stated(object, "areas_maybe", areas_json(catalogue, offer->areas_maybe));
    set_stated(object, "meets", meetings_json(offer));
    set_stated(object, "formats", terms_json(catalogue, LIST_FORMATS, offer->formats));
    set_stated(object, "formats_maybe", terms_json(catalogue, LIST_FORMATS, offer->formats_maybe));
    if (offer->who != WHO_NOT_STATED)
        json_set(object, "who", json_text(vocabulary_at(catalogue->vocabulary, LIST_WHO, offer->who)->id));
    set_stated(object, "for", terms_json(catalogue, LIST_FOR, offer->for_groups));
    set_stated(object, "parent_age", years_json(offer->parent_age));
    set_stated(object, "parent_age_maybe", years_json(offer->parent_age_maybe));
    set_stated(object, "stage", stage_json(offer->stage));
    set_stated(object, "stage_maybe", stage_json(offer->stage_maybe));
    set_stated(object, "about", terms_json(catalogue, LIST_ABOUT, offer->about));
    if (offer->about_only != NOT_STATED)
        json_set(object, "about_only", json_boolean(offer->about_only == STATED_YES));
    set_stated(object, "with", terms_json(catalogue, LIST_WITH, offer->with));
    set_stated(object, "without", terms_json(catalogue, LIST_WITH, offer->without));
    set_stated(object, "languages", terms_json(catalogue, LIST_LANGUAGES, offer->languages));
    set_stated(object, "referral", terms_json(catalogue, LIST_REFERRAL, offer->referral));
    set_stated(object, "group_size", years_json(offer->group_size));
    set_stated(object, "when", sessions_json(offer));
    json_set(object, "status", json_text(vocabulary_at(catalogue->vocabulary, LIST_STATUS, offer->status)->id));
    set_stated(object, "ends_on", date_json(offer->ends_on));
    set_stated(object, "checked", date_json(offer->checked));
    for (uint32_t i = 0; i < offer->extra_count; i++)
        json_set(object, offer->extras[i].name, json_text(offer->extras[i].text));
    return object;
}

void show_json(struct buffer *out, struct matcher *matcher, const size_t *offers, size_t count)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    buffer_add_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(out, i > 0 ? ",\n " : "");
        json_write(out, offer_json(catalogue, &catalogue->offers[offers[i]]));
    }
    buffer_add_text(out, "]\n");
}

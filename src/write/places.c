/* Places as lines and as JSON. */
#include "write/find.h"
#include "write/json.h"
#include "write/words.h"

/* The kind as a person reads it; --plain and JSON have the name that a file has. */
static const char *place_kind_word(enum place_kind kind)
{
    static const char *const words[PLACE_KIND_COUNT] = {
        [PLACE_COUNTRY] = N_("country"), [PLACE_NATION] = N_("nation"),         [PLACE_REGION] = N_("region"),   [PLACE_GROUP] = N_("group"),
        [PLACE_COUNTY] = N_("county"),   [PLACE_HEALTH_BOARD] = N_("health board"), [PLACE_COUNCIL] = N_("council"), [PLACE_LOCALITY] = N_("locality"),
    };
    return _(words[kind]);
}

void place_line(struct buffer *out, const struct gazetteer *gazetteer, place_id id)
{
    const struct place *place = gazetteer_at(gazetteer, id);
    struct buffer around = {0};
    for (size_t i = 0; i < place->ancestor_count; i++)
        buffer_format(&around, "%s%s", i > 0 ? LIST_COMMA : "", gazetteer_at(gazetteer, place->ancestors[i])->name);
    if (around.length > 0)
        buffer_format(out, PLACE_LINE_IN, place->name, place_kind_word(place->kind), buffer_text(&around));
    else
        buffer_format(out, PLACE_LINE, place->name, place_kind_word(place->kind));
    buffer_add_byte(out, '\n');
    buffer_free(&around);
}

void place_plain(struct buffer *out, const struct gazetteer *gazetteer, place_id id)
{
    const struct place *place = gazetteer_at(gazetteer, id);
    buffer_format(out, "%s\t%s", place->name, place_kind_name(place->kind));
    for (size_t i = 0; i < place->ancestor_count; i++)
        buffer_format(out, "%s%s", i == 0 ? "\t" : "; ", gazetteer_at(gazetteer, place->ancestors[i])->name);
    buffer_add_byte(out, '\n');
}

void places_json(struct buffer *out, const struct gazetteer *gazetteer, const place_id *places, size_t count)
{
    buffer_add_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        const struct place *place = gazetteer_at(gazetteer, places[i]);
        json_t *object = json_object();
        json_set(object, "name", json_text(place->name));
        json_set(object, "kind", json_text(place_kind_name(place->kind)));
        json_t *inside = json_array();
        for (size_t k = 0; k < place->ancestor_count; k++)
            json_append(inside, json_text(gazetteer_at(gazetteer, place->ancestors[k])->name));
        json_set(object, "inside", inside);
        json_set(object, "latitude", point_known(place->centre) ? json_real(place->centre.latitude) : json_text(NULL));
        json_set(object, "longitude", point_known(place->centre) ? json_real(place->centre.longitude) : json_text(NULL));
        buffer_add_text(out, i > 0 ? ",\n " : "");
        json_write(out, object);
    }
    buffer_add_text(out, "]\n");
}

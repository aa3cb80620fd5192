/* `find --json` and `find --plain`. The order of keys and parts is the contract of MATCHING.md: what is new goes to the end. */
#include <string.h>

#include "text/arena.h"
#include "write/find.h"
#include "write/json.h"

#define MOST_INSTEAD 8
#define MOST_ALSO 24

void find_json_start(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer_list *answers)
{
    (void)matcher;
    struct buffer line = {0};
    need_line(&line, need);
    buffer_add_text(out, "{\"need\": ");
    json_write(out, json_text(buffer_text(&line)));
    buffer_free(&line);
    json_t *counts = json_object();
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++)
        json_set(counts, verdict_word(verdict), json_integer((json_int_t)answers->counts[verdict]));
    buffer_add_text(out, ",\n \"counts\": ");
    json_write(out, counts);
    buffer_add_text(out, ",\n \"answers\": [");
}

/* "2020", "2020-05-14", or null. */
static json_t *checked_json(struct date checked)
{
    if (checked.year == 0)
        return json_text(NULL);
    struct buffer words = {0};
    date_iso(&words, checked);
    json_t *value = json_text(buffer_text(&words));
    buffer_free(&words);
    return value;
}

static json_t *contact_json(const struct offer *offer)
{
    static const struct {
        const char *key;
        enum field field;
    } ways[] = {{"phone", FIELD_PHONE},     {"email", FIELD_EMAIL}, {"web", FIELD_WEB},
                {"address", FIELD_ADDRESS}, {"text", FIELD_TEXT},   {"hours", FIELD_HOURS}};
    json_t *contact = json_object();
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        const char *text = offer_text(offer, ways[i].field);
        bool hidden = ways[i].field == FIELD_ADDRESS && offer_hides(offer, text);
        json_set(contact, ways[i].key, json_text(text && *text && !hidden ? text : NULL));
    }
    return contact;
}

void find_json_answer(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer *answer, bool first)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    const struct offer *offer = &catalogue->offers[answer->offer];
    struct arena *arena = arena_new();
    struct reasons reasons = matcher_explain(matcher, need, answer->offer, arena);
    json_t *object = json_object();
    json_set(object, "service", json_text(offer_service(catalogue, offer)->id));
    json_set(object, "offer", json_text(offer->id));
    json_set(object, "name", json_text(offer_name(offer)));
    json_set(object, "provider", json_text(offer_text(offer, FIELD_PROVIDER)));
    json_set(object, "verdict", json_text(verdict_word(answer->verdict)));
    json_t *list = json_array();
    for (size_t i = 0; i < reasons.count; i++) {
        json_t *reason = json_object();
        json_set(reason, "about", json_text(reasons.items[i].about));
        json_set(reason, "verdict", json_text(value_word(reasons.items[i].value)));
        json_set(reason, "say", json_text(reasons.items[i].say));
        json_append(list, reason);
    }
    json_set(object, "reasons", list);
    json_set(object, "contact", contact_json(offer));
    json_set(object, "status", json_text(vocabulary_at(catalogue->vocabulary, LIST_STATUS, offer->status)->id));
    json_set(object, "checked", checked_json(offer->checked));
    json_set(object, "source", json_text(offer_text(offer, FIELD_SOURCE)));
    json_set(object, "kind", json_text(vocabulary_at(catalogue->vocabulary, LIST_KIND, offer->kind)->id));
    buffer_add_text(out, first ? "\n  " : ",\n  ");
    json_write(out, object);
    arena_free(arena);
}

static json_t *instead_json(struct matcher *matcher, const struct need *need)
{
    struct drop drops[MOST_INSTEAD];
    size_t count = matcher_drops(matcher, need, drops, MOST_INSTEAD);
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        struct buffer line = {0};
        need_term_line(&line, need_at(need, drops[i].term));
        json_t *drop = json_object();
        json_set(drop, "drop", json_text(buffer_text(&line)));
        json_set(drop, "suits", json_integer((json_int_t)drops[i].suits));
        json_set(drop, "ask", json_integer((json_int_t)drops[i].ask));
        json_append(list, drop);
        buffer_free(&line);
    }
    return list;
}

static json_t *also_json(struct matcher *matcher, const struct need *need)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    uint32_t offers[MOST_ALSO];
    size_t count = matcher_also(matcher, need, offers, MOST_ALSO);
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        const struct offer *offer = &catalogue->offers[offers[i]];
        const char *web = offer_text(offer, FIELD_WEB);
        json_t *also = json_object();
        json_set(also, "service", json_text(offer_service(catalogue, offer)->id));
        json_set(also, "kind", json_text(vocabulary_at(catalogue->vocabulary, LIST_KIND, offer->kind)->id));
        json_set(also, "name", json_text(offer_name(offer)));
        json_set(also, "web", json_text(web && *web ? web : NULL));
        json_append(list, also);
    }
    return list;
}

void find_json_end(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer_list *answers)
{
    buffer_add_text(out, answers->count > 0 ? "\n ],\n \"instead\": " : "],\n \"instead\": ");
    json_write(out, answers->counts[VERDICT_SUITS] == 0 ? instead_json(matcher, need) : json_array());
    buffer_add_text(out, ",\n \"also\": ");
    json_write(out, also_json(matcher, need));
    buffer_add_text(out, "}\n");
}

/* Appends one part of a line of parts: what would break the line becomes a space. */
static void add_part(struct buffer *out, const char *text, bool first)
{
    if (!first)
        buffer_add_byte(out, '\t');
    for (; text && *text; text++)
        buffer_add_byte(out, *text == '\t' || *text == '\n' || *text == '\r' ? ' ' : *text);
}

void find_plain_line(struct buffer *out, struct matcher *matcher, const struct need *need, const struct answer *answer)
{
    const struct catalogue *catalogue = matcher_catalogue(matcher);
    const struct offer *offer = &catalogue->offers[answer->offer];
    struct arena *arena = arena_new();
    struct reasons reasons = matcher_explain(matcher, need, answer->offer, arena);
    add_part(out, verdict_word(answer->verdict), true);
    buffer_add_byte(out, '\t');
    offer_id_words(out, catalogue, offer);
    add_part(out, offer_name(offer), false);
    add_part(out, offer_text(offer, FIELD_PROVIDER), false);
    add_part(out, offer_text(offer, FIELD_PHONE), false);
    add_part(out, offer_text(offer, FIELD_WEB), false);
    for (size_t i = 0; i < reasons.count; i++)
        if (reasons.items[i].question)
            add_part(out, reasons.items[i].question, false);
    buffer_add_byte(out, '\n');
    arena_free(arena);
}

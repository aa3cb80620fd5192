/* Areas and locations. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/place.h"
#include "read/open_referral_parts.h"
#include "read/open_referral_words.h"
#include "text/buffer.h"

/* The name of the place that a part of a text means, by name or postcode; NULL. */
static const char *place_named(const struct referral *referral, const char *text, size_t length)
{
    const struct gazetteer *gazetteer = referral->file->gazetteer;
    if (gazetteer == NULL)
        return NULL;
    struct whereabouts where = gazetteer_whereabouts(gazetteer, text, length);
    return where.place != PLACE_NONE ? gazetteer_at(gazetteer, where.place)->name : NULL;
}

/* Reads "Falkirk, Stirling and FK10": all of its parts, or none, for half of the areas would be wrong. */
static bool read_areas(struct referral *referral, const struct json_node *node, const char *text, size_t length)
{
    enum { MOST = 32 };
    const char *names[MOST];
    size_t count = 0;
    names[0] = place_named(referral, text, length);
    if (names[0] != NULL)
        count = 1;
    for (size_t at = count == 1 ? length : 0; at < length;) {
        size_t end = at;
        while (end < length && strchr(",;\n|", text[end]) == NULL && strncmp(text + end, " and ", 5) != 0 && strncmp(text + end, " & ", 3) != 0)
            end++;
        const char *name = place_named(referral, text + at, end - at);
        if (name == NULL || count == MOST)
            return false;
        names[count++] = name;
        at = end + (end < length && text[end] == ' ' ? (text[end + 1] == 'a' ? 5 : 3) : 1);
    }
    for (size_t i = 0; i < count; i++)
        gather(&referral->service, "areas", node, names[i], strlen(names[i]), 0);
    return count > 0;
}

static bool read_area(struct referral *referral, const struct json_node *area)
{
    static const char *const keys[] = {"name", "service_area", "description", "extent", "identifier", NULL};
    const struct json_node *first = NULL;
    if (area->kind == JSON_IS_TEXT)
        first = area;
    if (first != NULL && read_areas(referral, area, area->text, area->length))
        return true;
    for (const char *const *key = keys; *key != NULL; key++) {
        const struct json_node *node = json_under(area, *key);
        if (node == NULL || node->kind != JSON_IS_TEXT)
            continue;
        if (first == NULL)
            first = node;
        if (read_areas(referral, node, node->text, node->length))
            return true;
    }
    if (first != NULL)
        problems_add(referral->file->problems, PROBLEM_WARNING, "area-not-known", referral_at(referral, first), WORDS_REFERRAL_AREA, first->text);
    return false;
}

static void drop_areas(struct referral *referral)
{
    struct gathered *service = &referral->service;
    if (service->count > 0 && strcmp(service->fields[service->count - 1].name, "areas") == 0)
        service->fields[--service->count].count = 0;
}

static void read_service_areas(struct referral *referral, const struct json_node *service)
{
    const struct json_node *list = json_list_under(service, "service_areas");
    bool all = true;
    for (size_t i = 0; list != NULL && i < list->count; i++)
        all = read_area(referral, &list->items[i]) && all;
    if (!all)
        drop_areas(referral);
}

/* Degrees, as a number or a text; NAN. */
static double degrees(const struct json_node *node)
{
    char *end = NULL;
    if (node == NULL || (node->kind != JSON_IS_TEXT && node->kind != JSON_IS_NUMBER) || node->length == 0)
        return NAN;
    double value = strtod(node->text, &end);
    return *end == '\0' ? value : NAN;
}

static void read_point(struct referral *referral, const struct json_node *location, uint32_t item)
{
    enum { SOUTH = 49, NORTH = 61, WEST = -9, EAST = 2 }; /* degrees around the United Kingdom */
    const struct json_node *latitude = json_under(location, "latitude");
    const struct json_node *longitude = json_under(location, "longitude");
    const struct json_node *pair = json_list_under(json_under(location, "geometry"), "coordinates");
    if (pair != NULL && pair->count == 2) { /* GeoJSON: longitude first */
        longitude = &pair->items[0];
        latitude = &pair->items[1];
    }
    if (latitude == NULL || longitude == NULL)
        return;
    double north = degrees(latitude);
    double east = degrees(longitude);
    if (!(north >= SOUTH && north <= NORTH && east >= WEST && east <= EAST)) {
        problems_add(referral->file->problems, PROBLEM_WARNING, "bad-point", referral_at(referral, latitude), "%s", WORDS_REFERRAL_POINT);
        return;
    }
    gather(&referral->service, "meets_latitude", latitude, latitude->text, latitude->length, item);
    gather(&referral->service, "meets_longitude", longitude, longitude->text, longitude->length, item);
}

static bool is_word(const struct json_node *node, const char *word)
{
    return node != NULL && node->kind == JSON_IS_TEXT && strcmp(node->text, word) == 0;
}

/* The lines of an address, joined; its postcode is a field of its own. */
static void read_address(struct referral *referral, const struct json_node *address, uint32_t item)
{
    static const char *const keys[] = {"address_1", "address_2", "address_3", "address_4", "city", NULL};
    const struct json_node *first = NULL;
    struct buffer text = {0};
    for (const char *const *key = keys; *key != NULL; key++) {
        const struct json_node *node = json_under(address, *key);
        if (node == NULL || node->kind != JSON_IS_TEXT || node->length == 0)
            continue;
        first = first != NULL ? first : node;
        const char *from = node->text + strspn(node->text, " ,");
        if (*from != '\0' && text.length > 0)
            buffer_add_text(&text, ", ");
        buffer_add_text(&text, from);
        while (text.length > 0 && strchr(" ,\r\n", text.bytes[text.length - 1]) != NULL)
            buffer_cut(&text, text.length - 1);
    }
    if (first != NULL && text.length > 0 && text.length < REFERRAL_TEXT_MOST)
        gather(&referral->service, "meets_address", first, arena_copy(referral->arena, buffer_text(&text), text.length), text.length, item);
    buffer_free(&text);
    const struct json_node *postcode = json_under(address, "postal_code");
    size_t length;
    const char *code = referral_text(referral, postcode, &length);
    if (code != NULL)
        gather(&referral->service, "meets_postcode", postcode, code, length, item);
}

/* Gives the number of places it made: one, or none when it is no place on the ground. */
static uint32_t read_location(struct referral *referral, const struct json_node *location, uint32_t item)
{
    static const char *const lists[] = {"addresses", "physical_addresses", NULL};
    if (location == NULL || is_word(json_under(location, "location_type"), "virtual"))
        return 0;
    size_t before = referral->service.count;
    const struct json_node *name = json_under(location, "name");
    size_t length;
    const char *text = referral_text(referral, name, &length);
    if (text != NULL && length < REFERRAL_TEXT_MOST)
        gather(&referral->service, "meets_place", name, text, length, item);
    const struct json_node *address = location; /* as in the lists of Buckinghamshire */
    for (const char *const *key = lists; *key != NULL; key++) {
        const struct json_node *list = json_list_under(location, *key);
        for (size_t i = 0; list != NULL && i < list->count; i++)
            if (address == location || is_word(json_under(&list->items[i], "address_type"), "physical"))
                address = &list->items[i];
    }
    read_address(referral, address, item);
    read_point(referral, location, item);
    const struct json_node *masked = json_under(location, "mask_exact_address");
    if (masked != NULL && masked->kind == JSON_IS_TRUE)
        gather(&referral->service, "meets_hidden", masked, "yes", 3, item);
    return item > 0 || referral->service.count > before ? 1 : 0;
}

void referral_places(struct referral *referral, const struct json_node *service, const struct json_node *location)
{
    uint32_t item = 0;
    read_service_areas(referral, service);
    if (location != NULL)
        item += read_location(referral, location, item);
    const struct json_node *at = json_list_under(service, "service_at_locations");
    for (size_t i = 0; at != NULL && i < at->count; i++)
        item += read_location(referral, json_under(&at->items[i], "location"), item);
    const struct json_node *list = json_list_under(service, "locations");
    for (size_t i = 0; list != NULL && i < list->count; i++)
        item += read_location(referral, &list->items[i], item);
}

/* The fields of the standard, for programs that know nothing of Signpost. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/open_referral_text.h"
#include "text/date.h"
#include "text/utf8.h"
#include "write/json.h"
#include "write/open_referral_parts.h"
#include "write/uuid.h"

json_t *referral_string(const char *text, size_t length)
{
    struct buffer good = {0};
    utf8_repair(&good, text, length);
    json_t *value = json_stringn(buffer_text(&good), good.length);
    buffer_free(&good);
    return value;
}

void referral_set_id(json_t *object, const char *of, const char *what, size_t number)
{
    char id[UUID_TEXT];
    struct buffer name = {0};
    buffer_format(&name, "%s/%s/%zu", of, what, number);
    uuid_of(id, buffer_text(&name), name.length);
    json_set(object, "id", json_text(id));
    buffer_free(&name);
}

static bool says_something(const char *text, size_t length)
{
    return length > 0 && !(length == 4 && memcmp(text, "none", 4) == 0) && !(length == 10 && memcmp(text, "not stated", 10) == 0);
}

/* Whether what is kept says the same already, as it would be read. */
static bool says_already(json_t *object, const char *key, const char *text, size_t length)
{
    const char *kept = json_string_value(json_object_get(object, key));
    struct buffer plain = {0};
    if (kept != NULL)
        plain_from_html(&plain, kept, strlen(kept));
    bool same = kept != NULL && plain.length == length && memcmp(buffer_text(&plain), text, length) == 0;
    buffer_free(&plain);
    return same;
}

static void set_text(json_t *object, const char *key, const struct entry *entry, const char *field)
{
    size_t length;
    const char *text = entry_text(entry, field, &length);
    if (says_something(text, length) && !says_already(object, key, text, length))
        json_set(object, key, referral_string(text, length));
}

static void set_status(json_t *service, const struct entry *offer)
{
    size_t length;
    const char *text = entry_text(offer, "status", &length);
    bool closed = length == 6 && memcmp(text, "closed", 6) == 0;
    const char *kept = json_string_value(json_object_get(service, "status"));
    if (kept == NULL || (strcmp(kept, "active") == 0) == closed)
        json_set(service, "status", json_text(closed ? "inactive" : "active"));
}

static void set_checked(json_t *service, const struct entry *offer)
{
    size_t length;
    const char *text = entry_text(offer, "checked", &length);
    struct date date;
    if (length == 0 || !date_parse(text, length, &date) || date.day == 0 || json_object_get(service, "assured_date") != NULL)
        return; /* the standard has whole days only */
    struct buffer iso = {0};
    date_iso(&iso, date);
    json_set(service, "assured_date", json_text(buffer_text(&iso)));
    buffer_free(&iso);
}

static void set_organisation(json_t *service, const struct entry *offer, const char *id)
{
    size_t length;
    const char *text = entry_text(offer, "provider", &length);
    if (!says_something(text, length) || json_object_get(service, "organization") != NULL)
        return;
    json_t *organisation = json_object();
    char name[UUID_TEXT];
    uuid_of(name, text, length);
    (void)id;
    json_set(organisation, "id", json_text(name));
    json_set(organisation, "name", referral_string(text, length));
    json_set(organisation, "description", referral_string(text, length));
    json_set(service, "organization", organisation);
}

static void set_phones(json_t *service, const struct entry *offer, const char *id)
{
    static const char *const fields[] = {"phone", "text"};
    static const char *const types[] = {"voice", "text"};
    json_t *list = json_array();
    for (size_t i = 0; i < 2; i++) {
        size_t length;
        const char *text = entry_text(offer, fields[i], &length);
        if (!says_something(text, length))
            continue;
        json_t *phone = json_object();
        referral_set_id(phone, id, "phones", i);
        json_set(phone, "number", referral_string(text, length));
        json_set(phone, "type", json_text(types[i]));
        json_append(list, phone);
    }
    if (json_array_size(list) > 0 && json_object_get(service, "phones") == NULL && json_object_get(service, "contacts") == NULL)
        json_set(service, "phones", list);
    else
        json_decref(list);
}

/* A list of objects, each with an id and one text from a value of the field. */
static void set_list(json_t *service, const char *key, const char *text_key, const struct entry *offer, const char *field, const char *id)
{
    const struct entry_field *values = entry_says(offer, field);
    json_t *list = json_array();
    for (size_t i = 0; values != NULL && i < values->count; i++) {
        const struct entry_value *value = &values->values[i];
        if (!says_something(value->text, value->length))
            continue;
        json_t *object = json_object();
        referral_set_id(object, id, key, i);
        json_set(object, text_key, referral_string(value->text, value->length));
        json_append(list, object);
    }
    if (json_array_size(list) > 0 && json_object_get(service, key) == NULL)
        json_set(service, key, list);
    else
        json_decref(list);
}

static bool set_degrees(json_t *location, const char *key, struct written_text text)
{
    char number[32];
    char *end = NULL;
    if (text.length == 0 || text.length >= sizeof number)
        return false;
    memcpy(number, text.text, text.length);
    number[text.length] = '\0';
    double value = strtod(number, &end);
    if (*end != '\0' || end == number)
        return false;
    json_set(location, key, json_real(value));
    return true;
}

/* An address needs all of its parts; where only some are known there is none, and the attributes have them. */
static void set_address(json_t *location, const struct written_meeting *meeting, const char *id, size_t number)
{
    enum { PLACE, ADDRESS, POSTCODE };
    const struct written_text *parts = meeting->parts;
    if (parts[ADDRESS].length == 0 || parts[POSTCODE].length == 0)
        return;
    json_t *address = json_object();
    json_t *list = json_array();
    referral_set_id(address, id, "addresses", number);
    json_set(address, "address_1", referral_string(parts[ADDRESS].text, parts[ADDRESS].length));
    json_set(address, "city", referral_string(parts[PLACE].length > 0 ? parts[PLACE].text : "", parts[PLACE].length));
    json_set(address, "state_province", json_text(""));
    json_set(address, "postal_code", referral_string(parts[POSTCODE].text, parts[POSTCODE].length));
    json_set(address, "country", json_text("GB"));
    json_set(address, "address_type", json_text("physical"));
    json_append(list, address);
    json_set(location, "addresses", list);
}

static void set_locations(json_t *service, const struct entry *offer, const char *id)
{
    enum { PLACE = 0, LATITUDE = 3, LONGITUDE = 4, HIDDEN = 5 };
    struct arena *arena = arena_new();
    struct written_meeting *meetings;
    size_t count = written_meetings(arena, offer, false, &meetings);
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        const struct written_text *parts = meetings[i].parts;
        bool hidden = parts[HIDDEN].length > 0 && parts[HIDDEN].text[0] != 'n';
        bool anywhere = parts[0].length + parts[1].length + parts[2].length + parts[LATITUDE].length > 0;
        if (hidden || !anywhere)
            continue;
        json_t *location = json_object();
        referral_set_id(location, id, "locations", i);
        json_set(location, "location_type", json_text("physical"));
        if (parts[PLACE].length > 0)
            json_set(location, "name", referral_string(parts[PLACE].text, parts[PLACE].length));
        if (set_degrees(location, "latitude", parts[LATITUDE]) && !set_degrees(location, "longitude", parts[LONGITUDE]))
            json_object_del(location, "latitude");
        set_address(location, &meetings[i], id, i);
        json_t *at = json_object();
        referral_set_id(at, id, "service_at_locations", i);
        json_set(at, "location", location);
        json_append(list, at);
    }
    if (json_array_size(list) > 0 && json_object_get(service, "service_at_locations") == NULL)
        json_set(service, "service_at_locations", list);
    else
        json_decref(list);
    arena_free(arena);
}

void referral_standard(json_t *service, const char *id, const struct entry *offer, const struct entry *own, enum open_referral_profile profile)
{
    bool kept = json_object_get(service, "id") != NULL;
    if (!uuid_is(json_string_value(json_object_get(service, "id")) != NULL ? json_string_value(json_object_get(service, "id")) : "",
                 kept && json_is_string(json_object_get(service, "id")) ? json_string_length(json_object_get(service, "id")) : 0)) {
        char made[UUID_TEXT];
        uuid_of(made, id, strlen(id));
        json_set(service, "id", json_text(uuid_is(id, strlen(id)) ? id : made));
    }
    set_text(service, "name", own, "name");
    set_text(service, "description", offer, "summary");
    set_text(service, "email", offer, "email");
    json_t *organisation = json_object_get(service, "organization");
    size_t length;
    const char *web = entry_text(offer, "web", &length);
    if (organisation == NULL || !says_already(organisation, "website", web, length))
        set_text(service, "url", offer, "web");
    set_status(service, offer);
    set_checked(service, offer);
    if (!kept || json_object_get(service, "cost_options") == NULL)
        set_text(service, json_object_get(service, "fees_description") != NULL ? "fees_description" : "fees", offer, "cost");
    if (profile == PROFILE_HSDS) {
        set_text(service, "wait_time", offer, "wait");
        set_text(service, "application_process", offer, "how_to_join");
    }
    set_text(service, "alert", offer, "status_note");
    set_organisation(service, offer, id);
    set_phones(service, offer, id);
    set_list(service, "service_areas", "name", offer, "areas", id);
    set_list(service, "schedules", "description", offer, "when", id);
    if (profile == PROFILE_HSDS)
        set_list(service, "languages", "name", offer, "languages", id);
    set_locations(service, offer, id);
}

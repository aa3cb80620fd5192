/* The fields of a service that are its own and have one value or a list of words. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "read/open_referral_parts.h"
#include "read/open_referral_text.h"
#include "read/open_referral_words.h"
#include "text/fold.h"
#include "text/memory.h"

/* The service's id: its own where that can be one of ours, else one made of it or of the name. */
void referral_id(struct referral *referral, const struct json_node *service)
{
    static const char *const keys[] = {"id", "name", NULL};
    if (gathered_has(&referral->service, "id"))
        return;
    const struct json_node *id = json_under_any(service, keys);
    size_t length;
    const char *text = referral_text(referral, id, &length);
    if (text == NULL && id != NULL && strcmp(id->key, "id") == 0) {
        id = json_under(service, "name");
        text = referral_text(referral, id, &length);
    }
    if (text == NULL)
        return; /* the builder says that both are missing */
    bool named = strcmp(id->key, "name") == 0;
    struct buffer made = {0};
    struct buffer plain = {0};
    plain_from_html(&plain, text, length);
    id_from_text(&made, buffer_text(&plain), plain.length);
    buffer_free(&plain);
    bool same = made.length == length && strncasecmp(buffer_text(&made), text, length) == 0;
    size_t stem = made.length;
    /* Two of the same name are two services; two of the same id are one, and the builder says so. */
    bool further = false;
    for (unsigned number = 2; (named || referral->at_location) && made.length > 0 && !names_add(referral->ids, buffer_text(&made), made.length, 0); number++) {
        buffer_cut(&made, stem);
        buffer_format(&made, "-%u", number);
        further = !named;
    }
    if (further)
        problems_add(referral->file->problems, PROBLEM_ADVICE, "other-id", referral_at(referral, id), WORDS_ID_FURTHER, buffer_text(&made));
    if (made.length > 0 && named)
        problems_add(referral->file->problems, PROBLEM_WARNING, "id-from-name", referral_at(referral, id), WORDS_ID_FROM_NAME, buffer_text(&made));
    else if (made.length > 0 && !same && !further)
        problems_add(referral->file->problems, PROBLEM_ADVICE, "other-id", referral_at(referral, id), WORDS_ID_MADE, buffer_text(&made));
    if (made.length > 0)
        gather(&referral->service, "id", id, arena_copy(referral->arena, buffer_text(&made), made.length), made.length, 0);
    buffer_free(&made);
}

static void read_status(struct referral *referral, const struct json_node *service)
{
    static const struct {
        const char *theirs;
        const char *ours;
    } known[] = {{"active", "running"}, {"inactive", "closed"}, {"defunct", "closed"}, {"temporarily closed", "closed"}};
    const struct json_node *status = json_under(service, "status");
    for (size_t i = 0; status != NULL && status->kind == JSON_IS_TEXT && i < sizeof known / sizeof known[0]; i++)
        if (strcasecmp(status->text, known[i].theirs) == 0) {
            gather(&referral->service, "status", status, known[i].ours, strlen(known[i].ours), 0);
            if (strchr(status->text, ' ') != NULL && !gathered_has(&referral->service, "status_note"))
                gather(&referral->service, "status_note", status, status->text, status->length, 0);
            return;
        }
}

static void read_checked(struct referral *referral, const struct json_node *service)
{
    const struct json_node *assured = json_under(service, "assured_date");
    size_t length;
    const char *text = referral_text(referral, assured, &length);
    struct date date;
    if (text == NULL)
        return;
    size_t used = length > 10 && text[10] == 'T' ? 10 : length;
    if (date_parse(text, used, &date))
        gather(&referral->service, "checked", assured, text, used, 0);
    else
        problems_add(referral->file->problems, PROBLEM_WARNING, "date-not-read", referral_at(referral, assured), WORDS_REFERRAL_DATE, text);
}

/* "35 per 1 hour session (Under 18s)". */
static void read_costs(struct referral *referral, const struct json_node *service)
{
    const struct json_node *list = json_list_under(service, "cost_options");
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct json_node *option = &list->items[i];
        const struct json_node *parts[] = {json_under(option, "amount"), json_under(option, "amount_description"), json_under(option, "option")};
        struct buffer text = {0};
        for (size_t part = 0; part < 3; part++) {
            const struct json_node *node = parts[part];
            bool good = node != NULL && (node->kind == JSON_IS_TEXT || node->kind == JSON_IS_NUMBER) && node->length > 0 && node->length < 500;
            if (good)
                buffer_format(&text, part == 0 ? "£%s" : part == 2 && text.length > 0 ? " (%s)" : text.length > 0 ? " %s" : "%s", node->text);
        }
        if (text.length > 0)
            gather(&referral->service, "cost", option, arena_copy(referral->arena, buffer_text(&text), text.length), text.length, 0);
        buffer_free(&text);
    }
}

static void read_cost(struct referral *referral, const struct json_node *service)
{
    const struct json_node *no_charge = json_under(service, "free");
    if (referral_field(referral, "cost", service, "fees_description") || referral_field(referral, "cost", service, "fees"))
        return;
    read_costs(referral, service);
    if (no_charge != NULL && no_charge->kind == JSON_IS_TRUE)
        gather(&referral->service, "with", no_charge, "free", 4, 0);
}

static void read_languages(struct referral *referral, const struct json_node *service)
{
    static const char *const keys[] = {"code", "name", "language", NULL};
    const struct json_node *list = json_list_under(service, "languages");
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct json_node *named = NULL;
        const struct term *term = NULL;
        for (const char *const *key = keys; *key != NULL && term == NULL; key++) {
            const struct json_node *node = json_under(&list->items[i], *key);
            if (node == NULL || node->kind != JSON_IS_TEXT)
                continue;
            named = node;
            term = referral->file->vocabulary == NULL ? NULL : vocabulary_find(referral->file->vocabulary, LIST_LANGUAGES, node->text, node->length);
        }
        if (term != NULL)
            gather(&referral->service, "languages", named, term->id, strlen(term->id), 0);
        else if (named != NULL)
            problems_add(referral->file->problems, PROBLEM_WARNING, "language-not-known", referral_at(referral, named), WORDS_REFERRAL_LANGUAGE, named->text);
    }
}

/* The old lists say how one attends in words of their own. */
static void read_attending(struct referral *referral, const struct json_node *service)
{
    static const struct {
        const char *key;
        const char *theirs;
        const char *field;
        const char *ours;
    } known[] = {
        {"attending_type", "phone", "formats", "phone"},          {"attending_type", "online", "formats", "online"},
        {"attending_type", "home visit", "with", "home-visits"},  {"attending_access", "referral", "referral", "professional"},
        {"attending_access", "drop-in", "referral", "drop-in"},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        const struct json_node *node = json_under(service, known[i].key);
        if (node != NULL && node->kind == JSON_IS_TEXT && strcasecmp(node->text, known[i].theirs) == 0)
            gather(&referral->service, known[i].field, node, known[i].ours, strlen(known[i].ours), 0);
    }
    const struct json_node *needs = json_under(service, "needs_referral");
    if (needs != NULL && (needs->kind == JSON_IS_TRUE || needs->kind == JSON_IS_FALSE))
        gather(&referral->service, "referral", needs, needs->kind == JSON_IS_TRUE ? "professional" : "self", needs->kind == JSON_IS_TRUE ? 12 : 4, 0);
}

/* A term of any taxonomy whose name is a word of ours. */
static void read_term(struct referral *referral, const struct json_node *term)
{
    static const enum vocabulary_list lists[] = {LIST_FORMATS, LIST_ABOUT, LIST_WITH};
    const struct json_node *name = json_under(term, "name");
    for (size_t i = 0; referral->file->vocabulary != NULL && name != NULL && name->kind == JSON_IS_TEXT && i < sizeof lists / sizeof lists[0]; i++) {
        const struct term *word = vocabulary_find(referral->file->vocabulary, lists[i], name->text, name->length);
        if (word != NULL)
            gather(&referral->service, vocabulary_list_name(lists[i]), name, word->id, strlen(word->id), 0);
    }
}

static void read_terms(struct referral *referral, const struct json_node *service)
{
    static const char *const lists[] = {"attributes", "taxonomies", "service_taxonomys", NULL};
    for (const char *const *key = lists; *key != NULL; key++) {
        const struct json_node *list = json_list_under(service, *key);
        for (size_t i = 0; list != NULL && i < list->count; i++) {
            static const char *const terms[] = {"taxonomy_term", "taxonomy", NULL};
            const struct json_node *inner = json_under_any(&list->items[i], terms);
            read_term(referral, inner != NULL && inner->kind == JSON_IS_OBJECT ? inner : &list->items[i]);
        }
    }
}

static bool says(const struct json_node *node, const char *const *words)
{
    struct buffer folded = {0};
    bool found = false;
    if (node != NULL && node->kind == JSON_IS_TEXT)
        fold_words(&folded, node->text, node->length);
    for (; *words != NULL && !found; words++)
        found = strstr(buffer_text(&folded), *words) != NULL;
    buffer_free(&folded);
    return found;
}

/* The standard does not say what kind of help a service is. A nursery is no peer support: so it is none that does not say so. */
static void read_kind(struct referral *referral, const struct json_node *service)
{
    static const char *const peers[] = {"peer support", "befriend", NULL};
    static const char *const lines[] = {"helpline", "help line", NULL};
    const struct json_node *name = json_under(service, "name");
    bool peer = says(name, peers) || says(json_under(service, "description"), peers);
    const char *kind = peer ? "peer-support" : says(name, lines) ? "helpline" : "related";
    referral->kind_guessed = strcmp(kind, "related") == 0;
    gather(&referral->service, "kind", service, kind, strlen(kind), 0);
}

/* The keys of a service of which something is read, or that are only of use to machines. */
static bool is_read(const char *key)
{
    static const char *const keys[] = {
        "id", "name", "description", "url", "email", "status", "application_process", "fees_description", "fees", "wait_time", "assured_date",
        "assurer_email", "alert", "phones", "schedules", "regular_schedules", "service_areas", "service_at_locations", "locations", "languages",
        "organization", "organisation", "organization_id", "cost_options", "contacts", "attributes", "taxonomies", "service_taxonomys", "attending_type",
        "attending_access", "needs_referral", "free", "last_modified", "updated_at", "created_at", "score", "distance_away", "program_id", "metadata", NULL};
    for (const char *const *known = keys; *known != NULL; known++)
        if (strcmp(*known, key) == 0)
            return true;
    return false;
}

void referral_count_unread(struct referral *referral, const struct json_node *service)
{
    for (size_t i = 0; i < service->count; i++) {
        const struct json_node *node = &service->items[i];
        bool empty = node->kind == JSON_IS_NULL || ((node->kind == JSON_IS_LIST || node->kind == JSON_IS_OBJECT) && node->count == 0) ||
                     (node->kind == JSON_IS_TEXT && node->length == 0);
        if (empty || is_read(node->key))
            continue;
        size_t at = 0;
        while (at < referral->unread_count && strcmp(referral->unread[at].key, node->key) != 0)
            at++;
        enum { MOST = 60 };
        if (at == MOST)
            continue;
        if (at == referral->unread_count) {
            referral->unread = memory_room(referral->unread, referral->unread_count, &referral->unread_room, sizeof *referral->unread);
            referral->unread[referral->unread_count++] = (struct unread){.key = arena_text(referral->kept, node->key)};
        }
        referral->unread[at].count++;
    }
}

/* The fields whose home in the standard is a text of its own: read in every case. */
void referral_texts(struct referral *referral, const struct json_node *service, const struct json_node *organisation)
{
    static const struct {
        const char *field;
        const char *key;
    } texts[] = {{"name", "name"}, {"summary", "description"}, {"how_to_join", "application_process"}, {"wait", "wait_time"}, {"status_note", "alert"},
                 {"checked_by", "assurer_email"}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (!gathered_has(&referral->service, texts[i].field))
            referral_field(referral, texts[i].field, service, texts[i].key);
    if (!gathered_has(&referral->service, "provider") && organisation != NULL)
        referral_field(referral, "provider", organisation, "name");
}

static bool is_ours(const json_t *attribute)
{
    const char *link = json_string_value(json_object_get(attribute, "link_type"));
    const char *taxonomy = json_string_value(json_object_get(json_object_get(attribute, "taxonomy_term"), "taxonomy"));
    return link != NULL && taxonomy != NULL && strcmp(taxonomy, REFERRAL_TAXONOMY) == 0 && strncmp(link, REFERRAL_LINK, strlen(REFERRAL_LINK)) == 0;
}

/* The object without what Signpost wrote into it; to be given back. */
static json_t *theirs_of(const struct referral *referral, const struct json_node *service)
{
    json_t *inner = json_object_get(service->value, "x_open_referral");
    json_t *value = json_incref(inner != NULL ? inner : service->value);
    if (!referral->ours || inner != NULL)
        return value;
    json_t *copy = json_copy(value);
    json_t *list = json_array();
    json_t *attributes = json_object_get(value, "attributes");
    for (size_t i = 0; i < json_array_size(attributes); i++)
        if (!is_ours(json_array_get(attributes, i)))
            json_array_append(list, json_array_get(attributes, i));
    if (json_array_size(list) > 0)
        json_object_set(copy, "attributes", list);
    else
        json_object_del(copy, "attributes");
    json_decref(list);
    json_decref(value);
    return copy;
}

/* The whole object as JSON of ASCII in as many fields as it takes, for what has no field of its own. */
void referral_keep(struct referral *referral, const struct json_node *service)
{
    json_t *value = theirs_of(referral, service);
    char *whole = json_dumps(value, JSON_COMPACT | JSON_ENSURE_ASCII);
    json_decref(value);
    if (whole == NULL)
        memory_fail();
    size_t length = strlen(whole);
    unsigned part = 1;
    for (size_t at = 0; at < length; part++) {
        size_t end = length - at > REFERRAL_TEXT_MOST ? at + REFERRAL_TEXT_MOST : length;
        while (end < length && (whole[end - 1] == ' ' || whole[end] == ' '))
            end--;
        struct buffer name = {0};
        buffer_format(&name, part == 1 ? "x_open_referral" : "x_open_referral_%u", part);
        gather(&referral->service, arena_copy(referral->arena, buffer_text(&name), name.length), service,
               arena_copy(referral->arena, whole + at, end - at), end - at, 0);
        buffer_free(&name);
        at = end;
    }
    free(whole);
}

void referral_service(struct referral *referral, const struct json_node *service, const struct json_node *organisation)
{
    read_status(referral, service);
    read_checked(referral, service);
    read_kind(referral, service);
    read_cost(referral, service);
    read_languages(referral, service);
    read_attending(referral, service);
    read_terms(referral, service);
    referral_contact(referral, service, organisation);
}

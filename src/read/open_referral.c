/* Open Referral: HSDS 3.0, its profile for the United Kingdom 3.0, and the older lists of the United Kingdom 1.0. What stands in the lists of real
 * councils is read as far as it goes; what Signpost has no field for is counted, and kept where that is asked. */
#include <stdlib.h>
#include <string.h>

#include "catalogue/draft.h"
#include "catalogue/words.h"
#include "read/json_pieces.h"
#include "read/open_referral_parts.h"
#include "read/open_referral_text.h"
#include "read/open_referral_words.h"
#include "text/buffer.h"

enum { TELL_EVERY = 100 }; /* entries */

static const struct json_node *organisation_of(const struct json_node *service)
{
    static const char *const keys[] = {"organization", "organisation", NULL};
    return json_under_any(service, keys);
}

/* Why an object is no service, in a sentence; NULL when it is one. */
static const char *other_than_service(const struct json_node *node)
{
    static const char *const service[] = {"status",  "organization",      "organisation",  "organization_id", "organisation_id",      "fees",
                                          "fees_description", "service_at_locations", "service_areas", "min_age",         "minimum_age", "assured_date",
                                          "service_taxonomys", "attending_type",    "eligibilitys",  "cost_options",    "application_process",  NULL};
    static const char *const organisation[] = {"website", "tax_status", "legal_status", "organization_identifiers", "logo", "year_incorporated", NULL};
    static const char *const location[] = {"location_type", "latitude", "addresses", "physical_addresses", NULL};
    static const char *const taxonomy[] = {"taxonomy", "term_uri", "taxonomy_id", "vocabulary", "version", NULL};
    static const char *const name[] = {"name", NULL};
    if (json_under_any(node, service) != NULL)
        return NULL;
    if (json_under_any(node, organisation) != NULL)
        return WORDS_IS_ORGANISATION;
    if (json_under_any(node, location) != NULL)
        return WORDS_IS_LOCATION;
    if (json_under_any(node, name) == NULL)
        return WORDS_IS_OTHER;
    return json_under_any(node, taxonomy) != NULL ? WORDS_IS_TAXONOMY : NULL;
}

static struct entry entry_of(struct referral *referral, const struct gathered *gathered)
{
    struct entry_field *fields = arena_get(referral->arena, gathered->count + 1, sizeof *fields);
    for (size_t i = 0; i < gathered->count; i++) {
        const struct gathered_field *field = &gathered->fields[i];
        fields[i] = (struct entry_field){.name = field->name,
                                         .name_length = strlen(field->name),
                                         .line = field->line,
                                         .column = field->column,
                                         .values = field->values,
                                         .count = field->count};
    }
    return (struct entry){.file = referral->file->file, .line = gathered->line, .column = gathered->column, .fields = fields, .count = gathered->count};
}

/* "@catalogue", "@places/2", "@vocabulary/0/formats": what the whole list says, which Signpost writes with its first service. */
static void take_block(struct referral *referral, const struct gathered *gathered)
{
    struct catalogue_file *file = referral->file;
    struct entry entry = entry_of(referral, gathered);
    const char *list = strrchr(gathered->id, '/');
    bool vocabulary = strncmp(gathered->id, "@vocabulary/", 12) == 0;
    const char *block = strcmp(gathered->id, "@catalogue") == 0 ? "catalogue" : vocabulary ? "vocabulary" : "places";
    if (file->taker != NULL) {
        file->taker->block(file->taker->data, block, vocabulary ? list + 1 : NULL, &entry);
    } else if (!vocabulary && block[0] == 'c') {
        catalogue_builder_defaults(file->builder, &entry);
    } else if (!vocabulary) {
        catalogue_builder_place(file->builder, &entry);
    } else {
        enum vocabulary_list named = vocabulary_list_named(list + 1, strlen(list + 1));
        struct found found = {list + 1, strlen(list + 1), {file->file, gathered->line, gathered->column}};
        if (named == LIST_COUNT)
            report_unknown_list(file->problems, found);
        else
            catalogue_builder_term(file->builder, named, &entry);
    }
}

static void build(struct referral *referral)
{
    struct entry *offers = arena_get(referral->arena, referral->offer_count + 1, sizeof *offers);
    struct entry service = entry_of(referral, &referral->service);
    const struct entry_taker *taker = referral->file->taker;
    size_t count = 0;
    for (size_t i = 0; i < referral->offer_count; i++)
        if (referral->offers[i].id[0] == '@')
            take_block(referral, &referral->offers[i]);
        else
            offers[count++] = entry_of(referral, &referral->offers[i]);
    referral->file->met++;
    if (taker != NULL)
        taker->service(taker->data, &service, offers, count);
    if (taker == NULL && !catalogue_builder_service(referral->file->builder, &service, offers, count))
        return;
    referral->used++;
    referral->kind_unknown += referral->kind_guessed ? 1 : 0;
}

/* What a field of a gathered entry says first, blanks cut off; NULL when it is not there or says that nothing is known. */
static const char *first_value(const struct gathered_field *field, size_t *length)
{
    struct part_walk walk = {.value = field != NULL && field->count > 0 ? &field->values[0] : NULL};
    struct found found;
    if (walk.value == NULL || !part_next(&walk, SPLIT_NONE, &found) || found.length == 0 || found_is_not_stated(found) || found_is_none(found))
        return NULL;
    *length = found.length;
    return found.text;
}

/* A `description` that is not the summary that Signpost wrote there was changed by somebody since: it is the summary now. One that is no longer there
 * tells nothing, for many programs leave out what they do not know. */
static void take_changed_description(struct referral *referral, const struct json_node *service)
{
    const struct json_node *description = json_under(service, "description");
    struct gathered *of = &referral->service;
    size_t offer = 0;
    while (offer < referral->offer_count && referral->offers[offer].id[0] == '@')
        offer++;
    if (offer < referral->offer_count && gathered_has(&referral->offers[offer], "summary"))
        of = &referral->offers[offer];
    size_t length = 0;
    const char *was = first_value(gathered_field(of, "summary"), &length);
    if (description == NULL || description->kind != JSON_IS_TEXT)
        return;
    struct buffer plain = {0};
    plain_from_html(&plain, description->text, description->length);
    bool same = was != NULL && ((description->length == length && memcmp(description->text, was, length) == 0) ||
                                (plain.length == length && memcmp(buffer_text(&plain), was, length) == 0));
    if (!same && plain.length > 0 && plain.length <= REFERRAL_TEXT_MOST) {
        if (gathered_field(of, "summary") != NULL)
            gathered_field(of, "summary")->count = 0;
        gather(of, "summary", description, arena_copy(referral->arena, buffer_text(&plain), plain.length), plain.length, 0);
    }
    buffer_free(&plain);
}

static void read_service(struct referral *referral, const struct json_node *service, const struct json_node *organisation,
                         const struct json_node *location)
{
    gathered_clear(&referral->service);
    referral->service.line = service->line;
    referral->service.column = service->column;
    referral->offer_count = 0;
    referral->ours = false;
    referral->kind_guessed = false;
    referral->entries++;
    if (organisation_of(service) != NULL)
        organisation = organisation_of(service);
    referral_own(referral, service);
    if (!referral->ours) {
        referral_texts(referral, service, organisation);
        referral_service(referral, service, organisation);
        referral_places(referral, service, location);
        referral_times(referral, service);
        referral_count_unread(referral, service);
        if (referral->file->keep)
            referral_keep(referral, service);
    }
    if (referral->ours)
        take_changed_description(referral, service);
    struct gathered_field *theirs = referral->ours ? gathered_field(&referral->service, "x_open_referral") : NULL;
    if (theirs != NULL && theirs->count == 1 && theirs->values[0].length == strlen(REFERRAL_THEIRS) &&
        memcmp(theirs->values[0].text, REFERRAL_THEIRS, strlen(REFERRAL_THEIRS)) == 0) {
        theirs->count = 0;
        if (referral->file->keep)
            referral_keep(referral, service);
    }
    referral_id(referral, service);
    build(referral);
}

void referral_read_service(struct referral *referral, const struct json_node *service)
{
    read_service(referral, service, NULL, NULL);
}

/* A service that stands in a service at a location: as the service with that in its list, which is how the standard says the same the other way round. */
static void read_at_location(struct referral *referral, const struct json_node *top, const struct json_node *inner)
{
    struct json_node service = *inner;
    struct json_node *items = arena_get(referral->arena, inner->count + 1, sizeof *items);
    struct json_node *list = &items[inner->count];
    struct json_node *at = arena_get(referral->arena, 1, sizeof *at);
    struct json_node *own = arena_get(referral->arena, top->count, sizeof *own);
    json_t *value = json_copy(top->value);
    json_object_del(value, "service");
    *at = *top;
    at->key = NULL;
    at->value = value;
    at->items = own;
    at->count = 0;
    for (size_t i = 0; i < top->count; i++)
        if (&top->items[i] != inner)
            own[at->count++] = top->items[i];
    memcpy(items, inner->items, inner->count * sizeof *items);
    *list = (struct json_node){.kind = JSON_IS_LIST, .line = top->line, .column = top->column, .key = "service_at_locations", .items = at, .count = 1};
    list->value = json_array();
    json_array_append_new(list->value, value);
    service.items = items;
    service.count++;
    service.value = json_copy(inner->value);
    json_object_set_new(service.value, list->key, list->value);
    referral->at_location = true;
    read_service(referral, &service, NULL, NULL);
    referral->at_location = false;
    json_decref(service.value);
}

static void leave_out(struct referral *referral, const struct json_node *node, const char *why)
{
    problems_add(referral->file->problems, PROBLEM_ERROR, "not-a-service", referral_at(referral, node), "%s", why);
    referral->entries++;
    referral->file->left_out++;
}

static void read_object(struct referral *referral, const struct json_node *top)
{
    const struct json_node *inner = json_under(top, "service");
    const struct json_node *services = json_list_under(top, "services");
    if (top->kind != JSON_IS_OBJECT) {
        leave_out(referral, top, WORDS_JSON_NO_OBJECT);
    } else if (inner != NULL && inner->kind == JSON_IS_OBJECT) {
        if (json_list_under(inner, "service_at_locations") != NULL)
            read_service(referral, inner, NULL, json_under(top, "location"));
        else
            read_at_location(referral, top, inner);
    } else if (services != NULL) {
        for (size_t i = 0; i < services->count; i++)
            if (services->items[i].kind == JSON_IS_OBJECT)
                read_service(referral, &services->items[i], top, NULL);
            else
                leave_out(referral, &services->items[i], WORDS_JSON_NO_OBJECT);
    } else if (referral_read_package(referral, top)) {
        return;
    } else if (other_than_service(top) != NULL) {
        leave_out(referral, top, other_than_service(top));
    } else {
        read_service(referral, top, NULL, NULL);
    }
}

static bool take_piece(void *data, const struct json_piece *piece)
{
    struct referral *referral = data;
    struct catalogue_file *file = referral->file;
    struct json_tree tree;
    if (piece->cut == JSON_OPEN && piece->last && file->bytes->part)
        return true; /* there is more in the file */
    arena_clear(referral->arena);
    if (json_tree_make(&tree, referral->arena, file->file, piece, file->problems)) {
        read_object(referral, &tree.top);
        json_tree_free(&tree);
    } else {
        referral->entries++;
        file->left_out++;
    }
    if (file->tell != NULL && referral->entries % TELL_EVERY == 0 && !file->tell(file->data, piece->offset))
        referral->stopped = true;
    return !referral->stopped;
}

/* Which problems left entries out, and how many each: ": missing-name 3, no-json 1". */
static void add_why(struct buffer *out, const struct problems *problems, size_t first)
{
    enum { MOST = 20 };
    struct unread names[MOST];
    size_t count = 0;
    for (size_t i = first; i < problems_count(problems); i++) {
        const struct problem *problem = problems_at(problems, i);
        size_t at = 0;
        while (at < count && strcmp(names[at].key, problem->name) != 0)
            at++;
        if (problem->level != PROBLEM_ERROR || at == MOST)
            continue;
        if (at == count)
            names[count++] = (struct unread){.key = problem->name};
        names[at].count++;
    }
    for (size_t i = 0; i < count; i++)
        buffer_format(out, "%s%s %zu", i == 0 ? " (" : ", ", names[i].key, names[i].count);
    if (count > 0)
        buffer_add_byte(out, ')');
}

static void sum_up(const struct referral *referral, size_t first)
{
    struct problems *problems = referral->file->problems;
    struct position where = {.file = referral->file->file, .line = 1, .column = 1};
    struct buffer text = {0};
    add_why(&text, problems, first);
    problems_add(problems, PROBLEM_ADVICE, "open-referral", where, WORDS_REFERRAL_COUNTS, referral->entries, referral->used,
                 referral->entries - referral->used, buffer_text(&text));
    if (referral->kind_unknown > 0)
        problems_add(problems, PROBLEM_ADVICE, "kind-not-said", where, WORDS_REFERRAL_KIND(referral->kind_unknown), referral->kind_unknown);
    buffer_clear(&text);
    for (size_t i = 0; i < referral->unread_count; i++)
        buffer_format(&text, "%s%s (%zu)", i > 0 ? ", " : "", referral->unread[i].key, referral->unread[i].count);
    if (text.length > 0)
        problems_add(problems, PROBLEM_ADVICE, "not-read", where, WORDS_REFERRAL_NOT_READ, buffer_text(&text));
    buffer_free(&text);
}

bool read_catalogue_json(struct catalogue_file *file)
{
    struct referral referral = {.file = file, .arena = arena_new(), .kept = arena_new(), .ids = names_new()};
    size_t first = problems_count(file->problems);
    if (file->taker == NULL)
        catalogue_builder_defaults(file->builder, NULL);
    json_pieces(file->bytes->text, file->bytes->length, take_piece, &referral);
    if (!referral.stopped)
        sum_up(&referral, first);
    gathered_free(&referral.service);
    for (size_t i = 0; i < referral.offer_room; i++)
        gathered_free(&referral.offers[i]);
    free(referral.offers);
    free(referral.unread);
    names_free(referral.ids);
    arena_free(referral.arena);
    arena_free(referral.kept);
    return !referral.stopped;
}

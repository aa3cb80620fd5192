/* A catalogue that is ready: found by id, freed at once. */
#include "catalogue/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/names.h"

void catalogue_free(struct catalogue *catalogue)
{
    if (catalogue == NULL)
        return;
    names_free(catalogue->service_ids);
    names_free(catalogue->offer_ids);
    gazetteer_free(catalogue->gazetteer);
    vocabulary_free(catalogue->vocabulary);
    urgent_help_free(catalogue->urgent);
    explainer_free(catalogue->explainer);
    free((void *)catalogue->services);
    free((void *)catalogue->offers);
    arena_free(catalogue->arena);
    free(catalogue);
}

size_t catalogue_find_service(const struct catalogue *catalogue, const char *id, size_t length)
{
    uint32_t service = names_find(catalogue->service_ids, id, length);
    return service != NAMES_NONE ? service : SIZE_MAX;
}

size_t catalogue_find(const struct catalogue *catalogue, const char *id)
{
    const char *slash = strchr(id, '/');
    size_t length = slash != NULL ? (size_t)(slash - id) : strlen(id);
    size_t service = catalogue_find_service(catalogue, id, length);
    if (service == SIZE_MAX)
        return OFFER_NONE;
    const struct service *found = &catalogue->services[service];
    if (slash == NULL)
        return found->first_offer;
    if (strcmp(slash + 1, found->id) != 0) {
        uint32_t offer = names_find(catalogue->offer_ids, id, strlen(id));
        return offer != NAMES_NONE ? offer : OFFER_NONE;
    }
    for (size_t i = found->first_offer; i < (size_t)found->first_offer + found->offer_count; i++) {
        if (catalogue->offers[i].id == found->id || strcmp(catalogue->offers[i].id, found->id) == 0)
            return i;
    }
    return OFFER_NONE;
}

size_t catalogue_near(const struct catalogue *catalogue, const char *id, const char **near, size_t room)
{
    enum { MOST = 8 };
    uint32_t numbers[MOST];
    const char *slash = strchr(id, '/');
    size_t length = slash != NULL ? (size_t)(slash - id) : strlen(id);
    size_t count = names_near(catalogue->service_ids, id, length, NULL, NULL, numbers, room < MOST ? room : MOST);
    for (size_t i = 0; i < count; i++)
        near[i] = catalogue->services[numbers[i]].id;
    return count;
}

const struct service *offer_service(const struct catalogue *catalogue, const struct offer *offer)
{
    return &catalogue->services[offer->service];
}

const char *catalogue_text(const struct catalogue *catalogue, const struct offer *offer, enum field field)
{
    return offer_text_in(offer, field, catalogue->languages, NULL);
}

const char *catalogue_name(const struct catalogue *catalogue, const struct offer *offer)
{
    const char *name = catalogue_text(catalogue, offer, FIELD_NAME);
    return name != NULL && name[0] != '\0' ? name : offer_name(offer);
}

const char *catalogue_public_name(const struct catalogue *catalogue, const struct offer *offer)
{
    const char *name = catalogue_text(catalogue, offer, FIELD_PUBLIC_NAME);
    return name != NULL && name[0] != '\0' ? name : catalogue_name(catalogue, offer);
}

void offer_id_words(struct buffer *out, const struct catalogue *catalogue, const struct offer *offer)
{
    buffer_add_text(out, offer_service(catalogue, offer)->id);
    buffer_add_byte(out, '/');
    buffer_add_text(out, offer->id);
}
